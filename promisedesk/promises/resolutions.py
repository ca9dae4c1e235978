"""When a whole matter is to be settled: a promise that pauses while we wait for the customer.

Nobody is told its time, so a pause may move it: by the opening time that was left. It follows
the state of its conversation; `follow` may be called as often as one likes.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.timezone import now

from promisedesk.conversations.models import Conversation, Message
from promisedesk.core import rows
from promisedesk.lib.counting import Span, after_working, working_seconds
from promisedesk.promises import breaking, policies
from promisedesk.promises.models import Promise
from promisedesk.promises.policies import Terms
from promisedesk.promises.recording import record_promise
from promisedesk.promises.standing import rank_by_promises
from promisedesk.promises.verbs import (
    MATTER_MADE_GOOD,
    MATTER_SETTLED,
    MATTER_TO_SETTLE,
    PAUSED,
    RESUMED,
    WITHDRAWN,
)

State = Conversation.State
LIVE = (Promise.State.RUNNING, Promise.State.PAUSED, Promise.State.BROKEN)


def follow(
    conversation: Conversation,
    *,
    by=None,
    terms: Terms | None = None,
    asked_by: Message | None = None,
) -> None:
    """Bring the resolution promise in line with the conversation's state, now.

    `terms` and `asked_by`: the customer asked, so one begins if there is none. One query where
    nothing of the kind was ever promised.
    """
    standing = _standing(conversation)
    if standing is None:
        if terms and terms.resolution_target and conversation.state == State.OPEN:
            _begin(conversation, terms, asked_by)
        return
    was = standing.state, standing.due_at, standing.settled_at
    if conversation.state == State.OPEN:
        _resume(standing)
    elif conversation.state == State.WAITING:
        _pause(standing)
    else:
        for one in (standing, *_resting(conversation)):
            if conversation.state == State.RESOLVED:
                _settle(one, by)
            elif one.state_now != Promise.State.BROKEN:
                _end(one, Promise.State.WITHDRAWN, by)
    if (standing.state, standing.due_at, standing.settled_at) != was:
        rank_by_promises(conversation)


def begin_again(conversation: Conversation) -> None:
    """It was opened again by hand, or is no spam: its matter is to be settled from now on."""
    terms = policies.terms_for(conversation, now())
    follow(conversation, terms=terms, asked_by=None)
    rank_by_promises(conversation)


def rest(conversation: Conversation) -> None:
    """It was merged into one that has a time for its matter: this one does not count meanwhile."""
    if standing := _standing(conversation):
        _pause(standing)


def _standing(conversation: Conversation) -> Promise | None:
    return _live().filter(conversation=conversation).first()


def _resting(conversation: Conversation) -> list[Promise]:
    """Those of the conversations merged into it, whose matter is the same now."""
    return list(_live().filter(conversation__merged_into=conversation).order_by("pk"))


def _live() -> QuerySet[Promise]:
    found = Promise.objects.filter(
        kind=Promise.Kind.RESOLUTION, settled_at=None, renewed_at=None, state__in=LIVE
    )
    return found.select_related("conversation", "contact", "calendar_version")


def _begin(conversation: Conversation, terms: Terms, asked_by: Message | None) -> None:
    made_at = asked_by.created_at if asked_by else now()
    settled = Promise.objects.filter(conversation=conversation, kind=Promise.Kind.RESOLUTION)
    if settled.filter(settled_at__gte=made_at).exists():  # opened again by hand
        made_at, asked_by = now(), None
    promise = Promise(
        kind=Promise.Kind.RESOLUTION,
        conversation=conversation,
        contact=conversation.contact,
        made_at=made_at,
        due_at=terms.due_at(made_at, terms.resolution_target),
        target=terms.resolution_target,
        policy=terms.policy,
        calendar_version=terms.version,
        time_zone=terms.calendar.time_zone,
        asked_by=asked_by,
    )
    rows.insert(promise)
    record_promise(MATTER_TO_SETTLE, promise, at=made_at)


def _pause(promise: Promise) -> None:
    """What is due stays broken; only what still runs can wait."""
    at = now()
    if promise.state != Promise.State.RUNNING or promise.due_at <= at:
        return
    promise.state, promise.paused_at = Promise.State.PAUSED, at
    promise.save(update_fields=["state", "paused_at"])
    record_promise(PAUSED, promise, at=at)


def _resume(promise: Promise) -> None:
    if promise.state != Promise.State.PAUSED:
        return
    at, was = now(), promise.due_at
    promise.due_at = _left_from(promise, at)
    promise.state, promise.paused_at = Promise.State.RUNNING, None
    promise.save(update_fields=["state", "paused_at", "due_at"])
    record_promise(RESUMED, promise, at=at, was_due_at=was.isoformat())


def _left_from(promise: Promise, at: datetime) -> datetime:
    """As much is left as when it was paused: opening time, or time by the clock."""
    paused_at = promise.paused_at or at
    if not Span.parse(promise.target).working:
        return promise.due_at + (at - paused_at)
    calendar = policies.work_calendar(promise.calendar_version)
    left = working_seconds(calendar, paused_at, promise.due_at)
    return max(promise.due_at, after_working(calendar, at, timedelta(seconds=left)))


def _settle(promise: Promise, by) -> None:
    """Resolved: kept if in time. While paused it could not be late."""
    in_time = promise.state == Promise.State.PAUSED or now() <= promise.due_at
    if not in_time:
        breaking.write_down(promise)
    _end(promise, Promise.State.KEPT if in_time else Promise.State.BROKEN, by)


def _end(promise: Promise, state: str, by) -> None:
    at = now()
    promise.state, promise.paused_at = state, None
    if state != Promise.State.WITHDRAWN:
        promise.settled_at = at
    promise.save(update_fields=["state", "paused_at", "settled_at"])
    verbs = {Promise.State.KEPT: MATTER_SETTLED, Promise.State.BROKEN: MATTER_MADE_GOOD}
    record_promise(verbs.get(state, WITHDRAWN), promise, by=by, at=at)
