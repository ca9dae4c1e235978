"""Single days of a calendar that differ from the week: closed, or open at hours of their own.

Pure: a calendar file goes in, a new one comes out; policies.change_calendar keeps it.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from promisedesk.core.errors import Refused
from promisedesk.core.saying import said
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.lib.opening_hours import CalendarError, checked_intervals, intervals_as_json

LONGEST_REST = 92  # days closed in one go
DAYS_AHEAD = 366


def closed(data: dict, first: date, last: date) -> dict:
    """Closed from the first date to the last, both included. Raises Refused if that is long."""
    if not timedelta() <= last - first < timedelta(days=LONGEST_REST):
        raise Refused(_("Give a first and a last day, at most three months apart."))
    days = [(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]
    opened = {day: hours for day, hours in data["open"].items() if day not in days}
    return {**data, "closed": sorted({*data["closed"], *days}), "open": opened}


def opened(data: dict, day: date, pieces: Iterable[Iterable[str]]) -> dict:
    """Open on that date at these hours, holiday or not: [("10:00", "13:00"), …]. Raises Refused."""
    pieces = [list(piece) for piece in pieces]
    if not pieces:
        raise Refused(_("Give the hours of that day, like 10:00 to 14:00."))
    try:
        hours = intervals_as_json(checked_intervals(pieces, day.isoformat()))
    except CalendarError as error:
        raise Refused(said(error)) from error
    return {
        **forgotten(data, day),
        "open": {**forgotten(data, day)["open"], day.isoformat(): hours},
    }


def shortened_eves(data: dict, at: datetime, closes: str) -> dict:
    """In the year from `at` on, open days before a public holiday end at `closes` ("14:00").

    Days with hours of their own, and those that end earlier anyway, stay as they are. Raises
    Refused for no time of day, and where there is no such day.
    """
    calendar = WorkCalendar.from_json(data)
    try:
        ((_start, end),) = checked_intervals([["00:00", closes]], "")
    except CalendarError as error:
        raise Refused(_("Give a time, like 14:00.")) from error
    found = {}
    for day in _eves(calendar, calendar.local_date(at)):
        cut = [(a, min(b, end)) for a, b in calendar.day_summary(day).intervals if a < end]
        if cut and tuple(cut) != tuple(calendar.day_summary(day).intervals):
            found[day.isoformat()] = intervals_as_json(tuple(cut))
    if not found:
        raise Refused(_("No open day before a public holiday ends later than that."))
    return {**data, "open": {**data["open"], **found}}


def _eves(calendar: WorkCalendar, first: date) -> Iterator[date]:
    for day in (first + timedelta(days=n) for n in range(DAYS_AHEAD)):
        before, after = calendar.day_summary(day), calendar.day_summary(day + timedelta(days=1))
        if before.why in ("week", "moved") and before.is_open and after.why == "holiday":
            yield day


def forgotten(data: dict, day: date) -> dict:
    """That date follows the week and the holidays again."""
    name = day.isoformat()
    return {
        **data,
        "closed": [each for each in data["closed"] if each != name],
        "open": {each: hours for each, hours in data["open"].items() if each != name},
    }


def toggled(data: dict, day: date) -> dict:
    """Close an open date, open a holiday at the week's hours, or undo either. Raises Refused."""
    if day.isoformat() in data["closed"] or day.isoformat() in data["open"]:
        return forgotten(data, day)
    summary = WorkCalendar.from_json(data).day_summary(day)
    if summary.is_open:
        return closed(data, day, day)
    usual = WorkCalendar.from_json(data).hours.get(day.weekday(), ())
    if not usual:
        raise Refused(_("You are closed on this weekday. Give the hours of that one day instead."))
    hours = intervals_as_json(usual)
    return {**data, "open": {**data["open"], day.isoformat(): hours}}
