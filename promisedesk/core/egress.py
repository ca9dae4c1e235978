"""Where the desk may connect to when people give it a server's name.

A name somebody typed must not reach into the network the desk stands in: every address it
resolves to has to be public, or be named in PROMISEDESK_ALLOWED_HOSTS_OUT. Connect to the
address returned here, not to the name again: the second answer of a DNS may be another.
"""

import ipaddress
import socket

from django.conf import settings
from django.utils.translation import gettext as _

from promisedesk.core.errors import Refused
from promisedesk.core.patience import within

RESOLVE_WITHIN = 5  # seconds; getaddrinfo itself knows no time limit
NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Unresolved(Refused):
    """The name leads nowhere."""


class Blocked(Refused):
    """The name leads into a network the desk must not reach."""


def checked_address(host: str, port: int) -> str:
    """The IP address to connect to for `host`, IPv4 first.

    Raises Unresolved when there is none within 5 s, Blocked when any of its addresses is
    loopback, private or otherwise not public and not allowed by the settings.
    """
    host = host.strip().rstrip(".").lower()
    found = _resolve(host, port)
    if not is_allowed_name(host):
        for address in found:
            if not is_allowed_address(address):
                raise Blocked(_inside(host, address))
    return str(min(found, key=lambda address: address.version))


def _inside(host: str, address: Address) -> str:
    if host == str(address):
        words = _(
            "%(host)s is inside a private network. If that is right, "
            "add it to PROMISEDESK_ALLOWED_HOSTS_OUT and start the desk again."
        )
    else:
        words = _(
            "%(host)s is at %(address)s, inside a private network. If that is right, "
            "add it to PROMISEDESK_ALLOWED_HOSTS_OUT and start the desk again."
        )
    return words % {"host": host, "address": address}


def is_allowed_name(host: str) -> bool:
    """Whether the settings name this very host. An IP address is judged as one instead."""
    return host in {name.lower() for name in settings.ALLOWED_HOSTS_OUT}


def is_allowed_address(address: Address) -> bool:
    """Whether an address is public, or lies in a network the settings allow."""
    address = _inner(address)
    if address.is_global and not address.is_multicast:
        return True
    return any(
        address in network for network in _allowed_networks() if network.version == address.version
    )


def _inner(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one, where routers would take it out again."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in NAT64 or int(address) >> 32 == 0:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and address != ipaddress.IPv6Address("::1"):
            return inner
    return address


def _allowed_networks():
    for name in settings.ALLOWED_HOSTS_OUT:
        try:
            yield ipaddress.ip_network(name, strict=False)
        except ValueError:
            continue  # a host name


def _resolve(host: str, port: int) -> list[Address]:
    unknown = Unresolved(
        _("There is no server called “%(host)s”. Check the name for typing mistakes.")
        % {"host": host}
    )
    if not host or len(host) > 253 or not 0 < port < 65536:
        raise unknown
    try:
        answers = within(
            RESOLVE_WITHIN, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        )
    except TimeoutError as error:
        raise Unresolved(
            _("Looking up “%(host)s” took too long. Check the name, then try again.")
            % {"host": host}
        ) from error
    except (OSError, UnicodeError, ValueError) as error:
        raise unknown from error
    # A scope ("fe80::1%eth0") says which wire, not which address.
    found = [ipaddress.ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers]
    if not found:
        raise unknown
    return list(dict.fromkeys(found))
