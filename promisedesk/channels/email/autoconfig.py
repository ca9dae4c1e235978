"""The mail servers of an address: known by heart, told by the DNS, or guessed and tried.

What is found only fills a form that a person reads: nobody's password goes anywhere
because of a DNS record alone (RFC 6186 section 6). Network, so never inside a transaction.
"""

from __future__ import annotations

import contextlib
import hashlib
import socket
import ssl
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import structlog
from django.core.cache import cache

from promisedesk.channels.email import providers
from promisedesk.channels.email.providers import Provider, Server
from promisedesk.channels.email.servers import tls_context
from promisedesk.core import egress, name_servers
from promisedesk.core.errors import Refused
from promisedesk.core.name_servers import Unanswered
from promisedesk.core.patience import within
from promisedesk.lib.mail.domains import ascii_host
from promisedesk.lib.server_url import ServerUrl

log = structlog.get_logger("promisedesk.autoconfig")
WHOLE_TIMEOUT = 15  # seconds for all of it: a person is waiting
KNOCK_TIMEOUT = 5  # seconds for one server to greet us
REMEMBERED = 600  # seconds an answer is good for: look, type the password, connect
AT_ONCE = 12

# RFC 6186 and 8314: (name, is TLS from the start), the better first.
IMAP_SERVICES = (("_imaps._tcp", True), ("_imap._tcp", False))
SMTP_SERVICES = (("_submissions._tcp", True), ("_submission._tcp", False))
GUESSED_NAMES = ("imap", "mail", "smtp")
IMAP_PORT, SMTP_PORTS = 993, ((465, True), (587, False))  # (port, is TLS from the start)


@dataclass(frozen=True)
class Found:
    """The servers of an address. `how`: "address", "srv", "mx", "guess", or "" for not at all."""

    imap: Server | None = None
    smtp: Server | None = None
    provider: Provider | None = None
    how: str = ""

    @property
    def is_complete(self) -> bool:
        return self.imap is not None and self.smtp is not None

    def urls(self, address: str, password: str = "") -> tuple[ServerUrl | None, ServerUrl | None]:
        """(IMAP, SMTP) with the account of this address."""
        return (
            self.imap.for_account(address, "imap", password) if self.imap else None,
            self.smtp.for_account(address, "smtp", password) if self.smtp else None,
        )


def known(address: str) -> Found:
    """What is known by heart, or was found a moment ago. No network."""
    if provider := providers.of_address(address):
        return Found(provider.imap, provider.smtp, provider, "address")
    return cache.get(_cache_key(address)) or Found()


def find(address: str) -> Found:
    """The servers of this address, looked for as long as a person waits."""
    found = known(address)
    if found.how:
        return found
    try:
        domain = ascii_host(address.rpartition("@")[2].strip().lower())
    except UnicodeError:
        return found
    try:
        found = within(WHOLE_TIMEOUT, lambda: _asked(domain))
    except TimeoutError:
        log.info("looking for mail servers took too long", domain=domain)
        return Found()
    if found.how:
        cache.set(_cache_key(address), found, REMEMBERED)
    return found


def _cache_key(address: str) -> str:
    domain = address.rpartition("@")[2].strip().lower()
    return "mail-servers-" + hashlib.sha256(domain.encode("utf-8", "replace")).hexdigest()


def _asked(domain: str) -> Found:
    if not name_servers.is_public(domain):
        return _guessed(domain, [])
    with ThreadPoolExecutor(AT_ONCE) as pool:
        mx = pool.submit(_quiet, lambda: name_servers.mail_exchangers(domain))
        imap = pool.submit(_first_service, domain, IMAP_SERVICES)
        smtp = pool.submit(_first_service, domain, SMTP_SERVICES)
        hosts, told = mx.result() or [], (imap.result(), smtp.result())
    provider = providers.of_mx(hosts)
    if any(told):
        # What one service does not say, the provider may.
        return Found(
            told[0] or (provider.imap if provider else None),
            told[1] or (provider.smtp if provider else None),
            provider,
            "srv",
        )
    if provider and (provider.imap or provider.cannot):
        return Found(provider.imap, provider.smtp, provider, "mx")
    return replace(_guessed(domain, hosts), provider=provider)


def _quiet(job: Callable):
    with contextlib.suppress(Unanswered):
        return job()


def _first_service(domain: str, services: Iterable[tuple[str, bool]]) -> Server | None:
    for name, is_tls in services:
        for host, port in _quiet(lambda name=name: name_servers.services(f"{name}.{domain}")) or []:
            return Server(host, port, is_tls)
    return None


def _guessed(domain: str, mx: list[str]) -> Found:
    """The usual names, each really knocked at: only who greets with a good certificate counts."""
    # Shared hosters: the server that takes the mail is the one it is read from.
    names = list(dict.fromkeys([*(f"{one}.{domain}" for one in GUESSED_NAMES), *mx[:2], domain]))
    imap = [Server(name, IMAP_PORT, True) for name in names]
    smtp = [Server(name, port, is_tls) for name in names for port, is_tls in SMTP_PORTS]
    # No `with`: those who never answer must not be waited for.
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        answers = list(pool.map(_greets, imap + smtp))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    greeted = [one for one, is_there in zip(imap + smtp, answers, strict=True) if is_there]
    first_imap = next((one for one in greeted if one in imap), None)
    same_host = [one for one in greeted if first_imap and one.host == first_imap.host]
    first_smtp = next((one for one in same_host + greeted if one in smtp), None)
    return Found(first_imap, first_smtp, None, "guess" if first_imap or first_smtp else "")


def _greets(server: Server) -> bool:
    """Whether a mail server answers there, encrypted, under its own name."""
    try:
        address = egress.checked_address(server.host, server.port)
        with socket.create_connection((address, server.port), KNOCK_TIMEOUT) as wire:
            if server.is_tls:
                with tls_context().wrap_socket(wire, server_hostname=server.host) as safe:
                    return safe.recv(512).startswith((b"* OK", b"* PREAUTH", b"220"))
            return _offers_starttls(wire)
    except (Refused, OSError, ssl.SSLError, ValueError):
        return False


def _offers_starttls(wire: socket.socket) -> bool:
    if not wire.recv(512).startswith(b"220"):
        return False
    wire.sendall(b"EHLO desk.invalid\r\n")
    return b"STARTTLS" in wire.recv(4096).upper()
