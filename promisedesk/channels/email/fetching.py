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
from datetime import datetime, timedelta

import structlog
from django.db import DatabaseError
from django.db.models import Case, F, Value, When
from django.utils.timezone import now
from django.utils.translation import gettext as _
from imapclient.exceptions import LoginError

from promisedesk.channels.email import listening, mailboxes, probing, tidying, turns
from promisedesk.channels.email.mailboxes import Mailroom, Unsafe
from promisedesk.channels.email.oauth.bearing import bearer_of
from promisedesk.channels.email.taking import Taker
from promisedesk.conversations.models import Mailbox
from promisedesk.core import leases
from promisedesk.core.crash import Step
from promisedesk.core.errors import Refused
from promisedesk.core.secretbox import unseal
from promisedesk.lib.server_url import ServerUrl, ServerUrlError

log = structlog.get_logger("promisedesk.fetching")
LOOK_EVERY = timedelta(seconds=30)
LOOK_EVERY_BEHIND_IDLE = timedelta(minutes=5)  # a listening connection may be dead and not know it
LONGEST_PAUSE = 300  # seconds between two tries of a failing mailbox
LOOK_BACK = timedelta(hours=24)  # how far the first look goes
LISTED = 500  # mails asked about in one command

SIGNED_IN = Step("fetch.signed-in", "the mailbox is open, nothing is fetched")
REMEMBERED = Step("fetch.remembered", "the mailbox's progress is committed")

# What only our own storing of a mail can say, never a connection.
OUR_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}

EXPECTED = (OSError, imaplib.IMAP4.error, Refused, ServerUrlError, Unsafe)


def fetch_due() -> int:
    """Look into one mailbox whose time has come; returns how many were looked into."""
    while True:
        due = turns.allowed(Mailbox.objects.filter(inbox__is_active=True))
        taken = leases.claim(due.select_related("inbox"), 1)
        if not taken:
            return 0
        with leases.hold(taken[0]):
            try:
                with turns.turn(taken[0]):
                    look_into(taken[0])
            except turns.Full:  # another lane was quicker: theirs is the last turn there is
                Mailbox.objects.filter(pk=taken[0].pk).update(attempts=taken[0].attempts - 1)
                continue
        return 1


def look_into(mailbox: Mailbox) -> int:
    """Take in what is new in a claimed mailbox; returns how many mails came.

    Whatever the other side does becomes words on the mailbox and another try later. Raises
    DatabaseError when our own database is what fails.
    """
    server, count, trouble = None, 0, ""
    try:
        server = ServerUrl.parse(unseal(mailbox.url), ("imaps", "imap"))
        turns.note_server(mailbox, server)
        bearer = bearer_of(mailbox.inbox, server)
        with mailboxes.visit(mailboxes.sign_in(server, bearer)) as room:
            folder = server.folder or "INBOX"
            for taken in _take_new(mailbox, room, folder):
                count += taken
            is_more = room.has_news
            if mailbox.settled_uid < mailbox.last_uid:
                trouble = _in_words_of_tidying(mailbox, room, folder)
                is_more = not trouble  # opening it anew, we were not told what came meanwhile
            pause = _pause(mailbox, room, is_more)
    except DatabaseError:
        raise
    except Exception as error:
        if not isinstance(error, EXPECTED):
            log.exception("fetching failed in a way nobody thought of")
        _note_failure(mailbox, in_words(error, server))
        return count
    _note_success(mailbox, pause, trouble)
    return count


def _pause(mailbox: Mailbox, room: Mailroom, is_more: bool) -> timedelta:
    """Until the next look: none if more mail came meanwhile, rarely if somebody listens."""
    if is_more:
        return timedelta(0)
    return LOOK_EVERY_BEHIND_IDLE if listening.offer(mailbox, room) else LOOK_EVERY


def _take_new(mailbox: Mailbox, room: Mailroom, folder: str) -> Iterator[int]:
    opened = room.open_folder(folder)
    SIGNED_IN.reached()
    taker = Taker(mailbox, int(opened[b"UIDVALIDITY"]), room)
    if mailbox.uid_validity == taker.validity:
        yield from _take_later(mailbox, taker)
    else:
        yield from _take_first(mailbox, taker, int(opened.get(b"UIDNEXT", 1)) - 1)


def _take_later(mailbox: Mailbox, taker: Taker) -> Iterator[int]:
    """What came since the last UID. A mail that breaks the connection comes after the others."""
    first = mailbox.last_uid + 1
    # "n:*" names the last mail even if its UID is lower (RFC 3501 6.4.8)
    uids = sorted(uid for uid in taker.room.search(["UID", f"{first}:*"]) if uid >= first)
    troubled = sorted(taker.troubled() & set(uids))
    if troubled or mailbox.attempts > 1:  # else nothing past the last UID can be in already
        uids, end = taker.unknown(uids), max(uids, default=0)
    else:
        end = 0
    most = troubled[0] - 1 if troubled else None
    for some in _chunks([uid for uid in uids if uid not in troubled]):
        for taken, last in taker.take(taker.room.waiting(some)):
            _remember(mailbox, taker.validity, last if most is None else min(last, most))
            yield taken
        last = some[-1]
        _remember(mailbox, taker.validity, last if most is None else min(last, most))
    for uid in troubled:
        for taken, _uid in taker.take(taker.room.waiting([uid])):
            yield taken
    if end > mailbox.last_uid:
        _remember(mailbox, taker.validity, end)


def _take_first(mailbox: Mailbox, taker: Taker, last: int) -> Iterator[int]:
    """What counts of a mailbox whose numbers mean nothing yet; `last` is its highest UID."""
    uids, since = _recent(mailbox, taker.room)
    troubled = taker.troubled()
    unknown = sorted(taker.unknown(uids), key=lambda uid: (uid in troubled, uid))
    for some in _chunks(unknown):
        fresh = [mail for mail in taker.room.waiting(some) if mail.arrived_at >= since]
        fresh.sort(key=lambda mail: (mail.uid in troubled, mail.uid))
        for taken, uid in taker.take(fresh):
            last = max(last, uid)
            yield taken
    _remember(mailbox, taker.validity, max([last, *uids]))


def _recent(mailbox: Mailbox, room: Mailroom) -> tuple[list[int], datetime]:
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


def _chunks(uids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(uids), LISTED):
        yield uids[start : start + LISTED]


def _remember(mailbox: Mailbox, validity: int, uid: int) -> None:
    """Progress is committed. It is also a success: a long backlog is no silence."""
    if mailbox.uid_validity != validity:
        mailbox.settled_uid = 0
    mailbox.uid_validity, mailbox.last_uid = validity, uid
    if mailbox.after_fetch == Mailbox.AfterFetch.LEAVE:
        mailbox.settled_uid = uid
    Mailbox.objects.filter(pk=mailbox.pk).update(
        uid_validity=validity, last_uid=uid, settled_uid=mailbox.settled_uid, fetched_at=now()
    )
    REMEMBERED.reached()


def _in_words_of_tidying(mailbox: Mailbox, room: Mailroom, folder: str) -> str:
    """Move or delete what was taken in; what went wrong, in words. Its mail is in all the same."""
    try:
        tidying.tidy(mailbox, room, folder)
    except (Refused, imaplib.IMAP4.error) as error:
        if isinstance(error, imaplib.IMAP4.abort):
            raise
        log.warning("fetched mails stay where they are", inbox=mailbox.inbox.address, why=error)
        return tidying.said(mailbox, error)
    return ""


def _note_success(mailbox: Mailbox, pause: timedelta, trouble: str) -> None:
    # Somebody may have asked for another look meanwhile: then it is due as they said.
    as_asked = Case(When(due_at=mailbox.due_at, then=Value(now() + pause)), default=F("due_at"))
    Mailbox.objects.filter(pk=mailbox.pk).update(
        fetched_at=now(), failing_since=None, last_error=trouble[:1000], attempts=0, due_at=as_asked
    )


def _note_failure(mailbox: Mailbox, words: str) -> None:
    log.warning("a mailbox could not be fetched", inbox=mailbox.inbox.address, error=words)
    pause = leases.backoff(mailbox.attempts, first=5, longest=LONGEST_PAUSE)
    Mailbox.objects.filter(pk=mailbox.pk).update(
        failing_since=mailbox.failing_since or now(),
        last_error=words[:1000],
        due_at=now() + pause,
    )


def in_words(error: Exception, server: ServerUrl | None) -> str:
    """What went wrong, for people, without secrets."""
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
