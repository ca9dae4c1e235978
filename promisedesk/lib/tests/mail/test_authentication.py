import pytest

from promisedesk.lib.mail.authentication import FAIL, PASS, found
from promisedesk.lib.mail.model import Address

CLARA = Address("clara@customer.example")
GOOD = "dkim=pass header.d=customer.example; spf=pass smtp.mailfrom=clara@customer.example"
RECEIVED = "Received: from somewhere by mx.google.com; Mon, 1 Jan 2026 00:00:00 +0000\r\n"
PROVEN = "dmarc=pass (p=none) header.from=customer.example"
FORGED = "dmarc=fail header.from=customer.example"
AR = "Authentication-Results: "

CASES = [
    ("imap.gmail.com", f"{RECEIVED}{AR}mx.google.com; {GOOD}", PASS),
    ("imap.gmail.com", f"{AR}mx.google.com;\r\n {GOOD};\r\n {PROVEN}", PASS),
    ("imap.gmail.com", f"{AR}mx.google.com; {GOOD}; {FORGED}", FAIL),
    ("imap.gmail.com", f"{AR}mx.google.com; dkim=pass header.d=other.example", ""),
    ("imap.gmail.com", f"{AR}mx.google.com; dkim=fail header.d=customer.example", FAIL),
    ("imap.gmail.com", f"{AR}mx.google.com; dmarc=pass header.from=other.example", ""),
    ("imap.gmail.com", f"{AR}elsewhere.example; {GOOD}", ""),
    # Ours is on top; what a stranger wrote below it does not count.
    ("imap.gmail.com", f"{AR}mx.google.com; {FORGED}\n{AR}mx.google.com; {GOOD}", FAIL),
    ("imap.gmail.com", f"{AR}elsewhere.example; none\r\n{AR}mx.google.com; {GOOD}", ""),
    ("imap.yandex.ru", f"{AR}mxfront1.mail.yandex.net; {GOOD}", PASS),
    ("imap.mail.ru", f"{AR}mxs.mail.ru; {GOOD}", PASS),
    ("outlook.office365.com", f"{AR}spf=pass (sender IP is 1.2.3.4); {PROVEN};compauth=pass", PASS),
    # A server nobody knows: only above the line with which it took the mail.
    ("mail.shop.example", f"{AR}mx.shop.example; {GOOD}\r\n{RECEIVED}", PASS),
    ("mail.shop.example", f"{RECEIVED}{AR}mx.shop.example; {GOOD}", ""),
    # Not fetched from anywhere: nobody is trusted.
    ("", f"{AR}mx.google.com; {GOOD}", ""),
    ("imap.gmail.com", f"{AR}mx.google.com; (((((", ""),
    ("imap.gmail.com", AR, ""),
    ("imap.gmail.com", "Subject: none at all", ""),
    ("imap.gmail.com", f"{AR}mx.google.com; " + "dkim=none; " * 50_000, ""),
]  # fmt: skip


@pytest.mark.parametrize(("host", "head", "verdict"), CASES)
def test_only_the_mailboxs_own_server_is_believed(host, head, verdict):
    assert found(head, host, CLARA) == verdict


def test_a_subdomain_is_aligned_and_a_like_name_is_not():
    head = f"{AR}mx.google.com; dkim=pass header.d=customer.example"
    assert found(head, "imap.gmail.com", Address("clara@mail.customer.example")) == PASS
    assert found(head, "imap.gmail.com", Address("clara@notcustomer.example")) == ""
