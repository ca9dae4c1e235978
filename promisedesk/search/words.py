"""Text into the words both databases keep: folded and stemmed here, so they find the same.

PostgreSQL 15 knows no Polish and its Russian misses «посылок», SQLite stems English only;
so neither is asked. A newcomer would get wrong: stem first, fold diacritics after, because
the Polish stemmer reads them.
"""

import re
import threading
import unicodedata
from functools import lru_cache

import Stemmer

LONGEST_TEXT = 100_000  # characters; what is longer is a log, not a letter
MOST_WORDS = 16_000  # tsvector positions end at 16,383
LONGEST_WORD = 64  # longer ones are keys and base64, found by their beginning
KNOWN_WORDS = 100_000  # kept in memory, about 20 MB when full

LANGUAGES = {"en": "english", "ru": "russian", "pl": "polish"}
LATIN = ("en", "pl")  # Latin words do not tell which of the two they are

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]+")  # inside words
_POLISH = re.compile("[ąćęłńśźżĄĆĘŁŃŚŹŻ]")  # not ó: Spanish has it too
_FLEETING = re.compile("(?<=.{3})(?:[ео](?=к$)|e(?=k$))")  # посылок, посылка; paczek, paczka
_UNDECOMPOSED = str.maketrans("łøđ", "lod")  # NFKD leaves their strokes on
_of_thread = threading.local()


def split(text: str) -> list[str]:
    """The words of a text in lower case, marks mended, at most MOST_WORDS."""
    text = text[:LONGEST_TEXT]
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKC", text))
    return _WORD.findall(text.casefold())[:MOST_WORDS]


def stems(text: str, language: str = "") -> list[str]:
    """The words of a text as they are kept, in order.

    Cyrillic words are read as Russian; Latin ones as Polish when `language` is "pl", or
    unknown and the text has Polish letters; else as English.
    """
    if not language and _POLISH.search(text, 0, LONGEST_TEXT):
        language = "pl"
    latin = "pl" if language == "pl" else "en"
    return [stem(word, latin) for word in split(text)]


@lru_cache(maxsize=KNOWN_WORDS)
def stem(word: str, latin: str) -> str:
    """One word of `split` as it is kept. `latin` is the language if its letters are Latin."""
    word = word[:LONGEST_WORD]
    if not word.isalpha():  # order numbers stay what they are
        return fold(word)
    word = word.replace("ё", "е")
    language = "ru" if "\u0400" <= word[0] <= "\u04ff" else latin
    return fold(_FLEETING.sub("", _stemmer(language).stemWord(word)))


def fold(word: str) -> str:
    """A word without ё and without the diacritics of Latin letters."""
    if word.isascii():
        return word
    if "\u0400" <= word[0] <= "\u04ff":  # й and ї are letters, not и and і with a mark
        return word.replace("ё", "е")
    plain = unicodedata.normalize("NFKD", word).translate(_UNDECOMPOSED)
    return "".join(letter for letter in plain if letter.isalnum()) or word


def _stemmer(language: str) -> Stemmer.Stemmer:
    stemmers = _of_thread.__dict__  # a stemmer must not be used by two threads at once
    if language not in stemmers:
        stemmers[language] = Stemmer.Stemmer(LANGUAGES[language], 0)
    return stemmers[language]
