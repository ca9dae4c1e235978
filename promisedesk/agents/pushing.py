"""Web push: an encrypted message to a browser that is not open (RFC 8030, 8188, 8291, 8292).

The desk's key is made once and sealed; browsers trust whoever signs with it. What is sent is
encrypted for the one browser, so its maker's server in between reads nothing.
"""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import http_ece
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from py_vapid import Vapid02

from promisedesk.agents import noticing
from promisedesk.agents.models import Agent, PushSubscription
from promisedesk.core import web
from promisedesk.core.errors import Refused
from promisedesk.core.models import Workspace
from promisedesk.core.secretbox import seal, unseal

LIVES = 24 * 3600  # seconds the browser's server keeps it for a device that is off
GIVE_UP = timedelta(days=14)  # of failing only
MOST_A_PERSON = 20
LARGEST = 3000  # bytes of JSON; a push service takes 4096 encrypted


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one push. `is_gone`: this browser wants none any more."""

    is_sent: bool
    is_gone: bool = False
    error: str = ""


def key() -> str:
    """The desk's public key as browsers want it (base64url), made when first asked for."""
    raw = _vapid().public_key.public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    return _text(raw)


def _vapid() -> Vapid02:
    sealed = Workspace.get().push_key or _make_key()
    return Vapid02.from_pem(unseal(sealed).encode())


@transaction.atomic
def _make_key() -> str:
    workspace = Workspace.objects.select_for_update().get(pk=Workspace.get().pk)
    if not workspace.push_key:
        vapid = Vapid02()
        vapid.generate_keys()
        workspace.push_key = seal(vapid.private_pem().decode())
        workspace.save(update_fields=["push_key"])
    return workspace.push_key


def subscribe(agent: Agent, endpoint: str, p256dh: str, auth: str, browser: str = "") -> None:
    """Push to this browser. Raises Refused for what no browser would send."""
    parts = urlsplit(endpoint)
    is_ours = parts.scheme == "http" and parts.hostname in settings.ALLOWED_HOSTS_OUT
    try:
        fits = len(_bytes(p256dh)) == 65 and len(_bytes(auth)) == 16
    except (ValueError, binascii.Error):
        fits = False
    if not fits or len(endpoint) > 1000 or not (parts.scheme == "https" or is_ours):
        raise Refused(_("This browser gave no address that can be used."))
    if PushSubscription.objects.filter(agent=agent).count() >= MOST_A_PERSON:
        oldest = PushSubscription.objects.filter(agent=agent).order_by("created_at").first()
        noticing.unsubscribe(agent, oldest.endpoint)
    noticing.subscribe(agent, endpoint, p256dh, auth, browser)


def send(to: PushSubscription, message: dict[str, Any]) -> Outcome:
    """Send a message to one browser now. Never inside a transaction: it asks a server."""
    parts = urlsplit(to.endpoint)
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "sub": settings.BASE_URL if settings.IS_HTTPS else "mailto:desk@localhost",
        "exp": int((now() + timedelta(hours=12)).timestamp()),
    }
    headers = {
        **_vapid().sign(claims),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(LIVES),
        "Urgency": "high",
    }
    try:
        body = _encrypted(to, json.dumps(message, ensure_ascii=False).encode()[:LARGEST])
        answer = web.ask(to.endpoint, method="POST", body=body, headers=headers, largest=10_000)
    except (Refused, ValueError) as error:
        return Outcome(False, error=str(error))
    if answer.status in (404, 410):  # RFC 8030 7.3: it is not there any more
        return Outcome(False, is_gone=True)
    is_sent = 200 <= answer.status < 300
    return Outcome(is_sent, error="" if is_sent else f"HTTP {answer.status}")


def deliver(agent: Agent, message: dict[str, Any]) -> int:
    """Send it to every browser of the agent that wants it; how many took it."""
    sent = 0
    for one in PushSubscription.objects.filter(agent=agent):
        outcome = send(one, message)
        mine = PushSubscription.objects.filter(pk=one.pk)
        sent += outcome.is_sent
        if outcome.is_gone or (one.failing_since and one.failing_since < now() - GIVE_UP):
            mine.delete()
        elif outcome.is_sent and one.failing_since:
            mine.update(failing_since=None)
        elif not outcome.is_sent:
            mine.filter(failing_since=None).update(failing_since=now())
    return sent


def _encrypted(to: PushSubscription, content: bytes) -> bytes:
    return http_ece.encrypt(
        content,
        private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=_bytes(to.p256dh),
        auth_secret=_bytes(to.auth),
        version="aes128gcm",
    )


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
