"""What a text says that must not change on the way: variables, links, numbers, days, months.

Words are read, not meanings: a number written out as a word is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from promisedesk.lib import placeholders

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"'»”]{1,2000}|[\w.+-]{1,64}@[\w.-]{3,200}")
_MARKER = re.compile(r"^[ \t]{0,8}\d{1,2}[.)][ \t]", re.M)  # of a list: no fact
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f.,](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"(?:[^\W\d_]{1,6}-)?\d{1,40}(?:[.,:/-]\d{1,40}){0,8}")  # KL-10425, 49.90
_DAYS = [
    r"monday|понедельник\w{0,3}|poniedzia[lł]\w{1,5}",
    r"tuesday|вторник\w{0,3}|wtor(?:ek|k\w{1,3})",
    r"wednesday|сред[аеуы]|[sś]rod[aeyęą]|[sś]rodzie",
    r"thursday|четверг\w{0,3}|czwart(?:ek|k\w{1,3})",
    r"friday|пятниц\w{1,3}|pi[aą]t(?:ek|k\w{1,3})",
    r"saturday|суббот\w{1,3}|sobo[tc]\w{1,3}",
    r"sunday|воскресень\w{1,3}|niedziel\w{1,3}",
]
_MONTHS = [
    r"january|jan|январ\w|stycz\w{2,4}",
    r"february|feb|феврал\w|lut(?:y|ego|ym)",
    r"march|mar|март\w?|mar(?:zec|ca|cu)",
    r"april|apr|апрел\w|kwie(?:cie[nń]|tni\w{1,2})",
    r"may|ма[йяе]|maj[au]?",
    r"june|jun|июн\w|czerw(?:iec|ca|cu)",
    r"july|jul|июл\w|lip(?:iec|ca|cu)",
    r"august|aug|август\w?|sierp\w{2,4}",
    r"september|sept?|сентябр\w|wrze[sś](?:ie[nń]|ni\w{1,2})",
    r"october|oct|октябр\w|pa[zź]dziernik\w{0,2}",
    r"november|nov|ноябр\w|listopad\w{0,2}",
    r"december|dec|декабр\w|grud(?:zie[nń]|ni\w{1,2})",
]
_DAY = [re.compile(rf"(?<!\w)(?:{one})(?!\w)", re.I) for one in _DAYS]
_MONTH = [  # beside a number only: “may” and “march” are words as well
    re.compile(rf"(?<=\d )(?:{one})(?!\w)|(?<=th )(?:{one})(?!\w)|(?<!\w)(?:{one})(?= \d)", re.I)
    for one in _MONTHS
]


def facts_in(text: str) -> dict[str, str]:
    """The facts of a text by a key that is the same in every language: the words it has."""
    found: dict[str, str] = {}
    rest = _MARKER.sub(" ", text)
    for written, *_place in placeholders.variables_in(rest):
        found[f"variable {written}"] = written
        rest = rest.replace(written, " ")
    for link in _LINK.findall(rest):
        link = link.rstrip(".,;:!?")
        found[f"link {link}"] = link
        rest = rest.replace(link, " ")
    for token in _NUMBER.findall(_THOUSANDS.sub("", rest)):
        for number in re.findall(r"\d{1,40}", token):
            found.setdefault(f"number {number.lstrip('0') or '0'}", token)
    for name, patterns in (("day", _DAY), ("month", _MONTH)):
        for place, pattern in enumerate(patterns):
            if one := pattern.search(rest):
                found[f"{name} {place}"] = one[0]
    return found


def lost(original: str, answer: str) -> list[str]:
    """Facts of the original that the answer has not, as they were written."""
    there = facts_in(answer)
    return _each_once(words for key, words in facts_in(original).items() if key not in there)


def added(original: str, answer: str) -> list[str]:
    """Facts of the answer that come from nowhere."""
    known = facts_in(original)
    return _each_once(words for key, words in facts_in(answer).items() if key not in known)


def _each_once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
