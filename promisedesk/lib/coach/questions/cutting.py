"""A customer's text cut into sentences, without quotes, and with the numbers of their lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from promisedesk.lib.coach.unquoted import own_words as unquoted
from promisedesk.lib.commitments.sentences import own_words, sentences

MOST = 20_000  # characters: what is longer is a log, not a letter
_ITEM = re.compile(r"\s*(?:\(?(\d{1,2})(?:[.)]|\s?[-–]\s)|[-*•–—+]|[a-eа-д][.)])\s*")
_ALONE = re.compile(r"\s*\(?(\d{1,2})[.)]*\s*$")


def said(text: str, *, is_reply: bool = False) -> Iterator[tuple[int, str, int]]:
    """(offset, sentence, its number in a list or 0) of each sentence that is not quoted. What a
    reply has in quotation marks is what to press, not what somebody said."""
    number = 0
    clean = (unquoted if is_reply else own_words)(text[:MOST])
    for offset, sentence in sentences(clean):
        if alone := _ALONE.match(sentence):
            number = int(alone.group(1))
            continue
        item = _ITEM.match(sentence)
        if item and item.end() < len(sentence):
            number = int(item.group(1)) if item.group(1) else 0
            offset, sentence = offset + item.end(), sentence[item.end() :]
        starts_line = "\n" in text[max(0, offset - 3) : offset]
        if starts_line and not item and number and clean[max(0, offset - 2) : offset] == "\n\n":
            number = 0
        lead = len(sentence) - len(sentence.lstrip())
        yield offset + lead, sentence.strip(), number


def lowered(text: str) -> str:
    """Lower case of the same length, ё as е, one kind of apostrophe."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lower.translate(_ALIKE)


_ALIKE = str.maketrans(
    {"ё": "е", "’": "'", "‘": "'", "`": "'", "\u00a0": " ", "\n": " ", "\t": " "}
)
_PLAIN = str.maketrans("ąćęłńóśźż", "acelnoszz")


def plain(text: str) -> str:
    """The same without Polish diacritics, which many customers leave out."""
    return lowered(text).translate(_PLAIN)
