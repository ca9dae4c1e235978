"""Files of a mail: a name people may see, a type we may believe."""

import re
from pathlib import PurePosixPath

from promisedesk.lib.mail.charsets import clean_line, decode_escaped
from promisedesk.lib.mail.headers import LONGEST_PARAMETERS, decode_words
from promisedesk.lib.mail.mime import Leaf
from promisedesk.lib.mail.model import Attachment

LONGEST_NAME = 120

TYPES = {
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
    "gif": "image/gif",
    "heic": "image/heic",
    "ics": "text/calendar",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "webp": "image/webp",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
EXTENSIONS = {kind: ending for ending, kind in reversed(TYPES.items())} | {
    "application/pgp-encrypted": "asc",
    "application/pgp-signature": "asc",
    "application/pkcs7-mime": "p7m",
    "application/pkcs7-signature": "p7s",
    "text/html": "html",
}
NAMES = {
    "message/delivery-status": "delivery-status.txt",
    "message/disposition-notification": "read-receipt.txt",
    "message/feedback-report": "feedback-report.txt",
    "text/rfc822-headers": "headers.txt",
}
# Only these pictures are ever shown in our pages, so only they must prove what they are.
MAGIC = {
    "image/gif": (b"GIF8",),
    "image/jpeg": (b"\xff\xd8",),
    "image/png": (b"\x89PNG",),
    "image/webp": (b"RIFF",),
    "image/bmp": (b"BM",),
}
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')


def clean_name(name: str, fallback: str = "attachment") -> str:
    """A file name without folders, controls, bidi tricks or a leading dot, at most 120 long."""
    name = clean_line(name, LONGEST_PARAMETERS).replace("\\", "/").rstrip("/").rpartition("/")[2]
    name = _NOT_IN_NAMES.sub("_", name).strip(" .")
    if not name:
        return fallback
    if len(name) > LONGEST_NAME:
        ending = PurePosixPath(name).suffix[:12]
        name = name[: LONGEST_NAME - len(ending)].rstrip(" .") + ending
    return name


def attachment_of(leaf: Leaf, *, is_inline: bool = False, hint: str = "") -> Attachment:
    content = leaf.payload()
    return made(
        raw_name(leaf, hint), leaf.content_type, content, content_id(leaf), is_inline=is_inline
    )


def made(
    name: str, content_type: str, content: bytes, cid: str = "", *, is_inline: bool = False
) -> Attachment:
    kind = safe_type(content_type, name, content[:16])
    name = clean_name(name, "") or NAMES.get(kind, "")
    if not name:
        ending = EXTENSIONS.get(kind)
        name = f"attachment.{ending}" if ending else "attachment"
    return Attachment(name, kind, content, len(content), cid, is_inline)


def raw_name(leaf: Leaf, hint: str = "") -> str:
    """The name the sender gave, decoded; '' without one. `hint`: a charset of the mail."""
    name = leaf.parameters.get("filename") or leaf.parameters.get("name") or ""
    if name[:1] == "'" == name[-1:]:
        name = name.strip("'")
    if "=?" in name:
        return decode_words(name)
    return decode_escaped(name, hint)


def content_id(leaf: Leaf) -> str:
    return clean_line(decode_escaped(leaf.first("content-id")), 250).strip("<> ")


def safe_type(declared: str, name: str, start: bytes) -> str:
    """The declared type unless it says nothing (then by name) or claims a picture it is not."""
    if declared in ("application/octet-stream", "application/unknown", ""):
        declared = TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
    if declared == "image/jpg" or declared == "image/pjpeg":
        declared = "image/jpeg"
    magic = MAGIC.get(declared)
    if magic and start and not start.startswith(magic):
        for kind, starts in MAGIC.items():
            if start.startswith(starts):
                return kind
        return "application/octet-stream"
    return declared
