"""A signed-in connection to an IMAP mailbox, and what may be asked of it.

Everything goes by UID. Nothing out of a mail is ever put into a command: imapclient sends
line ends inside search words as they are, and the server would take them as its own.
"""

from __future__ import annotations

import imaplib
import io
import ipaddress
import re
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import NamedTuple

from django.utils.translation import gettext as _
from imapclient import IMAPClient, SocketTimeout

from promisedesk.channels.email.oauth.bearing import Bearer
from promisedesk.channels.email.steady import SILENCE, SteadyReader
from promisedesk.core import egress
from promisedesk.core.errors import Refused
from promisedesk.lib.mail import folders
from promisedesk.lib.server_url import ServerUrl

CONNECT_WITHIN = 15  # seconds
SIGN_IN_WITHIN = 30  # seconds for each answer until we are let in: healthy servers need one
GOODBYE_WITHIN = 5  # seconds
LONGEST_LINE = 20 * 1024 * 1024  # bytes: the UIDs of a million mails are 8 MB in one line
PIECE = 1024 * 1024  # bytes of a large mail asked for at once
UNFIT_FOR_A_COMMAND = re.compile(r"[\x00\r\n]")


class Unsafe(Exception):
    """The password would travel in the clear. The text says what to do."""


class Waiting(NamedTuple):
    """A mail in the mailbox, not fetched yet."""

    uid: int
    size: int
    arrived_at: datetime  # INTERNALDATE: when it came to that server


def checked_folder(name: str, nor: str = "") -> str:
    """A folder's name as people write it, fit for a command. Raises Refused, also for `nor`."""
    name = name.strip()
    if not folders.is_fit(name, nor):
        raise Refused(_("This name of a folder has a character that names cannot have here."))
    return name


class Mailroom(IMAPClient):
    """An IMAP session over a connection that was checked and encrypted already."""

    is_handed_over = False  # somebody else reads from the connection now

    def __init__(self, connection: socket.socket, host: str):
        self._connection = connection
        super().__init__(
            host, ssl=False, timeout=SocketTimeout(connect=CONNECT_WITHIN, read=SIGN_IN_WITHIN)
        )
        self.normalise_times = False  # keep the zone of INTERNALDATE

    def _create_IMAP4(self):
        return _Plain(self._connection, self.host)

    def open_folder(self, folder: str, *, to_change: bool = False) -> dict:
        """Open a folder; read-only unless `to_change`. Raises Refused for an unfit name."""
        return self.select_folder(checked_folder(folder), readonly=not to_change)

    @property
    def has_news(self) -> bool:
        """Whether the server told of mails that came after the folder was opened."""
        return len(self._imap.untagged_responses.get("EXISTS", [])) > 1

    def waiting(self, uids: list[int]) -> list[Waiting]:
        """Size and arrival of these mails, lowest UID first. Deleted ones are missing."""
        if not uids:
            return []
        found = self.fetch(uids, ["RFC822.SIZE", "INTERNALDATE"])
        return sorted(
            Waiting(uid, int(data.get(b"RFC822.SIZE") or 0), _when(data.get(b"INTERNALDATE")))
            for uid, data in found.items()
            if uid in uids
        )

    def bodies(self, uids: list[int]) -> dict[int, bytes]:
        """The mails as they are, without marking them read. Deleted ones are missing."""
        found = self.fetch(uids, ["BODY.PEEK[]"])
        return {uid: data.get(b"BODY[]") or b"" for uid, data in found.items() if uid in uids}

    def pieces(self, uid: int) -> Iterator[bytes]:
        """A mail a megabyte at a time, so that a large one is never in memory at once.

        Nothing when it was deleted. Raises IMAP4.error if it is taken away meanwhile, or the
        server answers without any of it.
        """
        start = 0
        while True:
            found = self.fetch([uid], [f"BODY.PEEK[]<{start}.{PIECE}>"])
            if uid not in found:
                if start:
                    raise imaplib.IMAP4.error("the mail was deleted while it was read")
                return
            piece = found[uid].get(b"BODY[]<%d>" % start) or b""
            if not (piece or start):  # NIL, or the whole under another name than asked for
                raise imaplib.IMAP4.error("the server hands over nothing of the mail")
            if piece:
                yield piece
            if len(piece) < PIECE:
                return
            start += len(piece)

    def header(self, uid: int) -> bytes:
        """Only the header of a mail that is too large to take."""
        return self.fetch([uid], ["BODY.PEEK[HEADER]"]).get(uid, {}).get(b"BODY[HEADER]") or b""

    def be_patient(self) -> None:
        """We are let in: from here on a server may think longer about an answer."""
        self._imap.lines.silence = SILENCE

    def hand_over(self) -> tuple[socket.socket, bytes]:
        """The bare connection, and what came over it and was not asked for yet."""
        self._imap.lines.is_waiting = False
        return self._imap.sock, self._imap.reader.peek()

    def close(self) -> None:
        """Hang up, with a word of farewell if the server listens."""
        with suppress(Exception):
            self._imap.lines.silence = GOODBYE_WITHIN
            self.logout()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the connection at once: nothing sensible will come over it any more."""
        with suppress(Exception):
            self.shutdown()


class _Plain(imaplib.IMAP4):
    """imaplib over our connection, reading steadily."""

    def __init__(self, connection: socket.socket, host: str):
        self._connection = connection
        super().__init__(host)

    def open(self, host="", port=imaplib.IMAP4_PORT, timeout=None):
        self.host, self.port = host, port
        self._read_from(self._connection, SIGN_IN_WITHIN)

    def _read_from(self, connection: socket.socket, silence: float) -> None:
        self.sock = connection
        self.lines = SteadyReader(connection, silence)
        self.reader = io.BufferedReader(self.lines, 64 * 1024)

    def read(self, size):
        return self.reader.read(size)

    def readline(self):
        line = self.reader.readline(LONGEST_LINE + 1)
        if len(line) > LONGEST_LINE:
            raise self.error(f"a line of more than {LONGEST_LINE} bytes")
        self.lines.note_line()
        return line

    def send(self, data):
        self.lines.begin()
        self.sock.settimeout(self.lines.silence)
        super().send(data)

    def starttls(self, ssl_context=None):
        # As imaplib does it, but with our reader: what came before TLS is dropped with the old.
        answer, data = self._simple_command("STARTTLS")
        if answer != "OK":
            raise self.error("the server offers STARTTLS, and refuses it")
        self.sock.settimeout(CONNECT_WITHIN)
        encrypted = ssl_context.wrap_socket(self.sock, server_hostname=self.host)
        self._read_from(encrypted, SIGN_IN_WITHIN)
        self._tls_established = True
        self._get_capabilities()
        return self._untagged_response(answer, data, "STARTTLS")

    def shutdown(self):
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)
        self.sock.close()


def _when(internal: datetime | None) -> datetime:
    if internal is None:
        return datetime.now(UTC)
    return internal.astimezone(UTC)


def sign_in(server: ServerUrl, bearer: Bearer | None = None) -> Mailroom:
    """A session with this mailbox, its folder not yet opened. `bearer` brings a token instead.

    Raises Refused or Unsafe with words for people, OSError, or imaplib's errors.
    """
    if bearer is not None:
        return bearer.imap(lambda login: _signed_in(server, login))
    return _signed_in(server, lambda room: room.login(server.user, server.password))


def _signed_in(server: ServerUrl, login: Callable[[Mailroom], object]) -> Mailroom:
    if UNFIT_FOR_A_COMMAND.search(server.user + server.password):
        raise Refused(_("A user name or password cannot have line ends."))
    address = egress.checked_address(server.host, server.port)
    context = ssl.create_default_context()
    connection = socket.create_connection((address, server.port), CONNECT_WITHIN)
    try:
        if server.is_tls:
            connection = context.wrap_socket(connection, server_hostname=server.host)
        room = Mailroom(connection, server.host)
        if not server.is_tls and not ipaddress.ip_address(address).is_loopback:
            if not room.has_capability("STARTTLS"):
                raise Unsafe(
                    _("This server offers no encryption, so the password was not sent. Use imaps.")
                )
            room.starttls(context)
        login(room)
        room.be_patient()
    except BaseException:
        connection.close()
        raise
    return room


@contextmanager
def visit(room: Mailroom) -> Iterator[Mailroom]:
    """Use a session, then say goodbye; after an error only hang up, it may be out of step."""
    try:
        yield room
    except BaseException:
        room.hang_up()
        raise
    if not room.is_handed_over:
        room.close()
