"""Which moment a said time is: `When` + now + zone. Pure calendar, no language.

Working days are Monday to Friday, unless the caller knows whose calendar it will be kept by. A
time without an hour is the end of that working day.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from .model import PARTS, Day, Length, When

OPENING = time(9)  # working hours are counted from here to the end of the day
FRIDAY = 4
LAST_MINUTE = time(23, 59)
LONGEST_REST = 400  # days in a row without a working day: then there is none
IsOpen = Callable[[date], bool]


def is_weekday(day: date) -> bool:
    """Monday to Friday."""
    return day.weekday() <= FRIDAY


def moment(
    when: When,
    now: datetime,
    zone: tzinfo,
    end_of_day: time = time(18),
    is_open: IsOpen = is_weekday,
) -> datetime | None:
    """The latest moment `when` can mean, aware, in `zone`; None for a date that does not exist.

    `now`: aware, any zone. `is_open`: whether a date is a working day.
    """
    local = now.astimezone(zone)
    try:
        if when.length and when.length.unit in ("minute", "hour"):
            return _by_the_clock(when.length, local, zone, end_of_day, is_open)
        at = when.at or _part(when.part, end_of_day)
        day = _day(when, local, is_open)
        if not when.day and not when.length:
            return _today_or_tomorrow(at or end_of_day, local, zone)
        if at is None and day == local.date():
            at = _rest_of_today(local, end_of_day)
        return at_wall(day, at or end_of_day, zone)
    except (ValueError, OverflowError):  # the 31st of November, 10 ** 9 days
        return None


def latest(
    whens: tuple[When, ...],
    now: datetime,
    zone: tzinfo,
    end_of_day: time = time(18),
    is_open: IsOpen = is_weekday,
) -> datetime | None:
    """The latest of several times of one promise ("tomorrow or Friday")."""
    moments = [moment(when, now, zone, end_of_day, is_open) for when in whens]
    return max((each for each in moments if each), default=None)


def at_wall(day: date, at: time, zone: tzinfo) -> datetime:
    """A wall clock time as a moment; one that the change to summer time skips moves on with it."""
    wall = datetime.combine(day, at, tzinfo=zone)
    return wall.astimezone(UTC).astimezone(zone)


def _part(part: str, end_of_day: time) -> time | None:
    return end_of_day if part == "end_of_day" else PARTS.get(part)


def _by_the_clock(
    length: Length, local: datetime, zone: tzinfo, end_of_day: time, is_open: IsOpen
) -> datetime:
    if length.unit == "minute" or not length.is_working:
        span = timedelta(**{length.unit + "s": length.amount})
        return (local.astimezone(UTC) + span).astimezone(zone)
    if length.amount % 24 == 0:  # "48 working hours" are two working days to everybody
        return at_wall(_working_day(local.date(), length.amount // 24, is_open), end_of_day, zone)
    return _working_hours(length.amount, local, zone, end_of_day, is_open)


def _working_hours(
    hours: int, local: datetime, zone: tzinfo, end_of_day: time, is_open: IsOpen
) -> datetime:
    left = timedelta(hours=hours)
    at, rest = local.replace(tzinfo=None), 0
    while rest < LONGEST_REST:
        opens = datetime.combine(at.date(), OPENING)
        closes = datetime.combine(at.date(), max(end_of_day, time(10)))
        start = max(at, opens)
        rest += 1
        if is_open(at.date()) and start < closes:
            rest = 0
            if start + left <= closes:
                end = start + left
                return at_wall(end.date(), end.time(), zone)
            left -= closes - start
        at = datetime.combine(at.date() + timedelta(days=1), time(0))
    raise OverflowError(hours)


def _today_or_tomorrow(at: time, local: datetime, zone: tzinfo) -> datetime:
    said = at_wall(local.date(), at, zone)
    return said if said > local else at_wall(local.date() + timedelta(days=1), at, zone)


def _rest_of_today(local: datetime, end_of_day: time) -> time:
    """ "Today", said after work, is still today: the evening's end, or the day's."""
    steps = (end_of_day, PARTS["evening"], LAST_MINUTE)
    return next((step for step in steps if step > local.time()), LAST_MINUTE)


def _day(when: When, local: datetime, is_open: IsOpen) -> date:
    today = local.date()
    if when.length:
        return _after(when.length, today, is_open)
    day = when.day or Day("offset")
    return _NAMED[day.kind](day, today)


def _after(length: Length, today: date, is_open: IsOpen) -> date:
    if length.unit == "day":
        if length.is_working:
            return _working_day(today, length.amount, is_open)
        return today + timedelta(days=length.amount)
    if length.unit == "week":
        return today + timedelta(weeks=length.amount)
    return _months_on(today, length.amount)


def _working_day(today: date, amount: int, is_open: IsOpen) -> date:
    """The `amount`th working day after today."""
    if amount > 10_000:
        raise OverflowError(amount)
    day, rest = today, 0
    while amount and rest < LONGEST_REST:
        day += timedelta(days=1)
        amount, rest = (amount - 1, 0) if is_open(day) else (amount, rest + 1)
    if amount:
        raise OverflowError(amount)
    return day


def _months_on(day: date, amount: int) -> date:
    months = day.year * 12 + day.month - 1 + amount
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _weekday(day: Day, today: date) -> date:
    """The next such weekday; one that is today means next week's."""
    return today + timedelta(days=(day.n - today.weekday() - 1) % 7 + 1)


def _this_week(day: Day, today: date) -> date:
    return today + timedelta(days=(day.n - today.weekday()) % 7)


def _of_next_week(day: Day, today: date) -> date:
    return today + timedelta(days=7 - today.weekday() + day.n)


def _date(day: Day, today: date) -> date:
    if day.year:
        return date(day.year, day.month, day.day)
    for year in range(today.year, today.year + 9):  # 29 February may be eight years off
        if day.day <= monthrange(year, day.month)[1]:
            said = date(year, day.month, day.day)
            if said >= today:
                return said
    raise ValueError(day)


def _month_day(day: Day, today: date) -> date:
    for months in range(12):
        first = _months_on(today.replace(day=1), months)
        if day.day <= monthrange(first.year, first.month)[1]:
            said = first.replace(day=day.day)
            if said >= today:
                return said
    raise ValueError(day)


def _week_end(day: Day, today: date) -> date:
    return today + timedelta(days=(FRIDAY - today.weekday()) % 7)


def _next_week_end(day: Day, today: date) -> date:
    return today + timedelta(days=7 * (day.n + 1) - today.weekday() + FRIDAY)


def _month_end(day: Day, today: date) -> date:
    ahead = (day.month - today.month) % 12 if day.month else day.n
    first = _months_on(today.replace(day=1), ahead)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    while last.weekday() > FRIDAY:
        last -= timedelta(days=1)
    return last


_NAMED = {
    "offset": lambda day, today: today + timedelta(days=day.n),
    "weekday": _weekday,
    "next_week": _of_next_week,
    "this_week": _this_week,
    "date": _date,
    "month_day": _month_day,
    "week_end": _week_end,
    "next_week_end": _next_week_end,
    "month_end": _month_end,
}
