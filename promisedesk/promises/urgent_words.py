"""Words by which customers say that it cannot wait: security, payments, danger.

A phrase matches on word forms, in the order of its words, with little between them, and not
when it is negated. Only what the customer wrote anew is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from promisedesk.core.memo import remembered
from promisedesk.promises.models import PromiseManners
from promisedesk.search import words

USUAL = {
    "en": (
        "hacked", "account was stolen", "stolen card", "fraud", "fraudulent", "scammed",
        "unauthorised payment", "unauthorized payment", "unauthorized charge",
        "charged twice", "charged me twice", "double charged", "charged two times",
        "data breach", "password leaked", "caught fire", "electric shock", "is smoking",
        "was injured", "allergic reaction",
    ),
    "ru": (
        "взломали", "взлом", "украли аккаунт", "украли деньги", "украли карту", "мошенники",
        "мошенничество", "списали дважды", "дважды списали", "списали два раза",
        "двойное списание", "списание без разрешения", "утечка данных", "загорелся", "задымился",
        "ударило током", "пострадал", "аллергическая реакция",
    ),
    "pl": (
        "włamanie", "włamano", "zhakowane", "skradziono konto", "skradziona karta", "oszustwo",
        "oszust", "pobrano dwa razy", "pobrano dwukrotnie", "podwójnie pobrano",
        "podwójne obciążenie", "nieautoryzowana płatność", "wyciek danych", "zapalił się",
        "poraził prąd", "reakcja alergiczna",
    ),
}  # fmt: skip
NOT = frozenset(
    ("no", "not", "never", "without", "не", "нет", "без", "никто", "nie", "bez", "nikt")
)
BETWEEN = 2  # words that may stand between two of a phrase
LOOKED_AT = 5000  # characters of a letter
MOST = 100
LONGEST = 60


def own() -> tuple[str, ...]:
    """The shop's own phrases; empty: the usual ones."""
    return _own()


@remembered(PromiseManners)
def _own() -> tuple[str, ...]:
    return tuple(PromiseManners.get().urgent_words)


def usual() -> list[str]:
    return [one for some in USUAL.values() for one in some]


def found_in(text: str, language: str = "") -> str:
    """The phrase that makes this urgent; '' if none does."""
    latin = "pl" if language == "pl" else "en"
    said = words.split(text[:LOOKED_AT])
    stems = [words.stem(word, latin) for word in said]
    there = set(stems)
    for phrase, wanted, needed in _phrases(own() or tuple(usual()), latin):
        if needed <= there and _is_in(wanted, said, stems):  # nearly every letter: never
            return phrase
    return ""


@lru_cache(maxsize=16)
def _phrases(
    phrases: tuple[str, ...], latin: str
) -> list[tuple[str, tuple[str, ...], frozenset[str]]]:
    """Each phrase with its word forms: in their order, and as a quick look sees them."""
    stemmed = [tuple(words.stem(one, latin) for one in words.split(phrase)) for phrase in phrases]
    found = zip(phrases, stemmed, strict=True)
    return [(phrase, wanted, frozenset(wanted)) for phrase, wanted in found if wanted]


def _is_in(wanted: Sequence[str], said: Sequence[str], stems: Sequence[str]) -> bool:
    starts = [place for place, stem in enumerate(stems) if stem == wanted[0]]
    return any(_follows(wanted, said, stems, start) for start in starts)


def _follows(wanted: Sequence[str], said: Sequence[str], stems: Sequence[str], start: int) -> bool:
    place = start
    for stem in wanted[1:]:
        window = stems[place + 1 : place + 2 + BETWEEN]
        if stem not in window:
            return False
        place += 1 + window.index(stem)
    return not NOT.intersection(said[max(0, start - 2) : place])
