"""Russian: dates, weekdays, today and tomorrow."""

from __future__ import annotations

import re

from .model import Day
from .ru_numbers import ORDINAL, ordinal_of
from .ru_rules import NONE, NOT_A_NOUN, OR, Read, Rules
from .ru_weeks import MONTH, month_of

NAMED_DATES = Rules("янв фев мар апр мая май маю мае июн июл авг сен окт ноя дек")
NUMBER_DATES = Rules("# числ")
WEEKDAYS = Rules("понед вторн сред четв пятн субб воскр пн вт ср чт пт сб вс")
OFFSETS = Rules("сегодня завтра")

_TO_DATE = r"(?P<prep>(?:не\s+)?(?:позднее|позже|раньше|ранее)|до|к|ко|на|с|со|по|от|за|после)"
_SPAN = r"(?:с\s+)?\d{1,2}(?:-?[гм]?[оу]?[оеу])?\s*(?:-|–|—|или|по|до|и|либо)\s*"


def _deadline(found: re.Match[str], is_span: bool = False) -> bool:
    prep = (found.group("prep") or "").strip()
    return is_span or prep not in (
        "на", "с", "со", "от", "за", "после", "позже", "позднее", "по", "раньше", "ранее",
        "не раньше", "не ранее", "кроме",
    )  # fmt: skip


@NAMED_DATES.rule(
    rf"\b(?:{_TO_DATE}\s+)?(?P<span>{_SPAN})?(?P<d>\d{{1,2}}|{ORDINAL})(?:\s*-?\s*(?:го|ого|му|ому|е|ое))?"
    rf"(?:\s+числа)?\s+(?P<mon>{MONTH})(?:\s+(?P<y>20\d\d)(?:\s*г(?:од[ау]?)?\b\.?)?)?"
)
def _named_date(found: re.Match[str]) -> Read:
    if not _deadline(found, bool(found.group("span"))):
        return NONE
    day = ordinal_of(found.group("d"))
    return {"day": Day("date", 0, day, month_of(found.group("mon")), int(found.group("y") or 0))}


@NUMBER_DATES.rule(
    rf"(?<![\d.,/№#:-])\b(?:{_TO_DATE}\s+)?(?P<span>(?:с\s+)?\d{{1,2}}(?:\.\d\d)?\s*(?:-|–|—|по|или)\s*)?"
    r"(?P<d>\d{1,2})(?P<dot>[./])(?P<mon>\d\d)(?:[./](?P<y>20\d\d|\d\d))?(?!\d|[.,:/-]\d)(?:\s*г\b\.?)?"
)
def _dotted_date(found: re.Match[str]) -> Read:
    day, month = int(found.group("d")), int(found.group("mon"))
    if not (1 <= day <= 31 and 1 <= month <= 12) or _after_at(found):
        return None
    if not _deadline(found, bool(found.group("span"))):
        return NONE
    year = int(found.group("y") or 0)
    said = Day("date", 0, day, month, year + 2000 if 0 < year < 100 else year)
    return {"day": said, "is_bare": not found.group("prep") and not found.group("span")}


def _after_at(found: re.Match[str]) -> bool:
    """ "в 10.10" is a time of day."""
    if found.group("prep") or found.group("y"):
        return False
    return bool(re.search(r"\b(?:в|около)\s*$", found.string[: found.start("d")]))


@NUMBER_DATES.rule(rf"\b(?:{_TO_DATE}\s+)?(?P<y>20\d\d)-(?P<mon>\d\d)-(?P<d>\d\d)\b")
def _iso_date(found: re.Match[str]) -> Read:
    if not _deadline(found):
        return NONE
    return {"day": Day("date", 0, *(int(found.group(each)) for each in ("d", "mon", "y")))}


@NUMBER_DATES.rule(
    rf"\b(?:{_TO_DATE}\s+)?(?P<span>{_SPAN})?(?:(?P<d>\d{{1,2}})\s*-?\s*(?:го|ого|му|ому|е|ое)\b|(?P<o>{ORDINAL}|\d{{1,2}})"
    rf"(?=\s+числ))(?P<word>\s+числ\w+)?(?:{NOT_A_NOUN})"
)
def _day_of_month(found: re.Match[str]) -> Read:
    if not _deadline(found, bool(found.group("span"))):
        return NONE
    day = ordinal_of(found.group("d") or found.group("o"))
    return {"day": Day("month_day", 0, day)} if 1 <= day <= 31 else None


_WEEKDAYS = (
    "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень",
)  # fmt: skip
_SHORT_DAYS = (
    "пн", "вт", "ср", "чт", "пт", "сб", "вс",
)  # fmt: skip
_LONG_DAY = (
    r"(?:понедельник[ауе]?|вторник[ауе]?|сред[ауые]|четверг[ауе]?|пятниц[ауые]|суббот[ауые]"
    r"|воскресень[еяю])"
)
_SHORT_DAY = r"(?:пн|вт|ср|чт|пт|сб|вс)"
_DAY_PREP = (
    r"(?P<prep>(?:не\s+)?(?:позднее|позже|раньше|ранее)|до|к|ко|на|с|со|по|от|за|после|кроме|в|во)\s+"
    r"(?:(?P<adj>эт\w+|ближайш\w+|следующ\w+|будущ\w+|прошл\w+|прошедш\w+|минувш\w+|т[ау]\s+же|кажд\w+)\s+)?(?:же\s+)?"
)
_MORE_DAYS = (
    rf"(?:\s*[-–—/]\s*(?:во?\s+|до\s+|к\s+)?(?P<last>{_LONG_DAY}|{_SHORT_DAY})"
    rf"|\s+(?:по|до)\s+(?P<until>{_LONG_DAY}|{_SHORT_DAY}))?\b"
)


def _weekday(word: str) -> int:
    if word in _SHORT_DAYS:
        return _SHORT_DAYS.index(word)
    return next(n for n, stem in enumerate(_WEEKDAYS) if word.startswith(stem))


def _read_weekday(found: re.Match[str]) -> Read:
    fields = found.groupdict()
    prep, adjective = fields.get("prep") or "", fields.get("adj") or ""
    last = fields.get("last") or fields.get("until")
    if adjective.startswith(("прош", "минув", "кажд")) or not _deadline_word(prep, last):
        return NONE
    n = _weekday(last or found.group("day"))
    if adjective.startswith(("следующ", "будущ")):
        return {"day": Day("next_week", n)}
    return {"day": Day("this_week" if adjective.startswith("эт") else "weekday", n)}


def _deadline_word(prep: str, last: str | None) -> bool:
    if prep in ("с", "со", "от"):
        return bool(last)
    return prep not in (
        "на", "за", "после", "кроме", "по", "раньше", "ранее", "позже", "позднее",
        "не раньше", "не ранее",
    )  # fmt: skip


WEEKDAYS.rule(rf"\b{_DAY_PREP}(?P<day>{_LONG_DAY}|{_SHORT_DAY})\b\.?{_MORE_DAYS}")(_read_weekday)
WEEKDAYS.rule(rf"\b(?P<day>{_LONG_DAY})\b{_MORE_DAYS}")(_read_weekday)
WEEKDAYS.rule(rf"\b(?P<day>{_SHORT_DAY})\b\s*[-–/]\s*(?P<last>{_SHORT_DAY})\b")(_read_weekday)
WEEKDAYS.rule(rf"(?:(?<=\()|(?<=или )|(?<=либо ))(?P<day>{_SHORT_DAY})\b")(_read_weekday)


@OFFSETS.rule(
    r"\b(?:(?P<prep>до|к|на|с|со|в|за|после|по|не\s+позднее|не\s+позже|не\s+раньше|не\s+ранее)\s+)?"
    r"(?P<day>сегодняшн\w+|завтрашн\w+|послезавтрашн\w+|сегодня|завтра|после\s*завтра)"
    rf"(?:{OR}(?P<last>завтра|после\s*завтра))?\b(?:\s+дня\b|\s+дню\b)?"
)
def _offset(found: re.Match[str]) -> Read:
    word = (found.group("last") or found.group("day")).replace(" ", "")
    if (found.group("prep") or "").replace("  ", " ") in (
        "на", "с", "со", "за", "после", "по", "не раньше", "не ранее",
    ) and not found.group("last"):  # fmt: skip
        return NONE
    if word.startswith("после"):
        return {"day": Day("offset", 2)}
    return {"day": Day("offset", int(word.startswith("завтра")))}
