"""Whether the database is at fault when it fails, or what was asked of it.

Both come as OperationalError. A newcomer would get wrong: a text PostgreSQL will not index
is one too, and trying it again for ever helps nobody.
"""

from django.db import OperationalError

# PostgreSQL, appendix A: a limit of the program, not of the machine or the moment.
LIMITS = "54"
# SQLite's result codes: a string or blob too big, a table too wide, a wrong kind of value.
SQLITE_REFUSALS = {"SQLITE_TOOBIG", "SQLITE_RANGE", "SQLITE_MISMATCH"}


def is_outage(error: Exception) -> bool:
    """Whether the same may well work later: away, locked, full, busy, a deadlock."""
    if not isinstance(error, OperationalError):
        return False
    cause = error.__cause__
    if getattr(cause, "sqlite_errorname", "") in SQLITE_REFUSALS:
        return False
    return not (getattr(cause, "sqlstate", None) or "").startswith(LIMITS)
