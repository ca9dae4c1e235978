"""One reading of a reply: every check, and what the checks share with whoever asks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from promisedesk.lib import commitments
from promisedesk.lib.commitments import Commitment

from .asking import Question, questions_of
from .checks import CHECKS
from .draft import Draft
from .findings import Finding
from .mood import Mood, mood_of
from .spelling import Misspelt, misspelt_in
from .tone import Tone, tone_of


@dataclass(frozen=True, slots=True)
class Reading:
    """What the coach makes of a reply. `passed` are the checks that found nothing to mend."""

    findings: tuple[Finding, ...]
    passed: tuple[str, ...]
    mood: Mood  # of the customer
    tone: Tone  # of the reply
    questions: tuple[Question, ...]
    commitments: tuple[Commitment, ...]
    misspelt: tuple[Misspelt, ...]


def read(draft: Draft, without: Collection[str] = ()) -> Reading:
    """Look at a reply with every check but those named in `without` (the shop's choice)."""
    findings: list[Finding] = []
    passed: list[str] = []
    for check in CHECKS.values():
        if check.id in without and not check.is_fixed:
            continue
        found = check.look(draft)
        if found is None:
            continue
        found = list(found)
        findings += found
        if not found:
            passed.append(check.id)
    return Reading(
        findings=tuple(findings),
        passed=tuple(passed),
        mood=mood_of(draft.customer, draft.asked_in),
        tone=tone_of(draft.reply, draft.spoken),
        questions=tuple(questions_of(draft)),
        commitments=tuple(promised(draft)),
        misspelt=tuple(misspelt_in(draft)),
    )


def promised(draft: Draft) -> list[Commitment]:
    """What the reply promises, the surest first; nothing where no time is known."""
    if draft.now is None or draft.now.tzinfo is None:
        return []
    return commitments.find(draft.reply, draft.spoken, draft.now, draft.now.tzinfo)
