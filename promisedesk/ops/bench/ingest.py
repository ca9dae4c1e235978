"""The way of a mail, in its three parts: accepting, reading, sending the acknowledgement.

Each part runs alone, so that its cost is known; in real life they overlap.
"""

from __future__ import annotations

import time

from promisedesk.ops.bench import floor, mails, postman, profiling
from promisedesk.ops.bench.desk import Desk, Part, desk, free_port, wait_for_port

WARM_UP = 40  # mails before counting begins: imports, caches and language models are loaded
SENDING = "email.send_due"
PATIENCE = 600  # seconds for each part


def measure(mails: int, connections: int, per_connection: int, database: str, profile: bool):
    """What a mail costs, beside the floor of this machine; see docs/performance.md."""
    with postman.Sink() as sink, desk(database, PROMISEDESK_SMTP_URL=sink.url) as here:
        prepare()
        run = _Run(here, mails, connections, per_connection)
        return run.profile() if profile else run.measure()


def prepare() -> None:
    """A shop with one inbox, as the wizard would leave it."""
    from promisedesk.conversations import inboxes
    from promisedesk.core.models import Workspace
    from promisedesk.promises import policies

    Workspace.objects.update_or_create(
        pk=1, defaults={"shop_name": "Shop", "country": "PL", "time_zone": "Europe/Warsaw"}
    )
    inbox = inboxes.add_inbox(mails.INBOX, name="Shop", language="pl")
    policies.set_policy(inbox, calendar=policies.default_calendar())


class _Run:
    def __init__(self, here: Desk, count: int, connections: int, per_connection: int):
        self.here, self.count = here, count
        self.how = {"connections": connections, "per_connection": per_connection}
        letters = list(mails.generate(WARM_UP + count))
        self.warm_up, self.letters = letters[:WARM_UP], letters[WARM_UP:]

    def measure(self) -> dict:
        accepting = self._accept()
        worker = self.here.start("-m", "promisedesk.ops.bench.rounds")
        worker.hear()
        reading = self._read(worker)
        sending = self._send(worker)
        least = self._floor()
        whole = sum(_cpu(one) for one in (accepting, reading))
        return {
            "bench": "ingest",
            "database": _database(),
            "mails": self.count,
            "mean_bytes": sum(len(raw) for _sender, raw in self.letters) // self.count,
            **self.how,
            "accepting": accepting,
            "reading": reading,
            "whole_cpu_ms": round(whole, 2),
            "floor": least,
            "times_the_floor": round(whole / _cpu(least), 1),
            "sending_acknowledgements": sending,
            "problems": self._problems(),
        }

    def _accept(self) -> dict:
        port = free_port()
        smtp = self.here.start("-m", "promisedesk", "smtp", "--port", str(port))
        wait_for_port(port)
        postman.send(self.warm_up, port, mails.INBOX, **self.how)
        smtp.mark()
        wall = postman.send(self.letters, port, mails.INBOX, **self.how)
        used = smtp.used() | {"wall": wall}
        self.here.stop(smtp)
        return _per_mail(used, self.count)

    def _read(self, worker: Part) -> dict:
        """The warm-up mails came first and are read first; then the clock starts."""
        from promisedesk.conversations.models import Arrival

        waiting = Arrival.objects.filter(state=Arrival.State.WAITING)
        later = list(waiting.order_by("pk").values_list("pk", flat=True)[WARM_UP:])
        Arrival.objects.filter(pk__in=later).update(due_at=None)
        self._do(worker, f"-{SENDING}", lambda: waiting.count() <= len(later))
        _make_due(Arrival, later)
        return self._do(worker, f"-{SENDING}", lambda: not waiting.exists())

    def _send(self, worker: Part) -> dict:
        from promisedesk.conversations.models import Delivery

        waiting = Delivery.objects.filter(due_at__isnull=False)
        count = waiting.count()
        used = self._do(worker, "all", lambda: not waiting.exists(), count)
        return {"letters": count, **used}

    def _do(self, worker: Part, rounds: str, is_done, count: int | None = None) -> dict:
        """Let the worker go until it is done; what that cost a mail."""
        worker.mark()
        worker.say(rounds)
        deadline = time.monotonic() + PATIENCE
        while not is_done():
            if time.monotonic() > deadline or worker.process.poll() is not None:
                raise TimeoutError(f"the worker did not get done:\n{self.here.said()}")
            time.sleep(0.1)
        used = worker.used()
        worker.hear()
        worker.say("stop")
        worker.hear()
        return _per_mail(used, count or self.count)

    def _floor(self) -> dict:
        import os

        url = os.environ.get("PROMISEDESK_DATABASE_URL", "")
        raws = [raw for _sender, raw in self.letters]
        return floor.measure(raws, self.here.folder, self.here.cluster, url)

    def _problems(self) -> list[str]:
        """What is not as it must be after all mails: then the figures mean nothing."""
        from promisedesk.conversations.indexing import KIND
        from promisedesk.conversations.models import Conversation
        from promisedesk.promises.models import Promise
        from promisedesk.search.models import Document

        must = self.count + WARM_UP
        found = {
            "conversations": Conversation.objects.count(),
            "promises": Promise.objects.count(),
            "findable messages": Document.objects.filter(kind=KIND).count(),
        }
        return [f"{count} {name}, not {must}" for name, count in found.items() if count != must]

    def profile(self) -> dict:
        """Where reading spends its time."""
        from promisedesk.channels.email import reading
        from promisedesk.conversations import arriving

        for sender, raw in self.warm_up + self.letters:
            arriving.take_in(raw, source="smtp", recipients=[mails.INBOX], envelope_from=sender)
        done = 0
        while done < WARM_UP:
            done += reading.read_waiting()
        with profiling.watched() as found:
            while count := reading.read_waiting():
                done += count
        return {
            "bench": "ingest",
            "database": _database(),
            "mails": self.count,
            "reading": found.per(self.count),
        }


def _make_due(model, ids: list[int]) -> None:
    from django.utils.timezone import now

    for start in range(0, len(ids), 500):
        model.objects.filter(pk__in=ids[start : start + 500]).update(due_at=now())


def _per_mail(used: dict[str, float], count: int) -> dict:
    return {
        "cpu_ms": round(used["cpu"] * 1000 / count, 3),
        "database_cpu_ms": round(used["database"] * 1000 / count, 3),
        "mails_s": round(count / used["wall"]),
    }


def _cpu(part: dict) -> float:
    return part["cpu_ms"] + part["database_cpu_ms"]


def _database() -> str:
    from django.db import connection

    return connection.vendor
