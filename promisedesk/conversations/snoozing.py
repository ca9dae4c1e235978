"""Putting a conversation aside until a moment, and bringing it back.

It leaves the lists of work and returns by itself, or when the customer writes. Promises made
to the customer keep running meanwhile: our rest is not theirs.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.models import Conversation
from promisedesk.conversations.verbs import RETURNED, SNOOZED, WOKEN
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.saying import said
from promisedesk.core.shop import the_shop
from promisedesk.lib.counting import Span, SpanError

LONGEST = timedelta(days=366)
BATCH = 100
State = Conversation.State


@transaction.atomic
def snooze(conversation: Conversation, until: datetime, *, by: Agent | None) -> None:
    """Hide it from the lists of work until `until` (aware, any zone).

    Raises Refused if it is resolved or spam, or `until` is past or over a year away.
    """
    demand(by, Deed.SORT)
    if not now() < until <= now() + LONGEST:
        raise Refused(_("Choose a time within the next year."))
    row = Conversation.objects.filter(pk=conversation.pk, state__in=[State.OPEN, State.WAITING])
    if not row.update(snoozed_until=until):
        raise Refused(_("Only what is open or waiting can be put aside."))
    conversation.snoozed_until = until
    record(SNOOZED, by=by, conversation=conversation, until=until.isoformat())


@transaction.atomic
def wake(conversation: Conversation, *, by: Agent | None) -> None:
    """Bring it back now. Raises Refused if it is not put aside."""
    demand(by, Deed.SORT)
    asleep = Conversation.objects.filter(pk=conversation.pk, snoozed_until__isnull=False)
    if not asleep.update(snoozed_until=None):
        raise Refused(_("This is not put aside."))
    conversation.snoozed_until = None
    record(WOKEN, by=by, conversation=conversation)


def after(span: str, at: datetime) -> datetime:
    """When `span` ("2 hours", "3 days") is over, counted from `at`.

    Days end at the same time on the shop's clock. Raises Refused for what is no span; working
    hours are not counted here, which knows no calendars.
    """
    try:
        read = Span.parse(span)
    except SpanError as error:
        raise Refused(said(error)) from error
    if read.working or read.length > LONGEST:
        raise Refused(_("Write it like 4 hours or 3 days, at most a year."))
    if read.unit != "day":
        return at + read.length
    there = at.astimezone(ZoneInfo(the_shop().time_zone or "UTC"))
    return (there + read.length).astimezone(UTC)  # wall clock: the zone is one and the same


def span_in_words(span: str) -> str:
    """ "3 days" in the reader's language."""
    read = Span.parse(span)
    says = {
        "minute": ngettext_lazy("%(number)s minute", "%(number)s minutes", "number"),
        "hour": ngettext_lazy("%(number)s hour", "%(number)s hours", "number"),
        "day": ngettext_lazy("%(number)s day", "%(number)s days", "number"),
    }
    return says[read.unit] % {"number": read.amount}


def wake_due() -> int:
    """Bring back what was put aside until now; returns how many. Any number of workers may."""
    due = Conversation.objects.filter(snoozed_until__lte=now()).order_by("snoozed_until")
    return sum(_return(one) for one in due.only("pk", "snoozed_until", "contact")[:BATCH])


@transaction.atomic
def _return(conversation: Conversation) -> bool:
    """Whether this worker brought it back: put aside anew meanwhile, it stays away."""
    asleep = Conversation.objects.filter(
        pk=conversation.pk, snoozed_until=conversation.snoozed_until
    )
    if not asleep.update(snoozed_until=None, is_unread=True):
        return False
    record(RETURNED, conversation=conversation)
    return True
