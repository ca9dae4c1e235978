"""The report of promises kept, for programs: the same figures as on the page."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from django.utils.timezone import now
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from promisedesk.agents.models import Agent, Team
from promisedesk.api.paging import refuse_unknown
from promisedesk.api.problems import Problem, answers
from promisedesk.api.shapes import PromiseKind
from promisedesk.conversations.models import Inbox
from promisedesk.core.shop import the_shop
from promisedesk.reports import kept
from promisedesk.reports.cuts import Cut
from promisedesk.reports.kept import Kept, Tally
from promisedesk.reports.moments import Period

router = Router(tags=["reports"])
USUAL_DAYS, MOST_DAYS = 30, 1100
By = Literal["kind", "channel", "inbox", "team", "person", "day", "week", "weekday", "hour"]


class Asked(Schema):
    model_config = ConfigDict(extra="forbid")

    first: date | None = Field(None, description="The first day; else 30 days up to `last`.")
    last: date | None = Field(None, description="The last day, itself included; else today.")
    by: By = Field("kind", description="What the figures are told apart by.")
    kind: PromiseKind | None = None


class FiguresOut(Schema):
    """What became of promises that were due."""

    kept: int
    broken: int
    renewed: int = Field(description="A new time was given before they were due: in neither.")
    untold: int = Field(description="Kept or broken, but the customer was never told.")
    percent: int | None = Field(description="Kept of kept and broken, rounded down.")


class RowOut(FiguresOut):
    """The figures of one kind, inbox, person, day…"""

    key: str | int | None = Field(
        description="An id, a word, a date (of a week its Monday), a weekday (1 is Monday), an "
        "hour; null: of no team, of nobody."
    )
    name: str | None = Field(description="Of an inbox, team or person.")


class ReportOut(Schema):
    """Promises counted on the day they were due, in the days of a time zone."""

    first: date
    last: date
    time_zone: str
    by: By
    total: FiguresOut
    items: list[RowOut]


@router.get("/promises", response=answers(200, ReportOut, 400), summary="Count promises kept")
def promises(request, asked: Query[Asked]):
    """What was due in some days, and how it ended. Agents see no other person's row."""
    refuse_unknown(request, asked)
    period = _period(asked, request.agent)
    found = kept.measure(Cut(request.agent, period), asked.kind or "")
    return {
        "first": period.first,
        "last": period.last,
        "time_zone": period.zone.key,
        "by": asked.by,
        "total": _figures(found.total),
        "items": _rows(found, asked.by, request.agent),
    }


def _period(asked: Asked, agent: Agent) -> Period:
    zone = ZoneInfo(agent.time_zone or the_shop().time_zone)
    last = asked.last or now().astimezone(zone).date()
    try:
        first = asked.first or last - timedelta(days=USUAL_DAYS - 1)
    except OverflowError:
        first = last
    if not (1990 <= first.year and last.year <= 2100 and first <= last):
        raise Problem(400, "These are no days.", {"first": ["a day up to `last`, since 1990"]})
    if (last - first).days >= MOST_DAYS:
        raise Problem(400, "These are too many days.", {"first": [f"at most {MOST_DAYS} days"]})
    return Period(first, last, zone)


def _figures(tally: Tally) -> dict:
    return {
        "kept": tally.kept,
        "broken": tally.broken,
        "renewed": tally.renewed,
        "untold": tally.untold,
        "percent": tally.share.percent,
    }


def _rows(found: Kept, by: By, agent: Agent) -> list[dict]:
    by_time = {
        "day": found.by_day,
        "week": found.by_week,
        "weekday": found.by_weekday,
        "hour": found.by_hour,
    }
    tallies = by_time[by]() if by in by_time else found.by(by)
    if by == "person" and not agent.sees_everything:
        tallies = {key: tally for key, tally in tallies.items() if key == agent.pk}
    names = _names(by, tallies)
    return [
        {**dict(zip(("key", "name"), names(key), strict=True)), **_figures(tally)}
        for key, tally in tallies.items()
    ]


def _names(by: By, keys: dict[Hashable, Tally]):
    """A function from what is counted by to (its key for those outside, its name)."""
    tables = {"inbox": Inbox, "team": Team, "person": Agent}
    if by in tables:
        rows = tables[by].objects.in_bulk([key for key in keys if key])
        return lambda key: (rows[key].public_id, rows[key].name) if key in rows else (None, None)
    if by in ("day", "week"):
        return lambda key: (key.isoformat(), None)
    if by == "weekday":
        return lambda key: (key + 1, None)
    return lambda key: (key, None)
