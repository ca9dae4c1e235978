import pytest

from promisedesk.lib.mail import senders
from promisedesk.lib.mail.addresses import first_sender
from promisedesk.lib.mail.model import Address

PLAIN = [
    "Clara Holm <clara@customer.example>",
    "clara@customer.example",
    '"Holm, Clara" <clara@customer.example>',
    "clara@customer.example (Clara Holm)",
    '"clara@customer.example" <Clara@customer.example>',
    "=?utf-8?B?0JrQu9Cw0YDQsA==?= <clara@customer.example>",
    "Анна <анна@пример.рф>",
    "Анна <anna@xn--e1afmkfd.xn--p1ai>",
    '"Note: urgent; really" <clara@customer.example>',
    "Zoë <zoë@müller.example>",
]


@pytest.mark.parametrize("value", PLAIN)
def test_an_ordinary_from_is_beyond_doubt(value):
    assert senders.doubts([value], first_sender([value])) == []


DOUBTFUL = [
    (["a@x.example, b@y.example"], senders.SEVERAL),
    (["A <a@x.example>", "B <b@y.example>"], senders.SEVERAL),
    (["Team: a@x.example;"], senders.SEVERAL),
    (["Team: a@x.example, b@y.example;"], senders.SEVERAL),
    (["=?utf-8?Q?mallory=40x.example?="], senders.SEVERAL),
    (["=?utf-8?Q?attacker?Q?agent?=@victim.example"], senders.SEVERAL),
    (['"a@x.example" <b@y.example>'], senders.NAME),
    (["=?utf-8?Q?a=40x.example?= <b@y.example>"], senders.NAME),
    (['"Support a@x.example" <b@y.example>'], senders.NAME),
    (["Apple <id@xn--80ak6aa92e.com>"], senders.LETTERS),  # all Cyrillic, reads as apple
    (["Pay <help@p\u0430ypal.example>"], senders.LETTERS),
    (["Pay <help@xn--pypal-4ve.example>"], senders.LETTERS),
    (["Anna <\u0430nna@kettleandloom.example>"], senders.LETTERS),
]


@pytest.mark.parametrize(("values", "mark"), DOUBTFUL)
def test_what_misleads_is_marked(values, mark):
    raw = [value.encode().decode("ascii", "surrogateescape") for value in values]
    sender = first_sender(raw)
    if sender is not None:
        assert senders.doubts(raw, sender) == [senders.UNVERIFIED, mark]


def test_a_sender_that_only_another_field_names_is_in_doubt():
    assert senders.SEVERAL in senders.doubts([], Address("a@x.example"))
    assert senders.doubts([], None) == []
