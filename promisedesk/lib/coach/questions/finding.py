"""The questions and requests in a customer's text, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from types import ModuleType

from .cutting import lowered, plain, said
from .model import Asked, Kind

LANGUAGES = ("en", "ru", "pl")
_LI = re.compile(r"\bЛи\b")  # a surname, no particle
_IN_LIST = re.compile(r"\w\)\s*$")
FEWEST = 3  # words of a question without a mark
SHORT = 60  # characters of a sentence like "And when, if so?"
MOST = 20  # questions; who asks more has sent a form


def find(text: str, language: str) -> list[Asked]:
    """What is asked in `text`, in its order. `language`: "en", "ru" or "pl"."""
    words = language_of(language)
    if words is None:
        return []
    found: list[Asked] = []
    before = ""
    has_marks = "?" in text  # who writes none asks all the same
    for offset, sentence, number in said(text):
        lower = (plain if language == "pl" else lowered)(sentence)
        if found and words.SELF_ANSWERED.search(lower):
            found.pop()
            if not lower.endswith("?"):
                before = sentence
                continue
        asked = list(_in_sentence(sentence, lower, words))
        if not has_marks and len(asked) < 2:
            asked = max(asked, _unmarked(sentence, lower, words), key=len)
        lead = sentence[: asked[0].start] if asked else ""
        for each in asked:
            start, end = each.start + offset, each.end + offset
            found.append(
                replace(
                    each,
                    text=text[start:end],
                    start=start,
                    end=end,
                    number=number,
                    before=before,
                    lead=lead,
                )
            )
        before = sentence
        if len(found) >= MOST:
            break
    return found[:MOST]


@cache
def language_of(language: str) -> ModuleType | None:
    """The words of a language, compiled when first needed."""
    if language not in LANGUAGES:
        return None
    words = import_module(f".asking_{language}", __package__)
    for name in ("QUESTION", "REQUEST", "INNER"):
        pairs = tuple((kind, re.compile(pattern)) for kind, pattern in getattr(words, name))
        setattr(words, name, pairs)
    # Where within a sentence another question may begin.
    words.SEAM = re.compile(
        rf"[,;:(]\s*(?:{words.AND}\s+)?(?:[a-d1-9а-г]\)\s*)?|\s[–—-]\s+|\s+{words.AND}\s+|\.\.+\s*|\)\s+"
    )
    words.TAIL = re.compile(rf"[\s,;:(–—-]+$|\s+{words.AND}$")
    words.JOINS = re.compile(words.AND + r"\s+$")
    return words


def _in_sentence(sentence: str, lower: str, words: ModuleType) -> Iterator[Asked]:
    start = _after_lead(lower, words)
    if words.GREETING.match(lower, start) or words.EMPTY.match(lower, start):
        return
    asks = lower.rstrip(" )\"'”»!").endswith("?")
    if words.RHETORICAL.match(lower, start):
        return
    condition = words.CONDITION.match(lower, start)
    if condition is None and len(lower) - start < SHORT:
        condition = words.CONDITION_WITHIN.search(lower, start)
    openings = list(_openings(lower, _past(condition, lower, start, words), asks, words))
    if not openings:
        if asks and re.search(r"\w{5}|\w\W+\w", lower[start:]):
            kind = _inner(lower, words) if re.search(r"\w\W+\w", lower[start:]) else Kind.ANY
            depends = condition is not None
            yield _asked(sentence, lower, start, len(sentence), kind, words, is_conditional=depends)
        return
    for number, (begin, _, kind) in enumerate(openings):
        end = openings[number + 1][1] if number + 1 < len(openings) else len(sentence)
        if words.RHETORICAL.match(lower, begin) or words.EMPTY.match(lower, begin):
            continue
        if not asks and _LI.search(sentence[begin:end]):
            continue
        depends = number == 0 and condition is not None
        begin = start if depends else begin
        if number and words.OTHERWISE.search(lower[openings[number][1] : begin + 1]):
            depends = True
        yield _asked(sentence, lower, begin, end, kind, words, is_conditional=depends)


def _unmarked(sentence: str, lower: str, words: ModuleType) -> list[Asked]:
    """ "tell me is it left or right and can it go in the wash": by the words that only ask."""
    begins = [found.start() for found in words.ASKS_ANYWHERE.finditer(lower)]
    asked: list[Asked] = []
    for at, end in zip(begins, [*begins, len(sentence)][1:], strict=True):
        if len(lower[at:end].split()) >= FEWEST and not words.RHETORICAL.match(lower, at):
            kind = _first(words.QUESTION, lower, at) or Kind.YES_NO
            asked.append(_asked(sentence, lower, at, end, kind, words))
    return asked


def _past(condition: re.Match[str] | None, lower: str, start: int, words: ModuleType) -> int:
    """Where the question after "if not," begins."""
    if condition is None or condition.start() > start:
        return start
    comma = re.compile(r"[,–—:-]\s*|\s(?=how|what|when|where|то\s|to\s)").search(
        lower, condition.end(), condition.end() + 60
    )
    if comma is None:
        return start
    lead = words.LEAD.match(lower, comma.end())
    return lead.end() if lead and lead.end() < len(lower) else comma.end()


def _after_lead(lower: str, words: ModuleType) -> int:
    start = 0
    for _ in range(4):
        lead = words.LEAD.match(lower, start)
        if not lead or words.INDIRECT.match(lower, start) or lead.end() == len(lower):
            break
        start = lead.end()
    return start


def _openings(
    lower: str, start: int, asks: bool, words: ModuleType
) -> Iterator[tuple[int, int, Kind]]:
    """(where the clause begins, where the seam before it is, its kind)."""
    asked = wants = False
    done = 0
    for seam, begin in _seams(lower, start, words):
        if seam < done:
            continue
        joined = bool(words.JOINS.search(lower[seam:begin]) or _IN_LIST.search(lower[seam:begin]))
        if (
            asked
            and seam != begin
            and len(lower[begin:].split()) <= 2
            and lower[begin:].startswith("czy ")
        ):
            continue  # "solid wood or veneer?"
        opening = _opening(lower, begin, words, asks, seam == begin, asked, joined, wants)
        if opening is None:
            continue
        at, kind = opening
        yield at, seam, kind
        asked, done = True, at
        wants = wants or kind == Kind.REQUEST or at > begin


def _seams(lower: str, start: int, words: ModuleType) -> Iterator[tuple[int, int]]:
    yield start, start
    asks_within = {
        found.start()
        for found in words.INDIRECT.finditer(lower, start + 1)
        if words.WITHIN.match(found.group())
    }
    seams = [found for found in words.SEAM.finditer(lower, start)]
    ends = {found.end() for found in seams}
    for at in sorted(asks_within - ends):  # "Before I order I would like to know whether…"
        if lower[at - 1] == " ":
            yield at, at
    for found in seams:
        if found.end() < len(lower):
            begin = found.end()
            lead = words.LEAD.match(lower, begin)
            if lead and lead.end() < len(lower) and not words.INDIRECT.match(lower, begin):
                begin = lead.end()
            yield found.start(), begin


def _opening(
    lower: str,
    begin: int,
    words: ModuleType,
    asks: bool,
    is_first: bool,
    asked: bool,
    joined: bool,
    wants: bool,
) -> tuple[int, Kind] | None:
    if indirect := words.INDIRECT.match(lower, begin):
        kind = _first(words.QUESTION, lower, indirect.end())
        return indirect.end(), kind or Kind.YES_NO
    for kind, pattern in words.REQUEST:
        if pattern.match(lower, begin):
            return begin, kind
    if joined and wants:
        seam = lower.rfind(" ", 0, max(0, begin - 1))
        if words.REQUEST_AFTER.match(lower, seam + 1):
            return begin, Kind.REQUEST
    kind = _first(words.QUESTION, lower, begin)
    if kind is None:
        return None
    strong = words.STRONG_WITHOUT_MARK.match(lower, begin)
    if asks:
        if is_first or joined or not asked or (strong and not _is_relative(kind, lower, begin)):
            return begin, kind
        return None
    if asked and joined:
        return begin, kind
    if strong and is_first:
        goes_on = words.STOPS_STRONG.search(lower, begin)
        if not goes_on or words.ASKS_ANYWHERE.match(lower, begin):
            return begin, kind
    return None


def _is_relative(kind: Kind, lower: str, begin: int) -> bool:
    """ "…, where one can eat": of the noun before it, no question."""
    if kind == Kind.WHEN:
        return lower.startswith(("when ", "когда ", "kiedy "), begin)
    return kind in (Kind.WHERE, Kind.WHICH, Kind.WHO)


def _first(pairs: tuple[tuple[Kind, re.Pattern[str]], ...], lower: str, at: int) -> Kind | None:
    return next((kind for kind, pattern in pairs if pattern.match(lower, at)), None)


def _inner(lower: str, words: ModuleType) -> Kind:
    return next((kind for kind, pattern in words.INNER if pattern.search(lower)), Kind.YES_NO)


def _asked(
    sentence: str,
    lower: str,
    begin: int,
    end: int,
    kind: Kind,
    words: ModuleType,
    *,
    is_conditional: bool = False,
) -> Asked:
    while end > begin and (tail := words.TAIL.search(lower[begin:end])):
        end = begin + tail.start()
    if sentence[begin:end].endswith((".", "!")):
        end -= 1
    soft = bool(words.SOFT.match(lower, begin) or words.META.match(lower, begin))
    return Asked(sentence[begin:end], begin, end, kind, soft, is_conditional)
