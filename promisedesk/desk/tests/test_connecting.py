"""Connecting a mailbox by its page: found, tried, saved, tested, and its domain looked after."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils.timezone import now

from promisedesk.channels.email import domain_looks, servers, signing
from promisedesk.channels.email.models import MailTest, SendingDomain, SigningKey
from promisedesk.channels.email.tests.dovecot import PASSWORD, PROGRAM, Dovecot
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Inbox, Mailbox
from tests.certificate import make_certificate
from tests.name_server import NameServer
from tests.sink import SmtpSink

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def _fresh_cache():
    cache.clear()


@pytest.fixture
def names():
    with NameServer() as names:
        yield names


@pytest.fixture(scope="module")
def dovecot():
    if not PROGRAM:
        pytest.skip("dovecot-imapd is not installed")
    server = Dovecot().start()
    yield server
    server.stop()


@pytest.fixture
def kettle(cast) -> Inbox:
    """The inbox at a domain of its own."""
    cast.help.address = "help@kettle.shop"
    cast.help.save(update_fields=["address"])
    return cast.help


@pytest.fixture
def host(kettle, names, dovecot, settings, monkeypatch, tmp_path):
    """A provider of its own: IMAP and SMTP at mail.kettle.shop, told by the DNS."""
    certificate = make_certificate(tmp_path, "mail.kettle.shop")
    monkeypatch.setenv("SSL_CERT_FILE", certificate[0])
    servers.tls_context.cache_clear()
    settings.ALLOWED_HOSTS_OUT, settings.SMTP_URL = ["127.0.0.1"], ""
    with SmtpSink(certificate=certificate, is_implicit_tls=True, password=PASSWORD) as sink:
        names.add("mail.kettle.shop", "A", "127.0.0.1")
        names.add("_imap._tcp.kettle.shop", "SRV", f"0 1 {dovecot.port} mail.kettle.shop.")
        names.add("_submissions._tcp.kettle.shop", "SRV", f"0 1 {sink.port} mail.kettle.shop.")
        yield sink
    servers.tls_context.cache_clear()


def url(inbox: Inbox, what: str = "inbox", *more: str) -> str:
    return reverse(f"desk:settings-{what}", args=[inbox.public_id, *more])


def text_of(answer) -> str:
    return answer.content.decode()


def with_password(page: str, password: str = PASSWORD) -> dict[str, str]:
    """The form of a page that shows servers, with a password typed into it."""
    return {"servers": re.search(r'name="servers" value="([^"]*)"', page)[1], "password": password}


class TestConnecting:
    def test_the_address_and_a_password_are_enough(self, cast, signed_in, kettle, host, dovecot):
        ada = signed_in(cast.ada)
        assert "Find the servers" in text_of(ada.get(url(kettle)))
        page = text_of(ada.post(url(kettle, "connect")))
        assert "mail.kettle.shop" in page
        assert "Password of help@kettle.shop" in page
        assert 'value="help@kettle.shop"' in page  # the forms below are filled in
        answer = ada.post(url(kettle, "connect"), with_password(page))
        assert answer["Location"] == url(kettle)
        imap, smtp = inboxes.imap_of(kettle), inboxes.smtp_of(Inbox.objects.get(pk=kettle.pk))
        assert (imap.host, imap.port, imap.password) == ("mail.kettle.shop", dovecot.port, PASSWORD)
        assert (smtp.scheme, smtp.port, smtp.user) == ("smtps", host.port, "help@kettle.shop")
        assert MailTest.objects.get().state == MailTest.State.WAITING
        assert "Connect the mailbox" not in text_of(ada.get(url(kettle)))

    def test_a_wrong_password_saves_nothing_and_is_not_shown(self, cast, signed_in, kettle, host):
        ada = signed_in(cast.ada)
        page = text_of(ada.post(url(kettle, "connect")))
        answer = ada.post(url(kettle, "connect"), with_password(page, "wr0ng-kettle"))
        assert answer.status_code == 422
        assert "does not accept this user name and password" in text_of(answer)
        assert "wr0ng-kettle" not in text_of(answer)
        assert not Mailbox.objects.exists()
        assert not Inbox.objects.get(pk=kettle.pk).smtp_url

    def test_a_password_goes_to_no_server_the_page_did_not_show(
        self, cast, signed_in, kettle, host, names, dovecot
    ):
        ada = signed_in(cast.ada)
        page = text_of(ada.post(url(kettle, "connect")))
        cache.clear()  # ten minutes later the DNS says something else
        for kind in ("_imap", "_submissions"):
            names.remove(f"{kind}._tcp.kettle.shop", "SRV")
        names.add("_imap._tcp.kettle.shop", "SRV", f"0 1 {dovecot.port} localhost.")
        names.add("_submissions._tcp.kettle.shop", "SRV", f"0 1 {host.port} mail.kettle.shop.")
        answer = ada.post(url(kettle, "connect"), with_password(page))
        assert answer.status_code == 200
        assert f"localhost:{dovecot.port}" in text_of(answer)
        assert PASSWORD not in text_of(answer)
        assert not Mailbox.objects.exists()

    def test_nothing_found_is_told(self, cast, signed_in, kettle, names):
        page = text_of(signed_in(cast.ada).post(url(kettle, "connect")))
        assert "No mail server of help@kettle.shop was found" in page

    def test_only_admins_connect(self, cast, signed_in, kettle, names):
        assert signed_in(cast.mona).post(url(kettle, "connect")).status_code == 403
        assert signed_in(cast.anna).post(url(kettle, "connect")).status_code == 403
        assert names.asked == []

    @pytest.mark.parametrize(
        ("address", "words"),
        [
            ("kettle@gmail.com", "myaccount.google.com/apppasswords"),
            ("kettle@yandex.ru", "Почтовые программы"),
            ("kettle@wp.pl", "Programy pocztowe"),
            ("kettle@outlook.com", "Sign in with the account"),
            ("kettle@proton.me", "Bridge"),
        ],
    )
    def test_a_known_host_tells_what_to_do_first(self, cast, signed_in, address, words):
        cast.help.address = address
        cast.help.save(update_fields=["address"])
        assert words in text_of(signed_in(cast.ada).get(url(cast.help)))


class TestFreeHosts:
    def test_an_address_at_a_free_host_is_warned_of_with_the_reason(self, cast, signed_in):
        ada = signed_in(cast.ada)
        for path in (reverse("desk:settings-inboxes"), url(cast.help)):
            assert "free mail host" not in text_of(ada.get(path))
        cast.help.address = "kettle@o2.pl"
        cast.help.save(update_fields=["address"])
        for path in (reverse("desk:settings-inboxes"), url(cast.help)):
            page = text_of(ada.get(path))
            assert "kettle@o2.pl is an address at a free mail host." in page
            assert "stays with the host" in page

    def test_it_may_be_added_all_the_same(self, cast, signed_in):
        ada = signed_in(cast.ada)
        form = ada.get(reverse("desk:settings-inbox-new")).context["form"]
        fields = {name: form[name].value() for name in form.fields}
        fields |= {"name": "Kettle", "address": "kettle@mail.ru", "language": "ru"}
        answer = ada.post(
            reverse("desk:settings-inbox-new"), {k: v or "" for k, v in fields.items()}
        )
        assert answer.status_code == 302
        assert "free mail host" in text_of(ada.get(answer["Location"]))


class TestTheTestLetter:
    def test_its_way_is_shown_until_it_is_over(self, cast, signed_in, kettle):
        ada = signed_in(cast.ada)
        assert ada.post(url(kettle, "test"))["Location"] == url(kettle) + "#test"
        test = MailTest.objects.get()
        assert "Sending a letter" in text_of(ada.get(url(kettle)))
        answer = ada.get(url(kettle, "test"), **HTMX)
        assert answer.status_code == 200
        test.state, test.sent_at = MailTest.State.SENT, now() - timedelta(seconds=8)
        test.save()
        assert "8 seconds so far" in text_of(ada.get(url(kettle, "test"), **HTMX))
        test.state, test.back_at = MailTest.State.BACK, now()
        test.save()
        answer = ada.get(url(kettle, "test"), **HTMX)
        assert answer.status_code == 286  # asks no more
        assert "came back after 8 s" in text_of(answer)
        assert "came back after 8 s" in text_of(ada.get(url(kettle)))

    def test_a_desk_without_a_worker_says_so(self, cast, signed_in, kettle):
        MailTest.objects.create(inbox=kettle, started_at=now() - timedelta(minutes=1))
        assert "Is the worker running?" in text_of(signed_in(cast.ada).get(url(kettle)))

    def test_managers_look_and_do_not_send(self, cast, signed_in, kettle):
        mona = signed_in(cast.mona)
        assert mona.post(url(kettle, "test")).status_code == 403
        assert "Send a test letter" not in text_of(mona.get(url(kettle)))


class TestRecords:
    def test_what_is_missing_is_shown_with_the_record_to_add(self, cast, signed_in, kettle, names):
        names.add("kettle.shop", "MX", "10 mail.kettle.shop.")
        ada = signed_in(cast.ada)
        assert "Being looked up" in text_of(ada.get(url(kettle)))
        domain_looks.look_due()
        page = text_of(ada.get(url(kettle)))
        assert "_dmarc.kettle.shop" in page
        assert "v=spf1 mx" in page
        assert "Make a key for the desk" in page

    def test_a_key_is_made_shown_and_begins_to_sign(self, cast, signed_in, kettle, names):
        ada, here = signed_in(cast.ada), url(kettle, "domain", "kettle.shop")
        domain_looks.look_due()
        assert ada.post(here, {"do": "make-key"}).status_code == 302
        domain_looks.look_due()
        key = SigningKey.objects.get()
        page = text_of(ada.get(url(kettle)))
        assert signing.record_name(key) in page
        assert signing.public_half(key) in page.replace("\n", "")
        assert "PRIVATE" not in page
        names.add(signing.record_name(key), "TXT", signing.record_text(key))
        ada.post(here)
        domain_looks.look_due()
        assert "The desk signs every letter." in text_of(ada.get(here, **HTMX))
        ada.post(here, {"do": "drop-key"})
        assert not SigningKey.objects.exists()

    def test_polling_ends_when_it_was_looked_up(self, cast, signed_in, kettle, names):
        ada, here = signed_in(cast.ada), url(kettle, "domain", "kettle.shop")
        assert ada.get(here, **HTMX).status_code == 200
        domain_looks.look_due()
        assert ada.get(here, **HTMX).status_code == 286
        assert ada.post(here, **HTMX).status_code == 200
        assert SendingDomain.objects.get().due_at <= now()

    def test_the_domain_of_a_mail_host_is_theirs_to_look_after(self, cast, signed_in, names):
        cast.help.address = "kettle@gmail.com"
        cast.help.save(update_fields=["address"])
        assert "gmail.com belongs to Google" in text_of(signed_in(cast.ada).get(url(cast.help)))
        assert domain_looks.look_due() == 0

    def test_only_our_domains_and_only_admins(self, cast, signed_in, kettle):
        ada, mona = signed_in(cast.ada), signed_in(cast.mona)
        assert ada.post(url(kettle, "domain", "other.shop")).status_code == 404
        here = url(kettle, "domain", "kettle.shop")
        assert mona.post(here, {"do": "make-key"}).status_code == 403
        assert mona.get(here, **HTMX).status_code == 200
        assert signed_in(cast.anna).get(here).status_code == 403
        assert not SigningKey.objects.exists()
