"""Writing a new row by a statement made once for its table.

The ORM builds each INSERT anew, which takes longer than the database needs to do it. A
mail is half a dozen new rows, so it is worth it there; elsewhere write `objects.create`.
"""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from django.db import connection, models
from django.db.models.signals import post_save, pre_save

Row = TypeVar("Row", bound=models.Model)


def insert(row: Row) -> Row:
    """Save a row that is new, and give it its number. The same as `save(force_insert=True)`."""
    model = type(row)
    if pre_save.has_listeners(model) or post_save.has_listeners(model):
        row.save(force_insert=True)  # somebody wants to be told
        return row
    fields, statement = _statement(model, connection.vendor)
    values = [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, connection.alias
    return row


@cache
def _statement(model: type[models.Model], _vendor: str) -> tuple[list[models.Field], str]:
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    # Names of our own models only; every value is a parameter.
    return fields, (
        f"INSERT INTO {quoted(model._meta.db_table)} ({columns}) VALUES ({places}) "  # noqa: S608
        f"RETURNING {quoted(model._meta.pk.column)}"
    )
