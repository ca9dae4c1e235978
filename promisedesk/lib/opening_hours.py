"""Opening hours of a week: the shapes they are written in, and the checks on them.

Hours are wall-clock minutes of a local day, so 24:00 is 1440 and has no date or zone yet;
`calendars` turns them into moments. Shops that close after midnight write two intervals.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from promisedesk.lib.wording import Worded, gettext_noop

Interval = tuple[int, int]  # opening and closing, minutes after local midnight
Hours = dict[int, tuple[Interval, ...]]  # weekday, 0 is Monday

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FULL_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MIDNIGHT = 24 * 60
LONGEST_HOURS = 1000  # characters; a week of four intervals a day fits in 400
TIME = re.compile(r"(\d{1,2}):(\d{2})")


class CalendarError(Worded):
    """A calendar that cannot be used; the text tells a person what to change."""


def parse_time(text: object) -> int:
    """Minutes after midnight of "9:00", "09:00" or "24:00"."""
    match = TIME.fullmatch(text.strip()) if isinstance(text, str) else None
    hour, minute = (int(part) for part in match.groups()) if match else (99, 99)
    if minute > 59 or hour * 60 + minute > MIDNIGHT:
        raise CalendarError(f"{text!r} is not a time of day. Write it like 09:00, up to 24:00.")
    return hour * 60 + minute


def format_time(minutes: int) -> str:
    """ "09:00" of 540, as calendar files write it."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def parse_weekday(text: object) -> int:
    """0 (Monday) to 6 of "mon", "Mon" or "Monday"."""
    name = str(text).strip().lower()
    for number, (short, full) in enumerate(zip(WEEKDAYS, FULL_NAMES, strict=True)):
        if len(name) >= 3 and name.startswith(short) and full.startswith(name):
            return number
    raise CalendarError(f"{text!r} is not a weekday. Use {', '.join(WEEKDAYS)}.")


def checked_intervals(pairs: object, where: str) -> tuple[Interval, ...]:
    """Sorted intervals of `[["09:00", "13:00"], …]`; raises CalendarError, naming `where`."""
    if not isinstance(pairs, list | tuple):
        raise CalendarError(f'The hours of {where} must be a list like [["09:00", "18:00"]].')
    intervals = sorted(_interval(pair, where) for pair in pairs)
    for (_, closes), (opens, later) in pairwise(intervals):
        if opens < closes:
            raise CalendarError(
                gettext_noop(
                    "The hours of %(day)s overlap: one interval ends at %(end)s, "
                    "another is %(start)s to %(later)s."
                ),
                day=where,
                end=format_time(closes),
                start=format_time(opens),
                later=format_time(later),
            )
    return tuple(intervals)


def _interval(pair: object, where: str) -> Interval:
    if not isinstance(pair, list | tuple) or len(pair) != 2:
        raise CalendarError(
            f'The hours of {where} must be pairs like ["09:00", "18:00"], not {pair!r}.'
        )
    try:
        opens, closes = parse_time(pair[0]), parse_time(pair[1])
    except CalendarError as error:
        raise CalendarError(f"{where}: {error}") from None
    if closes <= opens:
        raise CalendarError(
            gettext_noop(
                "%(day)s: the shop closes at %(closes)s, not after it opens at %(opens)s. "
                "For hours past midnight write two intervals: "
                "to 24:00, and from 00:00 on the next day."
            ),
            day=where,
            closes=format_time(closes),
            opens=format_time(opens),
        )
    return opens, closes


def checked_week(days: object) -> Hours:
    """Hours of a calendar file's `{"mon": [["09:00", "18:00"]], …}`; absent days are closed."""
    if not isinstance(days, Mapping):
        raise CalendarError('"hours" must be an object like {"mon": [["09:00", "18:00"]]}.')
    week: Hours = {}
    for name, pairs in days.items():
        day = parse_weekday(name)
        if day in week:
            raise CalendarError(f"{FULL_NAMES[day].title()} is given twice in the hours.")
        week[day] = checked_intervals(pairs or [], FULL_NAMES[day].title())
    return {day: week[day] for day in sorted(week) if week[day]}


def parse_hours(text: str) -> Hours:
    """Hours of "Mon-Fri 09:00-13:00,14:00-18:00; Sat 10:00-14:00; Sun closed".

    Days not named are closed; "daily" is every day. Raises CalendarError.
    """
    week: dict[int, list[tuple[str, str]]] = {}
    if not isinstance(text, str) or len(text) > LONGEST_HOURS:
        raise CalendarError("Write hours like: Mon-Fri 09:00-18:00; Sat 10:00-14:00")
    plain = re.sub(r"[‐-―−]", "-", text)  # a dash pasted from a web page is a hyphen here
    plain = re.sub(r"[^\S\n]+", " ", plain)
    for part in filter(None, (part.strip() for part in re.split(r"[;\n]", plain))):
        days, times = _day_and_time_words(part)
        for day in days:
            if day in week:
                raise CalendarError(f"{FULL_NAMES[day].title()} is given twice in {text!r}.")
            week[day] = times
    if not any(week.values()):
        raise CalendarError(
            "These hours are never open. Write them like: Mon-Fri 09:00-18:00; Sat 10:00-14:00"
        )
    return checked_week({WEEKDAYS[day]: times for day, times in week.items()})


def _day_and_time_words(part: str) -> tuple[list[int], list[tuple[str, str]]]:
    match = re.fullmatch(r"([a-z][a-z,\s-]*?)[\s:]+(closed|[\d:,\s-]+)", part, re.IGNORECASE)
    if not match:
        raise CalendarError(f"{part!r} is not understood. Write hours like Mon-Fri 09:00-18:00")
    if match[2].lower() == "closed":
        return _days(match[1]), []
    pairs = [tuple(piece.split("-")) for piece in re.sub(r"\s", "", match[2]).split(",")]
    if any(len(pair) != 2 for pair in pairs):
        raise CalendarError(f"{match[2]!r} is not understood. Write times like 09:00-18:00")
    return _days(match[1]), pairs


def _days(words: str) -> list[int]:
    if words.strip().lower() in ("daily", "every day"):
        return list(range(7))
    days: list[int] = []
    for word in filter(None, words.split(",")):
        first, _, last = word.partition("-")
        start = parse_weekday(first)
        length = (parse_weekday(last) - start) % 7 if last else 0
        days += [(start + step) % 7 for step in range(length + 1)]
    return days


def week_as_json(hours: Mapping[int, Iterable[Interval]]) -> dict[str, list[list[str]]]:
    """The contract's `hours`, all seven days named."""
    return {name: intervals_as_json(hours.get(day, ())) for day, name in enumerate(WEEKDAYS)}


def intervals_as_json(intervals: Iterable[Interval]) -> list[list[str]]:
    return [[format_time(opens), format_time(closes)] for opens, closes in intervals]
