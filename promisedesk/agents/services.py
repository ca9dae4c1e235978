"""Signing in at somebody else's: OpenID Connect Core 1.0, code flow with PKCE, by allauth.

The rows are ours (SignInService), the protocol is django-allauth's. Nobody becomes an agent
by it: it opens the account of the agent with the same address, if the service has verified
that address, and from then on the account it was linked to (`sub`), whatever the address.
"""

import hashlib
import secrets

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.shortcuts import redirect

from promisedesk.agents import asking
from promisedesk.agents.models import Agent, SignInService
from promisedesk.agents.verbs import LINKED
from promisedesk.core.events import record
from promisedesk.core.secretbox import unseal

NONCE = "sign_in_nonce"  # in the session, as long as somebody is away at the service
REMEMBERED = 600  # seconds; how long a service's own description is believed
REFUSED = "/sign-in/?service="  # why it did not work, in a word the page knows


class Services(DefaultSocialAccountAdapter):
    """allauth's, over our rows and our guarded door."""

    def list_apps(self, request, provider=None, client_id=None) -> list[SocialApp]:
        rows = SignInService.objects.filter(is_active=True)
        rows = rows.filter(key=provider) if provider else rows
        return [_app(row) for row in rows if client_id in (None, row.client_id)]

    def get_provider(self, request, provider, client_id=None):
        return Service(request, app=self.get_app(request, provider, client_id))

    def get_requests_session(self):
        return asking.session()

    def is_open_for_signup(self, request, sociallogin) -> bool:
        return False

    def populate_user(self, request, sociallogin, data):
        return sociallogin.user  # nobody becomes an agent: there is nothing to fill in

    def is_auto_signup_allowed(self, request, sociallogin) -> bool:
        return False

    def pre_social_login(self, request, sociallogin) -> None:
        """Link the account to its agent the first time; whoever has none goes back."""
        request.sign_in_way = sociallogin.account.provider
        if sociallogin.state.get("process") != "login":
            raise ImmediateHttpResponse(redirect(REFUSED + "failed"))
        if not sociallogin.is_existing and not _link(sociallogin):
            raise ImmediateHttpResponse(redirect(REFUSED + _why_not(sociallogin)))

    def on_authentication_error(self, request, provider, error=None, **_about) -> None:
        word = "cancelled" if str(error) == "cancelled" else "failed"
        raise ImmediateHttpResponse(redirect(REFUSED + word))


def _app(row: SignInService) -> SocialApp:
    return SocialApp(
        provider="openid_connect",
        provider_id=row.key,
        name=row.name,
        client_id=row.client_id,
        secret=unseal(row.client_secret),
        settings={"server_url": row.issuer.rstrip("/"), "oauth_pkce_enabled": True},
    )


def _verified(sociallogin) -> list[str]:
    return [one.email for one in sociallogin.email_addresses if one.verified is True]


def _why_not(sociallogin) -> str:
    return "unknown" if _verified(sociallogin) else "unverified"


@transaction.atomic
def _link(sociallogin) -> bool:
    """Whether there is an active agent of a verified address, to whom it now belongs."""
    emails = [email.lower() for email in _verified(sociallogin)]
    agent = Agent.objects.filter(email__in=emails, is_active=True).first()
    if agent is None:
        return False
    sociallogin.user = sociallogin.account.user = agent
    try:
        with transaction.atomic():
            sociallogin.account.save()
    except IntegrityError:  # they pressed twice
        return True
    service = SignInService.objects.get(key=sociallogin.account.provider)
    record(LINKED, by=agent, agent=agent.pk, service=service.name)
    return True


class Door(OpenIDConnectOAuth2Adapter):
    """One conversation with a service. Stricter than the library's: see `complete_login`."""

    @property
    def openid_config(self) -> dict:
        provider = self.get_provider()
        key = "openid:" + hashlib.sha256(provider.server_url.encode()).hexdigest()
        found = cache.get(key)
        if found is None:
            found = described(provider.app.settings["server_url"])
            cache.set(key, found, REMEMBERED)
        return found

    def complete_login(self, request, app, token, **kwargs):
        """Who it is. The id_token must be signed, ours (aud), of this try (nonce), and in time.

        Only if it names no address, the service is asked for it (OIDC Core 5.3.2: of the same
        `sub`, or it counts for nothing).
        """
        id_token = kwargs["response"].get("id_token")
        nonce = request.session.pop(NONCE, "")
        if not id_token:
            raise OAuth2Error("no id_token")
        claims = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        if not nonce or not secrets.compare_digest(str(claims.get("nonce", "")), nonce):
            raise OAuth2Error("a nonce of somebody else")
        if claims.get("azp", app.client_id) != app.client_id:
            raise OAuth2Error("a token for somebody else")
        data = {"id_token": claims}
        if "email" not in claims and self.openid_config.get("userinfo_endpoint"):
            said = self._fetch_user_info(token.token)
            if said.get("sub") == claims["sub"]:
                data["id_token"] = claims | {
                    name: said[name] for name in ("email", "email_verified") if name in said
                }
        return self.get_provider().sociallogin_from_response(request, data)


class Service(OpenIDConnectProvider):
    """allauth's provider, which also says a nonce (OIDC Core 3.1.2.1) and takes no wishes."""

    oauth2_adapter_class = Door

    def get_auth_params_from_request(self, request, action) -> dict:
        request.session[NONCE] = secrets.token_urlsafe(24)
        return {"nonce": request.session[NONCE]}

    def get_scope_from_request(self, request) -> list[str]:
        return self.get_scope()


def described(issuer: str) -> dict:
    """What a service says of itself (OpenID Connect Discovery 1.0 4).

    Raises OAuth2Error or requests.RequestException if it is none, or is another than it says.
    """
    with asking.session() as asked:
        answer = asked.get(issuer.rstrip("/") + "/.well-known/openid-configuration")
        answer.raise_for_status()
        found = answer.json()
    if not isinstance(found, dict) or str(found.get("issuer", "")).rstrip("/") != issuer.rstrip(
        "/"
    ):
        raise OAuth2Error("another issuer than it was asked for")
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
        if not asking.is_address(str(found.get(name, ""))):
            raise OAuth2Error(f"no {name}")
    return found
