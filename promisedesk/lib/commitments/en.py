"""English: what an agent promises, and when.

Sentence by sentence: somebody of ours (I, we, a colleague, or "you will hear from us") with a verb
that looks ahead, a time in the same clause, and nothing that takes the promise back: a question,
a condition, a hedge, a habit, someone else's date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .en_deeds import Deed, deeds_of, distinct
from .en_taking_back import is_question, is_taken_back
from .en_times import Said, times
from .en_turns import plain
from .model import Found
from .sentences import sentences

_SUBCLAUSE = re.compile(
    r"\b(?:if|whether|why|how|what|which|who|where|when|because|since|although|while|that|"
    r"as)\s+(?:(?:the|your|our|a|this|my)\s+)?[\w'#-]+(?:\s+[\w'#-]+){0,5}?\s+"
    r"(?:was|were|is|are|has|had|have|did|does|do|can|could|will|would|should|went|came|comes|"
    r"arrives?|arrived|got|wasn't|weren't|isn't|aren't|didn't|hasn't|haven't|might|may|failed|"
    r"gets?|ships?|leaves?|happened|\w+ed)\b"
)
_ENSURES = re.compile(
    r"(?:make|making)\s+sure|ensure|see\s+to\s+it|take\s+care|arrange|confirm|promise|guarantee|"
    r"certain"
)
_OVER = re.compile(
    r"\b(?<!ready for )(?:appointment|meeting|booking|reservation|delivery|collection|visit|"
    r"event|party|wedding|birthday|deadline|holiday|trip|flight|pick-?up|slot|opening|"
    r"sale|webinar|promotion|offer|session|exhibition)\s+(?:date\s+)?(?:to|on|at|for|from|"
    r"of)?\s*(?:the\s+)?$"
)
_STARTS_CLAUSE = re.compile(r"(?:^|[,;:–—(-]|\b(?:and|but|so|or|then|that|because|please))\W*$")
_OFFER_WORDS = frozenset({"for", "to", "until", "till", "til", "untill", "from"})
_SPACES = re.compile(r"[\t\u00a0\n\r]")


def find(text: str) -> list[Found]:
    """The promises in `text`, in its order; offsets are code points of `text`."""
    found: list[Found] = []
    before = ""
    for offset, sentence in sentences(text):
        lower = plain(_lower(sentence))
        for each in _in_sentence(sentence, lower, before):
            found.append(
                Found(
                    each.start + offset,
                    each.end + offset,
                    each.kind,
                    each.when,
                    each.rank,
                    each.others,
                )
            )
        before = lower
    return found


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return _SPACES.sub(" ", lower).replace("’", "'").replace("‘", "'").replace("`", "'")


def _in_sentence(sentence: str, lower: str, before: str) -> Iterator[Found]:
    said = times(sentence, lower)
    if not said:
        return
    deeds = sorted(deeds_of(sentence, lower, before), key=lambda deed: (deed.start, -deed.verb))
    deeds = distinct(deeds)
    if not deeds or is_question(lower):
        return
    for number, deed in enumerate(deeds):
        end = deeds[number + 1].start if number + 1 < len(deeds) else len(lower)
        begin = deeds[number - 1].verb if number else 0
        if found := _promise(deed, begin, end, said, deeds, lower):
            yield found


def _promise(
    deed: Deed, begin: int, end: int, said: list[Said], deeds: list[Deed], lower: str
) -> Found | None:
    if deed.kind == "none":
        return None
    after = [each for each in said if deed.verb <= each.start < end]
    fronted = _fronted(deed, begin, said, lower)
    within = [each for each in said if deed.start <= each.start < deed.verb]
    mine = [
        each
        for each in after
        if _counts(each, deed, lower) and not _is_next_front(each, end, deeds, lower)
    ]
    mine = _first_group(mine, deed, lower)
    front = [each for each in (*fronted, *within) if _counts(each, deed, lower)]
    chosen = [*front, *mine]
    if not chosen or any(each.is_relative for each in chosen):
        return None
    if deed.is_definite and any(each.when.length for each in chosen):
        return None
    if is_taken_back(deed, chosen, begin, end, lower):
        return None
    whens = _merged([each.when for each in chosen], lower)
    start = min(deed.start, chosen[0].start)
    start += len(lower[start:]) - len(lower[start:].lstrip(" ,.;:!-–—("))
    last = max(each.end for each in chosen)
    if (
        last == len(lower.rstrip())
        and lower[:last].endswith(".")
        and not lower[:last].endswith("m.")
    ):
        last -= 1  # the full stop of "in December.", not of "2 p.m."
    stop = last if last > deed.verb else _verb_end(deed.verb, end, lower)
    kind = _told_kind(deed, deeds, said, lower)
    return Found(start, stop, kind, whens[0], _rank(deed, whens), tuple(whens[1:]))


def _verb_end(verb: int, end: int, lower: str) -> int:
    stop = re.compile(r"[,.;:!?\n]").search(lower, verb, end)
    return stop.start() if stop else min(end, len(lower.rstrip()))


def _told_kind(deed: Deed, deeds: list[Deed], said: list[Said], lower: str) -> str:
    """ "I'll check tomorrow and let you know": the customer waits for the second."""
    if deed.kind != "other":
        return deed.kind
    at = deeds.index(deed)
    following = deeds[at + 1] if at + 1 < len(deeds) else None
    same = following and re.fullmatch(
        r"[\s,]*(?:and|then|&|so|or)[\s\w]*",
        re.sub(r"\b(?:i|we)\b", "?", lower[following.start : following.verb]),
    )
    if following and same and following.kind not in ("none", "other"):
        has_time = any(each.start >= following.start for each in said)
        return deed.kind if has_time else following.kind
    return "other"


def _rank(deed: Deed, whens: list) -> float:
    concrete = 0.2 if any(when.at for when in whens) else 0.0
    return deed.strength + concrete - (0.3 if deed.kind == "other" else 0.0)


def _fronted(deed: Deed, begin: int, said: list[Said], lower: str) -> list[Said]:
    """Times before the subject that belong to it: "By Friday, we will…"."""
    found: list[Said] = []
    edge = deed.start
    for each in reversed(said):
        if not begin <= each.start < deed.start:
            continue
        gap = lower[each.end : edge]
        if not re.fullmatch(
            r"(?:[\s,)–—:-]|\b(?:at\s+the\s+latest|then|or|and|that|yes|so|the\s+latest|or\s+so|"
            r"once\s+again|instead|however|sharp|prompt|exactly|on\s+the\s+dot|already|still|"
            r"even)\b)*(?:on|by|at|before|the|in)?\s*",
            gap,
        ) or (edge == deed.start and re.search(r"\band\s*$", gap)):
            break
        lead = lower[max(0, each.start - 40) : each.start]
        lead = re.sub(
            r"\b(?:by|on|at|before|within|in|(?:no|not)\s+later\s+than(?:\s+the)?|the|as\s+of|"
            r"for)\s*$",
            "",
            lead.rstrip() + " ",
        ).rstrip()
        lead = re.sub(r"\b(?:by|on|at|before|within|in)$", "", lead).rstrip()
        if not _STARTS_CLAUSE.search(lead) and not (found and re.search(r"\b(?:or|and)$", lead)):
            break
        found.insert(0, each)
        edge = each.start
    return found


def _is_next_front(each: Said, end: int, deeds: list[Deed], lower: str) -> bool:
    """A time that opens the next deed's clause: "…, and on Friday we will…"."""
    following = next((deed for deed in deeds if deed.start == end), None)
    return following is not None and each in _fronted(following, each.start, [each], lower)


def _counts(each: Said, deed: Deed, lower: str) -> bool:
    if each.word in _OFFER_WORDS and each.word not in deed.takes:
        ready = re.search(
            r"\b(?:ready|done|finished|repaired|fixed|prepared|there|in\s+time|"
            r"promised)\s+(?:for\s+you\s+)?for\s*$",
            lower[: each.start].removesuffix("the "),
        )
        return each.word == "for" and bool(ready)
    if each.start < deed.verb:
        return True
    between = lower[deed.verb : each.start]
    if _SUBCLAUSE.search(between[between.rfind(",") + 1 :]) and not _ENSURES.search(between):
        return False
    if each.word in ("by", "before", "within", "in") or lower.startswith(
        ("in ", "within "), each.start
    ):
        return True
    left = lower[deed.start : each.start]
    return not _OVER.search(re.sub(r"\b(?:on|at|for)\s*$", "", left.rstrip() + " "))


def _first_group(mine: list[Said], deed: Deed, lower: str) -> list[Said]:
    """The first time and those joined to it; a later one of another noun is not ours."""
    kept = mine[:1]
    for each in mine[1:]:
        gap = lower[kept[-1].end : each.start]
        joined = re.search(
            r"\b(?:or|and|to|at\s+the\s+latest|latest|no\s+later|not\s+later|i\.e\.)\b|[,–—(-]", gap
        )
        if (joined and len(gap) < 60) or _fills(kept[-1], each, gap):
            kept.append(each)
        else:
            break
    return kept


def _fills(one: Said, other: Said, gap: str) -> bool:
    """Whether a clock time further on belongs to a day said before, or the other way round."""
    has_day = [bool(each.when.day or each.when.length) for each in (one, other)]
    return has_day[0] != has_day[1] and not re.search(r"\b(?:about|regarding|your|the|our)\b", gap)


def _merged(whens: list, lower: str) -> list:
    """Parts of one time said apart made one: "on Monday … by 15:00"."""
    if len(whens) == 2:
        one, other = whens
        if other.day is None and other.length is None and (one.day or one.length) and not one.at:
            return [type(one)(one.day, one.length, other.at, other.part)]
        if one.day is None and one.length is None and other.day and not other.at and not other.part:
            return [type(one)(other.day, other.length, one.at, one.part)]
    return whens
