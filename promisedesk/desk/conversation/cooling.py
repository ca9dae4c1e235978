"""Heat in a conversation: what is not angry after all, and answers that cool off."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.coach import cooling, heat, second_eyes
from promisedesk.coach.models import Cooling
from promisedesk.core.errors import Refused
from promisedesk.desk.conversation.views import conversation_of


@login_required
@require_POST
def not_angry(request: HttpRequest, view: str, public_id: str, message: str) -> HttpResponse:
    """The coach took this message for an angry one, and it is not."""
    conversation = conversation_of(request, view, public_id)
    written = get_object_or_404(conversation.messages, public_id=message, direction="in")
    try:
        heat.deny(written, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:conversation", view, conversation.public_id)


@login_required
@require_POST
def held(request: HttpRequest, view: str, public_id: str, row: str) -> HttpResponse:
    """A held answer: `send_now`, or `give_back` as `text` with a `note`."""
    conversation = conversation_of(request, view, public_id)
    found = get_object_or_404(
        Cooling.objects.select_related("letter__agent", "letter__conversation"),
        letter__conversation=conversation,
        letter__public_id=row,
    )
    try:
        if "send_now" in request.POST:
            cooling.release(found, by=request.user)
            messages.success(request, _("It leaves now."))
        elif "give_back" in request.POST:
            text, note = request.POST.get("text", ""), request.POST.get("note", "")
            second_eyes.give_back(found, text, note, by=request.user)
            said = _("%(name)s has it back as a draft.") % {"name": found.letter.agent.name}
            messages.success(request, said)
        else:
            raise Http404
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:conversation", view, conversation.public_id)
