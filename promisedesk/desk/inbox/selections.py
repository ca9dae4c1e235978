"""The views everybody has: which conversations each shows, and in which order.

Every view is walks along indexes, so a page costs the same in a small shop and a big one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, reduce
from operator import or_
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from promisedesk.conversations.models import Conversation, Mention
from promisedesk.desk.inbox.walks import Part, Reader, by_promise, newest, owed, undated
from promisedesk.desk.pills import Rule
from promisedesk.lib.countdowns import soon_until

OPEN, WAITING = Conversation.State.OPEN, Conversation.State.WAITING
RESOLVED, SPAM = Conversation.State.RESOLVED, Conversation.State.SPAM
LATEST_MENTIONS = 200  # conversations are looked up by as many


@dataclass(frozen=True)
class Selection:
    """One view. `parts` are shown one after the other, each in its own order along an index.

    `sortable` gives its states and how it is cut, for those who want another order.
    """

    slug: str
    name: LazyText | str
    icon: str
    parts: Callable[[Reader], list[Part]]
    empty: LazyText | str
    is_counted: bool = True
    tone: str = ""
    states: tuple[str, ...] = ()  # in which it can be sorted otherwise; () for as it is
    cut: Callable[[Reader], Q] = lambda reader: Q()
    sort: str = "promise"  # unless asked otherwise
    advice: LazyText | str = ""  # below `empty`: what comes next

    def __str__(self) -> str:
        return str(self.name)


def _mine(reader: Reader) -> Q:
    return Q(assignee=reader.agent.pk)


def _nobodys(reader: Reader) -> Q:
    return Q(assignee=None)


def _of_mine(reader: Reader) -> list[Part]:
    """Along the agent's own indexes, whatever inbox it is of."""
    mine = reader.seen.filter(assignee=reader.agent.pk).awake(reader.now)
    rest = mine.filter(due_at=None).order_by("sort_at", "id")
    return [
        [mine.filter(due_at__isnull=False).order_by("due_at", "id")],
        *([rest.filter(state=state)] for state in (OPEN, WAITING)),
    ]


def ends_of_soon(reader: Reader) -> dict[tuple[int, ...], datetime]:
    """Until when a promise is due soon, by the inboxes that count alike."""
    minute = reader.now.replace(second=0, microsecond=0)
    return {
        tuple(inbox_ids): _soon_until(rule, minute, reader.time_zone)
        for rule, inbox_ids in reader.hours.by_rule().items()
    }


def _due_soon(reader: Reader) -> list[Part]:
    until = ends_of_soon(reader)
    # The latest of all first: one walk along the index, and what each inbox says within it.
    latest = max(until.values(), default=reader.now)
    cut = Q(due_at__gt=reader.now, due_at__lt=latest)
    if len(set(until.values())) > 1:
        cut &= reduce(or_, (Q(inbox__in=ids, due_at__lt=at) for ids, at in until.items()))
    return [owed(reader, cut, awake=False)]


@lru_cache(maxsize=64)
def _soon_until(rule: Rule, minute: datetime, time_zone: str) -> datetime:
    return soon_until(rule.calendar, minute, ZoneInfo(time_zone))


def _unassigned(reader: Reader) -> list[Part]:
    return [owed(reader, assignee=None), undated(reader, OPEN, assignee=None)]


def _snoozed(reader: Reader) -> list[Part]:
    # They are few beside all others, so they are gone through before who sees what is asked.
    asleep = Conversation.objects.filter(snoozed_until__gt=reader.now).values("pk")
    return [[reader.seen.filter(pk__in=asleep).order_by("snoozed_until", "id")]]


def _mentions(reader: Reader) -> list[Part]:
    """Where somebody named the reader, the latest word first, whatever became of it since."""
    latest = Mention.objects.filter(agent=reader.agent).order_by("-created_at")
    named = reader.seen.filter(pk__in=latest.values("conversation")[:LATEST_MENTIONS])
    return [[named.exclude(state=SPAM).order_by("-last_at", "-id")]]


SELECTIONS = {
    one.slug: one
    for one in (
        Selection(
            "mine",
            _("Mine"),
            "user",
            _of_mine,
            _("Nothing is assigned to you."),
            states=(OPEN, WAITING),
            cut=_mine,
            advice=_("Take one that is unassigned, and it stands here."),
        ),
        Selection(
            "unassigned",
            _("Unassigned"),
            "inbox",
            _unassigned,
            _("Everything has somebody who looks after it."),
            states=(OPEN,),
            cut=_nobodys,
        ),
        Selection(
            "overdue",
            _("Overdue"),
            "alert-circle",
            lambda reader: [owed(reader, awake=False, due_at__lte=reader.now)],
            _("No promise is late."),
            tone="bad",
        ),
        Selection(
            "due-soon",
            _("Due soon"),
            "clock",
            _due_soon,
            _("Nothing is due within the hour."),
            tone="warn",
        ),
        Selection(
            "waiting",
            _("Waiting on customer"),
            "hourglass",
            lambda reader: [newest(reader, WAITING)],
            _("No customer owes us an answer."),
            states=(WAITING,),
        ),
        Selection(
            "all",
            _("All open"),
            "list",
            lambda reader: by_promise(reader, (OPEN, WAITING)),
            _("Nothing is open. New mail appears here by itself."),
            states=(OPEN, WAITING),
        ),
        Selection(
            "mentions",
            _("Mentions"),
            "at",
            _mentions,
            _("Nobody has mentioned you in a note."),
            advice=_("A colleague who writes @ and your name asks you here."),
        ),
        Selection(
            "snoozed",
            _("Snoozed"),
            "snooze",
            _snoozed,
            _("Nothing is put aside."),
            advice=_("What you put aside waits here, and comes back by itself."),
        ),
        Selection(
            "resolved",
            _("Resolved"),
            "check-circle",
            lambda reader: [newest(reader, RESOLVED)],
            _("Nothing has been resolved yet."),
            is_counted=False,
            states=(RESOLVED,),
        ),
        Selection(
            "spam",
            _("Spam"),
            "x-circle",
            lambda reader: [newest(reader, SPAM)],
            _("No spam."),
            advice=_("What looks like spam waits here until somebody looks at it."),
            is_counted=False,
            states=(SPAM,),
        ),
    )
}
