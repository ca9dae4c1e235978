"""What must not leave by accident (R10): gaps, secrets, another customer's name, dead links."""

from __future__ import annotations

from collections.abc import Iterable

from .draft import Draft
from .findings import Finding


def look_at_emptiness(draft: Draft) -> Iterable[Finding] | None:
    """A reply without words."""
    return None


def look_at_variables(draft: Draft) -> Iterable[Finding] | None:
    """A variable that nobody filled."""
    return None


def look_at_secrets(draft: Draft) -> Iterable[Finding] | None:
    """Card numbers, passwords, keys."""
    return None


def look_at_names(draft: Draft) -> Iterable[Finding] | None:
    """Another customer's name or order number."""
    return None


def look_at_attachments(draft: Draft) -> Iterable[Finding] | None:
    """A file the text speaks of that is not there."""
    return None


def look_at_links(draft: Draft) -> Iterable[Finding] | None:
    """Links that do not open to customers."""
    return None
