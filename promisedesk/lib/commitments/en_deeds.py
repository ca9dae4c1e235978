"""English: the deeds a sentence speaks of: by whom of ours, which verb, what kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .en_subjects import (
    BOOKED,
    GERUND,
    GIVE_US,
    HEADS,
    ING,
    LEAVES,
    NAMED,
    NO_NAME,
    PRESENT,
    PROGRESSIVE,
    SHORT_FORMS,
    WORD_OF_HONOUR,
    YOU,
    YOU_KINDS,
)
from .en_words import (
    ADVERBS,
    BASE_VERBS,
    OWN_NOUN,
    PARTICIPLE,
    PARTICIPLES,
    PHRASES,
    STOP,
    THIRD,
    TRYING,
    UNSTOPPED,
)


@dataclass(frozen=True, slots=True)
class Deed:
    """Somebody of ours doing something: `start` of the subject, `verb` where the verb begins,
    `end` of what belongs to it (the next deed, or the sentence)."""

    start: int
    verb: int
    kind: str
    strength: float = 1.0
    takes: frozenset[str] = frozenset()  # prepositions that are deadlines after this one only
    is_definite: bool = False  # wants a named day: "we ship it within 3 days" is a habit


NEGATION = re.compile(r"(?:not|never|n't|no\s+longer|neither|hardly|unlikely|unable|refuse)\b")
_FAR_SUBJECT = re.compile(
    r"\b(?:i|we)\b(?=\s|')|\b(?P<third>they|he|she|it|"
    + THIRD
    + r")\b|(?P<own>\b"
    + OWN_NOUN
    + r"\b)"
)
_THIRD = re.compile(r"\b" + THIRD + r"\b")
_OWN = re.compile(r"\b" + OWN_NOUN + r"\b")
_MORE_VERBS = re.compile(
    r"(?:,\s*|\s+)(?:and|then|&|or|before|plus|,)\s+(?:(?:then|also|so|after\s+that|will|"
    r"to)\s+)*(?=" + BASE_VERBS + r"\b)"
)


def distinct(deeds: list[Deed]) -> list[Deed]:
    """Of readings of the same words the first; a later subject within the same verb goes."""
    kept: list[Deed] = []
    for deed in deeds:
        if kept and deed.start < kept[-1].verb:
            continue
        kept.append(deed)
    return kept


_OWED = {"call": "call", "callback": "call", "refund": "refund", "replacement": "ship"}


def deeds_of(sentence: str, lower: str, before: str) -> Iterator[Deed]:
    yield from _future_deeds(sentence, lower, before)
    for pattern in (PROGRESSIVE, GERUND, PRESENT, SHORT_FORMS):
        for found in pattern.finditer(lower):
            if pattern is PROGRESSIVE and _is_about_this_letter(found, lower):
                continue
            kind = found.lastgroup or "other"
            yield Deed(found.start(), found.end(), kind, 0.9, is_definite=pattern is PRESENT)
    for found in LEAVES.finditer(lower):
        if deed := _it_happens(found, lower):
            yield deed
            if found.group("passive"):
                yield from _also_happens(deed, lower)
    for found in YOU.finditer(lower):
        if deed := _you_have(found, lower):
            yield deed
    for found in GIVE_US.finditer(lower):
        yield Deed(found.start(), found.end(), "answer", 0.7, frozenset({"until", "till", "til"}))
    for found in BOOKED.finditer(lower):
        yield Deed(found.start(), found.end(), "call", 1.0, frozenset({"for", "to"}))
    for found in WORD_OF_HONOUR.finditer(lower):
        yield Deed(found.start(), found.end(), _OWED.get(found.group("what"), "answer"))


def _is_about_this_letter(found: re.Match[str], lower: str) -> bool:
    """ "I am writing to you today about…" is this letter itself."""
    said = found.group()
    return bool(
        re.search(
            r"(?:am|'m|are|'re)\s+(?:\w+\s+)?(?:writing|contacting|e-?mailing|replying|messaging)",
            said,
        )
    ) and bool(
        re.match(
            r"[\s\w]{0,12}\btoday\b|\s+(?:to|about|regarding|with\s+regard)\b", lower[found.end() :]
        )
    )


def _future_deeds(sentence: str, lower: str, before: str) -> Iterator[Deed]:
    heads = [
        (found.start(), found.end(), found.lastgroup, found) for found in HEADS.finditer(lower)
    ]
    for found in NAMED.finditer(sentence):
        if any(start < found.end() and found.start() < end for start, end, *_ in heads):
            continue
        if found.group("name").split()[0] not in NO_NAME and not _THIRD.search(
            found.group().lower()
        ):
            heads.append((found.start(), found.end(), "named", found))
    heads.sort(key=lambda head: head[:2])
    for number, (start, end, name, found) in enumerate(heads):
        until = heads[number + 1][0] if number + 1 < len(heads) else len(lower)
        if name == "colleague" and not _speaks_of_ours(lower[:start], before):
            continue
        if name == "and_will" and not _speaks_of_us(lower[:start], before):
            continue
        if name in ("will", "asked", "ours") and _THIRD.search(found.group()):
            continue
        if name == "let" and re.match(
            r"(?:me|us)\s+(?:see|explain|say|think|ask|tell|apologi|start|begin|introduce|assure|"
            r"clarify)",
            found.group()[found.group().find(" ") + 1 :] + lower[end : end + 12],
        ):
            continue
        takes = frozenset({"for"}) if name in ("reminder",) else frozenset()
        yield from _verbs(start, end, until, lower, takes)


def _verbs(start: int, end: int, until: int, lower: str, takes: frozenset[str]) -> Iterator[Deed]:
    """The verb after "will", and those joined to it by "and"."""
    points = [(start, end)]
    points += [(found.start(), found.end()) for found in _MORE_VERBS.finditer(lower, end, until)]
    for number, (at, verb) in enumerate(points):
        stop = points[number + 1][0] if number + 1 < len(points) else until
        kind, trying = _kind(lower[verb:stop])
        if kind == "none" and number == 0 and NEGATION.match(lower[verb:stop].lstrip()):
            return
        yield Deed(at, verb, kind, 0.6 if trying else 1.0, takes)


_LEADING = re.compile(ADVERBS)
_FIRST = re.compile(r"[a-z][a-z'-]*")
_FRONT_TIME = re.compile(
    r"(?:(?:by|on|at|before|within|in|this|next|the|end|of|first|thing|today|tomorrow|tom\w+|"
    r"tonight|later|early|latest|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening|noon|week|day|"
    r"\d+(?::\d\d)?|hours?|days?|am|pm)\b[\s,]*)+"
)


def _kind(phrase: str) -> tuple[str, bool]:
    """(kind, whether it is only tried) of a verb phrase, "none" for what promises nothing."""
    leading = _LEADING.match(phrase)
    skipped = leading.group() if leading else ""
    rest = phrase[len(skipped) :]
    if (fronted := _FRONT_TIME.match(rest)) and not rest.startswith(("end ", "first ")):
        rest = rest[fronted.end() :]
        again = _LEADING.match(rest)
        rest = rest[again.end() :] if again else rest
    trying = bool(TRYING.search(skipped))
    if NEGATION.match(rest):
        return "none", trying
    rest = rest[:160]
    if re.match(
        r"(?:ask|tell|request|instruct|get|have|urge|let|expect|need|want)\s+(?:the\s+|our\s+|"
        r"your\s+)?" + THIRD + r"\b[^,;]*?\b(?:to|deliver|collect|call|send|pick|bring)\b",
        rest,
    ):
        return "none", trying
    if re.match(
        r"(?:need|ask|want|expect|require|wait|let|like|have)\s+(?:for\s+)?(?:you|your|"
        r"u)\b(?!\s+(?:know|have|\w+\s+(?:ready|fixed|repaired|sent|shipped|refunded|done|back|"
        r"sorted|replaced)))",
        rest,
    ) and not re.match(r"(?:let\s+(?:you|u)\s+(?:know|have))|have\s+your\b", rest):
        return "none", trying
    for kind, pattern in PHRASES:
        if pattern.match(rest):
            return kind, trying
    first = _FIRST.match(rest)
    if not first:
        return "none", trying
    word = first.group()
    if word == "be" and (done := re.match(r"be\s+(?:\w+\s+)?(\w+ing)\b", rest)):
        return _kind_of_ing(rest[done.start(1) :]), trying
    if word in STOP and not UNSTOPPED.match(rest):
        return "none", trying
    return "other", trying


_ING_KIND = re.compile(ING)


def _kind_of_ing(rest: str) -> str:
    found = _ING_KIND.match(rest)
    return (found.lastgroup or "none") if found else "none"


def _speaks_of_ours(start: str, before: str) -> bool:
    """Whether "they" are ours: the last people spoken of."""
    context = before + " " + start
    third = [found.start() for found in _THIRD.finditer(context)]
    own = [found.start() for found in _OWN.finditer(context)]
    return bool(own) and (not third or own[-1] > third[-1])


def _speaks_of_us(start: str, before: str) -> bool:
    """Whether the subject that "and will" goes on with is ours."""
    last = None
    for found in _FAR_SUBJECT.finditer(start):
        last = found
    if last is None:
        return not start.strip(" ,.-")
    if last.group("third"):
        return last.group("third") in ("they", "he", "she") and _speaks_of_ours(start, before)
    return True


_REFUND_NOUN = re.compile(
    r"\b(?:refund|money|reimbursement|repayment|credit|payment|difference|amount|deposit|sum|"
    r"cash)s?\b|[£$€]"
)
_AND_DONE = re.compile(
    r"\s(?:and|then)\s+(?:(?:then|also|will\s+be|be)\s+)*(?P<done>" + PARTICIPLE + r")\b"
)
_LEFT = re.compile(r"\b(?:shipped|sent|dispatched|posted|left|handed|on\s+its\s+way|tracking)\b")
_PLACE = re.compile(
    r"\b(?:shop|store|office|showroom|studio|workshop|warehouse|line|hotline|phones?|support|"
    r"desk|department|branch|market|cafe|we|i)\b"
)
_ANSWER_NOUN = re.compile(
    r"\b(?:answer|reply|response|update|news|information|info|details|confirmation|e-?mail|"
    r"message|decision|quote|invoice|results?|feedback|letter|report|solution|offer|more|voucher|"
    r"label|link|code|document|contract|file|receipt|photo)s?\b"
)


def _it_happens(found: re.Match[str], lower: str) -> Deed | None:
    """ "Your order ships tomorrow", "it will be refunded by Friday": done by us unless said."""
    subject = found.group("subject")
    start, end = found.span()
    by_third = r"\s+(?:\w+\s+){0,4}?(?:by|from)\s+(?:the\s+|your\s+|our\s+)?" + THIRD
    if _THIRD.search(subject) or re.match(by_third, lower[end:]):
        return None
    if found.group("passive"):
        if _PLACE.search(subject) and re.search(r"\b(?:closed|open)", found.group("passive")):
            return None
        done = PARTICIPLES.search(found.group("passive"))
        kind = (done.lastgroup or "other") if done else "other"
        if kind in ("other", "ship") and _REFUND_NOUN.search(subject):
            kind = "refund"
        elif kind in ("other", "ship") and _ANSWER_NOUN.search(subject):
            kind = "answer"
        return Deed(start, end, kind, 0.9)
    if found.group("ship"):
        kind = "refund" if _REFUND_NOUN.search(subject) else "ship"
        if _ANSWER_NOUN.search(subject):
            kind = "answer"
        return Deed(start, end, kind, 0.9, is_definite="will" not in found.group("ship"))
    if found.group("money") or found.group("answer") or found.group("follow"):
        if _REFUND_NOUN.search(subject):
            return Deed(start, end, "refund", 0.9)
        if _ANSWER_NOUN.search(subject) and not re.search(r"parcel|delivery|order", subject):
            return Deed(start, end, "answer", 0.9)
    if found.group("money") and found.group("money").endswith("way"):
        return Deed(start, end, "ship", 0.9)
    if found.group("follow") and not re.match(r"(?:it|this|that|they|and|which)\b", subject):
        return Deed(start, end, "ship", 0.9)
    return None


def _also_happens(deed: Deed, lower: str) -> Iterator[Deed]:
    """ "It will be corrected today and sent to you tomorrow"."""
    for found in _AND_DONE.finditer(lower, deed.verb):
        done = PARTICIPLES.search(found.group("done"))
        yield Deed(found.start(), found.end(), (done and done.lastgroup) or "other", 0.9)


def _you_have(found: re.Match[str], lower: str) -> Deed | None:
    """ "You will have your refund by Friday": promised by us, unless somebody else brings it."""
    rest = found.group("rest")
    clause = re.split(r",|\band\b|\bbut\b", rest)[0]
    if re.search(r"\b(?:from|by|via)\s+(?:the\s+|your\s+|our\s+)?" + THIRD, rest) or re.search(
        r"\b(?:courier|" + THIRD + r")\b", lower[: found.start()][-40:]
    ):
        return None
    for kind, pattern in YOU_KINDS:
        if pattern.match(clause):
            on_its_way = kind == "ship" and _LEFT.search(lower[: found.start()])
            if not kind or on_its_way or (kind == "ship" and found.group("exp")):
                return None
            return Deed(found.start(), found.start("rest"), kind, 0.95)
    return None
