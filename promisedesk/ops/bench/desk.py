"""A desk for one measurement: a folder, a database and processes of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from promisedesk.ops.bench import machine
from promisedesk.ops.bench.postgres import Cluster

PATIENCE = 60  # seconds a process may take to start


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class Part:
    """A running child process and what it has used since it was last asked."""

    process: subprocess.Popen
    cluster: Cluster | None = None
    _marks: tuple[float, float, float] = (0, 0, 0)

    def mark(self) -> None:
        """Count from here."""
        self._marks = self._now()

    def used(self) -> dict[str, float]:
        """Seconds since `mark`: CPU of the process tree, of the database server, by the wall."""
        cpu, database, wall = (b - a for a, b in zip(self._marks, self._now(), strict=True))
        return {"cpu": cpu, "database": database, "wall": wall}

    def _now(self) -> tuple[float, float, float]:
        database = self.cluster.cpu_seconds() if self.cluster else 0.0
        return machine.cpu_seconds(self.process.pid), database, time.monotonic()

    def say(self, line: str) -> None:
        """Tell a child that listens on its standard input."""
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def hear(self) -> str:
        """The next line it says."""
        return self.process.stdout.readline().decode().strip()


@dataclass
class Desk:
    """Where a measurement happens. Its environment is also this process's own."""

    folder: Path
    cluster: Cluster | None = None
    parts: list[Part] = field(default_factory=list)

    def start(self, *command: str, **environment: str) -> Part:
        """Run `python COMMAND…` as a part of this desk."""
        process = subprocess.Popen(
            [sys.executable, *command],
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=open(self.folder / "log", "ab"),  # noqa: SIM115  the child's from now on
        )
        part = Part(process, self.cluster)
        self.parts.append(part)
        return part

    def stop(self, part: Part) -> None:
        """End a part as Ctrl-C would, or harder."""
        self.parts.remove(part)
        part.process.send_signal(signal.SIGTERM)
        try:
            part.process.wait(15)
        except subprocess.TimeoutExpired:
            part.process.kill()
            part.process.wait()

    def said(self) -> str:
        """The end of what the parts logged."""
        log = self.folder / "log"
        return log.read_text(errors="replace")[-2000:] if log.exists() else ""


@contextlib.contextmanager
def desk(database: str = "sqlite", kept: Path | None = None, **environment: str) -> Iterator[Desk]:
    """A migrated desk with Django loaded in this process, for filling and counting.

    It is gone afterwards, unless it is `kept` in a folder, where it is found again next time.
    """
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
    folder = kept or Path(tempfile.mkdtemp(prefix="promisedesk-bench-"))
    cluster = Cluster(folder / "postgres") if database == "postgres" else None
    for name in [name for name in os.environ if name.startswith("PROMISEDESK_")]:
        del os.environ[name]  # nothing of a real desk gets in here
    os.environ |= {"PROMISEDESK_DATA": str(folder / "data"), **environment}
    os.environ["DJANGO_SETTINGS_MODULE"] = "promisedesk.config.settings"
    found = Desk(folder, cluster)
    try:
        if cluster:
            folder.chmod(0o755)  # the server runs as another user
            database = cluster.start()
        if database != "sqlite":
            os.environ["PROMISEDESK_DATABASE_URL"] = database
        _set_up_django()
        yield found
    finally:
        for part in list(found.parts):
            found.stop(part)
        _forget_connections()
        if cluster:
            cluster.stop()
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def _set_up_django() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


def _forget_connections() -> None:
    from django.db import connections

    with contextlib.suppress(Exception):
        connections.close_all()


def wait_for_port(port: int) -> None:
    """Until something listens there. Raises TimeoutError."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    raise TimeoutError(f"nothing listens at port {port}")
