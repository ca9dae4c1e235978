"""The box to write in, as the page shows it: what was begun, to whom it goes, what stops it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.safestring import SafeString

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, may
from promisedesk.coach import cooling
from promisedesk.coach.models import Cooling
from promisedesk.coach.reviewing import Hint
from promisedesk.conversations import linking, replying
from promisedesk.conversations.models import Conversation, Message, Participant
from promisedesk.desk.contact.panel import Panel
from promisedesk.desk.conversation.forms import MOST_FILES, WriteForm, signed
from promisedesk.desk.conversation.people import People
from promisedesk.desk.conversation.words import as_html, ours_as_html
from promisedesk.promises.acknowledging import letter_language
from promisedesk.replies import drafting, scheduling, signatures
from promisedesk.replies.models import Draft, Scheduled
from promisedesk.replies.recipients import Recipients

FIRST_WORDS = 600  # characters of what came meanwhile
LINKS_OVER = int(linking.LARGEST / linking.AS_SENT)  # bytes of files together


@dataclass(slots=True)
class Came:
    """What somebody wrote while this answer was written."""

    public_id: str
    who: str
    is_note: bool
    at: datetime
    html: SafeString


@dataclass(slots=True)
class Begun:
    """What a colleague wrote and left, or is to be sent later."""

    row: Draft | Scheduled
    html: SafeString
    is_mine: bool
    files: list[str]  # their names
    cooling: Cooling | None = None  # heated: it cools off, or a colleague reads it first
    may_release: bool = False


@dataclass(slots=True)
class Copy:
    """Somebody beside the customer, and whether this answer goes to them too."""

    person: Participant
    is_ticked: bool


@dataclass(slots=True)
class Composer:
    """The box to write in. `mode` is the tab in front: reply or note."""

    mode: str
    reply: str = ""
    note: str = ""
    error: str = ""
    reply_files: list = field(default_factory=list)  # (file, the value of its tick) each
    note_files: list = field(default_factory=list)
    reply_version: str = ""  # of the draft on the page: see drafting.version
    note_version: str = ""
    may_answer: bool = True
    closed: str = ""  # why no answer can be written: spam, merged
    to: str = ""  # where the answer goes; "" when nobody knows
    doubtful: str = ""  # the same, when letters to it came back
    others: list[str] = field(default_factory=list)  # the customer's addresses that are sure
    chosen: Recipients = field(default_factory=Recipients)
    copies: list[Copy] = field(default_factory=list)
    subject: str = ""
    signature: str = ""
    last_message: int = 0  # the newest that the writer sees
    came: list[Came] = field(default_factory=list)  # it stopped the sending
    decided: list[tuple[str, str]] = field(default_factory=list)  # about promises in the text
    stopped: list[Hint] = field(default_factory=list)  # by the coach
    coach_reason: str = ""  # why it is to leave all the same
    left: list[Begun] = field(default_factory=list)  # by colleagues
    later: list[Begun] = field(default_factory=list)
    links_over: int = LINKS_OVER
    most_files: int = MOST_FILES

    @property
    def is_asking(self) -> bool:
        """Whether there is something to decide about where it goes."""
        chosen = self.chosen
        return bool(not self.to or chosen.new_to or chosen.cc or chosen.subject)

    @property
    def may_overrule(self) -> bool:
        """Whether a reason helps against what stopped it."""
        return not any(one.is_fixed for one in self.stopped)

    @property
    def signature_line(self) -> str:
        """The signature on one line."""
        return " · ".join(line.strip() for line in self.signature.splitlines() if line.strip())

    @property
    def copied(self) -> int:
        """How many others get it."""
        return sum(one.is_ticked for one in self.copies)

    @property
    def goes_to(self) -> str:
        return self.chosen.new_to or self.chosen.to or self.to

    @property
    def will_be_links(self) -> bool:
        return sum(file.size for file, _value in self.reply_files) > self.links_over


def composer(
    conversation: Conversation,
    agent: Agent,
    *,
    mode: str,
    form: WriteForm | None,
    customer: Panel,
    people: People,
    messages: Sequence[Message],
    last_message: int,
) -> Composer:
    """Gather it. One query for the drafts; more only when something was sent for later.

    `messages` are those on the page, `form` one that failed: all that was typed is there again.
    """
    may_answer = may(agent, Deed.ANSWER)
    found = Composer(mode if may_answer else "note", may_answer=may_answer)
    found.last_message, found.subject = last_message, conversation.subject
    drafts = drafting.all_here(conversation)
    _put_drafts(found, drafting.drafts_of(drafts, agent))
    if form is not None:
        _put_typed(found, form)
    if not may_answer:
        return found
    found.closed = _closed(conversation)
    found.left = [_begun(one, agent) for one in drafting.left_by_others(drafts, agent)]
    if getattr(conversation, "has_later", True):
        found.later = _later(conversation, agent)
    found.signature = signatures.signature_for(
        conversation.inbox, agent, letter_language(conversation), conversation
    )
    _address(found, conversation, customer, people, messages)
    return found


def _put_drafts(found: Composer, drafts: dict[bool, Draft]) -> None:
    for is_note, draft in drafts.items():
        mode = "note" if is_note else "reply"
        setattr(found, mode, draft.text)
        setattr(found, f"{mode}_version", drafting.version(draft))
        kept = [(file, signed(file)) for file in drafting.files_of(draft)]
        setattr(found, f"{mode}_files", kept)
    if reply := drafts.get(False):
        found.chosen = Recipients.read(reply.recipients)


def _put_typed(found: Composer, form: WriteForm) -> None:
    setattr(found, found.mode, form.data.get("text", ""))
    setattr(found, f"{found.mode}_files", getattr(form, "kept", []))
    found.error = " ".join(message for errors in form.errors.values() for message in errors)
    found.came = [_came(one) for one in getattr(form, "came", ())]
    if found.mode == "reply":
        found.chosen = form.recipients()
        found.decided = form.decided()
        found.stopped = list(getattr(form, "stopped", ()))
        found.coach_reason = form.data.get("coach_reason", "")


def _closed(conversation: Conversation) -> str:
    if conversation.merged_into_id:
        return "merged"
    return "spam" if conversation.state == Conversation.State.SPAM else ""


def _address(
    found: Composer,
    conversation: Conversation,
    customer: Panel,
    people: People,
    messages: Sequence[Message],
) -> None:
    found.to = _answer_address(conversation, messages)
    doubtful = [one.value for one in customer.emails if one.doubtful_since]
    sure = [one.value for one in customer.emails if not one.doubtful_since]
    found.others = [one for one in sure if one != found.to.lower()]
    if found.to.lower() in doubtful:
        found.doubtful = found.to.lower()
    ticked = found.chosen.copies
    for one in [*people.takes_part, *people.pending]:
        takes_part = one.state == Participant.State.APPROVED
        found.copies.append(Copy(one, takes_part if ticked is None else one.address in ticked))


def _answer_address(conversation: Conversation, messages: Sequence[Message]) -> str:
    """As `replying.answer_address`, without a query where the page itself tells it."""
    written = [
        one
        for one in messages
        if one.direction == Message.Direction.IN
        and not one.automatic
        and one.from_address
        and one.contact_id in (None, conversation.contact_id)
    ]
    if written and not written[-1].reply_to:
        return written[-1].from_address
    return replying.answer_address(conversation)


def _begun(row: Draft | Scheduled, agent: Agent) -> Begun:
    names = [file.name for file in drafting.files_of(row)]
    return Begun(row, ours_as_html(row.text), row.agent_id == agent.pk, names)


def _later(conversation: Conversation, agent: Agent) -> list[Begun]:
    """Two queries, one without anything that waits."""
    rows = list(scheduling.shown(conversation))
    held = cooling.of_letters(rows)
    found = [_begun(one, agent) for one in rows]
    for one in found:
        one.cooling = held.get(one.row.pk)
        if one.cooling:
            one.cooling.letter = one.row
            one.may_release = cooling.may_release(one.cooling, agent)
    return found


def _came(message: Message) -> Came:
    who = message.agent.name if message.agent else message.from_name or message.from_address
    words = message.text[:FIRST_WORDS]
    is_ours = message.direction != Message.Direction.IN
    return Came(
        message.public_id,
        who,
        message.direction == Message.Direction.NOTE,
        message.created_at,
        ours_as_html(words) if is_ours else as_html(words),
    )
