"""Due rows: claimed by one worker of many, freed when that worker is dead.

On the same machine a worker is dead when its process is; elsewhere when it has not
renewed its lease. So a clock that jumps cannot hand one row to two living workers.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from typing import TypeVar

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import F
from django.utils.timezone import now

from promisedesk.core.models import Leased

LEASE = timedelta(seconds=45)  # renewed every RENEW seconds while the work goes on
RENEW = 10
Row = TypeVar("Row", bound=Leased)

_held: dict[tuple[type[Leased], int], None] = {}
_held_lock = threading.Lock()


def _started(pid: int) -> str | None:
    """When a process of this machine began, in clock ticks since boot; None if it is gone."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as stat:
            fields = stat.read().rpartition(b")")[2].split()
    except OSError:
        return None
    # proc(5): state is the first field after the name; a zombie will do no more work.
    return None if fields[0] == b"Z" else fields[19].decode()


@cache
def _owner_of(pid: int) -> str:
    return f"{socket.gethostname()}/{pid}/{_started(pid)}"


def me() -> str:
    """This process, told apart from every other one, now and later."""
    return _owner_of(os.getpid())


def _is_dead(owner: str, leased_until) -> bool:
    host, pid, started = owner.rsplit("/", 2)
    if host == socket.gethostname():
        return _started(int(pid)) != started
    return leased_until is None or leased_until < now()


def is_alive(owner: str, until: datetime | None) -> bool:
    """Whether this process still lives, as far as can be told from here."""
    return not _is_dead(owner, until)


def claim(rows: models.QuerySet[Row], limit: int = 1) -> list[Row]:
    """Take up to `limit` due rows for this process, oldest due first; [] when there are none.

    `rows` narrows what may be taken. `attempts` counts up with each claim. End with `hold`.
    """
    due = rows.filter(due_at__lte=now(), leased_by="").order_by("due_at", "pk")
    if not due.exists():  # a plain read: an idle worker must not take SQLite's write lock
        return []
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            # `of`: joins of `rows` may be outer ones, which cannot be locked.
            due = due.select_for_update(skip_locked=True, of=("self",))
        taken = list(due[:limit])
        rows.model._default_manager.filter(pk__in=[row.pk for row in taken]).update(
            leased_by=me(), leased_until=now() + LEASE, attempts=F("attempts") + 1
        )
    for row in taken:
        row.leased_by, row.attempts = me(), row.attempts + 1
    return taken


@contextmanager
def hold(row: Leased) -> Iterator[None]:
    """Keep the lease on a claimed row renewed while its work goes on; give it back after.

    The work itself must have set `due_at` (None when done); if it raised, the row is
    due again at once, so callers set a back-off before they let an error out.
    """
    key = (type(row), row.pk)
    with _held_lock:
        _held[key] = None
    try:
        yield
    finally:
        with _held_lock:
            _held.pop(key, None)
        type(row)._default_manager.filter(pk=row.pk, leased_by=me()).update(
            leased_by="", leased_until=None
        )


@contextmanager
def hold_all(rows: list[Row]) -> Iterator[None]:
    """Like `hold` for several claimed rows of one table, given back in one statement."""
    keys = {(type(row), row.pk) for row in rows}
    with _held_lock:
        _held.update(dict.fromkeys(keys))
    try:
        yield
    finally:
        with _held_lock:
            for key in keys:
                _held.pop(key, None)
        if rows:
            mine = type(rows[0])._default_manager.filter(leased_by=me())
            mine.filter(pk__in=[row.pk for row in rows]).update(leased_by="", leased_until=None)


def renew() -> int:
    """Prolong the leases of what this process is working on; returns how many."""
    with _held_lock:
        held = list(_held)
    for model, pk in held:
        model._default_manager.filter(pk=pk, leased_by=me()).update(leased_until=now() + LEASE)
    return len(held)


def leased_models() -> list[type[Leased]]:
    """Every table of due rows in the desk."""
    return [model for model in apps.get_models() if issubclass(model, Leased)]


def rescue() -> int:
    """Free the rows of dead workers, and those we could not give back; returns how many."""
    freed = 0
    for model in leased_models():
        # What is not due asks for no work, so only due rows are looked at: they are few.
        held = model._default_manager.filter(due_at__isnull=False).exclude(leased_by="")
        for owner, until in held.values_list("leased_by", "leased_until").distinct():
            rows = held.filter(leased_by=owner, leased_until=until)
            if owner == me():
                freed += _free(_forgotten(rows)) if until is None or until < now() else 0
            elif _is_dead(owner, until):
                freed += _free(rows)
    return freed


def _forgotten(rows: models.QuerySet[Row]) -> models.QuerySet[Row]:
    """Rows of ours that nobody works on: the database was away when they were given back."""
    with _held_lock:
        working_on = [pk for model, pk in _held if model is rows.model]
    return rows.exclude(pk__in=working_on)


def _free(rows: models.QuerySet[Row]) -> int:
    return rows.update(leased_by="", leased_until=None)


def backoff(attempts: int, first: int = 5, longest: int = 1800) -> timedelta:
    """How long to wait after so many failures: doubling from `first` to `longest` seconds."""
    return timedelta(seconds=min(longest, first * 2 ** min(max(attempts - 1, 0), 20)))
