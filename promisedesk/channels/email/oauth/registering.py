"""The sign-in services an admin has registered the shop's app with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.people import only_admins
from promisedesk.channels.email.models import SignInService
from promisedesk.conversations.models import Grant, Mailbox
from promisedesk.core.errors import Refused
from promisedesk.core.secretbox import seal
from promisedesk.lib.loopback import is_loopback
from promisedesk.lib.server_url import ServerUrl

HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?\Z")
PLAIN_PORTS = {143, 25, 587}  # where a connection begins plain and turns to TLS


@dataclass(frozen=True)
class Preset:
    """What is known of a big provider. `asked_with`: more for its page of consent."""

    key: str
    name: str
    authorize_url: str
    token_url: str
    scope: str
    imap_host: str
    smtp_host: str
    asked_with: dict[str, str] = field(default_factory=dict)
    dies_unused: timedelta | None = None  # how long a refresh token lives without being used


# Google: developers.google.com/identity/protocols/oauth2/web-server and
# developers.google.com/gmail/imap/xoauth2-protocol. Only "consent" brings a refresh token again.
GOOGLE = Preset(
    key="google",
    name="Google",
    authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
    token_url="https://oauth2.googleapis.com/token",  # noqa: S106  an address
    scope="openid email https://mail.google.com/",
    imap_host="imap.gmail.com",
    smtp_host="smtp.gmail.com",
    asked_with={"access_type": "offline", "prompt": "select_account consent"},
)
# Microsoft: learn.microsoft.com/exchange/client-developer/legacy-protocols/
# how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth; refresh tokens live 90 days.
MICROSOFT = Preset(
    key="microsoft",
    name="Microsoft 365",
    authorize_url="https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    token_url="https://login.microsoftonline.com/common/oauth2/v2.0/token",  # noqa: S106
    scope=(
        "openid email offline_access https://outlook.office.com/IMAP.AccessAsUser.All "
        "https://outlook.office.com/SMTP.Send"
    ),
    imap_host="outlook.office365.com",
    smtp_host="smtp.office365.com:587",
    asked_with={"prompt": "select_account"},
    dies_unused=timedelta(days=90),
)
PRESETS = {preset.key: preset for preset in (GOOGLE, MICROSOFT)}


def registered(key: str) -> SignInService | None:
    """The service of this key. Read anew each time: a changed secret works at once."""
    return SignInService.objects.filter(key=key).first()


@transaction.atomic
def save(
    key: str,
    *,
    name: str,
    client_id: str,
    client_secret: str,
    authorize_url: str,
    token_url: str,
    scope: str,
    imap_host: str = "",
    smtp_host: str = "",
    by: Agent,
) -> SignInService:
    """Register an app, or change it; key "" is a new one of no preset. Raises Refused.

    An empty secret keeps the one there is, unless it would go to another host than it was
    given for. Mailboxes that failed are tried again at once.
    """
    only_admins(by)
    name, client_id = " ".join(name.split())[:100], client_id.strip()
    if not name or not client_id:
        raise Refused(_("Give the name and the client ID."))
    service = registered(key) or SignInService(key=key or _free_key(name))
    if client_secret.strip():
        service.client_secret = seal(client_secret.strip())
    elif _host(service.token_url) != _host(token_url):
        service.client_secret = ""
    service.name, service.client_id = name, client_id
    service.authorize_url = _checked_url(authorize_url)
    service.token_url = _checked_url(token_url)
    service.scope = " ".join(scope.split())
    service.imap_host, service.smtp_host = _checked_host(imap_host), _checked_host(smtp_host)
    service.changed_at = now()
    service.save()
    _try_again(service)
    return service


@transaction.atomic
def remove(service: SignInService, *, by: Agent) -> None:
    """Forget an app. Raises Refused while an inbox signs in by it."""
    only_admins(by)
    user = Grant.objects.filter(provider=service.key).select_related("inbox").first()
    if user:
        raise Refused(
            _("The inbox “%(inbox)s” signs in by it. Give that another way in first.")
            % {"inbox": user.inbox.name}
        )
    service.delete()


def imap_server(service: SignInService, user: str, known: ServerUrl | None) -> ServerUrl | None:
    """Where this account's mail is fetched from; the server `known` if the service has none."""
    if not service.imap_host:
        return replace(known, user=user, password="") if known else None
    server = _server("imap", service.imap_host, 993, user)
    return replace(server, folder=known.folder) if known else server


def smtp_server(service: SignInService, user: str, known: ServerUrl | None) -> ServerUrl | None:
    """By which server this account's mail goes out, likewise."""
    if not service.smtp_host:
        return replace(known, user=user, password="") if known else None
    return _server("smtp", service.smtp_host, 465, user)


def _server(protocol: str, place: str, usual_port: int, user: str) -> ServerUrl:
    host, _colon, port = place.partition(":")
    number = int(port or usual_port)
    scheme = protocol if number in PLAIN_PORTS else protocol + "s"
    return ServerUrl(scheme=scheme, host=host, port=number, user=user)


def _host(url: str) -> str:
    return urlsplit(url).netloc.lower()


def _checked_url(url: str) -> str:
    """An https address; plain http only on this machine, where nobody listens in between."""
    refusal = Refused(_("Write each address like https://login.example.com/authorize."))
    try:
        parts = urlsplit(url.strip())
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        raise refusal from None
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))
    if not is_safe or not host or "@" in parts.netloc or parts.fragment:
        raise refusal
    if any(letter.isspace() or not letter.isprintable() for letter in url.strip()):
        raise refusal
    return url.strip()


def _checked_host(place: str) -> str:
    place = place.strip()
    if place and (
        not HOST.match(place) or int(place.partition(":")[2] or 1) not in range(1, 65536)
    ):
        raise Refused(_("Write a mail server like imap.example.com or imap.example.com:993."))
    return place


def _free_key(name: str) -> str:
    taken = {*PRESETS, "new", *SignInService.objects.values_list("key", flat=True)}
    base = slugify(name)[:30] or "service"
    return next(
        key
        for key in (base, *(f"{base}-{number}" for number in range(2, 1000)))
        if key not in taken
    )


def _try_again(service: SignInService) -> None:
    failing = Grant.objects.filter(
        provider=service.key, failing_since__isnull=False, due_at__isnull=False
    )
    inboxes = list(failing.values_list("inbox_id", flat=True))
    failing.update(due_at=now())
    Mailbox.objects.filter(inbox__in=inboxes, failing_since__isnull=False).update(due_at=now())
