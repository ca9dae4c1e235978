"""Lists of conversations as walks along indexes: the pieces views are made of.

A view is parts shown one after the other. A part is one walk or several in the same order,
merged: an agent of two teams walks each inbox of theirs instead of everybody's list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.core.exceptions import EmptyResultSet
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation
from promisedesk.desk.pills import Hours

State = Conversation.State
Part = list[QuerySet]
NEWEST, OLDEST = ("-id",), ("id",)
LAST = ("-last_at", "-id")


@dataclass(frozen=True)
class Reader:
    """Who looks, and when, and by whose clock: what the views are cut by."""

    agent: Agent
    now: datetime
    time_zone: str
    hours: Hours

    @cached_property
    def seen(self) -> QuerySet[Conversation]:
        """Everything this agent may see, but for what is shown elsewhere."""
        return Conversation.objects.visible_to(self.agent).listed()

    @cached_property
    def pieces(self) -> list[tuple[str, int]]:
        """The inboxes and teams whose conversations this agent sees. One query, or none."""
        return Conversation.objects.pieces_of(self.agent)

    @cached_property
    def scopes(self) -> list[QuerySet[Conversation]]:
        """The same as `seen` in pieces, each the start of an index."""
        return [
            Conversation.objects.filter(scope).listed()
            for scope in Conversation.objects.scopes_of(self.agent, self.pieces)
        ]

    def part(self, *cuts: Q, order: Sequence[str], awake: bool = True, **cut) -> Part:
        """One part: what is cut so, in this order (a moment, if any, and the id)."""
        found = (scope.filter(*cuts, **cut).order_by(*order) for scope in self.scopes)
        return [one.awake(self.now) for one in found] if awake else list(found)


def owed(reader: Reader, *cuts: Q, awake: bool = True, **cut) -> Part:
    """Everything promised and not handed over yet: a queued answer is not an answer.

    No state is asked for: only open and waiting ones owe, and the index says no state.
    """
    cut.setdefault("due_at__isnull", False)
    return reader.part(*cuts, order=("due_at", "id"), awake=awake, **cut)


def undated(reader: Reader, state: str, *cuts: Q, **cut) -> Part:
    """What nothing was promised for, the longest quiet first."""
    return reader.part(*cuts, order=("sort_at", "id"), state=state, due_at=None, **cut)


def newest(reader: Reader, state: str, *cuts: Q, **cut) -> Part:
    return reader.part(*cuts, order=("-sort_at", "-id"), state=state, **cut)


def by_promise(reader: Reader, states: Sequence[str], *cuts: Q, **cut) -> list[Part]:
    """What is owed by its time, whatever the state; then what nothing was promised for."""
    found: list[Part] = []
    working = [one for one in (State.OPEN, State.WAITING) if one in states]
    if len(working) == 1:
        found.append(owed(reader, *cuts, state=working[0], **cut))
    elif working:
        found.append(owed(reader, *cuts, **cut))
    found += [undated(reader, state, *cuts, **cut) for state in working]
    rest = [one for one in (State.RESOLVED, State.SPAM) if one in states]
    return found + [newest(reader, state, *cuts, **cut) for state in rest]


def sorted_by(
    reader: Reader, order: Sequence[str], states: Sequence[str], *cuts: Q, **cut
) -> list[Part]:
    """One part in which the states are mixed, in NEWEST, OLDEST or LAST order."""
    each = [reader.part(*cuts, order=order, state=state, **cut) for state in states]
    return [[walk for walks in each for walk in walks]]


def page_of(walks: Part, columns: Sequence[str], number: int) -> list[dict]:
    """The first so many rows of walks in the same order. One query."""
    if len(walks) == 1:
        return list(walks[0].values(*columns)[:number])
    pieces, values = [], []
    for walk in walks:
        try:
            sql, inner = walk.values("pk")[:number].query.sql_with_params()
        except EmptyResultSet:
            continue
        pieces.append(f"SELECT * FROM ({sql}) walk")  # noqa: S608  what the ORM wrote
        values += inner
    if not pieces:
        return []
    # Each database ends every piece early; what is then looked up is few rows.
    ids = RawSQL(" UNION ALL ".join(pieces), values)  # noqa: S611  the values travel apart
    rows = Conversation.objects.filter(pk__in=ids).order_by(*walks[0].query.order_by)
    return list(rows.values(*columns)[:number])
