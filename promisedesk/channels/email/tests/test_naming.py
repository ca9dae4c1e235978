"""Whatever people are called, a header holds one mailbox with that name and address."""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import getaddresses

import pytest

from promisedesk.channels.email.letters import POLICY
from promisedesk.channels.email.naming import ascii_domain, mailbox

NAMES = [
    "",
    "Anna",
    "Anna Kowalska, Kettle & Loom",
    "Anna Kowalska, Чай и Лён",
    "Nowak, Żaneta",
    'Лён <b> "и" чай (Москва)',
    'O\'Brien "Bob" <x@y>',
    "Очень длинное имя магазина, которое занимает больше одной строки заголовка " * 2,
    "🙂 עברית",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_kind_stays_one_mailbox(name):
    mail = EmailMessage(policy=POLICY)
    mail["From"] = mailbox(name.strip(), "help@shop.example")
    mail["Subject"] = "x"
    raw = mail.as_bytes()
    assert raw.isascii()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 100
    found = getaddresses([message_from_bytes(raw)["From"]])
    assert [address for _name, address in found] == ["help@shop.example"]
    said = str(make_header(decode_header(found[0][0])))
    assert said == name.strip()


def test_a_domain_in_other_letters_is_written_in_ascii():
    assert ascii_domain("help@магазин.рф") == "help@xn--80aairftm.xn--p1ai"
    assert ascii_domain("help@shop.example") == "help@shop.example"
