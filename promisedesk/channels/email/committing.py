"""Many connections, one disk: mails that come at once are stored and committed together.

A thread of its own takes what waits, syncs it, commits one transaction for all of it,
and only then tells each connection. The busier it is, the more share one commit.
"""

import asyncio
import queue
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

import structlog
from django.db import close_old_connections, connection
from django.utils.timezone import now

from promisedesk.conversations.arriving import (
    BEFORE_STORE,
    COMMITTED,
    STORED,
    Received,
    Target,
    commit_what_can_be,
)
from promisedesk.core import files

log = structlog.get_logger("promisedesk.smtp")
MOST_TOGETHER = 100  # mails in one transaction
SIDE_BY_SIDE = 8  # files synced at a time
MOST_BYTES = 16 * 1024 * 1024  # a huge mail goes with few others, so that none waits long


@dataclass(slots=True, eq=False)
class Offer:
    """A mail whose sender waits to be told. `content` is at its start and closed by us."""

    content: BinaryIO
    size: int
    source: str
    envelope_from: str
    targets: list[Target]
    loop: asyncio.AbstractEventLoop
    answer: asyncio.Future
    arrived_at: datetime = field(default_factory=now)

    def tell(self, error: Exception | None) -> None:
        """Wake the connection: None means that the mail is safe. Called in any thread."""
        try:
            self.loop.call_soon_threadsafe(self._set, error)
        except RuntimeError:  # the server is gone; the mail, if stored, is kept all the same
            pass

    def _set(self, error: Exception | None) -> None:
        if not self.answer.done():
            self.answer.set_result(error)


class Committer(threading.Thread):
    """Stores and commits what is offered, until it is stopped; then what was offered before."""

    def __init__(self):
        super().__init__(name="smtp-committer", daemon=True)
        self._offers: queue.SimpleQueue[Offer | None] = queue.SimpleQueue()
        self._pool = ThreadPoolExecutor(SIDE_BY_SIDE, thread_name_prefix="smtp-store")

    def offer(self, offer: Offer) -> None:
        self._offers.put(offer)

    def stop(self) -> None:
        self._offers.put(None)

    def run(self) -> None:
        is_open = True
        while is_open:
            together, is_open = self._next_ones()
            self._keep(together)
        self._pool.shutdown()
        connection.close()

    def _next_ones(self) -> tuple[list[Offer], bool]:
        """What waits now, at least one; False when there will be no more."""
        taken, size = [], 0
        one = self._offers.get()
        while one is not None:
            taken.append(one)
            size += one.size
            if len(taken) >= MOST_TOGETHER or size >= MOST_BYTES:
                return taken, True
            try:
                one = self._offers.get_nowait()
            except queue.Empty:
                return taken, True
        return taken, False

    def _keep(self, offers: list[Offer]) -> None:
        stored = self._stored(offers)
        if not stored:
            return
        try:
            close_old_connections()
            errors = commit_what_can_be([received for _offer, received in stored])
            COMMITTED.reached()
        except Exception as error:
            log.warning("mail could not be taken in", mails=len(stored), error=str(error))
            connection.close()  # whatever is wrong with it, the next try gets a new one
            errors = [error] * len(stored)
        for (offer, _received), error in zip(stored, errors, strict=True):
            offer.tell(error)

    def _stored(self, offers: list[Offer]) -> list[tuple[Offer, Received]]:
        """The mails whose bytes are safe; the senders of the others were told."""
        stored = []
        # Side by side, the file system writes its journal once for several of them.
        results = (
            self._pool.map(_try_to_store, offers) if offers[1:] else map(_try_to_store, offers)
        )
        for offer, result in zip(offers, results, strict=True):
            if isinstance(result, Received):
                stored.append((offer, result))
            else:
                offer.tell(result)
        return stored


def _try_to_store(offer: Offer) -> Received | Exception:
    try:
        return _store(offer)
    except Exception as error:
        return error


def _store(offer: Offer) -> Received:
    BEFORE_STORE.reached()
    with offer.content as content:
        sha256 = files.store_stream(files.blocks_of(content))
    STORED.reached()
    return Received(
        sha256, offer.size, offer.source, offer.targets, offer.envelope_from, offer.arrived_at
    )
