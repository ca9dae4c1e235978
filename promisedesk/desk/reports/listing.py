"""What is behind a figure: the promises or questions that were counted, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from promisedesk.desk.inbox.rows import addresses_of
from promisedesk.desk.reports import words
from promisedesk.desk.reports.asking import CHANNELS, Asked
from promisedesk.desk.reports.speed import steps
from promisedesk.promises.measures import outcome_of
from promisedesk.promises.models import Promise
from promisedesk.reports import expectations, kept
from promisedesk.reports.cuts import NONE, at_times

A_PAGE = 50
LONGEST_WAIT = 10**8  # seconds; nobody waits three years
OUTCOMES = {
    "due": gettext_lazy("Promises that were due"),
    "kept": gettext_lazy("Promises kept"),
    "broken": gettext_lazy("Promises missed"),
    "renewed": gettext_lazy("Promises renewed before they were due"),
    "untold": gettext_lazy("Promises the customer was never told"),
}
NAMES = {
    "kept": gettext_lazy("Kept"),
    "missed": gettext_lazy("Missed, made good late"),
    "late": gettext_lazy("Missed, still owed"),
    "let_go": gettext_lazy("Missed"),
    "renewed": gettext_lazy("Renewed before it was due"),
    "running": gettext_lazy("Running"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One promise of the list."""

    public_id: str  # of its conversation
    who: str
    subject: str
    at: datetime  # when it was due, or asked
    says: str
    tone: str
    who_has_it: str


@login_required
@never_cache
@require_safe
def promises(request: HttpRequest) -> HttpResponse:
    asked = Asked.of(request)
    outcome = asked.asked.get("outcome", "")
    outcome = outcome if outcome in OUTCOMES else "due"
    rows = behind(asked, outcome)
    context = _page(asked, rows, "due_at", _promise_line, {"outcome": outcome})
    context |= {"title": OUTCOMES[outcome], "is_of_questions": False}
    return render(request, "desk/reports/list.html", context)


def behind(asked: Asked, outcome: str) -> QuerySet[Promise]:
    """The promises that ended so, of what is asked; as many as the figure says."""
    rows = kept.of_outcome(kept.due(asked.cut, asked.kind), outcome)
    rows = at_times(rows, "due_at", asked.cut, asked.number("weekday", 6), asked.number("hour", 23))
    return rows if asked.person is None else kept.of_person(rows, asked.person)


@login_required
@never_cache
@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    asked = Asked.of(request)
    over = asked.number("over", LONGEST_WAIT)
    within = asked.number("within", LONGEST_WAIT)
    rows = expectations.questions(asked.cut, steps()[0])
    rows = expectations.of_wait(rows, over, within)
    if not asked.every:
        rows = rows.filter(is_first=True)
    if asked.number("waiting", 1):
        rows = rows.filter(waited=None)
    if asked.number("answered", 1):
        rows = rows.filter(waited__isnull=False)
    rows = at_times(
        rows, "asked_at", asked.cut, asked.number("weekday", 6), asked.number("hour", 23)
    )
    context = _page(asked, rows, "asked_at", _question_line, {"over": over, "within": within})
    context |= {"title": _wait_title(over, within, asked), "is_of_questions": True}
    return render(request, "desk/reports/list.html", context)


def _wait_title(over: int | None, within: int | None, asked: Asked) -> str:
    if asked.number("waiting", 1):
        return _("Questions still waiting")
    if within is not None and over is None:
        return _("Questions answered %(within)s") % {"within": words.within(within)}
    if over is not None and within is None:
        return _("Questions not answered %(within)s") % {"within": words.within(over)}
    if over is not None and within is not None:
        return _("Questions answered %(within)s, but not %(over)s") % {
            "within": words.within(within),
            "over": words.within(over),
        }
    return _("Questions asked")


def _page(asked: Asked, rows: QuerySet[Promise], moment: str, line, more: dict) -> dict:
    """Newest first; the next page begins after a moment and a number, so nothing is missed."""
    number = rows.count()
    if begin := _cursor(asked):
        at, pk = begin
        rows = rows.filter(Q(**{f"{moment}__lt": at}) | Q(**{moment: at}, pk__lt=pk))
    rows = rows.select_related(
        "conversation", "conversation__contact", "conversation__assignee", "agent"
    )
    found = list(rows.order_by(f"-{moment}", "-pk")[: A_PAGE + 1])
    shown = found[:A_PAGE]
    names = addresses_of(
        one.conversation.contact_id for one in shown if not one.conversation.contact.name
    )
    kept_apart = ("person", "weekday", "hour", "waiting", "answered")
    further = {name: value for name in kept_apart if (value := asked.asked.get(name, ""))}
    further |= {name: value for name, value in more.items() if value is not None}
    if len(found) > A_PAGE:
        last = shown[-1]
        further["after"] = f"{getattr(last, moment).isoformat()}~{last.pk}"
    return {
        "asked": asked,
        "clock": asked.clock,
        "number": number,
        "lines": [line(one, names) for one in shown],
        "older": asked.link(**further) if len(found) > A_PAGE else "",
        "report": asked.link(),
        "narrowed_to": _narrowed_to(asked),
    }


def _cursor(asked: Asked) -> tuple[datetime, int] | None:
    at, _tilde, pk = asked.asked.get("after", "").partition("~")
    try:
        moment = parse_datetime(at)
    except ValueError:
        return None
    if moment is None or not is_aware(moment) or not (pk.isascii() and pk.isdigit()):
        return None
    return moment, int(pk[:18])


def _narrowed_to(asked: Asked) -> list[str]:
    """What besides the period was chosen, in words."""
    found = [words.of_period(asked.period, asked.clock.language)]
    if asked.kind:
        found.append(str(Promise.Kind(asked.kind).label))
    if asked.channel:
        found.append(str(CHANNELS[asked.channel]))
    found += [one.name for one in (asked.inbox, asked.team) if one]
    if asked.cut.team == NONE:
        found.append(_("No team"))
    if (weekday := asked.number("weekday", 6)) is not None:
        found.append(words.weekday(weekday))
    if (hour := asked.number("hour", 23)) is not None:
        found.append(f"{words.clock(hour)}–{words.clock(hour + 1)}")
    return found


def _line(one: Promise, names: dict[int, str], at: datetime, says: str, tone: str) -> Line:
    talk = one.conversation
    contact = talk.contact
    return Line(
        public_id=talk.public_id,
        who=contact.name or names.get(contact.pk) or _("Unknown sender"),
        subject=talk.subject or _("(no subject)"),
        at=at,
        says=says,
        tone=tone,
        who_has_it=talk.assignee.name if talk.assignee else "",
    )


def _promise_line(one: Promise, names: dict[int, str]) -> Line:
    outcome = outcome_of(one.state, one.due_at, one.settled_at)
    if one.state == Promise.State.WITHDRAWN:
        outcome = "renewed"
    elif outcome == "missed" and one.settled_by_id is None:
        outcome = "let_go"
    tone = {"kept": "ok", "renewed": "", "running": ""}.get(outcome, "bad")
    return _line(one, names, one.due_at, str(NAMES[outcome]), tone)


def _question_line(one: Promise, names: dict[int, str]) -> Line:
    if one.waited is None:
        return _line(one, names, one.asked_at, _("Still waiting"), "bad")
    says = _("Answered after %(time)s") % {"time": words.waited(one.waited)}
    return _line(one, names, one.asked_at, says, "")
