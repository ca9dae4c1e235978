"""A new time in place of one that cannot be kept, told to the customer at once and honestly.

The old promise is not moved: renewed before it was due it is withdrawn, and counted apart;
renewed after, it stays broken for ever. The new one is a promise like any other.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.promises import breaking, delays, policies, standing
from promisedesk.promises.committing import BY_HAND
from promisedesk.promises.models import Promise
from promisedesk.promises.recording import record_promise
from promisedesk.promises.verbs import RENEWED

State = Promise.State
LONGEST = timedelta(days=366)


@transaction.atomic
def renew(
    promise: Promise,
    due_at: datetime,
    *,
    by: Agent | None,
    because: str = "",
    says: str = "",
    is_told: bool = True,
) -> Promise:
    """Promise `due_at` (aware) instead. `because` is for the team, `says` for the customer.

    `is_told`: a delay notice goes out with the new time; without it the agent tells them.
    Raises Refused for a time that is past, over a year away or the old one, and for a promise
    that is not owed any more or was to nobody (resolutions).
    """
    demand(by, Deed.ANSWER)
    at = now()
    old = _owed(promise)
    _refuse_bad_time(due_at, at)
    if due_at == old.due_at:
        raise Refused(_("This is the time that was promised already."))
    was_running = old.due_at > at
    breaking.write_down(old)
    old.state = State.WITHDRAWN if was_running else State.BROKEN
    old.renewed_at = at
    old.save(update_fields=["state", "renewed_at"])
    new = _instead_of(old, due_at, at, by)
    if is_told:
        new.told_by = delays.tell(new, old, by=by, says=says)
        new.save(update_fields=["told_by"])
    record_promise(
        RENEWED,
        new,
        by=by,
        at=at,
        was_due_at=old.due_at.isoformat(),
        renews=old.pk,
        was_broken=not was_running,
        reason=" ".join(because.split())[:300],
    )
    standing.rank_by_promises(old.conversation)
    return new


def _instead_of(old: Promise, due_at: datetime, at: datetime, by: Agent | None) -> Promise:
    return Promise.objects.create(
        kind=old.kind,
        deed=old.deed,
        says=old.says,
        conversation=old.conversation,
        contact=old.contact,
        agent=by or old.agent,
        made_at=at,
        due_at=due_at,
        renews=old,
        target=BY_HAND if by else old.target,
        policy=old.policy,
        calendar_version=policies.as_now(old.calendar_version),
        time_zone=old.time_zone,
        asked_by=old.asked_by,
    )


def letter_for(promise: Promise, due_at: datetime, *, by: Agent | None, says: str = "") -> str:
    """What the customer would read, were it promised anew for `due_at` (aware) now.

    Raises Refused for a time that is past or over a year away.
    """
    _refuse_bad_time(due_at, now())
    return delays.preview(promise, due_at, by=by, says=says)


def _refuse_bad_time(due_at: datetime, at: datetime) -> None:
    if not at < due_at <= at + LONGEST:
        raise Refused(_("Choose a time within the next year."))


def _owed(promise: Promise) -> Promise:
    standing.hold(promise.conversation_id)
    rows = Promise.objects.owed().select_for_update(of=("self",), no_key=True)
    found = rows.select_related(
        "conversation__inbox", "contact", "calendar_version__calendar__version", "agent"
    )
    old = found.filter(pk=promise.pk).first()
    if old is None:
        raise Refused(_("This is not owed any more. Somebody was quicker."))
    if old.conversation.state == Conversation.State.SPAM:
        raise Refused(_("This is among the spam: nobody there is promised anything."))
    if old.kind == Promise.Kind.RESOLUTION:
        raise Refused(_("Nobody was told when this is settled: it needs no new promise."))
    return old
