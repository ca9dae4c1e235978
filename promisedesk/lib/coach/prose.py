"""What of a reply is read as prose: its sentences, their words and syllables.

Lists, addresses, links, quotes and code are looked up, not read: they are none. All is lenient
where the text leaves a doubt, for a hint nobody needs is worse than a long sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from .unquoted import own_words

LEAST_LINE = 50  # columns; a shorter line was ended on purpose, not by the mail program
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_CODE = re.compile(r"```[^`]{0,5000}(?:```|\Z)|`[^`\n]{1,200}`")
_LINK = re.compile(r"\]\([^()\s]{1,500}\)|https?://\S{1,500}|\bwww\.\S{1,500}|\S{1,64}@\S{1,200}")
_ASIDE = re.compile(r"\([^()\n]{1,200}\)")
_ITEM = re.compile(r"[ \t]{0,8}(?:[-*•·–—+]|\(?\d{1,2}[.)]|[a-zа-я][.)]|\|)[ \t]|#{1,4} ", re.I)
_END = re.compile(r"[.!?…;]+[\"”»’)*_]{0,3}(?=\s|\Z)|:(?=[ \t]*\n)")
_SHORTENED = (
    "e.g i.e mr mrs ms dr st no nos vs etc approx incl inc ltd co art "
    "т.е т.к т.д т.п т.ч г гг ул д кв корп стр пл пр руб коп тыс млн мин макс др им шт см тел "
    "np tj tzw nr ul al m.in itd itp ok godz zł gr szt tel św pl os prof hab inż mgr ww br bm"
)
_ABBREVIATED = frozenset(_SHORTENED.split())
_LIST_COMMAS = 5  # so many commas with few words between are a list inside a sentence
_LIST_WORDS = 3.2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the reply; `words` without links, numbers and what is in brackets."""

    start: int
    end: int
    words: tuple[str, ...]
    is_list: bool  # in its own line with a bullet, or goods one after another


@lru_cache(maxsize=32)
def sentences_in(reply: str) -> tuple[Sentence, ...]:
    """The sentences of a reply in their order, list items marked as such."""
    text = _looked_up(reply)
    found = []
    for start, end in _stretches(text):
        while start < end and text[start].isspace():
            start += 1
        piece = text[start:end].rstrip()
        if words := tuple(_WORD.findall(piece)):
            is_list = bool(_ITEM.match(piece)) or _enumerates(piece, len(words))
            found.append(Sentence(start, start + len(piece), words, is_list))
    return tuple(found)


def _looked_up(reply: str) -> str:
    """The reply with as many spaces where something is not read word by word."""
    text = own_words(reply)
    for pattern, sign in ((_CODE, "`"), (_LINK, ""), (_ASIDE, "(")):
        if not sign or sign in text:
            text = pattern.sub(_blank, text)
    return text


def _blank(found: re.Match[str]) -> str:
    return "".join("\n" if char == "\n" else " " for char in found[0])


def _stretches(text: str) -> list[tuple[int, int]]:
    """From one end of a sentence to the next: its marks, an empty line, a line ended early."""
    cuts = {found.end() for found in _END.finditer(text) if not _goes_on(text, found)}
    at = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        at += len(line) + 1
        if len(line.rstrip()) < LEAST_LINE or not following.strip() or _ITEM.match(following):
            cuts.add(min(at, len(text)))
    edges = [0, *sorted(cuts), len(text)]
    return [(a, b) for a, b in pairwise(edges) if b > a]


def _goes_on(text: str, mark: re.Match[str]) -> bool:
    """Whether a full stop ends a shortened word only, or a small letter follows."""
    if mark[0][0] != "." or len(mark[0]) > 1:
        return False
    rest = text[mark.end() : mark.end() + 3].lstrip()
    if rest and rest[0].islower():
        return True
    before = text[max(0, mark.start() - 12) : mark.start()].split()
    word = before[-1].lower().lstrip("(„“«\"'") if before else ""
    return word in _ABBREVIATED or (len(word) == 1 and word.isalpha())


def _enumerates(piece: str, words: int) -> bool:
    commas = piece.count(",") + piece.count(" / ")
    return commas >= _LIST_COMMAS and words <= (commas + 1) * _LIST_WORDS


_EN_VOWELS = re.compile(r"[aeiouy]+", re.I)
_PL_VOWELS = re.compile(r"i(?=[aeouyąęó])|\A[ea](?=u)|(?P<v>[aeiouyąęó])", re.I)
_RU_VOWELS = re.compile(r"[аеёиоуыэюя]", re.I)
_SILENT_E = re.compile(r"(?:[^aeiouyl]e|[^aeiouydt]ed|[^aeiouycgsxz]es|[aeiou]les?)\Z", re.I)
_TWO_VOWELS = re.compile(
    r"i(?:a|o(?!u)|en)(?!n)|[ei]o\Z|[dr]ea\Z|[aeiou]ing\Z|uou|[iu]et|reat[ei]|ua[lt]", re.I
)


@lru_cache(maxsize=4096)
def syllables_of(word: str, language: str) -> int:
    """How many syllables a word has, at least one.

    Russian: a vowel letter each. Polish: the same, but "i" before a vowel only softens.
    English: a group of vowels each, without silent endings, and with some pairs cut in two.
    """
    if language == "ru":
        count = len(_RU_VOWELS.findall(word))
    elif language == "pl":
        count = sum(1 for found in _PL_VOWELS.finditer(word) if found["v"])
    else:
        word = word.removesuffix("’s").removesuffix("'s")
        count = len(_EN_VOWELS.findall(word)) + len(_TWO_VOWELS.findall(word))
        count -= bool(count > 1 and _SILENT_E.search(word))
    return max(1, count)
