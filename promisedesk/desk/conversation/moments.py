"""Until when to put a conversation aside: in an hour, or when somebody is there to take it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from promisedesk.conversations.models import Inbox
from promisedesk.desk.clock import Clock
from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.promises import policies

HOUR = timedelta(hours=1)
LATER = timedelta(hours=3)
HALF_HOUR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time to choose: what it is called, and when that is."""

    says: LazyText
    icon: str
    at: datetime


def moments(inbox: Inbox, clock: Clock) -> list[Moment]:
    """What is offered now, soonest first, in the opening hours of this inbox."""
    calendar = policies.work_calendar(policies.policy_of(inbox).calendar.version)
    offered: dict[datetime, Moment] = {}
    for one in _offered(calendar, clock):
        offered.setdefault(one.at, one)
    return sorted(offered.values(), key=lambda one: one.at)


def _offered(calendar: WorkCalendar, clock: Clock) -> Iterator[Moment]:
    yield Moment(_("In an hour"), "clock", clock.now.replace(second=0, microsecond=0) + HOUR)
    later = _half_hours(clock.now + LATER)
    if calendar.is_open(later) and clock.date_of(later) == clock.today:
        yield Moment(_("Later today"), "clock", later)
    days = [
        (1, _("Tomorrow"), "sun"),
        (3, _("In three days"), "calendar"),
        (7 - clock.today.weekday(), _("Next week"), "calendar"),
        (14 - clock.today.weekday(), _("The week after"), "calendar"),
    ]
    for ahead, says, icon in days:
        opens = _opening(calendar, clock, ahead)
        if opens is not None:
            is_then = clock.date_of(opens) == clock.today + timedelta(days=ahead)
            tomorrow_is_closed = ahead == 1 and not is_then
            yield Moment(_("The next open day") if tomorrow_is_closed else says, icon, opens)


def _opening(calendar: WorkCalendar, clock: Clock, ahead: int) -> datetime | None:
    """The first opening of the day so far ahead, or after it."""
    day = clock.today + timedelta(days=ahead)
    begins = datetime.combine(day, time(), clock.zone).astimezone(UTC)
    try:
        return calendar.next_opening(begins)
    except CalendarError:
        return None


def _half_hours(at: datetime) -> datetime:
    """The next full or half hour."""
    at = at.astimezone(UTC)
    whole = at.replace(minute=0, second=0, microsecond=0)
    while whole < at:
        whole += HALF_HOUR
    return whole


def read(date: str, clock_time: str, clock: Clock) -> datetime | None:
    """A date and a time of a form ("2026-11-24", "09:00") on the reader's clock; None for none."""
    try:
        return datetime.fromisoformat(f"{date}T{clock_time or '09:00'}").replace(tzinfo=clock.zone)
    except ValueError:
        return None
