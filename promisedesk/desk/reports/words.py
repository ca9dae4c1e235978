"""Days, hours and waiting times as reports say them."""

from __future__ import annotations

from datetime import date

from django.utils.dates import WEEKDAYS
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.lib import phrases
from promisedesk.reports.moments import Period

MINUTE, HOUR, DAY = 60, 3600, 86400


def within(seconds: int) -> str:
    """ "within 15 minutes", "within 1 hour", "within 2 days": a time as a sentence says it."""
    if seconds % DAY == 0 and seconds > DAY:
        number = seconds // DAY
        says = ngettext("within %(number)s day", "within %(number)s days", number)
    elif seconds % HOUR == 0:
        number = seconds // HOUR
        says = ngettext("within %(number)s hour", "within %(number)s hours", number)
    else:
        number = max(1, seconds // MINUTE)
        says = ngettext("within %(number)s minute", "within %(number)s minutes", number)
    return says % {"number": number}


def short(seconds: int) -> str:
    """ "15 min", "4 h", "2 d": the same beneath a bar."""
    if seconds % DAY == 0:
        return _("%(number)s d") % {"number": seconds // DAY}
    if seconds % HOUR == 0:
        return _("%(number)s h") % {"number": seconds // HOUR}
    return _("%(number)s min") % {"number": max(1, seconds // MINUTE)}


def waited(seconds: int) -> str:
    """ "2 h 5 min", "3 d 4 h": how long somebody waited, to the minute or the hour."""
    days, hours, minutes = seconds // DAY, seconds % DAY // HOUR, seconds % HOUR // MINUTE
    if days:
        return _("%(days)s d %(hours)s h") % {"days": days, "hours": hours}
    if hours:
        return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes}
    return _("%(number)s min") % {"number": minutes}


def tenths(number: float) -> str:
    """ "2.5", "2,5", "3": to one place, where there is one."""
    rounded = round(number, 1)
    return number_format(int(rounded) if rounded == int(rounded) else rounded)


def plural_of(number: float) -> int:
    """Which form stands beside `tenths`: "1 point", but "0.9 points" and "1.5 points"."""
    rounded = round(number, 1)
    # Of a fraction ru, pl and en use the form of many, as with 5.
    return int(rounded) if rounded == int(rounded) else 5


def weekday(number: int) -> str:
    return str(WEEKDAYS[number])


def clock(hour: int) -> str:
    """ "9:00", and the end of a day as "24:00"."""
    return f"{hour}:00"


def days(first: date, last: date, language: str) -> str:
    """ "24 October to 22 November"."""
    if first == last:
        return phrases.long_date(first, language)
    ends = {"first": phrases.long_date(first, language), "last": phrases.long_date(last, language)}
    return _("%(first)s to %(last)s") % ends


def of_period(period: Period, language: str) -> str:
    return days(period.first, period.last, language)
