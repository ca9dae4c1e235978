"""The customer's card: what we know of them, and what a letter suggests we might add."""

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.contacts import merging
from promisedesk.contacts.models import Contact, Identity
from promisedesk.contacts.verbs import CARD_CHANGED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.models import Workspace

LONGEST_NAME = 200
LONGEST_NOTES = 5000


def read_phone(text: str, country: str) -> str:
    """A phone number as E.164 ("+447700900118"), read as dialled in `country` (ISO 3166).

    Raises Refused if it is no number.
    """
    # Some 10 MB of tables, wanted seldom.
    from phonenumbers import (
        NumberParseException,
        PhoneNumberFormat,
        format_number,
        is_possible_number,
    )
    from phonenumbers import parse as parse_number

    try:
        number = parse_number(text, country.upper() or None)
    except NumberParseException as error:
        raise Refused(_not_a_phone(text)) from error
    if not is_possible_number(number):
        raise Refused(_not_a_phone(text))
    return format_number(number, PhoneNumberFormat.E164)


def _not_a_phone(text: str) -> str:
    return _("“%(text)s” is no phone number. Write it with the country code: +44 7700 900118.") % {
        "text": text[:40]
    }


@transaction.atomic
def change(contact: Contact, *, name: str, notes: str, phone: str = "", by: Agent) -> None:
    """Write the card anew; a `phone` is added to those known. Raises Refused for a bad one."""
    if phone.strip():
        _add_phone(contact, read_phone(phone, Workspace.get().country))
    contact.name, contact.notes = name.strip()[:LONGEST_NAME], notes.strip()[:LONGEST_NOTES]
    contact.save(update_fields=["name", "notes"])
    record(CARD_CHANGED, by=by, contact=contact)


def _add_phone(contact: Contact, value: str) -> None:
    Identity.objects.update_or_create(
        contact=contact, kind=Identity.Kind.PHONE, value=value, defaults={"is_suggested": False}
    )


@transaction.atomic
def take_suggestion(identity: Identity, *, by: Agent, conversation=None) -> None:
    """A number or an address found in a letter is theirs: keep it on the card.

    Raises Refused for an address that is on another card by now.
    """
    if identity.kind == Identity.Kind.OFFERED:
        _take_address(identity, by, conversation)
    elif Identity.objects.filter(pk=identity.pk, is_suggested=True).update(is_suggested=False):
        record(CARD_CHANGED, by=by, contact=identity.contact)


def _take_address(offered: Identity, by: Agent, conversation) -> None:
    known = Identity.objects.filter(kind=Identity.Kind.EMAIL, value=offered.value)
    other = known.exclude(contact=offered.contact_id).select_related("contact").first()
    if other:
        raise Refused(
            _("%(address)s is on the card of %(name)s by now.")
            % {"address": offered.value, "name": other.contact.shown_name}
        )
    merging.take_address(offered.contact, offered.value, by=by, conversation=conversation)


def dismiss_suggestion(identity: Identity) -> None:
    """It is not theirs: forget it. What is on the card already stays."""
    Identity.objects.filter(pk=identity.pk, is_suggested=True).delete()
