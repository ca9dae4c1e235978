"""An inbox in the settings: its address and promise, where its mail is fetched and sent."""

import smtplib
import ssl

import pytest

from promisedesk.channels.email import probing
from promisedesk.channels.email.tests.fake_imap import FakeImap
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Inbox, Mailbox
from promisedesk.lib.server_url import ServerUrl
from promisedesk.promises import policies

pytestmark = pytest.mark.django_db


def _inbox_form(cast, **changed):
    data = {
        "name": "Kettle & Loom",
        "address": "help@kettleandloom.example",
        "aliases": "orders@kettleandloom.example\nhello@kettleandloom.example",
        "language": "pl",
        "team": cast.returns.pk,
        "calendar": policies.default_calendar().pk,
        "target": "4 working hours",
    }
    return {**data, **changed}


def test_an_inbox_is_changed(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/"
    assert as_("ada").post(path, _inbox_form(cast)).status_code == 302
    inbox = Inbox.objects.get(pk=cast.help.pk)
    assert inbox.aliases == ["orders@kettleandloom.example", "hello@kettleandloom.example"]
    assert (inbox.language, inbox.team) == ("pl", cast.returns)
    assert policies.policy_of(inbox).target == "4 working hours"


@pytest.mark.parametrize(
    "changed",
    [
        {"address": "no address"},
        {"aliases": "sales@kettleandloom.example"},
        {"target": "when we like"},
        {"calendar": "999"},
        {"name": ""},
    ],
)
def test_a_bad_inbox_is_refused_and_nothing_changes(as_, cast, changed):
    inboxes.add_inbox("sales@kettleandloom.example", name="Sales")
    path = f"/settings/inboxes/{cast.help.public_id}/"
    assert as_("ada").post(path, _inbox_form(cast, **changed)).status_code == 422
    assert Inbox.objects.get(pk=cast.help.pk).aliases == []


def test_an_inbox_is_added(as_, cast):
    form = _inbox_form(cast, address="New@Kettleandloom.example", aliases="")
    as_("ada").post("/settings/inboxes/new/", form)
    inbox = Inbox.objects.get(address="new@kettleandloom.example")
    assert policies.policy_of(inbox).target == "4 working hours"
    again = as_("ada").post("/settings/inboxes/new/", form)
    assert "already" in again.content.decode()


IMAP = {
    "imap-host": "imap.shop.test",
    "imap-port": "",
    "imap-security": "tls",
    "imap-user": "help@kettleandloom.example",
    "imap-password": "canary-7f3a/:@",
    "imap-folder": "",
}


def test_a_mailbox_is_set_sealed_and_never_shown_again(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/fetching/"
    assert as_("ada").post(path, IMAP).status_code == 302
    mailbox = Mailbox.objects.get(inbox=cast.help)
    assert "canary" not in mailbox.url
    assert inboxes.imap_of(cast.help).password == "canary-7f3a/:@"
    page = as_("ada").get(f"/settings/inboxes/{cast.help.public_id}/").content.decode()
    assert "canary" not in page
    assert "imap.shop.test" in page


def test_an_empty_password_keeps_the_stored_one_only_for_the_same_server(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/fetching/"
    as_("ada").post(path, IMAP)
    as_("ada").post(path, {**IMAP, "imap-password": "", "imap-folder": "Shop"})
    kept = inboxes.imap_of(cast.help)
    assert (kept.password, kept.folder) == ("canary-7f3a/:@", "Shop")
    as_("ada").post(path, {**IMAP, "imap-password": "", "imap-host": "evil.test"})
    assert inboxes.imap_of(cast.help).password == ""


def test_another_folder_starts_from_its_beginning(cast):
    inboxes.set_imap(cast.help, "imaps://u:p@imap.shop.test/INBOX", by=cast.ada)
    Mailbox.objects.update(uid_validity=7, last_uid=42)
    inboxes.set_imap(cast.help, "imaps://u:new@imap.shop.test/INBOX", by=cast.ada)
    assert Mailbox.objects.get().last_uid == 42
    inboxes.set_imap(cast.help, "imaps://u:new@imap.shop.test/Other", by=cast.ada)
    assert Mailbox.objects.get().last_uid == 0


def test_a_typed_password_that_was_tested_is_what_is_saved(as_, cast, settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    path = f"/settings/inboxes/{cast.help.public_id}/fetching/"
    with FakeImap() as server:
        typed = {**IMAP, "imap-host": "127.0.0.1", "imap-port": server.port}
        typed |= {"imap-security": "starttls", "imap-password": "old-canary"}
        as_("ada").post(path, typed)
        Mailbox.objects.update(last_error="The server does not accept this user name and password")
        typed |= {"imap-password": "new-canary"}
        page = as_("ada").post(path, {**typed, "test": "1"}).content.decode()
    assert "It works" in page
    assert "does not accept this user name" not in page
    assert 'value="new-canary"' in page
    assert "old-canary" not in page
    assert inboxes.imap_of(cast.help).password == "old-canary"


def test_what_was_saved_is_told_where_the_form_is(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/"
    for section, prefix in (("fetching", "imap"), ("sending", "smtp")):
        data = {f"{prefix}-host": "mail.shop.test", f"{prefix}-security": "tls"}
        answer = as_("ada").post(f"{path}{section}/", data)
        assert answer["Location"] == f"{path}#{section}"
        page = as_("ada").get(path).content.decode()
        assert page.count("The mail server is saved.") == 1
        assert page.index(f'id="{section}"') < page.index("The mail server is saved.")
        assert "The mail server is saved." not in as_("ada").get(path).content.decode()


def test_an_empty_server_stops_fetching(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/fetching/"
    as_("ada").post(path, IMAP)
    empty = {**IMAP, "imap-host": "", "imap-user": "", "imap-password": ""}
    as_("ada").post(path, empty)
    assert not Mailbox.objects.exists()


def test_testing_a_connection_saves_nothing_and_says_what_failed(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/sending/"
    data = {"smtp-host": "127.0.0.1", "smtp-port": "1", "smtp-security": "tls", "test": "1"}
    page = as_("ada").post(path, data).content.decode()
    assert "PROMISEDESK_ALLOWED_HOSTS_OUT" in page
    assert Inbox.objects.get(pk=cast.help.pk).smtp_url == ""


def test_a_closed_port_is_told_from_a_private_network(as_, cast, settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    path = f"/settings/inboxes/{cast.help.public_id}/fetching/"
    data = {"imap-host": "127.0.0.1", "imap-port": "1", "imap-security": "tls", "test": "1"}
    page = as_("ada").post(path, data).content.decode()
    assert "nothing listens at port 1" in page


def test_a_test_without_a_server_asks_for_one(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/fetching/"
    page = as_("ada").post(path, {"imap-security": "tls", "test": "1"}).content.decode()
    assert "Give the server first" in page


def test_every_trouble_of_a_connection_has_words_and_advice():
    server = ServerUrl.parse("imaps://u:p@imap.shop.test")
    for error in (
        ConnectionRefusedError(),
        TimeoutError(),
        OSError(),
        ssl.SSLError(),
        ssl.SSLCertVerificationError(),
        smtplib.SMTPAuthenticationError(535, b"no"),
        smtplib.SMTPException("odd"),
    ):
        finding = probing.explained(error, server)
        assert not finding.works
        assert finding.says
        assert finding.advice
