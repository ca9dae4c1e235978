"""The pages of signing in at Google, Microsoft 365 and others: who may, and what they say."""

import pytest
from django.urls import reverse

from promisedesk.channels.email.models import PendingGrant, SignInService
from promisedesk.channels.email.oauth import registering
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Grant
from promisedesk.core.secretbox import unseal
from tests.identity import IdentityProvider

pytestmark = pytest.mark.django_db
SECRET = "a-secret-nobody-sees"


@pytest.fixture
def admin(cast, signed_in):
    return signed_in(cast.ada)


@pytest.fixture
def idp(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    with IdentityProvider(account="help@kettleandloom.example") as idp:
        yield idp


def register(cast, idp):
    return registering.save(
        "corp", name="Corp", client_id=idp.client_id, client_secret=idp.secret,
        authorize_url=idp.url("authorize"), token_url=idp.url("token"), scope="mail", by=cast.ada,
    )  # fmt: skip


def way_back(client, cast, idp, **changed) -> str:
    """Set out for the provider's page; the address of ours it sends people back to."""
    page = reverse("desk:settings-inbox-sign-in", args=[cast.help.public_id, "corp"])
    client.post(page)
    pending = PendingGrant.objects.latest("pk")
    query = {"state": pending.state, "code": "no-such-code"} | changed
    return (
        reverse("desk:settings-oauth-back") + "?" + "&".join(f"{k}={v}" for k, v in query.items())
    )


def test_microsofts_tenant_and_a_secret_that_is_never_shown_again(admin):
    page = reverse("desk:settings-oauth-service", args=["microsoft"])
    given = {"client_id": "app-1", "client_secret": SECRET, "tenant": "1b2c-tenant"}
    assert "saved" in admin.post(page, given, follow=True).text
    service = SignInService.objects.get()
    assert service.token_url == "https://login.microsoftonline.com/1b2c-tenant/oauth2/v2.0/token"
    assert unseal(service.client_secret) == SECRET
    shown = admin.get(page).text
    assert SECRET not in shown
    assert "set, not shown" in shown
    assert "1b2c-tenant" in shown
    admin.post(page, given | {"client_secret": "", "tenant": ""})
    service.refresh_from_db()
    assert unseal(service.client_secret) == SECRET  # empty keeps it
    assert "/common/" in service.authorize_url


@pytest.mark.parametrize("tenant", ["a/b", "x?y", "../z", "a b"])
def test_a_tenant_cannot_lead_elsewhere(admin, tenant):
    page = reverse("desk:settings-oauth-service", args=["microsoft"])
    assert admin.post(page, {"client_id": "a", "tenant": tenant}).status_code == 422
    assert not SignInService.objects.exists()


def test_another_provider_needs_https_addresses(admin):
    page = reverse("desk:settings-oauth-service", args=["new"])
    given = {
        "name": "Почта", "client_id": "a", "client_secret": "b", "scope": "mail:imap",
        "authorize_url": "http://login.example/a", "token_url": "https://login.example/t",
    }  # fmt: skip
    assert "like https://" in admin.post(page, given).text
    admin.post(page, given | {"authorize_url": "https://login.example/a"})
    service = SignInService.objects.get()
    assert service.key not in ("new", "")
    edit = reverse("desk:settings-oauth-service", args=[service.key])
    assert "mail:imap" in admin.get(edit).text
    remove = reverse("desk:settings-oauth-remove", args=[service.key])
    assert "removed" in admin.post(remove, follow=True).text


def test_the_redirect_address_is_made_of_the_set_url_alone(admin, settings):
    settings.BASE_URL = "https://desk.shop.example"
    shown = admin.get(reverse("desk:settings-oauth"), headers={"host": "localhost"}).text
    assert "https://desk.shop.example/settings/sign-in-services/back/" in shown


def test_managers_look_admins_change_and_agents_have_no_business_here(cast, signed_in, idp):
    register(cast, idp)
    services = reverse("desk:settings-oauth-service", args=["corp"])
    away = reverse("desk:settings-inbox-sign-in", args=[cast.help.public_id, "corp"])
    manager, agent = signed_in(cast.mona), signed_in(cast.anna)
    for page in (services, away, reverse("desk:settings-oauth")):
        assert manager.get(page).status_code == 200
        assert agent.get(page).status_code == 403
    for page in (services, away, reverse("desk:settings-oauth-remove", args=["corp"])):
        assert manager.post(page).status_code == 403
        assert agent.post(page).status_code == 403
    assert not PendingGrant.objects.exists()


def test_who_goes_away_may_be_sent_there_by_the_pages_own_form(cast, admin, idp):
    register(cast, idp)
    page = reverse("desk:settings-inbox-sign-in", args=[cast.help.public_id, "corp"])
    policy = admin.get(page)["Content-Security-Policy"]
    allowed = next(rule for rule in policy.split("; ") if rule.startswith("form-action"))
    assert f"http://127.0.0.1:{idp.port}" in allowed
    asked = admin.post(page)["Location"]
    assert asked.startswith(idp.url("authorize?"))
    for part in ("response_type=code", "code_challenge_method=S256", "state="):
        assert part in asked
    assert idp.secret not in asked


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"error": "access_denied"}, "not allowed on the provider"),
        ({"error": "<script>alert(1)</script>"}, "broke off"),
        ({"code": ""}, "broke off"),
        ({}, "Sign in again"),
        ({"state": "made-up"}, "used already"),
    ],
)
def test_a_way_back_that_fails_says_why_and_leaves_the_inbox_as_it_was(
    cast, admin, idp, changed, words
):
    register(cast, idp)
    inboxes.set_imap(cast.help, "imaps://help:password@mail.shop.example/INBOX")
    page = admin.get(way_back(admin, cast, idp, **changed))
    assert page.status_code == 422
    assert words in page.text
    assert "Nothing of the inbox has changed" in page.text
    assert "<script>alert" not in page.text
    assert inboxes.imap_of(cast.help).password == "password"
    assert not Grant.objects.exists()


def test_the_way_back_is_for_the_admin_who_set_out(cast, admin, signed_in, idp):
    register(cast, idp)
    address = way_back(admin, cast, idp)
    cast.mona.role = "admin"
    cast.mona.save()
    assert "somebody else’s" in signed_in(cast.mona).get(address).text
    assert signed_in(cast.boris).get(address).status_code == 403
    assert PendingGrant.objects.count() == 1


def test_the_inbox_offers_to_sign_in_and_again_when_it_is_over(cast, admin, idp):
    inbox = reverse("desk:settings-inbox", args=[cast.help.public_id])
    assert "Set up sign-in services" in admin.get(inbox).text
    register(cast, idp)
    assert "Sign in with Corp" in admin.get(inbox).text
    grant = Grant.objects.create(inbox=cast.help, provider="corp", user="h@x.example")
    assert "Signed in with Corp as h@x.example" in admin.get(inbox).text
    grant.due_at, grant.failing_since = None, grant.given_at
    grant.last_error = "The desk is no longer let into this mailbox."
    grant.save()
    shown = admin.get(inbox).text
    assert "no longer let into this mailbox" in shown
    assert "Sign in again" in shown
    account = reverse("desk:settings-inbox-account", args=[cast.help.public_id])
    assert admin.get(account).status_code == 200
    assert "forgotten" in admin.post(account, {"forget": "1"}, follow=True).text
    assert not Grant.objects.exists()
