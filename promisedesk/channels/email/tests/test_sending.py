"""Handing over, against a mail server that obeys a script."""

import errno
import time
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils.timezone import now

from promisedesk.channels.email import letters, sending, servers
from promisedesk.channels.email.tests.handing_over import (
    CLARA,
    answer,
    fail_first,
    fresh,
    send,
)
from promisedesk.conversations import deliveries, replying
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core import files
from promisedesk.core.models import Event
from promisedesk.core.secretbox import seal
from promisedesk.promises.models import Promise
from tests.sink import SmtpSink

pytestmark = pytest.mark.django_db
State = Delivery.State


class TestSent:
    def test_the_bytes_of_the_letter_to_the_customer(self, cast, sink):
        delivery = send(answer(cast, "It left on Monday.\n.\n..and came back\n"))
        assert (delivery.state, delivery.due_at, delivery.leased_by) == (State.SENT, None, "")
        assert (delivery.in_doubt_at, delivery.maybe_twice) == (None, False)
        assert delivery.sent_at
        (mail,) = sink.mails
        assert (mail.sender, mail.to) == ("help@kettleandloom.example", CLARA)
        assert mail.raw == letters.raw_of(delivery)
        assert mail.letter["Message-ID"] == delivery.message.message_id

    def test_an_acknowledgement_has_nobody_to_answer_to(self, cast, sink):
        message = cast.hears().conversation.messages.get(automatic=True)
        send(message.delivery)
        (mail,) = sink.mails
        assert (mail.sender, mail.to) == ("", CLARA)
        assert mail.letter["Auto-Submitted"] == "auto-replied"

    def test_one_at_a_time_until_nothing_is_due(self, cast, sink):
        answer(cast), answer(cast)
        assert [sending.send_due() for _ in range(3)] == [1, 1, 0]
        assert len(sink.mails) == 2

    def test_not_before_its_time(self, cast, sink):
        replying.reply(cast.parcel, "Oh", by=cast.anna, hold_for=timedelta(seconds=10))
        assert sending.send_due() == 0

    def test_by_the_inboxs_own_server_if_it_has_one(self, cast, sink, settings):
        settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
        with SmtpSink() as own:
            cast.help.smtp_url = seal(own.url)
            cast.help.save(update_fields=["smtp_url"])
            send(answer(cast))
            assert (len(own.mails), len(sink.mails)) == (1, 0)

    def test_an_agents_server_inside_the_network_is_not_reached(self, cast, sink):
        cast.help.smtp_url = seal(sink.url)
        cast.help.save(update_fields=["smtp_url"])
        delivery = send(answer(cast))
        assert (delivery.state, sink.sessions) == (State.DEFERRED, 0)


TEMPORARY = [
    ("greeting", "421 4.3.2 Too busy"),
    ("greeting", "554 5.3.2 Not today"),
    ("mail", "450 4.2.0 Greylisted"),
    ("rcpt", "451 4.2.0 Greylisted"),
    ("data", "452 4.3.1 Disk full"),
    ("dot", "451 4.3.0 Try later"),
]


class TestLater:
    @pytest.mark.parametrize(("stage", "said"), TEMPORARY)
    def test_a_temporary_no_is_tried_again_with_the_same_letter(self, cast, sink, stage, said):
        sink.order(stage, said)
        delivery = send(answer(cast))
        assert delivery.state == State.DEFERRED
        assert delivery.due_at > now()
        assert (delivery.leased_by, delivery.in_doubt_at) == ("", None)
        assert said.split(" ", 2)[2] in delivery.last_error
        first = delivery.message.raw_sha256

        delivery = send(delivery)
        assert (delivery.state, delivery.attempts) == (State.SENT, 2)
        assert (delivery.maybe_twice, delivery.last_error) == (False, "")
        (mail,) = sink.mails
        assert mail.letter["Message-ID"] == delivery.message.message_id
        assert first in ("", delivery.message.raw_sha256)

    @pytest.mark.parametrize("stage", ["greeting", "ehlo", "mail", "rcpt"])
    def test_a_broken_connection_before_the_dot_leaves_no_doubt(self, cast, sink, stage):
        sink.order(stage, hang_up=True)
        delivery = send(answer(cast))
        assert (delivery.state, delivery.in_doubt_at) == (State.DEFERRED, None)
        assert "hung up" in delivery.last_error
        assert not send(delivery).maybe_twice

    def test_nobody_there(self, cast, settings):
        with SmtpSink() as gone:
            settings.SMTP_URL = gone.url
        delivery = send(answer(cast))
        assert delivery.state == State.DEFERRED
        assert "Nothing answers" in delivery.last_error

    def test_a_silent_server_is_left_after_a_while(self, cast, sink, monkeypatch):
        monkeypatch.setattr(servers, "COMMAND_TIMEOUT", 0.2)
        sink.order("rcpt", stall=1)
        delivery = send(answer(cast))
        assert delivery.state == State.DEFERRED
        assert "in time" in delivery.last_error

    def test_without_a_server_it_waits_and_says_why(self, cast, settings):
        settings.SMTP_URL = ""
        delivery = send(answer(cast))
        assert delivery.state == State.QUEUED
        assert delivery.last_error.startswith("Not sent: no mail server set")
        assert delivery.due_at > now()

    @pytest.mark.parametrize("url", ["smtp://mail.example:abc", "mail.example", "http://x.example"])
    @pytest.mark.parametrize("whose", ["inbox", "common"])
    def test_an_impossible_server_holds_letters_and_loses_none(self, cast, settings, url, whose):
        settings.SMTP_URL = url
        cast.help.smtp_url = seal(url) if whose == "inbox" else ""
        cast.help.save(update_fields=["smtp_url"])
        delivery = answer(cast)
        for _ in range(7):
            delivery = send(delivery)
        assert delivery.state == State.QUEUED
        assert "not set right" in delivery.last_error

    @pytest.mark.parametrize("url", ["smtp://mail..example", "smtps://" + "x" * 70 + ".example"])
    def test_nor_does_one_whose_name_cannot_be(self, cast, settings, url):
        settings.SMTP_URL = url
        delivery = answer(cast)
        for _ in range(7):
            delivery = send(delivery)
        assert delivery.state in (State.QUEUED, State.DEFERRED)
        assert "mail server" in delivery.last_error

    def test_a_file_that_is_gone_is_named(self, cast, sink):
        file = IncomingFile("label.pdf", "application/pdf", 4, files.store(b"lost"))
        delivery = replying.reply(cast.parcel, "See.", by=cast.anna, files=[file]).delivery
        path = files.path_of(file.sha256)
        content = path.read_bytes()
        path.unlink()
        delivery = send(delivery)
        assert delivery.state == State.DEFERRED
        assert "label.pdf" in delivery.last_error
        assert sink.sessions == 0
        files.store(content)
        assert send(delivery).state == State.SENT

    def test_a_full_disk_is_not_the_mail_servers(self, cast, sink, monkeypatch):
        def full(_content):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(files, "store", full)
        delivery = send(answer(cast))
        assert delivery.state == State.DEFERRED
        assert delivery.last_error.startswith("The desk cannot read or write its own files")

    def test_it_goes_when_a_server_is_set(self, cast, settings, sink):
        settings.SMTP_URL = ""
        delivery = send(answer(cast))
        settings.SMTP_URL = sink.url
        assert send(delivery).state == State.SENT


class TestNever:
    @pytest.mark.parametrize("stage", ["mail", "rcpt", "data", "dot"])
    def test_a_final_no_is_told_and_not_tried_again(self, cast, sink, stage):
        sink.order(stage, "550 5.1.1 No such person", times=-1)
        delivery = send(answer(cast))
        assert (delivery.state, delivery.due_at) == (State.FAILED, None)
        assert delivery.in_doubt_at is None
        assert "550 5.1.1 No such person" in delivery.last_error
        conversation = Conversation.objects.get(pk=cast.parcel.pk)
        assert (conversation.state, conversation.is_unread) == (Conversation.State.OPEN, True)
        assert Event.objects.filter(verb="delivery.failed").count() == 1
        assert sending.send_due() == 0

    def test_one_customers_no_is_not_anothers(self, cast, sink):
        sink.order("rcpt", "550 5.1.1 No such person", address=CLARA, times=-1)
        bad, good = (
            answer(cast),
            replying.reply(
                cast.hears(address="dora@post.example", may_acknowledge=False).conversation,
                "Yes.",
                by=cast.anna,
            ).delivery,
        )
        assert (send(bad).state, send(good).state) == (State.FAILED, State.SENT)

    def test_an_address_the_server_cannot_write(self, cast, sink):
        conversation = cast.hears(
            address="почта@пример.example", may_acknowledge=False
        ).conversation
        delivery = send(replying.reply(conversation, "Yes.", by=cast.anna).delivery)
        assert delivery.state == State.FAILED
        assert "SMTPUTF8" in delivery.last_error

    def test_a_letter_that_cannot_be_made_is_set_aside_and_others_go(self, cast, sink, monkeypatch):
        bad, good = answer(cast), answer(cast)
        build = letters.build

        def breaks(delivery):
            if delivery.pk == bad.pk:
                raise ValueError("what is this")
            return build(delivery)

        monkeypatch.setattr(letters, "build", breaks)
        states = [send(bad).state for _ in range(5)]
        assert states == [State.DEFERRED] * 4 + [State.FAILED]
        assert send(good).state == State.SENT


class TestTheMoment:
    def test_is_when_the_server_took_it_however_long_writing_it_down_took(
        self, cast, sink, monkeypatch
    ):
        delivery = replying.reply(
            cast.hears(may_acknowledge=False).conversation, "Yes.", by=cast.anna
        ).delivery
        taken = []
        sent = deliveries.sent

        def wait_for_the_lock(delivery, at):
            taken.append(at)
            Promise.objects.update(due_at=now())
            time.sleep(0.05)
            sent(delivery, at)

        monkeypatch.setattr(deliveries, "sent", wait_for_the_lock)
        assert send(delivery).sent_at == taken[0]
        assert Promise.objects.get().state == "kept"


class TestAnAcknowledgement:
    """It promises a time: it must not leave when that is no longer so."""

    @pytest.fixture
    def letter(self, cast):
        return cast.hears().conversation.messages.get(automatic=True)

    def is_dropped(self, delivery: Delivery) -> bool:
        assert (delivery.state, delivery.due_at, delivery.sent_at) == (State.FAILED, None, None)
        assert delivery.last_error.startswith("Not sent: ")
        assert Promise.objects.get().told_at is None
        return not Event.objects.filter(verb__in=["delivery.failed", "delivery.deferred"]).exists()

    def test_does_not_leave_after_the_promised_time(self, letter, sink):
        Promise.objects.update(due_at=now())
        assert self.is_dropped(send(letter.delivery))
        assert sink.sessions == 0

    def test_does_not_leave_after_the_answer(self, cast, letter, sink, settings):
        settings.SMTP_URL = ""
        assert send(letter.delivery).state == State.QUEUED
        settings.SMTP_URL = sink.url
        send(replying.reply(letter.conversation, "Yes.", by=cast.anna).delivery)
        assert self.is_dropped(send(letter.delivery))
        assert len(sink.mails) == 1

    def test_does_not_leave_when_the_time_comes_on_the_way(self, letter, sink, monkeypatch):
        recipient = sending._recipient

        def slow(*args):
            recipient(*args)
            Promise.objects.update(due_at=now())

        monkeypatch.setattr(sending, "_recipient", slow)
        monkeypatch.setattr(sending, "SOON", -1)
        assert self.is_dropped(send(letter.delivery))
        assert sink.mails == []


class TestInDoubt:
    @pytest.mark.parametrize("arrived", [True, False])
    def test_a_line_that_breaks_after_the_dot(self, cast, sink, arrived):
        sink.order("dot", hang_up=True, keep=arrived)
        delivery = send(answer(cast))
        assert delivery.state == State.DEFERRED
        assert delivery.in_doubt_at

        delivery = send(delivery)
        assert (delivery.state, delivery.maybe_twice) == (State.SENT, True)
        assert delivery.in_doubt_at is None
        assert len(sink.mails) == 1 + arrived
        assert len({mail.raw for mail in sink.mails}) == 1
        assert Event.objects.filter(verb="delivery.in_doubt").count() == 1

    def test_the_mark_is_there_before_the_dot(self, cast, sink, monkeypatch):
        mails_when_marked = []
        mark = sending.deliveries.in_doubt

        def note(delivery):
            mark(delivery)
            assert fresh(delivery).in_doubt_at
            mails_when_marked.append(len(sink.mails))

        monkeypatch.setattr(sending.deliveries, "in_doubt", note)
        send(answer(cast))
        assert mails_when_marked == [0]
        assert len(sink.mails) == 1

    def test_a_server_that_thinks_for_long_after_the_dot_is_waited_for(
        self, cast, sink, monkeypatch
    ):
        assert servers.DOT_TIMEOUT >= 600
        monkeypatch.setattr(servers, "COMMAND_TIMEOUT", 0.3)
        sink.order("dot", "250 2.0.0 At last", stall=1)
        delivery = send(answer(cast))
        assert (delivery.state, delivery.maybe_twice) == (State.SENT, False)

    def test_a_temporary_no_after_the_dot_is_an_answer(self, cast, sink):
        sink.order("dot", "451 4.3.0 Try later")
        delivery = send(send(answer(cast)))
        assert (delivery.state, delivery.maybe_twice) == (State.SENT, False)

    def test_a_database_that_fails_after_the_answer_leaves_the_doubt(self, cast, sink, monkeypatch):
        """Taken by the server, but not written down: it is sent again, and marked."""
        fail_first(monkeypatch, sending.WRITES)
        delivery = send(answer(cast))
        assert delivery.state == State.DEFERRED
        assert delivery.in_doubt_at
        delivery = send(delivery)
        assert (delivery.state, delivery.maybe_twice) == (State.SENT, True)
        assert len(sink.mails) == 2

    def test_a_deadlock_that_ended_at_our_cost_leaves_none(self, cast, sink, monkeypatch):
        fail_first(monkeypatch, sending.WRITES - 1)
        delivery = send(answer(cast))
        assert (delivery.state, delivery.in_doubt_at) == (State.SENT, None)
        assert len(sink.mails) == 1
        assert Event.objects.filter(verb="delivery.sent").count() == 1

    def test_what_was_written_down_after_all_is_not_sent_again(self, cast, sink, monkeypatch):
        """The commit went through, and only the word of it was lost."""
        sent = deliveries.sent

        def lose_the_word(delivery, at):
            sent(delivery, at)
            raise OperationalError("connection reset")

        monkeypatch.setattr(deliveries, "sent", lose_the_word)
        monkeypatch.setattr(sending.connection, "close", lambda: None)
        assert send(answer(cast)).state == State.SENT
        assert sending.send_due() == 0
        assert len(sink.mails) == 1

    def test_a_second_break_is_marked_once(self, cast, sink):
        sink.order("dot", hang_up=True, times=2)
        delivery = send(send(send(answer(cast))))
        assert (delivery.state, delivery.maybe_twice) == (State.SENT, True)


def test_two_workers_do_not_send_one_letter_twice(cast, sink):
    delivery = answer(cast)
    Delivery.objects.update(leased_by="elsewhere/1/2", leased_until=now() + timedelta(seconds=40))
    assert sending.send_due() == 0
    assert fresh(delivery).state == State.QUEUED
    assert Message.objects.get(pk=delivery.message_id).raw_sha256 == ""
