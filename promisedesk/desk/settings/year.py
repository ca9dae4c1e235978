"""A calendar's coming year: months to look at, and the days that are not as usual."""

import calendar as months
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from promisedesk.lib import phrases
from promisedesk.lib.calendars import DaySummary, WorkCalendar
from promisedesk.lib.opening_hours import format_time

MONTHS = 12


@dataclass(frozen=True)
class Shown:
    """One date: `look` is a class of the design, `says` is its tool tip."""

    date: date
    name: str
    look: str
    says: str
    is_today: bool


def shown(calendar: WorkCalendar, day: date, today: date, language: str) -> Shown:
    summary = calendar.day_summary(day, language)
    return Shown(
        day, phrases.long_date(day, language), _look(summary), describe(summary), day == today
    )


def _look(summary: DaySummary) -> str:
    if summary.why in ("own_closed", "holiday"):
        return "closed"
    if summary.why in ("own_open", "moved"):
        return "short"
    return "" if summary.is_open else "off"


def describe(summary: DaySummary) -> str:
    """ "Christmas Day, closed", "open 10:00 to 14:00", "moved working day, open 9:00 to 18:00"."""
    hours = ", ".join(
        _("%(opens)s to %(closes)s") % {"opens": format_time(a), "closes": format_time(b)}
        for a, b in summary.intervals
    )
    state = _("open %(hours)s") % {"hours": hours} if hours else _("closed")
    if summary.why == "moved":
        return _("moved working day, %(state)s") % {"state": state}
    return f"{summary.holiday}, {state}" if summary.holiday else state


def year_of(calendar: WorkCalendar, today: date, language: str) -> list[dict]:
    """Twelve months from this one: title and weeks of Shown days, None outside the month."""
    found = []
    year, month = today.year, today.month
    for _step in range(MONTHS):
        weeks = [
            [
                shown(calendar, date(year, month, number), today, language) if number else None
                for number in week
            ]
            for week in months.monthcalendar(year, month)
        ]
        title = phrases.month_heading(date(year, month, 1), language)
        found.append({"title": title, "weeks": weeks})
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def weekdays() -> list[tuple[str, str]]:
    """Names of the days, Monday first, whole and short."""
    return [(WEEKDAYS[day], WEEKDAYS_ABBR[day]) for day in range(7)]


def unusual_days(calendar: WorkCalendar, today: date, language: str) -> list[dict]:
    """Holidays and own days of the coming year, in order, and what a click would do."""
    rows = []
    for step in range(366):
        summary = calendar.day_summary(today + timedelta(days=step), language)
        is_own = summary.why in ("own_open", "own_closed")
        if not is_own and summary.holiday is None and summary.why != "moved":
            continue
        usual = calendar.hours.get(summary.date.weekday(), ())
        rows.append(
            {
                "date": summary.date,
                "name": phrases.short_date(summary.date, language),
                "says": describe(summary),
                "is_own": is_own,
                "can_open": summary.why == "holiday" and bool(usual),
            }
        )
    return rows
