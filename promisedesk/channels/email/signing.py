"""Signing our letters with a key of the sender's domain (DKIM, RFC 6376).

Only a key whose record stands in the DNS signs: a signature nobody can check looks worse
than none. What cannot be signed goes out unsigned, and the log says why.
"""

from __future__ import annotations

import base64
from datetime import datetime
from functools import lru_cache

import dkim
import structlog
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.db import transaction
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.agents.people import only_admins
from promisedesk.channels.email.models import SendingDomain, SigningKey
from promisedesk.core.memo import remembered
from promisedesk.core.secretbox import seal, unseal
from promisedesk.lib.mail.domains import ascii_host

log = structlog.get_logger("promisedesk.signing")
BITS = 2048  # RFC 8301: verifiers need not take more than 2048, signers should use it
LONGEST_STRING = 255  # bytes of one string of a TXT record (RFC 1035 3.3)

# Signed when they are there (RFC 6376 5.4.1 and RFC 8058 4).
HEADERS = (
    "from", "sender", "reply-to", "to", "cc", "subject", "date", "message-id", "in-reply-to",
    "references", "auto-submitted", "list-unsubscribe", "list-unsubscribe-post", "mime-version",
    "content-type", "content-transfer-encoding",
)  # fmt: skip
# Once more than they are there, so that nobody can add a second one (RFC 6376 8.15).
CLOSED = ("from", "to", "subject", "date")


def signed(raw: bytes, domain: str) -> bytes:
    """The letter with a DKIM-Signature of this domain on top; as it is without a good key.

    `domain` is that of From, in ASCII. A letter matters more than its signature, so only a
    database that is away raises.
    """
    key = _key_of(domain.lower())
    if key is None:
        return raw
    try:
        return _signature(raw, key) + raw
    except Exception as error:
        # dkimpy raises what it meets: bad keys, bad letters, nonsense in ASN.1.
        log.warning("a letter could not be signed", domain=domain, error=str(error))
        return raw


def _signature(raw: bytes, key: SigningKey) -> bytes:
    letter = dkim.DKIM(raw)
    there = [name.lower().decode("ascii", "replace") for name, _value in letter.headers]
    names = [name for name in HEADERS for _once in range(there.count(name))]
    return letter.sign(
        key.selector.encode(),
        key.domain.encode(),
        unseal(key.private_key).encode(),
        canonicalize=(b"relaxed", b"relaxed"),
        include_headers=[name.encode() for name in [*names, *CLOSED]],
    )


@remembered(SigningKey)
def _key_of(domain: str) -> SigningKey | None:
    """The key to sign with; None when signing is off."""
    return SigningKey.objects.filter(domain=domain, is_on=True).first()


@transaction.atomic
def make_key(domain: str, *, by: Agent) -> SigningKey:
    """A fresh key for a domain, off until its record stands in the DNS; one that exists stays."""
    only_admins(by)
    domain = ascii_host(domain).lower()
    existing = SigningKey.objects.filter(domain=domain).first()
    if existing:
        return existing
    key = SigningKey.objects.create(
        domain=domain, selector=_selector(now()), private_key=seal(_fresh_pem())
    )
    _look_soon(domain)
    return key


@transaction.atomic
def drop_key(domain: str, *, by: Agent) -> None:
    """Stop signing for a domain, and forget its key. Letters under way stay as they are."""
    only_admins(by)
    for key in SigningKey.objects.filter(domain=ascii_host(domain).lower()):
        key.delete()
    _look_soon(domain)


def settle(key: SigningKey, texts: list[str] | None) -> None:
    """Sign from now on if the key's record says so, stop if it does not. None: nobody knows."""
    if texts is None:
        return
    is_on = says_our_key(key, texts)
    if is_on != key.is_on:
        log.info("signing changed", domain=key.domain, is_on=is_on)
        key.is_on = is_on
        key.save(update_fields=["is_on"])


def _look_soon(domain: str) -> None:
    SendingDomain.objects.filter(domain=domain).update(due_at=now(), attempts=0)


def _selector(at: datetime) -> str:
    # A new key needs a new name: the old record still answers for letters under way.
    return f"desk{at:%Y%m%d}"


def _fresh_pem() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    # PKCS#1: the only form dkimpy reads.
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    ).decode()


def record_name(key: SigningKey) -> str:
    """Where its TXT record stands."""
    return f"{key.selector}._domainkey.{key.domain}"


def record_text(key: SigningKey) -> str:
    """What its TXT record says (RFC 6376 3.6.1), as one text."""
    return f"v=DKIM1; k=rsa; p={public_half(key)}"


def in_strings(text: str) -> str:
    """A TXT record as zone files want it: quoted strings of at most 255 bytes."""
    parts = [text[at : at + LONGEST_STRING] for at in range(0, len(text), LONGEST_STRING)]
    return " ".join(f'"{part}"' for part in parts)


def says_our_key(key: SigningKey, texts: list[str]) -> bool:
    """Whether one of these TXT records holds the public half of this key."""
    return any(_tag(text, "p") == public_half(key) for text in texts)


def _tag(record: str, name: str) -> str:
    for part in record.split(";"):
        found, _equals, value = part.partition("=")
        if found.strip() == name:
            return "".join(value.split())
    return ""


@lru_cache(100)
def _public(pem: str) -> str:
    private = serialization.load_pem_private_key(pem.encode(), password=None)
    public = private.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return base64.b64encode(public).decode()


def public_half(key: SigningKey) -> str:
    """The public key as records hold it: base64 of SubjectPublicKeyInfo."""
    return _public(unseal(key.private_key))
