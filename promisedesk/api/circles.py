"""Circles through webhooks: the desk tells a program, which tells the desk, which tells it again.

Each delivery carries how deep it is, in a header that a well-behaved program sends back with
what it asks of the API. From one that does not, what the API is asked right after a delivery of
the same kind about the same conversation counts as an answer to it. Beyond DEEPEST nothing
more is sent, and people see why.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta

from django.utils.timezone import now

from promisedesk.api.models import WebhookDelivery
from promisedesk.core.models import Event

HEADER = "Promisedesk-Depth"
DEEPEST = 10
SOON = timedelta(minutes=1)  # an answer to a delivery comes within it

_asked: ContextVar[int | None] = ContextVar("depth of what the API is asked", default=None)


@contextmanager
def asked_by_program(said: str | None) -> Iterator[None]:
    """What happens within was asked for by a program; `said` is the header, if it sent one."""
    depth = int(said) if said and said.isdecimal() and len(said) < 4 else 0
    token = _asked.set(depth)
    try:
        yield
    finally:
        _asked.reset(token)


def depth_of(event: Event) -> int:
    """How deep the delivery of this event is: 1 for what people and customers do."""
    asked = _asked.get()
    if asked is None:
        return 1
    if asked:
        return asked + 1
    before = WebhookDelivery.objects.filter(
        conversation_id=event.conversation_id, verb=event.verb, created_at__gt=now() - SOON
    )
    latest = before.order_by("-pk").values_list("depth", flat=True).first()
    return (latest or 0) + 1
