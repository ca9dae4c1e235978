"""Others in a conversation: named beside us, let in by an agent, or kept out.

The customer of a conversation never changes by what a mail says. Who is named in To or Cc
waits for an agent's word; until then they get nothing and nothing of theirs comes in
(docs/decisions/0011).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.addresses import sign_in_addresses
from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Conversation, Participant
from promisedesk.conversations.verbs import (
    LET_IN,
    NAMED_TOO_MANY,
    REFERRED_TO,
    SHUT_OUT,
)
from promisedesk.core.errors import Refused
from promisedesk.core.events import record

MOST = 40  # people of one conversation; more is a mailing list, not a talk
State = Participant.State
Named = tuple[str, str]  # address in any case, name


def others_in(named: Iterable[Named]) -> list[Named]:
    """Those of a mail's To and Cc who are neither the desk nor one of its agents."""
    own, agents = inboxes.own_addresses(), sign_in_addresses()
    return [
        (address.lower(), name)
        for address, name in named
        if address.lower() not in agents and own.isdisjoint(inboxes.meanings_of(address))
    ]


def take_note(conversation: Conversation, others: list[Named], at: datetime) -> None:
    """Write down who was named in a mail of this conversation, to wait for an agent's word."""
    theirs = conversation.contact.identities.filter(kind="email").values_list("value", flat=True)
    known = conversation.participants.values_list("address", flat=True)
    skipped, room = {*theirs, *known}, max(0, MOST - len(known))
    new = {address[:320]: name for address, name in others if address not in skipped}
    taken = list(new.items())[:room]
    Participant.objects.bulk_create(
        [
            Participant(
                conversation=conversation,
                address=address,
                name=name[:200],
                came_by="cc",
                created_at=at,
            )
            for address, name in taken
        ],
        ignore_conflicts=True,
    )
    if len(new) > len(taken):
        record(NAMED_TOO_MANY, conversation=conversation, at=at, number=len(new) - len(taken))


def knocked(
    conversation: Conversation, stray: Conversation, address: str, name: str, at: datetime
) -> None:
    """Somebody who takes no part wrote to this conversation; what they wrote is in `stray`."""
    if conversation.participants.count() < MOST:
        Participant.objects.get_or_create(
            conversation=conversation,
            address=address.lower()[:320],
            defaults={"name": name[:200], "came_by": "reply", "created_at": at},
        )
    record(
        REFERRED_TO,
        conversation=conversation,
        at=at,
        address=address,
        ref=stray.ref,
        stray=stray.public_id,
    )


def takes_part(conversation: Conversation, address: str) -> bool:
    """Whether an agent let this address take part."""
    found = conversation.participants.filter(address=address.lower()[:320], state=State.APPROVED)
    return found.exists()


def approved(conversation: Conversation) -> list[Participant]:
    """Those who get copies of our answers."""
    return list(conversation.participants.filter(state=State.APPROVED).order_by("pk")[:MOST])


@transaction.atomic
def let_in(participant: Participant, *, by: Agent) -> None:
    """From now on they get copies of our answers and may write. Nothing older goes to them."""
    demand(by, Deed.ANSWER)
    if _decided(participant, State.APPROVED, by):
        _record(LET_IN, participant, by)


@transaction.atomic
def keep_out(participant: Participant, *, by: Agent) -> None:
    """They get nothing any more, and what they write does not come in."""
    demand(by, Deed.ANSWER)
    if _decided(participant, State.REFUSED, by):
        _record(SHUT_OUT, participant, by)


@transaction.atomic
def add(conversation: Conversation, address: str, *, by: Agent, name: str = "") -> Participant:
    """An agent lets somebody take part. Raises Refused for what cannot be written to, for the
    customer's own addresses and for ours."""
    demand(by, Deed.ANSWER)
    address = inboxes.checked_address(address)
    if conversation.contact.identities.filter(kind="email", value=address).exists():
        raise Refused(
            _("“%(address)s” is the customer’s own address. They get the answer anyway.")
            % {"address": address}
        )
    if not inboxes.own_addresses().isdisjoint(inboxes.meanings_of(address)):
        raise Refused(
            _("“%(address)s” is an address of this desk. Assign the conversation instead.")
            % {"address": address}
        )
    found = conversation.participants.filter(address=address).first()
    if found is None:
        if conversation.participants.count() >= MOST:
            raise Refused(_("At most %d people can take part in one conversation.") % MOST)
        found = Participant.objects.create(
            conversation=conversation, address=address, name=name[:200], came_by="agent"
        )
    elif found.state != State.APPROVED:
        # What they may see begins with this decision, not with whatever once named them.
        Participant.objects.filter(pk=found.pk).update(created_at=now())
    let_in(found, by=by)
    return found


def _decided(participant: Participant, state: str, by: Agent) -> bool:
    """Whether this changed anything."""
    row = Participant.objects.filter(pk=participant.pk).exclude(state=state)
    if not row.update(state=state, decided_by=by):
        return False
    participant.state, participant.decided_by = state, by
    return True


def _record(verb, participant: Participant, by: Agent) -> None:
    record(verb, by=by, conversation=participant.conversation, address=participant.address)
