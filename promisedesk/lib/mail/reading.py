"""Raw mail to `ParsedMail`. The one door of this package; it never raises.

What could not be read is said in `problems`; the caller keeps the raw bytes, so nothing is
lost by a wrong guess here.
"""

import re

from promisedesk.lib.language import recognise
from promisedesk.lib.mail import automatic, bodies, bounces, calendars, mime
from promisedesk.lib.mail.addresses import (
    MOST_RECIPIENTS,
    display_name,
    first_sender,
    read_addresses,
)
from promisedesk.lib.mail.blobs import Blobs
from promisedesk.lib.mail.bounced import bounced_addresses
from promisedesk.lib.mail.charsets import decode_escaped
from promisedesk.lib.mail.headers import decode_words, message_ids, read_date, shortened
from promisedesk.lib.mail.html_text import html_lines
from promisedesk.lib.mail.marks import marks_of
from promisedesk.lib.mail.model import (
    AUTO_REPLY,
    BOUNCE,
    ENCRYPTED_PGP,
    ENCRYPTED_SMIME,
    Address,
    ParsedMail,
)
from promisedesk.lib.mail.reply_words import FORWARD_SUBJECT
from promisedesk.lib.mail.trimming import split_lines

LONGEST_HTML = 4_000_000
# In the place of words nobody here can read; the desk says it in the reader's own language.
ENCRYPTED_WORDS = "(This mail is encrypted. Its words can be read with its key only.)"

_QUOTE_MARKS = (
    "gmail_quote", 'type="cite"', "type=cite", "moz-cite-prefix", "divRplyFwdMsg", "appendonsend",
    "yahoo_quoted", "protonmail_quote", "OLK_SRC_BODY", "zmail_extra", "mail-editor-reference",
)  # fmt: skip


def read_mail(raw: bytes) -> ParsedMail:
    """What a mail says, for any bytes at all. Takes time linear in their number."""
    mail = ParsedMail()
    try:
        _read(raw, mail)
        mail.language = language_of(mail)
    except (Exception, RecursionError) as error:
        mail.problems.append(f"could not be read fully ({type(error).__name__})")
    return mail


def read_skeleton(blobs: Blobs) -> ParsedMail:
    """Like `read_mail` for a mail whose long parts stay in its file."""
    mail = ParsedMail()
    try:
        _read(blobs.skeleton(mail.problems), mail, blobs)
    except (Exception, RecursionError) as error:
        mail.problems.append(f"could not be read fully ({type(error).__name__})")
    return mail


def read_header(raw: bytes) -> ParsedMail:
    """What the header alone says, for a mail that is too much to be read."""
    mail = ParsedMail()
    try:
        problems: list[str] = []
        root = mime.parse_header(raw, problems)
        fields = root.fields()
        _read_headers(fields, mail)
        _classify(fields, bodies.Body(), mail)
    except (Exception, RecursionError) as error:
        mail.problems.append(f"could not be read fully ({type(error).__name__})")
    return mail


def language_of(mail: ParsedMail) -> str | None:
    """The language of the words, else of the subject; None when neither tells."""
    found = recognise(mail.text) if mail.text and mail.text != ENCRYPTED_WORDS else None
    return found or (recognise(mail.subject) if mail.subject else None)


def _read(raw: bytes, mail: ParsedMail, blobs: Blobs | None = None) -> None:
    if not raw or raw.isspace():
        mail.problems.append("empty mail")
        return
    root = mime.parse(raw, mail.problems)
    fields = root.fields()
    _decode_raw_bytes(fields, root)
    _read_headers(fields, mail)
    body = bodies.read_body(root, fields, blobs)
    mail.problems += body.problems
    mail.attachments = body.files
    _read_words(body, mail)
    mail.marks = marks_of(body.marks, mail)
    if not mail.text and body.marks & {ENCRYPTED_PGP, ENCRYPTED_SMIME}:
        mail.text = ENCRYPTED_WORDS
    _classify(fields, body, mail)


def _read_headers(fields: dict[str, list[str]], mail: ParsedMail) -> None:
    mail.subject = decode_words(_first(fields, "subject"))
    senders = fields.get("from", [])
    mail.sender = first_sender(senders) or first_sender(fields.get("sender", []))
    if mail.sender is None:
        mail.problems.append("no sender address")
    answers = [
        each for value in fields.get("reply-to", [])[:3] for each in read_addresses(value, 2)
    ]
    mail.reply_to = answers[0] if answers else None
    mail.to = _recipients(fields.get("to", []), mail, "To")
    mail.cc = _recipients(fields.get("cc", []), mail, "Cc")
    date = _first(fields, "date")
    mail.date = read_date(date) if date else None
    if date and mail.date is None:
        mail.problems.append("the Date makes no sense")
    ids = message_ids(_first(fields, "message-id"))
    mail.message_id = ids[0] if ids else None
    answered = message_ids(_first(fields, "in-reply-to"))
    mail.in_reply_to = answered[0] if answered else None
    references = _first(fields, "references")
    mail.references = shortened(message_ids(references)) if references else []


_FOR_PEOPLE = ("subject", "from", "sender", "reply-to", "to", "cc")


def _decode_raw_bytes(fields: dict[str, list[str]], root: mime.Part) -> None:
    """Eight-bit bytes in a header are in the charset of the text below it, mostly."""
    odd = [name for name in _FOR_PEOPLE if not all(map(str.isascii, fields.get(name, ())))]
    if odd:
        hint = bodies.likely_charset(root)
        for name in odd:
            fields[name] = [decode_escaped(value, hint) for value in fields[name]]


def _recipients(values: list[str], mail: ParsedMail, name: str) -> list[Address]:
    found: list[Address] = []
    for value in values[:20]:
        found += read_addresses(value, MOST_RECIPIENTS + 1)
        if len(found) > MOST_RECIPIENTS:
            mail.problems.append(f"more than {MOST_RECIPIENTS} addresses in {name}: the first kept")
            break
    return found[:MOST_RECIPIENTS]


def _read_words(body: bodies.Body, mail: ParsedMail) -> None:
    """Text from the plain form where there is one, else from the HTML."""
    is_forward = mail.subject.lower().startswith(FORWARD_SUBJECT)
    html = body.html()
    if len(html) > LONGEST_HTML:
        mail.problems.append("HTML longer than 4 MB: cut, the rest is only in the original")
        html = html[:LONGEST_HTML]
    mail.html = html
    lines: list[str] = []
    for plain, piece_html in body.pieces:
        if lines:
            lines.append("")
        if _is_usable(plain, piece_html):
            lines += plain.split("\n")
        else:
            lines += html_lines(piece_html)
    try:
        mail.text, mail.quoted_text, mail.signature = split_lines(lines, is_forward=is_forward)
    except (Exception, RecursionError):
        mail.problems.append("the quote could not be told from the words")
        mail.text = "\n".join(lines)
    if not mail.quoted_text and not is_forward and any(mark in html for mark in _QUOTE_MARKS):
        _read_words_of_html(body, mail)
    longest = bodies.LONGEST_TEXT
    if len(mail.text) > longest:
        mail.problems.append("text longer than 1 MB: cut, the rest is only in the original")
        mail.text = mail.text[:longest]
    mail.quoted_text = mail.quoted_text[:longest]
    mail.signature = mail.signature[:longest]


def _read_words_of_html(body: bodies.Body, mail: ParsedMail) -> None:
    """The HTML shows where the quote is when the plain form does not."""
    lines: list[str] = []
    for plain, html in body.pieces:
        lines += html_lines(html) if html else plain.split("\n")
    text, quoted, signature = split_lines(lines)
    if quoted and text:
        mail.text, mail.quoted_text, mail.signature = text, quoted, signature


def _is_usable(plain: str, html: str) -> bool:
    """Some programs put an excuse, a stub or the tags themselves into the plain form."""
    bare = plain.strip()
    if not html:
        return True
    if not bare:
        return False
    if bare[:1] == "<" and bare[:200].lower().startswith(
        ("<html", "<!doctype", "<div", "<p", "<table")
    ):
        return False
    return not (len(bare) < 300 and len(html) > 600 and _EXCUSE.search(bare))


_EXCUSE = re.compile(
    r"(?:not|doesn.t|does not|unable to|cannot|can.t) (?:support|display|view|read|render)\w* "
    r"(?:\w+ ){0,3}html|html (?:mail|e-?mail|version|capable|format)|не поддерживает html|"
    r"nie obsługuje (?:\w+ ){0,3}html",
    re.I,
)


def _classify(fields: dict[str, list[str]], body: bodies.Body, mail: ParsedMail) -> None:
    name = mail.sender.name if mail.sender else display_name(fields.get("from", []))
    said = "\n".join(filter(None, (mail.text, mail.quoted_text)))
    types = [each.content_type for each in mail.attachments]
    signs = bounces.Signs(body.report_type, body.status_text, body.notification, types, said)
    kind = bounces.bounce_kind(fields, signs, mail.subject, mail.sender, name)
    method = calendars.method_of(body.calendar) if body.calendar else ""
    reason = automatic.automatic_reason(fields, mail.sender, mail.reply_to, method)
    if kind:
        mail.kind = kind
        mail.is_automatic_reason = reason or ("mailer-daemon" if kind == BOUNCE else "report")
        if kind == BOUNCE:
            own = {each.address.lower() for each in (mail.sender, *mail.to) if each}
            mail.bounced = bounced_addresses(fields, body.status_text, said, own)
        return
    mail.is_automatic_reason = reason
    mail.kind = automatic.kind_of(fields, mail.subject, reason, mail.text)
    if not reason and (automatic.has_automatic_subject(mail.subject) or mail.kind == AUTO_REPLY):
        mail.is_automatic_reason = "automatic subject"


def _first(fields: dict[str, list[str]], name: str) -> str:
    values = fields.get(name)
    return values[0] if values else ""
