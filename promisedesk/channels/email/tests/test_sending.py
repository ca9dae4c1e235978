"""Handing over, against a mail server that obeys a script."""

import datetime
import errno
import ipaddress
import threading
import time
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.db import OperationalError, connection, transaction
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.channels.email import lanes, letters, sending, servers
from promisedesk.channels.email.models import Pace
from promisedesk.channels.email.routing import Addresses
from promisedesk.conversations import deliveries, inboxes, replying
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core import files
from promisedesk.core.memo import forget_all
from promisedesk.core.models import Event
from promisedesk.core.secretbox import seal
from promisedesk.promises.models import Promise
from tests.sink import SmtpSink

pytestmark = pytest.mark.django_db
State = Delivery.State
CLARA = "clara@customer.example"
PASSWORD = "s3cret-kettle"


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def sink(settings):
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        yield sink


@pytest.fixture(scope="session")
def certificate(tmp_path_factory) -> tuple[str, str]:
    """A certificate for 127.0.0.1 that nobody trusts yet: (certificate, key)."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "sink")])
    today = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("certificate")
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return str(folder / "cert.pem"), str(folder / "key.pem")


@pytest.fixture
def trusted(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", certificate[0])
    servers.tls_context.cache_clear()
    yield certificate
    servers.tls_context.cache_clear()


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


def test_two_workers_do_not_send_one_letter_twice(cast, sink):
    delivery = answer(cast)
    Delivery.objects.update(leased_by="elsewhere/1/2", leased_until=now() + timedelta(seconds=40))
    assert sending.send_due() == 0
    assert fresh(delivery).state == State.QUEUED
    assert Message.objects.get(pk=delivery.message_id).raw_sha256 == ""


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
