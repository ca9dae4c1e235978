"""Customers, agents and what belongs to the shop as the API shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import (
    QuerySet,
)

from promisedesk.agents.models import Agent
from promisedesk.api.models import Token
from promisedesk.api.showing.parts import (
    Shown,
    agent_in_short,
    contact_in_short,
    identities,
)
from promisedesk.contacts.models import Contact, Identity
from promisedesk.conversations.models import (
    Inbox,
    Tag,
)


def with_contact_parts(rows: QuerySet[Contact]) -> QuerySet[Contact]:
    return rows.select_related("merged_into").prefetch_related(identities())


def _kind_of(identity: Identity) -> str:
    """An address said in a letter is an e-mail address, suggested like a number."""
    return "email" if identity.kind == Identity.Kind.OFFERED else identity.kind


def contacts(rows: Iterable[Contact]) -> Shown:
    return [
        {
            **contact_in_short(row),
            "name": row.name,
            "identities": [
                {"kind": _kind_of(one), "value": one.value, "is_suggested": one.is_suggested}
                for one in row.identities.all()
            ],
            "language": row.language,
            "time_zone": row.time_zone,
            "notes": row.notes,
            "company": row.company,
            "segment": row.segment,
            "is_vip": row.is_vip,
            "fields": row.fields or {},
            "merged_into": row.merged_into and row.merged_into.public_id,
            "created_at": row.created_at,
            "answered_at": row.answered_at,
        }
        for row in rows
    ]


def with_inbox_parts(rows: QuerySet[Inbox]) -> QuerySet[Inbox]:
    return rows.select_related("team", "policy__calendar")


def inboxes(rows: Iterable[Inbox]) -> Shown:
    return [_whole_inbox(row) for row in rows]


def _whole_inbox(row: Inbox) -> dict[str, Any]:
    policy = getattr(row, "policy", None)
    return {
        "id": row.public_id,
        "name": row.name,
        "address": row.address,
        "channel": row.channel,
        "language": row.language,
        "team": row.team and row.team.name,
        "is_active": row.is_active,
        "created_at": row.created_at,
        "answer_policy": policy and {"target": policy.target, "calendar": policy.calendar.name},
    }


def agents(rows: Iterable[Agent]) -> Shown:
    return [
        {
            "id": row.public_id,
            "name": row.name,
            "address": row.email,
            "role": row.role,
            "language": row.language,
            "teams": sorted(team.name for team in row.teams.all()),
            "is_active": row.is_active,
        }
        for row in rows
    ]


def tokens(rows: Iterable[Token]) -> Shown:
    return [
        {
            "id": row.public_id,
            "name": row.name,
            "agent": agent_in_short(row.agent),
            "created_at": row.created_at,
            "used_at": row.used_at,
            "revoked_at": row.revoked_at,
        }
        for row in rows
    ]


def tags(rows: Iterable[Tag]) -> Shown:
    return [
        {
            "id": row.public_id,
            "name": row.name,
            "hue": row.hue,
            "is_active": row.is_active,
            "created_at": row.created_at,
        }
        for row in rows
    ]
