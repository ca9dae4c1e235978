"""What goes on around writing: files as they are chosen, colleagues to name, drafts that were
left, and answers for later. Each works as a page without scripts, too."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from promisedesk.agents.rights import Deed, demand
from promisedesk.coach import cooling, leaving, reviewing
from promisedesk.conversations import looking, seeing
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation.actions import to_the_box
from promisedesk.desk.conversation.forms import WriteForm, signed
from promisedesk.desk.conversation.views import conversation_of, read_moment, said_of_hold
from promisedesk.replies import drafting, scheduling
from promisedesk.replies.recipients import Recipients
from promisedesk.replies.sending import Letter

MOST_COLLEAGUES = 8
MOMENTS = {
    "hour": gettext_lazy("In an hour"),
    "opening": gettext_lazy("When we open next"),
    "morning": gettext_lazy("Tomorrow morning at the customer’s"),
    "monday": gettext_lazy("Monday morning at the customer’s"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A time to send at, as a button says it."""

    value: str  # for the form
    name: str
    here: str  # by the reader's clock
    there: str  # by the customer's, where that is another


@login_required
@require_POST
def upload(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Files chosen, dropped or pasted: kept at once; the answer's values go with the form.

    JSON: {"files": [{name, size, bytes, value}], "refused": ""}. One that may not be sent says
    why; the others are kept all the same.
    """
    conversation_of(request, view, public_id)
    try:
        demand(request.user, Deed.NOTE)
    except Refused as refusal:
        return JsonResponse({"files": [], "refused": str(refusal)}, status=403)
    form = WriteForm(request.POST, request.FILES)
    form.is_valid()
    kept = form.stored_files()
    new = kept[len(form.kept_files()) :]
    looking.ask_for({(one.sha256, one.content_type) for one in new})  # to show it small, soon
    said = [
        {
            "name": one.name,
            "size": filesizeformat(one.size),
            "bytes": one.size,
            "value": signed(one),
        }
        for one in new
    ]
    return JsonResponse({"files": said, "refused": " ".join(form.errors.get("files", []))})


@login_required
def colleagues(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Whom a note can name: those who see this conversation. `?q=` is what was typed after @."""
    conversation = conversation_of(request, view, public_id)
    query = request.GET.get("q", "").casefold()
    found = [
        {"id": one.public_id, "name": one.name, "initials": one.initials}
        for one in seeing.who_sees(conversation).exclude(pk=request.user.pk)
        if any(part.startswith(query) for part in [one.name.casefold(), *_words(one.name)])
    ]
    return JsonResponse({"colleagues": found[:MOST_COLLEAGUES]})


def _words(name: str) -> list[str]:
    return name.casefold().split()


@login_required
@require_POST
def adopted(request: HttpRequest, view: str, public_id: str, number: int) -> HttpResponse:
    """Go on with what a colleague left: it is the reader's draft from now on."""
    conversation = conversation_of(request, view, public_id)
    draft = get_object_or_404(conversation.drafts, pk=number, is_note=False)
    name = draft.agent.name
    try:
        drafting.adopt(draft, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("What %(name)s wrote is yours now.") % {"name": name})
    return to_the_box(view, public_id)


@login_required
def later(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Times to send at: a part of the menu for the script, else a page.

    Posted by the composer (`text`), it keeps what is typed and shows the page; posted by the
    page, the draft is sent at `send_at`.
    """
    conversation = conversation_of(request, view, public_id)
    if request.method == "POST":
        if "text" in request.POST:
            keep_typed(request, conversation)
            return redirect(request.path)
        return _put_off(request, view, conversation)
    return _times(request, view, conversation)


def _times(
    request: HttpRequest,
    view: str,
    conversation: Conversation,
    stopped: leaving.Stopped | None = None,
) -> HttpResponse:
    """The times to choose from; `stopped` by the coach, it asks for a reason beside them."""
    context = {
        "offers": offers(conversation, Clock.of(request.user)),
        "conversation": conversation,
        "view": view,
        "last_message": _newest(conversation),
        "has_draft": False in drafting.drafts(conversation, request.user),
        "stop": stopped
        and {
            "stopped": stopped.hints,
            "may_overrule": not any(one.is_fixed for one in stopped.hints),
            "coach_reason": request.POST.get("coach_reason", ""),
        },
    }
    name = "later_times" if request.headers.get("X-Part") else "later"
    status = 422 if stopped else 200
    return render(request, f"desk/conversation/{name}.html", context, status=status)


def _newest(conversation: Conversation) -> int:
    return conversation.messages.order_by("-pk").values_list("pk", flat=True).first() or 0


def keep_typed(request: HttpRequest, conversation: Conversation) -> None:
    """What was typed becomes the draft, files and recipients too, however unfinished it is."""
    form = WriteForm(request.POST, request.FILES)
    form.is_valid()
    kept, chosen = form.stored_files(), form.recipients()
    text = request.POST.get("text", "")
    drafting.save(conversation, request.user, text, files=kept, recipients=chosen)


def _put_off(request: HttpRequest, view: str, conversation: Conversation) -> HttpResponse:
    clock, reason = Clock.of(request.user), request.POST.get("coach_reason", "")
    try:
        at = read_moment(request.POST, clock)
        said = _("It is sent %(at)s, unless the customer writes before it.") % {
            "at": clock.said(at)
        }
        letter = _letter_of_draft(request, conversation)
        read = reviewing.review_letter(conversation, letter, by=request.user)
        leaving.refuse_stopped(read, reason)
        hold = cooling.hold_for(conversation, letter.text)
        with transaction.atomic():
            if hold:
                row = cooling.put_off(conversation, letter, hold, by=request.user, send_at=at)
                said = said_of_hold(hold, row, clock)
            else:
                scheduling.schedule(conversation, letter, at, by=request.user)
            leaving.note_overruled(conversation, None, read, reason, by=request.user)
            drafting.discard(conversation, request.user)
    except leaving.Stopped as stopped:
        return _times(request, view, conversation, stopped)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return to_the_box(view, conversation.public_id)
    messages.success(request, said)
    return redirect("desk:conversation", view, conversation.public_id)


def _letter_of_draft(request: HttpRequest, conversation: Conversation) -> Letter:
    draft = drafting.drafts(conversation, request.user).get(False)
    seen = request.POST.get("last_message", "")
    return Letter(
        text=draft.text if draft else "",
        files=drafting.files_of(draft) if draft else [],
        recipients=Recipients.read(draft and draft.recipients),
        last_seen=int(seen) if seen.isdecimal() and len(seen) <= 18 else None,
    )


def offers(conversation: Conversation, clock: Clock) -> list[Offer]:
    """The times worth offering, by the reader's clock and the customer's."""
    there = Clock(scheduling.zone_of(conversation), clock.language, clock.now)
    found = []
    for one in scheduling.moments(conversation, clock.now):
        here, at_theirs = clock.said(one.at), there.said(one.at)
        other = "" if here == at_theirs else at_theirs
        found.append(Offer(one.at.isoformat(), str(MOMENTS[one.kind]), here, other))
    return found


@login_required
@require_POST
def scheduled(request: HttpRequest, view: str, public_id: str, row: str) -> HttpResponse:
    """An answer for later: `take_back`, `put_away`, or another `send_at`."""
    conversation = conversation_of(request, view, public_id)
    found = get_object_or_404(conversation.scheduled.select_related("conversation"), public_id=row)
    place = redirect("desk:conversation", view, public_id)
    try:
        if "take_back" in request.POST:
            ticked = scheduling.take_back(found, by=request.user)
            messages.success(request, _("It is a draft again. Nothing was sent."))
            place = to_the_box(view, public_id, ticked)
        elif "put_away" in request.POST:
            scheduling.put_away(found, by=request.user)
            messages.success(request, _("Put away. It is not sent."))
        elif "send_at" in request.POST:
            cooling.refuse_held(found)
            at = read_moment(request.POST, Clock.of(request.user))
            scheduling.change_time(found, at, by=request.user)
            messages.success(request, _("It is sent at the new time."))
        else:
            raise Http404
    except Refused as refusal:
        messages.error(request, str(refusal))
    return place
