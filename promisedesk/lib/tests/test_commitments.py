"""Promises in free text, measured: a fixture file a language, half of it without a promise.

A line: {text, now (local), time_zone, due (or null), kind, more: [further dues]}. Only the
moments decide precision and recall; the kind of the best is measured beside them.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
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
                measured.say.append(f"KIND {found[0].kind}, not {case['kind']}: {case['text']}")
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
