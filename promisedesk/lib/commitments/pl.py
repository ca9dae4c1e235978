"""Polish: what an agent promises, and when („oddzwonię w poniedziałek po 15”).

A sentence is cut into clauses. A promise is a clause whose verb is a deed of ours to come
(`pl_verbs`), with a time (`pl_times`) in it or in a piece beside it that is nothing but a time;
questions, conditions, negations, doubts, usual times and reported words are none (`pl_rules`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise

from .model import Found, When
from .pl_joining import joined
from .pl_rules import (
    CHECKED,
    CONDITION,
    DUTY,
    FILLERS,
    FIRST_CONDITION,
    HEDGE,
    INDIRECT,
    JOINED_CONDITION,
    MAKES_SURE,
    NO_PROMISE,
    NOT,
    PAST,
    SAID_BEFORE,
    USUAL,
)
from .pl_times import Piece, pieces
from .pl_verbs import (
    FIRST,
    THIRD,
    Deed,
    Word,
    deed,
    has_verb,
    made_sure,
    may_promise,
    named_deed,
    words_of,
)
from .pl_words import FOLD
from .sentences import sentences

_MARKS = re.compile("[ąęłśżźćńĄĘŁŚŻŹĆŃ]")
_COMBINING = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile("(?s:.)[\u0300-\u036f]*")
_CUT = re.compile(
    r"[,;:()]|\s[-–—]+\s|(?<!\w)(?:i|oraz|a|ale|lecz|ze|iz|bo|gdyz|poniewaz|wiec|zatem|dlatego"
    r"|gdy|(?<!nawet\s)jesli|(?<!nawet\s)jezeli"
    r"|kiedy|(?<!tak\s)czy|aby|zeby|ktor\w+|natomiast|jednak|po\s+czym|potem|lub|albo|wtedy"
    r"|wowczas"
    r"|chyba\s+ze)(?!\w)"
)
_BARE = re.compile(rf"\W*(?:{_CUT.pattern})?\W*")  # a clause of nothing but a conjunction
_JOINS = re.compile(r"^\W*(?:i|oraz|lub|albo)\b")
_TURNS = re.compile(
    r"^\W*(?:ale|lecz|natomiast|jednak|a(?! (?:potem|nastepnie|pozniej|zaraz|wtedy))|zas)\b|^;"
)
_SO_THAT = re.compile(r"^\W*(?:zeby|aby|by)\b")
_THAT = re.compile(r"^\W*(?:ze|iz)\b")
_SPEAKER = re.compile(
    r"^\W*(?:klient\w*|pan|pani|cytat)\b|\b(?:pisal|napisal|powiedzial|mowil)(?:a|y)?\b"
)
_THEN = re.compile(r"^\W*(?:a|to|i|wtedy|wowczas)\b")
_ABOUT = re.compile(
    r"\b(?:w sprawie|dotycz\w+|odnosnie|na temat|zlozon\w+|zamowion\w+|kupion\w+|zakupion\w+"
    r"|umowion\w+|zaplanowan\w+|wyslan\w+|otrzyman\w+|oplacon\w+|nadan\w+)\b[^,]{0,40}$"
)
_INFINITIVE = re.compile(r"\w{3}[aeiy]c$")
_LAST_WORD = re.compile(r"(\w+)\W*$")
_WE_LEARN = re.compile(r"\b(?:bede|bedziemy|dowie(?:m|my)|otrzyma(?:m|my)|dostan(?:e|iemy))\b")
_BESIDE = re.compile(
    r"^[\W_]*(?:(?:tj|czyli|to jest|lub|albo|czy|i|a|do|godz|dnia|juz|jeszcze|badz|ewentualnie"
    r"|tzn)\b[\W_]*){0,3}$"
)
LONGEST_SENTENCE = 1500


@dataclass(slots=True)
class _Clause:
    start: int  # in the sentence
    text: str  # folded
    words: list[Word]
    pieces: list[Piece]
    deed: Deed | None = None
    is_blocked: bool = False
    taken: bool = False
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
        return len(left) <= (3 if _JOINS.match(self.text) else 1)

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


def find(text: str) -> list[Found]:
    """The promises in `text`, in its order. Never raises."""
    if _COMBINING.search(text):
        return _find_decomposed(text)
    folded = _fold(text)
    is_marked = bool(_MARKS.search(text))
    found = []
    before = ""
    for start, sentence in sentences(text):
        sentence = sentence[:LONGEST_SENTENCE]
        own = folded[start : start + len(sentence)]
        found += _in_sentence(own, sentence, start, is_marked, before)
        before = own
    return found


def _find_decomposed(text: str) -> list[Found]:
    """Letters written with their marks apart: read as one letter each, placed where they are."""
    clusters = list(_CLUSTER.finditer(text))
    whole = "".join(unicodedata.normalize("NFC", each.group())[0] for each in clusters)
    return [
        replace(each, start=clusters[each.start].start(), end=clusters[each.end - 1].end())
        for each in find(_COMBINING.sub(" ", whole))
    ]


def _fold(text: str) -> str:
    """Small letters without Polish marks, as many as before."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered.translate(FOLD)


def _in_sentence(folded: str, raw: str, at: int, is_marked: bool, before: str) -> list[Found]:
    if folded.rstrip("\"”»') \n\t").endswith("?"):
        return []
    times = pieces(folded) if may_promise(folded) else []
    if not times:
        return []
    clauses = _clauses(folded, raw, times)
    for clause in clauses:
        clause.deed = deed(clause.text, clause.words, is_marked, before + folded[: clause.start])
    for one, clause in pairwise(clauses):
        if _SO_THAT.match(clause.text) and MAKES_SURE.search(one.text) and not clause.deed:
            clause.deed = made_sure(clause.text, clause.words)
            clause.is_assured = bool(clause.deed)
    first = clauses[0]
    if not first.deed and first.pieces and not any(p.when.length for p in first.pieces):
        first.deed = named_deed(first.text, first.left())
    if not any(clause.deed for clause in clauses):
        return []
    _block(clauses, folded)
    return [found for n in range(len(clauses)) if (found := _promise(clauses, n, folded, at))]


def _clauses(folded: str, raw: str, times: list[Piece]) -> list[_Clause]:
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
        clauses.append(_Clause(start, own, words_of(own, raw[start:end]), inside))
    return clauses


def _is_in_time(at: int, times: list[Piece], folded: str) -> bool:
    """Whether `at` stands between two pieces of one time ("jutro lub w piątek")."""
    return any(
        one.end <= at < other.start and _is_beside(one, other, folded)
        for one, other in pairwise(times)
    )


def _block(clauses: list[_Clause], folded: str) -> None:
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
        if n and text[0] in ",;:" + "aitw" and DUTY.search(folded[: clause.start]):
            clause.is_blocked = True


def _block_group(clauses: list[_Clause], n: int) -> None:
    """Block the clauses around the `n`th up to where the sentence turns ("ale …")."""
    first = next((m for m in range(n, 0, -1) if _TURNS.match(clauses[m].text)), 0)
    for clause in clauses[first:]:
        if clause is not clauses[first] and _TURNS.match(clause.text):
            break
        clause.is_blocked = True


def _is_denied(clause: _Clause) -> bool:
    verb = clause.deed
    if NOT.search(clause.text[: verb.end]):
        return True
    return bool(HEDGE.search(clause.text)) and not verb.is_expected


def _promise(clauses: list[_Clause], n: int, folded: str, at: int) -> Found | None:
    clause = clauses[n]
    if not clause.deed or clause.is_blocked:
        return None
    own = _times(clauses, n, folded) or _shared(clauses, n, folded)
    when = _when(own, folded)
    if when is None or (clause.deed.needs_day and not _is_near(when, own, folded)):
        return None
    kind, last = clause.deed.kind, None
    if kind == "other" and (last := _companion(clauses, n)):
        kind = last.deed.kind
    start = min(clause.start + clause.deed.start, own[0].start)
    end = max(clause.start + clause.deed.end, own[-1].end)
    if last:
        start = min(start, last.start + last.deed.start)
        end = max(end, last.start + last.deed.end)
    is_exact = 0.3 * bool(when.at) + 0.2 * bool(when.day or when.length)
    start += len(folded[start:end]) - len(folded[start:end].lstrip())
    return Found(at + start, at + end, kind, when, clause.deed.sureness + is_exact)


def _is_near(when: When, own: list[Piece], folded: str) -> bool:
    """Whether a present ("wysyłamy") means the future: a day is named, or "za godzinę"."""
    return bool(when.day) or any(re.match(r"\W*za\b", folded[p.start : p.end]) for p in own)


def _times(clauses: list[_Clause], n: int, folded: str) -> list[Piece]:
    """The pieces of time of the `n`th clause and of the bare times beside it."""
    clause = clauses[n]
    own = [piece for piece in clause.pieces if not _is_about(clause, piece)]
    before = n - 1
    while before >= 0 and not clauses[before].taken and clauses[before].is_time_only:
        own = clauses[before].pieces + own
        clauses[before].taken = True
        before -= 1
    after = n + 1
    while after < len(clauses) and (clauses[after].is_time_only or clauses[after].is_aside):
        if own and _leads_on(clauses, after):
            break
        own = own + clauses[after].pieces
        clauses[after].taken = True
        after += 1
    return _together(own, folded)


def _shared(clauses: list[_Clause], n: int, folded: str) -> list[Piece]:
    """The time of the clause before, which tells how we come to the deed: "do środy będę
    wiedzieć więcej i zadzwonię"."""
    one = clauses[n - 1] if n else None
    if one is None or one.deed or one.is_blocked or NOT.search(one.text):
        return []
    is_ours = _WE_LEARN.search(one.text) and _JOINS.match(clauses[n].text)
    return _together(one.pieces, folded) if is_ours else []


def _leads_on(clauses: list[_Clause], n: int) -> bool:
    """Whether a bare time belongs to the deed after it: "…, a w środę oddzwonię" keeps together,
    so this is only ", w środę, oddzwonię" after a turn."""
    return bool(
        _TURNS.match(clauses[n].text) and n + 1 < len(clauses) and clauses[n + 1].deed is not None
    )


def _is_about(clause: _Clause, piece: Piece) -> bool:
    """Whether a time tells of a thing, not of the deed ("zamówienie złożone w piątek"), or is
    denied ("nie jutro")."""
    at = piece.start - clause.start
    since = clause.deed.end if clause.deed and clause.deed.end <= at else 0
    earlier = [other for other in clause.pieces if other.start < piece.start]
    if earlier and earlier[-1].end - clause.start >= since:
        last = earlier[-1]
        is_one = not clause.text[last.end - clause.start : at].strip(" ,(")
        if is_one and not (piece.when.day and piece.when.day.kind == "offset"):
            return _is_about(clause, last)
        since = last.end - clause.start
    before = clause.text[since:at]
    return bool(_ABOUT.search(before) or re.search(r"\bnie\s*$", before))


def _together(own: list[Piece], folded: str) -> list[Piece]:
    """Without bare words that stand beside no other time, and later days that stand apart."""
    kept: list[Piece] = []
    is_strong = False
    for n, piece in enumerate(own):
        beside = n > 0 and _is_beside(own[n - 1], piece, folded)
        ahead = n + 1 < len(own) and _is_beside(piece, own[n + 1], folded)
        if piece.is_weak and not beside and not ahead and not _is_plain_date(piece, folded):
            continue
        is_strong = is_strong or not piece.is_weak or _is_plain_date(piece, folded)
        has_day = any(each.when.day or each.when.length for each in kept)
        is_more = piece.when.day or piece.when.length
        if has_day and is_more and not beside and not piece.is_latest:
            continue
        kept.append(piece)
    return kept if is_strong else []


def _is_plain_date(piece: Piece, folded: str) -> bool:
    """Whether a bare "24.11" stands where no thing is numbered: after a verb or a pronoun."""
    if not piece.when.day or piece.when.day.kind != "date":
        return False
    before = _LAST_WORD.search(folded[: piece.start])
    word = before.group(1) if before else ""
    return not word or word in FILLERS or word in FIRST or bool(_INFINITIVE.search(word))


def _is_beside(one: Piece, other: Piece, folded: str) -> bool:
    return bool(_BESIDE.match(folded[one.end : other.start]))


def _when(own: list[Piece], folded: str) -> When | None:
    return joined(own, folded) if own else None


def _companion(clauses: list[_Clause], n: int) -> _Clause | None:
    """The deed without a time that shares this one's: "jutro sprawdzę i oddzwonię"."""
    for m in (*range(n + 1, len(clauses)), *range(n - 1, -1, -1)):
        other = clauses[m]
        if _TURNS.match(clauses[max(m, n)].text):
            return None
        if other.deed and not other.is_blocked and other.deed.kind != "other":
            return None if other.pieces else other
    return None
