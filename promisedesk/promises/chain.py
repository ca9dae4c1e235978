"""The chains of people: who is told when a promise is missed, and who is called when it is urgent.

Where the shop said nothing, a usual chain stands in. Of a missed promise the minutes are
opening time, since nobody who is not at work can answer; an urgent matter knows no hours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from promisedesk.core.memo import remembered
from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.lib.counting import Span, deadline
from promisedesk.promises.models import EscalationStep

Whom = EscalationStep.Whom


@dataclass(frozen=True, slots=True)
class Step:
    """Who is told, and how many minutes after the beginning. `agent` is a number."""

    after_minutes: int
    whom: str
    agent: int | None = None
    by_mail: bool = False
    by_hook: bool = False


USUAL = (Step(0, Whom.ASSIGNEE), Step(30, Whom.TEAM), Step(120, Whom.MANAGERS))
USUAL_URGENT = (
    Step(0, Whom.ASSIGNEE, by_mail=True, by_hook=True),
    Step(5, Whom.TEAM, by_mail=True, by_hook=True),
    Step(15, Whom.MANAGERS, by_mail=True, by_hook=True),
)


def of_missed() -> tuple[Step, ...]:
    """The steps after a missed promise, in order."""
    return _own(False) or USUAL


def of_urgent() -> tuple[Step, ...]:
    """The steps of an urgent matter, in order."""
    return _own(True) or USUAL_URGENT


@remembered(EscalationStep)
def _own(is_urgent: bool) -> tuple[Step, ...]:
    rows = EscalationStep.objects.filter(is_urgent=is_urgent).order_by("after_minutes", "pk")
    return tuple(
        Step(row.after_minutes, row.whom, row.agent_id, row.by_mail, row.by_hook) for row in rows
    )


def moment_of(step: Step, missed_at: datetime, calendar: WorkCalendar) -> datetime:
    """When a step after a missed promise is taken: in opening hours, but for who is on call."""
    minutes = timedelta(minutes=step.after_minutes)
    if step.whom == Whom.ON_CALL:
        return missed_at + minutes
    try:
        if step.after_minutes:
            span = Span(step.after_minutes, "minute", working=True)
            missed_at = deadline(calendar, missed_at, span).due_at
        return calendar.next_opening(missed_at)
    except CalendarError:
        return missed_at + minutes
