"""How many letters go to one mail server at once, so that a silent one does not stop the rest.

A server that says nothing holds whoever talks to it for a minute, or ten after the dot. It
gets some of the lanes and never all of them, it rests for a while once it was silent, and
while lanes are held like that others are opened (`spare`). Counted in this process: each has
lanes of its own.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from promisedesk.channels.email.servers import MailServer

MOST_TO_ONE = 2  # lanes; a server that was silent gets one, to see whether it is back
MOST_TO_SILENT = 12  # lanes for all of those together
MOST_TO_UNKNOWN = 24  # lanes for all that have not answered yet, the silent ones included
HELD_AFTER = 3  # seconds: a letter takes a tenth of one
FIRST_REST, LONGEST_REST = 15, 120  # seconds a silent server is left alone; doubling

Place = tuple[str, int, str]
_lock = threading.Lock()
_busy: Counter[Place] = Counter()
_began: dict[int, float] = {}  # thread -> when it turned to its server
_server_of: dict[int, Place] = {}  # inbox -> the server it was last seen to use
_rests: dict[Place, float] = {}  # until when (monotonic)
_silences: Counter[Place] = Counter()  # in a row
_answered: set[Place] = set()


class Full(Exception):
    """The server has its share of the lanes, or rests."""


def place_of(server: MailServer) -> Place:
    """What limits count: an account at a server."""
    return (server.host, server.port, server.user)


@contextmanager
def lane_to(server: MailServer, inbox_id: int) -> Iterator[None]:
    """A lane to this server, for a letter of this inbox. Raises Full."""
    place, me = place_of(server), threading.get_ident()
    with _lock:
        _server_of[inbox_id] = place
        if _is_closed(place):
            raise Full
        _busy[place] += 1
        _began[me] = time.monotonic()
    try:
        yield
    finally:
        with _lock:
            _busy[place] -= 1
            del _began[me]


def _is_closed(place: Place) -> bool:
    if _rests.get(place, 0) > time.monotonic():
        return True
    if place in _answered:
        return _busy[place] >= MOST_TO_ONE
    unknown = {one: number for one, number in _busy.items() if one not in _answered}
    if sum(unknown.values()) >= MOST_TO_UNKNOWN:
        return True
    if not _silences[place]:
        return _busy[place] >= MOST_TO_ONE
    silent = sum(number for one, number in unknown.items() if _silences[one])
    return _busy[place] >= 1 or silent >= MOST_TO_SILENT


def full() -> list[int]:
    """The inboxes whose server takes no more now: none of their letters need be claimed."""
    with _lock:
        closed = {place for place in set(_server_of.values()) if _is_closed(place)}
        return [inbox for inbox, place in _server_of.items() if place in closed]


def rest(place: Place, seconds: float) -> None:
    """Leave a server alone for so long."""
    with _lock:
        _rests[place] = max(_rests.get(place, 0), time.monotonic() + seconds)


def was_silent(place: Place) -> None:
    """It did not answer in time: it rests, longer each time."""
    with _lock:
        _answered.discard(place)
        _silences[place] += 1
        pause = min(LONGEST_REST, FIRST_REST * 2 ** min(_silences[place] - 1, 8))
    rest(place, pause)


def has_answered(place: Place) -> None:
    """It took a letter, or said why not."""
    if place not in _answered:
        with _lock:
            _answered.add(place)
            _silences.pop(place, None)


def held() -> int:
    """How many lanes wait for a server that is slow to answer."""
    with _lock:
        return sum(time.monotonic() - began > HELD_AFTER for began in _began.values())


def overlong(seconds: float) -> list[int]:
    """The threads that talk to one server longer than this."""
    with _lock:
        return [me for me, began in _began.items() if time.monotonic() - began > seconds]


def forget() -> None:
    """Know nothing of any server (tests)."""
    with _lock:
        for kept in (_server_of, _rests, _silences, _answered):
            kept.clear()
