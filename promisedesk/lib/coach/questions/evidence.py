"""The sentences of a reply that say something, and what kind of answer each could be."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from types import ModuleType

from .cutting import lowered, plain, said
from .model import Unit

CLAUSE = 3  # words that can be an answer of their own within a sentence
MOST = 150  # sentences of a reply that are looked at
_LINK = re.compile(
    r"https?://|\bwww\.|\b[\w.+-]{1,60}@[\w-]{1,60}\.\w|\b[\w-]{2,60}\.(?:com|pl|ru|org|net|eu|"
    r"example|shop|store)\b"
)
_LINK_WHOLE = re.compile(r"(?:https?://|www\.)\S{1,300}|\b[\w.+-]{1,60}@\S{1,100}")
_SUGGESTS = re.compile(
    r"\W*(?:how|what)\s+about\b|\W*(?:а\s+)?(?:как\s+(?:вам|насчет)|может)\b|"
    r"\W*(?:a\s+)?moze\b"
)
_NUMBER = re.compile(r"\d")
_MONEY = re.compile(
    r"\b(?<!at )(?<!um )\d{1,6}[.,]\d\d\b(?!\s?(?:[ap]\.?m|kg|cm|m\b|кг|см|[./]\d))|"
    r"[€$£₽]\s?\d|\d\s?(?:[€$£₽%]|(?:eur|euro|euros|pln|zl|zlot\w+|gbp|usd|rub|руб\w*|р|"
    r"₽|pounds?|"
    r"dollars?|pence|евро|cents?|groszy|тыс)\b)"
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?(?:am|pm|a\.m|p\.m)\b|\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b|"
    r"\b\d{4}-\d\d-\d\d\b"
)
_YES_OR_NO = re.compile(
    r"(?i:yes|no|sure|of|done|да|нет|конечно|можно|готово|сделали|tak|nie|oczywiście|"
    r"jasne|gotowe|mamy|есть)$"
)
_PHONE = re.compile(r"\+?\d[\d ()-]{6,}\d")


def units_of(reply: str, language: str) -> list[Unit]:
    """What the reply says, sentence by sentence; greeting, thanks and closing are left out."""
    words = words_of(language or "en")
    units: list[Unit] = []
    for _, sentence, number in said(reply, is_reply=True):
        for part in _parts(sentence, words, language):
            lower = (plain if language == "pl" else lowered)(part)
            if (
                _is_wish(part)
                or words.EMPTY.match(lower.strip(" ,-–—"))
                or _is_name(part, lower, words)
            ):
                continue
            marks = _marks(lower, words)
            concepts = {key for key, pattern in words.PHRASES.items() if pattern.search(lower)}
            follows = bool(units) and bool(words.FOLLOWS.match(lower))
            text = _LINK_WHOLE.sub(" ", part)
            units.append(Unit(text, frozenset(concepts), marks, number, follows))
        if len(units) >= MOST:
            break
    return units


def _parts(sentence: str, words: ModuleType, language: str) -> list[str]:
    """A sentence without its greeting: "Hi Emma, your coat left today"."""
    lower = (plain if language == "pl" else lowered)(sentence)
    if greeting := words.GREETING.match(lower):
        sentence = sentence[greeting.end() :]
    parts: list[str] = []
    for part in words.CLAUSE.split(sentence):
        if parts and (len(part.split()) < CLAUSE or len(parts[-1].split()) < 2):
            parts[-1] += " " + part
        elif re.search(r"\w", part):
            parts.append(part)
    return parts


def _is_wish(part: str) -> bool:
    """ "Happy camping!": a few words called out, and no answer."""
    words = re.findall(r"\w+", part)
    if not part.rstrip().endswith("!") or len(words) > 3 or _NUMBER.search(part):
        return False
    return not any(_YES_OR_NO.match(word) for word in words)


def _is_name(part: str, lower: str, words: ModuleType) -> bool:
    """ "Anna Kowalska" below a letter, "Ольга!" in the greeting."""
    names = part.strip(" .,!–—-").split()
    return (
        0 < len(names) <= 2
        and not part.rstrip().endswith(".")
        and all(name[:1].isupper() for name in names)
        and lower.strip(" .,!–—-").split()[0] not in words.ANSWERS
    )


def _marks(lower: str, words: ModuleType) -> frozenset[str]:
    marks = {name for name, pattern in words.MARKS.items() if pattern.search(lower)}
    if lower.rstrip(" )\"'”»").endswith("?") and not _SUGGESTS.match(lower):
        marks.add("asks")
    if _LINK.search(lower):
        marks.add("link")
    if _MONEY.search(lower):
        marks.add("money")
    if _NUMBER.search(lower):
        marks.add("number")
    if _CLOCK.search(lower):
        marks.add("time")
    if _PHONE.search(lower):
        marks.add("phone")
    if len(re.findall(r"\w+", lower)) <= 5:
        marks.add("short")
    return frozenset(marks)


@cache
def words_of(language: str) -> ModuleType:
    """The words of a language, compiled when first needed."""
    words = import_module(f".answering_{language}", __package__)
    words.MARKS = {name: re.compile(pattern) for name, pattern in words.MARKS.items()}
    words.PHRASES = {key: re.compile(pattern) for key, pattern in words.PHRASES.items()}
    return words


def has_time(lower: str, language: str) -> bool:
    """Whether a time is said, in lower case (Polish without diacritics)."""
    return bool(words_of(language).MARKS["time"].search(lower) or _CLOCK.search(lower))


def asks_back(reply: str, language: str) -> bool:
    """Whether a reply puts a question to the customer, or asks them for something."""
    return any(unit.marks & {"asks", "asks_back"} for unit in units_of(reply, language))


def says_something(reply: str, language: str) -> bool:
    """Whether a reply tells of something done or to come: who writes so knows what is wanted."""
    return any(unit.marks & _TELLING for unit in units_of(reply, language))


_TELLING = frozenset({"time", "deed", "will", "link", "how", "money", "number", "phone"})
