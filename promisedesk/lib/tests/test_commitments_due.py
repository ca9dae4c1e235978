"""Which moment a said time is, and that no text breaks the reading of it."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promisedesk.lib.commitments import find
from promisedesk.lib.commitments.due import latest, moment
from promisedesk.lib.commitments.model import PARTS, Day, Length, When
from promisedesk.lib.commitments.sentences import own_words, sentences

WARSAW = ZoneInfo("Europe/Warsaw")
WEDNESDAY = datetime(2026, 11, 18, 10, 15, tzinfo=WARSAW)
FRIDAY_EVENING = datetime(2026, 11, 20, 19, 30, tzinfo=WARSAW)
SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=WARSAW)


@pytest.mark.parametrize(
    ("when", "now", "due"),
    [
        (When(Day("offset", 1)), WEDNESDAY, "2026-11-19 18:00"),
        (When(Day("offset", 0)), FRIDAY_EVENING, "2026-11-20 21:00"),
        (When(Day("weekday", 2)), WEDNESDAY, "2026-11-25 18:00"),
        (When(Day("weekday", 4)), WEDNESDAY, "2026-11-20 18:00"),
        (When(Day("this_week", 2)), WEDNESDAY, "2026-11-18 18:00"),
        (When(Day("next_week", 0)), SUNDAY, "2026-11-23 18:00"),
        (When(Day("week_end")), WEDNESDAY, "2026-11-20 18:00"),
        (When(Day("week_end")), SUNDAY, "2026-11-27 18:00"),
        (When(Day("next_week_end")), WEDNESDAY, "2026-11-27 18:00"),
        (When(Day("month_end")), WEDNESDAY, "2026-11-30 18:00"),
        (When(Day("month_end", 1)), WEDNESDAY, "2026-12-31 18:00"),
        (When(Day("month_end", month=1)), WEDNESDAY, "2027-01-29 18:00"),
        (When(Day("date", day=18, month=11)), WEDNESDAY, "2026-11-18 18:00"),
        (When(Day("date", day=1, month=2)), WEDNESDAY, "2027-02-01 18:00"),
        (When(Day("date", day=29, month=2)), WEDNESDAY, "2028-02-29 18:00"),
        (When(Day("date", day=31, month=11)), WEDNESDAY, None),
        (When(Day("month_day", day=17)), WEDNESDAY, "2026-12-17 18:00"),
        (When(Day("month_day", day=31)), WEDNESDAY, "2026-12-31 18:00"),
        (When(length=Length(1, "hour")), WEDNESDAY, "2026-11-18 11:15"),
        (When(length=Length(24, "hour")), WEDNESDAY, "2026-11-19 10:15"),
        (When(length=Length(3, "day")), WEDNESDAY, "2026-11-21 18:00"),
        (When(length=Length(3, "day", True)), WEDNESDAY, "2026-11-23 18:00"),
        (When(length=Length(1, "day", True)), SUNDAY, "2026-11-23 18:00"),
        (When(length=Length(2, "hour", True)), FRIDAY_EVENING, "2026-11-23 11:00"),
        (When(length=Length(48, "hour", True)), WEDNESDAY, "2026-11-20 18:00"),
        (When(length=Length(2, "week")), WEDNESDAY, "2026-12-02 18:00"),
        (When(length=Length(3, "month")), WEDNESDAY, "2027-02-18 18:00"),
        (When(at=time(15)), WEDNESDAY, "2026-11-18 15:00"),
        (When(at=time(9)), WEDNESDAY, "2026-11-19 09:00"),
        (When(part="morning"), FRIDAY_EVENING, "2026-11-21 12:00"),
        (When(Day("offset", 1), part="before_lunch"), WEDNESDAY, "2026-11-19 13:00"),
    ],
)
def test_a_time_said_in_words_is_a_moment(when, now, due):
    found = moment(when, now, WARSAW)
    assert (found and f"{found:%Y-%m-%d %H:%M}") == due


def test_a_working_day_ends_when_the_desk_says():
    found = moment(When(Day("offset", 1)), WEDNESDAY, WARSAW, time(17))
    assert found == datetime(2026, 11, 19, 17, tzinfo=WARSAW)


def test_of_several_times_the_latest_counts():
    whens = (When(Day("weekday", 4)), When(Day("offset", 1)))
    assert latest(whens, WEDNESDAY, WARSAW) == datetime(2026, 11, 20, 18, tzinfo=WARSAW)


def test_hours_run_by_the_clock_when_the_clocks_change():
    night = datetime(2026, 3, 28, 20, 0, tzinfo=WARSAW)
    found = moment(When(length=Length(24, "hour")), night, WARSAW)
    assert f"{found:%d %H:%M}" == "29 21:00"
    skipped = moment(When(Day("offset", 1), at=time(2, 30)), night, WARSAW)
    assert f"{skipped:%d %H:%M}" == "29 03:30"


def test_quotes_and_the_signature_are_blanked_where_they_stand():
    text = "I said “I’ll call you tomorrow”.\n> We will call\nYes.\n-- \nAnna will call\n"
    cleaned = own_words(text)
    assert len(cleaned) == len(text)
    assert "call" not in cleaned
    assert cleaned.index("Yes") == text.index("Yes")


def test_a_short_form_ends_no_sentence():
    text = "I'll call at 2 p.m. on Mon. 23 Nov. as agreed. Then we'll see.\nBest"
    assert [sentence.strip() for _, sentence in sentences(text)] == [
        "I'll call at 2 p.m. on Mon. 23 Nov. as agreed.",
        "Then we'll see.",
        "Best",
    ]


def test_the_words_of_a_promise_stand_where_it_says():
    text = "Thanks! 😀\n\nI’ll call you tomorrow before noon, Clara."
    (found,) = find(text, "en", WEDNESDAY, WARSAW)
    assert found.text == text[found.start : found.end] == "I’ll call you tomorrow before noon"
    assert (found.kind, found.due_at) == ("call", datetime(2026, 11, 19, 12, tzinfo=WARSAW))


def test_the_surest_promise_comes_first():
    text = "I'll check the stock today. We'll try to ring you tomorrow. I'll refund you on Friday."
    found = find(text, "", WEDNESDAY, "Europe/Warsaw")
    assert [each.kind for each in found] == ["refund", "other", "call"]


WORDS = (
    "i we you will 'll call refund the your by on friday tomorrow at 3 pm 24/11 within 2-3 days if "
    "once not hope , . ? “ ” > \n team our and or next week end of before noon dpd they it be sent "
    "мы вам вернём до пятницы завтра если позвоню oddzwonimy do piątku jutro jeśli 99:99 31.11 0"
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS.split(" ")), max_size=60).map(" ".join)))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_it(text):
    for language in ("", "en", "ru", "pl"):
        for found in find(text, language, WEDNESDAY, WARSAW):
            assert text[found.start : found.end] == found.text != ""
            assert found.due_at.date() >= WEDNESDAY.date()


@given(
    st.sampled_from(["weekday", "next_week", "this_week", "offset", "week_end", "next_week_end"]),
    st.integers(0, 6),
    st.datetimes(datetime(2025, 1, 1), datetime(2030, 12, 31)),
    st.sampled_from(["Europe/Warsaw", "Asia/Tokyo", "America/New_York", "Asia/Kathmandu"]),
    st.sampled_from(["", *PARTS]),
)
@settings(max_examples=200, deadline=None)
def test_a_named_day_is_ahead_within_two_weeks(kind, n, naive, name, part):
    zone = ZoneInfo(name)
    now = naive.replace(tzinfo=zone)
    day = Day(kind) if kind.endswith("end") else Day(kind, n)
    due = moment(When(day, part=part), now, zone)
    assert timedelta(0) <= due.date() - naive.date() <= timedelta(14)


@pytest.mark.parametrize("word", ["the ", "a, ", "by ", "i will ", "1 ", "“", "mon-", "-", "if i "])
def test_a_long_letter_of_one_word_is_read_in_no_time(word):
    """A pattern that tries every way to read such a letter would take minutes."""
    assert isinstance(find(word * (5000 // len(word)), "", WEDNESDAY, WARSAW), list)
