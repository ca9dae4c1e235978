"""The list of customers: who was last in touch first, or whoever the words typed find."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from promisedesk.contacts.models import Contact, Identity
from promisedesk.conversations import customers_listed as listed
from promisedesk.conversations.customers_listed import Known, Place
from promisedesk.desk.clock import Clock
from promisedesk.desk.contact.panel import language_name

A_PAGE = 50
LONGEST = 200  # characters looked for
LARGEST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Line:
    """One customer as the list shows them."""

    contact: Contact
    name: str
    address: str  # first e-mail address, unless it is the name
    phone: str
    language: str
    last_at: datetime | None
    open: int


@login_required
def customers(request: HttpRequest) -> HttpResponse:
    """Fifty customers this agent may see; `?q=` looks for words, `?after=` goes on."""
    asked = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LONGEST]
    after = _place(request.GET.get("after", ""))
    if asked:
        known, place = listed.called(request.user, asked, after, A_PAGE)
    else:
        known, place = listed.newest(request.user, after, A_PAGE)
    context = {
        "asked": asked,
        "lines": [_line(one) for one in known],
        "further": _further(asked, place),
        "is_first_page": after is None,
        "clock": Clock.of(request.user),
    }
    return render(request, "desk/customers/list.html", context)


def _line(known: Known) -> Line:
    values = {kind: "" for kind in Identity.Kind}
    for one in known.contact.identities.all():
        values[one.kind] = values[one.kind] or one.value
    name = known.contact.shown_name
    email, phone = values[Identity.Kind.EMAIL], values[Identity.Kind.PHONE]
    return Line(
        contact=known.contact,
        name=name,
        address="" if email == name else email,
        phone="" if phone == name else phone,
        language=language_name(known.contact.language),
        last_at=known.last_at,
        open=known.open,
    )


def _further(asked: str, place: Place | None) -> str:
    """The query of the next page; '' when this was the last."""
    if place is None:
        return ""
    after = f"{place.at.isoformat() if place.at else ''}~{place.id}"
    return urlencode({"q": asked, "after": after} if asked else {"after": after})


def _place(text: str) -> Place | None:
    """The place written in a link; nonsense means the beginning."""
    at, _tilde, number = text.partition("~")
    try:
        moment = datetime.fromisoformat(at).astimezone(UTC) if at else None
        found = int(number)
    except (ValueError, OverflowError):
        return None
    return Place(moment, found) if 0 <= found <= LARGEST_ID else None
