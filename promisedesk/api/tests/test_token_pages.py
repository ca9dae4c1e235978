import re

import pytest
from django.core.cache import cache

from promisedesk.api import tokens
from promisedesk.cast import Cast
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event

pytestmark = pytest.mark.django_db
PASSWORD = "seven linen towels"


@pytest.fixture
def cast(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    cast = Cast()
    cast.anna.set_password(PASSWORD)
    cast.anna.save()
    return cast


@pytest.fixture
def anna(client, cast):
    client.post("/sign-in/", {"login": cast.anna.email, "password": PASSWORD})
    return client


def get(client, token, **more):
    return client.get("/api/v1/agents", headers={"authorization": f"Bearer {token}"}, **more)


def test_a_token_is_shown_once_and_acts_as_me(anna, cast):
    shown = anna.post("/me/tokens/", {"name": "Our  shop"}).content.decode()
    token = re.search(r"pd_[\w-]{43}", shown)[0]
    assert get(anna.__class__(), token).status_code == 200
    later = anna.get("/me/tokens/").content.decode()
    assert "Our shop" in later
    assert token not in later
    assert Event.objects.get(verb="token.made").by == cast.anna


def test_making_one_asks_who_it_is_and_looking_does_not(client, cast):
    client.force_login(cast.anna)
    assert client.get("/me/tokens/").status_code == 200
    answer = client.post("/me/tokens/", {"name": "x"})
    assert answer["Location"].startswith("/sign-in/confirm/")
    assert not cast.anna.tokens.exists()


def test_a_token_needs_a_name(anna):
    answer = anna.post("/me/tokens/", {"name": "  "})
    assert answer.status_code == 422
    assert "Give the token a name" in answer.content.decode()


def test_a_revoked_token_opens_nothing(anna, cast):
    token = tokens.make(cast.anna, "shop")
    row = cast.anna.tokens.get()
    told = anna.post(f"/me/tokens/{row.public_id}/removal/", follow=True).content.decode()
    assert "“shop” opens nothing any more" in told
    assert get(anna.__class__(), token).status_code == 401
    assert Event.objects.get(verb="token.revoked").data["to"] == "Anna Kowalska"


def test_others_tokens_are_not_there(anna, cast):
    tokens.make(cast.ada, "shop")
    row = cast.ada.tokens.get()
    assert anna.post(f"/me/tokens/{row.public_id}/removal/").status_code == 404
    with pytest.raises(Refused):
        tokens.revoke(row, by=cast.anna)
    with pytest.raises(Refused):
        tokens.make(cast.ada, "mine", by=cast.anna)


def test_another_address_than_before_is_in_the_log(client, cast):
    token = tokens.make(cast.anna, "shop")
    for address in ("192.0.2.1", "192.0.2.2", "192.0.2.1", "192.0.2.2"):
        cast.anna.tokens.filter(used_at__isnull=False).update(used_at="2020-01-01T00:00Z")
        get(client, token, REMOTE_ADDR=address)
    event = Event.objects.get(verb="token.elsewhere")
    assert event.data["address"] == "192.0.2.2"
    assert token not in str(event.data)


def test_light_agents_are_listed_as_what_they_are(client, cast):
    cast.boris.role = "light"
    cast.boris.save()
    token = tokens.make(cast.ada, "shop")
    found = client.get(
        "/api/v1/agents?role=light", headers={"authorization": f"Bearer {token}"}
    ).json()
    assert [one["name"] for one in found["items"]] == ["Boris Reed"]
