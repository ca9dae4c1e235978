"""The outgoing mail server of the tests: keeps every mail, and obeys a script.

Written on sockets, byte by byte, because what matters here is what libraries hide: the
moment after the final dot, the hang-up, the stall.
"""

from __future__ import annotations

import base64
import contextlib
import email
import email.policy
import socketserver
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage

STAGES = ("greeting", "ehlo", "auth", "mail", "rcpt", "data", "dot")


@dataclass(frozen=True)
class Kept:
    """One mail as it came: the envelope, the bytes without the stuffed dots, encrypted or not."""

    sender: str
    to: str
    raw: bytes = field(repr=False)
    was_encrypted: bool

    @property
    def letter(self) -> EmailMessage:
        return email.message_from_bytes(self.raw, policy=email.policy.default)


@dataclass
class Order:
    """What to do once a session comes to a stage; `address` narrows it to one recipient."""

    stage: str
    say: str = ""  # "450 4.2.0 Later"
    address: str = ""
    times: int = 1  # how often; -1 for ever
    stall: float = 0  # seconds before the answer
    hang_up: bool = False  # instead of the answer
    keep: bool = False  # at the dot: the mail counts as arrived although no 250 is heard
    drip: float = 0  # seconds between the bytes of the answer


@dataclass
class SmtpSink:
    """An SMTP server in a thread. `certificate`: offer STARTTLS (or TLS from the start).

    `password`: offer AUTH PLAIN and want this password. `takes_token`: offer XOAUTH2 and let
    (user, token) in when it says so.
    """

    certificate: tuple[str, str] | None = None
    is_implicit_tls: bool = False
    password: str = ""
    knows_utf8: bool = False  # offer SMTPUTF8
    largest: int = 100_000_000  # offered as SIZE, and more is refused
    greylist: float = 0  # seconds before a sender and recipient seen for the first time may
    takes_token: Callable[[str, str], bool] | None = None
    mails: list[Kept] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)  # every command, to look for passwords
    sessions: int = 0
    seen: dict[tuple[str, str], float] = field(default_factory=dict)  # for the grey list

    def order(self, stage: str, say: str = "", **more) -> None:
        """Add to the script; see Order."""
        assert stage in STAGES
        self.orders.append(Order(stage, say, **more))

    @property
    def url(self) -> str:
        return f"smtp{'s' if self.is_implicit_tls else ''}://127.0.0.1:{self.port}"

    def letters_to(self, address: str) -> list[EmailMessage]:
        return [mail.letter for mail in self.mails if mail.to == address]

    def __enter__(self) -> SmtpSink:
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _Session)
        self._server.sink = self
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_error) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _take_order(self, stage: str, address: str) -> Order | None:
        with self._lock:
            for order in self.orders:
                if order.stage == stage and order.times and order.address in ("", address):
                    order.times -= 1
                    return order
        return None


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 100
    sink: SmtpSink

    def handle_error(self, request, client_address):
        """A client that was killed is what these tests are about."""


class _HungUp(Exception):
    pass


class _Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.sink: SmtpSink = self.server.sink
        self.sink.sessions += 1
        self.sender = self.to = ""
        self.is_encrypted = False
        with contextlib.suppress(_HungUp, OSError, ssl.SSLError):
            if self.sink.is_implicit_tls:
                self._encrypt()
            self._answer("greeting", "220 sink ESMTP")
            while line := self.rfile.readline(4096):
                command = line.decode("utf-8", "replace").strip()
                self.sink.heard.append(command)
                verb = command.split(" ")[0].upper()
                getattr(self, f"_do_{verb.lower()}", self._unknown)(command)

    def _encrypt(self) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*self.sink.certificate)
        self.request = context.wrap_socket(self.request, server_side=True)
        self.rfile, self.wfile = self.request.makefile("rb"), self.request.makefile("wb", 0)
        self.is_encrypted = True

    def _say(self, text: str, drip: float = 0) -> None:
        line = text.encode() + b"\r\n"
        for piece in [line[at : at + 1] for at in range(len(line))] if drip else [line]:
            time.sleep(drip)
            self.wfile.write(piece)

    def _answer(self, stage: str, usual: str, keep=None) -> None:
        order = self.sink._take_order(stage, self.to)
        if order and order.stall:
            time.sleep(order.stall)
        said = (order and order.say) or usual
        if keep and (not order or order.keep or (said[0] == "2" and not order.hang_up)):
            self.sink.mails.append(keep)
        if order and order.hang_up:
            self.request.close()
            raise _HungUp
        self._say(said, order.drip if order else 0)
        if said.startswith("421"):
            raise _HungUp

    def _unknown(self, _command: str) -> None:
        self._say("500 5.5.1 What?")

    def _do_ehlo(self, _command: str) -> None:
        offers = ["250-sink", f"250-SIZE {self.sink.largest}", "250-8BITMIME"]
        if self.sink.certificate and not self.is_encrypted:
            offers.append("250-STARTTLS")
        if self.sink.password:
            offers.append("250-AUTH PLAIN")
        if self.sink.takes_token:
            offers.append("250-AUTH XOAUTH2")
        if self.sink.knows_utf8:
            offers.append("250-SMTPUTF8")
        self._answer("ehlo", "\r\n".join(offers) + "\r\n250 PIPELINING")

    def _do_starttls(self, _command: str) -> None:
        self._say("220 Go ahead")
        self._encrypt()

    def _do_auth(self, command: str) -> None:
        if command.split(" ")[1] == "XOAUTH2":
            self._do_token(base64.b64decode(command.split(" ")[2]).decode())
            return
        given = base64.b64decode(command.split(" ")[2]).split(b"\0")[2].decode()
        right = given == self.sink.password
        self._answer("auth", "235 2.7.0 Welcome" if right else "535 5.7.8 Wrong password")

    def _do_token(self, given: str) -> None:
        fields = dict(part.split("=", 1) for part in given.split("\1") if part)
        if self.sink.takes_token(fields["user"], fields["auth"].removeprefix("Bearer ")):
            self._answer("auth", "235 2.7.0 Welcome")
            return
        # As Google does: the reason first, which the client answers with nothing.
        self._say("334 " + base64.b64encode(b'{"status":"400"}').decode())
        assert self.rfile.readline().strip() == b""
        self._answer("auth", "535-5.7.8 Username and Password not accepted\r\n535 5.7.8 token")

    def _do_mail(self, command: str) -> None:
        self.sender = command.split("<", 1)[1].split(">")[0]
        self._answer("mail", "250 2.1.0 Ok")

    def _do_rcpt(self, command: str) -> None:
        self.to = command.split("<", 1)[1].split(">")[0]
        first = self.sink.seen.setdefault((self.sender, self.to), time.monotonic())
        if time.monotonic() - first < self.sink.greylist:
            self._say("450 4.2.0 Greylisted, come back later")
            return
        self._answer("rcpt", "250 2.1.5 Ok")

    def _do_data(self, _command: str) -> None:
        order = self.sink._take_order("data", self.to)
        if order:
            time.sleep(order.stall)
            if order.hang_up:
                self.request.close()
                raise _HungUp
            self._say(order.say)
            return
        self._say("354 Go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise _HungUp
            lines.append(line[1:] if line.startswith(b".") else line)
        kept = Kept(self.sender, self.to, b"".join(lines), self.is_encrypted)
        if len(kept.raw) > self.sink.largest:
            self._say("552 5.3.4 Message size exceeds fixed limit")
            return
        self._answer("dot", "250 2.0.0 Taken", keep=kept)

    def _do_rset(self, _command: str) -> None:
        self._say("250 Ok")

    _do_noop = _do_rset

    def _do_quit(self, _command: str) -> None:
        self._say("221 Bye")
        raise _HungUp
