"""The pill that counts down to a promise, the way its inbox counts: opening hours or the clock.

Words change once a minute, so within a minute a pill is worked out once a process.
"""

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from promisedesk.conversations.models import Conversation
from promisedesk.core.memo import remembered
from promisedesk.desk.clock import Clock
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.lib.countdowns import Countdown, countdown
from promisedesk.lib.counting import Span
from promisedesk.promises import policies
from promisedesk.promises.models import Calendar, CalendarVersion, PromisePolicy

ALWAYS = {day: ((0, 24 * 60),) for day in range(7)}


class Rule(NamedTuple):
    """How an inbox counts: in the hours of a calendar version, or by the clock in its zone."""

    version: CalendarVersion
    written_at: datetime  # tells it from a version with this number in a restored database
    is_working: bool

    @property
    def calendar(self) -> WorkCalendar:
        hours = policies.work_calendar(self.version)
        return hours if self.is_working else _round_the_clock(hours.time_zone)


@lru_cache(maxsize=64)
def _round_the_clock(time_zone: str) -> WorkCalendar:
    return WorkCalendar(time_zone, hours=ALWAYS)


class Hours:
    """How time counts for each inbox."""

    def __init__(self):
        self._rules = dict(_rules())

    def rule_of(self, inbox_id: int) -> Rule:
        """How an inbox counts; one without a rule has the shop's hours."""
        if inbox_id not in self._rules:
            self._rules[inbox_id] = _rule(policies.default_calendar().version, True)
        return self._rules[inbox_id]

    def by_rule(self) -> dict[Rule, list[int]]:
        """Which inboxes count alike."""
        shared: dict[Rule, list[int]] = {}
        for inbox_id, rule in self._rules.items():
            shared.setdefault(rule, []).append(inbox_id)
        return shared


@remembered(PromisePolicy, Calendar)
def _rules() -> dict[int, Rule]:
    own = PromisePolicy.objects.filter(inbox__isnull=False)
    rules = own.select_related("calendar__version").only(
        "inbox_id", "target", "calendar__version__created_at", "calendar__version__number"
    )
    return {
        one.inbox_id: _rule(one.calendar.version, Span.parse(one.target).working) for one in rules
    }


def _rule(version: CalendarVersion, is_working: bool) -> Rule:
    return Rule(version, version.created_at, is_working)


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
        rule = hours.rule_of(inbox_id)
        return _running(rule, due_at, due_since, minute, clock.language, clock.time_zone)
    if state == Conversation.State.WAITING:
        return _waiting(last_at, minute, clock.language)
    return Countdown("none", "")


@lru_cache(maxsize=4096)
def _running(
    rule: Rule,
    due_at: datetime,
    due_since: datetime | None,
    minute: datetime,
    language: str,
    time_zone: str,
) -> Countdown:
    zone = ZoneInfo(time_zone)
    return countdown(due_at, minute, rule.calendar, language, made_at=due_since, zone=zone)


ANY_HOURS = WorkCalendar("UTC")  # waiting is counted by the clock


@lru_cache(maxsize=4096)
def _waiting(since: datetime, minute: datetime, language: str) -> Countdown:
    return countdown(None, minute, ANY_HOURS, language, waiting_since=since)


@lru_cache(maxsize=16)
def settled_pill(outcome: str, language: str) -> Countdown:
    """The pill of history: "kept" or "missed"."""
    return countdown(None, datetime.min, ANY_HOURS, language, outcome=outcome)
