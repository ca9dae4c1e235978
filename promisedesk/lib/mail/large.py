"""Reading a mail from a file, however large or odd, inside limits of time and memory.

Ordinary mails are read here and now, by algorithms that are linear in their size. Others go
to a process of their own (`boxed`); what is too much even there is shown by its header.
"""

import re
from pathlib import Path

from promisedesk.lib.mail import boxed
from promisedesk.lib.mail.model import ParsedMail
from promisedesk.lib.mail.reading import language_of, read_mail

LARGE = 256 * 1024  # bytes; larger mails are read by a process of their own
MOST_TAGS = 20_000  # deep trees are not linear
TOO_MUCH = "reading it takes too much time or memory: only its header is shown, see the original"

# Content other people's libraries look into: they may do what they like with hostile bytes.
_LOOKED_INTO = re.compile(rb"ms-tnef|winmail\.dat|text/calendar|pkcs7-mime", re.I)


def is_ordinary(raw: bytes) -> bool:
    """Whether this mail may be read in this process, as nearly all are."""
    return len(raw) <= LARGE and raw.count(b"<") <= MOST_TAGS and not _LOOKED_INTO.search(raw)


def read_mail_file(path: Path | str, folder: Path | str) -> ParsedMail:
    """Read the mail at `path`; never raises because of what is in it.

    What a process of its own reads has its attachments in `folder` (an empty folder of the
    caller's, who removes it afterwards): they have `path`, no `content`. OSError if the file
    cannot be read.
    """
    path = Path(path)
    if path.stat().st_size <= LARGE and is_ordinary(raw := path.read_bytes()):
        return read_mail(raw)
    return read_apart(path, Path(folder))


def read_apart(path: Path, folder: Path) -> ParsedMail:
    """Read a mail in a process of its own, within 5 s of CPU and 256 MB.

    When that is not enough, what its header says, and a problem that says so. Raises
    boxed.TooMuch when even the header is too much.
    """
    try:
        mail = boxed.read(path, folder)
    except boxed.TooMuch:
        mail = boxed.read(path, folder, is_whole=False)
        mail.problems.append(TOO_MUCH)
    mail.language = language_of(mail)
    return mail
