"""Phrases written as they sound, each word of which is right by itself: "should of"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .findings import Span

_OF = re.compile(  # not "the might of", and not "could of course"
    r"\b(?P<begins>(?:(?:should|could|would)(?:n['’]t| not)?|(?:might|must)(?:n['’]t| not))[ \t]"
    r"|(?:might|must)[ \t](?=of been\b))of\b(?![ \t]+(?:course|necessity)\b)",
    re.I,
)


def misheard(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """(where, what was meant), in the order of the text. English only."""
    if language == "en":
        for found in _OF.finditer(text):
            yield found.span(), f"{found['begins']}have"
