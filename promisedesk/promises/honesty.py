"""Promising only what can be kept: a later, honest time where the target cannot be met.

By the owner's setting it is told to customers by itself, or only proposed to the team.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.timezone import now

from promisedesk.conversations.models import Conversation, Inbox
from promisedesk.core.memo import remembered
from promisedesk.lib.counting import rounded_down
from promisedesk.promises import forecasting, policies
from promisedesk.promises.models import PromiseManners, PromisePolicy
from promisedesk.promises.policies import Terms

SHORTLY = timedelta(microseconds=1)
QUARTER = 15  # minutes: honest times are said in quarters of an hour
Offers = PromiseManners.Offers


@dataclass(frozen=True, slots=True)
class Offer:
    """What a question asked now would be promised, and when the team will really be there."""

    target_due_at: datetime
    honest_at: datetime | None
    ahead: int

    @property
    def can_be_kept(self) -> bool:
        return self.honest_at is None or self.honest_at <= self.target_due_at


@remembered(PromiseManners)
def manners() -> PromiseManners:
    """The owner's choices; unsaved defaults before anything was chosen."""
    return PromiseManners.get()


def offered(
    conversation: Conversation, terms: Terms, made_at: datetime, due_at: datetime
) -> datetime:
    """The time to tell the customer: `due_at`, or a later one by the owner's setting."""
    return _offered(conversation.inbox, terms, made_at, due_at)


def told_now(inbox: Inbox, at: datetime) -> datetime:
    """What somebody who asks there at `at` is promised: the same, for public pages.

    Raises CalendarError where nothing can be promised.
    """
    terms = policies.terms_for_anybody(inbox, at)
    return _offered(inbox, terms, at, terms.due_at(at, terms.target))


def _offered(inbox: Inbox, terms: Terms, made_at: datetime, due_at: datetime) -> datetime:
    if manners().offers != Offers.ITSELF:
        return due_at
    honest = forecasting.answered_by(inbox, terms.calendar, made_at, due_at)
    return max(due_at, in_quarters(terms.calendar.zone, honest)) if honest else due_at


def look(inbox: Inbox, at: datetime | None = None) -> Offer:
    """The same for a question asked now, whatever the setting: for pages that say so."""
    promised = {inbox.pk: policies.policy_of(inbox)}
    return look_at([inbox], promised, at or now())[0][1]


def look_at(
    inboxes: list[Inbox], promised: Mapping[int, PromisePolicy], at: datetime
) -> list[tuple[Inbox, Offer]]:
    """The same for each of several, which promise so (policies.policies_of). One query for all,
    and those of the paces once in a while."""
    terms = {one.pk: policies.terms_of(promised[one.pk]) for one in inboxes}
    due_at = {pk: one.due_at(at, one.target) for pk, one in terms.items()}
    ahead = forecasting.ahead_of_each(inboxes, due_at)
    return [(one, _offer(one, terms[one.pk], at, due_at[one.pk], ahead[one.pk])) for one in inboxes]


def _offer(inbox: Inbox, terms: Terms, at: datetime, due_at: datetime, ahead: int) -> Offer:
    honest = forecasting.answered_behind(ahead, inbox, terms.calendar, at)
    return Offer(due_at, in_quarters(terms.calendar.zone, honest) if honest else None, ahead)


def in_quarters(zone: ZoneInfo, at: datetime) -> datetime:
    """The next full quarter of an hour, as the clock shows it in `zone`; `at` if it is one."""
    later = at + timedelta(minutes=QUARTER) - SHORTLY
    return rounded_down(zone, later, QUARTER, not_before=at - SHORTLY)
