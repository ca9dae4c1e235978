"""Open questions are found in the labelled letters (docs/coach.md tells how they were written)."""

import json
import re
from pathlib import Path

import pytest

from promisedesk.lib.coach import Draft
from promisedesk.lib.coach.asking import Question, questions_of

DATA = Path(__file__).parents[2] / "ops" / "bench" / "coach_data"


def _likeness(one: str, other: str) -> float:
    first, second = (set(re.findall(r"\w+", text.lower())) for text in (one, other))
    return len(first & second) / max(1, min(len(first), len(second)))


def _found(text: str, left: list[Question]) -> Question | None:
    best = max(left, key=lambda each: _likeness(each.text, text), default=None)
    return best if best and _likeness(best.text, text) >= 0.5 else None


def _counted(language: str) -> tuple[int, int, int, int, int]:
    """Open ones found, false alarms, open ones missed, good replies with an alarm, good ones."""
    hits = alarms = misses = disturbed = good = 0
    for line in (DATA / f"asking_{language}.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        left = questions_of(Draft(reply=case["reply"], customer=case["customer"]))
        before = alarms
        for wanted in case["questions"]:
            found = _found(wanted["text"], left)
            if found:
                left.remove(found)
            is_open = found is not None and not found.is_answered
            hits += is_open and not wanted["answered"]
            alarms += is_open and wanted["answered"]
            misses += not is_open and not wanted["answered"]
        alarms += sum(not each.is_answered for each in left)
        if all(wanted["answered"] for wanted in case["questions"]):
            good += 1
            disturbed += alarms > before
    return hits, alarms, misses, disturbed, good


@pytest.mark.parametrize("language", ["en", "ru", "pl"])
def test_open_questions_are_found_and_good_replies_left_alone(language: str) -> None:
    hits, alarms, misses, disturbed, good = _counted(language)
    assert hits / (hits + alarms) >= 0.85
    assert hits / (hits + misses) >= 0.75
    assert disturbed / good < 0.1
