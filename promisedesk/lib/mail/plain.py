"""A mail as JSON carries it from one process to another, its files lying in a folder."""

from datetime import datetime
from pathlib import Path
from typing import Any

from promisedesk.lib.mail.model import Address, Attachment, Bounced, ParsedMail

_SIMPLE = (
    "subject", "message_id", "in_reply_to", "references", "text", "quoted_text", "signature",
    "html", "kind", "is_automatic_reason", "language", "marks", "problems",
)  # fmt: skip


def as_plain(mail: ParsedMail) -> dict[str, Any]:
    """A mail whose attachments are all in files, as JSON can carry it."""
    plain = {name: getattr(mail, name) for name in _SIMPLE}
    for name in ("sender", "reply_to"):
        found = getattr(mail, name)
        plain[name] = [found.address, found.name] if found else None
    for name in ("to", "cc"):
        plain[name] = [[each.address, each.name] for each in getattr(mail, name)]
    plain["date"] = mail.date.isoformat() if mail.date else None
    plain["bounced"] = [[each.address, each.permanent, each.is_final] for each in mail.bounced]
    plain["attachments"] = [
        [each.name, each.content_type, each.size, each.content_id, each.is_inline, str(each.path)]
        for each in mail.attachments
    ]
    return plain


def from_plain(plain: dict[str, Any]) -> ParsedMail:
    mail = ParsedMail(**{name: plain[name] for name in _SIMPLE})
    mail.sender = Address(*plain["sender"]) if plain["sender"] else None
    mail.reply_to = Address(*plain["reply_to"]) if plain["reply_to"] else None
    mail.to = [Address(*each) for each in plain["to"]]
    mail.cc = [Address(*each) for each in plain["cc"]]
    mail.date = datetime.fromisoformat(plain["date"]) if plain["date"] else None
    mail.bounced = [Bounced(*each) for each in plain["bounced"]]
    mail.attachments = [
        Attachment(name, kind, b"", size, cid, is_inline, Path(path))
        for name, kind, size, cid, is_inline, path in plain["attachments"]
    ]
    return mail
