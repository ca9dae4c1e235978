"""A worker that fetches, killed at each step: every mail comes, each once."""

import os

import pytest

from promisedesk.channels.email.tests.conftest import letter
from promisedesk.channels.email.tests.dovecot import PASSWORD, PROGRAM, Dovecot
from tests import ledger
from tests.servers import Desk, run_sql, wait_until
from tests.sink import SmtpSink

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not PROGRAM, reason="dovecot-imapd is not installed"),
]

CAME = "SELECT text FROM conversations_message WHERE direction = 'in'"


@pytest.fixture(scope="module")
def dovecot():
    server = Dovecot().start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("made"), _own_database())
    desk.migrate()
    return desk


def _own_database() -> str:
    """A new database on the server that PROMISEDESK_DATABASE_URL names; empty means SQLite."""
    url = os.environ.get("PROMISEDESK_DATABASE_URL", "")
    if not url:
        return ""
    server, name = url.rsplit("/", 1)[0], f"fetching_{os.getpid()}"
    run_sql(f"{server}/postgres", f'CREATE DATABASE "{name}"')
    return f"{server}/{name}"


@pytest.mark.parametrize(
    "step",
    [
        "fetch.signed-in",
        "fetch.fetched",
        "receive.before-store",
        "receive.stored",
        "receive.committed",
        "fetch.remembered",
    ],
)
def test_a_worker_killed_while_fetching_loses_and_doubles_nothing(made, dovecot, tmp_path, step):
    user = "user-" + step.replace(".", "-")
    dovecot.put(user, letter("A waiting one."))
    with made.copy(tmp_path / "desk") as desk:
        url = f"imap://{user}@127.0.0.1:{dovecot.port}/INBOX"
        desk.do("inbox", "add", Desk.INBOX, "--name", "Shop", "--imap", url,
                "--imap-password-stdin", given=PASSWORD.encode() + b"\n")  # fmt: skip
        desk.start("worker", crash_at=step)
        assert desk.ended("worker") == -9
        dovecot.put(user, letter("A later one."), letter("The last."))
        desk.start("worker")
        query = "SELECT text FROM conversations_message WHERE direction = 'in'"
        wait_until(lambda: len(desk.rows(query)) >= 3, 60)
        assert sorted(text for (text,) in desk.rows(query)) == [
            "A later one.",
            "A waiting one.",
            "The last.",
        ]
        desk.stop()


def test_a_worker_killed_after_it_moved_mail_loses_and_doubles_nothing(made, dovecot, tmp_path):
    with made.copy(tmp_path / "desk") as desk:
        connect(desk, dovecot, "moved", "after_fetch='delete'")
        dovecot.put("moved", letter("A waiting one."))
        desk.start("worker", crash_at="fetch.settled")
        assert desk.ended("worker") == -9
        dovecot.put("moved", letter("A later one."))
        desk.start("worker")
        wait_until(lambda: len(desk.rows(CAME)) >= 2, 60)
        with dovecot.client("moved") as client:
            wait_until(lambda: client.noop() and client.search() == [], 30)
        assert sorted(text for (text,) in desk.rows(CAME)) == ["A later one.", "A waiting one."]
        desk.stop()


def test_two_workers_on_one_mailbox_and_one_of_them_killed(made, dovecot, tmp_path):
    with SmtpSink() as sink, made.copy(tmp_path / "desk", SMTP_URL=sink.url) as desk:
        connect(desk, dovecot, "shared")
        desk.start("worker")
        desk.parts["other"] = desk.parts.pop("worker")
        desk.start("worker")
        nonces = [ledger.new_nonce() for _ in range(60)]
        for number, nonce in enumerate(nonces):
            dovecot.put("shared", ledger.mail_of(nonce))
            if number == 20:
                desk.kill("other")
            if number in (30, 40):
                desk.kill("worker")
                desk.start("worker")
        wait_until(lambda: len(desk.rows(CAME)) >= 60, 90, "the mails")
        ledger.drain(desk)
        ledger.check(desk, sink, nonces)
        desk.stop()


def connect(desk: Desk, dovecot: Dovecot, user: str, fields: str = "") -> None:
    url = f"imap://{user}@127.0.0.1:{dovecot.port}/INBOX"
    desk.do("inbox", "add", Desk.INBOX, "--name", "Shop", "--imap", url,
            "--imap-password-stdin", given=PASSWORD.encode() + b"\n")  # fmt: skip
    desk.script(
        f"from promisedesk.conversations.models import Mailbox\nMailbox.objects.update({fields})\n"
        if fields
        else ""
    )
