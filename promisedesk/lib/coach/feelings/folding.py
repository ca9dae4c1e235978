"""Text as lexicons compare it: lower case, without accents, quoted words out of the way.

Every step keeps the length, so that a place in the folded text is the place in the text.
"""

from __future__ import annotations

import re
from functools import lru_cache

_FROM = "ёąćęłńóśźż’‘ʼ`´′\u00a0\u202f\u2009\t—–‑"
_TO = "еacelnoszz''''''    ---"
_TABLE = str.maketrans(_FROM, _TO)
_QUOTED = re.compile(
    r"«[^«»\n]{1,300}»|„[^„”“\"\n]{1,300}[”“\"]|“[^“”\n]{1,300}”"
    r"|(?<![\w\"])\"(?=\S)[^\"\n]{1,300}\"(?!\w)|^[ ]{0,3}>[^\n]*",
    re.M,
)
_LINKS = re.compile(r"(?:https?://|www\.)\S{1,300}|\S{1,100}@[\w.-]{1,100}\.\w{2,10}")
HIDDEN = "\x00"


def fold(text: str) -> str:
    """Lower case, ё as е, ą as a, one kind of apostrophe; as long as the text."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return low.translate(_TABLE)


def _blank(match: re.Match[str]) -> str:
    return HIDDEN * len(match[0])


@lru_cache(maxsize=32)
def plain(text: str) -> str:
    """Folded, with what is quoted and linked blanked out: somebody else's words, or titles."""
    return fold(_LINKS.sub(_blank, _QUOTED.sub(_blank, text)))


FEW = 200  # characters that are no language yet, but have letters of one
_RUSSIAN = re.compile("[а-яё]", re.I)
_NOT_RUSSIAN = re.compile("[іїєґўјљњћђџѓќ]", re.I)
_POLISH = re.compile("[ąćęłńśźż]", re.I)


def by_letters(text: str) -> str:
    """ "ru" or "pl" for a few words with letters of that language, else ''."""
    if len(text) > FEW or _NOT_RUSSIAN.search(text):
        return ""
    if _RUSSIAN.search(text):
        return "ru"
    return "pl" if _POLISH.search(text) else ""
