"""How replies sound, how customers feel, and what one click puts right."""

import json
from pathlib import Path

import pytest

from promisedesk.lib.coach import Draft
from promisedesk.lib.coach.heated import advice, flames, is_heated
from promisedesk.lib.coach.mood import LONGEST, Mood, heat, mood_of
from promisedesk.lib.coach.tone import Tone, look_at_tone, look_at_vagueness, tone_of

CASES = Path(__file__).parents[2] / "ops" / "bench" / "coach_data"
LANGUAGES = ("en", "ru", "pl")


def cases(language, side):
    lines = (CASES / f"tone_{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [case for case in map(json.loads, lines) if case["side"] == side]


def mended(text, mend):
    for edit in sorted(mend.edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("language", "text", "mood"),
    [
        ("en", "Could you tell me when the red mug is back?", Mood.CALM),
        ("en", "Don't worry about the delay, I'm in no hurry.", Mood.CALM),
        ("en", "One of the cups is broken, could you send another?", Mood.CALM),
        ("en", "I ordered two weeks ago and still haven't received anything.", Mood.UNHAPPY),
        ("en", "Third time I'm asking. WHERE IS MY PARCEL?!", Mood.ANGRY),
        ("en", "You people are thieves.", Mood.ANGRY),
        ("ru", "Претензий нет, просто хочу уточнить размер.", Mood.CALM),
        ("ru", "Обещали позвонить во вторник, никто не позвонил.", Mood.UNHAPPY),
        ("ru", "Вы издеваетесь? Верните деньги, иначе подам в суд!", Mood.ANGRY),
        ("pl", "Nie jestem zły, pytam tylko o rozmiar.", Mood.CALM),
        ("pl", "Jestem rozczarowana jakoscia materialu.", Mood.UNHAPPY),
        ("pl", "Oszuści! Idę z tym do prawnika.", Mood.ANGRY),
        ("", "😡😡 !!!", Mood.ANGRY),
        ("", "Клоуны.", Mood.ANGRY),
        ("", "", Mood.CALM),
    ],
)
def test_mood_of_a_customer(language, text, mood):
    assert mood_of(text, language) == mood


def test_what_stands_in_quotes_is_a_title_and_not_a_feeling():
    assert mood_of("Is “The Idiot” in stock?", "en") is Mood.CALM


def test_heat_names_the_words_that_made_it_so():
    text = "My order is late. What a joke of a company."
    assert [text[slice(*one.place)] for one in heat(text, "en")][-1] == "What a joke"


def test_a_calm_text_has_no_heat():
    assert heat("Is it free of charge?", "en") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_moods_of_the_labelled_messages(language):
    pairs = [
        (case["label"] != "calm", mood_of(case["text"], language) is not Mood.CALM)
        for case in cases(language, "customer")
    ]
    assert sum(said == is_so for is_so, said in pairs) >= 0.93 * len(pairs)
    assert sum(said and not is_so for is_so, said in pairs) <= 0.04 * len(pairs)


@pytest.mark.parametrize(
    ("language", "text", "tone"),
    [
        ("en", "Hi Sarah, thank you for the photos. I am sorry about the chip.", Tone.KIND),
        ("en", "The parcel left on 12 May.", Tone.NEUTRAL),
        ("en", "You should have checked the parcel on delivery.", Tone.HARSH),
        ("en", "You should receive the code today.", Tone.NEUTRAL),
        ("ru", "Посылка ушла 12 мая, трек ООО «Ромашка».", Tone.NEUTRAL),
        ("ru", "Сами виноваты, надо было проверять.", Tone.HARSH),
        ("pl", "Dzień dobry, dziękuję i przepraszam za kłopot.", Tone.KIND),
        ("pl", "To nie nasz problem.", Tone.HARSH),
        ("", "", Tone.NEUTRAL),
    ],
)
def test_tone_of_a_reply(language, text, tone):
    assert tone_of(text, language) == tone


@pytest.mark.parametrize("language", LANGUAGES)
def test_tones_of_the_labelled_replies(language):
    pairs = [
        (case["label"] == "harsh", tone_of(case["text"], language) is Tone.HARSH)
        for case in cases(language, "agent")
    ]
    assert sum(said == is_so for is_so, said in pairs) >= 0.93 * len(pairs)
    assert sum(said and not is_so for is_so, said in pairs) <= 0.01 * len(pairs)


@pytest.mark.parametrize(
    "text",
    [
        "Have a great day!! We ship with DHL, the USB cable (SKU KX-2200) is in the box. OK?",
        "You wrote “learn to read”, and I am sorry.",
        "> this is a DISGRACE, you idiots\n\nI am sorry, the parcel leaves today.",
        "Please read section 4 of the guide.",
    ],
)
def test_a_good_reply_is_left_alone(text):
    assert look_at_tone(Draft(text, language="en")) == []


def test_a_sentence_is_named_once_with_all_that_is_meant():
    (finding,) = look_at_tone(Draft("READ THE MANUAL FIRST!!!", language="en"))
    assert len(finding.spans) >= 1


@pytest.mark.parametrize(
    ("language", "text", "after"),
    [
        (
            "en",
            "Thank you. You should have checked the parcel on delivery. We send a new one.",
            "Thank you. Next time, a look at the parcel on delivery helps us both. "
            "We send a new one.",
        ),
        (
            "en",
            "As I already told you, we do not ship abroad.",
            "We do not ship abroad.",
        ),
        ("en", "Your parcel is late!!!", "Your parcel is late!"),
        ("ru", "Я вам уже говорила, за границу не отправляем.", "За границу не отправляем."),
        ("pl", "Proszę się uspokoić. Paczka jest w drodze.", None),
    ],
)
def test_one_click_makes_it_softer(language, text, after):
    (finding,) = look_at_tone(Draft(text, language=language))
    softer = mended(text, finding.mends[0])
    assert after is None or softer == after
    assert not look_at_tone(Draft(softer, language=language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_click_really_mends(language):
    for case in cases(language, "agent"):
        text = f"Dzień dobry. {case['text']} 12345."
        before = look_at_tone(Draft(text, language=language))
        for finding in before:
            for mend in finding.mends:
                after = look_at_tone(Draft(mended(text, mend), language=language))
                assert len(after) < len(before), (text, mended(text, mend))


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("en", "We will answer as soon as possible.", ["vague.soon"]),
        ("en", "We will answer as soon as possible, by Friday noon.", []),
        ("en", "I will write as soon as the parcel is here.", []),
        ("en", "It should probably work.", ["vague.unsure"]),
        ("en", "Please be advised that the shop is closed.", ["vague.empty"]),
        ("ru", "Ответим в ближайшее время.", ["vague.soon"]),
        ("ru", "Вопрос решается в установленном порядке.", ["vague.empty"]),
        ("pl", "Odpowiemy jak najszybciej.", ["vague.soon"]),
        ("pl", "Niniejszym informujemy, że sklep jest zamknięty.", ["vague.empty"]),
    ],
)
def test_vague_words(language, text, codes):
    assert [one.code for one in look_at_vagueness(Draft(text, language=language))] == codes


@pytest.mark.parametrize(
    ("language", "text", "after"),
    [
        ("en", "Please be advised that the shop is closed.", "The shop is closed."),
        ("en", "Due to the fact that it rains, we stay.", "Because it rains, we stay."),
        ("pl", "Niniejszym informujemy, że sklep stoi.", "Sklep stoi."),
        ("ru", "На сегодняшний день он есть.", "Сейчас он есть."),
    ],
)
def test_empty_phrases_are_said_shortly_by_one_click(language, text, after):
    (finding,) = look_at_vagueness(Draft(text, language=language))
    assert mended(text, finding.mends[0]) == after
    assert not look_at_vagueness(Draft(after, language=language))


def test_a_heated_reply_waits_and_a_merely_impatient_one_does_not():
    assert is_heated("Calm down. That is your own fault.", "en")
    assert not is_heated("As I already told you, it is in the shop.", "en")
    assert [act.kind for act in flames("Calm down.", "en")] == ["ordering"]


def test_advice_grows_with_anger():
    assert advice(Mood.CALM) == ()
    assert set(advice(Mood.UNHAPPY)) < set(advice(Mood.ANGRY))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_very_long_text_is_read_to_the_end_of_reason(language):
    text = "you не nie as 12 ! " * 10_000
    assert mood_of(text, language) in Mood
    assert tone_of(text, language) in Tone
    assert mood_of("a " * LONGEST + "thieves", "en") is Mood.CALM
