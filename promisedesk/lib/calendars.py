"""Working calendars: when a shop is open, as moments in UTC.

A date's hours come from the first of these that speaks of it: own open days, own closed days,
public holidays, working days moved to a weekend, the hours of the week. Opening is included and
closing excluded: at 18:00 a shop that closes at 18:00 is closed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from promisedesk.lib import public_holidays
from promisedesk.lib.hours_in_words import format_hours
from promisedesk.lib.opening_hours import (
    CalendarError,
    Hours,
    Interval,
    checked_intervals,
    checked_week,
    intervals_as_json,
    parse_hours,
    week_as_json,
)
from promisedesk.lib.wall_clock import Moments, open_moments
from promisedesk.lib.wording import gettext_noop

__all__ = ["CalendarError", "DaySummary", "WorkCalendar", "format_hours", "parse_hours"]

HORIZON = timedelta(days=3660)  # ten years; a search beyond is a mistake in the calendar
REMEMBERED_DAYS = 4000  # moments kept per calendar, a little over the horizon
KEYS = {"time_zone", "country", "region", "hours", "closed", "open"}


@dataclass(frozen=True)
class DaySummary:
    """One date for a year view. `why` is week, own_open, own_closed, holiday or moved."""

    date: date
    intervals: tuple[Interval, ...]
    why: str
    holiday: str | None

    @property
    def is_open(self) -> bool:
        return bool(self.intervals)


@dataclass(frozen=True)
class WorkCalendar:
    """Opening hours of a shop. `hours` and `open` hold wall-clock minutes (opening_hours)."""

    time_zone: str
    country: str | None = None
    region: str | None = None
    hours: Hours = field(default_factory=dict)
    closed: frozenset[date] = frozenset()
    open: Mapping[date, tuple[Interval, ...]] = field(default_factory=dict)
    _seen: dict[date, tuple[Moments, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def from_json(cls, data: Any) -> "WorkCalendar":
        """Calendar of the contract's JSON object; raises CalendarError saying what to change.

        Only `time_zone` and some opening time are required. Order of intervals does not matter.
        """
        if not isinstance(data, Mapping):
            raise CalendarError("A calendar must be a JSON object with time_zone and hours.")
        if unknown := sorted(set(map(str, data)) - KEYS):
            raise CalendarError(
                f"A calendar has no {', '.join(unknown)}. It has: {', '.join(sorted(KEYS))}."
            )
        country, region = _place(data.get("country"), data.get("region"))
        calendar = cls(
            time_zone=_zone_name(data.get("time_zone")),
            country=country,
            region=region,
            hours=checked_week(data.get("hours") or {}),
            closed=_dates(data.get("closed") or []),
            open=_own_days(data.get("open") or {}),
        )
        calendar.refuse_never_open()
        return calendar

    def to_json(self) -> dict[str, Any]:
        """The same calendar in the contract's shape, all seven weekdays named."""
        return {
            "time_zone": self.time_zone,
            "country": self.country,
            "region": self.region,
            "hours": week_as_json(self.hours),
            "closed": [day.isoformat() for day in sorted(self.closed)],
            "open": {
                day.isoformat(): intervals_as_json(self.open[day]) for day in sorted(self.open)
            },
        }

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def refuse_never_open(self) -> None:
        """Raises CalendarError when no weekday and no own day has opening hours."""
        if not any(self.hours.values()) and not any(self.open.values()):
            raise CalendarError(
                gettext_noop(
                    "This calendar is never open, so nothing can be promised. "
                    "Give opening hours for at least one weekday."
                )
            )

    def local_date(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def day_summary(self, day: date, language: str = "en") -> DaySummary:
        """Wall-clock hours of a date, why they are so, and its holiday's name if it has one."""
        holiday = self.holiday_name(day, language)
        if day in self.open:
            return DaySummary(day, self.open[day], "own_open", holiday)
        if day in self.closed:
            return DaySummary(day, (), "own_closed", holiday)
        if holiday is not None:
            return DaySummary(day, (), "holiday", holiday)
        usual = self.hours.get(day.weekday(), ())
        if not usual and (moved := self._moved_hours(day)):
            return DaySummary(day, moved, "moved", None)
        return DaySummary(day, usual, "week", None)

    def holiday_name(self, day: date, language: str = "en") -> str | None:
        """Name of the public holiday in en, ru or pl (English where no such name is known)."""
        if self.country is None:
            return None
        return public_holidays.names(self.country, self.region, day.year, language).get(day)

    def _moved_hours(self, day: date) -> tuple[Interval, ...]:
        """Hours of the weekday this weekend date stands in for. A shop's own hours for that
        weekend day are never changed: it knows better how long it is open on Saturdays."""
        if self.country is None or day.weekday() < 4:  # weekends are Fri to Sun the world over
            return ()
        moved = public_holidays.moved_working_days(self.country, self.region, day.year)
        return self.hours.get(moved[day], ()) if day in moved else ()

    def intervals_on(self, day: date) -> tuple[Moments, ...]:
        """Open moments of the local date: (from, to) in UTC, sorted, touching ones joined."""
        found = self._seen.get(day)
        if found is None:
            if len(self._seen) > REMEMBERED_DAYS:
                self._seen.clear()
            hours = self.day_summary(day).intervals
            found = self._seen[day] = open_moments(self.zone, day, hours) if hours else ()
        return found

    def openings(self, start: datetime) -> Iterator[tuple[date, datetime, datetime]]:
        """(local date, from, to) of opening time from `start` on, the first cut at `start`.

        Raises CalendarError when it comes to the end of the horizon.
        """
        start = start.astimezone(UTC)
        day = self.local_date(start)
        last = day + HORIZON
        while day <= last:
            for opens, closes in self.intervals_on(day):
                if closes > start:
                    yield day, max(opens, start), closes
            day += timedelta(days=1)
        raise CalendarError(
            gettext_noop(
                "This calendar has too little opening time in the ten years after %(day)s. "
                "Give more opening hours or a shorter target."
            ),
            day=self.local_date(start),
        )

    def is_open(self, at: datetime) -> bool:
        return any(opens <= at < closes for opens, closes in self.intervals_on(self.local_date(at)))

    def next_opening(self, at: datetime) -> datetime:
        """`at` itself when open then, else the next opening; UTC. Raises CalendarError."""
        return next(self.openings(at))[1]

    def last_open_moment(self, day: date) -> datetime | None:
        """Closing time of the local date in UTC, None when it is closed all day."""
        intervals = self.intervals_on(day)
        return intervals[-1][1] if intervals else None


def _zone_name(name: object) -> str:
    try:
        if isinstance(name, str) and name:
            return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):  # the last when the name is a folder: "Europe"
        pass
    raise CalendarError(f"The time zone {name!r} is not known. Use a name like Europe/Moscow.")


def _place(country: object, region: object) -> tuple[str | None, str | None]:
    if not country:
        if region:
            raise CalendarError("A region needs its country, for example country GB, region ENG.")
        return None, None
    code = str(country).strip().upper()
    part = str(region).strip().removeprefix(f"{code}-") if region else None
    try:
        public_holidays.check_place(code, part)
    except public_holidays.UnknownPlace as error:
        raise CalendarError(str(error)) from None
    return code, part


def _date(text: object) -> date:
    try:
        return date.fromisoformat(text.strip() if isinstance(text, str) else "")
    except ValueError:
        raise CalendarError(
            f"{text!r} is not a date. Write dates like 2026-05-04 (year, month, day)."
        ) from None


def _dates(texts: object) -> frozenset[date]:
    if not isinstance(texts, list | tuple | set | frozenset):
        raise CalendarError('"closed" must be a list of dates like ["2026-05-04"].')
    return frozenset(_date(text) for text in texts)


def _own_days(days: object) -> dict[date, tuple[Interval, ...]]:
    if not isinstance(days, Mapping):
        raise CalendarError('"open" must be like {"2026-05-16": [["10:00", "14:00"]]}.')
    return {_date(text): checked_intervals(pairs, str(text)) for text, pairs in days.items()}
