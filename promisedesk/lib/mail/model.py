"""What a mail is once it has been read: plain values, safe to store and to show.

Every `str` here is free of NUL, control characters (but newline and tab in bodies) and lone
surrogates, so PostgreSQL and JSON take it as it is.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

AUTO_REPLY, BOUNCE, LIST, MESSAGE, REPORT = "auto_reply", "bounce", "list", "message", "report"

# What `ParsedMail.marks` may hold: small facts a desk shows beside a mail. None is a proof, as
# no signature is checked here. A mail may have several, in this order.
SIGNED_SMIME = "signed:smime"  # detached, or opaque with its content shown
SIGNED_PGP = "signed:pgp"  # PGP/MIME or inline
ENCRYPTED_SMIME = "encrypted:smime"  # its words cannot be read; the original is kept
ENCRYPTED_PGP = "encrypted:pgp"
CALENDAR = "calendar"  # carries an invitation or an answer to one
TNEF = "tnef"  # came wrapped in winmail.dat, and was unwrapped
FORWARDED = "forwarded"  # somebody else's mail passed on: below a line, or as a file
PARTIAL = "partial"  # a piece of a mail that was sent in pieces (RFC 2046 5.2.2)
MARKS = (
    SIGNED_SMIME, SIGNED_PGP, ENCRYPTED_SMIME, ENCRYPTED_PGP, CALENDAR, TNEF, FORWARDED, PARTIAL
)  # fmt: skip


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
    """An address our mail did not reach. One permanent bounce alone proves little.

    `permanent`: trying again is pointless, by the class of the status (a full mailbox empties).
    `is_final`: the other server has given up; False while it goes on trying.
    """

    address: str
    permanent: bool
    is_final: bool = True


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
    marks: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
