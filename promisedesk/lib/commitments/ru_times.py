"""Russian: the times in a sentence.

The patterns run from the longest to the shortest, each blanking what it has read, so that the
"дня" of "в течение трёх дней" is never taken for the afternoon. A time that is no deadline
("с понедельника", "после пятницы", "на завтра") is read too, and then said to be none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .ru_clocks import BARE_HOURS, DIGITS, HOURS, NEAR_HOURS, ONE, PARTS, WINDOWS
from .ru_days import NAMED_DATES, NUMBER_DATES, OFFSETS, WEEKDAYS
from .ru_lengths import DAY_ENDS, LENGTHS
from .ru_no_deadlines import NUMBERS, PAST
from .ru_rules import Atom
from .ru_weeks import MONTH_ENDS, WEEKS

_ORDER = (
    PAST, NUMBERS, WEEKS, MONTH_ENDS, DAY_ENDS, LENGTHS, NAMED_DATES, NUMBER_DATES, WINDOWS,
    NEAR_HOURS, DIGITS, HOURS, ONE, PARTS, WEEKDAYS, OFFSETS, BARE_HOURS,
)  # fmt: skip
_NOT = re.compile(r"\bне\s+$")
_DIGIT = re.compile(r"\d")


def times(sentence: str) -> list[Atom]:
    """The times in a sentence (lower case, ё as е), in its order."""
    atoms: list[Atom] = []
    signs = sentence + "#" if _DIGIT.search(sentence) else sentence.replace("#", " ")
    said = sentence
    for rules in _ORDER:
        sentence = rules.read(sentence, signs, atoms)
    atoms = [replace(atom, is_none=True) if _denied(said, atom) else atom for atom in atoms]
    return sorted(atoms, key=lambda atom: atom.start)


def _denied(sentence: str, atom: Atom) -> bool:
    """ "Не в субботу, а в понедельник"."""
    return bool(_NOT.search(sentence, max(0, atom.start - 5), atom.start))
