"""Which words an absence letter may hold."""

from datetime import UTC, datetime

import pytest

from promisedesk.lib.absence_words import Fault, Text, back_on, faults

OWN = {"help@shop.example"}
CONTACTS, USEFUL = "+44 117 496 0011", "Opening hours and parcels: shop.example/help"


def found(**parts) -> dict:
    return faults(Text.read({"contacts": CONTACTS, "useful": USEFUL} | parts), OWN)


@pytest.mark.parametrize(
    "says",
    [
        "I'm away, I will surely answer.",
        "We will get back to you as soon as possible.",
        "We shall certainly reply",
        "Меня нет на месте. Я обязательно отвечу.",
        "Мы ответим вам в ближайшее время",
        "Вернёмся к вам с ответом, как только сможем.",
        "Jestem na urlopie, na pewno odpowiem.",
        "Odpiszemy jak najszybciej",
        "Skontaktujemy się z Państwem wkrótce.",
    ],
)
def test_an_answer_without_a_day_is_no_news(says):
    assert found(says=says) == {"says": Fault.SOON}


@pytest.mark.parametrize(
    "says",
    [
        "",
        "We are moving house.",
        "We will answer from Monday on, oldest first.",
        "Мы переезжаем. Ответим 7 декабря.",
        "Jesteśmy na targach. Odpowiemy w poniedziałek.",
    ],
)
def test_what_says_something_may_be_said(says):
    assert found(says=says) == {}


@pytest.mark.parametrize(
    ("contacts", "fault"),
    [
        ("", Fault.NO_CONTACTS),
        ("By mail", Fault.NO_CONTACTS),
        ("никак", Fault.NO_CONTACTS),
        ("brak", Fault.NO_CONTACTS),
        ("help@shop.example", Fault.SAME_ADDRESS),
        ("Write to HELP@shop.example again", Fault.SAME_ADDRESS),
        ("boris@shop.example", None),
        ("help@shop.example or 0117 496 0011", None),
        ("Our neighbour Boris in the tea shop", None),
        ("Магазин на улице Садовой", None),
        ("t.me/kettleandloom", None),
    ],
)
def test_contacts_are_others_than_the_one_nobody_reads(contacts, fault):
    assert found(contacts=contacts) == ({"contacts": fault} if fault else {})


@pytest.mark.parametrize(
    ("useful", "is_useful"),
    [
        ("", False),
        ("Thank you for your patience.", False),
        ("Спасибо за ваше терпение и понимание!", False),
        ("Dziękujemy za cierpliwość i wyrozumiałość.", False),
        (CONTACTS, False),  # said already
        ("https://shop.example/help", True),
        ("Parcels are sent every day by our partners.", True),
        ("Заказы отправляются каждый день, как обычно.", True),
    ],
)
def test_something_in_it_is_of_use(useful, is_useful):
    assert found(useful=useful) == ({} if is_useful else {"useful": Fault.NO_USE})


def test_parts_that_are_too_long_are_told():
    assert found(says="word " * 200) == {"says": Fault.LONG}


@pytest.mark.parametrize(
    ("language", "zone", "says"),
    [
        ("en", "Europe/London", "on Tuesday 8 December, 9:00 (London time)"),
        ("ru", "Europe/Moscow", "во вторник, 8 декабря, в 12:00 (по московскому времени)"),
        ("pl", "Europe/Warsaw", "we wtorek 8 grudnia o godz. 10:00 (czasu warszawskiego)"),
        ("de", "Europe/London", "on Tuesday 8 December, 9:00 (London time)"),
    ],
)
def test_the_return_is_said_as_people_say_it(language, zone, says):
    at, now = datetime(2026, 12, 8, 9, tzinfo=UTC), datetime(2026, 11, 23, tzinfo=UTC)
    assert back_on(at, zone, language, now) == says


def test_another_year_is_said():
    at, now = datetime(2027, 1, 4, 9, tzinfo=UTC), datetime(2026, 12, 20, tzinfo=UTC)
    assert back_on(at, "Europe/London", "ru", now).startswith("в понедельник, 4 января 2027 года,")
