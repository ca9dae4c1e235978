"""Spelling in English, Russian and Polish, with suggestions (R6).

Names, numbers, addresses and what is in code or quotes are left alone: a word is marked only
where it is surely a word of this language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .correcting import Certainty, certainty, suggestions
from .dictionaries import common, is_word
from .draft import Draft
from .findings import Edit, Finding, Mend
from .misheard import misheard
from .signed import signed_name
from .unquoted import own_words

MOST_READ = 20_000  # characters; a longer text is a document
MOST = 30  # misspelt words told
MOST_CAPITALS = 30  # unknown words looked at as slips, 20 ms each; more are a list of names
FOREIGN = 0.4  # of the words unknown: it is another language
FEWEST = 8  # words from which that can be told
LONGEST = 40
PREFIXES = {  # what is put before any word, and in no dictionary with each of them
    "en": re.compile(r"(?:eco|micro|mini|multi|super|hyper|cyber)(?=\w{4})", re.I),
    "ru": re.compile(
        r"(?:авто|анти|аудио|био|веб|видео|гипер|двух|микро|мини|мульти|недо|полу|само|супер"
        r"|термо|трёх|фото|эко|электро)(?=\w{5})",
        re.I,
    ),
    "pl": re.compile(
        r"(?:anty|auto|bio|cyber|dwu|eko|elektro|foto|hiper|mikro|mini|multi|super|termo|trój"
        r"|wideo|współ)(?=\w{5})",
        re.I,
    ),
}
MOST_COMMON = 400  # of the words of shop letters: what a capital may be a slip of
# What is no word to be spelt: code, links, addresses, hosts, files, mentions, tags, numbers.
# Each is tried where it begins alone: a run without blanks would be read from each letter on.
_NO_WORDS = re.compile(
    r"```.*?(?:```|\Z)|`[^`\n]*`|\]\([^)\s]{0,500}\)|https?://\S+|www\.\S+"
    r"|(?<![\w.+-])[\w.+-]+@[\w.-]+|[@#/\\]\w+|\{[^{}\n]*\}"
    r"|\b\w+\.\w{2,5}\b(?=[\s,.;:!?)]|\Z)|(?<!\w)[^\W\d]*\d[\w.,:/-]*",
    re.S,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", re.UNICODE)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_EMOJI = "\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\u200d\ufe0f\U0001f000-\U0001faff"
_STARTS = re.compile(rf"(?:\A|[.!?…:]['\"”»)]*\s|\n|[{_EMOJI}])[\s>*_\-–—•\"'“„«(\d.){_EMOJI}]*\Z")
_ENGLISH_TAIL = re.compile(r"(?:['’](?:s|d|ll|re|ve|m|t))$", re.I)


@dataclass(frozen=True, slots=True)
class Misspelt:
    word: str
    start: int  # code points in the reply
    suggestions: tuple[str, ...]  # the likeliest first


def misspelt_in(draft: Draft) -> list[Misspelt]:
    """Words that are in no dictionary, but names, numbers, addresses and the shop's own words."""
    if not draft.spoken:
        return []
    own = draft.own_words | _names(draft)
    found = _unknown(draft.reply[:MOST_READ], draft.spoken, own)
    return [Misspelt(word, start, suggestions(word, draft.spoken)) for start, word in found]


def _names(draft: Draft) -> frozenset[str]:
    """What the people and firms are called that the desk knows of, word by word."""
    given = (
        draft.agent_name,
        draft.customer_name or "",
        draft.customer_company,
        draft.shop_name,
        signed_name(draft.customer),
        *draft.other_names,
    )
    return frozenset(word.casefold() for name in given for word in _WORD.findall(name))


def look_at_spelling(draft: Draft) -> Iterable[Finding] | None:
    """The same as findings, with a click that puts the first suggestion in; "should of", and
    words twice.

    Silent of words that nobody can mend for sure: new ones, and those of a trade.
    """
    if not draft.spoken:
        return None
    meant = {one: certainty(one.word, draft.spoken) for one in misspelt_in(draft)}
    found = (_finding(one, sure is Certainty.LIKELY) for one, sure in meant.items() if sure)
    return [*found, *_misheard(draft), *_twice(draft)]


def _finding(one: Misspelt, is_doubtful: bool) -> Finding:
    end = one.start + len(one.word)
    mends = tuple(
        Mend("replace", (Edit(one.start, end, better),), better) for better in one.suggestions[:1]
    )
    better = one.suggestions[0] if one.suggestions else ""
    code = "spelling.word" if better else "spelling.unknown"
    values = {"word": one.word, "better": better}
    return Finding(code, values, ((one.start, end),), mends, is_doubtful)


@lru_cache(maxsize=64)
def _unknown(text: str, language: str, own: frozenset[str]) -> tuple[tuple[int, str], ...]:
    words = list(_words(text, language))
    unknown = [one for one in words if not _is_known(one[1], language, own)]
    if len(words) >= FEWEST and len(unknown) > len(words) * FOREIGN:
        return ()
    return tuple(
        (start, word)
        for start, word in _few_capitals(unknown)
        if not _is_a_name(text, start, word, language) and not _is_short(text, start, word)
    )[:MOST]


def _few_capitals(words: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Without the words in capitals that come after MOST_CAPITALS others."""
    looked_at: set[str] = set()
    for start, word in words:
        if not word[:1].isupper() or word in looked_at:
            yield start, word
        elif len(looked_at) < MOST_CAPITALS:
            looked_at.add(word)
            yield start, word


def _words(text: str, language: str) -> Iterator[tuple[int, str]]:
    """(where, word) of each word in the letters of the language."""
    blanked = _NO_WORDS.sub(lambda found: " " * len(found[0]), own_words(text))
    for found in _WORD.finditer(blanked):
        is_cyrillic = bool(_CYRILLIC.search(found[0]))
        if is_cyrillic == (language == "ru") and not (is_cyrillic and _LATIN.search(found[0])):
            yield found.start(), found[0]


def _is_known(word: str, language: str, own: frozenset[str]) -> bool:
    if len(word) < 2 or len(word) > LONGEST or word.casefold() in own:
        return True
    if any(letter.isnumeric() for letter in word):
        return True  # "m²"
    plain = word.replace("’", "'")
    if _any_known(plain, language):
        return True
    if language == "en" and (bare := _ENGLISH_TAIL.sub("", plain)) != plain:
        return bare.casefold() in own or _any_known(bare, language) or bare[:1].isupper()
    if (begins := PREFIXES[language].match(plain)) and _any_known(plain[begins.end() :], language):
        return True
    parts = plain.split("-")
    return len(parts) > 1 and all(
        len(part) < 2 or part.casefold() in own or _any_known(part, language) for part in parts
    )


def _any_known(word: str, language: str) -> bool:
    """As it is written, or as it would be within a sentence; «ё» may be «е»."""
    ways = {word, word.lower()}
    if language == "ru" and "ё" in word.lower():
        ways |= {one.replace("ё", "е").replace("Ё", "Е") for one in list(ways)}
    if word.isupper():
        ways.add(word.capitalize())
    return any(is_word(one, language) for one in ways)


def _is_a_name(text: str, start: int, word: str, language: str) -> bool:
    """A capital within a sentence is a name; at its beginning, and in capitals throughout,
    only what is no slip of a common word."""
    if not word[:1].isupper():
        return not word.islower()  # iPhone, eSIM
    if len(word) > 1 and word.isupper() and len(word) <= 6:
        return True
    if not _STARTS.search(text[max(0, start - 40) : start]) and not word.isupper():
        return not _is_polite(word, language)
    if _signs(text, start, word):
        return True
    best = suggestions(word.lower(), language)
    return not best or common(language).get(best[0], MOST_COMMON) >= MOST_COMMON


_LAST_LINE = re.compile(r"\n[^\S\n]*(?P<name>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’.-]*){0,2})\s*\Z")


def _signs(text: str, start: int, word: str) -> bool:
    """The last line of several, of capitals alone, is who writes: "Priya"."""
    last = _LAST_LINE.search(text, max(0, start - 80))
    return (
        last is not None
        and last.start("name") <= start
        and start + len(word) <= last.end("name")
        and all(part[:1].isupper() for part in last["name"].split())
    )


def _is_polite(word: str, language: str) -> bool:
    """Written with a capital out of politeness, so no name: „Panstwa”, «Ваш»."""
    if language not in POLITE:
        return False
    best = suggestions(word.lower(), language)
    return bool(best) and best[0].lower() in POLITE[language]


POLITE = {"pl": ("państwa", "państwu", "państwo", "państwem", "pani", "panią", "pana", "panu")}


def _is_short(text: str, start: int, word: str) -> bool:
    """An abbreviation: «руб.», „godz.”, “approx.”"""
    end = start + len(word)
    return len(word) <= 4 and text[end : end + 1] == "." and not text[end + 1 : end + 2].isspace()


def _misheard(draft: Draft) -> Iterator[Finding]:
    text = own_words(draft.reply[:MOST_READ])
    for place, better in misheard(text, draft.spoken):
        values = {"word": text[slice(*place)], "better": better}
        mend = Mend("replace", (Edit(*place, better),), better)
        yield Finding("spelling.word", values, (place,), (mend,))


_TWICE = re.compile(r"(?<![\w-])([^\W\d_]{2,20})[ \t]{1,3}(\1)(?![\w-])", re.I)
_MAY_BE_TWICE = {"had", "that", "bye", "очень", "чуть", "еле", "да", "нет", "bardzo", "ha", "хо"}


def _twice(draft: Draft) -> list[Finding]:
    """ "the the"."""
    text = own_words(draft.reply[:MOST_READ])
    return [
        Finding(
            "spelling.twice",
            {"word": found[1]},
            (found.span(),),
            (Mend("remove", (Edit(found.end(1), found.end(2), ""),)),),
        )
        for found in _TWICE.finditer(text)
        if found[1].lower() not in _MAY_BE_TWICE and found[2].islower()
    ]
