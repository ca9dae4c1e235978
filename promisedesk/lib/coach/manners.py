"""Greeting, form of address and language (R3), apology (R7)."""

from __future__ import annotations

from collections.abc import Iterable

from .draft import Draft
from .findings import Finding


def look_at_greeting(draft: Draft) -> Iterable[Finding] | None:
    """A greeting, by the right name."""
    return None


def look_at_address(draft: Draft) -> Iterable[Finding] | None:
    """Formal or informal as the customer writes, and the same throughout."""
    return None


def look_at_language(draft: Draft) -> Iterable[Finding] | None:
    """The customer's language."""
    return None


def look_at_apology(draft: Draft) -> Iterable[Finding] | None:
    """An apology when we are late or at fault, and an honest one."""
    return None
