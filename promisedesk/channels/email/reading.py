"""Kept mail becomes messages: each once, whatever dies in between.

Reading and storing files happens outside the transaction; message, promise, delivery and
"this arrival is done" are one transaction. A mail that cannot be read is set aside where
people see it, and the rest goes on.
"""

from __future__ import annotations

import tempfile
from collections.abc import Set
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import structlog
from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.channels.email import alarming, apart, robots, routing, self_test, senders, twins
from promisedesk.channels.email.spam_headers import said_by_filter
from promisedesk.contacts import finding, phones
from promisedesk.conversations import (
    customers,
    inboxes,
    looking,
    offered_addresses,
    participants,
    threading,
)
from promisedesk.conversations.inboxes import without_token
from promisedesk.conversations.incoming import IncomingFile, IncomingMessage, receive
from promisedesk.conversations.models import Arrival, Inbox, Message
from promisedesk.core import files, leases, outages
from promisedesk.core.crash import Step
from promisedesk.lib import file_types
from promisedesk.lib.mail.automatic import may_acknowledge
from promisedesk.lib.mail.large import LARGE, is_ordinary
from promisedesk.lib.mail.machine_reports import MachineReport
from promisedesk.lib.mail.model import Attachment, ParsedMail
from promisedesk.lib.mail.reading import read_mail
from promisedesk.lib.mail.sanitising import PICTURES, shows_remote_pictures
from promisedesk.lib.mail.senders import SEVERAL

log = structlog.get_logger("promisedesk.reading")
TOGETHER = 20  # mails in one transaction; the write lock is held for some 50 ms
MOST_ATTEMPTS = 3  # then it is read in a process of its own, or set aside
TOO_OLD_TO_ACKNOWLEDGE = timedelta(hours=24)

CLAIMED = Step("read.claimed", "a worker took arrivals to read")
PARSED = Step("read.parsed", "a mail is read, its files are not stored")
FILES_STORED = Step("read.files-stored", "the mail's files are stored, no message is written")
BEFORE_COMMIT = Step("read.before-commit", "messages and promises are written, not committed")
COMMITTED = Step("read.committed", "messages and promises are committed")

State = Arrival.State


@dataclass(slots=True)
class Read:
    """A mail as it goes into the transaction."""

    arrival: Arrival
    mail: ParsedMail
    incoming: IncomingMessage
    returned_ids: list[str]
    report: MachineReport | None


class CannotRead(Exception):
    """Trying again would not help; the words are for people."""


def read_waiting() -> int:
    """Read some waiting mails; returns how many were looked at.

    Those tried before go one by one: if one of them kills the worker, it takes no others
    along, and the count of its attempts says which it was.
    """
    waiting = Arrival.objects.filter(state=State.WAITING)
    fresh = leases.claim(waiting.filter(attempts=0), TOGETHER)
    read_all(fresh)
    again = leases.claim(waiting.filter(attempts__gt=0), 1)
    read_all(again)
    return len(fresh) + len(again)


def read_all(arrivals: list[Arrival]) -> None:
    """Make messages of claimed arrivals, all in one transaction, each in a savepoint.

    Raises OperationalError when the database would not have any of it; then all are due
    again, behind those that wait.
    """
    if not arrivals:
        return
    with leases.hold_all(arrivals):
        CLAIMED.reached()
        try:
            _make_messages(arrivals)
        except OperationalError as error:
            with suppress(DatabaseError):  # it is away: they stay due as they are
                _put_behind(arrivals, error)
            raise


def _make_messages(arrivals: list[Arrival]) -> None:
    known = Inbox.objects.in_bulk({one.inbox_id for one in arrivals})
    own = inboxes.own_addresses()
    mails = [read for one in arrivals if (read := _prepared(one, known.get(one.inbox_id), own))]
    failed = _written(mails, own) if mails else []
    for arrival, error in failed:
        _try_later(arrival, error)


def _put_behind(arrivals: list[Arrival], error: Exception) -> None:
    """No fault of these mails, but the next try begins with others: one may be the cause."""
    words = _words_of(error)
    for attempts in {one.attempts for one in arrivals}:
        pause = leases.backoff(attempts - 1) if attempts > 1 else timedelta(0)
        some = [one.pk for one in arrivals if one.attempts == attempts]
        waiting = Arrival.objects.filter(pk__in=some, state=State.WAITING)
        waiting.filter(due_at__lte=now()).update(due_at=now() + pause, last_error=words)


def _written(mails: list[Read], own: Set[str]) -> list[tuple[Arrival, Exception]]:
    """Write these mails in one transaction; returns those that would not go in, and why."""
    done, failed = [], []
    # By sender, so that workers with mails of the same customers lock these in one order:
    # else PostgreSQL finds deadlocks and throws whole batches away.
    mails.sort(key=lambda read: read.incoming.address.lower())
    with transaction.atomic(), looking.asked_together():
        known = twins.Known([(read.arrival, read.incoming) for read in mails], own)
        for read in mails:
            try:
                with transaction.atomic():
                    state, message = _settled(read, known)
            except Exception as error:
                if outages.is_outage(error):
                    raise
                failed.append((read.arrival, error))
            else:
                done.append((state, message.pk, read.arrival.pk))
                known.add(read.arrival, read.incoming, message)
        _finish(done)
        BEFORE_COMMIT.reached()
    COMMITTED.reached()
    return failed


def _prepared(arrival: Arrival, inbox: Inbox | None, own: Set[str]) -> Read | None:
    """All that needs no transaction; None when this mail waits or was set aside."""
    try:
        if inbox is None:
            _set_aside(arrival, "", State.UNROUTED)
            return None
        return _read(arrival, inbox, own)
    except (CannotRead, apart.GaveUp) as reason:
        _set_aside(arrival, str(reason))
    except FileNotFoundError:
        _set_aside(arrival, _("The stored bytes of this mail are gone."))
    except Exception as error:
        if outages.is_outage(error):
            raise
        _try_later(arrival, error)
    return None


def _read(arrival: Arrival, inbox: Inbox, own: Set[str]) -> Read | None:
    with files.open_file(arrival.sha256) as file:
        raw = file.read(robots.SCANNED if arrival.size > LARGE else -1)
    head = routing.head_of(raw)
    if not arrival.size or not raw.strip():
        raise CannotRead(_("This mail is empty."))
    if self_test.takes(arrival, raw, head) or alarming.takes(arrival, head):
        return None
    if routing.goes_in_circles(head):
        raise CannotRead(_("This mail passed a hundred servers: it goes in circles."))
    # One that was tried before may have killed its reader.
    if arrival.attempts > 1 or arrival.size > LARGE or not is_ordinary(raw):
        mail, stored = _read_by_a_child(arrival)
    else:
        mail = read_mail(raw)
        PARSED.reached()
        stored = [keep_file(one) for one in mail.attachments]
    if any("original" in problem or "could not" in problem for problem in mail.problems):
        stored.append(_original(arrival))
    FILES_STORED.reached()
    incoming = _incoming(arrival, inbox, mail, stored, own, head)
    incoming.spam_because = said_by_filter(head)
    incoming.is_automatic = robots.is_robot(mail, head)
    if not incoming.is_automatic:
        senders.passes_on(incoming)
        return Read(arrival, mail, incoming, [], None)
    report = robots.report_of(mail, raw)
    incoming.marks += robots.marks_of(mail, report)
    return Read(arrival, mail, incoming, robots.returned_ids(raw, mail), report)


def _read_by_a_child(arrival: Arrival) -> tuple[ParsedMail, list[IncomingFile]]:
    """For large and odd mails, and for those tried before: their files go from disk to disk."""
    with (
        files.on_disk(arrival.sha256) as path,
        tempfile.TemporaryDirectory(dir=files.folder(), prefix=".read-") as folder,
    ):
        mail = apart.read(path, Path(folder))
        PARSED.reached()
        return mail, [keep_file(one) for one in mail.attachments]


def keep_file(one: Attachment) -> IncomingFile:
    """Store a file of a mail, and decide what it is. Raises OSError when the disk is full."""
    if one.path:
        with one.path.open("rb") as file:
            start = file.read(file_types.LOOKED_AT)
            file.seek(0)
            sha256 = files.store_stream(files.blocks_of(file))
    else:
        start, sha256 = one.content, files.store(one.content)
    kind = file_types.decided(one.content_type, start)
    return IncomingFile(one.name, kind, one.size, sha256, one.content_id, one.is_inline)


def _original(arrival: Arrival) -> IncomingFile:
    """The whole mail as a file: what we could not read, somebody's mail program may."""
    return IncomingFile("original.eml", "message/rfc822", arrival.size, arrival.sha256)


def _incoming(
    arrival: Arrival,
    inbox: Inbox,
    mail: ParsedMail,
    stored: list[IncomingFile],
    own: Set[str],
    head: bytes,
) -> IncomingMessage:
    address = mail.sender.address if mail.sender else ""
    marks = senders.marks_of(head, mail, arrival.mailbox_id, own)
    is_ambiguous = SEVERAL in marks
    is_recent = now() - arrival.arrived_at < TOO_OLD_TO_ACKNOWLEDGE
    return IncomingMessage(
        inbox=inbox,
        arrived_at=arrival.arrived_at,
        address=address,
        name=senders.name_of(mail, marks),
        reply_to=mail.reply_to.address if mail.reply_to else "",
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        quoted_text=mail.quoted_text,
        signature=mail.signature,
        language=mail.language or _likely_language(address, inbox),
        message_id=mail.message_id or "",
        in_reply_to=mail.in_reply_to or "",
        references=mail.references,
        reply_token=without_token(arrival.recipient)[1],
        raw_sha256=arrival.sha256,
        files=stored,
        marks=[*mail.marks, *marks, *([PICTURES] if shows_remote_pictures(mail.html) else [])],
        others=participants.others_in(senders.others_of(mail)),
        is_ambiguous=is_ambiguous,
        may_acknowledge=(
            is_recent
            and not is_ambiguous
            and address.lower() not in own
            and may_acknowledge(mail, "" if arrival.envelope_is_null else None)
        ),
        kind=mail.kind,
    )


def _likely_language(address: str, inbox: Inbox) -> str:
    """For a text too short to tell: what this customer wrote in last, else the inbox's."""
    contact = finding.by_address(address) if address else None
    return (contact.language if contact else "") or inbox.language


def _settled(read: Read, known: twins.Known) -> tuple[str, Message]:
    """Write one mail: what became of it, and the message it is."""
    twin = known.find(read.arrival, read.incoming)
    if twin is not None:
        return State.DROPPED, twin
    incoming = read.incoming
    is_robot = incoming.is_automatic
    sister = known.elsewhere(read.arrival, incoming)
    if sister is not None:
        incoming.may_acknowledge = False  # one mail to two of our addresses is one inquiry
    about = robots.about(incoming, read.returned_ids, read.report) if is_robot else None
    message = receive(incoming, onto=about.conversation if about else None)
    if sister is not None:
        threading.note_sister(message, sister, incoming.arrived_at)
    if incoming.forwarded_by:
        customers.note_forwarder(message, incoming)
    if about:
        robots.note(read.mail, read.report, about, incoming)
    elif not message.automatic and message.conversation.created_at < message.created_at:
        phones.suggest(message.contact, f"{message.text}\n{message.signature}")
        offered_addresses.suggest(message)
    return State.DONE, message


def _finish(done: list[tuple[str, int, int]]) -> None:
    """Say of each arrival what became of it: (state, message, arrival), one prepared statement."""
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {Arrival._meta.db_table} SET state = %s, message_id = %s, due_at = NULL,"  # noqa: S608
            " last_error = '' WHERE id = %s",
            done,
        )


def _set_aside(arrival: Arrival, reason: str, state: str = State.UNREADABLE) -> None:
    log.warning("a mail was set aside", arrival=arrival.public_id, state=state, reason=reason)
    Arrival.objects.filter(pk=arrival.pk).update(state=state, due_at=None, last_error=reason)


def _words_of(error: Exception) -> str:
    said = str(error).partition("\n")[0]  # below, PostgreSQL quotes what it was asked to keep
    return f"{type(error).__name__}: {said}"[:1000]


def _try_later(arrival: Arrival, error: Exception) -> None:
    """Once more after a pause; set aside when it failed before and often enough."""
    words = _words_of(error)
    log.warning("a mail could not be read", arrival=arrival.public_id, error=words)
    # Two workers met the same new customer: no fault of the mail, and right the next time.
    is_race = isinstance(error, IntegrityError)
    pause = timedelta(0) if is_race else leases.backoff(arrival.attempts)
    if arrival.attempts > MOST_ATTEMPTS and arrival.last_error and not isinstance(error, OSError):
        _set_aside(arrival, words)
        return
    Arrival.objects.filter(pk=arrival.pk).update(due_at=now() + pause, last_error=words)
