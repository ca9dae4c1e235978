"""The pill that counts down to a promise, counted in the opening hours of its inbox.

Words change once a minute, so within a minute a pill is worked out once a process.
"""

from datetime import datetime
from functools import lru_cache

from promisedesk.conversations.models import Conversation
from promisedesk.desk.clock import Clock
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.lib.countdowns import Countdown, countdown
from promisedesk.promises import policies
from promisedesk.promises.models import CalendarVersion, PromisePolicy


class Hours:
    """The opening hours that each inbox promises by: one query for a page."""

    def __init__(self):
        rules = PromisePolicy.objects.select_related("calendar__version").only(
            "inbox_id", "calendar__version__created_at", "calendar__version__number"
        )
        self._versions = {rule.inbox_id: rule.calendar.version for rule in rules}

    def version_of(self, inbox_id: int) -> CalendarVersion:
        """The calendar of an inbox; one without a rule has the shop's."""
        if inbox_id not in self._versions:
            self._versions[inbox_id] = policies.default_calendar().version
        return self._versions[inbox_id]

    def calendar_of(self, inbox_id: int) -> WorkCalendar:
        return policies.work_calendar(self.version_of(inbox_id))

    def by_version(self) -> dict[CalendarVersion, list[int]]:
        """Which inboxes share which hours."""
        shared: dict[CalendarVersion, list[int]] = {}
        for inbox_id, version in self._versions.items():
            shared.setdefault(version, []).append(inbox_id)
        return shared


def pill(
    hours: Hours,
    clock: Clock,
    *,
    inbox_id: int,
    state: str,
    due_at: datetime | None,
    due_since: datetime | None,
    last_at: datetime,
) -> Countdown:
    """The pill of a conversation: what is owed first, else whose turn it is."""
    minute = clock.now.replace(second=0, microsecond=0)
    if due_at is not None:
        # Overdue the second it is due, not at the next full minute.
        minute = max(minute, due_at) if due_at <= clock.now else minute
        version = hours.version_of(inbox_id)
        return _running(version, version.created_at, due_at, due_since, minute, clock.language)
    if state == Conversation.State.WAITING:
        return _waiting(last_at, minute, clock.language)
    return Countdown("none", "")


@lru_cache(maxsize=4096)
def _running(
    version: CalendarVersion,
    written_at: datetime,  # tells it from a version with this number in a restored database
    due_at: datetime,
    due_since: datetime | None,
    minute: datetime,
    language: str,
) -> Countdown:
    calendar = policies.work_calendar(version)
    return countdown(due_at, minute, calendar, language, made_at=due_since)


ANY_HOURS = WorkCalendar("UTC")  # waiting is counted by the clock


@lru_cache(maxsize=4096)
def _waiting(since: datetime, minute: datetime, language: str) -> Countdown:
    return countdown(None, minute, ANY_HOURS, language, waiting_since=since)


@lru_cache(maxsize=16)
def settled_pill(outcome: str, language: str) -> Countdown:
    """The pill of history: "kept" or "missed"."""
    return countdown(None, datetime.min, ANY_HOURS, language, outcome=outcome)
