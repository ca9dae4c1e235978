"""A shop with an inbox, and its doors open on free ports."""

import smtplib
import socket
import threading

import pytest

from promisedesk.channels.email import lanes, reading, receiver, servers, sessions
from promisedesk.conversations.inboxes import add_inbox
from promisedesk.conversations.models import Arrival, Inbox, Message
from promisedesk.promises import policies
from tests.certificate import make_certificate
from tests.sink import SmtpSink


def letter(
    text: str = "Where is my parcel?",
    *,
    sender: str = "Clara Holm <clara@customer.example>",
    to: str = "help@shop.example",
    subject: str = "My parcel",
    message_id: str = "",
    more: str = "",
) -> bytes:
    """A plain mail, with CR LF."""
    head = f"From: {sender}\nTo: {to}\nSubject: {subject}\n"
    if message_id:
        head += f"Message-ID: {message_id}\n"
    return f"{head}{more}\n{text}\n".replace("\n", "\r\n").encode()


def read_everything() -> None:
    """What the worker does until nothing waits."""
    while reading.read_waiting():
        pass


class Door:
    """The SMTP server in a thread, as a client sees it."""

    def __init__(self, most_connections: int = 50):
        self._stop, ready = threading.Event(), threading.Event()
        self.port = 0

        def is_ready(port: int) -> None:
            self.port = port
            ready.set()

        self._thread = threading.Thread(
            target=receiver.run, args=("127.0.0.1", 0, self._stop, is_ready, most_connections)
        )
        self._thread.start()
        assert ready.wait(10)

    def session(self) -> smtplib.SMTP:
        session = smtplib.SMTP("127.0.0.1", self.port, timeout=30)
        session.ehlo()
        return session

    def send(self, raw: bytes, to="help@shop.example", sender="clara@customer.example"):
        """Hand a mail over; (code, text) of the answer to DATA."""
        with self.session() as session:
            session.mail(sender)
            for one in [to] if isinstance(to, str) else to:
                session.rcpt(one)
            return session.data(raw)

    def wire(self) -> "Wire":
        return Wire(self.port)

    def close(self) -> None:
        self._stop.set()
        self._thread.join(15)
        assert not self._thread.is_alive()


class Wire:
    """A connection on which every byte is ours."""

    def __init__(self, port: int):
        self.socket = socket.create_connection(("127.0.0.1", port), 10)
        self.lines = self.socket.makefile("rb")
        self.greeting = self.say(None)

    def say(self, command: bytes | None) -> bytes:
        """Send a line (None: nothing) and give the whole answer; b'' when they hung up."""
        if command is not None:
            self.socket.sendall(command + b"\r\n")
        answer = line = self.lines.readline()
        while line[3:4] == b"-":
            line = self.lines.readline()
            answer += line
        return answer

    def begin(self) -> None:
        """Up to where the mail's bytes are expected."""
        for command in (b"EHLO client", b"MAIL FROM:<c@d.example>", b"RCPT TO:<help@shop.example>"):
            assert self.say(command).startswith(b"250")
        assert self.say(b"DATA").startswith(b"354")

    def close(self) -> None:
        self.lines.close()
        self.socket.close()


@pytest.fixture(autouse=True)
def nothing_known_of_servers():
    """What a process learns of mail servers is of no use to the next test."""
    yield
    lanes.forget()
    sessions.drop()


def add_shop(address: str = "help@shop.example") -> Inbox:
    inbox = add_inbox(address, name="Shop")
    policies.set_policy(inbox, calendar=policies.default_calendar(), target="1 working day")
    return inbox


@pytest.fixture
def shop(transactional_db) -> Inbox:
    return add_shop()


@pytest.fixture
def door(shop):
    door = Door()
    yield door
    door.close()


@pytest.fixture
def sink(settings):
    """The mail server everything is handed to."""
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        yield sink


def raws() -> list[bytes]:
    """The stored bytes of every arrival, in order."""
    from promisedesk.core import files

    return [
        files.read(one) for one in Arrival.objects.order_by("pk").values_list("sha256", flat=True)
    ]


def incoming() -> list[Message]:
    return list(Message.objects.filter(direction="in").order_by("pk"))


@pytest.fixture(scope="session")
def certificate(tmp_path_factory) -> tuple[str, str]:
    """A certificate for 127.0.0.1 that nobody trusts yet: (certificate, key)."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def trusted(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", certificate[0])
    servers.tls_context.cache_clear()
    yield certificate
    servers.tls_context.cache_clear()
