"""One person, several addresses: an address joins a contact, and can leave it again.

Never by itself: a mail may say anything. The card an address came from stays, empty, so
that it can be given back.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.contacts.models import Contact, Identity
from promisedesk.contacts.verbs import ADDRESS_GIVEN_BACK, ADDRESS_TAKEN
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.models import Event

MAIL = Identity.Kind.EMAIL


@dataclass(slots=True)
class Moved:
    """What rooms above learn when cards are joined or parted: `event.about`."""

    source: Contact
    target: Contact
    address: str


@transaction.atomic
def take_address(
    contact: Contact,
    address: str,
    *,
    by: Agent,
    conversation=None,
    seen: QuerySet[Contact] | None = None,
) -> Contact | None:
    """This address is this contact's too. Returns the card it was on until now, if any.

    What else hangs on that card moves with it, by those who listen to ADDRESS_TAKEN. Raises
    Refused if that card has other addresses: those may be another person's; and if it is none
    of those `seen`, the cards that whoever asks may see (None: all).
    """
    demand(by, Deed.CARD)
    address = address.strip().lower()
    contact.identities.filter(kind=Identity.Kind.OFFERED, value=address).delete()
    known = Identity.objects.filter(kind=MAIL, value=address).select_related("contact").first()
    if known is None:
        Identity.objects.create(contact=contact, kind=MAIL, value=address)
        _tell(ADDRESS_TAKEN, None, contact, address, by, conversation)
        return None
    if known.contact_id == contact.pk:
        return None
    before = known.contact
    if seen is not None and not seen.filter(pk=before.pk).exists():
        raise Refused(
            _("%(address)s is on another card, which you cannot see.") % {"address": address}
        )
    if before.identities.filter(kind=MAIL).exclude(pk=known.pk).exists():
        raise Refused(
            _("%(address)s is on the card of %(name)s, who has other addresses too.")
            % {"address": address, "name": before.shown_name}
        )
    _move(before, contact)
    _tell(ADDRESS_TAKEN, before, contact, address, by, conversation)
    return before


@transaction.atomic
def give_address_back(
    contact: Contact, source: Contact, address: str, *, by: Agent, conversation=None
) -> None:
    """Undo `take_address`: the address is on its old card again. Raises Refused if it moved on."""
    demand(by, Deed.CARD)
    mine = Identity.objects.filter(contact=contact, kind=MAIL, value=address)
    if not mine.update(contact=source):
        raise Refused(_("%(address)s is not on this card any more.") % {"address": address})
    _tell(ADDRESS_GIVEN_BACK, source, contact, address, by, conversation)


@transaction.atomic
def let_go(contact: Contact, address: str, *, by: Agent, conversation=None) -> Contact:
    """This address is somebody else's after all: back to its old card, or to one of its own.

    Raises Refused for the only address there is.
    """
    demand(by, Deed.CARD)
    if not contact.identities.filter(kind=MAIL).exclude(value=address).exists():
        raise Refused(_("This is the only address on the card."))
    taken = Event.objects.filter(verb=ADDRESS_TAKEN.name, contact_id=contact.pk)
    last = taken.filter(data__address=address).order_by("-pk").first()
    source = Contact.objects.filter(public_id=(last and last.data["source"]) or "").first()
    source = source or Contact.objects.create(language=contact.language)
    give_address_back(contact, source, address, by=by, conversation=conversation)
    return source


def _move(before: Contact, contact: Contact) -> None:
    """Addresses and numbers to the other card; what is empty there is filled."""
    before.identities.filter(kind=Identity.Kind.OFFERED).delete()
    theirs = contact.identities.filter(kind=Identity.Kind.PHONE).values_list("value", flat=True)
    before.identities.exclude(kind=Identity.Kind.PHONE, value__in=theirs).update(contact=contact)
    changed = [name for name in ("name", "notes") if not getattr(contact, name)]
    for name in changed:
        setattr(contact, name, getattr(before, name))
    if before.answered_at and not contact.answered_at:
        contact.answered_at, changed = before.answered_at, [*changed, "answered_at"]
    contact.save(update_fields=changed)


def _tell(verb, source: Contact | None, target: Contact, address: str, by, conversation) -> None:
    record(
        verb,
        by=by,
        conversation=conversation,
        contact=target,
        about=Moved(source, target, address) if source else None,
        address=address,
        source=source.public_id if source else None,
    )
