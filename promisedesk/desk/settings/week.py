"""The hours of a week as a form: from, to, and the breaks between.

People think of a day as "nine to six with a break at one"; a calendar keeps the open pieces.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from django.http import QueryDict
from django.utils.dates import WEEKDAYS

from promisedesk.lib.opening_hours import WEEKDAYS as KEYS


@dataclass
class Day:
    """One weekday. Times are text as typed ("9:00"); checked when the calendar is saved."""

    key: str
    name: str
    opens: str = ""
    closes: str = ""
    breaks: list[tuple[str, str]] = field(default_factory=list)
    is_open: bool = False

    @property
    def break_rows(self) -> list[tuple[str, str]]:
        """The breaks there are, and an empty one to fill in."""
        return [*self.breaks, ("", "")]

    def intervals(self) -> list[list[str]]:
        """The open pieces: [["09:00", "13:00"], ["14:00", "18:00"]]."""
        edges = [self.opens]
        for start, end in sorted(self.breaks, key=lambda pair: pair[0].zfill(5)):
            edges += [start, end]
        edges.append(self.closes)
        return [list(pair) for pair in zip(edges[::2], edges[1::2], strict=True)]


def week_of(data: dict) -> list[Day]:
    """The seven days of a calendar file."""
    return [_day(number, key, data["hours"].get(key) or []) for number, key in enumerate(KEYS)]


def _day(number: int, key: str, pieces: list[list[str]]) -> Day:
    if not pieces:
        return Day(key, WEEKDAYS[number], "09:00", "18:00")
    breaks = [(a[1], b[0]) for a, b in pairwise(pieces)]
    return Day(key, WEEKDAYS[number], pieces[0][0], pieces[-1][1], breaks, is_open=True)


def week_in(posted: QueryDict) -> list[Day]:
    """The seven days as somebody filled them in. Half-filled breaks are kept, to be refused."""
    days = []
    for number, key in enumerate(KEYS):
        starts, ends = posted.getlist(f"{key}-break-from"), posted.getlist(f"{key}-break-to")
        breaks = [(a.strip(), b.strip()) for a, b in zip(starts, ends, strict=False)]
        days.append(
            Day(
                key,
                WEEKDAYS[number],
                posted.get(f"{key}-from", "").strip(),
                posted.get(f"{key}-to", "").strip(),
                [pair for pair in breaks if any(pair)],
                is_open=bool(posted.get(f"{key}-open")),
            )
        )
    return days


def hours_of(week: list[Day]) -> dict:
    """The `hours` of a calendar file."""
    return {day.key: day.intervals() if day.is_open else [] for day in week}
