"""Signing in at a service: a real provider answers (tests/identity.py), over a real socket."""

from urllib.parse import parse_qs, urlsplit

import pytest
import urllib3
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache

from promisedesk.agents import factors, invitations, passwords, people, registering
from promisedesk.agents.models import SignInService
from promisedesk.cast import Cast
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event, Workspace
from tests.identity import IdentityProvider

pytestmark = pytest.mark.django_db
ANNA = "anna@kettleandloom.example"


@pytest.fixture(scope="module")
def running():
    with IdentityProvider() as idp:
        yield idp


@pytest.fixture
def idp(running, settings):
    """The provider as new, and reachable: our rules let nobody ask this machine otherwise."""
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1/32"]
    usual = IdentityProvider(account=ANNA)
    for name in ("account", "answer", "subject", "is_verified", "claims", "signed_by", "is_thin"):
        setattr(running, name, getattr(usual, name))
    running.broken = ""
    cache.clear()
    yield running
    cache.clear()


@pytest.fixture
def cast(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return Cast()


@pytest.fixture
def service(cast, idp):
    return registering.add("The Loom", idp.issuer, idp.client_id, idp.secret, by=cast.ada)


def leave(client, service, next=""):
    """Press the button; the address at the service."""
    answer = client.get(f"/sign-in/with/{service.key}/", {"next": next} if next else {})
    assert answer.status_code == 302
    return answer["Location"]


def consent(address: str) -> str:
    """Say yes at the service; the address it sends the browser back to."""
    answer = urllib3.request("GET", address, redirect=False)
    return answer.headers["Location"].removeprefix("http://testserver")


def sign_in(client, service, **asked):
    return client.get(consent(leave(client, service, **asked)))


def is_in(client) -> bool:
    return client.get("/me/").status_code == 200


def test_an_agent_signs_in_by_the_address_the_service_has_verified(client, service, cast):
    assert "Continue with The Loom" in client.get("/sign-in/").content.decode()
    assert sign_in(client, service, next="/me/")["Location"] == "/me/"
    assert client.get("/me/").wsgi_request.user == cast.anna
    assert Event.objects.get(verb="sign_in.done").data["way"] == service.key
    assert Event.objects.filter(verb="sign_in_service.linked", by=cast.anna).count() == 1


def test_it_is_asked_with_state_nonce_and_pkce_for_our_own_address(client, service):
    asked = parse_qs(urlsplit(leave(client, service)).query)
    assert asked["redirect_uri"] == [f"http://testserver/sign-in/with/{service.key}/back/"]
    assert asked["code_challenge_method"] == ["S256"]
    assert len(asked["nonce"][0]) >= 20
    assert len(asked["state"][0]) >= 16
    assert set(asked["scope"][0].split()) == {"openid", "email", "profile"}


def test_the_account_stays_linked_when_its_address_changes(client, service, idp, cast):
    sign_in(client, service)
    idp.account = "somebody.else@elsewhere.example"
    other = client.__class__()
    sign_in(other, service)
    assert other.get("/me/").wsgi_request.user == cast.anna
    assert SocialAccount.objects.count() == 1


@pytest.mark.parametrize("verified", [False, None, "true"])
def test_an_address_that_nobody_verified_links_nothing(client, service, idp, verified):
    idp.is_verified = verified
    answer = sign_in(client, service)
    assert answer["Location"] == "/sign-in/?service=unverified"
    assert "has not verified" in client.get(answer["Location"]).content.decode()
    assert not is_in(client)
    assert not SocialAccount.objects.exists()


def test_it_makes_no_accounts(client, service, idp, cast):
    idp.account = "stranger@elsewhere.example"
    assert sign_in(client, service)["Location"] == "/sign-in/?service=unknown"
    people.deactivate(cast.anna, by=cast.ada)
    idp.account = ANNA
    assert sign_in(client, service)["Location"] == "/sign-in/?service=unknown"
    assert not is_in(client)


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another-app"},
        {"aud": ["desk-app", "another-app"], "azp": "another-app"},
        {"nonce": "of another try"},
        {"nonce": None},
        {"iss": "https://evil.example"},
        {"exp": 1},
    ],
)
def test_a_token_that_is_not_for_this_try_is_refused(client, service, idp, claims):
    idp.claims = claims
    assert sign_in(client, service)["Location"] == "/sign-in/?service=failed"
    assert not is_in(client)


def test_a_token_signed_by_somebody_else_is_refused(client, service, idp):
    idp.signed_by = "a stranger"
    assert sign_in(client, service)["Location"] == "/sign-in/?service=failed"


def test_a_state_of_somebody_else_is_refused(client, service):
    back = consent(leave(client, service))
    assert client.__class__().get(back)["Location"] == "/sign-in/?service=failed"
    wrong = back.replace("state=", "state=x")
    assert client.get(wrong)["Location"] == "/sign-in/?service=failed"
    assert client.get(back)["Location"] == "/today/"
    assert client.__class__().get(back)["Location"] == "/sign-in/?service=failed"


def test_a_service_that_tells_the_address_only_when_asked(client, service, idp, cast):
    idp.is_thin = True
    sign_in(client, service)
    assert client.get("/me/").wsgi_request.user == cast.anna


def test_saying_no_there_leads_back_here(client, service, idp):
    idp.answer = "access_denied"
    assert sign_in(client, service)["Location"] == "/sign-in/?service=cancelled"


@pytest.mark.parametrize("broken", ["500", "html", "garbage", "hang"])
def test_a_service_out_of_order_is_no_fault_of_ours(client, service, idp, broken):
    idp.broken = broken
    assert sign_in(client, service)["Location"] == "/sign-in/?service=failed"


def test_a_service_that_is_down_is_left_alone_for_a_while(client, service, idp):
    idp.broken = "hang"
    assert sign_in(client, service)["Location"] == "/sign-in/?service=failed"
    idp.broken, questions = "", len(idp.asked)
    assert sign_in(client, service)["Location"] == "/sign-in/?service=failed"
    assert len(idp.asked) == questions
    cache.clear()
    assert sign_in(client, service)["Location"] == "/today/"


def test_our_own_network_is_not_asked_unless_it_is_allowed(client, service, settings):
    settings.ALLOWED_HOSTS_OUT = []
    answer = client.get(f"/sign-in/with/{service.key}/")
    assert answer["Location"] == "/sign-in/?service=failed"
    assert "PROMISEDESK_ALLOWED_HOSTS_OUT" in registering.test(service.issuer)


def test_the_second_factor_is_asked_for_all_the_same(client, service, cast, monkeypatch):
    monkeypatch.setattr(factors, "validate_totp_code", lambda secret, code: True)
    codes = factors.add_app(cast.anna, "JBSWY3DPEHPK3PXP", "123456")
    assert sign_in(client, service)["Location"] == "/sign-in/second-step/"
    assert not is_in(client)
    client.post("/sign-in/second-step/", {"code": codes[0]})
    assert is_in(client)


def test_a_service_that_is_off_or_gone_is_not_there(client, service, cast):
    values = {"name": "Loom", "client_id": "x", "client_secret": ""}
    registering.change(service, **values, is_active=False, by=cast.ada)
    assert client.get(f"/sign-in/with/{service.key}/").status_code == 404
    assert client.get("/sign-in/with/nothing/").status_code == 404
    assert "Continue with" not in client.get("/sign-in/").content.decode()
    registering.remove(service, by=cast.ada)
    assert not SignInService.objects.exists()


def test_the_secret_is_sealed_and_never_shown(client, service, cast, idp):
    assert idp.secret not in service.client_secret
    client.force_login(cast.ada)
    page = client.get(f"/settings/signing-in/services/{service.key}/").content.decode()
    assert idp.secret not in page
    assert service.client_secret not in page
    assert f"http://testserver/sign-in/with/{service.key}/back/" in page


def test_testing_a_service_says_where_people_will_sign_in(client, service, cast):
    client.force_login(cast.ada)
    answer = client.post(f"/settings/signing-in/services/{service.key}/test/", follow=True)
    assert "It answers. People will sign in at 127.0.0.1." in answer.content.decode()


@pytest.mark.parametrize(
    "issuer",
    ["http://login.example", "ftp://x.example", "https://", "https://a@b.example", "javascript:x"],
)
def test_an_issuer_that_is_no_safe_address_is_refused(cast, issuer):
    with pytest.raises(Refused):
        registering.add("X", issuer, "id", "secret", by=cast.ada)


def test_a_service_is_added_on_its_page(client, cast, idp):
    client.force_login(cast.ada)
    data = {"name": "Loom", "issuer": idp.issuer, "client_id": "a", "client_secret": "b"}
    answer = client.post("/settings/signing-in/services/new/", data)
    service = SignInService.objects.get()
    assert answer["Location"] == f"/settings/signing-in/services/{service.key}/"
    assert "Loom" in client.get("/settings/signing-in/").content.decode()
    client.force_login(cast.mona)
    assert client.get("/settings/signing-in/").status_code == 200
    assert client.post("/settings/signing-in/services/new/", data).status_code == 403


def test_passwords_go_when_a_service_has_proved_to_work_and_admins_keep_theirs(
    client, service, cast, idp
):
    for agent in (cast.anna, cast.ada):
        agent.set_password("seven linen towels")
        agent.save()
    with pytest.raises(Refused, match="Sign in once"):
        registering.switch_passwords(False, by=cast.ada)
    idp.account, idp.subject = cast.ada.email, "ada"
    sign_in(client, service)
    registering.switch_passwords(False, by=cast.ada)
    assert "or, for admins" in client.__class__().get("/sign-in/").content.decode()

    def by_password(agent):
        login = {"login": agent.email, "password": "seven linen towels"}
        return client.__class__().post("/sign-in/", login)

    assert "do not match" in by_password(cast.anna).content.decode()
    assert by_password(cast.ada).status_code == 302
    with pytest.raises(Refused, match="only admins have passwords"):
        invitations.issue(cast.anna, by=cast.ada)
    _dora, link = people.invite("dora@kettleandloom.example", "Dora", by=cast.ada)
    assert link == ""
    registering.remove(service, by=cast.ada)  # nobody is locked out by it
    assert passwords.are_for_all()
    assert by_password(cast.anna).status_code == 302


def test_only_admins_change_how_people_sign_in(cast, service):
    for agent in (cast.anna, cast.mona):
        with pytest.raises(Refused):
            registering.switch_passwords(False, by=agent)
        with pytest.raises(Refused):
            registering.remove(service, by=agent)
    assert Workspace.get().has_passwords
