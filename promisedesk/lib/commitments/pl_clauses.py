"""Polish: the clauses of a sentence, and which of them promise nothing whatever their verb says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from .pl_rules import (
    CHECKED,
    CONDITION,
    DUTY,
    FILLERS,
    FIRST_CONDITION,
    HEDGE,
    INDIRECT,
    JOINED_CONDITION,
    NO_PROMISE,
    NOT,
    PAST,
    SAID_BEFORE,
    USUAL,
)
from .pl_times import Piece
from .pl_verbs import FIRST, THIRD, Deed, Word, has_verb, words_of

_CUT = re.compile(
    r"[,;:()]|\s[-–—]+\s|(?<!\w)(?:i|oraz|a|ale|lecz|ze|iz|bo|gdyz|poniewaz|wiec|zatem|dlatego"
    r"|gdy|(?<!nawet\s)jesli|(?<!nawet\s)jezeli"
    r"|kiedy|(?<!tak\s)czy|aby|zeby|ktor\w+|natomiast|jednak|po\s+czym|potem|lub|albo|wtedy"
    r"|wowczas"
    r"|chyba\s+ze)(?!\w)"
)
_BARE = re.compile(rf"\W*(?:{_CUT.pattern})?\W*")  # a clause of nothing but a conjunction
JOINS = re.compile(r"^\W*(?:i|oraz|lub|albo)\b")
TURNS = re.compile(
    r"^\W*(?:ale|lecz|natomiast|jednak|a(?! (?:potem|nastepnie|pozniej|zaraz|wtedy))|zas)\b|^;"
)
SO_THAT = re.compile(r"^\W*(?:zeby|aby|by)\b")
_THAT = re.compile(r"^\W*(?:ze|iz)\b")
_SPEAKER = re.compile(
    r"^\W*(?:klient\w*|pan|pani|cytat)\b|\b(?:pisal|napisal|powiedzial|mowil)(?:a|y)?\b"
)
_THEN = re.compile(r"^\W*(?:a|to|i|wtedy|wowczas)\b")
_BESIDE = re.compile(
    r"^[\W_]*(?:(?:tj|czyli|to jest|lub|albo|czy|i|a|do|godz|dnia|juz|jeszcze|badz|ewentualnie"
    r"|tzn)\b[\W_]*){0,3}$"
)


@dataclass(slots=True)
class Clause:
    start: int  # in the sentence
    text: str  # folded
    words: list[Word]
    pieces: list[Piece]
    deed: Deed | None = None
    is_blocked: bool = False
    is_taken: bool = False  # its time belongs to the deed beside it
    is_assured: bool = False  # "dopilnuję, żeby …"

    @property
    def is_time_only(self) -> bool:
        """A clause that is nothing but a time; joined by "i" it may name one more thing."""
        if not self.pieces or self.deed or NOT.search(self.text) or PAST.search(self.text):
            return False
        left = self.left()
        if any(word in FIRST or word in THIRD for word in left):
            return False
        if self.text[:1] in (":", "("):
            return not left
        return len(left) <= (3 if JOINS.match(self.text) else 1)

    def left(self) -> list[str]:
        """The words that belong to no time and say something."""
        spans = [(piece.start - self.start, piece.end - self.start) for piece in self.pieces]
        return [
            word.folded
            for word in self.words
            if word.folded not in FILLERS
            and not any(start <= word.start < end for start, end in spans)
        ]

    @property
    def is_aside(self) -> bool:
        """A word between commas that changes nothing: a name, "oczywiście"."""
        return not (self.deed or self.pieces or NOT.search(self.text)) and len(self.words) <= 2


def clauses_of(folded: str, raw: str, times: list[Piece]) -> list[Clause]:
    """The sentence cut at commas and conjunctions, but for those within one time."""
    cuts = [0]
    for cut in _CUT.finditer(folded):
        at = cut.start()
        if _is_in_time(at, times, folded) and not has_verb(folded[cuts[-1] : at]):
            continue
        if any(piece.start <= cut.start() < piece.end for piece in times):
            continue
        if not _BARE.fullmatch(folded, cuts[-1], cut.start()):
            cuts.append(cut.start())
    clauses = []
    for start, end in zip(cuts, [*cuts[1:], len(folded)], strict=True):
        own = folded[start:end]
        inside = [piece for piece in times if start <= piece.start < end]
        clauses.append(Clause(start, own, words_of(own, raw[start:end]), inside))
    return clauses


def _is_in_time(at: int, times: list[Piece], folded: str) -> bool:
    """Whether `at` stands between two pieces of one time ("jutro lub w piątek")."""
    return any(
        one.end <= at < other.start and is_beside(one, other, folded)
        for one, other in pairwise(times)
    )


def block(clauses: list[Clause], folded: str) -> None:
    """Mark the clauses that promise nothing whatever their verb says."""
    for n, clause in enumerate(clauses):
        text = clause.text
        if NO_PROMISE.search(text):
            for other in clauses:
                other.is_blocked = True
        is_first_condition = n == 0 and FIRST_CONDITION.match(text)
        if is_first_condition or CONDITION.search(text) or CHECKED.search(text):
            is_joined = n > 0 and JOINED_CONDITION.match(text)
            for other in clauses[n if is_joined else 0 :]:
                other.is_blocked = True
        if INDIRECT.match(text) and not clause.is_assured:
            for other in clauses[n : len(clauses) if n == 0 else n + 1]:
                other.is_blocked = True
        if USUAL.search(text):
            _block_group(clauses, n)
        if clause.deed and _is_denied(clause):
            clause.is_blocked = True
        if n and text.startswith(":") and _SPEAKER.search(clauses[n - 1].text):
            clause.is_blocked = True
        if _THAT.match(text) and n:
            before = clauses[n - 1].text
            if NOT.search(before) or HEDGE.search(before) or SAID_BEFORE.search(before):
                clause.is_blocked = True
        if n and (text[0] in ",;:" or _THEN.match(text)) and DUTY.search(folded[: clause.start]):
            clause.is_blocked = True


def _block_group(clauses: list[Clause], n: int) -> None:
    """Block the clauses around the `n`th up to where the sentence turns ("ale …")."""
    first = next((m for m in range(n, 0, -1) if TURNS.match(clauses[m].text)), 0)
    for clause in clauses[first:]:
        if clause is not clauses[first] and TURNS.match(clause.text):
            break
        clause.is_blocked = True


def _is_denied(clause: Clause) -> bool:
    verb = clause.deed
    if verb is None or NOT.search(clause.text[: verb.end]):
        return True
    return bool(HEDGE.search(clause.text)) and not verb.is_expected


def is_beside(one: Piece, other: Piece, folded: str) -> bool:
    return bool(_BESIDE.match(folded[one.end : other.start]))
