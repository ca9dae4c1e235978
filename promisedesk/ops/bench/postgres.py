"""A PostgreSQL for one measurement: a cluster of its own, stock settings, fsync on."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import time
from pathlib import Path

from promisedesk.ops.bench import machine

PATIENCE = 60  # seconds until it answers


class Cluster:
    """Root may not run PostgreSQL, so for root it runs as the user postgres."""

    def __init__(self, folder: Path):
        from promisedesk.ops.bench.desk import free_port

        self.folder, self.port = folder, free_port()
        self.process: subprocess.Popen | None = None
        self._user: dict = {}

    def start(self) -> str:
        """Make it, unless it was kept, and wait until it answers; the URL of its database."""
        data, is_new = self.folder / "data", not self.folder.exists()
        self.folder.mkdir(exist_ok=True)
        if os.geteuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(self.folder, account.pw_uid, account.pw_gid)
            self._user = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        if is_new:
            self._run(
                "initdb", "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--locale", "C"
            )
        listening = ["-p", str(self.port), "-k", self.folder, "-c", "listen_addresses=127.0.0.1"]
        self.process = subprocess.Popen(
            [_program("postgres"), "-D", data, *listening], cwd="/",
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **self._user,
        )  # fmt: skip
        self._wait_until_it_answers()
        if is_new:
            self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "desk", "desk")
        return f"postgres://desk@127.0.0.1:{self.port}/desk"

    def _run(self, program: str, *arguments) -> None:
        subprocess.run(
            [_program(program), *arguments], check=True, cwd="/",
            stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, **self._user,
        )  # fmt: skip

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + PATIENCE
        ask = [_program("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        while subprocess.run(ask, check=False).returncode:
            if time.monotonic() > deadline:
                raise TimeoutError("PostgreSQL did not start")
            time.sleep(0.1)

    def cpu_seconds(self) -> float:
        """CPU time all of its processes have used so far."""
        return machine.cpu_seconds(self.process.pid) if self.process else 0.0

    def stop(self) -> None:
        """End it; what clients still do is broken off."""
        if self.process:
            self.process.send_signal(signal.SIGINT)  # fast shutdown
            self.process.wait(30)


def _program(name: str) -> str:
    """PostgreSQL's program of this name; Debian keeps the server's off the PATH."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: one.parent.name)
    for folder in reversed(folders):
        if (folder / name).exists():
            return str(folder / name)
    found = shutil.which(name)
    if not found:
        raise FileNotFoundError(f"PostgreSQL's {name} is not installed: apt install postgresql")
    return found
