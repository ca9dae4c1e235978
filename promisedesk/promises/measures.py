"""How well promises are kept: plain questions to the ledger.

A promise counts on the day it is due, whenever it was answered: an answer given a day
ahead counts tomorrow, and a missed one keeps counting on its day however late the answer
came. So the figure of a past day never changes. What is still running counts nowhere,
and what was withdrawn (spam) never did. Broken means: from the moment it was due.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation
from promisedesk.promises.models import Promise

MOST_OF_ONE = 200  # promises to one customer looked at; a shop's own tests have thousands
KEPT = Q(state=Promise.State.KEPT)


def is_broken() -> Q:
    """Missed as of now, whether or not a worker has written it down (PromiseQuerySet)."""
    due = Q(state=Promise.State.RUNNING, due_at__lte=now())
    return Q(state=Promise.State.BROKEN) | due


@dataclass(frozen=True, slots=True)
class Share:
    """So many kept of so many that were due."""

    kept: int = 0
    total: int = 0

    @property
    def percent(self) -> int | None:
        """Rounded down, so that 100 means every single one; None if nothing was due."""
        return self.kept * 100 // self.total if self.total else None

    def __add__(self, other: Share) -> Share:
        return Share(self.kept + other.kept, self.total + other.total)


def visible_to(agent: Agent) -> QuerySet[Promise]:
    """Promises of the conversations this agent may see."""
    if agent.sees_everything:
        return Promise.objects.all()
    # Asked promise by promise: else SQLite goes through all conversations of the inboxes
    # first, where those due on a day are few.
    here = Conversation.objects.visible_to(agent).filter(pk=OuterRef("conversation"))
    return Promise.objects.filter(Exists(here))


def kept_by_day(
    first: date, days: int, zone: ZoneInfo, among: QuerySet[Promise] | None = None
) -> dict[date, Share]:
    """Kept and total of the promises due on each of so many days from `first` on, cut at
    the midnights of `zone`.

    One query, with a range a day: turning each moment into a date would be slow in SQLite.
    """
    dates = [first + timedelta(days=number) for number in range(days)]
    midnights = [
        datetime.combine(day, time.min, zone) for day in [*dates, dates[-1] + timedelta(days=1)]
    ]
    number = Case(
        *[When(due_at__lt=until, then=Value(place)) for place, until in enumerate(midnights[1:])],
        output_field=IntegerField(),
    )
    due = _due_between(midnights[0], midnights[-1], among).annotate(number=number)
    kept_and_missed = (
        due.order_by()
        .values_list("number")
        .annotate(kept=Count("pk", filter=KEPT), missed=Count("pk", filter=is_broken()))
    )
    shares = {dates[place]: Share(kept, kept + missed) for place, kept, missed in kept_and_missed}
    return {day: shares.get(day, Share()) for day in dates}


def outcome_of(state: str, due_at: datetime, settled_at: datetime | None) -> str:
    """How a promise ended: kept, missed (made good late), late (still owed) or running."""
    if state == Promise.State.KEPT:
        return "kept"
    if state == Promise.State.PAUSED or (state != Promise.State.BROKEN and due_at > now()):
        return "running"
    return "missed" if settled_at else "late"


def _due_between(
    since: datetime, until: datetime, among: QuerySet[Promise] | None
) -> QuerySet[Promise]:
    promises = Promise.objects.all() if among is None else among
    return promises.filter(due_at__gte=since, due_at__lt=until)
