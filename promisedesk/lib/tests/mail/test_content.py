"""What is wrapped, signed, encrypted or written in another form: words shown, files taken out."""

import base64
import binascii
import struct

import pytest

from promisedesk.lib.mail import calendars, rtf, uuencode
from promisedesk.lib.mail.model import MARKS
from promisedesk.lib.mail.reading import ENCRYPTED_WORDS, read_mail

HEAD = b"From: Clara <clara@example.com>\nSubject: Where is it\nMIME-Version: 1.0\n"


def of(kind: str, body: bytes | str, more: str = "") -> bytes:
    body = body.encode() if isinstance(body, str) else body
    return HEAD + f"Content-Type: {kind}\n{more}\n".encode() + body


def mixed(*parts: tuple[str, bytes]) -> bytes:
    """A mail of these (header lines, body) parts."""
    pieces = [b"--b\n" + head.encode() + b"\n\n" + body + b"\n" for head, body in parts]
    return of("multipart/mixed; boundary=b", b"".join(pieces) + b"--b--\n")


# TNEF ------------------------------------------------------------------------


def attribute(name: int, value: bytes, level: int = 1) -> bytes:
    return struct.pack("<BHHI", level, name, 6, len(value)) + value + b"\0\0"


def properties(*values: tuple[int, int, bytes]) -> bytes:
    """(type, property, bytes) of MAPI properties of changing length."""
    found = struct.pack("<I", len(values))
    for kind, name, value in values:
        padded = value + b"\0" * (-len(value) % 4)
        found += struct.pack("<HH", kind, name)
        found += padded if kind == 3 else struct.pack("<II", 1, len(value)) + padded
    return found


def winmail(*attributes: bytes) -> bytes:
    return b"\x78\x9f\x3e\x22\x01\x00" + b"".join(attributes)


def attached(data: bytes, text: bytes = b"") -> bytes:
    parts = [("Content-Type: text/plain", text)] if text else []
    parts.append(
        (
            "Content-Type: application/ms-tnef; name=winmail.dat\n"
            "Content-Transfer-Encoding: base64",
            base64.encodebytes(data),
        )
    )
    return mixed(*parts)


CODEPAGE = attribute(0x9007, struct.pack("<II", 1251, 0))
FILE = (
    attribute(0x9002, b"\0" * 14, 2)
    + attribute(0x8010, b"SHORT~1.PDF\0", 2)
    + attribute(0x800F, b"%PDF-1.4", 2)
    + attribute(0x9005, properties((0x1F, 0x3707, "Счёт.pdf\0".encode("utf-16-le"))), 2)
)


def packed(text: bytes) -> bytes:
    """Compressed RTF without any compression in it."""
    body = b"".join(b"\0" + text[at : at + 8] for at in range(0, len(text), 8))
    return struct.pack("<II4sI", len(body) + 12, len(text), b"LZFu", 0) + body


def test_winmail_dat_is_unpacked():
    data = winmail(CODEPAGE, attribute(0x800C, "Где мой заказ?\0".encode("cp1251")), FILE)
    mail = read_mail(attached(data))
    assert mail.text == "Где мой заказ?"
    assert [(each.name, each.content_type) for each in mail.attachments] == [
        ("Счёт.pdf", "application/pdf")
    ]
    assert mail.attachments[0].read() == b"%PDF-1.4"
    assert (mail.marks, mail.problems) == (["tnef"], [])


def test_winmail_dat_beside_a_text_gives_its_files_only():
    mail = read_mail(attached(winmail(attribute(0x800C, b"twice\0"), FILE), b"Where is it?"))
    assert (mail.text, len(mail.attachments)) == ("Where is it?", 1)


@pytest.mark.parametrize("form", ["packed", "plain"])
def test_a_letter_that_is_only_rich_text_is_read(form):
    text = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}"
        rb"{\f2\fcharset238 Arial;}}{\*\generator x;}\pard\f1 " + rb"\'c7\'e0\'ea\'e0\'e7"
        rb"\par\f2 Za\'bf\'f3\'b3\'e6\f0\par Caf\'e9 \u8364?\tab\{x\}\par}"
    )
    data = (
        packed(text) if form == "packed" else struct.pack("<II4sI", 0, len(text), b"MELA", 0) + text
    )
    mail = read_mail(attached(winmail(attribute(0x9003, properties((0x102, 0x1009, data))))))
    assert mail.text == "Заказ\nZażółć\nCafé €\t{x}"


def test_rich_text_that_wraps_html_gives_the_html():
    text = (
        rb"{\rtf1\ansi\ansicpg1252\fromhtml1 {\*\htmltag64 <p>}\htmlrtf \par\htmlrtf0 "
        rb"a < b{\*\htmltag84 <b>}caf\'e9{\*\htmltag92 </b>}{\*\htmltag72 </p>}}"
    )
    assert rtf.read_rtf(text) == ("", "<p>a &lt; b<b>café</b></p>")


def test_references_into_the_dictionary_are_followed():
    """The example of the specification (MS-OXRTFCP 4.1)."""
    data = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3"
        "2068656c090020627705b06c647d0a800fa0"
    )
    assert rtf.unpacked(data) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_a_mail_in_winmail_dat_becomes_a_file_of_its_own():
    inner = winmail(attribute(0x8004, b"Old order\0"), attribute(0x800C, b"Please send tea.\0"))
    data = properties((0x0D, 0x3701, b"\x07\x03\x02" + b"\0" * 13 + inner))
    mail = read_mail(
        attached(winmail(attribute(0x9002, b"\0" * 14, 2), attribute(0x9005, data, 2)), b"See.")
    )
    [file] = mail.attachments
    assert (file.name, file.content_type) == ("Old order.eml", "message/rfc822")
    assert read_mail(file.read()).text == "Please send tea."


@pytest.mark.parametrize("size", [11, 40, 110, 150])
def test_a_damaged_winmail_dat_gives_what_it_can(size):
    data = winmail(CODEPAGE, attribute(0x800C, b"Where is it?\0"), FILE)[:size]
    mail = read_mail(attached(data, b"Hello."))
    assert mail.text == "Hello."
    assert mail.problems


# PGP and S/MIME --------------------------------------------------------------

ARMOUR = "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----"


def test_a_letter_signed_inline_shows_its_words():
    words = "Where is it?\n- -- \nClara"
    text = f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{words}\n{ARMOUR}\n"
    mail = read_mail(of("text/plain", text))
    assert (mail.text, mail.signature) == ("Where is it?", "Clara")
    assert mail.marks == ["signed:pgp"]


def test_a_letter_encrypted_inline_says_so():
    text = "-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n"
    mail = read_mail(of("text/plain", text))
    assert mail.marks == ["encrypted:pgp"]
    assert "original" in mail.problems[0]


def test_pgp_mime_is_recognised():
    encrypted = of(
        'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b',
        "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n"
        "--b\nContent-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN\n--b--\n",
    )
    mail = read_mail(encrypted)
    assert (mail.text, mail.marks, mail.language) == (ENCRYPTED_WORDS, ["encrypted:pgp"], "en")
    assert len(mail.problems) == 1
    signed = of(
        'multipart/signed; protocol="application/pgp-signature"; boundary=b',
        "--b\n\nWhere is it?\n--b\nContent-Type: application/pgp-signature\n\niQ\n--b--\n",
    )
    mail = read_mail(signed)
    assert (mail.text, mail.marks, mail.problems) == ("Where is it?", ["signed:pgp"], [])


def der(tag: int, *values: bytes) -> bytes:
    body = b"".join(values)
    size = len(body)
    head = bytes([size]) if size < 128 else b"\x82" + size.to_bytes(2, "big")
    return bytes([tag]) + head + body


def pkcs7(number: int, content: bytes | None) -> bytes:
    def oid(last):
        return der(6, bytes.fromhex("2a864886f70d0107") + bytes([last]))

    inner = der(0x30, oid(1), *([der(0xA0, der(4, content))] if content is not None else []))
    signed = der(0x30, der(2, b"\1"), der(0x31), inner, der(0x31))
    return der(0x30, oid(number), der(0xA0, signed))


@pytest.mark.parametrize("kind", ["application/pkcs7-mime", "application/x-pkcs7-mime",
                                  "application/octet-stream"])  # fmt: skip
def test_opaque_signed_words_are_shown(kind):
    content = pkcs7(2, b"Content-Type: text/plain\r\n\r\nWhere is it?\r\n")
    mail = read_mail(
        of(f"{kind}; name=smime.p7m", base64.encodebytes(content),
           "Content-Transfer-Encoding: base64\n")
    )  # fmt: skip
    assert (mail.text, mail.marks) == ("Where is it?", ["signed:smime"])


def test_enveloped_words_are_said_to_be_encrypted():
    mail = read_mail(
        of("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
           base64.encodebytes(pkcs7(3, b"sealed")), "Content-Transfer-Encoding: base64\n")
    )  # fmt: skip
    assert (mail.text, mail.marks) == (ENCRYPTED_WORDS, ["encrypted:smime"])
    assert [each.name for each in mail.attachments] == ["smime.p7m"]


def test_a_bag_of_certificates_is_a_file():
    mail = read_mail(
        of("application/pkcs7-mime; smime-type=certs-only; name=smime.p7c",
           base64.encodebytes(pkcs7(2, None)), "Content-Transfer-Encoding: base64\n")
    )  # fmt: skip
    assert (mail.marks, [each.name for each in mail.attachments]) == ([], ["smime.p7c"])


def test_a_detached_signature_is_a_mark_and_a_file():
    mail = read_mail(
        of('multipart/signed; protocol="application/pkcs7-signature"; boundary=b',
           "--b\n\nWhere is it?\n--b\nContent-Type: application/pkcs7-signature; name=smime.p7s"
           "\n\nx\n--b--\n")
    )  # fmt: skip
    assert (mail.text, mail.marks) == ("Where is it?", ["signed:smime"])
    assert [each.name for each in mail.attachments] == ["smime.p7s"]


# uuencode --------------------------------------------------------------------


def uu(name: str, content: bytes) -> str:
    lines = [binascii.b2a_uu(content[at : at + 45]).decode() for at in range(0, len(content), 45)]
    return f"begin 644 {name}\n{''.join(lines)}`\nend\n"


def test_a_file_written_into_the_text_is_taken_out():
    text = f"See below.\n\n{uu('tea list.pdf', b'%PDF' + bytes(range(200)))}\nThank you.\n"
    mail = read_mail(of("text/plain", text))
    assert mail.text.split() == ["See", "below.", "Thank", "you."]
    [file] = mail.attachments
    assert (file.name, file.content_type, file.read()) == (
        "tea list.pdf", "application/pdf", b"%PDF" + bytes(range(200))
    )  # fmt: skip


@pytest.mark.parametrize("text", [
    "begin 644 x\nThis is only a sentence that begins so\nend\n",
    "begin 644 x.txt\nM\n",
    "We begin 644 x\nend\n",
    "begin 644 x\nend\n",
    "begin 644 \n#0V%T\nend\n",
])  # fmt: skip
def test_what_only_looks_like_a_file_stays(text):
    assert uuencode.taken_out(text) == (text, [])


# Other forms of words --------------------------------------------------------


def test_the_same_words_in_a_third_form_are_no_file():
    raw = of(
        "multipart/alternative; boundary=b",
        "--b\nContent-Type: text/plain\n\nWhere is it?\n--b\nContent-Type: text/x-amp-html\n\n<a>\n"
        "--b\nContent-Type: text/watch-html\n\n<b>x</b>\n"
        "--b\nContent-Type: text/html\n\n<p>Where is it?</p>\n--b--\n",
    )
    mail = read_mail(raw)
    assert (mail.text, mail.attachments) == ("Where is it?", [])


def test_enriched_text_is_shown_without_its_tags():
    mail = read_mail(of("text/enriched", "<bold>Where</bold> is <<it?"))
    assert mail.text == "Where is <it?"


def test_a_named_text_behind_the_letter_is_a_file():
    raw = mixed(
        ("Content-Type: text/plain", b"See the list."),
        ('Content-Type: text/plain; name="list.txt"', b"tea"),
    )
    mail = read_mail(raw)
    assert (mail.text, [each.name for each in mail.attachments]) == ("See the list.", ["list.txt"])


def test_a_macintosh_file_comes_without_its_other_half():
    raw = of(
        "multipart/appledouble; boundary=b",
        "--b\nContent-Type: application/applefile; name=a.pdf\n\nx\n"
        "--b\nContent-Type: application/pdf; name=a.pdf\n\n%PDF\n--b--\n",
    )
    assert [each.content_type for each in read_mail(raw).attachments] == ["application/pdf"]


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Fwd: tea", "See.\n\n---------- Forwarded message ---------\nFrom: a\n\nhello"),
        ("Fwd: tea", "Begin forwarded message:\n\n> From: a\n\nhello"),
        ("Fwd: чай", "-------- Пересылаемое сообщение --------\n05.02.2024, a@b.ru:\n\nпривет"),
        ("Fwd: чай", "Начало переадресованного сообщения:\n\n> От: a\n\nпривет"),
        ("Fwd: herbata", "-------- Treść przekazanej wiadomości --------\nTemat: x\n\ncześć"),
    ],
)
def test_a_forward_is_marked(subject, text):
    raw = HEAD.replace(b"Where is it", subject.encode()) + b"\n" + text.encode()
    assert "forwarded" in read_mail(raw).marks


def test_an_ordinary_letter_has_no_marks():
    assert read_mail(of("text/plain", "Where is it?")).marks == []
    assert len(set(MARKS)) == len(MARKS)


# Calendars -------------------------------------------------------------------


def event(lines: str) -> str:
    return f"BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("SUMMARY:Tea\nDTSTART:20240205T110000Z\nDTEND:20240205T120000Z",
         "Tea\n2024-02-05 11:00 – 12:00 UTC"),
        ("SUMMARY:Urlop\\, długi\nDTSTART;VALUE=DATE:20240205\nDTEND;VALUE=DATE:20240207",
         "Urlop, długi\n2024-02-05 – 2024-02-06"),
        ("SUMMARY:Tea\nDTSTART;VALUE=DATE:20240205\nDTEND;VALUE=DATE:20240206",
         "Tea\n2024-02-05"),
        ("SUMMARY;LANGUAGE=ru:Встре\n ча\nDTSTART;TZID=Europe/Moscow:20240205T110000\n"
         "LOCATION:Офис\nORGANIZER;CN=Анна:mailto:anna@a.ru",
         "Встреча\n2024-02-05 11:00 (Europe/Moscow)\nОфис\nАнна <anna@a.ru>"),
        ("SUMMARY:Tea\nBEGIN:VALARM\nSUMMARY:no\nEND:VALARM\nDESCRIPTION:one\\ntwo",
         "Tea\none\ntwo"),
        ("DTSTART:nonsense\nSUMMARY:Tea\n;;:\n=\nDTEND:20240230", "Tea\nnonsense"),
    ],
)  # fmt: skip
def test_an_invitation_is_a_few_lines(lines, text):
    assert calendars.invitation_text(event(lines)) == text
    mail = read_mail(of("text/calendar; charset=utf-8", event(lines)))
    assert (mail.text, mail.marks) == (text, ["calendar"])
    assert [each.name for each in mail.attachments] == ["invitation.ics"]
    assert mail.kind == "message"


@pytest.mark.parametrize("calendar", ["", "BEGIN:VEVENT", 'BEGIN:VEVENT\n\x01:\n"\n', "x" * 5000])
def test_nonsense_is_no_invitation(calendar):
    assert calendars.invitation_text(calendar) == ""
