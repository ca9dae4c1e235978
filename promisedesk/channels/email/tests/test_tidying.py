"""What becomes of mails in the mailbox once they are in the desk."""

import pytest
from django.utils.timezone import now

from promisedesk.channels.email import fetching, mailboxes, tidying
from promisedesk.channels.email.tests.conftest import add_shop, letter
from promisedesk.channels.email.tests.dovecot import PROGRAM, Dovecot
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Arrival, Mailbox

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
    return request.node.name.replace("[", "-").replace("]", "")[:60].strip("-")


def connect(dovecot, user, **fields) -> Mailbox:
    """A mailbox with one mail from before, that was looked into once."""
    dovecot.put(user, letter("From before."), flags=[rb"\Answered"])
    mailbox = inboxes.set_imap(add_shop(), dovecot.url(user))
    Mailbox.objects.update(**fields)
    return look(mailbox)


def look(mailbox: Mailbox) -> Mailbox:
    Mailbox.objects.update(due_at=now())
    assert fetching.fetch_due() == 1
    mailbox.refresh_from_db()
    return mailbox


def subjects(dovecot, user, folder="INBOX") -> list[str]:
    with dovecot.client(user) as client:
        if not client.folder_exists(folder):
            return []
        client.select_folder(folder, readonly=True)
        found = client.fetch(client.search(), ["BODY.PEEK[TEXT]"])
        return [data[b"BODY[TEXT]"].decode().strip() for data in found.values()]


def test_fetched_mail_is_moved_to_a_folder_that_is_made_and_other_mail_stays(dovecot, user):
    mailbox = connect(dovecot, user, after_fetch="move", move_to="Обработано & “Desk”")
    dovecot.put(user, letter("One."), letter("Two."))
    look(mailbox)
    assert Arrival.objects.count() == 2
    assert subjects(dovecot, user) == ["From before."]
    assert subjects(dovecot, user, "Обработано & “Desk”") == ["One.", "Two."]
    dovecot.put(user, letter("Three."))
    look(look(mailbox))
    assert len(subjects(dovecot, user, "Обработано & “Desk”")) == 3
    assert (mailbox.last_error, mailbox.settled_uid) == ("", mailbox.last_uid)


@pytest.mark.parametrize("lacking", [(), ("MOVE",), ("MOVE", "UIDPLUS")])
def test_mail_is_moved_by_servers_that_know_less_too(dovecot, user, monkeypatch, lacking):
    right = mailboxes.Mailroom.has_capability
    monkeypatch.setattr(
        mailboxes.Mailroom, "has_capability",
        lambda self, name: name not in lacking and right(self, name),
    )  # fmt: skip
    mailbox = connect(dovecot, user, after_fetch="move", move_to="Archive")
    dovecot.put(user, letter("One."))
    look(mailbox)
    assert subjects(dovecot, user) == ["From before."]
    assert subjects(dovecot, user, "Archive") == ["One."]


def test_fetched_mail_is_deleted_and_nothing_else_even_if_a_person_marked_it(dovecot, user):
    mailbox = connect(dovecot, user, after_fetch="delete")
    with dovecot.client(user) as client:
        client.delete_messages(client.search())
    dovecot.put(user, letter("One."))
    look(mailbox)
    assert subjects(dovecot, user) == ["From before."]


def test_without_uidplus_what_a_person_marked_is_not_taken_away(dovecot, user, monkeypatch):
    right = mailboxes.Mailroom.has_capability
    monkeypatch.setattr(
        mailboxes.Mailroom, "has_capability",
        lambda self, name: name != "UIDPLUS" and right(self, name),
    )  # fmt: skip
    mailbox = connect(dovecot, user, after_fetch="delete")
    with dovecot.client(user) as client:
        client.delete_messages(client.search())
    dovecot.put(user, letter("One."))
    look(mailbox)
    assert sorted(subjects(dovecot, user)) == ["From before.", "One."]  # both only marked


def test_what_a_crash_kept_from_being_moved_is_moved_the_next_time(dovecot, user, monkeypatch):
    mailbox = connect(dovecot, user, after_fetch="move", move_to="Archive")
    dovecot.put(user, letter("One."))

    def crash(*_anything):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(tidying, "tidy", crash)
        with pytest.raises(KeyboardInterrupt):
            look(mailbox)
    assert Arrival.objects.count() == 1
    assert len(subjects(dovecot, user)) == 2
    look(mailbox)
    assert subjects(dovecot, user) == ["From before."]
    assert subjects(dovecot, user, "Archive") == ["One."]


def test_what_was_left_before_stays_when_mail_is_moved_from_now_on(dovecot, user):
    mailbox = connect(dovecot, user)
    dovecot.put(user, letter("Left."))
    look(mailbox)
    Mailbox.objects.update(after_fetch="delete")
    dovecot.put(user, letter("Deleted."))
    look(mailbox)
    assert sorted(subjects(dovecot, user)) == ["From before.", "Left."]


def test_a_mail_of_which_we_have_only_the_header_stays(dovecot, user, monkeypatch):
    monkeypatch.setattr("promisedesk.channels.email.taking.LARGEST", 10_000)
    mailbox = connect(dovecot, user, after_fetch="delete")
    dovecot.put(user, letter("x" * 20_000), letter("Small."))
    look(mailbox)
    assert Arrival.objects.count() == 2
    assert len(subjects(dovecot, user)) == 2


def test_mail_that_is_left_is_only_read(dovecot, user, monkeypatch):
    opened = []
    right = mailboxes.Mailroom.select_folder

    def noting(self, folder, readonly=False):
        opened.append(readonly)
        return right(self, folder, readonly)

    monkeypatch.setattr(mailboxes.Mailroom, "select_folder", noting)
    mailbox = connect(dovecot, user)
    dovecot.put(user, letter("One."))
    look(mailbox)
    assert set(opened) == {True}


FOLDERS = {"own": "inbox", "lines": "a\r\nZ9 LOGOUT", "quote": 'a"b', "any": "a*", "no": ""}


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_a_senseless_folder_is_told_and_mail_comes_in(dovecot, user, folder):
    mailbox = connect(dovecot, user, after_fetch="move", move_to=folder)
    dovecot.put(user, letter("One."))
    look(mailbox)
    assert Arrival.objects.count() == 1
    assert mailbox.last_error
    assert mailbox.failing_since is None
    assert mailbox.due_at > now()  # it is not tried in a circle
