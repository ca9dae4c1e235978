"""Real servers for tests: a PostgreSQL, an outgoing mail server that obeys a script, a desk.

All of them listen on loopback only, keep their files in folders of their own, and leave
nothing behind.
"""

from __future__ import annotations

import contextlib
import functools
import glob
import json
import os
import pwd
import shutil
import signal
import smtplib
import socket
import sqlite3
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from tests import templates
from tests.nursery import Nursery, Part
from tests.templates import copy_database, drop_database, new_database, run_sql

PROJECT = Path(__file__).resolve().parents[1]
PATIENCE = 30  # seconds a server may take to start, on a busy machine
FIRST_PATIENCE = 300  # when it makes its database first


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(is_so, patience: float = PATIENCE, what: str = "it"):
    """Ask until the answer is true; returns the answer. Raises TimeoutError."""
    deadline = time.monotonic() + patience
    while True:
        answer = is_so()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not happen within {patience} s")
        time.sleep(0.05)


def answers(port: int) -> bool:
    """Whether something listens on this port."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


class Postgres:
    """A PostgreSQL cluster of its own, gone when stopped. As root it runs as `postgres`."""

    USER = "promisedesk"

    def __init__(self):
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="promisedesk-postgres-"))
        self.process: subprocess.Popen | None = None

    @staticmethod
    def program(name: str) -> str:
        """The newest PostgreSQL's program of this name; Debian keeps them off the PATH."""
        found = glob.glob(f"/usr/lib/postgresql/*/bin/{name}")
        found.sort(key=lambda path: int(path.split("/")[4].split(".")[0]))
        program = found[-1] if found else shutil.which(name)
        if not program:
            raise FileNotFoundError(f"PostgreSQL's {name} is not installed (make test-install)")
        return program

    def start(self) -> Postgres:
        """Make the cluster and wait until it answers. fsync is off: no power cuts here."""
        whom: dict = {}
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            account = pwd.getpwnam("postgres")
            os.chown(self.folder, account.pw_uid, account.pw_gid)
            whom = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        data, log = self.folder / "data", open(self.folder / "log", "wb")  # noqa: SIM115
        with log:
            subprocess.run(
                [self.program("initdb"), "-D", data, "-U", self.USER, "-A", "trust", "-E", "UTF8",
                 "--locale", "C.UTF-8", "--no-sync"],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd="/", check=True, **whom,
            )  # fmt: skip
            self.process = subprocess.Popen(
                [self.program("postgres"), "-D", data, "-p", str(self.port),
                 "-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={self.folder}",
                 "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=300"],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd="/",
                start_new_session=True, **whom,
            )  # fmt: skip
        wait_until(self._is_up, what="PostgreSQL's start")
        self.run("CREATE DATABASE desk")
        return self

    def _is_up(self) -> bool:
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def url(self, name: str = "desk") -> str:
        return f"postgres://{self.USER}@127.0.0.1:{self.port}/{name}"

    def run(self, statement: str) -> None:
        run_sql(self.url("postgres"), statement)

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # "fast": hangs up on everybody
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait(5)
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Postgres:
        try:
            return self.start()
        except BaseException:
            self.stop()
            raise

    def __exit__(self, *_error) -> None:
        self.stop()


@functools.cache
def nursery() -> Nursery:
    """The one of this process of tests."""
    return Nursery(PROJECT)


class Desk:
    """A Promisedesk in processes, with its own data folder and database.

    `database_url` empty: SQLite. Parts are started by name ("serve", "web", "worker",
    "smtp") and ended by `stop` (politely) or `kill` (not). Use it with `with`.
    """

    INBOX = "help@shop.example"

    def __init__(self, folder: Path, database_url: str = "", smtp_url: str = "", **settings: str):
        self.folder, self.database_url = folder, database_url
        self.web_port, self.smtp_port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.web_port}"
        self.settings = {"ALLOWED_HOSTS_OUT": "127.0.0.1", "SMTP_URL": smtp_url, **settings}
        self.token, self.is_copy = "", False
        self.parts: dict[str, Part] = {}

    # Its commands

    def environment(self, **settings: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if "PROMISEDESK" not in name}
        settings = {
            "DATA": str(self.folder / "data"),
            "DATABASE_URL": self.database_url,
            "URL": self.url,
            **self.settings,
            **settings,
        }
        return kept | {f"PROMISEDESK_{name}": value for name, value in settings.items() if value}

    def run(
        self, *arguments: str, given: bytes = b"", patience: float = 60, **settings: str
    ) -> subprocess.CompletedProcess:
        """One command of the desk, to its end, whatever that is."""
        return nursery().run(list(arguments), self.environment(**settings), given, patience)

    def do(self, *arguments: str, given: bytes = b"") -> str:
        """One command that must succeed; what it printed."""
        done = self.run(*arguments, given=given, patience=FIRST_PATIENCE)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def migrate(self) -> Desk:
        """The database with every table and nothing in them."""
        return self._copy_of("migrated", migrated)

    def make(self) -> Desk:
        """The database, one admin with a token, one inbox that promises four hours."""
        return self._copy_of("made", lambda desk: desk.migrate()._fill())

    def _copy_of(self, name: str, build: Callable[[Desk], object]) -> Desk:
        """Built once a run and copied then: migrating takes longer than most tests."""
        kept = template_of(name, self.database_url.rpartition("/")[0], build)
        shutil.copytree(Path(kept["folder"], "data"), self.folder / "data", dirs_exist_ok=True)
        if self.database_url:
            copy_database(kept["url"], self.database_url)
        self.token = kept["token"]
        return self

    def _fill(self) -> Desk:
        self.do("inbox", "add", self.INBOX, "--name", "Kettle & Loom", "--target", "4 hours")
        self.do("user", "add", "ada@shop.example", "--name", "Ada Field", "--role", "admin",
                "--password-stdin", given=b"a kettle and a loom\n")  # fmt: skip
        self.token = self.do("token", "add", "ada@shop.example", "--name", "tests")
        return self

    def script(self, code: str) -> str:
        """Some lines of Python inside the desk, for what no command does; what they printed."""
        environ = self.environment() | {"DJANGO_SETTINGS_MODULE": "promisedesk.config.settings"}
        code = "import django; django.setup()\n" + code
        done = nursery().run(["-c", code], environ, b"", patience=60)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def copy(self, folder: Path, **settings: str) -> Desk:
        """A second desk like this one, which must not be running: quicker than a new one."""
        shutil.copytree(self.folder / "data", folder / "data")
        url = ""
        if self.database_url:
            name = urlsplit(self.database_url).path.strip("/")
            fresh = f"{name}_{os.getpid()}_{time.monotonic_ns()}"
            server = self.database_url.removesuffix(name)
            run_sql(server + "postgres", f'CREATE DATABASE "{fresh}" TEMPLATE "{name}"')
            url = server + fresh
        twin = Desk(folder, url, **{**self.settings, **settings})
        twin.token, twin.is_copy = self.token, True
        return twin

    # Its processes

    def start(self, part: str, *options: str, crash_at: str = "", ready: bool = True) -> None:
        """Start a part and wait until it answers. With `crash_at` it ends itself there."""
        ports = {
            "serve": ["--port", str(self.web_port), "--smtp-port", str(self.smtp_port)],
            "web": ["--port", str(self.web_port)],
            "smtp": ["--port", str(self.smtp_port)],
            "worker": [],
        }[part]
        self.parts[part] = nursery().start(
            [part, *ports, *options],
            self.environment(CRASH_AT=crash_at),
            self.folder / f"{part}.log",
        )
        if ready and part in ("serve", "smtp"):
            self._wait(part, lambda: answers(self.smtp_port))
        if ready and part in ("serve", "web"):
            self._wait(part, self.is_ready if part == "serve" else lambda: answers(self.web_port))

    def _wait(self, part: str, is_so) -> None:
        def is_so_or_it_ended() -> bool:
            return is_so() or self.parts[part].poll() is not None

        try:
            wait_until(is_so_or_it_ended, FIRST_PATIENCE, what=f"the start of {part}")
            assert self.parts[part].poll() is None, f"{part} ended at once"
        except (TimeoutError, AssertionError) as error:
            raise AssertionError(f"{error}\n{self.log(part)}") from error

    def is_ready(self) -> bool:
        """Whether /readyz says 200."""
        try:
            with urllib.request.urlopen(self.url + "/readyz", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def log(self, part: str) -> str:
        path = self.folder / f"{part}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def ended(self, part: str, patience: float = PATIENCE) -> int:
        """Wait until a part ended by itself; its exit code (-9: killed)."""
        code = self.parts[part].wait(patience)
        self._forget(part)
        return code

    def kill(self, *parts: str) -> None:
        """kill -9 these parts and their children (all of them when none is named)."""
        for part in parts or list(self.parts):
            self._forget(part)

    def _forget(self, part: str) -> None:
        process = self.parts.pop(part)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)

    def stop(self, *parts: str, patience: float = 15) -> None:
        """SIGTERM these parts (all when none is named) and wait; then what is left is killed."""
        parts = parts or tuple(self.parts)
        for part in parts:
            self.parts[part].terminate()
        for part in parts:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.parts[part].wait(patience)
            self._forget(part)

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_error) -> None:
        self.kill()
        if self.is_copy and self.database_url:
            server, name = self.database_url.rsplit("/", 1)
            run_sql(f"{server}/postgres", f'DROP DATABASE "{name}" WITH (FORCE)')

    # What goes in and out

    def mail(self, raw: bytes, sender: str = "", to: str = INBOX) -> None:
        """Hand a mail to the desk's receiver. Raises OSError or SMTPException like any client."""
        sender = sender or parseaddr(raw.split(b"From:", 1)[1].split(b"\n", 1)[0].decode())[1]
        with smtplib.SMTP("127.0.0.1", self.smtp_port, timeout=30) as session:
            session.sendmail(sender, [to], raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))

    def rows(self, query: str) -> list[tuple]:
        """What the database says, past the desk: for the ledger of a crash test."""
        if self.database_url:
            with psycopg.connect(self.database_url) as connection:
                return connection.execute(query).fetchall()
        path = self.folder / "data" / "promisedesk.sqlite3"
        with contextlib.closing(sqlite3.connect(path, timeout=20)) as connection:
            return connection.execute(query).fetchall()

    def api(self, path: str, body: dict | None = None, method: str = ""):
        """(status, JSON) of the API, as the admin."""
        request = urllib.request.Request(
            f"{self.url}/api/v1/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
            method=method or ("GET" if body is None else "POST"),
        )
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read() or b"null")


def migrated(desk: Desk) -> None:
    """How the template "migrated" is made."""
    desk.do("migrate")


def template_of(name: str, server: str, build: Callable[[Desk], object]) -> dict[str, str]:
    """The folder, database (empty: SQLite) and token of a desk that is built once a run."""

    def make(folder: Path) -> dict:
        template = Desk(folder, new_database(server, name) if server else "")
        build(template)
        return {"folder": str(folder), "url": template.database_url, "token": template.token}

    return templates.made_once(f"{name}_{_known_as(server)}", make)


def give_database(connection) -> Callable[[], None]:
    """A migrated database under the name that Django's tests use; answers what removes it."""
    name, known = connection.creation._get_test_db_name(), connection.settings_dict
    url = os.environ.get("PROMISEDESK_DATABASE_URL", "")
    server = url.rpartition("/")[0]
    kept = template_of("migrated", server, migrated)
    connection.close()
    known["NAME"] = str(name)
    if server:
        copy_database(kept["url"], f"{server}/{name}")
        return lambda: drop_database(f"{server}/{name}")
    source = Path(kept["folder"], "data", "promisedesk.sqlite3")
    # Not the file alone: what was written last may stand in the one beside it.
    with (
        contextlib.closing(sqlite3.connect(source)) as whole,
        contextlib.closing(sqlite3.connect(name)) as copy,
    ):
        whole.backup(copy)
    return lambda: Path(name).unlink(missing_ok=True)


def _known_as(server: str) -> str:
    """A name for files: "sqlite", or the address of a server of PostgreSQL."""
    return "".join(one if one.isalnum() else "_" for one in server) or "sqlite"


@contextlib.contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="promisedesk-test-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
