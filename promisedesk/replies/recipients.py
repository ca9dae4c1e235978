"""To whom an answer goes: the customer's address, copies, and under which subject.

Kept with a draft as it was chosen; looked at anew when it is sent. A newcomer would get wrong:
an address typed here joins the customer's card, so that what they write from it is theirs.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.contacts import addresses, finding, merging
from promisedesk.conversations import inboxes, participants, replying, subjects
from promisedesk.conversations.customers_seen import seen_by
from promisedesk.conversations.models import Conversation, Participant
from promisedesk.core.errors import Refused

LONGEST_LIST = 2000  # characters of addresses typed


@dataclass(slots=True)
class Recipients:
    """As they were chosen. Empty: where the customer wrote from, all who take part, as before."""

    to: str = ""  # one of the customer's addresses
    new_to: str = ""  # another one, typed: it wins
    cc: str = ""  # typed: they take part from now on
    copies: list[str] | None = None  # of those known, only these; None: all who take part
    subject: str = ""

    @classmethod
    def read(cls, data: Any) -> Recipients:
        """What `as_json` gave; nonsense in it is as if it had not been chosen."""
        data = data if isinstance(data, dict) else {}
        copies = data.get("copies")
        return cls(
            **{key: str(data.get(key) or "")[:LONGEST_LIST] for key in ("to", "new_to", "cc")},
            copies=[str(one) for one in copies] if isinstance(copies, list) else None,
            subject=str(data.get("subject") or "")[:300],
        )

    def as_json(self) -> dict[str, Any]:
        """Only what was chosen."""
        return {key: one for key, one in asdict(self).items() if one or one == []}


def typed_addresses(text: str) -> list[str]:
    """Addresses as typed, parted by commas, semicolons or blanks."""
    return [one for one in re.split(r"[\s,;]+", text) if one]


def settle(
    conversation: Conversation, chosen: Recipients, *, by: Agent
) -> tuple[str, list[str] | None]:
    """(to, copies) as `replying.reply` takes them; lets in whoever was added.

    Raises Refused for what is no address, is another customer's, or lost our last letter. Call
    it in the transaction that sends.
    """
    to = _to(conversation, chosen, by)
    copies = None if chosen.copies is None else [one.lower() for one in chosen.copies]
    if copies:
        State = Participant.State
        named = conversation.participants.filter(address__in=copies)
        for other in named.exclude(state=State.APPROVED):
            participants.let_in(other, by=by)
    for address in typed_addresses(chosen.cc):
        added = participants.add(conversation, address, by=by)
        copies = copies if copies is None else [*copies, added.address]
    if chosen.subject.strip():
        subjects.rename(conversation, chosen.subject, by=by)
    return to, copies


def _to(conversation: Conversation, chosen: Recipients, by: Agent) -> str:
    if chosen.new_to.strip():
        return _new(conversation, chosen.new_to, by)
    usual = replying.answer_address(conversation)
    to = chosen.to.strip().lower()
    if to and to in [usual.lower(), *addresses.other_addresses(conversation.contact)]:
        return usual if to == usual.lower() else to
    if to:
        raise Refused(
            _("“%(address)s” is not on the customer’s card any more. Choose another address.")
            % {"address": to}
        )
    if addresses.is_doubtful(usual):
        raise Refused(
            _("A letter to %(address)s did not arrive. Choose below where this one goes.")
            % {"address": usual}
        )
    return ""


def _new(conversation: Conversation, typed: str, by: Agent) -> str:
    address = inboxes.checked_address(typed)
    if not inboxes.own_addresses().isdisjoint(inboxes.meanings_of(address)):
        raise Refused(
            _("“%(address)s” is an address of this desk, not the customer’s.")
            % {"address": address}
        )
    owner = finding.by_address(address)
    if owner is not None and not seen_by(by).filter(pk=owner.pk).exists():
        raise Refused(
            _("%(address)s is on another card, which you cannot see.") % {"address": address}
        )
    if owner is not None and owner.pk != conversation.contact_id:
        raise Refused(
            _("“%(address)s” is on the card of %(name)s. Is it the same person? Join the cards.")
            % {"address": address, "name": owner.shown_name}
        )
    merging.take_address(conversation.contact, address, by=by, conversation=conversation)
    return address
