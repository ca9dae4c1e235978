"""Wording that tells the customer nothing: no time, no certainty, chancery, double negation."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from functools import cache

from .draft import LANGUAGES, Draft
from .feelings.cues import Lexicon
from .feelings.words import END, Words, words_of
from .findings import Finding
from .softening import replaced

MOST = 4  # findings; more is nagging


@cache
def _lexicons(language: str) -> tuple[Lexicon, Lexicon]:
    words = importlib.import_module(f"{__package__}.feelings.vague_{language}")
    kinds = {
        "soon": words.SOON,
        "unsure": words.UNSURE,
        "empty": words.EMPTY,
        "double": words.DOUBLE,
    }
    return Lexicon(kinds), Lexicon({"concrete": words.CONCRETE})


def vague_in(text: str, language: str) -> Iterable[Finding]:
    """Each empty phrase as a finding "vague.<kind>", with shorter words where they are known."""
    if language not in LANGUAGES:
        return
    vague, concrete = _lexicons(language)
    read = words_of(text)
    for hit in vague.find(read.words):
        phrase = hit.phrase
        if phrase.kind == "soon" and _says_when(read, hit.first, concrete):
            continue
        place = (read.starts[hit.first], read.ends[hit.last - 1])
        mends = () if phrase.soft is None else (replaced(text, place, phrase.soft),)
        yield Finding(f"vague.{phrase.kind}", {"words": text[slice(*place)]}, (place,), mends)


def _says_when(read: Words, at: int, concrete: Lexicon) -> bool:
    """Whether the sentence names a day or an hour as well: "as soon as possible, by Friday"."""
    first = at
    while first > 0 and read.words[first - 1] != END:
        first -= 1
    last = at
    while last < len(read.words) and read.words[last] != END:
        last += 1
    return any(True for _ in concrete.find(read.words[first:last]))


def look_at_vagueness(draft: Draft) -> Iterable[Finding] | None:
    """Ambiguous and empty wording: "as soon as possible"."""
    if not draft.spoken or not draft.reply.strip():
        return None
    found = []
    for finding in vague_in(draft.reply[:30_000], draft.spoken):
        found.append(finding)
        if len(found) == MOST:
            break
    return found
