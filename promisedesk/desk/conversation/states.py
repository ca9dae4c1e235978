"""What may change on an open page though nobody wrote: letters leave, promises are told or kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from django.db.models import QuerySet

from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core.prepared import prepared
from promisedesk.promises.models import Promise

NEWEST = 60  # letters whose state is watched


@dataclass(slots=True)
class Letters:
    """A message of ours and each letter of it on its way."""

    message: Message
    deliveries: list[Delivery]


def letters_of(conversation: Conversation) -> list[Letters]:
    """The newest letters of a conversation by message, newest first."""
    found = Delivery.objects.filter(message__conversation=conversation)
    newest = found.select_related("message").order_by("-message_id")[:NEWEST]
    by_message = groupby(newest, key=lambda one: one.message)
    return [Letters(message, in_order(rows)) for message, rows in by_message]


def in_order(deliveries: Iterable[Delivery]) -> list[Delivery]:
    """The letter to the customer first, then the copies."""
    return sorted(deliveries, key=lambda one: (one.is_copy, one.pk))


def signature(conversation: Conversation) -> str:
    """A few letters that change when what is drawn of letters and promises does. Two queries."""
    facts = (
        conversation.state,
        conversation.due_at and conversation.due_at.isoformat(),
        _letters(conversation.pk),
        _owed(conversation.pk),
    )
    return sha256(repr(facts).encode()).hexdigest()[:12]


@prepared
def _letters(conversation: int) -> QuerySet:
    letters = Delivery.objects.filter(message__conversation_id=conversation)
    columns = ("pk", "state", "last_error", "maybe_twice", "in_doubt_at")
    return letters.order_by("-message_id", "pk").values_list(*columns)[:NEWEST]


@prepared
def _owed(conversation: int) -> QuerySet:
    promises = Promise.objects.owed().filter(conversation_id=conversation)
    return promises.order_by("pk").values_list("pk", "told_at")
