"""Making good what went wrong: a ready apology for the answer, and what the customer gets."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.desk.conversation.sorting_page import show
from promisedesk.desk.conversation.views import conversation_of
from promisedesk.lib import money
from promisedesk.promises import acknowledging, apologising, compensating
from promisedesk.promises.models import Compensation
from promisedesk.replies import drafting


@login_required
def making_good(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """The apologies and what was given; POST gives more: `kind`, `cost`, `says`, `code`, and
    `tell` to say so in the answer that is being written."""
    conversation = conversation_of(request, view, public_id)
    if request.method != "POST":
        return _shown(request, view, conversation)
    posted, cost = request.POST, money.read(request.POST.get("cost", ""))
    if cost is None:
        return _shown(request, view, conversation, _("Say what it costs, like 10.00."))
    try:
        row = compensating.give(
            conversation,
            posted.get("kind", ""),
            cost,
            compensating.currency(),
            posted.get("says", ""),
            posted.get("code", ""),
            apologising.broken_in(conversation),
            by=request.user,
        )
    except Refused as refusal:
        return _shown(request, view, conversation, str(refusal))
    if "tell" not in posted:
        messages.success(request, _("Written down. Tell the customer about it."))
        return redirect("desk:conversation", view, public_id)
    _put_first(conversation, request, apologising.sentence_for(row))
    messages.success(request, _("Written down, and put before what you have written."))
    return _to_the_answer(view, public_id)


@login_required
@require_POST
def apology(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Put an apology (`text`) before what the agent has written so far."""
    conversation = conversation_of(request, view, public_id)
    text = request.POST.get("text", "").strip()[: drafting.LONGEST_DRAFT]
    if not text:
        return _shown(request, view, conversation, _("Choose a text."))
    try:
        demand(request.user, Deed.ANSWER)
    except Refused as refusal:
        return _shown(request, view, conversation, str(refusal))
    _put_first(conversation, request, text)
    messages.success(request, _("The apology stands before what you have written."))
    return _to_the_answer(view, public_id)


@login_required
@require_POST
def taken_back(request: HttpRequest, view: str, public_id: str, given: str) -> HttpResponse:
    """It was not given after all."""
    conversation = conversation_of(request, view, public_id)
    row = get_object_or_404(compensating.given_in(conversation), public_id=given)
    try:
        compensating.take_back(row, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        said = apologising.sentence_for(row)
        if drafting.take_out(conversation, request.user, said):
            messages.success(request, _("Taken back, also out of the answer you are writing."))
        else:
            messages.success(request, _("Taken back. It stays in the history."))
    return redirect("desk:making-good", view, public_id)


def _shown(
    request: HttpRequest, view: str, conversation: Conversation, error: str = ""
) -> HttpResponse:
    missed, language = apologising.broken_in(conversation), get_language() or "en"
    room = compensating.room_of(conversation, request.user)
    given = list(compensating.given_in(conversation))
    return show(
        request,
        view,
        conversation,
        "making_good",
        _("Make it good"),
        error,
        missed=missed,
        texts=apologising.texts_for(missed, conversation) if missed else [],
        language=acknowledging.letter_language(conversation),
        kinds=Compensation.Kind.choices,
        room=room,
        left=None if room.left is None else money.said(room.left, room.currency, language),
        given=given,
        own={one.pk for one in given if compensating.may_take_back(one, request.user)},
        posted=request.POST,
    )


def _put_first(conversation: Conversation, request: HttpRequest, text: str) -> None:
    drafting.restore(conversation, request.user, text, [])


def _to_the_answer(view: str, public_id: str) -> HttpResponse:
    return redirect(reverse("desk:conversation", args=[view, public_id]) + "#reply")
