"""English: every time a sentence names, and which of them cannot be a deadline.

Small pieces (a day, a clock time, a part of the day, a length) are found one by one, then joined
to what people mean: "by noon on Monday, 23 November" is one time, "tomorrow or Friday" two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .en_time_patterns import ANY, DIGIT, HINTS, PATTERNS, WITH_DIGIT
from .en_time_pieces import READERS, Piece
from .en_words import word_set
from .model import Day, When


@dataclass(frozen=True, slots=True)
class Said:
    """A time in a sentence. `word`: the preposition right before it ("by", "for", "until"...)."""

    start: int
    end: int
    when: When
    word: str = ""
    is_relative: bool = False  # "within 3 days of receiving it": nobody knows when


_BEFORE = re.compile(
    r"(?:^|[\s(,])(on|by|at|before|in|within|until|till|til|untill|for|to|from|since|of|after|"
    r"dated|last|past|"
    r"every|each|previous|good|same|on\s+a|as\s+of|starting)[\s(]+(?:(?:the|a|about|around|"
    r"about\s+the)\s+)?$"
)
_PAST_CLAUSE = re.compile(
    r"\b(?<!have )(?<!get )(?<!has )(?<!sure )(?:you|we|i|they|he|she|it|who|which|"
    r"that)\s+(?:had\s+|have\s+|has\s+|just\s+|already\s+|was\s+|were\s+)*"
    r"(?:(?!need)[a-z]+ed|sent|bought|spoke|paid|made|got|wrote|told|said|had|saw|came|left|was|"
    r"were|went|gave|took|"
    r"did|rang|returned|arrived)\b(?![^.;]*\b(?:will|'ll)\b)(?:(?!\bto\s+(?:call|refund|send|"
    r"ship|ring|phone|contact|e-?mail|write|get)\b)[^,.;]){0,30}$"
    r"|\b(?:orders?|parcels?|letters?|e-?mails?|messages?|calls?|requests?|payments?|returns?|"
    r"photos?|invoices?|"
    r"items?|goods|purchases?|complaints?|notes?|conversation|chat)\s+"
    r"(?:(?:(?:was|were|that|which|you)\s+)?(?:[a-z]+ed|sent|made|bought)|from|of|"
    r"dated)\s+(?:(?:on|within|at|before|by)\s+)?$"
    r"|\b(?:made|returned|placed|received|reported|purchased|requested|ordered)\s+(?:on|within|"
    r"before|by|until|after)\s+$"
)
_RELATIVE = re.compile(
    r"\s*,?\s*(?:\(?\s*)(?:of|after|from|following|since|once|upon|counting|as\s+of|starting)\b"
    r"(?!\s+(?:now|today|this\s+(?:message|e-?mail|mail|letter)|that|tomorrow|next\s+week|"
    r"this\s+week|lunch|"
    r"the\s+(?:morning|afternoon)|\d|me|us|our|my|all|course))"
)
_JOIN = re.compile(
    r"[\s,(–-]*(?:(?:on|at|by|in|before|no\s+later\s+than|not\s+later\s+than|latest|"
    r"at\s+the\s+latest|the|of|"
    r"around|about|approximately|approx\.?|or\s+so|some\s?time|during|that\s+is|i\.e\.|namely|"
    r"of\s+the|and|"
    r"at\s+some\s+point|early|late|mid|between|from|within|our\s+time|your\s+time|until)[\s,-]*)*"
)
_NOUN_DAY = re.compile(
    r"\s+(?:delivery|deliveries|order|shipment|slot|collection|appointment|sale|batch|edition|"
    r"market|shift|"
    r"opening|deal|offer|promotion)\b"
)
_NOT_DEADLINE = word_set("from since of dated last past every each previous good same starting") | {
    "on a",
    "as of",
}


def times(sentence: str, lower: str) -> list[Said]:
    """The times of a sentence, in its order. `lower`: it in lower case, of the same length, with
    straight apostrophes."""
    if not ANY.search(lower):
        return []
    return list(_joined(_pieces(sentence, lower), lower))


def _pieces(sentence: str, lower: str) -> list[Piece]:
    taken: list[Piece] = []
    has_digit = DIGIT.search(lower) is not None
    for name, pattern in PATTERNS:
        if name in WITH_DIGIT and not has_digit:
            continue
        if name in HINTS and not any(hint in lower for hint in HINTS[name]):
            continue
        for found in pattern.finditer(lower):
            start, end = found.span()
            if any(start < other.end and other.start < end for other in taken):
                continue
            piece = READERS[name](found, lower, sentence)
            if piece and not _is_no_time(piece, lower):
                taken.append(piece)
    return sorted(taken, key=lambda piece: piece.start)


def _is_no_time(piece: Piece, lower: str) -> bool:
    before = lower[max(0, piece.start - 60) : piece.start]
    if _PAST_CLAUSE.search(before):
        return True
    named = piece.day and piece.day.kind in ("weekday", "this_week", "offset")
    return bool(
        named
        and before.rstrip().endswith((" the", " your", " our", "the"))
        and _NOUN_DAY.match(lower, piece.end)
    )


def _joined(pieces: list[Piece], lower: str) -> Iterator[Said]:
    group: list[Piece] = []
    for piece in pieces:
        if group and not _belongs(group, piece, lower):
            yield from _said(group, lower)
            group = []
        group.append(piece)
    if group:
        yield from _said(group, lower)


def _belongs(group: list[Piece], piece: Piece, lower: str) -> bool:
    gap = lower[group[-1].end : piece.start]
    joint = _JOIN.fullmatch(gap)
    if not joint:
        return False
    has_day = any(each.day or each.length for each in group)
    has_clock = any(each.at or each.part for each in group)
    says_and = re.search(r"\b(?:and|or)\b(?!\s+so)", gap) is not None
    if piece.day or piece.length:
        is_same_day = has_day and not says_and and gap.strip(" ,(-–") in ("", "the", "on", "on the")
        return (not has_day and not says_and) or is_same_day
    if piece.at and any(each.part for each in group) and not any(each.at for each in group):
        return not says_and
    if piece.part == "morning" and any(each.part == "first_thing" for each in group):
        return True
    return not has_clock and not (says_and and not has_day)


def _said(group: list[Piece], lower: str) -> Iterator[Said]:
    start, end = group[0].start, group[-1].end
    day = max(
        (each.day for each in group if each.day), key=lambda day: _EXACT[day.kind], default=None
    )
    length = next((each.length for each in group if each.length), None)
    at = next((each.at for each in group if each.at), None)
    parts = [each.part for each in group if each.part]
    part = "first_thing" if "first_thing" in parts else (parts[0] if parts else "")
    before = _BEFORE.search(lower[max(0, start - 24) : start])
    word = " ".join(before.group(1).split()) if before else ""
    if word in _NOT_DEADLINE:
        return
    if part == "end_of_day" and not day and not length:
        day = Day("offset", 0)
    if part == "morning" and word == "in" and not day and not length:
        day = Day("offset", 1)  # "in the morning" is tomorrow's, "this morning" today's
    if length and day and length.unit in ("hour", "minute"):
        day = None
    is_relative = bool(length and _RELATIVE.match(lower, end))
    if at and part in ("afternoon", "evening") and at.hour < 12:
        at = at.replace(hour=at.hour + 12)
    if at and at.hour > 12 and part in ("morning", "first_thing"):
        at = at.replace(hour=at.hour - 12)
    yield Said(start, end, When(day, length, at, "" if at else part), word, is_relative)


_EXACT = {
    "date": 9,
    "month_day": 8,
    "next_week": 7,
    "this_week": 6,
    "offset": 5,
    "weekday": 4,
    "month_end": 3,
    "week_end": 2,
    "next_week_end": 1,
}
