"""Today: what is due, who has it, and how well promises were kept."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from promisedesk.agents.models import Agent
from promisedesk.desk.clock import Clock
from promisedesk.desk.today.axis import axis_of
from promisedesk.desk.today.lanes import Owed, lanes, owed_today
from promisedesk.desk.today.week import midnight, week
from promisedesk.promises import measures, policies
from promisedesk.promises.models import Promise

NEXT = 4  # rows under "Next"


@login_required
def front_door(request: HttpRequest) -> HttpResponse:
    return redirect("desk:today")


@login_required
def today(request: HttpRequest) -> HttpResponse:
    """The day of everybody the reader works with; `?who=me` shows their own alone."""
    clock, only_me = Clock.of(request.user), request.GET.get("who") == "me"
    among = measures.visible_to(request.user)
    if only_me:
        among = among.filter(conversation__assignee=request.user)
    usual = policies.default_calendar().version
    found = owed_today(_of_the_day(among, clock), clock, usual)
    calendar = policies.work_calendar(usual)
    axis = axis_of(calendar, clock, [owed.due_at for owed in found])
    waiting = [owed for owed in found if owed.is_open]
    closing = calendar.last_open_moment(clock.today)
    context = {
        "clock": clock,
        "only_me": only_me,
        "heading": clock.long_date(),
        "axis": axis,
        "labels": axis.labels(clock),
        "last_label": axis.last_label(clock),
        "now_at": axis.share(clock.now),
        "lanes": lanes(found, axis, clock, request.user),
        "tally": _tally(found),
        "next": _nearest_to(request.user, waiting)[:NEXT],
        "closes": clock.clock_time(closing) if closing and closing > clock.now else "",
        "following": None if waiting else _following(among, clock),
        "week": week(clock, among),
    }
    return render(request, "desk/today/today.html", context)


def _of_the_day(among: QuerySet[Promise], clock: Clock) -> QuerySet[Promise]:
    """Due today, or due before and still owed."""
    since, until = midnight(clock), midnight(clock, 1)
    still_owed = Q(settled_at=None, state__in=[Promise.State.RUNNING, Promise.State.BROKEN])
    due = among.filter(Q(due_at__gte=since) | still_owed, due_at__lt=until)
    return due.exclude(state=Promise.State.WITHDRAWN).order_by("due_at", "pk")


def _tally(found: list[Owed]) -> dict[str, int]:
    tally = dict.fromkeys(("kept", "missed", "late", "soon", "ok"), 0)
    for owed in found:
        tally[owed.state] += 1
    return tally | {"left": tally["soon"] + tally["ok"]}


def _nearest_to(reader: Agent, waiting: list[Owed]) -> list[Owed]:
    """What to open next: one's own first, then what nobody has, each by its time."""
    return sorted(
        (owed for owed in waiting if owed.agent_id in (reader.pk, None)),
        key=lambda owed: (owed.agent_id is None, owed.due_at),
    )


def _following(among: QuerySet[Promise], clock: Clock) -> str:
    """When the next promise is due after today, in words; empty if none is."""
    later = among.filter(state=Promise.State.RUNNING, due_at__gt=clock.now)
    due_at = later.order_by("due_at").values_list("due_at", flat=True).first()
    return clock.said(due_at) if due_at else ""
