"""English: what one piece of a time means: a day, a length, a clock time or a part of the day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from .en_time_patterns import MONTHS, NUMBERS, TENS, WD, WEEKDAYS, WORKING
from .model import Day, Length


@dataclass(slots=True)
class Piece:
    start: int
    end: int
    day: Day | None = None
    length: Length | None = None
    at: time | None = None
    part: str = ""


_Reader = Callable[[re.Match[str], str, str], Piece | None]
_ORDER_NUMBER = re.compile(
    r"(?:order|orders|no|nr|number|invoice|ref|reference|size|sizes|article|item|model|version|"
    r"part|lot|sku|"
    r"code|room|unit|flat|page|chapter|section|ticket|case|batch|street|road|ave|type|v|ver|"
    r"release|score|"
    r"pack|set|scale|ratio|rated)[.:\s#]*$"
)


def _day_piece(kind: str, n: int = 0, part: str = "") -> _Reader:
    return lambda found, lower, sentence: Piece(
        found.start(), found.end(), day=Day(kind, n), part=part
    )


def _part_piece(part: str) -> _Reader:
    return lambda found, lower, sentence: Piece(found.start(), found.end(), part=part)


def _number(said: str) -> int:
    said = re.sub(r"\s+", " ", said)
    return int(said) if said.isdigit() else (TENS.get(said) or NUMBERS[said])


def _is_weekday(found: re.Match[str], group: int, lower: str, sentence: str) -> bool:
    """ "sat" and "sun" are words too: they need a capital or a preposition."""
    name = found.group(group).rstrip(".")
    if name not in ("sat", "sun", "wed") or re.match(
        r"\s+(?:\d|at\s\d|morn|after|eve)", lower[found.end(group) :]
    ):
        return True
    at = found.start(group)
    return sentence[at].isupper() or bool(
        re.search(r"\b(?:on|by|next|this|before)\s+$", lower[:at])
    )


def _read_weekday(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    if not _is_weekday(found, 2, lower, sentence):
        return None
    end = found.end() - (found.group().endswith("."))
    which = re.sub(r"\s+", " ", found.group(1) or "")
    kind = {"next": "next_week", "this": "this_week"}.get(which, "weekday")
    return Piece(found.start(), end, day=Day(kind, WEEKDAYS[found.group(2).rstrip(".")]))


def _read_weekday_of(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    kind = "next_week" if found.group(2) == "next" else "this_week"
    return Piece(found.start(), found.end(), day=Day(kind, WEEKDAYS[found.group(1).rstrip(".")]))


def _read_week_of(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    end = found.end() - (found.group().endswith("."))
    return Piece(found.start(), end, day=Day("next_week", WEEKDAYS[found.group(1).rstrip(".")]))


def _date_piece(found: re.Match[str], day: int, month: int, year: int = 0) -> Piece | None:
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return Piece(found.start(), found.end(), day=Day("date", day=day, month=month, year=year))


def _read_day_month(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    day, month, year = found.groups()
    return _date_piece(found, int(day), MONTHS[month.rstrip(".")], int(year or 0))


def _read_month_day(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    month, day, year = found.groups()
    return _date_piece(found, int(day), MONTHS[month.rstrip(".")], int(year or 0))


def _read_iso(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    year, month, day = map(int, found.groups())
    return _date_piece(found, day, month, year)


def _british(found: re.Match[str], first: int, second: int, year: int) -> Piece | None:
    """Day first; month first only where day first is impossible."""
    if second > 12 >= first:
        first, second = second, first
    return _date_piece(found, first, second, year)


def _read_full_numeric(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    first, _, second, year = found.groups()
    if _ORDER_NUMBER.search(lower[: found.start()]):
        return None
    return _british(found, int(first), int(second), int(year) + (2000 if len(year) == 2 else 0))


def _read_numeric(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    """Without a year only after a word that wants a day: an order may be 24/11 too."""
    first, sign, second = found.groups()
    before = lower[: found.start()]
    if _ORDER_NUMBER.search(before) or not re.search(
        r"\b(?:on|by|before|until|till|the|for|from|latest|than|" + WD + r")[\s,(]+(?:the\s+)?$",
        before,
    ):
        return None
    if sign == "." and (int(first) < 24 and not lower.startswith(".", found.end())):
        return None  # 14.30 is a clock time
    return _british(found, int(first), int(second), 0)


def _read_month_day_alone(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    day = int(found.group(1))
    if not 1 <= day <= 31:
        return None
    return Piece(found.start(), found.end(), day=Day("month_day", day=day))


def _read_length_half(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    said = re.sub(r"\s+", " ", found.group(1))
    if said == "the day":
        return Piece(found.start(), found.end(), day=Day("offset", 0))
    if said == "the week":
        return Piece(found.start(), found.end(), day=Day("week_end"))
    if said.endswith(("working day", "business day")):
        return Piece(found.start(), found.end(), length=Length(1, "day", is_working=True))
    length = {
        "half a": Length(30, "minute"),
        "half an hour": Length(30, "minute"),
        "half a hour": Length(30, "minute"),
        "a quarter of an hour": Length(15, "minute"),
        "quarter of an hour": Length(15, "minute"),
        "the hour": Length(1, "hour"),
        "the next hour": Length(1, "hour"),
        "the next day": Length(1, "day"),
    }.get(said)
    if not length and said.endswith("half"):
        length = Length(90, "minute")
    if not length:
        unit = next(unit for unit in ("hour", "day", "week") if unit in said)
        length = Length(2 if said.endswith("two") else 1, unit)
    return Piece(found.start(), found.end(), length=length)


def _length(amount: str, working: str | None, unit: str) -> Length | None:
    number = _number(amount)
    unit = next(
        whole
        for whole in ("minute", "hour", "day", "week", "fortnight", "month")
        if whole[0] == unit[0] and (unit[0] != "m" or whole[:2] == unit[:2])
    )
    if unit == "fortnight":
        number, unit = number * 2, "week"
    is_working = bool(working) and re.fullmatch(WORKING, working or "") is not None
    return Length(number, unit, is_working and unit in ("day", "hour"))


def _read_length(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    amount, working, unit = found.groups()
    if (
        found.group().startswith(("for", "under", "during"))
        and not re.search(r"\bnext\b|\bcoming\b", found.group())
        and not found.group().startswith("under")
    ):
        return None  # "for 3 days" lasts, it is not due
    return Piece(found.start(), found.end(), length=_length(amount, working, unit))


def _read_length_from_now(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    _, amount, working, unit = found.groups()
    return Piece(found.start(), found.end(), length=_length(amount, working, unit))


def _clock(said: str, end: str | None) -> time | None:
    """A clock time. Without am or pm, one to seven is the afternoon: shops keep office hours."""
    said = re.sub(r"\s+", " ", said.strip())
    minute, past = 0, 0
    if found := re.match(r"(half past|quarter past|(?:a )?quarter to|half) ", said):
        minute = {"half past": 30, "half": 30, "quarter past": 15}.get(found.group(1), 45)
        past = -1 if minute == 45 else 0
        said = said[found.end() :]
    elif found := re.fullmatch(r"(\d{1,2})[:.h](\d{2})", said):
        said, minute = found.group(1), int(found.group(2))
    hour = _number(said) + past
    mark = (end or "").strip().replace(".", "")
    if mark == "pm" and hour < 12:
        hour += 12
    elif mark == "am" and hour == 12:
        return time(23, 59)
    elif mark not in ("am", "pm") and 1 <= hour <= 7 and not mark.startswith("h"):
        hour += 12
    if hour == 24 and minute == 0:
        return time(23, 59)
    return time(hour, minute) if 0 <= hour <= 23 and minute <= 59 else None


def _read_window(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    """ "between 2 and 4 pm": its end. Bare numbers need "between", "from" or "at" before them."""
    first, second, end = found.groups()
    whole = found.group()
    bare = first.isdigit() and second.isdigit() and not end
    if (bare or first.isalpha()) and not end and not re.match(r"(?:between|from|at)\s", whole):
        return None
    if _ORDER_NUMBER.search(lower[: found.start()]) or (
        "." in first and "." in second and not end and not re.match(r"(?:between|from|at)\s", whole)
    ):
        return None
    at = _clock(second, end)
    return Piece(found.start(), found.end(), at=at) if at else None


def _read_clock(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    end = found.group(2).strip()
    if (
        end.startswith("h")
        and not re.search(
            r"\b(?:by|at|before|around|about|than|latest)\s+$", lower[: found.start()]
        )
        and not re.match(r"\d{1,2}([:.]\d\d)?\s?h$", found.group())
    ):
        return None
    if end.startswith(("hr", "hour")) and not re.search(r"[:.]\d\d", found.group(1)):
        return None
    at = _clock(found.group(1), end)
    return Piece(found.start(), found.end(), at=at) if at else None


def _read_clock_bare(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    at = _clock(found.group(1), "")
    return Piece(found.start(), found.end(), at=at) if at else None


def _read_clock_after(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    said = found.group(1)
    if said == "one" or (said.isalpha() and not re.match(r"(?:by|at|before)\s", found.group())):
        return None  # "by one of us"
    at = _clock(said, "")
    return Piece(found.start(), found.end(), at=at) if at else None


def _read_after_clock(found: re.Match[str], lower: str, sentence: str) -> Piece | None:
    """ "after 3 pm" has no end of its own: the working day's, or the evening's."""
    said, end = found.groups()
    if (
        not end
        and (said.isalpha() or not re.search(r"[:.]", said))
        and not found.group().startswith("after")
    ):
        return None
    if said.isalpha() and not end:
        return None
    at = _clock(said, end)
    if not at:
        return None
    return Piece(found.start(), found.end(), part="end_of_day" if at.hour < 18 else "evening")


READERS = {
    "day_after": _day_piece("offset", 2),
    "end_of_tomorrow": _day_piece("offset", 0),
    "today_part": lambda found, lower, sentence: Piece(
        found.start(), found.end(), day=Day("offset", 0), part=found.group(1)
    ),
    "tonight": _day_piece("offset", 0, "evening"),
    "today": _day_piece("offset", 0),
    "tomorrow": _day_piece("offset", 1),
    "next_working_day": lambda found, lower, sentence: Piece(
        found.start(), found.end(), length=Length(1, "day", is_working=True)
    ),
    "week_of": _read_week_of,
    "weekday_of": _read_weekday_of,
    "weekday": _read_weekday,
    "start_of_next_week": _day_piece("next_week", 0),
    "middle_of_next_week": _day_piece("next_week", 2),
    "after_weekend": _day_piece("next_week", 0),
    "before_weekend": _day_piece("week_end"),
    "weekend": _day_piece("this_week", 6),
    "week_after_next": _day_piece("next_week_end", 1),
    "next_week": _day_piece("next_week_end"),
    "next_weekend": _day_piece("next_week", 6),
    "week_end": _day_piece("week_end"),
    "end_of_month_named": lambda found, lower, sentence: Piece(
        found.start(), found.end(), day=Day("month_end", month=MONTHS[found.group(1).rstrip(".")])
    ),
    "in_month": lambda found, lower, sentence: Piece(
        found.start(), found.end(), day=Day("month_end", month=MONTHS[found.group(1).rstrip(".")])
    ),
    "end_of_next_month": _day_piece("month_end", 1),
    "month_end": _day_piece("month_end"),
    "year_end": lambda found, lower, sentence: _date_piece(found, 31, 12),
    "iso": _read_iso,
    "day_month": _read_day_month,
    "month_day_named": _read_month_day,
    "full_numeric": _read_full_numeric,
    "numeric": _read_numeric,
    "month_day": _read_month_day_alone,
    "length_half": _read_length_half,
    "length": _read_length,
    "length_from_now": _read_length_from_now,
    "window": _read_window,
    "part_noon": _part_piece("noon"),
    "part_midnight": _part_piece("midnight"),
    "part_first_thing": _part_piece("first_thing"),
    "part_before_lunch": _part_piece("before_lunch"),
    "part_afternoon": _part_piece("afternoon"),
    "part_after_lunch": _part_piece("afternoon"),
    "part_end_of_day": _part_piece("end_of_day"),
    "part_evening": _part_piece("evening"),
    "part_morning": _part_piece("morning"),
    "after_clock": _read_after_clock,
    "clock": _read_clock,
    "clock_half": _read_clock_bare,
    "clock_bare": _read_clock_bare,
    "clock_after": _read_clock_after,
}
