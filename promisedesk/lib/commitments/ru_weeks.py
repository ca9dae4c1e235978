"""Russian: weeks, weekends and the ends of months."""

from __future__ import annotations

import re

from .model import Day
from .ru_rules import Read, Rules

WEEKS = Rules("недел выходн")
MONTH_ENDS = Rules("кон месяц нового январе феврале марте апреле мае июне июле августе бре")

_NEXT = r"(?:следующ|будущ|предстоящ|грядущ)\w+"
_THIS = r"(?:эт|текущ|нынешн|ближайш)\w+"


def _week_day(found: re.Match[str], weekday: int) -> Read:
    kind = "next_week" if found.group("next") else "this_week"
    return {"day": Day(kind, weekday)}


@WEEKS.rule(
    rf"\b(?:в|до|к)\s+(?:самого\s+)?(?P<where>начал|середин|перв\w+\s+половин)\w*\s+"
    rf"(?:(?P<next>{_NEXT})|{_THIS})?\s*(?:рабочей\s+)?недел\w+"
)
def _part_of_week(found: re.Match[str]) -> Read:
    return _week_day(found, 1 if found.group("where") == "начал" else 2)


@WEEKS.rule(
    r"\b(?:в|во|до|к|ко|под)\s+(?:самого\s+)?(?:кон(?:ца|цу|це|ец)|втор\w+\s+половин\w+|исход\w)\s+"
    rf"(?:(?P<next>{_NEXT})|{_THIS})?\s*(?:рабочей\s+|календарной\s+)?(?P<this>{_THIS})?\s*недел\w+"
)
def _end_of_week(found: re.Match[str]) -> Read:
    return {"day": Day("next_week_end" if found.group("next") else "week_end")}


WEEKS.always(rf"\b(?:до|к)\s+{_NEXT}\s+недел\w+", day=Day("week_end"))
WEEKS.always(
    rf"\b(?:на|в\s+течени[еи]|за)\s+{_NEXT}\s+(?:рабоч\w+\s+)?недел\w+|\b{_NEXT[:-3]}ей\s+недели\b",
    day=Day("next_week_end"),
    is_week=True,
)
WEEKS.always(
    r"\b(?:на|в\s+течени[еи]|за)\s+(?:эт|текущ|нынешн)\w+\s+(?:рабоч\w+\s+)?недел\w+"
    r"|\b(?:эт|текущ)ой\s+недели\b|\bна\s+(?:ближайшей\s+)?неделе\b",
    day=Day("week_end"),
    is_week=True,
)
WEEKS.always(r"\bдо\s+(?:наступления\s+)?выходных\b", day=Day("week_end"))
WEEKS.always(
    r"\b(?:в|на|за|до\s+конца)\s+(?:эт\w+\s+|ближайш\w+\s+)?выходны[ехм]\w*",
    day=Day("this_week", 6),
)
MONTHS = (
    "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр",
    "ноябр", "декабр",
)  # fmt: skip
MONTH = (
    r"(?:январ[яьюе]|феврал[яьюе]|март[ауе]?|апрел[яьюе]|ма[яйюе]|июн[яьюе]|июл[яьюе]|август[ауе]?"
    r"|сентябр[яьюе]|октябр[яьюе]|ноябр[яьюе]|декабр[яьюе]"
    r"|янв\b|фев\b|мар\b|апр\b|авг\b|сен\b|сент\b|окт\b|ноя\b|нояб\b|дек\b)"
)


def month_of(word: str) -> int:
    return next(n for n, stem in enumerate(MONTHS, 1) if stem[:3] == word[:3] or stem == word[:-1])


_TO_END = r"\b(?:в|до|к|под)\s+(?:самого\s+)?кон(?:ца|цу|це|ец)\s+"
MONTH_ENDS.always(
    _TO_END + rf"{_NEXT}\s+месяца\b|\bв\s+{_NEXT}\s+месяце\b", day=Day("month_end", 1)
)
MONTH_ENDS.always(
    _TO_END + r"(?:\w+\s+)?месяца\b|\bв\s+эт\w+\s+(?:же\s+)?месяце\b", day=Day("month_end")
)
MONTH_ENDS.always(_TO_END + r"(?:\w+\s+)?года\b", day=Day("month_end", month=12))


MONTH_ENDS.always(r"\bдо\s+нового\s+года\b", day=Day("month_end", month=12))


@MONTH_ENDS.rule(
    r"\bв\s+(?P<mon>январе|феврале|марте|апреле|мае|июне|июле|августе|(?:сентя|октя|ноя|дека)бре)\b"
)
@MONTH_ENDS.rule(_TO_END + rf"(?P<mon>{MONTH})")
def _end_of_month_of(found: re.Match[str]) -> Read:
    return {"day": Day("month_end", month=month_of(found.group("mon")))}
