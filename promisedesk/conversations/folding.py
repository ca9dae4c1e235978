"""Storms: what one sender sends again and again is one conversation with a counter.

Each mail stays a message of its own, raw bytes and all; only no new conversation, promise and
acknowledgement come of it. Mails of different people are never put together, and a person
who asks twenty different things within an hour has twenty conversations.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db import connection
from django.db.models import F
from django.db.models.functions import Substr

from promisedesk.contacts.models import Contact
from promisedesk.conversations.models import (
    LONGEST_SUBJECT,
    Attachment,
    Conversation,
    Message,
)
from promisedesk.conversations.previews import preview_of
from promisedesk.conversations.spam_reasons import PERSON, RULE
from promisedesk.conversations.verbs import STORM
from promisedesk.core import locks
from promisedesk.core.events import record
from promisedesk.core.models import Event

if TYPE_CHECKING:
    from promisedesk.conversations.incoming import IncomingMessage

WITHIN = timedelta(hours=1)
MOST_APART = 25  # conversations of one sender within that time; further mails join the newest
# Mails whose words differ in numbers or subject only: people ask the same of several orders.
MOST_NEARLY = 15
MOST_COMPARED = 50  # messages, the newest
LONGEST_COMPARED = 20_000  # characters
FEW_LETTERS = 12  # "Hello?" says nothing without its subject

_NUMBERS = re.compile(r"[\d\s]+")
ALIKE, MANY = "folded:alike", "folded:many"  # what Message.marks says of a folded message


class Recent(NamedTuple):
    """A conversation of the sender, moved within the hour."""

    pk: int
    state: str
    spam_because: str
    is_begun: bool  # within the hour too
    preview: str
    last_is_ours: bool


def find(
    incoming: IncomingMessage, contact: Contact, *, is_spam: bool = False
) -> Conversation | None:
    """The conversation that a new mail of a storm belongs to, or None: it starts its own.

    One found is counted already, and the mail marked. `is_spam`: look among the spam only.
    Call it in the transaction that writes the message.
    """
    if contact.is_new or not incoming.address:
        return None
    locks.hold_until_commit(f"folding {contact.pk}")
    recent = _recent(incoming, contact)
    recent = [one for one in recent if _may_take(one, is_spam)]
    if not recent:
        return None
    number, mark = _alike(incoming, recent), ALIKE
    if number is None:
        number, mark = _newest_of_many(incoming, recent), MANY
    return _joined(incoming, contact, number, mark) if number else None


def _recent(incoming: IncomingMessage, contact: Contact) -> list[Recent]:
    """The newest conversations of this sender in this inbox that moved within the hour."""
    # Written out: every mail of a known sender asks. Along an index, and few rows at most.
    adapt = connection.ops.adapt_datetimefield_value
    since, until = adapt(incoming.arrived_at - WITHIN), adapt(incoming.arrived_at + WITHIN)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, state, spam_because, created_at >= %s AND created_at <= %s, preview,"
            " last_is_ours"
            " FROM (SELECT * FROM conversations_conversation"
            " WHERE contact_id = %s AND inbox_id = %s AND parent_id IS NULL"
            " AND merged_into_id IS NULL ORDER BY id DESC LIMIT %s) newest"
            " WHERE last_at >= %s AND last_at <= %s ORDER BY id DESC",
            [since, until, contact.pk, incoming.inbox.pk, MOST_APART, since, until],
        )
        return [Recent(*row) for row in cursor.fetchall()]


def _may_take(one: Recent, is_spam: bool) -> bool:
    """Spam goes with spam. Another mail only where a person or a rule called it spam.

    What a program said of one mail is no word on the next: anybody could forge the first.
    """
    if one.state != Conversation.State.SPAM:
        return not is_spam
    return is_spam or one.spam_because.partition(":")[0] in (PERSON, RULE)


def _alike(incoming: IncomingMessage, recent: list[Recent]) -> int | None:
    """The conversation (its number) with a mail that says the same, or nearly so too often."""
    start = _without_numbers(preview_of(incoming.text, incoming.files))
    likely = [one.pk for one in recent if one.last_is_ours or _begins_so(one.preview, start)]
    if not likely:  # most people ask something else, and need no comparing
        return None
    at = incoming.arrived_at
    messages = (
        Message.objects.filter(
            conversation__in=likely,
            direction=Message.Direction.IN,
            created_at__gte=at - WITHIN,
            created_at__lte=at + WITHIN,
            reply_to=incoming.reply_to[:320],
        )
        .annotate(start=Substr("text", 1, LONGEST_COMPARED))
        .order_by("-id")
        .values_list("pk", "conversation_id", "subject", "start")[:MOST_COMPARED]
    )
    words = _words(incoming.subject, incoming.text)
    shape, nearly = _without_numbers(words), []
    for pk, conversation, subject, text in messages:
        theirs = _words(subject, text)
        if _without_numbers(theirs) == shape and _same_files(incoming, pk):
            if theirs == words and _same_subject(subject, incoming.subject):
                return conversation
            nearly.append(conversation)
    return nearly[0] if len(nearly) >= MOST_NEARLY else None


def _same_subject(one: str, other: str) -> bool:
    return " ".join(one.split()).lower() == " ".join(other[:LONGEST_SUBJECT].split()).lower()


def _begins_so(preview: str, start: str) -> bool:
    """A preview is cut off at some letter, and numbers move that."""
    theirs = _without_numbers(preview)
    length = min(len(theirs), len(start))
    return theirs[:length] == start[:length] and (length > 0 or theirs == start)


def _words(subject: str, text: str) -> str:
    """What a mail says, as it is compared: robots change the subject, people seldom the text."""
    said = " ".join(text[:LONGEST_COMPARED].split()).lower()
    letters = sum(map(str.isalpha, said[:200]))
    return said if letters >= FEW_LETTERS else f"{' '.join(subject.split()).lower()}\n{said}"


def _without_numbers(words: str) -> str:
    return _NUMBERS.sub("", words.lower())


def _same_files(incoming: IncomingMessage, message: int) -> bool:
    theirs = Attachment.objects.filter(message=message).values_list("sha256", flat=True)
    return sorted(theirs) == sorted(file.sha256 for file in incoming.files)


def _newest_of_many(incoming: IncomingMessage, recent: list[Recent]) -> int | None:
    """The newest of this sender's conversations, when too many began within the hour."""
    begun = [one for one in recent if one.is_begun]
    if len(begun) < MOST_APART or not _are_one_persons(incoming, begun):
        return None
    # Not among the spam, as long as there is another: it may be a question after all.
    wanted = [one for one in begun if one.state != Conversation.State.SPAM]
    return (wanted or begun)[0].pk


def _are_one_persons(incoming: IncomingMessage, begun: list[Recent]) -> bool:
    """A shop's form writes from one address for many people; Reply-To says for whom."""
    same = Message.objects.filter(
        conversation__in=[one.pk for one in begun],
        direction=Message.Direction.IN,
        reply_to=incoming.reply_to[:320],
    )
    return same.values("conversation").distinct().count() >= MOST_APART


def _joined(incoming: IncomingMessage, contact: Contact, number: int, mark: str) -> Conversation:
    Conversation.objects.filter(pk=number).update(folded=F("folded") + 1)
    conversation = Conversation.objects.get(pk=number)
    conversation.inbox, conversation.contact = incoming.inbox, contact
    incoming.marks = [*incoming.marks, mark]
    said = Event.objects.filter(conversation_id=number, verb=STORM.name)
    if mark == MANY and not said.exists():
        record(
            STORM,
            conversation=conversation,
            contact=contact,
            at=incoming.arrived_at,
            number=MOST_APART,
        )
    return conversation
