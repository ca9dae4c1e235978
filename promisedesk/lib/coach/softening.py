"""Softer words for harsh ones: what one click puts in place of a sentence or of some words."""

from __future__ import annotations

import re

from .feelings.cues import Phrase
from .findings import Edit, Mend, Span

REACH = 600  # characters to each side; what is longer without a mark is no sentence
MOST_WORDS = 22  # of a sentence that may be replaced whole: a longer one says something besides
_ENDS = re.compile(r"[.!?…]+[\")\]»”’]*(?=\s|$)|\n")
_AFTER = re.compile(r"[ ]*[,:–—-]?[ ]*(?:(?:that|что|że|ze)[ ]+)?", re.I)


def sentence_at(text: str, place: Span) -> Span:
    """The sentence around a place, without the blanks before it, with the mark that ends it."""
    start = 0
    for mark in _ENDS.finditer(text, max(0, place[0] - REACH), place[0]):
        start = mark.end()
    if not start:
        start = max(0, place[0] - REACH)
    while start < place[0] and text[start] in " \t\n>*-•":
        start += 1
    furthest = min(place[1] + REACH, len(text))
    found = _ENDS.search(text, max(place[1] - 1, start), furthest)
    end = found.end() if found else furthest
    while end > place[1] and text[end - 1] in "\n ":
        end -= 1
    return start, end


def softened(text: str, place: Span, phrase: Phrase | None) -> Mend | None:
    """One click that mends a harsh phrase; None where no better words are known."""
    if phrase is None or phrase.soft is None:
        return None
    start, end = sentence_at(text, place)
    if not phrase.is_sentence:
        return replaced(text, place, phrase.soft, "soften")
    if len(text[start:end].split()) > MOST_WORDS:
        return None
    if phrase.soft:
        return Mend("soften", (Edit(start, end, phrase.soft),), phrase.soft)
    while end < len(text) and text[end] == " ":
        end += 1
    return Mend("remove", (Edit(start, end, ""),))


def replaced(text: str, place: Span, words: str, code: str = "replace") -> Mend:
    """Other words in place of these, or none; a sentence still begins with a capital."""
    start, end = place
    is_first = start == sentence_at(text, place)[0]
    if words:
        return Mend(code, (Edit(start, end, _capital(words) if is_first else words),), words)
    rest = _AFTER.match(text, end)
    end = rest.end() if rest else end
    after = text[end : end + 1]
    if is_first and after:
        return Mend("remove", (Edit(start, end + 1, after.upper()),))
    return Mend("remove", (Edit(start, end, ""),))


def quietened(text: str, place: Span) -> Mend:
    """Shouting said quietly: one mark instead of several, small letters instead of capitals."""
    loud = text[slice(*place)]
    if not any(map(str.isalpha, loud)):
        return Mend("soften", (Edit(*place, "?" if "?" in loud else "!"),))
    quiet = re.sub(r"\bi\b", "I", loud.lower())
    if place[0] == sentence_at(text, place)[0]:
        quiet = _capital(quiet)
    return Mend("soften", (Edit(*place, quiet),), quiet)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
