"""Letters that come in, for the tests of pages."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.conversations import incoming
from promisedesk.conversations.incoming import IncomingMessage
from promisedesk.conversations.models import Conversation, Message


def letter(cast: Cast, subject: str, *, at: datetime | None = None, **fields) -> Message:
    """A letter of Clara's to Orders, with the promise it starts."""
    said = {"address": "clara@customer.example", "name": "Clara Holm", "text": "Hello?"} | fields
    with transaction.atomic():
        return incoming.receive(
            IncomingMessage(inbox=cast.help, arrived_at=at or now(), subject=subject, **said)
        )


def many(cast: Cast, number: int) -> None:
    """So many open conversations, an hour apart, owed one after the other; by-passes the mail."""
    start = now()
    Conversation.objects.bulk_create(
        Conversation(
            ref=f"MANY{place:04}",
            inbox=cast.help,
            contact=cast.clara,
            subject=f"Question {place}",
            preview="Hello?",
            language="pl" if place % 2 else "en",
            assignee=cast.anna if place % 3 else None,
            due_at=start + timedelta(hours=place - 2),
            due_since=start - timedelta(days=1),
            sort_at=start + timedelta(hours=place - 2),
        )
        for place in range(number)
    )
