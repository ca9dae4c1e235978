"""Marking a conversation as urgent, taking it, and its priority; who was called meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.desk.conversation.views import conversation_of
from promisedesk.promises import urgency
from promisedesk.promises.calling_verbs import CALLED, NOBODY_CALLED
from promisedesk.promises.models import Urgency

SHOWN = 5  # of the latest calls


@dataclass(frozen=True, slots=True)
class Bar:
    """What stands above an urgent conversation."""

    urgency: Urgency | None  # the latest, taken or not
    calls: list[Event]

    @property
    def is_open(self) -> bool:
        return self.urgency is not None and self.urgency.ended_at is None


def bar(conversation: Conversation) -> Bar | None:
    """Two queries for what is urgent, none for the rest."""
    if conversation.priority != Conversation.Priority.URGENT:
        return None
    latest = Urgency.objects.filter(conversation=conversation).select_related("by", "taken_by")
    found = latest.order_by("-pk").first()
    if found is None:
        return Bar(None, [])
    verbs = [CALLED.name, NOBODY_CALLED.name]
    calls = Event.objects.filter(
        conversation_id=conversation.pk, verb__in=verbs, at__gte=found.since
    )
    return Bar(found, list(calls.order_by("-pk")[:SHOWN])[::-1])


@login_required
@require_POST
def urgent(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """`way`: mark, take, or end."""
    conversation = conversation_of(request, view, public_id)
    by, way = request.user, request.POST.get("way", "")
    try:
        if way == "take":
            is_mine = urgency.take(conversation, by=by)
            says = _("It is yours: nobody else is called.")
            if not is_mine:
                says = _("Somebody has taken it already.")
        elif way == "end":
            urgency.unmark(conversation, by=by)
            says = _("It is not urgent any more.")
        else:
            urgency.mark(conversation, by=by)
            says = _("Marked as urgent: people are called until one of them takes it.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, says)
    return redirect("desk:conversation", view, public_id)
