"""Parts of a desk, started quickly: forked from a process that has loaded the libraries already.

To load them takes a second of CPU, and the suite starts hundreds. The desk's own modules and its
settings are loaded anew by every part, as by `python -m promisedesk`, and a part is a process
with a session and a log of its own: it is killed like any other.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from pathlib import Path

LIBRARIES = [
    "click",
    "cryptography.x509",
    "cryptography.hazmat.primitives.asymmetric.ec",
    "dkim",
    "dns.resolver",
    "email.mime.multipart",
    "http.client",
    "imapclient",
    "jinja2",
    "markdown_it",
    "PIL.Image",
    "psycopg",
    "pydantic_settings",
    "redis",
    "requests",
    "smtplib",
    "sqlite3",
    "structlog",
    "zoneinfo",
    "django.contrib.postgres.search",
    "django.core.handlers.wsgi",
    "django.core.mail",
    "django.db.models",
    "django.db.migrations.executor",
    "django.forms",
    "django.template.defaulttags",
    "django.template.loader",
    "django.test.client",
    "django.urls",
    "django.views.generic",
]


class Part:
    """A part that was started: what the tests use of subprocess.Popen."""

    def __init__(self, pid: int):
        self.pid = pid
        self.returncode: int | None = None
        self.has_ended = threading.Event()

    def poll(self) -> int | None:
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        if not self.has_ended.wait(timeout):
            raise subprocess.TimeoutExpired("promisedesk", timeout or 0)
        return self.returncode or 0

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


class Nursery:
    """The process that forks, and what it tells of its children. Ends with the tests."""

    def __init__(self, folder: Path):
        self.parts: dict[int, Part] = {}
        self.born, self.lock = threading.Semaphore(0), threading.Lock()
        self.newest = Part(0)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.nursery"], cwd=folder,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        threading.Thread(target=self._hear, daemon=True).start()

    def start(self, arguments: list[str], environ: dict[str, str], log: Path) -> Part:
        """`python -m promisedesk <arguments>` with this environment, its words added to `log`."""
        return self._order(arguments, environ, os.devnull, log, log)

    def run(
        self, arguments: list[str], environ: dict[str, str], given: bytes, patience: float
    ) -> subprocess.CompletedProcess:
        """The same to its end, with this input; "-c" and a program: that instead of the desk.

        Raises subprocess.TimeoutExpired after `patience` seconds; then it was killed.
        """
        with tempfile.TemporaryDirectory(prefix="promisedesk-run-") as folder:
            put, out, err = (Path(folder, name) for name in ("in", "out", "err"))
            put.write_bytes(given)
            part = self._order(arguments, environ, put, out, err)
            try:
                code = part.wait(patience)
            except subprocess.TimeoutExpired:
                os.killpg(part.pid, signal.SIGKILL)
                raise
            return subprocess.CompletedProcess(arguments, code, out.read_bytes(), err.read_bytes())

    def _order(self, arguments: list[str], environ: dict[str, str], *files: Path | str) -> Part:
        """Have a process born whose standard input, output and errors are these files."""
        order = {"arguments": arguments, "environ": environ, "files": list(map(str, files))}
        with self.lock:
            self.process.stdin.write(json.dumps(order).encode() + b"\n")
            self.process.stdin.flush()
            if not self.born.acquire(timeout=60):
                raise TimeoutError("nothing was started")
            return self.newest

    def _hear(self) -> None:
        for line in self.process.stdout:
            told = json.loads(line)
            if "born" in told:
                self.newest = self.parts[told["born"]] = Part(told["born"])
                self.born.release()
            else:
                part = self.parts.pop(told["ended"])
                part.returncode = told["code"]
                part.has_ended.set()


def main() -> None:
    """One order a line comes in; who was born, and who ended with which code, goes out."""
    for name in LIBRARIES:
        with contextlib.suppress(Exception):  # then each part loads it
            importlib.import_module(name)
    sys.argv = ["promisedesk"]
    reading, waking = os.pipe()
    os.set_blocking(waking, False)
    signal.set_wakeup_fd(waking, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    unread = b""
    while True:
        ready, _, _ = select.select([0, reading], [], [])
        if reading in ready:
            os.read(reading, 4096)
            _tell_of_the_ended()
        if 0 in ready:
            more = os.read(0, 1 << 20)
            if not more:
                return
            *lines, unread = (unread + more).split(b"\n")
            for line in lines:
                _bear(json.loads(line))


def _tell(**what) -> None:
    os.write(1, json.dumps(what).encode() + b"\n")


def _tell_of_the_ended() -> None:
    with contextlib.suppress(ChildProcessError):
        while (ended := os.waitpid(-1, os.WNOHANG))[0]:
            _tell(ended=ended[0], code=os.waitstatus_to_exitcode(ended[1]))


def _bear(order: dict) -> None:
    pid = os.fork()
    if pid:
        return _tell(born=pid)
    code = 1
    try:
        code = _be(order)
    finally:
        os._exit(code)


def _be(order: dict) -> int:
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.closerange(3, 64)
    os.setsid()
    os.environ.clear()
    os.environ.update(order["environ"])
    time.tzset()
    reading, *writing = order["files"]
    os.dup2(os.open(reading, os.O_RDONLY), 0)
    for name, theirs in zip(writing, (1, 2), strict=True):
        os.dup2(os.open(name, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644), theirs)
    sys.argv[1:] = order["arguments"]
    try:
        _do(order["arguments"])
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1
    finally:  # as the interpreter does at its end
        threading._shutdown()
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def _do(arguments: list[str]) -> None:
    if arguments[0] == "-c":
        return exec(arguments[1], {"__name__": "__main__"})
    from promisedesk.config.cli import main as promisedesk

    return promisedesk()


if __name__ == "__main__":
    main()
