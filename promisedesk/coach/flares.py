"""Two angry mails in a row call somebody who leads, once a flare (R5)."""

from __future__ import annotations

from promisedesk.agents import noticing
from promisedesk.agents.models import Agent
from promisedesk.agents.noticing import Kind
from promisedesk.coach.manners import manners
from promisedesk.coach.verbs import FLARED
from promisedesk.conversations import moods, seeing
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core import kept_events
from promisedesk.core.events import record
from promisedesk.core.models import Event

LOOKED_AT = 20  # of their mails: a flare that long was told of at its second

kept_events.keep(FLARED)


def managers_of(conversation: Conversation) -> list[Agent]:
    """Those who lead and may see it."""
    return [one for one in seeing.who_sees(conversation) if one.sees_everything]


def call_if_twice(conversation: Conversation) -> bool:
    """Tell managers if the newest two mails of the customer are angry and nobody was told yet.

    A flare ends with a mail that is not; our answers in between do not end it. Call it with the
    conversation locked.
    """
    if not manners().calls_lead:
        return False
    flare = _flare(conversation)
    if len(flare) < 2 or _was_told(conversation, flare):
        return False
    record(FLARED, conversation=conversation, contact=conversation.contact, message=flare[0])
    noticing.notice(managers_of(conversation), Kind.FLARE, FLARED, conversation=conversation)
    return True


def _flare(conversation: Conversation) -> list[int]:
    """The newest mails of the customer that are angry, without a break: ids, newest first."""
    theirs = conversation.messages.filter(direction=Message.Direction.IN, automatic=False)
    newest = theirs.order_by("-created_at", "-id").values_list("pk", "marks")[:LOOKED_AT]
    found: list[int] = []
    for pk, marks in newest:
        if moods.said(marks) != moods.ANGRY:
            break
        found.append(pk)
    return found


def _was_told(conversation: Conversation, flare: list[int]) -> bool:
    told = Event.objects.filter(conversation_id=conversation.pk, verb=FLARED.name)
    return any(one.get("message") in flare for one in told.values_list("data", flat=True))
