"""Polish numbers and hours in words, folded (small letters without Polish marks)."""

from __future__ import annotations

import re
from datetime import time

_WORDS = {
    1: "jeden jedna jedno jednego jednej jednym",
    2: "dwa dwie dwoch dwu dwom",
    3: "trzy trzech",
    4: "cztery czterech",
    5: "piec pieciu",
    6: "szesc szesciu",
    7: "siedem siedmiu",
    8: "osiem osmiu",
    9: "dziewiec dziewieciu",
    10: "dziesiec dziesieciu",
    11: "jedenascie jedenastu",
    12: "dwanascie dwunastu",
    13: "trzynascie trzynastu",
    14: "czternascie czternastu",
    15: "pietnascie pietnastu",
    16: "szesnascie szesnastu",
    20: "dwadziescia dwudziestu",
    30: "trzydziesci trzydziestu",
    40: "czterdziesci czterdziestu",
    45: "czterdziesci\\s+piec czterdziestu\\s+pieciu",
    48: "czterdziesci\\s+osiem czterdziestu\\s+osmiu",
    24: "dwadziescia\\s+cztery dwudziestu\\s+czterech",
    60: "szescdziesiat szescdziesieciu",
    72: "siedemdziesiat\\s+dwa siedemdziesiat\\s+dwie siedemdziesieciu\\s+dwoch",
    90: "dziewiecdziesiat dziewiecdziesieciu",
}
_VALUES = {word.replace("\\s+", " "): n for n, words in _WORDS.items() for word in words.split()}
_LONGEST = sorted((w for words in _WORDS.values() for w in words.split()), key=len, reverse=True)
NUMBER = r"(?:\d{1,3}|(?:" + "|".join(_LONGEST) + r")\b)"

_ORDINALS = (
    "pierwsz drug trzeci czwart piat szost siodm osm dziewiat dziesiat jedenast dwunast trzynast"
    " czternast pietnast szesnast siedemnast osiemnast dziewietnast dwudziest"
)
_HOURS = _ORDINALS.split()
_STEMS = "|".join(reversed(_HOURS))
HOUR_WORDS = (
    rf"(?:dwudziestej\s+(?:pierwszej|drugiej|trzeciej)|(?:{_STEMS})(?:iej|ej))\b"  # "o trzeciej"
)
HOUR_BETWEEN = rf"(?:{HOUR_WORDS}|(?:{_STEMS})a\b)"  # "między drugą a trzecią"
ORDINAL_DAY = (
    rf"(?:(?:dwudziest|trzydziest)(?:ego|ym)\s+(?:{'|'.join(_HOURS[:9])})(?:iego|ego|ym|im)"
    rf"|(?:trzydziest|{_STEMS})(?:iego|ego))\b"
)
WORKDAY_STARTS = 7  # "o trzeciej" is three in the afternoon


def number_of(said: str) -> int:
    """The value of a number in digits or words. Raises KeyError if it is none."""
    return int(said) if said.isdigit() else _VALUES[" ".join(said.split())]


def _index(word: str) -> int:
    """The ordinal's number; raises ValueError if it is none."""
    stem = re.sub(r"(?:iego|iej|ego|ej|ym|im|a)$", "", word)
    stems = [*_HOURS, "trzydziest"]
    for each in (stem, stem + "i"):
        if each in stems:
            n = stems.index(each) + 1
            return 30 if each == "trzydziest" else n
    raise ValueError(word)


def hour_of(said: str) -> int:
    """The hour of "piętnastej", "dwudziestej pierwszej"; a small one is after noon."""
    hour = sum(_index(word) for word in said.split())
    return hour + 12 if hour < WORKDAY_STARTS else hour


def ordinal_of(said: str) -> int:
    """The number of "dwudziestego czwartego"."""
    return sum(_index(word) for word in said.split())


def clock(said: str) -> time:
    """The time of "15", "15:30", "15.30"; raises ValueError for none. 24 is the day's last minute;
    a small whole hour is after noon."""
    said = said.rstrip("-teja")  # "12-tej"
    hour, _, minute = said.replace(".", ":").partition(":")
    if int(hour) == 24:
        return time(23, 59)
    after_noon = not minute and len(hour) == 1 and int(hour) < WORKDAY_STARTS
    return time(int(hour) + 12 * after_noon, int(minute or 0))
