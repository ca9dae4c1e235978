"""What a mail is once it has been read: plain values, safe to store and to show.

Every `str` here is free of NUL, control characters (but newline and tab in bodies) and lone
surrogates, so PostgreSQL and JSON take it as it is.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

AUTO_REPLY, BOUNCE, LIST, MESSAGE, REPORT = "auto_reply", "bounce", "list", "message", "report"


@dataclass(slots=True, frozen=True)
class Address:
    address: str
    name: str = ""


@dataclass(slots=True)
class Attachment:
    """A file of a mail. `name` is a label for people, never a path to write to.

    A mail read by `large.read_mail_file` may carry `path` (a file with the bytes) and an
    empty `content`.
    """

    name: str
    content_type: str
    content: bytes
    size: int
    content_id: str = ""
    is_inline: bool = False
    path: Path | None = None

    def read(self) -> bytes:
        return self.path.read_bytes() if self.path else self.content


@dataclass(slots=True, frozen=True)
class Bounced:
    """An address our mail did not reach. One permanent bounce alone proves little."""

    address: str
    permanent: bool


@dataclass(slots=True)
class ParsedMail:
    subject: str = ""
    sender: Address | None = None
    reply_to: Address | None = None
    to: list[Address] = field(default_factory=list)
    cc: list[Address] = field(default_factory=list)
    date: datetime | None = None
    message_id: str | None = None
    in_reply_to: str | None = None
    references: list[str] = field(default_factory=list)
    text: str = ""
    quoted_text: str = ""
    signature: str = ""
    html: str = ""
    attachments: list[Attachment] = field(default_factory=list)
    kind: str = MESSAGE
    bounced: list[Bounced] = field(default_factory=list)
    is_automatic_reason: str = ""
    language: str | None = None
    problems: list[str] = field(default_factory=list)
