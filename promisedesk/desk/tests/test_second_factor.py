"""The second factor at every way in, and its pages. Codes are made here as an app makes them."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache

from promisedesk.agents import factors, invitations, noticing, people, tries
from promisedesk.agents.models import Agent, Notice, Session
from promisedesk.cast import Cast
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event, Workspace
from promisedesk.core.secretbox import unseal

pytestmark = pytest.mark.django_db
PASSWORD = "seven linen towels"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def at(monkeypatch):
    """The clock of codes stands still, until a test moves it by steps of 30 seconds."""
    clock = {"step": 50_000_000}
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time.time", lambda: clock["step"] * 30 + 5)
    return clock


@pytest.fixture
def cast(settings, at):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    cast = Cast()
    for agent in (cast.anna, cast.ada):
        agent.set_password(PASSWORD)
        agent.save()
    yield cast
    cache.clear()


def code(at, step=0):
    return format_hotp_value(hotp_value(SECRET, at["step"] + step))


def give_app(agent, at) -> list[str]:
    codes = factors.add_app(agent, SECRET, code(at))
    at["step"] += 10
    return codes


def sign_in(client, agent):
    return client.post("/sign-in/", {"login": agent.email, "password": PASSWORD})


def is_in(client) -> bool:
    return client.get("/me/").status_code == 200


def test_the_password_alone_opens_nothing(client, cast, at):
    give_app(cast.anna, at)
    assert sign_in(client, cast.anna)["Location"] == "/sign-in/second-step/"
    assert not is_in(client)
    assert client.get("/api/v1/agents").status_code == 401
    wrong = client.post("/sign-in/second-step/", {"code": "000000"})
    assert wrong.status_code == 422
    assert not is_in(client)
    assert client.post("/sign-in/second-step/", {"code": code(at)})["Location"] == "/today/"
    assert is_in(client)


def test_a_code_is_good_once(client, cast, at):
    give_app(cast.anna, at)
    sign_in(client, cast.anna)
    client.post("/sign-in/second-step/", {"code": code(at)})
    other = client.__class__()
    sign_in(other, cast.anna)
    for used in (code(at), code(at, -1)):
        assert other.post("/sign-in/second-step/", {"code": used}).status_code == 422
    at["step"] += 1
    assert other.post("/sign-in/second-step/", {"code": code(at)}).status_code == 302


def test_a_recovery_code_opens_once_and_is_counted(client, cast, at):
    codes = give_app(cast.anna, at)
    assert len(codes) == 10
    sign_in(client, cast.anna)
    client.post("/sign-in/second-step/", {"code": f"{codes[0][:4]} {codes[0][4:]}"})
    assert is_in(client)
    assert "9 codes are left" in client.get("/me/second-factor/").content.decode()
    assert Event.objects.filter(verb="second_factor.code_used").exists()
    other = client.__class__()
    sign_in(other, cast.anna)
    assert other.post("/sign-in/second-step/", {"code": codes[0]}).status_code == 422


def test_codes_are_guessed_ten_times_at_most(client, cast, at, monkeypatch):
    give_app(cast.anna, at)
    looked = []
    monkeypatch.setattr(
        "promisedesk.agents.codes._counter", lambda secret, code: looked.append(code)
    )
    for n in range(15):
        sign_in(client, cast.anna)
        client.post("/sign-in/second-step/", {"code": f"{n:06}"}, REMOTE_ADDR=f"203.0.113.{n}")
    assert len(looked) == tries.MOST


def test_an_invitation_link_asks_for_it_too(client, cast, at):
    give_app(cast.anna, at)
    path = invitations.issue(cast.anna, by=cast.ada).removeprefix("http://testserver")
    answer = client.post(path, {"password": "nine woollen blankets"})
    assert answer["Location"] == "/sign-in/second-step/"
    assert not is_in(client)


def test_secrets_are_sealed_in_the_database(cast, at):
    give_app(cast.anna, at)
    row = Authenticator.objects.get(user=cast.anna, type="totp")
    assert SECRET not in str(row.data)
    assert unseal(row.data["secret"]) == SECRET


def test_an_app_is_added_by_a_code_of_it(client, cast, at):
    sign_in(client, cast.anna)
    shown = client.get("/me/second-factor/app/").content.decode()
    secret = re.search(r'class="mono secret">([A-Z2-7 ]+)<', shown)[1].replace(" ", "")
    assert 'src="data:image/svg' in shown
    assert client.post("/me/second-factor/app/", {"code": "000000"}).status_code == 422
    given = format_hotp_value(hotp_value(secret, at["step"]))
    told = client.post("/me/second-factor/app/", {"code": given}).content.decode()
    assert len(re.findall(r"<li>\d{4} \d{4}</li>", told)) == 10
    assert factors.has(cast.anna)
    assert Event.objects.get(verb="second_factor.added").by == cast.anna


def test_a_browser_left_alone_adds_nothing(client, cast):
    client.force_login(cast.anna)
    for path in ("app/", "codes/", "1/removal/"):
        answer = client.post(f"/me/second-factor/{path}", {"code": "1"})
        assert answer["Location"].startswith("/sign-in/confirm/")
    answer = client.get("/me/second-factor/app/")
    assert answer["Location"] == "/sign-in/confirm/?next=%2Fme%2Fsecond-factor%2Fapp%2F"
    wrong = client.post("/sign-in/confirm/", {"password": "x", "next": "/me/second-factor/app/"})
    assert wrong.status_code == 422
    right = client.post(
        "/sign-in/confirm/", {"password": PASSWORD, "next": "/me/second-factor/app/"}
    )
    assert right["Location"] == "/me/second-factor/app/"
    assert client.get("/me/second-factor/app/").status_code == 200


@pytest.mark.parametrize("next", ["//evil.example", "https://evil.example/", "/\\evil.example"])
def test_confirming_leads_nowhere_outside(client, cast, next):
    client.force_login(cast.anna)
    answer = client.post("/sign-in/confirm/", {"password": PASSWORD, "next": next})
    assert answer["Location"] == "/me/"


def test_when_everybody_needs_one_a_newcomer_adds_it_before_anything_else(client, cast, at):
    give_app(cast.ada, at)
    sign_in(client, cast.anna)
    factors.ask_everybody(True, by=cast.ada)
    assert not is_in(client)  # those without one are signed out
    sign_in(client, cast.anna)
    for path in ("/today/", "/inbox/", "/me/", "/me/tokens/", "/settings/people/"):
        assert client.get(path)["Location"] == "/me/second-factor/"
    shown = client.get("/me/second-factor/").content.decode()
    assert "This desk asks everybody" in shown
    page = client.get("/me/second-factor/app/").content.decode()
    secret = re.search(r'class="mono secret">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    given = format_hotp_value(hotp_value(secret, at["step"]))
    client.post("/me/second-factor/app/", {"code": given})
    assert is_in(client)


def test_an_admin_without_one_cannot_ask_others_for_it(cast):
    with pytest.raises(Refused, match="your own first"):
        factors.ask_everybody(True, by=cast.ada)


def test_the_last_one_stays_where_everybody_needs_one(cast, at):
    give_app(cast.ada, at)
    factors.ask_everybody(True, by=cast.ada)
    with pytest.raises(Refused, match="Add another one first"):
        factors.remove(factors.of(cast.ada)[0], by=cast.ada)


def test_removing_the_last_one_ends_the_recovery_codes(cast, at):
    give_app(cast.anna, at)
    factors.remove(factors.of(cast.anna)[0], by=cast.anna)
    assert not Authenticator.objects.filter(user=cast.anna).exists()


def test_an_admin_takes_it_away_and_it_is_in_the_log(client, cast, at):
    give_app(cast.anna, at)
    sign_in(client, cast.anna)
    client.post("/sign-in/second-step/", {"code": code(at)})
    admin = client.__class__()
    admin.force_login(cast.ada)
    answer = admin.post(f"/settings/people/{cast.anna.public_id}/second-factor/", follow=True)
    assert "signs in with the password alone" in answer.content.decode()
    assert not factors.has(cast.anna)
    assert not is_in(client)
    event = Event.objects.get(verb="second_factor.reset")
    assert (event.by, event.data["to"]) == (cast.ada, "Anna Kowalska")


def test_whose_second_factor_was_taken_away_is_told_whatever_they_wish(client, cast, at):
    give_app(cast.anna, at)
    noticing.wish(cast.anna, [], [])
    factors.reset(cast.anna, by=cast.ada)
    client.force_login(cast.anna, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "Ada Field took away your second factor" in client.get("/notices/").content.decode()
    one = Notice.objects.get()
    assert client.get(f"/notices/{one.public_id}/")["Location"] == "/me/second-factor/"
    assert noticing.waiting([cast.anna.pk]) == {}


@pytest.mark.parametrize("who", ["anna", "mona"])
def test_nobody_else_takes_it_away(cast, at, who):
    give_app(cast.boris, at)
    with pytest.raises(Refused):
        factors.reset(cast.boris, by=getattr(cast, who))
    with pytest.raises(Refused):
        factors.ask_everybody(True, by=getattr(cast, who))


def test_going_back_to_the_door_forgets_the_half_done_sign_in(client, cast, at):
    give_app(cast.anna, at)
    sign_in(client, cast.anna)
    assert client.get("/sign-in/").status_code == 200
    assert client.get("/sign-in/second-step/")["Location"].startswith("/sign-in/again/")


def test_the_account_closed_meanwhile_stays_closed(client, cast, at):
    give_app(cast.anna, at)
    sign_in(client, cast.anna)
    people.deactivate(cast.anna, by=cast.ada)
    client.post("/sign-in/second-step/", {"code": code(at)})
    assert not is_in(client)
    assert not Session.objects.filter(agent=cast.anna).exists()


def test_passkeys_need_a_name_and_https(settings):
    for url, is_https, can in (
        ("https://desk.example", True, True),
        ("http://localhost:8000", False, True),
        ("http://desk.example", False, False),
        ("https://192.0.2.1", True, False),
    ):
        settings.BASE_URL, settings.IS_HTTPS = url, is_https
        assert factors.can_have_keys() is can


def test_a_passkey_that_nobody_has_opens_nothing(client, cast):
    asked = client.get("/sign-in/passkey/").json()
    assert asked["publicKey"]["userVerification"] == "required"
    for credential in ("{}", "nonsense", '{"id": "x", "response": {"userHandle": "MQ"}}'):
        answer = client.post("/sign-in/passkey/", {"credential": credential})
        assert answer["Location"] == "/sign-in/?service=failed"


def test_workspace_asks_nobody_by_itself(db):
    assert Workspace.get().needs_second_factor is False
    assert Agent.objects.count() == 0
