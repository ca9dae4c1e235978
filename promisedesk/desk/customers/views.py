"""Everything about one customer: the card, what was said on all channels, what was promised."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from promisedesk.agents.rights import Deed, may
from promisedesk.contacts import card, suggesting
from promisedesk.contacts.models import Contact, Identity, Merge
from promisedesk.conversations.customers_seen import seen_by
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.contact import panel
from promisedesk.desk.contact.forms import CardForm, card_form
from promisedesk.promises import given
from promisedesk.promises.measures import outcome_of

AT_ONCE = 50  # conversations of one page
MOST_PROMISES = 50


def contact_of(request: HttpRequest, public_id: str) -> Contact:
    """The customer in the URL; 404 unless this agent may see them."""
    return get_object_or_404(seen_by(request.user), public_id=public_id)


@login_required
def customer(request: HttpRequest, public_id: str) -> HttpResponse:
    """The page, and its card edited (POST). One that was put into another leads there."""
    contact = contact_of(request, public_id)
    if contact.merged_into_id:
        return redirect("desk:customer-page", contact.merged_into.public_id)
    form = CardForm(request.POST) if request.method == "POST" else card_form(contact)
    if request.method == "POST" and form.is_valid():
        try:
            card.change(contact, **form.changes(), by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The card is saved."))
            return redirect("desk:customer-page", public_id)
    status = 422 if form.errors else 200
    return render(
        request, "desk/customers/customer.html", _page(request, contact, form), None, status
    )


def _page(request: HttpRequest, contact: Contact, form: CardForm) -> dict:
    known = panel.identities_of(contact)
    emails = [one for one in known if one.kind == Identity.Kind.EMAIL]
    phones = [one for one in known if one.kind == Identity.Kind.PHONE and not one.is_suggested]
    may_change = may(request.user, Deed.CARD)
    word = given.given_to(contact, panel.SHOWN_PROMISES, agent=request.user)
    talks = panel.past(contact, request.user).select_related("assignee", "inbox")
    page = Paginator(talks.order_by("-last_at", "-pk"), AT_ONCE).get_page(request.GET.get("page"))
    promises = given.promises_to(contact, request.user).select_related("conversation")
    return {
        "contact": contact,
        "form": form,
        "emails": emails,
        "phones": phones,
        "language": panel.language_name(contact.language),
        "there": panel.there(contact, phones),
        "own": panel.filled(contact),
        "is_unsubscribed": any(one.is_unsubscribed for one in emails),
        "kept": word.share,
        "outcomes": word.outcomes,
        "page": page,
        "talks": [(one, word.by_conversation.get(one.pk, "")) for one in page],
        "promises": [
            (one, outcome_of(one.state, one.due_at, one.settled_at))
            for one in promises[:MOST_PROMISES]
        ],
        "sides": _sides(contact, request),
        "merges": Merge.objects.filter(gone__merged_into=contact, undone_at=None)
        .select_related("gone", "by")
        .defer("before"),
        "alike": suggesting.same_person(contact, seen_by(request.user)) if may_change else [],
        "may_change": may_change,
        "clock": Clock.of(request.user),
    }


def _sides(contact: Contact, request: HttpRequest) -> list[Conversation]:
    """Talks with them beside conversations of others: they are a supplier or courier."""
    seen = Conversation.objects.visible_to(request.user).filter(contact=contact)
    sides = seen.filter(parent__isnull=False).select_related("parent")
    return list(sides.order_by("-last_at")[:AT_ONCE])
