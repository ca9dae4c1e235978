"""Counting against a model so slow that it is obviously right: it walks minute by minute.

The model shares no code with the product: it looks at the wall clock of every minute.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from promisedesk.lib.calendars import WorkCalendar
from promisedesk.lib.counting import Span, deadline, working_seconds

MINUTE = timedelta(minutes=1)
# Minutes: half an hour a week, two of them closed, and 200 minutes asked for.
LONGEST_WALK = 60 * 24 * 90

JUMPS = {
    "Europe/Warsaw": [date(2026, 3, 29), date(2026, 10, 25)],
    "Europe/Moscow": [date(2026, 11, 24)],
    "America/New_York": [date(2026, 3, 8), date(2026, 11, 1)],
    "Australia/Lord_Howe": [date(2026, 4, 5), date(2026, 10, 4)],
    "Asia/Kolkata": [date(2028, 2, 29)],
    "Asia/Kathmandu": [date(2026, 12, 31)],
    "Africa/Cairo": [date(2026, 4, 24), date(2026, 10, 29)],
    "Pacific/Apia": [date(2011, 12, 30), date(2026, 9, 27)],
    "America/Nuuk": [date(2026, 3, 28), date(2026, 10, 24)],
    "Africa/Casablanca": [date(2026, 2, 15), date(2026, 3, 22)],
}


class Walker:
    def __init__(self, zone, hours, closed, own):
        self.zone, self.hours, self.closed, self.own = ZoneInfo(zone), hours, closed, own

    def is_open(self, minute):
        wall = minute.astimezone(self.zone)
        day, clock = wall.date(), wall.hour * 60 + wall.minute
        if day in self.own:
            hours = self.own[day]
        else:
            hours = [] if day in self.closed else self.hours.get(day.weekday(), [])
        return any(opens <= clock < closes for opens, closes in hours)

    def open_minutes(self, start):
        for step in range(LONGEST_WALK):
            if self.is_open(minute := start + step * MINUTE):
                yield minute
        raise AssertionError("walked too far")

    def working_minutes(self, start, amount):
        minutes = self.open_minutes(start)
        for _ in range(amount):
            last = next(minutes)
        return last + MINUTE

    def working_days(self, start, amount):
        begin = next(self.open_minutes(start))
        wall = begin.astimezone(self.zone)
        days = []
        for minute in self.open_minutes(begin):
            day = minute.astimezone(self.zone).date()
            if day > wall.date() and (not days or days[-1][0] != day):
                if len(days) == amount:
                    break
                days.append((day, []))
            if days:
                days[-1][1].append(minute)
        day, minutes = days[-1]
        same = datetime.combine(day, time(wall.hour, wall.minute), self.zone).astimezone(UTC)
        before = [minute for minute in minutes if minute < same]
        if same in minutes:
            return same
        return before[-1] + MINUTE if before else minutes[0]


@st.composite
def intervals(draw, least=0):
    edges = st.integers(0, 48).map(lambda half_hours: half_hours * 30)
    cuts = sorted(draw(st.sets(edges, min_size=least, max_size=6)))
    return tuple(zip(cuts[::2], cuts[1::2], strict=False))


@st.composite
def questions(draw):
    zone = draw(st.sampled_from(sorted(JUMPS)))
    jump = draw(st.sampled_from(JUMPS[zone]))
    near = st.integers(-9, 9).map(lambda days: jump + timedelta(days=days))
    hours = draw(st.dictionaries(st.integers(0, 6), intervals(), max_size=7))
    hours[draw(st.integers(0, 6))] = draw(intervals(least=2))
    closed = draw(st.frozensets(near, max_size=3))
    own = draw(st.dictionaries(near, intervals(), max_size=2))
    at = datetime.combine(draw(near), time(), UTC) + draw(st.integers(-720, 2160)) * MINUTE
    hours = {day: found for day, found in hours.items() if found}
    return WorkCalendar(zone, None, None, hours, closed, own), at


def walker(calendar):
    return Walker(calendar.time_zone, calendar.hours, calendar.closed, calendar.open)


@settings(max_examples=80, deadline=None)
@given(questions(), st.integers(1, 200))
def test_working_minutes_are_those_a_walk_counts(question, amount):
    calendar, start = question
    found = deadline(calendar, start, Span(amount, "minute", working=True))
    assert found.due_at == walker(calendar).working_minutes(start, amount)
    assert sum(piece.seconds for piece in found.counted) == amount * 60
    assert working_seconds(calendar, start, found.due_at) == amount * 60


@settings(max_examples=80, deadline=None)
@given(questions(), st.integers(1, 3))
def test_working_days_are_those_a_walk_finds(question, amount):
    calendar, start = question
    found = deadline(calendar, start, Span(amount, "day", working=True))
    assert found.due_at == walker(calendar).working_days(start, amount)
    assert found.due_at > start


@settings(max_examples=100, deadline=None)
@given(questions(), st.integers(1, 6000))
def test_time_by_the_clock_is_counted_whole_and_by_date(question, amount):
    calendar, start = question
    found = deadline(calendar, start, Span(amount, "minute"))
    assert found.due_at - start == amount * MINUTE
    assert sum(piece.seconds for piece in found.counted) == amount * 60
    for piece in found.counted:
        assert {
            piece.start.astimezone(calendar.zone).date(),
            (piece.end - MINUTE).astimezone(calendar.zone).date(),
        } == {piece.date}
