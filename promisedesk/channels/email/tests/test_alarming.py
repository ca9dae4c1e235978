"""Silence is an alarm: admins are told by a way that works, once, and when it is well again."""

from datetime import timedelta

import pytest
import time_machine
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.channels.email import alarming, outgoing
from promisedesk.channels.email.tests.conftest import incoming, read_everything
from promisedesk.conversations import arriving, inboxes, replying
from promisedesk.conversations.models import Arrival, Conversation, Delivery, Mailbox
from promisedesk.core import alarms, memo
from promisedesk.core.models import Alarm, Heartbeat, Workspace
from promisedesk.core.secretbox import seal
from tests.sink import SmtpSink

pytestmark = pytest.mark.django_db


@pytest.fixture
def sink(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        yield sink


@pytest.fixture
def cast():
    Heartbeat.objects.create(part="email.watch", owner="a/1/1")
    return Cast()


@pytest.fixture
def mailbox(cast):
    return Mailbox.objects.create(
        inbox=cast.help, url=seal("imaps://a:b@mail.example/INBOX"), fetched_at=now()
    )


def failing(mailbox, minutes=5):
    Mailbox.objects.filter(pk=mailbox.pk).update(
        failing_since=now() - timedelta(minutes=minutes), last_error="The password is refused."
    )


def well(mailbox):
    Mailbox.objects.filter(pk=mailbox.pk).update(
        failing_since=None, last_error="", fetched_at=now()
    )


def later(seconds) -> time_machine.travel:
    """Everything else goes on meanwhile."""
    travel = time_machine.travel(now() + timedelta(seconds=seconds))
    travel.start()
    Heartbeat.objects.update(round_at=now())
    Mailbox.objects.update(fetched_at=now())
    memo.forget_all()
    return travel


def test_a_mailbox_that_fails_is_told_once_and_that_it_is_well_again_once(sink, mailbox):
    failing(mailbox, minutes=1)
    assert alarming.watch() == 0  # it has patience
    failing(mailbox, minutes=3)
    assert alarming.watch() == 1
    assert alarming.watch() == 0

    (letter,) = sink.letters_to("ada@kettleandloom.example")
    assert letter["Subject"] == (
        "Promisedesk: Mail of help@kettleandloom.example is not fetched as it should be."
    )
    assert letter["Auto-Submitted"] == "auto-generated"
    assert sink.mails[0].sender == ""
    assert "The password is refused." in letter.get_content()
    assert alarms.open_keys() == ("mailbox help@kettleandloom.example",)

    well(mailbox)
    alarming.watch()
    memo.forget_all()
    assert alarms.open_keys() == ()
    travel = later(150)
    assert alarming.watch() == 1
    assert alarming.watch() == 0
    travel.stop()
    assert [one.letter["Subject"] for one in sink.mails][1:] == ["Promisedesk: all is well again"]


def test_what_fails_again_before_that_was_told_is_the_same_alarm(sink, mailbox):
    failing(mailbox)
    alarming.watch()
    well(mailbox)
    alarming.watch()
    failing(mailbox)
    alarming.watch()
    travel = later(300)
    alarming.watch()
    travel.stop()
    assert len(sink.mails) == 1
    assert Alarm.objects.get().cleared_at is None


def test_many_come_in_one_letter_and_a_reminder_after_a_day(sink, cast):
    for number in range(5):
        inbox = inboxes.add_inbox(f"box{number}@shop.example", name="Box")
        failing(Mailbox.objects.create(inbox=inbox, url="", fetched_at=now()))
    assert alarming.watch() == 5
    assert sink.mails[0].letter["Subject"] == "Promisedesk: 5 things do not work"
    travel = later(23 * 3600)
    assert alarming.watch() == 0
    travel.stop()
    travel = later(25 * 3600)
    assert alarming.watch() == 5
    travel.stop()
    assert "This is still so" in sink.mails[1].letter.get_content()


def test_what_fails_a_moment_later_waits_for_a_letter_of_its_own(sink, mailbox):
    failing(mailbox)
    alarming.watch()
    Arrival.objects.create(source="smtp", sha256="0" * 64, size=1, state="unreadable", due_at=None)
    assert alarming.watch() == 0
    travel = later(125)
    assert alarming.watch() == 1
    travel.stop()
    assert "could not be read" in sink.mails[1].letter["Subject"]


def test_admins_are_told_in_their_language_and_others_at_the_address_set(sink, cast, mailbox):
    cast.ada.language = "pl"
    cast.ada.save()
    Workspace.objects.update(alarm_address="phone@operator.example")
    memo.forget_all()
    failing(mailbox)
    alarming.watch()
    assert {mail.to for mail in sink.mails} == {
        "ada@kettleandloom.example",
        "phone@operator.example",
    }


def test_it_goes_by_the_server_set_for_alarms_first(sink, mailbox):
    with SmtpSink() as other:
        Workspace.objects.update(alarm_smtp_url=seal(other.url))
        memo.forget_all()
        failing(mailbox)
        alarming.watch()
        assert (len(other.mails), len(sink.mails)) == (1, 0)


def test_by_another_inbox_s_server_when_the_common_one_is_what_fails(sink, cast, settings):
    settings.SMTP_URL = "smtp://127.0.0.1:9"
    inbox = inboxes.add_inbox("returns@shop.example", name="Returns", smtp_url=sink.url)
    replying.reply(cast.parcel, "On its way.", by=cast.anna)
    Delivery.objects.update(
        state="deferred", attempts=4, due_at=now() + timedelta(seconds=20),
        created_at=now() - timedelta(minutes=4),
        last_error="Nothing answers at the mail server’s address and port. Check both.",
    )  # fmt: skip
    assert alarming.watch() == 1
    (mail,) = sink.mails
    assert mail.letter["From"].addresses[0].addr_spec == inbox.address
    assert mail.letter["Subject"] == "Promisedesk: No mail leaves by 127.0.0.1:9."


@pytest.mark.parametrize(
    ("words", "is_alarm"),
    [
        ("The mail server said: 450 4.2.0 Greylisted", False),
        ("The mail server said: 535 5.7.8 Authentication failed", True),
        ("The mail server refused the password. Check user and password of the inbox.", True),
        ("The mail server did not answer in time. It is tried again by itself.", True),
        ("The desk’s database was away. It is tried again by itself.", False),
    ],
)
def test_a_letter_that_is_delayed_is_no_alarm_a_server_that_fails_is(sink, cast, words, is_alarm):
    replying.reply(cast.parcel, "On its way.", by=cast.anna)
    Delivery.objects.update(
        state="deferred", attempts=3, due_at=now() + timedelta(seconds=10), last_error=words
    )
    assert [bool(one.failing_since) for one in outgoing.outgoing()] == [is_alarm]
    # Another letter went out since: the server works.
    Delivery.objects.create(
        message=cast.hears("x"), to_address="a@b.example", state="sent", sent_at=now(), due_at=None
    )
    assert not outgoing.outgoing()[0].failing_since


def test_a_mailbox_nobody_looks_into_is_an_alarm_after_the_minutes_set(sink, mailbox):
    Mailbox.objects.update(fetched_at=now() - timedelta(minutes=9))
    assert alarming.watch() == 0
    Mailbox.objects.update(fetched_at=now() - timedelta(minutes=11))
    assert alarming.watch() == 1
    Workspace.objects.update(silent_minutes=30)
    memo.forget_all()
    alarming.watch()
    assert Alarm.objects.get().cleared_at


def test_a_letter_that_comes_home_becomes_no_conversation(sink, cast, mailbox):
    failing(mailbox)
    alarming.watch()
    before = Conversation.objects.count()
    raw = b"Received: from home\r\n" + sink.mails[0].raw
    arriving.take_in(raw, source="smtp", recipients=[cast.help.address], envelope_from="")
    read_everything()
    assert Conversation.objects.count() == before
    assert Arrival.objects.get(source="smtp").state == "dropped"

    # Nobody else's mail is taken for one.
    forged = sink.mails[0].raw.replace(b"<alarm-", b"<alarm-x")
    arriving.take_in(forged, source="pipe", recipients=[cast.help.address], envelope_from="")
    read_everything()
    assert Arrival.objects.get(source="pipe").state == "done"
    assert incoming()


def test_nobody_can_be_told_and_it_is_tried_again(sink, mailbox, settings):
    settings.SMTP_URL = "smtp://127.0.0.1:9"
    failing(mailbox)
    assert alarming.watch() == 0
    assert alarming.watch() == 0
    assert Alarm.objects.get().tries == 1  # not at every round
    settings.SMTP_URL = sink.url
    travel = later(90)
    assert alarming.watch() == 1
    travel.stop()


def test_a_server_that_wants_a_sender_gets_one(sink, mailbox):
    sink.order("mail", "553 5.7.1 sender refused")
    failing(mailbox)
    assert alarming.watch() == 1
    assert sink.mails[0].sender == "help@kettleandloom.example"


def test_a_dead_worker_is_one_alarm_and_the_web_process_tells(sink, cast, mailbox):
    for part in ("email.read_waiting", "email.send_due"):
        Heartbeat.objects.create(part=part, owner="a/1/1")
    alarming.watch_if_nobody_else_does()
    assert not sink.mails
    Heartbeat.objects.update(round_at=now() - timedelta(minutes=3))
    Mailbox.objects.update(fetched_at=now() - timedelta(minutes=20))
    assert alarms.open_keys() == ("worker",)  # pages know at once
    alarming.watch_if_nobody_else_does()
    assert sink.mails[0].letter["Subject"].strip() == (
        "Promisedesk: The worker is not heard from: no mail comes in or goes out."
    )
