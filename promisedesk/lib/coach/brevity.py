"""Short clear sentences, a sensible length and size (R4)."""

from __future__ import annotations

from collections.abc import Iterable

from .draft import Draft
from .findings import Finding


def look_at_length(draft: Draft) -> Iterable[Finding] | None:
    """A reply longer than anybody reads, or so short that it is curt."""
    return None


def look_at_sentences(draft: Draft) -> Iterable[Finding] | None:
    """Sentences too long to be read once."""
    return None


def look_at_reading_ease(draft: Draft) -> Iterable[Finding] | None:
    """Heavy reading, by the measure of its language."""
    return None


def look_at_size(draft: Draft) -> Iterable[Finding] | None:
    """A mail too big for the customer's mailbox."""
    return None
