"""The page of a conversation, and writing in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Agent
from promisedesk.coach import cooling, leaving, reviewing
from promisedesk.coach.cooling import Hold
from promisedesk.coach.reviewing import Review
from promisedesk.conversations import mentioning, undoing
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.contact.forms import CardForm
from promisedesk.desk.conversation import states
from promisedesk.desk.conversation.forms import WriteForm, signed
from promisedesk.desk.conversation.page import found_for, opened
from promisedesk.desk.inbox.listing import listing
from promisedesk.desk.inbox.selections import SELECTIONS
from promisedesk.desk.inbox.shelves import is_view
from promisedesk.desk.pills import Hours
from promisedesk.replies import drafting, scheduling, sending
from promisedesk.replies.models import Scheduled
from promisedesk.replies.sending import Letter

SAME_PRESS = timedelta(seconds=10)  # an equal text sent again this soon is a double click


def conversation_of(request: HttpRequest, view: str, public_id: str) -> Conversation:
    """The conversation in the URL; 404 unless this agent may see it."""
    if not is_view(view):
        raise Http404
    found = found_for(request.user, public_id)
    if found.merged_into_id:  # what is done with it is done where it is now
        return found_for(request.user, found.merged_into.public_id)
    return found


@login_required
def conversation(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """The page. One that was merged away leads to where it is, a talk beside one to that."""
    found = conversation_of(request, view, public_id)
    if found.parent_id:
        there = redirect("desk:conversation", view, found.parent.public_id)
        there["Location"] += f"#side-{public_id}"
        return there
    if found.public_id != public_id:
        return redirect("desk:conversation", view, found.public_id)
    return show(request, view, found)


def show(
    request: HttpRequest,
    view: str,
    conversation: Conversation,
    *,
    mode: str = "reply",
    form: WriteForm | None = None,
    card: CardForm | None = None,
) -> HttpResponse:
    """The whole page, or for htmx the panes of the conversation alone.

    A form that failed (`form` of the composer, `card` of the customer) is shown again; the
    card's own form is loaded when it is opened.
    """
    clock, hours = Clock.of(request.user), Hours()
    shown = opened(
        conversation,
        request.user,
        clock,
        hours,
        mode=mode,
        form=form,
        whole="all" in request.GET,
        before=_number(request.GET.get("before", "")),
    )
    shown.panel.form = card
    context = {"open": shown, "clock": clock, "view": view}
    status = 422 if form or (card and card.is_bound) else 200
    if request.htmx and not request.htmx.history_restore_request:
        return render(request, "desk/conversation/panes.html", context, status=status)
    context["list"] = listing(request, view, clock, hours, conversation.public_id)
    return render(request, "desk/inbox/inbox.html", context, status=status)


@login_required
def reply(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    return _write(request, view, public_id, "reply")


@login_required
def note(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    return _write(request, view, public_id, "note")


def _write(request: HttpRequest, view: str, public_id: str, mode: str) -> HttpResponse:
    conversation = conversation_of(request, view, public_id)
    if request.method != "POST":
        return show(request, view, conversation, mode=mode)
    form = WriteForm(request.POST, request.FILES)
    is_valid = form.is_valid()
    form.kept = form.stored_files()
    if is_valid:
        try:
            done = send(conversation, form, mode, request.user)
        except Refused as refusal:
            form.add_error("text", str(refusal))
            form.came = getattr(refusal, "came", [])
            form.stopped = getattr(refusal, "hints", [])
        else:
            if done:
                messages.success(request, done)
            return redirect("desk:conversation", view, public_id)
    kept, form.kept = form.kept, [(file, signed(file)) for file in form.kept]
    text, chosen = request.POST.get("text", ""), form.recipients() if mode == "reply" else None
    drafting.save(conversation, request.user, text, mode == "note", kept, chosen)
    return show(request, view, conversation, mode=mode, form=form)


def send(conversation: Conversation, form: WriteForm, mode: str, agent: Agent) -> str:
    """Write the reply or note once, now or later, and put its draft away. Raises Refused.

    Returns what there is to say about it beside the message itself.
    """
    if mode == "note":
        return _noted(conversation, form, agent)
    letter = form.letter()
    read = reviewing.review_letter(conversation, letter, by=agent)  # before any row is locked
    hold = cooling.hold_for(conversation, letter.text)
    return _sent(conversation, form, agent, letter, read, hold)


@transaction.atomic
def _noted(conversation: Conversation, form: WriteForm, agent: Agent) -> str:
    sending.lock(conversation)  # the second click waits
    text = form.cleaned_data["text"]
    if not _was_just_sent(conversation, text, "note", agent):
        sending.note(conversation, text, by=agent, files=form.kept)
        drafting.discard(conversation, agent, True)
    return ""


@transaction.atomic
def _sent(
    conversation: Conversation,
    form: WriteForm,
    agent: Agent,
    letter: Letter,
    read: Review,
    hold: Hold | None,
) -> str:
    sending.lock(conversation)
    if _was_just_sent(conversation, letter.text, "reply", agent):
        return ""
    reason, done = form.data.get("coach_reason", ""), ""
    sending.refuse_changed(conversation, letter, agent)  # what came may change what it should say
    sending.refuse_unfilled(letter.text)
    if letter.text.strip():  # else the answering itself says so
        leaving.refuse_stopped(read, reason)
    at = read_moment(form.data, Clock.of(agent)) if form.data.get("send_at") else None
    if hold:
        row = cooling.put_off(conversation, letter, hold, by=agent, send_at=at)
        leaving.note_overruled(conversation, None, read, reason, by=agent)
        done = said_of_hold(hold, row, Clock.of(agent))
    elif at:
        scheduling.schedule(conversation, letter, at, by=agent)
        leaving.note_overruled(conversation, None, read, reason, by=agent)
        done = _("It is sent %(at)s, unless the customer writes before it.") % {
            "at": Clock.of(agent).said(at)
        }
    else:
        message = sending.send(conversation, letter, by=agent, hold_for=undoing.hold_time())
        leaving.note_overruled(conversation, message, read, reason, by=agent)
    drafting.discard(conversation, agent)
    return done


def said_of_hold(hold: Hold, row: Scheduled, clock: Clock) -> str:
    """What its writer is told once it is held."""
    if hold.wants_eyes:
        return _("A colleague reads it before it leaves. You can take it back until then.")
    return _("It cools off and is sent %(at)s. You can take it back until then.") % {
        "at": clock.said(row.send_at)
    }


def read_moment(data: Mapping[str, str], clock: Clock) -> datetime:
    """The time of `send_at`, or of `own_time` where that says "own".

    By the reader's clock, unless it names its zone. Raises Refused for what is no time.
    """
    asked = data.get("send_at", "")
    try:
        at = datetime.fromisoformat(data.get("own_time", "") if asked == "own" else asked)
    except ValueError as error:
        raise Refused(_("Choose a day and a time.")) from error
    return at if at.tzinfo else at.replace(tzinfo=clock.zone)


def _was_just_sent(conversation: Conversation, text: str, mode: str, agent: Agent) -> bool:
    direction = Message.Direction.NOTE if mode == "note" else Message.Direction.OUT
    return conversation.messages.filter(
        agent=agent,
        direction=direction,
        text=text.replace("\r\n", "\n").strip(),
        created_at__gt=now() - SAME_PRESS,
    ).exists()


@login_required
@require_POST
def draft(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Keep what is being typed. Called every two seconds while somebody types.

    Answers with the draft's version; 409 with what is there, when it was written on elsewhere
    since the version `seen` that the page knows.
    """
    conversation = conversation_of(request, view, public_id)
    is_note = request.POST.get("kind") == "note"
    form = WriteForm(request.POST)
    try:
        kept = drafting.save(
            conversation,
            request.user,
            request.POST.get("text", ""),
            is_note,
            form.kept_files() if "has_files" in request.POST else None,
            form.recipients() if "has_copies" in request.POST else None,
            request.POST.get("seen"),
        )
    except drafting.Overtaken as overtaken:
        there = overtaken.draft
        said = {"text": there.text, "version": drafting.version(there), "says": str(overtaken)}
        return JsonResponse(said, status=409)
    return HttpResponse(status=204, headers={"Draft-Version": drafting.version(kept)})


@login_required
@require_POST
def read(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Somebody has it open: it is not new any more."""
    conversation = conversation_of(request, view, public_id)
    talks = Q(pk=conversation.pk) | Q(parent=conversation)  # what stands beside it is open too
    Conversation.objects.filter(talks, is_unread=True).update(is_unread=False)
    mentioning.seen(conversation, by=request.user)
    return HttpResponse(status=204)


@login_required
def news(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Whether there are messages after `?after=` (an id): a bar that says so.

    Else what changed since `?seen=` of the letters and the promise, to be put in place
    quietly; the rest of the page, and what is being written, is left alone.
    """
    conversation = conversation_of(request, view, public_id)
    after = request.GET.get("after", "")
    newer = conversation.messages.filter(pk__gt=_number(after))
    number = newer.exclude(agent=request.user).count()
    if not number:
        return _changed(request, view, conversation)
    context = {"number": number, "view": view, "conversation": conversation}
    return render(request, "desk/conversation/news.html", context)


def _number(text: str) -> int:
    """An id in an address; nonsense is 0. No id has more than 18 digits."""
    return int(text) if text.isdecimal() and len(text) <= 18 else 0


def _changed(request: HttpRequest, view: str, conversation: Conversation) -> HttpResponse:
    seen = request.GET.get("seen", "")
    if not seen or seen == states.signature(conversation):
        return HttpResponse(status=204)
    clock = Clock.of(request.user)
    context = {
        "open": opened(conversation, request.user, clock, Hours()),
        "letters": states.letters_of(conversation),
        "after": request.GET.get("after", ""),
        "clock": clock,
        "view": view,
    }
    answer = render(request, "desk/conversation/changed.html", context)
    answer["HX-Reswap"] = "none"  # only what names its own place is swapped
    return answer


@login_required
def by_itself(request: HttpRequest, public_id: str) -> HttpResponse:
    """A link from elsewhere (a mail, a report): the conversation among all of its state."""
    conversation = found_for(request.user, public_id)
    state = (conversation.merged_into or conversation.parent or conversation).state
    return redirect("desk:conversation", state if state in SELECTIONS else "all", public_id)
