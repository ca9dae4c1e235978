"""Until when somebody is away, as their automatic answer says it in English, Russian or Polish.

Only a date behind a word that promises a return counts ("until", "вернусь", "wracam"); of
several the last. Nothing found is no date: better none than a wrong one.
"""

import re
from datetime import date, timedelta

SCANNED = 4000  # characters
LONGEST_AWAY = timedelta(days=400)
NO_LONGER_AWAY = timedelta(days=1)  # zones differ: yesterday may be today there

_MONTHS = (
    "jan(?:uary)?|января|янв|stycznia|sty",
    "feb(?:ruary)?|февраля|фев|lutego|lut",
    "mar(?:ch)?|марта|мар|marca",
    "apr(?:il)?|апреля|апр|kwietnia|kwi",
    "may|мая|maja|maj",
    "june?|июня|czerwca|cze",
    "july?|июля|lipca|lip",
    "aug(?:ust)?|августа|авг|sierpnia|sie",
    "sep(?:t(?:ember)?)?|сентября|сен|września|wrz",
    "oct(?:ober)?|октября|окт|października|paź",
    "nov(?:ember)?|ноября|ноя|listopada|lis",
    "dec(?:ember)?|декабря|дек|grudnia|gru",
)
_MONTH = "(?:" + "|".join(_MONTHS) + r")\b\.?"
_DATE = (
    r"(?:(?P<y1>\d{4})-(?P<m1>\d\d)-(?P<d1>\d\d)"
    r"|(?P<d2>\d{1,2})[./](?P<m2>\d{1,2})(?:[./](?P<y2>\d{4}|\d\d)\b)?"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th|-?го)?\s+(?:of\s+)?(?P<m3>{_MONTH})(?:,?\s+(?P<y3>\d{{4}}))?"
    rf"|(?P<m4>{_MONTH})\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y4>\d{{4}}))?)"
)
_WEEKDAY = (
    r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\.?"
    r"|понедельника?|вторника?|сред[ыау]|четверга?|пятниц[ыау]|суббот[ыау]|воскресень[яе]"
    r"|poniedziałk\w*|wtork?\w*|środ\w*|czwartk?\w*|piątk?\w*|sobot\w*|niedziel\w*"
    r"|(?:the\s+)?(?:morning|evening)\s+of)"
)
_BEFORE = (
    r"(?:\b(?:until|till|through|thru|to|by"
    r"|(?:be\s+)?back(?:\s+(?:in|at)\s+(?:the\s+|my\s+)?\w+)?"
    r"|return(?:ing)?(?:\s+(?:to|in)\s+(?:the\s+|my\s+)?\w+)?"
    r"|до|по|верн[уё]\w*|возвращаюсь|выйду|выхожу|буду"
    r"|do|wracam|wróc\w*|powracam|powr[óo]t\w*|będę(?:\s+\w+){0,2})"
    r"(?:\s+(?:в|на)\s+(?:офис\w*|работ\w*)|\s+(?:do|w)\s+(?:biurze?a?|pracy))?"
    r"|\d{1,2}(?:[./]\d{1,2}(?:[./]\d{2,4})?)?\s{0,2}[-–—])"
)
_FOUND = re.compile(
    rf"{_BEFORE}[\s:,]{{0,3}}(?:(?:on|с|со|od|w|we|в|dnia|the)\s+)?(?:{_WEEKDAY}[\s,]{{1,3}})?{_DATE}",
    re.I,
)
_WORDS = re.compile(
    r"out of (?:the )?office|vacation|annual leave|on leave|holiday|\baway\b|not in the office|"
    r"отпуск|отсутств|нет на месте|не в офисе|urlop|nieobecn|poza biurem|wakacj",
    re.I,
)


def is_away(subject: str, text: str) -> bool:
    """Whether an automatic answer says that its writer is not there."""
    return bool(_WORDS.search(subject) or _WORDS.search(text[:SCANNED]))


def away_until(text: str, today: date) -> date | None:
    """The last date of return the text names, today or later; None when it names none."""
    found = (_date_of(match, today) for match in _FOUND.finditer(text[:SCANNED]))
    return max(filter(None, found), default=None)


def _date_of(match: re.Match, today: date) -> date | None:
    groups = match.groupdict()
    number = next(one for one in "1234" if groups[f"d{one}"])
    year, month = groups[f"y{number}"], _month(groups[f"m{number}"])
    try:
        if year:
            day = date(
                int(year) + (2000 if len(year) == 2 else 0), month, int(groups[f"d{number}"])
            )
        else:
            day = date(today.year, month, int(groups[f"d{number}"]))
            if day < today - timedelta(days=180):
                day = day.replace(year=today.year + 1)  # "2 January", said in December
    except ValueError:
        return None
    return day if today - NO_LONGER_AWAY <= day <= today + LONGEST_AWAY else None


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    bare = text.strip(".").lower()
    return next(n for n, names in enumerate(_MONTHS, 1) if re.fullmatch(names, bare))
