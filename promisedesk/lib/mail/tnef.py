"""winmail.dat unpacked: Outlook's own wrapping of body and files (MS-OXTNEF).

Read by hand and in order, so that a damaged one still yields all that stands before the
damage; the library for it gives up as a whole.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage

from promisedesk.lib.mail import attachments, rtf
from promisedesk.lib.mail.charsets import clean_body, clean_line, decode_bytes
from promisedesk.lib.mail.model import Attachment

TYPES = ("application/ms-tnef", "application/vnd.ms-tnef")
MAGIC = b"\x78\x9f\x3e\x22"
LARGEST = 40 * 1024 * 1024
MOST_ATTRIBUTES = 20_000
MOST_FILES = 500
DEEPEST = 3  # a mail in a mail in a mail

# Attributes (MS-OXTNEF 2.1.3.2), the lower half of their tag.
_SUBJECT, _BODY, _DATA, _TITLE = 0x8004, 0x800C, 0x800F, 0x8010
_RENDERING, _PROPERTIES, _ATTACHMENT, _CODEPAGE = 0x9002, 0x9003, 0x9005, 0x9007
# Properties (MS-OXPROPS).
_P_SUBJECT, _P_BODY, _P_RTF, _P_HTML, _P_CODEPAGE = 0x0037, 0x1000, 0x1009, 0x1013, 0x3FDE
_P_DISPLAY, _P_CONTENT, _P_SHORT, _P_LONG, _P_MIME, _P_CID = (
    0x3001, 0x3701, 0x3704, 0x3707, 0x370E, 0x3712
)  # fmt: skip
_WIDTHS = {
    0x0002: 2, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000A: 4, 0x000B: 2,
    0x0014: 8, 0x0040: 8, 0x0048: 16,
}  # fmt: skip
_STRING, _UNICODE, _OBJECT, _BINARY = 0x001E, 0x001F, 0x000D, 0x0102
_CODECS = {
    20866: "koi8-r",
    21866: "koi8-u",
    20127: "us-ascii",
    65001: "utf-8",
    50220: "iso-2022-jp",
}


@dataclass(slots=True)
class Unpacked:
    """What a winmail.dat holds. `plain` and `html` are two forms of the same words."""

    plain: str = ""
    html: str = ""
    subject: str = ""
    files: list[Attachment] = field(default_factory=list)
    is_damaged: bool = False


@dataclass(slots=True)
class _File:
    data: bytes = b""
    title: bytes = b""
    properties: dict[int, "_Value"] = field(default_factory=dict)


_Value = tuple[int, bytes]  # type, bytes


def unpacked(data: bytes, depth: int = 0) -> Unpacked | None:
    """Body and files of a winmail.dat, None if it is none. Never raises."""
    if not data.startswith(MAGIC) or len(data) > LARGEST:
        return None
    found = Unpacked()
    files: list[_File] = []
    properties: dict[int, _Value] = {}
    codec, body = "cp1252", b""
    subject = b""
    try:
        for name, value in _attributes(memoryview(data)):
            if name == _CODEPAGE and len(value) >= 4:
                codec = _codec(struct.unpack_from("<I", value)[0]) or codec
            elif name == _BODY:
                body = bytes(value)
            elif name == _SUBJECT:
                subject = bytes(value)
            elif name == _PROPERTIES:
                properties |= _properties(value)
            elif name == _RENDERING and len(files) < MOST_FILES:
                files.append(_File())
            elif files and name == _TITLE:
                files[-1].title = bytes(value)
            elif files and name == _DATA:
                files[-1].data = bytes(value)
            elif files and name == _ATTACHMENT:
                files[-1].properties = _properties(value)
    except (ValueError, struct.error):
        found.is_damaged = True
    _read_words(found, properties, body, codec)
    found.subject = _text(properties.get(_P_SUBJECT), codec) or decode_bytes(subject, codec)
    found.subject = clean_line(found.subject)
    found.files = [_attachment(each, codec, depth) for each in files]
    return found


def _attributes(data: memoryview) -> Iterator[tuple[int, memoryview]]:
    """(attribute, value) in order. Raises ValueError where the data is cut short."""
    at = 6
    for _count in range(MOST_ATTRIBUTES):
        if at + 9 > len(data):
            if bytes(data[at:]).strip(b"\0\r\n "):
                raise ValueError("cut short")
            return
        name, size = struct.unpack_from("<H2xI", data, at + 1)
        at += 9
        if at + size > len(data):
            yield name, data[at:]
            raise ValueError("cut short")
        yield name, data[at : at + size]
        at += size + 2  # a checksum stands behind


def _properties(data: memoryview) -> dict[int, _Value]:
    """The first value of each property; what stands behind damage is left out."""
    found: dict[int, _Value] = {}
    try:
        count, at = struct.unpack_from("<I", data)[0], 4
        for _number in range(min(count, MOST_ATTRIBUTES)):
            kind, name = struct.unpack_from("<HH", data, at)
            at += 4
            if name >= 0x8000:
                at = _behind_name(data, at)
            value, at = _value(data, at, kind)
            found.setdefault(name, (kind & ~0x1000, value))
    except (ValueError, struct.error):
        pass
    return found


def _behind_name(data: memoryview, at: int) -> int:
    """Named properties carry a GUID and a number or a name."""
    kind, size = struct.unpack_from("<II", data, at + 16)
    return at + 24 + (0 if kind == 0 else (size + 3) // 4 * 4)


def _value(data: memoryview, at: int, kind: int) -> tuple[bytes, int]:
    is_many, kind = bool(kind & 0x1000), kind & ~0x1000
    count = 1
    if is_many or kind not in _WIDTHS:
        count = struct.unpack_from("<I", data, at)[0]
        at += 4
    if kind in _WIDTHS:
        width = _WIDTHS[kind]
        size = (width * count + 3) // 4 * 4
        return bytes(data[at : at + width]), at + size
    if kind not in (_STRING, _UNICODE, _OBJECT, _BINARY):
        raise ValueError("unknown type")
    first = b""
    for number in range(count):
        if at >= len(data):
            raise ValueError("cut short")
        size = struct.unpack_from("<I", data, at)[0]
        if not number:
            first = bytes(data[at + 4 : at + 4 + size])
        at += 4 + (size + 3) // 4 * 4
    return first, at


def _codec(number: int) -> str:
    if 28591 <= number <= 28606:
        return f"iso-8859-{number - 28590}"
    return _CODECS.get(number) or (f"cp{number}" if 0 < number <= 1258 else "")


def _text(value: _Value | None, codec: str) -> str:
    if value is None:
        return ""
    kind, data = value
    if kind == _UNICODE:
        return data.decode("utf-16-le", "replace").rstrip("\0")
    return decode_bytes(data.rstrip(b"\0"), codec)


def _read_words(found: Unpacked, properties: dict[int, _Value], body: bytes, codec: str) -> None:
    number = properties.get(_P_CODEPAGE, (0, b""))[1]
    own = _codec(struct.unpack("<I", number)[0]) if len(number) == 4 else ""
    found.html = _text(properties.get(_P_HTML), own or codec)
    found.plain = _text(properties.get(_P_BODY), codec) or decode_bytes(body.rstrip(b"\0"), codec)
    packed = properties.get(_P_RTF)
    if packed and not found.html and not found.plain.strip():
        found.plain, found.html = rtf.read_rtf(rtf.unpacked(packed[1]))
    found.plain, found.html = clean_body(found.plain), clean_body(found.html)


def _attachment(file: _File, codec: str, depth: int) -> Attachment:
    names = (file.properties.get(each) for each in (_P_LONG, _P_SHORT))
    name = next((text for each in names if (text := _text(each, codec))), "")
    name = name or decode_bytes(file.title.rstrip(b"\0"), codec)
    content = file.properties.get(_P_CONTENT, (0, b""))
    data = file.data or content[1]
    if content[0] == _OBJECT and len(content[1]) > 16:
        inner = unpacked(content[1][16:], depth + 1) if depth < DEEPEST else None
        if inner is not None:
            return _mail(inner, name or _text(file.properties.get(_P_DISPLAY), codec))
        data = content[1][16:]
    name = name or _text(file.properties.get(_P_DISPLAY), codec)
    kind = _text(file.properties.get(_P_MIME), codec).strip().lower() or "application/octet-stream"
    cid = clean_line(_text(file.properties.get(_P_CID), codec), 250).strip("<> ")
    return attachments.made(name, kind if "/" in kind else "application/octet-stream", data, cid)


def _mail(inner: Unpacked, name: str) -> Attachment:
    """A mail attached to a mail, in the one form every program opens."""
    letter = EmailMessage()
    letter["Subject"] = inner.subject or clean_line(name)
    letter.set_content(inner.plain or "")
    if inner.html:
        letter.add_alternative(inner.html, subtype="html")
    for each in inner.files:
        letter.add_attachment(
            each.content, maintype="application", subtype="octet-stream", filename=each.name
        )
    label = attachments.clean_name(f"{inner.subject or name or 'message'}"[:100].replace("/", "-"))
    label = label if label.lower().endswith(".eml") else f"{label}.eml"
    return attachments.made(label, "message/rfc822", letter.as_bytes())
