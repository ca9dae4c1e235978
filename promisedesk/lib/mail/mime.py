"""Raw bytes to a tree of parts, by the standard parser kept inside limits.

`policy.default` loses real mails, so compat32 parses and we decode (docs/architecture.md).
A mail inside a mail is never parsed: it stays one part with its bytes as sent, which is
what people download, and what keeps a chain of mails from exhausting the stack.
"""

import binascii
import re
from email.feedparser import FeedParser
from email.message import Message

from promisedesk.lib.mail.charsets import to_bytes
from promisedesk.lib.mail.headers import base64_bytes, parameters

LONGEST_HEADER = 256 * 1024
LONGEST_FIELD = 64 * 1024
DEEPEST = 50
MOST_PARTS = 1000

_GOOD_HEADER = re.compile(
    rb"(?:From (?![ \t]*:)[^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?(?:\n|\Z)"
)
_FIELD = re.compile(rb"[!-9;-~]{1,76}[ \t]*:")
_KNOWN_FIELD = re.compile(
    rb"(?:from|sender|to|cc|subject|date|received|return-path|message-id|mime-version"
    rb"|content-[a-z-]+|reply-to|in-reply-to|references|x-[a-z-]+|delivered-to"
    rb"|dkim-signature|auto-submitted|precedence)[ \t]*:",
    re.I,
)
_DEEPENING = re.compile(rb"^content-type[ \t]*:[ \t]*multipart/", re.I | re.M)
_BOUNDARY_LINE = re.compile(r"^--([^\s-](?:[^\r\n]{0,68}[^\s])?)[ \t]*\r?\n(?=[Cc]ontent-)", re.M)


class Part(Message):
    """A part of a mail. The parser sees `message/*` as a leaf without structure."""

    def get_content_maintype(self):
        kind = super().get_content_maintype()
        return "opaque" if kind == "message" else kind

    def get_content_type(self):
        kind = super().get_content_type()
        return kind.replace("message/", "opaque/", 1)

    def get_boundary(self, failobj=None):
        """Ours is linear and tolerant; the parser's own is quadratic in odd parameters."""
        declared = self.get("content-type")
        boundary = parameters(str(declared))[1].get("boundary") if declared else None
        return failobj if boundary is None else boundary.rstrip()

    def raw_payload(self) -> "str | list[Part] | None":
        """Parts, or text in which bytes are surrogate escapes.

        `get_payload` would decode these by the declared charset and lose what does not fit.
        """
        return self._payload  # type: ignore[attr-defined,no-any-return]

    def children(self) -> "list[Part]":
        payload = self.raw_payload()
        return payload if isinstance(payload, list) else []

    def fields(self) -> dict[str, list[str]]:
        """Raw values by lower-case name; asked once, as the parser's own look-up is linear."""
        found: dict[str, list[str]] = {}
        for name, value in self.raw_items():
            found.setdefault(name.lower(), []).append(value)
        return found


class Leaf:
    """What a part says of itself, decoded once."""

    __slots__ = ("charset", "content_type", "disposition", "fields", "parameters", "part")

    def __init__(self, part: Part, fields: dict[str, list[str]] | None = None):
        self.part = part
        self.fields = part.fields() if fields is None else fields
        declared = self.fields.get("content-type")
        kind, self.parameters = parameters(declared[0]) if declared else ("", {})
        self.content_type = _sane_type(kind) if kind else _default_type(part)
        self.charset = self.parameters.get("charset", "")
        disposition = self.fields.get("content-disposition")
        self.disposition = ""
        if disposition:
            self.disposition, more = parameters(disposition[0])
            self.parameters.update(more)

    def first(self, name: str) -> str:
        return self.fields.get(name, ("",))[0]

    def payload(self) -> bytes:
        """The bytes after transfer decoding; what cannot be decoded comes as it is."""
        payload = self.part.raw_payload()
        if not isinstance(payload, str):
            return b""
        return transfer_decoded(to_bytes(payload), self.first("content-transfer-encoding"))


def transfer_decoded(data: bytes, encoding: str) -> bytes:
    encoding = encoding.strip().lower().rstrip(";").strip("\"'")
    if encoding == "base64":
        return base64_bytes(data)
    if encoding.startswith("quoted"):
        return binascii.a2b_qp(data)
    if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
        return _uudecoded(data)
    return data


def parse(raw: bytes, problems: list[str]) -> Part:
    """The tree of parts. Never raises; what had to be cut is said in `problems`."""
    raw = _repaired(raw, problems)
    if raw.count(b"ultipart/") > DEEPEST or raw.count(b"ULTIPART/") > DEEPEST:
        raw = _cut_where_deep(raw, problems)
    try:
        return _parsed(raw)
    except (Exception, RecursionError):
        problems.append("structure could not be read: shown as plain text")
        head, _, body = raw.partition(b"\n\n")
        part = _parsed(head[:LONGEST_HEADER] + b"\n\n")
        del part["content-type"]
        part.set_payload(body.decode("ascii", "surrogateescape"))
        return part


def parse_header(raw: bytes, problems: list[str]) -> Part:
    """Only the header, as a part without a body."""
    raw = _repaired(raw, problems)
    return _parsed(raw[: _header_end(raw)] + b"\n")


def _cut_where_deep(raw: bytes, problems: list[str]) -> bytes:
    for count, hit in enumerate(_DEEPENING.finditer(raw), 1):
        if count % DEEPEST == 0 and _depth(raw[: hit.start()]) >= DEEPEST - 1:
            problems.append("nested too deeply: the rest is only in the original")
            return raw[: hit.start()]
        if count > MOST_PARTS:
            break
    return raw


def _depth(raw: bytes) -> int:
    """How many multiparts are open at the end; boundaries that were closed do not count."""
    names = re.findall(rb'boundary[ \t]*=[ \t]*"?([^"\s;]+)', raw, re.I)
    return sum(b"--" + name + b"--" not in raw for name in names[: DEEPEST * 4])


def _parsed(raw: bytes) -> Part:
    parser = FeedParser(Part)
    parser.feed(raw.decode("ascii", "surrogateescape"))
    part = parser.close()
    payload = part.raw_payload()
    if isinstance(payload, str) and part.get_content_maintype() in ("multipart", "text"):
        part = _with_found_boundary(part, payload) or part
    return part


def _with_found_boundary(part: Part, payload: str) -> Part | None:
    """The tree of a mail whose boundary was lost, misspelt or folded away."""
    is_multipart = part.get_content_maintype() == "multipart"
    if "--" not in payload or (not is_multipart and part["mime-version"] is None):
        return None
    hit = _BOUNDARY_LINE.search(payload)
    if not hit or (not is_multipart and f"--{hit[1]}--" not in payload):
        return None
    parser = FeedParser(Part)
    parser.feed(f'Content-Type: multipart/mixed; boundary="{hit[1]}"\n\n')
    parser.feed(payload[hit.start() :])
    found = parser.close()
    if not found.is_multipart():
        return None
    part.set_payload([*found.children()])
    return part


def _repaired(raw: bytes, problems: list[str]) -> bytes:
    """Raw with a header the parser can read: junk before or inside it taken out."""
    if raw[:3] == b"\xef\xbb\xbf":
        raw = raw[3:]
    if raw[:1] in (b"\n", b"\r"):
        raw = raw.lstrip(b"\r\n")
    if len(raw) < LONGEST_HEADER and b"\x00" not in raw[:2048] and _GOOD_HEADER.match(raw):
        return raw
    end = _header_end(raw)
    if end > LONGEST_HEADER:
        problems.append("header longer than 256 KB: some of it is only in the original")
        header = _shortened_header(raw[: min(end, 16 * LONGEST_HEADER)])
        raw, end = header + raw[end:], len(header)
    if _GOOD_HEADER.match(raw[: end + 4]):
        return raw
    return _without_junk(raw, end, problems)


def _shortened_header(header: bytes) -> bytes:
    """No field over 64 KB, and of the fields nobody knows half of what may be kept."""
    kept: list[bytes] = []
    size = room = 0
    for line in header.splitlines(keepends=True):
        if line[:1] not in b" \t":
            most = LONGEST_HEADER if _KNOWN_FIELD.match(line) else LONGEST_HEADER // 2
            room = min(LONGEST_FIELD, most - size)
        if room > 0:
            kept.append(line if len(line) <= room else line[:room] + b"\n")
            size += len(kept[-1])
        room -= len(line)
    return b"".join(kept)


def _header_end(raw: bytes) -> int:
    """Where the first empty line starts; the length when there is none."""
    ends = [at for gap in (b"\n\n", b"\n\r\n", b"\r\r") if (at := raw.find(gap)) >= 0]
    return min(ends) + 1 if ends else len(raw)


def _without_junk(raw: bytes, end: int, problems: list[str]) -> bytes:
    lines = raw[:end].splitlines(keepends=True)
    known = [number for number, line in enumerate(lines) if _KNOWN_FIELD.match(line)]
    if not known:
        return _from_first_field(raw, end, problems)
    kept: list[bytes] = []
    for number, line in enumerate(lines):
        if hit := _FIELD.match(line):
            kept.append(hit[0][:-1].rstrip() + line[hit.end() - 1 :])  # RFC 5322 4.5: "From :"
        elif kept and line[:1] in b" \t":
            kept.append(line)
        elif number > known[-1]:  # a body that follows without an empty line
            return b"".join(kept) + b"\n" + b"".join(lines[number:]) + raw[end:]
        elif not line.startswith((b"From ", b">From ")) and line.strip():
            problems.append("a line that is no header field was left out of the header")
    return b"".join(kept).replace(b"\x00", b"") + raw[end:]


def _from_first_field(raw: bytes, end: int, problems: list[str]) -> bytes:
    """A note or '---- Original email ----' stands before the header: start below it."""
    start = end
    while start < len(raw) and raw[start : start + 1] in (b"\r", b"\n"):
        start += 1
    next_end = raw.find(b"\n", start)
    if start < min(len(raw), 4096) and _KNOWN_FIELD.match(raw[start:next_end]):
        problems.append("lines before the header were left out")
        return raw[start:]
    return b"\n" + raw


def _sane_type(kind: str) -> str:
    kind = kind.split(",")[0].strip(" \t\"'")
    main, slash, sub = kind.partition("/")
    sub = sub.split()[0] if sub.split() else ""
    if kind in ("text", "plain"):
        return "text/plain"
    if not slash or not re.fullmatch(r"[a-z0-9.+_-]{1,60}/[a-z0-9.+_-]{1,100}", f"{main}/{sub}"):
        return "application/octet-stream" if slash else "text/plain"
    return f"{main}/{sub}"


def _default_type(part: Part) -> str:
    return "message/rfc822" if part.get_default_type() == "message/rfc822" else "text/plain"


def _uudecoded(data: bytes) -> bytes:
    found, is_inside = [], False
    for line in data.splitlines():
        if line.startswith(b"begin "):
            is_inside = True
        elif is_inside and line.strip() == b"end":
            break
        elif is_inside:
            try:
                found.append(binascii.a2b_uu(line))
            except binascii.Error:
                count = (((line[0] - 32) & 63) * 4 + 5) // 3
                try:
                    found.append(binascii.a2b_uu(line[:count]))
                except binascii.Error:
                    continue
    return b"".join(found) if found else data
