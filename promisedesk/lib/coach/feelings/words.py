"""A text as a row of words with their places: what lexicons are matched against."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .folding import plain

END = "."  # of a sentence; no phrase goes over it
GONE = "\x00"  # quoted, or taken out: no phrase goes over it either
_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[.!?…;]+|\n\s*\n|\x00+")
_MARKS = frozenset(".!?…;\n")


@dataclass(frozen=True, slots=True)
class Words:
    """Words in order, each with where it begins and ends in the text."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@lru_cache(maxsize=16)
def words_of(text: str) -> Words:
    """The words of a text, folded; quotes, links and ends of sentences stand as marks."""
    words, starts, ends = [], [], []
    for match in _PIECE.finditer(plain(text)):
        words.append(_word(match[0]))
        starts.append(match.start())
        ends.append(match.end())
    return Words(tuple(words), tuple(starts), tuple(ends))


def _word(piece: str) -> str:
    if piece[0] in _MARKS:
        return END
    return GONE if piece[0] == GONE else without_apostrophe(piece)


def without_apostrophe(word: str) -> str:
    """ "don't" as "dont", as many type it; "he'll" stays, for "hell" is another word."""
    return word.replace("'", "") if word.endswith(("n't", "'s")) else word
