"""The receiver as a process of its own: synced before 250, flat in memory, killed anywhere."""

import os
import shutil
import signal
import smtplib
import subprocess
import sys
from pathlib import Path

import pytest

from promisedesk.channels.email.receiver import LARGEST
from promisedesk.channels.email.tests.conftest import letter
from tests.servers import Desk, answers, wait_until

STRACE = shutil.which("strace")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("made"))
    desk.migrate()
    desk.do("inbox", "add", Desk.INBOX, "--name", "Shop")
    return desk


@pytest.fixture
def desk(made, tmp_path):
    with made.copy(tmp_path / "desk") as desk:
        yield desk


def states(desk) -> list[str]:
    return [one for (one,) in desk.rows("SELECT state FROM conversations_arrival ORDER BY id")]


def texts(desk) -> list[str]:
    query = "SELECT text FROM conversations_message WHERE direction = 'in' ORDER BY id"
    return [one for (one,) in desk.rows(query)]


@pytest.mark.once
@pytest.mark.faults
@pytest.mark.parametrize(
    "step", ["receive.before-store", "receive.stored", "receive.committed", "receive.answered"]
)
def test_a_receiver_killed_at_any_step_loses_and_doubles_nothing(desk, step):
    desk.start("smtp", crash_at=step)
    raw = letter("Once.", message_id="<once@c.example>")
    try:
        desk.mail(raw)
        told = True
    except (smtplib.SMTPException, OSError):
        told = False
    desk.ended("smtp")
    desk.start("smtp")
    if not told:
        desk.mail(raw)
    desk.start("worker")
    wait_until(lambda: states(desk) and "waiting" not in states(desk))
    assert texts(desk) == ["Once."]


@pytest.mark.once
@pytest.mark.faults
@pytest.mark.parametrize(
    "step",
    ["read.claimed", "read.parsed", "read.files-stored", "read.before-commit", "read.committed"],
)
def test_a_reader_killed_at_any_step_loses_and_doubles_nothing(desk, step):
    desk.start("smtp")
    for number in range(3):
        desk.mail(letter(f"Number {number}."))
    desk.start("worker", crash_at=step)
    assert desk.ended("worker") == -9
    desk.start("worker")
    wait_until(lambda: states(desk) == ["done"] * 3)
    assert sorted(texts(desk)) == ["Number 0.", "Number 1.", "Number 2."]
    promises = "SELECT count(*), count(DISTINCT conversation_id) FROM promises_promise"
    assert desk.rows(promises) == [(3, 3)]


@pytest.mark.once
@pytest.mark.skipif(not STRACE, reason="strace is not installed")
def test_bytes_and_row_are_synced_before_250_is_written(desk, tmp_path):
    trace = tmp_path / "trace"
    process = subprocess.Popen(
        [STRACE, "-f", "-o", trace, "-s", "40",
         "-e", "trace=fsync,fdatasync,write,sendto,sendmsg,writev,rename",
         sys.executable, "-m", "promisedesk", "smtp", "--port", str(desk.smtp_port)],
        env=desk.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        wait_until(lambda: answers(desk.smtp_port) or process.poll() is not None)
        if process.poll() is not None:
            pytest.skip("tracing is not permitted here")
        for number in range(5):
            desk.mail(letter(f"Number {number}."))
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)
    calls = [line.split(None, 1)[1] for line in trace.read_text().splitlines()]
    begins = [n for n, call in enumerate(calls) if '"354 ' in call]
    told = [n for n, call in enumerate(calls) if '"250 2.0.0' in call]
    assert len(begins) == len(told) == 5
    for start, end in zip(begins, told, strict=True):
        between = calls[start:end]
        synced = [n for n, call in enumerate(between) if "sync(" in call]
        renamed = next(
            n for n, call in enumerate(between) if "rename" in call and "/files/" in call
        )
        assert synced[0] < renamed  # the bytes, then their name
        assert sum(n > renamed for n in synced) >= 2  # then the folder, then the row


def memory(desk, part: str, field: str = "VmHWM") -> int:
    """Kilobytes: the most a part has ever used."""
    status = Path(f"/proc/{desk.parts[part].pid}/status").read_text()
    return int(status.split(field + ":")[1].split()[0])


@pytest.mark.once
def test_a_mail_of_75_megabytes_is_taken_in_without_75_megabytes_of_memory(desk):
    desk.start("smtp")
    desk.mail(letter("Small."))
    before = memory(desk, "smtp")
    head = letter("Large.", more="MIME-Version: 1.0\n")
    line = b"x" * 76 + b"\r\n"
    raw = head + line * ((LARGEST - len(head)) // len(line))
    desk.mail(raw)
    with smtplib.SMTP("127.0.0.1", desk.smtp_port) as session:
        session.ehlo()
        session.mail("clara@customer.example")  # without SIZE: found out while it comes
        session.rcpt(Desk.INBOX)
        assert session.data(raw + line * 2)[0] == 552
    assert memory(desk, "smtp") - before < 20 * 1024
    assert desk.rows("SELECT max(size) FROM conversations_arrival") == [(len(raw),)]
    assert states(desk) == ["waiting", "waiting"]
