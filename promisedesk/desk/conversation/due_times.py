"""Times to promise something for: when somebody is there to keep it, as people say them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from promisedesk.conversations.models import Conversation
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation.moments import Moment
from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.lib.counting import Span, deadline, rounded_down
from promisedesk.promises import new_times, policies
from promisedesk.promises.models import Promise

QUARTER = 15  # minutes


def offered(conversation: Conversation, clock: Clock) -> list[Moment]:
    """What is offered now, soonest first, in the opening hours of its inbox."""
    calendar = policies.work_calendar(policies.policy_of(conversation.inbox).calendar.version)
    found: dict[datetime, Moment] = {}
    try:
        for one in _offered(calendar, clock):
            if one.at > clock.now:
                found.setdefault(one.at, one)
    except CalendarError:
        pass
    return sorted(found.values(), key=lambda one: one.at)


def for_a_renewal(promise: Promise, clock: Clock) -> list[Moment]:
    """The same for a new time; first, for an answer, when it comes at the present pace."""
    found = offered(promise.conversation, clock)
    if promise.kind != Promise.Kind.ANSWER:
        return found
    honest = new_times.honest_times([promise], clock.now).get(promise.pk)
    if honest is None or honest <= max(clock.now, promise.due_at):
        return found  # it can be kept, or too little is known
    return [Moment(_("As you answer at the present pace"), "hourglass", honest), *found]


def for_a_call(conversation: Conversation, clock: Clock) -> list[Moment]:
    """By when a customer who asks for a call now is called, as the policy that fits says."""
    terms = policies.terms_for(conversation, clock.now)
    if not terms.callback_target:
        return []
    try:
        due_at = terms.due_at(clock.now, terms.callback_target)
    except CalendarError:
        return []  # nobody is there for years
    return [Moment(_("A call back, as the policy says"), "phone", due_at)]


def _offered(calendar: WorkCalendar, clock: Clock) -> Iterator[Moment]:
    for hours, says in ((1, _("In an hour of opening time")), (4, _("In four hours of opening"))):
        due_at = deadline(calendar, clock.now, Span(hours, "hour", working=True)).due_at
        yield Moment(
            says,
            "clock",
            rounded_down(calendar.zone, due_at, QUARTER, not_before=clock.now),
        )
    today = calendar.last_open_moment(calendar.local_date(clock.now))
    if today and today > clock.now:
        yield Moment(_("Before we close today"), "sun", today)
    opens = _day_after(calendar, calendar.local_date(clock.now))
    yield Moment(_("The next open day, before it ends"), "calendar", opens)
    friday = calendar.local_date(clock.now) + timedelta(
        days=(4 - calendar.local_date(clock.now).weekday()) % 7
    )
    closes = calendar.last_open_moment(friday)
    if closes:
        yield Moment(_("By the end of the week"), "calendar", closes)


def _day_after(calendar: WorkCalendar, day) -> datetime:
    """The closing of the first open day after this one."""
    midnight = datetime.combine(day + timedelta(days=1), time(), calendar.zone).astimezone(UTC)
    opens = calendar.next_opening(midnight)
    return calendar.last_open_moment(calendar.local_date(opens)) or opens
