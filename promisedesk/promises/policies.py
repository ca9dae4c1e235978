"""The rules promises are made by: a target, counted in a calendar, for each inbox."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import filters
from promisedesk.conversations.models import Conversation, Inbox
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.memo import remembered
from promisedesk.core.models import Workspace
from promisedesk.core.saying import said
from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.lib.counting import Deadline, Span, SpanError, deadline, rounded_down
from promisedesk.lib.public_holidays import usual_region
from promisedesk.promises import manning
from promisedesk.promises.models import (
    DEFAULT_TARGET,
    Calendar,
    CalendarVersion,
    PromisePolicy,
)
from promisedesk.promises.verbs import CALENDAR_CHANGED, POLICY_CHANGED

USUAL_HOURS = {
    day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")
}  # the contract's default


@dataclass(frozen=True, slots=True)
class _Version:
    """A version as lru_cache tells it from others: not by its data, which never changes."""

    number: int
    as_text: str
    data: dict = field(compare=False, repr=False)


@lru_cache(maxsize=64)
def _read(version: _Version) -> WorkCalendar:
    return WorkCalendar.from_json(version.data)


def work_calendar(version: CalendarVersion) -> WorkCalendar:
    """The hours of a version. Versions never change, so each is read once a process."""
    return _read(_Version(version.pk, version.created_at.isoformat(), version.data))


def as_now(version: CalendarVersion | None) -> CalendarVersion | None:
    """The same hours as they are today: what is promised anew is made in days that may be closed
    since."""
    return version and version.calendar.version


def checked_calendar(data: dict) -> dict:
    """The calendar file, tidied. Raises Refused with what to change."""
    try:
        calendar = WorkCalendar.from_json(data)
        calendar.refuse_never_open()
    except CalendarError as error:
        raise Refused(said(error)) from error
    return calendar.to_json()


@transaction.atomic
def add_calendar(name: str, data: dict, *, by: Agent | None = None) -> Calendar:
    """A new calendar with its first version. Raises Refused if it makes no sense."""
    demand(by, Deed.RUN)
    data = checked_calendar(data)
    if Calendar.objects.filter(name=name).exists():
        raise Refused(_("There is a calendar “%(name)s” already.") % {"name": name})
    calendar = Calendar.objects.create(name=name[:100])
    return _new_version(calendar, data, by)


@transaction.atomic
def change_calendar(calendar: Calendar, data: dict, *, by: Agent | None = None) -> Calendar:
    """New hours from now on, as a new version: promises already made keep the old one."""
    demand(by, Deed.RUN)
    data = checked_calendar(data)
    if calendar.version and calendar.version.data == data:
        return calendar
    return _new_version(calendar, data, by)


def _new_version(calendar: Calendar, data: dict, by: Agent | None) -> Calendar:
    number = calendar.version.number + 1 if calendar.version else 1
    calendar.version = CalendarVersion.objects.create(
        calendar=calendar, number=number, data=data, by=by
    )
    calendar.save(update_fields=["version"])
    record(CALENDAR_CHANGED, by=by, name=calendar.name, version=number)
    return calendar


def default_calendar() -> Calendar:
    """The calendar of the shop: its zone and holidays, Monday to Friday 9 to 18; made once."""
    calendar = Calendar.objects.select_related("version").order_by("pk").first()
    if calendar:
        return calendar
    shop = Workspace.get()
    return add_calendar(
        _("Opening hours"),
        {
            "time_zone": shop.time_zone or "UTC",
            "country": shop.country or None,
            "region": usual_region(shop.country),
            "hours": USUAL_HOURS,
            "closed": [],
            "open": {},
        },
    )


@transaction.atomic
def set_policy(
    inbox: Inbox,
    *,
    calendar: Calendar,
    target: str = DEFAULT_TARGET,
    by: Agent | None = None,
    **more: str | int,
) -> PromisePolicy:
    """Say what an inbox promises from now on. Raises Refused if a target is no span.

    `more`: next_target, resolution_target, callback_target ("" for none) and rounds_to (minutes);
    what is not given stays as it is.
    """
    demand(by, Deed.RUN)
    try:
        target = str(Span.parse(target))
        spans = {
            name: str(Span.parse(span)) if span else span
            for name, span in more.items()
            if name.endswith("_target")
        }
    except SpanError as error:
        raise Refused(said(error)) from error
    policy, _made = PromisePolicy.objects.update_or_create(
        inbox=inbox, defaults={"calendar": calendar, "target": target, **more, **spans}
    )
    record(POLICY_CHANGED, by=by, inbox=inbox.name, target=target)
    return policy


def policy_of(inbox: Inbox) -> PromisePolicy:
    """What this inbox promises; of one without a rule the usual, which is not saved: nobody
    chose it."""
    return _policy(inbox.pk) or PromisePolicy(inbox=inbox, calendar=_usual_calendar())


def policies_of(inboxes: Iterable[Inbox]) -> dict[int, PromisePolicy]:
    """What each of these promises, by the inbox's key: one query for all that have a policy, once
    in a while."""
    known = _policies()
    return {one.pk: known.get(one.pk) or policy_of(one) for one in inboxes}


@remembered(Calendar)
def _usual_calendar() -> Calendar:
    return default_calendar()


@remembered(PromisePolicy, Calendar)
def _policies() -> dict[int, PromisePolicy]:
    own = PromisePolicy.objects.exclude(inbox=None).select_related("calendar__version")
    return {policy.inbox_id: policy for policy in own}


@remembered(PromisePolicy, Calendar)
def _policy(inbox_id: int) -> PromisePolicy | None:
    policies = PromisePolicy.objects.select_related("calendar__version")
    return policies.filter(inbox_id=inbox_id).first()


@dataclass(frozen=True, slots=True)
class Terms:
    """What is promised in one conversation at one moment: a policy, its gaps filled in.

    `policy` is None where an inbox has none of its own and the usual counts.
    Targets are spans of the contract; "" promises nothing of that kind.
    """

    policy: PromisePolicy | None
    version: CalendarVersion
    target: str
    next_target: str
    resolution_target: str
    callback_target: str
    rounds_to: int

    @property
    def calendar(self) -> WorkCalendar:
        return work_calendar(self.version)

    def due_at(self, at: datetime, target: str) -> datetime:
        """When a promise of `at` is due: the target, rounded down to a time people say."""
        due_at = deadline(self.calendar, at, Span.parse(target)).due_at
        return rounded_down(self.calendar.zone, due_at, self.rounds_to, not_before=at)


def terms_of(policy: PromisePolicy, own: PromisePolicy | None = None) -> Terms:
    """A policy as it counts; what it leaves empty is as in the inbox's `own`."""
    own = own or policy
    calendar = policy.calendar or own.calendar
    return Terms(
        policy=policy if policy.pk else None,
        version=calendar.version,
        target=policy.target or own.target,
        next_target=policy.next_target or policy.target or own.next_target or own.target,
        resolution_target=policy.resolution_target or own.resolution_target,
        callback_target=policy.callback_target or own.callback_target,
        rounds_to=policy.rounds_to,
    )


def terms_for(conversation: Conversation, at: datetime) -> Terms:
    """What is promised there to who asks at `at`: the first policy that matches, else the
    inbox's own. One query a policy with conditions; none where a shop has only inboxes' own."""
    own = policy_of(conversation.inbox)
    for policy in matching_policies():
        if _holds(policy, own, conversation, at):
            return terms_of(policy, own)
    return terms_of(own)


def terms_for_anybody(inbox: Inbox, at: datetime) -> Terms:
    """What is promised there to somebody nobody knows yet: for public pages. Of the policies
    only those that ask for nothing but the hours can be told to fit."""
    own = policy_of(inbox)
    for policy in matching_policies():
        if not policy.conditions and _is_time(policy, own, inbox, at):
            return terms_of(policy, own)
    return terms_of(own)


@remembered(PromisePolicy, Calendar)
def matching_policies() -> list[PromisePolicy]:
    """The policies with conditions that are in force, in order."""
    found = PromisePolicy.objects.filter(inbox=None, is_active=True)
    return list(found.select_related("calendar__version").order_by("position", "pk"))


def _holds(
    policy: PromisePolicy, own: PromisePolicy, conversation: Conversation, at: datetime
) -> bool:
    if not _is_time(policy, own, conversation.inbox, at):
        return False
    try:
        return filters.matching(filters.read(policy.conditions), conversation, at=at)
    except Refused:  # a tag or a field it names is gone: it can match nothing
        return False


def _is_time(policy: PromisePolicy, own: PromisePolicy, inbox: Inbox, at: datetime) -> bool:
    Hours = PromisePolicy.Hours
    calendar = work_calendar((policy.calendar or own.calendar).version)
    if policy.hours and calendar.is_open(at) == (policy.hours == Hours.CLOSED):
        return False
    return policy.hours != Hours.MANNED or manning.somebody_is_active(inbox)


def would_promise(policy: PromisePolicy, at: datetime) -> Deadline:
    """When a question of `at` would be due by an inbox's own policy, and how it was counted."""
    calendar = work_calendar(policy.calendar.version)
    counted = deadline(calendar, at, Span.parse(policy.target))
    due_at = rounded_down(calendar.zone, counted.due_at, policy.rounds_to, not_before=at)
    return Deadline(due_at, counted.counted)
