"""Whose turn it is among the mailboxes, so that a few that hang do not take every lane.

A server that says nothing holds whoever talks to it for a minute. No server gets more than
some of the lanes, and neither do all those together that failed the last time. Counted in this
process: each has lanes of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import QuerySet

from promisedesk.conversations.models import Mailbox
from promisedesk.lib.server_url import ServerUrl

LANES = 6
MOST_TO_ONE_SERVER = 2
MOST_FAILING = 2

_lock = threading.Lock()
_now: dict[int, bool] = {}  # mailboxes being looked into: whether they failed the last time
_server_of: dict[int, tuple[str, int]] = {}  # as they were last seen


class Full(Exception):
    """There is no turn left for this mailbox now."""


def note_server(mailbox: Mailbox, server: ServerUrl) -> None:
    """Remember which server a mailbox is on: its address is sealed until it is looked into."""
    with _lock:
        _server_of[mailbox.pk] = (server.host.lower(), server.port)


def allowed(rows: QuerySet[Mailbox]) -> QuerySet[Mailbox]:
    """Those of these mailboxes that may be looked into now."""
    with _lock:
        full = [pk for pk in _server_of if _is_full(pk)]
        is_enough_failing = sum(_now.values()) >= MOST_FAILING
    rows = rows.exclude(pk__in=full) if full else rows
    return rows.filter(failing_since=None) if is_enough_failing else rows


@contextmanager
def turn(mailbox: Mailbox) -> Iterator[None]:
    """A turn for this claimed mailbox. Raises Full."""
    is_failing = mailbox.failing_since is not None
    with _lock:
        too_many = is_failing and sum(_now.values()) >= MOST_FAILING
        if too_many or _is_full(mailbox.pk):
            raise Full
        _now[mailbox.pk] = is_failing
    try:
        yield
    finally:
        with _lock:
            del _now[mailbox.pk]


def _is_full(pk: int) -> bool:
    server = _server_of.get(pk)
    if server is None:
        return False
    return sum(_server_of.get(other) == server for other in _now) >= MOST_TO_ONE_SERVER
