"""The coach: how quick it is, what memory it takes, and how right it is on labelled sets.

Speed: letters of 150 words to messages of 300, put together anew each time from sentences of
our letters, so that nothing is known from the letter before but single words.
"""

from __future__ import annotations

import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from promisedesk.lib.coach import Draft, read
from promisedesk.ops.bench import coach_scores
from promisedesk.ops.bench.coach_cases import (
    LANGUAGES,
    NOW,
    as_command,
    misspellings,
    outside_cases,
    own_cases,
)

WARM_UP = 20
REPLY_WORDS, MESSAGE_WORDS = 150, 300
STARTS = 5
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CHILD = """
import sys
from pathlib import Path
def resident():
    line = next(x for x in open("/proc/self/status") if x.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
from promisedesk.lib.coach import Draft, read
before = resident()
texts = sys.stdin.read().split("\\0")
for reply, customer in zip(texts[::2], texts[1::2]):
    read(Draft(reply=reply, customer=customer, language=sys.argv[1]))
print(before, resident())
"""


def measure(outside: Path | None, rounds: int, show: int, seed: int) -> dict[str, Any]:
    """Everything, or the figures of one outside set."""
    if outside:
        return {"bench": "coach", "set": outside.name} | {
            "quality": {
                language: _shortened(coach_scores.score(cases), show)
                for language, cases in _by_language(outside).items()
            }
        }
    found: dict[str, Any] = {"bench": "coach", "quality": _quality(show)}
    if rounds:
        rng = random.Random(seed)  # noqa: S311  not a secret
        found["cpu_ms"] = {one: _speed(one, rounds, rng) for one in LANGUAGES}
        found["memory_mib"] = {one: _memory(one, rng) for one in LANGUAGES}
        found["start_of_command"] = _start()
    return found


def _by_language(path: Path) -> dict[str, list]:
    found: dict[str, list] = {}
    for case in outside_cases(path):
        found.setdefault(case.language, []).append(case)
    return found


def _quality(show: int) -> dict[str, Any]:
    found = {}
    for language in LANGUAGES:
        cases = list(own_cases(language))
        scores = coach_scores.score(cases)
        bare = coach_scores.score(as_command(one) for one in cases if one.is_good)
        scores["letters"]["as_the_command_reads_them"] = bare["letters"]
        scores["misses"]["false_alarms_as_the_command"] = bare["misses"]["false_alarms"]
        spelling = coach_scores.score_spelling(misspellings(language), language)
        scores["misses"]["spelling"] = spelling.pop("misses")
        found[language] = _shortened(scores, show) | {"spelling": spelling}
    return found


def _shortened(scores: dict[str, Any], show: int) -> dict[str, Any]:
    """With at most `show` examples of each kind of miss."""
    misses = scores.pop("misses")
    if show:
        scores["misses"] = {kind: some[:show] for kind, some in misses.items() if some}
    return scores


def _speed(language: str, rounds: int, rng: random.Random) -> dict[str, float]:
    letters = _letters(language, rng)
    took = []
    for number in range(WARM_UP + rounds):
        reply, customer = next(letters)
        draft = Draft(
            reply=reply,
            customer=customer,
            subject="Re: order",
            language=language,
            now=NOW,
            customer_name="Anna Nowak",
            attachments=0,
        )
        began = time.process_time()
        read(draft)
        if number >= WARM_UP:
            took.append((time.process_time() - began) * 1000)
    took.sort()
    return {
        "letters": rounds,
        "mean": round(statistics.mean(took), 1),
        "p50": round(statistics.median(took), 1),
        "p95": round(took[int(0.95 * len(took))], 1),
        "most": round(took[-1], 1),
    }


def _letters(language: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Endless (reply, message), each of sentences drawn anew."""
    cases = [one for one in own_cases(language) if one.draft.reply and one.draft.customer]
    replies = [text for one in cases for text in _SENTENCE.split(one.draft.reply)]
    messages = [text for one in cases for text in _SENTENCE.split(one.draft.customer)]
    while True:
        yield _drawn(replies, REPLY_WORDS, rng), _drawn(messages, MESSAGE_WORDS, rng)


def _drawn(sentences: Sequence[str], words: int, rng: random.Random) -> str:
    drawn: list[str] = []
    while len(drawn) < words:
        drawn += rng.choice(sentences).split()
    return " ".join(drawn[:words])


def _memory(language: str, rng: random.Random) -> dict[str, float]:
    """A process of its own that has the coach, before and after its first letters."""
    letters = _letters(language, rng)
    texts = "\0".join(text for _ in range(WARM_UP) for text in next(letters))
    said = subprocess.run(
        [sys.executable, "-c", _CHILD, language],
        input=texts,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    before, after = map(float, said)
    return {"process_with_coach": round(before, 1), "added": round(after - before, 1)}


def _start() -> dict[str, float]:
    """`promisedesk coach --json` for one line, from nothing to its end."""
    walls, cpus = [], []
    for _ in range(STARTS):
        before, began = os.times(), time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "promisedesk", "coach", "--json"],
            input='{"reply": "Hello Anna, it comes on Friday.", "language": "en"}\n',
            capture_output=True,
            text=True,
            check=True,
        )
        after = os.times()
        walls.append(time.monotonic() - began)
        cpus.append(
            after.children_user
            + after.children_system
            - before.children_user
            - before.children_system
        )
    return {
        "cpu_ms": round(statistics.median(cpus) * 1000),
        "wall_ms": round(statistics.median(walls) * 1000),
    }
