"""What is around a reply: subject (R1), quote (R2), signature (R9), sender (R11)."""

from __future__ import annotations

from collections.abc import Iterable

from .draft import Draft
from .findings import Finding


def look_at_subject(draft: Draft) -> Iterable[Finding] | None:
    """Filled, specific, not cut off by mail programs, one Re: in an answer."""
    return None


def look_at_quote(draft: Draft) -> Iterable[Finding] | None:
    """The customer sees what is answered."""
    return None


def look_at_signature(draft: Draft) -> Iterable[Finding] | None:
    """70 columns, 6 lines, a rule above and below, what is required (see `signing`)."""
    return None


def look_at_sender(draft: Draft) -> Iterable[Finding] | None:
    """From the company's own domain, not a free mailbox."""
    return None
