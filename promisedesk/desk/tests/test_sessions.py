import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from promisedesk.agents import people, sessions
from promisedesk.agents.models import Session
from promisedesk.api import tokens
from promisedesk.cast import Cast
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.lib import browsers

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"
)
PASSWORD = "seven linen towels"


@pytest.fixture
def cast(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cast = Cast()
    cast.anna.set_password(PASSWORD)
    cast.anna.save()
    return cast


@pytest.fixture
def two(client, cast):
    """Anna at her desk and on her phone."""
    phone = client.__class__()
    for browser, agent, address in ((client, FIREFOX, "192.0.2.1"), (phone, SAFARI, "192.0.2.2")):
        browser.defaults |= {"HTTP_USER_AGENT": agent, "REMOTE_ADDR": address}
        browser.post("/sign-in/", {"login": cast.anna.email, "password": PASSWORD})
    return client, phone


def is_in(client) -> bool:
    return client.get("/me/").status_code == 200


@pytest.mark.parametrize(
    ("agent", "says"),
    [
        (FIREFOX, ("Firefox", "Linux")),
        (SAFARI, ("Safari", "iPhone")),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36 Edg/142.0", ("Edge", "Windows")),
        (
            "Mozilla/5.0 (Linux; Android 15) Chrome/142.0 Mobile Safari/537.36",
            ("Chrome", "Android"),
        ),
        ("curl/8", ("", "")),
    ],
)
def test_a_browser_is_called_by_its_name(agent, says):
    assert (browsers.name_of(agent), browsers.system_of(agent)) == says


def test_i_see_where_i_am_signed_in(two):
    shown = two[0].get("/me/sessions/").content.decode()
    assert "Firefox on Linux" in shown
    assert "Safari on iPhone" in shown
    assert "192.0.2.2" in shown
    assert shown.count("this one") == 1


def test_i_end_one_and_it_is_out_at_once(two, cast):
    desk, phone = two
    other = Session.objects.get(address="192.0.2.2")
    desk.post(f"/me/sessions/{other.public_id}/end/")
    assert not is_in(phone)
    assert is_in(desk)
    assert not sessions.is_alive(other.key, cast.anna.pk)


def test_i_end_all_others(two):
    desk, phone = two
    desk.post("/me/sessions/others/")
    assert (is_in(desk), is_in(phone)) == (True, False)
    assert Event.objects.filter(verb="sign_in.sessions_ended").exists()


def test_a_session_of_somebody_else_is_not_there(client, two, cast):
    other = client.__class__()
    other.force_login(cast.ada)
    row = Session.objects.filter(agent=cast.anna).first()
    assert other.post(f"/me/sessions/{row.public_id}/end/").status_code == 404
    with pytest.raises(Refused):
        sessions.end(row, by=cast.boris)


def test_changing_the_password_leaves_this_browser_and_ends_the_others(two, cast):
    desk, phone = two
    desk.post("/me/password/", {"old": PASSWORD, "new": "nine woollen blankets"})
    assert (is_in(desk), is_in(phone)) == (True, False)
    assert Session.objects.filter(agent=cast.anna).count() == 1


@pytest.mark.parametrize("change", ["role", "closing", "by an admin"])
def test_another_role_or_a_closed_account_ends_every_browser_and_token(two, cast, change):
    token = tokens.make(cast.anna, "shop")
    if change == "role":
        people.change(
            cast.anna, name="Anna", role="light", teams=cast.anna.teams.all(), by=cast.ada
        )
    elif change == "closing":
        people.deactivate(cast.anna, by=cast.ada)
    else:
        sessions.end_others(cast.anna, by=cast.ada)
    assert not any(is_in(one) for one in two)
    assert (tokens.find(token) is None) == (change != "by an admin")
    assert not Session.objects.filter(agent=cast.anna).exists()


def test_another_name_ends_nothing(two, cast):
    people.change(cast.anna, name="Anna K", role="agent", teams=[cast.orders], by=cast.ada)
    assert all(is_in(one) for one in two)


def test_an_admin_sees_where_a_colleague_is_signed_in(client, two, cast):
    admin = client.__class__()
    admin.force_login(cast.ada)
    path = f"/settings/people/{cast.anna.public_id}/"
    assert "Safari on iPhone (192.0.2.2" in admin.get(path).content.decode()
    admin.post(path + "sessions/")
    assert not any(is_in(one) for one in two)


def test_signing_out_takes_the_row_away(two, cast):
    two[1].post("/sign-out/")
    assert Session.objects.filter(agent=cast.anna).count() == 1
    assert Event.objects.filter(verb="sign_in.ended", by=cast.anna).exists()


def test_a_page_asks_the_database_nothing_more_for_it(two):
    with CaptureQueriesContext(connection) as asked:
        two[0].get("/me/")
    assert not [one["sql"] for one in asked if "agents_session" in one["sql"]]
