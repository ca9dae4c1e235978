"""Letters that wait for a mail server to be set."""

import pytest
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.channels.email import sending, waiting
from promisedesk.conversations import inboxes, replying
from promisedesk.conversations.models import Delivery
from tests.sink import SmtpSink

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(settings):
    settings.SMTP_URL = ""
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    waiting._seen[0] = None
    return Cast()


def letters(cast, number=3) -> None:
    for _ in range(number):
        replying.reply(cast.parcel, "Yes.", by=cast.anna)


def test_are_tried_once_and_left_alone_until_then(cast):
    letters(cast)
    assert waiting.wake() == 0
    tried = [sending.send_due() for _ in range(5)]
    assert tried == [1, 1, 1, 0, 0]
    assert not Delivery.objects.filter(due_at__lte=now()).exists()
    assert waiting.wake() == 0


def test_go_when_the_inbox_gets_one(cast):
    letters(cast)
    waiting.wake()
    while sending.send_due():
        pass
    with SmtpSink() as sink:
        inboxes.set_smtp(cast.help, sink.url)
        assert waiting.wake() == 3
        while sending.send_due():
            pass
        assert len(sink.mails) == 3
    assert waiting.wake() == 0


def test_go_when_the_desk_is_started_with_one(cast, settings):
    letters(cast)
    while sending.send_due():
        pass
    waiting._seen[0] = None  # another process
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        assert waiting.wake() == 3
        assert sending.send_due() == 1


def test_replies_in_their_moment_of_grace_and_delayed_ones_are_not_woken(cast, settings):
    letters(cast)
    kinds = ["held", "deferred", "queued"]
    for letter, state in zip(Delivery.objects.all(), kinds, strict=True):
        in_a_while = now() + waiting.timedelta(seconds=15)
        Delivery.objects.filter(pk=letter.pk).update(state=state, due_at=in_a_while)
    assert waiting.wake() == 0


def test_a_reply_held_beyond_any_undo_time_goes(cast):
    """The clock was set back by an hour."""
    letters(cast, 1)
    Delivery.objects.update(state="held", due_at=now() + waiting.timedelta(hours=1))
    assert waiting.wake() == 1
    assert Delivery.objects.get().due_at <= now()
