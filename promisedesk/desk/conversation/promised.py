"""What is owed in an open conversation, each with its pill and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from promisedesk.conversations.models import Conversation
from promisedesk.desk.clock import Clock
from promisedesk.desk.pills import Hours, pill
from promisedesk.lib import phrases
from promisedesk.lib.countdowns import Countdown
from promisedesk.promises.models import Promise

Kind = Promise.Kind


@dataclass(slots=True)
class OwedHere:
    """One promise not yet made good. `by` is "by today, 16:15"."""

    promise: Promise
    pill: Countdown
    by: str
    at: str  # in full, for a title
    is_told: bool
    is_on_its_way: bool = False  # the answer is written and has yet to leave

    @property
    def is_answer(self) -> bool:
        return self.promise.kind == Kind.ANSWER

    @property
    def is_matter(self) -> bool:
        return self.promise.kind == Kind.RESOLUTION


def owed_here(conversation: Conversation, clock: Clock, hours: Hours) -> list[OwedHere]:
    """The nearest first; no query where nothing is owed, else one."""
    if conversation.due_at is None:
        return []
    owed = Promise.objects.owed().filter(conversation=conversation)
    rows = owed.select_related("agent").order_by("due_at", "pk")
    return [_one(promise, conversation, clock, hours) for promise in rows]


def _one(promise: Promise, conversation: Conversation, clock: Clock, hours: Hours) -> OwedHere:
    counted = pill(
        hours,
        clock,
        inbox_id=conversation.inbox_id,
        state=conversation.state,
        due_at=promise.due_at,
        due_since=promise.made_at,
        last_at=conversation.last_at,
    )
    is_theirs = promise.contact_id == conversation.contact_id
    return OwedHere(
        promise=promise,
        pill=counted,
        by=phrases.by_time(promise.due_at, clock.time_zone, clock.language, clock.now),
        at=clock.full(promise.due_at),
        is_told=promise.told_at is not None and is_theirs,
        is_on_its_way=promise.kind == Kind.ANSWER
        and conversation.state == Conversation.State.WAITING,
    )
