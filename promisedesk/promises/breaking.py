"""What was due and is not done is broken, from that moment and for ever.

Only an answer that had left in time, and was written down later, mends it (keeping.py).
Thousands may be due in one minute: they are broken by the hundred, each with its own event.
"""

from django.db import transaction
from django.utils.timezone import now

from promisedesk.core.crash import Step
from promisedesk.promises import chain, warning
from promisedesk.promises.models import Promise, Reminder
from promisedesk.promises.recording import record_promise
from promisedesk.promises.verbs import BROKEN, DUE_SOON

BATCH = 200

SWEPT = Step("sweep.swept", "Promises are written down as missed, and nothing is committed yet")
NOTED = Step("sweep.committed", "Promises are written down as missed")


def break_due() -> int:
    """Write down every promise that broke since the last look; returns how many.

    Until then readers see it as broken already (Promise.state_now).
    """
    late = Promise.objects.filter(state=Promise.State.RUNNING, due_at__lte=now())
    if not late.exists():  # a plain read: an idle worker must not take SQLite's write lock
        return 0
    broken = _break(late)
    NOTED.reached()
    return broken


@transaction.atomic
def _break(late) -> int:
    # One that is just being settled is left alone until the next look.
    rows = late.select_for_update(skip_locked=True, no_key=True, of=("self",))
    rows = rows.select_related(
        "conversation__inbox", "conversation__assignee", "contact", "calendar_version"
    )
    some = list(rows.order_by("due_at", "pk")[:BATCH])
    numbers = [promise.pk for promise in some]
    Promise.objects.filter(pk__in=numbers).update(state=Promise.State.BROKEN)
    unwarned = {one.promise_id: one for one in warning.missed(some)}
    for promise in some:
        promise.state = Promise.State.BROKEN
        if promise.pk in unwarned:
            record_promise(DUE_SOON, promise, about=promise, late=True)
        record_promise(BROKEN, promise, at=promise.due_at, about=promise)
    first = chain.of_missed()[0]
    reminders = [*unwarned.values(), *(_reminder(first, promise) for promise in some)]
    Reminder.objects.bulk_create(reminders, ignore_conflicts=True)
    SWEPT.reached()
    return len(some)


def write_down(promise: Promise) -> None:
    """It is settled, let go or renewed after it was due, and no look saw it broken before: it is
    written down as broken first. Nobody needs to be told any more.

    `promise` is locked by the caller, who saves its state.
    """
    if promise.state != Promise.State.RUNNING or promise.due_at > now():
        return
    promise.state = Promise.State.BROKEN
    unwarned = warning.missed([promise])
    if unwarned:
        record_promise(DUE_SOON, promise, about=promise, late=True)
        Reminder.objects.bulk_create(unwarned, ignore_conflicts=True)
    record_promise(BROKEN, promise, at=promise.due_at, about=promise)


def _reminder(first: chain.Step, promise: Promise) -> Reminder:
    """That its people are told, at the next moment they are at work."""
    at = chain.moment_of(first, promise.due_at, warning.calendar_of(promise))
    return Reminder(promise=promise, kind=Reminder.Kind.BROKEN, was_due_at=at, due_at=at)
