"""Russian: how the times of a sentence are read, pattern by pattern."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import Any

from .model import Day, Length


@dataclass(frozen=True, slots=True)
class Atom:
    """One said time: where, and what of it. `is_none` marks one that is no deadline, `is_bare` a
    date in figures with nothing before it: "24.11"."""

    start: int
    end: int
    day: Day | None = None
    length: Length | None = None
    at: time | None = None
    part: str = ""
    is_week: bool = False
    is_none: bool = False
    is_bare: bool = False


Read = dict[str, Any] | None  # what a pattern makes of its match: fields of Atom; None: nothing
Reader = Callable[[re.Match[str]], Read]
NONE: dict[str, Any] = {"is_none": True}


class Rules:
    """Patterns tried in order. `signs`: letters without which none of them can match ("#" stands
    for any digit); `also`: a pattern they all need. Most sentences lack most of
    these, and that is what makes reading quick."""

    def __init__(self, signs: str, also: str = "") -> None:
        self._signs = tuple(signs.split())
        self._also = re.compile(also) if also else None
        self._rules: list[tuple[re.Pattern[str], Reader]] = []

    def rule(self, pattern: str) -> Callable[[Reader], Reader]:
        def add(read: Reader) -> Reader:
            self._rules.append((re.compile(pattern), read))
            return read

        return add

    def always(self, pattern: str, **fields: object) -> None:
        self.rule(pattern)(lambda found: dict(fields))

    def read(self, sentence: str, signs: str, atoms: list[Atom]) -> str:
        """Adds what is found to `atoms`; gives back the sentence with that blanked out.

        `signs`: the sentence, with a "#" if it has a digit.
        """
        for sign in self._signs:  # a plain loop: this line runs more often than any other
            if sign in signs:
                break
        else:
            return sentence
        if self._also and not self._also.search(sentence):
            return sentence
        for pattern, read in self._rules:
            for found in pattern.finditer(sentence):
                fields = read(found)
                if fields is not None:
                    start = found.start() + len(found.group()) - len(found.group().lstrip())
                    atoms.append(Atom(start, found.end(), **fields))  # type: ignore[arg-type]
                    blank = "§" * (found.end() - start)
                    sentence = sentence[:start] + blank + sentence[found.end() :]
        return sentence


OR = r"\s*(?:-|–|—|/|,?\s*или|,?\s*либо|,?\s*максимум|,?\s*в крайнем случае|,?\s*самое позднее)\s*"
NOT_A_NOUN = (  # what may follow a bare number that is an hour or a day of the month
    r"(?=\s*(?:$|[^\w\s§]|§|(?:мск|по|вам|вас|вами|с|я|мы|и|или|а|но|в|на|утра|сегодня|завтра"
    r"|послезавтра|обязательно|точно|будет|будут|у|наш|наша|менеджер|\w+(?:[ею]м|им|ю|усь|юсь|ть|жу|шу|чу|щу"
    r"|ут|ют|ит|ится|утся|емся|имся)|верну|начну|наберу)\b))"
)


def day_word(word: str | None) -> Day | None:
    """The day of "сегодняшнего", "завтрашнего"."""
    if word and word.startswith("завтра"):
        return Day("offset", 1)
    if word and word.startswith("послезавтра"):
        return Day("offset", 2)
    return Day("offset", 0) if word and word.startswith(("сегодня", "текущ", "этого")) else None
