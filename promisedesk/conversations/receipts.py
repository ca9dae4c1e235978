"""What others' mail programs say of a letter of ours after it left: arrived, delayed, read.

Hints, not facts: a receipt may be missing or made up by a robot. None of them moves a promise.
"""

from datetime import datetime

from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.verbs import (
    ARRIVED,
    COMPLAINED,
    DELAYED_THERE,
    DELETED_UNREAD,
    READ_THERE,
)
from promisedesk.core.events import Verb, record
from promisedesk.core.models import Event, Unsubscribed

WHAT = {
    "delivered": ARRIVED,
    "delayed": DELAYED_THERE,
    "read": READ_THERE,
    "deleted": DELETED_UNREAD,
}


def note(message: Message, what: str, at: datetime) -> None:
    """Write down that a letter was "delivered", "delayed", "read" or "deleted" there; each once."""
    _once(WHAT[what], message, at)


def complain(message: Message, address: str, at: datetime) -> None:
    """Somebody called our letter spam: their address gets no letters any more but answers."""
    Unsubscribed.objects.get_or_create(address=address.strip().lower()[:320], defaults={"at": at})
    _once(COMPLAINED, message, at, address=address)
    Conversation.objects.filter(pk=message.conversation_id).update(is_unread=True)


def _once(verb: Verb, message: Message, at: datetime, **data) -> None:
    """A robot may say the same a thousand times."""
    same = Event.objects.filter(conversation_id=message.conversation_id, verb=verb.name)
    if not same.filter(data__message=message.pk).exists():
        conversation = message.conversation
        record(
            verb, conversation=conversation, contact=conversation.contact, at=at,
            about=message, message=message.pk, **data,
        )  # fmt: skip
