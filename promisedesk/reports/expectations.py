"""How long customers waited for an answer, against how long they are willing to wait.

A question begins when it arrives and ends when the first letter of a person leaves that did not
come back; a new promise in between changes nothing. One still waiting counts as soon as it has
waited longer than anybody expects; one that is younger, spam, and what was closed without an
answer count nowhere. Times are by the clock, as customers count, in whole seconds.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import BooleanField, Case, Count, Exists, OuterRef, Q, QuerySet, When
from django.db.models.functions import Coalesce
from django.utils.timezone import now

from promisedesk.conversations.models import Delivery
from promisedesk.promises.expecting import Step
from promisedesk.promises.models import Promise
from promisedesk.reports.cuts import Cut
from promisedesk.reports.moments import QuarterHour, Seconds, cell_of

HOUR = 3600
BOUNDS = (HOUR // 4, HOUR, 4 * HOUR, 8 * HOUR, 24 * HOUR, 48 * HOUR)  # of the bars, in seconds
WORTH_SAYING = 0.5  # answers an hour; less is no hour to staff
ANSWERED = Q(state=Promise.State.KEPT) | Q(settled_by__isnull=False)
WAITING = Q(settled_at=None, state__in=[Promise.State.RUNNING, Promise.State.BROKEN])

Hour = tuple[int, int]  # weekday (0 is Monday) and hour


@dataclass(slots=True)
class Asked:
    """Questions, and how many had their answer within each bound (seconds, added up)."""

    number: int = 0
    answered: int = 0
    within: Counter[int] = field(default_factory=Counter)

    @property
    def waiting(self) -> int:
        return self.number - self.answered

    def share(self, bound: int) -> float:
        """How many of one had it within the bound, which must be among those counted."""
        return self.within[bound] / self.number if self.number else 0.0

    def add(self, number: int, answered: int, within: dict[int, int]) -> None:
        self.number += number
        self.answered += answered
        self.within.update(within)


@dataclass(frozen=True, slots=True)
class Won:
    """What it would win if every answer came within a step, in percent of customers."""

    step: Step
    content: float  # then
    gain: float  # points more than today
    late: int  # questions that waited longer


@dataclass(frozen=True, slots=True)
class Need:
    """Hours of a weekday in which more answers would be needed; figures are for one hour."""

    weekday: int
    start: int
    end: int  # the hour it ends before
    asked: float
    in_time: float
    leaving: float  # answers that left in these hours, to whichever question

    @property
    def more(self) -> float:
        return self.asked - self.in_time


@dataclass(slots=True)
class Times:
    """The answer times of a period."""

    steps: list[Step]
    first: Asked
    every: Asked
    asked_at: dict[Hour, Asked]  # of `every`, or of `first` if so asked
    leaving: Counter[Hour]
    weekdays: list[int]  # how often each was in the period

    def bounds(self) -> list[int]:
        return bounds_of(self.steps)

    def content(self, asked: Asked) -> float:
        """Percent of customers content with the speed: each step's share, as often as it was met.

        Whoever is content within a day is so within an hour as well, and the rest of a hundred
        by no speed alone.
        """
        return sum(step.share * asked.share(step.seconds) for step in self.steps)

    def won(self, asked: Asked) -> list[Won]:
        """The steps not fully met, the next one first."""
        today, found = self.content(asked), []
        for step in reversed(self.steps):
            late = asked.number - asked.within[step.seconds]
            if late:
                met = [one for one in self.steps if one.seconds >= step.seconds]
                quicker = [one for one in self.steps if one.seconds < step.seconds]
                content = sum(one.share for one in met)
                content += sum(one.share * asked.share(one.seconds) for one in quicker)
                found.append(Won(step, content, content - today, late))
        return found

    def needs(self, step: Step, at_most: int = 4) -> list[Need]:
        """Where most answers are missing for a step: hours of a weekday that follow each other."""
        found, open_block = [], []
        for weekday in range(7):
            for hour in range(25):
                need = self._need(weekday, [hour], step) if hour < 24 else None
                if need and need.more >= WORTH_SAYING:
                    open_block.append(hour)
                elif open_block:
                    found.append(self._need(weekday, open_block, step))
                    open_block = []
        found.sort(key=lambda need: -need.more * (need.end - need.start))
        return found[:at_most]

    def hourly(self, step: Step) -> list[Need]:
        """Each hour of the week in which an answer was missing, in order."""
        cells = [self._need(day, [hour], step) for day in range(7) for hour in range(24)]
        return [need for need in cells if need and need.more > 0]

    def _need(self, weekday: int, hours: list[int], step: Step) -> Need | None:
        often = self.weekdays[weekday] * len(hours)
        if not often:
            return None
        asked = [self.asked_at[weekday, hour] for hour in hours if (weekday, hour) in self.asked_at]
        return Need(
            weekday,
            hours[0],
            hours[-1] + 1,
            sum(one.number for one in asked) / often,
            sum(one.within[step.seconds] for one in asked) / often,
            sum(self.leaving[weekday, hour] for hour in hours) / often,
        )


def bounds_of(steps: list[Step]) -> list[int]:
    """The bounds that are counted, in seconds: of the bars, and of the steps."""
    return sorted({*BOUNDS, *(step.seconds for step in steps)})


def questions(cut: Cut, steps: list[Step]) -> QuerySet[Promise]:
    """What was asked in the period and counts: the promise that ended each question's wait.

    `asked_at` is when it came, `waited` the seconds until its answer left (None: none yet), and
    `is_first` whether it began the talk. What was due before the period was asked before it too.
    """
    period = cut.period
    longest = timedelta(seconds=max(step.seconds for step in steps))
    came_back = Delivery.objects.filter(
        message=OuterRef("settled_by"), state=Delivery.State.BOUNCED, is_copy=False
    )
    before = Promise.objects.filter(
        conversation=OuterRef("conversation"),
        pk__lt=OuterRef("pk"),
        kind=Promise.Kind.ANSWER,
        settled_by__isnull=False,
    ).exclude(asked_by=OuterRef("asked_by"))
    found = cut.promises().filter(
        kind=Promise.Kind.ANSWER, renewed_at=None, due_at__gte=period.since
    )
    return (
        found.annotate(asked_at=Coalesce("asked_by__created_at", "made_at"))
        .filter(asked_at__gte=period.since, asked_at__lt=period.until)
        .filter(ANSWERED | (WAITING & Q(asked_at__lt=now() - longest)))
        .filter(~Exists(came_back))
        .annotate(
            waited=Seconds("settled_at") - Seconds("asked_at"),
            is_first=Case(
                When(Exists(before), then=False), default=True, output_field=BooleanField()
            ),
        )
    )


def measure(cut: Cut, steps: list[Step], *, first_only: bool = False) -> Times:
    """The answer times of the period. Two queries.

    `first_only`: by the hour, only the first question of each talk is counted.
    """
    rows = questions(cut, steps)
    times = Times(steps, Asked(), Asked(), {}, Counter(), cut.period.weekdays())
    bounds = times.bounds()
    counts = {f"within_{bound}": Count("pk", filter=Q(waited__lte=bound)) for bound in bounds}
    counts |= {"number": Count("pk"), "answered": Count("waited")}
    grouped = rows.values("is_first", quarter=QuarterHour("asked_at")).annotate(**counts)
    for row in grouped.order_by():
        cell = cell_of(row["quarter"], cut.period.zone)
        within = {bound: row[f"within_{bound}"] for bound in bounds}
        counted = [times.every, times.first] if row["is_first"] else [times.every]
        if row["is_first"] or not first_only:
            when = cell.day.weekday(), cell.hour
            counted.append(times.asked_at.setdefault(when, Asked()))
        for asked in counted:
            asked.add(row["number"], row["answered"], within)
    left = rows.filter(settled_at__isnull=False).values(quarter=QuarterHour("settled_at"))
    for row in left.annotate(number=Count("pk")).order_by():
        cell = cell_of(row["quarter"], cut.period.zone)
        times.leaving[cell.day.weekday(), cell.hour] += row["number"]
    return times


def of_wait(
    rows: QuerySet[Promise], over: int | None = None, within: int | None = None
) -> QuerySet[Promise]:
    """Questions that waited longer than `over` seconds, and at most `within`.

    Without `within` those without an answer are among them, as they wait longer than anybody
    expects.
    """
    if over is not None:
        longer = Q(waited__gt=over)
        rows = rows.filter(longer if within is not None else longer | Q(waited=None))
    if within is not None:
        rows = rows.filter(waited__lte=within)
    return rows
