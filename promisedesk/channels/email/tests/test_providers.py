"""Knowing mail providers by the address, and by the MX of a domain."""

import re

import pytest
from django.utils import translation

from promisedesk.channels.email import providers
from promisedesk.channels.email.provider_table import FREE_ELSEWHERE, TABLE

pytestmark = pytest.mark.once

HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+\Z")


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("shop@gmail.com", "google"),
        ("Shop@GMail.com", "google"),
        ("shop@hotmail.co.uk", "outlook"),
        ("shop@outlook.pl", "outlook"),
        ("shop@yahoo.com", "yahoo"),
        ("shop@icloud.com", "icloud"),
        ("shop@yandex.ru", "yandex"),
        ("shop@ya.ru", "yandex"),
        ("shop@yandex.com.tr", "yandex"),
        ("shop@bk.ru", "mailru"),
        ("shop@internet.ru", "mailru"),
        ("shop@rambler.ru", "rambler"),
        ("shop@wp.pl", "wp"),
        ("shop@tlen.pl", "o2"),
        ("shop@op.pl", "onet"),
        ("shop@vp.pl", "onet"),
        ("shop@interia.eu", "interia"),
        ("shop@gmx.com", "gmxcom"),
        ("shop@gmx.de", "gmx"),
        ("shop@web.de", "webde"),
        ("shop@proton.me", "proton"),
    ],
)
def test_a_provider_is_known_by_the_address(address, key):
    assert providers.of_address(address).key == key


@pytest.mark.parametrize(
    "address",
    [
        "help@kettleandloom.com",
        "shop@notgmail.com",
        "a@outlook.shop.example",
        "a@live.shop",
        "x",
        "",
    ],
)
def test_a_domain_of_ones_own_belongs_to_no_provider(address):
    assert providers.of_address(address) is None


@pytest.mark.parametrize(
    ("host", "key"),
    [
        ("aspmx.l.google.com", "google"),
        ("ALT1.ASPMX.L.GOOGLE.COM.", "google"),
        ("smtp.google.com", "google"),
        ("shop-example.mail.protection.outlook.com", "microsoft365"),
        ("outlook-com.olc.protection.outlook.com", "outlook"),
        ("mx.yandex.net", "yandex"),
        ("emx.mail.ru", "mailru"),
        ("mx1.beget.com", "beget"),
        ("mx2.timeweb.ru", "timeweb"),
        ("mx1.hosting.reg.ru", "regru"),
        ("mx1.spaceweb.ru", "spaceweb"),
        ("mx1.mail.ovh.net", "ovh"),
        ("mx.zoho.eu", "zoho-eu"),
        ("mx2.zoho.com", "zoho"),
        ("in1-smtp.messagingengine.com", "fastmail"),
        ("mail.protonmail.ch", "proton"),
        ("serwer123.home.pl", "homepl"),
    ],
)
def test_a_provider_is_known_by_the_mx_of_a_domain(host, key):
    assert providers.of_mx([host]).key == key


def test_another_mx_belongs_to_no_provider():
    assert (
        providers.of_mx(["mail.shop.example", "evilgoogle.com", "google.com.evil.example"]) is None
    )


def test_free_hosts_are_told_from_domains_of_ones_own():
    for address in ("shop@gmail.com", "shop@inbox.ru", "shop@o2.pl", "shop@qip.ru", "a@poczta.pl"):
        assert providers.is_free(address), address
    for address in ("help@shop.example", "help@kettleandloom.com", "help@google.com", ""):
        assert not providers.is_free(address), address


def test_every_provider_says_how_to_get_in_or_why_not():
    for one in TABLE:
        assert one.cannot or one.imap or one.mx, one.key
        assert bool(one.imap) == bool(one.smtp), one.key
        for server in filter(None, (one.imap, one.smtp)):
            assert HOST.match(server.host), one.key
            assert server.port in ({993, 143} | {465, 587}), one.key
            assert server.is_tls == (server.port in (993, 465)), one.key
        for page in filter(None, (one.app_password, one.switch_on)):
            assert page.url.startswith("https://"), one.key
            assert page.label, one.key
        assert one.takes_passwords or one.oauth, one.key


def test_no_domain_stands_at_two_providers():
    domains = [domain for one in TABLE for domain in one.domains]
    assert len(domains) == len(set(domains))
    assert FREE_ELSEWHERE.isdisjoint(domains)
    keys = [one.key for one in TABLE]
    assert len(keys) == len(set(keys))


def test_what_to_do_first_is_said_in_order_with_the_page():
    gmail, yandex = (providers.of_address(f"a@{one}") for one in ("gmail.com", "yandex.ru"))
    with translation.override("en"):
        only = providers.steps_of(gmail)
        assert len(only) == 1
        assert "two-step" in only[0].says
        assert only[0].page.url == "https://myaccount.google.com/apppasswords"
        assert [bool(step.page) for step in providers.steps_of(yandex)] == [True, True]
        assert "IMAP" in providers.steps_of(yandex)[0].says
        proton = providers.of_address("a@proton.me")
        assert "Bridge" in providers.steps_of(proton)[0].says


def test_a_user_name_is_the_address_or_what_stands_before_it():
    icloud = providers.of_address("kettle@icloud.com")
    assert icloud.imap.for_account("kettle@icloud.com", "imap").user == "kettle"
    smtp = icloud.smtp.for_account("kettle@icloud.com", "smtp", "p w:@/")
    assert (smtp.user, smtp.scheme, smtp.port) == ("kettle@icloud.com", "smtp", 587)
    assert "p%20w%3A%40%2F" in str(smtp)


def test_a_server_leads_to_its_provider():
    assert providers.of_server("smtp.gmail.com").key == "google"
    assert providers.of_server("ssl0.ovh.net").key == "ovh"
    assert providers.of_server("mail.shop.example") is None
