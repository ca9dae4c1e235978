"""Writing down a telephone call: what was said is in the history, and it counts as an answer.

A call somebody answered keeps what was promised until then. One nobody took keeps nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import assigning
from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.previews import preview_of_ours
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.promises import committing, keeping, resolutions
from promisedesk.promises.committing import Pledge
from promisedesk.replies import sending
from promisedesk.replies.verbs import CALLED, CALLED_IN_VAIN

REACHED, MISSED = "reached", "missed"
IN_VAIN = "call:missed"  # the mark of a call nobody took
LONGEST = 20_000
SAME_PRESS = timedelta(seconds=10)  # the same words again this soon are a double click
State = Conversation.State


@transaction.atomic
def log(
    conversation: Conversation,
    text: str,
    *,
    by: Agent,
    outcome: str = REACHED,
    pledges: Iterable[Pledge] = (),
) -> Message:
    """Write down a call that was made just now; `outcome` is REACHED or MISSED.

    `pledges`: what was promised on the phone. Raises Refused without words about a call that
    was answered, and for spam and conversations that are elsewhere now.
    """
    demand(by, Deed.ANSWER)
    text = text.replace("\r\n", "\n").replace("\x00", "").strip()[:LONGEST]
    reached = outcome == REACHED
    if reached and not text:
        raise Refused(_("Write in a few words what was said."))
    sending.lock(conversation)
    if conversation.merged_into_id or conversation.state == State.SPAM:
        raise Refused(_("Write the call down where the conversation goes on."))
    at, mark = now(), keeping.CALLED if reached else IN_VAIN
    if same := _just_logged(conversation, text, mark, by):
        return same  # the second click of two
    call = _written(conversation, text, mark, at, by)
    _move(conversation, call, has_answered=reached)
    if conversation.assignee_id is None:
        assigning.assign(conversation, by, by=by)
    verb, contact = CALLED if reached else CALLED_IN_VAIN, conversation.contact
    record(verb, by=by, conversation=conversation, contact=contact, about=call, message=call.pk)
    if reached:
        keeping.settle(call, at)
        resolutions.follow(conversation, by=by)
    for promise in committing.commit(conversation, pledges, by=by, told_by=call):
        promise.told_at = at
        promise.save(update_fields=["told_at"])
    return call


def _just_logged(conversation: Conversation, text: str, mark: str, by: Agent) -> Message | None:
    recent = conversation.messages.filter(
        channel="phone", agent=by, text=text, created_at__gt=now() - SAME_PRESS
    )
    return next((one for one in recent if mark in one.marks), None)


def _written(conversation: Conversation, text: str, mark: str, at: datetime, by: Agent) -> Message:
    return Message.objects.create(
        conversation=conversation,
        direction=Message.Direction.OUT,
        channel="phone",
        agent=by,
        subject=conversation.subject,
        text=text,
        language=conversation.language,
        marks=[mark],
        created_at=at,
    )


def _move(conversation: Conversation, call: Message, *, has_answered: bool) -> None:
    changed = {
        "last_at": call.created_at,
        "last_is_ours": True,
        "preview": preview_of_ours(call.text),
    }
    if has_answered and conversation.state == State.OPEN:
        changed["state"] = State.WAITING
    for name, value in changed.items():
        setattr(conversation, name, value)
    Conversation.objects.filter(pk=conversation.pk).update(**changed)
