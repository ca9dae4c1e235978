"""A second pair of eyes: a colleague reads a heated answer before it leaves (R5).

They let it go, give it back with other words and a note, or leave it. It is never sent by
itself and never lost: when nobody has read it, those who lead are told, once a working day.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents import noticing
from promisedesk.agents.models import Agent
from promisedesk.agents.noticing import Kind
from promisedesk.agents.rights import Deed, demand
from promisedesk.coach import flares
from promisedesk.coach.models import Cooling
from promisedesk.coach.verbs import GIVEN_BACK, UNREAD, WANTS_EYES
from promisedesk.conversations import replying, seeing
from promisedesk.conversations.models import Conversation
from promisedesk.core import leases
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.lib.calendars import CalendarError
from promisedesk.lib.counting import LENGTHS, Span, deadline
from promisedesk.promises import policies
from promisedesk.replies import scheduling
from promisedesk.replies.models import Scheduled

PATIENCE = Span(1, "hour", working=True)  # after it cooled off
AGAIN = Span(1, "day", working=True)
LOOK_EVERY = LENGTHS["minute"]  # whether it was overtaken by events
BATCH = 20


def ask(cooling: Cooling, *, by: Agent) -> int:
    """Tell everybody who may let it go; returns how many. Those who lead hear of it later."""
    conversation = cooling.letter.conversation
    Cooling.objects.filter(pk=cooling.pk).update(
        due_at=now() + LOOK_EVERY, call_at=_after(conversation, cooling.until, PATIENCE)
    )
    colleagues = seeing.who_answers(conversation).exclude(pk=by.pk)
    return noticing.notice(
        colleagues, Kind.SECOND_EYES, WANTS_EYES, by=by, conversation=conversation
    )


def _after(conversation: Conversation, at: datetime, span: Span) -> datetime:
    calendar = policies.work_calendar(policies.policy_of(conversation.inbox).calendar.version)
    try:
        return deadline(calendar, at, span).due_at
    except CalendarError:  # never open: then by the clock
        return at + span.amount * LENGTHS[span.unit]


@transaction.atomic
def give_back(cooling: Cooling, text: str, note: str = "", *, by: Agent) -> None:
    """Make it its writer's draft again, with a colleague's words and a note why.

    Raises Refused to its writer, who takes it back instead, and once it goes.
    """
    demand(by, Deed.ANSWER)
    letter = cooling.letter
    if letter.agent_id == by.pk:
        raise Refused(_("It is yours: take it back."))
    scheduling.give_back(letter, text, by=by)
    Cooling.objects.filter(pk=cooling.pk).update(due_at=None)
    if note.strip():
        replying.note(letter.conversation, note, by=by)
    record(GIVEN_BACK, by=by, conversation=letter.conversation, to=letter.agent.name)
    noticing.notice(
        [letter.agent],
        Kind.SECOND_EYES,
        GIVEN_BACK,
        by=by,
        conversation=letter.conversation,
        is_back=True,
    )


def look_after_due() -> int:
    """See to some of those that wait; returns how many."""
    found = Cooling.objects.select_related("letter__agent", "letter__conversation__inbox")
    claimed = leases.claim(found, BATCH)
    with leases.hold_all(claimed):
        for cooling in claimed:
            _look_after(cooling)
    return len(claimed)


@transaction.atomic
def _look_after(cooling: Cooling) -> None:
    letter, at = cooling.letter, now()
    is_over = letter.state != Scheduled.State.WAITING or cooling.released_at
    if is_over or scheduling.stop_if_stale(letter):
        Cooling.objects.filter(pk=cooling.pk).update(due_at=None)
        return
    changed = {"due_at": at + LOOK_EVERY}
    if cooling.call_at and cooling.call_at <= at:
        _call_lead(letter)
        changed["call_at"] = _after(letter.conversation, at, AGAIN)
    Cooling.objects.filter(pk=cooling.pk, released_at=None).update(**changed)


def _call_lead(letter: Scheduled) -> None:
    conversation = letter.conversation
    record(UNREAD, conversation=conversation, row=letter.pk)
    noticing.notice(
        flares.managers_of(conversation),
        Kind.SECOND_EYES,
        UNREAD,
        conversation=conversation,
        is_unread=True,
    )
