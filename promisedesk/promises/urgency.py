"""Urgent matters: marked, then people are called step by step until one of them takes it.

Marked by an agent, by a rule, or by the customer's words. Calling is a due row: it goes on
after a restart, and each step is one transaction with its event, notices and letters.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents import noticing
from promisedesk.agents.models import Agent
from promisedesk.agents.noticing import Kind
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import assigning
from promisedesk.conversations.models import Conversation
from promisedesk.core import leases
from promisedesk.core.crash import Step
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.memo import remembered
from promisedesk.lib.calendars import CalendarError
from promisedesk.promises import chain, lettering, policies
from promisedesk.promises.calling_verbs import (
    CALLED,
    ENDED,
    NOBODY_CALLED,
    NOT_URGENT,
    PRIORITISED,
    SKIPPED,
    TAKEN,
    URGENT,
    URGENT_BY_DESK,
)
from promisedesk.promises.chain import Whom
from promisedesk.promises.crew import Crew
from promisedesk.promises.models import Urgency

REPEATED = timedelta(minutes=15)  # after the last step, and longer each time
LONGEST_PAUSE = timedelta(hours=1)
AT_ONCE = 20
REMEMBERED = timedelta(days=30)  # what was marked longer ago stands where it is due
MOST_ON_TOP = 100
Priority, State = Conversation.Priority, Conversation.State

RUNG = Step("urgent.rung", "People are called for an urgent matter, and nothing is committed yet")
CALLED_THEM = Step("urgent.called", "People were called; a worker still holds the matter")


@transaction.atomic
def mark(conversation: Conversation, because: str = "", *, by: Agent | None = None) -> bool:
    """It is urgent: people are called from now on. False if it was marked already.

    `because` says in a few words why; `by` None is the desk. Raises Refused for what is
    resolved or spam.
    """
    demand(by, Deed.SORT)
    _lock(conversation)
    if conversation.state in (State.RESOLVED, State.SPAM):
        raise Refused(_("Open it first: what is resolved calls nobody."))
    try:
        with transaction.atomic():
            Urgency.objects.create(conversation=conversation, because=because[:200], by=by)
    except IntegrityError:  # somebody marked it just now
        return False
    _prioritise(conversation, Priority.URGENT)
    record(URGENT if by else URGENT_BY_DESK, by=by, conversation=conversation, because=because)
    return True


@transaction.atomic
def take(conversation: Conversation, *, by: Agent) -> bool:
    """Somebody looks after it: nobody else is called. False if somebody had it already."""
    demand(by, Deed.ANSWER)
    _lock(conversation)
    if not _end(conversation, taken_by=by):
        return False
    if conversation.assignee_id != by.pk:
        assigning.assign(conversation, by, by=by)
    record(TAKEN, by=by, conversation=conversation)
    return True


@transaction.atomic
def unmark(
    conversation: Conversation, *, by: Agent | None = None, priority: str = Priority.NORMAL
) -> bool:
    """It is not urgent, or not any more. False if it was not."""
    demand(by, Deed.SORT)
    _lock(conversation)
    ended = _end(conversation)
    if conversation.priority != Priority.URGENT and not ended:
        return False
    _prioritise(conversation, priority)
    record(NOT_URGENT if by else ENDED, by=by, conversation=conversation)
    return True


@transaction.atomic
def set_priority(conversation: Conversation, priority: str, *, by: Agent | None = None) -> bool:
    """Low, normal or high; urgent calls people. False if it was so already."""
    demand(by, Deed.SORT)
    if priority == Priority.URGENT:
        return mark(conversation, by=by)
    if conversation.priority == Priority.URGENT:
        return unmark(conversation, by=by, priority=priority)
    if conversation.priority == priority:
        return False
    _prioritise(conversation, priority)
    record(PRIORITISED, by=by, conversation=conversation, priority=priority)
    return True


def bring(gone: Conversation, into: Conversation) -> None:
    """`gone` was merged into `into`, whose matter is as urgent now: the calling goes on there."""
    if gone.priority != Priority.URGENT or into.state in (State.RESOLVED, State.SPAM):
        return
    calling = Urgency.objects.filter(conversation=gone, ended_at=None)
    if open_one(into):
        calling.update(ended_at=now(), due_at=None)
    else:
        calling.update(conversation=into)
    _prioritise(into, Priority.URGENT)


def open_one(conversation: Conversation) -> Urgency | None:
    """The urgent matter that people are called for; None once somebody has it."""
    found = Urgency.objects.filter(conversation=conversation, ended_at=None)
    return found.select_related("by").first()


@remembered(Urgency)
def urgent_ones() -> tuple[int, ...]:
    """The numbers of the conversations that are urgent and still to be answered; few."""
    marked = Urgency.objects.filter(since__gt=now() - REMEMBERED).values("conversation")
    working = [State.OPEN, State.WAITING]
    rows = Conversation.objects.filter(pk__in=marked, priority=Priority.URGENT, state__in=working)
    return tuple(rows.values_list("pk", flat=True)[:MOST_ON_TOP])


def _lock(conversation: Conversation) -> None:
    row = Conversation.objects.filter(pk=conversation.pk).select_for_update(no_key=True)
    facts = row.values_list("state", "priority").get()
    conversation.state, conversation.priority = facts


def _prioritise(conversation: Conversation, priority: str) -> None:
    Conversation.objects.filter(pk=conversation.pk).update(priority=priority)
    conversation.priority = priority


def _end(conversation: Conversation, taken_by: Agent | None = None) -> bool:
    mine = Urgency.objects.filter(conversation=conversation, ended_at=None)
    return bool(mine.update(ended_at=now(), taken_by=taken_by, due_at=None))


# --- calling


def call_due() -> int:
    """Call the next people of what nobody took; returns how many matters were looked at."""
    some = leases.claim(Urgency.objects.filter(ended_at=None), limit=AT_ONCE)
    for urgency in some:
        with leases.hold(urgency):
            _call(urgency.pk)
            CALLED_THEM.reached()
    return len(some)


@transaction.atomic
def _call(number: int) -> None:
    found = Urgency.objects.filter(pk=number, ended_at=None, leased_by=leases.me())
    urgency = found.select_for_update(of=("self",)).select_related(
        "conversation__inbox", "conversation__assignee", "conversation__contact"
    ).first()  # fmt: skip
    if urgency is None:
        return
    conversation = urgency.conversation
    if conversation.state in (State.RESOLVED, State.SPAM):
        _end(conversation)
        record(ENDED, conversation=conversation)
        return
    steps, moment = chain.of_urgent(), now()
    _skip(urgency, steps, moment)
    step = steps[min(urgency.step, len(steps) - 1)]
    people = _people(step, urgency.step, conversation, moment)
    _ring(conversation, people, step, urgency.step)
    RUNG.reached()
    Urgency.objects.filter(pk=number).update(
        step=urgency.step + 1, due_at=_next_at(urgency, steps, moment)
    )


def _skip(urgency: Urgency, steps: tuple[chain.Step, ...], moment: datetime) -> None:
    """After a standstill only the step that is due now is taken: all at once would call everybody
    for what one of them can do. What was left out is in the log.

    Those of the same minute are taken all.
    """
    begun = [step for step in steps if _at(urgency, step) <= moment]
    if not begun:  # only a clock that jumped back shows it so
        return
    latest = max(step.after_minutes for step in begun)
    while urgency.step < len(begun) and steps[urgency.step].after_minutes < latest:
        record(
            SKIPPED,
            conversation=urgency.conversation,
            due_at=_at(urgency, steps[urgency.step]).isoformat(),
            step=urgency.step,
        )
        urgency.step += 1


def _at(urgency: Urgency, step: chain.Step) -> datetime:
    return urgency.since + timedelta(minutes=step.after_minutes)


def _people(
    step: chain.Step, place: int, conversation: Conversation, moment: datetime
) -> list[Agent]:
    """Those to call: as the chain says; while the shop is closed whoever is on call.

    One after the other of them, and when nobody is left, or nobody is on call, the managers.
    """
    crew = Crew(moment)
    if step.whom in (Whom.AGENT, Whom.ON_CALL) or _is_open(conversation, moment):
        return crew.of_step(step, conversation) or crew.managers()
    return crew.on_call()[place : place + 1] or crew.managers()


def _is_open(conversation: Conversation, moment: datetime) -> bool:
    policy = policies.policy_of(conversation.inbox)
    try:
        return policies.work_calendar(policy.calendar.version).is_open(moment)
    except CalendarError:
        return True


def _ring(conversation: Conversation, people: list[Agent], step: chain.Step, place: int) -> None:
    if not people:
        record(NOBODY_CALLED, conversation=conversation)
        return
    record(
        CALLED,
        conversation=conversation,
        to=", ".join(one.name for one in people[:5]),
        told=[one.public_id for one in people],
        step=place,
        call=step.by_hook,
    )
    noticing.notice(people, Kind.URGENT, CALLED, conversation=conversation)
    for agent in sorted(people, key=lambda one: one.pk) if step.by_mail else ():
        lettering.write(agent, urgent=[conversation.public_id])


def _next_at(urgency: Urgency, steps: tuple[chain.Step, ...], moment: datetime) -> datetime:
    following = urgency.step + 1
    if following < len(steps):
        return max(_at(urgency, steps[following]), moment)
    times = following - len(steps)
    return moment + min(LONGEST_PAUSE, REPEATED * (times + 1))
