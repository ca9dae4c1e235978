"""Handing over, against a mail server that obeys a script."""

import datetime
import ipaddress
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.db import OperationalError
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.channels.email import letters, sending, servers
from promisedesk.conversations import deliveries, replying
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core.models import Event
from promisedesk.core.secretbox import seal
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


def send(delivery: Delivery) -> Delivery:
    """Let a worker try it now, whenever it was due."""
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
        record, fails = deliveries._record, ["once"]

        def fail_once(*args, **data):
            if fails.pop(0) if fails else "":
                raise OperationalError("terminating connection")
            record(*args, **data)

        monkeypatch.setattr(deliveries, "_record", fail_once)
        monkeypatch.setattr(sending.connection, "close", lambda: None)
        delivery = send(answer(cast))
        assert delivery.state == State.DEFERRED
        assert delivery.in_doubt_at
        delivery = send(delivery)
        assert (delivery.state, delivery.maybe_twice) == (State.SENT, True)
        assert len(sink.mails) == 2

    def test_what_was_written_down_after_all_is_not_sent_again(self, cast, sink, monkeypatch):
        """The commit went through, and only the word of it was lost."""
        sent = deliveries.sent

        def lose_the_word(delivery):
            sent(delivery)
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
