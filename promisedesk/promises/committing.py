"""What an agent promised in their own words: dated, reminded of, and settled like any promise.

An answer promised is settled by the next answer, a call by a call that is logged; the rest
(a refund, a parcel) by whoever says that it is done.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises import breaking, keeping, making, policies, standing
from promisedesk.promises.models import Promise
from promisedesk.promises.recording import record_promise
from promisedesk.promises.verbs import COMMITTED, FULFILLED, FULFILLED_LATE, WITHDRAWN

Kind, State = Promise.Kind, Promise.State
MOST = 10  # promises in one letter
FARTHEST = timedelta(days=3660)  # a slip of the year goes thousands away
BY_HAND = "by hand"  # the target of a promise that no rule made


@dataclass(frozen=True, slots=True)
class Pledge:
    """One thing to promise: what for (Promise.Deed), in which words, by when (aware)."""

    deed: str
    says: str
    due_at: datetime


@transaction.atomic
def commit(
    conversation: Conversation,
    pledges: Iterable[Pledge],
    *,
    by: Agent | None,
    told_by: Message | None = None,
    kind: str = Kind.COMMITMENT,
) -> list[Promise]:
    """Promise these to the customer. `told_by`: the letter that says so, told when it left.

    Raises Refused for a time that is past, or too many.
    """
    demand(by, Deed.ANSWER)
    pledges, at = list(pledges), now()
    if not pledges:  # as in most letters, and in all to suppliers and couriers
        return []
    if len(pledges) > MOST:
        raise Refused(_("At most %(number)d promises in one letter.") % {"number": MOST})
    if conversation.parent_id or conversation.merged_into_id:
        raise Refused(_("Promise it in the conversation with the customer."))
    version = policies.policy_of(conversation.inbox).calendar.version
    shop_zone = policies.work_calendar(version).time_zone
    made = []
    for pledge in pledges:
        if pledge.due_at <= at:
            raise Refused(_("This time is past. Choose a later one."))
        if pledge.due_at > at + FARTHEST:
            raise Refused(_("Choose a time within the next year."))
        promise = Promise.objects.create(
            kind=kind,
            deed=pledge.deed,
            says=" ".join(pledge.says.split())[:500],
            conversation=conversation,
            contact=conversation.contact,
            agent=by,
            made_at=at,
            due_at=pledge.due_at,
            target=BY_HAND,
            calendar_version=version,
            time_zone=making.told_zone(conversation, shop_zone),
            told_by=told_by,
        )
        message = told_by and told_by.pk
        record_promise(COMMITTED, promise, by=by, at=at, says=promise.says, message=message)
        made.append(promise)
    if made:
        standing.rank_by_promises(conversation)
    return made


@transaction.atomic
def fulfil(promise: Promise, *, by: Agent | None, at: datetime | None = None) -> None:
    """It was done, at `at` (now): kept, or made good late. Answers are settled by answering.

    Raises Refused if it is not owed any more.
    """
    demand(by, Deed.ANSWER)
    promise = _owed(promise)
    if promise.kind in (Kind.ANSWER, Kind.RESOLUTION):
        raise Refused(_("An answer is kept by answering, and a matter by resolving it."))
    promise.settled_at = min(at or now(), now())
    in_time = promise.settled_at <= promise.due_at
    if not in_time:
        breaking.write_down(promise)
    promise.state = State.KEPT if in_time else State.BROKEN
    promise.save(update_fields=["state", "settled_at"])
    verb = FULFILLED if in_time else FULFILLED_LATE
    record_promise(verb, promise, by=by, at=promise.settled_at, says=promise.says)
    keeping.make_good_before(promise, promise.settled_at, by=by)
    standing.rank_by_promises(promise.conversation)


@transaction.atomic
def withdraw(promise: Promise, *, by: Agent | None, because: str) -> None:
    """It was no promise, or the customer wants it no more, and why. What is due stays broken.

    Raises Refused without a reason, for answers, and for what is not running.
    """
    demand(by, Deed.ANSWER)
    promise, because = _owed(promise), " ".join(because.split())[:300]
    if promise.kind not in (Kind.COMMITMENT, Kind.CALLBACK):
        raise Refused(_("What a rule promised cannot be withdrawn. Answer, or give a new time."))
    if promise.state_now == State.BROKEN:
        raise Refused(_("It is missed already, and stays so. Say that it is done, or when."))
    if not because:
        raise Refused(_("Say why this is no promise any more."))
    promise.state = State.WITHDRAWN
    promise.save(update_fields=["state"])
    record_promise(WITHDRAWN, promise, by=by, reason=because)
    standing.rank_by_promises(promise.conversation)


def taken_back(conversation: Conversation, message: int) -> None:
    """The letter that said so never left: nothing was promised."""
    said = Event.objects.filter(
        conversation_id=conversation.pk, verb=COMMITTED.name, data__message=message
    )
    numbers = [data["promise"] for data in said.values_list("data", flat=True)]
    if not numbers:
        return
    for promise in Promise.objects.filter(pk__in=numbers, state=State.RUNNING):
        promise.state = State.WITHDRAWN
        promise.save(update_fields=["state"])
        record_promise(WITHDRAWN, promise, because="taken back")
    standing.rank_by_promises(conversation)


def _owed(promise: Promise) -> Promise:
    standing.hold(promise.conversation_id)
    rows = Promise.objects.owed().select_for_update(of=("self",), no_key=True)
    found = rows.select_related("conversation", "contact").filter(pk=promise.pk).first()
    if found is None:
        raise Refused(_("This is not owed any more. Somebody was quicker."))
    return found
