"""Promises and compensations as the API shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import (
    QuerySet,
)

from promisedesk.api.showing.parts import (
    Shown,
    agent_in_short,
    contact_in_short,
    identities,
)
from promisedesk.promises.models import Compensation, Promise


def with_promise_parts(rows: QuerySet[Promise]) -> QuerySet[Promise]:
    """What `promises` needs, in a fixed number of queries."""
    known = rows.select_related("conversation", "contact", "renews", "renewed_by", "agent")
    return known.prefetch_related(identities("contact__"))


def promises(rows: Iterable[Promise]) -> Shown:
    return [one_promise(row) for row in rows]


def one_promise(row: Promise) -> dict[str, Any]:
    renewed_by = getattr(row, "renewed_by", None)  # none yet: Django raises, not None
    return {
        "id": row.public_id,
        "kind": row.kind,
        "conversation": row.conversation.public_id,
        "contact": contact_in_short(row.contact),
        "made_at": row.made_at,
        "due_at": row.due_at,
        "told_at": row.told_at,
        "settled_at": row.settled_at,
        "state": row.state_now,
        "late_s": row.late_s,
        "renews": row.renews and row.renews.public_id,
        "renewed_by": renewed_by and renewed_by.public_id,
        "renewed_at": row.renewed_at,
        "deed": row.deed or None,
        "says": row.says or None,
        "agent": agent_in_short(row.agent),
        "target": row.target,
    }


def with_compensation_parts(rows: QuerySet[Compensation]) -> QuerySet[Compensation]:
    known = rows.select_related("conversation", "contact", "promise", "by")
    return known.prefetch_related(identities("contact__"))


def compensations(rows: Iterable[Compensation]) -> Shown:
    return [
        {
            "id": row.public_id,
            "kind": row.kind,
            "conversation": row.conversation.public_id,
            "contact": contact_in_short(row.contact),
            "promise": row.promise and row.promise.public_id,
            "cost": f"{row.cost:.2f}",
            "currency": row.currency,
            "says": row.says,
            "code": row.code,
            "agent": agent_in_short(row.by),
            "created_at": row.created_at,
            "taken_back_at": row.taken_back_at,
        }
        for row in rows
    ]
