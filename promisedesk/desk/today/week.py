"""How many promises were kept: today, and day by day of the last seven."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from promisedesk.desk.clock import Clock
from promisedesk.lib import phrases
from promisedesk.promises import measures
from promisedesk.promises.measures import Share
from promisedesk.promises.models import Promise

GOAL = 95  # percent; what a shop should aim for, and the dashed line
LOWEST_DRAWN = 80  # percent at the foot of the picture


@dataclass(slots=True)
class Bar:
    day: date
    name: str
    share: Share
    is_today: bool

    @property
    def height(self) -> str:
        """For CSS: 0 at LOWEST_DRAWN percent, 1 at 100."""
        return f"{height(self.share.percent or 0):.2f}"

    @property
    def is_under(self) -> bool:
        return self.share.percent is not None and self.share.percent < GOAL


@dataclass(slots=True)
class Week:
    today: Share
    total: Share
    bars: list[Bar]
    goal: int = GOAL
    goal_height: str = ""


def height(percent: int) -> float:
    return max(0.0, (percent - LOWEST_DRAWN) / (100 - LOWEST_DRAWN))


def midnight(clock: Clock, days: int = 0) -> datetime:
    """The beginning of today, or of a day so many days from it, for the reader."""
    day = clock.today + timedelta(days=days)
    return datetime.combine(day, datetime.min.time(), clock.zone)


def week(clock: Clock, among: QuerySet[Promise]) -> Week:
    """The last seven days, today included. One query."""
    first = clock.today - timedelta(days=6)
    days = measures.kept_by_day(first, 7, clock.zone, among)
    bars = [
        Bar(day, phrases.day_name(day, clock.language), share, day == clock.today)
        for day, share in days.items()
    ]
    total = sum((bar.share for bar in bars), Share())
    return Week(bars[-1].share, total, bars, goal_height=f"{height(GOAL):.2f}")
