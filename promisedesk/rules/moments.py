"""The moment of a timed rule: a span after its anchor, or before what is due.

Working time is counted in the opening hours of the conversation's inbox.
"""

from __future__ import annotations

from datetime import datetime

from promisedesk.conversations.models import Conversation
from promisedesk.core.models import Event
from promisedesk.lib.calendars import CalendarError
from promisedesk.lib.counting import deadline, earlier
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
