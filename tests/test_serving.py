"""The desk as its owner starts, stops and breaks it. On either database, in real processes."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from tests import ledger
from tests.servers import PROJECT, Desk, answers, wait_until

pytestmark = pytest.mark.faults


def children(pid: int) -> list[int]:
    """The pids of its children."""
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(one) for one in file.read().split()]


def test_a_mail_is_answered_through_the_api_and_the_promise_is_kept(desk, sink):
    desk.start("serve")
    nonce = ledger.new_nonce()
    desk.mail(ledger.mail_of(nonce))
    wait_until(lambda: sink.letters_to(ledger.address_of(nonce)), what="the acknowledgement")
    status, found = desk.api("conversations")
    assert status == 200
    (conversation,) = found["items"]
    assert (conversation["subject"], conversation["state"]) == (nonce, "open")
    assert conversation["answer_promise"]["state"] == "running"

    status, message = desk.api(
        f"conversations/{conversation['id']}/messages",
        {"direction": "out", "text": "It left on Monday."},
    )
    assert (status, message["direction"], message["automatic"]) == (201, "out", False)
    wait_until(
        lambda: len(sink.letters_to(ledger.address_of(nonce))) == 2, 40, "the answer's sending"
    )
    ledger.drain(desk)
    _status, conversation = desk.api(f"conversations/{conversation['id']}")
    assert conversation["state"] == "waiting"
    assert conversation["answer_promise"]["state"] == "kept"

    answer = sink.letters_to(ledger.address_of(nonce))[1]
    desk.mail(
        f"From: Customer <{ledger.address_of(nonce)}>\nTo: {Desk.INBOX}\nSubject: Re: {nonce}\n"
        f"Message-ID: <again@customer.example>\nIn-Reply-To: {answer['Message-ID']}\n\n"
        "And where is the lid?\n".encode()
    )

    def is_open_again():
        _status, again = desk.api(f"conversations/{conversation['id']}")
        return again["state"] == "open" and again["answer_promise"]["state"] == "running"

    wait_until(is_open_again, what="the next promise")


def test_it_starts_quickly_and_stops_within_ten_seconds(desk):
    began = time.monotonic()
    desk.start("serve")
    assert time.monotonic() - began < 20  # 5 s on a machine that does nothing else
    process = desk.parts["serve"]
    parts = children(process.pid)
    assert len(parts) >= 3
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    assert desk.ended("serve", 12) == 0
    assert time.monotonic() - began < 10
    assert not any(os.path.exists(f"/proc/{pid}") for pid in parts)
    assert not answers(desk.web_port)
    assert not answers(desk.smtp_port)


@pytest.mark.once
def test_a_part_that_dies_is_started_again(desk, sink):
    desk.start("serve")
    for pid in children(desk.parts["serve"].pid):
        os.kill(pid, signal.SIGKILL)
    nonce = ledger.new_nonce()
    ledger.mail_until_taken(desk, nonce)
    wait_until(desk.is_ready, what="the pages")
    wait_until(lambda: sink.letters_to(ledger.address_of(nonce)), what="the acknowledgement")


@pytest.mark.once
def test_when_the_parent_is_killed_its_parts_end_too(desk):
    desk.start("serve")
    process = desk.parts["serve"]
    parts = children(process.pid)
    process.kill()
    process.wait(5)
    wait_until(
        lambda: not any(os.path.exists(f"/proc/{pid}") for pid in parts), 15, "the parts' end"
    )
    desk.start("serve")


@pytest.mark.once
@pytest.mark.parametrize(("option", "port"), [("--port", "web_port"), ("--smtp-port", "smtp_port")])
def test_a_port_that_is_taken_is_told_with_what_to_do(desk, option, port):
    with socket.socket() as other:
        other.bind(("127.0.0.1", getattr(desk, port)))
        other.listen()
        done = desk.run(
            "serve", "--port", str(desk.web_port), "--smtp-port", str(desk.smtp_port), patience=20
        )
    assert done.returncode == 1
    assert option in done.stderr.decode()


def test_a_database_that_is_away_is_told_in_words(desk):
    away = "postgres://nobody@127.0.0.1:1/none"
    for command in (["migrate"], ["worker"], ["serve"], ["check"]):
        done = desk.run(*command, DATABASE_URL=away)
        assert done.returncode == 1, command
        told = done.stderr.decode() + done.stdout.decode()
        assert "Traceback" not in told, command
        assert "database" in told.lower()


@pytest.mark.once
def test_wrong_settings_are_told_in_words(desk):
    for part in ("serve", "web", "worker", "smtp", "migrate"):
        done = desk.run(part, URL="nonsense")
        assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
        assert b"PROMISEDESK_URL" in done.stderr


@pytest.mark.once
def test_a_new_desk_prints_its_setup_link_and_no_password(tmp_path):
    with Desk(tmp_path) as desk:
        desk.start("serve")
        said = desk.log("serve")
        link = re.search(rf"{re.escape(desk.url)}/\S+", said.partition("Set up")[2])[0]
        assert "password" not in said.lower()
        with urllib.request.urlopen(link, timeout=10) as page:
            assert page.status == 200


def test_readiness_tells_a_dead_worker_from_a_living_one(desk):
    desk.start("web")
    assert not desk.is_ready()
    desk.start("worker")
    wait_until(desk.is_ready, what="readiness")


@pytest.mark.once
def test_it_runs_from_any_folder(desk, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "promisedesk", "check", "--steps"],
        cwd=tmp_path, env=desk.environment() | {"PYTHONPATH": str(PROJECT)},
        capture_output=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    with contextlib.suppress(FileNotFoundError):
        assert not (tmp_path / "data").exists()
