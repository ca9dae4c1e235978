import threading

import pytest
from django.utils.timezone import now

from promisedesk.core import leases, work
from promisedesk.core.models import Heartbeat

pytestmark = pytest.mark.django_db(transaction=True)


def do(run, until, lanes=1):
    """Let a worker repeat `run` until `until()` or five seconds have passed."""
    stop = threading.Event()
    round_ = work.Round("test.round", run, 0.01, lanes)
    thread = threading.Thread(target=work._keep_doing, args=(round_, stop))
    thread.start()
    for _ in range(500):
        if until():
            break
        stop.wait(0.01)
    stop.set()
    thread.join(5)


def beat() -> Heartbeat | None:
    return Heartbeat.objects.filter(part="test.round", owner=leases.me()).first()


def test_the_heartbeat_tells_work_done_from_rounds_made():
    do(lambda: 0, until=lambda: beat())
    assert beat().work_at is None
    Heartbeat.objects.all().delete()
    do(lambda: 2, until=lambda: beat())
    assert beat().done >= 2


def test_an_error_is_shown_and_does_not_end_the_round(monkeypatch):
    calls = []

    def fails_once():
        calls.append(now())
        if len(calls) == 1:
            raise RuntimeError("the disk is full")
        return 0

    monkeypatch.setattr(work, "LONGEST_PAUSE", 0.05)
    do(fails_once, until=lambda: len(calls) == 1 and beat())
    assert beat().last_error == "RuntimeError: the disk is full"
    do(fails_once, until=lambda: len(calls) > 2)
    assert len(calls) > 2


def test_the_error_is_gone_from_the_heartbeat_when_it_works_again(monkeypatch):
    calls = []

    def fails_once():
        calls.append(now())
        if len(calls) == 1:
            raise RuntimeError("the disk is full")
        return 0

    monkeypatch.setattr(work, "LONGEST_PAUSE", 0.05)
    do(fails_once, until=lambda: len(calls) > 2 and beat().last_error == "")
    assert beat().last_error == ""


def test_rounds_are_registered_by_room_and_name():
    names = set(work.ROUNDS)
    assert {"core.renew_leases", "core.rescue_leases"} <= names
