"""What a customer asks, and whether a reply answers it (R4, R8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .draft import Draft
from .findings import Finding, Span


@dataclass(frozen=True, slots=True)
class Question:
    """A question or request in the customer's text; `place` is where it stands there."""

    text: str
    place: Span
    is_answered: bool
    is_pointed: bool = False  # to a source, or to when it will be answered


def questions_of(draft: Draft) -> list[Question]:
    """The customer's questions, in the order of their text."""
    return []


def look_at_questions(draft: Draft) -> Iterable[Finding] | None:
    """Those the reply neither answers nor points to a source for."""
    return None


def look_at_clearness(draft: Draft) -> Iterable[Finding] | None:
    """A message that does not say what is wanted: clarifying questions to put."""
    return None
