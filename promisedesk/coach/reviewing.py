"""Reading an answer before it leaves, with what the desk knows of the customer.

What an agent put aside stays so in that conversation until their answer is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.crypto import salted_hmac
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.coach import levels, signature_rules, words
from promisedesk.coach.models import Dismissal
from promisedesk.coach.own_words import own_words
from promisedesk.conversations.models import Conversation, Inbox, Message
from promisedesk.core.memo import remembered
from promisedesk.core.models import Workspace
from promisedesk.core.shop import the_shop
from promisedesk.lib import coach
from promisedesk.lib.coach import Draft, Finding, Level, Reading, level_of
from promisedesk.lib.coach.other_people import order_numbers
from promisedesk.lib.coach.secret_data import masked
from promisedesk.promises import apologising
from promisedesk.replies import signatures, variables
from promisedesk.replies.sending import Letter

MOST_MESSAGES = 20  # of a thread, the newest
NAMES_REMEMBERED = 20  # other customers this agent wrote to lately
MOST_WORDS = 200  # characters of what is marked: as many as are kept
NEVER_LEAVES = ("empty.words", "unfilled.gap")  # codes against which no reason helps
ORDER = (Level.STOP, Level.WARN, Level.HINT)


class Written(NamedTuple):
    """A message of the thread."""

    direction: str
    text: str
    at: datetime


def key_of(code: str, about: str) -> str:
    """What a hint is known by in forms and among those put aside."""
    return f"{code} {about}"


def _mark(secret: str) -> str:
    """Tells one masked secret from another, so that a second password is not put aside with the
    first; nobody gets back from it to what was written."""
    return salted_hmac("coach", secret).hexdigest()[:6]


@dataclass(frozen=True, slots=True)
class Hint:
    """A finding as it is shown: how much it weighs here, and its words."""

    finding: Finding
    level: Level
    text: str  # the reply it was found in

    @property
    def key(self) -> str:
        """The same while its code and what it is about are."""
        return key_of(self.finding.code, self.about)

    @property
    def says(self) -> str:
        return words.say(self.finding)

    @property
    def excerpt(self) -> str:
        """The first words that are meant, '' if it is about the whole."""
        spans = self.finding.spans
        return self.text[slice(*spans[0])][:MOST_WORDS] if spans else ""

    @property
    def about(self) -> str:
        """What is meant, where several may be told at once: the marked words, else the question
        that is open or the part that is missing. No number in it: those change while one types.
        No secret either, for this is kept.
        """
        if self.excerpt:
            words, secret = masked(self.text, self.finding.spans[0])
        else:
            values = " ".join(one for one in self.finding.values.values() if isinstance(one, str))
            words, secret = masked(values, (0, len(values)))
        mark = f" #{_mark(secret)}" if secret else ""
        return " ".join(words.split())[: MOST_WORDS - len(mark)] + mark

    @property
    def is_fixed(self) -> bool:
        """Whether no reason helps: such a letter never leaves."""
        return self.finding.code in NEVER_LEAVES


@dataclass(frozen=True, slots=True)
class Review:
    """A reading by the shop's levels. `hints` come the heaviest first."""

    reading: Reading
    hints: list[Hint] = field(default_factory=list)
    dismissed: list[Hint] = field(default_factory=list)

    @property
    def stops(self) -> list[Hint]:
        return [one for one in self.hints if one.level == Level.STOP]

    def without(self, key: str) -> Review:
        """The same once the hints of this key were put aside."""
        gone = [one for one in self.hints if one.key == key]
        kept = [one for one in self.hints if one.key != key]
        return replace(self, hints=kept, dismissed=[*self.dismissed, *gone])

    @property
    def checked(self) -> int:
        """How many checks had something to judge."""
        return len(self.reading.passed) + len({one.check for one in self.reading.findings})


def review(
    conversation: Conversation,
    agent: Agent,
    text: str,
    *,
    subject: str = "",
    attachments: int | None = None,
    size: int = 0,
) -> Review:
    """What the coach says of an answer to this conversation. Costs a handful of queries."""
    draft = draft_of(conversation, agent, text, subject=subject, attachments=attachments, size=size)
    return weigh(coach.read(draft, levels.switched_off()), text, _dismissed(conversation, agent))


def review_letter(conversation: Conversation, letter: Letter, *, by: Agent) -> Review:
    """The same of a letter that is about to leave."""
    return review(
        conversation,
        by,
        letter.text.replace("\r\n", "\n"),
        subject=letter.recipients.subject,
        attachments=len(letter.files),
        size=sum(one.size for one in letter.files) + len(letter.text.encode()),
    )


def weigh(reading: Reading, text: str, dismissed: frozenset[str] = frozenset()) -> Review:
    """A reading by the levels of this shop; `dismissed` are keys of hints put aside."""
    chosen = levels.levels()
    found = [
        Hint(one, level_of(one, chosen[one.check]), text)
        for one in reading.findings
        if chosen[one.check] != levels.OFF  # switched off while it was read
    ]
    found.sort(key=lambda one: ORDER.index(one.level))
    put_aside = [one for one in found if one.key in dismissed and not one.is_fixed]
    return Review(reading, [one for one in found if one not in put_aside], put_aside)


def _dismissed(conversation: Conversation, agent: Agent) -> frozenset[str]:
    """Keys of what this agent put aside here: a colleague answers for their own letter."""
    rows = Dismissal.objects.filter(conversation=conversation, agent=agent, message=None)
    return frozenset(key_of(code, about) for code, about in rows.values_list("code", "words"))


def draft_of(
    conversation: Conversation,
    agent: Agent,
    text: str,
    *,
    subject: str = "",
    attachments: int | None = None,
    size: int = 0,
) -> Draft:
    """An answer as the coach reads it."""
    at, language = now(), variables.answer_language(conversation)
    inbox, contact, shop = conversation.inbox, conversation.contact, the_shop()
    zone = contact.time_zone or shop.time_zone or "UTC"
    thread = _thread(conversation)
    theirs, answered_at = _what_they_wrote(thread)
    is_late = bool(conversation.answer_due_at and conversation.answer_due_at < at)
    return Draft(
        reply=text,
        customer=theirs,
        subject=subject or conversation.subject,
        adds_re=True,
        language=language,
        now=at.astimezone(ZoneInfo(zone)),
        is_late=is_late,
        at_fault=not is_late and _was_let_down(conversation, answered_at),
        is_mail=conversation.channel == "email",
        is_answer=bool(theirs),
        customer_name=contact.name,
        customer_company=contact.company,
        agent_name=agent.name,
        shop_name=shop.shop_name or inbox.name,
        has_written_before=answered_at is not None,
        is_quoted=bool(theirs),
        signature=signatures.signature_for(inbox, agent, language, conversation),
        required_in_signature=signature_rules.needs(),
        sender=inbox.address,
        own_domains=own_domains(),
        attachments=attachments,
        bytes=size,
        orders=_orders(conversation, thread),
        other_names=tuple(_others(conversation, agent)),
        own_words=own_words() | _names(conversation, agent),
    )


def _thread(conversation: Conversation) -> list[Written]:
    """What the customer and we wrote, the newest first."""
    rows = conversation.messages.filter(automatic=False).exclude(direction=Message.Direction.NOTE)
    newest = rows.order_by("-created_at", "-id").values_list("direction", "text", "created_at")
    return [Written(*one) for one in newest[:MOST_MESSAGES]]


def _orders(conversation: Conversation, thread: list[Written]) -> tuple[str, ...]:
    return order_numbers("\n".join([conversation.subject, *(one.text for one in thread)]))


def _what_they_wrote(thread: list[Written]) -> tuple[str, datetime | None]:
    """(what the customer wrote since our last answer, when that was, None without any)."""
    theirs: list[str] = []
    for one in thread:
        if one.direction != Message.Direction.IN:
            return "\n\n".join(reversed(theirs)), one.at
        theirs.append(one.text)
    return "\n\n".join(reversed(theirs)), None


def _was_let_down(conversation: Conversation, answered_at: datetime | None) -> bool:
    """Whether a promise to the customer was missed since our last answer. One query."""
    missed = apologising.broken_in(conversation)
    return missed is not None and (answered_at is None or missed.due_at > answered_at)


def _others(conversation: Conversation, agent: Agent) -> Sequence[str]:
    """Customers the agent wrote to lately: whose name slips into the wrong letter."""
    lately = Message.objects.filter(agent=agent, direction=Message.Direction.OUT)
    newest = lately.order_by("-id").values_list("conversation__contact__name", flat=True)
    own = conversation.contact.name
    return [name for name in dict.fromkeys(newest[:NAMES_REMEMBERED]) if name and name != own]


def _names(conversation: Conversation, agent: Agent) -> frozenset[str]:
    """Names around this letter are spelt as they are."""
    contact, shop = conversation.contact, the_shop()
    said = f"{contact.name} {contact.company} {agent.name} {shop.shop_name}"
    said += f" {conversation.inbox.name}"
    return frozenset(said.casefold().split())


@remembered(Inbox, Workspace)
def own_domains() -> tuple[str, ...]:
    """Domains that are the shop's: of its site and its mailboxes."""
    found = {
        address.rpartition("@")[2] for address in Inbox.objects.values_list("address", flat=True)
    }
    site = the_shop().site.partition("://")[2].partition("/")[0].partition(":")[0]
    return tuple(sorted(filter(None, {*found, site.removeprefix("www.")})))
