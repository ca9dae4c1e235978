"""The palette's lists, fetched when it is opened and while one types; and the same as a page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from promisedesk.conversations.models import Conversation
from promisedesk.desk.clock import Clock
from promisedesk.desk.inbox.walks import Reader
from promisedesk.desk.palette import places
from promisedesk.desk.pills import Hours

LONGEST = 200  # characters of what is typed


@login_required
def palette(request: HttpRequest) -> HttpResponse:
    """`?recent=` what one looked at (ids, by commas), `?q=` what is looked for.

    The script asks for one part: X-Part "standing" or "found".
    """
    query = request.GET.get("q", "")[:LONGEST]
    recent = request.GET.get("recent", "").split(",")
    part = request.headers.get("X-Part", "")
    groups = [] if part == "standing" else places.found(query, _reader(request))
    if part != "found":
        groups += places.having(places.standing(request.user, recent), query)
    context = {"groups": groups, "query": query, "is_part": bool(part)}
    name = "groups" if part else "page"
    return render(request, f"desk/palette/{name}.html", context)


def _reader(request: HttpRequest) -> Reader:
    clock = Clock.of(request.user)
    return Reader(request.user, clock.now, clock.time_zone, Hours())


@login_required
def upcoming(request: HttpRequest) -> HttpResponse:
    """To what is due next: one's own first, then what nobody has; else to today's page."""
    owed = Conversation.objects.visible_to(request.user).listed().filter(due_at__isnull=False)
    nearest = owed.order_by("due_at", "pk").values_list("public_id", flat=True)
    for view, cut in (("mine", {"assignee": request.user}), ("unassigned", {"assignee": None})):
        if found := nearest.filter(**cut).first():
            return redirect("desk:conversation", view, found)
    return redirect("desk:today")
