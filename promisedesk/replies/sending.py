"""Sending what an agent wrote: once, to whom they saw, and only if nothing came meanwhile.

Whoever answers has read the conversation up to some message. If a customer or a colleague
wrote after it, the answer may be wrong by now: it stops, and shows what came (R12).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.agents.models import Agent
from promisedesk.conversations import actions, replying
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.promises import committing
from promisedesk.replies import macros, pledging, recipients, variables
from promisedesk.replies.recipients import Recipients
from promisedesk.replies.verbs import WITH_MACROS

MOST_SHOWN = 5  # messages that came meanwhile


@dataclass(slots=True)
class Letter:
    """An answer ready to go. `last_seen`: the newest message its writer saw; None: no matter."""

    text: str
    files: Sequence[IncomingFile] = ()
    recipients: Recipients = field(default_factory=Recipients)
    then: Sequence[dict[str, Any]] = ()  # conversations.actions, done with the sending
    macros: Sequence[str] = ()  # public ids: what they do is done too
    last_seen: int | None = None
    denied: Sequence[str] = ()  # what reads like a promise and is none: pledging keys
    moved: Mapping[str, datetime] = field(default_factory=dict)  # another time for some of them
    shown_to: str = ""  # the address the page said it goes to, unless another was chosen


class Changed(Refused):
    """Something came since the writer looked. `came`: the messages, oldest first."""

    def __init__(self, words: str, came: Sequence[Message] = ()):
        super().__init__(words)
        self.came = list(came)


@transaction.atomic
def send(
    conversation: Conversation, letter: Letter, *, by: Agent, hold_for: timedelta = timedelta(0)
) -> Message:
    """Answer, and do what is to be done with it, all or nothing.

    Raises Changed when the conversation is not as the writer saw it, Refused when a variable is
    not filled in (R10) or the answer or an action is refused.
    """
    lock(conversation)
    refuse_unfilled(letter.text)
    refuse_changed(conversation, letter, by)
    to, copies = recipients.settle(conversation, letter.recipients, by=by)
    message = replying.reply(
        conversation,
        letter.text,
        by=by,
        files=letter.files,
        hold_for=hold_for,
        to=to,
        copies=copies,
        then=[one["do"] for one in orders_of(letter, by)],
    )
    if not conversation.parent_id:  # a supplier is promised nothing
        told = {"denied": letter.denied, "moved": letter.moved}
        pledges = pledging.chosen(conversation, letter.text, **told)
        committing.commit(conversation, pledges, by=by, told_by=message)
    if letter.then:
        actions.perform(conversation, letter.then, by=by)
    if letter.macros:
        _do_macros(conversation, message, letter, by)
    return message


def _do_macros(conversation: Conversation, message: Message, letter: Letter, by: Agent) -> None:
    """What they hung on is written down, to be taken off if the answer is taken back."""
    had = set(conversation.tags.values_list("public_id", flat=True))
    macros.after_sending(conversation, letter.macros, by=by)
    has = conversation.tags.values_list("public_id", flat=True)
    record(
        WITH_MACROS,
        by=by,
        conversation=conversation,
        message=message.pk,
        macros=list(letter.macros),
        tags=[one for one in has if one not in had],
    )


@transaction.atomic
def note(
    conversation: Conversation, text: str, *, by: Agent, files: Sequence[IncomingFile] = ()
) -> Message:
    """Leave a note; a variable that was not filled in stops it too."""
    refuse_unfilled(text)
    return replying.note(conversation, text, by=by, files=files)


def lock(conversation: Conversation) -> None:
    """Whoever else writes here waits: the second click, a mail coming in, the worker."""
    rows = Conversation.objects.select_for_update(no_key=True, of=("self",))
    now_there = rows.get(pk=conversation.pk)
    for name in ("state", "assignee_id", "contact_id", "subject", "merged_into_id"):
        setattr(conversation, name, getattr(now_there, name))


def refuse_unfilled(text: str) -> None:
    """Raises Refused while something in it looks like a variable nobody filled in (R10)."""
    missing = variables.unfilled(text)
    if missing:
        raise Refused(
            ngettext(
                "%(names)s is not filled in. Write what belongs there, then send.",
                "%(names)s are not filled in. Write what belongs there, then send.",
                len(missing),
            )
            % {"names": ", ".join(missing)}
        )


def refuse_changed(conversation: Conversation, letter: Letter, by: Agent) -> None:
    """Raises Changed if others wrote since `last_seen`, or the answer would go elsewhere."""
    if letter.last_seen is not None:
        came = list(since(conversation, letter.last_seen, by)[:MOST_SHOWN])
        if came:
            raise Changed(_("This came while you wrote. Nothing was sent yet."), came)
    chosen = letter.recipients
    if letter.shown_to and not chosen.to and not chosen.new_to:
        goes_to = replying.answer_address(conversation)
        if goes_to.lower() != letter.shown_to.lower():
            raise Changed(
                _("The answer would go to %(address)s now. Nothing was sent yet.")
                % {"address": goes_to or "?"}
            )


def since(conversation: Conversation, last_seen: int, by: Agent | None) -> QuerySet[Message]:
    """What others wrote after the message `last_seen` (an id): customers, colleagues, robots.

    Not what the desk itself told the customer.
    """
    ours = Q(direction=Message.Direction.OUT, automatic=True)
    newer = conversation.messages.filter(pk__gt=last_seen).exclude(ours)
    if by is not None:
        newer = newer.exclude(Q(agent=by) & ~Q(direction=Message.Direction.IN))
    return newer.select_related("agent", "contact").order_by("pk")


def orders_of(letter: Letter, by: Agent) -> list[dict[str, Any]]:
    """Everything that is done with this answer, the macros' actions too."""
    chosen = macros.chosen(letter.macros, by) if letter.macros else []
    return [*letter.then, *(order for macro in chosen for order in macro.actions)]
