"""The whole desk under one command: how soon it answers, and how much memory it holds."""

from __future__ import annotations

import http.client
import time

from promisedesk.ops.bench import machine, mails, postman
from promisedesk.ops.bench.desk import PATIENCE, Part, desk, free_port

SETTLE = 5  # seconds of quiet before memory is looked at
READ_WITHIN = 300


def measure(count: int) -> dict:
    """Cold start, memory idle, and memory after mails were accepted, read and acknowledged."""
    with postman.Sink() as sink, desk(PROMISEDESK_SMTP_URL=sink.url) as here:
        from django.db import connections

        from promisedesk.ops.bench import ingest

        ingest.prepare()
        connections.close_all()
        port, smtp_port = free_port(), free_port()
        ports = ("--port", str(port), "--smtp-port", str(smtp_port))
        serve = here.start("-m", "promisedesk", "serve", *ports)
        starts = _cold_start(port)
        time.sleep(SETTLE)
        idle = _memory(serve)
        letters = mails.generate(count)
        postman.send(letters, smtp_port, mails.INBOX, connections=8, per_connection=10)
        _wait_until_read(count)
        time.sleep(SETTLE)
        return {
            "bench": "memory",
            "mails": count,
            "cold_start_s": starts,
            "idle": idle,
            "after_the_mails": _memory(serve),
            "problems": [],
        }


def _cold_start(port: int) -> dict[str, float]:
    """Seconds until the sign-in page, and until /readyz says the worker is there too."""
    began, found = time.monotonic(), {}
    for name, path in (("sign_in_page", "/sign-in/"), ("ready", "/readyz")):
        while _status(port, path) != 200:
            if time.monotonic() - began > PATIENCE:
                raise TimeoutError(f"{path} does not answer")
            time.sleep(0.02)
        found[name] = round(time.monotonic() - began, 2)
    return found


def _status(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def _memory(serve: Part) -> dict:
    pids = machine.tree(serve.process.pid)
    return {
        "pss_mib": round(machine.pss_mib(serve.process.pid), 1),
        "processes": len(pids),
    }


def _wait_until_read(count: int) -> None:
    from promisedesk.conversations.models import Arrival

    deadline = time.monotonic() + READ_WITHIN
    done = Arrival.objects.filter(state=Arrival.State.DONE)
    while done.count() < count:
        if time.monotonic() > deadline:
            raise TimeoutError("the worker did not read the mails in time")
        time.sleep(0.5)
