from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import available_timezones

import pytest

from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.lib.opening_hours import parse_hours

WORKDAYS = ("mon", "tue", "wed", "thu", "fri")
WEEK = {day: [["09:00", "13:00"], ["14:00", "18:00"]] for day in WORKDAYS}


def calendar(zone="Europe/Moscow", hours="Mon-Fri 09:00-13:00,14:00-18:00", **more):
    return WorkCalendar(time_zone=zone, hours=parse_hours(hours), **more)


def utc(text):
    return datetime.fromisoformat(text).astimezone(UTC)


def said(cal, day):
    """Open moments of a date as local wall-clock words."""
    return [
        f"{a.astimezone(cal.zone):%H:%M}-{b.astimezone(cal.zone):%H:%M}"
        for a, b in cal.intervals_on(day)
    ]


def hours_open(cal, day):
    return sum((b - a for a, b in cal.intervals_on(day)), timedelta()) / timedelta(hours=1)


def test_the_contracts_example_survives_a_round_trip():
    data = {
        "time_zone": "Europe/Moscow",
        "country": "RU",
        "region": None,
        "hours": {**WEEK, "sat": [], "sun": []},
        "closed": ["2026-05-04"],
        "open": {"2026-05-16": [["10:00", "14:00"]]},
    }
    assert WorkCalendar.from_json(data).to_json() == data


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"time_zone": "Europe/Moskva"}, "time zone 'Europe/Moskva' is not known"),
        ({"time_zone": "Europe"}, "time zone"),
        ({"time_zone": "../etc/passwd"}, "time zone"),
        ({"time_zone": None}, "time zone"),
        ({"time_zone": 3}, "time zone"),
        ({"country": "XX"}, "country 'XX'"),
        ({"country": "GB", "region": "YORKSHIRE"}, "region 'YORKSHIRE'. Known regions: ENG"),
        ({"region": "ENG"}, "needs its country"),
        ({"hours": {"mon": [["09:00", "13:00"], ["12:00", "18:00"]]}}, "overlap"),
        ({"hours": {"mon": [["18:00", "09:00"]]}}, "two intervals"),
        ({"hours": {"mon": [["09:00", "09:00"]]}}, "not after it opens"),
        ({"hours": {"mon": [["09:00", "25:00"]]}}, "'25:00' is not a time"),
        ({"hours": {"mon": [["9", "18"]]}}, "'9' is not a time"),
        ({"hours": {"mon": [["09:00"]]}}, "pairs"),
        ({"hours": {"mon": "09:00-18:00"}}, "must be a list"),
        ({"hours": {"montag": []}}, "not a weekday"),
        ({"hours": []}, "never open"),
        ({"hours": [1]}, '"hours" must be'),
        ({"hours": {}}, "never open"),
        ({"hours": {"mon": []}, "open": {"2026-05-16": []}}, "never open"),
        ({"closed": ["04.05.2026"]}, "not a date"),
        ({"closed": "2026-05-04"}, "must be a list"),
        ({"open": ["2026-05-16"]}, '"open" must be'),
        ({"open": {"2026-02-30": [["10:00", "14:00"]]}}, "not a date"),
        ({"ours": {}}, "no ours"),
    ],
)
def test_a_wrong_calendar_is_refused_with_words_to_act_on(changes, words):
    with pytest.raises(CalendarError, match=words.replace("(", r"\(")):
        WorkCalendar.from_json({"time_zone": "UTC", "hours": WEEK} | changes)


@pytest.mark.parametrize("data", [None, [], "UTC", 5])
def test_a_calendar_must_be_an_object(data):
    with pytest.raises(CalendarError):
        WorkCalendar.from_json(data)


def test_intervals_may_come_in_any_order_and_touch():
    cal = WorkCalendar.from_json(
        {"time_zone": "UTC", "hours": {"Monday": [["13:00", "24:00"], ["9:00", "13:00"]]}}
    )
    assert cal.intervals_on(date(2026, 11, 23)) == (
        (utc("2026-11-23T09:00Z"), utc("2026-11-24T00:00Z")),
    )


def test_own_open_days_beat_closed_days_and_holidays():
    new_year, fourth = date(2026, 1, 1), date(2026, 5, 4)
    cal = calendar(
        country="RU",
        closed=frozenset({new_year, fourth}),
        open={new_year: ((600, 840),)},
    )
    assert said(cal, new_year) == ["10:00-14:00"]
    assert said(cal, fourth) == []
    assert cal.day_summary(new_year).why == "own_open"
    assert cal.day_summary(new_year).holiday == "New Year Holidays"
    assert cal.day_summary(fourth).why == "own_closed"


@pytest.mark.parametrize(
    ("country", "region", "day", "language", "name"),
    [
        ("RU", None, date(2026, 1, 7), "ru", "Рождество Христово"),
        ("RU", None, date(2026, 1, 7), "en", "Christmas Day"),
        ("RU", None, date(2026, 1, 7), "pl", "Christmas Day"),
        ("PL", None, date(2026, 11, 11), "pl", "Narodowe Święto Niepodległości"),
        ("GB", "SCT", date(2026, 11, 30), "en", "Saint Andrew's Day"),
        ("GB", "ENG", date(2026, 11, 30), "en", None),
        ("WS", None, date(2026, 1, 1), "ru", "New Year's Day"),
        (None, None, date(2026, 1, 1), "en", None),
    ],
)
def test_holidays_are_named_in_the_readers_language_where_known(
    country, region, day, language, name
):
    assert calendar(country=country, region=region).holiday_name(day, language) == name


@pytest.mark.parametrize(
    ("day", "hours", "why"),
    [
        (date(2025, 11, 1), ["09:00-13:00", "14:00-18:00"], "moved"),  # a working Saturday
        (date(2025, 11, 3), [], "holiday"),  # the Monday it was worked for
        (date(2025, 11, 8), [], "week"),  # the next Saturday
        (date(2024, 12, 28), ["09:00-13:00", "14:00-18:00"], "moved"),
    ],
)
def test_russias_moved_working_days_are_open(day, hours, why):
    cal = calendar(country="RU")
    assert said(cal, day) == hours
    assert cal.day_summary(day).why == why


def test_a_shops_own_saturday_hours_stay_on_a_working_saturday():
    cal = calendar(hours="Mon-Fri 09:00-18:00; Sat 10:00-14:00", country="RU")
    assert said(cal, date(2025, 11, 1)) == ["10:00-14:00"]


def test_a_moved_day_stays_closed_when_the_shop_rests_on_the_day_it_stands_for():
    assert said(calendar(hours="Wed 09:00-18:00", country="RU"), date(2025, 11, 1)) == []


@pytest.mark.parametrize(
    ("zone", "day", "hours", "expected"),
    [
        ("Europe/Warsaw", date(2026, 3, 29), "Sun 00:00-24:00", 23),  # 02:00 becomes 03:00
        ("Europe/Warsaw", date(2026, 10, 25), "Sun 00:00-24:00", 25),
        ("Europe/Warsaw", date(2026, 3, 29), "Sun 02:15-04:00", 1),
        ("Europe/Warsaw", date(2026, 3, 29), "Sun 02:00-03:00", 0),
        ("Europe/Warsaw", date(2026, 10, 25), "Sun 02:00-03:00", 2),
        ("Australia/Lord_Howe", date(2026, 10, 4), "Sun 00:00-24:00", 23.5),
        ("Australia/Lord_Howe", date(2026, 4, 5), "Sun 00:00-24:00", 24.5),
        ("Africa/Cairo", date(2026, 4, 24), "Fri 00:00-24:00", 23),  # the gap is at midnight
        ("Africa/Cairo", date(2026, 10, 29), "Thu 00:00-24:00", 25),  # 24:00 becomes 23:00
        ("Pacific/Apia", date(2011, 12, 30), "Fri 00:00-24:00", 0),  # a day skipped
        ("Pacific/Apia", date(2011, 12, 31), "Sat 00:00-24:00", 24),
        ("America/New_York", date(2026, 3, 8), "Sun 01:00-04:00", 2),
        ("Asia/Kathmandu", date(2026, 3, 8), "Sun 09:00-18:00", 9),
    ],
)
def test_hours_follow_the_clock_on_the_wall_over_every_jump(zone, day, hours, expected):
    assert hours_open(calendar(zone, hours), day) == expected


def test_an_interval_cut_by_an_overlap_opens_twice():
    cal = calendar("Europe/Warsaw", "Sun 02:30-03:30")
    assert cal.intervals_on(date(2026, 10, 25)) == (
        (utc("2026-10-25T02:30+02:00"), utc("2026-10-25T03:00+02:00")),
        (utc("2026-10-25T02:30+01:00"), utc("2026-10-25T03:30+01:00")),
    )


def test_opening_is_included_and_closing_excluded():
    cal = calendar()
    assert cal.is_open(utc("2026-11-23T09:00+03:00"))
    assert not cal.is_open(utc("2026-11-23T13:00+03:00"))
    assert not cal.is_open(utc("2026-11-23T08:59:59+03:00"))
    assert cal.next_opening(utc("2026-11-23T13:00+03:00")) == utc("2026-11-23T14:00+03:00")
    assert cal.next_opening(utc("2026-11-23T10:10+03:00")) == utc("2026-11-23T10:10+03:00")
    assert cal.next_opening(utc("2026-11-20T18:00+03:00")) == utc("2026-11-23T09:00+03:00")
    assert cal.last_open_moment(date(2026, 11, 23)) == utc("2026-11-23T18:00+03:00")
    assert cal.last_open_moment(date(2026, 11, 22)) is None


def test_a_search_past_the_last_own_open_day_ends_with_words():
    cal = WorkCalendar("UTC", open={date(2026, 5, 16): ((600, 840),)})
    with pytest.raises(CalendarError, match="too little opening time"):
        cal.next_opening(utc("2026-05-17T00:00Z"))


def test_in_every_zone_the_days_of_a_year_follow_each_other_without_gap_or_overlap():
    hours = parse_hours("daily 00:00-24:00")
    for zone in sorted(available_timezones()):
        days = [date(2026, 1, 1) + timedelta(days=n) for n in range(366)]
        cal = WorkCalendar(zone, hours=hours)
        edges = [cal.intervals_on(day) for day in days]
        assert all(len(day) == 1 for day in edges), zone
        assert all(one[0][1] == two[0][0] for one, two in pairwise(edges)), zone
