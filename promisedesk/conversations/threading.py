"""Which conversation an incoming message belongs to.

Ids of our own mails first, then the token in the address it was sent to. Either only
opens the conversation to somebody who takes part in it: ids travel in forwards, and a
guess or a leak must not let a stranger in. The subject's reference alone opens nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from promisedesk.contacts.models import Contact
from promisedesk.conversations.models import Conversation, Message

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
        by_token = _by_token(incoming)
        if by_token and _takes_part(incoming, contact, by_token):
            return by_token, None
        return None, named or by_token
    return named, None


def _takes_part(incoming: IncomingMessage, contact: Contact, conversation: Conversation) -> bool:
    return bool(incoming.address) and conversation.contact_id == contact.pk


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
    # Their own first: else a stranger who writes the same id would take their answers away.
    message = found.filter(conversation__contact=contact).first() or found.first()
    return message.conversation if message else None


def _by_token(incoming: IncomingMessage) -> Conversation | None:
    if not incoming.reply_token:
        return None
    return Conversation.objects.filter(reply_token=incoming.reply_token).first()
