"""Queries of the ORM that are written out once, and then asked with other values.

Django builds each query anew, which takes longer than most databases need to answer it: two
fifths of the time of a conversation's page. For pages that are opened all day a function that
builds the query is called once, with marks in place of its values:

    @prepared
    def _tags(conversation: int):
        return Tag.objects.filter(conversations=conversation).order_by("name")

    _tags(conversation.pk)  # a list, as list(queryset) would be
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from copy import copy
from datetime import UTC, datetime, timedelta
from functools import wraps
from itertools import count

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet, prefetch_related_objects

MOST_KNOWN = 500  # of one function; then all are forgotten
_FIRST_NUMBER = 1_987_654_321  # fits every column of numbers, and is no number of a row or limit
_FIRST_MOMENT = datetime(2299, 1, 1, 3, 4, 5, 678901, tzinfo=UTC)


def prepared(build: Callable[..., QuerySet]) -> Callable[..., list]:
    """Make a function that builds a query into one that answers it, as a list.

    What is given by place may differ each time: numbers, texts, moments, and lists of them;
    the function must hand it to the query as it is. What is given by name is part of the
    query (hashable), and with each other value another query is built.
    """
    known: dict[tuple, _Written | None] = {}

    @wraps(build)
    def ask(*values: object, **shape: Hashable) -> list:
        key = (connection.vendor, tuple(map(_kind, values)), tuple(shape.items()))
        try:
            written = known[key]
        except KeyError:
            if len(known) >= MOST_KNOWN:  # by another thread as well, at any moment
                known.clear()
            written = known[key] = _write(build, values, shape)
        return written.ask(values) if written else []

    ask.built = build
    return ask


def _kind(value: object) -> tuple:
    is_list = isinstance(value, (list, tuple))
    return (len(value), type(value[0]) if value else None) if is_list else (None, type(value))


def _write(build: Callable[..., QuerySet], values: Sequence, shape: dict) -> _Written | None:
    numbers = count()
    marks = [
        [_mark(one, next(numbers)) for one in value]
        if isinstance(value, (list, tuple))
        else _mark(value, next(numbers))
        for value in values
    ]
    rows = build(*marks, **shape)
    compiler = rows.query.get_compiler(rows.db)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return None
    places = {_as_value(mark): number for number, mark in enumerate(_flat(marks))}
    taken = [places.get(param) for param in params]
    if any(param not in places and _is_made_of(param, places) for param in params):
        raise TypeError(f"{build.__qualname__} must hand on its values as they are")
    return _Written(rows, compiler, sql, params, taken)


def _mark(value: object, number: int) -> object:
    """What stands for a value while the query is built."""
    match value:
        case bool():
            raise TypeError("a yes or no belongs to the query: give it by name")
        case int():
            return _FIRST_NUMBER + number
        case str():
            return f"\ue000{number}\ue000"
        case datetime():
            return _FIRST_MOMENT + timedelta(seconds=number)
    raise TypeError(f"no mark is known for {type(value).__name__}")


def _as_value(value: object) -> object:
    """As the ORM hands it to the database."""
    is_moment = isinstance(value, datetime)
    return connection.ops.adapt_datetimefield_value(value) if is_moment else value


def _is_made_of(param: object, marks: Iterable[object]) -> bool:
    return any(str(mark) in str(param) for mark in marks)


def _flat(values: Sequence) -> list:
    return [
        one for value in values for one in (value if isinstance(value, (list, tuple)) else (value,))
    ]


class _Written:
    """A query as SQL, and what reads its rows."""

    def __init__(self, rows: QuerySet, compiler, sql: str, params: Sequence, taken: list):
        self.compiler, self.sql, self.params, self.taken = compiler, sql, params, taken
        self.iterable = rows._iterable_class
        self.prefetched = rows._prefetch_related_lookups
        self.rows = rows

    def ask(self, values: Sequence) -> list:
        flat = _flat(values)
        params = tuple(
            param if place is None else _of_kind(param, _as_value(flat[place]))
            for param, place in zip(self.params, self.taken, strict=True)
        )
        compiler = copy(self.compiler)  # a connection is one thread's
        compiler.connection = connection
        compiler.as_sql = lambda *_options, **_more: (self.sql, params)
        found = list(self.iterable(_Asked(self.rows, compiler)))
        if self.prefetched and found:
            prefetch_related_objects(found, *self.prefetched)
        return found


def _of_kind(param: object, value: object) -> object:
    """PostgreSQL's adapter wraps numbers in the kind of their column."""
    kind = type(param)
    return value if isinstance(value, kind) else kind(value)


class _Asked:
    """A queryset as Django's iterables want it, that is not built again."""

    def __init__(self, rows: QuerySet, compiler):
        self.rows, self.compiler = rows, compiler

    @property
    def query(self) -> _Asked:
        return self

    def get_compiler(self, *_where, **_using):
        return self.compiler

    @property
    def db(self) -> str:
        return connection.alias

    @property
    def model(self):
        return self.rows.model

    @property
    def _known_related_objects(self) -> dict:
        return {}

    @property
    def _fields(self):
        return self.rows._fields

    def __getattr__(self, name: str):
        return getattr(self.rows.query, name)
