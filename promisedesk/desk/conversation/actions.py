"""What can be done with a conversation, one button each. Refusals are told on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from promisedesk.conversations import assigning, batches, closing, deliveries, resending, seeing
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.desk.conversation.views import conversation_of
from promisedesk.desk.toasts import say_done
from promisedesk.replies import taking_back


def act_on(
    request: HttpRequest,
    view: str,
    public_id: str,
    done: str | LazyText,
    act: Callable,
    *,
    has_undo: bool = False,
    has_left: bool = False,
) -> HttpResponse:
    """Do it with the conversation in the URL, tell `done` or why not, and show it again.

    `has_undo`: all of it can be put back. `has_left`: the next one is offered.
    """
    conversation = conversation_of(request, view, public_id)
    try:
        batch = batches.do_one(conversation, partial(act, conversation), by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        say_done(request, done, batch if has_undo else None, has_left=has_left)
    return redirect("desk:conversation", view, public_id)


@login_required
@require_POST
def assignee(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Give it to `agent` (a public id), or back to anyone (empty)."""
    chosen = request.POST.get("agent", "")

    def act(conversation: Conversation) -> None:
        people = seeing.who_answers(conversation)
        to = get_object_or_404(people, public_id=chosen) if chosen else None
        assigning.assign(conversation, to, by=request.user)

    done = _("Assigned.") if chosen else _("Put back for anyone.")
    return act_on(request, view, public_id, done, act, has_undo=True)


def _button(act: Callable, done: LazyText, **more: bool) -> Callable[..., HttpResponse]:
    """The view of a button that needs nothing but the conversation and who pressed it."""

    @login_required
    @require_POST
    def pressed(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
        return act_on(request, view, public_id, done, partial(act, by=request.user), **more)

    return pressed


resolution = _button(
    closing.resolve,
    gettext_lazy("Resolved. It opens again if they write."),
    has_undo=True,
    has_left=True,
)
reopening = _button(closing.reopen, gettext_lazy("Opened again."), has_undo=True)
spam = _button(closing.mark_spam, gettext_lazy("Moved to the spam."), has_undo=True, has_left=True)
no_spam = _button(closing.not_spam, gettext_lazy("Taken out of the spam."), has_undo=True)
blocked_sender = _button(
    closing.block_sender,
    gettext_lazy("Blocked. Further mail from this sender goes to the spam."),
    has_left=True,
)
trusted_sender = _button(
    closing.trust_sender, gettext_lazy("Trusted. Mail from this sender is never taken for spam.")
)


@login_required
@require_POST
def delivery(request: HttpRequest, view: str, public_id: str, message: str) -> HttpResponse:
    """Try the stuck letters of a message again now."""

    def act(conversation: Conversation) -> None:
        deliveries.retry_message(_letter(conversation, message), by=request.user)

    return act_on(request, view, public_id, _("It is being sent again."), act)


@login_required
@require_POST
def undo(request: HttpRequest, view: str, public_id: str, message: str) -> HttpResponse:
    """Take a reply back that has not left: it is in the composer again, with its files."""
    conversation = conversation_of(request, view, public_id)
    try:
        macros = taking_back.take_back(_letter(conversation, message), by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:conversation", view, public_id)
    messages.success(request, _("Taken back. Nothing was sent, and your text is here again."))
    return to_the_box(view, public_id, macros)


def to_the_box(view: str, public_id: str, macros: Sequence[str] = ()) -> HttpResponse:
    """On to writing the answer, with these macros ticked."""
    query = "?" + urlencode({"macro": macros}, doseq=True) if macros else ""
    return redirect(reverse("desk:reply", args=[view, public_id]) + query + "#reply")


@login_required
@require_POST
def instead(request: HttpRequest, view: str, public_id: str, message: str) -> HttpResponse:
    """Send an answer that did not arrive to another address of the customer (`to`)."""

    def act(conversation: Conversation) -> None:
        lost = _letter(conversation, message)
        resending.send_instead(lost, request.POST.get("to", ""), by=request.user)

    return act_on(request, view, public_id, _("It goes to the other address."), act)


def _letter(conversation: Conversation, message: str) -> Message:
    return get_object_or_404(conversation.messages, public_id=message, direction="out")
