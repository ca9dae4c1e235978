"""Languages of short texts to a shop, most of them without any statistics."""

import sys

import pytest

from promisedesk.lib.language import recognise


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Where is it?", "en"),
        ("Where is my order 12345?", "en"),
        ("thanks", "en"),
        ("Gdzie moja paczka?", "pl"),
        ("prosze o zwrot pieniedzy za zamowienie 555/2024", "pl"),
        ("Dzien dobry, czy moge zwrocic buty", "pl"),
        ("zamówienie 45", "pl"),
        ("Где посылка", "ru"),
        ("Заказ №4512", "ru"),
        ("Привет", "ru"),
        ("Нет размера XL?", "ru"),
        ("Де моя посилка?", "uk"),
        ("Wo ist mein Paket?", "de"),
        ("Où est mon colis ?", "fr"),
        ("¿Dónde está mi pedido?", "es"),
        ("Dove è il mio pacco", "it"),
        ("Waar is mijn pakket", "nl"),
        ("Kdy dorazí balík?", "cs"),
        ("我的包裹在哪里", "zh"),
        ("荷物はどこですか", "ja"),
    ],
)
def test_a_short_question_tells_its_language(text, language):
    assert recognise(text) == language


@pytest.mark.parametrize("text", ["", "12345", "OK", "Anna Kowalska", "!!! --- 2024"])
def test_what_speaks_for_no_language_is_left_open_or_to_the_hint(text):
    assert recognise(text) is None
    assert recognise(text, hint="pl") == "pl"


def test_addresses_links_and_numbers_say_nothing():
    assert recognise("https://shop.example/where/is/my/order anna@the-shop.example 7/2024") is None


def test_polish_with_english_words_in_an_order_stays_polish():
    text = "Zamówiłam T-Shirt 'the best of you' rozmiar M, ale paczka nie dotarła. Order 12345."
    assert recognise(text) == "pl"


def test_common_languages_need_no_statistics():
    before = "py3langid" in sys.modules
    assert recognise("Dzień dobry, kiedy dotrze moja paczka?") == "pl"
    assert ("py3langid" in sys.modules) == before


def test_a_long_text_costs_little():
    assert recognise("Gdzie jest moja paczka? " * 100_000) == "pl"


@pytest.mark.parametrize(
    "text", ["Ботинки получили 3 мая, ответ до 6 мая.", "Третий раз объяснять не собираюсь."]
)
def test_russian_words_that_look_like_others(text):
    assert recognise(text, hint="ru", by_words_only=True) == "ru"
