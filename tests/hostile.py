"""Hostile mails for tests: each the same for the same seed, with harmless canaries only.

A script that runs calls `__ran(number)`, which a test defines in its browser; whatever is
fetched comes from the canary's address, a listener of the test on loopback.
"""

from __future__ import annotations

import base64
import random
import struct
import zlib
from collections.abc import Callable, Iterator

TO = "help@shop.example"

# Where a script may hide. %R runs, %L is an address whose being asked for gives it away.
MARKUP = """
<script>%R</script>
<script src="%L"></script>
<ScRiPt>%R</sCrIpT>
<scr<script>ipt>%R</scr</script>ipt>
"><script>%R</script>
'"><img src=x onerror=%R>
<img src=x onerror="%R">
<img src="x` `<script>%R</script>"` `>
<img/src="x"/onerror=%R>
<img src="%L">
<img srcset="%L 1x, %L 2x">
<picture><source srcset="%L"><img></picture>
<svg onload=%R>
<svg><script>%R</script></svg>
<svg><animate onbegin=%R attributeName=x dur=1s>
<svg><a xlink:href="javascript:%R"><text x=20 y=20>click</text></a></svg>
<svg><use href="%L#x"/></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=%R&gt;">
<math href="javascript:%R">CLICK</math>
<noscript><p title="</noscript><img src=x onerror=%R>">
<style><img title="</style><img src=x onerror=%R>">
<xmp><p title="</xmp><img src=x onerror=%R>">
<textarea><p title="</textarea><img src=x onerror=%R>">
<title><p title="</title><img src=x onerror=%R>">
<template><img src=x onerror=%R></template>
<form><math><mtext></form><form><mglyph><style></math><img src onerror=%R>
<!--<img src="--><img src=x onerror=%R//">
<![CDATA[<]]>script>%R<![CDATA[<]]>/script>
<a href="javascript:%R">a link</a>
<a href="JaVaScRiPt:%R">a link</a>
<a href=" &#14; javascript:%R">a link</a>
<a href="java&#x09;script:%R">a link</a>
<a href="java&NewLine;script:%R">a link</a>
<a href="data:text/html,<script>%R</script>">a link</a>
<a href="vbscript:%R">a link</a>
<a href="//evil.example" ping="%L">a link</a>
<iframe src="javascript:%R"></iframe>
<iframe srcdoc="<script>parent.%R</script>"></iframe>
<iframe src="%L"></iframe>
<object data="%L"></object>
<object data="javascript:%R"></object>
<embed src="%L">
<applet code="%L"></applet>
<base href="%L">
<link rel=stylesheet href="%L">
<link rel=prefetch href="%L">
<link rel=dns-prefetch href="%L">
<meta http-equiv="refresh" content="0;url=%L">
<meta http-equiv="refresh" content="0;url=javascript:%R">
<style>@import url(%L);</style>
<style>body{background:url(%L)}@font-face{font-family:x;src:url(%L)}*{font-family:x}</style>
<div style="background:url(%L)">a</div>
<div style="background-image:\\75rl(%L)">a</div>
<div style="width:expression(%R)">a</div>
<div style="position:fixed;inset:0;z-index:9999;background:red">cover</div>
<table background="%L"><tr><td background="%L">a</td></tr></table>
<body onload=%R background="%L">
<video src="%L" poster="%L" onerror=%R autoplay></video>
<audio src="%L" autoplay onerror=%R></audio>
<input autofocus onfocus=%R>
<select autofocus onfocus=%R></select>
<details open ontoggle=%R><summary>a</summary></details>
<marquee onstart=%R>a</marquee>
<form action="%L"><button autofocus onfocus=%R formaction="javascript:%R">go</button></form>
<isindex type=image src=1 onerror=%R>
<keygen autofocus onfocus=%R>
<frameset onload=%R><frame src="%L"></frameset>
<bgsound src="%L">
<layer src="%L"></layer>
<div hx-get="%L" hx-trigger="load">a</div>
<div hx-on:load="%R" data-hx-get="%L" data-hx-trigger="load">a</div>
<div hx-post="/settings/people/" hx-trigger="load"></div>
<p dir=rtl>\u202e&lt;script&gt;%R&lt;/script&gt;</p>
{{ constructor.constructor('%R')() }}
${%R}
{% load static %}{{ request.user.password }}
{{7*7}}{x.__class__}
javascript:%R//'/*`/*"/*</title></style></textarea></script>--!><svg onload=%R>
</pre></script><script>%R</script>
+ADw-script+AD4-%R+ADw-/script+AD4-
\\"-%R//
%0d%0aX-Injected: yes
""".strip().split("\n")

ENCODINGS = (
    "utf-8",
    "utf-7",
    "utf-16",
    "x-unknown",
    "iso-2022-jp",
    "windows-1251",
    "\x00",
    "../../x",
)
TYPES = (
    "text/html", "image/svg+xml", "IMAGE/SVG+XML; x", "image/png", "application/xhtml+xml",
    "text/xml", "application/javascript", "text/html\t; charset=utf-7", "multipart/related",
    "message/rfc822", "application/x-shockwave-flash", "application/pdf", "text/calendar",
    "application/ms-tnef", "application/octet-stream", "image/svg+xml;image/png", "",
)  # fmt: skip
SHOWN = ("inline", "attachment")
NAMES = (
    "../../../../etc/cron.d/x", "..\\..\\x.exe", "a\x00.html", "\u202egnp.exe", "x" * 300 + ".html",
    "<img src=x onerror=%R>.png", "\"onmouseover=%R x=\".svg", "CON", ".htaccess", " ", "a/b/c.svg",
    "=?utf-8?q?=3Cscript=3E%R=3C/script=3E?=", "x.html\r\nContent-Type: text/html", "a;b=c.svg",
)  # fmt: skip


class Mails:
    """Mails number 0, 1, 2 …; `canary` is the address a listener of the test has."""

    def __init__(self, canary: str, seed: int = 1):
        self._canary, self._seed = canary, seed
        self._families: list[Callable[[int, random.Random], bytes]] = [
            self._markup_in_body, self._markup_in_body, self._markup_everywhere, self._attachments,
            self._markup_in_body, self._nested, self._encoded, self._calendar, self._odd_structure,
            self._bomb,
        ]  # fmt: skip

    def __getitem__(self, number: int) -> bytes:
        rng = random.Random(self._seed * 1_000_003 + number)
        return self._families[number % len(self._families)](number, rng)

    def first(self, count: int) -> Iterator[bytes]:
        return (self[number] for number in range(count))

    def _armed(self, text: str, number: int) -> str:
        return text.replace("%R", f"__ran({number})").replace("%L", f"{self._canary}/{number}")

    def _markup(self, number: int, rng: random.Random, count: int = 1) -> str:
        return self._armed("\n".join(rng.choices(MARKUP, k=count)), number)

    def _head(self, number: int, subject: str = "", name: str = "", more: str = "") -> str:
        subject = (subject or f"Hostile {number}").replace("\r", " ").replace("\n", " ")
        name = (name or f"Sender {number}").replace("\r", " ").replace("\n", " ")
        return (
            f"From: {name} <hostile{number}@mail.example>\nTo: {TO}\nSubject: {subject}\n"
            f"Message-ID: <h{number}.{self._seed}@mail.example>\nMIME-Version: 1.0\n{more}"
        )

    def _markup_in_body(self, number: int, rng: random.Random) -> bytes:
        """Each line of MARKUP once and again, alone and with others, as text and as HTML."""
        line = self._armed(MARKUP[(number // 10 * 3 + number % 10) % len(MARKUP)], number)
        html = f"<html><body><p>Hello {number}</p>{line}{self._markup(number, rng, 3)}<p>Bye"
        plain = f"Hello {number}\n\n{line}\n{self._markup(number, rng)}\n-- \n{line}\n\n> {line}\n"
        head = self._head(number, more='Content-Type: multipart/alternative; boundary="b"\n')
        return _crlf(
            f"{head}\n--b\nContent-Type: text/plain; charset=utf-8\n\n{plain}\n--b\n"
            f"Content-Type: text/html; charset=utf-8\n\n{html}\n--b--\n"
        )

    def _markup_everywhere(self, number: int, rng: random.Random) -> bytes:
        """In subject, names, addresses, ids, and headers nobody asked for."""
        quoted = self._markup(number, rng).replace('"', "'")
        fields = "".join(
            f"{field}: {self._markup(number, rng)}\n"
            for field in ("Organization", "X-Mailer", "User-Agent", "List-Id", "X-Forwarded-For",
                          "Comments", "Keywords", "X-Promisedesk-Agent", "Authentication-Results")
        )  # fmt: skip
        more = (
            f'Reply-To: "{quoted}" <reply{number}@mail.example>\nCc: "{quoted}" <cc@mail.example>\n'
            f"In-Reply-To: <{quoted}@x>\nReferences: <{quoted}@x>\n{fields}"
        )
        head = self._head(number, self._markup(number, rng), f'"{quoted}"', more)
        return _crlf(f"{head}\n{self._markup(number, rng, 4)}\n")

    def _attachments(self, number: int, rng: random.Random) -> bytes:
        parts = []
        for place in range(4):
            kind, name = rng.choice(TYPES), self._armed(rng.choice(NAMES), number)
            content = self._armed(
                "<svg xmlns='http://www.w3.org/2000/svg' onload='%R'><script>%R</script>"
                "<image href='%L'/></svg>"
                if place % 2
                else "<html><script>%R</script>",
                number,
            )
            quoted = name.replace('"', "'").replace("\r", "\\r").replace("\n", "\\n")
            parts.append(
                f'Content-Type: {kind}; name="{quoted}"\nContent-ID: <c{place}">\n'
                f'Content-Disposition: {rng.choice(SHOWN)}; filename="{quoted}"\n\n'
                f"{content}\n"
            )  # fmt: skip
        html = "".join(
            f'<img src="cid:c{place}"><a href="cid:c{place}">x</a>' for place in range(4)
        )
        head = self._head(number, more='Content-Type: multipart/related; boundary="b"\n')
        body = "--b\n".join(["", f"Content-Type: text/html\n\n<p>See {html}\n", *parts])
        return _crlf(f"{head}\n{body}--b--\n")

    def _nested(self, number: int, rng: random.Random) -> bytes:
        inner = self._markup_everywhere(number, rng).decode("utf-8", "surrogateescape")
        for _level in range(rng.choice([1, 3, 60, 400])):
            inner = f"Content-Type: message/rfc822\nSubject: Fwd: {number}\n\n{inner}"
        return _crlf(f"{self._head(number)}{inner.replace(chr(13), '')}")

    def _encoded(self, number: int, rng: random.Random) -> bytes:
        charset = rng.choice(ENCODINGS)
        text = self._markup(number, rng, 3).encode("utf-8", "surrogateescape")
        words = base64.b64encode(self._markup(number, rng).encode()).decode()
        subject = rng.choice(
            [f"=?utf-8?B?{words}?=", f"=?{charset}?Q?=3Cscript=3E__ran({number})=3C/script?="]
        )
        body = rng.choice(
            [base64.b64encode(text), text.replace(b"<", b"=3C"), text, text + b"\x00\xff\xfe"]
        )
        encoding = rng.choice(["base64", "quoted-printable", "8bit", "x-uuencode", "\x01"])
        more = (
            f'Content-Type: text/{rng.choice(["html", "plain", "x-"])}; charset="{charset}"\n'
            f"Content-Transfer-Encoding: {encoding}\n"
        )
        return (
            _crlf(self._head(number, subject, more=more))
            + b"\r\n"
            + body.replace(b"\n", b"\r\n")
            + b"\r\n"
        )

    def _calendar(self, number: int, rng: random.Random) -> bytes:
        def said() -> str:
            return self._markup(number, rng)

        lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", f"METHOD:{rng.choice(['REQUEST', 'REPLY', 'X'])}",
            "BEGIN:VEVENT", f"SUMMARY:{said()}", f"LOCATION:{said()}", f"DESCRIPTION:{said()}",
            f"ORGANIZER;CN={said()}:mailto:x@y", "DTSTART:99999999T999999Z",
            "RRULE:FREQ=SECONDLY", f"URL:javascript:__ran({number})",
            "END:VEVENT", "END:VCALENDAR",
        ]  # fmt: skip
        more = 'Content-Type: text/calendar; charset=utf-8; method=REQUEST; name="x.ics"\n'
        return _crlf(self._head(number, more=more) + "\n" + "\n".join(lines) + "\n")

    def _odd_structure(self, number: int, rng: random.Random) -> bytes:
        markup = self._markup(number, rng, 2)
        head, sender = self._head(number), f"hostile{number}@mail.example"
        return _crlf(
            rng.choice(
                [
                    head + f"Content-Type: multipart/mixed\n\n--x\n\n{markup}\n",
                    head + f'Content-Type: multipart/mixed; boundary="{markup[:60]}"\n\n{markup}\n',
                    head.replace("\n", "\n\n", 1) + markup,
                    f"{markup}\n{head}\n{markup}",
                    f'From: <{sender}>, <a@b>, <c@d>\nFrom: "{sender}" <x@y>\n\n{markup}',
                    f"From: a@b@{sender}\nSubject: \n {markup}\n\n{markup}",
                    head + "".join(f"X-{n}: {n}\n" for n in range(3000)) + "\n" + markup,
                    head
                    + "Content-Type: multipart/mixed; boundary=b\n\n"
                    + "--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 200,
                    head + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 5000,
                    head
                    + "Content-Type: multipart/signed; boundary=b\n\n--b\n\n"
                    + f"{markup}\n--b\nContent-Type: application/pgp-signature\n\ngarbage\n--b--\n",
                ]
            )
        )

    def _bomb(self, number: int, rng: random.Random) -> bytes:
        head = self._head(number)
        text = rng.choice(
            [
                "> " * 100_000,
                "\n" * 200_000,
                " " * 400_000 + "x",
                "".join(f"{'>' * (n % 500)} {n}\n" for n in range(4000)),
                "\n".join(f"http://x.example/{n}" for n in range(20_000)),
                "On Mon, 1 Jan 2024 at 10:00, A <a@b.example>\n" * 5000,
                "From: a\nTo: b\nSubject: c\n" * 8000,
                "wrote:\n" * 50_000,
                "a" * 1_500_000,
                "<div>" * 50_000 + self._markup(number, rng),
                "<table><tr><td>" * 3000 + self._markup(number, rng),
                "&lt;" * 200_000,
            ]
        )
        if number % 3 == 0:
            return _crlf(f"{head}Content-Type: text/html\n\n{text}\n")
        if number % 3 == 1:
            return _crlf(f"{head}\n{text}\n")
        return _crlf(
            f"{head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n{text[:9000]}\n"
        ) + (
            _file("bomb.png", "image/png", _png(60_000, 60_000))
            + _file("bomb.zip", "application/zip", zlib.compress(b"\0" * 20_000_000))
            + _file("winmail.dat", "application/ms-tnef", b"\x78\x9f\x3e\x22" + rng.randbytes(3000))
            + _file("bomb.xml", "text/xml", b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>')
            + b"--b--\r\n"
        )


def _file(name: str, kind: str, content: bytes) -> bytes:
    head = (
        f'--b\r\nContent-Type: {kind}; name="{name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    )
    return head.encode() + base64.encodebytes(content).replace(b"\n", b"\r\n")


def _png(width: int, height: int) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        checked = name + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _crlf(text: str) -> bytes:
    lines = text.replace("\r\n", "\n").replace("\r", " ").rstrip("\n") + "\n"
    return lines.encode("utf-8", "surrogateescape").replace(b"\n", b"\r\n")
