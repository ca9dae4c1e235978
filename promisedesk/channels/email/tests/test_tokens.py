"""Access tokens from a real sign-in service: rotated, broken, slow, revoked; one asks at a time."""

import logging
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import now
from django.utils.translation import override

from promisedesk.cast import Cast
from promisedesk.channels.email.models import PendingGrant
from promisedesk.channels.email.oauth import asking, granting, registering, tokens, watching
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Grant, Mailbox
from promisedesk.core import egress
from promisedesk.core.errors import Refused
from promisedesk.core.secretbox import unseal
from promisedesk.desk.reasons import said_again
from tests.identity import IdentityProvider

BACK = "https://desk.example/back/"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _loopback_is_allowed(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]


@pytest.fixture
def idp():
    with IdentityProvider(account="help@kettleandloom.example") as idp:
        yield idp


def service_at(idp, by, **changed):
    usual = {
        "name": "Corp",
        "client_id": idp.client_id,
        "client_secret": idp.secret,
        "authorize_url": idp.url("authorize"),
        "token_url": idp.url("token"),
        "scope": "mail",
    }
    return registering.save("corp", **usual | changed, by=by)


def sign_in(idp, inbox, service, by) -> granting.Granted:
    """As a browser would: to the page of consent and back."""
    from urllib.parse import parse_qs, urlsplit

    away = granting.start(inbox, service, BACK, by=by)
    query = {name: value[0] for name, value in parse_qs(urlsplit(away).query).items()}
    status, address = idp.consent(query)
    assert status == 302
    came = {name: value[0] for name, value in parse_qs(urlsplit(address).query).items()}
    return granting.finish(granting.back(came["state"], by=by), came["code"], BACK, by=by)


@pytest.fixture
def desk(idp):
    """Ada has signed in for the shop's inbox."""
    cast = Cast()
    cast.service = service_at(idp, cast.ada)
    inboxes.set_imap(cast.help, "imap://old:password@127.0.0.1:1/INBOX")
    sign_in(idp, cast.help, cast.service, cast.ada)
    return cast


def age(**fields) -> None:
    """The grant was refreshed an hour ago, its access token is past its time."""
    usual = {"access_ends_at": now(), "due_at": now(), "refreshed_at": now() - timedelta(hours=1)}
    Grant.objects.update(**usual | fields)


class TestGranted:
    def test_the_inbox_uses_the_account_without_a_password(self, desk):
        grant = Grant.objects.get()
        assert grant.user == "help@kettleandloom.example"
        server = inboxes.imap_of(desk.help)
        assert (server.host, server.user, server.password) == ("127.0.0.1", grant.user, "")
        assert Mailbox.objects.get().failing_since is None

    def test_nothing_secret_lies_open_in_the_database(self, desk, idp):
        grant = Grant.objects.values().get()
        known = [*idp.refreshes, *idp.access, idp.secret]
        for stored in [grant, desk.service.__dict__]:
            assert not any(secret in str(stored) for secret in known)

    def test_the_account_of_a_shared_mailbox_stays_when_somebody_signs_in_anew(self, desk, idp):
        granting.use_account(desk.help, "shared@kettleandloom.example", by=desk.ada)
        granted = sign_in(idp, desk.help, desk.service, desk.ada)
        assert granted.grant.user == "shared@kettleandloom.example"
        assert not granted.is_sure

    def test_without_a_lasting_permission_nothing_changes(self, desk, idp):
        before = Grant.objects.values().get()
        idp.gives_refresh = False
        with pytest.raises(Refused, match="refresh token"):
            sign_in(idp, desk.help, desk.service, desk.ada)
        assert Grant.objects.values().get() == before

    def test_an_unticked_box_is_noticed(self, desk, idp):
        google = registering.save(
            "google", name="Google", client_id=idp.client_id, client_secret=idp.secret,
            authorize_url=idp.url("authorize"), token_url=idp.url("token"),
            scope=registering.GOOGLE.scope, by=desk.ada,
        )  # fmt: skip
        idp.scope = "openid email"
        with pytest.raises(Refused, match="ticked"):
            sign_in(idp, desk.help, google, desk.ada)

    def test_agents_and_managers_may_not(self, desk):
        for person in (desk.anna, desk.mona):
            with pytest.raises(Refused):
                granting.start(desk.help, desk.service, BACK, by=person)
            with pytest.raises(Refused):
                granting.take_back(desk.help, by=person)


class TestTheWayBack:
    def test_is_good_once(self, desk):
        granting.start(desk.help, desk.service, BACK, by=desk.ada)
        state = PendingGrant.objects.get().state
        granting.back(state, by=desk.ada)
        with pytest.raises(Refused, match="used already"):
            granting.back(state, by=desk.ada)

    def test_is_good_for_ten_minutes(self, desk):
        granting.start(desk.help, desk.service, BACK, by=desk.ada)
        PendingGrant.objects.update(created_at=now() - timedelta(minutes=11))
        with pytest.raises(Refused):
            granting.back(PendingGrant.objects.get().state, by=desk.ada)

    def test_is_good_for_whoever_set_out(self, desk):
        granting.start(desk.help, desk.service, BACK, by=desk.ada)
        desk.mona.role = "admin"
        with pytest.raises(Refused):
            granting.back(PendingGrant.objects.get().state, by=desk.mona)

    @pytest.mark.parametrize("state", ["", "x", "\udc80é", "0" * 5000])
    def test_cannot_be_made_up(self, desk, state):
        granting.start(desk.help, desk.service, BACK, by=desk.ada)
        with pytest.raises(Refused):
            granting.back(state, by=desk.ada)

    def test_needs_the_verifier_only_we_know(self, desk, idp):
        granting.start(desk.help, desk.service, BACK, by=desk.ada)
        pending = PendingGrant.objects.get()
        _status, address = idp.consent(
            {
                "client_id": idp.client_id,
                "response_type": "code",
                "redirect_uri": BACK,
                "state": "x",
                "code_challenge": "A" * 43,
                "code_challenge_method": "S256",
            }
        )
        code = address.partition("code=")[2]
        with pytest.raises(asking.SignInAgain):
            granting.finish(pending, code, BACK, by=desk.ada)


class TestRefreshed:
    def test_a_good_token_is_used_as_it_is(self, desk, idp):
        first = tokens.access_token(desk.help)
        assert tokens.access_token(desk.help) == first
        assert idp.refreshed() == 0

    def test_the_rotated_refresh_token_is_the_one_kept(self, desk, idp):
        for _hour in range(3):
            age()
            assert idp.knows("help@kettleandloom.example", tokens.access_token(desk.help))
        assert unseal(Grant.objects.get().refresh_token) in idp.refreshes
        assert idp.refreshed() == 3

    def test_one_that_does_not_rotate_stays(self, desk, idp):
        idp.rotates = False
        kept = Grant.objects.get().refresh_token
        age()
        tokens.access_token(desk.help)
        assert Grant.objects.get().refresh_token == kept

    def test_ahead_of_its_end_by_the_worker(self, desk, idp):
        grant = Grant.objects.get()
        assert now() + timedelta(minutes=54) < grant.due_at < now() + timedelta(minutes=56)
        assert tokens.refresh_due() == 0
        Grant.objects.update(due_at=now())
        assert tokens.refresh_due() == 1
        assert idp.refreshed() == 1
        assert Grant.objects.get().due_at > now()

    def test_a_refused_one_is_renewed_but_not_when_it_is_brand_new(self, desk, idp):
        token = tokens.access_token(desk.help)
        assert tokens.access_token(desk.help, instead_of=token) == token
        Grant.objects.update(refreshed_at=now() - timedelta(minutes=2))
        assert tokens.access_token(desk.help, instead_of=token) != token

    @pytest.mark.django_db(transaction=True)
    def test_of_many_who_need_one_at_once_one_asks(self, desk, idp):
        age()
        idp.slow = 0.5
        got: list[str] = []

        def need() -> None:
            try:
                got.append(tokens.access_token(desk.help))
            finally:
                connection.close()

        needing = [threading.Thread(target=need) for _n in range(6)]
        for thread in needing:
            thread.start()
        for thread in needing:
            thread.join(30)
        assert len(got) == 6
        assert len(set(got)) == 1
        assert idp.refreshed() == 1

    def test_whoever_signs_in_meanwhile_wins(self, desk, idp, monkeypatch):
        age()
        refresh = asking.refresh

        def slow(service, token):
            answer = refresh(service, token)
            sign_in(idp, desk.help, desk.service, desk.ada)
            return answer

        monkeypatch.setattr(asking, "refresh", slow)
        tokens.refresh_due()
        assert unseal(Grant.objects.get().refresh_token) == list(idp.refreshes)[-1]

    def test_a_changed_secret_works_at_once(self, desk, idp):
        idp.secret = "the-new-secret"
        age()
        with pytest.raises(tokens.NoToken, match="client ID and secret"):
            tokens.access_token(desk.help)
        with pytest.raises(tokens.NoToken):  # known already: nobody asks again
            tokens.access_token(desk.help)
        assert idp.refreshed() == 1
        service_at(idp, desk.ada, client_secret="the-new-secret")
        assert tokens.access_token(desk.help)
        assert Grant.objects.get().failing_since is None

    def test_a_secret_is_not_handed_to_another_host(self, desk, idp):
        changed = service_at(
            idp, desk.ada, client_secret="", token_url="https://elsewhere.example/token"
        )
        assert changed.client_secret == ""


class TestFailing:
    @pytest.mark.parametrize("broken", ["500", "html", "garbage", "hang"])
    def test_a_broken_service_is_asked_again_later(self, desk, idp, broken, caplog):
        caplog.set_level(logging.DEBUG)
        age()
        idp.broken = broken
        for _try in range(3):
            with pytest.raises(tokens.NoToken) as raised:
                tokens.access_token(desk.help)
        assert not isinstance(raised.value, tokens.SignInAgain)
        grant = Grant.objects.get()
        assert grant.due_at > now()
        told = f"{raised.value} {grant.last_error} {caplog.text}"
        assert idp.secret not in told
        assert unseal(grant.refresh_token) not in told
        idp.broken = ""
        Grant.objects.update(due_at=now())
        assert tokens.access_token(desk.help)
        assert Grant.objects.get().last_error == ""

    def test_a_slow_one_too(self, desk, idp, monkeypatch):
        monkeypatch.setattr(asking, "SECONDS", 0.3)
        age()
        idp.slow = 4
        with pytest.raises(tokens.NoToken, match="did not answer"):
            tokens.access_token(desk.help)

    def test_trouble_while_the_last_token_is_good_stops_nobody(self, desk, idp):
        idp.broken = "500"
        Grant.objects.update(due_at=now())
        tokens.refresh_due()
        assert tokens.access_token(desk.help)
        assert watching.part_of(Grant.objects.get()).state == "degraded"

    def test_a_revoked_grant_says_sign_in_again_and_asks_no_more(self, desk, idp):
        idp.revoke("help@kettleandloom.example")
        age()
        for _try in range(3):
            with pytest.raises(tokens.SignInAgain, match="Sign in again"):
                tokens.access_token(desk.help)
        assert idp.refreshed() == 1
        part = watching.part_of(Grant.objects.get())
        assert (part.state, "Sign in again" in part.detail) == ("down", True)
        mailbox = Mailbox.objects.get()
        assert mailbox.failing_since is not None
        assert "Sign in again" in mailbox.last_error

    def test_a_service_inside_the_network_is_not_asked(self, desk, idp, settings):
        settings.ALLOWED_HOSTS_OUT = []
        age()
        with pytest.raises(tokens.NoToken, match="private network"):
            tokens.access_token(desk.help)
        assert idp.refreshed() == 0
        assert egress.Blocked  # what stands behind those words


class TestWarned:
    def test_days_before_the_end_a_provider_told(self, desk, idp):
        idp.refresh_lives = 10 * 86_400
        age()
        tokens.access_token(desk.help)
        assert watching.part_of(Grant.objects.get()).state == "ok"
        Grant.objects.update(ends_at=now() + timedelta(days=6, hours=1))
        part = watching.part_of(Grant.objects.select_related("inbox").get())
        assert part.state == "degraded"
        assert (now() + timedelta(days=6, hours=1)).date().isoformat() in part.detail

    def test_microsofts_ninety_days_begin_anew_with_each_use(self, desk):
        Grant.objects.update(provider="microsoft", ends_at=now() + timedelta(days=2))
        answer = asking.Answer("a", "r", timedelta(hours=1), None, None, "")
        end = tokens.lasts_until("microsoft", answer)
        assert now() + timedelta(days=89) < end < now() + timedelta(days=91)

    def test_in_the_readers_language_though_an_alarm_stored_it(self, desk):
        Grant.objects.update(ends_at=now() + timedelta(hours=5))
        stored = watching.part_of(Grant.objects.get()).detail
        with override("pl"):
            assert said_again(stored) != stored


class TestRegistered:
    @pytest.mark.parametrize(
        "url",
        [
            "http://login.example/authorize",
            "javascript:alert(1)",
            "https://user:pass@login.example/",
            "https:///nothing",
            "https://login.example/a b",
            "https://login.example:x/",
            "ftp://login.example/",
        ],
    )
    def test_addresses_are_https_and_sane(self, desk, idp, url):
        for field in ("authorize_url", "token_url"):
            with pytest.raises(Refused):
                service_at(idp, desk.ada, **{field: url})

    @pytest.mark.parametrize("host", ["a b", "x:99999", "x\r\ny", "imaps://x", "-x"])
    def test_mail_servers_are_names(self, desk, idp, host):
        with pytest.raises(Refused):
            service_at(idp, desk.ada, imap_host=host)

    def test_servers_of_the_service_replace_those_of_the_inbox(self, desk, idp):
        service_at(idp, desk.ada, imap_host="imap.corp.example", smtp_host="smtp.corp.example:587")
        granting.use_account(desk.help, "x@corp.example", by=desk.ada)
        assert str(inboxes.imap_of(desk.help)) == (
            "imaps://x%40corp.example@imap.corp.example:993/INBOX"
        )
        assert str(inboxes.smtp_of(desk.help)) == "smtp://x%40corp.example@smtp.corp.example:587"

    def test_one_that_is_used_is_not_removed(self, desk):
        with pytest.raises(Refused, match="signs in by it"):
            registering.remove(desk.service, by=desk.ada)
        granting.take_back(desk.help, by=desk.ada)
        registering.remove(desk.service, by=desk.ada)
        assert registering.registered("corp") is None
