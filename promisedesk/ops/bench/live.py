"""Live streams: what each costs one web process, and how soon a mail is told.

A mail counts from the 250 of the receiver until its event can be read at a stream: it is
stored, read, made a conversation with a promise, committed and told meanwhile.
"""

from __future__ import annotations

import os
import secrets
import selectors
import smtplib
import socket
import statistics
import time
from hashlib import sha256

from promisedesk.ops.bench import machine, mails, memory, postman
from promisedesk.ops.bench.desk import desk

A_PERSON = 10  # streams of each agent
PATIENCE = 30.0  # seconds until a mail that was not told counts as lost
SETTLE = 3
HEAD = b"id: "
TOLD = b"event: message.received"


def measure(streams: int, count: int) -> dict:
    """Memory of the web process with so many streams, and the delay of `count` mails."""
    with postman.Sink() as sink, desk(PROMISEDESK_SMTP_URL=sink.url) as here:
        from django.db import connections

        from promisedesk.ops.bench import ingest

        ingest.prepare()
        tokens = _tokens(streams)
        connections.close_all()
        started = memory._start(here)
        web = max(machine.tree(started.serve.process.pid), key=_owns(started.port))
        time.sleep(SETTLE)
        one = _opened(started.port, tokens[0])  # what the first one costs, all share
        time.sleep(SETTLE)
        before = machine.pss_mib(web)
        opened = [one, *(_opened(started.port, token) for token in tokens[1:])]
        time.sleep(SETTLE)
        after = machine.pss_mib(web)
        cpu = machine.cpu_seconds(web)
        time.sleep(10)
        idle = machine.cpu_seconds(web) - cpu
        delays, problems = _delays(opened, mails.generate(count), started.smtp_port)
        return {
            "bench": "live",
            "streams": streams,
            "web_mib": {"one_stream": round(before, 1), "all": round(after, 1)},
            "kib_a_stream": round((after - before) * 1024 / max(1, streams - 1), 1),
            "idle_cpu_share": round(idle / 10, 4),
            "mails": count,
            "ms_to_the_first_stream": _spread([first for first, _last in delays]),
            "ms_to_the_last_stream": _spread([last for _first, last in delays]),
            "problems": problems,
        }


def _tokens(streams: int) -> list[str]:
    """A token for each stream, of as many agents as a desk with so many streams has."""
    from django.apps import apps

    from promisedesk.agents.models import Agent

    rows = apps.get_model("api", "Token")._default_manager  # a neighbour: not ours to import
    found: list[str] = []
    for number in range(-(-streams // A_PERSON)):
        agent = Agent.objects.create_user(f"a{number}@bench.example", "Bench", role="manager")
        token = f"bench-{number}-{secrets.token_urlsafe(32)}"
        rows.create(agent=agent, name="bench", token_hash=sha256(token.encode()).hexdigest())
        found += [token] * A_PERSON
    return found[:streams]


def _owns(port: int):
    """Whether a process listens at the port: the web process among the parts."""
    wanted = set()
    for line in open("/proc/net/tcp").readlines()[1:]:  # noqa: SIM115
        fields = line.split()
        if int(fields[1].split(":")[1], 16) == port and fields[3] == "0A":
            wanted.add(f"socket:[{fields[9]}]")

    def listens(pid: int) -> bool:
        links = (f"/proc/{pid}/fd/{one}" for one in os.listdir(f"/proc/{pid}/fd"))
        return any(os.path.islink(one) and os.readlink(one) in wanted for one in links)

    return listens


def _opened(port: int, token: str) -> socket.socket:
    one = socket.create_connection(("127.0.0.1", port), 20)
    one.sendall(
        b"GET /api/v1/events/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        b"Authorization: Bearer " + token.encode() + b"\r\n\r\n"
    )
    heard = b""
    while HEAD not in heard:
        heard += one.recv(4096)
    one.setblocking(False)
    return one


def _delays(opened: list[socket.socket], letters, port: int) -> tuple[list, list[str]]:
    """(first stream, last stream) of each mail in milliseconds after its 250."""
    waiting, found, problems = selectors.DefaultSelector(), [], []
    for one in opened:
        waiting.register(one, selectors.EVENT_READ)
    with smtplib.SMTP("127.0.0.1", port) as session:
        for sender, raw in letters:
            session.sendmail(sender, [mails.INBOX], raw)
            accepted, left, first, last = time.perf_counter(), set(opened), 0.0, 0.0
            while left and time.perf_counter() - accepted < PATIENCE:
                for key, _events in waiting.select(1):
                    if TOLD in key.fileobj.recv(65536) and key.fileobj in left:
                        left.discard(key.fileobj)
                        last = time.perf_counter() - accepted
                        first = first or last
            if left:
                problems.append(f"{len(left)} streams did not hear of a mail")
            found.append((first * 1000, last * 1000))
            time.sleep(0.3)  # so that what follows it (its acknowledgement) is over
    return found, problems


def _spread(values: list[float]) -> dict[str, int]:
    cuts = statistics.quantiles(values, n=20, method="inclusive")
    return {"p50": round(statistics.median(values)), "p95": round(cuts[18])}
