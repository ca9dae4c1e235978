"""What a sentence is about: its telling words by their stems, its concepts, its numbers.

Two texts speak of the same thing when they share keys; a key weighs more the more it tells.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Container, Iterable, Mapping
from functools import lru_cache

import Stemmer

from .concepts import concepts_of
from .plain_words import GENERIC, GENERIC_CONCEPTS, LOOSE_CONCEPTS, NUMBERS, STOP

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_MARKS = str.maketrans("ёąćęłńóśźż", "еacelnoszz")
_LANGUAGES = {"en": "english", "ru": "russian", "pl": "polish"}
_CUT = {"en": 7, "ru": 6, "pl": 6}  # letters of a stem that tell; endings and typos come after
_of_thread = threading.local()

WORD, CONCEPT, LOOSE, COMMON, NUMBER, MODEL = 1.0, 1.0, 0.6, 0.3, 0.8, 1.0
LONG_NUMBER = 5  # digits: of an order, said everywhere


def keys_of(text: str, language: str) -> dict[str, float]:
    """The keys of `text` and what each weighs. `language` is that of its Latin words."""
    keys: dict[str, float] = {}
    for word in _WORD.findall(text.lower()):
        for key, weight in _keys_of_word(word, language or "en"):
            keys[key] = max(weight, keys.get(key, 0.0))
    return keys


@lru_cache(maxsize=20_000)
def _keys_of_word(word: str, latin: str) -> tuple[tuple[str, float], ...]:
    folded = word.replace("’", "'").translate(_MARKS)
    if folded in NUMBERS:
        return ((NUMBERS[folded], NUMBER),)
    if any(letter.isdigit() for letter in folded):
        if not folded.isdigit():
            return ((folded, MODEL),)
        return ((folded, COMMON if len(folded) >= LONG_NUMBER else NUMBER),)
    if folded in STOP or (len(folded) < 2 and latin):
        return ()
    concepts = concepts_of(folded)
    keys = [("@" + name, _weight_of(name, is_common=folded in GENERIC)) for name in concepts]
    stem = stem_of(word, latin)
    common = folded in GENERIC
    weight = COMMON if common else (WORD if not concepts else 0.6)
    if any(name in GENERIC_CONCEPTS for name in concepts):
        weight = COMMON
    return (*keys, (stem, weight))


def _weight_of(concept: str, *, is_common: bool) -> float:
    if is_common or concept in GENERIC_CONCEPTS:
        return COMMON
    return LOOSE if concept in LOOSE_CONCEPTS else CONCEPT


def stem_of(word: str, latin: str) -> str:
    """The beginning of a word that its forms share, folded."""
    language = "ru" if "\u0400" <= word[0] <= "\u04ff" else latin
    language = language if language in _LANGUAGES else "en"
    stem = _stemmer(language).stemWord(word.replace("ё", "е")).translate(_MARKS)
    return stem[: _CUT[language]]


def _stemmer(language: str) -> Stemmer.Stemmer:
    stemmers = _of_thread.__dict__  # a stemmer must not be used by two threads at once
    if language not in stemmers:
        stemmers[language] = Stemmer.Stemmer(_LANGUAGES[language], 0)
    return stemmers[language]


def beginnings(keys: Iterable[str]) -> frozenset[str]:
    """The beginnings of words, by which their near forms are found."""
    return frozenset(
        key[:length] for key in keys if key[0] != "@" for length in range(4, len(key) + 1)
    )


def shared(
    wanted: Mapping[str, float], given: Mapping[str, float], begins: Container[str]
) -> float:
    """The weight of the wanted keys that are given; near forms of a long stem count nearly as much.
    `begins`: the `beginnings` of `given`."""
    matched = 0.0
    for key, weight in wanted.items():
        if key in given:
            matched += weight
        elif len(key) >= 5 and key[0] != "@" and _is_near(key, given, begins):
            matched += weight * 0.9
    return matched


def _is_near(key: str, given: Mapping[str, float], begins: Container[str]) -> bool:
    return key[:-1] in begins or (len(key) >= 6 and key[:-2] in given)
