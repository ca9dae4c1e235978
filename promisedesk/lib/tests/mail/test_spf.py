"""SPF records: whom they name, and the same with somebody added."""

import pytest

from promisedesk.lib.mail import spf


@pytest.mark.parametrize(
    ("records", "wanted", "merged"),
    [
        ([], ["include:_spf.google.com"], "v=spf1 mx include:_spf.google.com ~all"),
        ([], [], "v=spf1 mx ~all"),
        (["v=spf1 a mx -all"], ["a:mail.shop.pl"], "v=spf1 a mx a:mail.shop.pl -all"),
        (["v=spf1 include:X.pl ~all"], ["include:x.pl"], "v=spf1 include:X.pl ~all"),
        (["v=spf1 redirect=_spf.yandex.net"], ["a:m.pl"], "v=spf1 a:m.pl redirect=_spf.yandex.net"),
        (["v=spf1 a -all", "v=spf1 mx a ~all"], [], "v=spf1 a mx ~all"),
        (["v=spf1 a"], ["ip4:192.0.2.1"], "v=spf1 a ip4:192.0.2.1 ~all"),
        (["v=spf1"], ["ip4:192.0.2.1"], "v=spf1 mx ip4:192.0.2.1 ~all"),
    ],
)
def test_a_record_takes_in_what_is_missing_before_its_end(records, wanted, merged):
    assert spf.merged(records, wanted) == merged


@pytest.mark.parametrize("text", ["v=spf1 a -all", "V=SPF1 mx", "v=spf1"])
def test_a_record_is_told_from_other_texts(text):
    assert spf.is_spf(text)
    assert not spf.is_spf(text.replace("1", "2", 1))
    assert not spf.is_spf("google-site-verification=v=spf1")


ZONE = {
    "shop.pl": ["v=spf1 a mx/24 include:_spf.big.com ip6:2001:db8::/32 -ip4:203.0.113.9 ~all"],
    "_spf.big.com": ["v=spf1 include:_a.big.com include:_b.big.com ~all"],
    "_a.big.com": ["v=spf1 ip4:198.51.100.0/24 -all"],
    "_b.big.com": ["v=spf1 include:_spf.big.com include:%{d}.big.com ip4:nonsense -all"],
    "loop.pl": ["v=spf1 redirect=loop.pl"],
}
HOSTS = {"shop.pl": ["192.0.2.7"], "mx.shop.pl": ["192.0.3.200"]}


def reach_of(domain: str) -> spf.Reach:
    return spf.reach_of(
        domain,
        ZONE[domain][0],
        lambda name: ZONE.get(name, []),
        lambda name: HOSTS.get(name, []),
        lambda name: ["mx.shop.pl"] if name == "shop.pl" else [],
    )


def test_a_record_is_followed_to_its_ends():
    reach = reach_of("shop.pl")
    assert reach.includes == {"_spf.big.com", "_a.big.com", "_b.big.com"}
    for address in ("192.0.2.7", "192.0.3.1", "198.51.100.77", "2001:db8::1"):
        assert reach.has_address(address), address
    for address in ("203.0.113.9", "192.0.2.8", "2001:db9::1", "", "mail"):
        assert not reach.has_address(address), address
    assert reach.lookups == 6


def test_circles_and_endless_records_come_to_an_end():
    assert reach_of("loop.pl").lookups == 1
    many = {f"s{n}.pl": [f"v=spf1 include:s{n + 1}.pl -all"] for n in range(40)}
    reach = spf.reach_of(
        "s0.pl", many["s0.pl"][0], lambda name: many.get(name, []), lambda _n: [], lambda _n: []
    )
    assert reach.lookups == spf.MOST_LOOKUPS + 1


def test_a_record_that_lets_everybody_in_is_seen():
    assert spf.allows_everybody("v=spf1 mx +all")
    assert spf.allows_everybody("v=spf1 mx all")
    assert not spf.allows_everybody("v=spf1 mx -all")
