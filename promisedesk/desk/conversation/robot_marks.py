"""What a robot's mail is, as a badge beside it: away until, came back, opened, a complaint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from promisedesk.conversations.folding import MANY
from promisedesk.desk.conversation.marks import Mark


def badges(marks: Iterable[str]) -> list[Mark]:
    """The badges of what a machine sent; marks of other kinds have none here."""
    return list(_badges(marks))


def _badges(marks: Iterable[str]) -> Iterator[Mark]:
    simple = _simple()
    for mark in marks:
        word, _colon, day = mark.partition(":")
        if word == "away":
            yield _away(day)
        elif mark in simple:
            yield simple[mark]


def _away(day: str) -> Mark:
    explains = _("A mail program answered by itself. Nobody was told or promised anything.")
    try:
        until = date_format(date.fromisoformat(day), "j E Y")
    except ValueError:
        return Mark("calendar", _("Away"), explains, "warn")
    return Mark("calendar", _("Away until %(day)s") % {"day": until}, explains, "warn")


def _simple() -> dict[str, Mark]:
    return {
        "bounce": Mark("alert", _("Came back"), _("A mail server reports about our mail."), "bad"),
        "delayed": Mark("hourglass", _("Delayed"), _("The other server goes on trying."), "warn"),
        "delivered": Mark("check", _("Arrived"), _("A mail server says that our mail arrived.")),
        "read": Mark("eye", _("Opened"), _("The customer’s mail program says so.")),
        "deleted": Mark("trash", _("Deleted unread"), _("The customer’s mail program says so.")),
        "complaint": Mark(
            "flag", _("Complaint"), _("The customer called our mail spam. Only answers go there."),
            "bad",
        ),
        MANY: Mark(
            "list",
            _("Moved here"),
            _("This sender began too many conversations within an hour to keep them apart."),
        ),
    }  # fmt: skip
