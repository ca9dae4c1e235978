"""Cards that may be of one person. Only offered: a mail may say anything."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from promisedesk.contacts.indexing import KIND
from promisedesk.contacts.models import Contact, Identity
from promisedesk.search import finding

MOST = 5
SAME_PHONE = _("The same phone number")
SAME_NAME = _("The same name")
SAME_NAME_AND_HOUSE = _("The same name, at the same company")


@dataclass(slots=True)
class Alike:
    contact: Contact
    because: str | LazyText


def same_person(contact: Contact, among: QuerySet[Contact]) -> list[Alike]:
    """Cards that look like this person's too, the surest first, at most MOST. Three queries.

    `among`: the cards that whoever asks may see.
    """
    found: dict[int, Alike] = {}
    phones = contact.identities.filter(kind=Identity.Kind.PHONE).values_list("value", flat=True)
    cards = among.filter(merged_into=None).exclude(pk=contact.pk)
    cards = cards.prefetch_related("identities")
    numbers = list(phones)
    if numbers:
        same = Q(identities__kind=Identity.Kind.PHONE, identities__value__in=numbers)
        for one in cards.filter(same).distinct().order_by("-pk")[:MOST]:
            found[one.pk] = Alike(one, SAME_PHONE)
    if " " in contact.name.strip():  # a first name alone is many people's
        houses = _houses(contact)
        # By the index: comparing all names is slow in a shop of many years.
        named = cards.filter(pk__in=finding.keys(contact.name, [KIND]))
        for one in named.filter(name__iexact=contact.name.strip()).order_by("-pk")[:MOST]:
            because = SAME_NAME_AND_HOUSE if houses & _houses(one) else SAME_NAME
            found.setdefault(one.pk, Alike(one, because))
    order = (SAME_PHONE, SAME_NAME_AND_HOUSE, SAME_NAME)
    return sorted(found.values(), key=lambda one: order.index(one.because))[:MOST]


def _houses(contact: Contact) -> set[str]:
    mails = (one.value for one in contact.identities.all() if one.kind == Identity.Kind.EMAIL)
    return {value.rpartition("@")[2] for value in mails}
