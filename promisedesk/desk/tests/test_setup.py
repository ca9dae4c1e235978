import pytest
from django.core.cache import cache

from promisedesk.agents import setup
from promisedesk.agents.models import Agent
from promisedesk.cast import Cast
from promisedesk.channels.email import servers
from promisedesk.channels.email.tests.fake_imap import FakeImap
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Conversation, Inbox
from promisedesk.core.models import Workspace
from promisedesk.desk.tests.letters import letter
from promisedesk.promises import policies
from tests.certificate import make_certificate
from tests.name_server import NameServer
from tests.sink import SmtpSink

pytestmark = pytest.mark.django_db
YOU = {"name": "Ada Field", "email": "ada@shop.example", "password": "seven linen towels"}
SHOP = {"shop_name": "Kettle & Loom", "country": "PL", "time_zone": "", "language": "pl"}
MAILBOX = {
    "address": "help@kettleandloom.example",
    "name": "",
    "comes_by": "imap",
    "hours": "mon-fri-8-16",
    "target": "4 working hours",
    "imap-host": "imap.shop.test",
    "imap-security": "tls",
    "imap-user": "help",
    "imap-password": "secret",
    "smtp-host": "",
    "smtp-security": "tls",
}
UNTESTED = {"untested": "1"}  # its servers are not there: continue all the same


@pytest.fixture
def link():
    cache.clear()
    return setup.issue_link().removeprefix("http://testserver")


def test_a_new_desk_is_set_up_in_four_steps_without_a_script(client, link):
    assert "Step 1 of 4" in client.get(link).content.decode()
    assert client.post(link, YOU)["Location"] == "/setup/shop/"
    assert client.post("/setup/shop/", SHOP)["Location"] == "/setup/mailbox/"
    assert Workspace.get().time_zone == "Europe/Warsaw"
    assert client.post("/setup/mailbox/", MAILBOX | UNTESTED)["Location"] == "/setup/done/"
    page = client.get("/setup/done/").content.decode()
    assert "help@kettleandloom.example" in page
    assert "do " in page

    inbox = Inbox.objects.get()
    assert (inbox.name, inbox.language) == ("Kettle & Loom", "pl")
    assert inboxes.imap_of(inbox).password == "secret"
    policy = policies.policy_of(inbox)
    assert policy.target == "4 working hours"
    assert policy.calendar.version.data["time_zone"] == "Europe/Warsaw"
    assert policy.calendar.version.data["hours"]["fri"] == [["08:00", "16:00"]]
    assert Workspace.get().set_up_at


def test_the_mailbox_can_wait(client, link):
    client.post(link, YOU)
    client.post("/setup/shop/", SHOP)
    assert client.post("/setup/mailbox/", {"skip": "1"})["Location"] == "/setup/done/"
    assert client.get("/setup/done/").status_code == 200
    assert not Inbox.objects.exists()


def test_whoever_stopped_half_way_is_led_back_until_it_is_finished(client, link):
    client.post(link, YOU)
    assert client.get("/")["Location"] == "/setup/shop/"
    client.post("/setup/shop/", SHOP)
    assert client.get("/")["Location"] == "/setup/mailbox/"
    assert client.get("/today/").status_code == 200  # it never stands in the way
    client.post("/setup/mailbox/", {"skip": "1"})
    assert client.get("/")["Location"] == "/today/"


def test_a_desk_made_by_commands_never_sees_the_wizard(client):
    cast = Cast()
    client.force_login(cast.ada, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/")["Location"] == "/today/"
    Conversation.objects.all().delete()
    Inbox.objects.all().delete()
    assert client.get("/")["Location"] == "/today/"


def test_without_a_mail_server_the_wizard_says_that_nothing_can_be_sent(client, link, settings):
    settings.SMTP_URL = ""
    client.post(link, YOU)
    client.post("/setup/shop/", {**SHOP, "language": "en"})
    assert "nothing can be sent without one" in client.get("/setup/mailbox/").content.decode()
    client.post("/setup/mailbox/", MAILBOX | UNTESTED)
    page = client.get("/setup/done/").content.decode()
    assert "Almost done" in page
    assert "Nothing can be sent yet" in page
    assert f"/settings/inboxes/{Inbox.objects.get().public_id}/" in page
    settings.SMTP_URL = "smtp://127.0.0.1:25"
    page = client.get("/setup/done/").content.decode()
    assert "You are done" in page
    assert "Nothing can be sent" not in page


def test_admins_are_told_while_letters_wait_for_a_server(client, settings):
    settings.SMTP_URL = ""
    cast = Cast()
    letter(cast, "Where is it?")
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    client.force_login(cast.ada, backend=backend)
    for page in ("/today/", "/inbox/all/"):
        assert "1 letter waits: no mail server is set." in client.get(page).content.decode()
    client.force_login(cast.anna, backend=backend)
    assert "no mail server is set" not in client.get("/today/").content.decode()
    settings.SMTP_URL = "smtp://127.0.0.1:25"
    client.force_login(cast.ada, backend=backend)
    assert "no mail server is set" not in client.get("/today/").content.decode()


def test_the_link_is_dead_once_there_is_an_admin(client, link):
    client.post(link, YOU)
    stranger = client.__class__()
    assert stranger.get(link).status_code == 410
    assert stranger.post(link, {**YOU, "email": "eve@shop.example"}).status_code == 410
    assert Agent.objects.count() == 1


def test_looking_at_the_link_does_not_use_it(client, link):
    for _ in range(5):
        assert client.get(link).status_code == 200
    assert client.post(link, {**YOU, "password": "short"}).status_code == 200
    assert client.post(link, YOU).status_code == 302


def test_the_session_key_changes_with_the_first_admin(client, link):
    session = client.session
    session["planted"] = "yes"
    session.save()
    before = session.session_key
    client.post(link, YOU)
    assert client.session.session_key != before
    assert "planted" not in client.session


@pytest.mark.parametrize("path", ["/setup/shop/", "/setup/mailbox/", "/setup/done/"])
def test_later_steps_are_for_the_admin_only(client, path):
    cast = Cast()
    assert client.get(path).status_code == 302
    client.force_login(cast.anna, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(path).status_code == 403


def test_a_bad_address_is_told_and_what_was_typed_stays(client, link):
    client.post(link, YOU)
    page = client.post("/setup/mailbox/", {**MAILBOX, "address": "no address"}).content.decode()
    assert "not an e-mail address" in page or "valid email address" in page
    assert "imap.shop.test" in page
    assert not Inbox.objects.exists()


def test_a_connection_can_be_tested_before_anything_is_saved(client, link):
    client.post(link, YOU)
    data = {**MAILBOX, "imap-host": "127.0.0.1", "test": "1"}
    page = client.post("/setup/mailbox/", data).content.decode()
    assert "PROMISEDESK_ALLOWED_HOSTS_OUT" in page
    assert not Inbox.objects.exists()


@pytest.fixture
def third_step(client, link):
    client.post(link, YOU)
    client.post("/setup/shop/", SHOP | {"language": "en"})
    cache.clear()
    return client


class TestContinuing:
    """What the servers say is told before anything is saved."""

    @pytest.fixture
    def typed(self, settings, tmp_path, monkeypatch):
        settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
        certificate = make_certificate(tmp_path, "127.0.0.1")
        monkeypatch.setenv("SSL_CERT_FILE", certificate[0])
        servers.tls_context.cache_clear()
        with (
            FakeImap() as imap,
            SmtpSink(certificate=certificate, is_implicit_tls=True, password="right") as sink,
        ):
            here = {"imap-host": "127.0.0.1", "imap-port": imap.port, "imap-security": "starttls"}
            there = {"smtp-host": "127.0.0.1", "smtp-port": sink.port, "smtp-user": "help"}
            yield MAILBOX | here | there
        servers.tls_context.cache_clear()

    def test_a_refused_password_is_told_and_nothing_saved(self, third_step, typed):
        page = third_step.post("/setup/mailbox/", typed | {"smtp-password": "wr0ng"}).text
        assert "does not accept this user name and password" in page
        assert 'value="wr0ng"' in page
        assert "Continue all the same" in page
        assert not Inbox.objects.exists()
        right = typed | {"smtp-password": "right"}
        assert third_step.post("/setup/mailbox/", right)["Location"] == "/setup/done/"
        assert Inbox.objects.exists()

    def test_one_can_continue_all_the_same(self, third_step, typed):
        typed |= UNTESTED | {"smtp-password": "wr0ng"}
        assert third_step.post("/setup/mailbox/", typed)["Location"] == "/setup/done/"
        inbox = Inbox.objects.get()
        words = "The mail server refused the password. Check user and password of the inbox."
        inbox.mail_tests.update(state="failed", due_at=None, last_error=words)
        page = third_step.get("/setup/done/").text
        assert f'href="/settings/inboxes/{inbox.public_id}/#sending"' in page

    def test_servers_that_wait_for_a_sign_in_are_not_tried(self, third_step, typed):
        typed |= {"imap-password": "", "smtp-password": ""}
        assert third_step.post("/setup/mailbox/", typed)["Location"] == "/setup/done/"


class TestFinding:
    def test_the_servers_of_a_known_host_are_filled_in(self, third_step):
        typed = MAILBOX | {"address": "Kettle@Gmail.com", "name": "Kettle", "find": "1"}
        typed |= {"imap-host": "", "imap-user": ""}
        answer = third_step.post("/setup/mailbox/", typed)
        page = answer.content.decode()
        for words in ("imap.gmail.com", "smtp.gmail.com", 'value="Kettle"', "apppasswords"):
            assert words in page
        assert "free mail host" in page
        assert "secret" not in page
        assert not Inbox.objects.exists()

    def test_what_was_typed_stays_when_nothing_is_found(self, third_step):
        with NameServer():
            typed = MAILBOX | {"address": "help@kettle.shop", "find": "1"}
            page = third_step.post("/setup/mailbox/", typed).content.decode()
        assert "No mail server of help@kettle.shop was found" in page
        assert "imap.shop.test" in page

    def test_the_servers_of_another_address_do_not_stay(self, third_step):
        with NameServer():
            typed = MAILBOX | {"address": "help@kettle.shop", "find": "1"}
            typed |= {"imap-host": "imap.gmail.com", "imap-user": "kettle@gmail.com"}
            page = third_step.post("/setup/mailbox/", typed).content.decode()
        assert "imap.gmail.com" not in page

    def test_one_password_serves_both_servers_and_a_test_letter_is_sent(self, third_step):
        user = {"imap-user": "help@kettle.shop", "smtp-user": "help@kettle.shop"}
        typed = MAILBOX | UNTESTED | user | {"smtp-host": "smtp.shop.test"}
        third_step.post("/setup/mailbox/", typed)
        inbox = Inbox.objects.get()
        assert inboxes.smtp_of(inbox).password == "secret"
        assert inbox.mail_tests.count() == 1
        assert "see whether it comes back" in third_step.get("/setup/done/").content.decode()

    def test_another_users_server_is_not_handed_the_password(self, third_step):
        other = {"smtp-host": "smtp.shop.test", "smtp-user": "other"}
        third_step.post("/setup/mailbox/", MAILBOX | UNTESTED | other)
        assert inboxes.smtp_of(Inbox.objects.get()).password == ""
