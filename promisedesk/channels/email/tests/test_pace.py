"""How fast letters go to one server: as set, and slower where it asks for it."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import now

from promisedesk.channels.email import lanes, pace, sending
from promisedesk.channels.email.models import Pace
from promisedesk.conversations import inboxes, replying
from promisedesk.conversations.models import Delivery
from promisedesk.core.memo import forget_all
from promisedesk.core.models import Workspace
from promisedesk.core.secretbox import seal
from tests.sink import SmtpSink

pytestmark = pytest.mark.django_db
State = Delivery.State


@pytest.fixture
def sink(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        yield sink


@pytest.fixture
def two_servers(cast, sink):
    """(A letter by the common server, the sink of another inbox's own, a letter by that.)"""
    with SmtpSink() as own:
        box = inboxes.add_inbox("tea@kettleandloom.example", name="Tea")
        box.smtp_url = seal(own.url)
        box.save(update_fields=["smtp_url"])
        question = cast.hears(inbox=box, may_acknowledge=False)
        yield own, lambda: replying.reply(question.conversation, "Yes.", by=cast.anna).delivery


def answers(cast, number: int) -> list[Delivery]:
    return [replying.reply(cast.parcel, f"{n}", by=cast.anna).delivery for n in range(number)]


def limit(per_minute: int) -> None:
    shop = Workspace.get()
    shop.smtp_per_minute = per_minute
    shop.save(update_fields=["smtp_per_minute"])


def send_all() -> int:
    number = 0
    while sending.send_due():
        number += 1
    return number


def a_while_later(seconds: float) -> None:
    """As everything looks when so much time has passed."""
    for row in Pace.objects.all():
        Pace.objects.filter(pk=row.pk).update(next_at=row.next_at - timedelta(seconds=seconds))
    Delivery.objects.exclude(due_at=None).update(due_at=now())
    lanes._rests.clear()
    forget_all()


def test_as_many_as_there_are_by_default(cast, sink):
    answers(cast, 3)
    assert send_all() == 3
    assert not Pace.objects.exists()


def test_thirty_a_minute_are_one_in_two_seconds(cast, sink):
    limit(30)
    letters = answers(cast, 3)
    assert send_all() == 1
    a_while_later(1)
    assert send_all() == 0
    waiting = Delivery.objects.get(pk=letters[1].pk)
    assert (waiting.state, waiting.attempts, waiting.last_error) == (State.QUEUED, 0, "")
    a_while_later(1)
    assert send_all() == 1
    a_while_later(2)
    assert send_all() == 1
    assert [mail.letter.get_body(("plain",)).get_content()[0] for mail in sink.mails] == [*"012"]


def test_a_limit_is_of_one_server(cast, sink, two_servers):
    own, by_the_other = two_servers
    limit(6)
    answers(cast, 2), by_the_other(), by_the_other()
    assert send_all() == 3
    assert (len(sink.mails), len(own.mails)) == (1, 2)


def test_an_inbox_has_a_limit_of_its_own_for_its_own_server(cast, sink, two_servers):
    own, by_the_other = two_servers
    letter = by_the_other()
    inbox = letter.message.conversation.inbox
    inbox.smtp_per_minute = 6
    inbox.save(update_fields=["smtp_per_minute"])
    by_the_other(), answers(cast, 2)
    assert send_all() == 3
    assert (len(sink.mails), len(own.mails)) == (2, 1)


def test_a_clock_that_was_set_back_holds_nothing_up(cast, sink):
    limit(30)
    answers(cast, 2)
    assert send_all() == 1
    a_while_later(-3600)
    assert send_all() == 1


@pytest.mark.django_db(transaction=True)
def test_of_several_workers_one_has_the_turn(settings):
    place, got = ("mail.example", 25, ""), []
    Pace.objects.create(place="mail.example:25 ")
    begin = threading.Barrier(6)

    def take():
        begin.wait()
        try:
            pace.take_turn(place, 10)
            got.append(0)
        except pace.NotYet as wait:
            got.append(wait.seconds)
        finally:
            connection.close()

    threads = [threading.Thread(target=take) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    mine, *others = sorted(got)
    assert mine == 0
    assert all(0 < seconds <= 6 for seconds in others)


TOO_MANY = [
    ("mail", "421 4.7.0 Too many messages, slow down"),
    ("mail", "450 4.7.1 Rate limit exceeded"),
    ("rcpt", "451 4.7.28 Our system has detected an unusual rate of mail"),
    ("greeting", "421 Try again later"),
]


@pytest.mark.parametrize(("stage", "said"), TOO_MANY)
def test_a_server_that_complains_gets_fewer_and_others_as_many(
    cast, sink, two_servers, stage, said
):
    own, by_the_other = two_servers
    sink.order(stage, said)
    first, *_rest = answers(cast, 3)
    by_the_other(), by_the_other()
    send_all()
    assert (len(sink.mails), len(own.mails)) == (0, 2)
    delayed = Delivery.objects.get(pk=first.pk)
    assert (delayed.state, said[:3] in delayed.last_error) == (State.DEFERRED, True)
    a_while_later(pace.FIRST_GAP)
    assert send_all() == 1
    a_while_later(pace.FIRST_GAP)  # set when the letter before was on its way
    assert send_all() == 2  # five seconds halved are none
    assert len(sink.mails) == 3
    assert Pace.objects.get().gap == 0


@pytest.mark.parametrize(
    "said",
    ["450 4.2.0 Greylisted, try again in 300 seconds", "452 4.2.2 The mailbox is over its quota"],
)
def test_a_letter_that_must_wait_makes_no_other_wait(cast, sink, said):
    sink.order("rcpt", said)
    answers(cast, 3)
    send_all()
    assert len(sink.mails) == 2
    assert not Pace.objects.exists()
