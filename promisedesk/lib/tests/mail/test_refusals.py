import pytest

from promisedesk.lib.mail import refusals
from promisedesk.lib.mail.refusals import reason_of

SAID = [
    ("550 5.1.1 <a@b.example>: Recipient address rejected: User unknown", "unknown"),
    ("550-5.1.1 The email account that you tried to reach does not exist", "unknown"),
    ("550 5.7.1 No such user!", "unknown"),
    ("550 Invalid mailbox", "unknown"),
    ("550 Нет такого пользователя", "unknown"),
    ("550 5.1.0 Użytkownik nie istnieje", "unknown"),
    ("552 5.2.2 Mailbox full", "full"),
    ("452 4.2.2 The email account that you tried to reach is over quota", "full"),
    ("550 Ящик переполнен", "full"),
    ("550 Skrzynka jest pełna", "full"),
    ("550 5.2.1 The email account that you tried to reach is disabled", "closed"),
    ("554 5.7.1 Service unavailable; Client host blocked using zen.spamhaus.org", "spam"),
    ("554 5.7.1 Message rejected under suspicion of SPAM", "spam"),
    ("550 Письмо похоже на спам", "spam"),
    ("550 5.7.26 This mail is unauthenticated", "policy"),
    ("552 5.3.4 Message size exceeds fixed limit", "size"),
    ("550 Message too large", "size"),
    ("550 5.1.2 Domain not found", "domain"),
    ("550 5.4.4 Unable to route", "domain"),
    ("450 4.4.7 Delivery time expired", "expired"),
    ("550 Go away", ""),
    ("", ""),
]


@pytest.mark.parametrize(("said", "reason"), SAID)
def test_why(said, reason):
    assert reason_of(refusals.status_in(said), said) == reason


@pytest.mark.parametrize(
    ("code", "said", "expected"),
    [
        (552, "5.3.4 Message size exceeds fixed maximum message size", True),
        (552, "message size exceeds maximum", True),
        (552, "Requested mail action aborted", True),
        (552, "5.2.2 Mailbox full", False),
        (552, "Mailbox full", False),
        (554, "5.2.3 Message too long", True),
        (550, "5.1.1 User unknown", False),
        (452, "4.3.1 Insufficient system storage", False),
    ],
)
def test_too_large_is_told_from_a_full_mailbox(code, said, expected):
    assert refusals.is_too_large(code, f"{code} {said}") is expected


def test_long_words_take_no_long_time():
    assert reason_of("", "user " * 100_000) == ""
