"""Promises in free text, measured: a fixture file a language, half of it without a promise.

A line: {text, now (local), time_zone, due (or null), kind, more: [further dues]}. Only the
moments decide precision and recall; the kind of the best is measured beside them.
"""

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from promisedesk.lib.commitments import find

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass
class Measured:
    right: int = 0
    false: int = 0
    missed: int = 0
    kinds_right: int = 0
    kinds: int = 0
    say: list[str] = field(default_factory=list)

    @property
    def precision(self):
        return self.right / ((self.right + self.false) or 1)

    @property
    def recall(self):
        return self.right / ((self.right + self.missed) or 1)


def _aware(said, zone):
    moment = datetime.fromisoformat(said)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _cases(language):
    path = FIXTURES / f"commitments_{language}.jsonl"
    if not path.exists():
        pytest.skip(f"no {path.name} yet")
    return [json.loads(line) for line in path.read_text().splitlines() if line.strip()]


def measure(cases, language):
    measured = Measured()
    for case in cases:
        zone = ZoneInfo(case.get("time_zone") or "UTC")
        found = find(case["text"], language, _aware(case["now"], zone), zone)
        expected = {_aware(due, zone) for due in [case.get("due"), *case.get("more", [])] if due}
        dues = {each.due_at for each in found}
        measured.right += len(dues & expected)
        measured.false += len(dues - expected)
        measured.missed += len(expected - dues)
        if case.get("due") and found and found[0].due_at == _aware(case["due"], zone):
            measured.kinds += 1
            measured.kinds_right += found[0].kind == (case.get("kind") or "other")
            if found[0].kind != (case.get("kind") or "other"):
                measured.say.append(f"KIND {found[0].kind}, not {case.get('kind')}: {case['text']}")
        if dues != expected:
            said = [f"{each.due_at:%a %Y-%m-%d %H:%M} {each.kind}" for each in found]
            measured.say.append(
                f"{'FALSE' if dues - expected else 'MISSED'} {said}, not {case.get('due')} "
                f"(now {case['now']}): {case['text']}"
            )
    return measured


@pytest.mark.parametrize("language", ["en", "ru", "pl"])
def test_promises_are_found_and_nothing_else_is(language):
    cases = _cases(language)
    measured = measure(cases, language)
    print(*measured.say, sep="\n")  # noqa: T201
    print(  # noqa: T201
        f"{language}: {len(cases)} texts, precision {measured.precision:.3f}, "
        f"recall {measured.recall:.3f}, kinds {measured.kinds_right}/{measured.kinds}"
    )
    assert measured.precision >= 0.95
    assert measured.recall >= 0.85


def test_english_that_nothing_was_mended_for():
    """Written after the patterns, by somebody who had seen parts of them (docs/promises.md)."""
    measured = measure(_cases("en_fresh"), "en")
    assert measured.precision >= 0.97
    assert measured.recall >= 0.88


AT = datetime(2026, 11, 18, 10, 20, tzinfo=ZoneInfo("Europe/Warsaw"))


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        ("en", "I'll call you. Tomorrow at ten.", "2026-11-19T10:00"),
        ("en", "I will get back to you. By Friday at the latest.", "2026-11-20T18:00"),
        ("en", "I'll send the refund. Today.\n\nAnna", "2026-11-18T18:00"),
        ("en", "I'll call you. Tomorrow we are closed.", None),
        ("en", "I'll call you. Tomorrow is a holiday.", None),
        ("en", "I'll call you. The courier comes tomorrow at ten.", None),
        ("en", "I'll call you. Are you free tomorrow at ten?", None),
        ("en", "Shall I call you? Tomorrow at ten.", None),
        ("en", "If it's OK with you, I'll call on Monday afternoon.", "2026-11-23T18:00"),
        ("en", "If you send it back, I'll call on Monday afternoon.", None),
        ("en", "Give me two hours and I'll have it fixed.", "2026-11-18T12:20"),
        ("en", "We're on it and will have news today.", "2026-11-18T18:00"),
        ("ru", "Я вам перезвоню. Завтра в десять.", "2026-11-19T10:00"),
        ("ru", "Мы вернёмся с ответом. До пятницы.", "2026-11-20T18:00"),
        ("ru", "Мы вам перезвоним. Завтра у нас выходной.", None),
        ("pl", "Oddzwonię do Pani. Jutro o dziesiątej.", "2026-11-19T10:00"),
        ("pl", "Wrócimy z odpowiedzią. Do piątku.", "2026-11-20T18:00"),
        ("pl", "Oddzwonimy. Jutro jesteśmy zamknięci.", None),
    ],
)
def test_a_time_in_a_sentence_of_its_own_belongs_to_the_one_before(language, text, due):
    found = find(text, language, AT, AT.tzinfo)
    assert [f"{one.due_at:%Y-%m-%dT%H:%M}" for one in found] == ([due] if due else [])
    for one in found:
        assert text[one.start : one.end] == one.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We'll be in touch soon."),
        ("en", "I'll call you shortly, as soon as I can."),
        ("en", "I'll reply in a bit."),
        ("ru", "Скоро вернёмся с ответом."),
        ("ru", "Отправим в ближайшее время."),
        ("pl", "Wkrótce się odezwiemy."),
        ("pl", "Wyślemy w najbliższym czasie."),
    ],
)
def test_a_vague_time_is_no_date(language, text):
    assert find(text, language, AT, AT.tzinfo) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I'll send it within 2 working days."),
        ("ru", "Отправим в течение двух рабочих дней."),
        ("pl", "Wyślemy w ciągu dwóch dni roboczych."),
    ],
)
def test_working_days_are_those_of_the_calendar_given(language, text):
    holiday = date(2026, 11, 19)
    [usual] = find(text, language, AT, AT.tzinfo)
    [own] = find(
        text,
        language,
        AT,
        AT.tzinfo,
        is_open=lambda day: day not in (holiday, date(2026, 11, 20)) and day.weekday() != 5,
    )
    assert usual.due_at.date() == date(2026, 11, 20)
    assert own.due_at.date() == date(2026, 11, 23)  # the shop works on Sundays
