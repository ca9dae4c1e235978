"""Polish: the pieces of the times in a sentence ("jutro", "przed południem", "w ciągu 24 godzin").

Read from folded text: small letters without their Polish marks, as many letters as before. A
piece is a day, a length, a clock time or a part of the day.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from .model import Day, Length, When
from .pl_numbers import clock, hour_of, number_of, ordinal_of
from .pl_time_words import ALL, EACH, LATEST

_STARTS = ("po", "wt", "sr", "cz", "pi", "so", "ni")
_SHORT_DAYS = {"pn": 0, "pt": 4, "sb": 5, "nd": 6, "ndz": 6}
_MONTHS = "sty lut mar kwi maj cze lip sie wrz paz lis gru"
_MONTH_STARTS = _MONTHS.split()


@dataclass(slots=True)
class Piece:
    """A piece of a time, where it stands. `is_weak`: counts only beside a stronger one (a bare
    "piątek"). `is_latest`: "najpóźniej …", which replaces what was said before."""

    start: int
    end: int
    when: When
    is_weak: bool = False
    is_latest: bool = False


def pieces(folded: str) -> list[Piece]:
    """The pieces of times in `folded`, in its order."""
    found = []
    at = 0
    while match := ALL.search(folded, at):
        name = match.lastgroup or "void"
        own = EACH[name].match(folded, match.start())
        at = max(match.end(), at + 1)
        if own and own.end() > own.start() and name != "void":
            at = own.end()
            try:
                piece = _READERS[name](own)
            except (ValueError, KeyError):
                piece = None
            if piece:
                found.append(piece)
    return found


def _piece(own: re.Match[str], when: When, is_weak: bool = False) -> Piece:
    is_latest = bool(re.match(LATEST, own.group()))
    return Piece(own.start(), own.end(), when, is_weak, is_latest)


def _day(own: re.Match[str], day: Day, is_weak: bool = False) -> Piece:
    return _piece(own, When(day=day), is_weak)


def _part(name: str) -> Callable[[re.Match[str]], Piece]:
    return lambda own: _piece(own, When(part=name))


def _working_day(own: re.Match[str]) -> Piece:
    return _piece(own, When(length=Length(1, "day", is_working=True)))


def _unit(word: str) -> tuple[str, int]:
    """The unit of a length and how many of it the word means."""
    for start, unit, times in (
        ("min", "minute", 1),
        ("kwadrans", "minute", 15),
        ("godz", "hour", 1),
        ("h", "hour", 1),
        ("dob", "hour", 24),
        ("tyg", "week", 1),
        ("tydz", "week", 1),
        ("mies", "month", 1),
    ):
        if word.startswith(start):
            return unit, times
    return "day", 1


def _length(own: re.Match[str]) -> Piece | None:
    amount = max(number_of(own["first"]), number_of(own["last"] or own["first"]))
    unit, times = _unit(own["unit"])
    is_working = bool(own["work1"] or own["work2"]) or own["unit"].startswith(("d.", "dr"))
    if unit == "day" and own["unit"] == "dnia" and not is_working:
        return None  # "do 3 dnia"
    return _piece(own, When(length=Length(amount * times, unit, is_working)))


def _one(own: re.Match[str]) -> Piece:
    unit, times = _unit(own["unit"])
    return _piece(own, When(length=Length(times, unit, bool(own["work"]))))


def _half(own: re.Match[str]) -> Piece:
    said = own.group()
    if "dnia" in said or "doby" in said:
        return _piece(own, When(length=Length(12, "hour")))
    minutes = 90 if "poltor" in said else 45 if "kwadrans" in said else 30
    return _piece(own, When(length=Length(minutes, "minute")))


def _day_end(own: re.Match[str]) -> Piece:
    said = own.group()
    day = Day("offset", 1) if "jutrzejsz" in said else None
    return _piece(
        own, When(day or (Day("offset") if "dzisiejsz" in said else None), part="end_of_day")
    )


def _week(own: re.Match[str]) -> Piece | None:
    said, which = own.group(), own["which"] or ""
    is_next = which.startswith(("przyszl", "nastepn", "nadchodz", "kolejn", "najblizsz"))
    if re.match(r".*\bciagu\b", said) and not which:
        return _piece(own, When(length=Length(1, "week")))
    if "poczat" in said:
        return _day(own, Day("next_week", 1))
    if "polow" in said or "srodku" in said:
        return _day(own, Day("next_week", 2) if is_next else Day("weekday", 2))
    if is_next:
        return _day(own, Day("next_week_end"))
    if not which and not re.search(r"\bkon(?:ca|iec|cem)\b", said):
        return _piece(own, When(length=Length(1, "week"))) if "do " in said else None
    return _day(own, Day("week_end"))


def _weekend(own: re.Match[str]) -> Piece:
    if own["how"] == "po":
        return _day(own, Day("next_week", 0))
    if own["how"] in ("do", "przed") and "konca" not in own.group():
        return _day(own, Day("week_end"))
    return _day(own, Day("this_week", 6))


def _month(word: str) -> int:
    return _MONTH_STARTS.index(word[:3]) + 1


def _month_end(own: re.Match[str]) -> Piece:
    if own["month"]:
        return _day(own, Day("month_end", month=_month(own["month"])))
    return _day(own, Day("month_end", int((own["which"] or "").startswith(("przyszl", "nastepn")))))


def _iso(own: re.Match[str]) -> Piece:
    return _day(own, Day("date", 0, int(own["day"]), int(own["month"]), int(own["year"])))


def _date_word(own: re.Match[str]) -> Piece | None:
    said = own["day"]
    digits = re.match(r"\d+", said)
    day = int(digits.group()) if digits else ordinal_of(said)
    if not 1 <= day <= 31 or (
        len(own["month"]) < 4 and own["month"] not in ("maj", "lis", "gru", "sty", "mar", "lut")
    ):
        return None
    # "Oddzwonię 24 listopada" needs no preposition.
    return _day(
        own,
        Day("date", 0, day, _month(own["month"]), int(own["year"] or 0)),
    )


def _date(own: re.Match[str]) -> Piece | None:
    year = int(own["year"] or 0)
    is_sure = bool(own["lead"] or own["on"] or year)
    if own["mark"] != "." and not is_sure:
        return None
    if not own["year"] and own["mark"] == "-":
        return _hours(own, f"{own['month']}") if is_sure else None
    day = Day(
        "date", 0, int(own["day"]), int(own["month"]), year + 2000 if 0 < year < 100 else year
    )
    return _day(own, day, not is_sure)


def _hours(own: re.Match[str], to: str) -> Piece:
    return _piece(own, When(at=clock(to)), True)


def _month_day(own: re.Match[str]) -> Piece | None:
    day = int(own["day"]) if own["day"] else ordinal_of(own["word"])
    return _day(own, Day("month_day", day=day)) if 1 <= day <= 31 else None


def _half_past(own: re.Match[str]) -> Piece:
    hour = hour_of(own["word"]) - 1
    return _piece(own, When(at=time(hour, 30)))


def _window(own: re.Match[str]) -> Piece | None:
    is_weak = not own["lead"].strip()
    if is_weak and not re.search(r"[-–—]", own.group()):
        return None
    to = clock(own["to"])
    if own["lead"].strip() in ("w",) and ":" not in own.group():
        return None
    return _piece(own, When(at=to), is_weak)


def _hour(own: re.Match[str]) -> Piece | None:
    said, on = own["at"], own["on"]
    if said[0].isdigit() and "." in said and not re.search(r"godz|g\.|\bo\s", on):
        day, month = said.split(".")
        if 1 <= int(month) <= 12 and int(day):
            return None  # a date
    at = clock(said) if said[0].isdigit() else _word_hour(said)
    if re.match(r"(?:po|od)\b", on):
        part = "end_of_day" if at.hour < 18 else "evening"
        return _piece(own, When(part=part))
    if own["on"].strip() in ("na", "gdzies", "tak") and said.isdigit() and at.hour < 7:
        return None
    return _piece(own, When(at=at))


def _word_hour(said: str) -> time:
    minutes = re.search(r"\s(trzydziesci|pietnascie|czterdziesci\s+piec)$", said)
    hour = hour_of(said[: minutes.start()] if minutes else said)
    return time(hour % 24, {"t": 30, "p": 15, "c": 45}[minutes.group(1)[0]] if minutes else 0)


def _bare_hour(own: re.Match[str]) -> Piece:
    return _piece(own, When(at=clock(own["at"])), is_weak=True)


def _offset(own: re.Match[str]) -> Piece:
    word = own["word"]
    n = 2 if word.startswith("poj") else 1 if word.startswith(("jut", "naz", "nas")) else 0
    is_weak = word.startswith("nastepnego")
    return _day(own, Day("offset", n), is_weak)


def weekday_of(word: str) -> int:
    word = word.strip(". ")
    return _SHORT_DAYS.get(word, next((n for n, s in enumerate(_STARTS) if word.startswith(s)), 0))


def _weekday(own: re.Match[str]) -> Piece:
    n, mod, on = weekday_of(own["word"]), own["mod"] or "", own["on"] or ""
    if on.startswith("przed"):
        n = 4 if n == 0 else n - 1
    if own["next"] or mod.startswith(("przyszl", "nastepn")):
        day = Day("next_week", n)
    elif mod.startswith("t"):
        day = Day("this_week", n)
    else:
        day = Day("weekday", n)
    return _day(own, day, is_weak=not (own["on"] or own["lead"] or mod))


def _weekday_short(own: re.Match[str]) -> Piece:
    return _day(own, Day("weekday", weekday_of(own["word"])))


_READERS = {
    "working_day": _working_day,
    "length": _length,
    "one": _one,
    "half": _half,
    "noon": _part("noon"),
    "before_noon": _part("morning"),
    "after_noon": _part("afternoon"),
    "lunch": _part("before_lunch"),
    "after_lunch": _part("afternoon"),
    "dawn": _part("first_thing"),
    "morning": _part("morning"),
    "evening": _part("evening"),
    "midnight": _part("midnight"),
    "day_end": _day_end,
    "week": _week,
    "bare_next_week": lambda own: _day(own, Day("next_week_end"), True),
    "weekend": _weekend,
    "month_end": _month_end,
    "year_end": lambda own: _day(own, Day("date", 0, 31, 12)),
    "iso": _iso,
    "date_word": _date_word,
    "date": _date,
    "month_day": _month_day,
    "half_past": _half_past,
    "window": _window,
    "window_words": lambda own: _piece(own, When(at=time(hour_of(own["word"]) % 24))),
    "hour": _hour,
    "bare_hour": _bare_hour,
    "offset": _offset,
    "weekday": _weekday,
    "weekday_short": _weekday_short,
}
