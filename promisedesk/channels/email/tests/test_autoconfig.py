"""Finding the servers of an address: a DNS and mail servers of our own on loopback."""

import socket
import ssl
import threading

import pytest
from django.core.cache import cache

from promisedesk.channels.email import autoconfig, servers
from tests.certificate import make_certificate
from tests.name_server import NameServer
from tests.servers import free_port

pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def _fresh_cache():
    cache.clear()


@pytest.fixture
def names():
    with NameServer() as names:
        yield names


def test_a_known_host_needs_no_network(names):
    found = autoconfig.find("kettle@gmail.com")
    assert (found.how, found.provider.key) == ("address", "google")
    imap, smtp = found.urls("kettle@gmail.com", "p@ss")
    assert str(imap) == "imaps://kettle%40gmail.com:p%40ss@imap.gmail.com:993"
    assert str(smtp) == "smtps://kettle%40gmail.com:p%40ss@smtp.gmail.com:465"
    assert names.asked == []


def test_services_are_told_by_the_dns(names):
    names.add("_imaps._tcp.kettle.shop", "SRV", "20 1 993 slow.host.pl.", "10 1 1993 imap.host.pl.")
    names.add("_submission._tcp.kettle.shop", "SRV", "0 1 587 smtp.host.pl.")
    found = autoconfig.find("help@kettle.shop")
    assert found.how == "srv"
    assert (found.imap.host, found.imap.port, found.imap.is_tls) == ("imap.host.pl", 1993, True)
    assert (found.smtp.host, found.smtp.port, found.smtp.is_tls) == ("smtp.host.pl", 587, False)


def test_a_service_that_says_not_here_is_passed_over(names):
    names.add("_imaps._tcp.kettle.shop", "SRV", "0 0 0 .")
    names.add("_imap._tcp.kettle.shop", "SRV", "0 1 143 imap.host.pl.")
    assert autoconfig.find("help@kettle.shop").imap.port == 143


@pytest.mark.parametrize(
    ("mx", "key", "imap"),
    [
        ("aspmx.l.google.com.", "google", "imap.gmail.com"),
        ("kettle-shop.mail.protection.outlook.com.", "microsoft365", "outlook.office365.com"),
        ("mx.yandex.net.", "yandex", "imap.yandex.ru"),
        ("emx.mail.ru.", "mailru", "imap.mail.ru"),
        ("mx2.mail.ovh.net.", "ovh", "ssl0.ovh.net"),
    ],
)
def test_the_mx_of_a_domain_leads_to_its_provider(names, mx, key, imap):
    names.add("kettle.shop", "MX", f"10 {mx}")
    found = autoconfig.find("help@kettle.shop")
    assert (found.how, found.provider.key, found.imap.host) == ("mx", key, imap)


def test_a_provider_that_lets_nobody_in_is_found_with_its_reason(names):
    names.add("kettle.shop", "MX", "10 mail.protonmail.ch.")
    found = autoconfig.find("help@kettle.shop")
    assert not found.is_complete
    assert "Bridge" in str(found.provider.cannot)


def test_a_domain_in_other_letters_is_looked_up_in_ascii(names):
    names.add("xn--80aairftm.xn--p1ai", "MX", "10 mx.yandex.net.")
    assert autoconfig.find("помощь@магазин.рф").provider.key == "yandex"


def test_an_answer_is_good_for_a_while(names):
    names.add("kettle.shop", "MX", "10 mx.yandex.net.")
    autoconfig.find("help@kettle.shop")
    asked = len(names.asked)
    assert autoconfig.known("info@kettle.shop").provider.key == "yandex"
    assert autoconfig.find("help@kettle.shop").provider.key == "yandex"
    assert len(names.asked) == asked


def test_nothing_is_found_where_nothing_is(names):
    found = autoconfig.find("help@kettle.shop")
    assert (found.how, found.imap, found.smtp) == ("", None, None)
    assert autoconfig.find("no address").how == ""


def test_a_dns_that_never_answers_is_given_up(names, monkeypatch):
    monkeypatch.setattr(autoconfig, "WHOLE_TIMEOUT", 0.3)
    names.is_silent = True
    assert autoconfig.find("help@kettle.shop").how == ""


# Guessing: the usual names, really knocked at


class Greeter:
    """A TLS server that greets and listens no further."""

    def __init__(self, certificate: tuple[str, str], greeting: bytes):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        self.greeting, self.knocks = greeting, 0
        self.listener = socket.create_server(("127.0.0.1", free_port()))
        self.port = self.listener.getsockname()[1]
        self.context = context
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                wire, _from = self.listener.accept()
            except OSError:
                return
            self.knocks += 1
            try:
                with self.context.wrap_socket(wire, server_side=True) as safe:
                    safe.sendall(self.greeting)
                    safe.recv(1)
            except OSError:
                continue

    def close(self) -> None:
        self.listener.close()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory) -> tuple[str, str]:
    return make_certificate(tmp_path_factory.mktemp("greeter"), "mail.kettle.shop")


@pytest.fixture
def host(certificate, monkeypatch, names, settings):
    """mail.kettle.shop and imap.kettle.shop are here; the certificate names the first only."""
    monkeypatch.setenv("SSL_CERT_FILE", certificate[0])
    servers.tls_context.cache_clear()
    imap, smtp = Greeter(certificate, b"* OK ready\r\n"), Greeter(certificate, b"220 hello\r\n")
    monkeypatch.setattr(autoconfig, "IMAP_PORT", imap.port)
    monkeypatch.setattr(autoconfig, "SMTP_PORTS", ((smtp.port, True),))
    for name in ("mail", "imap"):
        names.add(f"{name}.kettle.shop", "A", "127.0.0.1")
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    yield imap
    imap.close()
    smtp.close()
    servers.tls_context.cache_clear()


def test_the_usual_names_are_tried_and_the_certificate_decides(host):
    found = autoconfig.find("help@kettle.shop")
    assert found.how == "guess"
    assert (found.imap.host, found.imap.port) == ("mail.kettle.shop", host.port)
    assert found.smtp.host == "mail.kettle.shop"


def test_names_that_lead_inside_are_not_knocked_at(host, settings):
    settings.ALLOWED_HOSTS_OUT = []
    assert autoconfig.find("help@kettle.shop").how == ""
    assert host.knocks == 0


def test_the_server_that_takes_the_mail_may_be_the_one_it_is_read_from(host, names):
    names.add("teas.shop", "MX", "10 mail.kettle.shop.")
    assert autoconfig.find("help@teas.shop").imap.host == "mail.kettle.shop"
