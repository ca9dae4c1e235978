from typing import Annotated

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from promisedesk.api import rights, showing
from promisedesk.api.paging import Listing, listed, page_of
from promisedesk.api.problems import answers
from promisedesk.api.shapes import ContactOut
from promisedesk.api.texts import Text
from promisedesk.contacts import card
from promisedesk.contacts.models import Contact, Identity

router = Router(tags=["contacts"])


class Contacts(Listing):
    address: str | None = Field(None, description="An e-mail address, in any case.")
    language: str | None = None


Value = Text | int | float | bool | None


class Change(Schema):
    """What to change on the card; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[Text, Field(max_length=card.LONGEST_NAME)] | None = None
    company: Annotated[Text, Field(max_length=card.LONGEST_NAME)] | None = None
    language: Text | None = Field(None, description="en, ru or pl; empty when not known.")
    time_zone: Text | None = Field(None, description="For example Europe/London.")
    notes: Annotated[Text, Field(max_length=card.LONGEST_NOTES)] | None = None
    segment: Annotated[Text, Field(max_length=40)] | None = None
    is_vip: bool | None = None
    fields: dict[str, Value] | None = Field(
        None, description="The shop's own fields by their key; null empties one."
    )


@router.get("", response=answers(200, page_of(ContactOut), 400), summary="List contacts")
def contacts(request, asked: Query[Contacts]):
    """Everybody who wrote to an inbox you see, newest first."""
    rows = rights.contacts(request.agent)
    if asked.language is not None:
        rows = rows.filter(language=asked.language)
    if asked.address is not None:
        value = asked.address.strip().lower()
        found = Identity.objects.filter(kind=Identity.Kind.EMAIL, value=value)
        rows = rows.filter(pk__in=found.values("contact"))
    return listed(request, showing.with_contact_parts(rows), asked, showing.contacts)


@router.get("/{id}", response=answers(200, ContactOut), summary="Read a contact")
def contact(request, id: str):
    rows = showing.with_contact_parts(rights.contacts(request.agent))
    row: Contact = get_object_or_404(rows, public_id=id)
    return showing.contacts([row])[0]


@router.patch("/{id}", response=answers(200, ContactOut, 400, 413, 415), summary="Change a contact")
def change(request, id: str, changes: Change):
    """Write on the card. What the desk's own pages would refuse is refused (422)."""
    rows = showing.with_contact_parts(rights.contacts(request.agent))
    row: Contact = get_object_or_404(rows, public_id=id)
    wished = {key: getattr(changes, key) or "" for key in changes.model_fields_set - {"fields"}}
    card.change(row, by=request.agent, fields=changes.fields, **wished)
    return showing.contacts([row])[0]
