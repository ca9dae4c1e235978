"""Help with writing by the server the shop set: asked by a press, shown beside the text.

Nothing is sent or changed by itself: a proposal is taken or left. The page looks every second
whether an answer came; without scripts each step is a page of its own.
"""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents.rights import Deed, may
from promisedesk.coach import helping, wanting
from promisedesk.coach.models import Asked
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES
from promisedesk.desk.conversation.views import conversation_of
from promisedesk.desk.conversation.writing import keep_typed
from promisedesk.replies import drafting, variables

SLOW_START = 15  # seconds without a worker; then the panel says so
TITLES = {
    "softer": gettext_lazy("A softer wording"),
    "shorter": gettext_lazy("A shorter wording"),
    "translate": gettext_lazy("In the customer’s language"),
    "draft": gettext_lazy("A draft of an answer"),
    "read": gettext_lazy("Translation for you"),
    "try": gettext_lazy("The server’s sentence"),
}


@login_required
def helps(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """What is offered (`?menu`: the menu alone). Posted: ask for one (`kind`), about the `text`
    in the box or a `message` of the customer's; without a kind the draft is kept for the page."""
    conversation = conversation_of(request, view, public_id)
    if request.method == "POST":
        if not may(request.user, Deed.ANSWER):
            raise PermissionDenied(_("Your role does not allow this."))
        return _ask(request, view, conversation)
    name = "help_menu" if "menu" in request.GET else "help_page"
    return render(request, f"desk/conversation/{name}.html", _offers(request, view, conversation))


def _offers(request: HttpRequest, view: str, conversation: Conversation) -> dict:
    can = may(request.user, Deed.ANSWER)
    language = variables.answer_language(conversation)
    mine = Asked.objects.filter(agent=request.user, conversation=conversation, message=None)
    return {
        "conversation": conversation,
        "view": view,
        "helps": helping.offered() if can else (),
        "host": helping.host(),
        "to_language": dict(LANGUAGES)[language],
        "last": mine.order_by("-pk").first() if can else None,
    }


def _ask(request: HttpRequest, view: str, conversation: Conversation) -> HttpResponse:
    kind = request.POST.get("kind", "")
    if not kind:
        keep_typed(request, conversation)
        return redirect(request.path)
    message = None
    if kind == "read":
        theirs = conversation.messages.filter(direction=Message.Direction.IN)
        message = get_object_or_404(theirs, public_id=request.POST.get("message", ""))
    text = request.POST.get("text")
    if text is None and kind != "read":
        draft = drafting.drafts(conversation, request.user).get(False)
        text = draft.text if draft else ""
    try:
        asked = wanting.ask(conversation, kind, by=request.user, text=text or "", message=message)
    except Refused as refusal:
        if request.htmx:
            return render(request, "desk/conversation/help_refused.html", {"says": str(refusal)})
        messages.error(request, str(refusal))
        return redirect(request.path)
    if request.htmx:
        return _shown(request, view, conversation, asked)
    return redirect("desk:writing-help-answer", view, conversation.public_id, asked.public_id)


@login_required
def answer(request: HttpRequest, view: str, public_id: str, asked: str) -> HttpResponse:
    """How far it is; `leave` it, or `take` it into the draft."""
    conversation = conversation_of(request, view, public_id)
    mine = Asked.objects.filter(agent=request.user, conversation=conversation)
    row = get_object_or_404(mine, public_id=asked)
    if request.method == "POST":
        return _decided(request, view, conversation, row)
    if request.htmx and row.done_at is None and not _is_late(row) and "all" not in request.GET:
        return HttpResponse(status=204)  # nothing to swap yet
    return _shown(request, view, conversation, row)


def _decided(
    request: HttpRequest, view: str, conversation: Conversation, row: Asked
) -> HttpResponse:
    there = reverse("desk:conversation", args=[view, conversation.public_id])
    if "take" in request.POST and row.answer and not row.message_id:
        draft = drafting.drafts(conversation, request.user).get(False)
        files = drafting.files_of(draft) if draft else []
        drafting.save(conversation, request.user, row.answer, files=files)
        there = reverse("desk:reply", args=[view, conversation.public_id]) + "#reply"
    if "take" in request.POST or "leave" in request.POST:
        wanting.leave(row)
    return HttpResponse("") if request.htmx else redirect(there)


def _is_late(row: Asked) -> bool:
    waited = (now() - row.created_at).total_seconds()
    return row.done_at is None and not row.attempts and waited > SLOW_START


def _shown(request: HttpRequest, view: str, conversation: Conversation, row: Asked) -> HttpResponse:
    place = [view, conversation.public_id]
    context = {
        "conversation": conversation,
        "view": view,
        "helps": (),
        "asked": row,
        "is_late": _is_late(row),
        "title": TITLES.get(row.kind, ""),
        "doubts": said_doubts(row),
        "help_url": reverse("desk:writing-help", args=place),
        "answer_url": reverse("desk:writing-help-answer", args=[*place, row.public_id]),
    }
    name = "help_answer" if request.htmx else "help_page"
    return render(request, f"desk/conversation/{name}.html", context)


def said_doubts(row: Asked) -> list[str]:
    """What to look at in an answer, as sentences."""
    by_kind: dict[str, list[str]] = {}
    for kind, words in row.doubts:
        by_kind.setdefault(kind, []).append(words)
    said = []
    for kind, words in by_kind.items():
        listed = {"words": ", ".join(words)}
        if kind == "cut":
            said.append(_("The server stopped before it was done: the end is missing."))
        elif kind == "lost":
            said.append(_("Not there any more: %(words)s") % listed)
        elif kind == "added":
            said.append(_("Not in what was sent, check it: %(words)s") % listed)
        else:
            said.append(_("Still to be filled in: %(words)s") % listed)
    return said
