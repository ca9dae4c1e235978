"""Polish: what an agent promises, and when („oddzwonię w poniedziałek po 15”).

A sentence is cut into clauses. A promise is a clause whose verb is a deed of ours to come
(`pl_verbs`), with a time (`pl_times`) in it or in a piece beside it that is nothing but a time;
questions, conditions, negations, doubts, usual times and reported words are none (`pl_rules`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from .model import Found, When
from .pl_clauses import JOINS, SO_THAT, TURNS, Clause, block, clauses_of, is_beside
from .pl_joining import joined
from .pl_rules import (
    FILLERS,
    MAKES_SURE,
    NOT,
)
from .pl_times import Piece, pieces
from .pl_verbs import (
    FIRST,
    deed,
    made_sure,
    may_promise,
    named_deed,
)
from .pl_words import FOLD
from .sentences import sentences

_MARKS = re.compile("[ąęłśżźćńĄĘŁŚŻŹĆŃ]")
_COMBINING = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile("(?s:.)[\u0300-\u036f]*")
_ABOUT = re.compile(
    r"\b(?:w sprawie|dotycz\w+|odnosnie|na temat|zlozon\w+|zamowion\w+|kupion\w+|zakupion\w+"
    r"|umowion\w+|zaplanowan\w+|wyslan\w+|otrzyman\w+|oplacon\w+|nadan\w+)\b[^,]{0,40}$"
)
_DENIED = re.compile(r"\bnie\s*$")
_NEAR = 80  # letters before a time that may tell of what it is
_INFINITIVE = re.compile(r"\w{3}[aeiy]c$")
_LAST_WORD = re.compile(r"(\w+)\W*$")
_WE_LEARN = re.compile(r"\b(?:bede|bedziemy|dowie(?:m|my)|otrzyma(?:m|my)|dostan(?:e|iemy))\b")
LONGEST_SENTENCE = 1500


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
    clauses = clauses_of(folded, raw, times)
    for clause in clauses:
        clause.deed = deed(clause.text, clause.words, is_marked, before + folded[: clause.start])
    for one, clause in pairwise(clauses):
        if SO_THAT.match(clause.text) and MAKES_SURE.search(one.text) and not clause.deed:
            clause.deed = made_sure(clause.text, clause.words)
            clause.is_assured = bool(clause.deed)
    first = clauses[0]
    if not first.deed and first.pieces and not any(p.when.length for p in first.pieces):
        first.deed = named_deed(first.text, first.left())
    if not any(clause.deed for clause in clauses):
        return []
    block(clauses, folded)
    return [found for n in range(len(clauses)) if (found := _promise(clauses, n, folded, at))]


def _promise(clauses: list[Clause], n: int, folded: str, at: int) -> Found | None:
    clause = clauses[n]
    verb = clause.deed
    if not verb or clause.is_blocked:
        return None
    own = _times(clauses, n, folded) or _shared(clauses, n, folded)
    when = _when(own, folded)
    if when is None or (verb.needs_day and not _is_near(when, own, folded)):
        return None
    start = min(clause.start + verb.start, own[0].start)
    end = max(clause.start + verb.end, own[-1].end)
    kind = verb.kind
    last = _companion(clauses, n) if kind == "other" else None
    if last and last.deed:
        kind = last.deed.kind
        start = min(start, last.start + last.deed.start)
        end = max(end, last.start + last.deed.end)
    is_exact = 0.3 * bool(when.at) + 0.2 * bool(when.day or when.length)
    start += len(folded[start:end]) - len(folded[start:end].lstrip())
    return Found(at + start, at + end, kind, when, verb.sureness + is_exact)


def _is_near(when: When, own: list[Piece], folded: str) -> bool:
    """Whether a present ("wysyłamy") means the future: a day is named, or "za godzinę"."""
    return bool(when.day) or any(re.match(r"\W*za\b", folded[p.start : p.end]) for p in own)


def _times(clauses: list[Clause], n: int, folded: str) -> list[Piece]:
    """The pieces of time of the `n`th clause and of the bare times beside it."""
    clause = clauses[n]
    own = list(_of_the_deed(clause))
    before = n - 1
    while before >= 0 and not clauses[before].is_taken and clauses[before].is_time_only:
        own = clauses[before].pieces + own
        clauses[before].is_taken = True
        before -= 1
    after = n + 1
    while after < len(clauses) and (clauses[after].is_time_only or clauses[after].is_aside):
        if own and _leads_on(clauses, after):
            break
        own = own + clauses[after].pieces
        clauses[after].is_taken = True
        after += 1
    return _together(own, folded)


def _shared(clauses: list[Clause], n: int, folded: str) -> list[Piece]:
    """The time of the clause before, which tells how we come to the deed: "do środy będę
    wiedzieć więcej i zadzwonię"."""
    one = clauses[n - 1] if n else None
    if one is None or one.deed or one.is_blocked or NOT.search(one.text):
        return []
    is_ours = _WE_LEARN.search(one.text) and JOINS.match(clauses[n].text)
    return _together(one.pieces, folded) if is_ours else []


def _leads_on(clauses: list[Clause], n: int) -> bool:
    """Whether a bare time belongs to the deed after it: "…, a w środę oddzwonię" keeps together,
    so this is only ", w środę, oddzwonię" after a turn."""
    return bool(
        TURNS.match(clauses[n].text) and n + 1 < len(clauses) and clauses[n + 1].deed is not None
    )


def _of_the_deed(clause: Clause) -> Iterator[Piece]:
    """The pieces of time that tell of the deed, not of a thing ("zamówienie złożone w piątek"),
    and are not denied ("nie jutro")."""
    is_about, last = False, 0
    for piece in clause.pieces:
        at = piece.start - clause.start
        since = clause.deed.end if clause.deed and clause.deed.end <= at else 0
        is_other_day = piece.when.day is not None and piece.when.day.kind == "offset"
        is_one = last > since and not clause.text[last:at].strip(" ,(") and not is_other_day
        if not is_one:
            before = clause.text[max(since, last, at - _NEAR) : at]
            is_about = bool(_ABOUT.search(before) or _DENIED.search(before))
        last = piece.end - clause.start
        if not is_about:
            yield piece


def _together(own: list[Piece], folded: str) -> list[Piece]:
    """Without bare words that stand beside no other time, and later days that stand apart."""
    kept: list[Piece] = []
    is_strong = False
    for n, piece in enumerate(own):
        beside = n > 0 and is_beside(own[n - 1], piece, folded)
        ahead = n + 1 < len(own) and is_beside(piece, own[n + 1], folded)
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


def _when(own: list[Piece], folded: str) -> When | None:
    return joined(own, folded) if own else None


def _companion(clauses: list[Clause], n: int) -> Clause | None:
    """The deed without a time that shares this one's: "jutro sprawdzę i oddzwonię"."""
    for m in (*range(n + 1, len(clauses)), *range(n - 1, -1, -1)):
        other = clauses[m]
        if TURNS.match(clauses[max(m, n)].text):
            return None
        if other.deed and not other.is_blocked and other.deed.kind != "other":
            return None if other.pieces else other
    return None
