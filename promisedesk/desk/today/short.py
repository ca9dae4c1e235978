"""When the present pace keeps no targets: what Today says of it, and the switch beside it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, may
from promisedesk.desk.clock import Clock
from promisedesk.promises import handling, new_times
from promisedesk.promises.models import PromiseManners
from promisedesk.promises.new_times import Shortfall

MOST_NAMED = 3  # inboxes in the banner


@dataclass(frozen=True, slots=True)
class Line:
    """What a question asked now is promised in one inbox, and what is true."""

    inbox: str  # empty where the shop has only one
    target_at: str
    honest_at: str
    ahead: int


@dataclass(frozen=True, slots=True)
class Short:
    """What the banner says: the inboxes where it is worst, and what its buttons act on, which
    is all of them."""

    lines: list[Line]
    more: int  # inboxes that are not named
    not_kept: int
    may_change: bool


def short_of(reader: Agent, clock: Clock) -> Short | None:
    """None where all can be kept, for who does not lead, and where the owner did not ask to be
    told."""
    if not reader.sees_everything:
        return None
    return _short(new_times.shortfalls(clock.now), reader, clock)


def _short(found: list[Shortfall], reader: Agent, clock: Clock) -> Short | None:
    if not found:
        return None
    return Short(
        lines=[_line(one, clock) for one in found[:MOST_NAMED]],
        more=len(found[MOST_NAMED:]),
        not_kept=sum({one.pool: one.not_kept for one in found}.values()),
        may_change=may(reader, Deed.RUN),
    )


def _line(one: Shortfall, clock: Clock) -> Line:
    assert one.offer.honest_at  # as of all that fall short
    return Line(
        inbox=one.inbox.name if one.of_several else "",
        target_at=clock.said(one.offer.target_due_at),
        honest_at=clock.said(one.offer.honest_at),
        ahead=one.offer.ahead,
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
