"""Taking a reply back before it leaves: as if it had never been written, but for an event.

Whoever holds the row wins: a worker claims a delivery by writing its name on it, and a
delivery with a name on it is not taken back. So what was taken back was never on the wire.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.indexing import KIND
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.conversations.previews import preview_of_message
from promisedesk.conversations.verbs import REPLIED, TAKEN_BACK
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.models import Event
from promisedesk.core.shop import the_shop
from promisedesk.search.models import Document

LONGEST = 20  # seconds: a reply leaves within 30, the worker's way included
State = Conversation.State


@dataclass(slots=True)
class TakenBack:
    """What the reply said, and to whom, for the composer."""

    text: str
    files: list[IncomingFile] = field(default_factory=list)
    to: str = ""
    copies: list[str] = field(default_factory=list)


def hold_time() -> timedelta:
    """How long a person's reply waits before it may leave."""
    return timedelta(seconds=min(the_shop().undo_seconds, LONGEST))


@transaction.atomic
def take_back(message: Message, *, by: Agent) -> TakenBack:
    """Take a reply away and put its conversation back as it was; returns what it said.

    Raises Refused once any letter of it is on its way, and to anybody but its writer.
    """
    demand(by, Deed.ANSWER)
    if message.agent_id != by.pk:
        raise Refused(_("Only whoever wrote this answer can take it back."))
    # The conversation first, as everybody locks them who changes both.
    conversation = Conversation.objects.select_for_update(no_key=True).get(
        pk=message.conversation_id
    )
    _lock_while_held(message)
    text, files = message.text, [_as_file(one) for one in message.attachments.order_by("pk")]
    pk, letters = message.pk, list(message.deliveries.order_by("pk"))
    Document.objects.filter(kind=KIND, key=pk).delete()
    message.delete()
    _put_back(conversation, message, pk, _before(conversation, pk))
    record(TAKEN_BACK, by=by, conversation=conversation, contact=conversation.contact, message=pk)
    return TakenBack(
        text,
        files,
        to=next((one.to_address for one in letters if not one.is_copy), ""),
        copies=[one.to_address for one in letters if one.is_copy],
    )


def _lock_while_held(message: Message) -> None:
    """Raises Refused unless every letter of it waits and no worker has it."""
    waiting = Delivery.objects.filter(message=message, state=Delivery.State.HELD, leased_by="")
    # Those a worker is taking just now are skipped, not waited for, and so found missing.
    locked = len(waiting.select_for_update(skip_locked=True))
    if not locked or locked != Delivery.objects.filter(message=message).count():
        raise Refused(_("It is too late to take this back: the letter is on its way."))


def _as_file(attachment) -> IncomingFile:
    return IncomingFile(
        attachment.name, attachment.content_type, attachment.size, attachment.sha256
    )


def _before(conversation: Conversation, message: int) -> dict:
    """How it was, by the log; of a conversation merged into it since, only if that was open."""
    brought = Conversation.objects.filter(merged_into=conversation.pk).values_list("pk", flat=True)
    replied = Event.objects.filter(
        conversation_id__in=[conversation.pk, *brought], verb=REPLIED.name
    )
    event = replied.filter(data__message=message).order_by("-pk").first()
    was = (event and event.data.get("was")) or {}
    if was and event.conversation_id != conversation.pk and was["state"] != State.OPEN:
        return {}
    return was | {"then": event.data.get("then", [])} if was else {}


def _put_back(conversation: Conversation, message: Message, pk: int, was: dict) -> None:
    """What the reply changed becomes as it was, but for what others changed since."""
    talk = conversation.messages.exclude(direction=Message.Direction.NOTE)
    last = talk.exclude(direction=Message.Direction.OUT, automatic=True).order_by("-pk").first()
    is_ours = last is not None and last.direction == Message.Direction.OUT
    changed: dict = {}
    if was and not (is_ours and last.pk > pk):  # else a later reply wants it as it is
        if conversation.state in _states_since(was):
            answered_nothing = was["state"] == State.WAITING and not is_ours
            changed["state"] = State.OPEN if answered_nothing else was["state"]
        if was["assignee"] is None and conversation.assignee_id == message.agent_id:
            changed["assignee"] = None
        if "snooze" in was.get("then", []):
            until = was.get("snoozed_until")
            changed["snoozed_until"] = until and datetime.fromisoformat(until)
    if conversation.last_at == message.created_at:
        last_at = last.created_at if last else conversation.created_at
        changed |= {"last_at": last_at, "last_is_ours": is_ours}
        changed["preview"] = preview_of_message(last) if last else ""
        if conversation.due_at is None:
            changed["sort_at"] = last_at
    if changed:
        Conversation.objects.filter(pk=conversation.pk).update(**changed)


def _states_since(was: dict) -> set[str]:
    """The states the reply left it in: what was done with the reply is undone with it."""
    return {State.WAITING} | ({State.RESOLVED} if "resolve" in was.get("then", []) else set())
