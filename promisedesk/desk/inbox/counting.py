"""How many conversations views hold. One query for all of them; each count stops early."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import EmptyResultSet
from django.db import connection

from promisedesk.conversations.models import Mention
from promisedesk.desk.inbox.selections import LATEST_MENTIONS, SELECTIONS, Selection
from promisedesk.desk.inbox.shelves import shelved
from promisedesk.desk.inbox.walks import Part, Reader

COUNT = "(SELECT COUNT(*) FROM ({}) one)"
MOST_COUNTED = 1000  # shown as "999+"
MOST_ASIDE = 100  # beside the usual views: "99+"


def counts(reader: Reader) -> dict[str, int]:
    """How many each counted view holds, at most MOST_COUNTED each."""
    parts = {
        slug: [walk for part in _counted(selection, reader) for walk in part]
        for slug, selection in SELECTIONS.items()
        if selection.is_counted
    }
    return count(parts, MOST_COUNTED)


def _counted(selection: Selection, reader: Reader) -> list[Part]:
    if selection.slug != "mentions":
        return selection.parts(reader)
    # Of mentions, those not looked at yet: the rest is history.
    unseen = Mention.objects.filter(agent=reader.agent, seen_at=None)
    numbers = unseen.order_by("-id").values("conversation")[:LATEST_MENTIONS]
    return [[reader.seen.filter(pk__in=numbers)]]


def count(walks: dict[str, Iterable], most: int) -> dict[str, int]:
    """The number of rows each of these querysets has together, at most `most`. One query."""
    pieces: list[str] = []
    values: list[object] = []
    whose: list[str] = []
    for slug, rows in walks.items():
        for one in rows:
            try:
                sql, inner = one.order_by().values("pk")[:most].query.sql_with_params()
            except EmptyResultSet:
                continue
            pieces.append(COUNT.format(sql))
            values += inner
            whose.append(slug)
    found = dict.fromkeys(walks, 0)
    if pieces:
        with connection.cursor() as cursor:
            # Only what the ORM wrote; the values travel apart.
            cursor.execute("SELECT " + ", ".join(pieces), values)
            for slug, number in zip(whose, cursor.fetchone(), strict=True):
                found[slug] = min(most, found[slug] + number)
    return found


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
    return count(walks, MOST_ASIDE)
