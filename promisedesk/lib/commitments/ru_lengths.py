"""Russian: the ends of days, and lengths: "до конца дня", "через 2–3 дня"."""

from __future__ import annotations

import re

from .model import Day, Length
from .ru_numbers import NUMBER, number_of
from .ru_rules import Read, Rules, day_word

DAY_ENDS = Rules("дня закрыт оконч смен рабоч день дню днем сегодня")
LENGTHS = Rules(
    "час мин сут дн день ден недел месяц #",
    r"\b(?:через|теч|за|в\s+ближайш|не\s+(?:позд|позже|бол|дольше)|до|максимум|спустя|в\s+пред|на\s+прот)",
)

_DAY_WORD = r"(?P<which>сегодняшн\w+|завтрашн\w+|послезавтрашн\w+|текущ\w+|эт\w+|следующ\w+)"


@DAY_ENDS.rule(
    rf"\b(?:(?:в|до|к|под|не\s+позднее|не\s+позже)\s+(?:самого\s+)?(?:кон(?:ца|цу|це|ец)|окончани[яю])\s+"
    rf"|в\s+течени[еи]\s+|на\s+протяжении\s+)"
    rf"(?:всего\s+|нашего\s+|моего\s+)?(?:{_DAY_WORD}\s+)?(?:рабочего\s+|раб\.?\s*)?дня\b"
)
def _end_of_day(found: re.Match[str]) -> Read:
    which = found.group("which") or ""
    if which.startswith("следующ"):
        if "раб" in found.group():
            return {"length": Length(1, "day", True)}
        return {"day": Day("offset", 1), "part": "end_of_day"}
    return {"day": day_word(which), "part": "end_of_day"}


DAY_ENDS.always(
    r"\bдо\s+(?:закрыти|окончани)я\b|\bдо\s+конца\s+смены\b|\bв\s+рабочее\s+время\b",
    part="end_of_day",
)
DAY_ENDS.always(
    r"\bза\s+сегодня\b|\bв\s+течени[еи]\s+сегодня\b", day=Day("offset", 0), part="end_of_day"
)
DAY_ENDS.always(
    r"\b(?:(?:на|в|до|к)\s+)?(?:следующ|ближайш|перв|очередн)\w+\s+(?:же\s+)?рабоч\w+\s+д(?:ень|ня|ню|нем)\b",
    length=Length(1, "day", True),
)
DAY_ENDS.always(r"\b(?:на\s+следующий\s+день|следующим\s+днем)\b", day=Day("offset", 1))

_UNIT = (
    r"(?P<unit>минут\w*|мин\b\.?|час(?!т)\w*|ч\b\.?|сут(?:ки|ок|кам\w*)|день(?:к\w+)?|д(?:ня|ней|нем|нях|еньк\w+)\b"
    r"|дн\b\.?|недел\w*|нед\b\.?|месяц\w*|мес\b\.?)"
)
_WORKING = r"(?P<work>рабоч\w+\s+|раб\b\.?\s*|календарн\w+\s+|кал\b\.?\s*)?"
_AHEAD = (
    r"\b(?P<prep>не\s+(?:позднее|позже|более|дольше)(?:\s*,?\s*чем)?(?:\s+(?:через|за))?"
    r"|максимум(?:\s+(?:через|за))?|через|спустя|в\s+течени[еи]|в\s+теч\.?|за|в\s+пределах"
    r"|(?:в|за)\s+ближайш\w+|на\s+протяжении|(?:в\s+срок\s+)?до)\s+"
    r"(?:(?:примерно|около|где-то|буквально|максимум|ближайш\w+|следующ\w+|перв\w+|всего|ровно|целых"
    r"|не\s+более(?:\s+чем)?|каких-то|от|с|через|одно[йг]о?)\s+)*"
)
_RD = r"(?P<rd>р\s*[/.]\s*д\b\.?|раб\.?\s*дн?\b\.?|рд\b)"
_FROM = rf"(?:{NUMBER}\s*(?:-|–|—|или|либо|до|,?\s*максимум)\s*(?:через\s+)?)?"


def _unit(word: str) -> str:
    if word.startswith("мин"):
        return "minute"
    if word.startswith("ч"):
        return "hour"
    if word.startswith("сут"):
        return "sutki"
    return "day" if word.startswith("д") else "week" if word.startswith("н") else "month"


def _length(amount: float, unit: str, is_working: bool = False) -> Read:
    """Halves go down to the next smaller unit: 1.5 hours are 90 minutes."""
    if unit == "sutki":
        amount, unit = amount * 24, "hour"
    if amount != int(amount):
        times_, unit = {
            "hour": (60, "minute"), "day": (24, "hour"), "week": (7, "day"), "month": (30, "day")
        }.get(unit, (1, unit))  # fmt: skip
        amount *= times_
    return {"length": Length(int(amount), unit, is_working)}


@LENGTHS.rule(rf"{_AHEAD}{_FROM}(?P<n>{NUMBER})\s*-?(?:х|ти|ми|ух)?\s*{_RD}")
def _working_days(found: re.Match[str]) -> Read:
    return _length(number_of(found.group("n")), "day", True)


@LENGTHS.rule(
    rf"{_AHEAD}{_FROM}(?P<n>{NUMBER})(?P<half>\s+с\s+половиной)?\s*-?(?:х|ти|ми|ух)?\s*{_WORKING}{_UNIT}"
)
def _counted(found: re.Match[str]) -> Read:
    amount, unit = number_of(found.group("n")), _unit(found.group("unit"))
    is_working = (found.group("work") or "").startswith("раб")
    if found.group("prep").startswith(("до", "не позднее", "не позже")) and not is_working:
        is_clock = (unit == "hour" and amount <= 23) or found.group("unit") == "дня"
        if is_clock and "чем" not in found.group("prep") and "через" not in found.group("prep"):
            return None
    if found.group("half"):
        amount += 0.5
    return _length(amount, unit, is_working)


@LENGTHS.rule(rf"{_AHEAD}пол(?:у|\s+|-)?час(?:а|ик|ика)\b")
def _half_hour(found: re.Match[str]) -> Read:
    return _length(30, "minute")


@LENGTHS.rule(rf"{_AHEAD}четверт[ьи]\s+часа\b")
def _quarter_hour(found: re.Match[str]) -> Read:
    return _length(15, "minute")


@LENGTHS.rule(
    r"\b(?:через|в\s+течени[еи]|за)\s+(?P<unit>час(?:ик)?|минут[уы]|минутк[уи]|день|денек|неделю|сутки|месяц)"
    rf"\s*(?:-|–|или)\s*(?:(?P<n>{NUMBER})|друг(?:ой|ую|ие|ого))"
)
def _one_or_two(found: re.Match[str]) -> Read:
    amount = number_of(found.group("n")) if found.group("n") else 2
    return _length(amount, _unit(found.group("unit")))


@LENGTHS.rule(
    rf"\b(?:через|за)\s+(?P<unit>час(?:а|ов|ика)|минут\w*|дня|дней|денька|недел[иь])\s+{_FROM}(?P<n>{NUMBER})\b"
    rf"|\b(?P<unit2>час(?:а|ов|ика)|минут\w*|дня|дней|денька|недел[иь])\s+(?:через|за)\s+{_FROM}(?P<n2>{NUMBER})\b"
)
def _about(found: re.Match[str]) -> Read:
    said = found.group("n") or found.group("n2")
    return _length(number_of(said), _unit(found.group("unit") or found.group("unit2")))


@LENGTHS.rule(
    rf"{_AHEAD}(?:{_WORKING})(?P<unit>час(?:а|ик|ика)?|минут[уы]|минут(?:к|очк)[уи]|день|дня|сутки|суток"
    r"|недел[юи]|месяца?)\b"
)
def _one(found: re.Match[str]) -> Read:
    said, prep = found.group("unit"), found.group("prep")
    if prep.startswith(("до", "не поз")) and "через" not in prep:
        return None
    if "ближайшие" in found.group() and not said.startswith("сут"):
        return None
    return _length(1, _unit(said), (found.group("work") or "").startswith("раб"))
