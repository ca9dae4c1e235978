"""Finding documents by words: the same ones on SQLite and on PostgreSQL, newest first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from promisedesk.search import asking, beginnings
from promisedesk.search.indexing import MANY

NEAR = 4000  # of the newest documents, walked through before the rest is gathered by its words


class Hit(NamedTuple):
    """A document that was found. `id` is for going on `after` it."""

    kind: str
    key: int
    group: int | None
    id: int


_GATHERED = "(d.id + 0)"  # an order no index has, so that the words' index is taken


class _Dialect(NamedTuple):
    tables: str
    number: str
    matches: str
    write: Callable[..., str]


_POSTGRESQL = _Dialect("search_document d", "d.id", "d.words @@ %s::tsquery", asking.for_tsquery)
# FTS5 goes from the newest row down and ends at the limit when it comes first and is
# ordered by its own rowid; else it gathers every row that has a common word.
_SQLITE = _Dialect(
    "search_words w CROSS JOIN search_document d ON d.id = w.rowid",
    "w.rowid",
    "search_words MATCH %s",
    asking.for_fts5,
)
# Else a customer called as letters begin is looked for among all the letters.
_SQLITE_ASIDE = _Dialect(
    "search_words_aside w CROSS JOIN search_document d ON d.id = w.rowid",
    "w.rowid",
    "search_words_aside MATCH %s",
    asking.for_fts5,
)


def _dialect(kinds: Sequence[str]) -> _Dialect:
    if connection.vendor == "postgresql":
        return _POSTGRESQL
    return _SQLITE if MANY in kinds else _SQLITE_ASIDE


def find(
    query: str,
    *,
    without: str = "",
    kinds: Sequence[str] = ("message",),
    limit: int = 50,
    after: int | None = None,
    since: int | None = None,
    within: QuerySet | None = None,
) -> list[Hit]:
    """Documents that have every word of the query, newest first; [] for a query of no words.

    `without` is words none of which they may have. `after` is the `id` of the last hit
    already seen, `since` of the last one wanted. `within` narrows to groups: a queryset of
    one column of group numbers, such as the conversations an agent may see.
    """
    terms = asking.read(query)
    if not terms or not kinds:
        return []
    on = _dialect(kinds)
    unwanted = asking.read(without)
    if on is _SQLITE:
        terms, unwanted = map(_spelt_out, (terms, unwanted))
    wheres, params = [on.matches], [on.write(terms, unwanted)]
    wheres.append("d.kind IN (" + ", ".join(["%s"] * len(kinds)) + ")")
    params += kinds
    if since is not None:
        wheres.append(f"{on.number} >= %s")
        params.append(since)
    if within is not None:
        try:
            sql, inner = _of_this_group(within).query.sql_with_params()
        except EmptyResultSet:
            return []
        wheres.append(f"EXISTS ({sql})")
        params += inner
    asked = _Asked(on.tables, wheres, params)
    if on is not _POSTGRESQL:
        return asked.ask(on.number, limit, before=after)
    if MANY not in kinds:
        aside = _Asked(on.tables, [*wheres, f"d.kind <> '{MANY}'"], params)  # names the index
        return aside.ask(_GATHERED, limit, before=after)
    return _newest_first(asked, limit, after, is_narrowed=within is not None)


def _spelt_out(terms: list[asking.Term]) -> list[asking.Term]:
    return [beginnings.spelt_out(term) for term in terms]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, but for where it begins and ends."""

    tables: str
    wheres: list[str]
    params: list

    def ask(
        self, order: str, limit: int, *, before: int | None = None, down_to: int | None = None
    ) -> list[Hit]:
        wheres, params = list(self.wheres), list(self.params)
        for number, sign in ((before, "<"), (down_to, ">=")):
            if number is not None:
                wheres.append(f"{order} {sign} %s")
                params.append(number)
        # Only signs of ours are put together here; every value is a parameter.
        statement = (
            f'SELECT d.kind, d."key", d."group", d.id FROM {self.tables} '  # noqa: S608
            f"WHERE {' AND '.join(wheres)} ORDER BY {order} DESC LIMIT %s"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [*params, limit])
            return [Hit(*row) for row in cursor.fetchall()]


def _newest_first(asked: _Asked, limit: int, after: int | None, *, is_narrowed: bool) -> list[Hit]:
    """PostgreSQL guesses how many have the words, and where it takes few for many it walks
    down the whole table: two common words are never in one letter, or only customers have one.

    So it walks through the newest only; what is older is gathered by the index of words. But
    that gathers what common words find before it is narrowed: then it walks on, if it found any.
    """
    if after is None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT max(id) FROM search_document")
            after = (cursor.fetchone()[0] or 0) + 1
    near = asked.ask("d.id", limit, before=after, down_to=after - NEAR)
    if len(near) == limit or after <= NEAR:
        return near
    order = "d.id" if is_narrowed and near else _GATHERED
    return near + asked.ask(order, limit - len(near), before=after - NEAR)


def _of_this_group(within: QuerySet) -> QuerySet:
    """Asked hit by hit: a list of all an agent may see would be made anew for each search."""
    (column,) = within.query.values_select or ("pk",)
    return within.order_by().filter(**{column: RawSQL('d."group"', ())})


def groups(query: str, kinds: Sequence[str] = ("message",)) -> RawSQL:
    """Groups of documents with every word of the query, for `pk__in`; none for no words."""
    return _column("group", query, kinds)


def keys(query: str, kinds: Sequence[str]) -> RawSQL:
    """Keys of documents with every word of the query, for `pk__in`; none for no words."""
    return _column("key", query, kinds)


def _column(name: str, query: str, kinds: Sequence[str]) -> RawSQL:
    terms = asking.read(query)
    if not terms:
        return RawSQL("SELECT NULL WHERE 1 = 0", ())
    on = _dialect(kinds)
    among = ", ".join(["%s"] * len(kinds))
    return RawSQL(  # noqa: S611  signs of ours; every value is a parameter
        f'SELECT d."{name}" FROM {on.tables} WHERE {on.matches} AND d.kind IN ({among})',  # noqa: S608
        (on.write(terms), *kinds),
    )
