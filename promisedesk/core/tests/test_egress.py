import ipaddress
import socket

import pytest

from promisedesk.core import egress

pytestmark = pytest.mark.once


def _answers(*addresses):
    def getaddrinfo(host, port, **_kinds):
        return [
            (socket.AF_INET6 if ":" in one else socket.AF_INET, 1, 6, "", (one, port))
            for one in addresses
        ]

    return getaddrinfo


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.9.9.9",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
    ],
)
def test_an_address_inside_is_blocked(monkeypatch, address):
    monkeypatch.setattr(socket, "getaddrinfo", _answers(address))
    with pytest.raises(egress.Blocked):
        egress.checked_address("mail.shop.test", 993)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_a_public_address_is_given_to_connect_to(monkeypatch, address):
    monkeypatch.setattr(socket, "getaddrinfo", _answers(address))
    assert egress.checked_address("mail.shop.test", 993) == address


def test_one_private_address_among_public_ones_blocks_the_name(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", _answers("93.184.216.34", "10.0.0.1"))
    with pytest.raises(egress.Blocked):
        egress.checked_address("mail.shop.test", 993)


def test_ipv4_comes_first(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", _answers("2606:2800:220:1::1", "93.184.216.34"))
    assert egress.checked_address("mail.shop.test", 993) == "93.184.216.34"


@pytest.mark.parametrize(
    "allowed", ["127.0.0.1", "127.0.0.0/8", "mail.shop.test", "MAIL.shop.test"]
)
def test_what_the_settings_name_may_be_reached(monkeypatch, settings, allowed):
    settings.ALLOWED_HOSTS_OUT = ["nonsense/99", allowed]
    monkeypatch.setattr(socket, "getaddrinfo", _answers("127.0.0.1"))
    assert egress.checked_address("Mail.Shop.test.", 993) == "127.0.0.1"


def test_an_allowed_network_does_not_open_its_neighbour(settings):
    settings.ALLOWED_HOSTS_OUT = ["10.1.0.0/16"]
    assert egress.is_allowed_address(ipaddress.ip_address("10.1.2.3"))
    assert egress.is_allowed_address(ipaddress.ip_address("::ffff:10.1.2.3"))
    assert not egress.is_allowed_address(ipaddress.ip_address("10.2.0.1"))


@pytest.mark.parametrize(
    ("host", "port"), [("", 993), ("x" * 300, 993), ("mail.shop.test", 0), ("a..b", 993)]
)
def test_nonsense_leads_nowhere(host, port):
    with pytest.raises(egress.Unresolved):
        egress.checked_address(host, port)


def test_an_unknown_name_says_so(monkeypatch):
    def unknown(*_args, **_kinds):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(egress.Unresolved, match="no server called"):
        egress.checked_address("mail.shop.test", 993)


def test_a_resolver_that_hangs_is_given_up(monkeypatch):
    monkeypatch.setattr(egress, "RESOLVE_WITHIN", 0.05)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: __import__("time").sleep(0.5))
    with pytest.raises(egress.Unresolved, match="too long"):
        egress.checked_address("mail.shop.test", 993)


def test_an_address_is_not_said_to_be_at_itself():
    with pytest.raises(egress.Blocked, match=r"^127\.0\.0\.1 is inside a private network"):
        egress.checked_address("127.0.0.1", 993)
