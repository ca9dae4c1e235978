"""Talks beside a conversation, with a supplier or courier: begun, passed on, and shown."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.conversations import forwarding, siding, undoing
from promisedesk.conversations.models import LONGEST_SUBJECT, Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation.forms import WriteForm
from promisedesk.desk.conversation.views import conversation_of

MOST_OFFERED = 50  # messages to choose from


class AskForm(WriteForm):
    """A letter to somebody else. `files` and `kept` as in a reply."""

    to = forms.CharField(label=gettext_lazy("To whom"), max_length=320)
    subject = forms.CharField(
        label=gettext_lazy("Subject"), max_length=LONGEST_SUBJECT, required=False
    )


@login_required
def ask(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Write to a supplier or courier about this; their answers stand beside it."""

    def send(conversation: Conversation, form: AskForm) -> Conversation:
        data = form.cleaned_data
        return siding.start(
            conversation,
            data["to"],
            data["subject"],
            data["text"],
            by=request.user,
            files=[*form.stored_files(), *_chosen_files(request, conversation)],
            hold_for=undoing.hold_time(),
        )

    return _letter(request, view, public_id, "ask", send)


@login_required
def forward(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Pass messages on (`message`, several), with their files unless not `with_files`."""

    def send(conversation: Conversation, form: AskForm) -> Conversation:
        wanted = request.POST.getlist("message")
        return forwarding.forward(
            conversation,
            conversation.messages.filter(public_id__in=wanted),
            form.cleaned_data["to"],
            form.cleaned_data["text"],
            by=request.user,
            files=form.stored_files(),
            with_files="with_files" in request.POST,
            hold_for=undoing.hold_time(),
        )

    return _letter(request, view, public_id, "forward", send)


def _letter(request: HttpRequest, view: str, public_id: str, what: str, send) -> HttpResponse:
    conversation = conversation_of(request, view, public_id)
    form = AskForm(request.POST, request.FILES) if request.method == "POST" else AskForm()
    if request.method == "POST" and form.is_valid():
        try:
            side = send(conversation, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Sent. What they answer stands here, beside it."))
            return to_side(view, side)
    offered = _offered(conversation)
    asked = request.POST if request.method == "POST" else request.GET
    context = {
        "conversation": conversation,
        "view": view,
        "what": what,
        "form": form,
        "chosen": asked.getlist("message") or _likely(offered),
        "offered": offered,
        "clock": Clock.of(request.user),
    }
    status = 422 if form.errors else 200
    return render(request, "desk/conversation/ask.html", context, status=status)


def _offered(conversation: Conversation) -> list[Message]:
    """What can be passed on, newest first. Notes never."""
    talk = conversation.messages.exclude(direction=Message.Direction.NOTE)
    talk = talk.select_related("agent").prefetch_related("attachments")
    return list(talk.order_by("-created_at", "-pk")[:MOST_OFFERED])


def _likely(offered: list[Message]) -> list[str]:
    """What is mostly passed on: what the customer said last; never what a robot of ours wrote."""
    said = [one for one in offered if not one.automatic]
    theirs = [one for one in said if one.direction == Message.Direction.IN]
    return [one.public_id for one in (theirs or said or offered)[:1]]


def _chosen_files(request: HttpRequest, conversation: Conversation) -> list:
    """Files of this conversation ticked to go along, by their public id."""
    wanted = request.POST.getlist("file")
    found = conversation.messages.filter(attachments__public_id__in=wanted)
    return [
        forwarding.as_file(one)
        for message in found.distinct().prefetch_related("attachments")
        for one in message.attachments.all()
        if one.public_id in wanted
    ]


def to_side(view: str, side: Conversation) -> HttpResponse:
    """The page of the conversation it stands beside, at the talk."""
    there = redirect("desk:conversation", view, side.parent.public_id)
    there["Location"] += f"#side-{side.public_id}"
    return there
