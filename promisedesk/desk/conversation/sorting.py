"""Who has a conversation, until when it is put aside, its tags, and that it is done."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Agent
from promisedesk.conversations import (
    assigning,
    batches,
    closing,
    seeing,
    snoozing,
    tagging,
    thanking,
)
from promisedesk.conversations.models import Conversation, Tag
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation import moments, sorted
from promisedesk.desk.conversation.sorting_page import done, show
from promisedesk.desk.conversation.views import conversation_of
from promisedesk.desk.toasts import say_done


@login_required
def assignment(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Give it to an `agent` or a `team` (public ids), with a word to them (`note`)."""
    conversation = conversation_of(request, view, public_id)
    if request.method == "POST":
        return _assign(request, view, conversation)
    return show(
        request,
        view,
        conversation,
        "assignment",
        _("Who looks after this?"),
        **_people(conversation, request.user),
    )


def _people(conversation: Conversation, reader: Agent) -> dict:
    known = sorted.knows(conversation)
    others = list(seeing.who_answers(conversation))
    first = {one.agent.pk for one in known} | {reader.pk}
    return {
        "known": known,
        "me": next((one for one in others if one.pk == reader.pk), None),
        "others": [one for one in others if one.pk not in first],
        "teams": list(seeing.teams()),
    }


def _assign(request: HttpRequest, view: str, conversation: Conversation) -> HttpResponse:
    note, by = request.POST.get("note", ""), request.user
    if "team" in request.POST:
        chosen = request.POST["team"]
        to = get_object_or_404(seeing.teams(), public_id=chosen) if chosen else None
        says = _("Given to the team.") if to else _("Taken from its team.")
    else:
        chosen = request.POST.get("agent", "")
        people = seeing.who_answers(conversation)
        to = get_object_or_404(people, public_id=chosen) if chosen else None
        says = _("Assigned.") if to else _("Put back for anyone.")

    def act() -> None:
        if to is not None:
            assigning.hand_over(conversation, to, by=by, note=note)
        elif "team" in request.POST:
            assigning.give_to_team(conversation, None, by=by)
        else:
            assigning.assign(conversation, None, by=by)

    answer = done(request, view, conversation, act, says)
    if not Conversation.objects.visible_to(by).filter(pk=conversation.pk).exists():
        return redirect("desk:view", view)  # it went to people of another team
    return answer


@login_required
@require_POST
def takeover(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Take it from the colleague who has it, and tell them why (`note`)."""
    conversation = conversation_of(request, view, public_id)
    note = request.POST.get("note", "")

    def act() -> None:
        assigning.take_over(conversation, by=request.user, note=note)

    return done(request, view, conversation, act, _("It is yours now."))


@login_required
def snooze(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Put it aside `until` a moment, or until a `date` and `time` on the reader's clock."""
    conversation = conversation_of(request, view, public_id)
    clock = Clock.of(request.user)

    def shown(error: str = "") -> HttpResponse:
        return show(
            request,
            view,
            conversation,
            "snooze",
            _("Put aside until"),
            error,
            moments=moments.moments(conversation.inbox, clock),
            date=request.POST.get("date", ""),
            time=request.POST.get("time", "09:00"),
        )

    if request.method != "POST":
        return shown()
    until = _until(request, clock)
    if until is None:
        return shown(_("Choose a date and a time."))
    says = _("Put aside until %(until)s. It comes back by itself.") % {"until": clock.said(until)}
    return done(
        request,
        view,
        conversation,
        lambda: snoozing.snooze(conversation, until, by=request.user),
        says,
        shown,
        has_left=True,
    )


def _until(request: HttpRequest, clock: Clock) -> datetime | None:
    if not (chosen := request.POST.get("until", "")):
        return moments.read(request.POST.get("date", ""), request.POST.get("time", ""), clock)
    try:
        until = datetime.fromisoformat(chosen)
    except ValueError:
        return None
    return until if until.tzinfo else None


@login_required
@require_POST
def waking(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Bring it back now."""
    conversation = conversation_of(request, view, public_id)

    def act() -> None:
        snoozing.wake(conversation, by=request.user)

    return done(request, view, conversation, act, _("It is back."))


@login_required
def tags(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Hang a tag on it: `add` (a public id), or `name`, made if there is none; or `remove` one."""
    conversation = conversation_of(request, view, public_id)
    words = request.GET.get("name", "")[: tagging.LONGEST_NAME]

    def shown(error: str = "") -> HttpResponse:
        hung = sorted.tags_of(conversation)
        on_it = {one.pk for one in hung}
        offered = [one for one in tagging.known(words) if one.pk not in on_it]
        return show(
            request,
            view,
            conversation,
            "tags",
            _("Tags"),
            error,
            hung=hung,
            offered=offered,
            words=words,
        )

    if request.method != "POST":
        return shown()

    def act() -> None:
        if gone := request.POST.get("remove"):
            tagging.remove(conversation, [_tag(gone)], by=request.user)
            return
        chosen = request.POST.get("add")
        tag = (
            _tag(chosen) if chosen else tagging.make(request.POST.get("name", ""), by=request.user)
        )
        tagging.add(conversation, [tag], by=request.user)

    says = _("Removed.") if request.POST.get("remove") else _("Tagged.")
    return done(request, view, conversation, act, says, shown)


def _tag(public_id: str) -> Tag:
    return get_object_or_404(Tag, public_id=public_id)


@login_required
def resolving(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Resolve it; while a question stands unanswered, with the reason (`because` or `other`)."""
    conversation = conversation_of(request, view, public_id)

    def shown(error: str = "") -> HttpResponse:
        return show(
            request,
            view,
            conversation,
            "resolving",
            _("Resolve without an answer?"),
            error,
            reasons=closing.REASONS.items(),
            other=request.POST.get("other", ""),
        )

    if request.method != "POST":
        return shown()
    because = request.POST.get("because", "")
    if because == "other":
        because = request.POST.get("other", "")
    says = _("Resolved. It opens again if they write.")

    def act() -> None:
        closing.resolve(conversation, by=request.user, because=because)

    try:
        batch = batches.do_one(conversation, act, by=request.user)
    except closing.Unanswered as refusal:
        return shown(str(refusal))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        say_done(request, says, batch, has_left=True)
    return redirect("desk:conversation", view, public_id)


@login_required
@require_POST
def no_thanks(request: HttpRequest, view: str, public_id: str, message: str) -> HttpResponse:
    """What was taken for thanks wants an answer after all."""
    conversation = conversation_of(request, view, public_id)
    written = get_object_or_404(conversation.messages, public_id=message, direction="in")

    def act() -> None:
        thanking.reopen(written, by=request.user)

    return done(request, view, conversation, act, _("Opened again, and owed an answer."))
