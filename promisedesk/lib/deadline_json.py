"""The JSON of `promisedesk deadline`: a question in, what would be promised out.

`due_at` is RFC 3339 in UTC. In `counted`, `date` is the local date and `from` and `to` the
clock of that date in the calendar's zone, as calendar files write it: 09:00, 24:00, with
seconds only when there are any. In an overlap `to` may read earlier than `from`; `seconds` is
always the time that passed.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.lib.counting import Counted, Span, SpanError, deadline
from promisedesk.lib.wall_clock import moment_of

# RFC 3339 5.6; seconds and zone may be left out.
TIME = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?\s*([Zz]|[+-]\d\d:?\d\d)?", re.ASCII
)
FIELDS = {
    "calendar": "the name of a calendar, a file, or the calendar itself",
    "from": "a time like 2026-11-23T14:05:00+03:00",
    "target": "a span like 1 working day",
}

FindCalendar = Callable[[str], WorkCalendar]


class TimeError(ValueError):
    """Not a time; the text tells a person how to write one."""


def answer(
    line: object, defaults: Mapping[str, Any], find_calendar: FindCalendar
) -> dict[str, Any]:
    """`{due_at, counted}` or `{error}` for one line `{from, target, calendar}`.

    What the line lacks (or has as null) comes from `defaults`, with the same keys. `calendar`
    is a calendar's JSON object, or a name for `find_calendar`, which may raise CalendarError.
    """
    try:
        return _promised(*_question(line, defaults, find_calendar))
    except (CalendarError, SpanError, TimeError) as error:
        return {"error": str(error)}


def answer_line(
    text: str, defaults: Mapping[str, Any], find_calendar: FindCalendar
) -> dict[str, Any]:
    """The same for a line of text."""
    try:
        line = json.loads(text)
    except (ValueError, RecursionError):
        return {"error": 'This line is not JSON. Write one object a line: {"from": …, …}.'}
    return answer(line, defaults, find_calendar)


def parse_moment(text: object, calendar: WorkCalendar) -> datetime:
    """UTC moment of an RFC 3339 time; without an offset it is the calendar's local time."""
    plain = text.strip() if isinstance(text, str) else ""
    try:
        if not TIME.fullmatch(plain):
            raise ValueError
        at = datetime.fromisoformat(plain.upper().replace(" ", "T", 1).replace(" ", ""))
        if at.tzinfo is None:
            return moment_of(calendar.zone, at.date(), at.time())
        return at.astimezone(UTC)
    except (ValueError, OverflowError):
        raise TimeError(
            f"{text!r} is not a time. Write it like 2026-11-23T14:05:00+03:00."
        ) from None


def _question(
    line: object, defaults: Mapping[str, Any], find_calendar: FindCalendar
) -> tuple[WorkCalendar, datetime, Span]:
    if not isinstance(line, Mapping):
        raise TimeError('A line must be an object like {"from": …, "target": …, "calendar": …}.')
    given = {
        key: line.get(key) if line.get(key) is not None else defaults.get(key) for key in FIELDS
    }
    for key, form in FIELDS.items():
        if given[key] is None:
            raise TimeError(f"There is no {key}. Give {form}.")
    calendar = _calendar(given["calendar"], find_calendar)
    return calendar, parse_moment(given["from"], calendar), Span.parse(given["target"])


def _calendar(given: object, find_calendar: FindCalendar) -> WorkCalendar:
    if isinstance(given, WorkCalendar):
        return given
    if isinstance(given, Mapping):
        return _inline(json.dumps(given, sort_keys=True))
    if isinstance(given, str) and given.strip():
        return find_calendar(given)
    raise CalendarError(f"{given!r} is not a calendar. Give {FIELDS['calendar']}.")


@lru_cache(maxsize=256)  # thousands of lines share a few calendars, and those remember their days
def _inline(text: str) -> WorkCalendar:
    return WorkCalendar.from_json(json.loads(text))


def _promised(calendar: WorkCalendar, start: datetime, span: Span) -> dict[str, Any]:
    found = deadline(calendar, start, span)
    return {
        "due_at": found.due_at.isoformat().replace("+00:00", "Z"),
        "counted": [_piece(piece, calendar) for piece in found.counted],
    }


def _piece(piece: Counted, calendar: WorkCalendar) -> dict[str, Any]:
    seconds = piece.seconds
    return {
        "date": piece.date.isoformat(),
        "from": _clock(piece.start.astimezone(calendar.zone), piece.date),
        "to": _clock(piece.end.astimezone(calendar.zone), piece.date),
        "seconds": int(seconds) if seconds == int(seconds) else seconds,
    }


def _clock(wall: datetime, day: date) -> str:
    time = wall.time()
    if wall.date() == day + timedelta(days=1) and not time.hour and not time.minute:
        return "24:00" if not time.second else time.isoformat()
    whole = not time.second and not time.microsecond
    return time.isoformat("minutes") if whole else time.isoformat()
