"""Calling a text by its first words."""

import pytest

from promisedesk.lib.first_words import cut, first_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Where is my parcel? I have waited for a week.", "Where is my parcel?"),
        ("Hello,\n\nwhere is my parcel K-1234?\n\nClara", "Where is my parcel K-1234?"),
        ("Здравствуйте!\nГде мой заказ?", "Где мой заказ?"),
        ("Dzień dobry,\nproszę o fakturę.", "Proszę o fakturę."),
        ("Thanks!", "Thanks!"),
        ("Hi. The kettle I bought is broken", "Hi. The kettle I bought is broken"),
        (
            "I should like to know whether the blue kettle with the copper handle is in stock",
            "I should like to know whether the blue kettle with the…",
        ),
        ("x" * 100, "x" * 59 + "…"),
        ("  \n -- \n ***", ""),
        ("", ""),
        ("a\tb\n\nc", "a b c"),
    ],
)
def test_the_first_sentence_or_whole_words(text, words):
    assert first_words(text) == words


def test_nothing_is_cut_inside_a_word_and_short_texts_not_at_all():
    assert cut("one two three", 13) == "one two three"
    assert cut("one two three", 12) == "one two…"
    assert cut("one two three", 8) == "one two…"
    assert cut("one, (two", 7) == "one…"
    assert cut("Tom &amp; Jerry", 9) == "Tom…"
    assert all(len(cut("some words " * 30, most)) <= most for most in range(5, 100))
