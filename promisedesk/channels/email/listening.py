"""Being told of new mail at once (IMAP IDLE, RFC 2177): one thread listens for all mailboxes.

Whoever has fetched hands its open connection over here instead of hanging up. What is heard
only wakes: the mailbox becomes due, and fetching is as it always is. Polling goes on behind it,
so a connection that died unnoticed costs minutes, never mails. Of several workers one listens
to a mailbox: `listened_by`.
"""

from __future__ import annotations

import imaplib
import queue
import selectors
import socket
import ssl
import time
from contextlib import suppress
from datetime import timedelta

import structlog
from django.utils.timezone import now

from promisedesk.channels.email.mailboxes import Mailroom
from promisedesk.conversations.models import Mailbox
from promisedesk.core import leases

log = structlog.get_logger("promisedesk.listening")
RENEW_EVERY = 240  # seconds; a server may hang up after 30 minutes, some routers after five
ANSWER_WITHIN = 20  # seconds for the server to answer IDLE and DONE
WAKE_PAUSE = 3  # seconds between two wakings of one mailbox, however often the server calls
TURN = 1.0  # seconds one turn waits at most
LOOK_AFTER_ROWS = 15  # seconds
LEASE = timedelta(seconds=90)
SHORT_LIFE = 60  # seconds; who hangs up sooner is left in peace for a while
IN_PEACE = 600  # seconds
LONGEST_LINE = 64 * 1024  # bytes
MOST_AT_ONCE = 16  # reads of one connection before the others have their turn


class Lost(Exception):
    """The connection is of no use any more."""


class Ear:
    """One connection that listens. `url` is the sealed one it was made with."""

    def __init__(self, pk: int, url: str, connection: socket.socket, early: bytes = b""):
        self.pk, self.url, self.connection = pk, url, connection
        self._rest, self._number = early, 0
        self.began = time.monotonic()
        connection.setblocking(False)
        with suppress(OSError):
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 60)
        self._listen()

    def _listen(self) -> None:
        self._number += 1
        self._tag = b"listen%d" % self._number
        self._send(self._tag + b" IDLE\r\n")
        self._is_listening, self._until = False, time.monotonic() + ANSWER_WITHIN

    def _send(self, line: bytes) -> None:
        try:
            sent = self.connection.send(line)
        except OSError as error:
            raise Lost(str(error)) from error
        if sent < len(line):
            raise Lost("the server takes nothing more")

    def read(self) -> bool:
        """Hear what is said; whether it was new mail. Raises Lost."""
        is_news = False
        for _turn in range(MOST_AT_ONCE):
            try:
                data = self.connection.recv(65536)
            except (BlockingIOError, ssl.SSLWantReadError):
                break
            except OSError as error:
                raise Lost(str(error)) from error
            if not data:
                raise Lost("the server hung up")
            *lines, self._rest = (self._rest + data).split(b"\n")
            if len(self._rest) > LONGEST_LINE:
                raise Lost("the server sends no line end")
            is_news = any([self._hear(line.strip()) for line in lines]) or is_news
        return is_news

    def _hear(self, line: bytes) -> bool:
        words = line.split()
        if line[:1] == b"+":
            self._is_listening, self._until = True, time.monotonic() + RENEW_EVERY
        elif words[:1] == [self._tag]:
            if self._is_listening or words[1:2] != [b"OK"]:
                raise Lost(line.decode("utf-8", "replace")[:200])
            self._listen()
        elif words[:2] == [b"*", b"BYE"]:
            raise Lost(line.decode("utf-8", "replace")[:200])
        return words[:1] == [b"*"] and words[2:3] == [b"EXISTS"]

    def tick(self) -> None:
        """Renew it when it is time. Raises Lost when the server owes an answer too long."""
        if time.monotonic() < self._until:
            return
        if not self._is_listening:
            raise Lost("the server did not answer in time")
        self._send(b"DONE\r\n")
        self._is_listening, self._until = False, time.monotonic() + ANSWER_WITHIN

    def close(self) -> None:
        with suppress(OSError):
            self.connection.close()


class Listener:
    """Every listening connection of this process, served by whoever calls `turn`."""

    def __init__(self):
        self.ears: dict[int, Ear] = {}
        self._offered: dict[int, str] = {}  # handed over, not yet taken: the sealed url
        self._offers: queue.SimpleQueue[tuple[int, str, Mailroom]] = queue.SimpleQueue()
        self._selector = selectors.DefaultSelector()
        self._woken: dict[int, float] = {}
        self._to_wake: set[int] = set()
        self._left_in_peace: dict[int, float] = {}
        self._turned = self._looked = float("-inf")

    @property
    def is_running(self) -> bool:
        return time.monotonic() - self._turned < 30

    def has(self, mailbox: Mailbox) -> bool:
        ear = self.ears.get(mailbox.pk)
        return mailbox.url in (ear and ear.url, self._offered.get(mailbox.pk))

    def wants(self, mailbox: Mailbox) -> bool:
        """Whether a connection to this mailbox is welcome."""
        is_left = self._left_in_peace.get(mailbox.pk, 0) > time.monotonic()
        return self.is_running and not is_left and not self.has(mailbox)

    def offer(self, mailbox: Mailbox, room: Mailroom) -> None:
        """Hand a connection over; its folder is open. Called in any thread."""
        room.is_handed_over = True
        self._offered[mailbox.pk] = mailbox.url
        self._offers.put((mailbox.pk, mailbox.url, room))

    def turn(self) -> int:
        """Listen for a moment; how many mailboxes were woken."""
        self._turned = time.monotonic()
        self._take_offers()
        for key, _events in self._selector.select(TURN):
            self._with(key.data, self._read)
        for ear in list(self.ears.values()):
            self._with(ear, Ear.tick)
        if time.monotonic() - self._looked > LOOK_AFTER_ROWS:
            self._look_after_rows()
            self._looked = time.monotonic()
        return self._wake()

    def _take_offers(self) -> None:
        while not self._offers.empty():
            pk, url, room = self._offers.get()
            old = self.ears.get(pk)
            if old:
                self._drop(old)
            try:
                ear = Ear(pk, url, *room.hand_over())
            except (Lost, OSError, ValueError, imaplib.IMAP4.error) as error:
                room.hang_up()
                self._give_up(pk, str(error))
            else:
                self.ears[pk] = ear
                self._selector.register(ear.connection, selectors.EVENT_READ, ear)
            finally:
                self._offered.pop(pk, None)

    def _with(self, ear: Ear, do) -> None:
        try:
            do(ear)
        except Lost as error:
            if time.monotonic() - ear.began < SHORT_LIFE:
                self._left_in_peace[ear.pk] = time.monotonic() + IN_PEACE
            self._let_go(ear, str(error))

    def _read(self, ear: Ear) -> None:
        if ear.read():
            self._to_wake.add(ear.pk)

    def _drop(self, ear: Ear) -> None:
        with suppress(KeyError, ValueError):
            self._selector.unregister(ear.connection)
        self.ears.pop(ear.pk, None)
        ear.close()

    def _let_go(self, ear: Ear, why: str) -> None:
        """Give it up and hang up, in this order: who sees it closed may look into it at once."""
        self._give_up(ear.pk, why)
        self._drop(ear)

    def _give_up(self, pk: int, why: str) -> None:
        """Nobody listens to it now: it is looked into at once, and then as without IDLE."""
        log.info("a listening connection ended", mailbox=pk, why=why)
        mine = Mailbox.objects.filter(pk=pk, listened_by=leases.me())
        mine.update(listened_by="", listened_until=None, due_at=now())

    def _wake(self) -> int:
        ready = [
            pk
            for pk in self._to_wake
            if time.monotonic() - self._woken.get(pk, float("-inf")) >= WAKE_PAUSE
        ]
        if ready:
            Mailbox.objects.filter(pk__in=ready).update(due_at=now())
            self._woken.update(dict.fromkeys(ready, time.monotonic()))
            self._to_wake.difference_update(ready)
        return len(ready)

    def _look_after_rows(self) -> None:
        """Renew what is ours, let go of what is not, and free what dead workers listened to."""
        rows = Mailbox.objects.exclude(listened_by="").select_related("inbox")
        known = {row.pk: row for row in rows}
        for ear in list(self.ears.values()):
            row = known.get(ear.pk)
            if row is None or row.listened_by != leases.me() or row.url != ear.url:
                self._let_go(ear, "it was set anew")
            elif not row.inbox.is_active:
                self._drop(ear)
                Mailbox.objects.filter(pk=ear.pk).update(listened_by="", listened_until=None)
        if self.ears:
            mine = Mailbox.objects.filter(pk__in=list(self.ears), listened_by=leases.me())
            mine.update(listened_until=now() + LEASE)
        for row in known.values():
            if row.pk not in self.ears and row.pk not in self._offered and not _is_listened(row):
                left = Mailbox.objects.filter(pk=row.pk, listened_by=row.listened_by)
                left.update(listened_by="", listened_until=None, due_at=now())

    def close(self) -> None:
        """Hang up everywhere, and say so."""
        for ear in list(self.ears.values()):
            self._let_go(ear, "the worker stops")


LISTENER = Listener()


def listen() -> int:
    """A turn of this process's listener; returns how many mailboxes were woken."""
    return LISTENER.turn()


def offer(mailbox: Mailbox, room: Mailroom) -> bool:
    """Let a connection that has done its work listen on; whether anybody listens now."""
    is_able = room.has_capability("IDLE")
    if mailbox.idles != is_able:
        Mailbox.objects.filter(pk=mailbox.pk).update(idles=is_able)
    if not is_able:
        return False
    if LISTENER.has(mailbox):
        return True
    if mailbox.listened_by != leases.me() and _is_listened(mailbox):
        return True
    if not LISTENER.wants(mailbox):
        return False
    as_seen = Mailbox.objects.filter(pk=mailbox.pk, listened_by=mailbox.listened_by)
    if as_seen.update(listened_by=leases.me(), listened_until=now() + LEASE):
        LISTENER.offer(mailbox, room)
    return True


def _is_listened(mailbox: Mailbox) -> bool:
    """Whether a living worker says that it listens."""
    if not mailbox.listened_by or mailbox.listened_until is None:
        return False
    return mailbox.listened_until > now() and leases.is_alive(
        mailbox.listened_by, mailbox.listened_until
    )
