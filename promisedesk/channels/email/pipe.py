"""Delivery through a pipe: an MTA starts us with a mail on standard input.

We say 0 only when the mail is stored, synced and committed. On any failure we say 75
(EX_TEMPFAIL of sysexits): the MTA keeps the mail and tries again, nobody gets a bounce.
"""

import io
import os
import sys
import threading
from collections.abc import Callable, Iterator
from typing import BinaryIO

from promisedesk.channels.email import routing
from promisedesk.conversations.arriving import (
    BEFORE_STORE,
    COMMITTED,
    STORED,
    Received,
    Target,
    commit,
    targets_of,
)
from promisedesk.conversations.models import Arrival
from promisedesk.core import files

STORED_SAFELY = 0
TRY_AGAIN = 75  # EX_TEMPFAIL
GIVE_UP = 25  # seconds; MTAs wait longer, but their queue must not hang on us


def receive(mail: BinaryIO | bytes, inbox_address: str | None = None) -> int:
    """Take in the mail; returns the exit code. Never raises; says on stderr what was wrong.

    `inbox_address` is whom the MTA delivers to; without it the mail's own header decides. A
    mail for nobody here is kept as unrouted.
    """
    watchdog = threading.Timer(GIVE_UP, _give_up)
    watchdog.daemon = True
    stream = io.BytesIO(mail) if isinstance(mail, bytes) else mail
    try:
        _take_in(_Meter(stream, at_end=watchdog.start), inbox_address)
    except Exception as error:
        _say(f"{type(error).__name__}: {error}")
        return TRY_AGAIN
    finally:
        watchdog.cancel()
    return STORED_SAFELY


def _take_in(meter: "_Meter", inbox_address: str | None) -> None:
    BEFORE_STORE.reached()
    sha256 = files.store_stream(meter.blocks())
    STORED.reached()
    head = routing.head_of(meter.head)
    commit(
        [
            Received(
                sha256=sha256,
                size=meter.size,
                source=Arrival.Source.PIPE,
                targets=_targets(head, inbox_address),
                envelope_from=routing.return_path(head),
            )
        ]
    )
    COMMITTED.reached()


def _targets(head: bytes, inbox_address: str | None) -> list[Target]:
    if inbox_address is not None:
        return targets_of([inbox_address]) or [Target(None, inbox_address)]
    return routing.targets_in(head) or [Target(None, routing.first_named(head))]


class _Meter:
    """Passes a stream on in blocks, remembering its size and its head.

    `at_end` is called when all of it was read: only then does the time run that is ours.
    """

    def __init__(self, stream: BinaryIO, at_end: Callable[[], None]):
        self._stream, self._at_end = stream, at_end
        self.size, self.head = 0, b""

    def blocks(self) -> Iterator[bytes]:
        for block in files.blocks_of(self._stream):
            self.size += len(block)
            if len(self.head) < routing.HEAD:
                self.head += block[: routing.HEAD]
            yield block
        self._at_end()


def _say(words: str) -> None:
    print(  # noqa: T201
        f"promisedesk receive: the mail was not taken in, try again later. {words}",
        file=sys.stderr,
        flush=True,
    )


def _give_up() -> None:
    """The database or the disk hangs: leave without waiting for it."""
    _say(f"It could not be stored within {GIVE_UP} seconds.")
    os._exit(TRY_AGAIN)
