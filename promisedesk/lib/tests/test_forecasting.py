"""When a team will have answered: told from how fast it answered."""

from datetime import UTC, datetime, timedelta

import pytest

from promisedesk.lib import forecasting
from promisedesk.lib.calendars import WorkCalendar

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WEEK = ("mon", "tue", "wed", "thu", "fri")
CALENDAR = WorkCalendar.from_json(
    {"time_zone": "UTC", "hours": {day: [["09:00", "17:00"]] for day in WEEK}}
)
FOUR_WEEKS = [MONDAY + DAY * n for n in range(28) if n % 7 < 5]


def lived(an_hour: int = 4, days=FOUR_WEEKS) -> list[forecasting.Asked]:
    """So many answers each opening hour, and always more questions waiting."""
    every = HOUR / an_hour
    answers = [day + every * n for day in days for n in range(1, 8 * an_hour)]
    return [(days[0] - DAY, at) for at in answers] + [(days[0] - DAY, None)] * 5


@pytest.fixture(scope="module")
def pace():
    return forecasting.learn(lived(), CALENDAR, MONDAY + 28 * DAY)


def test_nothing_is_said_from_a_few_answers():
    assert forecasting.learn(lived()[:39], CALENDAR, MONDAY + 28 * DAY) is None


def test_a_steady_team_needs_a_little_more_than_its_pace_says(pace):
    at = forecasting.answered_by(pace, CALENDAR, MONDAY + 28 * DAY, ahead=11)
    taken = at - (MONDAY + 28 * DAY)
    assert 3 * HOUR < taken < 6 * HOUR  # twelve at four an hour, and a reserve


def test_nobody_answers_at_night_or_on_sundays(pace):
    friday = MONDAY + 32 * DAY + 7.5 * HOUR  # 16:30
    at = forecasting.answered_by(pace, CALENDAR, friday, ahead=11)
    assert CALENDAR.local_date(at) == (MONDAY + 35 * DAY).date()


def test_more_ahead_is_never_sooner(pace):
    found = [
        forecasting.answered_by(pace, CALENDAR, MONDAY + 28 * DAY, ahead)
        for ahead in range(0, 90, 7)
    ]
    assert found == sorted(found)


def test_no_end_in_sight_is_said(pace):
    assert forecasting.answered_by(pace, CALENDAR, MONDAY, ahead=100_000) is None


def test_hours_in_which_nobody_waited_say_nothing_of_the_pace():
    idle = [(day + HOUR * n, day + HOUR * n) for day in FOUR_WEEKS[:10] for n in range(8)]
    until = MONDAY + 28 * DAY
    both = forecasting.learn(lived(days=FOUR_WEEKS[10:]) + idle, CALENDAR, until)
    at = forecasting.answered_by(both, CALENDAR, until, ahead=11)
    assert at - until < 6 * HOUR


def test_slow_days_lately_make_it_later():
    until = MONDAY + 28 * DAY
    slow = lived(days=FOUR_WEEKS[:-3]) + lived(1, FOUR_WEEKS[-3:])
    usual = forecasting.answered_by(
        forecasting.learn(lived(), CALENDAR, until), CALENDAR, until, ahead=11
    )
    later = forecasting.answered_by(
        forecasting.learn(slow, CALENDAR, until), CALENDAR, until, ahead=11
    )
    assert later > usual + HOUR


def test_it_is_kept_as_json(pace):
    assert forecasting.Pace.from_json(pace.to_json()) == pace


def test_a_line_is_answered_one_after_the_other_as_if_each_had_been_asked_for_alone(pace):
    at = MONDAY + 28 * DAY
    aheads = [0, 3, 3, 40, 200]
    alone = [forecasting.answered_by(pace, CALENDAR, at, ahead) for ahead in aheads]
    assert forecasting.line(pace, CALENDAR, at, aheads) == alone
    assert alone == sorted(alone)
    assert forecasting.line(pace, CALENDAR, at, [10**6]) == [None]
    assert forecasting.line(pace, CALENDAR, at, []) == []


def test_of_a_line_those_are_named_that_will_be_missed_and_are_not_yet(pace):
    at = MONDAY + 28 * DAY
    tomorrow, next_month = at + DAY, at + 30 * DAY
    missed, kept = at - HOUR, tomorrow
    dues = [missed, kept, *[tomorrow] * 60, next_month]
    found = forecasting.not_kept(pace, CALENDAR, at, dues)
    places = [place for place, _when in found]
    assert places == list(range(places[0], 62))  # from some place on, but for next month's
    assert places[0] > 10
    assert all(when > tomorrow for _place, when in found)
    assert forecasting.not_kept(pace, CALENDAR, at, []) == []
