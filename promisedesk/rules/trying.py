"""A dry run: what a rule would have done in the last 30 days, and would do now. Nothing is done.

The conditions are asked of the conversations as they are today, since nobody knows any more
how they were: pages say so. Looks at the newest first, and only for so long.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Max
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.conversations import filters
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.models import Event
from promisedesk.rules import planning
from promisedesk.rules.moments import moment_of
from promisedesk.rules.whens import When

LOOKS_BACK = timedelta(days=30)
CHUNK = 2000  # numbers of events read at a time
MOST_EVENTS = 5000  # looked into
MOST_SHOWN = 50
LONGEST = 3.0  # seconds


@dataclass(frozen=True)
class Found:
    """One time the rule would have acted."""

    conversation: Conversation
    at: datetime


@dataclass
class Tried:
    found: list[Found] = field(default_factory=list)
    times: int = 0  # how often it would have acted; `found` shows the newest
    looked: int = 0  # events looked into
    is_cut: bool = False  # there was more than time allowed


@dataclass
class Now:
    """What a timed rule would find if it looked at what is here already."""

    at_once: int = 0
    later: int = 0
    is_cut: bool = False


def try_out(when: When, conditions: list[filters.Condition], *, agent: Agent) -> Tried:
    """What would have set the rule off in the last 30 days, as far as this agent may see."""
    tried, ends = Tried(), time.monotonic() + LONGEST
    for events in _chunks(when):
        _look_at(events, when, conditions, agent, tried, ends)
        if tried.looked >= MOST_EVENTS or time.monotonic() > ends:
            tried.is_cut = True
            break
    return tried


def _chunks(when: When) -> Iterator[list[Event]]:
    """The events that matter, newest first, along their numbers: the log may be long."""
    top = Event.objects.aggregate(top=Max("pk"))["top"] or 0
    oldest = now() - LOOKS_BACK
    while top > 0:
        here = Event.objects.filter(pk__gt=top - CHUNK, pk__lte=top)
        events = here.filter(verb__in=when.verbs, conversation_id__isnull=False, at__gte=oldest)
        yield list(events.order_by("-pk"))
        newest_there = here.aggregate(at=Max("at"))["at"]
        if newest_there is not None and newest_there < oldest:
            return
        top -= CHUNK


def _look_at(events, when: When, conditions, agent: Agent, tried: Tried, ends: float) -> None:
    _with_messages(events)
    known = _known({event.conversation_id for event in events}, conditions, agent)
    for event in events:
        if tried.looked >= MOST_EVENTS or time.monotonic() > ends:
            return
        tried.looked += 1
        conversation = known.get(event.conversation_id)
        if conversation is None or not when.is_meant(event):
            continue
        at = _would_act(when, event, conversation)
        if at is None:
            continue
        tried.times += 1
        if len(tried.found) < MOST_SHOWN:
            tried.found.append(Found(conversation, at))


def _with_messages(events: list[Event]) -> None:
    numbers = {event.data["message"] for event in events if event.data.get("message")}
    light = Message.objects.defer("html", "text", "quoted_text")
    messages = light.in_bulk(numbers)
    for event in events:
        if found := messages.get(event.data.get("message")):
            event.about = found


def _known(ids: set[int], conditions, agent: Agent) -> dict[int, Conversation]:
    rows = Conversation.objects.visible_to(agent).filter(parent=None, merged_into=None)
    rows = rows.filter(filters.where(conditions, agent=None, at=now()))
    return rows.select_related("inbox", "contact").in_bulk(ids)


def _would_act(when: When, event: Event, conversation: Conversation) -> datetime | None:
    if not when.is_timed:
        return event.at
    at = moment_of(when, event, conversation)
    if at is None or at > now() or (when.anchor.is_before and at < event.at):
        return None
    return None if when.anchor.ended(event, at) else at


def try_now(when: When, conditions: list[filters.Condition], *, agent: Agent) -> Now:
    """How many of the conversations here now a timed rule would act on, at once and later."""
    counted, ends = Now(), time.monotonic() + LONGEST
    rows = planning.standing(when).visible_to(agent)
    rows = rows.filter(filters.where(conditions, agent=None, at=now()))
    for conversation in rows.order_by("-pk").iterator(chunk_size=200):
        if time.monotonic() > ends:
            counted.is_cut = True
            break
        anchors = planning.anchors(when, conversation)
        moments = [moment_of(when, one, conversation) for one in anchors]
        moments = [at for at in moments if at is not None]
        if moments and min(moments) <= now():
            counted.at_once += 1
        elif moments:
            counted.later += 1
    return counted
