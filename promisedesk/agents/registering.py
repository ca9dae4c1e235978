"""Which services agents may sign in with, and whether they still need passwords."""

import re
import secrets
from urllib.parse import urlsplit

from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.db import transaction
from django.utils.translation import gettext as _
from requests import RequestException

from promisedesk.agents import services
from promisedesk.agents.models import Agent, SignInService
from promisedesk.agents.people import hold_the_desk, only_admins
from promisedesk.agents.verbs import (
    PASSWORDS_OFF,
    PASSWORDS_ON,
    SERVICE_ADDED,
    SERVICE_CHANGED,
    SERVICE_REMOVED,
)
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.secretbox import seal

LOCAL = re.compile(r"(localhost|127(\.\d+){3}|\[::1\])\Z")


def checked_issuer(issuer: str) -> str:
    """The address of a service. Raises Refused unless it is https (http only to this machine)."""
    issuer = issuer.strip().rstrip("/")
    try:
        parts = urlsplit(issuer)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and LOCAL.match(host))
    if not (is_safe and host) or parts.query or parts.fragment or parts.username:
        raise Refused(_("Give the issuer as https://… without a question mark or a name in it."))
    return issuer[:500]


@transaction.atomic
def add(name: str, issuer: str, client_id: str, client_secret: str, *, by: Agent) -> SignInService:
    """A new service; its key is in its way back and never given to another. Raises Refused."""
    only_admins(by)
    service = SignInService.objects.create(
        key=f"s{secrets.token_hex(5)}",
        name=_named(name),
        issuer=checked_issuer(issuer),
        client_id=client_id.strip(),
        client_secret=seal(client_secret.strip()),
    )
    record(SERVICE_ADDED, by=by, service=service.name, issuer=service.issuer)
    return service


@transaction.atomic
def change(
    service: SignInService,
    *,
    name: str,
    client_id: str,
    client_secret: str,
    is_active: bool,
    by: Agent,
) -> None:
    """Another name, app or secret ('' keeps it), or switched off. The issuer stays: accounts
    are known by it. Raises Refused."""
    only_admins(by)
    was = {name: getattr(service, name) for name in ("name", "client_id", "is_active")}
    service.name, service.client_id = _named(name), client_id.strip()
    service.is_active = is_active
    if client_secret.strip():
        service.client_secret = seal(client_secret.strip())
    service.save(update_fields=["name", "client_id", "client_secret", "is_active"])
    record(
        SERVICE_CHANGED,
        by=by,
        service=service.name,
        was=was,
        now={name: getattr(service, name) for name in was},
        is_secret_new=bool(client_secret.strip()),
    )


@transaction.atomic
def remove(service: SignInService, *, by: Agent) -> None:
    """Nobody signs in with it any more; who was linked to it is forgotten."""
    only_admins(by)
    SocialAccount.objects.filter(provider=service.key).delete()
    service.delete()
    record(SERVICE_REMOVED, by=by, service=service.name)


def test(issuer: str) -> str:
    """Ask the service what it says of itself; returns words for people: it answers, or why not."""
    try:
        found = services.described(checked_issuer(issuer))
    except Refused as refusal:
        return str(refusal)
    except (OAuth2Error, RequestException, ValueError) as error:
        return _("There is no usable answer at this address: %(why)s") % {"why": error}
    host = urlsplit(str(found["authorization_endpoint"])).hostname
    return _("It answers. People will sign in at %(host)s.") % {"host": host}


@transaction.atomic
def switch_passwords(on: bool, *, by: Agent) -> None:
    """Let everybody sign in with passwords, or only admins, who always can.

    Off needs a service that has proved to work: the admin has signed in with it. Raises Refused.
    """
    only_admins(by)
    desk = hold_the_desk()
    if desk.has_passwords == on:
        return
    working = SignInService.objects.filter(is_active=True).values("key")
    if not on and not SocialAccount.objects.filter(user=by, provider__in=working).exists():
        raise Refused(
            _("Sign in once with a service yourself first, so that everybody knows it works.")
        )
    desk.has_passwords = on
    desk.save(update_fields=["has_passwords"])
    record(PASSWORDS_ON if on else PASSWORDS_OFF, by=by)


def _named(name: str) -> str:
    name = " ".join(name.replace("\x00", "").split())[:100]
    if not name:
        raise Refused(_("Give it a name. It stands on the button."))
    return name
