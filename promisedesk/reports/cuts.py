"""Which part of the shop and which days a report is about, and who reads it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce, ExtractHour, ExtractIsoWeekDay

from promisedesk.agents.models import Agent
from promisedesk.promises import measures
from promisedesk.promises.models import Promise
from promisedesk.reports.moments import Period

TEAM = Coalesce("conversation__team", "conversation__inbox__team")  # it was given to, or the usual
NONE = 0  # for a person or team: nobody, none


@dataclass(frozen=True, slots=True)
class Cut:
    """A report is about what `reader` may see, in `period`, and of these if they are named.

    `inbox` and `team` are numbers of rows; a team of NONE means those without any.
    """

    reader: Agent
    period: Period
    channel: str = ""
    inbox: int | None = None
    team: int | None = None

    def promises(self) -> QuerySet[Promise]:
        """The ledger of this part of the shop, at any time."""
        found = measures.visible_to(self.reader)
        if self.channel:
            found = found.filter(conversation__channel=self.channel)
        if self.inbox is not None:
            found = found.filter(conversation__inbox=self.inbox)
        if self.team is not None:
            found = found.annotate(team_of=TEAM).filter(team_of=self.team or None)
        return found


def at_times(
    rows: QuerySet[Promise],
    moment: str,
    cut: Cut,
    weekday: int | None = None,
    hour: int | None = None,
) -> QuerySet[Promise]:
    """Those of them whose `moment` is on this weekday (0 is Monday) or in this hour there."""
    zone = cut.period.zone
    if weekday is not None:
        rows = rows.annotate(on_day=ExtractIsoWeekDay(F(moment), tzinfo=zone))
        rows = rows.filter(Q(on_day=weekday + 1))
    if hour is not None:
        rows = rows.annotate(in_hour=ExtractHour(F(moment), tzinfo=zone)).filter(in_hour=hour)
    return rows
