from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.conversations import replying
from promisedesk.conversations.models import Arrival, Delivery, Mailbox
from promisedesk.core import health
from promisedesk.core.models import Heartbeat

pytestmark = pytest.mark.django_db


def part(name):
    return next(part for part in health.parts() if part.name == name)


def test_a_desk_nobody_works_for_says_so():
    assert part("worker").state == "down"


def test_a_silent_worker_is_down_unless_another_does_the_same():
    Heartbeat.objects.create(part="conversations.read", owner="a/1/1", round_at=now())
    Heartbeat.objects.create(
        part="conversations.read", owner="b/1/1", round_at=now() - timedelta(hours=1)
    )
    Heartbeat.objects.create(part="email.send", owner="b/1/1", round_at=now() - timedelta(hours=1))
    assert part("conversations.read").state == "ok"
    assert part("email.send").state == "down"


def test_a_worker_with_an_error_is_degraded_and_says_which():
    Heartbeat.objects.create(part="email.send", owner="a/1/1", last_error="OSError: disk full")
    assert (part("email.send").state, part("email.send").detail) == (
        "degraded",
        "OSError: disk full",
    )


@pytest.mark.parametrize(("late", "state"), [(0, "ok"), (120, "degraded"), (3600, "down")])
def test_a_queue_is_as_bad_as_its_oldest_mail_is_late(late, state):
    cast = Cast()
    replying.reply(cast.parcel, "On its way.", by=cast.anna)
    Delivery.objects.update(due_at=now() - timedelta(seconds=late))
    assert part("deliveries").state == state
    assert part("deliveries").detail == "1 mail waits."
    assert part("arrivals").state == "ok"


def test_a_failing_mailbox_says_since_when():
    since = now() - timedelta(hours=2)
    Mailbox.objects.create(
        inbox=Cast().help, url="sealed", failing_since=since, last_error="LOGIN refused"
    )
    box = part("help@kettleandloom.example")
    assert (box.state, box.since, box.detail) == ("down", since, "LOGIN refused")


def test_a_mailbox_without_a_good_look_for_long_is_down_even_if_nothing_failed():
    cast = Cast()
    box = Mailbox.objects.create(inbox=cast.help, url="x", fetched_at=now() - timedelta(minutes=9))
    assert part("help@kettleandloom.example").state == "ok"
    Mailbox.objects.filter(pk=box.pk).update(fetched_at=now() - timedelta(minutes=11))
    found = part("help@kettleandloom.example")
    assert (found.state, found.patience) == ("down", timedelta(0))


def test_fetched_mail_that_cannot_be_cleared_away_is_a_lesser_trouble():
    Mailbox.objects.create(
        inbox=Cast().help, url="x", fetched_at=now(), last_error="No such folder"
    )
    found = part("help@kettleandloom.example")
    assert (found.state, found.detail) == ("degraded", "No such folder")


def test_a_queue_that_is_worked_on_is_busy_not_ill():
    cast = Cast()
    replying.reply(cast.parcel, "On its way.", by=cast.anna)
    Delivery.objects.update(due_at=now() - timedelta(minutes=9))
    Heartbeat.objects.create(part="email.send_due", owner="a/1/1", work_at=now())
    assert part("deliveries").state == "ok"


def test_mail_that_could_not_be_read_is_counted():
    assert part("unreadable").state == "ok"
    Arrival.objects.create(source="smtp", sha256="0" * 64, size=1, state="unreadable", due_at=None)
    assert (part("unreadable").state, part("unreadable").detail) == (
        "degraded",
        "1 mail could not be read.",
    )


def test_a_disk_nearly_full_is_degraded(monkeypatch):
    usage = type("Usage", (), {"total": 100 * 2**30, "free": 9 * 2**30})
    monkeypatch.setattr(health.shutil, "disk_usage", lambda _path: usage)
    assert part("data").state == "degraded"
    usage.free = 2**30
    assert part("data").state == "down"
    usage.total, usage.free = 2**50, 2**45  # a huge disk has room enough
    assert part("data").state == "ok"
