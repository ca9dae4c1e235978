"""Asking a web server somebody named: one door, with every guard on it.

Each address the name has is judged (core.egress) and the connection goes to the one judged,
so that a second answer of the DNS changes nothing. No redirects, no proxies, a limit of
time and of size. Never call it inside a transaction or a page.
"""

from __future__ import annotations

import ssl
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import urllib3
from django.utils.translation import gettext as _

from promisedesk.core import egress
from promisedesk.core.errors import Refused
from promisedesk.lib.mail.domains import ascii_host

BLOCK = 64 * 1024
LARGEST = 5 * 1024 * 1024  # bytes
SECONDS = 20  # for all of it


@dataclass(frozen=True, slots=True)
class Answer:
    """What a web server said."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)  # names in lower case


class NoAnswer(Refused):
    """Nothing came that could be used: unreachable, too slow, too large. Words for people."""


def ask(
    url: str,
    *,
    method: str = "GET",
    body: bytes | None = None,
    headers: dict[str, str] | None = None,
    largest: int = LARGEST,
    seconds: float = SECONDS,
) -> Answer:
    """The answer of a web server to one question; a redirect is an answer like any other.

    Raises Refused (egress.Blocked, egress.Unresolved, NoAnswer) with words for people, which
    never tell what a server inside a private network said.
    """
    try:
        at = _place(url)
    except ValueError as error:  # UnicodeError is one
        raise NoAnswer(_("“%(url)s” is not an address of the web.") % {"url": url[:200]}) from error
    address = egress.checked_address(at.host, at.port)
    sent = {"Host": at.named, **(headers or {})}
    with _pool(at.scheme, address, at.port, at.host, seconds) as pool:
        try:
            return _asked(pool, method, at.path, body, sent, largest, time.monotonic() + seconds)
        # ValueError: what an address or a header may hold is judged last where it is written.
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise NoAnswer(
                _("%(host)s gave no usable answer. Try again later.") % {"host": at.host}
            ) from error


@dataclass(frozen=True, slots=True)
class _Place:
    scheme: str
    host: str  # in ASCII, as the DNS, TLS and the Host header want it
    port: int
    path: str
    named: str  # the host, and the port if it is said


def _place(url: str) -> _Place:
    """Where an address of the web leads. Raises ValueError (UnicodeError) if it is none."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("neither http nor https, or no host")
    host = ascii_host(parts.hostname)
    named = f"[{host}]" if ":" in host else host
    return _Place(
        scheme=parts.scheme,
        host=host,
        port=parts.port or (443 if parts.scheme == "https" else 80),
        path=(parts.path or "/") + (f"?{parts.query}" if parts.query else ""),
        named=named if parts.port is None else f"{named}:{parts.port}",
    )


def _pool(scheme: str, address: str, port: int, host: str, seconds: float):
    timeout = urllib3.Timeout(connect=min(seconds, 10), read=seconds)
    common = {"timeout": timeout, "retries": False, "maxsize": 1}
    if scheme == "http":
        return urllib3.HTTPConnectionPool(address, port, **common)
    return urllib3.HTTPSConnectionPool(
        address,
        port,
        ssl_context=ssl.create_default_context(),
        server_hostname=host,
        assert_hostname=host,
        **common,
    )


def _asked(pool, method, path, body, headers, largest, deadline) -> Answer:
    response = pool.urlopen(
        method, path, body=body, headers=headers, redirect=False, preload_content=False
    )
    try:
        content = bytearray()
        # Not `stream`, which waits until a block is full: a server may drip for hours.
        while block := response.read1(BLOCK, decode_content=True):
            content += block
            if len(content) > largest:
                raise NoAnswer(_("The answer is larger than the desk takes."))
            if time.monotonic() > deadline:
                raise NoAnswer(_("The answer took too long."))
        names = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, bytes(content), names)
    finally:
        response.close()
