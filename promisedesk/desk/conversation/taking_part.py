"""Deciding about people: who takes part, who is the customer, what belongs together."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.contacts import merging
from promisedesk.conversations import customers, joining, participants, splitting
from promisedesk.conversations.customers_seen import seen_by
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.desk.conversation.actions import act_on
from promisedesk.desk.conversation.views import conversation_of


def _other(request: HttpRequest, public_id: str) -> Conversation:
    seen = Conversation.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("contact", "inbox"), public_id=public_id)


@login_required
@require_POST
def participant(request: HttpRequest, view: str, public_id: str, who: str) -> HttpResponse:
    """Let somebody take part (`let_in`), or keep them out."""
    lets_in = "let_in" in request.POST

    def act(conversation: Conversation) -> None:
        other = get_object_or_404(conversation.participants, public_id=who)
        if not lets_in:
            participants.keep_out(other, by=request.user)
            return
        seen = Conversation.objects.visible_to(request.user)
        joining.let_in_with_letters(other, seen, by=request.user)

    done = _("They take part from now on.") if lets_in else _("They are kept out.")
    return act_on(request, view, public_id, done, act)


@login_required
@require_POST
def knock(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Somebody wrote to `into` from outside: `let_join`, `same_person`, or leave it apart."""
    conversation = conversation_of(request, view, public_id)
    into = joining.referred_to(conversation)
    if into is None:
        raise Http404
    into = _other(request, into.public_id)
    try:
        if "let_join" in request.POST:
            joining.let_join(conversation, into, by=request.user)
        elif "same_person" in request.POST:
            joining.same_person(conversation, into, by=request.user)
        else:
            joining.leave_apart(conversation, into, by=request.user)
            messages.success(request, _("It stays a conversation of its own."))
            return redirect("desk:conversation", view, public_id)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:conversation", view, public_id)
    messages.success(request, _("It stands here now. It can be taken apart again below."))
    return redirect("desk:conversation", "all", into.public_id)


@login_required
@require_POST
def joined(request: HttpRequest, view: str, public_id: str, stray: str) -> HttpResponse:
    """Take what was put into this conversation out again."""
    other = _other(request, stray)

    def act(conversation: Conversation) -> None:
        joining.take_apart(conversation, other.public_id, by=request.user)

    return act_on(request, view, public_id, _("They are two conversations again."), act)


@login_required
@require_POST
def customer(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Whoever wrote the forwarded mail (`message`) is the customer."""

    def act(conversation: Conversation) -> None:
        wanted = request.POST.get("message", "")
        message = get_object_or_404(conversation.messages, public_id=wanted)
        customers.make_customer(conversation, message, by=request.user)

    return act_on(request, view, public_id, _("The customer is changed."), act)


@login_required
@require_POST
def address(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """An address their mail asks to answer to is the customer's too."""

    def act(conversation: Conversation) -> None:
        wanted = request.POST.get("address", "")
        asked = conversation.messages.filter(contact=conversation.contact_id, reply_to=wanted)
        if not wanted or not asked.exists():
            raise Http404
        merging.take_address(
            conversation.contact,
            wanted,
            by=request.user,
            conversation=conversation,
            seen=seen_by(request.user),
        )

    return act_on(request, view, public_id, _("The address is on the card now."), act)


@login_required
@require_POST
def matter(request: HttpRequest, view: str, public_id: str, message: str) -> HttpResponse:
    """Make a message a conversation of its own, and open that."""
    conversation = conversation_of(request, view, public_id)
    found = get_object_or_404(conversation.messages, public_id=message)
    try:
        new = splitting.split(found, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:conversation", view, public_id)
    messages.success(request, _("This is a conversation of its own now."))
    return redirect("desk:conversation", "all", new.public_id)
