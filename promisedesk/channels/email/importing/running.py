"""Going through an old mailbox: some mails at a time, each some in one transaction.

How far it is stands in the same transaction, so that a stop at any moment costs nothing:
the same command goes on where it was. What is here already is known by its bytes.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import structlog
from django.db import transaction
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.channels.email import reading, routing
from promisedesk.channels.email.importing import mailstores, old_letters
from promisedesk.conversations import history, inboxes, looking
from promisedesk.conversations.incoming import IncomingMessage
from promisedesk.conversations.models import Arrival, ImportRun, Inbox, Message
from promisedesk.core import files, locks, outages
from promisedesk.core.errors import Refused
from promisedesk.lib.mail.large import read_mail_file

log = structlog.get_logger("promisedesk.importing")
TOGETHER = 50  # mails in one transaction
TELL_EVERY = 2.0  # seconds


@dataclass(slots=True)
class Old:
    """A mail of the store on its way: what became of it while it was read."""

    position: int
    sha256: str = ""
    size: int = 0
    letter: IncomingMessage | None = None
    is_ours: bool = False
    agent: Agent | None = None
    inbox: Inbox | None = None
    failed: str = ""
    is_rubbish: bool = False


@dataclass(slots=True)
class Desk:
    """What every mail is asked against, read once a batch."""

    fallback: Inbox
    own: frozenset[str] = field(default_factory=inboxes.own_addresses)
    agents: dict[str, Agent] = field(
        default_factory=lambda: {one.name.lower(): one for one in Agent.objects.all()}
    )


def run(kind: str, path: Path, inbox: Inbox, tell: Callable[[ImportRun, int], None]) -> ImportRun:
    """Take over an old mailbox of a kind ("mbox", "maildir"), or the rest of it.

    Mails that name another inbox of ours go there, all others into `inbox`. `tell` hears every
    few seconds how far it is, of how much. Raises Refused with words when it cannot be read.
    """
    path = path.resolve()
    try:
        whole = mailstores.size_of(kind, path)
        progress = _begun(kind, path, inbox, whole)
        entries = mailstores.READERS[kind](path, progress.position)
        told = 0.0
        while some := _read_some(entries, inbox):
            _keep(some, progress)
            if time.monotonic() - told > TELL_EVERY:
                tell(progress, whole)
                told = time.monotonic()
    except OSError as error:
        raise Refused(f"{path}: {error.strerror or error}.") from error
    progress.finished_at = now()
    progress.save(update_fields=["finished_at"])
    tell(progress, whole)
    return progress


def _begun(kind: str, path: Path, inbox: Inbox, whole: int) -> ImportRun:
    progress, _new = ImportRun.objects.get_or_create(kind=kind, source=str(path), inbox=inbox)
    # A maildir's mails may have moved or gone since: it is gone through again, and what is here
    # already is known by its bytes. Else: another file by that name, or more of it.
    if kind == "maildir" or progress.finished_at or progress.position > whole:
        progress.position, progress.finished_at = 0, None
        progress.taken = progress.already_there = progress.unreadable = progress.left_out = 0
        progress.started_at = now()
        progress.save()
    return progress


def _read_some(entries: Iterator[mailstores.Entry], inbox: Inbox) -> list[Old]:
    desk = Desk(inbox)
    return [_read(entry, desk) for entry in islice(entries, TOGETHER)]


def _read(entry: mailstores.Entry, desk: Desk) -> Old:
    """Everything slow, before the transaction. Never fails because of what the mail is."""
    old = Old(entry.position, size=entry.size, is_rubbish=entry.is_rubbish)
    head = routing.head_of(entry.file.read(routing.HEAD))
    if old.is_rubbish or old_letters.is_rubbish(head) or not entry.size:
        old.is_rubbish = True
        return old
    entry.file.seek(0)
    old.sha256 = files.store_stream(files.blocks_of(entry.file))
    if Arrival.objects.filter(sha256=old.sha256, message__isnull=False).exists():
        return old
    try:
        _make_letter(old, head, entry, desk)
    except Exception as error:
        log.warning("an old mail could not be read", position=entry.position, error=str(error))
        old.failed, old.inbox = f"{type(error).__name__}: {error}"[:1000], desk.fallback
    return old


def _make_letter(old: Old, head: bytes, entry: mailstores.Entry, desk: Desk) -> None:
    with (
        files.on_disk(old.sha256) as path,
        tempfile.TemporaryDirectory(dir=files.folder(), prefix=".read-") as folder,
    ):
        mail = read_mail_file(path, Path(folder))
        stored = [reading.keep_file(one) for one in mail.attachments]
    old.inbox = old_letters.inbox_for(mail, head, desk.fallback)
    at = old_letters.written_at(head, mail, entry.noted_at)
    old.letter, old.is_ours = old_letters.as_history(
        mail, head, old.inbox, desk.own, at, old.sha256, stored
    )
    old.agent = old_letters.writer(mail, desk.agents) if old.is_ours else None


def _keep(some: list[Old], progress: ImportRun) -> None:
    """Write some mails, and how far we are, in one transaction."""
    counts = {"taken": 0, "already_there": 0, "unreadable": 0, "left_out": 0}
    with transaction.atomic(), looking.asked_together():
        locks.hold_until_commit("import")
        for old in some:
            counts[_kept(old)] += 1
        progress.position = some[-1].position
        for name, count in counts.items():
            setattr(progress, name, getattr(progress, name) + count)
        progress.save()


def _kept(old: Old) -> str:
    """What became of one mail, as `ImportRun` counts it."""
    if old.is_rubbish:
        return "left_out"
    if old.letter is None and not old.failed:
        return "already_there"
    if not old.failed:
        try:
            with transaction.atomic():
                if history.seen_before(old.letter) or _is_here(old):
                    return "already_there"
                message = history.keep(old.letter, is_ours=old.is_ours, agent=old.agent)
                _note_arrival(old, Arrival.State.DONE, message)
                return "taken"
        except Exception as error:
            if outages.is_outage(error):
                raise
            old.failed = f"{type(error).__name__}: {error}".partition("\n")[0][:1000]
    if not _is_here(old):
        _note_arrival(old, Arrival.State.UNREADABLE, None)
    return "unreadable"


def _is_here(old: Old) -> bool:
    return Arrival.objects.filter(sha256=old.sha256, inbox=old.inbox).exists()


def _note_arrival(old: Old, state: str, message: Message | None) -> None:
    Arrival.objects.create(
        source=Arrival.Source.IMPORT,
        state=state,
        due_at=None,
        inbox=old.inbox,
        sha256=old.sha256,
        size=old.size,
        arrived_at=old.letter.arrived_at if old.letter else now(),
        message=message,
        last_error=old.failed,
    )
