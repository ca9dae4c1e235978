"""Changing who a customer is: their addresses, and one card made of two."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents.rights import Deed, may
from promisedesk.contacts import cards, suggesting
from promisedesk.contacts import identities as ability
from promisedesk.contacts.indexing import KIND
from promisedesk.contacts.models import Contact, Merge
from promisedesk.conversations.customers_seen import seen_by
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.customers.views import contact_of
from promisedesk.search import finding

MOST = 12  # cards offered


def _told(request: HttpRequest, contact: Contact, done: str, act) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("desk:customer-page", contact.public_id)


@login_required
@require_POST
def identities(request: HttpRequest, public_id: str) -> HttpResponse:
    """Add an e-mail address or a phone number (`value`)."""
    contact = contact_of(request, public_id)
    value = request.POST.get("value", "")
    return _told(
        request,
        contact,
        _("It is on the card now."),
        lambda: ability.add(contact, value, by=request.user, seen=seen_by(request.user)),
    )


@login_required
@require_POST
def identity(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """Make it the first of its kind (`main`), or take it off the card."""
    contact = contact_of(request, public_id)
    one = get_object_or_404(contact.identities, pk=number)
    if "main" in request.POST:
        done = _("It comes first now.")
        return _told(request, contact, done, lambda: ability.make_main(one, by=request.user))
    done = _("It is not on the card any more.")
    return _told(request, contact, done, lambda: ability.remove(one, by=request.user))


@login_required
def merge(request: HttpRequest, public_id: str) -> HttpResponse:
    """Choose another card of the same person (`q`), and put it into this one (POST `with`)."""
    contact = contact_of(request, public_id)
    if request.method == "POST":
        gone = contact_of(request, request.POST.get("with", ""))
        return _told(
            request,
            contact,
            _("They are one card now. It can be taken apart again below."),
            lambda: cards.merge(gone, contact, by=request.user),
        )
    if not may(request.user, Deed.CARD):
        raise Http404  # as of a customer they do not see
    asked = request.GET.get("q", "").strip()[:200]
    context = {
        "contact": contact,
        "asked": asked,
        "found": _found(request, contact, asked) if asked else [],
        "alike": suggesting.same_person(contact, seen_by(request.user)),
        "clock": Clock.of(request.user),
    }
    return render(request, "desk/customers/merge.html", context)


def _found(request: HttpRequest, contact: Contact, asked: str) -> list[Contact]:
    rows = seen_by(request.user).filter(merged_into=None).exclude(pk=contact.pk)
    named = rows.filter(pk__in=finding.keys(asked, [KIND]))
    return list(named.prefetch_related("identities").order_by("-pk")[:MOST])


@login_required
@require_POST
def apart(request: HttpRequest, public_id: str, merge: str) -> HttpResponse:
    """Take a card out of this one again."""
    contact = contact_of(request, public_id)
    row = get_object_or_404(Merge.objects.filter(gone__merged_into=contact), public_id=merge)
    done = _("They are two cards again.")
    return _told(request, contact, done, lambda: cards.take_back(row, by=request.user))
