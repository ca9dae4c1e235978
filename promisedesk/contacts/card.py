"""The customer's card: what we know of them, and what a letter suggests we might add."""

from zoneinfo import available_timezones

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.contacts import fields, merging
from promisedesk.contacts.models import Contact, CustomField, Identity
from promisedesk.contacts.verbs import CARD_CHANGED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.models import LANGUAGES, Workspace

LONGEST_NAME = 200
LONGEST_NOTES = 5000
PLAIN = {  # what may be written, and how many characters of it
    "name": LONGEST_NAME,
    "company": LONGEST_NAME,
    "language": 5,
    "time_zone": 60,
    "notes": LONGEST_NOTES,
    "segment": 40,
    "is_vip": 3,
}


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
def change(contact: Contact, *, by: Agent | None, phone: str = "", **wished) -> None:
    """Write the card anew: any of PLAIN, and `fields` by key; a `phone` is added to those known.

    What is left out stays. Raises Refused for a bad phone, zone, language or field.
    """
    demand(by, Deed.CARD)
    if phone.strip():
        _add_phone(contact, read_phone(phone, Workspace.get().country))
    own = _checked_fields(contact, wished.pop("fields", None) or {})
    changes = {name: _checked(name, value) for name, value in wished.items()}
    changes = {name: value for name, value in changes.items() if value != getattr(contact, name)}
    if own != contact.fields:
        changes["fields"] = own
    if not changes and not phone.strip():
        return
    for name, value in changes.items():
        setattr(contact, name, value)
    contact.save(update_fields=list(changes))
    record(CARD_CHANGED, by=by, contact=contact)


def _checked(name: str, value: str | bool) -> str | bool:
    if name == "is_vip":
        return value is True or value == "yes"
    value = value.replace("\x00", "").strip()[: PLAIN[name]]
    if name == "language" and value and value not in dict(LANGUAGES):
        raise Refused(_("Choose one of the languages offered."))
    if name == "time_zone" and value and value not in available_timezones():
        raise Refused(
            _("“%(zone)s” is no time zone. Write it like Europe/London.") % {"zone": value}
        )
    return value


def _checked_fields(contact: Contact, wished: dict) -> dict:
    """What the shop's own fields say afterwards. An empty value empties one."""
    known = {one.key: one for one in fields.asked_of(CustomField.Of.CONTACT)}
    kept = dict(contact.fields or {})
    for key, value in wished.items():
        if key not in known:
            raise Refused(_("There is no field “%(key)s”.") % {"key": str(key)[:40]})
        kept[key] = fields.checked(known[key], value)
    return {key: value for key, value in kept.items() if value is not None}


def _add_phone(contact: Contact, value: str) -> None:
    Identity.objects.update_or_create(
        contact=contact, kind=Identity.Kind.PHONE, value=value, defaults={"is_suggested": False}
    )


@transaction.atomic
def take_suggestion(identity: Identity, *, by: Agent, conversation=None) -> None:
    """A number or an address found in a letter is theirs: keep it on the card.

    Raises Refused for an address that is on another card by now.
    """
    demand(by, Deed.CARD)
    if identity.kind == Identity.Kind.OFFERED:
        _take_address(identity, by, conversation)
    elif Identity.objects.filter(pk=identity.pk, is_suggested=True).update(is_suggested=False):
        record(CARD_CHANGED, by=by, contact=identity.contact)


def _take_address(offered: Identity, by: Agent, conversation) -> None:
    known = Identity.objects.filter(kind=Identity.Kind.EMAIL, value=offered.value)
    if known.exclude(contact=offered.contact_id).exists():
        raise Refused(_("%(address)s is on another card by now.") % {"address": offered.value})
    merging.take_address(offered.contact, offered.value, by=by, conversation=conversation)


def dismiss_suggestion(identity: Identity, *, by: Agent) -> None:
    """It is not theirs: forget it. What is on the card already stays."""
    demand(by, Deed.CARD)
    Identity.objects.filter(pk=identity.pk, is_suggested=True).delete()
