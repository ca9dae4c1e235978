"""Doing something to the conversations ticked in a list, and taking it back."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Agent, Team
from promisedesk.conversations import batches, closing, searching
from promisedesk.conversations.models import Batch, Conversation, Tag
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation import moments
from promisedesk.desk.inbox.saved import moment_typed
from promisedesk.desk.inbox.shelves import SEARCH, parts_in, selection_of
from promisedesk.desk.inbox.walks import LAST, Reader, page_of, sorted_by
from promisedesk.desk.pills import Hours
from promisedesk.desk.toasts import say_done

AT_ONCE = ("reopen", "spam", "read", "unread")  # nothing more to be asked
ASKED = ("assign", "team", "tag", "snooze", "resolve", "priority")


@login_required
def batch(request: HttpRequest) -> HttpResponse:
    """Do `what` to the ticked conversations (`c`), or to `all` of the view.

    What needs a choice (whom, which tags, why) is asked on a page of its own first. Whoever
    loads that page again is back at the list.
    """
    if request.method != "POST":
        return redirect("desk:inbox")
    what = request.POST.get("what", "")
    numbers = _numbers(request)
    waiting = closing.need_a_reason(numbers) if what == "resolve" else []
    if what in AT_ONCE or (what == "resolve" and not waiting):
        wanted = [{"do": what}]
    else:
        asked = _actions(request, what)
        if asked is None:
            return _ask(request, what, numbers, waiting)
        wanted = asked
    if "answered_only" in request.POST:
        numbers = [number for number in numbers if number not in waiting]
    try:
        done = batches.perform(numbers, wanted, by=request.user)
    except Refused as refusal:
        say_done(request, str(refusal), level=messages.ERROR)
    else:
        level = messages.WARNING if done.refused else messages.SUCCESS
        say_done(request, str(done), done.batch, level=level)
    return redirect(_back(request))


@login_required
@require_POST
def undo(request: HttpRequest, public_id: str) -> HttpResponse:
    """Put everything back as it was, where nobody changed it since."""
    one = get_object_or_404(Batch, public_id=public_id, by=request.user)
    try:
        back, left = batches.undo(one, by=request.user)
    except Refused as refusal:
        say_done(request, str(refusal), level=messages.ERROR)
    else:
        said = [ngettext("%d put back.", "%d put back.", back) % back]
        if left:
            said.append(
                ngettext(
                    "%d was changed since, and stays as it is.",
                    "%d were changed since, and stay as they are.",
                    left,
                )
                % left
            )
        say_done(request, " ".join(said))
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    """The list they came from, and nowhere else."""
    url = request.POST.get("next", "")
    hosts = {request.get_host()}
    inbox = reverse("desk:inbox")
    is_ours = url_has_allowed_host_and_scheme(url, hosts, require_https=request.is_secure())
    return url if is_ours and url.startswith(inbox) else inbox


def _numbers(request: HttpRequest) -> list[int]:
    """The conversations meant, by number, in the order of the list."""
    if "all" in request.POST:
        return _all_of(request)
    ids = request.POST.getlist("c")[: batches.MOST + 1]
    rows = Conversation.objects.visible_to(request.user).filter(public_id__in=ids)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _all_of(request: HttpRequest) -> list[int]:
    """The first of the view, as many as a batch takes."""
    clock = Clock.of(request.user)
    reader = Reader(request.user, clock.now, clock.time_zone, Hours())
    slug = request.POST.get("view", "")
    if slug == SEARCH:
        asked = searching.read(request.POST.get("q", ""), agent=request.user, at=clock.now)
        if asked.words:
            seen = Conversation.objects.visible_to(request.user).listed()
            hits, _next = searching.conversations(asked, seen, after=None, limit=batches.MOST)
            return list(hits)
        if asked.is_empty:
            return []
        states = sorted(asked.states) or Conversation.State.values
        parts = sorted_by(reader, LAST, states, asked.cut, awake=False)
    else:
        selection = selection_of(slug, request.user)
        parts = parts_in(selection, reader, request.POST.get("sort", "")) if selection else []
    found: list[int] = []
    for part in parts:
        if missing := batches.MOST - len(found):
            found += [row["id"] for row in page_of(part, ("id",), missing)]
    return found


def _actions(request: HttpRequest, what: str) -> list[dict] | None:
    """What was chosen on the page that asks; None if it was not asked yet."""
    chosen = request.POST
    if what == "assign" and chosen.get("agent"):
        return [{"do": "assign", "to": chosen["agent"]}]
    if what == "team" and chosen.get("team"):
        return [{"do": "team", "to": chosen["team"]}]
    if what == "priority" and chosen.get("priority"):
        return [{"do": "priority", "to": chosen["priority"]}]
    if what == "tag" and (chosen.getlist("add") or chosen.getlist("remove")):
        return [{"do": "tag", "add": chosen.getlist("add"), "remove": chosen.getlist("remove")}]
    if what == "resolve" and "answered_only" in chosen:
        return [{"do": "resolve"}]
    if what == "resolve" and (because := chosen.get("because") or chosen.get("other", "").strip()):
        return [{"do": "resolve", "because": because}]
    if what == "snooze" and (chosen.get("for") or chosen.get("until")):
        if chosen.get("for") == "tomorrow":
            clock = Clock.of(request.user)
            morning = moments.read(str(clock.today + timedelta(days=1)), "09:00", clock)
            return [{"do": "snooze", "until": morning.isoformat()}]
        if chosen.get("for"):
            return [{"do": "snooze", "for": chosen["for"]}]
        until = moment_typed(chosen["until"], Clock.of(request.user))
        return [{"do": "snooze", "until": until.isoformat() if until else ""}]
    return None


def _ask(request: HttpRequest, what: str, numbers: list[int], waiting: list[int]) -> HttpResponse:
    number = min(batches.MOST, len(numbers))
    if not number:
        says = _("Choose conversations, and what to do with them.")
        say_done(request, says, level=messages.ERROR)
        return redirect(_back(request))
    context = {
        "what": what if what in ASKED else "",
        "number": number,
        "waiting": len(waiting),
        "answered": number - len(waiting),
        "chosen": request.POST.getlist("c")[: batches.MOST],
        "back": _back(request),
        "kept": [(key, request.POST[key]) for key in KEPT if key in request.POST],
        "most": batches.MOST,
        "soonest": datetime.now(Clock.of(request.user).zone).strftime("%Y-%m-%dT%H:%M"),
    } | _choices(what)
    return render(request, "desk/inbox/batch.html", context)


KEPT = ("all", "view", "q", "sort", "next")


def _choices(what: str) -> dict:
    if what == "assign":
        agents = Agent.objects.filter(is_active=True).exclude(role=Agent.Role.LIGHT)
        return {"agents": agents.order_by("name")}
    if what == "team":
        return {"teams": Team.objects.order_by("name")}
    if what == "resolve":
        return {"reasons": closing.REASONS.items(), "longest": closing.LONGEST_REASON}
    if what == "priority":
        return {"priorities": Conversation.Priority.choices}
    if what == "tag":
        return {"tags": Tag.objects.filter(is_active=True).order_by("name")}
    return {}
