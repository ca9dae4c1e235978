"""More lanes for letters while the usual ones are held by servers that do not answer.

For each lane that is held another is opened, so that as many as usual are always free; it
ends when it is not needed any more.
"""

from __future__ import annotations

import threading
import time

import structlog
from django.db import close_old_connections, connections

from promisedesk.channels.email import lanes, sending, sessions
from promisedesk.core import work

log = structlog.get_logger("promisedesk.sending")
MOST = 32  # above what servers that never answered may hold together
LONGEST = 3600  # seconds with one letter: ten minutes after the dot, and 30 MB at 10 KB a second
PAUSE = 0.25  # seconds between looks for letters

_spare: list[threading.Thread] = []


def keep_lanes_free() -> int:
    """Open as many more lanes as are held now, and end what never ends; returns how many opened."""
    for thread in lanes.overlong(LONGEST):
        sessions.cut(thread)
    _spare[:] = [thread for thread in _spare if thread.is_alive()]
    missing = min(lanes.held(), MOST) - len(_spare)
    opened = [
        threading.Thread(target=_send, name=f"spare-lane-{number}", daemon=True)
        for number in range(max(0, missing))
    ]
    for thread in opened:
        thread.start()
    _spare.extend(opened)
    work.EXTRA[:] = _spare
    return len(opened)


def _is_needed() -> bool:
    return not work.ending.is_set() and len(_spare) <= lanes.held()


def _send() -> None:
    try:
        while _is_needed():
            close_old_connections()
            if not sending.send_due():
                time.sleep(PAUSE)
    except Exception:  # the usual lanes say what is wrong in their heartbeat
        log.exception("a spare lane ended")
    finally:
        sessions.close()
        if threading.current_thread() in _spare:
            _spare.remove(threading.current_thread())
        connections.close_all()
