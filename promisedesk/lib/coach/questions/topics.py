"""What a text is about: its stems, the roots under their prefixes, its concepts, its numbers."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from .concepts import concepts_of
from .plain_words import NUMBERS, STOP

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_UNIT = re.compile(r"(\d)(?=[^\W\d_]|[°€£$₽%])")  # "130km/h" is two words
_MARKS = str.maketrans("ёąćęłńóśźż", "еacelnoszz")
_LANGUAGES = {"en": "english", "ru": "russian", "pl": "polish"}
_CUT = {"en": 7, "ru": 6, "pl": 6}  # letters of a stem that tell; endings and typos come after
ROOT = 5  # letters of what is left without its prefix
SHORTEST = 3  # letters of a word that tells
_PREFIXES = {
    "ru": "взо вос вз воз вы до за из ис на недо обо об ото от пере под по пред при про рас раз "
    "с со у о",
    "pl": "do na nie ode od ob po pod pre prze przy roz u wy ws wz za ze z s",
}
_SIGNS = {"°": "temperature", "€": "price", "£": "price", "$": "price", "₽": "price"}
_of_thread = threading.local()


@dataclass(frozen=True, slots=True)
class Topic:
    """`roots` are of the same words as `stems`: «распечатать» and «печать» share one."""

    stems: frozenset[str]
    roots: frozenset[str]
    concepts: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Word:
    stem: str = ""
    root: str = ""
    number: str = ""
    concepts: tuple[str, ...] = ()


def topic_of(text: str, latin: str, also: Iterable[str] = ()) -> Topic:
    """`latin`: the language of its words in Latin letters. `also`: concepts seen by other means."""
    words: list[_Word] = []
    for word in _WORD.findall(_UNIT.sub(r"\1 ", text.lower())):
        words.append(_word(word, latin))
        if "-" in word:
            words += [_word(part, latin) for part in word.split("-")]
    concepts = {name for word in words for name in word.concepts} | {*also}
    concepts |= {name for sign, name in _SIGNS.items() if sign in text}
    return Topic(
        frozenset(word.stem for word in words if word.stem),
        frozenset(word.root for word in words if word.root),
        frozenset(concepts),
        frozenset(word.number for word in words if word.number),
    )


@lru_cache(maxsize=20_000)
def _word(word: str, latin: str) -> _Word:
    folded = word.replace("’", "'").translate(_MARKS)
    concepts = concepts_of(folded)
    if folded in NUMBERS:
        return _Word(number=NUMBERS[folded], concepts=concepts)
    if any(letter.isdigit() for letter in folded):
        return _Word(number=folded, concepts=concepts)
    if folded in STOP or len(folded) < SHORTEST:
        return _Word(concepts=concepts)
    return _Word(stem_of(word, latin), _root_of(word, folded, latin), "", concepts)


def _root_of(word: str, folded: str, latin: str) -> str:
    for prefix in _prefixes("ru" if _is_cyrillic(word) else latin):
        if folded.startswith(prefix) and len(folded) - len(prefix) > SHORTEST:
            return stem_of(folded[len(prefix) :], latin)[:ROOT]
    return stem_of(word, latin)[:ROOT]


@lru_cache(maxsize=4)
def _prefixes(language: str) -> tuple[str, ...]:
    return tuple(sorted(_PREFIXES.get(language, "").split(), key=len, reverse=True))


def stem_of(word: str, latin: str) -> str:
    """The beginning of a word that its forms share, folded."""
    language = "ru" if _is_cyrillic(word) else latin
    language = language if language in _LANGUAGES else "en"
    stem = _stemmer(language).stemWord(word.replace("ё", "е")).translate(_MARKS)
    return stem[: _CUT[language]]


def _is_cyrillic(word: str) -> bool:
    return "\u0400" <= word[0] <= "\u04ff"


def _stemmer(language: str) -> Stemmer.Stemmer:
    stemmers = _of_thread.__dict__  # a stemmer must not be used by two threads at once
    if language not in stemmers:
        stemmers[language] = Stemmer.Stemmer(_LANGUAGES[language], 0)
    return stemmers[language]
