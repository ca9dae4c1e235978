"""Taking a mail in: stored and synced before anybody is told that we have it.

Only when `take_in` or `commit` has returned may a channel say 250 or exit 0. All that
follows (reading, promise, acknowledgement) starts from the rows made here, and can be
done again after a crash.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import now

from promisedesk.conversations.inboxes import inbox_of
from promisedesk.conversations.models import Arrival
from promisedesk.core import files
from promisedesk.core.crash import Step

BEFORE_STORE = Step("receive.before-store", "a mail is in memory, nothing is stored")
STORED = Step("receive.stored", "the mail's bytes are on disk, no row knows them")
COMMITTED = Step("receive.committed", "the arrival is committed, the sender not yet told")


@dataclass(slots=True, frozen=True)
class Target:
    """Whom a mail is for: one of our inboxes (None: nobody here) and the address that said so."""

    inbox_id: int | None
    recipient: str = ""


@dataclass(slots=True)
class Received:
    """A mail whose bytes are stored, but which no row knows yet."""

    sha256: str
    size: int
    source: str
    targets: list[Target]
    envelope_from: str | None = None  # None: not known; "": the null sender
    arrived_at: datetime = field(default_factory=now)
    mailbox_id: int | None = None
    uid_validity: int | None = None
    uid: int | None = None
    cannot_read: str = ""  # why it goes to the unreadable ones without being tried


def targets_of(recipients: Iterable[str]) -> list[Target]:
    """Which of our inboxes these addresses name, each once; addresses of others are left out.

    Of several addresses of one inbox the one with a +token says most, so it is kept.
    """
    found = (Target(inbox.pk, one) for one in recipients if (inbox := inbox_of(one)))
    return once_an_inbox(found)


def once_an_inbox(targets: Iterable[Target]) -> list[Target]:
    """One target an inbox, an address with a +token before one without."""
    kept: dict[int | None, Target] = {}
    for target in targets:
        known = kept.get(target.inbox_id)
        if known is None or (target.recipient.count("+") > known.recipient.count("+")):
            kept[target.inbox_id] = target
    return list(kept.values())


def take_in(
    raw: bytes,
    *,
    source: str,
    recipients: list[str],
    envelope_from: str | None = None,
    arrived_at: datetime | None = None,
) -> list[Arrival]:
    """Keep a mail, one arrival for each of our inboxes it is for; on return it is safe.

    For nobody here: kept as unrouted. Raises OSError or DatabaseError when it could not be
    kept, and then nothing of it counts as received.
    """
    BEFORE_STORE.reached()
    sha256 = files.store(raw)
    STORED.reached()
    targets = targets_of(recipients) or [Target(None, recipients[0] if recipients else "")]
    arrivals = commit(
        [Received(sha256, len(raw), source, targets, envelope_from, arrived_at or now())]
    )
    COMMITTED.reached()
    return arrivals


def commit(mails: list[Received]) -> list[Arrival]:
    """Make the arrivals of stored mails in one transaction: all or none.

    A mail of a mailbox that is known by its UID already is left out.
    """
    with transaction.atomic():
        arrivals = [
            _arrival(mail, target)
            for mail in mails
            if mail.uid is None or not _is_known(mail)
            for target in mail.targets
        ]
        return Arrival.objects.bulk_create(arrivals)


def commit_what_can_be(mails: list[Received]) -> list[Exception | None]:
    """Like `commit`, but one mail that breaks a rule (its inbox is gone) leaves the others be.

    Returns for each mail None or what went wrong. Raises what concerns them all.
    """
    try:
        commit(mails)
        return [None] * len(mails)
    except IntegrityError as error:
        if len(mails) == 1:
            return [error]
    return [commit_what_can_be([mail])[0] for mail in mails]


def _clean(text: str) -> str:
    """What a database takes: bytes that are no UTF-8 and NUL become question marks."""
    return text.encode("utf-8", "replace").decode().replace("\x00", "?")


def _is_known(mail: Received) -> bool:
    return Arrival.objects.filter(
        mailbox=mail.mailbox_id, uid_validity=mail.uid_validity, uid=mail.uid
    ).exists()


def _arrival(mail: Received, target: Target) -> Arrival:
    State = Arrival.State
    state = State.WAITING if target.inbox_id else State.UNROUTED
    if mail.cannot_read:
        state = State.UNREADABLE
    return Arrival(
        source=mail.source,
        state=state,
        due_at=now() if state == State.WAITING else None,
        inbox_id=target.inbox_id,
        recipient=_clean(target.recipient)[:320],
        envelope_from=_clean(mail.envelope_from or "")[:1000],
        envelope_is_null=mail.envelope_from == "",
        sha256=mail.sha256,
        size=mail.size,
        arrived_at=min(mail.arrived_at, now()),
        mailbox_id=mail.mailbox_id,
        uid_validity=mail.uid_validity,
        uid=mail.uid,
        last_error=mail.cannot_read,
    )
