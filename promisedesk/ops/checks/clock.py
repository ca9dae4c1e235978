"""The clocks: promises are times, so a wrong one breaks them."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from django.db import connection
from django.utils.timezone import now
from django.utils.translation import gettext as _

import promisedesk
from promisedesk.core.models import Event
from promisedesk.ops.checks.finding import FAIL, OK, WARN, Finding

MAY_DIFFER = 5  # seconds between the clocks of two machines
DIFFERS_BADLY = 60


def clocks() -> Iterator[Finding]:
    """This machine's clock against the program, the database's clock and what happened last."""
    found = [*_before_the_program(), *_against_the_database(), *_behind_the_past()]
    yield from found
    if not found:
        says = _("The clock says %(now)s.") % {"now": now().isoformat(timespec="seconds")}
        yield Finding("clock", OK, says)


def _before_the_program() -> Iterator[Finding]:
    installed = Path(promisedesk.__file__).stat().st_mtime
    if now().timestamp() < installed:
        yield Finding(
            "clock",
            FAIL,
            _("The clock says %(now)s, a time before this program was installed.")
            % {"now": now().isoformat(timespec="seconds")},
            _("Set the clock, and keep it right with NTP."),
        )


def _against_the_database() -> Iterator[Finding]:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        before = now()
        cursor.execute("SELECT clock_timestamp()")
        there, after = cursor.fetchone()[0], now()
    differs = max(before - there, there - after, dt.timedelta(0)).total_seconds()
    if differs > MAY_DIFFER:
        yield Finding(
            "clock",
            FAIL if differs > DIFFERS_BADLY else WARN,
            _("The clocks of this machine and of the database differ by %(seconds)s seconds.")
            % {"seconds": round(differs)},
            _("Keep both right with NTP."),
        )


def _behind_the_past() -> Iterator[Finding]:
    last = Event.objects.order_by("-pk").values_list("at", flat=True).first()
    if last and last > now() + dt.timedelta(seconds=DIFFERS_BADLY):
        yield Finding(
            "clock",
            WARN,
            _("The last thing that happened has a time in the future: %(at)s.")
            % {"at": last.isoformat(timespec="seconds")},
            _("Was the clock set back? Check that it is right now."),
        )
