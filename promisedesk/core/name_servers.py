"""Asking the DNS, with a time limit. What nobody answered is told apart from what is not there."""

from __future__ import annotations

from collections.abc import Iterable

import dns.exception
import dns.name
import dns.rdatatype
import dns.resolver

WITHIN = 3  # seconds for each question
# RFC 2606 and 6761, and what people call machines at home: never in the public DNS.
NOT_PUBLIC = frozenset(("example", "test", "invalid", "localhost", "local", "internal", "lan"))


class Unanswered(Exception):
    """No name server answered in time, or what was asked cannot be a name."""


def is_public(domain: str) -> bool:
    """Whether a domain may be in the public DNS at all."""
    last = domain.rstrip(".").rpartition(".")[2].lower()
    return "." in domain.rstrip(".") and last not in NOT_PUBLIC


def records(name: str, kind: str) -> list:
    """The records of a name, as dnspython has them; [] when there are none. Raises Unanswered."""
    try:
        found = dns.resolver.resolve(name, kind, lifetime=WITHIN, search=False)
    except (dns.resolver.NoAnswer, dns.resolver.NXDOMAIN):
        return []
    except (dns.exception.DNSException, OSError, UnicodeError, ValueError) as error:
        raise Unanswered(str(error) or type(error).__name__) from error
    return list(found)


def texts(name: str) -> list[str]:
    """The TXT records of a name, each joined to one text (RFC 7208 3.3). Raises Unanswered."""
    return [
        b"".join(one.strings).decode("utf-8", "replace")
        for one in records(name, "TXT")
        if one.rdtype == dns.rdatatype.TXT
    ]


def mail_exchangers(domain: str) -> list[str]:
    """The names of its MX records, best first, in lower case without a dot at the end."""
    found = sorted(records(domain, "MX"), key=lambda one: one.preference)
    return [name for one in found if (name := _plain(one.exchange))]


def services(name: str) -> list[tuple[str, int]]:
    """(host, port) of its SRV records, best first; those that say "not here" are left out."""
    found = sorted(records(name, "SRV"), key=lambda one: (one.priority, -one.weight))
    return [(host, one.port) for one in found if (host := _plain(one.target)) and one.port]


def tree_of(domain: str) -> Iterable[str]:
    """The domain and those above it that somebody may own: a.b.shop.pl, b.shop.pl, shop.pl."""
    labels = domain.split(".")
    for start in range(max(1, len(labels) - 1)):
        yield ".".join(labels[start:])


def _plain(name: dns.name.Name) -> str:
    return name.to_text(omit_final_dot=True).lower().strip(".")
