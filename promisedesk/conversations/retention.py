"""Deleting what the shop does not want to keep for ever, in small steps, if it says so at all.

Days are counted from the last message. What waits for an answer, or was promised one, is never
deleted. What is deleted is gone with its messages, promises and events; a line says how many.
Of the log alone, what is still acted on stays however old it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Notice
from promisedesk.contacts.verbs import ADDRESS_TAKEN
from promisedesk.conversations.models import (
    Arrival,
    Attachment,
    Conversation,
    Look,
    Message,
    RemotePicture,
)
from promisedesk.conversations.verbs import (
    CONVERSATIONS_MOVED,
    JOINED,
    MENTIONED_FROM_OUTSIDE,
    PUT_INTO,
    REFERRED_TO,
)
from promisedesk.core import kept_events
from promisedesk.core.events import Verb, record
from promisedesk.core.kept_files import holder
from promisedesk.core.models import Event
from promisedesk.core.shop import the_shop
from promisedesk.search.models import Document

DELETED = Verb("desk.deleted", _("%(number)s conversations were deleted, as the shop wants it"))
A_STEP = 20  # conversations in one transaction
ROWS_A_STEP = 500  # mails, events
State = Conversation.State
# Where its messages went, and whose address it was before: looked up when somebody writes there,
# or takes it back.
kept_events.keep(ADDRESS_TAKEN, CONVERSATIONS_MOVED, JOINED, MENTIONED_FROM_OUTSIDE)
kept_events.keep(PUT_INTO, REFERRED_TO)
KINDS = {"spam": State.SPAM, "resolved": State.RESOLVED}
KEPT_ARRIVALS = (Arrival.State.WAITING, Arrival.State.UNREADABLE, Arrival.State.UNROUTED)


def due_conversations(kind: str, days: int, at: datetime | None = None) -> QuerySet[Conversation]:
    """Those of a kind (spam, resolved) whose last message is older than so many days."""
    before = _before(days, at)
    found = Conversation.objects.filter(state=KINDS[kind], due_at=None, merged_into=None)
    # By the index on state and sort_at, which is last_at where nothing is owed.
    return found.filter(sort_at__lt=before, last_at__lt=before, parent=None).order_by("sort_at")


def due_mails(days: int, at: datetime | None = None) -> QuerySet[Message]:
    """Messages whose mail is kept as it came, older than so many days."""
    found = Message.objects.exclude(raw_sha256="").filter(created_at__lt=_before(days, at))
    # What is on its way still needs its mail.
    return found.exclude(deliveries__due_at__isnull=False)


def due_events(days: int, at: datetime | None = None) -> QuerySet[Event]:
    return kept_events.unneeded().filter(at__lt=_before(days, at))


def count(days: dict[str, int], at: datetime | None = None) -> dict[str, int]:
    """How many of each kind would be deleted now, if these days were set."""
    counted = {kind: due_conversations(kind, days[kind], at) for kind in KINDS if kind in days}
    if "raw" in days:
        counted["raw"] = due_mails(days["raw"], at)
    if "events" in days:
        counted["events"] = due_events(days["events"], at)
    return {kind: found.count() for kind, found in counted.items()}


def _before(days: int, at: datetime | None) -> datetime:
    return (at or now()) - timedelta(days=days)


def delete_due(at: datetime | None = None) -> int:
    """One small step of each kind the shop keeps for some days only; returns how many went."""
    days = the_shop().retention
    if not days:
        return 0
    gone = sum(_delete(kind, days[kind], at) for kind in KINDS if kind in days)
    if "raw" in days:
        mails = list(due_mails(days["raw"], at).values_list("pk", flat=True)[:ROWS_A_STEP])
        gone += Message.objects.filter(pk__in=mails).update(raw_sha256="") if mails else 0
    if "events" in days:
        # The oldest have the lowest numbers: no walk over a table of millions.
        oldest = kept_events.unneeded().order_by("pk").values_list("pk", "at")[:ROWS_A_STEP]
        before = _before(days["events"], at)
        gone += _raw_delete(
            Event.objects.filter(pk__in=[pk for pk, when in oldest if when < before])
        )
    return gone


@transaction.atomic
def _delete(kind: str, days: int, at: datetime | None) -> int:
    chosen = due_conversations(kind, days, at).select_for_update(skip_locked=True)
    found = list(chosen.values_list("pk", flat=True)[:A_STEP])
    if not found:
        return 0
    forget(found)
    record(DELETED, number=len(found), kind=kind)
    return len(found)


@transaction.atomic
def forget(conversations: list[int]) -> None:
    """Delete these conversations (numbers) with all that hangs on them: shells, talks beside."""
    also = Q(merged_into__in=conversations) | Q(parent__in=conversations)
    numbers = [*conversations, *Conversation.objects.filter(also).values_list("pk", flat=True)]
    messages = list(Message.objects.filter(conversation__in=numbers).values_list("pk", flat=True))
    for place in range(0, len(messages), ROWS_A_STEP):
        keys = messages[place : place + ROWS_A_STEP]
        Document.objects.filter(kind="message", key__in=keys).delete()
    Notice.objects.filter(conversation_id__in=numbers).delete()
    _raw_delete(Event.objects.filter(conversation_id__in=numbers))
    Conversation.objects.filter(pk__in=numbers).delete()


def _raw_delete(rows: QuerySet) -> int:
    return rows.delete()[0]


@holder
def files_of_messages(names: list[str]) -> Iterable[str]:
    """Files that messages, their pictures and mails not yet read still need."""
    yield from Attachment.objects.filter(sha256__in=names).values_list("sha256", flat=True)
    yield from Message.objects.filter(raw_sha256__in=names).values_list("raw_sha256", flat=True)
    fetched = RemotePicture.objects.filter(picture_sha256__in=names)
    yield from fetched.values_list("picture_sha256", flat=True)
    looks = Look.objects.filter(preview_sha256__in=names).values_list("sha256", "preview_sha256")
    previews = dict(looks)
    for sha256 in Attachment.objects.filter(sha256__in=previews).values_list("sha256", flat=True):
        yield previews[sha256]


@holder
def files_of_arrivals(names: list[str]) -> Iterable[str]:
    """Mails as they came: all, or those young or still to be looked at, if the shop says so."""
    found = Arrival.objects.filter(sha256__in=names)
    if days := the_shop().retention.get("raw"):
        found = found.filter(Q(arrived_at__gte=_before(days, None)) | Q(state__in=KEPT_ARRIVALS))
    elif the_shop().retention:
        # Of conversations that were deleted nothing is kept, neither their mails.
        found = found.exclude(state=Arrival.State.DONE, message=None)
    return found.values_list("sha256", flat=True)
