"""Today: what is due, who has it, and how well promises were kept."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation
from promisedesk.desk.clock import Clock
from promisedesk.desk.inbox.counting import MOST_COUNTED
from promisedesk.desk.pills import Hours
from promisedesk.desk.setup.progress import next_step
from promisedesk.desk.today.axis import axis_of
from promisedesk.desk.today.lanes import lanes
from promisedesk.desk.today.owed import Owed, owed_before, owed_today
from promisedesk.desk.today.short import short_of
from promisedesk.desk.today.week import midnight, week
from promisedesk.promises import measures, policies
from promisedesk.promises.models import Promise

NEXT = 6  # rows under "Next"
MOST_IN_WORDS = 12


@login_required
def front_door(request: HttpRequest) -> HttpResponse:
    return redirect(next_step(request.user) or "desk:today")


@login_required
def today(request: HttpRequest) -> HttpResponse:
    """The day of everybody the reader works with; `?who=me` shows their own alone."""
    reader, clock, hours = request.user, Clock.of(request.user), Hours()
    only_me = request.GET.get("who") == "me"
    among = measures.visible_to(reader)
    waiting = _waiting(reader)
    if only_me:
        given = Q(kind=Promise.Kind.COMMITMENT, agent=reader)
        among = among.filter(given | Q(conversation__assignee=reader))
        waiting = waiting.filter(assignee=reader)
    since, until = midnight(clock), midnight(clock, 1)
    found = owed_before(waiting, since, clock, hours)
    found += owed_today(among, since, until, clock, hours)
    calendar = policies.work_calendar(policies.default_calendar().version)
    axis = axis_of(calendar, clock, [owed.due_at for owed in found])
    still_open = [owed for owed in found if owed.is_open]
    coming = _nearest_to(reader, still_open)[:NEXT]
    closing = calendar.last_open_moment(clock.today)
    week_so_far = week(clock, among)
    context = {
        "clock": clock,
        "only_me": only_me,
        "heading": clock.long_date(),
        "axis": axis,
        "labels": axis.labels(clock),
        "last_label": axis.last_label(clock),
        "now_at": axis.share(clock.now),
        "lanes": lanes(found, axis, clock, reader),
        "tally": _tally(found, week_so_far.today.kept, _count_late(waiting, clock)),
        "next": coming,
        "in_words": _in_words(still_open, coming)[:MOST_IN_WORDS],
        "short": short_of(reader, clock),
        "closes": clock.clock_time(closing) if closing and closing > clock.now else "",
        "following": "" if still_open else _following(waiting, clock),
        "week": week_so_far,
    }
    return render(request, "desk/today/today.html", context)


def _waiting(reader: Agent) -> QuerySet[Conversation]:
    """What is owed and the reader may see: asked row by row, so that walks by time stay walks."""
    owed = Conversation.objects.filter(due_at__isnull=False)
    if reader.sees_everything:
        return owed
    seen = Conversation.objects.visible_to(reader).filter(pk=OuterRef("pk"))
    return owed.filter(Exists(seen))


def _count_late(waiting: QuerySet[Conversation], clock: Clock) -> int:
    return waiting.filter(due_at__lte=clock.now)[:MOST_COUNTED].count()


def _tally(found: list[Owed], kept: int, late: int) -> dict[str, int]:
    """How many of each; kept and late are counted, the others are all drawn."""
    tally = dict.fromkeys(("missed", "soon", "ok"), 0)
    for owed in found:
        if owed.state in tally:
            tally[owed.state] += 1
    return tally | {"kept": kept, "late": late, "left": tally["soon"] + tally["ok"]}


def _nearest_to(reader: Agent, still_open: list[Owed]) -> list[Owed]:
    """What to open next: one's own first, then what nobody has, each by its time."""
    return sorted(
        (owed for owed in still_open if owed.agent_id in (reader.pk, None)),
        key=lambda owed: (owed.agent_id is None, owed.due_at),
    )


def _in_words(still_open: list[Owed], listed: list[Owed]) -> list[Owed]:
    """What was promised in words, but for what the reader's own list says already."""
    numbers = {id(owed) for owed in listed}
    return [owed for owed in still_open if owed.is_in_words and id(owed) not in numbers]


def _following(waiting: QuerySet[Conversation], clock: Clock) -> str:
    """When the next promise is due after today, in words; empty if none is."""
    later = waiting.filter(due_at__gt=clock.now).order_by("due_at")
    due_at = later.values_list("due_at", flat=True).first()
    return clock.said(due_at) if due_at else ""
