"""Whether the desk does its work: what /readyz answers, in parts.

Judged by work not done, not by processes seen: a worker that is there but frozen is as
bad as none. Busy is not bad: a long queue is fine as long as somebody takes from it.
A failing mailbox is not the desk's fault; the health page of the API shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Max, Min, QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.conversations.models import Arrival, Delivery
from promisedesk.core.models import Heartbeat
from promisedesk.promises.models import Promise

SILENT_AFTER = timedelta(seconds=60)  # a worker beats every 5 s, and pauses up to 30 s on errors
OVERDUE_AFTER = timedelta(minutes=2)


@dataclass(frozen=True)
class Condition:
    """One thing that must hold for the desk to be ready. `says` is empty when it does."""

    id: str
    holds: bool
    says: str = ""


def readiness() -> list[Condition]:
    """Everything that must hold. The first that makes the rest unknowable ends the list."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        missing = missing_migrations()
        if missing:
            says = _("The database is older than this program. Run: promisedesk migrate")
            return [Condition("database", True), Condition("migrations", False, says)]
        found = [Condition("database", True), Condition("migrations", True), _worker()]
        return [*found, *queues()]
    except DatabaseError:
        # Why it cannot be reached is in the log: the text may name hosts and users.
        return [Condition("database", False, _("The database cannot be reached."))]


@cache
def _migrations_on_disk() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)


def missing_migrations() -> set[tuple[str, str]]:
    """(app, name) of each migration of this program that the database has not had."""
    return set(_migrations_on_disk() - MigrationRecorder(connection).applied_migrations().keys())


def last_round() -> datetime | None:
    """When a worker was last heard from; None for never."""
    return Heartbeat.objects.aggregate(at=Max("round_at"))["at"]


def _worker() -> Condition:
    heard = last_round()
    if heard is None:
        return Condition("worker", False, _("No worker has been heard from yet."))
    if heard < now() - SILENT_AFTER:
        seconds = int((now() - heard).total_seconds())
        says = _("The worker was last heard from %(seconds)s seconds ago.") % {"seconds": seconds}
        return Condition("worker", False, says)
    return Condition("worker", True)


# What must not lie about, when it became due, and the worker's part that takes it.
QUEUES: dict[str, tuple[QuerySet, str]] = {
    "arrivals": (Arrival.objects.filter(leased_by=""), "email.read_waiting"),
    "deliveries": (Delivery.objects.filter(leased_by=""), "email.send_due"),
    "promises": (Promise.objects.filter(state=Promise.State.RUNNING), "promises.break_promises"),
}


def oldest_due(rows: QuerySet) -> datetime | None:
    """When the first of these rows became due; None if none has a time."""
    return rows.filter(due_at__isnull=False).aggregate(at=Min("due_at"))["at"]


def queues() -> Iterator[Condition]:
    """For each kind of work: that it is done, or at least that somebody is at it."""
    did = dict(Heartbeat.objects.values_list("part").annotate(Max("work_at")))
    for name, (rows, part) in QUEUES.items():
        oldest, worked_at = oldest_due(rows), did.get(part)
        is_taken = worked_at is not None and worked_at > now() - SILENT_AFTER
        if oldest is None or oldest > now() - OVERDUE_AFTER or is_taken:
            yield Condition(name, True)
        else:
            minutes = int((now() - oldest).total_seconds() // 60)
            says = _("Work has been due for %(minutes)s minutes and nobody does it.")
            yield Condition(name, False, says % {"minutes": minutes})
