"""What the active rules wait for, and writing down that it happened.

Events happen in other people's transactions (a mail comes in): here is only looked up in memory
whether any rule wants this one, and if so a row is added. The rules look at it afterwards, so
one that is broken never keeps a mail from coming in.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from django.utils.timezone import now

from promisedesk.conversations.models import Conversation
from promisedesk.core import rows
from promisedesk.core.errors import Refused
from promisedesk.core.memo import remembered
from promisedesk.core.models import Event
from promisedesk.rules import loops, whens
from promisedesk.rules.models import Occasion, Rule
from promisedesk.rules.moments import moment_of
from promisedesk.rules.whens import When

log = structlog.get_logger("promisedesk.rules")
HISTORY = timedelta(days=2)  # mail fetched later than that is history: no rule acts on it


def when_of(rule: Rule) -> When | None:
    """When a rule acts; None if what is stored makes no sense any more."""
    try:
        return whens.read(rule.when)
    except Refused:
        return None


@remembered(Rule)
def wanted() -> dict[str, tuple[When, ...]]:
    """What active rules wait for, by verb. At most some seconds old."""
    found: dict[str, dict[When, None]] = {}
    for rule in Rule.objects.filter(is_active=True):
        when = when_of(rule)
        for verb in when.verbs if when else ():
            found.setdefault(verb, {})[when] = None
    return {verb: tuple(some) for verb, some in found.items()}


def notice(event: Event) -> None:
    """Write down that a rule may want to act on this event. Cheap, and never raises Refused."""
    some = wanted().get(event.verb)
    if not some or event.conversation_id is None or event.at < now() - HISTORY:
        return
    meant = [when for when in some if when.is_meant(event)]
    if any(not when.is_timed for when in meant):
        _add(event, _happened(event, meant), None)
    timed = {when.key: when for when in meant if when.is_timed}
    if timed:
        plan(event, conversation_of(event), list(timed.values()))


def _happened(event: Event, meant: list[When]) -> str:
    """The keys of what happened, parted by spaces: one occasion, whatever rules call it."""
    keys = {key for when in meant if not when.is_timed for key in when.events}
    return " ".join(sorted(key for key in keys if When(events=(key,)).is_meant(event)))


def plan(event: Event, conversation: Conversation | None, some: list[When]) -> int:
    """Have timed rules look at it when their moment comes; returns how many rows were added."""
    added = 0
    for when in some if conversation is not None else ():
        at = moment_of(when, event, conversation)
        # Before the promise is due, but it was made later than that: there is no such moment.
        if at is None or (when.anchor.is_before and at < event.at):
            continue
        _add(event, when.key, at)
        added += 1
    return added


def conversation_of(event: Event) -> Conversation | None:
    """The conversation of an event, with its inbox; as it is in memory where it is."""
    about = getattr(event, "about", None)
    known = getattr(about, "conversation", None)
    if isinstance(known, Conversation) and known.pk == event.conversation_id:
        return known
    found = Conversation.objects.select_related("inbox").filter(pk=event.conversation_id)
    return found.first()


def _add(event: Event, what: str, at: datetime | None) -> None:
    rows.insert(
        Occasion(
            verb=what[:80],
            event_id=event.pk,
            conversation_id=event.conversation_id,
            depth=loops.depth(),
            due_at=at or now(),
        )
    )
