"""Choosing another conversation: to merge this one into it, or to link the two."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.contacts.models import Identity
from promisedesk.conversations import linking_together, merging
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation.actions import act_on
from promisedesk.desk.conversation.views import conversation_of
from promisedesk.search import finding

MOST = 12  # offered at once


def others(request: HttpRequest, conversation: Conversation) -> QuerySet[Conversation]:
    """Those it can be put together with, of all this agent may see."""
    seen = Conversation.objects.visible_to(request.user).filter(merged_into=None, parent=None)
    seen = seen.exclude(pk=conversation.pk).exclude(state=Conversation.State.SPAM)
    return seen.select_related("contact", "inbox")


def found(request: HttpRequest, conversation: Conversation, asked: str) -> list[Conversation]:
    """The same customer's, newest first; or what was asked for: a reference, an address, words."""
    rows = others(request, conversation)
    if not asked:
        return list(rows.filter(contact=conversation.contact_id).order_by("-last_at")[:MOST])
    ref = asked.strip("[#] ").upper()
    if len(ref) <= 12:
        named = Conversation.objects.filter(Q(ref=ref) | Q(merged__ref=ref)).values("pk")
        if exact := list(rows.filter(pk__in=named)):
            return exact
    if "@" in asked and " " not in asked:
        known = Identity.objects.filter(kind="email", value=asked.lower()).values("contact")
        return list(rows.filter(contact__in=known).order_by("-last_at")[:MOST])
    return list(rows.filter(pk__in=finding.groups(asked)).order_by("-last_at")[:MOST])


@login_required
def merge(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Choose (`q`), look (`with`), and merge this conversation into the chosen one (POST)."""
    conversation = conversation_of(request, view, public_id)
    wanted = request.POST.get("with") or request.GET.get("with", "")
    into = None
    if wanted:
        into = get_object_or_404(others(request, conversation), public_id=wanted)
    if request.method == "POST" and into:
        how = request.POST.get("customer", "")
        try:
            row = merging.merge(conversation, into, by=request.user, customer=how)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            there = redirect("desk:conversation", "all", into.public_id)
            there["Location"] += f"?merged={row.public_id}"
            return there
    return _page(request, view, conversation, "merge", into)


@login_required
def links(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Choose a conversation that belongs to the same matter, and link the two (POST)."""
    conversation = conversation_of(request, view, public_id)
    if request.method != "POST":
        return _page(request, view, conversation, "link", None)
    wanted = request.POST.get("with", "")
    other = get_object_or_404(others(request, conversation), public_id=wanted)

    def act(conversation: Conversation) -> None:
        linking_together.link(conversation, other, by=request.user)

    return act_on(request, view, public_id, _("They are linked."), act)


@login_required
@require_POST
def unlink(request: HttpRequest, view: str, public_id: str, other: str) -> HttpResponse:
    linked = get_object_or_404(Conversation.objects.visible_to(request.user), public_id=other)

    def act(conversation: Conversation) -> None:
        linking_together.unlink(conversation, linked, by=request.user)

    return act_on(request, view, public_id, _("The link is gone."), act)


def _page(
    request: HttpRequest, view: str, conversation: Conversation, what: str, into
) -> HttpResponse:
    asked = request.GET.get("q", "").strip()[:200]
    context = {
        "conversation": conversation,
        "view": view,
        "what": what,
        "asked": asked,
        "into": into,
        "choices": [] if into else found(request, conversation, asked),
        "clock": Clock.of(request.user),
        "numbers": _numbers(conversation) if into else {},
        "is_other": into is not None and into.contact_id != conversation.contact_id,
    }
    return render(request, "desk/conversation/choose.html", context)


def _numbers(conversation: Conversation) -> dict[str, int]:
    return {
        "messages": conversation.messages.exclude(direction="note").count(),
        "notes": conversation.messages.filter(direction="note").count(),
    }
