"""Waking whoever reads the event log. A bus only wakes: the rows are the truth.

In one process a bell does. Other processes of one machine look several times a second, which
costs next to nothing; with PROMISEDESK_REDIS_URL they are woken over Redis, and look seldom.
When Redis is away, they look often again: nothing is lost, only later by a quarter second.
"""

from __future__ import annotations

import hashlib
import threading
import time
from functools import cache
from typing import TYPE_CHECKING

import structlog
from django.conf import settings
from django.db import transaction

if TYPE_CHECKING:
    import redis

log = structlog.get_logger("promisedesk.live")
LOOK_EVERY = 0.2  # seconds, where nobody wakes us
LOOK_SELDOM = 2.0  # while Redis wakes us: a message of it may get lost
IDLE_EVERY = 1.0  # nobody reads
PATIENCE = 0.5  # seconds for Redis; a commit must not wait longer for it
PAUSE = 5.0  # seconds without trying after Redis failed

_rung = threading.Event()
_listening = threading.Event()  # a reader lives in this process
_over_redis = threading.Event()  # and hears Redis
_quiet_until = 0.0


def tell() -> None:
    """Wake the readers when this transaction is committed. Called with every event."""
    if not (settings.REDIS_URL or _listening.is_set()):
        return
    waiting = transaction.get_connection().run_on_commit
    if not (waiting and waiting[-1][1] is ring):
        transaction.on_commit(ring, robust=True)


def ring() -> None:
    """Wake the readers now, here and on other machines."""
    global _quiet_until
    ring_here()
    if not settings.REDIS_URL or time.monotonic() < _quiet_until:
        return
    from redis import RedisError  # 0.1 s of every start, and most desks have none

    try:
        _redis().publish(channel(), b"")
    except RedisError:
        _quiet_until = time.monotonic() + PAUSE
        log.warning("redis does not answer: other processes look by themselves")


def ring_here() -> None:
    """Wake the reader of this process alone."""
    _rung.set()


def wait(is_idle: bool = False) -> bool:
    """Until somebody rings (True), or it is time to look anyway."""
    often = LOOK_SELDOM if _over_redis.is_set() else LOOK_EVERY
    was_rung = _rung.wait(max(often, IDLE_EVERY) if is_idle else often)
    _rung.clear()
    return was_rung


def listen(stop: threading.Event) -> None:
    """Hear bells of this process, and Redis in a thread of its own, until `stop` is set."""
    _listening.set()
    if settings.REDIS_URL:
        threading.Thread(target=_hear, args=(stop,), name="redis", daemon=True).start()


def _hear(stop: threading.Event) -> None:
    from redis import RedisError

    while not stop.is_set():
        try:
            with _redis().pubsub(ignore_subscribe_messages=True) as heard:
                heard.subscribe(channel())
                _over_redis.set()
                _rung.set()  # what came before we listened
                while not stop.is_set():
                    if heard.get_message(timeout=1.0) is not None:
                        _rung.set()
        except RedisError:
            _over_redis.clear()
            stop.wait(1.0)
    _over_redis.clear()


@cache
def channel() -> str:
    """Of this desk alone: several may share a Redis."""
    return "promisedesk:" + hashlib.sha256(settings.SECRET_KEY.encode()).hexdigest()[:16]


@cache
def _redis() -> redis.Redis:
    from redis import Redis

    return Redis.from_url(
        settings.REDIS_URL, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE
    )
