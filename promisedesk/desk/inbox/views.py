"""The inbox: views, list, and beside them the conversation that is open."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from promisedesk.desk.clock import Clock
from promisedesk.desk.inbox.listing import listing
from promisedesk.desk.inbox.selections import SELECTIONS
from promisedesk.desk.pills import Hours

FIRST = "all"


@login_required
def inbox(request: HttpRequest) -> HttpResponse:
    return redirect("desk:view", FIRST)


@login_required
def view(request: HttpRequest, slug: str) -> HttpResponse:
    """The list alone. For htmx: only the rows (`more`, a refresh)."""
    if slug not in SELECTIONS:
        raise Http404
    shown = listing(request, slug, Clock.of(request.user), Hours())
    part = "#rows" if request.htmx and not request.htmx.history_restore_request else ""
    return render(request, f"desk/inbox/inbox.html{part}", {"list": shown, "open": None})
