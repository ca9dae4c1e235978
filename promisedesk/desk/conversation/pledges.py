"""What the answer being written promises, as chips: keep it, change its time, or it is none."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from promisedesk.agents.rights import Deed, may
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation.views import conversation_of
from promisedesk.lib.zone_names import zone_phrase
from promisedesk.promises import making, policies
from promisedesk.replies import pledging


@dataclass(frozen=True, slots=True)
class Chip:
    """One promise. Times are the customer's, as the letter means them."""

    key: str
    deed: str
    says: str
    by: str  # "Mon 23 Nov, 12:00"
    was: str  # for the field: "2026-11-23T12:00"
    at: str
    is_kept: bool


@login_required
@require_POST
def pledges(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """The chips of `text`, with what was decided about those that were shown before."""
    conversation = conversation_of(request, view, public_id)
    if not may(request.user, Deed.ANSWER):
        raise PermissionDenied
    data = request.POST
    version = policies.policy_of(conversation.inbox).calendar.version
    zone = making.told_zone(conversation, policies.work_calendar(version).time_zone)
    clock = Clock(zone, request.user.language)
    denied = set(data.getlist("pledge_seen")) - set(data.getlist("pledge"))
    chips = []
    for one in pledging.found_in(conversation, data.get("text", "")):
        wall = one.pledge.due_at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M")
        changed = data.get(f"pledge_was_{one.key}") not in (None, data.get(f"pledge_at_{one.key}"))
        chips.append(
            Chip(
                key=one.key,
                deed=pledging.deed_in_words(one.pledge.deed),
                says=one.pledge.says,
                by=clock.full(one.pledge.due_at),
                was=wall,
                at=data.get(f"pledge_at_{one.key}", wall) if changed else wall,
                is_kept=one.key not in denied,
            )
        )
    is_elsewhere = zone != Clock.of(request.user).time_zone
    context = {
        "chips": chips,
        "zone": zone,
        "zone_says": zone_phrase(zone, clock.language, clock.now) if is_elsewhere else "",
    }
    return render(request, "desk/conversation/pledges.html", context)
