"""English: every time a sentence names, and which of them cannot be a deadline.

Small pieces (a day, a clock time, a part of the day, a length) are found one by one, then joined
to what people mean: "by noon on Monday, 23 November" is one time, "tomorrow or Friday" two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from .en_words import word_set
from .model import Day, Length, When


@dataclass(frozen=True, slots=True)
class Said:
    """A time in a sentence. `word`: the preposition right before it ("by", "for", "until"...)."""

    start: int
    end: int
    when: When
    word: str = ""
    is_relative: bool = False  # "within 3 days of receiving it": nobody knows when


@dataclass(slots=True)
class _Piece:
    start: int
    end: int
    day: Day | None = None
    length: Length | None = None
    at: time | None = None
    part: str = ""


_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon monady moday",
            "tuesday tues tue teusday tuseday",
            "wednesday weds wed wensday wednsday wedensday",
            "thursday thurs thur thu thrusday thusday",
            "friday fri firday",
            "saturday sat saterday",
            "sunday sun",
        )
    )
    for name in names.split()
}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_NUMBERS = {
    name: number
    for number, name in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        start=1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90, "couple": 2, "few": 3}
_TENS = {"twenty-four": 24, "twenty four": 24, "forty-eight": 48, "forty eight": 48}

_WD = "(?:" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")\b(?!')\.?"
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_TOMORROW = (
    r"(?:tom+or+ow|tomor+ov|tommorrow|tomrrow|tomarrow|tmr+w?|tmrow|tmo?w|2mor+ow|2moro|tomo)"
)
_TH = "(?:st|nd|rd|th)"
_AMPM = r"(?:a\.?m\b\.?|p\.?m\b\.?)"
_HOUR_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK = (
    r"(?:(?:half\s+past|quarter\s+past|(?:a\s+)?quarter\s+to|half)\s+(?:\d{1,2}|"
    + _HOUR_WORD
    + r")"
    r"|\d{1,2}(?:[:.h]\d{2})?|" + _HOUR_WORD + r")"
)
_CLOCK_END = r"(?:\s*(?:" + _AMPM + r"|h(?:rs?|ours?)?\b|o'?\s?clock\b))"
_NOT_CLOCK = (
    r"(?!\s*(?:%|[/:\d]|\.\d|(?:th|st|nd|rd)\b|-?\s*(?:working|business|calendar|days?|hours?|hrs?"
    r"|min|weeks?|months?|years?|items?|pieces?|pcs|percent|euros?|pounds?|dollars?|usd|eur|gbp|"
    r"times|customers|people|orders?|kg|cm|mm|of)\b|[£$€]|[-–]\d)|\s+" + _MONTH + r")"
)
_WORD_BEFORE = (
    r"(?:by|at|before|around|about|approx(?:imately|\.)?|circa|@|no later than|not later than|"
    r"latest|until|till|towards?|past)"
)
_NUMBER = (
    r"(?:\d{1,3}|" + "|".join(_TENS) + "|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
)
_UNIT = r"(?:min(?:ute)?s?|hours?|hrs?|h|days?|weeks?|wks?|fortnights?|months?)"
_WORKING = r"(?:working|business|work|office|bank|week)"

_PATTERNS: list[tuple[str, re.Pattern[str]]] = [
    (name, re.compile(pattern))
    for name, pattern in (
        ("day_after", r"(?:the\s+)?day\s+after\s+" + _TOMORROW + r"\b"),
        ("end_of_tomorrow", r"\b(?:end\s+of\s+)(?:today|tod)\b"),
        ("today_part", r"\bthis\s+(?:very\s+)?(morning|afternoon|evening)\b"),
        ("tonight", r"\b(?:tonight|tonite)\b"),
        ("today", r"\b(?:later\s+(?:on\s+)?|still\s+)?(?:today|todya)\b(?!'s)"),
        ("tomorrow", r"\b" + _TOMORROW + r"\b"),
        (
            "next_working_day",
            r"\b(?:the\s+)?(?:very\s+)?(?:next|following)\s+(?:working|business)\s+day\b",
        ),
        # weeks and months
        ("week_of", r"\b(?:next\s+week[,\s]+(?:on\s+|by\s+)?(?:the\s+)?)(" + _WD + ")"),
        (
            "weekday_of",
            r"\b(" + _WD + r")(?:\s+of)?\s+(next|this)\s+week\b",
        ),
        (
            "weekday",
            r"\b(?:(next|this\s+coming|the\s+coming|coming|this|the\s+following)\s+)?(" + _WD + ")",
        ),
        (
            "start_of_next_week",
            r"\b(?:early|(?:at\s+)?the\s+(?:very\s+)?(?:start|"
            r"beginning)\s+of)\s+(?:in\s+)?next\s+week\b",
        ),
        ("middle_of_next_week", r"\b(?:mid|middle\s+of|in\s+the\s+middle\s+of)[\s-]+next\s+week\b"),
        ("after_weekend", r"\b(?:straight\s+|right\s+|just\s+)?after\s+the\s+weekend\b"),
        ("before_weekend", r"\b(?:before|by)\s+the\s+weekend\b"),
        (
            "weekend",
            r"\b(?:this|(?:over|at|on|during)\s+(?:the|this)|"
            r"end\s+of\s+the)\s+(?:coming\s+)?weekend\b",
        ),
        ("week_after_next", r"\b(?:the\s+)?week\s+after\s+next\b"),
        ("next_week", r"\b(?:(?:the\s+)?end\s+of\s+|late(?:r)?\s+)?next\s+week\b(?!end)"),
        ("next_weekend", r"\bnext\s+weekend\b"),
        (
            "week_end",
            r"\b(?:(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?(?:working\s+|business\s+|current\s+)?"
            r"week|eow|week's\s+end|(?:later\s+|still\s+)?this\s+(?:very\s+)?week)\b(?!end)",
        ),
        ("in_month", r"\b(?:in|during)\s+(" + _MONTH + r")(?!\s*\d)"),
        ("end_of_month_named", r"\b(?:the\s+)?end\s+of\s+(" + _MONTH + ")"),
        ("end_of_next_month", r"\b(?:(?:the\s+)?end\s+of\s+)?next\s+month\b"),
        (
            "month_end",
            r"\b(?:(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?month|month\s?end|this\s+month)\b",
        ),
        ("year_end", r"\b(?:the\s+)?end\s+of\s+(?:the|this)\s+year\b"),
        # dates
        ("iso", r"(?<![\w/-])(\d{4})-(\d{2})-(\d{2})(?![\w/-])"),
        (
            "day_month",
            r"(?<![\w.,/:#-])(?:the\s+)?(?:\d{1,2}"
            + _TH
            + r"?\s*(?:-|–|/|to|or|and)\s*(?:the\s+)?)?(\d{1,2})"
            + _TH
            + r"?(?:\s+of)?\s+("
            + _MONTH
            + r")(?:,?\s+(\d{4}))?(?![\w-])",
        ),
        (
            "month_day_named",
            r"\b("
            + _MONTH
            + r")\s*(?:the\s+)?(?:\d{1,2}"
            + _TH
            + r"?\s*(?:-|–|to|or|and)\s*)?(\d{1,2})"
            + _TH
            + r"?(?:,?\s+(\d{4}))?(?![\w:%-]|\.\d|\s*(?:a\.?m\b|p\.?m\b|days|hours|items))",
        ),
        ("full_numeric", r"(?<![\w./#-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-]|\.\d)"),
        ("numeric", r"(?<![\w./#:-])(\d{1,2})([/.])(\d{1,2})(?![\w/:%-]|\.\d)"),
        (
            "month_day",
            r"\b(?:(?:the|by|on|before|"
            + _WD
            + r")\s+)(\d{1,2})"
            + _TH
            + r"(?:\s+of\s+(this|next)\s+month\b|"
            r"(?=\s*(?:[.,;:!?)\]–—-]|$|\s(?:at|by|before|in|and|or|to|so|with|after|for|from|"
            r"latest"
            r"|i|we|you|no|the|if|our|my|first)\b)))",
        ),
        # lengths
        (
            "length_half",
            r"\b(?:in|within|inside)\s+(?:the\s+next\s+|about\s+|around\s+)?(half\s+an?\s+hour|"
            r"(?:one|an)\s+hour\s+and\s+a\s+half|an?\s+hour\s+or\s+(?:two|so)|a\s+(?:day|"
            r"week)\s+or\s+(?:two|so)|"
            r"the\s+(?:next|coming)\s+(?:hour|day|week)\s+or\s+(?:two|so)|(?:hour|day|"
            r"week)\s+or\s+(?:two|so)"
            r"|(?:a\s+)?quarter\s+of\s+an\s+hour|the\s+hour|the\s+day|the\s+week|"
            r"the\s+next\s+hour|the\s+next\s+day"
            r"|the\s+next\s+(?:working|business)\s+day)\b",
        ),
        (
            "length",
            r"\b(?:in|within|inside|under|during|over|for)\s+(?:the\s+(?:next|coming|following)\s+|"
            r"(?:no\s+)?(?:more|less|longer|later|fewer)\s+than\s+|at\s+(?:the\s+)?most\s+|"
            r"max(?:imum|\.)?\s+|"
            r"about\s+|around\s+|roughly\s+|approx(?:imately|\.)?\s+|up\s+to\s+|"
            r"a\s+maximum\s+of\s+|just\s+|only\s+|"
            r"another\s+|under\s+|a\s+further\s+|as\s+little\s+as\s+)*"
            r"(?:(?:a\s+)?"
            + _NUMBER
            + r"\s*(?:-|–|—|to|or)\s*)?(?:a\s+)?("
            + _NUMBER
            + r")(?:\s+of)?"
            r"(?:\s*\(\d+\))?\s*-?(?:("
            + _WORKING
            + r"|full|more|further|calendar|short)\s*-?)?\s*("
            + _UNIT
            + r")\b"
            r"(?:'?\s*time\b)?",
        ),
        (
            "length_from_now",
            r"\b(?:("
            + _NUMBER
            + r")\s*(?:-|–|to|or)\s*)?("
            + _NUMBER
            + r")\s+(?:("
            + _WORKING
            + r")\s+)?("
            + _UNIT
            + r")\s+(?:from\s+(?:now|today)|at\s+(?:the\s+)?(?:most|latest)|max(?:imum)?\b)",
        ),
        # the clock
        (
            "window",
            r"\b(?:between\s+|from\s+|at\s+)?(noon|midday|"
            + _CLOCK
            + r")"
            + _CLOCK_END
            + r"?\s*(?:-|–|—|to|and|or|until|till)\s*("
            + _CLOCK
            + r")("
            + _CLOCK_END
            + r")?"
            + _NOT_CLOCK,
        ),
        ("part_noon", r"\b(?:noon|midday|mid-day|12\s+noon)\b"),
        ("part_midnight", r"\bmidnight\b"),
        ("part_first_thing", r"\bfirst\s+thing\b(?:\s+(?:in\s+the\s+)?morning\b)?"),
        (
            "part_before_lunch",
            r"\b(?:before|by|at|around)\s+lunch(?:\s?time)?\b|\blunch\s?time\b|(?<=day )lunch\b|"
            r"(?<=morrow )lunch\b",
        ),
        ("part_after_lunch", r"\bafter\s+lunch(?:\s?time)?\b"),
        (
            "part_end_of_day",
            r"\b(?:(?:the\s+)?(?:very\s+)?(?:end|close)\s+of\s+(?:the\s+|our\s+|my\s+|"
            r"this\s+)?(?:working\s+|business\s+|work\s+|office\s+)?"
            r"(?:day|business|play|work)|eod|e\.o\.d\.?|cob|c\.o\.b\.?|eob|day's\s+end|"
            r"(?:the\s+)?end\s+of(?=\s+(?:today|" + _TOMORROW + "|" + _WD + r")))",
        ),
        ("part_evening", r"\b(?<!good )evening\b"),
        ("part_afternoon", r"\b(?<!good )afternoon\b"),
        ("part_morning", r"\b(?<!good )morning\b"),
        (
            "after_clock",
            r"\b(?:after|from|past)\s+(" + _CLOCK + r")(" + _CLOCK_END + r")?" + _NOT_CLOCK,
        ),
        ("clock", r"(?<![\w./:#£$€,-])(" + _CLOCK + r")(" + _CLOCK_END + r")" + _NOT_CLOCK),
        (
            "clock_half",
            r"\b((?:half\s+past|quarter\s+past|(?:a\s+)?quarter\s+to)\s+(?:\d{1,2}|"
            + _HOUR_WORD
            + r"))\b",
        ),
        ("clock_bare", r"(?<![\w./:#£$€,-])(\d{1,2}:\d{2})" + _NOT_CLOCK),
        (
            "clock_after",
            r"\b" + _WORD_BEFORE + r"\s+(?:about\s+|around\s+)?(" + _CLOCK + r")\b" + _NOT_CLOCK,
        ),
    )
]
_ANY = re.compile(
    r"\d|day|week|month|hour|hrs?\b|minute|\bmins|clock|noon|"
    r"\b(?:tod|tonig|toni|tom|tm|2m|mon|tue|wed|thu|fri|sat|sun|lunch|morning|afternoon|evening|"
    r"eod|e\.o|eob|cob|"
    r"c\.o|eow|first\s+thing|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|end\s+of|close\s+of|"
    r"half\s+past|"
    r"quarter|midnight|fortnight|teus|sater|firday|moday|(?:by|at|before|than|around|about)\s+"
    + _HOUR_WORD
    + r"|between)"
)
# What must stand in a sentence for a pattern to be worth trying.
_HINTS = {
    "day_after": ("after",),
    "end_of_tomorrow": ("end",),
    "today_part": ("this",),
    "tonight": ("toni",),
    "today": ("tod",),
    "next_working_day": (" day",),
    "week_of": ("week",),
    "weekday_of": ("week",),
    "start_of_next_week": ("week",),
    "middle_of_next_week": ("week",),
    "after_weekend": ("weekend",),
    "before_weekend": ("weekend",),
    "weekend": ("weekend",),
    "next_weekend": ("weekend",),
    "week_after_next": ("week",),
    "next_week": ("week",),
    "week_end": ("week", "eow"),
    "end_of_month_named": ("end",),
    "end_of_next_month": ("month",),
    "month_end": ("month",),
    "year_end": ("year",),
    "length_half": ("hour", "day", "week"),
    "length": ("min", "h", "day", "week", "wk", "month"),
    "length_from_now": ("from", "most", "latest", "max"),
    "part_noon": ("noon", "mid"),
    "part_midnight": ("midnight",),
    "part_first_thing": ("thing",),
    "part_before_lunch": ("lunch",),
    "part_after_lunch": ("lunch",),
    "part_evening": ("evening",),
    "part_afternoon": ("noon",),
    "part_morning": ("morning",),
    "part_end_of_day": ("end", "close", "eo", "e.o", "cob", "c.o"),
    "clock_half": ("past", "quarter"),
}
_WITH_DIGIT = frozenset(
    {"iso", "day_month", "month_day_named", "full_numeric", "numeric", "month_day", "clock_bare"}
)
_DIGIT = re.compile(r"\d")
_BEFORE = re.compile(
    r"(?:^|[\s(,])(on|by|at|before|in|within|until|till|til|untill|for|to|from|since|of|after|"
    r"dated|last|past|"
    r"every|each|previous|good|same|on\s+a|as\s+of|starting)[\s(]+(?:(?:the|a|about|around|"
    r"about\s+the)\s+)?$"
)
_ORDER_NUMBER = re.compile(
    r"(?:order|orders|no|nr|number|invoice|ref|reference|size|sizes|article|item|model|version|"
    r"part|lot|sku|"
    r"code|room|unit|flat|page|chapter|section|ticket|case|batch|street|road|ave|type|v|ver|"
    r"release|score|"
    r"pack|set|scale|ratio|rated)[.:\s#]*$"
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
    if not _ANY.search(lower):
        return []
    return list(_joined(_pieces(sentence, lower), lower))


def _pieces(sentence: str, lower: str) -> list[_Piece]:
    taken: list[_Piece] = []
    has_digit = _DIGIT.search(lower) is not None
    for name, pattern in _PATTERNS:
        if name in _WITH_DIGIT and not has_digit:
            continue
        if name in _HINTS and not any(hint in lower for hint in _HINTS[name]):
            continue
        for found in pattern.finditer(lower):
            start, end = found.span()
            if any(start < other.end and other.start < end for other in taken):
                continue
            piece = _READERS[name](found, lower, sentence)
            if piece and not _is_no_time(piece, lower):
                taken.append(piece)
    return sorted(taken, key=lambda piece: piece.start)


def _is_no_time(piece: _Piece, lower: str) -> bool:
    before = lower[max(0, piece.start - 60) : piece.start]
    if _PAST_CLAUSE.search(before):
        return True
    named = piece.day and piece.day.kind in ("weekday", "this_week", "offset")
    return bool(
        named
        and before.rstrip().endswith((" the", " your", " our", "the"))
        and _NOUN_DAY.match(lower, piece.end)
    )


def _joined(pieces: list[_Piece], lower: str) -> Iterator[Said]:
    group: list[_Piece] = []
    for piece in pieces:
        if group and not _belongs(group, piece, lower):
            yield from _said(group, lower)
            group = []
        group.append(piece)
    if group:
        yield from _said(group, lower)


def _belongs(group: list[_Piece], piece: _Piece, lower: str) -> bool:
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


def _said(group: list[_Piece], lower: str) -> Iterator[Said]:
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


def _day_piece(kind: str, n: int = 0, part: str = ""):
    return lambda found, lower, sentence: _Piece(*found.span(), day=Day(kind, n), part=part)


def _part_piece(part: str):
    return lambda found, lower, sentence: _Piece(*found.span(), part=part)


def _number(said: str) -> int:
    said = re.sub(r"\s+", " ", said)
    return int(said) if said.isdigit() else (_TENS.get(said) or _NUMBERS[said])


def _is_weekday(found: re.Match[str], group: int, lower: str, sentence: str) -> bool:
    """ "sat" and "sun" are words too: they need a capital or a preposition."""
    name = found.group(group).rstrip(".")
    if name not in ("sat", "sun", "wed") or re.match(
        r"\s+(?:\d|at\s\d|morn|after|eve)", lower[found.end(group) :]
    ):
        return True
    at = found.start(group)
    return sentence[at].isupper() or bool(
        re.search(r"\b(?:on|by|next|this|before)\s+$", lower[:at])
    )


def _read_weekday(found, lower, sentence):
    if not _is_weekday(found, 2, lower, sentence):
        return None
    end = found.end() - (found.group().endswith("."))
    which = re.sub(r"\s+", " ", found.group(1) or "")
    kind = {"next": "next_week", "this": "this_week"}.get(which, "weekday")
    return _Piece(found.start(), end, day=Day(kind, _WEEKDAYS[found.group(2).rstrip(".")]))


def _read_weekday_of(found, lower, sentence):
    kind = "next_week" if found.group(2) == "next" else "this_week"
    return _Piece(*found.span(), day=Day(kind, _WEEKDAYS[found.group(1).rstrip(".")]))


def _read_week_of(found, lower, sentence):
    end = found.end() - (found.group().endswith("."))
    return _Piece(found.start(), end, day=Day("next_week", _WEEKDAYS[found.group(1).rstrip(".")]))


def _date_piece(found, day: int, month: int, year: int = 0):
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return _Piece(*found.span(), day=Day("date", day=day, month=month, year=year))


def _read_day_month(found, lower, sentence):
    day, month, year = found.groups()
    return _date_piece(found, int(day), _MONTHS[month.rstrip(".")], int(year or 0))


def _read_month_day(found, lower, sentence):
    month, day, year = found.groups()
    return _date_piece(found, int(day), _MONTHS[month.rstrip(".")], int(year or 0))


def _read_iso(found, lower, sentence):
    year, month, day = map(int, found.groups())
    return _date_piece(found, day, month, year)


def _british(found, first: int, second: int, year: int):
    """Day first; month first only where day first is impossible."""
    if second > 12 >= first:
        first, second = second, first
    return _date_piece(found, first, second, year)


def _read_full_numeric(found, lower, sentence):
    first, _, second, year = found.groups()
    if _ORDER_NUMBER.search(lower[: found.start()]):
        return None
    return _british(found, int(first), int(second), int(year) + (2000 if len(year) == 2 else 0))


def _read_numeric(found, lower, sentence):
    """Without a year only after a word that wants a day: an order may be 24/11 too."""
    first, sign, second = found.groups()
    before = lower[: found.start()]
    if _ORDER_NUMBER.search(before) or not re.search(
        r"\b(?:on|by|before|until|till|the|for|from|latest|than|" + _WD + r")[\s,(]+(?:the\s+)?$",
        before,
    ):
        return None
    if sign == "." and (int(first) < 24 and not lower.startswith(".", found.end())):
        return None  # 14.30 is a clock time
    return _british(found, int(first), int(second), 0)


def _read_month_day_alone(found, lower, sentence):
    day = int(found.group(1))
    if not 1 <= day <= 31:
        return None
    return _Piece(*found.span(), day=Day("month_day", day=day))


def _read_length_half(found, lower, sentence):
    said = re.sub(r"\s+", " ", found.group(1))
    if said == "the day":
        return _Piece(*found.span(), day=Day("offset", 0))
    if said == "the week":
        return _Piece(*found.span(), day=Day("week_end"))
    if said.endswith(("working day", "business day")):
        return _Piece(*found.span(), length=Length(1, "day", is_working=True))
    length = {
        "half a": Length(30, "minute"),
        "half an hour": Length(30, "minute"),
        "half a hour": Length(30, "minute"),
        "a quarter of an hour": Length(15, "minute"),
        "quarter of an hour": Length(15, "minute"),
        "the hour": Length(1, "hour"),
        "the next hour": Length(1, "hour"),
        "the next day": Length(1, "day"),
    }.get(said)
    if not length and said.endswith("half"):
        length = Length(90, "minute")
    if not length:
        unit = next(unit for unit in ("hour", "day", "week") if unit in said)
        length = Length(2 if said.endswith("two") else 1, unit)
    return _Piece(*found.span(), length=length)


def _length(amount: str, working: str | None, unit: str) -> Length | None:
    number = _number(amount)
    unit = next(
        whole
        for whole in ("minute", "hour", "day", "week", "fortnight", "month")
        if whole[0] == unit[0] and (unit[0] != "m" or whole[:2] == unit[:2])
    )
    if unit == "fortnight":
        number, unit = number * 2, "week"
    is_working = bool(working) and re.fullmatch(_WORKING, working or "") is not None
    return Length(number, unit, is_working and unit in ("day", "hour"))


def _read_length(found, lower, sentence):
    amount, working, unit = found.groups()
    if (
        found.group().startswith(("for", "under", "during"))
        and not re.search(r"\bnext\b|\bcoming\b", found.group())
        and not found.group().startswith("under")
    ):
        return None  # "for 3 days" lasts, it is not due
    return _Piece(*found.span(), length=_length(amount, working, unit))


def _read_length_from_now(found, lower, sentence):
    _, amount, working, unit = found.groups()
    return _Piece(*found.span(), length=_length(amount, working, unit))


def _clock(said: str, end: str | None, is_after_window_start: int | None = None) -> time | None:
    """A clock time. Without am or pm, one to seven is the afternoon: shops keep office hours."""
    said = re.sub(r"\s+", " ", said.strip())
    minute, past = 0, 0
    if found := re.match(r"(half past|quarter past|(?:a )?quarter to|half) ", said):
        minute = {"half past": 30, "half": 30, "quarter past": 15}.get(found.group(1), 45)
        past = -1 if minute == 45 else 0
        said = said[found.end() :]
    elif found := re.fullmatch(r"(\d{1,2})[:.h](\d{2})", said):
        said, minute = found.group(1), int(found.group(2))
    hour = _number(said) + past
    mark = (end or "").strip().replace(".", "")
    if mark == "pm" and hour < 12:
        hour += 12
    elif mark == "am" and hour == 12:
        return time(23, 59)
    elif mark not in ("am", "pm") and 1 <= hour <= 7 and not mark.startswith("h"):
        hour += 12
    if hour == 24 and minute == 0:
        return time(23, 59)
    return time(hour, minute) if 0 <= hour <= 23 and minute <= 59 else None


def _read_window(found, lower, sentence):
    """ "between 2 and 4 pm": its end. Bare numbers need "between", "from" or "at" before them."""
    first, second, end = found.groups()
    whole = found.group()
    bare = first.isdigit() and second.isdigit() and not end
    if (bare or first.isalpha()) and not end and not re.match(r"(?:between|from|at)\s", whole):
        return None
    if _ORDER_NUMBER.search(lower[: found.start()]) or (
        "." in first and "." in second and not end and not re.match(r"(?:between|from|at)\s", whole)
    ):
        return None
    at = _clock(second, end)
    return _Piece(*found.span(), at=at) if at else None


def _read_clock(found, lower, sentence):
    end = found.group(2).strip()
    if (
        end.startswith("h")
        and not re.search(
            r"\b(?:by|at|before|around|about|than|latest)\s+$", lower[: found.start()]
        )
        and not re.match(r"\d{1,2}([:.]\d\d)?\s?h$", found.group())
    ):
        return None
    if end.startswith(("hr", "hour")) and not re.search(r"[:.]\d\d", found.group(1)):
        return None
    at = _clock(found.group(1), end)
    return _Piece(*found.span(), at=at) if at else None


def _read_clock_bare(found, lower, sentence):
    at = _clock(found.group(1), "")
    return _Piece(*found.span(), at=at) if at else None


def _read_clock_after(found, lower, sentence):
    said = found.group(1)
    if said == "one" or (said.isalpha() and not re.match(r"(?:by|at|before)\s", found.group())):
        return None  # "by one of us"
    at = _clock(said, "")
    return _Piece(*found.span(), at=at) if at else None


def _read_after_clock(found, lower, sentence):
    """ "after 3 pm" has no end of its own: the working day's, or the evening's."""
    said, end = found.groups()
    if (
        not end
        and (said.isalpha() or not re.search(r"[:.]", said))
        and not found.group().startswith("after")
    ):
        return None
    if said.isalpha() and not end:
        return None
    at = _clock(said, end)
    if not at:
        return None
    return _Piece(*found.span(), part="end_of_day" if at.hour < 18 else "evening")


_READERS = {
    "day_after": _day_piece("offset", 2),
    "end_of_tomorrow": _day_piece("offset", 0),
    "today_part": lambda found, lower, sentence: _Piece(
        *found.span(), day=Day("offset", 0), part=found.group(1)
    ),
    "tonight": _day_piece("offset", 0, "evening"),
    "today": _day_piece("offset", 0),
    "tomorrow": _day_piece("offset", 1),
    "next_working_day": lambda found, lower, sentence: _Piece(
        *found.span(), length=Length(1, "day", is_working=True)
    ),
    "week_of": _read_week_of,
    "weekday_of": _read_weekday_of,
    "weekday": _read_weekday,
    "start_of_next_week": _day_piece("next_week", 0),
    "middle_of_next_week": _day_piece("next_week", 2),
    "after_weekend": _day_piece("next_week", 0),
    "before_weekend": _day_piece("week_end"),
    "weekend": _day_piece("this_week", 6),
    "week_after_next": _day_piece("next_week_end", 1),
    "next_week": _day_piece("next_week_end"),
    "next_weekend": _day_piece("next_week", 6),
    "week_end": _day_piece("week_end"),
    "end_of_month_named": lambda found, lower, sentence: _Piece(
        *found.span(), day=Day("month_end", month=_MONTHS[found.group(1).rstrip(".")])
    ),
    "in_month": lambda found, lower, sentence: _Piece(
        *found.span(), day=Day("month_end", month=_MONTHS[found.group(1).rstrip(".")])
    ),
    "end_of_next_month": _day_piece("month_end", 1),
    "month_end": _day_piece("month_end"),
    "year_end": lambda found, lower, sentence: _date_piece(found, 31, 12),
    "iso": _read_iso,
    "day_month": _read_day_month,
    "month_day_named": _read_month_day,
    "full_numeric": _read_full_numeric,
    "numeric": _read_numeric,
    "month_day": _read_month_day_alone,
    "length_half": _read_length_half,
    "length": _read_length,
    "length_from_now": _read_length_from_now,
    "window": _read_window,
    "part_noon": _part_piece("noon"),
    "part_midnight": _part_piece("midnight"),
    "part_first_thing": _part_piece("first_thing"),
    "part_before_lunch": _part_piece("before_lunch"),
    "part_afternoon": _part_piece("afternoon"),
    "part_after_lunch": _part_piece("afternoon"),
    "part_end_of_day": _part_piece("end_of_day"),
    "part_evening": _part_piece("evening"),
    "part_morning": _part_piece("morning"),
    "after_clock": _read_after_clock,
    "clock": _read_clock,
    "clock_half": _read_clock_bare,
    "clock_bare": _read_clock_bare,
    "clock_after": _read_clock_after,
}
