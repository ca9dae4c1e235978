"""Mails made to stop whoever reads them: what real mailboxes hold, and a little worse."""

from __future__ import annotations

HEAD = "From: {sender}\r\nTo: help@shop.example\r\nSubject: Poison\r\nMIME-Version: 1.0\r\n"


def _mail(head: str = "", body: str | bytes = "Text.", sender: str = "p@poison.example") -> bytes:
    start = (HEAD.format(sender=sender) + head).encode("utf-8", "surrogateescape")
    return start + b"\r\n" + (body if isinstance(body, bytes) else body.encode())


def _parts(kind: str, inner: str, boundary: str = "b") -> bytes:
    return _mail(f"Content-Type: {kind}; boundary={boundary}\r\n", inner)


def _nested(depth: int) -> bytes:
    head = "".join(
        f"Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"
        for level in range(depth)
    )
    return _mail(head, "Deep.")


def _rfc822(depth: int) -> bytes:
    return _mail("Content-Type: message/rfc822\r\n\r\n" * depth, "Deep.")


def poisons() -> dict[str, bytes]:
    """Forty of them, by what is wrong."""
    base64 = "Content-Transfer-Encoding: base64\r\n"
    plain = "Content-Type: text/plain; charset="
    return {
        "no boundary": _mail("Content-Type: multipart/mixed\r\n", "--b\r\n\r\nText."),
        "boundary never comes": _parts("multipart/mixed", "nothing"),
        "boundary unclosed": _parts("multipart/mixed", "--b\r\n\r\nText."),
        "boundary of blanks": _parts("multipart/mixed", "--   \r\n\r\nx", '"   "'),
        "10000 parts": _parts("multipart/mixed", "--b\r\n\r\nx\r\n" * 10_000 + "--b--"),
        "depth 1000": _nested(1000),
        "messages in messages": _rfc822(500),
        "a line of a million": _mail(body="x" * 1_000_000),
        "a header of a million": _mail(f"X-Long: {'y' * 1_000_000}\r\n"),
        "100000 header lines": _mail("X-A: b\r\n" * 100_000),
        "unknown charset": _mail(plain + "x-klingon-9\r\n", b"\xff\xfeText"),
        "charset with quotes": _mail(plain + '"utf-8\\""\r\n'),
        "charset nul": _mail(plain + "utf\x00-8\r\n"),
        "charset utf-7": _mail(plain + "utf-7\r\n", "+AD0-+AAA-"),
        "idna charset": _mail(plain + "idna\r\n", b"\xff" * 1000),
        "encoded word cut": _mail("Subject: =?utf-8?B?4pi\r\n"),
        "encoded words nested": _mail("Subject: " + "=?utf-8?Q?=?utf-8?Q?x?=?=" * 500 + "\r\n"),
        "2231 without end": _mail("Content-Disposition: attachment; filename*0*=utf-8''%\r\n"),
        "2231 ten thousand": _mail(
            "Content-Disposition: attachment; "
            + "; ".join(f"filename*{n}=x" for n in range(10_000))
            + "\r\n"
        ),
        "base64 garbage": _mail(base64, "!!!! not base64 ====\r\n" * 1000),
        "base64 one off": _mail(base64, "QUJDR"),
        "quoted-printable garbage": _mail(
            "Content-Transfer-Encoding: quoted-printable\r\n", "=ZZ=\r\n==" * 5000
        ),
        "uuencode garbage": _mail("Content-Transfer-Encoding: x-uuencode\r\n", "begin 666 x\r\nM!"),
        "nul everywhere": _mail(body=b"\x00" * 10_000),
        "nul in the head": _mail("Subject: a\x00b\r\n"),
        "no header": b"\r\n\r\njust text",
        "no from": b"Subject: x\r\n\r\ntext",
        "one byte": b"x",
        "only line ends": b"\r\n" * 100,
        "bytes": bytes(range(256)) * 200,
        "5000 recipients": _mail(
            "Cc: " + ", ".join(f"r{n}@many.example" for n in range(5000)) + "\r\n"
        ),
        "brackets in from": _mail(sender="(" * 5000 + "p@poison.example"),
        "group in to": _mail("To: undisclosed-recipients:;\r\nTo: a:b:c;;\r\n"),
        "content-type of slashes": _mail("Content-Type: ////; =;; ;\r\n"),
        "content-type repeated": _mail("Content-Type: text/html\r\nContent-Type: multipart/x\r\n"),
        "tnef cut": _mail("Content-Type: application/ms-tnef\r\n" + base64, "eJ8+IgAAAAA="),
        "smime cut": _mail("Content-Type: application/pkcs7-mime\r\n" + base64, "MIIBAAAA"),
        "pgp cut": _mail(
            'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"\r\n'
        ),
        "calendar cut": _mail(
            "Content-Type: text/calendar\r\n", "BEGIN:VCALENDAR\r\n" * 500 + "BEGIN:VEVENT"
        ),
        "nested html": _mail(
            "Content-Type: text/html\r\n", "<div>" * 20_000 + "x" + "</div>" * 20_000
        ),
    }
