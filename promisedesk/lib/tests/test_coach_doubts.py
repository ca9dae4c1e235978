"""What may well be no fault is a hint at most, whatever the shop asks of its check."""

import pytest

from promisedesk.lib.coach import Draft, Level, level_of, read

KIND = (
    "Hello Sam,\n\nThank you for writing. I am sorry about the wait. The blue one would arrive "
    "too late for Friday, so what about the red one? I would be glad to send it today.\n\n"
    "Kind regards,\nAnna"
)
HARSH = "Sam,\n\nIt is not our fault that you cannot read. Stop complaining.\n\nAnna"


def found(reply, check, **around):
    draft = Draft(reply=reply, customer_name="Sam", agent_name="Anna", language="en", **around)
    return [one for one in read(draft).findings if one.check == check]


def test_one_word_in_a_letter_that_is_kind_all_over_is_not_meant_so():
    assert found(KIND, "tone") == []
    assert read(Draft(reply=KIND, language="en")).tone == "kind"


def test_a_harsh_letter_keeps_the_level_that_the_shop_set():
    assert Level.STOP in [level_of(each, Level.STOP) for each in found(HARSH, "tone")]


@pytest.mark.parametrize(
    ("word", "level"),
    [("recieved", Level.WARN), ("fieldman", Level.HINT), ("cloudrest", Level.HINT)],
)
def test_a_usual_slip_is_surer_than_a_long_word_that_no_dictionary_has(word, level):
    one = found(f"Hi Sam,\n\nWe have the {word} of your order here.\n\nAnna", "spelling")
    assert [level_of(each, Level.WARN) for each in one] == [level]


def test_an_apology_is_surely_missing_only_where_anger_is_about_what_we_did():
    reply = "Hi Sam,\n\nPlease move it away from the radiator and water it less.\n\nAnna"
    angry = "Where is my order?! Three weeks and nobody answers, this is outrageous!"
    worried = "I bought it three weeks ago and I am worried, the leaves go yellow. Why???"
    sure = found(reply, "apology", customer=angry)
    assert [level_of(each, Level.WARN) for each in sure] == [Level.WARN]
    assert Level.WARN not in [
        level_of(each, Level.WARN) for each in found(reply, "apology", customer=worried)
    ]
