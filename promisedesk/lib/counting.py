"""Counting promised time in a working calendar (the contract's "Counting").

What the contract leaves open is decided here. Opening is included and closing excluded, so a
question at closing time comes outside hours; a deadline may fall on closing time. Spans without
"working" run by the clock from the question itself, open or not: the calendar gives only the
zone for "N days". A clock time that falls into a gap or overlap: see wall_clock.moment_of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from promisedesk.lib.calendars import HORIZON, CalendarError, WorkCalendar
from promisedesk.lib.wall_clock import Moments, moment_of
from promisedesk.lib.wording import Worded, gettext_noop

SPAN = re.compile(r"(\d{1,9})\s+(working\s+)?(minute|hour|day)s?", re.IGNORECASE)
SAME_DAY = "same day"
LAST_HOUR = timedelta(hours=1)  # of opening time: what comes in it is due the next open day
LENGTHS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
}


class SpanError(Worded):
    """Not a span; the text tells a person how to write one."""


@dataclass(frozen=True)
class Span:
    """A promised length: 4 working hours, 1 working day, 24 hours; or "same day".

    The same day is 0 working days: until the shop closes on the day it is counted from.
    """

    amount: int
    unit: str  # minute, hour or day
    working: bool = False

    @classmethod
    def parse(cls, text: object) -> "Span":
        """Span of "1 working day", "90 minutes", "same day"; raises SpanError."""
        if isinstance(text, str) and " ".join(text.lower().split()) == SAME_DAY:
            return cls(0, "day", True)
        match = SPAN.fullmatch(text.strip()) if isinstance(text, str) else None
        if not match:
            raise SpanError(
                gettext_noop(
                    "“%(text)s” is not a span. "
                    "Write it like 4 working hours, 1 working day, 24 hours."
                ),
                text=text,
            )
        amount, unit = int(match[1]), match[3].lower()
        if not amount:
            raise SpanError(gettext_noop("“%(text)s” is no time at all. Use 1 or more."), text=text)
        if amount * LENGTHS[unit] > HORIZON:
            raise SpanError(
                gettext_noop("“%(text)s” is too long. Use at most ten years."), text=text
            )
        return cls(amount, unit, bool(match[2]))

    def __str__(self) -> str:
        if not self.amount:
            return SAME_DAY
        working = "working " if self.working else ""
        return f"{self.amount} {working}{self.unit}{'' if self.amount == 1 else 's'}"

    @property
    def length(self) -> timedelta:
        return self.amount * LENGTHS[self.unit]


@dataclass(frozen=True)
class Counted:
    """A piece of counted time within one local date; both ends UTC."""

    date: date
    start: datetime
    end: datetime

    @property
    def seconds(self) -> float:
        return (self.end - self.start).total_seconds()


@dataclass(frozen=True)
class Deadline:
    """`due_at` in UTC, and the time that was counted to get there, in order.

    For working hours the pieces sum to the span. For working days they are the opening time
    up to the deadline; for time by the clock, all of it, cut at local midnights.
    """

    due_at: datetime
    counted: list[Counted]


def deadline(calendar: WorkCalendar, start: datetime, span: Span) -> Deadline:
    """When a question of `start` (aware) is due.

    Raises CalendarError when the calendar is never open, or not within ten years.
    """
    calendar.refuse_never_open()
    start = _utc(start)
    try:
        if not span.working:
            return _by_the_clock(calendar, start, span)
        if not span.amount:
            return _same_day(calendar, start)
        if span.unit == "day":
            return _working_days(calendar, start, span.amount)
        return _working_time(calendar, start, span.length)
    except OverflowError:
        raise CalendarError("That is beyond the dates a calendar can hold.") from None


def earlier(calendar: WorkCalendar, due_at: datetime, span: Span) -> datetime:
    """The moment a span before another. Raises CalendarError when it is never open before.

    "1 working hour" before Monday 9:30 of a shop open 9 to 18 is Friday 17:30.
    """
    if not span.working:
        return due_at - span.length
    if span.unit == "day":
        return _days_earlier(calendar, due_at, span.amount)
    left, day = span.length, calendar.local_date(due_at)
    last = day - HORIZON
    while day > last:
        for opens, closes in reversed(calendar.intervals_on(day)):
            closes = min(closes, due_at)
            if opens < closes:
                if closes - opens >= left:
                    return closes - left
                left -= closes - opens
        day -= timedelta(days=1)
    raise CalendarError("It is hardly ever open before that.")


def _days_earlier(calendar: WorkCalendar, due_at: datetime, amount: int) -> datetime:
    day = calendar.local_date(due_at)
    wall, last = due_at, day - HORIZON
    while amount and day > last:
        day -= timedelta(days=1)
        wall -= timedelta(days=1)
        amount -= bool(calendar.intervals_on(day))
    return wall


def working_seconds(calendar: WorkCalendar, start: datetime, end: datetime) -> float:
    """Opening time between two aware moments, in seconds; 0 when `end` is not after `start`."""
    return sum(piece.seconds for piece in _open_pieces(calendar, _utc(start), _utc(end)))


def after_working(calendar: WorkCalendar, start: datetime, length: timedelta) -> datetime:
    """The moment when so much opening time has passed since `start` (aware); UTC.

    Raises CalendarError when it is hardly ever open. No length: `start` itself.
    """
    if length <= timedelta():
        return _utc(start)
    return _working_time(calendar, _utc(start), length).due_at


def rounded_down(
    zone: ZoneInfo, due_at: datetime, minutes: int, *, not_before: datetime
) -> datetime:
    """A time as people say it: back to the last full `minutes` of the local hour (0: as it is).

    Never later, and as it is where nothing would be left after `not_before`.
    """
    if not minutes:
        return due_at
    wall = due_at.astimezone(zone)
    over = timedelta(
        minutes=wall.minute % minutes, seconds=wall.second, microseconds=wall.microsecond
    )
    earlier = due_at - over
    return earlier if earlier > not_before else due_at


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("A moment needs its time zone.")
    return moment.astimezone(UTC)


def _by_the_clock(calendar: WorkCalendar, start: datetime, span: Span) -> Deadline:
    due_at = start + span.length
    if span.unit == "day":
        wall = start.astimezone(calendar.zone)
        due_at = moment_of(calendar.zone, wall.date() + span.length, wall.time())
    return Deadline(due_at, list(_clock_pieces(calendar, start, due_at)))


def _working_time(calendar: WorkCalendar, start: datetime, left: timedelta) -> Deadline:
    counted = []
    for day, opens, closes in calendar.openings(start):
        end = min(closes, opens + left)
        counted.append(Counted(day, opens, end))
        left -= end - opens
        if not left:
            break
    return Deadline(counted[-1].end, counted)


def _same_day(calendar: WorkCalendar, start: datetime) -> Deadline:
    begin = calendar.next_opening(start)
    found = _until_closing(calendar, begin)
    left = sum((one.end - one.start for one in found.counted), timedelta())
    if begin == start and left < LAST_HOUR:
        return _until_closing(calendar, calendar.next_opening(found.due_at))
    return found


def _until_closing(calendar: WorkCalendar, begin: datetime) -> Deadline:
    due_at = calendar.last_open_moment(calendar.local_date(begin)) or begin
    return Deadline(due_at, list(_open_pieces(calendar, begin, due_at)))


def _working_days(calendar: WorkCalendar, start: datetime, amount: int) -> Deadline:
    begin = calendar.next_opening(start)
    wall = begin.astimezone(calendar.zone)
    day = _nth_open_day(calendar, wall.date(), amount)
    same_time = moment_of(calendar.zone, day, wall.time())
    due_at = _open_or_before(calendar.intervals_on(day), same_time)
    return Deadline(due_at, list(_open_pieces(calendar, begin, due_at)))


def _nth_open_day(calendar: WorkCalendar, day: date, amount: int) -> date:
    last = day + HORIZON
    while amount and day < last:
        day += timedelta(days=1)
        amount -= bool(calendar.intervals_on(day))
    if amount:
        raise CalendarError(
            gettext_noop(
                "This calendar has too few open days in ten years. "
                "Give more opening hours or a shorter target."
            )
        )
    return day


def _open_or_before(intervals: tuple[Moments, ...], moment: datetime) -> datetime:
    """`moment` when open then, else the last closing before it, else the first opening."""
    due_at = intervals[0][0]
    for opens, closes in intervals:
        if opens <= moment:
            due_at = min(moment, closes)
    return due_at


def _open_pieces(calendar: WorkCalendar, start: datetime, end: datetime) -> Iterator[Counted]:
    day, last = calendar.local_date(start), calendar.local_date(end)
    while day <= last:
        for opens, closes in calendar.intervals_on(day):
            if opens < end and closes > start:
                yield Counted(day, max(opens, start), min(closes, end))
        day += timedelta(days=1)


def _clock_pieces(calendar: WorkCalendar, start: datetime, end: datetime) -> Iterator[Counted]:
    while start < end:
        day = calendar.local_date(start)
        midnight = moment_of(calendar.zone, day + timedelta(days=1), datetime.min.time())
        # A midnight inside a gap, or passed twice, must still bring us forward.
        stop = min(end, midnight) if midnight > start else end
        yield Counted(day, start, stop)
        start = stop
