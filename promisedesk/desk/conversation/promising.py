"""Promises in a conversation: a new time, a further promise, that one is done, a call."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation import due_times, moments, pledges_posted
from promisedesk.desk.conversation.sorting_page import show
from promisedesk.desk.conversation.views import conversation_of
from promisedesk.promises import acknowledging, committing, renewing
from promisedesk.promises.committing import Pledge
from promisedesk.promises.models import Promise
from promisedesk.replies import calling, pledging


@login_required
def renewal(request: HttpRequest, view: str, public_id: str, promise: str) -> HttpResponse:
    """A new time instead of one that cannot be kept: `until`, or `date` and `time`; `says` is
    for the customer, `because` for the team; `quietly` sends no letter. `letter` shows it first."""
    conversation = conversation_of(request, view, public_id)
    row = get_object_or_404(Promise, conversation=conversation, public_id=promise)
    clock, posted = Clock.of(request.user), request.POST

    def shown(error: str = "", letter: str = "") -> HttpResponse:
        return show(
            request,
            view,
            conversation,
            "renewal",
            _("New promise"),
            error,
            promise=row,
            was=clock.said(row.due_at),
            is_missed=row.due_at <= clock.now,
            moments=due_times.for_a_renewal(row, clock),
            posted=posted,
            letter=letter,
            language=acknowledging.letter_language(conversation) if letter else "",
        )

    if request.method != "POST":
        return shown()
    due_at = _moment(request, clock)
    if due_at is None:
        return shown(_("Choose a day and a time."))
    try:
        if "letter" in posted:
            says = posted.get("says", "")
            return shown(letter=renewing.letter_for(row, due_at, by=request.user, says=says))
        new = renewing.renew(
            row,
            due_at,
            by=request.user,
            because=posted.get("because", ""),
            says=posted.get("says", ""),
            is_told="quietly" not in posted,
        )
    except Refused as refusal:
        return shown(str(refusal))
    said = {"at": clock.said(due_at)}
    if new.told_by_id:
        messages.success(request, _("Promised for %(at)s. The customer is being told.") % said)
    else:
        messages.success(request, _("Promised for %(at)s. Tell the customer yourself.") % said)
    return redirect("desk:conversation", view, public_id)


@login_required
def further(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Promise one thing more: `deed`, `says`, and a time; `callback` if the customer asked."""
    conversation = conversation_of(request, view, public_id)
    clock, posted = Clock.of(request.user), request.POST

    def shown(error: str = "") -> HttpResponse:
        return show(
            request,
            view,
            conversation,
            "further_promise",
            _("Promise something"),
            error,
            deeds=Promise.Deed.choices,
            moments=[
                *due_times.offered(conversation, clock),
                *due_times.for_a_call(conversation, clock),
            ],
            posted=posted,
        )

    if request.method != "POST":
        return shown()
    due_at = _moment(request, clock)
    if due_at is None:
        return shown(_("Choose a day and a time."))
    is_callback = posted.get("deed") == "callback"
    deed = Promise.Deed.CALL if is_callback else posted.get("deed", "")
    pledge = Pledge(deed if deed in Promise.Deed else "other", posted.get("says", ""), due_at)
    kind = Promise.Kind.CALLBACK if is_callback else Promise.Kind.COMMITMENT
    try:
        committing.commit(conversation, [pledge], by=request.user, kind=kind)
    except Refused as refusal:
        return shown(str(refusal))
    messages.success(request, _("Promised for %(at)s.") % {"at": clock.said(due_at)})
    return redirect("desk:conversation", view, public_id)


@login_required
@require_POST
def fulfilled(request: HttpRequest, view: str, public_id: str, promise: str) -> HttpResponse:
    """It is done."""
    conversation = conversation_of(request, view, public_id)
    row = get_object_or_404(Promise, conversation=conversation, public_id=promise)
    return _told(
        request, view, conversation, lambda: committing.fulfil(row, by=request.user), _("Done.")
    )


@login_required
def dropped(request: HttpRequest, view: str, public_id: str, promise: str) -> HttpResponse:
    """It was no promise, or is not wanted any more: `because`."""
    conversation = conversation_of(request, view, public_id)
    row = get_object_or_404(Promise, conversation=conversation, public_id=promise)

    def shown(error: str = "") -> HttpResponse:
        title = _("No promise any more")
        because = request.POST.get("because", "")
        return show(
            request, view, conversation, "no_promise", title, error, promise=row, because=because
        )

    if request.method != "POST":
        return shown()
    try:
        committing.withdraw(row, by=request.user, because=request.POST.get("because", ""))
    except Refused as refusal:
        return shown(str(refusal))
    messages.success(request, _("The promise is withdrawn. It stays in the history."))
    return redirect("desk:conversation", view, public_id)


@login_required
def call(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Write a call down: `outcome`, `text`; promises in its words are chips as in a letter's."""
    conversation = conversation_of(request, view, public_id)
    posted = request.POST

    def shown(error: str = "") -> HttpResponse:
        phones = conversation.contact.identities.filter(kind="phone", is_suggested=False)
        return show(
            request,
            view,
            conversation,
            "call",
            _("Log a call"),
            error,
            phones=list(phones.order_by("-is_main", "pk")[:5]),
            text=posted.get("text", ""),
            outcome=posted.get("outcome", ""),
            decided=pledges_posted.decided_in(posted),
        )

    if request.method != "POST":
        return shown()
    text, outcome = posted.get("text", ""), posted.get("outcome", calling.REACHED)
    try:
        calling.log(
            conversation,
            text,
            by=request.user,
            outcome=outcome,
            pledges=_pledged(conversation, text, posted) if outcome == calling.REACHED else (),
        )
    except Refused as refusal:
        return shown(str(refusal))
    messages.success(request, _("The call is written down."))
    return redirect("desk:conversation", view, public_id)


def _pledged(conversation: Conversation, text: str, posted: QueryDict) -> list[Pledge]:
    """What was promised on the phone, as the chips beneath the words say."""
    if conversation.parent_id:  # a supplier is promised nothing
        return []
    denied, moved = pledges_posted.denied_in(posted), pledges_posted.moved_in(posted)
    return pledging.chosen(conversation, text, denied=denied, moved=moved)


def _moment(request: HttpRequest, clock: Clock) -> datetime | None:
    chosen = request.POST.get("until", "")
    if not chosen:
        return moments.read(request.POST.get("date", ""), request.POST.get("time", ""), clock)
    try:
        until = datetime.fromisoformat(chosen)
    except ValueError:
        return None
    return until if until.tzinfo else None


def _told(request, view: str, conversation: Conversation, act, says: str) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, says)
    return redirect("desk:conversation", view, conversation.public_id)
