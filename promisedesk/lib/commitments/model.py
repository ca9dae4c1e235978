"""The shapes the languages and `due.py` share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

KINDS = ("call", "answer", "refund", "ship", "other")
PARTS = {  # the end of a part of the day, as a promise means it
    "first_thing": time(10),
    "morning": time(12),
    "before_lunch": time(13),
    "noon": time(12),
    "afternoon": time(18),
    "end_of_day": time(18),
    "evening": time(21),
    "midnight": time(23, 59),
}


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it is said. `kind` is one of

    offset      `n` days from today: 0 today, 1 tomorrow, 2 the day after
    weekday     the next day `n` (0 Monday) after today
    next_week   with `n` a weekday: that day of next week
    this_week   with `n` a weekday: that day of this week
    date        `day`.`month`.(`year` or 0: the next such date)
    month_day   the `day`th of this month, or of the next when it is past
    week_end    the end of this week: its Friday
    next_week_end   "next week": its Friday; with `n` 1 the week after that, and so on
    month_end   the last working day (Monday to Friday) of this month, of the one `n` months on,
                or of the next `month` when that is given
    """

    kind: str
    n: int = 0
    day: int = 0
    month: int = 0
    year: int = 0


@dataclass(frozen=True, slots=True)
class Length:
    """A span as it is said: "in an hour", "3 days", "2 working days". `unit` is minute, hour,
    day, week or month. Hours and minutes run by the clock, days are calendar days, weeks seven
    of them; working days are the Nth after today, working hours opening time."""

    amount: int
    unit: str
    is_working: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """A day, a length, or neither ("by 15:00": today, or tomorrow when that is past).

    `at` is the clock time, a window's end; `part` names one of PARTS. With neither, a day ends
    with the working day.
    """

    day: Day | None = None
    length: Length | None = None
    at: time | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One promise in a text: where it stands (code points of the text given), what kind of deed
    it is, when by. `rank` orders several: the higher is the surer and the more concrete. `others`
    are further times of the same promise ("tomorrow or Friday"): the latest of all counts."""

    start: int
    end: int
    kind: str
    when: When
    rank: float = 0.0
    others: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise with its moment, for those outside this package."""

    start: int
    end: int
    text: str
    kind: str
    due_at: datetime  # aware, in the customer's zone
    rank: float = 0.0
