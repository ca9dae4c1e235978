"""The whole way of a mailbox that is opened by tokens: a sign-in service, dovecot, a mail server.

dovecot asks the sign-in service about each token it is shown, as the big providers' do.
"""

import json
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.channels.email import alarming, fetching, probing, sending, servers, sessions
from promisedesk.channels.email.models import SignInService
from promisedesk.channels.email.oauth import registering, tokens
from promisedesk.channels.email.oauth.bearing import Bearer, bearer_of
from promisedesk.channels.email.tests.conftest import incoming, letter, read_everything
from promisedesk.channels.email.tests.dovecot import PROGRAM, Dovecot
from promisedesk.conversations import inboxes, replying
from promisedesk.conversations.models import Delivery, Grant, Mailbox
from promisedesk.core import health, web
from promisedesk.core.models import Heartbeat
from promisedesk.core.secretbox import seal
from promisedesk.ops.checks import mail as mail_checks
from tests.identity import IdentityProvider
from tests.sink import SmtpSink

ACCOUNT = "help@kettleandloom.example"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
pytestmark = [
    pytest.mark.once,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not PROGRAM, reason="dovecot-imapd is not installed"),
]


@pytest.fixture(scope="module")
def idp_and_dovecot():
    with IdentityProvider(account=ACCOUNT) as idp:
        server = Dovecot(idp.url("introspect")).start()
        yield idp, server
        server.stop()


@pytest.fixture
def idp(idp_and_dovecot):
    idp = idp_and_dovecot[0]
    yield idp
    idp.revoke(ACCOUNT)
    idp.broken, idp.slow, idp.answer, idp.account, idp.names_account = "", 0, "", ACCOUNT, True
    idp.asked.clear()


@pytest.fixture
def dovecot(idp_and_dovecot):
    return idp_and_dovecot[1]


@pytest.fixture
def desk(idp, dovecot, settings):
    """Ada registered the shop's app; mail is to come from dovecot."""
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    cast = Cast()
    registering.save(
        "corp", name="Corp", client_id=idp.client_id, client_secret=idp.secret,
        authorize_url=idp.url("authorize"), token_url=idp.url("token"), scope="mail", by=cast.ada,
    )  # fmt: skip
    inboxes.set_imap(cast.help, dovecot.url("help", password="wrong"))
    return cast


def sign_in(cast, key="corp"):
    """Ada signs in for the inbox in her browser; the page she ends on."""
    browser = Client()
    browser.force_login(cast.ada, backend=BACKEND)
    page = reverse("desk:settings-inbox-sign-in", args=[cast.help.public_id, key])
    assert browser.get(page).status_code == 200
    away = browser.post(page)
    assert away.status_code == 302
    answered = web.ask(away["Location"])
    assert answered.status == 302
    back = urlsplit(answered.headers["location"])
    return browser.get(f"{back.path}?{back.query}", follow=True)


def look() -> Mailbox:
    """The worker looks into the mailbox now."""
    Mailbox.objects.update(due_at=now())
    fetching.fetch_due()
    return Mailbox.objects.get()


def age() -> None:
    """Every token is an hour old, here and at the provider."""
    Grant.objects.update(
        access_ends_at=now(), due_at=now(), refreshed_at=now() - timedelta(hours=1)
    )


def state_of(kind: str) -> str:
    return next(part.state for part in health.parts() if part.kind == kind)


def test_from_signing_in_to_expiry_revocation_and_repair_each_mail_comes_once(desk, dovecot, idp):
    page = sign_in(desk)
    assert f"Signed in as {ACCOUNT}" in page.text
    assert look().failing_since is None

    dovecot.put("help", letter("One."))
    assert look().failing_since is None

    idp.end_access()  # the mail server refuses first; our clock knew nothing of it
    Grant.objects.update(refreshed_at=now() - timedelta(hours=1))
    dovecot.put("help", letter("Two."))
    assert look().failing_since is None
    assert idp.refreshed() == 1

    age()  # now our clock knows
    dovecot.put("help", letter("Three."))
    assert look().failing_since is None
    assert idp.refreshed() == 2

    idp.revoke(ACCOUNT)
    age()
    dovecot.put("help", letter("Four."), letter("Five."))
    broken = look()
    assert "Sign in again" in broken.last_error
    assert (state_of("mailbox"), state_of("sign-in")) == ("down", "down")
    assert "Sign in again" in next(iter(mail_checks.sign_ins())).says
    assert look().last_uid == broken.last_uid
    assert idp.refreshed() == 3  # nobody asks a service that said no for good

    page = sign_in(desk)  # the page of repair works with a dead token
    assert "Signed in as" in page.text
    assert Mailbox.objects.get().due_at <= now()  # at once, not after the pause of a failing one
    dovecot.put("help", letter("Six."))
    assert look().failing_since is None
    assert (state_of("mailbox"), state_of("sign-in")) == ("ok", "ok")

    look()
    read_everything()
    assert [one.text for one in incoming()] == ["One.", "Two.", "Three.", "Four.", "Five.", "Six."]


def test_a_token_service_in_trouble_delays_one_mailbox_and_no_other(desk, dovecot, idp):
    sign_in(desk)
    look()
    other = inboxes.add_inbox("other@shop.example", name="Other")
    inboxes.set_imap(other, dovecot.url("other"))
    age()
    idp.broken = "500"
    Mailbox.objects.update(due_at=now())
    while fetching.fetch_due():
        pass
    boxes = {one.inbox.address: one for one in Mailbox.objects.select_related("inbox")}
    assert boxes["other@shop.example"].failing_since is None
    assert "in trouble itself" in boxes[ACCOUNT].last_error

    idp.broken = ""
    Grant.objects.update(due_at=now())
    Mailbox.objects.update(due_at=now())
    while fetching.fetch_due():
        pass
    assert not Mailbox.objects.filter(failing_since__isnull=False).exists()


def test_an_account_the_provider_does_not_name_is_asked_for(desk, dovecot, idp):
    idp.names_account = False
    page = sign_in(desk)
    assert "Which account was it?" in page.text
    browser = Client()
    browser.force_login(desk.ada, backend=BACKEND)
    account = reverse("desk:settings-inbox-account", args=[desk.help.public_id])
    browser.post(account, {"user": "stranger@kettleandloom.example"})
    assert "does not accept the sign-in" in look().last_error
    browser.post(account, {"user": ACCOUNT})
    assert look().failing_since is None


def test_a_password_typed_later_is_used_instead(desk, dovecot):
    sign_in(desk)
    inboxes.set_imap(desk.help, dovecot.url("help"))
    assert bearer_of(desk.help, inboxes.imap_of(desk.help)) is None
    assert look().failing_since is None


def test_a_token_is_shown_to_no_other_server(desk, dovecot, idp):
    sign_in(desk)
    known = inboxes.imap_of(desk.help)
    elsewhere = replace(known, host="mail.elsewhere.example")
    assert bearer_of(desk.help, elsewhere)  # this service leaves its servers to the inboxes
    SignInService.objects.update(imap_host=f"127.0.0.1:{dovecot.port}", smtp_host="127.0.0.1")
    assert bearer_of(desk.help, known)
    assert bearer_of(desk.help, elsewhere) is None


def test_the_inbox_page_tests_the_server_with_the_token(desk, dovecot):
    sign_in(desk)
    known = inboxes.imap_of(desk.help)
    browser = Client()
    browser.force_login(desk.ada, backend=BACKEND)
    typed = {"host": known.host, "port": known.port, "security": "starttls", "user": known.user}
    page = browser.post(
        reverse("desk:settings-fetching", args=[desk.help.public_id]),
        {"test": "1", **{f"imap-{name}": value for name, value in typed.items()}},
    )
    assert "It works" in page.text


def test_oauthbearer_where_a_server_offers_nothing_else(desk, idp):
    server = Dovecot(idp.url("introspect"), "oauthbearer").start()
    try:
        inboxes.set_imap(desk.help, server.url("help", password="wrong"))
        sign_in(desk)
        found = inboxes.imap_of(desk.help)
        assert probing.probe_imap(found, Bearer(desk.help, found.user)).works
        assert not probing.probe_imap(found, Bearer(desk.help, "else@shop.example")).works
    finally:
        server.stop()


def test_the_check_command_signs_in_with_the_token(desk, dovecot):
    sign_in(desk)
    assert next(iter(mail_checks.mailboxes())).level == "ok"
    assert next(iter(mail_checks.sign_ins())).level == "ok"
    Grant.objects.update(ends_at=now() + timedelta(days=3))
    found = next(iter(mail_checks.sign_ins()))
    assert (found.level, "ends soon" in found.says) == ("warn", True)


class TestSending:
    @pytest.fixture
    def sink(self, desk, idp, certificate, trusted):
        def lets_in(user: str, token: str) -> bool:
            answer = json.loads(web.ask(idp.url(f"introspect?token={token}")).body)
            return answer["active"] and answer["username"] == user

        with SmtpSink(certificate, is_implicit_tls=True, takes_token=lets_in) as sink:
            desk.help.smtp_url = seal(f"smtps://someone:wrong@127.0.0.1:{sink.port}")
            desk.help.save()
            sign_in(desk)
            yield sink

    def answer(self, desk) -> Delivery:
        replying.reply(desk.parcel, "It left on Monday.", by=desk.anna)
        return Delivery.objects.order_by("-pk").first()

    def send(self, delivery: Delivery) -> Delivery:
        sessions.drop()  # as after a pause
        Delivery.objects.update(due_at=None)
        Delivery.objects.filter(pk=delivery.pk).update(due_at=now())
        sending.send_due()
        delivery.refresh_from_db()
        return delivery

    def test_a_letter_goes_out_by_token_and_with_an_expired_one_too(self, desk, idp, sink):
        assert self.send(self.answer(desk)).state == "sent"
        idp.end_access()
        Grant.objects.update(refreshed_at=now() - timedelta(hours=1))
        assert self.send(self.answer(desk)).state == "sent"
        assert idp.refreshed() == 1
        assert len(sink.mails) == 2
        assert not [one for one in sink.heard if "wrong" in one]

    def test_a_revoked_grant_delays_letters_alarms_and_bounces_none(self, desk, idp, sink):
        idp.revoke(ACCOUNT)
        age()
        delivery = self.send(self.answer(desk))
        assert (delivery.state, delivery.in_doubt_at) == ("deferred", None)
        assert "Sign in again" in delivery.last_error
        assert state_of("sign-in") == "down"

        sign_in(desk)
        delivery.refresh_from_db()
        assert delivery.due_at <= now()  # the repair sends what waited
        assert self.send(delivery).state == "sent"
        assert len(sink.mails) == 1

    def test_a_server_that_refuses_good_tokens_is_told_until_it_takes_one(self, desk, idp, sink):
        sink.takes_token, lets_in = (lambda user, token: False), sink.takes_token
        delivery = self.send(self.answer(desk))
        assert delivery.state == "deferred"
        assert "does not accept the sign-in" in delivery.last_error
        assert state_of("sign-in") == "down"
        tokens.access_token(desk.help)
        assert state_of("sign-in") == "down"

        sink.takes_token = lets_in
        assert self.send(delivery).state == "sent"
        assert state_of("sign-in") == "ok"

    def test_an_alarm_goes_by_another_account_of_the_same_server(self, desk, idp, sink):
        other = inboxes.add_inbox("other@kettleandloom.example", name="Other")
        other.smtp_url = desk.help.smtp_url
        other.save()
        desk.help, first = other, desk.help
        idp.account = other.address
        sign_in(desk)
        assert [way.server.user for way in alarming.ways()] == [ACCOUNT, other.address]

        idp.revoke(ACCOUNT)
        Grant.objects.filter(inbox=first).update(
            access_ends_at=now(), refreshed_at=now() - timedelta(hours=1)
        )
        with pytest.raises(tokens.SignInAgain):
            tokens.access_token(first)
        Grant.objects.filter(inbox=first).update(failing_since=now() - timedelta(minutes=3))
        Heartbeat.objects.create(part="email.read_waiting", owner="worker", round_at=now())
        assert alarming.watch() > 0
        told = sink.letters_to(desk.ada.email)[0]
        assert "Sign in again" in told.as_string() or ACCOUNT in told.as_string()

    def test_many_waiting_letters_do_not_ask_for_a_token_each(self, desk, idp, sink):
        sink.takes_token = lambda user, token: False
        Grant.objects.update(refreshed_at=now() - timedelta(hours=1))
        for _n in range(4):
            self.send(self.answer(desk))
        assert idp.refreshed() == 1

    def test_the_tokens_are_in_no_error(self, desk, idp, sink):
        sink.takes_token = lambda user, token: False
        delivery = self.send(self.answer(desk))
        said = delivery.last_error + Grant.objects.get().last_error
        assert not any(token in said for token in [*idp.access, *idp.refreshes])
        server = servers.server_for(desk.help)
        assert not any(token in repr(server) for token in idp.access)
