"""Promises in the text (P5): what is promised should say by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from promisedesk.lib.commitments.sentences import sentences

from .draft import Draft
from .findings import Finding, Span
from .pledge_words import DEPENDS, NO_TIME, PLEDGES, RESEARCH
from .questions.cutting import lowered, plain
from .questions.evidence import has_time
from .unquoted import said

SEARCHED = 20_000  # characters
MOST_SHOWN = 2
LONGEST = 60  # characters of a promise that are marked


def look_at_promises(draft: Draft) -> Iterable[Finding] | None:
    """A promise without a time: "we will call you". None where nothing is promised."""
    if draft.spoken not in PLEDGES:
        return None
    promised = list(_promised(draft.reply[:SEARCHED], draft.spoken))
    if not promised:
        return None
    is_dated = any(timed for _, timed, _ in promised)
    untimed = [
        span
        for span, timed, is_research in promised
        if not timed and not (is_research and is_dated)
    ]
    return [_finding(draft.reply, span) for span in untimed[:MOST_SHOWN]]


def _finding(reply: str, span: Span) -> Finding:
    words = " ".join(reply[slice(*span)].split())
    return Finding("promise.when", {"words": words}, (span,))


def _promised(reply: str, language: str) -> Iterator[tuple[Span, bool, bool]]:
    """(place, whether a time is said, whether it is only looked into) of each promise."""
    flat = (plain if language == "pl" else lowered)(said(reply))
    cut = list(sentences(flat))
    for number, (offset, sentence) in enumerate(cut):
        found = PLEDGES[language].search(sentence)
        if not found or sentence.rstrip().endswith("?") or DEPENDS[language].search(sentence):
            continue
        following = cut[number + 1][1] if number + 1 < len(cut) else ""
        timed = _is_timed(sentence, language) or (
            len(following) < LONGEST and _is_timed(following, language)
        )
        end = min(found.end(), found.start() + LONGEST)
        span = (offset + found.start(), offset + end)
        yield span, timed, bool(RESEARCH[language].search(found.group()))


def _is_timed(sentence: str, language: str) -> bool:
    return has_time(NO_TIME[language].sub(" ", sentence), language)
