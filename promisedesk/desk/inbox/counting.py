"""How many conversations views hold. One query for all of them; each count stops early.

Writing that query out cost more than asking it, so it is written once a minute for each reader.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from django.core.exceptions import EmptyResultSet
from django.db import connection

from promisedesk.conversations.models import Mention
from promisedesk.desk.inbox.selections import (
    LATEST_MENTIONS,
    SELECTIONS,
    Selection,
    ends_of_soon,
)
from promisedesk.desk.inbox.shelves import shelved
from promisedesk.desk.inbox.walks import Part, Reader

COUNT = "(SELECT COUNT(*) FROM ({}) one)"
MOST_COUNTED = 1000  # shown as "999+"
MOST_ASIDE = 100  # beside the usual views: "99+"


@dataclass(frozen=True)
class Statement:
    """A query of the ORM written out: one number for each slug of `whose`."""

    sql: str
    values: list
    whose: list[str]

    def ask(self, most: int, old: object = None, new: object = None) -> dict[str, int]:
        """The numbers by slug, with `new` in place of every value that is `old`."""
        found = dict.fromkeys(self.whose, 0)
        if self.whose:
            values = [new if one == old else one for one in self.values] if old else self.values
            with connection.cursor() as cursor:
                # Only what the ORM wrote; the values travel apart.
                cursor.execute(self.sql, values)
                for slug, number in zip(self.whose, cursor.fetchone(), strict=True):
                    found[slug] = min(most, found[slug] + number)
        return found


@dataclass(frozen=True)
class Shape:
    """All that the query of the usual counts depends on, but for the moment of asking."""

    agent: int
    sees: tuple  # everything or not, and which inboxes and teams
    soon: tuple  # until when "soon" is, by inboxes
    most: int
    reader: Reader = field(compare=False)


def counts(reader: Reader) -> dict[str, int]:
    """How many each counted view holds, at most MOST_COUNTED each."""
    sees = (reader.agent.sees_everything, *reader.pieces)
    soon = tuple(sorted((at, tuple(ids)) for ids, at in ends_of_soon(reader).items()))
    statement, then = _written(Shape(reader.agent.pk, sees, soon, MOST_COUNTED, reader))
    found = statement.ask(MOST_COUNTED, then, _as_value(reader.now))
    return dict.fromkeys(_usual(), 0) | found


def _usual() -> list[str]:
    return [slug for slug, selection in SELECTIONS.items() if selection.is_counted]


@lru_cache(maxsize=512)
def _written(shape: Shape) -> tuple[Statement, object]:
    """The query, and the moment in it as a value: to be replaced by that of asking."""
    reader = shape.reader
    parts = {
        slug: [walk for part in _counted(SELECTIONS[slug], reader) for walk in part]
        for slug in _usual()
    }
    # In their order: else SQLite takes an index that it must leave for each row.
    return write(parts, shape.most, is_ordered=True), _as_value(reader.now)


def _as_value(moment: object) -> object:
    return connection.ops.adapt_datetimefield_value(moment)


def _counted(selection: Selection, reader: Reader) -> list[Part]:
    if selection.slug != "mentions":
        return selection.parts(reader)
    # Of mentions, those not looked at yet: the rest is history.
    unseen = Mention.objects.filter(agent=reader.agent, seen_at=None)
    numbers = unseen.order_by("-id").values("conversation")[:LATEST_MENTIONS]
    return [[reader.seen.filter(pk__in=numbers)]]


def write(walks: dict[str, Iterable], most: int, *, is_ordered: bool = False) -> Statement:
    """One query for the number of rows of each of these querysets, at most `most` each."""
    pieces: list[str] = []
    values: list[object] = []
    whose: list[str] = []
    for slug, rows in walks.items():
        for one in rows:
            ordered = one if is_ordered else one.order_by()
            try:
                sql, inner = ordered.values("pk")[:most].query.sql_with_params()
            except EmptyResultSet:
                continue
            pieces.append(COUNT.format(sql))
            values += inner
            whose.append(slug)
    return Statement("SELECT " + ", ".join(pieces), values, whose)


def said_count(number: int, most: int | None = None) -> str:
    """ "41", or "999+" where counting stopped."""
    most = most or MOST_COUNTED
    return f"{most - 1}+" if number >= most else str(number)


def counts_aside(reader: Reader) -> dict[str, int]:
    """How many each inbox, team, tag and saved view holds, at most MOST_ASIDE each."""
    walks = {
        slug: [walk for part in selection.parts(reader) for walk in part]
        for slug, selection in shelved(reader.agent).items()
    }
    # In their order, as the pages of these views: else SQLite leaves the index of what owes
    # nothing, of which there is little, for one of everything open.
    return dict.fromkeys(walks, 0) | write(walks, MOST_ASIDE, is_ordered=True).ask(MOST_ASIDE)
