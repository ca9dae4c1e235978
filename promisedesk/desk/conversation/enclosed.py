"""What messages carry beside their words: files, and pictures that lie elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from promisedesk.conversations import looking
from promisedesk.conversations.models import Attachment, Look, Message, RemotePicture
from promisedesk.core.prepared import prepared
from promisedesk.lib.mail.sanitising import PICTURES


@dataclass(slots=True)
class File:
    """A file of a message, ready to be drawn."""

    public_id: str
    name: str
    size: int
    has_preview: bool
    infection: str  # what the virus scanner found; "" for nothing


def files_of(messages: list[Message]) -> dict[int, list[File]]:
    """The files of these messages, by message. One query; two if there are any."""
    rows = _attached([message.pk for message in messages]) if messages else []
    looks = looking.found_in(row.sha256 for row in rows) if rows else {}
    found: dict[int, list[File]] = {}
    for row in rows:
        found.setdefault(row.message_id, []).append(_file(row, looks.get(row.sha256)))
    return found


@prepared
def _attached(messages: list[int]) -> QuerySet[Attachment]:
    return Attachment.objects.filter(message__in=messages).order_by("pk")


def _file(row: Attachment, look: Look | None) -> File:
    is_infected = look is not None and look.verdict == Look.Verdict.INFECTED
    return File(
        public_id=row.public_id,
        name=row.name,
        size=row.size,
        has_preview=look is not None and bool(look.preview_sha256),
        infection=look.found if is_infected else "",
    )


def pictures_of(messages: Iterable[Message]) -> dict[int, str]:
    """How it is with the pictures a mail shows from elsewhere: blocked, coming, here or none.

    Mails without such pictures are not in the answer. One query, none if there are none.
    """
    marked = [message.pk for message in messages if PICTURES in message.marks]
    if not marked:
        return {}
    found = dict.fromkeys(marked, "blocked")
    rows = RemotePicture.objects.filter(message__in=marked)
    for message, sha256, due in rows.values_list("message", "picture_sha256", "due_at"):
        before = found[message]
        if due or before == "coming":
            found[message] = "coming"
        elif before != "here":
            found[message] = "here" if sha256 else "none"
    return found
