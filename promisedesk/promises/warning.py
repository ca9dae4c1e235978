"""When somebody is warned that a promise will soon be due: opening time before it, at work.

The moment is not stored with the promise: a round asks each calendar which promises fall into
the time ahead, so that a changed setting counts at once and mail in costs nothing. Who is told,
and that it is once, is in reminding.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import now

from promisedesk.core.memo import remembered
from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.lib.counting import Span, SpanError, deadline, earlier
from promisedesk.promises import policies
from promisedesk.promises.models import (
    Calendar,
    CalendarVersion,
    Promise,
    PromiseManners,
    Reminder,
)

USUAL = Span(1, "hour", working=True)
LAST_HOUR = Span(1, "hour", working=True)  # before a closing, for what is due while closed
BATCH = 1000


@remembered(PromiseManners)
def span() -> Span:
    """How long before a promise is due people are warned."""
    try:
        return Span.parse(PromiseManners.get().warning)
    except SpanError:
        return USUAL


@remembered(Calendar)
def _shops_calendar() -> CalendarVersion:
    return policies.default_calendar().version


def calendar_of(promise: Promise) -> WorkCalendar:
    """The hours a promise was made in; the shop's where none are known."""
    return policies.work_calendar(promise.calendar_version or _shops_calendar())


def warn_at(promise: Promise, calendar: WorkCalendar, before: Span) -> datetime | None:
    """The moment to warn of it, in opening hours; None when there is none.

    A promise shorter than the warning is warned of when half its time has passed.
    """
    try:
        at = earlier(calendar, promise.due_at, before)
        if not calendar.is_open(at):
            at = earlier(calendar, at, LAST_HOUR)
        if at <= promise.made_at:
            at = promise.made_at + (promise.due_at - promise.made_at) / 2
        at = calendar.next_opening(at)
    except CalendarError:
        return None
    return at if promise.made_at < at < promise.due_at else None


def plan_warnings() -> int:
    """Write down what has to be warned of now, each promise once; returns how many."""
    moment, before = now(), span()
    running = Promise.objects.filter(state=Promise.State.RUNNING, due_at__gt=moment)
    versions = running.order_by().values_list("calendar_version", flat=True).distinct()
    return sum(_plan(running, number, before, moment) for number in list(versions))


def _plan(running, number: int | None, before: Span, moment: datetime) -> int:
    version = CalendarVersion.objects.get(pk=number) if number else _shops_calendar()
    calendar = policies.work_calendar(version)
    last = until(calendar, before, moment)
    if last is None:
        return 0
    near = running.filter(calendar_version=number, due_at__lte=last)
    told = Reminder.objects.filter(promise=OuterRef("pk"), kind=Reminder.Kind.WARNING)
    untold = near.filter(~Exists(told)).order_by("due_at", "pk")
    planned, place = 0, Q()
    while True:
        # By their place, not the first so many: those that are not to be warned of yet, or never,
        # would stand in front of the others.
        seen = list(untold.filter(place)[:BATCH])
        some = [
            Reminder(promise=promise, kind=Reminder.Kind.WARNING, was_due_at=at, due_at=moment)
            for promise in seen
            if (at := warn_at(promise, calendar, before)) and at <= moment
        ]
        # Another worker may look this very moment: whoever is first writes the row.
        Reminder.objects.bulk_create(some, ignore_conflicts=True)
        planned += len(some)
        if len(seen) < BATCH:
            return planned
        place = Q(due_at__gt=seen[-1].due_at) | Q(due_at=seen[-1].due_at, pk__gt=seen[-1].pk)


def until(calendar: WorkCalendar, before: Span, moment: datetime) -> datetime | None:
    """Up to when what falls due may have to be warned of at this moment, and not later.

    None while it is closed: nobody is warned then.
    """
    try:
        if not calendar.is_open(moment):
            return None
        ends = [deadline(calendar, moment, one).due_at for one in (before, LAST_HOUR)]
        return max(calendar.next_opening(end) for end in ends) + timedelta(seconds=1)
    except CalendarError:
        return None


def missed(promises: Iterable[Promise]) -> list[Reminder]:
    """Warnings of these that nobody was given although there was time: the desk stood still.

    Done from the start: who is told now is told that the promise was missed.
    """
    promises, before, moment = list(promises), span(), now()
    warned = Reminder.objects.filter(promise__in=promises, kind=Reminder.Kind.WARNING)
    told = set(warned.values_list("promise", flat=True))
    found = []
    for promise in promises:
        at = None if promise.pk in told else warn_at(promise, calendar_of(promise), before)
        if at is not None:
            found.append(
                Reminder(
                    promise=promise,
                    kind=Reminder.Kind.WARNING,
                    was_due_at=at,
                    done_at=moment,
                    due_at=None,
                )
            )
    return found
