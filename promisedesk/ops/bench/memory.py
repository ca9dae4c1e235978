"""The whole desk under one command: how soon it answers, and how much memory it holds."""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass

from promisedesk.ops.bench import machine, mails, postman
from promisedesk.ops.bench.desk import PATIENCE, Desk, Part, desk, free_port

SETTLE = 5  # seconds of quiet before memory is looked at
READ_WITHIN = 300


def measure(count: int) -> dict:
    """Cold start, memory idle, and memory after mails were accepted, read and acknowledged."""
    with postman.Sink() as sink, desk(PROMISEDESK_SMTP_URL=sink.url) as here:
        from django.db import connections

        from promisedesk.ops.bench import ingest

        ingest.prepare()
        connections.close_all()
        first = _start(here, PROMISEDESK_DATA=str(here.folder / "empty"))
        here.stop(first.serve)
        cold = _start(here)
        time.sleep(SETTLE)
        idle = _memory(cold.serve)
        letters = mails.generate(count)
        postman.send(letters, cold.smtp_port, mails.INBOX, connections=8, per_connection=10)
        _wait_until_read(count)
        time.sleep(SETTLE)
        return {
            "bench": "memory",
            "mails": count,
            "first_start_s": first.seconds,  # of an empty folder: the database is made
            "cold_start_s": cold.seconds,
            "idle": idle,
            "after_the_mails": _memory(cold.serve),
            "problems": [],
        }


@dataclass
class Started:
    serve: Part
    port: int
    smtp_port: int
    seconds: dict[str, float]


def _start(here: Desk, **environment: str) -> Started:
    """Start everything; how long until the sign-in page, and until /readyz is content."""
    port, smtp_port = free_port(), free_port()
    ports = ("--port", str(port), "--smtp-port", str(smtp_port))
    began, seconds = time.monotonic(), {}
    serve = here.start("-m", "promisedesk", "serve", *ports, **environment)
    for name, path in (("sign_in_page", "/sign-in/"), ("ready", "/readyz")):
        while _status(port, path) != 200:
            if time.monotonic() - began > PATIENCE:
                raise TimeoutError(f"{path} does not answer:\n{here.said()}")
            time.sleep(0.02)
        seconds[name] = round(time.monotonic() - began, 2)
    return Started(serve, port, smtp_port, seconds)


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
