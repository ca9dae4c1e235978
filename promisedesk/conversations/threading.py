"""Which conversation an incoming message belongs to.

Ids of our own mails first, then the token in the address it was sent to. Either only
opens the conversation to its customer and to those an agent let in: ids travel in forwards,
and a guess or a leak must not let a stranger in. The subject's reference alone opens nothing.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from promisedesk.contacts.models import Contact
from promisedesk.conversations import participants
from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.verbs import ALSO_IN, PUT_INTO
from promisedesk.core.events import record
from promisedesk.core.models import Event
from promisedesk.lib.mail.authentication import FAIL

if TYPE_CHECKING:
    from promisedesk.conversations.incoming import IncomingMessage

MOST_REFERENCES = 30  # the newest are at the end


def find(
    incoming: IncomingMessage, contact: Contact
) -> tuple[Conversation | None, Conversation | None]:
    """(the conversation to join, None), or (None, one that was named but not open to them)."""
    named = _by_ids(incoming, contact)
    if named is None or not _takes_part(incoming, contact, named):
        # Headers may name a stranger's mail they were sent on, the address is the one we gave.
        token_of = by_token(incoming.reply_token)
        if token_of and _takes_part(incoming, contact, token_of):
            return token_of, None
        return None, named or token_of
    return named, None


def _takes_part(incoming: IncomingMessage, contact: Contact, conversation: Conversation) -> bool:
    if not incoming.address or incoming.is_ambiguous:
        return False
    if conversation.contact_id == contact.pk:
        return True
    return FAIL not in incoming.marks and participants.takes_part(conversation, incoming.address)


def _by_ids(incoming: IncomingMessage, contact: Contact) -> Conversation | None:
    ids = [incoming.in_reply_to, *reversed(incoming.references[-MOST_REFERENCES:])]
    ids = [one for one in dict.fromkeys(ids) if len(one) > 4]  # "<>" is nobody's id
    if not ids:
        return None
    # A Message-ID is a hint: strangers may have used the same one. Ours are unguessable;
    # a customer's own counts only in their own conversation, which `find` makes sure of.
    found = (
        Message.objects.filter(message_id__in=ids, conversation__inbox=incoming.inbox)
        .select_related("conversation")
        .order_by("-direction", "-id")
    )
    if FAIL in incoming.marks:  # who pretends to be them may know the ids they wrote, not ours
        found = found.filter(direction=Message.Direction.OUT)
    # Their own first: else a stranger who writes the same id would take their answers away.
    message = found.filter(conversation__contact=contact).first() or found.first()
    message = message or _merged_away(incoming, ids)
    return message.conversation if message else None


def _merged_away(incoming: IncomingMessage, ids: list[str]) -> Message | None:
    """One that came to this inbox, in a conversation that was merged into another inbox’s."""
    found = Message.objects.filter(message_id__in=ids, conversation__merged__inbox=incoming.inbox)
    if FAIL in incoming.marks:
        found = found.filter(direction=Message.Direction.OUT)
    return found.select_related("conversation").order_by("-direction", "-id").first()


def by_token(token: str) -> Conversation | None:
    """The conversation whose address holds this token, or the one it was put into since."""
    if not token:
        return None
    known = Conversation.objects.select_related("contact", "merged_into__contact")
    found = known.filter(reply_token=token).first()
    if found and found.merged_into:
        return found.merged_into
    if found and found.state == Conversation.State.RESOLVED:
        return _put_into(found) or found
    return found


def _put_into(conversation: Conversation) -> Conversation | None:
    """Where its messages are now, if an agent put them elsewhere."""
    if conversation.messages.exists():
        return None
    moved = Event.objects.filter(conversation_id=conversation.pk, verb=PUT_INTO.name)
    last = moved.order_by("-pk").first()
    known = Conversation.objects.select_related("merged_into")
    into = known.filter(public_id=last.data["into"]).first() if last else None
    return (into.merged_into or into) if into else None


def note_sister(message: Message, sister: Message, at: datetime) -> None:
    """The same mail came to another inbox: each conversation tells of the other."""
    here, there = message.conversation, sister.conversation
    record(ALSO_IN, conversation=here, at=at, inbox=there.inbox.name, ref=there.ref)
    record(ALSO_IN, conversation=there, at=at, inbox=here.inbox.name, ref=here.ref)
