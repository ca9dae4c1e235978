"""Processes killed at every step of receiving, reading and sending, and at random.

Nothing is lost, nothing is doubled but in the one moment of SMTP when nobody can know;
then the same bytes go out once more and the agent sees it. On SQLite, and on PostgreSQL
when PROMISEDESK_DATABASE_URL names one.
"""

import contextlib
import json
import os
import random
import signal
import smtplib
import sqlite3
import subprocess
import sys
import threading
import time

import pytest

from tests import ledger
from tests.servers import Desk, run_sql, wait_until
from tests.sink import SmtpSink

pytestmark = pytest.mark.faults
DATABASE_URL = os.environ.get("PROMISEDESK_DATABASE_URL", "")

RECEIVE = ["receive.before-store", "receive.stored", "receive.committed", "receive.answered"]
READ = ["read.claimed", "read.parsed", "read.files-stored", "read.before-commit", "read.committed"]
SEND = {  # whether the mail may come twice, and is then marked
    "send.claimed": False,
    "send.built": False,
    "send.connected": False,
    "send.rcpt": False,
    "send.in-data": False,
    "send.marked": True,
    "send.dotted": True,
    "send.answered": True,
    "send.written": False,
}
# see email/tests
FETCH = ["fetch.signed-in", "fetch.fetched", "fetch.remembered", "fetch.settled"]


@pytest.fixture(scope="session")
def answered(empty, tmp_path_factory):
    """A desk with one acknowledged question, whose answer waits to be sent."""
    with SmtpSink() as sink:
        desk = empty.copy(tmp_path_factory.mktemp("answered"), SMTP_URL=sink.url)
        with desk:
            desk.start("smtp")
            ledger.mail_until_taken(desk, "N-asked")
            desk.start("worker")
            wait_until(lambda: sink.mails, what="the acknowledgement")
            ledger.drain(desk)
            desk.stop()
            desk.script(
                "from promisedesk.conversations import replying\n"
                "from promisedesk.conversations.models import Conversation\n"
                "from promisedesk.agents.models import Agent\n"
                "replying.reply(Conversation.objects.get(), 'It left on Monday.',"
                " by=Agent.objects.get())"
            )
            yield desk


def test_every_step_is_tried_here(empty):
    steps = [one["name"] for one in json.loads(empty.do("check", "--steps", "--json"))]
    assert sorted(steps) == sorted([*RECEIVE, *READ, *SEND, *FETCH])


@pytest.mark.parametrize("step", RECEIVE)
def test_the_receiver_is_killed_at(step, desk, sink):
    nonces = [ledger.new_nonce() for _ in range(3)]
    desk.start("smtp", crash_at=step)
    taken = ledger.try_to_mail(desk, nonces[0])
    assert desk.ended("smtp") == -signal.SIGKILL
    assert taken == (step == "receive.answered")
    desk.start("smtp")
    for nonce in nonces if not taken else nonces[1:]:
        ledger.mail_until_taken(desk, nonce)
    desk.start("worker")
    ledger.drain(desk)
    ledger.check(desk, sink, nonces)


@pytest.mark.parametrize("step", RECEIVE[:3])
def test_the_pipe_is_killed_at(step, desk, sink):
    nonce = ledger.new_nonce()
    killed = desk.run("receive", given=ledger.mail_of(nonce), CRASH_AT=step)
    assert killed.returncode == -signal.SIGKILL
    again = desk.run("receive", given=ledger.mail_of(nonce))
    assert again.returncode == 0
    desk.start("worker")
    ledger.drain(desk)
    ledger.check(desk, sink, [nonce])


@pytest.mark.parametrize("step", READ)
def test_the_reader_is_killed_at(step, desk, sink):
    nonces = [ledger.new_nonce() for _ in range(3)]
    desk.start("smtp")
    for nonce in nonces:
        ledger.mail_until_taken(desk, nonce)
    desk.start("worker", crash_at=step)
    assert desk.ended("worker") == -signal.SIGKILL
    desk.start("worker")
    ledger.drain(desk)
    ledger.check(desk, sink, nonces)


@pytest.mark.parametrize("step", SEND)
def test_the_sender_is_killed_at(step, answered, sink, tmp_path):
    with answered.copy(tmp_path / "desk", SMTP_URL=sink.url) as desk:
        desk.start("worker", crash_at=step)
        assert desk.ended("worker") == -signal.SIGKILL
        if step != "send.dotted":  # else the dot may be still on its way
            assert len(sink.mails) == (step in ("send.answered", "send.written"))
        desk.start("worker")
        ledger.drain(desk)

        ((state, maybe_twice, in_doubt),) = desk.rows(
            "SELECT state, maybe_twice, in_doubt_at FROM conversations_delivery"
            " WHERE NOT is_automatic"
        )
        assert (state, bool(maybe_twice), in_doubt) == ("sent", SEND[step], None)
        assert len(sink.mails) in ((1, 2) if SEND[step] else (1,))
        assert len({mail.raw for mail in sink.mails}) == 1
        assert sink.mails[0].letter["Subject"] == "Re: N-asked"
        assert desk.rows("SELECT state FROM promises_promise") == [("kept",)]
        told = desk.rows("SELECT verb FROM core_event WHERE verb = 'promise.kept'")
        assert told == [("promise.kept",)]


def test_two_workers_share_the_work(desk, sink, tmp_path):
    nonces = [ledger.new_nonce() for _ in range(30)]
    desk.start("smtp")
    for nonce in nonces:
        ledger.mail_until_taken(desk, nonce)
    desk.start("worker")
    second = Desk(desk.folder, desk.database_url, **desk.settings)
    with contextlib.ExitStack() as stack:
        stack.callback(second.kill)
        second.start("worker")
        ledger.drain(desk)
        ledger.check(desk, sink, nonces)
        assert len(sink.mails) == len(nonces)


def test_a_worker_that_is_told_to_stop_leaves_nothing_half_done(desk, sink):
    sink.order("dot", "250 Taken", stall=1.5, times=-1)
    desk.start("smtp")
    nonces = [ledger.new_nonce() for _ in range(3)]
    for nonce in nonces:
        ledger.mail_until_taken(desk, nonce)
    desk.start("worker")
    wait_until(lambda: sink.sessions, what="the first session")
    began = time.monotonic()
    desk.parts["worker"].terminate()
    assert desk.ended("worker", 12) == 0
    assert time.monotonic() - began < 10
    sink.orders.clear()
    desk.start("worker")
    ledger.drain(desk)
    ledger.check(desk, sink, nonces)
    assert len(sink.mails) == 3


class TestTheDatabaseIsAway:
    def test_the_pipe_says_try_again_later(self, empty, tmp_path):
        away = "postgres://nobody@127.0.0.1:1/none"
        done = empty.run("receive", given=ledger.mail_of("N-1"), DATABASE_URL=away)
        assert (done.returncode, done.stdout) == (75, b"")
        assert b"try again later" in done.stderr

    def test_the_pipe_says_so_without_a_data_folder_too(self, empty, tmp_path):
        (tmp_path / "file").write_text("not a folder")
        done = empty.run("receive", given=ledger.mail_of("N-1"), DATA=str(tmp_path / "file" / "x"))
        assert done.returncode == 75

    def test_the_pipe_says_so_with_wrong_settings_too(self, empty):
        done = empty.run("receive", given=ledger.mail_of("N-1"), URL="nonsense")
        assert done.returncode == 75

    def test_the_receiver_says_so_and_goes_on(self, desk):
        with Desk(desk.folder, "postgres://nobody@127.0.0.1:1/none") as away:
            away.start("smtp")
            for _ in range(2):
                with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
                    away.mail(ledger.mail_of("N-1"))
                assert refused.value.recipients[Desk.INBOX][0] == 451

    @pytest.mark.skipif(bool(DATABASE_URL), reason="only SQLite is locked as a whole")
    def test_a_lock_of_five_seconds_is_waited_for(self, desk, sink):
        desk.start("smtp")
        desk.start("worker")
        nonces = [ledger.new_nonce() for _ in range(3)]
        path = desk.folder / "data" / "promisedesk.sqlite3"
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            ended = threading.Event()
            mailed: list[bool] = []

            def mail_all():
                mailed.extend(ledger.try_to_mail(desk, nonce) for nonce in nonces)
                ended.set()

            threading.Thread(target=mail_all, daemon=True).start()
            assert not ended.wait(5)
            other.execute("ROLLBACK")
            assert ended.wait(20)
        assert mailed == [True] * 3
        ledger.drain(desk)
        ledger.check(desk, sink, nonces)


@pytest.mark.skipif(bool(DATABASE_URL), reason="PostgreSQL syncs in processes of its own")
def test_a_mail_is_on_the_disk_before_the_sender_is_told(desk, tmp_path):
    """What kill -9 cannot show, because the page cache survives it: the order of the syncs."""
    trace = tmp_path / "trace"
    try:
        tracer = subprocess.Popen(
            ["strace", "-f", "-o", trace, "-s", "40", "-yy", "-e",
             "trace=fsync,fdatasync,write,writev,sendto,sendmsg",
             sys.executable, "-m", "promisedesk", "smtp", "--port", str(desk.smtp_port)],
            env=desk.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
    except FileNotFoundError:
        pytest.skip("strace is not installed")
    desk.parts["smtp"] = tracer
    wait_until(lambda: ledger.try_to_mail(desk, ledger.new_nonce()), 60, "the traced receiver")
    for _ in range(5):
        ledger.mail_until_taken(desk, ledger.new_nonce())
    desk.kill()
    synced: set[str] = set()
    told = 0
    for line in trace.read_text(errors="replace").splitlines():
        if "sync(" in line or "sync resumed" in line:
            synced |= {kind for kind in ("/files/", "promisedesk.sqlite3-wal") if kind in line}
        elif '"354 ' in line:
            synced = set()
        elif '"250 2.0.0 Stored' in line:
            assert synced == {"/files/", "promisedesk.sqlite3-wal"}, "250 before the disk had it"
            told += 1
    assert told >= 6


@pytest.mark.skipif(not DATABASE_URL, reason="SQLite has no connections to cut")
def test_cut_database_connections_lose_and_double_nothing(desk, sink):
    nonces = [ledger.new_nonce() for _ in range(30)]
    desk.start("worker")
    beats = "SELECT count(*) FROM core_heartbeat"  # a worker that finds no database does not start
    wait_until(lambda: desk.rows(beats) != [(0,)], 60, "the worker's start")
    desk.start("smtp")
    name = desk.database_url.rsplit("/", 1)[1]
    stop = threading.Event()

    def cut():
        while not stop.wait(0.4):
            run_sql(
                DATABASE_URL,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                f" WHERE datname = '{name}' AND pid <> pg_backend_pid()",
            )

    threading.Thread(target=cut, daemon=True).start()
    try:
        for nonce in nonces:
            ledger.mail_until_taken(desk, nonce)
            time.sleep(0.2)
    finally:
        stop.set()
    ledger.drain(desk, 120)  # what could not be given back is freed when its lease is over
    ledger.check(desk, sink, nonces)


def kill_at_random(desk: Desk, sink: SmtpSink, mails: int, kills: int) -> None:
    """Mail comes in all the time, while receiver and worker are killed again and again."""
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # noqa: T201
    choose = random.Random(seed)
    nonces = [ledger.new_nonce() for _ in range(mails)]
    stop = threading.Event()

    def mail_them():
        for nonce in nonces:
            ledger.mail_until_taken(desk, nonce)
            stop.wait(kills / mails)
        stop.set()

    desk.start("smtp")
    desk.start("worker")
    client = threading.Thread(target=mail_them, daemon=True)
    client.start()
    for _ in range(kills):
        time.sleep(choose.uniform(0.9, 2.0))  # a start takes the first second
        part = choose.choice(["worker", "worker", "smtp"])
        desk.kill(part)
        desk.start(part)
    client.join(120)
    assert not client.is_alive(), "not every mail was taken"
    ledger.drain(desk, 120)
    ledger.check(desk, sink, nonces)


def test_twenty_kills_at_random_lose_and_double_nothing(desk, sink):
    kill_at_random(desk, sink, mails=50, kills=20)


@pytest.mark.faults_long
def test_a_hundred_kills_at_random_lose_and_double_nothing(desk, sink):
    kill_at_random(desk, sink, mails=500, kills=100)
