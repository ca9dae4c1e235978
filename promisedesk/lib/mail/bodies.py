"""From the tree of parts to what people see: words, HTML, files, in the sender's order."""

import re
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from promisedesk.lib.mail import attachments, calendars, pgp, smime, tnef, uuencode
from promisedesk.lib.mail.blobs import Blobs
from promisedesk.lib.mail.charsets import clean_body, decode_bytes, detected, to_bytes
from promisedesk.lib.mail.guessing import guessed
from promisedesk.lib.mail.headers import decode_words
from promisedesk.lib.mail.mime import MOST_PARTS, Leaf, Part, parse
from promisedesk.lib.mail.model import (
    CALENDAR,
    ENCRYPTED_PGP,
    ENCRYPTED_SMIME,
    PARTIAL,
    SIGNED_PGP,
    SIGNED_SMIME,
    TNEF,
    Attachment,
)

LONGEST_TEXT = 1_000_000  # characters shown; the original keeps the rest
DEEPEST_OPENED = 3  # signed in TNEF in signed: enough is enough

_BINARY_STARTS = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0")
_WANTED_FORMS = ("text/plain", "text/html")
# Other forms of words, shown as words when they are all there is.
_TEXT_FORMS = ("text/enriched", "text/richtext", "text/markdown", "text/x-markdown", "text/x-plain")
_SMIME_TYPES = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_ENCRYPTED = {
    ENCRYPTED_SMIME: "encrypted (S/MIME): its words cannot be read here, see the original",
    ENCRYPTED_PGP: "encrypted (PGP): its words cannot be read here, see the original",
}


@dataclass(slots=True)
class Body:
    """Pieces of one mail. A plain and an HTML form of the same words share one place."""

    pieces: list[tuple[str, str]] = field(default_factory=list)  # (plain, html)
    files: list[Attachment] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    report_type: str = ""
    status_text: str = ""  # of all delivery reports at the top of the mail
    notification: str = ""  # of a receipt there (RFC 8098)
    calendar: str = ""
    charset: str = ""
    marks: set[str] = field(default_factory=set)
    parts: int = 0
    depth: int = 0
    blobs: Blobs | None = None

    def payload(self, leaf: Leaf) -> bytes:
        """The decoded bytes of a part, at most the first 40 MB of a blob."""
        if self.blobs and (blob := self.blobs.of(leaf)):
            return self.blobs.decoded_start(leaf, blob)
        return leaf.payload()

    def add_file(self, leaf: Leaf, *, is_inline: bool = False) -> Attachment:
        if self.blobs and (blob := self.blobs.of(leaf)):
            file = self.blobs.written(leaf, blob, is_inline=is_inline)
        else:
            file = attachments.attachment_of(leaf, is_inline=is_inline, hint=self.charset)
        self.files.append(file)
        return file

    def add_text(self, plain: str, html: str) -> None:
        self.pieces.append((plain, html))

    def has_words(self) -> bool:
        return any(plain.strip() or html for plain, html in self.pieces)

    def note_encrypted(self, mark: str) -> None:
        if mark not in self.marks:
            self.problems.append(_ENCRYPTED[mark])
            self.marks.add(mark)

    def html(self) -> str:
        return "\n".join(html for _, html in self.pieces if html)


def read_body(root: Part, fields: dict[str, list[str]], blobs: Blobs | None = None) -> Body:
    """All words and files of a mail; `blobs` holds what was too large to parse."""
    body = Body(blobs=blobs)
    _collect(Leaf(root, fields), body, is_top=True)
    if body.calendar and not body.has_words():
        body.add_text(_invitation(body), "")
    _mark_shown_pictures(body)
    return body


def _invitation(body: Body) -> str:
    try:
        return calendars.invitation_text(body.calendar)
    except (Exception, RecursionError):  # the library raises what it likes on nonsense
        body.problems.append("the invitation could not be read")
        return ""


def likely_charset(root: Part) -> str:
    """In what the header's undeclared bytes may be: what the first text says, or looks like."""
    waiting = [root]
    for _count in range(20):
        if not waiting:
            break
        part = waiting.pop(0)
        waiting += part.children()[:20]
        leaf = Leaf(part)
        if leaf.content_type in _WANTED_FORMS and not part.is_multipart():
            if leaf.charset and leaf.charset.lower() != "us-ascii":
                return leaf.charset
            data = leaf.payload()[:20_000]
            if not data.isascii():
                return guessed(data) or detected(data)
    return ""


def _mark_shown_pictures(body: Body) -> None:
    """A picture the HTML shows is inline, whatever its part claims; all others are files."""
    if any(each.content_id for each in body.files):
        shown = set(re.findall(r"""cid:([^"'\s<>)]{1,250})""", unquote(unescape(body.html()))))
        for each in body.files:
            each.is_inline = bool(each.content_id) and each.content_id in shown


def _collect(top: Leaf, body: Body, *, is_top: bool = False) -> None:
    """Walk the parts in order, without recursion."""
    waiting: list[Leaf] = [top]
    while waiting:
        leaf = waiting.pop()
        body.parts += 1
        if body.parts > MOST_PARTS:
            body.problems.append("more than 1,000 parts: the rest is only in the original")
            return
        if not leaf.part.is_multipart():
            _take(leaf, body, is_only=is_top and leaf is top)
            continue
        subtype = leaf.content_type.partition("/")[2]
        children = [Leaf(each) for each in leaf.part.children()[: MOST_PARTS + 1]]
        if subtype == "report" and leaf is top:
            body.report_type = leaf.parameters.get("report-type", "").lower() or "unknown"
        elif subtype == "signed":
            is_pgp = "pgp" in leaf.parameters.get("protocol", "").lower()
            body.marks.add(SIGNED_PGP if is_pgp else SIGNED_SMIME)
        elif subtype == "appledouble":  # a Macintosh file in two halves; one is of use
            children = [each for each in children if each.content_type != "application/applefile"]
        if leaf is top and is_top:
            _note_status(children, body)
        if subtype == "alternative":
            rest = _take_alternative(children, body)
            waiting += reversed(rest)
            continue
        if subtype == "encrypted":
            body.note_encrypted(ENCRYPTED_PGP)
        waiting += reversed(children)


def _note_status(children: list[Leaf], body: Body) -> None:
    for child in children:
        kind = child.content_type
        if kind in ("message/delivery-status", "message/global-delivery-status"):
            body.status_text += clean_body(decode_bytes(child.payload()[:200_000])) + "\n\n"
        elif kind in (
            "message/disposition-notification",
            "message/global-disposition-notification",
        ):
            body.report_type = "disposition-notification"
            body.notification = clean_body(decode_bytes(child.payload()[:20_000]))
        elif kind == "message/feedback-report":
            body.report_type = "feedback-report"


def _take_alternative(children: list[Leaf], body: Body) -> list[Leaf]:
    """One piece from the plain and the HTML form; the children that still need a walk."""
    plain = html = ""
    rest = []
    for child in children:
        kind = child.content_type
        if kind == "text/plain" and not plain and not _is_file(child):
            plain = _text(child, body)
        elif kind == "text/html" and not html and not _is_file(child):
            html = _text(child, body)
        elif kind in ("multipart/related", "multipart/mixed", "multipart/alternative") and (
            child.part.is_multipart() and not html
        ):
            html, more = _html_within(child, body)
            rest += more
        else:
            rest.append(child)
    if plain.strip() or html:
        body.add_text(plain, html)
        rest = [each for each in rest if not _is_other_form(each)]
    return rest


def _is_other_form(leaf: Leaf) -> bool:
    """The same words once more, for programs that show them in another way."""
    kind = leaf.content_type
    if _is_file(leaf) or leaf.parameters.get("name") or kind in _WANTED_FORMS:
        return False
    return kind.startswith("text/") and kind not in ("text/calendar", "text/vcard", "text/x-vcard")


def _html_within(leaf: Leaf, body: Body) -> tuple[str, list[Leaf]]:
    """The first HTML of a related group, and its pictures and files."""
    html, rest = "", []
    for part in leaf.part.children():
        child = Leaf(part)
        if not html and child.content_type == "text/html" and not _is_file(child):
            html = _text(child, body)
        elif not html and child.part.is_multipart() and child.content_type.startswith("multipart/"):
            first = [Leaf(each) for each in child.part.children()]
            found = next((each for each in first if each.content_type == "text/html"), None)
            if found is None:
                rest.append(child)
                continue
            html = _text(found, body)
            rest += [
                each for each in first if each is not found and each.content_type != "text/plain"
            ]
        elif child.content_type == "text/plain" and not _is_file(child) and html:
            continue
        else:
            rest.append(child)
    return html, rest


def _take(leaf: Leaf, body: Body, *, is_only: bool) -> None:
    kind = leaf.content_type
    if kind.startswith("multipart/"):
        payload = leaf.part.raw_payload()
        if isinstance(payload, str) and payload.strip():
            body.problems.append("a multipart without parts: shown as plain text")
            body.add_text(_decoded(leaf, to_bytes(payload), body), "")
    elif kind in _WANTED_FORMS and not _is_file(leaf) and not _is_named_extra(leaf, body):
        text = _text(leaf, body)
        if text.strip():
            body.add_text(*((text, "") if kind == "text/plain" else ("", text)))
    elif kind == "text/calendar":
        _take_calendar(leaf, body)
    elif kind in tnef.TYPES or attachments.raw_name(leaf).lower() == "winmail.dat":
        _take_tnef(leaf, body)
    elif kind in _SMIME_TYPES or attachments.raw_name(leaf).lower() == "smime.p7m":
        _take_smime(leaf, body)
    elif kind in ("message/rfc822", "message/global", "message/news"):
        _take_mail(leaf, body)
    elif _is_shown_text(leaf, is_only=is_only):
        text = _text(leaf, body)
        body.add_text(_ENRICHED.sub(_enriched, text) if "rich" in kind else text, "")
    else:
        if kind == "application/pgp-encrypted":
            body.note_encrypted(ENCRYPTED_PGP)
        if kind == "message/partial":
            body.marks.add(PARTIAL)
        body.add_file(leaf)


_ENRICHED = re.compile(r"<(<|/?[A-Za-z0-9-]{1,60}>)")


def _enriched(tag: re.Match[str]) -> str:
    return "<" if tag[1] == "<" else "\n" if tag[1].lower() in ("nl>", "paragraph>") else ""


def _is_shown_text(leaf: Leaf, *, is_only: bool) -> bool:
    if leaf.disposition == "attachment" or _is_file(leaf):
        return False
    kind = leaf.content_type
    is_known = kind in _TEXT_FORMS and not leaf.parameters.get("name")
    return is_known or (kind.startswith("text/") and is_only)


def _is_named_extra(leaf: Leaf, body: Body) -> bool:
    """A text with a name behind the letter: old programs attach files so."""
    return bool(not leaf.disposition and leaf.parameters.get("name") and body.has_words())


def _is_file(leaf: Leaf) -> bool:
    if leaf.disposition == "attachment":
        return True
    return bool(leaf.disposition and leaf.parameters.get("filename"))


def _text(leaf: Leaf, body: Body) -> str:
    data = body.payload(leaf)
    if data.startswith(_BINARY_STARTS) or (b"\x00" in data[:1024] and _is_binary(data, leaf)):
        body.problems.append("a file was sent as text: kept as an attachment")
        body.files.append(
            attachments.made(attachments.raw_name(leaf), "application/octet-stream", data)
        )
        return ""
    if len(data) > 4 * LONGEST_TEXT:
        data = data[: 4 * LONGEST_TEXT]
    text = _decoded(leaf, data, body)
    if leaf.content_type != "text/plain":
        return text
    if leaf.parameters.get("format", "").lower() == "flowed":
        text = unfolded(text, joins=leaf.parameters.get("delsp", "").lower() == "yes")
    return _without_wrapping(text, body)


def _without_wrapping(text: str, body: Body) -> str:
    """A letter without PGP's lines and without the files that were written into it."""
    text, is_signed, is_encrypted = pgp.unwrapped(text)
    if is_signed:
        body.marks.add(SIGNED_PGP)
    if is_encrypted:
        body.note_encrypted(ENCRYPTED_PGP)
    if "\nend" in text and ("\nbegin" in text or text.startswith("begin")):
        text, files = uuencode.taken_out(text)
        for name, content in files:
            body.files.append(attachments.made(name, "application/octet-stream", content))
    return text


def _decoded(leaf: Leaf, data: bytes, body: Body) -> str:
    text = clean_body(decode_bytes(data, leaf.charset, hint=body.charset))
    body.charset = body.charset or leaf.charset
    if len(text) > LONGEST_TEXT and leaf.content_type != "text/html":
        body.problems.append("text longer than 1 MB: cut, the rest is only in the original")
        text = text[:LONGEST_TEXT]
    return text


def _is_binary(data: bytes, leaf: Leaf) -> bool:
    if leaf.charset.lower().startswith(("utf-16", "utf-32", "ucs")):
        return False
    return data[:1024].count(b"\x00") > 10


def _take_calendar(leaf: Leaf, body: Body) -> None:
    body.marks.add(CALENDAR)
    body.calendar = (
        body.calendar or clean_body(decode_bytes(leaf.payload(), leaf.charset))[:400_000]
    )
    file = attachments.attachment_of(leaf)
    if file.name == "attachment.ics":
        file.name = "invitation.ics"
    if not any(each.content == file.content for each in body.files):
        body.files.append(file)


def _take_tnef(leaf: Leaf, body: Body) -> None:
    found = tnef.unpacked(body.payload(leaf))
    if found is None or (found.is_damaged and not (found.files or found.plain or found.html)):
        body.problems.append("winmail.dat could not be unpacked")
        body.add_file(leaf)
        return
    body.marks.add(TNEF)
    if found.is_damaged:
        body.problems.append("winmail.dat is damaged: some of it is only in the original")
    if not body.has_words() and (found.plain.strip() or found.html):
        body.add_text(found.plain, found.html)
    body.files += found.files
    if not (found.files or found.plain or found.html):
        body.add_file(leaf)


def _take_smime(leaf: Leaf, body: Body) -> None:
    data = body.payload(leaf)
    inner = smime.signed_content(data) if body.depth < DEEPEST_OPENED else None
    if inner is None:
        if smime.is_certificates(data) or "certs-only" in leaf.parameters.get("smime-type", ""):
            body.add_file(leaf)
            return
        body.note_encrypted(ENCRYPTED_SMIME)
        body.add_file(leaf)
        return
    body.marks.add(SIGNED_SMIME)
    body.problems.append("signed (S/MIME): the signature was not checked")
    body.depth += 1
    _collect(Leaf(parse(inner, body.problems)), body)


def _take_mail(leaf: Leaf, body: Body) -> None:
    """A mail inside a mail: a file people can open, named by its subject."""
    file = body.add_file(leaf)
    content = file.content or body.payload(leaf)[:65536]
    name = attachments.raw_name(leaf)
    if not name:
        hit = re.search(
            rb"^subject:[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)", content[:65536], re.I | re.M
        )
        subject = hit[1].decode("ascii", "surrogateescape") if hit else ""
        name = (decode_words(subject)[:100].replace("/", "-") or "message") + ".eml"
    elif "." not in name:
        name += ".eml"
    file.name, file.content_type = attachments.clean_name(name, "message.eml"), "message/rfc822"


def unfolded(text: str, *, joins: bool) -> str:
    """Paragraphs of format=flowed put together again (RFC 3676 4.2)."""
    lines: list[str] = []
    parts: list[str] = []
    depth = 0
    for line in text.split("\n"):
        bare = line.lstrip(">")
        now = len(line) - len(bare)
        content = bare[1:] if bare.startswith(" ") else bare
        if parts and now != depth:
            lines.append(_quoted(parts, depth))
            parts = []
        depth = now
        is_soft = content.endswith(" ") and content != "-- "
        parts.append(content[:-1] if is_soft and joins else content)
        if not is_soft:
            lines.append(_quoted(parts, depth))
            parts = []
    if parts:
        lines.append(_quoted(parts, depth))
    return "\n".join(lines)


def _quoted(parts: list[str], depth: int) -> str:
    return (">" * depth + " " if depth else "") + "".join(parts)
