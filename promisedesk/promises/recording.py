"""Every change of a promise is an event: what, when, by whom and why."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from promisedesk.core.events import Verb, record
from promisedesk.promises.models import Promise


def record_promise(
    verb: Verb, promise: Promise, *, by=None, at: datetime | None = None, **facts: Any
) -> None:
    """An event about a promise, with the facts its sentence needs, and further ones."""
    record(
        verb,
        by=by,
        conversation=promise.conversation,
        contact=promise.contact,
        at=at,
        promise=promise.pk,
        kind=promise.kind,
        due_at=promise.due_at.isoformat(),
        **facts,
    )
