"""The event log: what happened, and who is told.

A room declares its verbs; whoever sits above listens with `@on(verb)` and runs in the
same transaction, so a promise exists as soon as its message does. Sentences are made
when shown, in the reader's language; the log keeps facts only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import transaction

from promisedesk.core import rows, waking
from promisedesk.core.models import Event


@dataclass(frozen=True)
class Verb:
    """A kind of event: how it reads to people and what in it is personal.

    `reads_as` is a lazy translation with %(name)s places, filled when shown.
    `personal` names the keys of Event.data to blank when a contact is erased.
    """

    name: str
    reads_as: str
    personal: tuple[str, ...] = ()

    def __post_init__(self):
        VERBS[self.name] = self


VERBS: dict[str, Verb] = {}
_all_ears: list[Callable[[Event], None]] = []
_listeners: dict[str, list[Callable[[Event], None]]] = defaultdict(list)
_facts: ContextVar[dict | None] = ContextVar("facts", default=None)


@contextmanager
def with_facts(**facts) -> Iterator[None]:
    """Every event recorded within gets these in its data: which rule stands behind it, say."""
    token = _facts.set((_facts.get() or {}) | facts)
    try:
        yield
    finally:
        _facts.reset(token)


def on(verb: Verb):
    """Run the function with each such event, in the same transaction. Database work only."""

    def register(listener):
        _listeners[verb.name].append(listener)
        return listener

    return register


def on_everything(listener):
    """Run the function with every event, in the same transaction. It must cost next to nothing."""
    _all_ears.append(listener)
    return listener


def record(
    verb: Verb, *, by=None, conversation=None, contact=None, at=None, about=None, **data
) -> Event:
    """Write one event and tell its listeners. Call it inside the transaction that did the deed.

    `at` is when it happened if that is not now (a mail's arrival). `about` is the row it
    is about, as it is in memory: listeners find it as `event.about`, it is not stored.
    """
    if known := _facts.get():
        data = known | data
    with transaction.atomic(savepoint=False):
        event = Event(
            verb=verb.name,
            by=by,
            conversation_id=conversation and conversation.pk,
            contact_id=contact and contact.pk,
            data=data,
        )
        if at is not None:
            event.at = at
        rows.insert(event)
        event.about = about
        for listener in _listeners[verb.name]:
            listener(event)
        for listener in _all_ears:
            listener(event)
        waking.tell()
    return event
