"""From local wall-clock hours to moments, right over every jump of the clock.

A moment counts as open when the clock on the wall then shows opening time. So hours that fall
into a gap lose it, hours in an overlap count twice, and a day a country skipped has none.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

Moments = tuple[datetime, datetime]  # from (included) to (excluded), both UTC

# Zones reach from UTC-12 to UTC+14, so all of a local date lies within these bounds.
EARLIEST = timedelta(hours=-15)
LATEST = timedelta(hours=24 + 13)


def open_moments(
    zone: ZoneInfo, day: date, intervals: Iterable[tuple[int, int]]
) -> tuple[Moments, ...]:
    """UTC intervals of the local date `day` for wall-clock `intervals` in minutes; touching
    ones are joined."""
    midnight = datetime.combine(day, time(), UTC)
    spans = [
        (start, end)
        for begins, ends, offset in _stretches(zone, midnight + EARLIEST, midnight + LATEST)
        for opens, closes in intervals
        if (start := max(midnight + timedelta(minutes=opens) - offset, begins))
        < (end := min(midnight + timedelta(minutes=closes) - offset, ends))
    ]
    return _joined(sorted(spans))


def moment_of(zone: ZoneInfo, day: date, wall: time) -> datetime:
    """UTC moment at which the clock shows `wall` on `day`.

    In an overlap the first of the two. In a gap the time it would have been without the jump
    (02:30 becomes 03:30), as java.time and PEP 495 resolve it.
    """
    return datetime.combine(day, wall.replace(fold=0), zone).astimezone(UTC)


def _joined(spans: list[Moments]) -> tuple[Moments, ...]:
    joined: list[Moments] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _stretches(
    zone: ZoneInfo, first: datetime, last: datetime
) -> list[tuple[datetime, datetime, timedelta]]:
    """Cut `first` to `last` where the zone's offset changes: (from, to, offset)."""

    def offset(moment: datetime) -> timedelta:
        return moment.astimezone(zone).utcoffset() or timedelta()

    if offset(first) == offset(last):
        return [(first, last, offset(first))]
    edges = [first, *_changes(offset, first, last), last]
    return [(a, b, offset(a)) for a, b in pairwise(edges)]


def _changes(
    offset: Callable[[datetime], timedelta], first: datetime, last: datetime
) -> list[datetime]:
    """First second of every new offset; looks hourly, then halves."""
    found = []
    before = first
    while before < last:
        after = min(before + timedelta(hours=1), last)
        if offset(before) != offset(after):
            low, high = before, after
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
                low, high = (middle, high) if offset(middle) == offset(before) else (low, middle)
            found.append(high)
        before = after
    return found
