"""Cooling off: a heated answer to an angry mail does not leave at once (R5).

It waits as an answer for later does (replies.scheduling), so all that holds for those holds for
it: it stops when the customer writes, it can be taken back, a crash leaves it where it is, and
what was promised runs on. Letters that programs send are not held: who wrote the program cooled
off long ago.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.coach import heat, second_eyes
from promisedesk.coach.manners import manners
from promisedesk.coach.models import Cooling
from promisedesk.coach.verbs import COOLS, RELEASED, WANTS_EYES
from promisedesk.conversations import moods
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.lib.coach import Draft, heated
from promisedesk.replies import scheduling, variables
from promisedesk.replies.models import Scheduled
from promisedesk.replies.sending import Letter

MARGIN = timedelta(seconds=5)  # while it is being written down


@dataclass(frozen=True, slots=True)
class Hold:
    """That an answer would be held: for how long, and whether a colleague reads it first."""

    minutes: int
    wants_eyes: bool

    @property
    def until(self) -> datetime:
        """The end of it, should it be sent now; a full minute, as it is said to people."""
        at = now() + timedelta(minutes=self.minutes) + MARGIN
        return at.replace(second=0, microsecond=0) + timedelta(minutes=1)


def hold_for(conversation: Conversation, text: str) -> Hold | None:
    """Whether this answer is to cool off; None where all is calm. No query for a calm answer."""
    known = manners()
    if not known.cooling_minutes or conversation.parent_id:
        return None
    language = Draft(reply=text, customer="", language=variables.answer_language(conversation))
    if not heated.is_heated(text, language.spoken):
        return None
    if heat.read_now(conversation) != moods.ANGRY:
        return None
    return Hold(known.cooling_minutes, known.wants_second_eyes)


@transaction.atomic
def put_off(
    conversation: Conversation,
    letter: Letter,
    hold: Hold,
    *,
    by: Agent,
    send_at: datetime | None = None,
) -> Scheduled:
    """Hold this answer; `send_at` is when its writer wanted it sent, if not at once.

    Raises Changed and Refused as sending it would. The same text held already is not held twice.
    """
    until = hold.until
    at = max(until, send_at) if send_at else until
    verb = WANTS_EYES if hold.wants_eyes else COOLS
    row = scheduling.schedule(conversation, letter, at, by=by, verb=verb)
    cooling, is_new = Cooling.objects.get_or_create(
        letter=row,
        defaults={
            "until": until,
            "wants_eyes": hold.wants_eyes,
            "chosen_at": send_at,
            "due_at": None,
        },
    )
    if is_new and hold.wants_eyes:
        Scheduled.objects.filter(pk=row.pk).update(due_at=None)
        row.due_at = None
        second_eyes.ask(cooling, by=by)
    return row


def of_letters(letters: list[Scheduled]) -> dict[int, Cooling]:
    """What is held among answers for later, by number. One query, none without any."""
    waiting = [one.pk for one in letters if one.state == Scheduled.State.WAITING]
    found = Cooling.objects.filter(letter__in=waiting, released_at=None) if waiting else []
    return {one.letter_id: one for one in found}


def may_release(cooling: Cooling, agent: Agent) -> bool:
    """Whether this agent may let it go before its time, or at all.

    What only cools off is its writer's to send; what a colleague is to read is anybody else's.
    """
    if agent.sees_everything:
        return True
    is_mine = cooling.letter.agent_id == agent.pk
    return not is_mine if cooling.wants_eyes else is_mine


@transaction.atomic
def release(cooling: Cooling, *, by: Agent) -> None:
    """Let it go: now, or when its writer wanted it sent. Raises Refused to whom it is not given."""
    demand(by, Deed.ANSWER)
    if not may_release(cooling, by):
        raise Refused(
            _("A colleague reads it first. You can take it back meanwhile.")
            if cooling.wants_eyes
            else _("Only whoever wrote it or a manager can send it before its time.")
        )
    letter, at = cooling.letter, now()
    scheduling.let_go(letter, max(at, cooling.chosen_at or at))
    held = Cooling.objects.filter(pk=cooling.pk, released_at=None)
    if not held.update(released_by=by, released_at=at, due_at=None):
        return  # the second click, or a colleague was quicker
    record(RELEASED, by=by, conversation=letter.conversation, row=letter.pk)


def refuse_held(letter: Scheduled) -> None:
    """Raises Refused for a heated answer: it is sent at another time only after it cooled off."""
    if of_letters([letter]):
        raise Refused(_("It cools off. Take it back to send it at another time."))
