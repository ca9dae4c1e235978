"""Mail as it comes: headers, parts and bodies no standard allows, one small mail each."""

import pytest

from promisedesk.lib.mail.reading import read_mail

TEXT = "Content-Type: text/plain; charset=utf-8\n\nWhere is it?\n"


def read(head: str, body: str = TEXT):
    return read_mail((head + body).encode("utf-8", "surrogateescape"))


FROM = [
    ("From: Clara Nowak <clara@example.com>", "clara@example.com", "Clara Nowak"),
    ('From: "Nowak, Clara" <clara@example.com>', "clara@example.com", "Nowak, Clara"),
    ("From: clara@example.com (Clara Nowak)", "clara@example.com", "Clara Nowak"),
    ("From: =?utf-8?Q?=C5=81ukasz?= <l@example.com>", "l@example.com", "Łukasz"),
    ('From: "=?utf-8?B?xYF1a2Fzeg==?=" <l@example.com>', "l@example.com", "Łukasz"),
    ("From: =?utf-8?Q?What?=?= <l@example.com>", "l@example.com", "What?="),
    ("From: =?utf-8?Q?Who?_Me?= <l@example.com>", "l@example.com", "Who? Me"),
    ("From: Łukasz Żak <l@example.com>", "l@example.com", "Łukasz Żak"),
    ("From: <clara@example.com>", "clara@example.com", ""),
    ("From: clara@example.com", "clara@example.com", ""),
    ("From: <CLARA@Example.COM>", "CLARA@example.com", ""),
    ("From: Clara <clara@example.com>, Dan <dan@example.com>", "clara@example.com", "Clara"),
    ("From: \nFrom: Clara <clara@example.com>", "clara@example.com", "Clara"),
    ("From: <>\nFrom: Clara <clara@example.com>", "clara@example.com", "Clara"),
    ("From: [??????]\nSender: Clara <clara@example.com>", "clara@example.com", "Clara"),
    ("From : Clara <clara@example.com>", "clara@example.com", "Clara"),
    ("FROM:Clara<clara@example.com>", "clara@example.com", "Clara"),
    ("From: Clara\n <clara@example.com>", "clara@example.com", "Clara"),
    ("From: Clara <clara@example (the dog) . com>", "clara@example.com", "Clara"),
    ("From: Clara <@relay.example:clara@example.com>", "clara@example.com", "Clara"),
    ("From: Team: Clara <clara@example.com>;", "clara@example.com", "Clara"),
    ("From: Clara <clara@example.com", "clara@example.com", "Clara"),
    ("From: 'clara@example.com'", "clara@example.com", ""),
    ("From: mailto:clara@example.com", "clara@example.com", ""),
    ("From: Clara \x00<clara@example.com>", "clara@example.com", "Clara"),
    ("From: =?utf-8?Q?a?Q?agent?=@victim.example", None, None),
    ("From: clara@example.com)dan@example.com", None, None),
    ("From: a@b@c.example", None, None),
    ("From: <>", None, None),
    ("From: undisclosed", None, None),
    ("X: y", None, None),
    (
        "From: " + "(" * 600 + "x" + ")" * 600 + " <clara@example.com>",
        "clara@example.com",
        "(" * 200,
    ),
]


@pytest.mark.parametrize(("head", "address", "name"), FROM, ids=lambda value: str(value)[:60])
def test_the_sender_is_found_or_is_nobody(head, address, name):
    mail = read(f"{head}\nSubject: Order\n")
    assert (mail.sender.address if mail.sender else None) == address
    assert (mail.sender.name if mail.sender else None) == name
    assert (mail.text, mail.subject) == ("Where is it?", "Order")


HEADERS = [
    "From - Mon Feb  5 12:00:00 2024\nFrom: clara@example.com\nSubject: Order\n",
    ">From clara Mon Feb  5 12:00:00 2024\nFrom: clara@example.com\nSubject: Order\n",
    "\n\n\nFrom: clara@example.com\nSubject: Order\n",
    "\ufeffFrom: clara@example.com\nSubject: Order\n",
    "From: clara@example.com\nthis is junk\nSubject: Order\n",
    "From: clara@example.com\n----\nSubject: Order\n",
    "---- Original email ----\n\nFrom: clara@example.com\nSubject: Order\n",
    "From: clara@example.com\nSubject:\n Order\n",
    "From: clara@example.com\nSubject: Order\x00\n",
    "From: clara@example.com\r\nSubject: Order\r\n",
    "From: clara@example.com\nSubject: Order\nSubject: Another\n",
    "From: clara@example.com\nSubject: Order\nX: " + "x" * 300_000 + "\n",
    "X: " + "x" * 300_000 + "\nFrom: clara@example.com\nSubject: Order\n",
    "X: y\n" * 30_000 + "From: clara@example.com\nSubject: Order\n",
    "From: clara@example.com\nSubject: Order\nResent-From: dan@example.com\n"
    "Resent-To: eva@example.com\nResent-Date: nonsense\nResent-Message-ID: <>\n",
]


@pytest.mark.parametrize("head", HEADERS, ids=lambda head: repr(head[:50]))
def test_a_header_out_of_shape_is_read(head):
    mail = read(head)
    assert (mail.sender.address, mail.subject) == ("clara@example.com", "Order")
    assert mail.text == "Where is it?"


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("Mon, 5 Feb 2024 12:00:00 +0100", "2024-02-05T12:00:00+01:00"),
        ("5 Feb 24 12:00 GMT", "2024-02-05T12:00:00+00:00"),
        ("Mon, 05 Feb 2024 12:00:60 -0000", "2024-02-05T12:00:59+00:00"),
        ("Mon, 5 Feb 2024 12:00:00 +0300 (MSK)", "2024-02-05T12:00:00+03:00"),
        ("Fri, 1 Jan 2100 00:00:00 +0000", "2100-01-01T00:00:00+00:00"),
        ("Mon, 5 Feb 99999 12:00:00 +0100", None),
        ("Mon, 5 Feb 2024 12:00:00 -9999", None),
        ("Mon, 35 Feb 2024 12:00:00 +0100", None),
        ("yesterday", None),
        ("", None),
        ("\x00", None),
    ],
)
def test_a_date_is_a_moment_or_nothing(date, found):
    mail = read(f"From: clara@example.com\nDate: {date}\n")
    assert (mail.date.isoformat() if mail.date else None) == found


@pytest.mark.parametrize(
    ("head", "message_id", "in_reply_to", "references"),
    [
        ("Message-ID: <1@a>\nIn-Reply-To: <2@a>\nReferences: <3@a> <2@a>", "<1@a>", "<2@a>",
         ["<3@a>", "<2@a>"]),
        ("Message-ID: <>\nIn-Reply-To: <>\nReferences: <> <>", None, None, []),
        ("Message-ID:\nIn-Reply-To: \nReferences:", None, None, []),
        ("Message-ID: 1@a\nIn-Reply-To: Your mail of Monday <2@a>", "<1@a>", "<2@a>", []),
        ("Message-ID: <1 @ a>\nReferences: <3@a>\n\t<2@a>", "<1@a>", None, ["<3@a>", "<2@a>"]),
        ("References: <1@a><2@a>, <3@a>", None, None, ["<1@a>", "<2@a>", "<3@a>"]),
    ],
)  # fmt: skip
def test_ids_are_found_or_none(head, message_id, in_reply_to, references):
    mail = read(f"From: clara@example.com\n{head}\n")
    found = (mail.message_id, mail.in_reply_to, mail.references)
    assert found == (message_id, in_reply_to, references)


HEAD = "From: clara@example.com\nSubject: Order\nMIME-Version: 1.0\n"
BODIES = [
    ("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nWhere is it?\n", []),
    ("Content-Type: multipart/mixed\n\n--b\nContent-Type: text/plain\n\nWhere is it?\n--b--\n", []),
    ("Content-Type: multipart/mixed; boundary=x\n\n--b\nContent-Type: text/plain\n\nWhere is it?\n"
     "--b--\n", []),
    ('Content-Type: multipart/mixed;\n boundary="b\n c"\n\n--b c\n\nWhere is it?\n--b c--\n', []),
    ("Content-Type: multipart/mixed; boundary=b\n\nnot for you\n--b\n\nWhere is "
     "it?\n--b--\nbye", []),
    ("Content-Type: text/plain\nContent-Type: text/html\n\nWhere is it?\n", []),
    ("Content-Type: text\n\nWhere is it?\n", []),
    ("Content-Type: plain\n\nWhere is it?\n", []),
    ("Content-Type: \n\nWhere is it?\n", []),
    ("Content-Type: text/plain; charset=nonsense\n\nWhere is it?\n", []),
    ("Content-Type: text/plain;; charset=\n\nWhere is it?\n", []),
    ("Content-Transfer-Encoding: BASE64;\n\nV2hlcmUgaXMgaXQ/\n", []),
    ("Content-Transfer-Encoding: base64\n\nV2hlcm\nUgaXMg!aXQ/=", []),
    ("Content-Transfer-Encoding: quoted-printable\n\nWhere=20is=\n it=3F\n", []),
    ("Content-Transfer-Encoding: nonsense\n\nWhere is it?\n", []),
    ("Content-Type: text/html\n\n<style>x</style><p>Where <b>is</b> it?</p>", []),
    ("Content-Type: text/plain; format=flowed\n\nWhere \nis \nit?\n", []),
    ("Content-Type: text/plain; format=flowed; delsp=yes\n\nWhe \nre is it?\n", []),
    ("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nWhere\n--b\nContent-Type: image/png; "
     "name=a.png\n\n\x7f\n--b\n\nis it?\n--b--\n", ["a.png"]),
    ("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Where\n--b\n"
     "Content-Type: text/html\n\n<p>is it?\n--b--\n", []),
    ("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nWhere is it?\n--b\nContent-Type: "
     "text/plain;"
     " name=a\nContent-Disposition: attachment\n\nx\n--b\nContent-Disposition: attachment\n\ny\n"
     "--b--\n", ["a", "attachment.txt"]),
    ("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nWhere is it?\n--b\nContent-Type: "
     "message/rfc822\n\nSubject: Old order\n\nhello\n--b--\n", ["Old order.eml"]),
    ("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nWhere is it?\n--b\nContent-Type: "
     "application/pdf; name=a.pdf\n\n%PDF\n--b\nContent-Type: application/pdf; "
     "name=a.pdf\n\n%PDF2\n"
     "--b--\n", ["a.pdf", "a.pdf"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "files"), BODIES, ids=lambda value: repr(value)[:60])
def test_a_body_out_of_shape_is_read(body, files):
    mail = read(HEAD, body)
    assert mail.text.split() == ["Where", "is", "it?"]
    assert [each.name for each in mail.attachments] == files


@pytest.mark.parametrize(
    ("body", "files"),
    [
        ("Content-Type: application/pdf; name=order.pdf\n\n%PDF", ["order.pdf"]),
        ("Content-Type: image/gif\n\nGIF89a", ["attachment.gif"]),
        ("Content-Type: text/plain\n\n%PDF-1.4\n", ["attachment"]),
        (
            "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nx",
            ["a.txt"],
        ),
        ("Content-Type: message/rfc822\n\nSubject: Old\n\nhello", ["Old.eml"]),
        ("\n", []),
        ("", []),
    ],
)
def test_a_mail_without_words_is_no_lost_mail(body, files):
    mail = read(HEAD, body)
    assert (mail.subject, mail.text, mail.kind) == ("Order", "", "message")
    assert [each.name for each in mail.attachments] == files
