"""Single days of a calendar that differ from the week: closed, or open at hours of their own.

Pure: a calendar file goes in, a new one comes out; policies.change_calendar keeps it.
"""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from promisedesk.core.errors import Refused
from promisedesk.core.saying import said
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.lib.opening_hours import CalendarError, checked_intervals, intervals_as_json

LONGEST_REST = 92  # days closed in one go


def closed(data: dict, first: date, last: date) -> dict:
    """Closed from the first date to the last, both included. Raises Refused if that is long."""
    if not timedelta() <= last - first < timedelta(days=LONGEST_REST):
        raise Refused(_("Give a first and a last day, at most three months apart."))
    days = [(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]
    opened = {day: hours for day, hours in data["open"].items() if day not in days}
    return {**data, "closed": sorted({*data["closed"], *days}), "open": opened}


def opened(data: dict, day: date, opens: str, closes: str) -> dict:
    """Open on that date at these hours, holiday or not. Raises Refused."""
    try:
        hours = intervals_as_json(checked_intervals([[opens, closes]], day.isoformat()))
    except CalendarError as error:
        raise Refused(said(error)) from error
    return {
        **forgotten(data, day),
        "open": {**forgotten(data, day)["open"], day.isoformat(): hours},
    }


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
