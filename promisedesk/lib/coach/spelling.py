"""Spelling in English, Russian and Polish, with suggestions (R6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .draft import Draft
from .findings import Finding


@dataclass(frozen=True, slots=True)
class Misspelt:
    word: str
    start: int  # code points in the reply
    suggestions: tuple[str, ...]  # the likeliest first


def misspelt_in(draft: Draft) -> list[Misspelt]:
    """Words that are in no dictionary, but names, numbers, addresses and the shop's own words."""
    return []


def look_at_spelling(draft: Draft) -> Iterable[Finding] | None:
    """The same as findings, with a click that puts the first suggestion in."""
    return None
