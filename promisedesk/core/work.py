"""What a worker does, over and over: each room registers its rounds in its jobs.py.

A round looks for due rows, does some, and says how many. An error in one round never
ends the others: it is logged, shown in the heartbeat, and tried again with a pause.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from django.db import close_old_connections, connections
from django.db.models import F
from django.utils.module_loading import autodiscover_modules
from django.utils.timezone import now

from promisedesk.core import leases
from promisedesk.core.models import Heartbeat

log = structlog.get_logger("promisedesk.worker")
BEAT_EVERY = 5  # seconds between heartbeats of an idle part
LONGEST_PAUSE = 30  # seconds after repeated errors


@dataclass(frozen=True)
class Round:
    """A piece of repeated work. `run` returns how many rows it did; 0 means wait `every` s."""

    name: str
    run: Callable[[], int]
    every: float
    lanes: int


ROUNDS: dict[str, Round] = {}
EXTRA: list[threading.Thread] = []  # threads that rounds started themselves: waited for at the end
ending = threading.Event()  # the worker is asked to end: such threads take on nothing more


def every(seconds: float, *, lanes: int = 1):
    """Register a function as a round of the worker, in `lanes` threads at once."""

    def register(run: Callable[[], int]):
        name = run.__module__.split(".")[-2] + "." + run.__name__
        ROUNDS[name] = Round(name, run, seconds, lanes)
        return run

    return register


@every(leases.RENEW)
def renew_leases() -> int:
    """Keep what this process works on. Not counted as work."""
    leases.renew()
    return 0


@every(2)
def rescue_leases() -> int:
    """Give the rows of dead workers to the living."""
    return leases.rescue()


class Beat:
    """Writes the heartbeat of one part, not more often than needed."""

    def __init__(self, part: str):
        self.part, self.done, self.last, self.failed = part, 0, 0.0, False

    def tell(self, done: int, error: str = "") -> None:
        self.done += done
        if time.monotonic() - self.last < BEAT_EVERY and not error and not self.failed:
            return
        fields = {"last_error": error[:2000]} | ({} if error else {"round_at": now()})
        if self.done:
            fields |= {"work_at": now(), "done": F("done") + self.done}
        mine = Heartbeat.objects.filter(part=self.part, owner=leases.me())
        if not mine.update(**fields):
            first = Heartbeat(
                part=self.part, owner=leases.me(), done=self.done, last_error=error[:2000]
            )
            # Several lanes of one part begin at once: whoever is first writes the row.
            Heartbeat.objects.bulk_create([first], ignore_conflicts=True)
        self.done, self.last, self.failed = 0, time.monotonic(), bool(error)


def _keep_doing(round_: Round, stop: threading.Event) -> None:
    beat, failures = Beat(round_.name), 0
    while not stop.is_set():
        pause = round_.every
        try:
            close_old_connections()
            done = round_.run()
            beat.tell(done)
            failures, pause = 0, 0 if done else round_.every
        except Exception as error:
            failures += 1
            pause = min(LONGEST_PAUSE, 0.5 * 2**failures)
            log.exception("a round failed", part=round_.name, again_in=pause)
            try:
                beat.tell(0, f"{type(error).__name__}: {error}")
            except Exception:  # the database itself may be what is gone
                log.warning("no heartbeat could be written", part=round_.name)
        stop.wait(pause)
    connections.close_all()


def run_all(stop: threading.Event) -> None:
    """Do every registered round until `stop` is set, then let each finish what it holds."""
    autodiscover_modules("jobs")
    Heartbeat.objects.filter(round_at__lt=now() - leases.LEASE * 20).delete()
    threads = [
        threading.Thread(target=_keep_doing, args=(one, stop), name=f"{one.name}-{lane}")
        for one in ROUNDS.values()
        for lane in range(one.lanes)
    ]
    for thread in threads:
        thread.daemon = True  # a hung network call must not keep a stopping desk alive
        thread.start()
    stop.wait()
    ending.set()
    deadline = time.monotonic() + 8
    for thread in [*threads, *EXTRA]:
        thread.join(max(0, deadline - time.monotonic()))
