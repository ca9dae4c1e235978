"""How many letters go to one mail server at once, so that a silent one does not stop the rest.

A server that says nothing holds whoever talks to it for a minute, or ten after the dot. It
gets some of the lanes and never all of them. Counted in this process: each has lanes of its own.
"""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from promisedesk.channels.email.servers import MailServer

MOST_TO_ONE = 2  # of the four lanes of sending

Place = tuple[str, int]
_lock = threading.Lock()
_busy: Counter[Place] = Counter()
_server_of: dict[int, Place] = {}  # inbox -> the server it was last seen to use


class Full(Exception):
    """The server has its share of the lanes."""


@contextmanager
def lane_to(server: MailServer, inbox_id: int) -> Iterator[None]:
    """A lane to this server, for a letter of this inbox. Raises Full."""
    place = (server.host, server.port)
    with _lock:
        _server_of[inbox_id] = place
        if _busy[place] >= MOST_TO_ONE:
            raise Full
        _busy[place] += 1
    try:
        yield
    finally:
        with _lock:
            _busy[place] -= 1


def full() -> list[int]:
    """The inboxes whose server has its share now: none of their letters need be claimed."""
    with _lock:
        return [inbox for inbox, place in _server_of.items() if _busy[place] >= MOST_TO_ONE]
