"""Rows as the API shows them. Each function takes the rows of a page, so that whatever
they need besides is asked for once a page, not once a row.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import (
    Case,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    When,
    prefetch_related_objects,
)
from django.utils.crypto import salted_hmac
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.api.models import Token
from promisedesk.contacts.models import Contact, Identity
from promisedesk.conversations import moods
from promisedesk.conversations.models import (
    Arrival,
    Attachment,
    Conversation,
    Delivery,
    Follower,
    Inbox,
    Link,
    Message,
    Participant,
    Tag,
)
from promisedesk.core.models import Event
from promisedesk.lib.mail.sanitising import clean_html
from promisedesk.promises.models import Compensation, Promise

ROOT = "/api/v1"
Shown = list[dict[str, Any]]


def _identities(path: str = "") -> Prefetch:
    return Prefetch(f"{path}identities", queryset=Identity.objects.order_by("pk"))


def _address(contact: Contact) -> str | None:
    mails = (one.value for one in contact.identities.all() if one.kind == Identity.Kind.EMAIL)
    return next(mails, None)


def _contact(contact: Contact) -> dict[str, Any]:
    address = _address(contact)
    return {"id": contact.public_id, "name": contact.name or address or "", "address": address}


def _agent(agent: Agent | None) -> dict[str, Any] | None:
    return agent and {"id": agent.public_id, "name": agent.name, "address": agent.email}


def _inbox(inbox: Inbox | None) -> dict[str, Any] | None:
    return inbox and {"id": inbox.public_id, "name": inbox.name, "address": inbox.address}


# --- promises


def with_promise_parts(rows: QuerySet[Promise]) -> QuerySet[Promise]:
    """What `promises` needs, in a fixed number of queries."""
    known = rows.select_related("conversation", "contact", "renews", "renewed_by", "agent")
    return known.prefetch_related(_identities("contact__"))


def promises(rows: Iterable[Promise]) -> Shown:
    return [_promise(row) for row in rows]


def _promise(row: Promise) -> dict[str, Any]:
    renewed_by = getattr(row, "renewed_by", None)  # none yet: Django raises, not None
    return {
        "id": row.public_id,
        "kind": row.kind,
        "conversation": row.conversation.public_id,
        "contact": _contact(row.contact),
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
        "agent": _agent(row.agent),
        "target": row.target,
    }


# --- compensations


def with_compensation_parts(rows: QuerySet[Compensation]) -> QuerySet[Compensation]:
    known = rows.select_related("conversation", "contact", "promise", "by")
    return known.prefetch_related(_identities("contact__"))


def compensations(rows: Iterable[Compensation]) -> Shown:
    return [
        {
            "id": row.public_id,
            "kind": row.kind,
            "conversation": row.conversation.public_id,
            "contact": _contact(row.contact),
            "promise": row.promise and row.promise.public_id,
            "cost": f"{row.cost:.2f}",
            "currency": row.currency,
            "says": row.says,
            "code": row.code,
            "agent": _agent(row.by),
            "created_at": row.created_at,
            "taken_back_at": row.taken_back_at,
        }
        for row in rows
    ]


# --- conversations


def with_conversation_parts(rows: QuerySet[Conversation]) -> QuerySet[Conversation]:
    known = rows.select_related("inbox", "contact", "assignee", "team")
    return known.prefetch_related(
        _identities("contact__"),
        Prefetch("participants", queryset=Participant.objects.order_by("pk")),
        Prefetch("tags", queryset=Tag.objects.order_by("name", "pk")),
        Prefetch("followers", queryset=Follower.objects.select_related("agent").order_by("pk")),
    )


def conversations(rows: list[Conversation], agent: Agent) -> Shown:
    """Others that they name (merged into, beside, linked) only as far as the agent sees them."""
    answers, pairs = _answer_promises(rows), _pairs(rows)
    others = {one for row in rows for one in (row.merged_into_id, row.parent_id) if one}
    seen = _ids_seen(others.union(*pairs), agent)
    links: dict[int, list[str]] = {}
    for one, other in pairs:
        if other in seen:
            links.setdefault(one, []).append(seen[other])
    return [
        _conversation(row, answers.get(row.pk))
        | {
            "merged_into": seen.get(row.merged_into_id),
            "parent": seen.get(row.parent_id),
            "links": links.get(row.pk, []),
        }
        for row in rows
    ]


def _pairs(rows: list[Conversation]) -> list[tuple[int, int]]:
    """Which is linked with which, by number, both ways. One query."""
    numbers = [row.pk for row in rows]
    found = Link.objects.filter(Q(first__in=numbers) | Q(second__in=numbers)).order_by("pk")
    ends = list(found.values_list("first", "second"))
    return [pair for one, other in ends for pair in ((one, other), (other, one))]


def _ids_seen(numbers: set[int], agent: Agent) -> dict[int | None, str]:
    """The ids of those the agent may see. One query, none without any."""
    if not numbers:
        return {}
    seen = Conversation.objects.visible_to(agent).filter(pk__in=numbers)
    return dict(seen.values_list("pk", "public_id"))


def _answer_promises(rows: list[Conversation]) -> dict[int, Promise]:
    """The running answer promise of each conversation, else the latest."""
    by_pk = {row.pk: row for row in rows}
    is_running = Case(When(state="running", due_at__gt=now(), then=0), default=1)
    of_one = Promise.objects.filter(conversation=OuterRef("pk"), kind="answer")
    best = of_one.order_by(is_running, "-made_at", "-pk").values("pk")[:1]
    asked = Conversation.objects.filter(pk__in=by_pk).values_list(Subquery(best), flat=True)
    parts = ("renews", "renewed_by", "agent")
    promises = Promise.objects.filter(pk__in=list(asked)).select_related(*parts)
    found = {promise.conversation_id: promise for promise in promises}
    for promise in found.values():
        # What the page has already is not asked for again: half the time of a list.
        promise.conversation = conversation = by_pk[promise.conversation_id]
        if promise.contact_id == conversation.contact_id:
            promise.contact = conversation.contact
    strangers = [one for one in found.values() if not Promise.contact.is_cached(one)]
    prefetch_related_objects(strangers, Prefetch("contact"), _identities("contact__"))
    return found


def _conversation(row: Conversation, answer: Promise | None) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "ref": row.ref,
        "subject": row.subject,
        "state": row.state,
        "snoozed_until": row.snoozed_until,
        "channel": row.channel,
        "inbox": _inbox(row.inbox),
        "contact": _contact(row.contact),
        "assignee": _agent(row.assignee),
        "language": row.language,
        "created_at": row.created_at,
        "last_at": row.last_at,
        "folded": row.folded,
        "spam_because": row.spam_because if row.state == Conversation.State.SPAM else None,
        "answer_promise": answer and _promise(answer),
        "participants": [_participant(one) for one in row.participants.all()],
        "team": row.team and {"id": row.team.public_id, "name": row.team.name},
        "tags": [{"id": one.public_id, "name": one.name} for one in row.tags.all()],
        "fields": row.fields,
        "followers": [_agent(one.agent) for one in row.followers.all()],
        "resolved_because": row.resolved_because or None,
        "mood": row.mood or moods.CALM,
    }


def _participant(row: Participant) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "name": row.name,
        "address": row.address,
        "state": row.state,
        "came_by": row.came_by,
    }


# --- messages


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
        return _agent(row.agent)
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


# --- events

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
        "by": _agent(row.by),
        "data": {
            key: ids[key].get(value) if key in ids else value for key, value in row.data.items()
        },
    }


# --- contacts, inboxes, agents, tokens


def with_contact_parts(rows: QuerySet[Contact]) -> QuerySet[Contact]:
    return rows.select_related("merged_into").prefetch_related(_identities())


def _kind_of(identity: Identity) -> str:
    """An address said in a letter is an e-mail address, suggested like a number."""
    return "email" if identity.kind == Identity.Kind.OFFERED else identity.kind


def contacts(rows: Iterable[Contact]) -> Shown:
    return [
        {
            **_contact(row),
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
            "agent": _agent(row.agent),
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


# --- unreadable mails


def unreadable(rows: Iterable[Arrival]) -> Shown:
    return [
        {
            "id": row.public_id,
            "state": row.state,
            "reason": row.last_error,
            "source": row.source,
            "inbox": _inbox(row.inbox),
            "sender": row.envelope_from,
            "recipient": row.recipient,
            "size": row.size,
            "sha256": row.sha256,
            "arrived_at": row.arrived_at,
            "url": f"{ROOT}/unreadable/{row.public_id}/raw",
        }
        for row in rows
    ]


# --- search


def hits(keys: list[int]) -> Shown:
    """Messages by number, in the order given; ones that are gone are left out."""
    rows = (
        Message.objects.filter(pk__in=keys)
        .select_related("conversation__contact")
        .prefetch_related(_identities("conversation__contact__"))
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
        "contact": _contact(conversation.contact),
        "direction": row.direction,
        "excerpt": " ".join(row.text[:600].split())[:200],
        "created_at": row.created_at,
    }
