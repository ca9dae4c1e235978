"""Mails of a storm, drawn as one line with a counter that opens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.conversations.folding import ALIKE
from promisedesk.conversations.incoming import preview_of
from promisedesk.conversations.models import Message

FEW = 5  # of mails that differ in something, so many are shown at once


@dataclass(slots=True)
class Like:
    """One mail of the storm, as a line."""

    public_id: str
    at: datetime
    subject: str
    text: str
    has_raw: bool


@dataclass(slots=True)
class More:
    """ "and 19 more like this" """

    id: int
    at: datetime
    mails: list[Like] = field(default_factory=list)
    kind: str = "more"

    @property
    def says(self) -> str:
        number = len(self.mails)
        return ngettext(
            "and %d more mail like this", "and %d more mails like this", number
        ) % number  # fmt: skip

    @property
    def is_open(self) -> bool:
        """What differs, if only by a number, is better read at once."""
        differ = len({(mail.subject, mail.text) for mail in self.mails}) > 1
        return differ and len(self.mails) <= FEW


def like(message: Message) -> Like | None:
    """The line of a message that says what another said; None for any other."""
    if ALIKE not in message.marks:
        return None
    return Like(
        message.public_id,
        message.created_at,
        message.subject,
        preview_of(message.text) or _("(no text)"),
        bool(message.raw_sha256),
    )


def gathered(items: Iterable) -> list:
    """A timeline with its storms drawn together. Items: messages with `like`, and events.

    The first of a page stays as it is, so that somebody says what the others repeat.
    """
    found: list = []
    group: More | None = None
    has_said = False
    for item in items:
        is_event = item.kind == "event"
        if is_event or item.like is None or not has_said:
            found.append(item)
            group = group if is_event else None
            has_said = has_said or not is_event
            continue
        if group is None:
            group = More(item.id, item.at)
            found.append(group)
        group.mails.append(item.like)
    return found
