"""The page of reports: figures fetched, and handed to the template with the ways behind them."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from promisedesk.desk.reports import charts, words
from promisedesk.desk.reports.asking import CHANNELS, PERIODS, Asked
from promisedesk.desk.reports.rows import tables
from promisedesk.desk.reports.speed import speed
from promisedesk.desk.today.week import GOAL
from promisedesk.promises.models import Promise
from promisedesk.reports import kept
from promisedesk.reports.kept import Kept

MOST_ROWS = 31  # of the table beneath the chart; longer periods are told by week


@login_required
@never_cache
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    asked = Asked.of(request)
    found = kept.measure(asked.cut, asked.kind)
    answers = speed(asked)
    by = tables(found, asked)
    total, points = found.total, _points(found)
    context = {
        "asked": asked,
        "clock": asked.clock,
        "periods": [(key, label, asked.link(period=key)) for key, label in PERIODS.items()],
        "dates": words.of_period(asked.period, asked.clock.language),
        "channels": CHANNELS.items(),
        "kinds": Promise.Kind.choices,
        "is_empty": total.is_empty and not answers.number,
        "is_narrowed": bool({"channel", "inbox", "team", "kind"} & asked.filters().keys()),
        "total": total,
        "here": asked.link(),
        "points": points,
        "points_abs": abs(points or 0),
        "points_form": words.plural_of(abs(points or 0)),
        "in_short": _in_short(found, asked),
        "line": charts.line(found, asked.period, asked.clock.language),
        "hours": charts.hours(found),
        "by": by,
        "over_time": by["weeks" if asked.period.days > MOST_ROWS else "days"],
        "beside": [by[key] for key in ("kinds", "channels", "inboxes", "teams")],
        "goal": GOAL,
        "speed": answers,
        "which": [
            (_("First answer"), asked.link(which=""), not asked.every),
            (_("Every answer"), asked.link(which="every"), asked.every),
        ],
        "only_own": not request.user.sees_everything,
    }
    return render(request, "desk/reports/reports.html", context)


def _points(found: Kept) -> float | None:
    """Points more kept than in as many days before, with a sign; None if nothing was due then."""
    if not (found.before.total and found.total.due):
        return None
    now = found.total.kept * 100 / found.total.due
    return round(now - found.before.kept * 100 / found.before.total, 1)


def _in_short(found: Kept, asked: Asked) -> str:
    """The sentence above everything."""
    total, points = found.total, _points(found)
    if not total.due:
        return ""
    facts = {"kept": total.kept, "due": total.due, "days": asked.period.days}
    facts["points"] = words.tenths(abs(points or 0))
    if points is None:
        return _("%(kept)s of %(due)s promises were kept.") % facts
    if points > 0:
        return (
            ngettext(
                "%(kept)s of %(due)s promises were kept: %(points)s point more than in as many "
                "days before.",
                "%(kept)s of %(due)s promises were kept: %(points)s points more than in as many "
                "days before.",
                words.plural_of(abs(points)),
            )
            % facts
        )
    if points < 0:
        return (
            ngettext(
                "%(kept)s of %(due)s promises were kept: %(points)s point fewer than in as many "
                "days before.",
                "%(kept)s of %(due)s promises were kept: %(points)s points fewer than in as many "
                "days before.",
                words.plural_of(abs(points)),
            )
            % facts
        )
    says = ngettext(
        "%(kept)s of %(due)s promises were kept, as many of a hundred as on the day before.",
        "%(kept)s of %(due)s promises were kept, as many of a hundred as in the %(days)s days "
        "before.",
        asked.period.days,
    )
    return says % facts
