"""Tables of the report for spreadsheets, and the ledger itself. Taking them is in the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, may
from promisedesk.core.events import record
from promisedesk.desk.reports import words
from promisedesk.desk.reports.asking import Asked
from promisedesk.desk.reports.rows import Table, tables
from promisedesk.desk.reports.speed import steps
from promisedesk.lib import csv_cells
from promisedesk.promises.models import Promise
from promisedesk.reports import expectations, kept
from promisedesk.reports.verbs import EXPORTED

TABLES = ("kinds", "channels", "inboxes", "teams", "people", "days", "weeks", "weekdays", "hours")
AT_ONCE = 500
HEADS = {"public_id": "id", "state_now": "state", "conversation__inbox__name": "inbox"}
HEADS |= {"conversation__ref": "conversation", "renews__public_id": "renews"}
HEADS |= {"contact__public_id": "contact"}
LEDGER = [
    "public_id",
    "kind",
    "state_now",
    "conversation__ref",
    "conversation__channel",
    "conversation__inbox__name",
    "made_at",
    "due_at",
    "told_at",
    "settled_at",
    "renewed_at",
    "late_s",
    "target",
    "says",
    "contact__public_id",
    "agent",
    "renews__public_id",
]


@login_required
@require_POST
def table(request: HttpRequest) -> StreamingHttpResponse:
    """One table of the report that was looked at, as CSV (RFC 4180)."""
    if not may(request.user, Deed.EXPORT):
        raise PermissionDenied
    asked, what = Asked.of(request), request.POST.get("what", "ledger")
    if what == "ledger":
        rows = ledger(asked)
    elif what in ("answers", "week"):
        rows = {"answers": _answers, "week": _week}[what](asked)
    elif what in TABLES:
        rows = _figures(tables(kept.measure(asked.cut, asked.kind), asked)[what])
    else:
        raise Http404
    record(EXPORTED, by=request.user, what=what)
    response = StreamingHttpResponse(csv_cells.lines(rows), content_type="text/csv; charset=utf-8")
    period = asked.period
    name = f"promises-{what}-{period.first}-{period.last}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _figures(table: Table) -> Iterable[tuple]:
    yield (
        table.head,
        _("Kept"),
        _("Missed"),
        _("Due"),
        _("Kept, percent"),
        _("Renewed in time"),
        _("Never told"),
    )
    for row in table.rows:
        tally = row.tally
        figures = (tally.kept, tally.broken, tally.due, tally.share.percent)
        yield (row.label, *figures, tally.renewed, tally.untold)


def _answers(asked: Asked) -> Iterable[tuple]:
    expected, _source = steps()
    times = expectations.measure(asked.cut, expected)
    yield (_("Answered"), _("First answers"), _("Every answer"))
    for bound in times.bounds():
        yield (words.within(bound), times.first.within[bound], times.every.within[bound])
    yield (_("Answered at all"), times.first.answered, times.every.answered)
    yield (_("Still waiting"), times.first.waiting, times.every.waiting)
    yield (_("Questions"), times.first.number, times.every.number)


def _week(asked: Asked) -> Iterable[tuple]:
    """Each hour of the week: what was asked, answered in time, and how many answers left."""
    expected, _source = steps()
    times = expectations.measure(asked.cut, expected, first_only=not asked.every)
    in_time = [words.within(step.seconds) for step in expected]
    yield (_("Weekday"), _("Hour"), _("Questions"), *in_time, _("Answers that left"))
    for day in range(7):
        for hour in range(24):
            of_hour = times.asked_at.get((day, hour), expectations.Asked())
            met = [of_hour.within[step.seconds] for step in expected]
            yield (words.weekday(day), hour, of_hour.number, *met, times.leaving[day, hour])


def ledger(asked: Asked) -> Iterator[tuple]:
    """Every promise due in the period whatever became of it, the earliest first.

    Times are RFC 3339 in UTC, as the ledger keeps them; `late_s` are seconds.
    """
    yield tuple(HEADS.get(name, name.removeprefix("conversation__")) for name in LEDGER)
    rows = kept.due(asked.cut, asked.kind).annotate(person_of=kept.PERSON)
    rows = rows.select_related("conversation__inbox", "contact", "renews")
    people = dict(Agent.objects.values_list("pk", "name"))
    for one in rows.order_by("due_at", "pk").iterator(chunk_size=AT_ONCE):
        yield tuple(_cell(one, name, people) for name in LEDGER)


def _cell(promise: Promise, path: str, people: dict[int, str]) -> object:
    if path == "agent":  # as the report counts by person
        return people.get(promise.person_of, "")
    found: object = promise
    for name in path.split("__"):
        found = getattr(found, name) if found is not None else None
    return found.isoformat() if hasattr(found, "isoformat") else found
