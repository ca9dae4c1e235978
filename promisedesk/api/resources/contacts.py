from django.shortcuts import get_object_or_404
from ninja import Query, Router
from pydantic import Field

from promisedesk.api import rights, showing
from promisedesk.api.paging import Listing, listed, page_of
from promisedesk.api.problems import answers
from promisedesk.api.shapes import ContactOut
from promisedesk.contacts.models import Contact, Identity

router = Router(tags=["contacts"])


class Contacts(Listing):
    address: str | None = Field(None, description="An e-mail address, in any case.")
    language: str | None = None


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
