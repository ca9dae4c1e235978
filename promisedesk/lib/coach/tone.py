"""How a reply sounds: kind, neutral or harsh, and which of its words make it so (R5)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from .draft import Draft
from .findings import Finding


class Tone(StrEnum):
    KIND = "kind"
    NEUTRAL = "neutral"
    HARSH = "harsh"


def tone_of(text: str, language: str) -> Tone:
    """The tone of a reply; neutral where there is none."""
    return Tone.NEUTRAL


def look_at_tone(draft: Draft) -> Iterable[Finding] | None:
    """Harsh, sarcastic, shouting or blaming wording, with a softer proposal."""
    return None


def look_at_vagueness(draft: Draft) -> Iterable[Finding] | None:
    """Ambiguous and empty wording: "as soon as possible"."""
    return None
