"""One at a time, by a name of our own choosing, where no row is there to be locked."""

from django.db import connection


def hold_until_commit(name: str) -> None:
    """Let nobody else with this name go on until this transaction ends.

    SQLite has one writer anyway, and holds its lock from the start of a transaction.
    Two transactions that take several names may end in a deadlock, which the database
    breaks with an OperationalError: callers must be able to do it all again.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
