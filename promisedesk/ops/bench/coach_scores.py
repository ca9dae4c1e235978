"""How right the coach is: its readings against labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from promisedesk.lib.coach import CHECKS, Draft, Level, Reading, level_of, read
from promisedesk.lib.coach.correcting import suggestions
from promisedesk.ops.bench.coach_cases import Case

WARNS = (Level.WARN, Level.STOP)
_USUAL = {one.id: one.usual for one in CHECKS.values()}
SAME = 0.5  # of the words of the shorter text: it is the same question
_WORD = re.compile(r"\w+")


@dataclass
class Tally:
    """Pairs of (label, answer), and what was answered wrong."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[dict[str, Any]] = field(default_factory=list)

    def add(self, label: str, answer: str, **shown: Any) -> None:
        self.pairs[label, answer] += 1
        if label != answer:
            self.wrong.append({"label": label, "answer": answer} | shown)

    def of(self, label: str) -> dict[str, float | int | None]:
        """Precision, recall and F1 of one label."""
        hit = self.pairs[label, label]
        said = sum(count for (_, answer), count in self.pairs.items() if answer == label)
        there = sum(count for (one, _), count in self.pairs.items() if one == label)
        return {
            "cases": there,
            "precision": _share(hit, said),
            "recall": _share(hit, there),
            "f1": _share(2 * hit, said + there),
        }

    def macro_f1(self) -> float | None:
        """The mean F1 of the labels that occur."""
        labels = {label for label, _ in self.pairs}
        return _mean([self.of(label)["f1"] or 0.0 for label in labels])

    def summary(self) -> dict[str, Any]:
        labels = sorted({label for label, _ in self.pairs})
        return {"macro_f1": self.macro_f1()} | {label: self.of(label) for label in labels}


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 3) if whole else None


def _mean(values: list[float]) -> float | None:
    return round(sum(values) / len(values), 3) if values else None


def score(cases: Iterable[Case]) -> dict[str, Any]:
    """Figures of each kind of label that the cases carry, and the wrong ones under "misses"."""
    mood, unhappy, tone, harsh, asked = Tally(), Tally(), Tally(), Tally(), Tally()
    letters = Letters()
    for case in cases:
        reading = read(case.draft)
        if case.mood:
            mood.add(case.mood, reading.mood, text=case.draft.customer)
            unhappy.add(_or_calm(case.mood), _or_calm(reading.mood))
        if case.tone:
            tone.add(case.tone, reading.tone, text=case.draft.reply)
            harsh.add(_or_fine(case.tone), _or_fine(reading.tone))
        if case.questions is not None:
            _add_questions(asked, case, reading)
        if case.is_good is not None:
            letters.add(case, reading)
    found: dict[str, Any] = {}
    if mood.pairs:
        found["customer_mood"] = mood.summary() | {"unhappy_or_not": unhappy.summary()}
    if tone.pairs:
        found["reply_tone"] = tone.summary() | {"harsh_or_not": harsh.summary()}
    if asked.pairs:
        found["unanswered_questions"] = asked.of("open")
    if letters.good or letters.bad:
        found["letters"] = letters.summary()
    found["misses"] = {
        "customer_mood": mood.wrong,
        "reply_tone": tone.wrong,
        "questions": asked.wrong,
        "false_alarms": letters.alarms,
        "faults_missed": letters.missed,
    }
    return found


def _or_calm(mood: str) -> str:
    return "calm" if mood == "calm" else "unhappy"


def _or_fine(tone: str) -> str:
    return tone if tone == "harsh" else "fine"


def _add_questions(asked: Tally, case: Case, reading: Reading) -> None:
    """An unanswered question counts as found where one of ours has half of its words."""
    ours = [one.text for one in reading.questions if not one.is_answered]
    theirs = [one["text"] for one in case.questions or () if not one["answered"]]
    shown = {"customer": case.draft.customer, "reply": case.draft.reply}
    for text in theirs:
        same = next((one for one in ours if _is_same(one, text)), None)
        if same is not None:
            ours.remove(same)
        asked.add("open", "open" if same is not None else "none", question=text, **shown)
    for text in ours:
        asked.add("none", "open", question=text, **shown)


def _is_same(one: str, other: str) -> bool:
    a, b = (set(_WORD.findall(text.casefold())) for text in (one, other))
    return bool(a and b) and len(a & b) >= SAME * min(len(a), len(b))


@dataclass
class Letters:
    """Whole letters: what is said of good ones, what is missed in bad ones."""

    good: int = 0
    bad: int = 0
    alarmed: int = 0
    hinted: int = 0
    by_check: Counter[str] = field(default_factory=Counter)
    alarms: list[dict[str, Any]] = field(default_factory=list)
    missed: list[dict[str, Any]] = field(default_factory=list)

    def add(self, case: Case, reading: Reading) -> None:
        if not case.is_good:
            self._add_bad(case, reading)
            return
        self.good += 1
        warnings = [one for one in reading.findings if level_of(one, _USUAL[one.check]) in WARNS]
        self.alarmed += bool(warnings)
        self.hinted += bool(reading.findings)
        self.by_check.update({one.check for one in warnings})
        for one in warnings:
            words = [case.draft.reply[start:end] for start, end in one.spans]
            self.alarms.append({"code": one.code, "words": words, "reply": case.draft.reply})

    def _add_bad(self, case: Case, reading: Reading) -> None:
        self.bad += 1
        said = {one.check for one in reading.findings} | {one.code for one in reading.findings}
        if silent := sorted(set(case.expect) - said):
            shown = {"customer": case.draft.customer, "reply": case.draft.reply}
            self.missed.append({"checks": silent, "said": sorted(said)} | shown)

    def summary(self) -> dict[str, Any]:
        return {
            "good": self.good,
            "with_warn_or_stop": self.alarmed,
            "false_alarms": _share(self.alarmed, self.good),
            "with_any_hint": _share(self.hinted, self.good),
            "by_check": dict(self.by_check.most_common()),
            "bad": self.bad,
            "faults_found": _share(self.bad - len(self.missed), self.bad),
        }


def score_spelling(words: list[tuple[str, str]], language: str) -> dict[str, Any]:
    """Whether a misspelt word alone in a sentence is marked, and the first suggestion right."""
    marked = right = 0
    wrong = []
    for written, meant in words:
        reading = read(Draft(reply=f"… {written} …", language=language))
        marked += any(one.word == written for one in reading.misspelt)
        first = next(iter(suggestions(written, language)), "")
        right += first.casefold() == meant.casefold()
        if first.casefold() != meant.casefold():
            wrong.append({"word": written, "meant": meant, "first": first})
    return {
        "words": len(words),
        "marked": _share(marked, len(words)),
        "first_suggestion_right": _share(right, len(words)),
        "misses": wrong,
    }
