"""How replies sound, and how customers feel."""

import pytest

from promisedesk.lib.coach import Draft
from promisedesk.lib.coach.mood import Mood, heat, mood_of
from promisedesk.lib.coach.tone import Tone, look_at_tone, tone_of


@pytest.mark.parametrize(
    ("language", "text", "mood"),
    [
        ("en", "Could you tell me when the red mug is back?", Mood.CALM),
        ("en", "Don't worry about the delay, I'm in no hurry.", Mood.CALM),
        ("en", "I ordered two weeks ago and still haven't received anything.", Mood.UNHAPPY),
        ("en", "Third time I'm asking. WHERE IS MY PARCEL?!", Mood.ANGRY),
        ("", "", Mood.CALM),
    ],
)
def test_mood_of_a_customer(language, text, mood):
    assert mood_of(text, language) == mood


def test_heat_names_the_words_that_made_it_so():
    text = "My order is late. What a joke of a company."
    assert [text[slice(*one.place)] for one in heat(text, "en")][-1] == "What a joke"


def test_a_calm_text_has_no_heat():
    assert heat("Is it free of charge?", "en") == []


@pytest.mark.parametrize(
    ("language", "text", "tone"),
    [
        ("en", "Hi Sarah, thank you for the photos. I am sorry about the chip.", Tone.KIND),
        ("en", "The parcel left on 12 May.", Tone.NEUTRAL),
        ("en", "You should have checked the parcel on delivery.", Tone.HARSH),
        ("", "", Tone.NEUTRAL),
    ],
)
def test_tone_of_a_reply(language, text, tone):
    assert tone_of(text, language) == tone


def test_words_of_the_customer_are_not_ours():
    assert not look_at_tone(Draft("You wrote “learn to read”, and I am sorry.", language="en"))
