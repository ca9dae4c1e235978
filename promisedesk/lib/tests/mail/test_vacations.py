"""Until when somebody is away, in the words of their mail programs."""

import time
from datetime import date

import pytest

from promisedesk.lib.mail.vacations import away_until, is_away

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I am out of the office until 5 December.", date(2026, 12, 5)),
        ("I will be back on Monday, December 7th, 2026.", date(2026, 12, 7)),
        ("Away from 23 November to 4 December, no mail.", date(2026, 12, 4)),
        ("Returning to the office on 2026-12-14.", date(2026, 12, 14)),
        ("I shall return 2nd of January.", date(2027, 1, 2)),
        ("Я в отпуске до 5 декабря 2026 года.", date(2026, 12, 5)),
        ("Нахожусь в отпуске с 23.11.2026 по 06.12.2026.", date(2026, 12, 6)),
        ("Меня нет на месте. Вернусь в понедельник, 30 ноября.", date(2026, 11, 30)),
        ("Выйду на работу 1 декабря", date(2026, 12, 1)),
        ("Jestem na urlopie do 11 grudnia.", date(2026, 12, 11)),
        ("Urlop 23.11-04.12.2026, wracam 7 grudnia 2026 r.", date(2026, 12, 7)),
        ("Będę ponownie w biurze od 30.11.", date(2026, 11, 30)),
        ("Powrót: 1.12.2026", date(2026, 12, 1)),
        ("Wracam do pracy we wtorek 1 grudnia", date(2026, 12, 1)),
    ],
)
def test_the_date_of_return_is_found(text, expected):
    assert away_until(text, TODAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I am away and will answer when I can.",
        "Your ticket of 5 December was opened.",
        "I was away until 5 May 2026.",
        "Call +44 20 7946 0018 until 25.13.2026.",
        "до 99 декабря",
        "",
    ],
)
def test_nothing_is_made_up(text):
    assert away_until(text, TODAY) is None


def test_words_of_absence_in_three_languages():
    assert is_away("Automatic reply", "I am on annual leave")
    assert is_away("Автоответ", "Сейчас я в отпуске")
    assert is_away("Autoodpowiedź", "Jestem nieobecny")
    assert not is_away("Ticket received", "We opened ticket 4711 for you.")


def test_a_hostile_text_takes_no_time():
    started = time.process_time()
    for text in ("until " * 50_000, "1.1.2026 - " * 20_000, "back in the " * 20_000, "9" * 90_000):
        away_until(text, TODAY)
    assert time.process_time() - started < 1
