"""Apologies in a reply, what calls for one, and what spoils it (R7)."""

from __future__ import annotations

import re
from functools import lru_cache

from .apology_words import EXCUSES, HOLLOW, LET_DOWN, SORRY, SYMPATHY
from .findings import Edit, Finding, Mend, Span
from .unquoted import said

SEARCHED = 20_000  # characters
MOST = 2  # sentences that say sorry; the third is grovelling

_SENTENCES = {
    "late": {
        "en": "I am sorry that you have waited so long for our answer.",
        "ru": "Приносим извинения за то, что отвечаем так поздно.",
        "pl": "Przepraszamy, że odpowiadamy dopiero teraz.",
    },
    "fault": {
        "en": "I am sorry for the trouble this has caused you.",
        "ru": "Приносим извинения за то, что так получилось.",
        "pl": "Przepraszamy za kłopot, który z tego wyniknął.",
    },
    "complaint": {
        "en": "I am sorry that this went wrong.",
        "ru": "Приносим извинения за то, что так получилось.",
        "pl": "Przepraszamy, że tak wyszło.",
    },
}
_SENTENCE_END = re.compile(r"[.!?\n]")


def sentence(language: str, why: str) -> str:
    """One honest apology; `why` is "late", "fault" or "complaint"."""
    return _SENTENCES[why][language]


@lru_cache(maxsize=64)
def apologies_in(reply: str, language: str) -> tuple[Span, ...]:
    """Where it says sorry, once a sentence."""
    text = said(reply[:SEARCHED])
    found: list[Span] = []
    for one in SORRY[language].finditer(text):
        if not found or _SENTENCE_END.search(text, found[-1][1], one.start()):
            found.append(one.span())
    return tuple(found)


def has_sympathy(reply: str, language: str) -> bool:
    """Thanks for waiting, or a word of understanding: not an apology, yet not cold."""
    return bool(SYMPATHY[language].search(said(reply[:SEARCHED])))


@lru_cache(maxsize=64)
def is_let_down(customer: str, language: str) -> bool:
    """Whether a customer surely complains of us: of waiting, of silence, of a broken thing."""
    return language in LET_DOWN and bool(LET_DOWN[language].search(customer[:SEARCHED]))


def faults_of(reply: str, language: str, made: tuple[Span, ...]) -> list[Finding]:
    """What spoils the apologies that are made."""
    text = said(reply[:SEARCHED])
    found = []
    if len(made) > MOST:
        found.append(Finding("apology.many", {"count": len(made)}, made))
    for excuse in EXCUSES[language].finditer(text):
        span = excuse.span()
        found.append(
            Finding("apology.excuse", {"words": excuse[0].strip()}, (span,), _cut(text, span))
        )
        break
    hollow = HOLLOW[language].search(text)
    if hollow:
        found.append(Finding("apology.hollow", {"words": hollow[0].strip()}, (hollow.span(),)))
    return found


def _cut(text: str, span: Span) -> tuple[Mend, ...]:
    """The excuse taken out, where its sentence stays whole without it."""
    start, end = span
    before, after = text[:start].rstrip(" ,"), text[end:].lstrip(" ")
    last = before[-1:]
    if not after[:1] or after[0] not in ".!;" or not (last.isalnum() or last in ")"):
        return ()
    return (Mend("remove", (Edit(len(before), end, ""),)),)
