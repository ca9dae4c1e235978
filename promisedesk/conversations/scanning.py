"""Asking ClamAV's daemon about a file, over its socket (clamd(8), command INSTREAM)."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterable
from contextlib import closing
from urllib.parse import urlsplit

from django.conf import settings

CONNECT_WITHIN = 5  # seconds
ANSWER_WITHIN = 120  # a large archive takes it a while
BLOCK = 64 * 1024
FIELD_END = b"\0"


class TooLarge(Exception):
    """The daemon takes no files of this size (its StreamMaxLength)."""


class ScannerError(OSError):
    """The daemon said something else than yes or no."""


def is_set() -> bool:
    """Whether there is a scanner at all (PROMISEDESK_CLAMD)."""
    return bool(settings.CLAMD)


def infection_in(blocks: Iterable[bytes]) -> str:
    """What the scanner calls the virus in these bytes; '' when it finds none.

    Raises TooLarge, or OSError when the daemon is away or fails.
    """
    with closing(_connected()) as daemon:
        try:
            daemon.sendall(b"zINSTREAM" + FIELD_END)
            for block in _pieces(blocks):
                daemon.sendall(struct.pack("!I", len(block)) + block)
            daemon.sendall(struct.pack("!I", 0))
        except (BrokenPipeError, ConnectionResetError):
            pass  # it hangs up on what is too large, after saying so
        said = _answer(daemon)
    if "size limit exceeded" in said:
        raise TooLarge
    verdict = said.removeprefix("stream: ")
    if verdict == "OK":
        return ""
    if verdict.endswith(" FOUND"):
        return verdict.removesuffix(" FOUND") or "?"
    raise ScannerError(f"clamd: {said[:200] or 'no answer'}")


def _connected() -> socket.socket:
    parts = urlsplit(settings.CLAMD)
    if parts.scheme == "unix":
        daemon = socket.socket(socket.AF_UNIX)
        daemon.settimeout(CONNECT_WITHIN)
        try:
            daemon.connect(parts.path)
        except OSError:
            daemon.close()
            raise
    else:
        daemon = socket.create_connection((parts.hostname, parts.port or 3310), CONNECT_WITHIN)
    daemon.settimeout(ANSWER_WITHIN)
    return daemon


def _pieces(blocks: Iterable[bytes]) -> Iterable[bytes]:
    for block in blocks:
        for start in range(0, len(block), BLOCK):
            yield block[start : start + BLOCK]


def _answer(daemon: socket.socket) -> str:
    said = b""
    try:
        while not said.endswith(FIELD_END) and (some := daemon.recv(4096)):
            said += some
    except ConnectionResetError:
        pass
    return said.rstrip(FIELD_END).decode("utf-8", "replace").strip()
