"""Mails like a shop gets, the same ones for the same seed.

45 % Russian, 25 % Polish, 30 % English; 300 to 1,500 characters; base64 or quoted-printable,
60 % with an HTML twin; about 4.5 KB each. Every one opens a conversation of its own. A few
customers write often and most once or twice (Zipf).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from itertools import accumulate

from promisedesk.ops.bench.sentences import GREETINGS, NAMES, SENTENCES, SUBJECTS

INBOX = "help@shop.example"
LANGUAGES = {"ru": 45, "pl": 25, "en": 30}  # percent
WITH_HTML = 0.6
SHORTEST, LONGEST, MEAN = 300, 1500, 892  # characters of text
MAILS_A_CUSTOMER = 4
MOST_OF_ONE = 20  # all of them come within an hour, and more of one would be taken for a storm
ZIPF_OFFSET = 1.5  # the most frequent customer writes about 8 % of all mails


class Customers:
    """People who write, the first ones most often."""

    def __init__(self, count: int):
        self.count = max(1, count)
        weights = (1 / (place + ZIPF_OFFSET) for place in range(1, self.count + 1))
        self._weights = list(accumulate(weights))

    def draw(self, chance: random.Random) -> int:
        return chance.choices(range(self.count), cum_weights=self._weights)[0]


def language_of(customer: int) -> str:
    """The language a customer writes in, always the same."""
    chance = random.Random(customer)  # noqa: S311  nothing secret
    return chance.choices(list(LANGUAGES), weights=LANGUAGES.values())[0]


def name_of(customer: int) -> str:
    chance = random.Random(customer)  # noqa: S311  nothing secret
    return " ".join(chance.choice(names) for names in NAMES[language_of(customer)])


def text_of(chance: random.Random, language: str) -> str:
    """A letter of 300 to 1,500 characters, in paragraphs."""
    # It ends with a whole sentence, so on average half of one more than asked for.
    length = min(LONGEST, max(SHORTEST, round(chance.gauss(MEAN, 300)))) - 50
    text = chance.choice(GREETINGS[language]) + "\n\n"
    while len(text) < length:
        sentence = chance.choice(SENTENCES[language]).format(
            order=chance.randrange(10_000, 99_999), day=chance.randrange(1, 29)
        )
        text += sentence + ("\n\n" if chance.random() < 0.25 else " ")
    return text.strip() + "\n"


def subject_of(chance: random.Random, language: str) -> str:
    return chance.choice(SUBJECTS[language]).format(order=chance.randrange(10_000, 99_999))


def generate(count: int, seed: int = 7) -> Iterator[tuple[str, bytes]]:
    """(envelope sender, mail) of each, in CRLF lines."""
    chance = random.Random(seed)  # noqa: S311  nothing secret
    customers, written = Customers(count // MAILS_A_CUSTOMER), Counter()
    for number in range(count):
        customer = customers.draw(chance)
        while written[customer] >= MOST_OF_ONE:
            customer = chance.randrange(customers.count)
        written[customer] += 1
        address = f"customer{customer}@mail{customer % 7}.example"
        yield address, _mail(chance, number, customer, address).as_bytes(policy=SMTP)


def _mail(chance: random.Random, number: int, customer: int, address: str) -> EmailMessage:
    language = language_of(customer)
    at = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(seconds=97 * number)
    mail = EmailMessage()
    _travel_marks(mail, chance, address, at)
    mail["From"] = formataddr((name_of(customer), address))
    mail["To"] = INBOX
    mail["Subject"] = subject_of(chance, language)
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{chance.getrandbits(96):024x}.{number}@{address.partition('@')[2]}>"
    mail["X-Mailer"] = chance.choice(["Apple Mail (2.3696)", "Mozilla Thunderbird", "Roundcube"])
    text = text_of(chance, language)
    # As mail programs choose: quoted-printable for mostly Latin letters, else base64.
    mostly_base64 = [90, 10] if language == "ru" else [20, 80]
    encoding = chance.choices(["base64", "quoted-printable"], weights=mostly_base64)[0]
    mail.set_content(text, cte=encoding)
    if chance.random() < WITH_HTML:
        mail.add_alternative(_html(text), subtype="html", cte=encoding)
        mail.set_boundary(f"=_{chance.getrandbits(64):016x}")
    return mail


def _travel_marks(mail: EmailMessage, chance: random.Random, address: str, at: datetime) -> None:
    """The lines servers put on top: where it passed, who signed it."""
    host = address.partition("@")[2]
    mail["Return-Path"] = f"<{address}>"
    for hop in range(3):
        mail["Received"] = (
            f"from out{hop}.{host} (out{hop}.{host} [203.0.113.{chance.randrange(255)}]) by"
            f" mx{hop}.shop.example with ESMTPS id {chance.getrandbits(48):x};"
            f" {format_datetime(at)}"
        )
    mail["Authentication-Results"] = f"mx0.shop.example; spf=pass smtp.mailfrom={host}; dkim=pass"
    mail["DKIM-Signature"] = (
        f"v=1; a=rsa-sha256; c=relaxed/relaxed; d={host}; s=s1; t={int(at.timestamp())};"
        f" h=from:to:subject:date:message-id; bh={chance.getrandbits(256):064x};"
        f" b={' '.join(f'{chance.getrandbits(256):064x}' for _piece in range(4))}"
    )


def _html(text: str) -> str:
    paragraphs = "".join(f"<p>{one}</p>\n" for one in text.strip().split("\n\n"))
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>\n'
        f'<body style="font-family: sans-serif">\n{paragraphs}</body></html>\n'
    )
