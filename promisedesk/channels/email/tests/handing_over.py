"""Answers on their way to a mail server, as the tests of sending hand them over."""

from datetime import timedelta

from django.db import OperationalError, transaction
from django.utils.timezone import now

from promisedesk.channels.email import lanes, sending
from promisedesk.channels.email.models import Pace
from promisedesk.conversations import deliveries, replying
from promisedesk.conversations.models import Delivery
from promisedesk.core.memo import forget_all
from tests.sink import SmtpSink

CLARA = "clara@customer.example"
PASSWORD = "s3cret-kettle"


def answer(cast, text="It left on Monday.") -> Delivery:
    return replying.reply(cast.parcel, text, by=cast.anna).delivery


def fresh(delivery: Delivery) -> Delivery:
    return Delivery.objects.select_related("message").get(pk=delivery.pk)


def fail_first(monkeypatch, times: int) -> None:
    """Let the database fail so often when something sent is written down."""
    sent, fails = deliveries.sent, [True] * times

    def flaky(delivery, at):
        with transaction.atomic():
            sent(delivery, at)
            if fails:
                fails.pop()
                raise OperationalError("deadlock detected")

    monkeypatch.setattr(deliveries, "sent", flaky)
    monkeypatch.setattr(sending, "PAUSE", 0)
    monkeypatch.setattr(sending.connection, "close", lambda: None)


def send(delivery: Delivery) -> Delivery:
    """Let a worker try it now, whenever it was due, and whatever its server asked for."""
    Pace.objects.all().delete()
    forget_all()
    lanes.forget()
    Delivery.objects.filter(pk=delivery.pk).update(due_at=now() - timedelta(days=1))
    assert sending.send_due() == 1
    return fresh(delivery)


def with_password(sink: SmtpSink) -> str:
    return sink.url.replace("://", f"://anna:{PASSWORD}@")


def secrets_heard(sink: SmtpSink) -> list[str]:
    return [line for line in sink.heard if line.upper().startswith("AUTH") or PASSWORD in line]
