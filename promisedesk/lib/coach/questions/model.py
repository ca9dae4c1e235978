"""The shapes the parts share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What would answer it."""

    WHEN = "when"  # a date, a time, how long
    PRICE = "price"
    COUNT = "count"  # how many, how heavy
    WHERE = "where"
    STATUS = "status"  # "where is it?", "any news?": how far it is
    WHO = "who"
    WHY = "why"
    HOW = "how"
    WHICH = "which"
    YES_NO = "yes_no"
    REQUEST = "request"  # to do something
    ANY = "any"  # "what can you do?": whatever is done or offered


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in the customer's text, and what answers it."""

    text: str
    start: int
    end: int
    kind: Kind
    is_soft: bool = False  # a wish behind other questions: "I want to return it. How?"
    # "If not, how…", "… or shall I…": the answer before may settle it.
    is_conditional: bool = False
    number: int = 0  # of a list the customer wrote
    before: str = ""  # the sentence before, which "it" and "one" speak of
    lead: str = ""  # what its own sentence said before it


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of the reply that says something. `concepts`: those its shape tells of."""

    text: str
    concepts: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()  # see evidence.MARKS
    number: int = 0  # of a list the agent wrote
    follows: bool = False  # goes on about the one before ("It takes…")
