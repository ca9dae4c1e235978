import pytest

from promisedesk.lib.hours_in_words import format_hours, format_intervals
from promisedesk.lib.opening_hours import CalendarError, parse_hours, week_as_json

OFFICE = ((540, 1080),)
BREAK = ((540, 780), (840, 1080))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        (
            "Mon-Fri 09:00-13:00,14:00-18:00; Sat 10:00-14:00",
            dict.fromkeys(range(5), BREAK) | {5: ((600, 840),)},
        ),
        ("mon,wed 9:00-18:00", {0: OFFICE, 2: OFFICE}),
        ("Monday – Tuesday: 09:00 – 18:00", {0: OFFICE, 1: OFFICE}),
        ("Sat-Mon 09:00-18:00", {5: OFFICE, 6: OFFICE, 0: OFFICE}),
        ("daily 00:00-24:00", dict.fromkeys(range(7), ((0, 1440),))),
        ("Tue 14:00-18:00, 09:00-13:00;\nSun closed;", {1: BREAK}),
    ],
)
def test_hours_are_read_as_people_type_them(text, hours):
    assert parse_hours(text) == hours


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "never open"),
        ("Sun closed", "never open"),
        ("Mon-Fri", "not understood"),
        ("Mon-Fri nine to five", "not understood"),
        ("Mon-Fri 09:00", "not understood"),
        ("Mo 09:00-18:00", "not a weekday"),
        ("Fun 09:00-18:00", "not a weekday"),
        ("Mon 18:00-09:00", "two intervals"),
        ("Mon 09:00-13:00,12:00-18:00", "overlap"),
        ("Mon 09:00-18:00; Mon-Tue 10:00-12:00", "given twice"),
        ("Mon 9-18", "not a time"),
        ("Mon 09:61-18:00", "not a time"),
        ("Mon " + ", " * 5000, "Write hours like"),
        (None, "Write hours like"),
    ],
)
def test_hours_that_cannot_be_are_refused_with_words(text, words):
    with pytest.raises(CalendarError, match=words):
        parse_hours(text)


@pytest.mark.parametrize(
    ("text", "en", "ru", "pl"),
    [
        (
            "Mon-Fri 09:00-18:00",
            "Monday to Friday, 9:00 to 18:00",
            "с понедельника по пятницу с 9:00 до 18:00",
            "od poniedziałku do piątku, 9:00-18:00",
        ),
        (
            "Mon-Fri 09:00-13:00,14:00-18:00; Sat 10:00-14:00",
            "Monday to Friday, 9:00 to 13:00 and 14:00 to 18:00; Saturday, 10:00 to 14:00",
            "с понедельника по пятницу с 9:00 до 13:00 и с 14:00 до 18:00; "
            "в субботу с 10:00 до 14:00",
            "od poniedziałku do piątku, 9:00-13:00 i 14:00-18:00; w sobotę, 10:00-14:00",
        ),
        (
            "Tue,Thu,Sat 10:00-24:00",
            "Tuesday, Thursday and Saturday, 10:00 to 24:00",
            "во вторник, четверг и субботу с 10:00 до 24:00",
            "we wtorek, czwartek i sobotę, 10:00-24:00",
        ),
        (
            "Tue-Thu 09:00-18:00; Sun 09:00-18:00",
            "Tuesday to Thursday, 9:00 to 18:00; Sunday, 9:00 to 18:00",
            "со вторника по четверг с 9:00 до 18:00; в воскресенье с 9:00 до 18:00",
            "od wtorku do czwartku, 9:00-18:00; w niedzielę, 9:00-18:00",
        ),
        ("daily 00:00-24:00", "around the clock, every day", "круглосуточно, без выходных",
         "całą dobę, bez dni wolnych"),
    ],
)  # fmt: skip
def test_hours_are_said_in_three_languages(text, en, ru, pl):
    hours = parse_hours(text)
    assert [format_hours(hours, tag) for tag in ("en", "ru-RU", "pl")] == [en, ru, pl]
    assert format_hours(hours, "de") == en


def test_no_hours_are_said_as_closed():
    assert format_hours({}, "en") == "closed"
    assert format_intervals((), "ru") == "закрыто"
    assert week_as_json({})["mon"] == []
