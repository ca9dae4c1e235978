"""The sentences of a reply that say something, and what kind of answer each could be."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from types import ModuleType

from .cutting import lowered, plain, said
from .model import Unit
from .topics import keys_of

MOST = 150  # sentences of a reply that are looked at
_LINK = re.compile(
    r"https?://|\bwww\.|\b[\w.+-]+@[\w-]+\.\w|\b[\w-]{2,}\.(?:com|pl|ru|org|net|eu|"
    r"example|shop|store)\b"
)
_NUMBER = re.compile(r"\d")
_MONEY = re.compile(
    r"[€$£₽]\s?\d|\d\s?(?:[€$£₽%]|(?:eur|euro|euros|pln|zl|zlot\w+|gbp|usd|rub|руб\w*|р|₽|pounds?|"
    r"dollars?|pence|евро|cents?|groszy|тыс)\b)"
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?(?:am|pm|a\.m|p\.m)\b|\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b|"
    r"\b\d{4}-\d\d-\d\d\b"
)
_PHONE = re.compile(r"\+?\d[\d ()-]{6,}\d")


def units_of(reply: str, language: str) -> list[Unit]:
    """What the reply says, sentence by sentence; greeting, thanks and closing are left out."""
    words = words_of(language or "en")
    latin = language if language in ("en", "pl") else "en"
    units: list[Unit] = []
    for _, sentence, number in said(reply):
        for part in _parts(sentence, words, language):
            lower = (plain if language == "pl" else lowered)(part)
            if words.EMPTY.match(lower.strip(" ,-–—")):
                continue
            marks = _marks(lower, words)
            keys = keys_of(part, latin)
            for key, pattern in words.PHRASES.items():
                if pattern.search(lower):
                    keys[key] = 1.0
            follows = bool(units) and bool(words.FOLLOWS.match(lower))
            units.append(Unit(part, keys, marks, number, follows))
        if len(units) >= MOST:
            break
    return units


def _parts(sentence: str, words: ModuleType, language: str) -> list[str]:
    """A sentence without its greeting: "Hi Emma, your coat left today"."""
    lower = (plain if language == "pl" else lowered)(sentence)
    if greeting := words.GREETING.match(lower):
        sentence = sentence[greeting.end() :]
    return [sentence] if re.search(r"\w", sentence) else []


def _marks(lower: str, words: ModuleType) -> frozenset[str]:
    marks = {name for name, pattern in words.MARKS.items() if pattern.search(lower)}
    if lower.rstrip(" )\"'”»").endswith("?"):
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
