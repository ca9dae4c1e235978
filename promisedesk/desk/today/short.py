"""When the present pace keeps no targets: what Today says of it, and the new times it offers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, may
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.promises import handling, new_times, renewing_many
from promisedesk.promises.models import PromiseManners
from promisedesk.promises.new_times import Shortfall


@dataclass(frozen=True, slots=True)
class Short:
    """What the banner says of the inbox where it is worst."""

    inbox: str  # empty where there is only one
    target_at: str
    honest_at: str
    ahead: int
    not_kept: int
    may_change: bool


def short_of(reader: Agent, clock: Clock) -> Short | None:
    """None where all can be kept, for who does not lead, and where the owner did not ask to be
    told."""
    if not reader.sees_everything:
        return None
    return _short(new_times.shortfalls(clock.now), reader, clock)


def _short(found: list[Shortfall], reader: Agent, clock: Clock) -> Short | None:
    if not found or found[0].offer.honest_at is None:
        return None
    worst = found[0]
    return Short(
        inbox=worst.inbox.name if worst.of_several else "",
        target_at=clock.said(worst.offer.target_due_at),
        honest_at=clock.said(worst.offer.honest_at),
        ahead=worst.offer.ahead,
        not_kept=sum({one.pool: one.not_kept for one in found}.values()),
        may_change=may(reader, Deed.RUN),
    )


@login_required
@require_POST
def honest(request: HttpRequest) -> HttpResponse:
    """From now on honest times are promised by themselves."""
    if not may(request.user, Deed.RUN):
        raise PermissionDenied
    handling.change(offers=PromiseManners.Offers.ITSELF, by=request.user)
    messages.success(request, _("From now on customers are promised what you can keep."))
    return redirect("desk:today")


@login_required
def times(request: HttpRequest) -> HttpResponse:
    """Running promises that will not be kept, each with an honest time: those ticked
    (`give`: "id time") are promised anew and told to their customers."""
    if not request.user.sees_everything:
        raise PermissionDenied
    if request.method == "POST":
        return _give(request)
    clock = Clock.of(request.user)
    rows = [
        {
            "promise": one.promise,
            "value": f"{one.promise.public_id} {one.honest_at.isoformat()}",
            "was": clock.said(one.promise.due_at),
            "will": clock.said(one.honest_at),
        }
        for one in new_times.to_be_missed(request.user, clock.now)
    ]
    context = {"rows": rows, "most": new_times.MOST}
    return render(request, "desk/today/new_times.html", context)


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
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return key, None
    return key, at if at.tzinfo else None
