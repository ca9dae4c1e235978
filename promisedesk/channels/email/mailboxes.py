"""A signed-in connection to an IMAP mailbox, and what may be asked of it.

Everything goes by UID. Nothing out of a mail is ever put into a command: imapclient sends
line ends inside search words as they are, and the server would take them as its own.
"""

from __future__ import annotations

import imaplib
import ipaddress
import socket
import ssl
from datetime import UTC, datetime
from typing import NamedTuple

from django.utils.translation import gettext as _
from imapclient import IMAPClient, SocketTimeout

from promisedesk.core import egress
from promisedesk.lib.server_url import ServerUrl

TIMEOUT = 60  # seconds without a single byte; then the connection counts as dead


class Unsafe(Exception):
    """The password would travel in the clear. The text says what to do."""


class Waiting(NamedTuple):
    """A mail in the mailbox, not fetched yet."""

    uid: int
    size: int
    arrived_at: datetime  # INTERNALDATE: when it came to that server


class Mailroom(IMAPClient):
    """An IMAP session over a connection that was checked and encrypted already."""

    def __init__(self, connection: socket.socket, host: str):
        self._connection = connection
        super().__init__(host, ssl=False, timeout=SocketTimeout(connect=TIMEOUT, read=TIMEOUT))
        self.normalise_times = False  # keep the zone of INTERNALDATE

    def _create_IMAP4(self):
        return _Plain(self._connection, self.host)

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

    def header(self, uid: int) -> bytes:
        """Only the header of a mail that is too large to take."""
        return self.fetch([uid], ["BODY.PEEK[HEADER]"]).get(uid, {}).get(b"BODY[HEADER]") or b""


class _Plain(imaplib.IMAP4):
    def __init__(self, connection: socket.socket, host: str):
        self._connection = connection
        super().__init__(host)

    def _create_socket(self, timeout):
        return self._connection


def _when(internal: datetime | None) -> datetime:
    if internal is None:
        return datetime.now(UTC)
    return internal.astimezone(UTC)


def sign_in(server: ServerUrl) -> Mailroom:
    """A session with this mailbox, its folder not yet opened.

    Raises Refused or Unsafe with words for people, OSError, or imaplib's errors.
    """
    address = egress.checked_address(server.host, server.port)
    context = ssl.create_default_context()
    connection = socket.create_connection((address, server.port), TIMEOUT)
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
        room.login(server.user, server.password)
    except BaseException:
        connection.close()
        raise
    return room
