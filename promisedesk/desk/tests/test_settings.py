"""Settings: who may look, who may write; the shop and its people."""

import pytest

from promisedesk.agents.models import Agent
from promisedesk.core.models import Workspace
from promisedesk.promises import policies

pytestmark = pytest.mark.django_db


def _pages(cast):
    calendar = policies.default_calendar()
    return [
        "/settings/inboxes/",
        "/settings/inboxes/new/",
        f"/settings/inboxes/{cast.help.public_id}/",
        f"/settings/hours/{calendar.public_id}/",
        "/settings/hours/new/",
        "/settings/people/",
        "/settings/people/new/",
        f"/settings/people/{cast.anna.public_id}/",
        "/settings/shop/",
    ]


def _writes(cast):
    calendar = policies.default_calendar()
    return [
        *[path for path in _pages(cast) if path.count("/") > 3],
        "/settings/shop/",
        f"/settings/inboxes/{cast.help.public_id}/fetching/",
        f"/settings/inboxes/{cast.help.public_id}/sending/",
        f"/settings/hours/{calendar.public_id}/days/",
        f"/settings/people/{cast.anna.public_id}/link/",
        f"/settings/people/{cast.anna.public_id}/account/",
        "/settings/teams/",
    ]


@pytest.mark.parametrize(
    ("who", "expected"), [("ada", 200), ("mona", 200), ("anna", 403), (None, 302)]
)
def test_admins_and_managers_look_at_settings_and_nobody_else(client, as_, cast, who, expected):
    client = as_(who) if who else client
    for path in _pages(cast):
        assert client.get(path).status_code == expected, path


@pytest.mark.parametrize(("who", "expected"), [("mona", 403), ("anna", 403), (None, 302)])
def test_only_admins_write_settings(client, as_, cast, who, expected):
    client = as_(who) if who else client
    for path in _writes(cast):
        assert client.post(path, {}).status_code == expected, path


@pytest.mark.parametrize("who", ["ada", "anna"])
def test_a_role_cannot_be_slipped_into_ones_own_profile(as_, cast, who):
    data = {"name": "A", "language": "pl", "time_zone": "", "role": "admin"}
    assert as_(who).post("/me/", {**data, "is_active": "0", "email": "x@y.z"}).status_code == 302
    after = Agent.objects.get(pk=getattr(cast, who).pk)
    assert (after.role, after.email) == (getattr(cast, who).role, getattr(cast, who).email)
    assert (after.name, after.language) == ("A", "pl")


def test_a_settings_page_for_somebody_who_does_not_exist_is_404(as_, cast):
    for path in ("inboxes/nobody/", "hours/nobody/", "people/nobody/"):
        assert as_("ada").get(f"/settings/{path}").status_code == 404


# Shop and people


def test_the_shop_is_saved_without_touching_what_is_not_on_the_page(as_, cast):
    Workspace.objects.update(setup_token_hash="kept")
    data = {"shop_name": "New", "time_zone": "Europe/Warsaw", "country": "PL", "language": "pl"}
    as_("ada").post("/settings/shop/", {**data, "is_demo": "on", "setup_token_hash": "x"})
    shop = Workspace.get()
    assert (shop.shop_name, shop.country, shop.is_demo) == ("New", "PL", False)
    assert shop.setup_token_hash == "kept"


def test_an_invitation_shows_its_link_once(as_, cast):
    data = {"name": "Iris Vale", "email": "iris@shop.example", "role": "agent", "language": "en"}
    page = as_("ada").post("/settings/people/new/", data).content.decode()
    assert "http://testserver/welcome/" in page
    iris = Agent.objects.get(email="iris@shop.example")
    assert "/welcome/" not in as_("ada").get(f"/settings/people/{iris.public_id}/").content.decode()


def test_closing_the_last_admins_account_is_refused_in_words(as_, cast):
    path = f"/settings/people/{cast.ada.public_id}/account/"
    page = as_("ada").post(path, follow=True).content.decode()
    assert "only admin" in page
    assert Agent.objects.get(pk=cast.ada.pk).is_active
