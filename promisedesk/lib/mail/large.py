"""Reading a mail from a file, however large, without filling this process's memory."""

import contextlib
import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from promisedesk.lib.mail.model import Address, Attachment, Bounced, ParsedMail
from promisedesk.lib.mail.reading import read_mail

LARGE = 4 * 1024 * 1024  # bytes; larger mails are read by a child process
LONGEST_WAIT = 180  # seconds; the child's own limit is 60 s of CPU
HEAD = 256 * 1024


def read_mail_file(path: Path | str, folder: Path | str) -> ParsedMail:
    """Read the mail at `path`; never raises because of what is in it.

    Over 4 MB a child process reads it and writes the attachments into `folder` (an empty
    folder of the caller's, who removes it afterwards); they then have `path`, no `content`.
    OSError if the file cannot be read.
    """
    path, folder = Path(path), Path(folder)
    if path.stat().st_size <= LARGE:
        return read_mail(path.read_bytes())
    with contextlib.suppress(OSError, ValueError, KeyError, subprocess.SubprocessError):
        return read_by_a_child(path, folder, LONGEST_WAIT)
    with path.open("rb") as file:
        mail = read_mail(file.read(HEAD))
    mail.problems.append("too large to be read in time: only its start is shown")
    return mail


def read_by_a_child(path: Path, folder: Path, seconds: float) -> ParsedMail:
    """Read a mail in a process of its own, which writes its attachments into `folder`.

    Raises subprocess.SubprocessError when that takes too much time or memory.
    """
    command = [sys.executable, "-m", "promisedesk.lib.mail.child", str(path), str(folder)]
    subprocess.run(  # our own program, no shell
        command, timeout=seconds, check=True, capture_output=True, stdin=subprocess.DEVNULL
    )
    return from_plain(json.loads((folder / "mail.json").read_text("utf-8")))


def as_plain(mail: ParsedMail) -> dict[str, Any]:
    """A mail whose attachments are all in files, as JSON can carry it."""
    plain = {name: getattr(mail, name) for name in _SIMPLE}
    for name in ("sender", "reply_to"):
        found = getattr(mail, name)
        plain[name] = [found.address, found.name] if found else None
    for name in ("to", "cc"):
        plain[name] = [[each.address, each.name] for each in getattr(mail, name)]
    plain["date"] = mail.date.isoformat() if mail.date else None
    plain["bounced"] = [[each.address, each.permanent] for each in mail.bounced]
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


_SIMPLE = (
    "subject", "message_id", "in_reply_to", "references", "text", "quoted_text", "signature",
    "html", "kind", "is_automatic_reason", "language", "problems",
)  # fmt: skip
