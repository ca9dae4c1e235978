"""What changed from one version of a calendar to the next, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from promisedesk.desk.settings.shop import country_choices
from promisedesk.lib import phrases, public_holidays
from promisedesk.lib.calendars import WorkCalendar

MOST_RANGES = 6


def changes(old: dict | None, new: dict, language: str) -> list[str]:
    """A line a change between two calendar files; of the first version, what it says at all."""
    lines = []
    was, now = old or {}, new
    if was.get("hours") != now["hours"]:
        lines.append(_("Hours: %(hours)s") % {"hours": hours(now, language)})
    if was.get("time_zone") != now["time_zone"]:
        lines.append(_("Time zone: %(zone)s") % {"zone": now["time_zone"]})
    if (was.get("country"), was.get("region")) != (now["country"], now["region"]):
        lines.append(_("Public holidays: %(place)s") % {"place": place(now)})
    closed, usual_again = _apart(was.get("closed", ()), now["closed"])
    opened = [day for day, at in now["open"].items() if was.get("open", {}).get(day) != at]
    gone = [day for day in was.get("open", {}) if day not in now["open"]]
    usual_again = sorted({*usual_again, *gone} - set(closed) - set(now["open"]))
    for says, days in (
        (_("Closed: %(days)s"), closed),
        (_("Own hours: %(days)s"), sorted(opened)),
        (_("As usual again: %(days)s"), usual_again),
    ):
        if days:
            lines.append(says % {"days": in_ranges(map(date.fromisoformat, days), language)})
    return lines


def hours(data: dict, language: str) -> str:
    """The week of a calendar file in words."""
    return phrases.format_hours(WorkCalendar.from_json(data).hours, language)


def place(data: dict) -> str:
    """Whose public holidays: "United Kingdom, Scotland"; "none"."""
    country = data["country"]
    if not country:
        return _("none of any country")
    name = dict(country_choices()).get(country, country)
    region = dict(public_holidays.regions(country)).get(data["region"])
    return f"{name}, {region}" if region else str(name)


def in_ranges(days: Iterable[date], language: str) -> str:
    """ "Wed 23 Dec, Fri 25 Dec to Sun 3 Jan": dates in order, those in a row put together."""
    found = [
        phrases.short_date(first, language)
        if first == last
        else _("%(first)s to %(last)s")
        % {
            "first": phrases.short_date(first, language),
            "last": phrases.short_date(last, language),
        }
        for first, last in _ranges(days)
    ]
    rest = len(found) - MOST_RANGES
    shown = "; ".join(found[:MOST_RANGES])
    if rest > 0:
        return _("%(days)s and more") % {"days": shown}
    return shown


def _ranges(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    first = last = None
    for day in sorted(days):
        if last is not None and day - last == timedelta(days=1):
            last = day
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = day
    if first is not None and last is not None:
        yield first, last


def _apart(was: Iterable[str], now: Iterable[str]) -> tuple[list[str], list[str]]:
    """What came and what went."""
    return sorted(set(now) - set(was)), sorted(set(was) - set(now))
