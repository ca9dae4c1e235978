"""Taking mails out of an open mailbox: some at a time, committed before the next are asked for.

A mail the server will not hand over is asked for alone, some times more, and then passed over
where people see it. Large mails go to the disk piece by piece.
"""

from __future__ import annotations

import imaplib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _

from promisedesk.channels.email import routing, steady
from promisedesk.channels.email.mailboxes import PIECE, Mailroom, Waiting
from promisedesk.channels.email.receiver import LARGEST
from promisedesk.conversations.arriving import (
    BEFORE_STORE,
    COMMITTED,
    STORED,
    Received,
    Target,
    commit,
    once_an_inbox,
)
from promisedesk.conversations.models import Arrival, Mailbox
from promisedesk.core import files
from promisedesk.core.crash import Step

TOGETHER = 20  # mails in one command and one transaction
SIDE_BY_SIDE = 8  # files synced at a time
TOGETHER_BYTES = 2 * 1024 * 1024
MOST_REFUSALS = 3  # times one mail may be refused before it is passed over
MOST_BREAKS = 30  # times the connection may break at one mail: two hours of tries
SHORT = 0.9  # a mail read in pieces that has less of the size the server says was cut off

FETCHED = Step("fetch.fetched", "mails came from the mailbox, they are not stored")

Key = tuple[int, int, int]  # mailbox, validity, uid
_refusals: dict[Key, int] = {}  # of those to be asked for alone: how often they were refused
_breaks: dict[Key, int] = {}  # at which the connection broke: how often


@dataclass(slots=True)
class Stored:
    """The bytes of a mail, on the disk."""

    sha256: str
    size: int
    beginning: bytes


class Taker:
    """Takes mails of one open folder into arrivals."""

    def __init__(self, mailbox: Mailbox, validity: int, room: Mailroom):
        self.mailbox, self.validity, self.room = mailbox, validity, room

    def take(self, mails: list[Waiting]) -> Iterator[tuple[int, int]]:
        """Fetch and commit these mails some at a time: (how many, the last UID) of each time."""
        for some in _bundles(mails):
            received = [self._received(mail, stored) for mail, stored in self._fetched(some)]
            STORED.reached()
            taken = len(commit(received))
            COMMITTED.reached()
            for mail in some:
                self._forget(mail.uid)
            yield taken, some[-1].uid

    def troubled(self) -> set[int]:
        """The UIDs at which the connection broke: they wait until the others are in."""
        mine = (self.mailbox.pk, self.validity)
        return {uid for *whose, uid in _breaks if tuple(whose) == mine}

    def unknown(self, uids: list[int]) -> list[int]:
        """Those of these mails that did not come yet."""
        known = Arrival.objects.filter(mailbox=self.mailbox, uid_validity=self.validity)
        came = set(known.filter(uid__gte=min(uids)).values_list("uid", flat=True)) if uids else ()
        return [uid for uid in uids if uid not in came]

    def _forget(self, uid: int) -> None:
        _refusals.pop(self._key(uid), None)
        _breaks.pop(self._key(uid), None)

    def _key(self, uid: int) -> Key:
        return self.mailbox.pk, self.validity, uid

    def _fetched(self, mails: list[Waiting]) -> Iterator[tuple[Waiting, Stored | None]]:
        """The mails, stored; None for one the server will not hand over.

        Those refused before, and those too large, are asked for one by one.
        """
        easy = [
            mail
            for mail in mails
            if mail.size <= min(PIECE, LARGEST) and self._key(mail.uid) not in _refusals
        ]
        bodies = _store_all(self._ask(easy))
        FETCHED.reached()
        for mail in mails:
            if mail in easy:
                if mail.uid in bodies:  # else it was deleted meanwhile
                    yield mail, bodies[mail.uid]
            elif mail.size > LARGEST:
                yield mail, _store(_too_large(self.room.header(mail.uid), mail.size))
            elif self._is_hopeless(mail.uid):
                yield mail, None
            elif mail.size > PIECE:
                stored = self._in_pieces(mail)
                if stored:
                    yield mail, stored
            else:
                alone = self._ask([mail])
                if mail.uid in alone:
                    yield mail, _store(alone[mail.uid])

    def _is_hopeless(self, uid: int) -> bool:
        key = self._key(uid)
        return _refusals.get(key, 0) >= MOST_REFUSALS or _breaks.get(key, 0) >= MOST_BREAKS

    def _ask(self, mails: list[Waiting]) -> dict[int, bytes]:
        if not mails:
            return {}
        try:
            bodies = self.room.bodies([mail.uid for mail in mails])
            empty = [mail for mail in mails if mail.size and bodies.get(mail.uid) == b""]
            if empty:
                raise imaplib.IMAP4.error("the server says the mail is empty, which it is not")
        except (imaplib.IMAP4.error, OSError) as error:
            self._note(error, mails)
            raise
        return bodies

    def _in_pieces(self, mail: Waiting) -> Stored | None:
        """A large mail, stored as it comes; None if it was deleted meanwhile."""
        pieces = self._asked_in_pieces(mail)
        first = next(pieces, None)
        if first is None:
            return None
        counted = [len(first)]

        def blocks() -> Iterator[bytes]:
            yield first
            for piece in pieces:
                counted[0] += len(piece)
                if counted[0] > 2 * LARGEST:
                    self._refused(mail.uid)
                    raise steady.TooMuch("the mail does not end")
                yield piece
            if counted[0] < SHORT * mail.size:
                self._refused(mail.uid)
                raise imaplib.IMAP4.error("the server gave less of the mail than there is")

        sha256 = files.store_stream(blocks())
        return Stored(sha256, counted[0], first[: routing.HEAD])

    def _asked_in_pieces(self, mail: Waiting) -> Iterator[bytes]:
        # Only what the connection does is noted: what our disk does is no fault of the mail.
        try:
            yield from self.room.pieces(mail.uid)
        except (imaplib.IMAP4.error, OSError) as error:
            self._note(error, [mail])
            raise

    def _note(self, error: Exception, mails: list[Waiting]) -> None:
        """Remember at which mail it went wrong: a refusal, or a break, which may be nobody's.

        Of several nobody knows which it was, so each is asked for alone the next time.
        """
        for mail in mails:
            _refusals.setdefault(self._key(mail.uid), 0)
        if len(mails) > 1:
            return
        if isinstance(error, (imaplib.IMAP4.abort, OSError)):
            key = self._key(mails[0].uid)
            _breaks[key] = _breaks.get(key, 0) + 1
        else:
            self._refused(mails[0].uid)

    def _refused(self, uid: int) -> None:
        key = self._key(uid)
        _refusals[key] = _refusals.get(key, 0) + 1

    def _received(self, mail: Waiting, stored: Stored | None) -> Received:
        BEFORE_STORE.reached()
        reason = "" if stored else _("The mail server does not hand over this mail.")
        stored = stored or _store(b"")
        head = routing.head_of(stored.beginning)
        inbox = self.mailbox.inbox
        own = [Target(inbox.pk, one) for one in routing.recipients_in(head, inbox)]
        return Received(
            sha256=stored.sha256,
            size=stored.size,
            source=Arrival.Source.IMAP,
            targets=once_an_inbox(own) or [Target(inbox.pk, inbox.address)],
            envelope_from=routing.return_path(head),
            arrived_at=mail.arrived_at,
            mailbox_id=self.mailbox.pk,
            uid_validity=self.validity,
            uid=mail.uid,
            cannot_read=reason,
        )


def _store(raw: bytes) -> Stored:
    return Stored(files.store(raw), len(raw), raw[: routing.HEAD])


@cache
def _pool() -> ThreadPoolExecutor:
    # Made when first used: threads do not live through the fork that starts a worker.
    return ThreadPoolExecutor(SIDE_BY_SIDE, thread_name_prefix="fetch-store")


def _store_all(bodies: dict[int, bytes]) -> dict[int, Stored]:
    """Several at once: most of the time goes by waiting for the disk to have synced each."""
    if len(bodies) < 2:
        return {uid: _store(raw) for uid, raw in bodies.items()}
    return dict(zip(bodies, _pool().map(_store, bodies.values()), strict=True))


def _bundles(mails: list[Waiting]) -> Iterator[list[Waiting]]:
    bundle: list[Waiting] = []
    for mail in mails:
        too_many = len(bundle) >= TOGETHER
        if bundle and (too_many or sum(one.size for one in bundle) + mail.size > TOGETHER_BYTES):
            yield bundle
            bundle = []
        bundle.append(mail)
    if bundle:
        yield bundle


def _too_large(header: bytes, size: int) -> bytes:
    """The header of a mail over the limit, with a text that says where the rest is."""
    kept = [line for line in header.splitlines() if line.strip()]
    while kept and kept[0][:1] in b" \t":
        del kept[0]
    said = _("This mail is too large for the desk (%(size)s MB). It is still in the mailbox.") % {
        "size": size // (1024 * 1024)
    }
    fields, is_content = [], False
    for line in kept:
        if line[:1] not in b" \t":
            is_content = line.lower().startswith(b"content-")
        if not is_content:
            fields.append(line)
    fields.append(b"Content-Type: text/plain; charset=utf-8")
    return b"\r\n".join([*fields, b"", said.encode(), b""])
