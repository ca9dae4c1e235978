"""Mail providers by the address they give out or the MX of a domain: servers, and what to do first.

Knows only what stands in `provider_table`; asking the DNS is `autoconfig`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _

from promisedesk.lib.mail.domains import ascii_host
from promisedesk.lib.server_url import ServerUrl

# "yahoo.*": yahoo.com, yahoo.pl, yahoo.co.uk, but no yahoo.shop.example.
ANY_COUNTRY = r"\.[a-z]{2,3}(?:\.[a-z]{2})?"


@dataclass(frozen=True)
class Server:
    """A server. It calls an account by its "address", or by what is before the @ ("local")."""

    host: str
    port: int
    is_tls: bool
    user: str = "address"

    def for_account(self, address: str, protocol: str, password: str = "") -> ServerUrl:
        """This server with somebody's account; `protocol` is imap or smtp."""
        name = address.rpartition("@")[0] if self.user == "local" else address
        return ServerUrl(
            protocol + "s" if self.is_tls else protocol, self.host, self.port, name, password
        )


def implicit(host: str, port: int, user: str = "address") -> Server:
    """TLS from the start."""
    return Server(host, port, True, user)


def starttls(host: str, port: int, user: str = "address") -> Server:
    return Server(host, port, False, user)


@dataclass(frozen=True)
class Page:
    """A page of a provider, as its own menus call it."""

    label: str
    url: str


@dataclass(frozen=True)
class Provider:
    """`domains` are those it gives out itself, `mx` the ends of its mail servers' names."""

    key: str
    name: str
    domains: tuple[str, ...] = ()
    mx: tuple[str, ...] = ()
    imap: Server | None = None
    smtp: Server | None = None
    app_password: Page | None = None  # the usual password is refused
    needs_two_steps: bool = False  # app passwords exist only with two-step sign-in
    switch_on: Page | None = None  # mail programs are kept out until somebody allows them
    oauth: str = ""  # key of the sign-in service that may be used instead of a password
    takes_passwords: bool = True
    cannot: str | LazyText = ""  # why it cannot be connected at all
    spf: str = ""  # what an SPF record includes to allow its servers
    dkim: tuple[str, ...] = ()  # selectors under which it signs customers' own domains
    is_free: bool = True  # whether anybody may have an address at `domains`


@dataclass(frozen=True)
class Step:
    """Something to do at the provider's before the desk can get in."""

    says: str
    page: Page | None = None


def steps_of(provider: Provider) -> list[Step]:
    """What to do first, in order; [] when address and password are enough."""
    name = {"name": provider.name}
    if provider.cannot:
        return [Step(str(provider.cannot))]
    steps = []
    if provider.switch_on:
        steps.append(Step(_("%(name)s: let mail programs in by IMAP.") % name, provider.switch_on))
    if not provider.takes_passwords:
        steps.append(
            Step(
                _("%(name)s takes no passwords from programs any more: sign in with the account.")
                % name
            )
        )
    if provider.app_password:
        words = (
            _("%(name)s: switch on two-step sign-in, then make an app password for the desk.")
            if provider.needs_two_steps
            else _("%(name)s: make an app password for the desk. The usual one is refused.")
        )
        steps.append(Step(words % name, provider.app_password))
    return steps


def of_address(address: str) -> Provider | None:
    """The provider that gave out this very address; None for somebody's own domain."""
    return _by_domain(address.rpartition("@")[2].strip().lower())


def of_mx(hosts: list[str]) -> Provider | None:
    """The provider whose servers take a domain's mail, by the names of its MX records."""
    for host in hosts:
        found = _ending(host, "mx")
        if found:
            return found
    return None


def of_server(host: str) -> Provider | None:
    """The provider a server belongs to: the one a letter is handed to, say."""
    host = host.lower().rstrip(".")
    for provider in _table():
        if host in {one.host for one in (provider.imap, provider.smtp) if one}:
            return provider
    return None


def is_free(address: str) -> bool:
    """Whether this is an address at a host where anybody may have one."""
    from promisedesk.channels.email.provider_table import FREE_ELSEWHERE

    domain = address.rpartition("@")[2].strip().lower()
    provider = _by_domain(domain)
    return bool(provider and provider.is_free) or domain in FREE_ELSEWHERE


@cache
def _table() -> tuple[Provider, ...]:
    from promisedesk.channels.email.provider_table import TABLE  # it is made of what stands here

    return TABLE


@cache
def _exact() -> dict[str, Provider]:
    return {domain: one for one in reversed(_table()) for domain in one.domains}


@cache
def _patterns() -> list[tuple[re.Pattern[str], Provider]]:
    return [
        (re.compile(re.escape(domain.removesuffix(".*")) + ANY_COUNTRY), one)
        for one in _table()
        for domain in one.domains
        if domain.endswith(".*")
    ]


def _by_domain(domain: str) -> Provider | None:
    try:
        domain = ascii_host(domain)
    except UnicodeError:
        return None
    if found := _exact().get(domain):
        return found
    return next((one for pattern, one in _patterns() if pattern.fullmatch(domain)), None)


def _ending(host: str, kind: str) -> Provider | None:
    host = "." + host.lower().rstrip(".")
    matches = [
        (len(end), one)
        for one in _table()
        for end in getattr(one, kind)
        if host.endswith("." + end)
    ]
    # The longest: mail of Outlook.com and of Microsoft 365 both goes to *.outlook.com.
    return max(matches, key=lambda match: match[0])[1] if matches else None
