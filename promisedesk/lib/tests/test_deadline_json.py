import pytest

from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.lib.deadline_json import answer, answer_line
from promisedesk.lib.opening_hours import parse_hours

OFFICE = {"time_zone": "Europe/Moscow", "hours": {"mon": [["09:00", "18:00"]]}}
SHOP = WorkCalendar("Europe/Warsaw", hours=parse_hours("Mon-Fri 09:00-24:00"))
NIGHTS = {"time_zone": "UTC", "hours": {"mon": [["20:00", "24:00"]], "tue": [["00:00", "02:00"]]}}


def find(name):
    if name != "Shop":
        raise CalendarError(f"There is no calendar {name!r}.")
    return SHOP


def test_a_line_is_answered_with_the_time_and_how_it_was_counted():
    line = {"from": "2026-11-23T16:00:00+03:00", "target": "4 working hours", "calendar": OFFICE}
    assert answer(line, {}, find) == {
        "due_at": "2026-11-30T08:00:00Z",
        "counted": [
            {"date": "2026-11-23", "from": "16:00", "to": "18:00", "seconds": 7200},
            {"date": "2026-11-30", "from": "09:00", "to": "11:00", "seconds": 7200},
        ],
    }


def test_midnight_at_the_end_of_a_day_is_24_00_and_seconds_show_only_when_there_are_any():
    line = {"from": "2026-11-23T23:00:30Z", "target": "2 working hours", "calendar": NIGHTS}
    assert answer(line, {}, find)["counted"] == [
        {"date": "2026-11-23", "from": "23:00:30", "to": "24:00", "seconds": 3570},
        {"date": "2026-11-24", "from": "00:00", "to": "01:00:30", "seconds": 3630},
    ]


def test_options_give_what_a_line_lacks():
    defaults = {"from": "2026-11-23T10:00", "target": "1 working day", "calendar": "Shop"}
    assert answer({}, defaults, find)["due_at"] == "2026-11-24T09:00:00Z"
    assert answer({"target": "1 hour", "from": None}, defaults, find)["due_at"] == (
        "2026-11-23T10:00:00Z"
    )


@pytest.mark.parametrize(
    ("text", "due_at"),
    [
        ("2026-11-23T10:00:00Z", "2026-11-23T11:00:00Z"),
        ("2026-11-23t10:00:00z", "2026-11-23T11:00:00Z"),
        ("2026-11-23 10:00+01:00", "2026-11-23T10:00:00Z"),
        ("2026-11-23T10:00", "2026-11-23T10:00:00Z"),  # without offset: Warsaw time
        ("2026-11-23T10:00:00.250Z", "2026-11-23T11:00:00.250000Z"),
    ],
)
def test_times_are_read_as_rfc_3339_or_local(text, due_at):
    assert (
        answer({"from": text, "target": "1 hour"}, {"calendar": "Shop"}, find)["due_at"] == due_at
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"from": "yesterday"}, "not a time"),
        ({"from": "2026-11-31T10:00Z"}, "not a time"),
        ({"from": "2026-11-23"}, "not a time"),
        ({"from": 5}, "not a time"),
        ({"from": "0001-01-01T00:00+14:00"}, "not a time"),
        ({"from": "9999-12-31T23:00Z"}, "beyond"),
        ({"from": "0001-01-01T00:00Z"}, "beyond"),
        ({"target": "one day"}, "not a span"),
        ({"target": 4}, "not a span"),
        ({"calendar": "Office"}, "no calendar 'Office'"),
        ({"calendar": 7}, "not a calendar"),
        ({"calendar": {"time_zone": "UTC", "hours": {}}}, "never open"),
        ({"calendar": None}, "There is no calendar"),
    ],
)
def test_a_bad_line_is_answered_with_what_to_do(changes, words):
    line = {"from": "2026-11-23T10:00Z", "target": "1 working day", "calendar": "Shop"} | changes
    found = answer(line, {}, find)
    assert list(found) == ["error"]
    assert words in found["error"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "5", '"x"', "[" * 100_000])
def test_a_line_that_is_no_object_is_an_error_not_a_crash(text):
    assert list(answer_line(text, {}, find)) == ["error"]
