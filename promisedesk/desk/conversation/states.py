"""What may change on an open page though nobody wrote: letters leave, promises are told or kept."""

from __future__ import annotations

from hashlib import sha256

from promisedesk.conversations.models import Conversation, Delivery
from promisedesk.promises.models import Promise

NEWEST = 60  # letters whose state is watched


def letters_of(conversation: Conversation) -> list[Delivery]:
    """The newest letters of a conversation with their messages, newest first."""
    found = Delivery.objects.filter(message__conversation=conversation)
    return list(found.select_related("message").order_by("-message_id")[:NEWEST])


def signature(conversation: Conversation) -> str:
    """A few letters that change when what is drawn of letters and promises does. Two queries."""
    letters = Delivery.objects.filter(message__conversation=conversation)
    columns = ("message_id", "state", "last_error", "maybe_twice")
    promises = Promise.objects.owed().filter(conversation=conversation)
    facts = (
        conversation.state,
        conversation.due_at and conversation.due_at.isoformat(),
        list(letters.order_by("-message_id").values_list(*columns)[:NEWEST]),
        list(promises.order_by("pk").values_list("pk", "told_at")),
    )
    return sha256(repr(facts).encode()).hexdigest()[:12]
