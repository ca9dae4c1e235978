"""The moment of a timed rule: a span after its anchor, or before what is due.

Working time is counted in the opening hours of the conversation's inbox.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from promisedesk.conversations.models import Conversation
from promisedesk.core.models import Event
from promisedesk.lib.calendars import HORIZON, CalendarError, WorkCalendar
from promisedesk.lib.counting import Span, deadline
from promisedesk.promises import policies
from promisedesk.rules.whens import When


def moment_of(when: When, event: Event, conversation: Conversation) -> datetime | None:
    """When a timed rule acts that counts from this event; None if it never can."""
    policy = policies.policy_of(conversation.inbox)
    calendar = policies.work_calendar(policy.calendar.version)
    try:
        if not when.anchor.is_before:
            return deadline(calendar, event.at, when.span).due_at
        return earlier(calendar, datetime.fromisoformat(event.data["due_at"]), when.span)
    except (CalendarError, KeyError, ValueError):
        return None


def earlier(calendar: WorkCalendar, due_at: datetime, span: Span) -> datetime:
    """The moment a span before another. Raises CalendarError when it is never open before.

    "1 working hour" before Monday 9:30 of a shop open 9 to 18 is Friday 17:30.
    """
    if not span.working:
        return due_at - span.length
    if span.unit == "day":
        return _days_earlier(calendar, due_at, span.amount)
    left, day = span.length, calendar.local_date(due_at)
    last = day - HORIZON
    while day > last:
        for opens, closes in reversed(calendar.intervals_on(day)):
            closes = min(closes, due_at)
            if opens < closes:
                if closes - opens >= left:
                    return closes - left
                left -= closes - opens
        day -= timedelta(days=1)
    raise CalendarError("It is hardly ever open before that.")


def _days_earlier(calendar: WorkCalendar, due_at: datetime, amount: int) -> datetime:
    day = calendar.local_date(due_at)
    wall, last = due_at, day - HORIZON
    while amount and day > last:
        day -= timedelta(days=1)
        wall -= timedelta(days=1)
        amount -= bool(calendar.intervals_on(day))
    return wall
