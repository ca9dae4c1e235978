"""Conversations as the API shows them."""

from __future__ import annotations

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
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.api.showing.of_promises import one_promise
from promisedesk.api.showing.parts import (
    Shown,
    agent_in_short,
    contact_in_short,
    identities,
    inbox_in_short,
)
from promisedesk.conversations import moods
from promisedesk.conversations.models import (
    Conversation,
    Follower,
    Link,
    Participant,
    Tag,
)
from promisedesk.promises.models import Promise


def with_conversation_parts(rows: QuerySet[Conversation]) -> QuerySet[Conversation]:
    known = rows.select_related("inbox", "contact", "assignee", "team")
    return known.prefetch_related(
        identities("contact__"),
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
    prefetch_related_objects(strangers, Prefetch("contact"), identities("contact__"))
    return found


def _conversation(row: Conversation, answer: Promise | None) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "ref": row.ref,
        "subject": row.subject,
        "state": row.state,
        "snoozed_until": row.snoozed_until,
        "channel": row.channel,
        "inbox": inbox_in_short(row.inbox),
        "contact": contact_in_short(row.contact),
        "assignee": agent_in_short(row.assignee),
        "language": row.language,
        "created_at": row.created_at,
        "last_at": row.last_at,
        "folded": row.folded,
        "spam_because": row.spam_because if row.state == Conversation.State.SPAM else None,
        "answer_promise": answer and one_promise(answer),
        "participants": [_participant(one) for one in row.participants.all()],
        "team": row.team and {"id": row.team.public_id, "name": row.team.name},
        "tags": [{"id": one.public_id, "name": one.name} for one in row.tags.all()],
        "fields": row.fields,
        "followers": [agent_in_short(one.agent) for one in row.followers.all()],
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
