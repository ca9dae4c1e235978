"""New times for many promises at once: which, when, and what each customer would read."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import ngettext

from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.promises import acknowledging, measures, new_times, renewing, renewing_many
from promisedesk.promises.new_times import Proposal


@login_required
def times(request: HttpRequest) -> HttpResponse:
    """Running promises that will not be kept, each with an honest time: those ticked
    (`give`: "id time") are promised anew and told to their customers."""
    if not request.user.sees_everything:
        raise PermissionDenied
    if request.method == "POST":
        return _give(request)
    clock = Clock.of(request.user)
    proposed = new_times.to_be_missed(request.user, clock.now)
    context = {
        "rows": [_row(one, clock) for one in proposed],
        "most": new_times.MOST,
        "is_ticked": request.GET.get("tick") != "none",
    }
    return render(request, "desk/today/new_times.html", context)


def _row(one: Proposal, clock: Clock) -> dict[str, object]:
    until = one.honest_at.isoformat()
    letter = urlencode({"promise": one.promise.public_id, "until": until})
    return {
        "promise": one.promise,
        "value": f"{one.promise.public_id} {until}",
        "letter": reverse("desk:new-times-letter") + f"?{letter}",
        "was": clock.said(one.promise.due_at),
        "will": clock.said(one.honest_at),
    }


@login_required
def letter(request: HttpRequest) -> HttpResponse:
    """What the customer of `promise` would read, were it promised anew for `until`."""
    if not request.user.sees_everything:
        raise PermissionDenied
    key, until = request.GET.get("promise", ""), _moment(request.GET.get("until", ""))
    seen = measures.visible_to(request.user).select_related("conversation__contact")
    promise = get_object_or_404(seen, public_id=key)
    if until is None:
        raise Http404
    try:
        text = renewing.letter_for(promise, until, by=request.user)
    except Refused as refusal:  # the page is old
        raise Http404(str(refusal)) from refusal
    context = {
        "promise": promise,
        "text": text,
        "language": acknowledging.letter_language(promise.conversation),
    }
    part = "#letter" if request.htmx else ""
    return render(request, f"desk/today/new_times_letter.html{part}", context)


def _give(request: HttpRequest) -> HttpResponse:
    chosen = dict(_read(one) for one in request.POST.getlist("give"))
    try:
        done = renewing_many.renew_all(
            {key: at for key, at in chosen.items() if at}, by=request.user
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:new-times")
    words = ngettext(
        "%(number)d customer is given a new time.",
        "%(number)d customers are given a new time.",
        done.renewed,
    )
    messages.success(request, words % {"number": done.renewed})
    if done.left_out:
        words = ngettext(
            "%(number)d was left out: it was answered or changed meanwhile.",
            "%(number)d were left out: they were answered or changed meanwhile.",
            done.left_out,
        )
        messages.info(request, words % {"number": done.left_out})
    return redirect("desk:today")


def _read(value: str) -> tuple[str, datetime | None]:
    key, _space, text = value.partition(" ")
    return key, _moment(text)


def _moment(text: str) -> datetime | None:
    """An aware time as it was written into the page; None of what somebody made up."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None
