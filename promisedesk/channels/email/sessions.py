"""A session with a mail server kept for the next letter: greeting and TLS cost more than one.

Each thread has its own, with one server at a time. Between letters it is reset; one that
does not answer that at once is left for a new one, and nothing of a letter was sent then.
"""

from __future__ import annotations

import contextlib
import smtplib
import socket
import threading
import time

from promisedesk.channels.email import servers
from promisedesk.channels.email.servers import MailServer

IDLE = 5  # seconds a session is kept for the next letter
MOST_LETTERS = 50  # servers grow suspicious of long ones
RESET_TIMEOUT = 5  # seconds


class _Mine(threading.local):
    server: MailServer | None = None
    session: smtplib.SMTP | None = None
    letters = 0
    used_at = 0.0


_mine = _Mine()
_of_threads: dict[int, smtplib.SMTP] = {}


def open_to(server: MailServer) -> tuple[smtplib.SMTP, bool]:
    """(A session ready for MAIL, whether it was used before). Raises as `servers.connect`."""
    session = _mine.session
    if session is not None and _mine.server == server and _is_fresh() and _reset(session):
        return session, True
    return anew(server), False


def anew(server: MailServer) -> smtplib.SMTP:
    """A new session. Raises as `servers.connect`."""
    close()
    session = servers.connect(server)
    # Else the final dot waits 40 ms for word that the text before it came (Nagle's algorithm).
    session.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    _mine.server, _mine.session, _mine.letters = server, session, 0
    _of_threads[threading.get_ident()] = session
    return session


def keep() -> None:
    """A letter is done, and the session good for another."""
    _mine.letters += 1
    _mine.used_at = time.monotonic()
    if _mine.letters >= MOST_LETTERS:
        close()


def drop() -> None:
    """Something went wrong with it: no word more."""
    if _mine.session is not None:
        _mine.session.close()
    _mine.server = _mine.session = None
    _of_threads.pop(threading.get_ident(), None)


def cut(thread: int) -> None:
    """End the session of another thread, whose server drips: each byte alone is in time."""
    session = _of_threads.get(thread)
    if session is not None and session.sock is not None:
        with contextlib.suppress(OSError):
            session.sock.shutdown(socket.SHUT_RDWR)


def close() -> None:
    """Say good-bye, if there is a session."""
    session, _mine.server, _mine.session = _mine.session, None, None
    _of_threads.pop(threading.get_ident(), None)
    if session is None:
        return
    try:
        session.sock.settimeout(RESET_TIMEOUT)
        session.quit()
    except (OSError, AttributeError, smtplib.SMTPException):
        session.close()


def close_idle() -> None:
    """Say good-bye to a session nobody needed for a while."""
    if _mine.session is not None and not _is_fresh():
        close()


def _is_fresh() -> bool:
    return time.monotonic() - _mine.used_at < IDLE


def _reset(session: smtplib.SMTP) -> bool:
    try:
        session.sock.settimeout(RESET_TIMEOUT)
        code, _words = session.rset()
        session.sock.settimeout(servers.COMMAND_TIMEOUT)
    except (OSError, AttributeError, smtplib.SMTPException):
        drop()
        return False
    session.command_encoding = "ascii"
    return code == 250
