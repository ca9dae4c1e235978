"""How well promises are kept: plain questions to the ledger.

A promise counts on the day it is due, whenever it was answered: an answer given a day
ahead counts tomorrow, and a missed one keeps counting on its day however late the answer
came. So the figure of a past day never changes. What is still running counts nowhere,
and what was withdrawn (spam) never did. Broken means: from the moment it was due.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.contacts.models import Contact
from promisedesk.promises.models import Promise

MOST_OF_ONE = 500  # promises to one customer looked at; a shop's own tests have thousands
KEPT = Q(state=Promise.State.KEPT)


def is_broken() -> Q:
    """Missed as of now, whether or not a worker has written it down (PromiseQuerySet)."""
    due = Q(state=Promise.State.RUNNING, due_at__lte=now())
    return Q(state=Promise.State.BROKEN) | due


@dataclass(frozen=True, slots=True)
class Share:
    """So many kept of so many that were due."""

    kept: int = 0
    total: int = 0

    @property
    def percent(self) -> int | None:
        """Rounded down, so that 100 means every single one; None if nothing was due."""
        return self.kept * 100 // self.total if self.total else None

    def __add__(self, other: Share) -> Share:
        return Share(self.kept + other.kept, self.total + other.total)


def visible_to(agent: Agent) -> QuerySet[Promise]:
    """Promises of the conversations this agent may see."""
    if agent.sees_everything:
        return Promise.objects.all()
    team = "conversation__inbox__team"
    return Promise.objects.filter(Q(**{team: None}) | Q(**{f"{team}__in": agent.teams.all()}))


def kept_share(since: datetime, until: datetime, among: QuerySet[Promise] | None = None) -> Share:
    """Kept and total of the promises due from `since` up to before `until`."""
    return _share(_due_between(since, until, among))


def kept_by_day(
    since: datetime, until: datetime, zone: ZoneInfo, among: QuerySet[Promise] | None = None
) -> dict[date, Share]:
    """The same, day by day in `zone`; days without a promise due are missing."""
    days = (
        _due_between(since, until, among)
        .annotate(day=TruncDate("due_at", tzinfo=zone))
        .values("day")
        .annotate(kept=Count("pk", filter=KEPT), missed=Count("pk", filter=is_broken()))
        .order_by("day")
    )
    shares = ((one["day"], Share(one["kept"], one["kept"] + one["missed"])) for one in days)
    return {day: share for day, share in shares if share.total}


def word_kept(contact: Contact, most: int) -> tuple[Share, list[str]]:
    """How we have kept our word to one customer: the share, and the last `most` outcomes.

    Outcomes are oldest first: kept, missed (made good late), late (still owed) or running.
    """
    promises = Promise.objects.filter(contact=contact).exclude(state=Promise.State.WITHDRAWN)
    newest = promises.only("state", "due_at", "settled_at").order_by("-pk")[:MOST_OF_ONE]
    outcomes = [_outcome(promise) for promise in newest]
    share = Share(outcomes.count("kept"), len(outcomes) - outcomes.count("running"))
    return share, outcomes[:most][::-1]


def due_between(
    since: datetime, until: datetime, among: QuerySet[Promise] | None = None
) -> QuerySet[Promise]:
    """Promises due in that time, in order, but for those withdrawn."""
    due = _due_between(since, until, among).exclude(state=Promise.State.WITHDRAWN)
    return due.order_by("due_at", "pk")


def _outcome(promise: Promise) -> str:
    if promise.state_now == Promise.State.KEPT:
        return "kept"
    if promise.state_now != Promise.State.BROKEN:
        return "running"
    return "missed" if promise.settled_at else "late"


def _due_between(
    since: datetime, until: datetime, among: QuerySet[Promise] | None
) -> QuerySet[Promise]:
    promises = Promise.objects.all() if among is None else among
    return promises.filter(due_at__gte=since, due_at__lt=until)


def _share(promises: QuerySet[Promise]) -> Share:
    found = promises.aggregate(
        kept=Count("pk", filter=KEPT), missed=Count("pk", filter=is_broken())
    )
    return Share(found["kept"], found["kept"] + found["missed"])
