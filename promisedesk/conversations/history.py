"""Letters of long ago: put where they belong, with their own times, and nothing more.

No promise, no acknowledgement, nobody is told. What comes in is history: its conversations
are resolved, and open again only when the customer writes anew.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.db.models import Q
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.contacts import finding
from promisedesk.contacts.models import Contact
from promisedesk.conversations import indexing
from promisedesk.conversations.incoming import IncomingMessage, kept_id, write
from promisedesk.conversations.models import (
    Conversation,
    ImportRun,
    Message,
    NamedId,
)
from promisedesk.conversations.previews import preview_of
from promisedesk.conversations.subjects import subject_for
from promisedesk.conversations.verbs import IMPORTED
from promisedesk.core import rows
from promisedesk.core.events import record
from promisedesk.core.ids import short_ref
from promisedesk.core.models import Event

OLD = "imported"  # in Message.marks: nobody waits for an answer to it
KEEP_IDS = timedelta(days=30)  # another file of the same mailbox may come later
MOST_FORGOTTEN = 5000  # in one transaction
MOST_IDS = 40  # of a mail's References; the first and the newest


def keep(letter: IncomingMessage, *, is_ours: bool = False, agent: Agent | None = None) -> Message:
    """One old letter becomes a message, `arrived_at` its time. Call it in a transaction.

    `is_ours`: we wrote it, and `address` and `name` are the customer's it went to. It joins
    the conversation with that customer which it names or which names it; two that turn out
    to be one are joined.
    """
    contact = _known(letter, is_ours)
    conversation = _conversation_of(letter, contact) or _start(letter, contact)
    letter.marks = [*letter.marks, OLD]
    message = write(letter, conversation, contact, is_ours=is_ours, agent=agent)
    _note_ids(letter, conversation)
    _bring_up_to_date(conversation, message, letter)
    indexing.put(message)
    return message


def _known(letter: IncomingMessage, is_ours: bool) -> Contact:
    contact = finding.find_or_create(
        letter.address, letter.name, "" if is_ours else letter.language
    )
    changed = []
    if letter.arrived_at < contact.created_at:
        contact.created_at, changed = letter.arrived_at, ["created_at"]
    if is_ours and contact.answered_at is None and not letter.is_automatic:
        contact.answered_at, changed = letter.arrived_at, [*changed, "answered_at"]
    if changed:
        contact.save(update_fields=changed)
    return contact


def _ids_named(letter: IncomingMessage) -> list[str]:
    ids = [letter.in_reply_to, *letter.references[:1], *letter.references[-MOST_IDS:]]
    return [one for one in dict.fromkeys(ids) if len(one) > 4]  # "<>" is nobody's id


def _conversation_of(letter: IncomingMessage, contact: Contact) -> Conversation | None:
    named, own = _ids_named(letter), letter.message_id
    found = set(
        Message.objects.filter(
            message_id__in=named, conversation__inbox=letter.inbox, conversation__contact=contact
        ).values_list("conversation", flat=True)
    )
    digests = [_digest(one) for one in [own, *named] if len(one) > 4]
    found |= set(
        NamedId.objects.filter(
            digest__in=digests, inbox=letter.inbox, conversation__contact=contact
        ).values_list("conversation", flat=True)
    )
    if not found:
        return None
    first, *others = Conversation.objects.filter(pk__in=found).order_by("created_at", "pk")
    for other in others:
        if other.channel == first.channel:
            _join(first, other)
    return first.merged_into or first


def _digest(message_id: str) -> bytes:
    return hashlib.sha256(message_id.encode()).digest()[:16]


def _join(first: Conversation, other: Conversation) -> None:
    """Two threads whose link came last: all of the later one goes into the earlier."""
    lived = Event.objects.filter(conversation_id=other.pk).exclude(verb=IMPORTED.name)
    if lived.exists():  # what was told there stays told there
        return
    moved = list(other.messages.all())
    other.messages.update(conversation=first)
    for message in moved:
        message.conversation = first
        indexing.put(message)
    known = NamedId.objects.filter(conversation=first).values("digest")
    NamedId.objects.filter(conversation=other).exclude(digest__in=known).update(conversation=first)
    if other.last_at > first.last_at:
        fields = ("last_at", "last_is_ours", "preview", "sort_at")
        for name in fields:
            setattr(first, name, getattr(other, name))
        first.save(update_fields=fields)
    other.delete()


def _start(letter: IncomingMessage, contact: Contact) -> Conversation:
    conversation = rows.insert(
        Conversation(
            ref=short_ref(),
            subject=subject_for(letter),
            state=Conversation.State.RESOLVED,
            channel=letter.channel,
            inbox=letter.inbox,
            contact=contact,
            language=letter.language,
            created_at=letter.arrived_at,
            sort_at=letter.arrived_at,
            last_at=letter.arrived_at,
            preview=preview_of(letter.text, letter.files),
            is_unread=False,
        )
    )
    record(IMPORTED, conversation=conversation, contact=contact)
    return conversation


def _note_ids(letter: IncomingMessage, conversation: Conversation) -> None:
    NamedId.objects.bulk_create(
        (
            NamedId(inbox=letter.inbox, digest=_digest(one), conversation=conversation)
            for one in _ids_named(letter)
        ),
        ignore_conflicts=True,
    )


def _bring_up_to_date(
    conversation: Conversation, message: Message, letter: IncomingMessage
) -> None:
    """The first letter gives the subject, the last one what the list shows."""
    changed = {}
    if message.created_at < conversation.created_at:
        changed = {"created_at": message.created_at, "subject": subject_for(letter)}
    if message.created_at >= conversation.last_at:
        changed |= {
            "last_at": message.created_at,
            "last_is_ours": message.direction == Message.Direction.OUT,
            "preview": preview_of(letter.text, letter.files),
        }
        if conversation.due_at is None:
            changed["sort_at"] = message.created_at
    if changed:
        for name, value in changed.items():
            setattr(conversation, name, value)
        Conversation.objects.filter(pk=conversation.pk).update(**changed)


def forget_ids() -> int:
    """Drop the ids that imported mails name, a month after the last import; returns how many."""
    if not NamedId.objects.exists():
        return 0
    since = now() - KEEP_IDS
    if ImportRun.objects.filter(Q(started_at__gte=since) | Q(finished_at__gte=since)).exists():
        return 0
    some = NamedId.objects.order_by("pk").values_list("pk", flat=True)[:MOST_FORGOTTEN]
    return NamedId.objects.filter(pk__in=list(some)).delete()[0]


def seen_before(letter: IncomingMessage) -> bool:
    """Whether this letter is here already under its Message-ID, word for word."""
    if len(letter.message_id) < 5:
        return False
    same = Message.objects.filter(
        message_id=kept_id(letter.message_id), conversation__inbox=letter.inbox
    ).values_list("text", flat=True)
    return letter.text in list(same[:20])
