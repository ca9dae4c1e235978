"""Turns of phrase put plainly before a sentence is read: of the same length, so offsets stay.

"If that's all right with you" is no condition, "give me two hours and I'll…" is "within two
hours", and "we're on it and will…" has its subject in front of another verb.
"""

from __future__ import annotations

import re

_POLITE = re.compile(
    r"\bif\s+(?:(?:it|that|this)(?:'s|\s+is)\s+(?:ok(?:ay)?|all\s?right|alright|fine|convenient|"
    r"good|possible\s+for\s+you)(?:\s+(?:with|by|for)\s+you)?|"
    r"(?:it|that|this)\s+(?:suits|works\s+for)\s+you|you\s+don't\s+mind|you\s+like)\b(?:\s*,)?"
)
_GIVE_ME = re.compile(
    r"\b(?:give|allow|leave)\s+(?:me|us)\s+(?P<until>until|till|til)?\s*"
    r"(?P<time>(?:(?!and\b|to\b|so\b)[\w':.]+\s+){0,5}(?!and\b|to\b|so\b)[\w':.]+)"
    r"(?P<why>\s+to\s+[^.,;]{3,60}?)?(?P<joint>\s*,?\s+(?:and|so)\s+|\s*,\s+)"
    r"(?=(?:i|we|you)(?:'ll|\s+will|\s+can)\b)"
)
_AND_WILL = re.compile(
    r"\b(?P<who>we|i)(?:'re|'m|\s+are|\s+am)\b[^.;,?]{0,60}?(?P<joint>\sand will)\b"
)
_PUT_DOWN = re.compile(r"\bput you (?:down|in) for\b")


def plain(lower: str) -> str:
    """A sentence in lower case with such turns put plainly."""
    lower = _POLITE.sub(lambda found: " " * len(found.group()), lower)
    lower = _GIVE_ME.sub(_within, lower)
    lower = _AND_WILL.sub(_subject_again, lower)
    return _PUT_DOWN.sub(lambda found: "booked you".ljust(len(found.group())), lower)


def _within(found: re.Match[str]) -> str:
    length = len(found.group())
    said = f"{'by' if found['until'] else 'within'} {found['time']},"
    return said.ljust(length) if len(said) < length else found.group()


def _subject_again(found: re.Match[str]) -> str:
    begin = found.group()[: found.start("joint") - found.start()]
    return begin + (", we will" if found["who"] == "we" else ",  i will")
