"""Messages, what happened, what search found and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import (
    Prefetch,
    QuerySet,
)
from django.utils.crypto import salted_hmac

from promisedesk.agents.models import Agent
from promisedesk.api.showing.parts import (
    ROOT,
    Shown,
    agent_in_short,
    contact_in_short,
    identities,
    inbox_in_short,
)
from promisedesk.conversations import moods
from promisedesk.conversations.models import (
    Arrival,
    Attachment,
    Delivery,
    Message,
)
from promisedesk.core.models import Event
from promisedesk.lib.mail.sanitising import clean_html
from promisedesk.promises.models import Promise


def with_message_parts(rows: QuerySet[Message]) -> QuerySet[Message]:
    return rows.select_related("conversation", "agent", "contact").prefetch_related(
        "deliveries", Prefetch("attachments", queryset=Attachment.objects.order_by("pk"))
    )


def messages(rows: Iterable[Message]) -> Shown:
    return [_message(row) for row in rows]


def _message(row: Message) -> dict[str, Any]:
    delivery = row.delivery
    return {
        "id": row.public_id,
        "conversation": row.conversation.public_id,
        "direction": row.direction,
        "automatic": row.automatic,
        "channel": row.channel,
        "author": _author(row),
        "subject": row.subject,
        "text": row.text,
        "html": clean_html(row.html) if row.html else None,
        "quoted_text": row.quoted_text,
        "signature": row.signature,
        "attachments": [_attachment(one) for one in row.attachments.all()],
        "created_at": row.created_at,
        "delivery": delivery and _delivery(delivery),
        "copies": [
            {**_delivery(one), "address": one.to_address}
            for one in sorted(row.deliveries.all(), key=lambda one: one.pk)
            if one.is_copy
        ],
        "marks": row.marks,
        "mood": moods.said(row.marks) if row.direction == Message.Direction.IN else None,
    }


def _delivery(row: Delivery) -> dict[str, Any]:
    return {
        "state": row.state,
        "attempts": row.attempts,
        "last_error": row.last_error or None,
        "sent_at": row.sent_at,
    }


def _author(row: Message) -> dict[str, Any] | None:
    if row.direction != Message.Direction.IN:
        return agent_in_short(row.agent)
    return row.contact and {
        "id": row.contact.public_id,
        "name": row.contact.name or row.from_name or row.from_address,
        "address": row.from_address or None,
    }


def _attachment(row: Attachment) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "name": row.name,
        "type": row.content_type,
        "size": row.size,
        "sha256": row.sha256,
        "url": f"{ROOT}/attachments/{row.public_id}",
    }


# Keys of Event.data that hold row numbers, which never leave the desk.
NUMBERED = {"message": Message, "promise": Promise, "agent": Agent}


def events(rows: list[Event]) -> Shown:
    ids = {
        key: dict(
            model._default_manager.filter(
                pk__in=[row.data[key] for row in rows if isinstance(row.data.get(key), int)]
            ).values_list("pk", "public_id")
        )
        for key, model in NUMBERED.items()
    }
    return [_event(row, ids) for row in rows]


def _event(row: Event, ids: dict[str, dict[int, str]]) -> dict[str, Any]:
    return {
        "id": salted_hmac("promisedesk.api.event", str(row.pk)).hexdigest()[:32],
        "verb": row.verb,
        "at": row.at,
        "by": agent_in_short(row.by),
        "data": {
            key: ids[key].get(value) if key in ids else value for key, value in row.data.items()
        },
    }


def unreadable(rows: Iterable[Arrival]) -> Shown:
    return [
        {
            "id": row.public_id,
            "state": row.state,
            "reason": row.last_error,
            "source": row.source,
            "inbox": inbox_in_short(row.inbox),
            "sender": row.envelope_from,
            "recipient": row.recipient,
            "size": row.size,
            "sha256": row.sha256,
            "arrived_at": row.arrived_at,
            "url": f"{ROOT}/unreadable/{row.public_id}/raw",
        }
        for row in rows
    ]


def hits(keys: list[int]) -> Shown:
    """Messages by number, in the order given; ones that are gone are left out."""
    rows = (
        Message.objects.filter(pk__in=keys)
        .select_related("conversation__contact")
        .prefetch_related(identities("conversation__contact__"))
        .in_bulk()
    )
    return [_hit(rows[key]) for key in keys if key in rows]


def _hit(row: Message) -> dict[str, Any]:
    conversation = row.conversation
    return {
        "kind": "message",
        "id": row.public_id,
        "conversation": conversation.public_id,
        "ref": conversation.ref,
        "subject": row.subject or conversation.subject,
        "state": conversation.state,
        "contact": contact_in_short(conversation.contact),
        "direction": row.direction,
        "excerpt": " ".join(row.text[:600].split())[:200],
        "created_at": row.created_at,
    }
