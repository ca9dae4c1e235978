"""A good reply is left in peace; what is really open or rude is still named."""

import json
from pathlib import Path

import pytest

from promisedesk.lib.coach import CHECKS, Draft, Level, level_of, read
from promisedesk.lib.coach.asking import questions_of
from promisedesk.lib.coach.tone import Tone, tone_of

CASES = Path(__file__).parents[2] / "ops" / "bench" / "coach_data"
WARNS = (Level.WARN, Level.STOP)


def letters(name):
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("language", ["en", "ru", "pl"])
def test_fewer_than_one_good_letter_in_fifteen_is_warned_of(language):
    good = letters(f"letters2_{language}.jsonl") + letters(f"letters3_{language}.jsonl")
    good = [one["draft"] for one in good if one["good"]]
    alarms = [
        draft["customer"]
        for draft in good
        if any(
            level_of(one, CHECKS[one.check].usual) in WARNS
            for one in read(Draft(language=language, **draft)).findings
        )
    ]
    assert len(alarms) * 15 < len(good), alarms


@pytest.mark.parametrize("language", ["en", "ru", "pl"])
def test_most_open_questions_and_rude_words_are_found(language):
    bad = [one for one in letters(f"letters3_{language}.jsonl") if not one["good"]]
    found = [
        one
        for one in bad
        if {*one["expect"]}
        & {said.check for said in read(Draft(language=language, **one["draft"])).findings}
    ]
    assert len(found) >= 0.7 * len(bad)


def test_a_manual_does_not_tell_when_an_invoice_comes():
    draft = Draft(
        reply="Read the manual. It is not our problem that you cannot use it. "
        "As I already told you, we do not refund.",
        customer="This is the third time I write!!! The kettle is broken and nobody answers. "
        "I want my money back and when will you send the invoice?",
    )
    still_open = [one.text for one in questions_of(draft) if not one.is_answered]
    assert still_open == ["when will you send the invoice?"]


@pytest.mark.parametrize(
    ("language", "fine", "rude"),
    [
        ("en", "Sit back and relax, we do the rest.", "Relax."),
        ("en", "It won't happen to anyone else.", "So what?"),
        ("ru", "Точка выдачи работает до девяти.", "Точка."),
        ("ru", "Ой, как жаль!", "Чушь."),
        ("pl", "Ludzie jadą po nią przez całe miasto.", "Ludzie!"),
        ("pl", "Ojej, jak mi przykro!", "Bzdury."),
    ],
)
def test_some_words_are_harsh_as_a_remark_of_their_own_only(language, fine, rude):
    assert tone_of(fine, language) != Tone.HARSH
    assert tone_of(rude, language) == Tone.HARSH


@pytest.mark.parametrize("word", ["35 m²", "jalapeño", "½ łyżki", "µm"])
def test_letters_no_dictionary_can_write_are_read(word):
    reply = f"Dzień dobry, Pani Anno,\n\nścian wychodzi {word}, proszę wziąć dwie puszki."
    assert not read(Draft(reply=reply, language="pl")).misspelt
