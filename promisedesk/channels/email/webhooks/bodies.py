"""Reading what was posted, byte for byte.

Django's own forms decode text, and a mail in an old charset would lose its letters.
"""

from __future__ import annotations

import re
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl

from django.http import HttpRequest

from promisedesk.core import files
from promisedesk.core.patience import within

BLOCK = 256 * 1024
BLOCK_WITHIN = 30  # seconds: 9 KB a second at least, and no thread waits for a dead connection
WHOLE_WITHIN = 15 * 60  # seconds
LARGE = 2 * 1024 * 1024  # bytes; more waits on the disk, and is taken apart one at a time
TURN_WITHIN = 20  # seconds
_turn = threading.Lock()  # taking a form or JSON apart needs several times its size
MOST_FIELDS = 1000
_NAME = re.compile(rb'(?<![\w*])name="?([^";\r\n]*)"?', re.I)


class NoLength(Exception):
    """The post does not say how long it is, so nobody could tell that half of it is missing."""


class TooLarge(Exception):
    """More than is taken."""


def blocks(request: HttpRequest, most: int) -> Iterator[bytes]:
    """The body, piece by piece.

    Raises TooLarge, NoLength, or OSError (TimeoutError) when it is cut off or too slow.
    """
    said = request.META.get("CONTENT_LENGTH") or ""
    if not said.isascii() or not said.isdigit():
        raise NoLength
    if int(said) > most:
        raise TooLarge
    left, ends_at = int(said), time.monotonic() + WHOLE_WITHIN
    while left > 0:
        size, patience = min(BLOCK, left), min(BLOCK_WITHIN, ends_at - time.monotonic())
        block = within(max(patience, 0), lambda size=size: request.read(size))
        if not block:
            raise OSError("the connection broke in the middle of a mail")
        left -= len(block)
        yield block


@contextmanager
def whole(request: HttpRequest, most: int) -> Iterator[bytes]:
    """All of the body at once. A large one only when no other is; raises as `blocks` does."""
    files.folder().mkdir(parents=True, exist_ok=True, mode=0o750)
    with tempfile.SpooledTemporaryFile(LARGE, dir=files.folder(), prefix=".read-") as spool:
        for block in blocks(request, most):
            spool.write(block)
        is_large = spool.tell() > LARGE
        spool.seek(0)
        if is_large and not _turn.acquire(timeout=TURN_WITHIN):
            raise TimeoutError("other large posts are being taken")
        try:
            yield spool.read()
        finally:
            if is_large:
                _turn.release()


def form(content_type: str, parameters: dict[str, str], body: bytes) -> dict[str, bytes]:
    """The fields of a posted form, the first of each name; {} when it cannot be read."""
    if content_type == "multipart/form-data":
        boundary = parameters.get("boundary", "").encode("latin-1", "replace")
        pairs = _parts(body, boundary) if boundary else iter(())
    else:
        pairs = _pairs(body)
    fields: dict[str, bytes] = {}
    for name, content in pairs:
        fields.setdefault(name, content)
    return fields


def _pairs(body: bytes) -> Iterator[tuple[str, bytes]]:
    # Latin-1 there and back leaves every byte as it was.
    text = body.decode("latin-1")
    try:
        found = parse_qsl(
            text, keep_blank_values=True, encoding="latin-1", max_num_fields=MOST_FIELDS
        )
    except ValueError:
        return
    for name, value in found:
        yield name, value.encode("latin-1")


def _parts(body: bytes, boundary: bytes) -> Iterator[tuple[str, bytes]]:
    """The parts of multipart/form-data (RFC 7578)."""
    between = b"\r\n--" + boundary
    for part in (b"\r\n" + body).split(between, MOST_FIELDS)[1:]:
        if part.startswith(b"--"):
            return
        head, _gap, content = part.partition(b"\r\n\r\n")
        name = _NAME.search(head)
        if name:
            yield name[1].decode("utf-8", "replace"), content
