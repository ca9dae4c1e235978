"""The views of the inbox: which conversations each shows, in which order, and how many.

Every view is a walk along one index, so a page costs the same in a small shop and a big
one. Counts stop at MOST_COUNTED for the same reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache, reduce
from operator import or_
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation
from promisedesk.desk.pills import Hours, Rule
from promisedesk.lib.countdowns import soon_until

COUNT = "(SELECT COUNT(*) FROM ({}) one)"
MOST_COUNTED = 1000  # shown as "999+"
OPEN, WAITING = Conversation.State.OPEN, Conversation.State.WAITING
RESOLVED, SPAM = Conversation.State.RESOLVED, Conversation.State.SPAM


@dataclass(frozen=True)
class Reader:
    """Who looks, and when, and by whose clock: what the views are cut by."""

    agent: Agent
    now: datetime
    time_zone: str
    hours: Hours

    @cached_property
    def seen(self) -> QuerySet[Conversation]:
        """Everything this agent may see."""
        return Conversation.objects.visible_to(self.agent)


@dataclass(frozen=True)
class Selection:
    """One view. `parts` are shown one after the other, each in its own order along an index."""

    slug: str
    name: LazyText
    icon: str
    parts: Callable[[Reader], list[QuerySet]]
    empty: LazyText
    is_counted: bool = True
    tone: str = ""

    def __str__(self) -> str:
        return str(self.name)


def _newest(reader: Reader, state: str) -> list[QuerySet]:
    return [reader.seen.filter(state=state).order_by("-sort_at", "-id")]


def _owed(reader: Reader) -> QuerySet:
    """Everything promised and not handed over yet: a queued answer is not an answer."""
    return reader.seen.filter(due_at__isnull=False).order_by("due_at", "id")


def _open(reader: Reader, *states: str) -> list[QuerySet]:
    """What is owed by its time, whatever the state; then what nothing was promised for."""
    undated = reader.seen.filter(due_at=None).order_by("sort_at", "id")
    return [
        # No state is asked for: only open and waiting ones owe, and the index says no state.
        _owed(reader),
        *(undated.filter(state=state) for state in states),
    ]


def _due_soon(reader: Reader) -> list[QuerySet]:
    minute = reader.now.replace(second=0, microsecond=0)
    until = {
        tuple(inbox_ids): _soon_until(rule, minute, reader.time_zone)
        for rule, inbox_ids in reader.hours.by_rule().items()
    }
    # The latest of all first: one walk along the index, and what each inbox says within it.
    latest = max(until.values(), default=reader.now)
    found = _owed(reader).filter(due_at__gt=reader.now, due_at__lt=latest)
    if len(set(until.values())) > 1:
        ways = [Q(inbox__in=inboxes, due_at__lt=at) for inboxes, at in until.items()]
        found = found.filter(reduce(or_, ways))
    return [found]


@lru_cache(maxsize=64)
def _soon_until(rule: Rule, minute: datetime, time_zone: str) -> datetime:
    return soon_until(rule.calendar, minute, ZoneInfo(time_zone))


SELECTIONS = {
    one.slug: one
    for one in (
        Selection(
            "mine",
            _("Mine"),
            "user",
            lambda reader: [
                part.filter(assignee=reader.agent) for part in _open(reader, OPEN, WAITING)
            ],
            _("Nothing is assigned to you."),
        ),
        Selection(
            "unassigned",
            _("Unassigned"),
            "inbox",
            lambda reader: [part.filter(assignee=None) for part in _open(reader, OPEN)],
            _("Everything has somebody who looks after it."),
        ),
        Selection(
            "overdue",
            _("Overdue"),
            "alert-circle",
            lambda reader: [_owed(reader).filter(due_at__lte=reader.now)],
            _("No promise is late."),
            tone="bad",
        ),
        Selection(
            "due-soon",
            _("Due soon"),
            "clock",
            _due_soon,
            _("Nothing is due within the hour."),
            tone="warn",
        ),
        Selection(
            "waiting",
            _("Waiting on customer"),
            "hourglass",
            lambda reader: _newest(reader, WAITING),
            _("No customer owes us an answer."),
        ),
        Selection(
            "all",
            _("All open"),
            "list",
            lambda reader: _open(reader, OPEN, WAITING),
            _("Nothing is open. New mail appears here by itself."),
        ),
        Selection(
            "resolved",
            _("Resolved"),
            "check-circle",
            lambda reader: _newest(reader, RESOLVED),
            _("Nothing has been resolved yet."),
            is_counted=False,
        ),
        Selection(
            "spam",
            _("Spam"),
            "x-circle",
            lambda reader: _newest(reader, SPAM),
            _("No spam."),
            is_counted=False,
        ),
    )
}


def counts(reader: Reader) -> dict[str, int]:
    """How many each counted view holds, at most MOST_COUNTED each. One query for all."""
    parts = [
        (slug, part.order_by().values("pk")[:MOST_COUNTED].query.sql_with_params())
        for slug, selection in SELECTIONS.items()
        if selection.is_counted
        for part in selection.parts(reader)
    ]
    # Only what the ORM wrote; the values travel apart.
    numbers_sql = ", ".join(COUNT.format(sql) for _slug, (sql, _values) in parts)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT " + numbers_sql,
            [value for _slug, (_sql, values) in parts for value in values],
        )
        numbers = cursor.fetchone()
    found: dict[str, int] = {}
    for (slug, _query), number in zip(parts, numbers, strict=True):
        found[slug] = min(MOST_COUNTED, found.get(slug, 0) + number)
    return found


def said_count(number: int) -> str:
    """ "41", or "999+" where counting stopped."""
    return f"{MOST_COUNTED - 1}+" if number >= MOST_COUNTED else str(number)
