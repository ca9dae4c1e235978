from datetime import UTC, date, datetime, timedelta

import pytest

from promisedesk.lib.calendars import WorkCalendar
from promisedesk.lib.countdowns import countdown
from promisedesk.lib.opening_hours import parse_hours
from promisedesk.lib.phrases import (
    by_time,
    day_heading,
    promise_phrase,
    said_time,
    short_promise,
)

MOSCOW = "Europe/Moscow"
NOW = datetime(2026, 11, 23, 11, 5, tzinfo=UTC)  # Monday, 14:05 in Moscow
DUE = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


def at(text):
    """Moment of local Bristol time in the design's sample week: Tuesday is 18 November 2025."""
    return datetime.fromisoformat(text).replace(tzinfo=SHOP.zone)


SHOP = WorkCalendar("Europe/London", hours=parse_hours("Mon-Fri 9:00-13:00,14:00-18:00"))
SAMPLE_NOW = "2025-11-18T14:05"


@pytest.mark.parametrize(
    ("language", "zone", "phrase"),
    [
        ("en", MOSCOW, "by Tuesday 24 November, 14:00 (Moscow time)"),
        ("ru", MOSCOW, "до вторника, 24 ноября, 14:00 (по московскому времени)"),
        ("pl", MOSCOW, "do wtorku 24 listopada, godz. 14:00 (czasu moskiewskiego)"),
        ("de", "Europe/Samara", "by Tuesday 24 November, 15:00 (Samara time)"),
        ("ru", "Asia/Kolkata", "до вторника, 24 ноября, 16:30 (UTC+5:30, Калькутта)"),
        ("pl", "Pacific/Apia", "do środy 25 listopada, godz. 0:00 (UTC+13, Apia)"),
        ("pl", "Africa/Cairo", "do wtorku 24 listopada, godz. 13:00 (UTC+2, Kair)"),
        ("en", "UTC", "by Tuesday 24 November, 11:00 (UTC)"),
        ("ru", "Etc/GMT+3", "до вторника, 24 ноября, 8:00 (UTC-3)"),
        ("ru", "Europe/Kiev", "до вторника, 24 ноября, 13:00 (по киевскому времени)"),
    ],
)
def test_a_promise_is_said_whole_with_its_zone(language, zone, phrase):
    assert promise_phrase(DUE, zone, language, NOW) == phrase


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("en", "by Monday 11 January 2027, 9:30 (Moscow time)"),
        ("ru", "до понедельника, 11 января 2027 года, 9:30 (по московскому времени)"),
        ("pl", "do poniedziałku 11 stycznia 2027 r., godz. 9:30 (czasu moskiewskiego)"),
    ],
)
def test_another_year_is_said(language, phrase):
    due = datetime(2027, 1, 11, 6, 30, tzinfo=UTC)
    assert promise_phrase(due, MOSCOW, language, NOW) == phrase


@pytest.mark.parametrize(
    ("days", "ru", "pl"),
    [
        (0, "понедельника", "poniedziałku"),
        (1, "вторника", "wtorku"),
        (2, "среды", "środy"),
        (3, "четверга", "czwartku"),
        (4, "пятницы", "piątku"),
        (5, "субботы", "soboty"),
        (6, "воскресенья", "niedzieli"),
    ],
)  # fmt: skip
def test_weekdays_stand_in_the_genitive(days, ru, pl):
    due = NOW + timedelta(days=days)
    assert promise_phrase(due, MOSCOW, "ru", NOW).startswith(f"до {ru}, ")
    assert promise_phrase(due, MOSCOW, "pl", NOW).startswith(f"do {pl} ")


def test_subjects_get_a_short_promise():
    assert [short_promise(DUE, MOSCOW, tag) for tag in ("en", "ru", "pl")] == [
        "by Tue 24 Nov, 14:00",
        "до вт, 24 ноября, 14:00",
        "do wt. 24 listopada, 14:00",
    ]


@pytest.mark.parametrize(
    ("days", "en", "ru", "pl"),
    [
        (-3, "Fri 20 Nov, 14:05", "пт, 20 ноября, 14:05", "pt. 20 listopada, 14:05"),
        (-1, "yesterday, 14:05", "вчера, 14:05", "wczoraj, 14:05"),
        (0, "today, 14:05", "сегодня, 14:05", "dzisiaj, 14:05"),
        (1, "tomorrow, 14:05", "завтра, 14:05", "jutro, 14:05"),
        (2, "Wed 14:05", "ср 14:05", "śr. 14:05"),
        (7, "Mon 30 Nov, 14:05", "пн, 30 ноября, 14:05", "pon. 30 listopada, 14:05"),
        (50, "12 Jan 2027, 14:05", "12 января 2027 г., 14:05", "12 stycznia 2027, 14:05"),
    ],
)
def test_times_on_pages_are_near_words_for_near_days(days, en, ru, pl):
    moment = NOW + timedelta(days=days)
    assert [said_time(moment, MOSCOW, tag, NOW) for tag in ("en", "ru", "pl")] == [en, ru, pl]


@pytest.mark.parametrize(
    ("days", "en", "ru", "pl"),
    [
        (0, "by today, 14:05", "сегодня до 14:05", "dzisiaj do 14:05"),
        (2, "by Wed, 14:05", "до среды, 14:05", "do środy, 14:05"),
        (8, "by Tue 1 Dec, 14:05", "до вт, 1 декабря, 14:05", "do wt. 1 grudnia, 14:05"),
    ],
)
def test_promises_on_pages_are_near_words_too(days, en, ru, pl):
    moment = NOW + timedelta(days=days)
    assert [by_time(moment, MOSCOW, tag, NOW) for tag in ("en", "ru", "pl")] == [en, ru, pl]


@pytest.mark.parametrize(
    ("day", "language", "heading"),
    [
        (date(2026, 11, 23), "en", "Today"),
        (date(2026, 11, 24), "ru", "Завтра"),
        (date(2026, 11, 22), "pl", "Wczoraj"),
        (date(2026, 11, 16), "en", "Monday 16 November"),
        (date(2026, 11, 16), "ru", "Понедельник, 16 ноября"),
        (date(2026, 11, 16), "pl", "Poniedziałek, 16 listopada"),
        (date(2027, 1, 4), "en", "Monday 4 January 2027"),
        (date(2027, 1, 4), "ru", "Понедельник, 4 января 2027 года"),
    ],
)
def test_days_have_headings(day, language, heading):
    assert day_heading(day, date(2026, 11, 23), language) == heading


@pytest.mark.parametrize(
    ("due", "state", "en", "ru", "pl"),
    [
        ("2025-11-18T11:00", "late", "3 h late", "опоздание 3 ч", "3 godz. po terminie"),
        ("2025-11-18T13:45", "late", "20 min late", "опоздание 20 мин", "20 min po terminie"),
        ("2025-11-18T14:05", "late", "1 min late", "опоздание 1 мин", "1 min po terminie"),
        ("2025-11-16T12:00", "late", "2 d late", "опоздание 2 дня", "2 dni po terminie"),
        ("2025-11-18T14:17", "soon", "due in 12 min", "через 12 мин", "za 12 min"),
        ("2025-11-18T14:05:30", "soon", "due now", "срок сейчас", "termin teraz"),
        ("2025-11-18T15:05", "ok", "1 h left", "остался 1 ч", "została 1 godz."),
        ("2025-11-18T16:10", "ok", "2 h left", "осталось 2 ч", "zostały 2 godz."),
        ("2025-11-18T22:00", "ok", "3 h left", "осталось 3 ч", "zostały 3 godz."),
        ("2025-11-19T10:00", "ok", "Wed 10:00", "ср 10:00", "śr. 10:00"),
        ("2025-11-26T09:30", "ok", "26 Nov 9:30", "26 нояб. 9:30", "26 lis 9:30"),
    ],
)
def test_pills_say_what_is_left_or_late(due, state, en, ru, pl):
    for language, words in zip(("en", "ru", "pl"), (en, ru, pl), strict=True):
        found = countdown(at(due), at(SAMPLE_NOW), SHOP, language)
        assert (found.state, found.words) == (state, words)


@pytest.mark.parametrize(
    ("now", "due", "state", "words"),
    [
        # The break lies between: 20 minutes to work, but not 20 minutes by the clock.
        ("2025-11-18T12:50", "2025-11-18T14:10", "soon", "due 14:10"),
        # Tomorrow morning is not within the hour, however little opening time lies between.
        ("2025-11-18T17:40", "2025-11-19T09:15", "ok", "Wed 9:15"),
        ("2025-11-18T10:00", "2025-11-18T15:00", "ok", "4 h left"),
        ("2025-11-18T19:00", "2025-11-18T22:00", "ok", "due 22:00"),
        ("2025-11-18T21:30", "2025-11-18T22:00", "soon", "due in 30 min"),
    ],
)
def test_time_left_is_opening_time(now, due, state, words):
    assert countdown(at(due), at(now), SHOP)[:2] == (state, words)


@pytest.mark.parametrize(
    ("made", "now", "due", "share"),
    [
        ("2025-11-18T10:00", "2025-11-18T10:00", "2025-11-18T15:00", 100),
        ("2025-11-18T10:00", "2025-11-18T12:00", "2025-11-18T15:00", 50),
        ("2025-11-18T10:00", "2025-11-18T13:30", "2025-11-18T15:00", 25),
        ("2025-11-18T19:00", "2025-11-18T20:30", "2025-11-18T22:00", 50),  # all of it closed
        (None, "2025-11-18T12:00", "2025-11-18T15:00", None),
    ],
)
def test_the_ring_shows_the_share_of_promised_opening_time(made, now, due, share):
    made_at = at(made) if made else None
    assert countdown(at(due), at(now), SHOP, made_at=made_at).share == share


@pytest.mark.parametrize(
    ("how", "state", "words"),
    [
        ({"waiting_since": at("2025-11-16T14:00")}, "waiting", ("waiting 2 d", "ждём 2 дня",
                                                               "czekamy 2 dni")),
        ({"waiting_since": at("2025-11-17T14:00")}, "waiting", ("waiting 1 d", "ждём 1 день",
                                                               "czekamy 1 dzień")),
        ({"outcome": "kept"}, "kept", ("Kept", "Сдержано", "Dotrzymana")),
        ({"outcome": "missed"}, "missed", ("Missed", "Нарушено", "Niedotrzymana")),
        ({}, "none", ("No promise", "Без обещания", "Bez obietnicy")),
    ],
)  # fmt: skip
def test_pills_without_a_running_promise(how, state, words):
    for language, expected in zip(("en", "ru", "pl"), words, strict=True):
        assert countdown(None, at(SAMPLE_NOW), SHOP, language, **how) == (state, expected, None)
