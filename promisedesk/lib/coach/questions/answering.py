"""Whether a reply answers each question: how likely, by what was learned from labelled letters.

A false alarm is worse than a miss: only what is likely open is called so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .evidence import units_of
from .model import Asked
from .signs import Signs, signs_of
from .weights import chance

OPEN = 0.37  # a question is open below this chance of being answered
SURE = 0.15  # and surely so below this
ACROSS = 0.5  # of both where the reply is in another language: words tell less there
FITS = 0.3  # what a sentence that points elsewhere speaks of a question at least


@dataclass(frozen=True, slots=True)
class Verdict:
    """`is_pointed`: to a source, or to when it will be answered."""

    is_answered: bool
    is_pointed: bool = False
    is_sure: bool = True


def judge(asked: Sequence[Asked], spoken: str, reply: str, language: str) -> list[Verdict]:
    """A verdict for each question. `spoken` is the customer's language, `language` the reply's."""
    if not asked:
        return []
    units = units_of(reply, language)
    if not units:  # greeting, thanks and closing alone
        return [Verdict(is_answered=one.is_soft) for one in asked]
    if any("both" in unit.marks for unit in units):
        return [Verdict(True)] * len(asked)  # "Yes to the first, no to the second"
    latin = next((one for one in (spoken, language) if one in ("en", "pl")), "en")
    share = ACROSS if language and spoken != language else 1.0
    return [_verdict(signs, share) for signs in signs_of(asked, units, reply, latin)]


def _verdict(signs: Signs, share: float) -> Verdict:
    likely = chance(signs)
    if likely >= OPEN * share:
        is_pointed = signs["pointed"] >= FITS and signs["pointed"] >= signs["near"]
        return Verdict(True, is_pointed=is_pointed)
    return Verdict(False, is_sure=likely < SURE * share)
