"""Mail servers as they are on bad days: grey lists, outages, drips, signing in that fails."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.channels.email import lanes, sending, sessions, spare
from promisedesk.conversations import deliveries, replying
from promisedesk.conversations.models import Delivery
from promisedesk.core.models import Event
from tests.sink import SmtpSink

pytestmark = pytest.mark.django_db
State = Delivery.State


def answer(cast, **more) -> Delivery:
    return replying.reply(cast.parcel, "It left.", by=cast.anna, **more).delivery


def try_it(delivery: Delivery) -> Delivery:
    lanes.forget()
    Delivery.objects.filter(pk=delivery.pk).update(due_at=now() - timedelta(seconds=1))
    sending.send_due()
    return Delivery.objects.get(pk=delivery.pk)


def test_a_grey_list_is_waited_out_and_the_letter_comes_once(cast, sink):
    sink.greylist = 0.5
    delivery = try_it(answer(cast))
    assert (delivery.state, "Greylisted" in delivery.last_error) == (State.DEFERRED, True)
    assert now() < delivery.due_at < now() + timedelta(minutes=1)
    time.sleep(0.6)
    assert try_it(delivery).state == State.SENT
    assert len(sink.mails) == 1


def test_three_days_without_a_server_lose_nothing_and_double_nothing(cast, sink):
    sink.order("greeting", hang_up=True, times=12)
    delivery, pauses = answer(cast), []
    for hours in range(0, 72, 6):
        Delivery.objects.update(created_at=now() - timedelta(hours=hours))
        delivery = try_it(delivery)
        pauses.append(round((delivery.due_at - now()).total_seconds()))
    assert delivery.state == State.DEFERRED
    assert pauses == sorted(pauses)
    assert pauses[-1] == 1800
    assert try_it(delivery).state == State.SENT
    assert len(sink.mails) == 1
    assert Event.objects.filter(verb="delivery.deferred").count() == 1


def test_after_four_days_it_is_told_and_the_conversation_opens(cast, sink):
    sink.order("mail", "450 4.2.0 Later", times=-1)
    delivery = answer(cast)
    Delivery.objects.update(created_at=now() - timedelta(days=3, hours=23))
    assert try_it(delivery).state == State.DEFERRED
    Delivery.objects.update(created_at=now() - timedelta(days=4, minutes=1))
    assert try_it(delivery).state == State.FAILED
    cast.parcel.refresh_from_db()
    assert (cast.parcel.state, cast.parcel.is_unread) == ("open", True)


def test_each_recipient_has_a_state_of_their_own(cast, sink):
    sink.order("rcpt", "450 4.2.0 Later", address="dora@x.example")
    sink.order("rcpt", "550 5.1.1 Nobody", address="emil@x.example")
    delivery = answer(cast)
    for other in ("dora@x.example", "emil@x.example"):
        replying.enqueue(delivery.message, other, is_copy=True)
    while sending.send_due():
        pass
    assert dict(Delivery.objects.values_list("to_address", "state")) == {
        "clara@customer.example": State.SENT,
        "dora@x.example": State.DEFERRED,
        "emil@x.example": State.FAILED,
    }
    cast.parcel.refresh_from_db()
    assert cast.parcel.state == "waiting"  # the customer has their answer
    deliveries.retry_message(delivery.message, by=cast.anna)
    while sending.send_due():
        pass
    to = sorted(mail.to for mail in sink.mails)
    assert to == ["clara@customer.example", "dora@x.example", "emil@x.example"]


@pytest.mark.parametrize("stage", ["greeting", "ehlo", "mail", "rcpt", "dot"])
def test_a_server_that_drips_is_slow_and_no_worse(cast, sink, stage):
    usual = {"greeting": "220 sink", "ehlo": "250 sink", "dot": "250 2.0.0 Taken"}
    sink.order(stage, usual.get(stage, "250 2.1.0 Ok"), drip=0.02)
    delivery = try_it(answer(cast))
    assert (delivery.state, delivery.maybe_twice) == (State.SENT, False)


@pytest.mark.django_db(transaction=True)
def test_one_that_drips_for_ever_is_left(settings, monkeypatch):
    cast = Cast()
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        sink.order("rcpt", "250 " + "x" * 2000, drip=0.05)
        delivery = answer(cast)

        def lane():
            try:
                sending.send_due()
            finally:
                connection.close()

        thread = threading.Thread(target=lane)
        thread.start()
        monkeypatch.setattr(spare, "LONGEST", 0.5)
        deadline = time.monotonic() + 20
        while thread.is_alive() and time.monotonic() < deadline:
            spare.keep_lanes_free()
            time.sleep(0.1)
        assert not thread.is_alive()
    delivery.refresh_from_db()
    assert (delivery.state, delivery.in_doubt_at) == (State.DEFERRED, None)
    assert thread.ident not in sessions._of_threads
