"""The customer's card, edited beside the conversation."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents.rights import Deed, may
from promisedesk.contacts import card, merging
from promisedesk.contacts.models import Identity
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.desk.contact.forms import CardForm, card_form
from promisedesk.desk.conversation.views import conversation_of, show


@login_required
def contact(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """The card's form, for the panel or in the whole page, and writing the card.

    What was wrong is shown in the panel, with what was typed.
    """
    conversation = conversation_of(request, view, public_id)
    if request.method != "POST":
        return _form(request, view, conversation)
    form = CardForm(request.POST)
    if form.is_valid():
        try:
            card.change(conversation.contact, **form.changes(), by=request.user)
        except Refused as refusal:
            form.add_error("phone" if form.data.get("phone") else "name", str(refusal))
        else:
            messages.success(request, _("The card is saved."))
            return redirect("desk:conversation", view, public_id)
    return show(request, view, conversation, card=form)


def _form(request: HttpRequest, view: str, conversation: Conversation) -> HttpResponse:
    if not may(request.user, Deed.CARD):
        return redirect("desk:conversation", view, conversation.public_id)
    form = card_form(conversation.contact)
    if not request.htmx or request.htmx.history_restore_request:
        return show(request, view, conversation, card=form)
    here = reverse("desk:conversation", args=[view, conversation.public_id])
    return render(request, "desk/contact/card_form.html", {"form": form, "here": here})


@login_required
@require_POST
def suggestion(request: HttpRequest, view: str, public_id: str, number: int) -> HttpResponse:
    """Take a suggested phone number or address over (`keep`), or forget it."""
    conversation = conversation_of(request, view, public_id)
    identity = get_object_or_404(conversation.contact.identities, pk=number, is_suggested=True)
    try:
        if "keep" in request.POST:
            card.take_suggestion(identity, by=request.user, conversation=conversation)
            is_phone = identity.kind == Identity.Kind.PHONE
            said = _("The number is on the card now.")
            messages.success(request, said if is_phone else _("The address is on the card now."))
        else:
            card.dismiss_suggestion(identity, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:conversation", view, public_id)


@login_required
@require_POST
def address(request: HttpRequest, view: str, public_id: str, number: int) -> HttpResponse:
    """An address on the card is somebody else's: it goes back to where it was."""
    conversation = conversation_of(request, view, public_id)
    identity = get_object_or_404(conversation.contact.identities, pk=number, kind="email")
    try:
        merging.let_go(
            conversation.contact, identity.value, by=request.user, conversation=conversation
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The address is not on this card any more."))
    return redirect("desk:conversation", view, public_id)
