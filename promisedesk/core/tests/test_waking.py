"""Waking over a real Redis, and without it."""

import shutil
import subprocess
import threading

import pytest

from promisedesk.core import waking
from tests.servers import answers, free_port, wait_until

pytestmark = pytest.mark.skipif(not shutil.which("redis-server"), reason="no Redis here")


class Redis:
    """A redis-server that keeps nothing."""

    def __init__(self):
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        self.process = subprocess.Popen(
            ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""],
            stdout=subprocess.DEVNULL,
        )
        wait_until(lambda: answers(self.port), what="Redis")

    def stop(self) -> None:
        self.process.kill()
        self.process.wait(10)


@pytest.fixture
def bus(settings, monkeypatch):
    bus, stop = Redis(), threading.Event()
    bus.start()
    settings.REDIS_URL = bus.url
    waking._redis.cache_clear()
    monkeypatch.setattr(waking, "_quiet_until", 0.0)
    waking.listen(stop)
    wait_until(waking._over_redis.is_set, what="listening")
    yield bus
    stop.set()
    bus.stop()
    wait_until(lambda: not waking._over_redis.is_set(), what="the end of listening")
    waking._redis.cache_clear()
    waking._listening.clear()


def test_another_process_is_woken_and_without_redis_all_look_by_themselves(bus, monkeypatch):
    waking._rung.clear()
    waking._redis().publish(waking.channel(), b"")  # as another machine does
    wait_until(waking._rung.is_set, what="the bell")

    bus.stop()
    wait_until(lambda: not waking._over_redis.is_set(), what="noticing that Redis is gone")
    waking.ring()  # must not fail, nor wait long
    assert waking._rung.is_set()
    waking.wait()
    assert waking.wait() is False  # looked by itself

    bus.start()
    wait_until(waking._over_redis.is_set, what="hearing Redis again")
    monkeypatch.setattr(waking, "_quiet_until", 0.0)
    waking._rung.clear()
    waking.ring()
    wait_until(waking._rung.is_set, what="the bell")
