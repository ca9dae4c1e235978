"""Single days of a calendar that differ from the week."""

from datetime import UTC, date, datetime

import pytest

from promisedesk.core.errors import Refused
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.promises import own_days

WEEK = ("mon", "tue", "wed", "thu", "fri")
RUSSIA = {
    "time_zone": "Europe/Moscow",
    "country": "RU",
    "region": None,
    "hours": {key: [["09:00", "13:00"], ["14:00", "18:00"]] for key in WEEK},
    "closed": [],
    "open": {},
}
JANUARY = datetime(2026, 1, 15, tzinfo=UTC)


def hours_on(data: dict, day: date) -> tuple:
    return WorkCalendar.from_json(data).day_summary(day).intervals


def test_a_day_may_have_a_break_of_its_own():
    data = own_days.opened(RUSSIA, date(2026, 5, 9), [("10:00", "12:00"), ("13:00", "15:00")])
    assert data["open"]["2026-05-09"] == [["10:00", "12:00"], ["13:00", "15:00"]]
    with pytest.raises(Refused, match="Give the hours"):
        own_days.opened(RUSSIA, date(2026, 5, 9), [])


def test_eves_of_holidays_end_earlier():
    data = own_days.shortened_eves(RUSSIA, JANUARY, "17:00")
    eve = date(2026, 4, 30)  # 1 May is a holiday
    assert hours_on(data, eve) == ((540, 780), (840, 1020))
    assert hours_on(data, date(2026, 4, 29)) == ((540, 780), (840, 1080))
    morning = own_days.shortened_eves(RUSSIA, JANUARY, "13:30")
    assert hours_on(morning, eve) == ((540, 780),)


def test_own_hours_of_an_eve_stay():
    own = own_days.opened(RUSSIA, date(2026, 4, 30), [("10:00", "19:00")])
    assert hours_on(own_days.shortened_eves(own, JANUARY, "17:00"), date(2026, 4, 30)) == (
        (600, 1140),
    )


@pytest.mark.parametrize("closes", ["", "25:00", "noon"])
def test_what_is_no_time_is_refused(closes):
    with pytest.raises(Refused, match="Give a time"):
        own_days.shortened_eves(RUSSIA, JANUARY, closes)


def test_where_no_eve_ends_later_it_is_said():
    with pytest.raises(Refused, match="No open day"):
        own_days.shortened_eves(RUSSIA, JANUARY, "18:00")
