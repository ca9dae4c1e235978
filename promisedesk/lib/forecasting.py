"""When a team will have answered a question, told from how fast it answered others.

The method, so that anybody can follow it: count how many answers the team gave in each hour of
the week while questions were left waiting (only then does a count show what it can do); for a
new question, add up those counts from now on until all questions ahead of it and itself are
answered, with a reserve so that about nine of ten such times are kept. When the last days were
slower than usual, it is taken that the next ones will be.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from heapq import heappop, heappush
from math import sqrt
from statistics import fmean
from typing import Any

from promisedesk.lib.calendars import CalendarError, WorkCalendar

WEEKS = 8  # of history looked at
FEWEST = 40  # answers; before so many nothing can be said
STEADY = 4.0  # hours of the average that a cell begins with, so that one odd hour says little
RESERVE = 1.28  # standard deviations: one side of 90 %
LATELY = 3  # open days that tell whether these are slower ones
SLOWEST = 0.3  # of the usual pace, at least
FARTHEST = timedelta(days=60)
HOUR = timedelta(hours=1)

Asked = tuple[datetime, datetime | None]  # asked at, answered at


@dataclass(frozen=True, slots=True)
class Pace:
    """Answers an opening hour by weekday (0 Monday) and local hour; how uneven time is."""

    rates: tuple[tuple[float, ...], ...]
    by_day: float  # variance of a day's answers to their expected number; 1: pure chance
    by_week: float  # standard deviation of a week's answers, as a share of the expected
    lately: float  # the last days' answers as a share of the expected, at most 1
    answers: int

    def to_json(self) -> dict[str, Any]:
        return {
            "rates": [list(row) for row in self.rates],
            "by_day": self.by_day,
            "by_week": self.by_week,
            "lately": self.lately,
            "answers": self.answers,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Pace:
        rates = tuple(tuple(row) for row in data["rates"])
        return cls(rates, data["by_day"], data["by_week"], data["lately"], data["answers"])


def learn(history: Iterable[Asked], calendar: WorkCalendar, until: datetime) -> Pace | None:
    """The pace in the WEEKS before `until` (aware); None while too few answers are known."""
    since = until - timedelta(weeks=WEEKS)
    known = [(asked, done) for asked, done in history if asked < until]
    answers = sorted(done for _asked, done in known if done and since <= done < until)
    if len(answers) < FEWEST:
        return None
    asked = sorted(at for at, _done in known)
    ended = sorted(done for _asked, done in known if done)
    slots = list(_slots(calendar, max(since, answers[0]), until))
    busy = [one for one in slots if bisect_right(asked, one[1]) > bisect_right(ended, one[1])]
    rates = _rates(busy or slots, answers, calendar)
    days = _days(busy or slots, answers, rates, calendar)
    return Pace(rates, _by_day(days), _by_week(days), _lately(days), len(answers))


def answered_by(pace: Pace, calendar: WorkCalendar, at: datetime, ahead: int) -> datetime | None:
    """When a question of `at` will be answered with `ahead` others before it; None: not within
    FARTHEST."""
    return line(pace, calendar, at, [ahead])[0]


def line(
    pace: Pace, calendar: WorkCalendar, at: datetime, aheads: Sequence[int]
) -> list[datetime | None]:
    """The same for several that wait in one line, each with its number of others ahead
    (ascending), in one walk through the calendar."""
    found: list[datetime | None] = []
    done = 0.0  # answers given between `at` and the slot
    for start, end in _slots(calendar, at, at + FARTHEST):
        if len(found) == len(aheads):
            break
        rate = pace.lately * _rate_at(pace.rates, calendar, start)
        able = rate * ((end - start) / HOUR)
        while len(found) < len(aheads):
            needed = _needed(pace, aheads[len(found)] + 1)
            if done + able < needed:
                break
            found.append(start + HOUR * max(0.0, (needed - done) / rate) if rate else start)
        done += able
    return found + [None] * (len(aheads) - len(found))


def not_kept(
    pace: Pace, calendar: WorkCalendar, at: datetime, dues: Sequence[datetime]
) -> list[tuple[int, datetime | None]]:
    """Which of the promises that wait in one line (`dues`, the first to be answered first) are
    not missed yet and will be: their places, and when each will be answered."""
    times = line(pace, calendar, at, range(len(dues)))
    return [
        (place, when)
        for place, (due_at, when) in enumerate(zip(dues, times, strict=True))
        if due_at > at and (when is None or when > due_at)
    ]


def _needed(pace: Pace, number: int) -> float:
    """How many answers to wait for, so that about nine of ten times that one is among them."""
    return number + RESERVE * sqrt(number * pace.by_day + (number * pace.by_week) ** 2)


def _slots(
    calendar: WorkCalendar, since: datetime, until: datetime
) -> Iterable[tuple[datetime, datetime]]:
    """Opening time cut at full hours of UTC."""
    try:
        for _day, opens, closes in calendar.openings(since):
            if opens >= until:
                return
            closes, start = min(closes, until), opens
            while start < closes:
                end = min(closes, start.replace(minute=0, second=0, microsecond=0) + HOUR)
                yield start, end
                start = end
    except CalendarError:
        return


def _cell(calendar: WorkCalendar, at: datetime) -> tuple[int, int]:
    wall = at.astimezone(calendar.zone)
    return wall.weekday(), wall.hour


def _rate_at(rates: Sequence[Sequence[float]], calendar: WorkCalendar, at: datetime) -> float:
    day, hour = _cell(calendar, at)
    return rates[day][hour]


def _within(answers: list[datetime], start: datetime, end: datetime) -> int:
    return bisect_right(answers, end) - bisect_right(answers, start)


def _rates(
    slots: list[tuple[datetime, datetime]], answers: list[datetime], calendar: WorkCalendar
) -> tuple[tuple[float, ...], ...]:
    counts = [[0.0] * 24 for _day in range(7)]
    hours = [[0.0] * 24 for _day in range(7)]
    for start, end in slots:
        day, hour = _cell(calendar, start)
        counts[day][hour] += _within(answers, start, end)
        hours[day][hour] += (end - start) / HOUR
    total = sum(map(sum, hours))
    average = sum(map(sum, counts)) / total if total else 0.0
    return tuple(
        tuple(
            round((count + STEADY * average) / (length + STEADY), 4)
            for count, length in zip(*rows, strict=True)
        )
        for rows in zip(counts, hours, strict=True)
    )


def _days(
    slots: list[tuple[datetime, datetime]],
    answers: list[datetime],
    rates: Sequence[Sequence[float]],
    calendar: WorkCalendar,
) -> dict[date, tuple[float, float]]:
    """(answers, expected answers) of each day, in order."""
    days: dict[date, tuple[float, float]] = {}
    for start, end in slots:
        day = calendar.local_date(start)
        count, mean = days.get(day, (0.0, 0.0))
        expected = _rate_at(rates, calendar, start) * ((end - start) / HOUR)
        days[day] = count + _within(answers, start, end), mean + expected
    return {day: seen for day, seen in days.items() if seen[1] > 0}


def _by_day(days: dict[date, tuple[float, float]]) -> float:
    squares = [(count - mean) ** 2 / mean for count, mean in days.values()]
    return round(min(12.0, max(1.0, fmean(squares))), 3) if squares else 1.0


def _by_week(days: dict[date, tuple[float, float]]) -> float:
    weeks: dict[tuple[int, int], tuple[float, float]] = {}
    for day, (count, mean) in days.items():
        name = day.isocalendar()[:2]
        before = weeks.get(name, (0.0, 0.0))
        weeks[name] = before[0] + count, before[1] + mean
    off = [(count / mean - 1) ** 2 for count, mean in weeks.values()]
    return round(min(0.5, sqrt(fmean(off))), 3) if len(off) > 2 else 0.2


def _lately(days: dict[date, tuple[float, float]]) -> float:
    last = list(days.values())[-LATELY:]
    expected = sum(mean for _count, mean in last)
    share = sum(count for count, _mean in last) / expected if expected else 1.0
    return round(min(1.0, max(SLOWEST, share)), 3)


def share_kept(
    history: Sequence[Asked], calendar: WorkCalendar, targets: Sequence[datetime]
) -> dict[str, Any]:
    """What would have been kept: always offering the target, or the honest time where later.

    `targets[n]` is when question n was due by the target. Each question is told only what was
    known when it was asked: the pace is learned anew each day. Unanswered ones are broken.
    """
    found = {"questions": 0, "by_target": 0, "by_offer": 0, "later": 0, "later_by_h": 0.0}
    asked = sorted(range(len(history)), key=lambda n: history[n][0])
    pace, learned_on = None, None
    waiting: list[tuple[datetime, datetime]] = []  # (answered at, due by target), a heap
    dues: list[datetime] = []  # of those, sorted
    never = datetime.max.replace(tzinfo=UTC)
    for n in asked:
        at, done = history[n]
        day = calendar.local_date(at)
        if day != learned_on:
            pace, learned_on = learn(history_before(history, at), calendar, at), day
        while waiting and waiting[0][0] <= at:
            dues.pop(bisect_left(dues, heappop(waiting)[1]))
        ahead = bisect_right(dues, targets[n])
        heappush(waiting, (done or never, targets[n]))
        insort(dues, targets[n])
        if pace is None:
            continue
        honest = answered_by(pace, calendar, at, ahead)
        offer = max(targets[n], honest) if honest else at + FARTHEST
        found["questions"] += 1
        found["by_target"] += bool(done and done <= targets[n])
        found["by_offer"] += bool(done and done <= offer)
        if offer > targets[n]:
            found["later"] += 1
            found["later_by_h"] += (offer - targets[n]) / HOUR
    return found


def history_before(history: Iterable[Asked], at: datetime) -> list[Asked]:
    """What was known at a moment: an answer given later was none yet."""
    return [
        (asked, done if done and done < at else None)
        for asked, done in history
        if asked < at and (done is None or done > at - timedelta(weeks=WEEKS))
    ]
