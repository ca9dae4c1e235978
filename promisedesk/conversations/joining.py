"""What a stranger wrote to a conversation is let in, or turns out to be the customer's own.

The conversation it came as stays, empty, so that it can be taken apart again, and so that
whoever answers its letters finds the way (threading.by_token).
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.contacts import merging
from promisedesk.contacts.models import Contact
from promisedesk.conversations import indexing, participants
from promisedesk.conversations.models import Conversation, Delivery, Message, Participant
from promisedesk.conversations.verbs import (
    CAME_BACK,
    JOINED,
    MENTIONED_FROM_OUTSIDE,
    PUT_INTO,
    REFERRED_TO,
    TAKEN_APART,
)
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.models import Event

MOST = 200  # messages moved; a stranger's conversation has one or two
State = Conversation.State


@dataclass(slots=True)
class Pair:
    """Two conversations whose messages were put together or apart: `event.about`."""

    stray: Conversation
    into: Conversation


def referred_to(stray: Conversation) -> Conversation | None:
    """The conversation whose letter its writer answered without taking part in it."""
    told = Event.objects.filter(conversation_id=stray.pk, verb=MENTIONED_FROM_OUTSIDE.name)
    ref = told.order_by("-pk").values_list("data__ref", flat=True).first()
    named = Conversation.objects.select_related("contact", "inbox").filter(ref=ref or "")
    return named.exclude(pk=stray.pk).first()


@transaction.atomic
def let_join(stray: Conversation, into: Conversation, *, by: Agent) -> None:
    """Its writer takes part in `into` from now on, and what they wrote stands there.

    Raises Refused if there is nothing to move, or nobody to let in.
    """
    demand(by, Deed.JOIN)
    stray, into = _locked(stray, into)
    first = _first_of(stray)
    other, _new = Participant.objects.get_or_create(
        conversation=into,
        address=first.from_address.lower(),
        defaults={"name": first.from_name, "came_by": "reply", "created_at": first.created_at},
    )
    participants.let_in(other, by=by)
    _join(stray, into, by, first.from_address)


@transaction.atomic
def same_person(stray: Conversation, into: Conversation, *, by: Agent) -> None:
    """Its writer is the customer of `into`, with another address: all of theirs moves.

    Raises Refused as `let_join`, and when that card has more addresses.
    """
    demand(by, Deed.JOIN)
    stray, into = _locked(stray, into)
    address = _first_of(stray).from_address.lower()
    source = merging.take_address(into.contact, address, by=by, conversation=into)
    into.participants.filter(address=address).delete()
    _join(stray, into, by, address, source)


@transaction.atomic
def leave_apart(stray: Conversation, into: Conversation, *, by: Agent) -> None:
    """It stays a conversation of its own, and its writer takes no part in `into`."""
    demand(by, Deed.JOIN)
    address = _first_of(stray).from_address.lower()
    for other in into.participants.filter(address=address):
        participants.keep_out(other, by=by)


@transaction.atomic
def let_in_with_letters(
    participant: Participant, seen: QuerySet[Conversation], *, by: Agent
) -> None:
    """Let somebody take part, and bring what they wrote to this conversation from outside.

    `seen`: the conversations this agent may see.
    """
    demand(by, Deed.JOIN)
    into = participant.conversation
    participants.let_in(participant, by=by)
    told = Event.objects.filter(conversation_id=into.pk, verb=REFERRED_TO.name)
    strays = [
        event.data["stray"]
        for event in told.order_by("pk")
        if event.data["address"].lower() == participant.address
    ]
    for stray in seen.filter(public_id__in=strays).exclude(state=State.SPAM).order_by("pk"):
        if stray.messages.filter(direction=Message.Direction.IN, automatic=False).exists():
            let_join(stray, into, by=by)


def _locked(stray: Conversation, into: Conversation) -> tuple[Conversation, Conversation]:
    rows = Conversation.objects.select_for_update(no_key=True, of=("self",)).order_by("pk")
    found = rows.select_related("contact").in_bulk([stray.pk, into.pk])
    return found[stray.pk], found[into.pk]


def _first_of(stray: Conversation) -> Message:
    written = stray.messages.filter(direction=Message.Direction.IN, automatic=False)
    first = written.exclude(from_address="").order_by("pk").first()
    if first is None:
        raise Refused(_("Nobody’s message is left in this conversation."))
    return first


def _join(
    stray: Conversation, into: Conversation, by: Agent, address: str, source: Contact | None = None
) -> None:
    if stray.messages.count() > MOST:
        raise Refused(_("This conversation is too long to be put into another."))
    moved = list(stray.messages.order_by("pk"))
    was = stray.state
    _move(moved, into)
    Conversation.objects.filter(pk=stray.pk).update(
        state=State.RESOLVED, is_unread=False, snoozed_until=None
    )
    opens = {"state": State.OPEN} if was == State.OPEN and into.state != State.SPAM else {}
    Conversation.objects.filter(pk=into.pk).update(
        last_at=max(into.last_at, stray.last_at), is_unread=into.is_unread or bool(opens), **opens
    )
    stray.refresh_from_db()
    into.refresh_from_db()
    about = Pair(stray, into)
    record(PUT_INTO, by=by, conversation=stray, ref=into.ref, into=into.public_id)
    record(
        JOINED,
        by=by,
        conversation=into,
        contact=into.contact,
        about=about,
        ref=stray.ref,
        address=address,
        stray=stray.public_id,
        was=was,
        source=source.public_id if source else None,
        is_same_person=source is not None,
        messages=[one.public_id for one in moved],
    )


def _move(messages: list[Message], into: Conversation) -> None:
    Message.objects.filter(pk__in=[one.pk for one in messages]).update(conversation=into)
    for message in messages:
        message.refresh_from_db()
        message.conversation = into
        indexing.put(message)


@transaction.atomic
def take_apart(into: Conversation, stray_id: str, *, by: Agent) -> Conversation:
    """Undo either: the messages go back to the conversation with this public id.

    Raises Refused if nothing of it is here.
    """
    demand(by, Deed.JOIN)
    joined = Event.objects.filter(conversation_id=into.pk, verb=JOINED.name)
    event = joined.filter(data__stray=stray_id).order_by("-pk").first()
    stray = Conversation.objects.filter(public_id=stray_id).first()
    listed = event.data["messages"] if event else []
    back = list(into.messages.filter(public_id__in=listed).order_by("pk"))
    if not back or stray is None:
        raise Refused(_("Nothing of that conversation is here any more."))
    stray, into = _locked(stray, into)
    if event.data["is_same_person"]:
        source = Contact.objects.get(public_id=event.data["source"])
        merging.give_address_back(
            into.contact, source, event.data["address"], by=by, conversation=into
        )
    else:
        _wait_again(into, event.data["address"])
    _move(back, stray)
    Conversation.objects.filter(pk=stray.pk).update(
        state=_state_apart(back, into, State(event.data["was"]))
    )
    stray.refresh_from_db()
    record(CAME_BACK, by=by, conversation=stray, ref=into.ref)
    record(TAKEN_APART, by=by, conversation=into, about=Pair(stray, into), ref=stray.ref)
    return stray


def _state_apart(back: list[Message], into: Conversation, was: State) -> State:
    """What it is after all: an open question may have been answered in `into` meanwhile."""
    asked = [one.pk for one in back if one.direction == Message.Direction.IN and not one.automatic]
    answers = into.messages.filter(direction=Message.Direction.OUT, automatic=False)
    arrives = set(Delivery.State) - {Delivery.State.BOUNCED, Delivery.State.FAILED}
    arriving = answers.filter(deliveries__is_copy=False, deliveries__state__in=arrives)
    if was != State.OPEN or not asked or not arriving.filter(pk__gt=max(asked)).exists():
        return was
    return State.RESOLVED if into.state == State.RESOLVED else State.WAITING


def _wait_again(conversation: Conversation, address: str) -> None:
    conversation.participants.filter(address=address.lower()).update(
        state=Participant.State.PENDING, decided_by=None
    )
