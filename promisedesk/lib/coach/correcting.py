"""What somebody meant to write: the words near a misspelt one, the likeliest first.

Every word one slip away (a letter too many, too few, another, two in the wrong order, a blank
left out), and those two of the usual slips of the language away: a vowel heard instead of
known, a doubled letter, a diacritic left out. Dictionaries say which of them are words; which
of those is meant, how usual the slip is and how common the word is in letters of shops.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from itertools import islice, product

from .dictionaries import common, is_in_books, is_word

MOST = 5
LONGEST = 30  # letters
LETTERS = {
    "en": "abcdefghijklmnopqrstuvwxyz'",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
}
FOLDED = {"a": "aą", "c": "cć", "e": "eę", "l": "lł", "n": "nń", "o": "oó", "s": "sś", "z": "zżź"}
SWAPS = {  # groups of letters that are written for one another
    "en": ("a e", "e i", "a i", "o u", "a o", "i y", "c s", "s z", "c k", "ie ei", "f ph", "ou u",
           "er re", "ence ance", "able ible", "sion tion", "ch tch", "dge ge", "ar er"),
    "ru": ("о а", "е и", "и ы", "е э", "я е", "ё е", "ё о", "з с", "д т", "б п", "г к", "в ф",
           "ж ш", "щ сч", "тся ться", "ь ъ", "ого ова", "и й", "ца тся", "цы ци", "е ем", "ем им",
           "ет ит", "ешь ишь", "чн шн", "стн сн", "вств ств", "ств тв"),
    "pl": ("u ó", "ż rz", "h ch", "ą om", "ą on", "ę em", "ę en", "en ę", "i j", "ś si", "ć ci",
           "ź zi", "ń ni", "sz rz", "e ę", "a ą", "ej ij", "ji ii", "ść źć", "c ć", "s ś", "k g"),
}  # fmt: skip
DOUBLES = {"en": "bcdefglmnoprstz", "ru": "лмнпсктф", "pl": "lmnkt"}
USUAL = 0.7  # what a usual slip costs
SURE = 1.45  # weight: less is a word of shop letters, or a usual slip in any
SHORT = 4  # letters: such a word has many others near
SURE_OF_SHORT = 1.0
SHORTEST = 2  # letters: a Russian or Polish word as short is a sound or a shortening
ENDING = 3  # letters in which the forms of a word differ at most
LONG = 8  # letters: so long a word has no other one near by chance
FAR = 1200  # candidates two slips away that are looked up


WRITTEN_SO = {  # slips that no rule of letters leads back
    "en": {"alot": "a lot", "aswell": "as well", "infact": "in fact", "thankyou": "thank you",
           "payed": "paid", "maintainance": "maintenance"},
    "ru": {
        "вобщем": "в общем", "вообщем": "в общем", "впринципе": "в принципе",
        "сёдня": "сегодня", "седня": "сегодня", "щас": "сейчас", "чё": "что", "че": "что",
        "ложить": "класть", "ихний": "их", "нету": "нет", "хотелосьбы": "хотелось бы",
        "чтоли": "что ли", "какбы": "как бы", "изза": "из-за",
    },
    "pl": {
        "wogole": "w ogóle", "wogóle": "w ogóle", "napewno": "na pewno", "narazie": "na razie",
        "poprostu": "po prostu", "conajmniej": "co najmniej", "niewiem": "nie wiem",
        "wziąść": "wziąć", "wziąsc": "wziąć", "wziasc": "wziąć", "przedewszystkim":
        "przede wszystkim", "dzieńdobry": "dzień dobry", "dziendobry": "dzień dobry",
    },
}  # fmt: skip


def suggestions(word: str, language: str) -> tuple[str, ...]:
    """At most MOST corrections of a word in its own capitals; none for one that is too long."""
    return tuple(one for one, _weight in _ranked(word, language))


class Certainty(IntEnum):
    """How sure it is that a word in no dictionary is a slip, and no word the dictionaries lack."""

    NONE = 0
    LIKELY = 1
    SURE = 2


def certainty(word: str, language: str) -> Certainty:
    """Sure: the first suggestion is a word of shop letters or a usual slip away. Likely: a long
    word but for a letter. What is short and far from all, and another form of a word that only
    the trade's list knows («роутеры» beside «роутера»), is rather a word."""
    best = _ranked(word, language)[:1]
    if not best or (len(word) <= SHORTEST and language != "en"):
        return Certainty.NONE
    better, weight = best[0]
    if _is_form_of_trade(word.lower(), better.lower(), language):
        return Certainty.NONE
    if weight < (SURE if len(word) > SHORT else SURE_OF_SHORT):
        return Certainty.SURE
    is_of_letters = all(part in common(language) for part in better.lower().split())
    if len(word) < LONG and not is_of_letters:
        return Certainty.NONE
    return Certainty.SURE if is_of_letters else Certainty.LIKELY


def _is_form_of_trade(word: str, better: str, language: str) -> bool:
    """Dictionaries bend their words, our list of the trade does not."""
    if language == "en" or better not in common(language) or is_in_books(better, language):
        return False
    begins = max(len(word), len(better)) - ENDING
    return word[:begins] == better[:begins]


@lru_cache(maxsize=4096)
def _ranked(word: str, language: str) -> tuple[tuple[str, float], ...]:
    """(correction, weight), the likeliest first."""
    lower = word.lower().replace("’", "'")
    if len(lower) > LONGEST:
        return ()
    found = _common_near(lower, language) or _any_near(lower, language)
    if lower in WRITTEN_SO[language]:
        found[WRITTEN_SO[language][lower]] = -9.0
    known = common(language)
    ranked = sorted((_weight(one, found[one], known), one) for one in found)
    return tuple((_as_written(one, word), weight) for weight, one in ranked[:MOST])


def _common_near(word: str, language: str) -> dict[str, float]:
    """Words of shop letters one slip away, with what it costs: nothing is looked up in a book."""
    known = common(language)
    return _cheapest((one, cost) for one, cost in _near(word, language) if _is_common(one, known))


def _any_near(word: str, language: str) -> dict[str, float]:
    """Any words one slip away, else two of the usual ones."""
    near = _cheapest(_near(word, language))
    found = {one: cost for one, cost in near.items() if one != word and _is_good(one, language)}
    if min(found.values(), default=9) <= USUAL:
        return found
    far = _cheapest(islice(_far(word, language), FAR))
    return found | {
        one: cost
        for one, cost in far.items()
        if one not in found and one != word and _is_good(one, language)
    }


def _cheapest(candidates: Iterable[tuple[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for one, cost in candidates:
        if cost < found.get(one, 9):
            found[one] = cost
    return found


def _weight(candidate: str, cost: float, known: dict[str, int]) -> float:
    """Small is likely. A word of shop letters is likelier than any other, the more so the more
    common it is."""
    places = [known.get(part) for part in candidate.split()]
    if None in places:
        return cost + 0.8
    return cost + max(place or 0 for place in places) / max(len(known), 1) * 0.6


def _is_common(candidate: str, known: dict[str, int]) -> bool:
    if " " not in candidate:
        return candidate in known
    return all(part in known for part in candidate.split())


def _is_good(candidate: str, language: str) -> bool:
    if " " in candidate:  # only words people know: else anything falls into two
        return _is_common(candidate, common(language))
    return is_word(candidate, language)


def _near(word: str, language: str) -> Iterator[tuple[str, float]]:
    """Everything one slip away, with what the slip costs."""
    letters = LETTERS[language]
    if language == "pl":
        yield from _unfolded(word)
    yield from _usual(word, language)
    for at in range(len(word) + 1):
        start, end = word[:at], word[at:]
        if start and end:
            yield f"{start} {end}", 0.9 if len(start) > 2 and len(end) > 2 else 1.6
        if len(end) > 1:
            yield start + end[1] + end[0] + end[2:], 0.7
        if end:
            is_doubled = at > 0 and word[at - 1] == end[0]
            yield start + end[1:], 0.6 if is_doubled else 1.1
            for letter in letters:
                yield start + letter + end[1:], 1.0 if at else 1.3
        for letter in letters:
            is_doubling = (at > 0 and word[at - 1] == letter) or end[:1] == letter
            yield start + letter + end, 0.7 if is_doubling else 0.9 if at else 1.2


def _unfolded(word: str) -> Iterator[tuple[str, float]]:
    """A Polish word with its diacritics, where all or some were left out."""
    ways = [FOLDED.get(letter, letter) for letter in word]
    for letters in islice(product(*ways), 4096):
        made = "".join(letters)
        yield made, 0.3 + 0.02 * sum(one != other for one, other in zip(made, word, strict=True))


def _usual(word: str, language: str) -> Iterator[tuple[str, float]]:
    """One of the usual slips of the language."""
    for pair in SWAPS[language]:
        one, other = pair.split()
        for wrong, right in ((one, other), (other, one)):
            at = word.find(wrong)
            while at >= 0:
                yield word[:at] + right + word[at + len(wrong) :], 0.6
                at = word.find(wrong, at + 1)
    for letter in DOUBLES[language]:
        at = word.find(letter)
        while at >= 0:
            yield word[:at] + letter + word[at:], 0.6
            at = word.find(letter, at + 1)
    for at in range(1, len(word)):
        if word[at] == word[at - 1]:
            yield word[:at] + word[at + 1 :], 0.6
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :], 0.7


def _far(word: str, language: str) -> Iterator[tuple[str, float]]:
    """Two slips away: two usual ones first, then a usual and any other."""
    firsts = list(dict(_usual(word, language)).items())
    known = common(language)
    for first, cost in firsts:
        for second, more in _usual(first, language):
            yield second, cost + more
    for first, cost in firsts:
        for second, more in _near(first, language):
            if second in known:
                yield second, cost + more


def _as_written(candidate: str, word: str) -> str:
    if len(word) > 1 and word.isupper():
        return candidate.upper()
    return candidate[:1].upper() + candidate[1:] if word[:1].isupper() else candidate
