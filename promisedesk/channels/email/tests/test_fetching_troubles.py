"""Fetching from servers that hang, drip, lie and hang up: each mail once, and others go on."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.channels.email import fetching, mailboxes, steady, taking, turns
from promisedesk.channels.email.tests.conftest import (
    add_shop,
    incoming,
    letter,
    raws,
    read_everything,
)
from promisedesk.channels.email.tests.fake_imap import PIECE_TROUBLES, TROUBLES, FakeImap
from promisedesk.conversations import inboxes, rescuing
from promisedesk.conversations.models import Arrival, Mailbox
from promisedesk.core.errors import Refused
from promisedesk.lib.server_url import ServerUrl

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture(autouse=True)
def _hurried(settings, monkeypatch):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    for module, name in (
        (mailboxes, "SILENCE"), (mailboxes, "SIGN_IN_WITHIN"), (mailboxes, "GOODBYE_WITHIN"),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, 0.5)
    monkeypatch.setattr(steady, "MOST_LINES", 20_000)
    for kept in (taking._refusals, taking._breaks, turns._server_of):
        kept.clear()


@pytest.fixture
def server():
    with FakeImap() as server:
        yield server


def connect(server, address="help@shop.example") -> Mailbox:
    mailbox = inboxes.set_imap(add_shop(address), server.url)
    Mailbox.objects.filter(pk=mailbox.pk).update(uid_validity=server.validity)
    return mailbox


def look(mailbox: Mailbox) -> Mailbox:
    Mailbox.objects.filter(pk=mailbox.pk).update(due_at=now())
    Mailbox.objects.exclude(pk=mailbox.pk).update(due_at=now() + timedelta(hours=1))
    assert fetching.fetch_due() == 1
    mailbox.refresh_from_db()
    return mailbox


@pytest.mark.parametrize("trouble", TROUBLES)
def test_whatever_the_server_does_the_mailbox_recovers_and_each_mail_comes_once(server, trouble):
    mailbox = connect(server)
    server.put(letter("One."), letter("Two." * 100), letter("Three."))
    server.trouble, server.at = trouble, 200
    began = time.monotonic()
    for _ in range(2):
        look(mailbox)
    assert time.monotonic() - began < 20
    assert mailbox.failing_since is not None
    assert mailbox.last_error
    assert mailbox.due_at <= now() + timedelta(seconds=300)

    server.trouble = ""
    look(mailbox)
    read_everything()
    assert sorted(one.text for one in incoming()) == ["One.", "Three.", "Two." * 100]
    assert (mailbox.failing_since, mailbox.last_error) == (None, "")


def test_a_large_mail_cut_at_every_tenth_comes_once_and_whole(server):
    mailbox = connect(server)
    raw = letter("Photos.\n" + "0123456789abcdef" * 8 * 1024 * 160)
    assert len(raw) > 20_000_000
    server.put(raw)
    for tenth in range(1, 10):
        server.trouble, server.at = "drop", len(raw) * tenth // 10
        look(mailbox)
        assert Arrival.objects.count() == 0
    server.trouble = ""
    look(mailbox)
    assert raws() == [raw]


@pytest.mark.parametrize("trouble", PIECE_TROUBLES)
def test_a_large_mail_of_which_nothing_comes_is_shown_and_not_forgotten(server, trouble):
    mailbox = connect(server)
    large = letter("Photos.\n" + "0123456789abcdef\n" * 80_000)
    server.put(large, letter("Two."))
    server.trouble, server.poison = trouble, 1
    look(mailbox)
    assert mailbox.failing_since is not None
    assert mailbox.last_uid == 0
    for _ in range(taking.MOST_REFUSALS):
        look(mailbox)
    assert Arrival.objects.get(uid=1).state == "unreadable"
    assert Arrival.objects.get(uid=2).state == "waiting"
    assert (mailbox.failing_since, mailbox.last_uid) == (None, 2)


@pytest.mark.django_db(transaction=True)
def test_a_mail_asked_for_again_is_not_lost_under_a_look_that_goes_on(server):
    mailbox = connect(server)
    ada = Agent.objects.create_user("ada@shop.example", "Ada", role="admin")
    large = letter("Photos.\n" + "0123456789abcdef\n" * 80_000)
    server.put(large)
    server.trouble, server.poison = "nil", 1
    for _ in range(taking.MOST_REFUSALS + 1):
        look(mailbox)
    kept = Arrival.objects.get(uid=1)
    server.trouble = ""
    server.put(letter("Two."))
    server.before_fetch = lambda _uid: asked_meanwhile()
    refused = []

    def asked_meanwhile():  # by a page, while the worker is in the middle of a look
        server.before_fetch = None
        with pytest.raises(Refused):
            rescuing.read_again(kept, by=ada)
        refused.append(connection.close())

    look(mailbox)
    assert refused
    assert Arrival.objects.get(uid=1) == kept

    rescuing.read_again(kept, by=ada)
    look(mailbox)
    assert sorted(one.size for one in Arrival.objects.all()) == sorted(
        map(len, server.mails.values())
    )


def test_a_slow_server_may_go_on_and_a_dripping_one_may_not():
    class Slow:
        def settimeout(self, _seconds):
            pass

        def recv_into(self, buffer):
            self.clock[0] += self.takes
            buffer[:500] = b"x" * 500
            return 500

    def read(takes):
        connection, clock = Slow(), [0.0]
        connection.clock, connection.takes = clock, takes
        patch = pytest.MonkeyPatch()
        patch.setattr(steady.time, "monotonic", lambda: clock[0])
        try:
            reader = steady.SteadyReader(connection)
            for _ in range(4000):
                reader.readinto(bytearray(1000))
        finally:
            patch.undo()
        return clock[0]

    assert read(takes=0.4) == pytest.approx(1600)  # 2 MB in 27 minutes
    with pytest.raises(TimeoutError):
        read(takes=1)


def test_a_mail_at_which_the_connection_always_breaks_lets_the_others_pass(server):
    mailbox = connect(server)
    server.put(letter("One."), letter("Poison."), letter("Three."))
    server.trouble, server.at, server.poison = "drop", 20, 2
    for _ in range(3):
        look(mailbox)
    read_everything()
    assert [one.text for one in incoming()] == ["One.", "Three."]
    assert mailbox.last_uid < 2  # it is not passed over

    server.put(letter("Four."))
    look(mailbox)
    assert Arrival.objects.count() == 3
    server.trouble = ""
    look(mailbox)
    read_everything()
    assert sorted(one.text for one in incoming()) == ["Four.", "One.", "Poison.", "Three."]
    assert mailbox.last_uid == 4


def test_it_is_passed_over_and_shown_when_two_hours_of_tries_did_not_help(server, monkeypatch):
    monkeypatch.setattr(taking, "MOST_BREAKS", 3)
    mailbox = connect(server)
    server.put(letter("Poison."), letter("Two."))
    server.trouble, server.poison = "bye", 1
    for _ in range(5):
        look(mailbox)
    assert Arrival.objects.get(uid=1).state == "unreadable"
    assert Arrival.objects.get(uid=2).state == "waiting"
    assert (mailbox.failing_since, mailbox.last_uid) == (None, 2)


def test_a_new_worker_downloads_nothing_past_the_trouble_twice(server):
    mailbox = connect(server)
    server.put(letter("Poison."), letter("Two."))
    server.trouble, server.poison = "drop", 1
    for _ in range(2):
        look(mailbox)
    taking._refusals.clear()
    taking._breaks.clear()
    server.heard.clear()
    server.trouble = ""
    look(mailbox)
    assert not [line for line in server.heard if "FETCH 1:2" in line or "FETCH 2" in line]
    assert Arrival.objects.count() == 2


def test_a_mail_deleted_while_it_is_fetched_is_nobodys_loss(server):
    mailbox = connect(server)
    server.put(letter("One."), letter("Two."), letter("Three."))
    server.before_fetch = lambda uid: server.mails.pop(2, None)
    look(mailbox)
    read_everything()
    assert [one.text for one in incoming()] == ["One.", "Three."]
    assert mailbox.failing_since is None


def test_another_uidvalidity_in_between_doubles_nothing(server):
    mailbox = connect(server)
    server.put(letter("One."), letter("Two."))
    look(mailbox)
    read_everything()
    server.validity += 1
    server.mails = {7: letter("Two."), 9: letter("One."), 12: letter("Three.")}
    look(mailbox)
    read_everything()
    assert sorted(one.text for one in incoming()) == ["One.", "Three.", "Two."]
    assert (mailbox.uid_validity, mailbox.last_uid) == (server.validity, 12)


def test_a_line_end_in_a_folders_name_is_no_second_command(server):
    mailbox = inboxes.set_imap(add_shop(), server.url + "%0D%0AZ9%20LOGOUT")
    look(mailbox)
    assert mailbox.failing_since is not None
    assert not [line for line in server.heard if line.startswith("Z9")]


@pytest.mark.django_db(transaction=True)
def test_mailboxes_that_hang_leave_lanes_for_the_others(server, monkeypatch):
    monkeypatch.setattr(mailboxes, "SIGN_IN_WITHIN", 5)
    with FakeImap(trouble="hang at login") as hanging:
        for number in range(turns.LANES + 2):
            connect(hanging, f"hangs{number}@shop.example")
        for mailbox in Mailbox.objects.all():
            turns.note_server(mailbox, ServerUrl.parse(hanging.url, ("imap",)))
        lanes = [threading.Thread(target=_lane) for _ in range(turns.LANES)]
        for lane in lanes:
            lane.start()
        time.sleep(0.5)
        good = connect(server)
        server.put(letter("One."))
        began = time.monotonic()
        assert fetching.fetch_due() == 1
        good.refresh_from_db()
        assert good.last_uid == 1
        assert time.monotonic() - began < 3
        for lane in lanes:
            lane.join()
        assert hanging.connections <= turns.MOST_TO_ONE_SERVER


def _lane():
    from django.db import connection

    fetching.fetch_due()
    connection.close()


def test_those_that_failed_before_share_some_lanes(server):
    mailbox = connect(server)
    Mailbox.objects.update(failing_since=now())
    failing = Mailbox.objects.get()
    others = [Mailbox(pk=-number, failing_since=now()) for number in range(1, 3)]
    with turns.turn(others[0]), turns.turn(others[1]):
        assert list(turns.allowed(Mailbox.objects.all())) == []
        with pytest.raises(turns.Full), turns.turn(failing):
            pass
        Mailbox.objects.update(failing_since=None)
        assert list(turns.allowed(Mailbox.objects.all())) == [mailbox]
    assert turns._now == {}
