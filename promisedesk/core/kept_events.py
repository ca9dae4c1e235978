"""Events that are still acted on, whatever the shop says about how long the log is kept.

A room says which verbs it looks up again (`keep`: rare ones, done by hand), or in which
conversations something waits that reads the log when its time comes (`waiter`).
"""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q, QuerySet

from promisedesk.core.events import Verb
from promisedesk.core.models import Event

Waiter = Callable[[], QuerySet]
VERBS: set[str] = set()
WAITERS: dict[str, Waiter] = {}


def keep(*verbs: Verb) -> None:
    """Register verbs whose events are never too old."""
    VERBS.update(verb.name for verb in verbs)


def waiter(function: Waiter) -> Waiter:
    """Register a room's answer: the numbers (one column) of conversations where it waits."""
    WAITERS[f"{function.__module__}.{function.__name__}"] = function
    return function


def unneeded() -> QuerySet[Event]:
    """The events that may go once they are old."""
    needed = Q(verb__in=VERBS)
    for waiting in WAITERS.values():
        needed |= Q(conversation_id__in=waiting())
    return Event.objects.exclude(needed)
