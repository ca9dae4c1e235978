"""One at a time, by a name of our own choosing, where no row is there to be locked."""

from collections.abc import Iterator
from contextlib import contextmanager

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


@contextmanager
def looking_unless_held(name: str) -> Iterator[None]:
    """The queries in it are asked when nobody holds this name, who then waits for our end.

    Any number may look at once; whoever wants to `hold_until_commit` waits until those that
    looked have ended their transactions. It costs no way to the server and back: of the two
    statements sent at once the second sees what was committed while the first waited.
    """
    if connection.vendor != "postgresql":
        yield
        return

    def wait_first(execute, sql, params, many, context):
        lock = "SELECT pg_advisory_xact_lock_shared(hashtextextended(%s, 0))"
        execute(f"{lock}; {sql}", (name, *params), many, context)
        context["cursor"].nextset()

    with connection.execute_wrapper(wait_first):
        yield
