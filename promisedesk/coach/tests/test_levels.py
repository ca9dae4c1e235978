"""The shop sets how strict each check is."""

import pytest

from promisedesk.coach import levels, own_words
from promisedesk.coach.models import CoachManners, OwnWord
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.lib.coach import CHECKS


def test_everything_has_its_usual_level_at_first(db):
    assert levels.levels() == {one.id: one.usual for one in CHECKS.values()}
    assert levels.switched_off() == frozenset()


def test_a_chosen_level_holds_and_only_what_differs_is_kept(cast):
    assert levels.change(levels={"tone": "stop", "greeting": "warn", "ease": "off"}, by=cast.ada)
    assert CoachManners.get().levels == {"tone": "stop", "ease": "off"}
    assert levels.levels()["tone"] == "stop"
    assert levels.switched_off() == {"ease"}
    assert Event.objects.filter(verb="coach.changed").count() == 1
    assert not levels.change(levels={"tone": "stop", "ease": "off"}, by=cast.ada)


@pytest.mark.parametrize(
    "chosen",
    [{"tone": "loud"}, {"weather": "hint"}, {"unfilled": "off"}, {"empty": "hint"}],
)
def test_there_are_no_other_choices(cast, chosen):
    with pytest.raises(Refused, match="off, hint, warn or stop"):
        levels.change(levels=chosen, by=cast.ada)


@pytest.mark.parametrize("minutes", [-1, 24 * 60 + 1, "soon"])
def test_cooling_lasts_a_day_at_most(cast, minutes):
    with pytest.raises(Refused, match="one day"):
        levels.change(cooling_minutes=minutes, by=cast.ada)


def test_only_admins_change_it(cast):
    with pytest.raises(Refused, match="Your role"):
        levels.change(calls_lead=False, by=cast.anna)


def test_whoever_answers_teaches_it_a_word(cast):
    own_words.add(" Kettly ", by=cast.anna)
    own_words.add("KETTLY", by=cast.anna)
    assert own_words.own_words() == {"kettly"}
    own_words.remove(OwnWord.objects.get(), by=cast.ada)
    assert own_words.own_words() == frozenset()


@pytest.mark.parametrize("wrong", ["", "two words", "x" * 61])
def test_a_word_is_one_word(cast, wrong):
    with pytest.raises(Refused, match="one word"):
        own_words.add(wrong, by=cast.anna)
