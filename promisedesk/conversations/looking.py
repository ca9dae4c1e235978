"""Looking into files that came: for viruses if a scanner is set, and for small pictures.

A row for each content says what is to be done; a worker does it. Nothing waits for it but
the download of a file that should be scanned first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta

import structlog
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.conversations import scanning
from promisedesk.conversations.models import Attachment, Look
from promisedesk.conversations.verbs import INFECTED
from promisedesk.core import files, leases
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.health import DOWN, Part, part_source
from promisedesk.lib import pictures

log = structlog.get_logger("promisedesk.looking")
Verdict = Look.Verdict
MOST_TRIES = 5  # of a file the scanner answers with an error
LONGEST_PAUSE = 300  # seconds between two tries while the scanner is away


class NotChecked(Refused):
    """The scanner has not looked at this file yet."""


_gathered: ContextVar[list[tuple[str, str]] | None] = ContextVar("gathered", default=None)


@contextmanager
def asked_together() -> Iterator[None]:
    """Everything asked for within is asked for at the end, in one order.

    For transactions that take in several messages: two of them with the same files, one after
    the other, would wait for each other on PostgreSQL.
    """
    contents: list[tuple[str, str]] = []
    token = _gathered.set(contents)
    try:
        yield
    finally:
        _gathered.reset(token)
    ask_for(contents)


def ask_for(contents: Iterable[tuple[str, str]]) -> None:
    """Have files looked into, given as (sha256, type). Call it in the transaction adding them."""
    gathered = _gathered.get()
    if gathered is not None:
        gathered.extend(contents)
        return
    scans = scanning.is_set()
    wanted = [
        Look(
            sha256=sha256,
            verdict=Verdict.WAITING if scans else Verdict.NOT_ASKED,
            is_picture=kind in pictures.READABLE,
        )
        for sha256, kind in sorted(contents)
        if scans or kind in pictures.READABLE
    ]
    if wanted:
        Look.objects.bulk_create(wanted, ignore_conflicts=True)


def look_due() -> int:
    """Look into one file whose time has come; returns how many were looked into."""
    for look in leases.claim(Look.objects.all(), 1):
        with leases.hold(look):
            _look(look)
        return 1
    return 0


def _look(look: Look) -> None:
    try:
        if look.verdict == Verdict.WAITING and scanning.is_set():
            _scan(look)
        if look.is_picture and look.verdict != Verdict.INFECTED and not look.preview_sha256:
            _draw(look)
    except OSError as error:  # the scanner is away, or the disk full
        log.warning("a file could not be looked into", sha256=look.sha256, error=str(error))
        pause = min(leases.backoff(look.attempts), timedelta(seconds=LONGEST_PAUSE))
        Look.objects.filter(pk=look.pk).update(due_at=now() + pause, last_error=str(error)[:1000])
        return
    look.due_at, look.last_error = None, ""
    look.save(
        update_fields=["verdict", "found", "scanned_at", "preview_sha256", "due_at", "last_error"]
    )
    if look.verdict == Verdict.INFECTED:
        _tell(look)


def _scan(look: Look) -> None:
    look.scanned_at = now()
    try:
        file = files.open_file(look.sha256)
    except FileNotFoundError:
        look.verdict = Verdict.NOT_ASKED  # its bytes are gone: nothing to scan, nothing to open
        return
    with file:
        try:
            look.found = scanning.infection_in(files.blocks_of(file))[:200]
            look.verdict = Verdict.INFECTED if look.found else Verdict.CLEAN
        except scanning.TooLarge:
            look.verdict = Verdict.TOO_LARGE
        except scanning.ScannerError:
            if look.attempts < MOST_TRIES:
                raise
            look.verdict = Verdict.NOT_ABLE  # it is the file, the scanner works for others


def _draw(look: Look) -> None:
    try:
        look.preview_sha256 = files.store(pictures.redrawn(files.read(look.sha256)))
    except (pictures.NotDrawn, FileNotFoundError) as error:
        log.info("no preview", sha256=look.sha256, why=str(error))


@transaction.atomic
def _tell(look: Look) -> None:
    """Say it in every conversation that holds the file."""
    holds = Attachment.objects.filter(sha256=look.sha256).select_related("message__conversation")
    for file in holds[:50]:
        conversation = file.message.conversation
        record(
            INFECTED,
            conversation=conversation,
            contact=conversation.contact,
            file=file.name,
            found=look.found,
        )


def found_in(contents: Iterable[str]) -> dict[str, Look]:
    """What is known of these files, by their sha256; one query."""
    return {look.sha256: look for look in Look.objects.filter(sha256__in=set(contents))}


def refuse_unsafe(sha256: str, *, unchecked_too: bool = False) -> None:
    """Raises Refused for an infected file, NotChecked for one the scanner has yet to see."""
    look = Look.objects.filter(sha256=sha256).first()
    if look is None:
        return
    if look.verdict == Verdict.INFECTED:
        raise Refused(
            _("The virus scanner found “%(found)s” in this file, so it is not handed out.")
            % {"found": look.found}
        )
    if look.verdict == Verdict.NOT_ABLE and not unchecked_too:
        raise NotChecked(_("The virus scanner could not look into this file."))
    if look.verdict == Verdict.WAITING and scanning.is_set() and not unchecked_too:
        raise NotChecked(_("The virus scanner has not looked at this file yet. Try again soon."))


@part_source
def scanner() -> Iterable[Part]:
    """The virus scanner, if one is set: files that wait for it say that it is away."""
    if not scanning.is_set():
        return
    waits = (
        Look.objects.filter(verdict=Verdict.WAITING).exclude(last_error="").order_by("pk").first()
    )
    since = waits.leased_until or waits.due_at if waits else None
    yield (
        Part("scanner", "clamd", DOWN, since, waits.last_error)
        if waits
        else Part("scanner", "clamd", "ok")
    )
