import pytest
from django.core.cache import cache

from promisedesk.agents import invitations, people
from promisedesk.cast import Cast
from promisedesk.core.models import Workspace

pytestmark = pytest.mark.django_db
PASSWORD = "seven linen towels"


@pytest.fixture
def cast(settings):
    # Counting tries is what is tested here, and argon2 is slow on purpose.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    cast = Cast()
    cast.anna.set_password(PASSWORD)
    cast.anna.save()
    yield cast
    cache.clear()


def _sign_in(client, email="anna@kettleandloom.example", password=PASSWORD, next="", **extra):
    data = {"login": email, "password": password, "next": next}
    return client.post("/sign-in/", data, **extra)


def test_the_right_password_opens_the_desk_with_a_new_session_key(client, cast):
    client.get("/sign-in/")
    client.session["x"] = "set before"
    before = client.session.session_key
    answer = _sign_in(client)
    assert (answer.status_code, answer["Location"]) == (302, "/today/")
    assert client.session.session_key != before
    assert client.get("/me/").status_code == 200


def test_known_and_unknown_addresses_are_answered_alike(client, cast):
    known = _sign_in(client, password="wrong").content.decode()
    unknown = _sign_in(client, email="nobody@elsewhere.example", password="wrong").content.decode()
    assert "do not match" in known
    same = known.replace("anna@kettleandloom.example", "").split("csrf")
    other = unknown.replace("nobody@elsewhere.example", "").split("csrf")
    assert [part[-200:] for part in same] == [part[-200:] for part in other]


def test_a_closed_account_is_answered_like_a_wrong_password(client, cast):
    people.deactivate(cast.anna, by=cast.ada)
    answer = _sign_in(client)
    assert "do not match" in answer.content.decode()


def test_at_most_ten_wrong_passwords_are_looked_at(client, cast, monkeypatch):
    looked = []
    check = type(cast.anna).check_password
    monkeypatch.setattr(
        type(cast.anna), "check_password", lambda self, raw: looked.append(raw) or check(self, raw)
    )
    for n in range(15):
        answer = _sign_in(
            client,
            password=f"wrong {n}",
            headers={"host": f"localhost:{8000 + n}", "x-forwarded-for": f"10.0.0.{n}"},
            REMOTE_ADDR="127.0.0.1",
        )
    assert len(looked) == 10
    assert "Too many tries" in answer.content.decode()
    assert "Too many tries" in _sign_in(client).content.decode()


def test_strangers_cannot_keep_out_a_browser_that_signed_in_before(client, cast):
    _sign_in(client)
    client.post("/sign-out/")
    stranger = client.__class__(REMOTE_ADDR="203.0.113.9")
    for _ in range(12):
        _sign_in(stranger, password="wrong")
    assert "Too many tries" in _sign_in(stranger).content.decode()
    assert _sign_in(client).status_code == 302


def test_the_last_tries_are_counted_down(client, cast):
    for _ in range(5):
        answer = _sign_in(client, password="wrong")
    assert "5 tries left" in answer.content.decode()


def test_too_many_tries_from_one_place_get_429(client, cast):
    client.defaults["REMOTE_ADDR"] = "192.0.2.7"
    for n in range(31):
        answer = _sign_in(client, email=f"a{n}@b.example", password="wrong")
    assert answer.status_code == 429
    assert "Wait a minute" in answer.content.decode()


def test_a_proxy_on_this_machine_is_not_taken_for_one_who_guesses(client, cast):
    for n in range(31):
        _sign_in(client, email=f"a{n}@b.example", password="wrong")
    assert _sign_in(client).status_code == 302


def test_a_giant_password_is_not_read(client, cast):
    assert _sign_in(client, password="x" * 100_000).status_code == 413


@pytest.mark.parametrize(
    "next",
    [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "\\x",
        "x",
    ],
)
def test_sign_in_leads_nowhere_outside(client, cast, next):
    assert _sign_in(client, next=next)["Location"] == "/today/"


def test_sign_in_leads_back_to_where_it_began(client, cast):
    assert client.get("/me/")["Location"] == "/sign-in/?next=/me/"
    assert 'value="/me/"' in client.get("/sign-in/?next=/me/").content.decode()
    assert _sign_in(client, next="/me/")["Location"] == "/me/"


@pytest.mark.parametrize(
    "path", ["/accounts/", "/accounts/signup/", "/signup/", "/accounts/login/"]
)
def test_nothing_of_allauths_own_pages_is_there(client, path):
    assert client.get(path).status_code == 404


def test_a_deactivated_agent_is_out_at_once(client, cast):
    _sign_in(client)
    people.deactivate(cast.anna, by=cast.ada)
    assert client.get("/me/").status_code == 302


def test_changing_the_password_ends_the_other_sessions(client, cast):
    other = client.__class__()
    _sign_in(client)
    _sign_in(other)
    answer = client.post("/me/password/", {"old": PASSWORD, "new": "nine woollen blankets"})
    assert answer.status_code == 302
    assert client.get("/me/").status_code == 200
    assert other.get("/me/").status_code == 302


def test_signing_out_needs_a_post(client, cast):
    _sign_in(client)
    assert client.get("/sign-out/").status_code == 405
    assert client.get("/me/").status_code == 200
    client.post("/sign-out/")
    assert client.get("/me/").status_code == 302


def test_a_link_sets_the_password_and_looking_at_it_changes_nothing(client, cast):
    path = invitations.issue(cast.boris, by=cast.ada).removeprefix("http://testserver")
    for _ in range(3):
        assert client.get(path).status_code == 200
    assert client.head(path).status_code == 200
    short = client.post(path, {"password": "short"})
    assert "at least 10" in short.content.decode()
    assert client.post(path, {"password": PASSWORD})["Location"] == "/today/"
    assert client.get("/me/").status_code == 200
    assert client.get(path).status_code == 410


@pytest.mark.parametrize("token", ["x", "a" * 5000, "%F0%9F%99%82"])
def test_any_other_word_opens_nothing(client, db, token):
    assert client.get(f"/welcome/{token}/").status_code == 410
    assert client.get(f"/setup/{token}/").status_code == 410


def test_without_a_mail_server_the_forgetful_are_told_whom_to_ask(client, cast, settings):
    settings.SMTP_URL = ""
    assert "Ask an admin" in client.get("/sign-in/forgotten/").content.decode()


def test_with_a_mail_server_everybody_is_answered_alike(client, cast, settings, monkeypatch):
    settings.SMTP_URL = "smtp://127.0.0.1:1"
    asked = []
    monkeypatch.setattr("promisedesk.desk.sign_in.forgotten.mail_link", asked.append)
    for email in ("anna@kettleandloom.example", "nobody@elsewhere.example"):
        answer = client.post("/sign-in/forgotten/", {"email": email}).content.decode()
        assert "If somebody with this address works here" in answer
    assert len(asked) == 2


def test_the_mailed_link_is_the_configured_address_whatever_the_host(cast):
    from promisedesk.desk.sign_in import forgotten

    mail = forgotten.letter(cast.anna, invitations.issue(cast.anna, by=None))
    assert "http://testserver/welcome/" in mail.get_content()
    assert mail["To"] == cast.anna.email


def test_the_demo_password_is_shown_in_the_demo_only(client, cast):
    assert "tea-and-linen" not in client.get("/sign-in/").content.decode()
    Workspace.objects.update(is_demo=True)
    assert "tea-and-linen" in client.get("/sign-in/").content.decode()


def test_the_language_can_be_chosen_before_signing_in(client, cast):
    assert 'lang="pl"' in client.get("/sign-in/?language=pl").content.decode()
    assert '<html lang="pl"' in client.get("/sign-in/").content.decode()
    assert '<html lang="pl"' in client.get("/sign-in/?language=xx").content.decode()


def test_a_flood_of_other_addresses_does_not_forget_who_tried_too_often(client, cast):
    for _ in range(11):
        _sign_in(client, password="wrong", REMOTE_ADDR="203.0.113.1")
    for n in range(1000):
        cache.set(f"made-up-{n}", n)
    assert "Too many tries" in _sign_in(client, REMOTE_ADDR="203.0.113.2").content.decode()
