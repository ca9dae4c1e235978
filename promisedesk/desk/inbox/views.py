"""The inbox: views, list, and beside them the conversation that is open."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from promisedesk.desk.clock import Clock
from promisedesk.desk.inbox.counting import MOST_ASIDE, counts_aside, said_count
from promisedesk.desk.inbox.listing import listing
from promisedesk.desk.inbox.shelves import SEARCH, selection_of
from promisedesk.desk.inbox.walks import Reader
from promisedesk.desk.pills import Hours

FIRST = "all"


@login_required
def inbox(request: HttpRequest) -> HttpResponse:
    return redirect("desk:view", FIRST)


@login_required
def view(request: HttpRequest, slug: str) -> HttpResponse:
    """The list alone. For htmx: only the rows (`more`, a refresh)."""
    if slug != SEARCH and selection_of(slug, request.user) is None:
        raise Http404
    shown = listing(request, slug, Clock.of(request.user), Hours())
    part = "#rows" if request.htmx and not request.htmx.history_restore_request else ""
    return render(request, f"desk/inbox/inbox.html{part}", {"list": shown, "open": None})


@login_required
def numbers(request: HttpRequest) -> JsonResponse:
    """How many the views beside the usual ones hold, by slug; asked for after the page."""
    clock = Clock.of(request.user)
    reader = Reader(request.user, clock.now, clock.time_zone, Hours())
    found = counts_aside(reader)
    return JsonResponse({slug: said_count(one, MOST_ASIDE) for slug, one in found.items()})
