"""Customers as a list: who was last in touch first, or whoever is called so.

One walk along the conversations, newest word first, that takes each customer at the newest
conversation the agent sees of them: no customer is looked at who is not on the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.db.models import Count, Exists, Max, OuterRef, Prefetch, Q, QuerySet

from promisedesk.agents.models import Agent
from promisedesk.contacts.indexing import KIND
from promisedesk.contacts.models import Contact, Identity
from promisedesk.conversations.models import Conversation
from promisedesk.search import finding

State = Conversation.State
TALKED = (State.OPEN, State.WAITING, State.RESOLVED)  # whose letters are all spam is no customer
_NUMBER = re.compile(r"\+?[\d\s().\u2010-\u2015-]{6,}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page goes on: after this conversation, or when searching after this customer."""

    at: datetime | None
    id: int


@dataclass(slots=True)
class Known:
    """One line of the list. `last_at` is None for whoever has no conversation the agent sees."""

    contact: Contact
    last_at: datetime | None = None
    open: int = 0  # conversations in which an answer is owed


def newest(agent: Agent, after: Place | None, number: int) -> tuple[list[Known], Place | None]:
    """Up to `number` customers, the last in touch first, and where the next page begins.

    Six queries, whatever is in the database.
    """
    walks = [_walk(agent, state, after)[: number + 1] for state in TALKED]
    rows = sorted(chain(*walks), key=lambda row: (row[2], row[0]), reverse=True)
    places = [Place(at, pk) for pk, _contact, at in rows[:number]]
    known = _known(agent, [contact for _pk, contact, _at in rows[:number]])
    return known, places[-1] if len(rows) > number else None


def called(
    agent: Agent, asked: str, after: Place | None, number: int
) -> tuple[list[Known], Place | None]:
    """Those with these words in their name, company, addresses or numbers; newest card first.

    Four queries.
    """
    rows = Contact.objects.filter(merged_into=None, pk__in=finding.keys(_plain(asked), [KIND]))
    if not agent.sees_everything:
        # What `seen_by` says, asked of each one found: its list of everybody takes longer.
        talks = Conversation.objects.visible_to(agent).filter(contact=OuterRef("pk"))
        rows = rows.filter(Exists(talks.order_by()))
    if after:
        rows = rows.filter(pk__lt=after.id)
    found = list(rows.order_by("-pk").values_list("pk", flat=True)[: number + 1])
    known = _known(agent, found[:number])
    return known, Place(None, found[number - 1]) if len(found) > number else None


def _plain(asked: str) -> str:
    """A phone number as it is kept, however it was typed: "07700 900118" as "7700900118"."""
    if not _NUMBER.fullmatch(asked.strip()):
        return asked
    return re.sub(r"\D", "", asked).lstrip("0")


def _walk(agent: Agent, state: str, after: Place | None) -> QuerySet:
    """The conversations of one state that are the newest of their customer."""
    seen = Conversation.objects.visible_to(agent).filter(merged_into=None)
    later = Q(last_at__gt=OuterRef("last_at")) | Q(
        last_at=OuterRef("last_at"), pk__gt=OuterRef("pk")
    )
    newer = seen.filter(later, contact=OuterRef("contact")).exclude(state=State.SPAM)
    walk = seen.filter(~Exists(newer.order_by()), state=state)
    if after and after.at:
        walk = walk.filter(Q(last_at__lt=after.at) | Q(last_at=after.at, pk__lt=after.id))
    return walk.order_by("-last_at", "-id").values_list("pk", "contact", "last_at")


def _known(agent: Agent, numbers: Sequence[int]) -> list[Known]:
    """The lines of these customers, in this order."""
    own = Identity.objects.exclude(kind=Identity.Kind.OFFERED).filter(is_suggested=False)
    parts = Prefetch("identities", own.order_by("-is_main", "pk"))
    cards = Contact.objects.filter(pk__in=numbers).prefetch_related(parts).in_bulk()
    seen = Conversation.objects.visible_to(agent).filter(contact__in=numbers, merged_into=None)
    talks = seen.exclude(state=State.SPAM).order_by().values("contact")
    told = talks.annotate(last=Max("last_at"), open=Count("pk", filter=Q(state=State.OPEN)))
    facts = {row["contact"]: row for row in told}
    nothing = {"last": None, "open": 0}
    return [
        Known(cards[pk], facts.get(pk, nothing)["last"], facts.get(pk, nothing)["open"])
        for pk in numbers
        if pk in cards
    ]
