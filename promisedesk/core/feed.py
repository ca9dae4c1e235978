"""Reading the event log as it grows: nothing is lost, and nothing comes twice.

Numbers of rows are no order to read by: on PostgreSQL a lower one may be committed after a
higher one was read. There a reader remembers the *snapshot* it has read, and asks for what
that snapshot did not show (docs/decisions/0012). SQLite has one writer: there the number is
the order of commits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db import DataError, connection, transaction
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from promisedesk.core import locks
from promisedesk.core.ids import public_id
from promisedesk.core.memo import remembered
from promisedesk.core.models import Event, Workspace

BATCH = 200
LONGEST = 8000  # characters of a place; a snapshot names every transaction then at work
SNAPSHOT = re.compile(r"\d{1,20}:\d{1,20}:(\d{1,20}(,\d{1,20})*)?")
NUMBER = re.compile(r"\d{1,18}")


@dataclass(frozen=True, slots=True)
class Place:
    """Up to where somebody has read: all of `seen`, and until `until` the ids up to `after`."""

    era: str  # of the database: another after a restore
    seen: str  # a snapshot; on SQLite an id
    until: str = ""  # the snapshot that is being read, when it is not read to its end
    after: int = 0

    def __str__(self) -> str:
        rest = f"~{self.until}~{self.after}" if self.until else ""
        return f"{self.era}~{self.seen}{rest}"

    @classmethod
    def parse(cls, text: str) -> Place | None:
        """The place a reader names; None if it is none, or not one of this database's life."""
        parts = text.split("~") if len(text) <= LONGEST else []
        if len(parts) not in (2, 4) or parts[0] != _era():
            return None
        form = SNAPSHOT if _has_snapshots() else NUMBER
        if not all(form.fullmatch(part) for part in parts[1:3]):
            return None
        if len(parts) == 4 and not (_has_snapshots() and NUMBER.fullmatch(parts[3])):
            return None
        place = cls(*parts[:2]) if len(parts) == 2 else cls(*parts[:3], after=int(parts[3]))
        return place if _has_been(place) else None


@dataclass(frozen=True, slots=True)
class Page:
    """Some events in order, with the place after each, and the place after all of them."""

    events: list[Event]
    places: list[Place]
    next: Place
    is_all: bool  # nothing more was there to be read


def now() -> Place:
    """The place of whoever has read everything committed until now."""
    with connection.cursor() as cursor:
        if _has_snapshots():
            cursor.execute("SELECT pg_current_snapshot()::text")
        else:
            cursor.execute("SELECT coalesce(max(id), 0) FROM core_event")
        return Place(_era(), str(cursor.fetchone()[0]))


def page(place: Place, *, limit: int = BATCH, until: Place | None = None) -> Page:
    """What was committed after `place`, at most `limit` events; no further than `until`."""
    if _has_snapshots():
        return _page_of_snapshots(place, limit, until)
    events = Event.objects.filter(pk__gt=int(place.seen)).select_related("by").order_by("pk")
    if until:
        events = events.filter(pk__lte=int(until.seen))
    found = list(events[:limit])
    places = [Place(place.era, str(event.pk)) for event in found]
    return Page(found, places, places[-1] if places else place, len(found) < limit)


def _page_of_snapshots(place: Place, limit: int, until: Place | None) -> Page:
    last = place.until or (until.seen if until else "")
    found = list(_unseen(place, last)[:limit])
    if not found:
        following = Place(place.era, last) if last else place
        return Page([], [], following, not place.until)
    last = last or found[0].snapshot
    is_full = len(found) == limit
    places = [Place(place.era, place.seen, last, event.pk) for event in found]
    if not is_full:
        places[-1] = Place(place.era, last)
    return Page(found, places, places[-1], not is_full and not place.until)


def _unseen(place: Place, last: str) -> QuerySet[Event]:
    """Committed, but not shown by the snapshot `place.seen`; with the snapshot that shows them."""
    seen = "core_event.txid >= pg_snapshot_xmin(%s::pg_snapshot)"
    new = "NOT pg_visible_in_snapshot(core_event.txid, %s::pg_snapshot)"
    events = Event.objects.extra(where=[seen, new], params=[place.seen] * 2)  # noqa: S610  constants
    if last:
        shown = "pg_visible_in_snapshot(core_event.txid, %s::pg_snapshot)"
        events = events.extra(where=[shown], params=[last])  # noqa: S610
    if place.after:
        events = events.filter(pk__gt=place.after)
    # Of the very statement that reads: what it does not show, the next page will.
    snapshot = RawSQL("pg_current_snapshot()::text", [])
    return events.annotate(snapshot=snapshot).select_related("by").order_by("pk")


def settle() -> None:
    """After a restore into another cluster: begin a new era, in which all rows are old.

    Their transaction numbers are of the cluster they were written in, and may be ahead of this
    one's. Every reader calls it once before reading; it costs a look at an index.
    """
    if not _has_snapshots() or not _is_from_elsewhere():
        return
    with transaction.atomic():
        locks.hold_until_commit("feed.settle")
        if not _is_from_elsewhere():
            return
        with connection.cursor() as cursor:
            cursor.execute("UPDATE core_event SET txid = '1'")
        begin_era()


def begin_era() -> None:
    """Make every place known until now unknown: who comes with one reads everything anew.

    For a restore: numbers after it will be given to other events than before.
    """
    workspace = Workspace.get()
    workspace.era = public_id()[:8]
    workspace.save(update_fields=["era"])


def _is_from_elsewhere() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT txid >= pg_snapshot_xmax(pg_current_snapshot()) FROM core_event"
            " ORDER BY txid DESC LIMIT 1"
        )
        found = cursor.fetchone()
    return bool(found and found[0])


def _has_snapshots() -> bool:
    return connection.vendor == "postgresql"


@remembered(Workspace)
def _era() -> str:
    return Workspace.get().era or "0"


def _has_been(place: Place) -> bool:
    """Whether the database has come so far: a place ahead of it is of another one."""
    if not _has_snapshots():
        return int(place.seen) <= int(now().seen)
    snapshots = [place.seen, place.until or place.seen]
    ahead = "pg_snapshot_xmax(%s::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot())"
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SELECT {ahead} OR {ahead}", snapshots)
            return not cursor.fetchone()[0]
    except DataError:  # looks like a snapshot, but is none
        return False
