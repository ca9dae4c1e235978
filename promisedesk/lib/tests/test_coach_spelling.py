"""Misspelt words are found and mended; names, numbers, addresses and code are left alone."""

import itertools
import time
from pathlib import Path

import pytest

from promisedesk.lib.coach import Draft, correcting, read, spelling
from promisedesk.lib.coach.correcting import suggestions
from promisedesk.lib.coach.dictionaries import is_word
from promisedesk.lib.coach.spelling import look_at_spelling, misspelt_in

SLIPS = Path(__file__).parents[2] / "ops/bench/coach_data/spelling.tsv"


def misspelt(text: str, language: str, **more) -> list[str]:
    return [one.word for one in misspelt_in(Draft(text, language=language, **more))]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "You will recieve the parsel tommorow.", ["recieve", "parsel", "tommorow"]),
        ("ru", "Извените, посылька будет завтро.", ["Извените", "посылька", "завтро"]),
        ("pl", "Dziekuje, paczke wyślemy w piatek.", ["Dziekuje", "paczke", "piatek"]),
    ],
)
def test_slips_are_found_where_they_stand(language, text, found):
    marked = misspelt_in(Draft(text, language=language))
    assert [one.word for one in marked] == found
    assert all(text[one.start : one.start + len(one.word)] == one.word for one in marked)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The colour, the color, don’t, Tom’s and the shop’s e-mail are all OK."),
        ("en", "Ask Szymon Wróbel at Kettly about KL-20871, iPhone, USB-C or `SELCT x`."),
        ("en", "See https://shop.exmple/retrn, file invioce.pdf, @kettly, anna@shop.exmple."),
        ("en", "> I recieved nothing\nIt left today, approx. at noon, 12kg, {custmer.name}."),
        ("ru", "Здравствуйте, Айгуль! Отправим через СДЭК до 18:00 мск, трек-номер пришлём в смс."),
        ("ru", "Ещё раз всё проверили: её заказ KL-20871 (Harbour) в г. Мытищи, 1500 руб. за шт."),
        ("pl", "Dzień dobry, Pani Grażyno, paczkomat WAW123 InPost, tj. ok. 15 zł, nr 20871."),
        (
            "pl",
            "Wyślemy to Państwu e-mailem, np. w piątek o godz. 14, z poważaniem Ewa Wiśniewska.",
        ),
    ],
)
def test_what_is_no_slip_is_left_alone(language, text):
    assert misspelt(text, language) == []


def test_the_shops_own_words_are_right():
    assert misspelt("the new kettly teapots", "en") == ["kettly"]
    assert misspelt("the new kettly teapots", "en", own_words=frozenset({"kettly"})) == []


def told(text: str, language: str, **more) -> list[str]:
    return [
        str(one.values["word"]) for one in look_at_spelling(Draft(text, language=language, **more))
    ]


def test_names_the_desk_knows_and_the_last_line_are_names():
    letter = "Hello,\n\nit comes tommorow.\n\nKind regards\nPriya"
    assert told(letter, "en") == ["tommorow"]
    known = {"agent_name": "Даня Мохов", "customer": "А когда?\nСпасибо, Снежана"}
    assert told("Даня проверил, Снежана, всё уехало.", "ru", **known) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ecobricks and both granolas are back."),
        ("ru", "Новый токен и ройбуш с астильбой, недособранный шкаф, автоответчик, кольцемер."),
        ("pl", "Multiwitaminy, webhooki i granola są już w sklepie."),
    ],
)
def test_new_words_are_let_alone(language, text):
    assert told(text, language) == []


def test_a_text_in_another_language_is_not_judged():
    assert misspelt("Guten Tag, Ihre Bestellung ist heute abgeschickt worden, danke", "en") == []
    assert misspelt_in(Draft("Guten Tag", language="de")) == []


def test_a_click_puts_the_suggestion_in():
    text = "Hello Tom, it arrives tommorow and the the lid too."
    draft = Draft(text, language="en")
    edits = [edit for one in look_at_spelling(draft) for mend in one.mends for edit in mend.edits]
    for edit in sorted(edits, key=lambda one: -one.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert text == "Hello Tom, it arrives tomorrow and the lid too."
    assert look_at_spelling(Draft(text, language="en")) == []


def test_capitals_stay():
    assert suggestions("Tommorow", "en")[0] == "Tomorrow"
    assert suggestions("TOMMOROW", "en")[0] == "TOMORROW"


@pytest.mark.parametrize("language", ["en", "ru", "pl"])
def test_the_first_suggestion_is_mostly_right(language):
    rows = [line.split("\t") for line in SLIPS.read_text(encoding="utf-8").splitlines()]
    slips = [row[1:] for row in rows if row[0] == language and row[1] != row[2]]
    judged = [(wrong, right) for wrong, right in slips if not is_word(wrong, language)]
    right = sum(
        suggestions(wrong, language)[:1] in ((meant,), (meant.replace("ё", "е"),))
        for wrong, meant in judged
    )
    assert len(judged) > 60
    assert right / len(judged) >= 0.9


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You should of had it. They couldn’t of known.", ["should have", "couldn’t have"]),
        ("It must of been lost, it mustn't of left.", ["must have", "mustn't have"]),
        ("You could of course return it. The might of the sea.", []),
    ],
)
def test_phrases_written_as_they_sound_are_mended(text, found):
    marked = look_at_spelling(Draft(text, language="en"))
    assert [str(one.values["better"]) for one in marked] == found
    assert all(one.mends[0].says == one.values["better"] for one in marked)


@pytest.mark.parametrize(
    "text", ["👍 Tommorow it goes.", "It left. 🙂 Tommorow it is here.", "Good ❤️Tommorow, then."]
)
def test_a_capital_after_an_emoji_begins_a_sentence(text):
    assert told(text, "en") == ["Tommorow"]
    assert told("Your tea 🫖 Wroblewsky is here.", "en") == []


SHORTLY = 2.0  # seconds of this process: twenty times what it takes
RUNS = ["a" * 20_000, "1a" * 10_000, "a.b" * 7000, "a_" * 10_000, "a-" * 10_000, "](" * 10_000]


@pytest.mark.parametrize("text", RUNS)
def test_runs_without_blanks_are_read_in_no_time(text):
    read(Draft("Hello", language="en"))  # the dictionaries are loaded once
    began = time.process_time()
    read(Draft(text, language="en"))
    assert time.process_time() - began < SHORTLY


def test_a_list_of_names_costs_no_more_than_its_first_ones():
    letters = itertools.product("bcdfg", "aeiou", "klmnp", "aeiou", "rstvw")
    names = [f"{''.join(one).capitalize()}qxoz" for one in itertools.islice(letters, 600)]
    before = correcting._ranked.cache_info().misses
    misspelt("".join(f"The lamp and the {one} are here. {one} is old. " for one in names), "en")
    assert correcting._ranked.cache_info().misses - before <= spelling.MOST_CAPITALS


@pytest.mark.parametrize("text", ["x" * 100_000, "ab " * 40_000, "a-" * 50_000, "`" * 50_000])
def test_huge_texts_end(text):
    misspelt_in(Draft(text, language="en"))
