"""One reading of a reply: every check, and what the checks share with whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import structlog

from promisedesk.lib import commitments
from promisedesk.lib.commitments import Commitment

from .asking import Question, questions_of
from .checks import CHECKS, Check
from .draft import Draft
from .findings import Finding
from .mood import Mood, mood_of
from .spelling import Misspelt, misspelt_in
from .tone import Tone, tone_of

T = TypeVar("T")
log = structlog.get_logger("promisedesk.coach")


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
    """Look at a reply with every check but those named in `without` (the shop's choice).

    A check that fails at an odd text is written in the log and says nothing: a fault of ours is
    no reason for anybody not to answer.
    """
    findings: list[Finding] = []
    passed: list[str] = []
    for check in CHECKS.values():
        if check.id in without and not check.is_fixed:
            continue
        found = _tried(partial(_findings, check), draft, None)
        if found is None:
            continue
        findings += found
        if not found:
            passed.append(check.id)
    return Reading(
        findings=tuple(findings),
        passed=tuple(passed),
        mood=_tried(lambda draft: mood_of(draft.customer, draft.asked_in), draft, Mood.CALM),
        tone=_tried(lambda draft: tone_of(draft.reply, draft.spoken), draft, Tone.NEUTRAL),
        questions=tuple(_tried(questions_of, draft, [])),
        commitments=tuple(_tried(promised, draft, [])),
        misspelt=tuple(_tried(misspelt_in, draft, [])),
    )


def _findings(check: Check, draft: Draft) -> list[Finding] | None:
    found = check.look(draft)
    return None if found is None else list(found)


def _tried(look: Callable[[Draft], T], draft: Draft, otherwise: T) -> T:
    try:
        return look(draft)
    except Exception:
        log.exception("a check of the coach failed")  # the trace says which
        return otherwise


def promised(draft: Draft) -> list[Commitment]:
    """What the reply promises, the surest first; nothing where no time is known."""
    if draft.now is None or draft.now.tzinfo is None:
        return []
    return commitments.find(draft.reply, draft.spoken, draft.now, draft.now.tzinfo)
