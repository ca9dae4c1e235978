"""Who else is in a conversation, and what an agent may be asked about people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent
from promisedesk.contacts.models import Identity
from promisedesk.conversations import customers
from promisedesk.conversations.models import Conversation, Message, Participant
from promisedesk.conversations.verbs import MENTIONED_FROM_OUTSIDE
from promisedesk.core.models import Event
from promisedesk.lib.mail import authentication, senders
from promisedesk.lib.mail.forwards import Original
from promisedesk.lib.mail.model import FORWARDED

State = Participant.State

DOUBTS = {
    senders.SEVERAL: _("It names several senders, so nobody knows who wrote it."),
    senders.NAME: _("The sender’s name shows another address than the mail came from."),
    senders.LETTERS: _("The sender’s address has letters that only look familiar. Read it twice."),
    senders.OURS: _("It says that it comes from one of us, and nothing proves it."),
    authentication.FAIL: _("The mail server found that it does not come from where it says."),
}


def doubts_in_words(marks: Iterable[str]) -> list[str]:
    """What in a mail's sender is not to be trusted, as sentences."""
    return [DOUBTS[one] for one in marks if one in DOUBTS]


@dataclass(slots=True)
class Knock:
    """Whoever wrote this takes no part in the conversation they answered."""

    address: str
    into: Conversation


@dataclass(slots=True)
class Forward:
    """This conversation began with somebody else's mail, passed on."""

    message: Message
    original: Original


@dataclass(slots=True)
class People:
    """Beside customer and agents. `takes_part` get copies; `pending` wait for a word."""

    takes_part: list[Participant] = field(default_factory=list)
    pending: list[Participant] = field(default_factory=list)
    kept_out: list[Participant] = field(default_factory=list)
    knock: Knock | None = None
    forward: Forward | None = None
    answers_to: str = ""  # an address a mail asks to answer to, not known as the customer's

    @property
    def asks(self) -> bool:
        """Whether there is anything to decide."""
        return bool(self.pending or self.knock or self.forward or self.answers_to)


def people(
    conversation: Conversation,
    agent: Agent,
    messages: list[Message],
    events: Iterable[Event],
    emails: Iterable[Identity],
) -> People:
    """Who else is here. Asks the database only when there is something to tell.

    `messages` and `events` are those on the page, `emails` the customer's addresses.
    """
    found = People()
    if conversation.has_others:
        for one in conversation.participants.order_by("pk"):
            {
                State.APPROVED: found.takes_part,
                State.PENDING: found.pending,
                State.REFUSED: found.kept_out,
            }[State(one.state)].append(one)
    theirs = [one for one in messages if _is_from_people(one)]
    if theirs:
        found.knock = _knock(conversation, agent, events)
        found.forward = _forward(theirs[0]) if len(theirs) == 1 else None
        known = {one.value for one in emails}
        found.answers_to = "" if found.forward else _answers_to(conversation, theirs[-1], known)
    return found


def _is_from_people(message: Message) -> bool:
    return message.direction == Message.Direction.IN and not message.automatic


def _knock(conversation: Conversation, agent: Agent, events: Iterable[Event]) -> Knock | None:
    told = [one for one in events if one.verb == MENTIONED_FROM_OUTSIDE.name]
    if not told:
        return None
    ref, address = told[-1].data.get("ref"), told[-1].data.get("address") or ""
    seen = Conversation.objects.visible_to(agent).select_related("contact").filter(ref=ref)
    into = seen.exclude(contact=conversation.contact_id).first()
    if into is None or not address:
        return None
    waits = into.participants.filter(address=address.lower(), state=State.PENDING)
    return Knock(address, into) if waits.exists() else None


def _forward(message: Message) -> Forward | None:
    if FORWARDED not in message.marks:
        return None
    original = customers.offered(message)
    return Forward(message, original) if original else None


def _answers_to(conversation: Conversation, message: Message, known: set[str]) -> str:
    """Their Reply-To, when it is no address of theirs that we know."""
    wished = message.reply_to.lower()
    is_theirs = message.contact_id == conversation.contact_id
    if not wished or not is_theirs or wished in known or wished == message.from_address.lower():
        return ""
    return message.reply_to
