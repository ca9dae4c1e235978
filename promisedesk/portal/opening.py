"""What a customer wants to know before asking: when we are there, and when they are answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.dates import WEEKDAYS

from promisedesk.conversations.models import Inbox
from promisedesk.lib import phrases
from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.promises import honesty, policies

NOTED_DAYS = 14  # closed days of the coming two weeks are told


@dataclass(frozen=True)
class Opening:
    """The promise to somebody who asks now, and the hours it was counted in."""

    inbox: Inbox
    answered_by: str  # "by today, 16:15"; empty when nothing can be promised
    is_open: bool
    week: list[dict]
    closed_days: list[dict]
    zone: str


def best_inbox(language: str) -> Inbox | None:
    """The inbox that speaks the reader's language, else the first; None if there is none."""
    found = Inbox.objects.filter(is_active=True).order_by("pk")
    return found.filter(language=language).first() or found.first()


def opening_of(inbox: Inbox, language: str, at: datetime) -> Opening:
    """What to tell a reader of this language who looks at `at` (aware)."""
    policy = policies.policy_of(inbox)
    calendar = policies.work_calendar(policy.calendar.version)
    try:
        due_at = honesty.told_now(inbox, at)
        answered_by = phrases.by_time(due_at, calendar.time_zone, language, at)
    except CalendarError:
        answered_by = ""
    return Opening(
        inbox=inbox,
        answered_by=answered_by,
        is_open=calendar.is_open(at),
        week=_week(calendar, language, at),
        closed_days=_closed_days(calendar, language, at),
        zone=phrases.zone_phrase(calendar.time_zone, language, at),
    )


def _week(calendar: WorkCalendar, language: str, at: datetime) -> list[dict]:
    today = calendar.local_date(at).weekday()
    return [
        {
            "name": WEEKDAYS[day],
            # Within a sentence only English writes days with a capital.
            "inside": WEEKDAYS[day] if language == "en" else str(WEEKDAYS[day]).lower(),
            "says": phrases.format_intervals(calendar.hours.get(day, ()), language),
            "is_today": day == today,
            "is_closed": not calendar.hours.get(day),
        }
        for day in range(7)
    ]


def _closed_days(calendar: WorkCalendar, language: str, at: datetime) -> list[dict]:
    """Days of the coming two weeks that are not as the week says."""
    today, found = calendar.local_date(at), []
    for step in range(NOTED_DAYS):
        summary = calendar.day_summary(today + timedelta(days=step), language)
        usual = calendar.hours.get(summary.date.weekday(), ())
        if tuple(summary.intervals) != tuple(usual):
            says = phrases.format_intervals(summary.intervals, language)
            found.append({"date": summary.date, "says": says, "holiday": summary.holiday})
    return found
