"""Every check is known to the settings, and every finding has a sentence."""

from promisedesk.coach import words
from promisedesk.lib import coach


def test_every_check_has_a_name():
    assert set(words.NAMES) == set(coach.CHECKS)


def test_every_sentence_belongs_to_a_check():
    assert {code.partition(".")[0] for code in words.SENTENCES} <= set(coach.CHECKS)
