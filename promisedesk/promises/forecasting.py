"""How fast each pool of inboxes answers, learned from the ledger once an hour.

A pool is the inboxes that one team looks after, or all that are everybody's.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.utils.timezone import now

from promisedesk.conversations.models import Conversation, Inbox
from promisedesk.core.memo import remembered
from promisedesk.lib import forecasting
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.promises import policies
from promisedesk.promises.models import Pace, Promise

KEPT = 3600  # seconds a pace is good for
MOST = 50_000  # promises looked at; more say nothing new


_learned_at = 0.0  # by time.monotonic; of this process


def learn_when_old() -> None:
    """Learn every pace anew if that was over an hour ago."""
    global _learned_at
    if not _learned_at or time.monotonic() - _learned_at > KEPT:
        learn_all()
        _learned_at = time.monotonic()


def pool_of(inbox: Inbox) -> str:
    """Its name: "team 3", or "all"."""
    return pool_named(inbox.team_id)


def pool_named(team: int | None) -> str:
    """The name of the pool of a team's inboxes, or of everybody's."""
    return f"team {team}" if team else "all"


def learn_all(at: datetime | None = None) -> int:
    """Learn the pace of every pool anew; returns how many are known."""
    at, known = at or now(), 0
    pools: dict[str, list[Inbox]] = {}
    for inbox in Inbox.objects.order_by("pk"):
        pools.setdefault(pool_of(inbox), []).append(inbox)
    for key, inboxes in pools.items():
        calendar = policies.work_calendar(policies.policy_of(inboxes[0]).calendar.version)
        learned = forecasting.learn(history(inboxes, at), calendar, at)
        if learned is None:
            Pace.objects.filter(key=key).delete()
            continue
        facts = {"data": learned.to_json(), "made_at": at}
        Pace.objects.update_or_create(key=key, defaults=facts)
        known += 1
    return known


def history(inboxes: list[Inbox], until: datetime) -> list[forecasting.Asked]:
    """(asked at, answered at or None) of the questions in these, in the last weeks."""
    since = until - timedelta(weeks=forecasting.WEEKS + 2)
    asked = Promise.objects.filter(kind=Promise.Kind.ANSWER, renews=None, made_at__gte=since)
    asked = asked.filter(conversation__inbox__in=inboxes).exclude(state=Promise.State.WITHDRAWN)
    return list(asked.order_by("-made_at").values_list("made_at", "settled_at")[:MOST])


def pace_of(key: str) -> forecasting.Pace | None:
    """What is known of a pool."""
    return paces().get(key)


@remembered(Pace)
def paces() -> dict[str, forecasting.Pace]:
    """What is known of every pool, by its name."""
    return {row.key: forecasting.Pace.from_json(row.data) for row in Pace.objects.all()}


def answered_by(
    inbox: Inbox, calendar: WorkCalendar, at: datetime, due_at: datetime
) -> datetime | None:
    """When a question of `at`, due by its target at `due_at`, will be answered by the team's own
    pace; None while too little is known. One query."""
    if pace_of(pool_of(inbox)) is None:
        return None
    return answered_behind(ahead_of(inbox, due_at), inbox, calendar, at)


def answered_behind(
    ahead: int, inbox: Inbox, calendar: WorkCalendar, at: datetime
) -> datetime | None:
    """The same for a question with so many `ahead` of it. No query while the pace is known."""
    pace = pace_of(pool_of(inbox))
    return forecasting.answered_by(pace, calendar, at, ahead) if pace else None


def ahead_of(inbox: Inbox, due_at: datetime) -> int:
    """How many answers the pool owes before or at that moment."""
    owed = Conversation.objects.listed().filter(answer_due_at__lte=due_at)
    return owed.filter(inbox__team=inbox.team_id).count()


def ahead_of_each(inboxes: list[Inbox], due_at: Mapping[int, datetime]) -> dict[int, int]:
    """The same for each inbox and its own moment, by the inbox's key. One query."""
    if not inboxes:
        return {}
    owed = Conversation.objects.listed().filter(answer_due_at__lte=max(due_at.values()))
    counts = {
        f"inbox_{one.pk}": Count(
            "pk", filter=Q(inbox__team=one.team_id, answer_due_at__lte=due_at[one.pk])
        )
        for one in inboxes
    }
    found = owed.aggregate(**counts)
    return {one.pk: found[f"inbox_{one.pk}"] for one in inboxes}
