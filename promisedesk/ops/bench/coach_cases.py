"""The labelled cases of the coach: our own, and outside sets in the shape of its command's lines.

What the shapes are is told in coach_data/README.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from promisedesk.coach.as_json import draft_of
from promisedesk.lib.coach import Draft

DATA = Path(__file__).parent / "coach_data"
LANGUAGES = ("en", "ru", "pl")
NOW = datetime(2026, 3, 4, 10, 0, tzinfo=ZoneInfo("Europe/Warsaw"))  # a Wednesday
LISTS = ("orders", "other_names", "required_in_signature", "own_domains")


@dataclass(frozen=True)
class Case:
    """A draft and what somebody says of it; None where nobody does.

    `expect`: ids of checks, or codes of findings, that should speak; `is_good`: a reply to
    which no check should say anything that warns.
    """

    language: str
    draft: Draft
    mood: str | None = None
    tone: str | None = None
    questions: list[dict[str, Any]] | None = None
    is_good: bool | None = None
    expect: tuple[str, ...] = field(default=())


def own_cases(language: str) -> Iterator[Case]:
    """All of our own sets but the words."""
    for path in sorted(DATA.glob(f"*_{language}.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield _own(json.loads(line), language)


def _own(line: dict[str, Any], language: str) -> Case:
    if "text" in line and line["side"] == "customer":
        draft = Draft(reply="", customer=line["text"], language=language)
        return Case(language, draft, mood=line["label"])
    if "text" in line:
        draft = Draft(reply=line["text"], language=language)
        return Case(language, draft, tone=line["label"])
    if "draft" not in line:
        draft = Draft(reply=line["reply"], customer=line["customer"], language=language)
        return Case(language, draft, questions=line["questions"])
    facts = {
        name: tuple(value) if name in LISTS else value for name, value in line["draft"].items()
    }
    given = {"language": language, "now": NOW, "adds_re": "subject" not in facts} | facts
    if isinstance(given["now"], str):
        given["now"] = datetime.fromisoformat(given["now"])
    expect = tuple(line.get("expect", ()))
    return Case(
        language,
        Draft(**given),
        questions=line.get("questions"),
        is_good=line.get("good", not expect if "expect" in line else None),
        expect=expect,
    )


def as_command(case: Case) -> Case:
    """The same letter as the command gets it: nothing is known but the texts."""
    known = case.draft
    bare = Draft(
        reply=known.reply,
        customer=known.customer,
        subject=known.subject or None,
        adds_re=known.is_answer,
        language=known.language,
        now=known.now,
        is_late=known.is_late,
        is_answer=known.is_answer,
    )
    return replace(case, draft=bare)


def outside_cases(path: Path) -> Iterator[Case]:
    """Lines as `promisedesk coach --json` reads them, with labels beside: `customer_mood`,
    `reply_tone`, `questions`, `good`, `expect`."""
    for line in path.read_text("utf-8").splitlines():
        if not line.strip():
            continue
        one = json.loads(line)
        draft = draft_of(one)
        yield Case(
            draft.spoken or draft.asked_in or "other",
            draft,
            mood=one.get("customer_mood"),
            tone=one.get("reply_tone"),
            questions=one.get("questions"),
            is_good=one.get("good"),
            expect=tuple(one.get("expect") or ()),
        )


def misspellings(language: str) -> list[tuple[str, str]]:
    """(as it was written, as it was meant) of spelling.tsv."""
    rows = [line.split("\t") for line in (DATA / "spelling.tsv").read_text("utf-8").splitlines()]
    return [(row[1], row[2]) for row in rows if row[0] == language]
