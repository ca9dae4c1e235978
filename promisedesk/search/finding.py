"""Finding documents by words: the same ones on SQLite and on PostgreSQL, newest first."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from promisedesk.search import asking


class Hit(NamedTuple):
    """A document that was found. `id` is for going on `after` it."""

    kind: str
    key: int
    group: int | None
    id: int


class _Dialect(NamedTuple):
    tables: str
    number: str
    matches: str
    write: Callable[[list[asking.Term]], str]


_POSTGRESQL = _Dialect("search_document d", "d.id", "d.words @@ %s::tsquery", asking.for_tsquery)
# FTS5 goes from the newest row down and ends at the limit when it comes first and is
# ordered by its own rowid; else it gathers every row that has a common word.
_SQLITE = _Dialect(
    "search_words w CROSS JOIN search_document d ON d.id = w.rowid",
    "w.rowid",
    "search_words MATCH %s",
    asking.for_fts5,
)


def find(
    query: str,
    *,
    kinds: Sequence[str] = ("message",),
    limit: int = 50,
    after: int | None = None,
    within: QuerySet | None = None,
) -> list[Hit]:
    """Documents that have every word of the query, newest first; [] for a query of no words.

    `after` is the `id` of the last hit already seen. `within` narrows to groups: a
    queryset of one column of group numbers, such as the conversations an agent may see.
    """
    terms = asking.read(query)
    if not terms or not kinds:
        return []
    on = _POSTGRESQL if connection.vendor == "postgresql" else _SQLITE
    wheres, params = [on.matches], [on.write(terms)]
    wheres.append("d.kind IN (" + ", ".join(["%s"] * len(kinds)) + ")")
    params += kinds
    if after is not None:
        wheres.append(f"{on.number} < %s")
        params.append(after)
    if within is not None:
        try:
            sql, inner = within.order_by().query.sql_with_params()
        except EmptyResultSet:
            return []
        wheres.append(f'd."group" IN ({sql})')
        params += inner
    # Only signs of ours are put together here; every value is a parameter.
    statement = (
        f'SELECT d.kind, d."key", d."group", d.id FROM {on.tables} '  # noqa: S608
        f"WHERE {' AND '.join(wheres)} ORDER BY {on.number} DESC LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*params, limit])
        return [Hit(*row) for row in cursor.fetchall()]


def groups(query: str, kinds: Sequence[str] = ("message",)) -> RawSQL:
    """Groups of documents with every word of the query, for `pk__in`; none for no words."""
    terms = asking.read(query)
    if not terms:
        return RawSQL("SELECT NULL WHERE 1 = 0", ())
    on = _POSTGRESQL if connection.vendor == "postgresql" else _SQLITE
    among = ", ".join(["%s"] * len(kinds))
    return RawSQL(  # noqa: S611  signs of ours; every value is a parameter
        f'SELECT d."group" FROM {on.tables} WHERE {on.matches} AND d.kind IN ({among})',  # noqa: S608
        (on.write(terms), *kinds),
    )
