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
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise NoAnswer(_("“%(url)s” is not an address of the web.") % {"url": url[:200]})
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise NoAnswer(_("“%(url)s” is not an address of the web.") % {"url": url[:200]}) from error
    address = egress.checked_address(parts.hostname, port)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    sent = {"Host": parts.netloc.rpartition("@")[2], **(headers or {})}
    with _pool(parts.scheme, address, port, parts.hostname, seconds) as pool:
        try:
            return _asked(pool, method, path, body, sent, largest, time.monotonic() + seconds)
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise NoAnswer(
                _("%(host)s gave no usable answer. Try again later.") % {"host": parts.hostname}
            ) from error


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
