"""Honest new times for what is promised already and will not be kept at the present pace.

Everybody stands in the line where their first promise put them: whoever was given a new time
loses no place by it, and wins none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Inbox
from promisedesk.lib import forecasting as pacing
from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.promises import forecasting, honesty, measures, policies, warning
from promisedesk.promises.honesty import Offer
from promisedesk.promises.models import Promise, PromiseManners
from promisedesk.promises.policies import Terms

_LINK = ("pk", "due_at", "renews")
MOST = 200  # new times given with one press


@dataclass(frozen=True, slots=True)
class Waiting:
    """One owed answer: where it stands in its line, and when it is promised."""

    stands_by: datetime
    due_at: datetime
    number: int  # of the promise


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Where what is promised now will not be kept, and how many running promises either."""

    inbox: Inbox
    pool: str
    offer: Offer
    not_kept: int  # in the pool
    of_several: bool = False  # the shop has other inboxes too


@dataclass(frozen=True, slots=True)
class Proposal:
    promise: Promise
    honest_at: datetime


def lines() -> dict[str, list[Waiting]]:
    """The owed answers of each pool, the first to be answered first. One query, and one more for
    each time after the second that somebody was given."""
    owed = Promise.objects.owed().filter(
        kind=Promise.Kind.ANSWER, conversation__answer_due_at__isnull=False
    )
    owed = owed.annotate(stands_by=Coalesce("renews__due_at", "due_at"))
    rows = owed.values_list(
        F("conversation__inbox__team"), "stands_by", "due_at", "pk", "renews__renews"
    )
    rows = list(rows)
    firsts = _firsts({one[-1] for one in rows} - {None})
    found: dict[str, list[Waiting]] = {}
    for team, stands_by, due_at, number, earlier in rows:
        one = Waiting(firsts.get(earlier, stands_by), due_at, number)
        found.setdefault(forecasting.pool_named(team), []).append(one)
    for line in found.values():
        line.sort(key=lambda one: (one.stands_by, one.number))
    return found


def _firsts(promises: set[int]) -> dict[int, datetime]:
    """By number: when the first of those that were renewed into this one was due."""
    found: dict[int, datetime] = {}
    asked = {one: one for one in promises}
    while asked:
        rows = Promise.objects.filter(pk__in=set(asked.values()))
        known = {pk: (due_at, renews) for pk, due_at, renews in rows.values_list(*_LINK)}
        asked = {one: at for one, at in asked.items() if at in known}
        found |= {one: known[at][0] for one, at in asked.items()}
        asked = {one: known[at][1] for one, at in asked.items() if known[at][1]}
    return found


def shortfalls(at: datetime | None = None) -> list[Shortfall]:
    """The inboxes that promise what cannot be kept, the worst first; [] unless the owner wants
    to be asked. Two queries, none where no pace is known."""
    at, paces = at or now(), forecasting.paces()
    if honesty.manners().offers != PromiseManners.Offers.ASK or not paces:
        return []
    waiting, found = lines(), []
    inboxes = list(Inbox.objects.filter(is_active=True).order_by("pk"))
    promised = policies.policies_of(inboxes)
    for inbox in inboxes:
        key = forecasting.pool_of(inbox)
        if key in paces:
            terms = policies.terms_of(promised[inbox.pk])
            inbox_now = _look(inbox, terms, paces[key], waiting.get(key, []), at)
            found.append(replace(inbox_now, of_several=len(inboxes) > 1))
    short = [one for one in found if not one.offer.can_be_kept]
    return sorted(short, key=_how_late, reverse=True)


def _look(
    inbox: Inbox, terms: Terms, pace: pacing.Pace, waiting: list[Waiting], at: datetime
) -> Shortfall:
    due_at = terms.due_at(at, terms.target)
    ahead = bisect_right(sorted(one.due_at for one in waiting), due_at)
    honest = pacing.answered_by(pace, terms.calendar, at, ahead) or at + pacing.FARTHEST
    honest = honesty.in_quarters(terms.calendar.zone, honest)
    late = _late_in(pace, terms.calendar, waiting, at)
    return Shortfall(inbox, forecasting.pool_of(inbox), Offer(due_at, honest, ahead), len(late))


def _late_in(pace, calendar, waiting: list[Waiting], at: datetime) -> dict[int, datetime]:
    """By number of the promise: when it will be answered, later than promised."""
    places = pacing.not_kept(pace, calendar, at, [one.due_at for one in waiting])
    return {waiting[place].number: when for place, when in places if when is not None}


def _how_late(one: Shortfall) -> float:
    assert one.offer.honest_at
    return (one.offer.honest_at - one.offer.target_due_at).total_seconds()


def to_be_missed(reader: Agent, at: datetime | None = None) -> list[Proposal]:
    """Running promises that the reader sees and that will be missed at the present pace, each
    with an honest time: the MOST that are due first."""
    at, paces = at or now(), forecasting.paces()
    late: dict[int, datetime] = {}
    calendars = _calendars()
    for key, waiting in lines().items():
        if key in paces and key in calendars:
            late |= _late_in(paces[key], calendars[key], waiting, at)
    seen = measures.visible_to(reader).in_state("running").filter(pk__in=list(late))
    rows = seen.select_related(
        "conversation__inbox", "contact", "calendar_version__calendar__version"
    )
    rows = rows.order_by("due_at", "pk")[:MOST]
    return [Proposal(one, _rounded(one, late[one.pk])) for one in rows]


def _calendars():
    """The hours each pool's pace was learned in: its first inbox's."""
    inboxes = list(Inbox.objects.order_by("-pk"))
    promised, found = policies.policies_of(inboxes), {}
    for inbox in inboxes:
        version = promised[inbox.pk].calendar.version
        found[forecasting.pool_of(inbox)] = policies.work_calendar(version)
    return found


def honest_times(promises: Iterable[Promise], at: datetime | None = None) -> dict[int, datetime]:
    """By number: when each of these owed answers will be given; without those of which too
    little is known. Two queries.

    In the hours as they are now, not as they were when it was promised: days that were closed
    since give no answers. And in those it was promised in, where a team looks after several
    inboxes that are open at other times.
    """
    at, paces, found = at or now(), forecasting.paces(), {}
    if not paces:
        return {}
    waiting, calendars = lines(), _calendars()
    for promise in promises:
        key = forecasting.pool_of(promise.conversation.inbox)
        places = {one.number: place for place, one in enumerate(waiting.get(key, []))}
        if key not in paces or promise.pk not in places:
            continue
        when = pacing.answered_by(paces[key], calendars[key], at, places[promise.pk])
        if when is not None:
            found[promise.pk] = _rounded(promise, when)
    return found


def _rounded(promise: Promise, at: datetime) -> datetime:
    calendar = _hours_of(promise)
    try:  # the moment of closing is open still: what comes until then is in time
        at = max(at, calendar.next_opening(at - honesty.SHORTLY))
    except CalendarError:
        pass  # never open any more: the pace is all that is known
    return honesty.in_quarters(calendar.zone, at)


def _hours_of(promise: Promise) -> WorkCalendar:
    """The hours it was promised in, as they are now."""
    version = policies.as_now(promise.calendar_version)
    return policies.work_calendar(version) if version else warning.calendar_of(promise)
