"""Whether a name somebody is called by is theirs: «Саша» of Alexander, „Aniu” of Anna.

Letters of all alphabets are folded into plain Latin ones first, so that Klara, Clara and Клара
are one. Where it cannot be told, a name counts as right: a false alarm about a right name is
worse than a silence about a wrong one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from . import naming_pl, naming_ru
from .naming_en import KINDRED, SHORT_FORMS

_CYRILLIC = dict(
    zip("абвгдеёзийклмнопрстуфхыэіїєґў", "abvgdeeziiklmnoprstufhieiiegu", strict=True)
) | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ь": "", "ю": "iu", "я": "ia"}
_SOUNDS = (
    ("sz", "sh"), ("cz", "ch"), ("rz", "zh"), ("dzi", "dz"), ("ks", "x"), ("ck", "k"),
    ("tch", "ch"), ("ph", "f"), ("th", "t"), ("kh", "h"), ("ya", "ia"), ("yu", "iu"),
    ("ye", "e"), ("j", "i"), ("y", "i"), ("w", "v"), ("q", "k"),
)  # fmt: skip
_SOUND_ALIKE = ({"i", "d"}, {"g", "d"}, {"e", "i"}, {"g", "h"}, {"u", "v"}, {"k", "h"}, {"s", "t"})
_BENT_ENDS = frozenset(
    ("", "e", "ie", "u", "o", "i", "a", "ovi", "em", "om", "zhe", "kie", "dzie", "dze", "ku", "iu")
)
_BASE_ENDS = frozenset(("", "a", "ia", "o", "t", "d", "r", "ek", "ets", "i"))
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=2048)
def folded(word: str) -> str:
    """A name in plain Latin letters, as it sounds: "klara" of Клара, Klára and Clara."""
    word = "".join(_CYRILLIC.get(char, char) for char in word.lower()).replace("ł", "l")
    word = unicodedata.normalize("NFKD", word)
    word = "".join(char for char in word if char.isalpha() and not unicodedata.combining(char))
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    word = re.sub(r"c(?!h)", "k", word).replace("ks", "x")
    word = re.sub(r"(?<![csz])h(?!$)", "", word) if word[1:] else word
    return re.sub(r"(.)\1", r"\1", word).replace("ii", "i")


def names_in(text: str) -> list[str]:
    """Its words, without titles."""
    return [word for word in _WORD.findall(text) if word.lower() not in TITLES]


_TITLES = (
    "mr mrs ms miss mx dr prof sir madam pan pani panie panna państwo panstwo państwa господин "
    "госпожа гн гжа г ул mister doctor herr frau sz szanowna szanowny"
)
TITLES = frozenset(_TITLES.split())


def is_called(said: str, known: str) -> bool:
    """Whether `said` (as it stands in a greeting) may be somebody whose name is `known`."""
    theirs = [word for word in names_in(known) if len(word) > 1]
    for word in names_in(said):
        if word.lower() == "i" or len(word) == 1:
            continue
        if any(_is_form(word, one) for one in theirs):
            return True
    return False


@lru_cache(maxsize=1024)
def _is_form(said: str, known: str) -> bool:
    one, other = folded(said), folded(known)
    if not one or not other or one == other:
        return True
    ours, theirs = _groups(one), _groups(other)
    if ours and theirs:  # two names we know: Anna is not Anastasia, though she begins like her
        return bool(ours & theirs)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 3 and longer.startswith(shorter):
        return True
    if _stem(one) == _stem(other) and len(_stem(one)) >= 2:
        return True
    return _is_bent(one, other) or _is_of_two_scripts(said, known, one, other)


def _stem(word: str) -> str:
    return word.rstrip("aeiou")


def _is_bent(said: str, known: str) -> bool:
    """Endings of cases: „Piotrze” of Piotr, „Robercie” of Robert, «Иванову» of Иванов."""
    common = 0
    for left, right in zip(said, known, strict=False):
        if left != right:
            break
        common += 1
    if common >= 4 and common >= max(len(said), len(known)) / 2:
        return True  # „Danusiu” of Danuta, „Sylwestrze” of Sylwester
    return common >= 3 and said[common:] in _BENT_ENDS and known[common:] in _BASE_ENDS


def _is_of_two_scripts(said: str, known: str, one: str, other: str) -> bool:
    """«Джон» and John sound alike and are folded apart: those that begin alike may be one."""
    if _is_cyrillic(said) == _is_cyrillic(known):
        return False
    return one[0] == other[0] or {one[0], other[0]} in _SOUND_ALIKE


def _is_cyrillic(word: str) -> bool:
    return any("\u0400" <= char <= "\u04ff" for char in word)


def _groups(name: str) -> frozenset[int]:
    """Numbers of the families of forms a folded name belongs to."""
    return _families().get(name, frozenset())


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[int]]:
    lines = [line.split() for line in (*SHORT_FORMS, *naming_ru.SHORT_FORMS)]
    lines += [[*line, *naming_pl.called(line)] for line in map(str.split, naming_pl.SHORT_FORMS)]
    of_whom: dict[str, list[str]] = {folded(name): [] for line in lines for name in line[:1]}
    for line in lines:
        of_whom[folded(line[0])] += line
    for line in map(str.split, KINDRED):  # with all that each of them is called
        lines.append(line + [name for one in line for name in of_whom.get(folded(one), ())])
    lines += [[name, vocative] for name, vocative in naming_pl.vocatives().items()]
    made: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for name in line:
            made.setdefault(folded(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in made.items()}


def is_of_a_person(name: str) -> bool:
    """Whether a name has a first name we know: "Royal Mail" has none."""
    return any(_groups(folded(word)) for word in names_in(name))
