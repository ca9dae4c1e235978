"""Polish: the times of a sentence ("jutro przed południem", "w ciągu 24 godzin").

Read from folded text: small letters without their Polish marks, as many letters as before. A
time is read in pieces, each a day, a length, a clock time or a part of the day; `joined` makes
one time of the pieces that stand in one clause, the latest moment they can mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import time

from .model import Day, Length, When
from .pl_numbers import (
    HOUR_BETWEEN,
    HOUR_WORDS,
    NUMBER,
    ORDINAL_DAY,
    clock,
    hour_of,
    number_of,
    ordinal_of,
)


@dataclass(slots=True)
class Piece:
    """A piece of a time, where it stands. `is_weak`: counts only beside a stronger one (a bare
    "piątek"). `is_latest`: "najpóźniej …", which replaces what was said before."""

    start: int
    end: int
    when: When
    is_weak: bool = False
    is_latest: bool = False


WEEKDAYS = (
    r"(?:poniedzial(?:ek|ku|kiem)|wtor(?:ek|ku|kiem)|srod(?:a|e|y)|czwart(?:ek|ku|kiem)"
    r"|piat(?:ek|ku|kiem)|sobot(?:a|e|y)|niedziel(?:a|e|i))\b"
)
WEEKDAY_SHORT = r"(?:pon|pn|wt|sr|czw|cz|pt|piat|sob|sb|ndz|niedz|nd)\b\.?"
_STARTS = ("po", "wt", "sr", "cz", "pi", "so", "ni")
_SHORT_DAYS = {"pn": 0, "pt": 4, "sb": 5, "nd": 6, "ndz": 6}
MONTHS = (
    r"(?:sty(?:cznia|czen)?|lut(?:ego|y)?|mar(?:ca|zec)?|kwi(?:etnia|ecien)?|maja?|cze(?:rwca)?"
    r"|lip(?:ca|iec)?|sie(?:rpnia)?|wrz(?:esnia)?|paz(?:dziernika)?|lis(?:topada)?|gru(?:dnia)?)\b"
)
_MONTHS = "sty lut mar kwi maj cze lip sie wrz paz lis gru"
_MONTH_STARTS = _MONTHS.split()
LATEST = r"(?:najpozniej|najdalej|ostatecznie|maksymalnie|max\.?|maks\.?)"
LEAD = rf"(?:{LATEST}\s+)?"
ON = r"(?:(?:w\s+dniu|dnia|we?|do|na|przed|(?:po)?miedzy)\s+)"
ABOUT = r"(?:(?:ok\.?|okolo|kolo|mniej\s+wiecej|gdzies|tak|jakies|najblizszych|kolejnych)\s+){0,2}"
GODZ = r"(?:godz(?:ina|iny|inie|inach|ine)?\b\.?|g\.)"
H = r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?![\d])(?:-?(?:tej|ta|ej)\b)?"
AFTER_H = (  # a number before these is no hour
    r"(?![.,:/]?\d|\s*(?:zl\b|zlot|pln|eur|usd|gbp|€|\$|%|szt|cm\b|mm\b|kg\b|g\b|km\b|lat\b|osob\b"
    r"|par\b|pary\b|proc|punkt(?:y|ow)\b|tys|dni|dnia|dniach|dob[aye]?\b|godzin(?!a)|minut|min\b"
    r"|tyg"
    r"|mies|krokow|razy\b|rat\b|raty\b|[-–]?procent|sztuk|maili\b|zamowien\b|paczek\b|litr|ml\b"
    r"|gb\b|mb\b|v\b|stopni))"
)
UNIT = (
    r"(?:(?:minut|godzin|dob|tygodn|miesiac)\w*|kwadrans\w*|tydzien|miesiecy|dni|dzien|dnia|dniach"
    r"|min\b\.?|godz\b\.?|h\b|tyg\b\.?|d\.\s?r\.|dr\b)"
)
WITHIN = (
    rf"(?:(?:{LATEST}\s+)?(?:za|w\s+(?:prze)?ciagu|w\s+terminie(?:\s+do)?|do|w|w\s+czasie"
    rf"|na\s+przestrzeni)"
    rf"|{LATEST})\s+(?:{LATEST}\s+)?(?:do\s+)?{ABOUT}"
)
WORKING = r"(?:\s+(?:robocz\w+|pracujac\w+|rob\b\.?))"

_SOURCES: list[tuple[str, str]] = [
    # what looks like a time and is none
    (
        "void",
        r"\b(?:z(?:e)?|sprzed|od|z\s+dnia|za|od\s+dnia|(?:ubiegl|zeszl|minion|poprzedn|ostatn)\w+"
        rf"|kazd\w+|w\s+(?:ubiegl|zeszl|minion|poprzedn|ostatn|kazd)\w+)\s+(?:{WEEKDAYS}"
        rf"|{WEEKDAY_SHORT}"
        rf"|jutra|dzis(?:iaj|iejsz\w+)?\b|\d{{1,2}}\.\d{{1,2}}\b(?:\.\d{{2,4}})?"
        rf"|\d{{1,2}}\s+{MONTHS})"
        r"|\b(?:nr|numer\w*|zamowieni\w+|faktur\w+|wersj\w+|rozmiar\w*|pozycj\w+|pkt|str|strona"
        r"|model\w*|umow\w+|reklamacj\w+|zgloszeni\w+|art|kod\w*|sygn\w*)\.?:?\s*(?:(?:nr|numer"
        r"|no)\.?\s*)?"
        r"\S{0,6}\d+(?:[./-]\d+)*"
        r"|\bpo\s+(?:pol|poludniu)\s+(?:roku|drogi)|\bdo\s+tej\s+pory|\bw\s+miedzyczasie"
        r"|\b(?:w\s+miesiacu|w\s+dni\s+robocze|na\s+dzis\s+dzien)",
    ),
    (
        "working_day",
        rf"\b{LEAD}(?:w\s+|do\s+(?:konca\s+)?)?(?:nastepn|najblizsz|kolejn"
        rf"|pierwsz)\w+\s+(?:dni(?:a|u)|dzien)"
        r"\s+(?:robocz|pracujac)\w+",
    ),
    (
        "length",
        rf"\b{WITHIN}(?:(?:{LATEST}|od)\s+)?(?P<first>{NUMBER})"
        rf"(?:\s?(?:-|–|—|do|lub|albo|czy|max\.?)\s?(?P<last>{NUMBER}))?\s*-?(?:ch\b|tu\b)?"
        rf"(?P<work1>{WORKING})?\s*(?P<unit>{UNIT})(?P<work2>{WORKING})?",
    ),
    (
        "one",
        r"\b(?:" + LATEST + r"\s+)?(?:za|w\s+(?:prze)?ciagu|do)\s+"
        r"(?:(?:ok\.?|okolo|najblizsz\w+|jedn\w+|niecal\w+|mniej\s+niz|kolejn\w+|najdalej"
        r"|maksymalnie)\s+){0,2}"
        r"(?P<unit>godzin(?:e|y|ke|ki)|dob(?:e|y)|tydzien|tygodnia|miesiac(?:a)?|dzien"
        r"|kwadrans(?:a|ik)?"
        r"|minut(?:e|y|ke)|dnia(?=\s+robocz))(?P<work>\s+robocz\w+)?(?!\s*\d)",
    ),
    (
        "half",
        rf"\b(?:{LATEST}\s+)?(?:za|w\s+(?:prze)?ciagu|do)\s+{ABOUT}"
        r"(?:pol\s+godzin\w+|pol\s?godzink?\w*|pol\s+godz\.?|poltorej\s+godziny|poltora\s+godziny"
        r"|trzy\s+kwadranse|pol\s+(?:dnia|doby))",
    ),
    ("noon", r"\b(?:w|do|przed)\s+(?:samo\s+)?poludni(?:e|a)\b"),
    ("before_noon", r"\b(?:do\s+)?przed\s?poludni(?:em|a|e)\b|\bprzedpoludniem\b"),
    (
        "after_noon",
        r"\bw\s+drugiej\s+polowie\s+dnia|\bpo\s?poludni(?:u|em|a|e)\b|\bpopol\b\.?|\bpo\s+pol\."
        r"|\bppol\b\.?",
    ),
    ("lunch", r"\b(?:przed|do|w\s+porze)\s+(?:pora\s+)?(?:obiad(?:em|u|owa)?|lunch(?:em|u)?)\b"),
    ("after_lunch", r"\bpo\s+(?:obiedzie|lunchu)\b"),
    ("dawn", r"\b(?:(?:z|od)\s+(?:samego\s+)?rana|skoro\s+swit|z\s+samego\s+ranka)\b"),
    (
        "morning",
        r"\b(?:rano|porankiem|w\s+pierwszej\s+polowie\s+dnia|(?:do|przed)\s+(?:rana|poranka)"
        r"|(?<=jutra\s)rana|nad\s+ranem)\b",
    ),
    (
        "evening",
        r"\b(?:wieczorem|wieczorkiem|(?:do|pod|na|blizej)\s+(?:dzisiejsz\w+\s+"
        r"|jutrzejsz\w+\s+)?wieczor(?:a|u)?|(?<=jutra\s)wieczora)\b",
    ),
    ("midnight", r"\b(?:do\s+polnocy|w\s+nocy|o\s+polnocy|przed\s+polnoca)\b"),
    (
        "day_end",
        r"\b(?:do|pod|z|na|przed)\s+konc(?:a|em|u|iec)\s+(?:(?:dzisiejsz"
        r"|jutrzejsz)\w+\s+)?(?:dnia|pracy)"
        r"(?:\s+(?:robocz\w+|pracy))?\b|\bpod\s+koniec\s+(?:(?:dzisiejsz"
        r"|jutrzejsz)\w+\s+)?dnia(?:\s+robocz\w+)?"
        r"|\bdo\s+(?:zamkniecia|konca\s+(?:godzin\s+)?pracy)\b|\bw\s+ciagu\s+(?:dnia\b"
        r"|(?:dzisiejsz|jutrzejsz)\w+\s+dnia)",
    ),
    (
        "week",
        rf"\b{LEAD}(?:jeszcze\s+)?(?:w(?:\s+(?:polowie|srodku|ciagu))?|na(?:\s+poczatku)?|do"
        rf"|do\s+(?:konca|polowy|poczatku)|pod\s+koniec|z\s+(?:koncem|poczatkiem)|z)"
        r"\s+(?:(?P<which>t(?:ym|ego|en)|biezac\w+|przyszl\w+|nastepn\w+|nadchodzac\w+|kolejn\w+"
        r"|najblizsz\w+)\s+)?"
        r"(?:tygodni(?:u|a)|tydzien)(?P<work>\s+robocz\w+)?\b",
    ),
    ("bare_next_week", r"\bprzyszl(?:y|ego|ym)\s+tygod(?:nia|niu|zien)|\bnastepnego\s+tygodnia"),
    (
        "weekend",
        r"\b(?P<how>w|we|na|do|przed|po)\s+(?:(?:konca|ten|tym|najblizszy)\s+)?(?:weekend(?:zie"
        r"|em|u|owi)?)\b",
    ),
    (
        "month_end",
        rf"\b{LEAD}(?:jeszcze\s+)?(?:do\s+konca|pod\s+koniec|z\s+koncem|w)\s+(?P<which>tego|tym"
        rf"|biezac\w+|przyszl\w+|nastepn\w+)?\s?miesiac(?:a|u)\b"
        rf"|\b{LEAD}(?:do\s+konca|pod\s+koniec)\s+(?P<month>{MONTHS})",
    ),
    ("year_end", r"\b(?:do\s+konca|pod\s+koniec)\s+(?:tego\s+|biezacego\s+)?roku"),
    ("iso", rf"\b{LEAD}{ON}?(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    (
        "date_word",
        rf"\b(?P<lead>{LEAD})(?P<on>{ON})?(?:konca\s+(?:dnia\s+)?)?(?:(?P<from>\d{{1,2}})\s?[-–]\s?)?"
        rf"(?P<day>(?:\d{{1,2}}(?:\.|-?(?:go|ego|tego|ym))?)"
        rf"|{ORDINAL_DAY})\s+(?P<month>{MONTHS})\.?"
        r"(?:\s+(?P<year>20\d\d)(?:\s*r(?:\.|oku)?)?)?",
    ),
    (
        "date",
        rf"\b(?P<lead>{LEAD})(?P<on>{ON})?(?:konca\s+(?:dnia\s+)?)?(?P<day>0?[1-9]|[12]\d|3[01])"
        r"(?P<mark>[./-])(?P<month>0?[1-9]|1[0-2])"
        r"(?:(?P=mark)(?P<year>20\d\d|\d\d)(?:\s*r\.?)?)?(?![\d:])(?!\s*(?:zl|pln|eur|%|kg|cm|mm"
        r"|szt|gb|h\b))",
    ),
    (
        "month_day",
        rf"\b{LEAD}(?:{ON}?(?P<day>\d{{1,2}})(?:-?(?:go|ego|tego|ym|ty|tym)\b|\s+(?:bm\b|b\.m\."
        rf"|dnia\s+miesiaca|tego\s+miesiaca))"
        rf"|{ON}(?P<word>{ORDINAL_DAY})(?!\s+(?:godzin|dnia|dzien|raz|klas|wersj)))",
    ),
    (
        "half_past",
        rf"\b(?:o|do|na|przed)\s+(?:w?pol\s+do)\s+(?P<word>{HOUR_WORDS})",
    ),
    (
        "window",
        rf"\b(?P<lead>(?:(?:po)?miedzy|od|w|o)?\s*(?:{GODZ}\s*)?(?:od\s+)?)(?P<from>{H})\s?(?:-|–"
        rf"|—|a|do|i|lub|albo)\s?(?:{GODZ}\s*)?(?P<to>{H})" + AFTER_H,
    ),
    (
        "window_words",
        rf"\b(?:(?:po)?miedzy|od)\s+(?:{GODZ}\s*)?(?:{HOUR_BETWEEN})\s+(?:a|do"
        rf"|i)\s+(?P<word>{HOUR_BETWEEN})",
    ),
    (
        "hour",
        rf"\b(?P<lead>{LEAD})(?P<on>(?:o|do|na|przed|po|od|kolo|okolo|ok\.|w\s+okolicach?|punkt"
        rf"|rowno|gdzies|tak)\s+(?:(?:ok\.?|okolo|kolo|rowno|punkt)\s+)?(?:{GODZ}\s*)?|{GODZ}\s*)"
        rf"(?P<at>{H}|{HOUR_BETWEEN}(?:\s+(?:trzydziesci|pietnascie|czterdziesci\s+piec)\b)?)"
        + AFTER_H,
    ),
    ("bare_hour", r"(?<![\d.,:/-])\b(?P<at>(?:[01]?\d|2[0-3]):[0-5]\d)(?![\d:])"),
    (
        "offset",
        rf"\b{LEAD}(?:(?:do|na|w|jeszcze|przed)\s+)?(?:konca\s+)?(?:(?:w\s+)?dni(?:u|a)\s+)?"
        r"(?P<word>dzis(?:iaj)?|jutr(?:o|a|em)|pojutrz[ea]|nazajutrz|dzisiejsz\w+\s+(?:dni(?:a"
        r"|u))|jutrzejsz\w+(?:\s+dni(?:a|u))?"
        r"|(?<=dniu\s)dzisiejszym|nastepnego\s+dnia)\b(?!\s*-\s*(?:dzien))",
    ),
    (
        "weekday",
        rf"\b(?P<lead>{LEAD})(?P<on>{ON})?(?:konca\s+)?(?P<mod>t(?:en|a|e|ego|ej|ym)\s+"
        rf"|(?:przyszl|nastepn|najblizsz|nadchodzac|kolejn)\w+\s+)?"
        rf"(?P<word>{WEEKDAYS})(?P<next>\s+(?:w\s+)?(?:przyszl|nastepn)\w+\s+tygodni\w+)?",
    ),
    (
        "weekday_short",
        rf"\b{LEAD}(?:we?|do|na|najpozniej)\s+(?P<word>{WEEKDAY_SHORT})(?=[\s.,;!)]|$)",
    ),
]
_EACH = {name: re.compile(source) for name, source in _SOURCES}
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_EDGE = r"\b"
_BACK = re.compile(r"\(\?P=mark\)")
_ALL = re.compile(
    r"\b(?:"
    + "|".join(
        f"(?P<{name}>{_NAMED_GROUP.sub('(?:', _BACK.sub('[./-]', source)).removeprefix(_EDGE)})"
        for name, source in _SOURCES
    )
    + ")"
)


def pieces(folded: str) -> list[Piece]:
    """The pieces of times in `folded`, in its order."""
    found = []
    at = 0
    while match := _ALL.search(folded, at):
        name = match.lastgroup or "void"
        own = _EACH[name].match(folded, match.start())
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


def _part(name: str):
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

_OR = re.compile(
    r"(?:\b(?:lub|albo|czy|badz|ewentualnie|wzglednie|ostatecznie)\b)|^\s*[-–—]\s*$|^\s+do\s*$"
)


def joined(found: Iterable[Piece], folded: str) -> When | None:
    """One time of the pieces of a clause: the latest moment that they can mean."""
    when, before = None, None
    for piece in found:
        if when is None:
            when = piece.when
        else:
            between = folded[before.end : piece.start] if before else ""
            when = _both(when, piece.when, piece.is_latest or bool(_OR.search(between)))
        before = piece
    return when


def _both(said: When, more: When, is_or: bool) -> When:
    if more.length and more.length.unit == "week" and said.day and said.day.kind == "weekday":
        return When(Day("next_week", said.day.n), None, said.at, said.part)
    if more.length and not (said.day and not is_or):
        if said.length and said.length.unit in ("minute", "hour") and more.length.unit == "day":
            return replace(said, day=None, length=more.length)
        return When(length=more.length, at=said.at, part=said.part)
    if more.length:  # "dziś, w ciągu godziny"; "w środę, za 3 dni"
        return When(length=more.length) if more.length.unit in ("minute", "hour") else said
    if more.day:
        return _with_day(said, more, is_or)
    at, part = said.at, said.part
    if more.at:
        at, part = _in_part(more.at, part), ""
    elif more.part and at and not is_or:
        at = _in_part(at, more.part)
    elif more.part:
        at, part = None, more.part
    return When(said.day, said.length, at, part)


def _in_part(at: time, part: str) -> time:
    """Eight "in the evening" is 20:00."""
    return (
        at.replace(hour=at.hour + 12) if part in ("afternoon", "evening") and at.hour < 12 else at
    )


def _with_day(said: When, more: When, is_or: bool) -> When:
    new = more.day
    if said.length:
        if said.length.unit == "week" and new.kind == "weekday":
            return replace(said, length=None, day=Day("next_week", new.n))
        return replace(more, at=said.at or more.at, part=said.part or more.part)
    if said.day is None:
        at, part = more.at or said.at, more.part or said.part
        return When(day=new, at=at, part="" if at else part)
    day = _one_day(said.day, new, is_or)
    if is_or and day == new:
        return more
    return replace(said, day=day, at=more.at or said.at, part=more.part or said.part)


def _one_day(first: Day, second: Day, is_or: bool) -> Day:
    kinds = {first.kind, second.kind}
    for week, named in (("next_week_end", "next_week"), ("week_end", "this_week")):
        if kinds == {week, "weekday"}:
            return Day(named, first.n if first.kind == "weekday" else second.n)
        if kinds == {week, named}:
            return first if first.kind == named else second
    if is_or:
        return second
    if "offset" in kinds:
        return first if first.kind == "offset" else second
    for sure in ("date", "next_week", "this_week"):
        if sure in kinds:
            return first if first.kind == sure else second
    return second


def within(found: Iterable[Piece], start: int, end: int) -> Iterator[Piece]:
    """Those pieces that start between `start` and `end`."""
    return (piece for piece in found if start <= piece.start < end)
