"""Finding documents by words: the same ones on SQLite and on PostgreSQL, newest first."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet

from promisedesk.search import asking


class Hit(NamedTuple):
    """A document that was found. `id` is for going on `after` it."""

    kind: str
    key: int
    group: int | None
    id: int


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
    is_postgresql = connection.vendor == "postgresql"
    wheres = ["d.kind IN (" + ", ".join(["%s"] * len(kinds)) + ")"]
    params: list = list(kinds)
    if after is not None:
        wheres.append("d.id < %s")
        params.append(after)
    if within is not None:
        sql, inner = within.order_by().query.sql_with_params()
        wheres.append(f'd."group" IN ({sql})')
        params += inner
    wheres.append("d.words @@ %s::tsquery" if is_postgresql else "search_words MATCH %s")
    params += [asking.for_tsquery(terms) if is_postgresql else asking.for_fts5(terms), limit]
    source = "" if is_postgresql else "JOIN search_words w ON w.rowid = d.id"
    # Only signs of ours are put together here; every value is a parameter.
    statement = (
        f'SELECT d.kind, d."key", d."group", d.id FROM search_document d {source} '  # noqa: S608
        f"WHERE {' AND '.join(wheres)} ORDER BY d.id DESC LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return [Hit(*row) for row in cursor.fetchall()]
