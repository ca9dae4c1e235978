"""Where the words of a query stand in a text: a snippet around them, marked."""

from __future__ import annotations

import re
from html import escape

from promisedesk.search import asking, words

LONGEST_LOOK = 20_000  # characters of a text; what is found further on shows no snippet
BEFORE, AFTER = 40, 160  # characters shown around the first word found
MOST_MARKS = 12

_WORD = re.compile(r"[^\W_]+")
# One letter for one letter, so that places in both texts are the same.
_PLAIN = str.maketrans("ąćęłńóśźżёøđáéíúüöäç", "acelnoszzеodaeiuuoac")


class Marker:
    """The words of one query, ready to be looked for in many texts."""

    def __init__(self, query: str):
        terms = asking.read(query)
        self.stems = {word for term in terms for run in term.runs for word in run}
        self.beginnings = tuple({term.typed[-1] for term in terms if term.is_prefix})
        self.typed = {word for term in terms for word in term.typed}
        heads = {_head(word) for word in self.stems | self.typed}
        ways = "|".join(sorted(map(re.escape, filter(None, heads)), key=len, reverse=True))
        self._likely = re.compile(rf"(?<![^\W_])(?:{ways})[^\W_]*") if ways else None

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where words of the query stand, in order, at most MOST_MARKS of them."""
        text = text[:LONGEST_LOOK]
        flat = text.lower().translate(_PLAIN)
        if self._likely is None or len(flat) != len(text):
            return []
        found = []
        for match in self._likely.finditer(flat):
            if self._is_one(text[match.start() : match.end()]):
                found.append(match.span())
                if len(found) == MOST_MARKS:
                    break
        return found

    def _is_one(self, word: str) -> bool:
        parts = words.split(word)
        if len(parts) != 1:
            return False
        plain = words.fold(parts[0])
        if plain in self.typed or (self.beginnings and plain.startswith(self.beginnings)):
            return True
        return any(words.stem(parts[0], latin) in self.stems for latin in words.LATIN)

    def marked(self, text: str) -> str:
        """The whole text as HTML with its words marked; '' if there are none."""
        found = self.places(text)
        return _marked(text, 0, len(text), found) if found else ""

    def snippet(self, text: str) -> str:
        """The text around the first word found, as HTML with its words marked; '' if none is."""
        found = self.places(text)
        if not found:
            return ""
        first = found[0][0]
        start = max(0, first - BEFORE)
        if start:
            start = min(text.find(" ", start, first) + 1 or start, first)
        end = min(len(text), first + AFTER)
        said = _marked(text, start, end, found)
        return ("… " if start else "") + " ".join(said.split())


def _head(word: str) -> str:
    """What all forms of a word begin with, more or less; the rest is checked word by word."""
    plain = word.translate(_PLAIN)
    return plain if len(plain) < 4 or not plain.isalpha() else plain[: max(3, len(plain) - 2)]


def _marked(text: str, start: int, end: int, found: list[tuple[int, int]]) -> str:
    said, at = [], start
    for begins, ends in found:
        if begins < at or ends > end:
            continue
        said += [escape(text[at:begins]), "<mark>", escape(text[begins:ends]), "</mark>"]
        at = ends
    return "".join([*said, escape(text[at:end])])
