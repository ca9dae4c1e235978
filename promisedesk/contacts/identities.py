"""The ways to reach a customer: added, taken off, and which comes first."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.contacts import merging
from promisedesk.contacts.card import read_phone
from promisedesk.contacts.models import Contact, Identity
from promisedesk.contacts.verbs import IDENTITY_ADDED, IDENTITY_REMOVED, MADE_MAIN
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.shop import the_shop

MAIL, PHONE = Identity.Kind.EMAIL, Identity.Kind.PHONE


@transaction.atomic
def add(
    contact: Contact,
    text: str,
    *,
    by: Agent,
    conversation=None,
    seen: QuerySet[Contact] | None = None,
) -> None:
    """An e-mail address or a phone number is theirs too.

    An address of another card brings that card's conversations along, if it is its only one.
    Raises Refused for what is neither, when that card has more addresses, and when it is none
    of those `seen` (None: all).
    """
    demand(by, Deed.CARD)
    text = text.strip()
    if "@" in text:
        merging.take_address(contact, _mail(text), by=by, conversation=conversation, seen=seen)
        return
    value = read_phone(text, the_shop().country)
    _row, is_new = Identity.objects.update_or_create(
        contact=contact, kind=PHONE, value=value, defaults={"is_suggested": False}
    )
    if is_new:
        record(IDENTITY_ADDED, by=by, contact=contact, value=value)


def _mail(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError as error:
        raise Refused(
            _("“%(text)s” is no e-mail address. Write it like anna@example.com.")
            % {"text": text[:80]}
        ) from error
    return text.lower()


@transaction.atomic
def remove(identity: Identity, *, by: Agent, conversation=None) -> None:
    """It is not theirs: a number is forgotten, an address goes to a card of its own.

    Raises Refused for the only address there is.
    """
    demand(by, Deed.CARD)
    contact = identity.contact
    if identity.kind == MAIL:
        merging.let_go(contact, identity.value, by=by, conversation=conversation)
        return
    identity.delete()
    record(IDENTITY_REMOVED, by=by, contact=contact, value=identity.value)


@transaction.atomic
def make_main(identity: Identity, *, by: Agent) -> None:
    """The first of its kind: shown first, and written to where nothing else says where."""
    demand(by, Deed.CARD)
    same = Identity.objects.filter(contact=identity.contact_id, kind=identity.kind)
    same.exclude(pk=identity.pk).update(is_main=False)
    if same.filter(pk=identity.pk, is_main=False).update(is_main=True):
        record(MADE_MAIN, by=by, contact=identity.contact, value=identity.value)
