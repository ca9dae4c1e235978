"""Finding the phrases of a lexicon in a text, in linear time.

A lexicon is text, a phrase a line, for people to read, in any case, with or without accents:
`*` is any ending, `#` a number, `~3` up to three words between, `(a|b c)` either, `(a)?`
perhaps, `(a)+` once to three times, `(a)*` that or not at all. Commas between words do not
count, ends of sentences do. What follows ` => ` is a softer sentence instead of the whole one,
` -> ` softer words instead of these; `-` after either takes them out.

Not `re`: a thousand alternatives take it a second to compile and ten times as long to run.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .folding import fold
from .words import END, GONE, without_apostrophe

_PIECE = re.compile(r"~\d|\)[?*+]?|[(|]|[^\s~()|*]+\*?")
MOST_TIMES = 3  # of a repeated group
_WALLS = frozenset((END, GONE))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A line of a lexicon: its kind, and what could stand there instead."""

    kind: str
    soft: str | None = None  # None: no proposal
    is_sentence: bool = False  # the proposal is for the whole sentence


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found; `first` to `last` are the numbers of its words, the end exclusive."""

    phrase: Phrase
    first: int
    last: int


class _Word:
    """A step over one word of a set."""

    __slots__ = ("any_number", "exact", "prefixes", "then")

    def __init__(self, options: Sequence[str], then: _Step | None) -> None:
        self.exact = frozenset(one for one in options if one[-1] != "*" and one != "#")
        self.prefixes = tuple(one[:-1] for one in options if one[-1] == "*")
        self.any_number = "#" in options
        self.then = then

    def fits(self, word: str) -> bool:
        return (
            word in self.exact
            or (bool(self.prefixes) and word.startswith(self.prefixes))
            or (self.any_number and word.isdigit())
        )

    def end(self, words: Sequence[str], at: int) -> int:
        """Where the phrase ends that goes on here, or -1."""
        if at >= len(words) or not self.fits(words[at]):
            return -1
        return at + 1 if self.then is None else self.then.end(words, at + 1)


class _Fork:
    """Any of several ways on; the first that leads to the end is taken."""

    __slots__ = ("ways",)

    def __init__(self, ways: Sequence[_Step | None]) -> None:
        self.ways = ways

    def end(self, words: Sequence[str], at: int) -> int:
        for way in self.ways:
            end = at if way is None else way.end(words, at)
            if end >= 0:
                return end
        return -1


class _Gap:
    """Up to `most` words of any kind."""

    __slots__ = ("most", "then")

    def __init__(self, most: int, then: _Step | None) -> None:
        self.most = most
        self.then = then

    def end(self, words: Sequence[str], at: int) -> int:
        if self.then is None:
            return at
        for skipped in range(self.most + 1):
            end = self.then.end(words, at + skipped)
            if end >= 0:
                return end
            if at + skipped >= len(words) or words[at + skipped] in _WALLS:
                return -1
        return -1


_Step = _Word | _Fork | _Gap
_Parsed = list[Any]  # words, numbers (gaps) and groups: (ways, how often)


class Lexicon:
    """Phrases of several kinds; of those that begin at one word the longest wins."""

    def __init__(self, kinds: Mapping[str, str]) -> None:
        self._phrases: list[tuple[Phrase, _Step]] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_prefix: dict[str, list[int]] = defaultdict(list)
        self._by_number: list[int] = []
        for kind, lines in kinds.items():
            for line in filter(None, map(str.strip, lines.splitlines())):
                self._add(*_read(kind, line))
        self._lengths = sorted({len(one) for one in self._by_prefix})

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """Each phrase found, from left to right, none inside another."""
        at = 0
        while at < len(words):
            hit = self._at(words, at)
            if hit:
                yield hit
            at = hit.last if hit else at + 1

    def _at(self, words: Sequence[str], at: int) -> Hit | None:
        found = None
        for number in self._candidates(words[at]):
            phrase, step = self._phrases[number]
            end = step.end(words, at)
            if end > (found.last if found else at):
                found = Hit(phrase, at, end)
        return found

    def _candidates(self, word: str) -> Sequence[int]:
        found = self._by_word.get(word, ())
        for length in self._lengths:
            if length > len(word):
                break
            more = self._by_prefix.get(word[:length])
            if more:
                found = [*found, *more]
        if word.isdigit():
            found = [*found, *self._by_number]
        return sorted(set(found)) if len(found) > 1 else found

    def _add(self, phrase: Phrase, words: str) -> None:
        pieces = [one for one in _PIECE.findall(fold(words).replace("-", " "))]
        step = _built(_parsed(pieces), None)
        if step is None:
            return
        number = len(self._phrases)
        self._phrases.append((phrase, step))
        for first in _first(step):
            for word in first.exact:
                self._by_word[word].append(number)
            for prefix in first.prefixes:
                self._by_prefix[prefix].append(number)
            if first.any_number:
                self._by_number.append(number)


def _read(kind: str, line: str) -> tuple[Phrase, str]:
    for arrow, is_sentence in ((" => ", True), (" -> ", False)):
        words, found, soft = line.partition(arrow)
        if found:
            soft = "" if soft.strip() == "-" else soft.strip()
            return Phrase(kind, soft, is_sentence), words.strip()
    return Phrase(kind), line


def _parsed(pieces: list[str]) -> _Parsed:
    """Nested lists of what a line says; takes the pieces off the list as it goes."""
    found: _Parsed = []
    while pieces:
        piece = pieces.pop(0)
        if piece == "(":
            found.append(_group(pieces))
        elif piece[0] in "|)":
            pieces.insert(0, piece)
            return found
        elif piece[0] == "~":
            found.append(int(piece[1]))
        else:
            found.append(without_apostrophe(piece))
    return found


def _group(pieces: list[str]) -> tuple[list[_Parsed], str]:
    ways = [_parsed(pieces)]
    while pieces and pieces[0] == "|":
        pieces.pop(0)
        ways.append(_parsed(pieces))
    return ways, pieces.pop(0) if pieces else ")"


def _built(parsed: _Parsed, then: _Step | None) -> _Step | None:
    for item in reversed(parsed):
        if isinstance(item, str):
            then = _Word([item], then)
        elif isinstance(item, int):
            then = _Gap(item, then)
        else:
            ways, close = item
            then = _forked(ways, close, then)
    return then


def _forked(ways: list[_Parsed], close: str, then: _Step | None) -> _Step | None:
    """A group and what follows it; `close` says how often: ")", ")?", ")*" or ")+"."""
    step = _once(ways, then)
    if close in (")*", ")+"):
        for _ in range(MOST_TIMES - 1):
            step = _once(ways, _Fork([step, then]))
    return _Fork([step, then]) if close in (")?", ")*") else step


def _once(ways: list[_Parsed], then: _Step | None) -> _Step:
    single = [way[0] for way in ways if len(way) == 1 and isinstance(way[0], str)]
    steps = [_built(way, then) for way in ways if len(way) != 1 or not isinstance(way[0], str)]
    if single:
        steps.append(_Word(single, then))
    return steps[0] if len(steps) == 1 and steps[0] is not None else _Fork(steps)


def _first(step: _Step | None) -> Iterator[_Word]:
    if isinstance(step, _Word):
        yield step
    elif isinstance(step, _Gap):
        yield from _first(step.then)
    elif isinstance(step, _Fork):
        for way in step.ways:
            yield from _first(way)
