"""Delay notices by themselves: a customer learns from us that we are late, and when we are there.

By the owner's choice shortly before an answer would be missed, or when it was. It is a renewal
like a person's (renewing.py), once in a row for one question: what is missed again after it is
told to the people further up the chain, not to the customer a second time. The row that marks
it is written before anything is done, and what it does is one transaction with the mark.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from django.db import DatabaseError, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import now

from promisedesk.conversations.models import Conversation
from promisedesk.core import leases
from promisedesk.core.crash import Step
from promisedesk.core.errors import Refused
from promisedesk.lib import counting
from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.promises import (
    chain,
    delays,
    honesty,
    keeping,
    new_times,
    policies,
    renewing,
    warning,
)
from promisedesk.promises.models import Promise, PromiseManners, Reminder

log = structlog.get_logger("promisedesk.promises")
Notices, Kind = PromiseManners.Notices, Reminder.Kind
BATCH = 50  # notices written between two looks for other work
PLANNED = 500
LATEST = timedelta(minutes=10)  # before it is due, for one that goes out before
OLDEST = timedelta(days=1)  # what was missed before that is no news to anybody
SOON = 3  # seconds
AGAIN = 60  # seconds until it is looked whether an answer on its way has left

WRITTEN = Step("notice.written", "A delay notice is written, and nothing of it is committed yet")
COMMITTED = Step("notice.committed", "A delay notice is committed; a worker still holds its row")


def plan() -> int:
    """Write down which customers are to be told now, and who is told instead of them where a
    customer was told already; returns how many."""
    moment, when = now(), honesty.manners().notices
    if when == Notices.OFF:
        return 0
    before = _nearly_missed(moment) if when == Notices.BEFORE else []
    rows = [*before, *_just_missed(moment)]
    # Another worker may look this very moment: whoever is first writes the row.
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows) + _escalate(moment)


def _candidates() -> QuerySet[Promise]:
    """Answers owed that customers were told of, and not by a notice of ours."""
    noticed = Reminder.objects.filter(kind=Kind.NOTICE)
    return (
        Promise.objects.owed()
        .filter(
            kind=Promise.Kind.ANSWER,
            told_at__isnull=False,
            conversation__state=Conversation.State.OPEN,
            conversation__parent=None,
            conversation__merged_into=None,
        )
        .filter(~Exists(noticed.filter(promise=OuterRef("pk"))))
        .filter(~Exists(noticed.filter(promise=OuterRef("renews"), done_at__isnull=False)))
        .select_related("calendar_version")
        .order_by("due_at", "pk")
    )


def _nearly_missed(moment: datetime) -> list[Reminder]:
    running, before = _candidates().filter(due_at__gt=moment), warning.span()
    versions = running.order_by().values_list("calendar_version", flat=True).distinct()
    found: list[Reminder] = []
    for number in list(versions):
        some = running.filter(calendar_version=number)
        first = some.first()
        if first is None:
            continue
        calendar = warning.calendar_of(first)
        until = warning.until(calendar, before, moment)
        if until is None:
            continue
        for promise in some.filter(due_at__lte=until)[:PLANNED]:
            at = notice_at(promise, calendar, warning.warn_at(promise, calendar, before))
            if at is not None and at <= moment:
                found.append(_row(promise, at))
    return found


def notice_at(
    promise: Promise, calendar: WorkCalendar, warned_at: datetime | None
) -> datetime | None:
    """When to own up: half the opening time between the warning and the end is gone, and ten
    minutes are left, if it runs that long. None: there was no moment to warn of it."""
    if warned_at is None:
        return None
    left = counting.working_seconds(calendar, warned_at, promise.due_at)
    half = counting.after_working(calendar, warned_at, timedelta(seconds=left / 2))
    latest = promise.due_at - LATEST
    return min(half, latest) if latest > promise.made_at else half


def _just_missed(moment: datetime) -> list[Reminder]:
    broken = _candidates().filter(state=Promise.State.BROKEN)
    missed = broken.filter(due_at__lte=moment, due_at__gt=moment - OLDEST)
    return [_row(promise, promise.due_at) for promise in missed[:PLANNED]]


def _row(promise: Promise, at: datetime) -> Reminder:
    return Reminder(promise=promise, kind=Kind.NOTICE, was_due_at=at, due_at=at)


def _escalate(moment: datetime) -> int:
    """What a notice promised anew is missed as well: the next people of the chain at once."""
    if len(chain.of_missed()) < 2:
        return 0
    noticed = Reminder.objects.filter(
        kind=Kind.NOTICE, promise=OuterRef("renews"), done_at__isnull=False
    )
    higher = Reminder.objects.filter(kind=Kind.ESCALATION, promise=OuterRef("pk"))
    again = Promise.objects.owed().filter(
        state=Promise.State.BROKEN, due_at__gt=moment - OLDEST, renews__isnull=False
    )
    again = again.filter(Exists(noticed), ~Exists(higher)).order_by("due_at", "pk")
    rows = [
        Reminder(promise=one, kind=Kind.ESCALATION, step=1, was_due_at=moment, due_at=moment)
        for one in again[:PLANNED]
    ]
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


# --- telling


def tell_due() -> int:
    """Tell the customers that are due; returns how many were looked at."""
    some = leases.claim(Reminder.objects.filter(kind=Kind.NOTICE), limit=BATCH)
    if not some:
        return 0
    with leases.hold_all(some):
        times = _honest_times(some)
        for reminder in some:
            _tell_one(reminder, times.get(reminder.promise_id))
            COMMITTED.reached()
    return len(some)


def _honest_times(some: list[Reminder]) -> dict[int, datetime]:
    promises = Promise.objects.filter(pk__in=[one.promise_id for one in some])
    return new_times.honest_times(
        promises.select_related("conversation__inbox", "calendar_version__calendar__version")
    )


def _tell_one(reminder: Reminder, honest: datetime | None) -> None:
    try:
        _tell(reminder, honest)
    except DatabaseError:
        raise
    except Exception as error:
        log.exception("a delay notice cannot be written", reminder=reminder.pk)
        later = now() + leases.backoff(reminder.attempts, first=AGAIN)
        said = f"{type(error).__name__}: {error}"[:500]
        Reminder.objects.filter(pk=reminder.pk).update(due_at=later, last_error=said)


@transaction.atomic
def _tell(reminder: Reminder, honest: datetime | None) -> None:
    mine = Reminder.objects.filter(pk=reminder.pk, done_at=None, leased_by=leases.me())
    if not mine.select_for_update().exists():
        return
    if honesty.manners().notices == Notices.OFF:
        mine.delete()  # not done: it may be chosen again before this one is due
        return
    promise = _still_owed(reminder.promise_id)
    if promise is None or not delays.may_tell(promise.conversation):
        mine.update(due_at=None)
        return
    moment = now()
    if later := _not_yet(reminder, promise, moment):
        mine.update(due_at=later)
        return
    try:
        renewing.renew(promise, _new_time(promise, honest, moment), by=None)
    except Refused as refusal:  # somebody was quicker
        mine.update(due_at=None, last_error=str(refusal)[:500])
        return
    mine.update(due_at=None, done_at=moment, last_error="")
    WRITTEN.reached()


def _still_owed(number: int) -> Promise | None:
    """The promise, with its conversation locked before it as everywhere; None if nothing is
    owed for it any more, or not there."""
    place = Conversation.objects.filter(promises=number).select_for_update(
        of=("self",), no_key=True
    )
    conversation = place.first()
    if conversation is None or conversation.state != Conversation.State.OPEN:
        return None
    if conversation.parent_id or conversation.merged_into_id:
        return None
    owed = Promise.objects.owed().filter(pk=number, conversation=conversation)
    return owed.select_related(
        "conversation__inbox", "conversation__contact", "calendar_version", "asked_by"
    ).first()


def _not_yet(reminder: Reminder, promise: Promise, moment: datetime) -> datetime | None:
    """When to look again: at the next opening, once an answer on its way has left, and not
    before the team heard that it was missed."""
    try:
        opens_at = warning.calendar_of(promise).next_opening(moment)
    except CalendarError:
        opens_at = moment
    if opens_at > moment:
        return opens_at
    unheard = Reminder.objects.filter(promise=promise, kind=Kind.BROKEN, due_at__isnull=False)
    if unheard.exists():
        return moment + timedelta(seconds=SOON)
    question = promise.asked_by
    if question and keeping.is_being_answered(promise.conversation, question):
        return moment + leases.backoff(reminder.attempts, first=AGAIN)
    return None


def _new_time(promise: Promise, honest: datetime | None, moment: datetime) -> datetime:
    """The honest time if that is known and later, else the shop's span from now."""
    if honest is not None and honest > max(promise.due_at, moment):
        return honest
    terms = policies.terms_of(policies.policy_of(promise.conversation.inbox))
    target = honesty.manners().renewal_target
    due_at = terms.due_at(moment, target)
    return due_at if due_at > promise.due_at else terms.due_at(promise.due_at, target)
