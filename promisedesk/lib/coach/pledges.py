"""Promises in the text (P5)."""

from __future__ import annotations

from collections.abc import Iterable

from .draft import Draft
from .findings import Finding


def look_at_promises(draft: Draft) -> Iterable[Finding] | None:
    """A promise without a time: "we will call you"."""
    return None
