"""Handing over in the clear and encrypted, signing in, names in other letters, silent servers."""

import threading
import time

import pytest
from django.db import connection

from promisedesk.cast import Cast
from promisedesk.channels.email import lanes, sending, servers
from promisedesk.channels.email.routing import Addresses
from promisedesk.channels.email.tests.handing_over import (
    PASSWORD,
    answer,
    fresh,
    secrets_heard,
    send,
    with_password,
)
from promisedesk.conversations import inboxes, replying
from promisedesk.conversations.models import Delivery
from promisedesk.core.models import Event
from promisedesk.core.secretbox import seal
from tests.sink import SmtpSink

pytestmark = pytest.mark.django_db
State = Delivery.State


class TestInTheClear:
    def test_a_password_is_not_sent_without_encryption(self, cast, settings):
        with SmtpSink(password=PASSWORD) as sink:
            settings.SMTP_URL = with_password(sink)
            delivery = send(answer(cast))
            assert delivery.state == State.DEFERRED
            assert "offers no encryption, so the password is not sent" in delivery.last_error
            assert (secrets_heard(sink), sink.mails) == ([], [])

    def test_a_letter_is_not_sent_to_another_machine(self, cast, sink, monkeypatch):
        monkeypatch.setattr(servers.MailServer, "is_loopback", False)
        delivery = send(answer(cast))
        assert delivery.state == State.DEFERRED
        assert "no letter is sent" in delivery.last_error
        assert sink.mails == []


class TestEncrypted:
    def test_starttls_is_used_when_offered(self, cast, settings, trusted):
        with SmtpSink(certificate=trusted, password=PASSWORD) as sink:
            settings.SMTP_URL = with_password(sink)
            assert send(answer(cast)).state == State.SENT
            (mail,) = sink.mails
            assert mail.was_encrypted
            assert sink.heard.index("STARTTLS") < sink.heard.index(secrets_heard(sink)[0])

    def test_tls_from_the_start(self, cast, settings, trusted):
        with SmtpSink(certificate=trusted, is_implicit_tls=True) as sink:
            settings.SMTP_URL = sink.url
            assert send(answer(cast)).state == State.SENT
            assert sink.mails[0].was_encrypted

    def test_a_certificate_nobody_knows_gets_no_password(self, cast, settings, certificate):
        with SmtpSink(certificate=certificate, password=PASSWORD) as sink:
            settings.SMTP_URL = with_password(sink)
            delivery = send(answer(cast))
            assert delivery.state == State.DEFERRED
            assert "certificate" in delivery.last_error
            assert secrets_heard(sink) == []

    def test_on_this_machine_a_letter_goes_all_the_same(self, cast, settings, certificate):
        with SmtpSink(certificate=certificate) as sink:
            settings.SMTP_URL = sink.url
            assert send(answer(cast)).state == State.SENT

    def test_a_certificate_of_another_name_is_refused(self, cast, settings, trusted):
        with SmtpSink(certificate=trusted, is_implicit_tls=True) as sink:
            settings.SMTP_URL = sink.url.replace("127.0.0.1", "localhost")
            assert send(answer(cast)).state == State.DEFERRED
            assert sink.mails == []


class TestSigningIn:
    def test_a_wrong_password_is_our_trouble_and_waits(self, cast, settings, trusted):
        with SmtpSink(certificate=trusted, password="another") as sink:
            settings.SMTP_URL = with_password(sink)
            delivery = send(answer(cast))
            assert delivery.state == State.DEFERRED
            assert "refused the password" in delivery.last_error
            sink.password = PASSWORD
            assert send(delivery).state == State.SENT

    @pytest.mark.parametrize("said", ["535 5.7.8 Bad", "534 5.7.9 Weak", "454 4.7.0 Later"])
    def test_whatever_the_server_calls_it(self, cast, settings, trusted, said):
        with SmtpSink(certificate=trusted, password=PASSWORD) as sink:
            sink.order("auth", said, times=-1)
            settings.SMTP_URL = with_password(sink)
            assert send(answer(cast)).state == State.DEFERRED

    @pytest.mark.parametrize("stage", ["mail", "rcpt"])
    def test_not_being_signed_in_is_no_fault_of_the_letter(self, cast, sink, stage):
        sink.order(stage, "530 5.7.0 Authentication required")
        assert send(answer(cast)).state == State.DEFERRED

    @pytest.mark.parametrize("said", ["535 5.7.8 no %s", "550 5.7.1 no %s"])
    def test_the_password_is_shown_nowhere(self, cast, settings, trusted, said, caplog):
        with SmtpSink(certificate=trusted, password=PASSWORD) as sink:
            sink.order("auth", said % "thanks", times=-1)
            settings.SMTP_URL = with_password(sink)
            delivery = send(answer(cast))
        shown = delivery.last_error + str(list(Event.objects.values_list("data"))) + caplog.text
        assert PASSWORD not in shown


class TestOtherLetters:
    """Inboxes at internationalised addresses (RFC 5890, RFC 6531)."""

    def answer_of(self, cast, address: str) -> Delivery:
        box = inboxes.add_inbox(address, name="Магазин")
        question = cast.hears(inbox=box, may_acknowledge=False)
        return replying.reply(question.conversation, "Ответ", by=cast.anna).delivery

    def test_after_the_at_are_written_in_ascii(self, cast, sink):
        delivery = send(self.answer_of(cast, "help@магазин.рф"))
        assert delivery.state == State.SENT
        (mail,) = sink.mails
        assert mail.sender == "help@xn--80aairftm.xn--p1ai"
        head = mail.raw.partition(b"\r\n\r\n")[0]
        assert head.isascii()
        assert delivery.message.message_id.endswith("@xn--80aairftm.xn--p1ai>")
        back = mail.letter["Reply-To"].addresses[0].addr_spec
        assert inboxes.inbox_of(back).address == "help@магазин.рф"
        at_the_door = Addresses()
        at_the_door.read()
        assert at_the_door.find(back).inbox_id == inboxes.inbox_of(back).pk
        assert sink.heard[0] == "ehlo xn--80aairftm.xn--p1ai"

    def test_of_a_customer_too(self, cast, sink):
        conversation = cast.hears(address="dora@пример.рф", may_acknowledge=False).conversation
        assert send(replying.reply(conversation, "Yes.", by=cast.anna).delivery).state == State.SENT
        assert sink.mails[0].to == "dora@xn--e1afmkfd.xn--p1ai"

    def test_before_the_at_need_a_server_that_knows_them(self, cast, sink):
        delivery = send(self.answer_of(cast, "помощь@магазин.рф"))
        assert delivery.state == State.DEFERRED
        assert "SMTPUTF8" in delivery.last_error
        assert sink.mails == []
        sink.knows_utf8 = True
        assert send(delivery).state == State.SENT
        (mail,) = sink.mails
        assert mail.sender == "помощь@магазин.рф"
        assert "SMTPUTF8" in next(line for line in sink.heard[::-1] if line.startswith("mail"))
        assert "<помощь@магазин.рф>" in mail.raw.decode()


def test_the_inboxs_domain_is_how_we_greet(cast, sink):
    send(answer(cast))
    assert sink.heard[0] == "ehlo kettleandloom.example"


@pytest.mark.django_db(transaction=True)
def test_a_silent_server_holds_two_lanes_and_no_more(settings, monkeypatch):
    """Four letters to it are due first, and the letter of another inbox goes all the same."""
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    cast = Cast()
    with SmtpSink() as silent, SmtpSink() as good:
        silent.order("greeting", hang_up=True, stall=5, times=-1)
        cast.help.smtp_url = seal(silent.url)
        cast.help.save(update_fields=["smtp_url"])
        stuck = [answer(cast) for _ in range(4)]
        settings.SMTP_URL = good.url
        box = inboxes.add_inbox("tea@kettleandloom.example", name="Tea")
        question = cast.hears(inbox=box, may_acknowledge=False)
        replying.reply(question.conversation, "Yes.", by=cast.anna)

        def lane():
            try:
                sending.send_due()
            finally:
                connection.close()

        threads = [threading.Thread(target=lane) for _ in range(4)]
        for thread in threads:
            thread.start()
        deadline = time.monotonic() + 4
        while not (good.mails and silent.sessions == 2) and time.monotonic() < deadline:
            time.sleep(0.02)
        sent_meanwhile, sessions, full = len(good.mails), silent.sessions, lanes.full()
        for thread in threads:
            thread.join()
    assert (sent_meanwhile, sessions, full) == (1, 2, [cast.help.pk])
    assert lanes.full() == []
    left = [(row.state, row.attempts, row.leased_by) for row in map(fresh, stuck)]
    assert sorted(left) == [(State.DEFERRED, 1, "")] * 2 + [(State.QUEUED, 0, "")] * 2
