"""Russian: hours and parts of the day."""

from __future__ import annotations

import re
from datetime import time

from .ru_numbers import HOUR, NUMBER, ORDINAL, hour_of, number_of, ordinal_of
from .ru_rules import NONE, NOT_A_NOUN, Read, Rules, day_word

_HOUR_SIGNS = "# дву две два трех трем три четыр пят шест сем восьм восем девят десят одинн двен "
WINDOWS = Rules(_HOUR_SIGNS)
NEAR_HOURS = Rules("пол без")
DIGITS = Rules("#")
HOURS = Rules(_HOUR_SIGNS)
ONE = Rules("час")
PARTS = Rules("утр обед полд полу полов днем дневн вечер ноч делом")
BARE_HOURS = Rules(_HOUR_SIGNS)

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


def read_clock(said: str, of_day: str | None) -> time | None:
    numbers = re.match(r"(\d{1,2})(?:\s*[:.\-]\s*(\d\d))?$", said.strip())
    hour = int(numbers[1]) if numbers else hour_of(said)
    minute = int(numbers[2] or 0) if numbers else 0
    return _clock(hour, minute, said.strip(), of_day or "")


@WINDOWS.rule(
    r"\b(?:в\s+(?:промежутке|период\w*|интервале|окне)\s+)?(?:с|между|от)\s+"
    rf"(?P<h1>{_HOURS}){_OF_DAY.format('p1')}\s*(?:-|–|—|до|и|по)\s*(?P<h2>{_HOURS}){_OF_DAY.format('p2')}"
    rf"(?:(?<=\d\d:\d\d)|(?<=[вчд]\b)|{NOT_A_NOUN}|(?<=утра)|(?<=дня)|(?<=вечера)|(?<=часов)|(?<=часа))"
)
def _window(found: re.Match[str]) -> Read:
    return {"at": read_clock(found.group("h2"), found.group("p2"))}


@DIGITS.rule(r"(?<![\d.,/№-])\b(?:в\s+)?(?P<h1>\d{1,2}:\d\d)\s*[-–—]\s*(?P<h2>\d{1,2}:\d\d)(?!\d)")
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
        return NONE
    if prep in ("после", "с", "со", "позднее"):  # no end said: that of the working day, or evening
        return {"part": "evening" if at >= time(17) else "end_of_day"}
    return {"at": at}


@NEAR_HOURS.rule(
    rf"\b{_AT}пол(?:овин[еуыа]\s+|\s+|-)?(?P<o>{ORDINAL})(?:\s*(?P<p>утра|дня|вечера))?\b"
)
def _half_past(found: re.Match[str]) -> Read:
    hour = ordinal_of(found.group("o")) - 1
    return _at(found, _clock(hour or 12, 30, "", found.group("p") or ""))


@NEAR_HOURS.rule(
    rf"\b(?:{_AT})?без\s+(?P<m>{NUMBER}|четверти)(?:\s+минут)?\s+(?P<h>{HOUR}|\d{{1,2}}\b)"
)
def _minutes_to(found: re.Match[str]) -> Read:
    said = found.group("h")
    hour = int(said) if said.isdigit() else hour_of(said)
    less = 15 if found.group("m") == "четверти" else int(number_of(found.group("m")))
    if not (0 < less < 60 and 0 < hour <= 24):
        return None
    return _at(found, _clock(hour - 1 or 12, 60 - less, "", ""))


@DIGITS.rule(rf"\b{_AT}(?P<h>\d{{1,2}})\s*(?:час\w*|ч\b\.?)\s*(?P<m>[0-5]\d)\s*м(?:ин)?\w*")
def _hours_and_minutes(found: re.Match[str]) -> Read:
    return _at(found, read_clock(f"{found.group('h')}:{found.group('m')}", None))


@DIGITS.rule(
    rf"(?<![\d.,/№#-])\b(?:{_AT})?(?P<h>(?:[01]?\d|2[0-4])[:][0-5]\d)(?![\d:]|[.,/-]\d){_OF_DAY.format('p')}"
)
def _with_minutes(found: re.Match[str]) -> Read:
    return _at(found, read_clock(found.group("h"), found.group("p")))


@DIGITS.rule(
    rf"\b{_AT}(?P<h>(?:[01]?\d|2[0-4])[.\-][0-5]\d)(?![\d:]|[.,/-]\d){_OF_DAY.format('p')}"
)
def _dotted(found: re.Match[str]) -> Read:
    first, second = re.split(r"[.\-]", found.group("h"))
    if "-" in found.group("h") and int(first) < int(second) <= 24:  # "в 14-16"
        return _at(found, _clock(int(second), 0, second, found.group("p") or ""))
    return _at(found, read_clock(found.group("h"), found.group("p")))


@HOURS.rule(
    rf"\b(?:{_AT})(?P<h>(?:[01]?\d|2[0-4])(?!\d)|{HOUR})(?:\s*[-–—]\s*(?P<h2>(?:[01]?\d|2[0-4])(?!\d)|{HOUR}))?"
    r"(?:\s*(?:час(?:ов|а|ам|у)?|ч\b\.?)(?:\s*(?P<p>утра|дня|вечера|ночи))?|\s*(?P<p2>утра|дня|вечера|ночи))\b"
)
def _with_word(found: re.Match[str]) -> Read:
    said = found.group("h2") or found.group("h")
    return _at(found, read_clock(said, found.group("p") or found.group("p2")))


ONE.always(r"\bв\s+час\s+(?:пик|назначенн)\w*", **NONE)


@ONE.rule(
    r"\b(?P<prep>в|к|до)\s+час(?P<case>|у|а)(?:\s+(?P<p>дня|ночи)\b|\b(?!\s+пик))" + NOT_A_NOUN
)
def _one_o_clock(found: re.Match[str]) -> Read:
    return {"at": time(1) if found.group("p") == "ночи" else time(13)}


_ITS = r"(?:(?P<which>сегодняшн\w+|завтрашн\w+|послезавтрашн\w+)\s+)?"


def _part(pattern: str, part: str) -> None:
    def read(found: re.Match[str]) -> Read:
        which = found.groupdict().get("which")
        return {"part": part, "day": day_word(which)} if which else {"part": part}

    PARTS.rule(pattern)(read)


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


@BARE_HOURS.rule(
    rf"\b{_AT}(?P<h>(?:[01]?\d|2[0-4])(?![\d%])|{HOUR})"
    rf"(?:\s*(?:-|–|—|или)\s*(?P<h2>(?:[01]?\d|2[0-4])(?!\d)|{HOUR}))?{NOT_A_NOUN}(?![.,]\d|\s*-\s*\w)"
)
def _bare_hour(found: re.Match[str]) -> Read:
    if found.group("prep") in ("по", "на"):
        return None
    return _at(found, read_clock(found.group("h2") or found.group("h"), None))
