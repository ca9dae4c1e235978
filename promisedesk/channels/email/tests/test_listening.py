"""Being told of new mail at once, by servers that can; and being none the worse otherwise."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import now

from promisedesk.channels.email import fetching, listening, mailboxes, steady
from promisedesk.channels.email.tests.conftest import add_shop, letter
from promisedesk.channels.email.tests.dovecot import PROGRAM, Dovecot
from promisedesk.channels.email.tests.fake_imap import FakeImap
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Arrival, Mailbox
from promisedesk.core import leases
from tests.servers import wait_until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]


@pytest.fixture(autouse=True)
def _loopback_is_allowed(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]


@pytest.fixture
def listener(monkeypatch):
    """The process's listener, turning in a thread as in the worker."""
    monkeypatch.setattr(listening, "TURN", 0.1)
    monkeypatch.setattr(listening, "LOOK_AFTER_ROWS", 0.2)
    monkeypatch.setattr(listening, "LISTENER", listener := listening.Listener())
    stop = threading.Event()

    def keep_turning():
        while not stop.is_set():
            listener.turn()
        listener.close()
        connection.close()

    thread = threading.Thread(target=keep_turning)
    thread.start()
    wait_until(lambda: listener.is_running)
    yield listener
    stop.set()
    thread.join(10)


@pytest.fixture
def server():
    with FakeImap() as server:
        yield server


def connect(url: str, address="help@shop.example") -> Mailbox:
    return look(inboxes.set_imap(add_shop(address), url))


def look(mailbox: Mailbox) -> Mailbox:
    Mailbox.objects.filter(pk=mailbox.pk).update(due_at=now())
    assert fetching.fetch_due() == 1
    mailbox.refresh_from_db()
    return mailbox


def is_due(mailbox: Mailbox) -> bool:
    mailbox.refresh_from_db()
    return mailbox.due_at <= now()


@pytest.mark.skipif(not PROGRAM, reason="dovecot-imapd is not installed")
def test_new_mail_on_a_real_server_is_there_long_before_it_would_be_asked_for(listener):
    dovecot = Dovecot().start()
    try:
        mailbox = connect(dovecot.url("clara"))
        assert (mailbox.idles, mailbox.listened_by) == (True, leases.me())
        assert mailbox.due_at > now() + timedelta(minutes=4)  # polling goes on, rarely
        wait_until(lambda: mailbox.pk in listener.ears and listener.ears[mailbox.pk]._is_listening)
        for number in range(2):
            dovecot.put("clara", letter(f"Number {number}."))
            wait_until(lambda: is_due(mailbox), 20)  # polling would take minutes
            fetching.fetch_due()
            assert Arrival.objects.count() == number + 1
    finally:
        dovecot.stop()


def test_a_server_without_it_is_asked_every_half_minute(listener, server):
    server.capabilities = "IMAP4rev1"
    mailbox = connect(server.url)
    assert (mailbox.idles, mailbox.listened_by) == (False, "")
    assert mailbox.due_at <= now() + fetching.LOOK_EVERY
    assert not [line for line in server.heard if "IDLE" in line]


def test_a_connection_that_is_lost_is_noticed_and_the_mailbox_looked_into(listener, server):
    mailbox = connect(server.url)
    assert server.is_idling.wait(5)
    server.trouble = "hang up on listeners"
    wait_until(lambda: is_due(mailbox), 20)
    assert mailbox.listened_by == ""
    server.trouble = ""
    look(mailbox)  # one that hangs up so soon is left in peace, and polled
    assert mailbox.listened_by == ""
    assert mailbox.due_at <= now() + fetching.LOOK_EVERY


def test_the_connection_is_renewed_and_mail_still_heard(listener, server, monkeypatch):
    monkeypatch.setattr(listening, "RENEW_EVERY", 0.3)
    mailbox = connect(server.url)
    wait_until(lambda: server.heard.count("DONE") >= 3, 20)
    server.put(letter("One."))
    # It may come between two IDLEs, when this server says nothing: so it says it again.
    wait_until(lambda: server.came.set() or is_due(mailbox), 20)
    assert mailbox.listened_by == leases.me()


def test_a_server_that_does_not_answer_done_counts_as_dead(listener, server, monkeypatch):
    monkeypatch.setattr(listening, "RENEW_EVERY", 1)
    monkeypatch.setattr(listening, "ANSWER_WITHIN", 2)
    mailbox = connect(server.url)
    assert server.is_idling.wait(5)
    ear = wait_until(lambda: listener.ears.get(mailbox.pk), 20)
    ear._send = lambda line: None  # what we say gets lost on the way
    wait_until(lambda: is_due(mailbox), 15)
    assert mailbox.pk not in listener.ears


def test_a_server_that_calls_all_the_time_wakes_now_and_then(listener, server):
    mailbox = connect(server.url)
    woken = 0
    assert server.is_idling.wait(5)
    for _ in range(20):
        Mailbox.objects.update(due_at=now() + timedelta(hours=1))
        server.came.set()
        time.sleep(0.1)
        woken += is_due(mailbox)
    assert 1 <= woken <= 2


def test_mail_that_comes_while_the_mailbox_is_looked_into_is_not_overslept(listener, server):
    mailbox = connect(server.url)
    server.put(letter("One."))

    def one_more(_uid):
        server.before_fetch = None
        Mailbox.objects.update(due_at=now())  # as the listener wakes it meanwhile

    server.before_fetch = one_more
    look(mailbox)
    assert Arrival.objects.count() == 1
    assert is_due(mailbox)


def test_only_one_worker_listens_and_another_takes_over_from_a_dead_one(listener, server):
    mailbox = connect(server.url)
    assert server.is_idling.wait(5)
    wait_until(lambda: listener.ears, 5)  # the server hears of it a moment before
    host = leases.me().split("/")[0]
    # Now another worker of this machine has it, and lives: this process lets go of its own.
    Mailbox.objects.update(listened_by=f"{host}/1/{leases._started(1)}")
    wait_until(lambda: not listener.ears, 20)
    Mailbox.objects.update(listened_until=now() + timedelta(seconds=60))
    look(mailbox)
    assert not listener.ears
    assert mailbox.due_at > now() + timedelta(minutes=4)
    # That worker dies.
    Mailbox.objects.update(listened_by=f"{host}/999999/1")
    wait_until(lambda: is_due(mailbox), 20)
    look(mailbox)
    assert mailbox.listened_by == leases.me()


def test_another_server_for_the_mailbox_ends_the_old_connection(listener, server):
    mailbox = connect(server.url)
    assert server.is_idling.wait(5)
    with FakeImap() as other:
        inboxes.set_imap(mailbox.inbox, other.url)
        wait_until(lambda: not server.is_idling.is_set(), 20)
        look(mailbox)
        assert other.is_idling.wait(5)


def test_many_mailboxes_need_no_more_threads(listener, server):
    before = threading.active_count() - server.connections
    for number in range(12):
        connect(server.url, f"box{number}@shop.example")
    wait_until(lambda: len(listener.ears) == 12, 20)
    ours = [one for one in threading.enumerate() if "process_request" not in one.name]
    assert len(ours) <= before + 1


def test_a_connection_that_floods_while_it_is_handed_over_is_let_go(server, monkeypatch):
    monkeypatch.setattr(listening, "LISTENER", listener := listening.Listener())
    listener.turn()

    def hand_over(room):
        raise steady.TooMuch("the server sends more than was asked for")

    monkeypatch.setattr(mailboxes.Mailroom, "hand_over", hand_over)
    mailbox = connect(server.url)
    assert mailbox.listened_by == leases.me()
    listener.turn()
    mailbox.refresh_from_db()
    assert (mailbox.listened_by, is_due(mailbox)) == ("", True)
    assert not listener.has(mailbox)
