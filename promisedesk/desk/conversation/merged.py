"""Taking a merge back, and giving a conversation to another customer."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from promisedesk.conversations import customers, merging
from promisedesk.conversations.models import Conversation, Merge
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation.actions import act_on
from promisedesk.desk.conversation.views import conversation_of


@login_required
@require_POST
def apart(request: HttpRequest, view: str, public_id: str, merge: str) -> HttpResponse:
    """Take out of this conversation what was merged into it, and open that."""
    conversation = conversation_of(request, view, public_id)
    here = Merge.objects.filter(gone__merged_into=conversation)
    row = get_object_or_404(here, public_id=merge)
    try:
        parted = merging.take_back(row, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:conversation", view, public_id)
    messages.success(request, said(parted))
    return redirect("desk:conversation", "all", parted.gone.public_id)


def said(parted: merging.Parted) -> str:
    """What became of the messages that came meanwhile."""
    words = [_("They are two conversations again.")]
    if parted.went:
        words.append(
            ngettext(
                "%d message that came since is here, for it belongs here.",
                "%d messages that came since are here, for they belong here.",
                parted.went,
            )
            % parted.went
        )
    if parted.stayed:
        words.append(
            ngettext(
                "%d message that came since stayed in the other.",
                "%d messages that came since stayed in the other.",
                parted.stayed,
            )
            % parted.stayed
        )
    return " ".join(words)


@login_required
def other_customer(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Say whose conversation it really is: the `address` of somebody known or new."""
    if request.method != "POST":
        conversation = conversation_of(request, view, public_id)
        context = {"conversation": conversation, "view": view, "clock": Clock.of(request.user)}
        return render(request, "desk/conversation/other_customer.html", context)

    def act(conversation: Conversation) -> None:
        customers.change_customer(
            conversation,
            request.POST.get("address", ""),
            name=request.POST.get("name", "").strip(),
            keep="keep" in request.POST,
            by=request.user,
        )

    return act_on(request, view, public_id, _("The customer is changed."), act)
