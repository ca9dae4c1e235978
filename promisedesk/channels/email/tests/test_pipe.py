"""Delivery through a pipe: 0 when the mail is safe, 75 for everything else."""

import io
import re
import shutil
import sqlite3
import subprocess
import sys
import time

import pytest

from promisedesk.channels.email import pipe
from promisedesk.channels.email.tests.conftest import add_shop, letter, raws
from promisedesk.conversations.models import Arrival
from tests.servers import Desk

STRACE = shutil.which("strace")


@pytest.fixture
def shop(db):
    return add_shop()


def test_a_mail_is_kept_byte_for_byte(shop):
    raw = letter("\x00 text", more="Return-Path: <clara@customer.example>\n")
    assert pipe.receive(io.BytesIO(raw), "help@shop.example") == 0
    arrival = Arrival.objects.get()
    assert (arrival.source, arrival.state, arrival.inbox) == ("pipe", "waiting", shop)
    assert (arrival.envelope_from, arrival.envelope_is_null) == ("clara@customer.example", False)
    assert raws() == [raw]


@pytest.mark.parametrize(
    ("raw", "recipient"),
    [
        (letter(to="o@x.example", more="Delivered-To: help+t@shop.example\n"),
         "help+t@shop.example"),
        (letter(to="a@x.example", more="X-Original-To: help@shop.example\n"), "help@shop.example"),
        (letter(to="a@x.example", more="Envelope-to: help@shop.example\n"), "help@shop.example"),
        (letter(to="A <a@x.example>, Shop <HELP@shop.example>"), "HELP@shop.example"),
        (letter(to="a@x.example", more="Cc: b@x.test,\n help@shop.example\n"), "help@shop.example"),
    ],
)  # fmt: skip
def test_without_a_name_the_header_says_whom_it_is_for(shop, raw, recipient):
    assert pipe.receive(raw) == 0
    arrival = Arrival.objects.get()
    assert (arrival.inbox, arrival.recipient) == (shop, recipient)


def test_a_mail_to_two_inboxes_is_kept_in_both(shop):
    other = add_shop("returns@shop.example")
    assert pipe.receive(letter(to="help@shop.example, returns@shop.example")) == 0
    assert {one.inbox for one in Arrival.objects.all()} == {shop, other}


def test_ten_thousand_recipients_are_no_trouble(shop, django_assert_max_num_queries):
    to = ", ".join(f"p{number}@x.example" for number in range(10_000))
    with django_assert_max_num_queries(10):
        assert pipe.receive(letter(to=to, more="Cc: help@shop.example\n")) == 0
    assert Arrival.objects.get().inbox == shop


@pytest.mark.parametrize("raw", [b"", b"\x00\xff" * 5000, letter(to="nobody@x.example"), b"hello"])
def test_mail_for_nobody_and_hostile_mail_is_kept(shop, raw):
    assert pipe.receive(raw) == 0
    assert Arrival.objects.get().state == "unrouted"
    assert raws() == [raw]


def test_an_unknown_inbox_is_unrouted(shop):
    assert pipe.receive(letter(), "nobody@shop.example") == 0
    arrival = Arrival.objects.get()
    assert (arrival.state, arrival.recipient) == ("unrouted", "nobody@shop.example")


def test_a_null_sender_is_read_from_the_return_path(shop):
    pipe.receive(letter(more="Return-Path: <>\n"))
    assert Arrival.objects.get().envelope_is_null


def test_a_full_disk_is_75(shop, monkeypatch, capsys):
    def full(blocks):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pipe.files, "store_stream", full)
    assert pipe.receive(letter()) == 75
    assert "No space left" in capsys.readouterr().err
    assert not Arrival.objects.exists()


# As a mail server does it: in a process of its own


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.folder.mkdir(exist_ok=True)
    desk.migrate()
    desk.do("inbox", "add", Desk.INBOX, "--name", "Shop")
    return desk


def kept(desk) -> int:
    return desk.rows("SELECT count(*) FROM conversations_arrival")[0][0]


@pytest.mark.once
def test_the_command_keeps_a_mail(desk):
    before = kept(desk)
    done = desk.run("receive", given=letter("By a process."))
    assert (done.returncode, done.stderr) == (0, b"")
    assert kept(desk) == before + 1


@pytest.mark.once
@pytest.mark.parametrize("step", ["receive.before-store", "receive.stored", "receive.committed"])
def test_a_kill_at_any_step_loses_and_doubles_nothing(desk, step):
    raw = letter(f"Killed at {step}.")
    assert desk.run("receive", given=raw, CRASH_AT=step).returncode == -9
    assert desk.run("receive", given=raw).returncode == 0
    query = f"SELECT count(DISTINCT sha256) FROM conversations_arrival WHERE size = {len(raw)}"
    # Kept twice at most, under one name: the reading makes one message of both.
    assert desk.rows(query) == [(1,)]


def test_no_database_is_75(tmp_path):
    fresh = Desk(tmp_path)
    done = fresh.run("receive", given=letter())
    assert done.returncode == 75
    assert done.stderr


@pytest.mark.once
def test_wrong_settings_are_75(desk):
    assert desk.run("receive", given=letter(), URL="nonsense").returncode == 75
    assert desk.run("receive", given=letter(), DATABASE_URL="mysql://x").returncode == 75
    assert desk.run("receive", given=letter(), DATA="/proc/nowhere").returncode == 75
    unreachable = "postgres://nobody@127.0.0.1:9/nothing"
    assert desk.run("receive", given=letter(), DATABASE_URL=unreachable).returncode == 75


@pytest.mark.once
def test_a_database_locked_for_long_is_75_within_30_seconds(desk):
    before = kept(desk)
    path = desk.folder / "data" / "promisedesk.sqlite3"
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    assert desk.run("receive", given=letter("Locked.")).returncode == 75
    assert time.monotonic() - began < 30
    holder.execute("ROLLBACK")
    holder.close()
    assert desk.run("receive", given=letter("Locked.")).returncode == 0
    assert kept(desk) == before + 1


@pytest.mark.once
@pytest.mark.skipif(not STRACE, reason="strace is not installed")
def test_the_bytes_and_the_row_are_synced_before_exit_0(desk, tmp_path):
    trace = tmp_path / "trace"
    done = subprocess.run(
        [STRACE, "-f", "-o", trace, "-e", "trace=fsync,fdatasync,rename,exit_group",
         sys.executable, "-m", "promisedesk", "receive"],
        input=letter("Synced."), env=desk.environment(), capture_output=True, timeout=60,
    )  # fmt: skip
    if not trace.exists() or b"PTRACE" in done.stderr or b"not permitted" in done.stderr:
        pytest.skip("tracing is not permitted here")
    assert done.returncode == 0
    calls = [line.split(None, 1)[1] for line in trace.read_text().splitlines()]
    synced = [n for n, call in enumerate(calls) if call.startswith(("fsync", "fdatasync"))]
    renamed = next(n for n, call in enumerate(calls) if "rename" in call and "/files/" in call)
    assert synced[0] < renamed  # the bytes before the name
    assert len([n for n in synced if n > renamed]) >= 2  # then the folder, then the row


@pytest.mark.once
def test_a_mail_of_75_megabytes_takes_no_75_megabytes_of_memory(desk, tmp_path):
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.write(letter("Large."))
        line = b"x" * 76 + b"\r\n"
        for _ in range(75):
            file.write(line * (1024 * 1024 // len(line)))
    # Asked from inside: what wait4 tells includes the memory of the test before exec.
    program = (
        "import atexit, sys; from promisedesk.config.cli import main\n"
        "atexit.register(lambda: print(open('/proc/self/status').read()))\n"
        "sys.argv = ['promisedesk', 'receive']; main()"
    )
    with large.open("rb") as mail:
        done = subprocess.run(
            [sys.executable, "-c", program], stdin=mail, env=desk.environment(),
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    most = int(re.search(r"VmHWM:\s+(\d+) kB", done.stdout)[1])
    assert most < 120 * 1024  # Django alone takes some 60 MB
