"""Which messages are angry: read after they came in, kept as marks, told to who can help (R5, S2).

A mail coming in only writes down that it is to be read; the words are gone through afterwards,
so accepting mail waits for nothing. Which words made it so is read again when it is shown: that
takes a millisecond, and only for the few that are angry.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.coach import flares
from promisedesk.coach.models import MoodToRead
from promisedesk.coach.verbs import HEATED, NOT_HEATED
from promisedesk.conversations import moods
from promisedesk.conversations.joint_verbs import MERGED, UNMERGED
from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.verbs import JOINED, NOT_SPAM, RECEIVED, SPLIT_OFF, TAKEN_APART
from promisedesk.core import leases, rows
from promisedesk.core.errors import Refused
from promisedesk.core.events import on, record
from promisedesk.lib.coach import heated, mood

log = structlog.get_logger("promisedesk.coach")
BATCH = 20
HISTORY = timedelta(days=2)  # older mail was fetched late: it is marked, and calls nobody
MOST_WORDS = 3  # shown of what made it so
LONGEST_WORDS = 60
In = Message.Direction.IN


@dataclass(frozen=True, slots=True)
class Heat:
    """What shows that a message is angry: its words, and codes of what helps (words.heat)."""

    words: list[str]
    advice: tuple[str, ...]


@on(RECEIVED)
def write_down(event) -> None:
    """It is to be read: one row, in the transaction that takes the mail in."""
    message, conversation = event.about, event.about.conversation
    is_customers = not message.automatic and not conversation.parent_id
    if is_customers and conversation.state != Conversation.State.SPAM:
        rows.insert(MoodToRead(message=message))


@on(NOT_SPAM)
def write_down_what_was_spam(event) -> None:
    """Nobody reads how spam feels, until it turns out to be none."""
    theirs = Message.objects.filter(conversation=event.conversation_id, direction=In)
    for message in theirs.filter(automatic=False).only("pk").order_by("-pk")[:BATCH]:
        rows.insert(MoodToRead(message=message))


def read_due() -> int:
    """Read some of what came in; returns how many."""
    found = MoodToRead.objects.select_related("message__conversation")
    claimed = leases.claim(found, BATCH)
    with leases.hold_all(claimed):
        return _read(claimed)


def read_now(conversation: Conversation) -> str:
    """The mood in a conversation, with what the worker has not come to yet."""
    waiting = MoodToRead.objects.filter(message__conversation=conversation)
    _read(list(waiting.select_related("message__conversation").order_by("message_id")))
    found = Conversation.objects.filter(pk=conversation.pk).values_list("mood", flat=True).first()
    conversation.mood = found
    return found or moods.CALM


def _read(some: list[MoodToRead]) -> int:
    quiet = []
    for one in sorted(some, key=lambda row: row.message_id):
        message, conversation = one.message, one.message.conversation
        found = _mood_of(message, conversation)
        if found == moods.CALM and conversation.mood is None:
            quiet.append(one.pk)
        else:
            _keep(one, found)
    if quiet:
        MoodToRead.objects.filter(pk__in=quiet).delete()
    return len(some)


def _mood_of(message: Message, conversation: Conversation) -> str:
    """Calm where the reading fails: one odd mail must not keep all later ones waiting."""
    try:
        return str(mood.mood_of(text_of(message), language_of(message, conversation)))
    except Exception:
        log.exception("the mood of a message could not be read", message=message.pk)
        return moods.CALM


def text_of(message: Message) -> str:
    """What is read: the words, and the subject where they made it up for this mail."""
    is_first = not (message.in_reply_to or message.references)
    return f"{message.subject}\n{message.text}" if is_first else message.text


def language_of(message: Message, conversation: Conversation) -> str:
    """The language its words are judged in."""
    return (message.language or conversation.language)[:2]


@transaction.atomic
def _keep(one: MoodToRead, found: str) -> None:
    """Marks, event and call are one with the row's end: a crash leaves all or nothing."""
    there = Message.objects.filter(pk=one.message_id).values_list("conversation", "marks").first()
    if there is None:
        return  # gone for good meanwhile, and this row with it
    conversation = Conversation.objects.select_for_update(no_key=True).get(pk=there[0])
    if not MoodToRead.objects.filter(pk=one.pk).delete()[0]:
        return  # read already, by whoever was in a hurry
    _mark(one.message, there[1], found)
    now_is = moods.settle(conversation)
    if found == moods.ANGRY:
        record(
            HEATED,
            conversation=conversation,
            contact=conversation.contact,
            about=one.message,
            message=one.message_id,
        )
        if now_is == moods.ANGRY and one.message.created_at > now() - HISTORY:
            flares.call_if_twice(conversation)


def _mark(message: Message, marks: list[str], found: str) -> None:
    if moods.DENIED not in marks and (changed := moods.with_mood(marks, found)) != marks:
        Message.objects.filter(pk=message.pk).update(marks=changed)
        message.marks = changed


@transaction.atomic
def deny(message: Message, *, by: Agent) -> None:
    """Somebody read it and it is not angry. Raises Refused unless it was said to be."""
    demand(by, Deed.NOTE)
    conversation = Conversation.objects.select_for_update(no_key=True).get(
        pk=message.conversation_id
    )
    marks = Message.objects.values_list("marks", flat=True).get(pk=message.pk)
    if moods.said(marks) == moods.CALM:
        raise Refused(_("This is not marked as angry any more."))
    Message.objects.filter(pk=message.pk).update(marks=moods.with_mood(marks, "denied"))
    moods.settle(conversation)
    record(
        NOT_HEATED,
        by=by,
        conversation=conversation,
        contact=conversation.contact,
        about=message,
        message=message.pk,
    )


def shown(message: Message, conversation: Conversation) -> Heat | None:
    """What there is to say of an angry message; None of any other, at no cost."""
    if moods.said(message.marks) != moods.ANGRY:
        return None
    language = language_of(message, conversation)
    words = _words(message.text, language) or _words(message.subject, language)
    return Heat(words[:MOST_WORDS], heated.advice(mood.Mood.ANGRY))


def _words(text: str, language: str) -> list[str]:
    """The words that show it, the strongest first, each once."""
    found = sorted(mood.heat(text, language), key=lambda one: -one.weight)
    said = (" ".join(text[slice(*one.place)].split())[:LONGEST_WORDS] for one in found)
    return list(dict.fromkeys(filter(None, said)))


@on(MERGED)
@on(UNMERGED)
def follow_messages(event) -> None:
    """The mood goes where the messages went."""
    _settle([event.about.gone.pk, event.about.into.pk])


@on(SPLIT_OFF)
@on(JOINED)
@on(TAKEN_APART)
def follow_matter(event) -> None:
    """So it does with a single matter."""
    _settle([event.about.stray.pk, event.about.into.pk])


def _settle(numbers: Iterable[int]) -> None:
    for one in Conversation.objects.filter(pk__in=list(numbers)):
        moods.settle(one)
