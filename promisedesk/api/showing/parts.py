"""What rows of several kinds have: people and inboxes in a few words."""

from __future__ import annotations

from typing import Any

from django.db.models import (
    Prefetch,
)

from promisedesk.agents.models import Agent
from promisedesk.contacts.models import Contact, Identity
from promisedesk.conversations.models import (
    Inbox,
)

ROOT = "/api/v1"
Shown = list[dict[str, Any]]


def identities(path: str = "") -> Prefetch:
    return Prefetch(f"{path}identities", queryset=Identity.objects.order_by("pk"))


def address_of(contact: Contact) -> str | None:
    mails = (one.value for one in contact.identities.all() if one.kind == Identity.Kind.EMAIL)
    return next(mails, None)


def contact_in_short(contact: Contact) -> dict[str, Any]:
    address = address_of(contact)
    return {"id": contact.public_id, "name": contact.name or address or "", "address": address}


def agent_in_short(agent: Agent | None) -> dict[str, Any] | None:
    return agent and {"id": agent.public_id, "name": agent.name, "address": agent.email}


def inbox_in_short(inbox: Inbox | None) -> dict[str, Any] | None:
    return inbox and {"id": inbox.public_id, "name": inbox.name, "address": inbox.address}
