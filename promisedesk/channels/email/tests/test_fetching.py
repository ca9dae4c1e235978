"""Mailboxes on a real dovecot: each mail once, none skipped, one that fails alone fails."""

import errno
import imaplib
from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import now

from promisedesk.channels.email import fetching, mailboxes, taking
from promisedesk.channels.email.tests.conftest import (
    add_shop,
    incoming,
    letter,
    raws,
    read_everything,
)
from promisedesk.channels.email.tests.dovecot import PROGRAM, Dovecot
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Arrival, Mailbox, Message
from promisedesk.core import files
from promisedesk.promises.models import Promise

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not PROGRAM, reason="dovecot-imapd is not installed"),
]


@pytest.fixture(scope="module")
def dovecot():
    server = Dovecot().start()
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def _loopback_is_allowed(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]


@pytest.fixture
def user(request):
    """A mailbox of its own for each test."""
    return request.node.name.replace("[", "-").replace("]", "")[:60].strip("-")


def connect(dovecot, user, address="help@shop.example", **url) -> Mailbox:
    return inboxes.set_imap(add_shop(address), dovecot.url(user, **url))


def look(mailbox: Mailbox) -> Mailbox:
    """The worker looks into it now."""
    Mailbox.objects.filter(pk=mailbox.pk).update(due_at=now())
    Mailbox.objects.exclude(pk=mailbox.pk).update(due_at=now() + timedelta(hours=1))
    assert fetching.fetch_due() == 1
    mailbox.refresh_from_db()
    return mailbox


def test_new_mail_comes_once_and_stays_unread_in_the_mailbox(dovecot, user):
    mailbox = look(connect(dovecot, user))
    came_at = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=90)
    dovecot.put(user, letter("One."), letter("Two."), at=came_at)

    look(mailbox)
    look(mailbox)
    read_everything()

    assert [one.text for one in incoming()] == ["One.", "Two."]
    assert raws() == [letter("One."), letter("Two.")]
    assert incoming()[0].created_at == came_at  # promises count from there
    assert mailbox.failing_since is None
    assert mailbox.fetched_at is not None
    with dovecot.client(user) as client:
        assert len(client.search("UNSEEN")) == 2


def test_mail_a_person_has_read_comes_all_the_same(dovecot, user):
    mailbox = look(connect(dovecot, user))
    dovecot.put(user, letter("Read on a phone."), flags=[rb"\Seen"])
    look(mailbox)
    assert Arrival.objects.count() == 1


def test_years_of_old_mail_make_no_promise_and_no_letter(dovecot, user):
    dovecot.put(user, letter("Long ago."), at=datetime(2019, 5, 5, tzinfo=UTC))
    dovecot.put(user, letter("Two days ago."), at=datetime.now(UTC) - timedelta(days=2))
    dovecot.put(user, letter("Answered."), flags=[rb"\Answered"])
    dovecot.put(user, letter("This morning."), at=datetime.now(UTC) - timedelta(hours=5))

    mailbox = look(connect(dovecot, user))
    read_everything()
    assert [one.text for one in incoming()] == ["This morning."]
    assert Promise.objects.count() == 1

    dovecot.put(user, letter("Now."))
    look(mailbox)
    read_everything()
    assert [one.text for one in incoming()] == ["This morning.", "Now."]


def test_after_an_outage_all_come_and_only_recent_ones_are_acknowledged(dovecot, user):
    mailbox = look(connect(dovecot, user))
    dovecot.put(user, letter("Waited long.", sender="a@c.example"),
                at=datetime.now(UTC) - timedelta(days=6))  # fmt: skip
    dovecot.put(user, letter("Just now.", sender="b@c.example"))
    look(mailbox)
    read_everything()
    assert len(incoming()) == 2
    out = Message.objects.filter(direction="out")
    assert [one.delivery.to_address for one in out] == ["b@c.example"]


def test_a_crash_before_the_progress_is_saved_doubles_nothing(dovecot, user):
    mailbox = look(connect(dovecot, user))
    dovecot.put(user, letter("One."), letter("Two."))
    look(mailbox)
    Mailbox.objects.update(last_uid=0)
    look(mailbox)
    assert Arrival.objects.count() == 2
    assert mailbox.last_uid == 2


def test_a_crash_in_the_first_look_doubles_nothing(dovecot, user):
    dovecot.put(user, letter("One."))
    mailbox = look(connect(dovecot, user))
    Mailbox.objects.update(uid_validity=None, last_uid=0, fetched_at=None)
    look(mailbox)
    assert Arrival.objects.count() == 1


def test_a_renumbered_mailbox_doubles_and_skips_nothing(dovecot, user):
    mailbox = look(connect(dovecot, user))
    dovecot.put(user, letter("One."), letter("Two."))
    look(mailbox)
    read_everything()
    before = mailbox.uid_validity
    dovecot.renumber(user)
    dovecot.put(user, letter("Three."))
    look(mailbox)
    read_everything()
    assert mailbox.uid_validity != before
    assert sorted(one.text for one in incoming()) == ["One.", "Three.", "Two."]


def test_a_broken_mail_in_front_stops_nothing(dovecot, user):
    mailbox = look(connect(dovecot, user))
    dovecot.put(user, b"\xff\x00 no mail at all", b"From: <>\r\n\r\n", letter("Fine."))
    look(mailbox)
    read_everything()
    assert "Fine." in [one.text for one in incoming()]
    assert Arrival.objects.filter(state="waiting").count() == 0


def test_a_mailbox_that_refuses_sign_in_fails_alone_and_says_why(dovecot, user):
    good = look(connect(dovecot, user))
    bad = connect(dovecot, user, "returns@shop.example", password="wrong")
    dovecot.put(user, letter("One."))
    look(bad)
    assert bad.failing_since is not None
    assert bad.last_error
    assert "wrong" not in bad.last_error
    assert now() < bad.due_at <= now() + timedelta(seconds=300)
    look(good)
    assert Arrival.objects.get().inbox == good.inbox


def test_a_failing_mailbox_is_tried_for_ever_and_recovers(dovecot, user):
    mailbox = look(connect(dovecot, user, password="wrong"))
    Mailbox.objects.update(attempts=1000)
    look(mailbox)
    assert mailbox.due_at <= now() + timedelta(seconds=300)
    since = mailbox.failing_since
    inboxes.set_imap(mailbox.inbox, dovecot.url(user))
    look(mailbox)
    assert since is not None
    assert (mailbox.failing_since, mailbox.last_error, mailbox.attempts) == (None, "", 0)


def test_a_server_that_is_gone_is_said_in_words(dovecot, user):
    shop = add_shop()
    mailbox = look(inboxes.set_imap(shop, "imap://a:b@127.0.0.1:9/INBOX"))
    assert "127.0.0.1" in mailbox.last_error
    assert "Errno" not in mailbox.last_error


def test_a_mailbox_whose_secret_cannot_be_opened_holds_up_no_other(dovecot, user):
    mailbox = connect(dovecot, user)
    Mailbox.objects.update(url="sealed with another key")
    look(mailbox)
    assert "box.key" in mailbox.last_error
    assert mailbox.due_at > now()


def test_a_private_server_is_not_reached_unless_allowed(dovecot, user, settings):
    settings.ALLOWED_HOSTS_OUT = []
    mailbox = look(connect(dovecot, user))
    assert "PROMISEDESK_ALLOWED_HOSTS_OUT" in mailbox.last_error


def test_a_mail_the_server_will_not_hand_over_is_passed_over_and_shown(dovecot, user, monkeypatch):
    mailbox = look(connect(dovecot, user))
    dovecot.put(user, letter("One."), letter("Poison."), letter("Three."))
    right = mailboxes.Mailroom.bodies

    def refusing(self, uids):
        if 2 in uids:
            raise imaplib.IMAP4.error("FETCH failed: internal error")
        return right(self, uids)

    monkeypatch.setattr(mailboxes.Mailroom, "bodies", refusing)
    for _ in range(taking.MOST_REFUSALS + 2):
        look(mailbox)
    read_everything()
    assert [one.text for one in incoming()] == ["One.", "Three."]
    assert Arrival.objects.get(state="unreadable").uid == 2
    assert mailbox.failing_since is None


def test_a_connection_that_breaks_passes_nothing_over(dovecot, user, monkeypatch):
    mailbox = look(connect(dovecot, user))
    dovecot.put(user, letter("One."), letter("Two."))
    right = mailboxes.Mailroom.bodies

    def breaking(self, uids):
        raise imaplib.IMAP4.abort("socket error: EOF")

    with monkeypatch.context() as patch:
        patch.setattr(mailboxes.Mailroom, "bodies", breaking)
        for _ in range(10):
            look(mailbox)
    assert mailbox.failing_since is not None
    assert mailboxes.Mailroom.bodies is right
    look(mailbox)
    assert Arrival.objects.count() == 2


def test_a_full_disk_of_ours_is_not_told_as_a_broken_connection(dovecot, user, monkeypatch):
    def full(_raw):
        raise OSError(errno.ENOSPC, "No space left on device")

    mailbox = look(connect(dovecot, user))
    dovecot.put(user, letter("One."))
    with monkeypatch.context() as patch:
        patch.setattr(files, "store", full)
        look(mailbox)
    assert mailbox.last_error == "This desk's own disk takes no more: No space left on device"
    look(mailbox)
    assert (mailbox.last_error, Arrival.objects.count()) == ("", 1)


def test_a_mail_over_the_limit_comes_as_its_header_and_a_word(dovecot, user, monkeypatch):
    mailbox = look(connect(dovecot, user))
    monkeypatch.setattr(taking, "LARGEST", 10_000)
    more = "MIME-Version: 1.0\nContent-Type: text/plain;\n charset=utf-16\n"
    dovecot.put(user, letter("x" * 20_000, more=more, subject="Photos"), letter("Small."))
    look(mailbox)
    read_everything()
    large, small = incoming()
    assert large.subject == "Photos"
    assert "too large" in large.text
    assert small.text == "Small."


def test_many_mails_come_in_several_goes_in_order(dovecot, user, monkeypatch):
    monkeypatch.setattr(fetching, "LISTED", 7)
    monkeypatch.setattr(taking, "TOGETHER", 3)
    mailbox = look(connect(dovecot, user))
    dovecot.put(user, *[letter(f"Number {number}.") for number in range(20)])
    look(mailbox)
    assert list(Arrival.objects.order_by("pk").values_list("uid", flat=True)) == list(range(1, 21))


def test_the_token_of_the_address_is_found_in_the_header(dovecot, user):
    mailbox = look(connect(dovecot, user))
    dovecot.put(user, letter(more="Delivered-To: help+abcdef@shop.example\nReturn-Path: <>\n"))
    look(mailbox)
    arrival = Arrival.objects.get()
    assert arrival.recipient == "help+abcdef@shop.example"
    assert arrival.envelope_is_null
