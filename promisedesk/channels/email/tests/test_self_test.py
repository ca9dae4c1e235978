"""A letter an inbox writes to itself, by real servers there and back."""

from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.channels.email import fetching, self_test
from promisedesk.channels.email.models import MailTest
from promisedesk.channels.email.tests.conftest import add_shop, letter, read_everything
from promisedesk.channels.email.tests.dovecot import PROGRAM, Dovecot
from promisedesk.contacts.models import Contact
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Arrival, Conversation, Delivery, Mailbox, Message
from promisedesk.core.errors import Refused
from tests.servers import free_port
from tests.sink import SmtpSink

pytestmark = pytest.mark.once

State = MailTest.State


@pytest.fixture(scope="module")
def dovecot():
    if not PROGRAM:
        pytest.skip("dovecot-imapd is not installed")
    server = Dovecot().start()
    yield server
    server.stop()


@pytest.fixture
def ada(shop) -> Agent:
    return Agent.objects.create_user("ada@shop.example", "Ada Field", role="admin")


@pytest.fixture(autouse=True)
def _loopback_is_allowed(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]


def work() -> None:
    """What the worker does, whenever it was due."""
    MailTest.objects.exclude(due_at=None).update(due_at=now() - timedelta(seconds=1))
    self_test.work_due()


def fresh(test: MailTest) -> MailTest:
    return MailTest.objects.select_related("inbox").get(pk=test.pk)


def told(test: MailTest):
    return self_test.finding_of(fresh(test))


def nothing_is_left() -> bool:
    """No conversation, nobody made a customer, nothing answered."""
    return not any(model.objects.exists() for model in (Conversation, Message, Contact, Delivery))


def test_by_our_own_receiver_it_comes_back(settings, shop, ada, door):
    settings.SMTP_URL = f"smtp://127.0.0.1:{door.port}"
    test = self_test.start(shop, by=ada)
    assert told(test) is None
    work()
    assert fresh(test).state == State.SENT
    read_everything()
    assert fresh(test).state == State.BACK
    assert told(test).works
    assert "came back after" in told(test).says
    assert Arrival.objects.get().state == Arrival.State.DROPPED
    assert nothing_is_left()


@pytest.fixture
def provider(dovecot):
    """An SMTP server that puts what it takes into a folder of the IMAP mailbox."""

    class Deliver:
        folder = "INBOX"

        async def handle_DATA(self, server, session, envelope):
            with dovecot.client("kettle") as client:
                if not client.folder_exists(self.folder):
                    client.create_folder(self.folder)
                client.append(self.folder, envelope.content)
            return "250 Taken"

    controller = Controller(Deliver(), hostname="127.0.0.1", port=free_port())
    controller.start()
    yield controller
    controller.stop()


@pytest.fixture
def imap(settings, shop, dovecot, provider):
    settings.SMTP_URL = f"smtp://127.0.0.1:{provider.port}"
    with dovecot.client("kettle") as client:
        client.delete_messages(client.search())
        client.expunge()
    inboxes.set_imap(shop, dovecot.url("kettle"))
    return provider.handler


def look_into_mailboxes() -> None:
    Mailbox.objects.update(due_at=now())
    fetching.fetch_due()
    read_everything()


def test_by_a_provider_it_comes_back_through_the_mailbox(imap, shop, ada):
    look_into_mailboxes()
    Mailbox.objects.update(due_at=now() + timedelta(minutes=5))
    test = self_test.start(shop, by=ada)
    work()
    assert Mailbox.objects.get().due_at <= now()  # nobody waits for the usual half minute
    look_into_mailboxes()
    assert fresh(test).state == State.BACK
    assert nothing_is_left()


def test_one_that_lies_in_another_folder_is_found_there(imap, shop, ada, dovecot):
    imap.folder = "Spam"
    test = self_test.start(shop, by=ada)
    work()
    look_into_mailboxes()
    work()
    assert fresh(test).state == State.SENT  # it may still come
    MailTest.objects.update(sent_at=now() - timedelta(minutes=3))
    work()
    assert fresh(test).state == State.LOST
    assert "“Spam”" in told(test).says
    assert "no spam" in told(test).advice
    with dovecot.client("kettle") as client:  # taken out of spam: still ours
        client.select_folder("Spam")
        client.copy(client.search(), "INBOX")
    look_into_mailboxes()
    assert told(test).works
    assert nothing_is_left()


def test_one_that_never_comes_is_told_with_what_to_do(settings, shop, ada):
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        test = self_test.start(shop, by=ada)
        work()
    assert sink.mails[0].sender == sink.mails[0].to == shop.address
    MailTest.objects.update(sent_at=now() - timedelta(minutes=3))
    work()
    assert not told(test).works
    assert "two minutes" in told(test).says
    assert "IMAP" in told(test).advice
    assert MailTest.objects.get().due_at is None


@pytest.mark.parametrize(("stage", "word"), [("rcpt", "No such user"), ("mail", "Not yours")])
def test_a_server_that_will_not_send_it_is_quoted(settings, shop, ada, stage, word):
    with SmtpSink() as sink:
        sink.order(stage, f"550 5.1.1 {word}")
        settings.SMTP_URL = sink.url
        test = self_test.start(shop, by=ada)
        work()
    assert fresh(test).state == State.FAILED
    assert word in told(test).says


def test_without_a_server_it_says_so(settings, shop, ada):
    settings.SMTP_URL = ""
    test = self_test.start(shop, by=ada)
    work()
    assert "no mail server" in told(test).says


def test_a_worker_killed_over_it_sends_no_second_one(settings, shop, ada):
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        test = self_test.start(shop, by=ada)
        MailTest.objects.update(attempts=1)
        work()
        assert sink.mails == []
    assert fresh(test).state == State.FAILED


def test_its_bounce_tells_why_and_is_no_conversation(settings, shop, ada, door):
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        test = self_test.start(shop, by=ada)
        work()
    returned = sink.mails[0].raw.decode()
    bounce = (
        "From: Mail Delivery System <mailer-daemon@mx.example>\nTo: help@shop.example\n"
        "Subject: Undelivered Mail\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nUser unknown\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        "Final-Recipient: rfc822; help@shop.example\nAction: failed\nStatus: 5.1.1\n"
        f"--b\nContent-Type: message/rfc822\n\n{returned}\n--b--\n"
    )
    door.send(bounce.replace("\r\n", "\n").replace("\n", "\r\n").encode(), sender="")
    read_everything()
    assert fresh(test).state == State.FAILED
    assert "undeliverable" in told(test).says
    assert nothing_is_left()


def test_a_stranger_cannot_have_mail_taken_for_a_test(shop, ada, door):
    self_test.start(shop, by=ada)
    for word in ("guessed", "", "x" * 4000, "a\x00b"):
        door.send(letter(f"My question {len(word)}", more=f"X-Promisedesk-Test: {word}\n"))
    read_everything()
    assert Message.objects.filter(direction="in").count() == 4


def test_a_mail_that_talks_of_a_test_is_a_mail(settings, shop, ada, door):
    test = self_test.start(shop, by=ada)
    door.send(letter(f"X-Promisedesk-Test: {test.token}\nWhat is this?"))
    read_everything()
    assert Message.objects.filter(direction="in").count() == 1
    assert fresh(test).state == State.WAITING


def test_one_forwarded_to_another_inbox_is_told(settings, shop, ada, door):
    add_shop("orders@shop.example")
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        test = self_test.start(shop, by=ada)
        work()
    door.send(sink.mails[0].raw, to="orders@shop.example")
    read_everything()
    assert "orders@shop.example" in told(test).says


def test_one_runs_at_a_time_and_only_for_admins(shop, ada):
    test = self_test.start(shop, by=ada)
    assert self_test.start(shop, by=ada).pk == test.pk
    agent = Agent.objects.create_user("b@shop.example", "Boris", role="agent")
    with pytest.raises(Refused):
        self_test.start(shop, by=agent)
    MailTest.objects.update(state=State.LOST)
    assert self_test.start(shop, by=ada).pk != test.pk
