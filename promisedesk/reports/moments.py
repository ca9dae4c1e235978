"""Moments counted in the database, and told as days and hours of a zone afterwards.

Rows are grouped by the quarter hour they fall into: whole numbers, which SQLite makes in C,
while a zone would cost it a call of Python a row. Every zone's offset since 1972 is a multiple
of 15 minutes (IANA tz database), so a quarter hour has one local date, weekday and hour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.db.models import BigIntegerField, Func

QUARTER = 900  # seconds


class Seconds(Func):
    """Whole seconds since 1970 of a moment, rounded down."""

    arity = 1
    output_field = BigIntegerField()

    def as_sqlite(self, compiler, connection, **more):
        return self.as_sql(
            compiler, connection, template="CAST(strftime('%%%%s', %(expressions)s) AS INTEGER)"
        )

    def as_postgresql(self, compiler, connection, **more):
        template = "FLOOR(EXTRACT(EPOCH FROM %(expressions)s))::bigint"
        return self.as_sql(compiler, connection, template=template)


class QuarterHour(Seconds):
    """The number of the quarter hour since 1970 that a moment falls into."""

    def as_sqlite(self, compiler, connection, **more):
        template = f"CAST(strftime('%%%%s', %(expressions)s) AS INTEGER) / {QUARTER}"
        return self.as_sql(compiler, connection, template=template)

    def as_postgresql(self, compiler, connection, **more):
        template = f"FLOOR(EXTRACT(EPOCH FROM %(expressions)s) / {QUARTER})::bigint"
        return self.as_sql(compiler, connection, template=template)


@dataclass(frozen=True, slots=True)
class Cell:
    """When something was, on somebody's wall."""

    day: date
    hour: int

    @property
    def week(self) -> date:
        """Its Monday."""
        return self.day - timedelta(days=self.day.weekday())


def cell_of(quarter: int, zone: ZoneInfo) -> Cell:
    """The local day and hour of a quarter hour."""
    return _cell(quarter, zone)


@lru_cache(maxsize=20_000)
def _cell(quarter: int, zone: ZoneInfo) -> Cell:
    local = datetime.fromtimestamp(quarter * QUARTER, UTC).astimezone(zone)
    return Cell(local.date(), local.hour)


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days of a zone, both ends included."""

    first: date
    last: date
    zone: ZoneInfo

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def since(self) -> datetime:
        return datetime.combine(self.first, time.min, self.zone)

    @property
    def until(self) -> datetime:
        """The midnight it ends at, no more within it."""
        return datetime.combine(self.last + timedelta(days=1), time.min, self.zone)

    @property
    def before(self) -> Period:
        """As many days before it."""
        last = self.first - timedelta(days=1)
        return Period(last - timedelta(days=self.days - 1), last, self.zone)

    def dates(self) -> Iterator[date]:
        return (self.first + timedelta(days=number) for number in range(self.days))

    def weekdays(self) -> list[int]:
        """How often each weekday (0 is Monday) is in it."""
        counted = [self.days // 7] * 7
        for number in range(self.days % 7):
            counted[(self.first.weekday() + number) % 7] += 1
        return counted
