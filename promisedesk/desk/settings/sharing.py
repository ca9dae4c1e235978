"""How work is shared out: what an inbox says of it, and how much a person gets."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents import phones, teams
from promisedesk.agents.models import Agent
from promisedesk.conversations import team_inboxes
from promisedesk.conversations.models import Inbox
from promisedesk.core.errors import Refused
from promisedesk.desk.settings.access import settings_page


@settings_page
@require_POST
def of_inbox(request: HttpRequest, public_id: str) -> HttpResponse:
    inbox = get_object_or_404(Inbox, public_id=public_id)
    try:
        team_inboxes.share_out(
            inbox,
            assign_by=request.POST.get("assign_by", ""),
            prefers_known=bool(request.POST.get("prefers_known")),
            by=request.user,
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The inbox is saved."))
    return redirect("desk:settings-inbox", public_id)


@settings_page
@require_POST
def of_person(request: HttpRequest, public_id: str) -> HttpResponse:
    person = get_object_or_404(Agent, public_id=public_id)
    capacity = request.POST.get("capacity", "").strip() or "0"
    try:
        teams.give_to(
            person,
            takes_new=bool(request.POST.get("takes_new")),
            capacity=int(capacity) if capacity.isdecimal() and len(capacity) < 6 else -1,
            by=request.user,
        )
        if "phone" in request.POST:
            phones.set_phone(person, request.POST["phone"], by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%(name)s is saved.") % {"name": person.name})
    return redirect("desk:settings-person", public_id)
