"""Mails made to hang, crash or flood the reader. Each must be read within seconds."""

import random
import time

import pytest

from promisedesk.lib.mail.reading import read_mail
from promisedesk.lib.mail.report import as_read_json
from promisedesk.lib.mail.sanitising import clean_html
from promisedesk.lib.mail.trimming import split_reply

LONGEST = 3.0  # seconds
MEGABYTE = 1_000_000

TEXTS = {
    "quote-marks": ">" * MEGABYTE,
    "quote-mark-lines": ">\n" * (MEGABYTE // 2),
    "blanks": " " * MEGABYTE,
    "blank-lines": "\n" * MEGABYTE,
    "blank-lines-with-spaces": " \n" * (MEGABYTE // 2),
    "on-on-on": "On " * (MEGABYTE // 3),
    "on-lines": "On Mon, Feb 5, 2024\n" * 50_000,
    "op-op": "Op " * (MEGABYTE // 3),
    "dashes": "-" * MEGABYTE,
    "dash-lines": "-----\n" * 160_000,
    "from-lines": "From:\n" * 160_000,
    "from-lines-with-date": "From: a\nDate: b\n" * 60_000,
    "colons": "a:\n" * 300_000,
    "wrote-lines": "Somebody wrote:\n" * 60_000,
    "nested-answers": "On Mon, Feb 5, 2024 at 12:00 PM A <a@example.com> wrote:\n> x\ny\n" * 15_000,
    "deeper-quotes": "\n".join(">" * depth + " x" for depth in range(1, 1400)),
    "less-than": "<" * MEGABYTE,
    "at-signs": "@" * MEGABYTE,
    "addresses": "a@example.com " * 70_000,
    "program-lines": "Sent from my iPhone\n" * 50_000,
    "delimiters": "-- \n" * 250_000,
    "digits": "1" * MEGABYTE,
    "one-word": "ż" * (MEGABYTE // 2),
    "many-words": "gdzie paczka " * 70_000,
}


def _timed(work):
    start = time.process_time()
    result = work()
    assert time.process_time() - start < LONGEST
    return result


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_made_to_hang_is_read_in_time(name):
    _timed(lambda: split_reply(TEXTS[name]))
    raw = b"From: a@example.com\nSubject: x\n\n" + TEXTS[name].encode()
    mail = _timed(lambda: read_mail(raw))
    assert mail.sender.address == "a@example.com"
    assert not [each for each in mail.problems if "fully" in each]


HTML = {
    "links": '<a href="http://example.com/x">a</a> ' * 100_000,
    "nested-divs": "<div>" * 100_000 + "deep word",
    "nested-tables": "<table><tr><td>" * 3000 + "deep word",
    "nested-quotes": "<blockquote>" * 3000 + "deep word",
    "fonts": "".join(f"<font color=#{n:06}>" for n in range(20_000))
    + "<p>x" * 20_000
    + "deep word",
    "unclosed": "<" * MEGABYTE,
    "entities": "&amp;" * 200_000,
    "attributes": "<p " + "a=1 " * 200_000 + ">deep word",
    "comments": "<!--" * 200_000,
    "styles": '<div style="border:none;border-top:solid #aaaaaa 1.0pt">x' * 4000 + "deep word",
}


@pytest.mark.parametrize("name", HTML)
def test_html_made_to_hang_is_read_and_cleaned_in_time(name):
    raw = b"From: a@example.com\nContent-Type: text/html\n\n" + HTML[name].encode()
    mail = _timed(lambda: read_mail(raw))
    assert not [each for each in mail.problems if "fully" in each]
    if "deep word" in HTML[name]:
        assert "deep word" in mail.text + mail.quoted_text
    assert "<script" not in _timed(lambda: clean_html(mail.html))


def _nested(levels: int) -> bytes:
    head = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(levels)
    )
    return f"From: a@example.com\n{head}Content-Type: text/plain\n\ninnermost\n".encode()


HEADERS = {
    "recipients": b"To: " + b", ".join(b"p%d@example.com" % n for n in range(5000)) + b"\n",
    "ten-thousand-recipients": b"To: "
    + b",\n ".join(b"<p%d@x.org>" % n for n in range(10_000))
    + b"\n",
    "subject": b"Subject: " + b"x " * 60_000 + b"\n",
    "encoded-subject": b"Subject: " + b"=?utf-8?q?=C5=BC?= " * 10_000 + b"\n",
    "comments": b"From: " + b"(" * 500 + b"a@example.com" + b")" * 500 + b"\n",
    "quotes": b"To: " + b'\\"' * 100_000 + b"\n",
    "dots": b"To: " + b"." * 100_000 + b"@example.com\n",
    "references": b"References: " + b"<a@b> " * 40_000 + b"\n",
    "references-open": b"References: " + b"<" * 200_000 + b"\n",
    "parameters": b"Content-Type: text/plain" + b"; a=b" * 40_000 + b"\n",
    "semicolons": b"Content-Type: text/plain" + b";" * 200_000 + b'"\n',
    "parameter-pieces": b"Content-Type: text/plain"
    + b"".join(b"; name*%d=x" % n for n in range(3000))
    + b"\n",
    "many-fields": b"X-A: b\n" * 30_000,
    "huge-field": b"X-A: " + b"b" * 2_000_000 + b"\n",
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_made_to_hang_is_read_in_time(name):
    mail = _timed(lambda: read_mail(HEADERS[name] + b"From: a@example.com\n\nwords\n"))
    assert "words" in mail.text
    assert len(mail.to) <= 50
    assert len(mail.references) <= 100
    assert len(mail.subject) <= 1000


def test_three_hundred_mime_levels_are_cut_and_said_so():
    mail = _timed(lambda: read_mail(_nested(300)))
    assert mail.sender.address == "a@example.com"
    assert mail.problems


def test_forty_mime_levels_are_read():
    assert read_mail(_nested(40)).text == "innermost"


def test_a_chain_of_forwarded_mails_is_one_file():
    chain = b"From: a@example.com\nContent-Type: message/rfc822\n\n" * 2000 + b"end"
    mail = _timed(lambda: read_mail(chain))
    assert [each.content_type for each in mail.attachments] == ["message/rfc822"]


def test_ten_thousand_parts_stop_at_a_thousand():
    part = b"--b\nContent-Type: application/x-thing\n\nx\n"
    raw = b'From: a@example.com\nContent-Type: multipart/mixed; boundary="b"\n\n' + part * 10_000
    mail = _timed(lambda: read_mail(raw))
    assert 900 < len(mail.attachments) <= 1000
    assert any("parts" in each for each in mail.problems)


def test_random_bytes_never_raise_and_fit_into_json():
    dice = random.Random(7)
    seed = (
        b"From: =?utf-8?q?A?= <a@example.com>\nSubject: =?iso-2022-jp?b?GyRC?=\n"
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html; charset=x\n'
        b"Content-Transfer-Encoding: base64\n\nPGI+\xff\n--b\n"
        b"Content-Type: text/plain; name*0*=a'b'%ff\n"
        b"Content-Transfer-Encoding: quoted-printable\n\n=C5=BC> x\n--b--\n"
    )
    for _ in range(600):
        raw = bytearray(seed)
        for _ in range(dice.randrange(1, 30)):
            raw[dice.randrange(len(raw))] = dice.randrange(256)
        at = dice.randrange(len(raw))
        mail = read_mail(bytes(raw[:at] + raw[at:] * dice.randrange(1, 3)))
        _assert_storable(as_read_json(mail, "x"))
    for _ in range(200):
        mail = read_mail(dice.randbytes(dice.randrange(400)))
        _assert_storable(as_read_json(mail, "x"))


def _assert_storable(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            _assert_storable(each)
    elif isinstance(value, str):
        value.encode()
        assert not any(char < " " and char not in "\n\t" for char in value)
