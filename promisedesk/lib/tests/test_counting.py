import time
from datetime import UTC, datetime

import pytest

from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.lib.counting import (
    Span,
    SpanError,
    deadline,
    working_seconds,
)
from promisedesk.lib.opening_hours import parse_hours

OFFICE = "Mon-Fri 09:00-18:00"
BREAK = "Mon-Fri 09:00-13:00,14:00-18:00"
ALWAYS = "Mon-Sun 00:00-24:00"


def due(hours, start, span, zone="Europe/Moscow", **more):
    """Local wall-clock words of the deadline; `start` is local too."""
    cal = WorkCalendar(time_zone=zone, hours=parse_hours(hours), **more)
    at = datetime.fromisoformat(start)
    at = at.replace(tzinfo=cal.zone) if at.tzinfo is None else at
    found = deadline(cal, at, Span.parse(span)).due_at
    assert found.tzinfo is UTC
    return f"{found.astimezone(cal.zone):%a %Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("1 working day", Span(1, "day", True)),
        ("4 working hours", Span(4, "hour", True)),
        ("90 minutes", Span(90, "minute")),
        (" 24  Hours ", Span(24, "hour")),
        ("30 working minutes", Span(30, "minute", True)),
        ("2 days", Span(2, "day")),
        (" Same  day", Span(0, "day", True)),
    ],
)
def test_spans_are_read_and_written(text, span):
    assert Span.parse(text) == span
    assert Span.parse(str(span)) == span


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "day",
        "0 days",
        "-1 days",
        "1.5 hours",
        "1 working week",
        "99999999 days",
        None,
        4,
    ],
)
def test_anything_else_is_no_span(text):
    with pytest.raises(SpanError):
        Span.parse(text)


# November 2026: the 20th is a Friday, the 23rd a Monday.
@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-11-23 09:00", "Mon 2026-11-23 18:00"),
        ("2026-11-23 12:00", "Mon 2026-11-23 18:00"),
        ("2026-11-23 17:00", "Mon 2026-11-23 18:00"),
        ("2026-11-23 17:01", "Tue 2026-11-24 18:00"),  # its last hour
        ("2026-11-23 18:00", "Tue 2026-11-24 18:00"),
        ("2026-11-23 03:00", "Mon 2026-11-23 18:00"),
        ("2026-11-27 17:30", "Mon 2026-11-30 18:00"),
    ],
)
def test_the_same_day_is_until_closing(start, expected):
    assert due(BREAK, start, "same day") == expected
    assert str(Span.parse("same day")) == "same day"


@pytest.mark.parametrize(
    ("hours", "start", "span", "expected"),
    [
        (OFFICE, "2026-11-23T14:05", "4 working hours", "Tue 2026-11-24 09:05"),
        (OFFICE, "2026-11-23T14:00", "4 working hours", "Mon 2026-11-23 18:00"),
        (OFFICE, "2026-11-23T17:30", "6 working hours", "Tue 2026-11-24 14:30"),
        (OFFICE, "2026-11-20T17:59", "1 working hour", "Mon 2026-11-23 09:59"),
        (OFFICE, "2026-11-21T12:00", "30 working minutes", "Mon 2026-11-23 09:30"),
        (BREAK, "2026-11-23T12:30", "1 working hour", "Mon 2026-11-23 14:30"),
        (BREAK, "2026-11-23T12:00", "1 working hour", "Mon 2026-11-23 13:00"),
        (BREAK, "2026-11-23T13:30", "1 working hour", "Mon 2026-11-23 15:00"),
        (ALWAYS, "2026-11-21T12:00", "36 working hours", "Mon 2026-11-23 00:00"),
        ("Wed 10:00-12:00", "2026-11-23T14:00", "5 working hours", "Wed 2026-12-09 11:00"),
    ],
)
def test_working_hours_add_opening_time(hours, start, span, expected):
    assert due(hours, start, span) == expected


@pytest.mark.parametrize(
    ("hours", "start", "span", "expected"),
    [
        (OFFICE, "2026-11-23T14:05", "1 working day", "Tue 2026-11-24 14:05"),
        (OFFICE, "2026-11-20T14:05", "1 working day", "Mon 2026-11-23 14:05"),
        (OFFICE, "2026-11-20T14:05", "3 working days", "Wed 2026-11-25 14:05"),
        # Outside opening hours: from the next opening.
        (OFFICE, "2026-11-23T07:00", "1 working day", "Tue 2026-11-24 09:00"),
        (OFFICE, "2026-11-23T18:00", "1 working day", "Wed 2026-11-25 09:00"),
        (OFFICE, "2026-11-21T12:00", "1 working day", "Tue 2026-11-24 09:00"),
        (BREAK, "2026-11-23T13:20", "1 working day", "Tue 2026-11-24 14:00"),
        # Closed at that time: the last open moment before, else the first opening.
        ("Mon-Thu 09:00-18:00; Fri 09:00-15:00", "2026-11-19T17:00", "1 working day",
         "Fri 2026-11-20 15:00"),
        ("Mon 09:00-18:00; Tue 09:00-13:00,14:00-18:00", "2026-11-23T13:30", "1 working day",
         "Tue 2026-11-24 13:00"),
        ("Mon 09:00-18:00; Tue 12:00-16:00", "2026-11-23T10:00", "1 working day",
         "Tue 2026-11-24 12:00"),
        ("Wed 10:00-12:00", "2026-11-25T11:00", "2 working days", "Wed 2026-12-09 11:00"),
        ("Wed 10:00-12:00", "2026-11-25T12:00", "1 working day", "Wed 2026-12-09 10:00"),
        (ALWAYS, "2028-02-28T23:30", "1 working day", "Tue 2028-02-29 23:30"),
    ],
)  # fmt: skip
def test_working_days_keep_the_clock_time(hours, start, span, expected):
    assert due(hours, start, span) == expected


@pytest.mark.parametrize(
    ("start", "span", "expected"),
    [
        ("2026-11-21T12:00", "24 hours", "Sun 2026-11-22 12:00"),
        ("2026-11-23T03:00", "90 minutes", "Mon 2026-11-23 04:30"),
        ("2026-11-20T23:00", "2 days", "Sun 2026-11-22 23:00"),
        ("2028-02-28T12:00", "1 day", "Tue 2028-02-29 12:00"),
    ],
)
def test_without_working_it_is_the_clock_from_the_question_itself(start, span, expected):
    assert due(OFFICE, start, span) == expected


@pytest.mark.parametrize(
    ("zone", "start", "span", "expected"),
    [
        ("Europe/Warsaw", "2026-03-28T12:00", "24 hours", "Sun 2026-03-29 13:00"),
        ("Europe/Warsaw", "2026-03-28T12:00", "1 day", "Sun 2026-03-29 12:00"),
        ("Europe/Warsaw", "2026-03-28T02:30", "1 day", "Sun 2026-03-29 03:30"),
        ("Europe/Warsaw", "2026-03-28T02:30", "1 working day", "Sun 2026-03-29 03:30"),
        ("Europe/Warsaw", "2026-03-28T20:00", "8 working hours", "Sun 2026-03-29 05:00"),
        ("Europe/Warsaw", "2026-10-24T20:00", "8 working hours", "Sun 2026-10-25 03:00"),
        ("Australia/Lord_Howe", "2026-10-03T20:00", "8 working hours", "Sun 2026-10-04 04:30"),
        ("Australia/Lord_Howe", "2026-10-03T02:15", "1 day", "Sun 2026-10-04 02:45"),
        ("Africa/Cairo", "2026-04-23T20:00", "8 working hours", "Fri 2026-04-24 05:00"),
        ("Africa/Cairo", "2026-04-23T00:30", "1 working day", "Fri 2026-04-24 01:30"),
        ("America/New_York", "2026-10-31T20:00", "8 working hours", "Sun 2026-11-01 03:00"),
        ("Asia/Kolkata", "2026-10-31T20:00", "8 working hours", "Sun 2026-11-01 04:00"),
        ("Asia/Kathmandu", "2026-10-31T20:15", "1 working day", "Sun 2026-11-01 20:15"),
        ("Pacific/Apia", "2011-12-29T12:00", "1 working day", "Sat 2011-12-31 12:00"),
        ("Pacific/Apia", "2011-12-29T12:00", "24 hours", "Sat 2011-12-31 12:00"),
        ("Pacific/Apia", "2011-12-29T12:00", "2 days", "Sat 2011-12-31 12:00"),
    ],
)
def test_counting_is_right_over_every_jump_of_the_clock(zone, start, span, expected):
    assert due(ALWAYS, start, span, zone) == expected


def test_the_first_of_two_equal_clock_times_is_meant():
    found = deadline(
        WorkCalendar("Europe/Warsaw", hours=parse_hours(ALWAYS)),
        datetime.fromisoformat("2026-10-24T02:30+02:00"),
        Span.parse("1 working day"),
    )
    assert found.due_at == datetime.fromisoformat("2026-10-25T02:30+02:00")


@pytest.mark.parametrize(
    ("start", "span", "expected"),
    [
        ("2025-12-30T15:00", "1 working day", "Mon 2026-01-12 15:00"),  # over the New Year
        ("2025-10-31T15:00", "1 working day", "Sat 2025-11-01 15:00"),  # a working Saturday
        ("2025-11-01T15:00", "1 working day", "Wed 2025-11-05 15:00"),
        ("2026-05-08T15:00", "1 working day", "Tue 2026-05-12 15:00"),
    ],
)
def test_holidays_and_moved_days_of_russia_count(start, span, expected):
    assert due(OFFICE, start, span, country="RU") == expected


@pytest.mark.parametrize("span", ["1 working day", "1 working hour", "24 hours", "1 day"])
def test_a_calendar_that_is_never_open_is_refused(span):
    with pytest.raises(CalendarError, match="never open"):
        deadline(WorkCalendar("UTC"), datetime(2026, 1, 1, tzinfo=UTC), Span.parse(span))


@pytest.mark.parametrize("span", ["1 working day", "1 working minute", "87000 working hours"])
def test_a_search_without_end_is_refused_quickly(span):
    cal = WorkCalendar("UTC", open={datetime(2026, 1, 1).date(): ((600, 660),)})
    began = time.process_time()
    with pytest.raises(CalendarError, match="shorter target"):
        deadline(cal, datetime(2026, 1, 2, tzinfo=UTC), Span.parse(span))
    assert time.process_time() - began < 2


def test_moments_at_the_end_of_time_are_refused_in_words():
    cal = WorkCalendar("UTC", hours=parse_hours(OFFICE))
    with pytest.raises(CalendarError, match="beyond"):
        deadline(cal, datetime(9999, 12, 31, tzinfo=UTC), Span.parse("3 working days"))


def test_a_moment_without_zone_is_a_programmers_mistake():
    with pytest.raises(ValueError, match="zone"):
        deadline(
            WorkCalendar("UTC", hours=parse_hours(OFFICE)),
            datetime(2026, 1, 1),
            Span.parse("1 day"),
        )


@pytest.mark.parametrize(
    ("start", "span", "pieces"),
    [
        ("2026-11-23T16:00", "4 working hours",
         ["23 16:00-18:00 7200", "24 09:00-11:00 7200"]),
        ("2026-11-23T12:00", "1 working day",
         ["23 12:00-13:00 3600", "23 14:00-18:00 14400", "24 09:00-12:00 10800"]),
        ("2026-11-23T22:00", "4 hours", ["23 22:00-00:00 7200", "24 00:00-02:00 7200"]),
    ],
)  # fmt: skip
def test_what_was_counted_is_told(start, span, pieces):
    cal = WorkCalendar("Europe/Moscow", hours=parse_hours(BREAK))
    at = datetime.fromisoformat(start).replace(tzinfo=cal.zone)
    found = deadline(cal, at, Span.parse(span))
    assert [
        f"{c.date:%d} {c.start.astimezone(cal.zone):%H:%M}-{c.end.astimezone(cal.zone):%H:%M} "
        f"{c.seconds:.0f}"
        for c in found.counted
    ] == pieces


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-11-23T12:00", "2026-11-23T15:00", 2),
        ("2026-11-20T17:00", "2026-11-23T10:00", 2),
        ("2026-11-21T10:00", "2026-11-22T10:00", 0),
        ("2026-11-23T15:00", "2026-11-23T12:00", 0),
    ],
)
def test_working_seconds_count_opening_time_between_moments(start, end, hours):
    cal = WorkCalendar("Europe/Moscow", hours=parse_hours(BREAK))
    a, b = (datetime.fromisoformat(text).replace(tzinfo=cal.zone) for text in (start, end))
    assert working_seconds(cal, a, b) == hours * 3600


def test_a_week_long_deadline_takes_well_under_100_microseconds():
    cal = WorkCalendar("Europe/Moscow", country="RU", hours=parse_hours(BREAK))
    start, span = datetime(2026, 11, 23, 10, tzinfo=UTC), Span.parse("5 working days")
    deadline(cal, start, span)
    began = time.process_time()
    for _ in range(200):
        deadline(cal, start, span)
    assert (time.process_time() - began) / 200 < 300e-6  # aim 100, room for a busy machine
