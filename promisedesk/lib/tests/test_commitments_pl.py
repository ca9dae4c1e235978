"""What the sentences of `fixtures/commitments_pl.jsonl` do not show of reading Polish."""

import unicodedata

import pytest

from promisedesk.lib.commitments.pl import find


def said(text):
    return [text[each.start : each.end] for each in find(text)]


def test_a_promise_is_placed_by_the_letters_of_the_text():
    assert said("Dzień dobry 😀\n\nOddzwonię w środę do 12. Ewa") == ["Oddzwonię w środę do 12"]


def test_letters_with_their_marks_apart_are_read_too():
    text = unicodedata.normalize("NFD", "Przepraszam, prześlę ją w środę.")
    assert said(text) == [unicodedata.normalize("NFD", "prześlę ją w środę")]


def test_a_letter_that_grows_when_made_small_moves_nothing():
    assert said("İİİ, oddzwonię jutro.") == ["oddzwonię jutro"]


def test_each_promise_of_a_letter_is_found():
    text = "Paczkę wyślemy we wtorek, a pieniądze zwrócimy w środę. Zadzwonię w piątek o 9."
    assert [each.kind for each in find(text)] == ["ship", "refund", "call"]


def test_a_promise_with_an_hour_ranks_above_a_vaguer_one():
    tried, sure = find("Postaramy się odpisać jutro. Oddzwonię w środę o 10.")
    assert sure.rank > tried.rank


def test_what_she_will_do_is_told_from_what_i_will_by_its_mark():
    assert said("Wyślę etykietę jutro, dziękuję.")
    assert not said("Córka wyśle etykietę jutro, dziękuję.")


NOISE = (
    *(
        "",
        " ",
        "?",
        "do",
        "jutro",
        "oddzwonię",
        "oddzwonię 99.99",
        "oddzwonię do 31 lutego o 25:99",
    ),
    *("do 1-" * 2000, "oddzwonię, " * 2000, "( " * 5000, "ą\u0328" * 3000, "\0\n\t" * 900),
)


@pytest.mark.parametrize("noise", NOISE, ids=range(len(NOISE)))
def test_no_text_is_too_odd(noise):
    assert all(0 <= each.start < each.end <= len(noise) for each in find(noise))
