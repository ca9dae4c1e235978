"""The day as a ruler: from opening to closing, in columns of five minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from promisedesk.desk.clock import Clock
from promisedesk.lib.calendars import WorkCalendar

COLUMN = timedelta(minutes=5)
COLUMNS_AN_HOUR = 12
USUAL_DAY = (9, 18)  # hours, when the shop is closed today
NAME_SHARE = 0.16  # of the day: room for a name in a block
MARK_SHARE = 0.02  # room for a check
MOST_LABELS = 12


@dataclass(frozen=True, slots=True)
class Axis:
    """Columns count from 1; what lies before the first or after the last stands at the edge."""

    start: datetime
    hours: int

    @property
    def columns(self) -> int:
        return self.hours * COLUMNS_AN_HOUR

    @property
    def name_columns(self) -> int:
        return max(1, round(self.columns * NAME_SHARE))

    @property
    def step(self) -> int:
        """Hours between two labels."""
        return -(-self.hours // MOST_LABELS)

    def column(self, at: datetime) -> int:
        """The grid line at or before this moment, 1 to columns + 1."""
        return min(max(1, (at - self.start) // COLUMN + 1), self.columns + 1)

    def share(self, at: datetime) -> str:
        """How far along the day, for CSS: "56.5%"."""
        passed = (at - self.start) / (timedelta(hours=1) * self.hours)
        return f"{min(max(0.0, passed), 1.0):.1%}"

    def block(self, due_at: datetime, until: datetime | None = None) -> tuple[int, int]:
        """From and to of a block whose right edge is its deadline, wide enough for a name.

        A late one (`until` is now) reaches from its deadline to now.
        """
        to = self.column(until or due_at)
        start = (
            min(self.column(due_at), to - self.name_columns) if until else to - self.name_columns
        )
        start = max(1, start)
        return start, max(to, min(start + self.name_columns, self.columns + 1))

    def late_share(self, due_at: datetime, now: datetime, block: tuple[int, int]) -> int:
        """How much of a late block lies after its deadline, in percent: the later, the more."""
        start, to = block
        return min(100, max(1, self.column(now) - self.column(due_at)) * 100 // (to - start))

    def mark(self, at: datetime) -> tuple[int, int]:
        """From and to of a check at this moment."""
        width = max(1, round(self.columns * MARK_SHARE))
        start = min(self.column(at), self.columns + 1 - width)
        return start, start + width

    def labels(self, clock: Clock) -> list[str]:
        """The hours over the ruler: "9:00" to "17:00", without the last.

        Empty between steps, and where "now" is written.
        """
        hours = [self.start + timedelta(hours=hour) for hour in range(self.hours)]
        beside_now = timedelta(minutes=25) * self.step  # there stands the time of day

        def is_last(place: int) -> bool:
            return self.step > 1 and self.hours - place < self.step  # too near to the end's label

        return [
            ""
            if place % self.step or is_last(place) or abs(at - clock.now) < beside_now
            else _hour(at, clock)
            for place, at in enumerate(hours)
        ]

    def last_label(self, clock: Clock) -> str:
        """The end of the day; empty where "now" is written, which may stand at the edge."""
        end = self.start + timedelta(hours=self.hours)
        beside_now = timedelta(minutes=50) * self.step  # it stands left of the edge
        return "" if end - clock.now < beside_now else _hour(end, clock)


def _hour(at: datetime, clock: Clock) -> str:
    wall = at.astimezone(clock.zone)
    return f"{wall.hour}:{wall.minute:02}"


def axis_of(calendar: WorkCalendar, clock: Clock, due: list[datetime]) -> Axis:
    """From opening to closing today in whole hours, and further if something is due outside."""
    opened = [moment for pair in calendar.intervals_on(clock.today) for moment in pair]
    midnight = datetime.combine(clock.today, datetime.min.time(), clock.zone)
    shown = [at for at in due if clock.date_of(at) == clock.today]
    usual = [midnight.replace(hour=hour) for hour in USUAL_DAY]
    moments = [*(opened or usual), *shown]
    start = min(moments).astimezone(clock.zone).replace(minute=0, second=0, microsecond=0)
    hours = -(-(max(moments) - start) // timedelta(hours=1))
    return Axis(start, max(1, hours))
