"""Russian: the times in a sentence.

The patterns run from the longest to the shortest, each blanking what it has read, so that the
"дня" of "в течение трёх дней" is never taken for the afternoon. A time that is no deadline
("с понедельника", "после пятницы", "на завтра") is read too, and then said to be none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from .model import Day, Length
from .ru_numbers import HOUR, NUMBER, ORDINAL, hour_of, number_of, ordinal_of


@dataclass(frozen=True, slots=True)
class Atom:
    """One said time: where, and what of it. `is_none` marks one that is no deadline."""

    start: int
    end: int
    day: Day | None = None
    length: Length | None = None
    at: time | None = None
    part: str = ""
    is_week: bool = False
    is_none: bool = False


Read = dict[str, object] | None  # what a pattern makes of its match: fields of Atom; None: nothing
_RULES: list[tuple[re.Pattern[str], Callable[[re.Match[str]], Read]]] = []
_NONE: Read = {"is_none": True}


def times(sentence: str) -> list[Atom]:
    """The times in a sentence (lower case, ё as е), in its order."""
    atoms = []
    for pattern, read in _RULES:
        for found in pattern.finditer(sentence):
            fields = read(found)
            if fields is not None:
                start = found.start() + len(found.group()) - len(found.group().lstrip())
                atoms.append(Atom(start, found.end(), **fields))  # type: ignore[arg-type]
                sentence = sentence[:start] + "§" * (found.end() - start) + sentence[found.end() :]
    return sorted(atoms, key=lambda atom: atom.start)


def _rule(pattern: str) -> Callable[..., Callable[[re.Match[str]], Read]]:
    def add(read: Callable[[re.Match[str]], Read]) -> Callable[[re.Match[str]], Read]:
        _RULES.append((re.compile(pattern), read))
        return read

    return add


def _always(pattern: str, **fields: object) -> None:
    _RULES.append((re.compile(pattern), lambda found: dict(fields)))


_OR = r"\s*(?:-|–|—|/|,?\s*или|,?\s*либо|,?\s*максимум|,?\s*в крайнем случае|,?\s*самое позднее)\s*"
_BY = r"(?:не\s+(?:позднее|позже)|до|к|ко)"
_NOT_A_NOUN = (  # what may follow a bare number that is an hour
    r"(?=\s*(?:$|[^\w\s§]|§|(?:мск|по|вам|вас|вами|с|я|мы|и|или|а|но|в|на|утра|сегодня|завтра|"
    r"послезавтра|обязательно|точно|будет|будут|у|наш|наша|менеджер|\w+(?:[ею]м|им|ю|жу|шу|чу|щу|ут|ют|ит|ится|"
    r"утся|емся|имся)|верну|начну|наберу)\b))"
)

# --- no deadlines -----------------------------------------------------------------------
_always(
    r"\b(?:вчера\w*|позавчера|накануне|(?:на|с)\s+прошл\w+\s+недел\w+|на той неделе)\b", **_NONE
)
_always(rf"\b{NUMBER}\s+(?:час\w*|д(?:ень|ня|ней)|недел\w+|минут\w*|месяц\w*)\s+назад\b", **_NONE)
_always(
    r"\bза\s+(?:\w+\s+)?(?:час\w*|д(?:ень|ня|ней)|недел\w+|минут\w*|сутки|месяц\w*)\s+до\b", **_NONE
)
_always(r"\b(?:после|с)\s+(?:праздник\w*|выходных)\b", **_NONE)
_always(r"\b(?:в|на)\s+выходной\s+день\b|\bв\s+(?:тот|этот)\s+же\s+день\b", **_NONE)
_always(
    r"\b(?:№|номер\w*|заказ\w*|верси\w+|артикул\w*|размер\w*|арт\.?|цен[аыу]\w*|стоимост\w+|сумм[аыу]\w*|баланс\w*|вес\w*|модел\w+|диаметр\w*|длин\w+|парти\w+)\s*(?:№|n)?\s*\d[\d./:-]*",
    **_NONE,
)
_always(
    r"\bпо\s+(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)\w*(?<=[ая]м)\b", **_NONE
)
_always(
    r"\b\d+(?:[.,]\d+)?\s*(?:руб\w*|₽|р\b(?!\s*[./]\s*д)|%|кг|см|мм|шт\w*|usd|eur|€|\$|г\b(?!\.)|мл)",
    **_NONE,
)
_always(r"\b(?:от|за)\s+\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b", **_NONE)

# --- weeks and months -------------------------------------------------------------------
_NEXT = r"(?:следующ|будущ|предстоящ|грядущ)\w+"
_THIS = r"(?:эт|текущ|нынешн|ближайш)\w+"


def _week_day(found: re.Match[str], weekday: int) -> Read:
    kind = "next_week" if found.group("next") else "this_week"
    return {"day": Day(kind, weekday)}


@_rule(
    rf"\b(?:в|до|к)\s+(?:самого\s+)?(?P<where>начал|середин|перв\w+\s+половин)\w*\s+"
    rf"(?:(?P<next>{_NEXT})|{_THIS})?\s*(?:рабочей\s+)?недел\w+"
)
def _part_of_week(found: re.Match[str]) -> Read:
    return _week_day(found, 1 if found.group("where") == "начал" else 2)


@_rule(
    r"\b(?:в|во|до|к|ко|под)\s+(?:самого\s+)?(?:кон(?:ца|цу|це|ец)|втор\w+\s+половин\w+|исход\w)\s+"
    rf"(?:(?P<next>{_NEXT})|{_THIS})?\s*(?:рабочей\s+|календарной\s+)?(?P<this>{_THIS})?\s*недел\w+"
)
def _end_of_week(found: re.Match[str]) -> Read:
    return {"day": Day("next_week_end" if found.group("next") else "week_end")}


_always(rf"\b(?:до|к)\s+{_NEXT}\s+недел\w+", day=Day("week_end"))
_always(
    rf"\b(?:на|в\s+течени[еи]|за)\s+{_NEXT}\s+(?:рабоч\w+\s+)?недел\w+|\b{_NEXT[:-3]}ей\s+недели\b",
    day=Day("next_week_end"),
    is_week=True,
)
_always(
    r"\b(?:на|в\s+течени[еи]|за)\s+(?:эт|текущ|нынешн)\w+\s+(?:рабоч\w+\s+)?недел\w+"
    r"|\b(?:эт|текущ)ой\s+недели\b|\bна\s+(?:ближайшей\s+)?неделе\b",
    day=Day("week_end"),
    is_week=True,
)
_always(r"\bдо\s+(?:наступления\s+)?выходных\b", day=Day("week_end"))
_always(
    r"\b(?:в|на|за|до\s+конца)\s+(?:эт\w+\s+|ближайш\w+\s+)?выходны[ехм]\w*",
    day=Day("this_week", 6),
)
MONTHS = (
    "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр",
    "ноябр", "декабр",
)  # fmt: skip
_MONTH = (
    r"(?:январ[яьюе]|феврал[яьюе]|март[ауе]?|апрел[яьюе]|ма[яйюе]|июн[яьюе]|июл[яьюе]|август[ауе]?"
    r"|сентябр[яьюе]|октябр[яьюе]|ноябр[яьюе]|декабр[яьюе]"
    r"|янв\b|фев\b|мар\b|апр\b|авг\b|сен\b|сент\b|окт\b|ноя\b|нояб\b|дек\b)"
)


def _month(word: str) -> int:
    return next(n for n, stem in enumerate(MONTHS, 1) if stem[:3] == word[:3] or stem == word[:-1])


_TO_END = r"\b(?:в|до|к|под)\s+(?:самого\s+)?кон(?:ца|цу|це|ец)\s+"
_always(_TO_END + rf"{_NEXT}\s+месяца\b|\bв\s+{_NEXT}\s+месяце\b", day=Day("month_end", 1))
_always(_TO_END + r"(?:\w+\s+)?месяца\b|\bв\s+эт\w+\s+(?:же\s+)?месяце\b", day=Day("month_end"))
_always(_TO_END + r"(?:\w+\s+)?года\b", day=Day("month_end", month=12))


@_rule(_TO_END + rf"(?P<mon>{_MONTH})")
def _end_of_month(found: re.Match[str]) -> Read:
    return {"day": Day("month_end", month=_month(found.group("mon")))}


# --- ends of days, before lengths ("в течение дня" is no length) ------------------------
def _day_word(word: str | None) -> Day | None:
    if word and word.startswith("завтра"):
        return Day("offset", 1)
    if word and word.startswith("послезавтра"):
        return Day("offset", 2)
    return Day("offset", 0) if word and word.startswith(("сегодня", "текущ", "этого")) else None


_DAY_WORD = r"(?P<which>сегодняшн\w+|завтрашн\w+|послезавтрашн\w+|текущ\w+|эт\w+|следующ\w+)"


@_rule(
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
    return {"day": _day_word(which), "part": "end_of_day"}


_always(
    r"\bдо\s+(?:закрыти|окончани)я\b|\bдо\s+конца\s+смены\b|\bв\s+рабочее\s+время\b",
    part="end_of_day",
)
_always(r"\bза\s+сегодня\b|\bв\s+течени[еи]\s+сегодня\b", day=Day("offset", 0), part="end_of_day")
_always(
    r"\b(?:(?:на|в|до|к)\s+)?(?:следующ|ближайш|перв|очередн)\w+\s+(?:же\s+)?рабоч\w+\s+д(?:ень|ня|ню|нем)\b",
    length=Length(1, "day", True),
)
_always(r"\b(?:на\s+следующий\s+день|следующим\s+днем)\b", day=Day("offset", 1))

# --- lengths ----------------------------------------------------------------------------
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


@_rule(rf"{_AHEAD}{_FROM}(?P<n>{NUMBER})\s*-?(?:х|ти|ми|ух)?\s*{_RD}")
def _working_days(found: re.Match[str]) -> Read:
    return _length(number_of(found.group("n")), "day", True)


@_rule(
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


@_rule(rf"{_AHEAD}пол(?:у|\s+|-)?час(?:а|ик|ика)\b")
def _half_hour(found: re.Match[str]) -> Read:
    return _length(30, "minute")


@_rule(rf"{_AHEAD}четверт[ьи]\s+часа\b")
def _quarter_hour(found: re.Match[str]) -> Read:
    return _length(15, "minute")


@_rule(
    r"\b(?:через|в\s+течени[еи]|за)\s+(?P<unit>час(?:ик)?|минут[уы]|минутк[уи]|день|денек|неделю|сутки|месяц)"
    rf"\s*(?:-|–|или)\s*(?:(?P<n>{NUMBER})|друг(?:ой|ую|ие|ого))"
)
def _one_or_two(found: re.Match[str]) -> Read:
    amount = number_of(found.group("n")) if found.group("n") else 2
    return _length(amount, _unit(found.group("unit")))


@_rule(
    rf"\b(?:через|за)\s+(?P<unit>час(?:а|ов|ика)|минут\w*|дня|дней|денька|недел[иь])\s+{_FROM}(?P<n>{NUMBER})\b"
    rf"|\b(?P<unit2>час(?:а|ов|ика)|минут\w*|дня|дней|денька|недел[иь])\s+(?:через|за)\s+{_FROM}(?P<n2>{NUMBER})\b"
)
def _about(found: re.Match[str]) -> Read:
    said = found.group("n") or found.group("n2")
    return _length(number_of(said), _unit(found.group("unit") or found.group("unit2")))


@_rule(
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


# --- dates ------------------------------------------------------------------------------
_TO_DATE = r"(?P<prep>(?:не\s+)?(?:позднее|позже|раньше|ранее)|до|к|ко|на|с|со|по|от|за|после)"
_SPAN = r"(?:с\s+)?\d{1,2}(?:-?[гм]?[оу]?[оеу])?\s*(?:-|–|—|или|по|до|и|либо)\s*"


def _deadline(found: re.Match[str], is_span: bool = False) -> bool:
    prep = (found.group("prep") or "").strip()
    return is_span or prep not in (
        "на", "с", "со", "от", "за", "после", "позже", "позднее", "по", "раньше", "ранее",
        "не раньше", "не ранее", "кроме",
    )  # fmt: skip


@_rule(
    rf"\b(?:{_TO_DATE}\s+)?(?P<span>{_SPAN})?(?P<d>\d{{1,2}}|{ORDINAL})(?:\s*-?\s*(?:го|ого|му|ому|е|ое))?"
    rf"(?:\s+числа)?\s+(?P<mon>{_MONTH})(?:\s+(?P<y>20\d\d)(?:\s*г(?:од[ау]?)?\b\.?)?)?"
)
def _named_date(found: re.Match[str]) -> Read:
    if not _deadline(found, bool(found.group("span"))):
        return _NONE
    day = ordinal_of(found.group("d"))
    return {"day": Day("date", 0, day, _month(found.group("mon")), int(found.group("y") or 0))}


@_rule(
    rf"(?<![\d.,/№#:-])\b(?:{_TO_DATE}\s+)?(?P<span>(?:с\s+)?\d{{1,2}}(?:\.\d\d)?\s*(?:-|–|—|по|или)\s*)?"
    r"(?P<d>\d{1,2})(?P<dot>[./])(?P<mon>\d\d)(?:[./](?P<y>20\d\d|\d\d))?(?!\d|[.,:/-]\d)(?:\s*г\b\.?)?"
)
def _dotted_date(found: re.Match[str]) -> Read:
    day, month = int(found.group("d")), int(found.group("mon"))
    if not (1 <= day <= 31 and 1 <= month <= 12) or _after_at(found):
        return None
    if not _deadline(found, bool(found.group("span"))):
        return _NONE
    year = int(found.group("y") or 0)
    return {"day": Day("date", 0, day, month, year + 2000 if 0 < year < 100 else year)}


def _after_at(found: re.Match[str]) -> bool:
    """ "в 10.10" is a time of day."""
    if found.group("prep") or found.group("y"):
        return False
    return bool(re.search(r"\b(?:в|около)\s*$", found.string[: found.start("d")]))


@_rule(rf"\b(?:{_TO_DATE}\s+)?(?P<y>20\d\d)-(?P<mon>\d\d)-(?P<d>\d\d)\b")
def _iso_date(found: re.Match[str]) -> Read:
    if not _deadline(found):
        return _NONE
    return {"day": Day("date", 0, *(int(found.group(each)) for each in ("d", "mon", "y")))}


@_rule(
    rf"\b(?:{_TO_DATE}\s+)?(?P<span>{_SPAN})?(?:(?P<d>\d{{1,2}})\s*-?\s*(?:го|ого|му|ому|е|ое)\b|(?P<o>{ORDINAL}|\d{{1,2}})"
    rf"(?=\s+числ))(?P<word>\s+числ\w+)?(?:{_NOT_A_NOUN})"
)
def _day_of_month(found: re.Match[str]) -> Read:
    if not _deadline(found, bool(found.group("span"))):
        return _NONE
    day = ordinal_of(found.group("d") or found.group("o"))
    return {"day": Day("month_day", 0, day)} if 1 <= day <= 31 else None


# --- clock times ------------------------------------------------------------------------
_OF_DAY = r"(?:\s*(?:час(?:ов|а|ам|у|ами)?|ч\b\.?))?(?:\s*(?P<{0}>утра|дня|вечера|ночи)\b)?"
_HOURS = rf"(?:[01]?\d|2[0-4])(?:\s*[:.\-]\s*[0-5]\d)?(?![\d])|{HOUR}"


def _clock(hour: float, minute: int, said: str, of_day: str) -> time | None:
    """The time of day as shops mean it: "в три" is in the afternoon."""
    hour = int(hour)
    if of_day == "утра":
        hour %= 24
    elif of_day in ("дня", "вечера") and hour < 12 and not (of_day == "дня" and hour > 6):
        hour += 12
    elif of_day == "ночи":
        hour = 24 if hour >= 11 else hour
    elif not of_day and 1 <= hour <= 7 and not said.startswith("0"):
        hour += 12
    if hour >= 24:
        return time(23, 59)
    return time(hour, minute)


def _read_clock(said: str, of_day: str | None) -> time | None:
    numbers = re.match(r"(\d{1,2})(?:\s*[:.\-]\s*(\d\d))?$", said.strip())
    hour = int(numbers[1]) if numbers else hour_of(said)
    minute = int(numbers[2] or 0) if numbers else 0
    return _clock(hour, minute, said.strip(), of_day or "")


@_rule(
    r"\b(?:в\s+(?:промежутке|период\w*|интервале|окне)\s+)?(?:с|между|от)\s+"
    rf"(?P<h1>{_HOURS}){_OF_DAY.format('p1')}\s*(?:-|–|—|до|и|по)\s*(?P<h2>{_HOURS}){_OF_DAY.format('p2')}"
    rf"(?:(?<=\d\d:\d\d)|(?<=[вчд]\b)|{_NOT_A_NOUN}|(?<=утра)|(?<=дня)|(?<=вечера)|(?<=часов)|(?<=часа))"
)
def _window(found: re.Match[str]) -> Read:
    return {"at": _read_clock(found.group("h2"), found.group("p2"))}


@_rule(r"(?<![\d.,/№-])\b(?:в\s+)?(?P<h1>\d{1,2}:\d\d)\s*[-–—]\s*(?P<h2>\d{1,2}:\d\d)(?!\d)")
def _dashed_window(found: re.Match[str]) -> Read:
    return {"at": _read_clock_or_none(found.group("h2"))}


def _read_clock_or_none(said: str) -> time | None:
    hour, _, minute = said.partition(":")
    if int(hour) > 24 or int(minute) > 59:
        return None
    return _clock(int(hour), int(minute), said, "")


_AT = (
    r"(?P<prep>не\s+(?:позднее|позже)(?:\s*,?\s*чем\s+в)?|раньше|ранее|не\s+(?:раньше|ранее)|в|во|до|к|ко|около"
    r"|часам\s+к|часов\s+(?:в|до)|часа\s+в|после|с|со|на|позднее|по)\s+"
    r"(?:(?:примерно|около|ровно|где-то|самое\s+позднее)\s+)?"
)


def _at(found: re.Match[str], at: time | None) -> Read:
    prep = found.group("prep") or ""
    if at is None:
        return None
    if prep in ("на", "раньше", "ранее", "не раньше", "не ранее", "по"):
        return _NONE
    if prep in ("после", "с", "со", "позднее"):  # no end said: that of the working day, or evening
        return {"part": "evening" if at >= time(17) else "end_of_day"}
    return {"at": at}


@_rule(rf"\b{_AT}пол(?:овин[еуыа]\s+|\s+|-)?(?P<o>{ORDINAL})(?:\s*(?P<p>утра|дня|вечера))?\b")
def _half_past(found: re.Match[str]) -> Read:
    hour = ordinal_of(found.group("o")) - 1
    return _at(found, _clock(hour or 12, 30, "", found.group("p") or ""))


@_rule(rf"\b(?:{_AT})?без\s+(?P<m>{NUMBER}|четверти)(?:\s+минут)?\s+(?P<h>{HOUR}|\d{{1,2}}\b)")
def _minutes_to(found: re.Match[str]) -> Read:
    said = found.group("h")
    hour = int(said) if said.isdigit() else hour_of(said)
    less = 15 if found.group("m") == "четверти" else int(number_of(found.group("m")))
    at = _clock(((hour - 2) % 12) + 1 if hour <= 12 else hour - 1, 60 - less, "", "")
    return _at(found, at) if 0 < less < 60 and 0 < hour <= 24 else None


@_rule(
    rf"(?<![\d.,/№#-])\b(?:{_AT})?(?P<h>(?:[01]?\d|2[0-4])[:][0-5]\d)(?![\d:]|[.,/-]\d){_OF_DAY.format('p')}"
)
def _with_minutes(found: re.Match[str]) -> Read:
    return _at(found, _read_clock(found.group("h"), found.group("p")))


@_rule(rf"\b{_AT}(?P<h>(?:[01]?\d|2[0-4])[.\-][0-5]\d)(?![\d:]|[.,/-]\d){_OF_DAY.format('p')}")
def _dotted(found: re.Match[str]) -> Read:
    first, second = re.split(r"[.\-]", found.group("h"))
    if "-" in found.group("h") and int(first) < int(second) <= 24:  # "в 14-16"
        return _at(found, _clock(int(second), 0, second, found.group("p") or ""))
    return _at(found, _read_clock(found.group("h"), found.group("p")))


@_rule(
    rf"\b(?:{_AT})(?P<h>(?:[01]?\d|2[0-4])(?!\d)|{HOUR})(?:\s*[-–—]\s*(?P<h2>(?:[01]?\d|2[0-4])(?!\d)|{HOUR}))?"
    r"(?:\s*(?:час(?:ов|а|ам|у)?|ч\b\.?)(?:\s*(?P<p>утра|дня|вечера|ночи))?|\s*(?P<p2>утра|дня|вечера|ночи))\b"
)
def _with_word(found: re.Match[str]) -> Read:
    said = found.group("h2") or found.group("h")
    return _at(found, _read_clock(said, found.group("p") or found.group("p2")))


_always(r"\bв\s+час\s+(?:пик|назначенн)\w*", **_NONE)


@_rule(r"\b(?P<prep>в|к|до)\s+час(?P<case>|у|а)(?:\s+(?P<p>дня|ночи)\b|\b(?!\s+пик))" + _NOT_A_NOUN)
def _one_o_clock(found: re.Match[str]) -> Read:
    return {"at": time(1) if found.group("p") == "ночи" else time(13)}


# --- parts of the day -------------------------------------------------------------------
_ITS = r"(?:(?P<which>сегодняшн\w+|завтрашн\w+|послезавтрашн\w+)\s+)?"


def _part(pattern: str, part: str) -> None:
    def read(found: re.Match[str]) -> Read:
        which = found.groupdict().get("which")
        return {"part": part, "day": _day_word(which)} if which else {"part": part}

    _RULES.append((re.compile(pattern), read))


_part(
    r"\b(?:(?:первым\s+делом|прямо|сразу)\s*,?\s*(?:с\s+(?:самого\s+)?утра|утром)|с\s+(?:самого|раннего)\s+утра"
    r"|рано\s+утром|ранним\s+утром|рано\s+с\s+утра|(?:с\s+утра|утром)\s+(?:пораньше|первым\s+делом))\b",
    "first_thing",
)
_part(r"\bпервым\s+делом\b", "first_thing_weak")
_part(
    rf"\b(?:до|к|перед)\s+{_ITS}(?:обед(?:а|у|ом)|обеденн\w+\s+перерыв\w+)\b|\bв\s+обед\b",
    "before_lunch",
)
_part(rf"\b(?:до|к)\s+{_ITS}полудн[яю]\b|\bв\s+полдень\b", "noon")
_part(
    rf"\bс\s+утра\b|\b(?:до|к)\s+{_ITS}утр[ау]\b|\b(?<!добрым )утром\b|\bутречком\b|\bпоутру\b"
    r"|\bв\s+(?:течени[еи]\s+)?(?:перв\w+|1-?[йюу]ю?)\s+половин\w+\s+(?:завтрашнего\s+|сегодняшнего\s+|рабочего\s+)?дня\b",
    "morning",
)
_part(
    r"\bпосле\s+(?:обед(?:а|еннного перерыва)|полудня)\b"
    r"|\b(?:во?|на|ко?|до\s+конца)\s+(?:течени[еи]\s+)?(?:втор\w+|2-?[йуо]ю?й?)\s+половин\w+"
    r"(?:\s+(?:завтрашнего\s+|сегодняшнего\s+|рабочего\s+)?дня\b|(?!\s+(?:недел|месяц|год|\w*бря|январ|феврал|март)))"
    r"|(?<![иы]м\s)\bднем\b(?!\s+ранее)|\bв\s+дневное\s+время\b",
    "afternoon",
)
_part(
    rf"\b(?:ближе\s+к|к|до|под)\s+{_ITS}вечер[ауы]?\b|\b(?<!добрым )вечером\b|\bвечерком\b",
    "evening",
)
_part(r"\b(?:до|к)\s+(?:полуночи|ночи)\b|\bночью\b", "midnight")

# --- days -------------------------------------------------------------------------------
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
    rf"(?:{_OR}(?:во?\s+|до\s+|к\s+)?(?P<last>{_LONG_DAY}|{_SHORT_DAY})"
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
        return _NONE
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


_rule(rf"\b{_DAY_PREP}(?P<day>{_LONG_DAY}|{_SHORT_DAY})\b\.?{_MORE_DAYS}")(_read_weekday)
_rule(rf"\b(?P<day>{_LONG_DAY})\b{_MORE_DAYS}")(_read_weekday)
_rule(rf"\b(?P<day>{_SHORT_DAY})\b\s*[-–/]\s*(?P<last>{_SHORT_DAY})\b")(_read_weekday)
_rule(rf"(?<=\()(?P<day>{_SHORT_DAY})\b")(_read_weekday)


@_rule(
    r"\b(?:(?P<prep>до|к|на|с|со|в|за|после|по|не\s+позднее|не\s+позже|не\s+раньше|не\s+ранее)\s+)?"
    r"(?P<day>сегодняшн\w+|завтрашн\w+|послезавтрашн\w+|сегодня|завтра|после\s*завтра)"
    rf"(?:{_OR}(?P<last>завтра|после\s*завтра))?\b(?:\s+дня\b|\s+дню\b)?"
)
def _offset(found: re.Match[str]) -> Read:
    word = (found.group("last") or found.group("day")).replace(" ", "")
    if (found.group("prep") or "").replace("  ", " ") in (
        "на", "с", "со", "за", "после", "по", "не раньше", "не ранее",
    ) and not found.group("last"):  # fmt: skip
        return _NONE
    if word.startswith("после"):
        return {"day": Day("offset", 2)}
    return {"day": Day("offset", int(word.startswith("завтра")))}


# --- a bare hour: "завтра до 15", "к трём" ----------------------------------------------
@_rule(
    rf"\b{_AT}(?P<h>(?:[01]?\d|2[0-4])(?![\d%])|{HOUR})"
    rf"(?:\s*(?:-|–|—|или)\s*(?P<h2>(?:[01]?\d|2[0-4])(?!\d)|{HOUR}))?{_NOT_A_NOUN}(?![.,]\d|\s*-\s*\w)"
)
def _bare_hour(found: re.Match[str]) -> Read:
    if found.group("prep") in ("по", "на"):
        return None
    return _at(found, _read_clock(found.group("h2") or found.group("h"), None))
