"""How well the coach tells moods and tones, on the labelled cases in `coach_data`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from promisedesk.lib.coach.mood import Mood, mood_of
from promisedesk.lib.coach.tone import Tone, tone_of

DATA = Path(__file__).with_name("coach_data")
LANGUAGES = ("en", "ru", "pl")


def cases(language: str) -> Iterator[dict[str, str]]:
    """Each case: side ("customer", "agent"), label, half, text."""
    with (DATA / f"tone_{language}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def figures(half: str, side: str, languages: tuple[str, ...] = LANGUAGES) -> dict[str, float]:
    """Precision and recall of "not calm" (customers) or "harsh" (agents), macro-F1, cases.

    `half` is "dev", "check", "fresh", "second" or "third".
    """
    pairs = [
        _judged(side, case, language)
        for language in languages
        for case in cases(language)
        if case["half"] == half and case["side"] == side
    ]
    hits = sum(is_so and said for is_so, said in pairs)
    alarms = sum(said and not is_so for is_so, said in pairs)
    missed = sum(is_so and not said for is_so, said in pairs)
    rest = len(pairs) - hits - alarms - missed
    return {
        "cases": len(pairs),
        "precision": hits / ((hits + alarms) or 1),
        "recall": hits / ((hits + missed) or 1),
        "macro_f1": (_f1(hits, alarms, missed) + _f1(rest, missed, alarms)) / 2,
    }


def _judged(side: str, case: dict[str, str], language: str) -> tuple[bool, bool]:
    if side == "customer":
        return case["label"] != "calm", mood_of(case["text"], language) is not Mood.CALM
    return case["label"] == "harsh", tone_of(case["text"], language) is Tone.HARSH


def _f1(hits: int, alarms: int, missed: int) -> float:
    return 2 * hits / ((2 * hits + alarms + missed) or 1)
