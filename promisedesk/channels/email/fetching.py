"""Fetching mail from IMAP mailboxes: each mail once, none skipped, for ever.

Progress is UIDVALIDITY and the last UID, moved on only after the mails up to it are
committed. A mailbox that fails is tried again, at least every five minutes, until somebody
mends it; it holds up no other, and no mail in it holds up the rest.

When a mailbox is connected for the first time, only mail of the last 24 hours that nobody
answered is taken in: who waits now gets a promise, years of old letters get none.
"""

from __future__ import annotations

import errno
import imaplib
from collections.abc import Iterator
from datetime import timedelta

import structlog
from django.db import DatabaseError
from django.utils.timezone import now
from django.utils.translation import gettext as _
from imapclient.exceptions import LoginError

from promisedesk.channels.email import probing, routing
from promisedesk.channels.email.mailboxes import Mailroom, Unsafe, Waiting, sign_in
from promisedesk.channels.email.receiver import LARGEST
from promisedesk.conversations.arriving import (
    BEFORE_STORE,
    COMMITTED,
    STORED,
    Received,
    Target,
    commit,
)
from promisedesk.conversations.models import Arrival, Mailbox
from promisedesk.core import files, leases
from promisedesk.core.crash import Step
from promisedesk.core.errors import Refused
from promisedesk.core.secretbox import unseal
from promisedesk.lib.server_url import ServerUrl, ServerUrlError

log = structlog.get_logger("promisedesk.fetching")
LOOK_EVERY = timedelta(seconds=30)
LONGEST_PAUSE = 300  # seconds between two tries of a failing mailbox
LOOK_BACK = timedelta(hours=24)  # how far the first look goes
LISTED = 500  # mails asked about in one command
TOGETHER = 20  # mails in one command and one transaction
TOGETHER_BYTES = 2 * 1024 * 1024
MOST_REFUSALS = 3  # times one mail may be refused before it is passed over

SIGNED_IN = Step("fetch.signed-in", "the mailbox is open, nothing is fetched")
FETCHED = Step("fetch.fetched", "mails came from the mailbox, they are not stored")
REMEMBERED = Step("fetch.remembered", "the mailbox's progress is committed")

# What only our own storing of a mail can say, never a connection.
OUR_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}

EXPECTED = (OSError, imaplib.IMAP4.error, Refused, ServerUrlError, Unsafe)

_refusals: dict[tuple[int, int, int], int] = {}  # (mailbox, validity, uid): how often


def fetch_due() -> int:
    """Look into one mailbox whose time has come; returns how many were looked into."""
    due = Mailbox.objects.filter(inbox__is_active=True).select_related("inbox")
    for mailbox in leases.claim(due, 1):
        with leases.hold(mailbox):
            look_into(mailbox)
        return 1
    return 0


def look_into(mailbox: Mailbox) -> int:
    """Take in what is new in a claimed mailbox; returns how many mails came.

    Whatever the other side does becomes words on the mailbox and another try later. Raises
    DatabaseError when our own database is what fails.
    """
    server, count = None, 0
    try:
        server = ServerUrl.parse(unseal(mailbox.url), ("imaps", "imap"))
        with sign_in(server) as room:
            for taken in _take_new(mailbox, room, server.folder or "INBOX"):
                count += taken
    except DatabaseError:
        raise
    except Exception as error:
        if not isinstance(error, EXPECTED):
            log.exception("fetching failed in a way nobody thought of")
        _note_failure(mailbox, _in_words(error, server))
        return count
    _note_success(mailbox)
    return count


def _take_new(mailbox: Mailbox, room: Mailroom, folder: str) -> Iterator[int]:
    opened = room.select_folder(folder, readonly=True)
    SIGNED_IN.reached()
    validity = int(opened[b"UIDVALIDITY"])
    if mailbox.uid_validity == validity:
        first = mailbox.last_uid + 1
        # "n:*" names the last mail even if its UID is lower (RFC 3501 6.4.8)
        uids = sorted(uid for uid in room.search(["UID", f"{first}:*"]) if uid >= first)
        for some in _chunks(uids):
            for taken, last in _take(mailbox, validity, room, room.waiting(some)):
                _remember(mailbox, validity, last)
                yield taken
            _remember(mailbox, validity, some[-1])
        return
    last = int(opened.get(b"UIDNEXT", 1)) - 1
    uids, since = _recent(mailbox, room)
    for some in _chunks(_unknown(mailbox, validity, uids)):
        fresh = [mail for mail in room.waiting(some) if mail.arrived_at >= since]
        for taken, uid in _take(mailbox, validity, room, fresh):
            last = max(last, uid)
            yield taken
    _remember(mailbox, validity, max([last, *uids]))


def _recent(mailbox: Mailbox, room: Mailroom):
    """The UIDs to look at when the numbers mean nothing yet, and since when mail counts.

    A mailbox that was renumbered is read again from a day before it was last fetched; what
    came before is known by its bytes (`twins`). SEARCH knows dates only, hence the moment.
    """
    if mailbox.uid_validity is None or mailbox.fetched_at is None:
        since, more = now() - LOOK_BACK, ["UNANSWERED"]
    else:
        since, more = mailbox.fetched_at - LOOK_BACK, []
    # The server's own zone decides what a date is: a day earlier is early enough anywhere.
    uids = room.search(["SINCE", (since - timedelta(days=1)).date(), *more])
    return sorted(uids), since


def _unknown(mailbox: Mailbox, validity: int, uids: list[int]) -> list[int]:
    known = set(
        Arrival.objects.filter(mailbox=mailbox, uid_validity=validity).values_list("uid", flat=True)
    )
    return [uid for uid in uids if uid not in known]


def _chunks(uids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(uids), LISTED):
        yield uids[start : start + LISTED]


def _take(
    mailbox: Mailbox, validity: int, room: Mailroom, mails: list[Waiting]
) -> Iterator[tuple[int, int]]:
    """Fetch and commit these mails some at a time: (how many, the last UID) of each time."""
    for some in _bundles(mails):
        received = [
            _received(mailbox, validity, mail, raw)
            for mail, raw in _fetched(mailbox, validity, room, some)
        ]
        STORED.reached()
        taken = len(commit(received))
        COMMITTED.reached()
        yield taken, some[-1].uid


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


def _fetched(
    mailbox: Mailbox, validity: int, room: Mailroom, mails: list[Waiting]
) -> Iterator[tuple[Waiting, bytes | None]]:
    """The mails with their bytes; None for one the server will not hand over.

    Those refused before, and those too large, are asked for one by one.
    """
    easy = [
        mail
        for mail in mails
        if mail.size <= LARGEST and (mailbox.pk, validity, mail.uid) not in _refusals
    ]
    bodies = _ask(mailbox, validity, room, easy)
    FETCHED.reached()
    for mail in mails:
        if mail in easy:
            if mail.uid in bodies:  # else it was deleted meanwhile
                yield mail, bodies.pop(mail.uid)
        elif mail.size > LARGEST:
            yield mail, _too_large(room.header(mail.uid), mail.size)
        elif _refusals[mailbox.pk, validity, mail.uid] >= MOST_REFUSALS:
            yield mail, None
        else:
            alone = _ask(mailbox, validity, room, [mail])
            if mail.uid in alone:
                yield mail, alone[mail.uid]


def _ask(mailbox: Mailbox, validity: int, room: Mailroom, mails: list[Waiting]) -> dict[int, bytes]:
    """The bodies of these mails. When the server refuses them, that is counted, and raised.

    A connection that breaks is nobody's refusal: the same mail may well come next time.
    """
    if not mails:
        return {}
    try:
        bodies = room.bodies([mail.uid for mail in mails])
        empty = [mail for mail in mails if mail.size and bodies.get(mail.uid) == b""]
        if empty:
            raise imaplib.IMAP4.error("the server says the mail is empty, which it is not")
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        for mail in mails:
            key = (mailbox.pk, validity, mail.uid)
            _refusals[key] = _refusals.get(key, 0) + (len(mails) == 1)
        raise
    return bodies


def _received(mailbox: Mailbox, validity: int, mail: Waiting, raw: bytes | None) -> Received:
    BEFORE_STORE.reached()
    head = routing.head_of(raw or b"")
    _refusals.pop((mailbox.pk, validity, mail.uid), None)
    reason = "" if raw is not None else _("The mail server does not hand over this mail.")
    own = [one for one in routing.targets_in(head) if one.inbox_id == mailbox.inbox_id]
    return Received(
        sha256=files.store(raw or b""),
        size=len(raw or b""),
        source=Arrival.Source.IMAP,
        targets=own or [Target(mailbox.inbox_id, mailbox.inbox.address)],
        envelope_from=routing.return_path(head),
        arrived_at=mail.arrived_at,
        mailbox_id=mailbox.pk,
        uid_validity=validity,
        uid=mail.uid,
        cannot_read=reason,
    )


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


def _remember(mailbox: Mailbox, validity: int, uid: int) -> None:
    mailbox.uid_validity, mailbox.last_uid = validity, uid
    Mailbox.objects.filter(pk=mailbox.pk).update(uid_validity=validity, last_uid=uid)
    REMEMBERED.reached()


def _note_success(mailbox: Mailbox) -> None:
    Mailbox.objects.filter(pk=mailbox.pk).update(
        fetched_at=now(), failing_since=None, last_error="", attempts=0, due_at=now() + LOOK_EVERY
    )


def _note_failure(mailbox: Mailbox, words: str) -> None:
    log.warning("a mailbox could not be fetched", inbox=mailbox.inbox.address, error=words)
    pause = leases.backoff(mailbox.attempts, first=5, longest=LONGEST_PAUSE)
    Mailbox.objects.filter(pk=mailbox.pk).update(
        failing_since=mailbox.failing_since or now(),
        last_error=words[:1000],
        due_at=now() + pause,
    )


def _in_words(error: Exception, server: ServerUrl | None) -> str:
    if server is None or isinstance(error, (Refused, Unsafe)):
        return str(error)
    answer = {"answer": str(error).removeprefix("b").strip("'\"")[:300]}
    if isinstance(error, LoginError):
        return _("The server does not accept this user name and password: %(answer)s") % answer
    if isinstance(error, imaplib.IMAP4.abort):
        return _("The mail server broke off: %(answer)s") % answer
    if isinstance(error, imaplib.IMAP4.error):
        return _("The mail server says: %(answer)s") % answer
    if isinstance(error, OSError) and error.errno in OUR_DISK:
        return _("This desk's own disk takes no more: %(answer)s") % {"answer": error.strerror}
    finding = probing.explained(error, server)
    return " ".join(filter(None, (finding.says, finding.advice)))
