"""Webhooks: servers of others that are told what happens. Who may set them up, and their secrets.

A secret is shown once, when it is made; the desk keeps it sealed, since it signs with it.
"""

from __future__ import annotations

import base64
import secrets
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.api.models import Webhook
from promisedesk.api.verbs import HOOK_ADDED, HOOK_CHANGED, HOOK_REMOVED
from promisedesk.core.errors import Refused
from promisedesk.core.events import VERBS, record
from promisedesk.core.secretbox import seal
from promisedesk.lib.mail.domains import ascii_host

# What leaves the desk at all.
TOLD = ("promise.", "compensation.", "urgent.", "conversation.", "message.")
GROUPS = tuple(f"{one}*" for one in TOLD)
MOST = 20
MOST_VERBS = 60
PREFIX = "whsec_"  # as Standard Webhooks writes secrets


def known() -> list[str]:
    """All the verbs a webhook can be told, by name."""
    return sorted(name for name in VERBS if name.startswith(TOLD))


@transaction.atomic
def add(url: str, verbs: list[str], *, name: str = "", by: Agent | None) -> tuple[Webhook, str]:
    """A new webhook, and its secret, told only this once. Raises Refused."""
    demand(by, Deed.RUN)
    if Webhook.objects.count() >= MOST:
        raise Refused(_("There are many webhooks already. Remove one that is not used first."))
    url = checked_url(url)
    secret = new_secret()
    hook = Webhook.objects.create(
        name=_name(name) or host_of(url),
        url=url,
        secret=seal(secret),
        verbs=checked_verbs(verbs),
        by=by,
    )
    record(HOOK_ADDED, by=by, name=hook.name, host=host_of(url))
    return hook, secret


@transaction.atomic
def change(
    hook: Webhook,
    *,
    by: Agent | None,
    url: str | None = None,
    verbs: list[str] | None = None,
    name: str | None = None,
    is_active: bool | None = None,
) -> Webhook:
    """Change what is given. A new address is told what waits from now on. Raises Refused."""
    demand(by, Deed.RUN)
    if url is not None:
        hook.url = checked_url(url)
        hook.failing_since, hook.due_at = None, now()
    if verbs is not None:
        hook.verbs = checked_verbs(verbs)
    if name is not None:
        hook.name = _name(name) or host_of(hook.url)
    if is_active is not None:
        if is_active and not hook.is_active:
            hook.due_at = now()
        hook.is_active = is_active
    hook.save(update_fields=["url", "failing_since", "due_at", "verbs", "name", "is_active"])
    record(HOOK_CHANGED, by=by, name=hook.name, host=host_of(hook.url), is_active=hook.is_active)
    return hook


@transaction.atomic
def renew_secret(hook: Webhook, *, by: Agent | None) -> str:
    """A new secret, which signs from now on; the old one signs no more."""
    demand(by, Deed.RUN)
    secret = new_secret()
    hook.secret = seal(secret)
    hook.save(update_fields=["secret"])
    record(HOOK_CHANGED, by=by, name=hook.name, host=host_of(hook.url), secret=True)
    return secret


@transaction.atomic
def remove(hook: Webhook, *, by: Agent | None) -> None:
    """It is told nothing any more; what waits for it is gone."""
    demand(by, Deed.RUN)
    record(HOOK_REMOVED, by=by, name=hook.name, host=host_of(hook.url))
    hook.delete()


def new_secret() -> str:
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def host_of(url: str) -> str:
    return urlsplit(url).hostname or ""


def _name(name: str) -> str:
    return " ".join(name.replace("\x00", "").split())[:100]


def checked_url(url: str) -> str:
    """The address, tidied. Raises Refused unless it is https, or a host the settings allow.

    Where its name leads is judged each time it is written to (core.egress).
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        host, _port = ascii_host(parts.hostname or ""), parts.port
    except ValueError:
        host = ""
    if not host or len(url) > 1000 or parts.scheme not in ("http", "https") or parts.username:
        raise Refused(_("Write a whole address, like https://hooks.example.com/desk."))
    if parts.scheme == "http" and not settings.ALLOWED_HOSTS_OUT:
        raise Refused(_("Use https: what is sent there is about your customers."))
    return url


def checked_verbs(verbs: list[str]) -> list[str]:
    """The verbs, each once. Raises Refused on unknown ones and on none."""
    verbs = list(dict.fromkeys(verbs))
    unknown = [one for one in verbs if one not in GROUPS and one not in known()]
    if unknown:
        raise Refused(_("There is no event “%(name)s”.") % {"name": unknown[0][:60]})
    if not verbs or len(verbs) > MOST_VERBS:
        raise Refused(_("Choose what the webhook is told."))
    return verbs
