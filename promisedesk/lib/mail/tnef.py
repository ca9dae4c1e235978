"""winmail.dat unpacked: Outlook's own wrapping of body and files (MS-OXTNEF)."""

from promisedesk.lib.mail import attachments
from promisedesk.lib.mail.charsets import decode_bytes
from promisedesk.lib.mail.model import Attachment

TYPES = ("application/ms-tnef", "application/vnd.ms-tnef")
MAGIC = b"\x78\x9f\x3e\x22"
LARGEST = 40 * 1024 * 1024


def unpacked(data: bytes) -> tuple[str, str, list[Attachment]] | None:
    """(text, html, files), None if it cannot be read."""
    if not data.startswith(MAGIC) or len(data) > LARGEST:
        return None
    from tnefparse import TNEF  # seldom needed

    try:
        found = TNEF(data)
        files = [
            attachments.made(_name(each), "application/octet-stream", bytes(each.data or b""))
            for each in found.attachments
        ]
        return _text(found.body), _text(found.htmlbody), files
    except Exception:  # the library raises what it likes on damaged files
        return None


def _name(attachment) -> str:
    for read in (attachment.long_filename, lambda: attachment.name):
        try:
            if name := _text(read()):
                return name.rstrip("\0")
        except Exception:  # noqa: S112
            continue
    return ""


def _text(value) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return decode_bytes(value) if isinstance(value, bytes) else (value or "")
