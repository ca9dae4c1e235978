"""Servers that hang, in any number, and the letters of others."""

import threading
import time

import pytest
from django.db import connections

from promisedesk.cast import Cast
from promisedesk.channels.email import lanes, sending, servers, spare
from promisedesk.conversations import inboxes, replying
from promisedesk.conversations.models import Delivery
from promisedesk.core import work
from promisedesk.core.secretbox import seal
from tests.sink import SmtpSink

pytestmark = pytest.mark.django_db(transaction=True)
SILENT = 6


@pytest.fixture
def worker(monkeypatch):
    """Four lanes and whoever opens more, as in a worker."""
    monkeypatch.setattr(lanes, "HELD_AFTER", 0.3)
    monkeypatch.setattr(spare, "PAUSE", 0.05)
    stop, threads = threading.Event(), []

    def keep(doing, pause):
        while not stop.is_set():
            if not doing():
                time.sleep(pause)
        connections.close_all()

    def start():
        rounds = [(sending.send_due, 0.05)] * 4 + [(spare.keep_lanes_free, 0.1)]
        threads.extend(threading.Thread(target=keep, args=one) for one in rounds)
        for thread in threads:
            thread.start()

    yield start
    stop.set()
    work.ending.set()
    for thread in [*threads, *spare._spare]:
        thread.join(20)
    work.ending.clear()


def test_stop_nobody_else(settings, monkeypatch, worker):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    monkeypatch.setattr(servers, "COMMAND_TIMEOUT", 4)
    cast, silent = Cast(), [SmtpSink() for _ in range(SILENT)]
    with SmtpSink() as good:
        settings.SMTP_URL = good.url
        for number, sink in enumerate(silent):
            sink.__enter__()
            sink.order("greeting", stall=5, times=-1)
            box = inboxes.add_inbox(f"box{number}@kettleandloom.example", name="Box")
            box.smtp_url = seal(sink.url)
            box.save(update_fields=["smtp_url"])
            talk = cast.hears(inbox=box, may_acknowledge=False).conversation
            for _ in range(4):
                replying.reply(talk, "Hello", by=cast.anna)
        replying.reply(cast.parcel, "Yes.", by=cast.anna)
        began = time.monotonic()
        worker()
        while not good.mails and time.monotonic() < began + 10:
            time.sleep(0.02)
        took = time.monotonic() - began
        most = max(sink.sessions for sink in silent)
        for sink in silent:
            sink.__exit__()
    assert len(good.mails) == 1
    assert took < 3.5  # before the first of them was given up
    assert most <= lanes.MOST_TO_ONE
    assert not Delivery.objects.filter(state="failed").exists()


def test_a_server_that_was_silent_rests_longer_each_time():
    place = ("mail.example", 25, "")
    lanes._server_of[7] = place
    lanes.was_silent(place)
    assert lanes.full() == [7]
    first = lanes._rests[place] - time.monotonic()
    lanes.was_silent(place)
    second = lanes._rests[place] - time.monotonic()
    assert lanes.FIRST_REST - 1 < first <= lanes.FIRST_REST < second <= lanes.LONGEST_REST
    lanes._rests.clear()
    assert lanes.full() == []
    lanes._busy[place] = 1
    assert lanes.full() == [7]  # one lane, to see whether it is back
    lanes.has_answered(place)
    assert lanes.full() == []
    del lanes._busy[place]
