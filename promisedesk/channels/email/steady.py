"""Reading from a server that may hang, drip or never end: with patience, but not for ever.

A time-out between two bytes is not enough: a server that sends one byte a second never meets
it, and would hold whoever reads until the end of days.
"""

from __future__ import annotations

import imaplib
import io
import socket
import ssl
import time

SILENCE = 60  # seconds without a single byte; then the connection counts as dead
SLOWEST = 1000  # bytes a second a server must come up to, after the first minute
LONGEST = 45 * 60  # seconds any one answer may take: 2 MB from the slowest, and some more
MOST_LINES = 200_000  # of one answer: so many mails may have been deleted since we asked
MOST_BYTES = 80 * 1024 * 1024  # of one answer: more than we ever ask for at once


class TooMuch(imaplib.IMAP4.error):
    """The answer to one command does not end."""


class SteadyReader(io.RawIOBase):
    """The bytes of a connection. `begin` starts the clock of a new answer.

    Raises TimeoutError when the server is silent or too slow, TooMuch when it does not end.
    """

    def __init__(self, connection: socket.socket, silence: float = SILENCE):
        self._connection = connection
        self.silence = silence
        self.is_waiting = True  # False: take what is there, and wait for nothing
        self.begin()

    def begin(self) -> None:
        self._began, self._received, self._lines = time.monotonic(), 0, 0

    def note_line(self) -> None:
        """A line of the answer is read; each costs memory beside its bytes. Raises TooMuch."""
        self._lines += 1
        if self._lines > MOST_LINES:
            raise TooMuch("the server’s answer does not end")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int | None:
        self._connection.settimeout(self._patience() if self.is_waiting else 0)
        try:
            count = self._connection.recv_into(buffer)
        except (BlockingIOError, ssl.SSLWantReadError):
            return None
        self._received += count
        if self._received > MOST_BYTES:
            raise TooMuch("the server sends more than was asked for")
        return count

    def _patience(self) -> float:
        """Seconds the next bytes may take."""
        waited = time.monotonic() - self._began
        left = min(self.silence + self._received / SLOWEST, LONGEST) - waited
        if left <= 0:
            raise TimeoutError("the server sends too slowly")
        return min(self.silence, left)
