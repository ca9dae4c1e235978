"""Running the desk: each part alone, or all of them under one command.

`serve` loads everything once and forks: the parts share that memory, and a part that
dies is started again. The parent touches no database while it has children.
"""

from __future__ import annotations

import ctypes
import fcntl
import gc
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click
import structlog
from django.conf import settings
from django.db import close_old_connections, connection, connections

from promisedesk.lib.listen_at import Place

log = structlog.get_logger("promisedesk.serve")
MIGRATING = 7_062_026  # the number of our advisory lock, ours alone in this database
STOP_WITHIN = 8  # seconds a part gets to finish; the contract allows ten for all
WEB_THREADS = 8
WATCH_EVERY = 60  # seconds between looks of the web process at the worker
LOOK_EVERY = 0.1  # seconds between looks at the parts
PR_SET_PDEATHSIG = 1  # prctl(2): the signal a child gets when its parent dies


def migrate(verbose: bool = False) -> None:
    """Bring the database to this version. Two at once are safe: the second waits for the first."""
    from django.core.management import call_command

    with _alone():
        call_command("migrate", interactive=False, verbosity=1 if verbose else 0)


@contextmanager
def _alone() -> Iterator[None]:
    """One at a time in the whole desk, however many machines: a lock of the database or a file."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATING])
        return
    with (settings.DATA / "migrate.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # ends with the file
        yield


def prepare() -> None:
    """What each part needs before it starts: static files joined and hashed."""
    from promisedesk.desk import assets

    assets.build(settings.STATIC_ROOT)


def run_web(host: str, port: int) -> None:
    """Serve pages and API until told to stop."""
    import uvicorn
    from a2wsgi import WSGIMiddleware

    from promisedesk.config.wsgi import application  # first: it sets Django up

    from promisedesk.config.live import Server, Web  # isort: skip

    prepare()
    # A few lasting threads: each keeps its database connection, which async views do not.
    web = Web(WSGIMiddleware(application, workers=WEB_THREADS))
    config = uvicorn.Config(
        web,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        # A Forwarded header can be written by anyone; it is never believed.
        proxy_headers=False,
        timeout_graceful_shutdown=STOP_WITHIN - 2,
    )
    threading.Thread(target=_watch, name="watch", daemon=True).start()
    Server(config, web).run()


def _watch() -> None:
    """Look after the worker, whose part it is to look after all others."""
    from promisedesk.channels.email import alarming

    while True:
        time.sleep(WATCH_EVERY)
        try:
            close_old_connections()
            alarming.watch_if_nobody_else_does()
        except Exception:  # the database may be what is gone; its turn comes again
            log.exception("could not see whether the worker lives")


def run_worker() -> None:
    """Do what is due until told to stop."""
    from promisedesk.core import work

    work.run_all(_stop_on_signal())


def run_smtp(host: str, port: int, demo_port: int = 0, lmtp: Sequence[Place] = ()) -> None:
    """Receive mail until told to stop; in the demo, also be the customers' mailbox.

    `lmtp` are places where it is taken by LMTP as well. Ends the program when one is taken.
    """
    from promisedesk.channels.email import receiver
    from promisedesk.channels.email.lmtp import listener

    if demo_port:
        from promisedesk.desk.demo import mailbox

        mailbox.start_sink(demo_port)
    receiver.run(host, port, _stop_on_signal(), also=[listener(place) for place in lmtp])


def _stop_on_signal() -> threading.Event:
    stop = threading.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, lambda *_: stop.set())
    return stop


def serve(host: str, port: int, smtp_port: int, demo: bool, lmtp: Sequence[Place] = ()) -> int:
    """Migrate, then run web, worker and receiver until Ctrl-C or SIGTERM. The exit code."""
    for name, number in (("--port", port), ("--smtp-port", smtp_port)):
        if not _is_free(host, number):
            click.echo(f"Port {number} is taken already. Choose another with {name}.", err=True)
            return 1
    migrate()
    prepare()
    demo_port = _prepare_demo(smtp_port) if demo else 0
    _say_hello(host, port, smtp_port)
    connections.close_all()
    parts: dict[str, Callable[[], None]] = {
        "web": lambda: run_web(host, port),
        "worker": run_worker,
        "smtp": lambda: run_smtp(host, smtp_port, demo_port, lmtp),
    }
    return Parts(parts).keep_running()


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _prepare_demo(smtp_port: int) -> int:
    """Fill an empty desk; the port of the customers' mailbox, 0 if this is no demo desk."""
    from promisedesk.core.models import Workspace
    from promisedesk.desk.demo import shop

    shop.fill()
    if not Workspace.get().is_demo:
        click.echo("This desk is in use: nothing of the demo was added.", err=True)
        return 0
    settings.DEMO_SHOP_PORT = smtp_port
    if settings.SMTP_URL:
        return 0
    port = next(number for number in range(smtp_port + 1, 65536) if _is_free("127.0.0.1", number))
    settings.SMTP_URL = f"smtp://127.0.0.1:{port}"
    return port


def _say_hello(host: str, port: int, smtp_port: int) -> None:
    from promisedesk.agents import setup
    from promisedesk.agents.models import Agent
    from promisedesk.core.models import Workspace

    url = settings.BASE_URL
    lines = ["", f"Promisedesk is starting at {url}", ""]
    if Workspace.get().is_demo:
        from promisedesk.desk.demo import shop

        lines += [
            f"  Sign in:           {url}/",
            f"                     as {shop.DEMO_EMAIL}, password {shop.DEMO_PASSWORD}",
            f"  Be a customer:     {url}/demo/",
            "                     write to the shop there, and watch the answer arrive",
        ]
    elif not Agent.objects.filter(role=Agent.Role.ADMIN).exists():
        lines += ["  Set up your desk (this link works once):", f"  {setup.issue_link()}"]
    else:
        lines += [f"  Sign in:           {url}/"]
    lines += [
        f"  Mail comes in at:  {host}:{smtp_port} (SMTP), to the addresses of your inboxes",
        "  Stop with Ctrl-C.",
        "",
    ]
    click.echo("\n".join(lines))
    sys.stdout.flush()


class Parts:
    """Child processes kept running: started again when they die, ended together."""

    def __init__(self, parts: dict[str, Callable[[], None]]):
        self.parts = parts
        self.pids: dict[int, str] = {}
        self.started: dict[str, float] = {}
        self.failures: dict[str, int] = dict.fromkeys(parts, 0)
        self.again_at: dict[str, float] = {}
        self.is_stopping = self.has_crashed = False

    def keep_running(self) -> int:
        """Run until a stop signal (0), or until a crash test ended a part (1)."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        gc.collect()
        gc.freeze()  # what is loaded now stays shared with the children
        for name in self.parts:
            self._start(name)
        while self.pids or (self.again_at and not self.is_stopping):
            self._look()
            time.sleep(LOOK_EVERY)
        return 1 if self.has_crashed else 0

    def _look(self) -> None:
        """Take note of parts that ended, start those whose time has come, end the stubborn."""
        while (ended := _ended_child()) is not None:
            pid, status = ended
            name = self.pids.pop(pid, None)
            if name is None or self.is_stopping:
                continue
            if settings.CRASH_AT:
                self.has_crashed = True
                self._stop()
            else:
                self._plan_again(name, status)
        if self.is_stopping:
            if time.monotonic() > self.kill_at:
                self._send(signal.SIGKILL)
            return
        for name in [one for one, at in self.again_at.items() if at <= time.monotonic()]:
            del self.again_at[name]
            self._start(name)

    def _start(self, name: str) -> None:
        parent = os.getpid()
        pid = os.fork()
        if pid:
            self.pids[pid] = name
            self.started[name] = time.monotonic()
            return
        code = 1
        try:
            self._be(name, parent)
            code = 0
        except KeyboardInterrupt:
            code = 0
        except BaseException:
            log.exception("a part ended with an error", part=name)
        finally:
            os._exit(code)

    def _be(self, name: str, parent: int) -> None:
        for one in (signal.SIGTERM, signal.SIGINT):
            signal.signal(one, signal.default_int_handler)
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() == parent:  # else it died before prctl could watch it
            self.parts[name]()

    def _plan_again(self, name: str, status: int) -> None:
        lasted = time.monotonic() - self.started[name]
        self.failures[name] = 0 if lasted > 60 else self.failures[name] + 1
        pause = min(30, 2 ** self.failures[name] / 4)
        log.error("a part died and is started again", part=name, status=status, again_in=pause)
        self.again_at[name] = time.monotonic() + pause

    def _stop(self, *_signal) -> None:
        if not self.is_stopping:
            self.is_stopping = True
            self.kill_at = time.monotonic() + STOP_WITHIN
            self._send(signal.SIGTERM)

    def _send(self, number: int) -> None:
        for pid in list(self.pids):
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass


def _ended_child() -> tuple[int, int] | None:
    """(pid, status) of a child that has ended since the last question, or None."""
    try:
        pid, status = os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return None
    return (pid, status) if pid else None
