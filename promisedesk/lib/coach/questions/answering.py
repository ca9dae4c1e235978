"""Whether a reply answers each question: by topic, by the kind of answer, by order.

A false alarm is worse than a miss: what could be an answer counts as one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .cutting import plain
from .evidence import has_time, units_of
from .model import Asked, Kind, Unit
from .topics import keys_of, shared


class Verdict(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    POINTED = "pointed"  # to a source, or to when it will be answered


# A unit answers a question when evidence x (BASE + topic) reaches ENOUGH.
BASE, ENOUGH = 0.35, 0.55
CLAIMED = 0.6  # share of the best question's score that another needs to use the same unit
FITS = 0.15  # topic shared with a pointer that it is about the question
SPOKEN_FOR = 0.3  # topic shared with an answered question that a unit is no other's answer
FULL_TOPIC = 2.4  # weight that makes a topic whole
BARE = 0.7  # no word of a question weighs as much: it has no topic of its own: "And how much?"
TOUCHED = 0.2  # topic shared with a sentence to spare that it may be the answer
TELLING = 4  # words of a sentence that may answer the only question
JOINED = 30  # characters between two requests of one sentence
PLACED = 0.78  # evidence that is enough in the right place
_REPEATED = 0.4  # what a key weighs that other questions of the letter have too
_INHERITED = 0.5

_EVIDENCE: dict[Kind, dict[str, float]] = {
    Kind.WHEN: {"time": 1.0, "number": 0.3, "": 0.2},
    Kind.PRICE: {"money": 1.0, "number": 0.4, "refuses": 0.5, "": 0.2},
    Kind.COUNT: {"number": 1.0, "time": 0.9, "": 0.3},
    Kind.WHERE: {"spot": 1.0, "place": 0.8, "link": 1.0, "how": 0.8, "phone": 0.7, "": 0.6},
    Kind.STATUS: {"time": 1.0, "deed": 1.0, "will": 1.0, "spot": 1.0, "link": 1.0, "": 0.7},
    Kind.WHO: {"phone": 1.0, "link": 1.0, "pointed": 1.0, "money": 1.0, "": 0.8},
    Kind.WHY: {"reason": 1.0, "refuses": 0.7, "": 0.65},
    Kind.HOW: {"how": 1.0, "link": 1.0, "pointed": 1.0, "deed": 0.7, "will": 0.6, "": 0.6},
    Kind.WHICH: {"": 0.8, "link": 1.0, "number": 0.9},
    Kind.YES_NO: {"yes": 1.0, "no": 1.0, "refuses": 0.9, "will": 0.9, "deed": 0.9, "": 0.8},
    Kind.REQUEST: {"deed": 1.0, "will": 0.9, "yes": 1.0, "no": 1.0, "refuses": 0.9, "": 0.75},
    Kind.ANY: {"deed": 1.0, "will": 1.0, "how": 0.9, "refuses": 0.8, "": 0.5},
}
# What answers without a word about the topic: "On Thursday."
_BY_KIND_ALONE: dict[Kind, frozenset[str]] = {
    Kind.WHEN: frozenset({"time"}),
    Kind.PRICE: frozenset({"money"}),
    Kind.COUNT: frozenset({"number", "time"}),
    Kind.WHERE: frozenset({"spot", "link", "how"}),
    Kind.STATUS: frozenset({"time", "deed", "will", "spot", "link"}),
    Kind.WHO: frozenset({"phone", "link", "later", "money"}),  # "who pays?"
    Kind.WHY: frozenset({"reason"}),
    Kind.HOW: frozenset({"how", "link"}),
    Kind.WHICH: frozenset({"number", "short"}),
    Kind.YES_NO: frozenset({"yes", "no", "refuses"}),
    Kind.REQUEST: frozenset({"deed", "yes", "no", "will", "refuses"}),
    Kind.ANY: frozenset({"deed", "will", "how", "refuses", "time", "money", "link"}),
}
_WIDE = (Kind.ANY, Kind.STATUS)  # answered by whatever is done
_SAYS = frozenset({"will", "deed", "yes", "no", "refuses", "money", "link", "how"})
_PLAIN = (
    Kind.STATUS,
    Kind.WHEN,
    Kind.PRICE,
    Kind.COUNT,
    Kind.WHY,
    Kind.ANY,
)  # seen by their answer
_MEASURES = frozenset({Kind.WHEN, Kind.COUNT})
_MEASURED = (Kind.WHEN, Kind.PRICE, Kind.COUNT)  # never answered by words alone
_SAY_WHEN = frozenset({"link", "later", "asks_back", "general"})  # a manual does not
_POINTERS = frozenset({"pointed", "link", "later", "asks_back"})


LANGUAGES = ("en", "ru", "pl")
_BOTH = re.compile(r"\W*(?:both|оба|обе|oba|obie|obydwa)\b")
_SHAPES = (  # "can we…" is answered by "you can…", "is there…" by "there is…"
    (
        re.compile(
            r"(?:can|could|may|is\s+it\s+possible|можно|могу|можем|возможно|(?:czy\s+)?(?:mozna|mog|moze))"
        ),
        re.compile(
            r"\b(?:can|may|possible|allowed|welcome|можно|можете|разреш\w+|mozna|moze|moga)\b"
        ),
    ),
    (
        re.compile(
            r"(?:is\s+there|are\s+there|do\s+you\s+have|have\s+you|есть|(?:czy\s+)?(?:jest|sa|macie|maja))\b"
        ),
        re.compile(
            r"\b(?:there\s+(?:is|are)|there's|we\s+have|we've|есть|имеется|mamy|dostepn\w+)\b"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    asked: Asked
    keys: Mapping[str, float]
    total: float
    is_bare: bool
    around: Mapping[str, float]  # said before it in its sentence: helps, is not asked for


@dataclass(slots=True)
class _Case:
    """The questions, what the reply says, and how much of each topic each unit speaks of."""

    spoken: str  # the customer's language
    wanted: list[_Wanted]
    units: list[Unit]
    topics: list[list[float]]
    verdicts: list[Verdict]
    used: set[int]  # units that answer or point already
    by: dict[int, int]  # which unit answers a question

    def answer(self, number: int, at: int) -> None:
        self.verdicts[number] = Verdict.ANSWERED
        self.used.add(at)
        self.by[number] = at

    def open(self) -> list[int]:
        return [at for at, verdict in enumerate(self.verdicts) if verdict == Verdict.OPEN]


def judge(asked: Sequence[Asked], spoken: str, reply: str, language: str) -> list[Verdict]:
    """A verdict for each question. `spoken` is the customer's language, `language` the reply's."""
    units = units_of(reply, language)
    wanted = _wanted(asked, spoken, crosses=bool(language) and spoken != language)
    topics = [[_topic(each, units, at) for at in range(len(units))] for each in wanted]
    case = _Case(spoken, wanted, units, topics, [Verdict.OPEN] * len(wanted), set(), {})
    for step in (
        _all_at_once,
        _by_topic,
        _by_number,
        _by_own_pointer,
        _bare,
        _implied,
        _by_order,
        _in_doubt,
        _dependent,
        _by_pointer_to_all,
    ):
        step(case)
    return case.verdicts


def _wanted(asked: Sequence[Asked], spoken: str, *, crosses: bool) -> list[_Wanted]:
    latin = spoken if spoken in ("en", "pl") else "en"
    each_keys = [_keys(each.text, latin, crosses=crosses) for each in asked]
    wanted: list[_Wanted] = []
    for at, each in enumerate(asked):
        keys = dict(each_keys[at])
        is_bare = max(keys.values(), default=0.0) < BARE
        for key in keys:
            if any(key in other for number, other in enumerate(each_keys) if number != at):
                keys[key] *= _REPEATED
        if is_bare:  # "And how much?" is about what was said before
            about = _keys(f"{each.before} {each.lead}", latin, crosses=crosses)
            if at:
                about = {**about, **each_keys[at - 1]}
            for key, weight in about.items():
                keys.setdefault(key, weight * _REPEATED)
        around = _keys(each.lead, latin, crosses=crosses)
        around = {key: weight * _REPEATED for key, weight in around.items() if key not in keys}
        wanted.append(_Wanted(each, keys, sum(keys.values()), is_bare, around))
    return wanted


def _keys(text: str, latin: str, *, crosses: bool) -> dict[str, float]:
    keys = keys_of(text, latin)
    if not crosses:
        return keys
    return {  # only what is the same in every language
        key: weight for key, weight in keys.items() if key[0] == "@" or _is_foreign(key)
    }


def _is_foreign(key: str) -> bool:
    return any(letter.isdigit() for letter in key)


def _own_topic(wanted: _Wanted, unit: Unit) -> float:
    """The weight of the question's topic that a unit itself speaks of."""
    found = shared(wanted.keys, unit.keys, unit.begins)
    return found + shared(wanted.around, unit.keys, unit.begins) if wanted.around else found


def _topic(wanted: _Wanted, units: Sequence[Unit], at: int) -> float:
    """How much of the question's topic a unit speaks of, 0 to 1."""
    unit = units[at]
    found = _own_topic(wanted, unit)
    if at and unit.follows:
        rest = {key: weight for key, weight in wanted.keys.items() if key not in unit.keys}
        found += _INHERITED * shared(rest, units[at - 1].keys, units[at - 1].begins)
    return _share(wanted, found)


def _share(wanted: _Wanted, found: float) -> float:
    return min(1.0, found / min(max(wanted.total, 0.8), FULL_TOPIC)) if wanted.total else 0.0


def _evidence(kind: Kind, unit: Unit) -> float:
    if "asks" in unit.marks:
        return 0.0
    table = _EVIDENCE[kind]
    return max(table[""], *(weight for mark, weight in table.items() if mark in unit.marks), 0.0)


def _all_at_once(case: _Case) -> None:
    is_both = len(case.wanted) == 2 and all(one.asked.kind == Kind.REQUEST for one in case.wanted)
    if any(
        "both" in unit.marks or (is_both and _BOTH.match(plain(unit.text))) for unit in case.units
    ):
        case.verdicts[:] = [Verdict.ANSWERED] * len(case.wanted)


def _by_topic(case: _Case) -> None:
    scores = [
        [
            _evidence(each.asked.kind, unit) * (BASE + row[at]) if row[at] else 0.0
            for at, unit in enumerate(case.units)
        ]
        for each, row in zip(case.wanted, case.topics, strict=True)
    ]
    best = [max(column) for column in zip(*scores, strict=True)]
    for number, row in enumerate(scores):
        fits = [
            (score, -at)
            for at, score in enumerate(row)
            if score >= ENOUGH and score >= CLAIMED * best[at]
        ]
        if fits:
            case.answer(number, -max(fits)[1])


def _by_number(case: _Case) -> None:
    """ "2. About 12 hours": the answer to the second."""
    numbered = {unit.number: at for at, unit in enumerate(case.units) if unit.number}
    if len(_numbers(case)) < 2:
        return
    for at, each in enumerate(case.wanted):
        number = each.asked.number or at + 1
        if number in numbered:
            case.verdicts[at] = Verdict.ANSWERED
    case.used |= set(numbered.values())


def _by_own_pointer(case: _Case) -> None:
    """A source or a promise of an answer that is about this very question."""
    for at, unit in enumerate(case.units):
        if not unit.marks & _POINTERS:
            continue
        strongest = max((row[at] for row in case.topics), default=0.0)
        for number in case.open():
            row = case.topics[number][at]
            if row >= FITS and row >= CLAIMED * strongest:
                case.verdicts[number] = Verdict.POINTED
                case.used.add(at)


def _bare(case: _Case) -> None:
    """ "Why?", "how much, how long": whatever is of that kind, wherever it stands."""
    for number in case.open():
        each = case.wanted[number]
        kind = each.asked.kind
        if not (kind in _WIDE or each.is_bare) or (each.asked.number and _numbers(case)):
            continue
        if kind == Kind.REQUEST and any(other < number for other in case.open()):
            continue  # first comes who asked first
        for at, unit in enumerate(case.units):
            if "asks" in unit.marks or not _BY_KIND_ALONE[kind] & unit.marks:
                continue
            if kind in _PLAIN or at not in case.used or case.topics[number][at] >= FITS:
                case.answer(number, at)
                break


def _is_settled(case: _Case, number: int) -> bool:
    """ "If yes, keep one for me" is wanted still, unless the answer is no."""
    if not case.wanted[number].asked.is_if_yes:
        return True
    by = case.by.get(number - 1)
    return by is not None and bool(case.units[by].marks & {"no", "refuses"})


def _is_first_of_deeds(case: _Case, number: int) -> bool:
    """ "Check it and give me a new one": the second tells that the first is done."""
    following = number + 1
    if following == len(case.wanted) or case.verdicts[following] == Verdict.OPEN:
        return False
    return case.wanted[number].asked.kind == Kind.REQUEST and _is_same_deed(case, following)


def _is_same_deed(case: _Case, number: int) -> bool:
    """Of two requests joined in one sentence the second."""
    one, other = case.wanted[number - 1].asked, case.wanted[number].asked
    return one.kind == other.kind == Kind.REQUEST and other.start - one.end < JOINED


def _implied(case: _Case) -> None:
    """ "Can you resize it? How much is that?": a price says yes."""
    for number in case.open():
        following = number + 1
        if (
            following < len(case.wanted)
            and case.wanted[following].is_bare
            and case.wanted[following].asked.kind in (Kind.PRICE, Kind.WHEN)
            and case.verdicts[following] == Verdict.ANSWERED
            and case.wanted[number].asked.kind in (Kind.YES_NO, Kind.REQUEST)
        ):
            case.verdicts[number] = Verdict.ANSWERED


def _numbers(case: _Case) -> set[int]:
    return {unit.number for unit in case.units if unit.number and "asks" not in unit.marks}


def _by_order(case: _Case) -> None:
    """Sentences that no question claims answer the open one that is nearest."""
    if _numbers(case) and len(case.open()) < len(case.wanted):
        return
    for at, unit in enumerate(case.units):
        if "asks" in unit.marks or (at in case.used and not _has_a_price_left(case, at)):
            continue
        still_open = case.open()
        if not still_open:
            return
        taken = max(
            (own for number, own in enumerate(_own(case, at)) if number not in still_open),
            default=0.0,
        )
        fitting = [
            number
            for number in still_open
            if _fits(case, number, at)
            and (
                taken < SPOKEN_FOR
                or case.topics[number][at] >= FITS
                or case.wanted[number].asked.kind == Kind.PRICE
            )
            and (at not in case.used or case.wanted[number].asked.kind == Kind.PRICE)
        ]
        if fitting:
            last = max((each for each, by in case.by.items() if by < at), default=-1)
            case.answer(max(fitting, key=lambda number: _likeness(case, number, at, last)), at)


def _has_a_price_left(case: _Case, at: int) -> bool:
    """ "We do come to Reading, that is 95 pounds": two answers in one sentence."""
    users = {case.wanted[number].asked.kind for number, by in case.by.items() if by == at}
    return "money" in case.units[at].marks and Kind.PRICE not in users


def _own(case: _Case, at: int) -> list[float]:
    """The topics a unit itself speaks of, whatever it continues."""
    unit = case.units[at]
    if not unit.follows:
        return [row[at] for row in case.topics]
    return [_share(each, _own_topic(each, unit)) for each in case.wanted]


def _likeness(case: _Case, number: int, at: int, last: int) -> tuple[bool, bool, bool, bool, int]:
    """By topic, by a kind that is seen by its answer, by its shape, by order."""
    asked, said = plain(case.wanted[number].asked.text), plain(case.units[at].text)
    is_shaped = any(one.match(asked) and other.search(said) for one, other in _SHAPES)
    kind = case.wanted[number].asked.kind
    marks = case.units[at].marks
    is_seen = kind in _PLAIN and bool(_BY_KIND_ALONE[kind] & marks)
    is_seen = is_seen or (kind == Kind.WHERE and "place" in marks)
    return case.topics[number][at] >= FITS, is_seen, is_shaped, number > last, -number


def _fits(case: _Case, number: int, at: int) -> bool:
    """By its kind alone; else by evidence, if it continues nothing."""
    unit, kind = case.units[at], case.wanted[number].asked.kind
    if _BY_KIND_ALONE[kind] & unit.marks:
        goes_on = unit.follows and at - 1 in case.used
        return kind in _PLAIN or not goes_on
    if len(case.wanted) == 1:
        return kind not in _MEASURED and bool(unit.marks & _SAYS)
    if (unit.follows or unit.is_clause) and case.by.get(number - 1) != at - 1:
        return False
    needed = 0.5 if case.topics[number][at] >= SPOKEN_FOR else PLACED
    return _evidence(kind, unit) >= needed


def _in_doubt(case: _Case) -> None:
    """What could be an answer is one: a false alarm is worse than a miss."""
    for number in case.open():
        if case.wanted[number].asked.number and _numbers(case):
            continue
        for at, unit in enumerate(case.units):
            if "asks" not in unit.marks and _could_answer(case, number, at):
                case.answer(number, at)
                break


def _could_answer(case: _Case, number: int, at: int) -> bool:
    """A time asked for is answered by any, but the one another question after a time took;
    whatever has no such mark by a sentence that is to spare, in whichever words."""
    unit, kind = case.units[at], case.wanted[number].asked.kind
    users = [case.wanted[other].asked.kind for other, by in case.by.items() if by == at]
    if kind in _MEASURED:
        return kind not in users and bool(_BY_KIND_ALONE[kind] & unit.marks)
    if len(case.wanted) == 1 and len(unit.text.split()) >= TELLING:
        return True
    if "time" in unit.marks and not _MEASURES & {*users} and _names_a_time(case, number):
        return True
    if users:
        return False
    begins_anew = not unit.follows and not unit.is_clause
    says = kind in (Kind.YES_NO, Kind.REQUEST) and bool(unit.marks & {"yes", "no", "deed"})
    return begins_anew or says or case.topics[number][at] >= TOUCHED


def _names_a_time(case: _Case, number: int) -> bool:
    """ "Could you bring it next week?" asks for a time too."""
    language = case.spoken if case.spoken in LANGUAGES else "en"
    return has_time(plain(case.wanted[number].asked.text), language)


def _dependent(case: _Case) -> None:
    """ "If not, how…" needs no answer once the question before has one; wishes need none of
    their own where something is answered; "correct it and send me a new one" is one deed."""
    for number in case.open():
        each = case.wanted[number]
        before = number > 0 and case.verdicts[number - 1] != Verdict.OPEN
        settled = (
            (each.asked.is_conditional and before and _is_settled(case, number))
            or (each.asked.is_soft and bool(case.units))
            or (before and each.is_bare and _is_same_deed(case, number))
            or (each.is_bare and _is_first_of_deeds(case, number))
        )
        if settled:
            case.verdicts[number] = Verdict.ANSWERED


def _by_pointer_to_all(case: _Case) -> None:
    """ "I will ask and write tomorrow", "the rest is here": about all that is open."""
    for at, unit in enumerate(case.units):
        if not unit.marks & _POINTERS:
            continue
        strongest = max((row[at] for row in case.topics), default=0.0)
        if "general" in unit.marks or (strongest < FITS and at not in case.used):
            for number in case.open():
                if case.wanted[number].asked.kind != Kind.WHEN or unit.marks & _SAY_WHEN:
                    case.verdicts[number] = Verdict.POINTED
