"""Six years of questions, day by day and clock by clock, against a strip of quarters of an hour.

The model shares no code with the product. The wall clock is a strip of quarters, painted open
or closed; where a zone keeps its distance from UTC a piece of the strip is laid upon UTC. What
is open then is a list, and counting is an index into it. Zones that change their clocks at the
same moments share their days among them, so that every clock is asked about every day.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import compress
from zoneinfo import ZoneInfo

import holidays
import pytest

from promisedesk.lib import places
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.lib.counting import Span, deadline, earlier, working_seconds

pytestmark = pytest.mark.once

QUARTER, DAY = 900, 96  # seconds in a quarter, quarters in a day
FIRST, LAST = date(2025, 1, 1), date(2030, 12, 31)
BEGIN, END = date(2024, 12, 1), date(2031, 3, 1)  # of the strip: nights before, weeks after
EPOCH = date(1970, 1, 1)

OFFICE = {day: ((540, 780), (840, 1080)) for day in range(5)}
ALWAYS = {day: ((0, 1440),) for day in range(7)}
NIGHTS = {day: ((0, 90), (135, 225), (1320, 1440)) for day in range(7)}
SHORT = {day: ((510, 1035),) for day in (6, 0, 1, 2, 3)}
ONE_DAY = {2: ((600, 615), (630, 720))}
NO_DAYS = {}
EASTER_WEEK = frozenset(
    date(year, month, day)
    for year in range(2025, 2031)
    for month, day in ((3, 30), (3, 31), (10, 26), (12, 24))
)
FAIRS = {  # on Sundays of jumps, a Saturday, and in the night of another jump
    date(2026, 3, 29): ((60, 300),),
    date(2026, 10, 25): ((0, 240),),
    date(2027, 3, 28): ((120, 180), (600, 840)),
    date(2028, 2, 29): ((600, 660),),
    date(2026, 5, 16): ((600, 840),),
}
# (hours, has holidays, own closed days, own open days)
CALENDARS = (
    (OFFICE, True, frozenset(), NO_DAYS),
    (ALWAYS, False, frozenset(), NO_DAYS),
    (OFFICE, True, EASTER_WEEK, FAIRS),
    (NIGHTS, False, frozenset(), NO_DAYS),
    (SHORT, False, EASTER_WEEK, FAIRS),
    (ONE_DAY, False, frozenset(), FAIRS),
)
SPANS = (
    "1 working day", "4 working hours", "24 hours", "45 working minutes", "3 working days",
    "1 day", "11 working hours", "90 minutes", "2 working days", "3 days", "1 working minute",
)  # fmt: skip
# Weekend days declared working, by each country's decrees. Offices work the same hours every day.
WORKED_INSTEAD = {
    "AZ": "2024-12-28 2024-12-29 2025-06-21",
    "BY": "2025-01-11 2025-04-26 2025-07-12 2025-12-20 2026-04-25",
    "CN": "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11"
    " 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10",
    "HU": "2024-12-07 2024-12-14 2025-05-17 2025-10-18 2025-12-13 2026-01-10 2026-08-08",
    "KG": "2025-01-11",
    "KZ": "2025-01-05",
    "LV": "2024-12-14 2024-12-28 2025-05-10 2025-11-08 2026-01-17 2026-06-27",
    "MM": "2025-03-22 2025-03-29 2025-11-08",
    "RU": "2024-12-28 2025-11-01 2027-02-20",
    "TW": "2025-02-08",
    "UZ": "2024-12-14 2025-01-04 2026-12-12",
    "VN": "2025-04-26 2026-08-22",
}
CLOCKS = (0, 32_400, 8_100, 46_800, 64_799, 86_399, 9_000, 5_433, 36_000, 84_600, 50_407, 82_800)


def number(day: date) -> int:
    """The first quarter of a date on the strip of the wall."""
    return (day - EPOCH).days * DAY


@cache
def days_off(country: str) -> frozenset[date]:
    return frozenset(holidays.country_holidays(country, years=range(2024, 2032)))


class Clock:
    """Where a zone's distance from UTC changes: (from, to, distance), all in seconds."""

    def __init__(self, zone: str):
        self.zone = ZoneInfo(zone)
        self.pieces, begin = [], number(BEGIN) * QUARTER
        step, end = 7 * 24 * 3600, number(END) * QUARTER
        for at in range(begin, end, step):
            if self.distance(at) != self.distance(at + step):
                changes = at + QUARTER
                while self.distance(changes) == self.distance(at):
                    changes += QUARTER
                self.pieces.append((begin, changes, self.distance(at)))
                begin = changes
        self.pieces.append((begin, end, self.distance(begin)))

    def distance(self, at: int) -> int:
        return int(datetime.fromtimestamp(at, self.zone).utcoffset().total_seconds())


@cache
def painted(which: int, country: str) -> bytearray:
    """The strip of the wall from a day before BEGIN to a day after END."""
    hours, has_holidays, closed, own = CALENDARS[which]
    off = days_off(country) if has_holidays else ()
    moved = WORKED_INSTEAD.get(country, "") if has_holidays else ""
    strip, day = bytearray(), BEGIN - timedelta(days=1)
    while day <= END:
        if day in own:
            today = own[day]
        elif day in closed or day in off:
            today = ()
        elif day.isoformat() in moved:
            today = OFFICE[0]
        else:
            today = hours.get(day.weekday(), ())
        paint = bytearray(DAY)
        for opens, closes in today:
            paint[opens // 15 : closes // 15] = b"\1" * ((closes - opens) // 15)
        strip += paint
        day += timedelta(days=1)
    return strip


class Strip:
    """A calendar on a clock: every open quarter of UTC, in order."""

    def __init__(self, pieces, which, country):
        self.pieces = pieces
        wall, zero = painted(which, country), number(BEGIN) - DAY
        self.open, days = [], set()
        for begin, end, distance in pieces:
            off = distance // QUARTER
            first, last = begin // QUARTER + off, end // QUARTER + off  # on the wall
            shown = wall[first - zero : last - zero]
            self.open += compress(range(first - off, last - off), shown)
            midnights = range(first - first % DAY, last, DAY)
            days.update(
                at // DAY for at in midnights if 1 in shown[max(at - first, 0) : at - first + DAY]
            )
        self.open_days = sorted(days)

    def quarters_of(self, day: int) -> list[int]:
        first = bisect_left(self.open, (day - 1) * DAY)
        near = self.open[first : bisect_left(self.open, (day + 2) * DAY)]
        return [one for one in near if self.wall(one * QUARTER) // (QUARTER * DAY) == day]

    def wall(self, at: int) -> int:
        return next(at + off for begin, end, off in self.pieces if begin <= at < end)

    def shows(self, wall: int) -> int:
        """When the clock shows this: the first time; in a gap as if it had not jumped."""
        before = self.pieces[0][2]
        for begin, end, off in self.pieces:
            if wall - off < end:
                return wall - (off if wall - off >= begin else before)
            before = off
        raise AssertionError("past the strip")

    def is_open(self, at: int) -> bool:
        place = bisect_left(self.open, at // QUARTER)
        return self.open[place] == at // QUARTER

    def working(self, at: int, seconds: int) -> int:
        place = bisect_right(self.open, at // QUARTER)
        if self.is_open(at):
            rest = (at // QUARTER + 1) * QUARTER - at
            if seconds <= rest:
                return at + seconds
            seconds -= rest
        whole, over = divmod(seconds, QUARTER)
        if over:
            return self.open[place + whole] * QUARTER + over
        return (self.open[place + whole - 1] + 1) * QUARTER

    def working_days(self, at: int, amount: int) -> int:
        if not self.is_open(at):
            at = self.open[bisect_right(self.open, at // QUARTER)] * QUARTER
        wall = self.wall(at)
        today = wall // (QUARTER * DAY)
        day = self.open_days[bisect_right(self.open_days, today) + amount - 1]
        due = self.shows(wall + (day - today) * QUARTER * DAY)
        if self.is_open(due):
            return due
        quarters = self.quarters_of(day)
        before = [quarter for quarter in quarters if quarter * QUARTER < due]
        return (before[-1] + 1) * QUARTER if before else quarters[0] * QUARTER

    def due(self, at: int, span: str) -> int:
        amount, *working, unit = span.split()
        seconds = int(amount) * {"minute": 60, "hour": 3600, "day": 86_400}[unit.rstrip("s")]
        if not working:
            return self.shows(self.wall(at) + seconds) if unit[:3] == "day" else at + seconds
        if unit[:3] == "day":
            return self.working_days(at, int(amount))
        return self.working(at, seconds)


def zones_by_clock() -> list[tuple[list, list[tuple[str, str]]]]:
    """(pieces, [(zone, country)]) of all zones of the countries whose holidays are known."""
    known = holidays.list_supported_countries()
    found = defaultdict(list)
    for country, zones in sorted(places._zones_by_country().items()):
        for zone in zones:
            if country in known:
                found[tuple(Clock(zone).pieces)].append((zone, country))
    return list(found.items())


def product(zone, country, calendar) -> WorkCalendar:
    hours, has_holidays, closed, own = calendar
    return WorkCalendar(zone, country if has_holidays else None, None, hours, closed, own)


def moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def test_every_clock_is_right_on_every_day_of_six_years():
    """Each zone of a clock has a share of the days; each day has its hour, span and calendar."""
    clocks = zones_by_clock()
    zones = sum(len(zones) for _pieces, zones in clocks)
    assert zones > 380
    assert len(clocks) > 60
    for count, (pieces, zones) in enumerate(clocks):
        asked(pieces, zones, count)


def asked(pieces, zones, count):
    strips, calendars = {}, {}
    for day in range((LAST - FIRST).days + 1):
        zone, country = zones[day % len(zones)]
        which = (day // len(zones) + count) % len(CALENDARS)
        at = (number(FIRST) // DAY + day) * 86_400 + CLOCKS[(day * 5 + count) % len(CLOCKS)]
        span = SPANS[(day * 3 + day // 7 + count) % len(SPANS)]
        holiday = country if CALENDARS[which][1] else ""
        if (strip := strips.get((which, holiday))) is None:
            strip = strips[which, holiday] = Strip(pieces, which, holiday)
        if (calendar := calendars.get((which, zone))) is None:
            calendar = calendars[which, zone] = product(zone, country, CALENDARS[which])
        compare(calendar, strip, at, span)


def compare(calendar, strip, at, span):
    read, start = Span.parse(span), moment(at)
    found, due = deadline(calendar, start, read), moment(strip.due(at, span))
    assert found.due_at == due, (calendar, start, span, found.due_at, due)
    assert all(piece.start < piece.end for piece in found.counted)
    if read.working and read.unit != "day":
        assert sum(piece.seconds for piece in found.counted) == read.length.total_seconds()
        assert working_seconds(calendar, start, due) == read.length.total_seconds()
        begins = calendar.next_opening(start)
        assert earlier(calendar, due, read) == begins, (calendar, start, span)
