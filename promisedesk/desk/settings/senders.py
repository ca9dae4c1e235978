"""Who a mail says it is from, read cheaply off its first lines, for lists of mails nobody read."""

import re

from promisedesk.core import files
from promisedesk.lib.mail.headers import decode_words

HEAD = 16 * 1024  # bytes
LONGEST = 200  # characters
FROM = re.compile(rb"^from:((?:[^\r\n]|\r?\n[ \t])*)", re.IGNORECASE | re.MULTILINE)


def said_sender(sha256: str) -> str:
    """The From of a stored mail as it stands there; '' if there is none, or no file."""
    try:
        head = files.head(sha256, HEAD)
    except OSError:
        return ""
    found = FROM.search(re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0])
    if not found:
        return ""
    text = decode_words(found[1].decode("utf-8", "replace"))
    return " ".join(text.split())[:LONGEST]
