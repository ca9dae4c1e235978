"""The parts of the desk and how they are: each room names its own, one page shows them all.

Pages, monitor and API read the same list, so what alarms is what people see.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.core.models import Heartbeat

OK, DEGRADED, DOWN = "ok", "degraded", "down"
SILENT_AFTER = timedelta(seconds=60)  # a worker beats every 5 s, and pauses up to 30 s on errors
PATIENCE = timedelta(minutes=2)  # a part may be ill so long before people are called
LITTLE_SPACE = 0.10  # of the disk
HARDLY_ANY_SPACE = 0.02
PLENTY = 20 * 1024**3  # bytes free that are enough whatever share of a huge disk they are


@dataclass(frozen=True, slots=True)
class Part:
    """One part. `since` is when its state began, None when that is not known."""

    kind: str  # worker, queue, mailbox
    name: str
    state: str  # OK, DEGRADED, DOWN
    since: datetime | None = None
    detail: str = ""  # what to know about it, for people
    patience: timedelta = PATIENCE  # how long it may be so before it is an alarm


_sources: list[Callable[[], Iterable[Part]]] = []


def part_source(source: Callable[[], Iterable[Part]]):
    """Register a function that lists some parts. It is called for every look: keep it cheap."""
    _sources.append(source)
    return source


def parts() -> list[Part]:
    """Every part of the desk."""
    return [part for source in _sources for part in source()]


@part_source
def disk() -> Iterable[Part]:
    """Room on the disk of the data folder; without any, no mail is taken in."""
    found = shutil.disk_usage(settings.DATA)
    share = found.free / found.total if found.total else 0
    state = DOWN if share < HARDLY_ANY_SPACE else DEGRADED if share < LITTLE_SPACE else OK
    if found.free >= PLENTY:
        state = OK
    detail = _("%(free)s GB are free, %(percent)s %%.") % {
        "free": f"{found.free / 1024**3:.1f}",
        "percent": int(share * 100),
    }
    yield Part("disk", "data", state, None, detail)


@part_source
def workers() -> Iterable[Part]:
    """What the workers do, by its best heartbeat: a dead worker beside a living one is no harm."""
    best: dict[str, Heartbeat] = {}
    for beat in Heartbeat.objects.order_by("round_at"):
        best[beat.part] = beat
    if not best:
        yield Part("worker", "worker", DOWN, None, _("No worker has been heard from yet."))
    for name, beat in sorted(best.items()):
        yield _worker(name, beat)


def _worker(name: str, beat: Heartbeat) -> Part:
    if beat.round_at < now() - SILENT_AFTER:
        detail = beat.last_error or _("Nothing has been heard from it. Is the worker running?")
        return Part("worker", name, DOWN, beat.round_at, detail)
    if beat.last_error:
        return Part("worker", name, DEGRADED, beat.round_at, beat.last_error)
    return Part("worker", name, OK, beat.started_at)
