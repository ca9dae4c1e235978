"""Making customers findable: by name, company, every address and phone number, own fields.

A customer who writes for the first time is put there as they are made; what people change
afterwards is heard of by its event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from promisedesk.contacts import verbs
from promisedesk.contacts.models import Contact, Identity
from promisedesk.core.events import Verb, on
from promisedesk.search import indexing
from promisedesk.search.models import Document

KIND = "contact"
AT_ONCE = 500
SHORTEST_NUMBER = 7  # digits of a phone without what stands before it: +44 7700 900118


def put(contact: Contact, values: Iterable[str] | None = None) -> None:
    """Make a customer findable, anew if they were. `values` are all their addresses, if known.

    A card that was put into another is not found any more: the other is.
    """
    if contact.merged_into_id is not None:
        Document.objects.filter(kind=KIND, key=contact.pk).delete()
        return
    if values is None:
        known = contact.identities.exclude(kind=Identity.Kind.OFFERED)
        values = known.filter(is_suggested=False).values_list("value", flat=True)
    text = words_of(contact.name, contact.company, values, contact.fields)
    indexing.put(KIND, contact.pk, text, group=None, language=contact.language)


def words_of(name: str, company: str, values: Iterable[str], fields: dict) -> str:
    """What a customer is found by, as one text."""
    said = [name, company]
    for value in filter(None, values):
        said.append(value)
        if value.startswith("+"):
            said += endings(value)
    said += [str(one) for one in fields.values() if not isinstance(one, bool)]
    return "\n".join(filter(None, said))


def endings(phone: str) -> list[str]:
    """The number as people say it at home, whatever code they leave out: "7700900118"."""
    digits = re.sub(r"\D", "", phone)
    return [digits[start:] for start in (1, 2, 3) if len(digits) - start >= SHORTEST_NUMBER]


def _heard(event) -> None:
    if event.contact_id:
        ours = Contact.objects.filter(pk=event.contact_id)
        for contact in ours | Contact.objects.filter(merged_into=event.contact_id):
            put(contact)
    about = event.about
    for name in ("source", "target"):
        if isinstance(other := getattr(about, name, None), Contact):
            put(Contact.objects.get(pk=other.pk))


for _verb in [one for one in vars(verbs).values() if isinstance(one, Verb)]:
    on(_verb)(_heard)


def reindex() -> int:
    """Make every customer findable anew; returns how many there are."""
    done = 0
    for contact in Contact.objects.prefetch_related("identities").iterator(chunk_size=AT_ONCE):
        own = [
            one.value
            for one in contact.identities.all()
            if one.kind != Identity.Kind.OFFERED and not one.is_suggested
        ]
        put(contact, own)
        done += 1
    Document.objects.filter(kind=KIND).exclude(key__in=Contact.objects.values("pk")).delete()
    return done
