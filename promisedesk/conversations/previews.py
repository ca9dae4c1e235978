"""What the list shows of the last message: its first words, or what came instead of words.

What came is stored as a fact, not as words, which depend on who reads them (`came_in`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from promisedesk.conversations.models import LONGEST_PREVIEW, Message
from promisedesk.lib import markdown

# Before a fact. It counts as a blank, so the words of a letter never begin with it.
FACT = "\x1f"


class CameAlong(Protocol):
    """A file of a message, stored or not."""

    name: str
    content_type: str


def preview_of(text: str, files: Iterable[CameAlong] = ()) -> str:
    """The first words of a message on one line; for one without words, the files it has."""
    words = " ".join(text[:600].split())[:LONGEST_PREVIEW]
    return words or _fact(list(files))


def preview_of_ours(text: str) -> str:
    """The same for what we wrote: as the customer reads it, without Markdown's marks."""
    return preview_of(markdown.in_plain(text[:600]))


def preview_of_message(message: Message) -> str:
    """The same for a message that is stored; asks for its files if it has no words."""
    of = preview_of if message.direction == Message.Direction.IN else preview_of_ours
    return of(message.text) or preview_of("", message.attachments.order_by("pk"))


def _fact(files: list[CameAlong]) -> str:
    if not files:
        return ""
    if all(one.content_type.startswith("image/") for one in files):
        return f"{FACT}pictures {len(files)}"
    if len(files) == 1:
        name = " ".join(files[0].name.split())
        return f"{FACT}file {name}"[:LONGEST_PREVIEW]
    return f"{FACT}files {len(files)}"


def came_in(preview: str) -> tuple[str, str] | None:
    """("pictures", "2"), ("files", "3") or ("file", its name); None for a preview of words."""
    if not preview.startswith(FACT):
        return None
    kind, _blank, what = preview[1:].partition(" ")
    return kind, what
