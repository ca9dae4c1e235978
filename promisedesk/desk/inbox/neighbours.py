"""The conversation after or before an open one, in the order of the view it was opened from."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from promisedesk.conversations.models import Conversation
from promisedesk.desk.inbox import finding
from promisedesk.desk.inbox.pages import Place, beyond
from promisedesk.desk.inbox.rows import COLUMNS
from promisedesk.desk.inbox.walks import Part, Reader, page_of

MOST_PAGES = 5  # of what a search found are looked through


def neighbour(
    parts: list[Part], conversation: Conversation, step: int, top: Sequence[dict] = ()
) -> str:
    """The id of the next one (`step` 1) or the one before (-1); '' at an end.

    `top`: rows that stand above all others, whatever their place. After one that has left the
    view meanwhile comes the first there is.
    """
    above = [row["id"] for row in top]
    number, place = 0, Place()
    if conversation.pk in above:
        at = above.index(conversation.pk) + step
        if at < len(top):
            return top[at]["public_id"] if at >= 0 else ""
    else:
        number, place = _place_of(parts, conversation)
        if place.is_beginning and step < 0:
            return ""
        if place.is_beginning and top:
            return top[0]["public_id"]
    if above:
        parts = [[walk.exclude(pk__in=above) for walk in part] for part in parts]
    if step < 0:
        parts = [[_turned(walk) for walk in part] for part in parts]
    order = range(number, len(parts)) if step > 0 else range(number, -1, -1)
    for one in order:
        start = place if one == number else Place()
        rows = page_of([beyond(walk, start) for walk in parts[one]], ("public_id",), 1)
        if rows:
            return rows[0]["public_id"]
    return top[-1]["public_id"] if top and step < 0 else ""


def among_found(query: str, reader: Reader, conversation: Conversation, step: int) -> str:
    """The same among what a search finds, in the order it is shown."""
    before, after = "", ""
    for _page in range(MOST_PAGES):
        found = finding.search(query, reader, after)
        ids = [row["public_id"] for row in found.rows]
        if conversation.public_id in ids:
            at = ids.index(conversation.public_id) + step
            if 0 <= at < len(ids):
                return ids[at]
            if step < 0 or not found.next:
                return before if step < 0 else ""
            further = finding.search(query, reader, str(found.next))
            return further.rows[0]["public_id"] if further.rows else ""
        if not found.next:
            break
        before, after = ids[-1] if ids else "", str(found.next)
    return ""


def _place_of(parts: list[Part], conversation: Conversation) -> tuple[int, Place]:
    """(number of the part, place in it) of a conversation; the beginning if it is in none."""
    for number, part in enumerate(parts):
        walks = [walk.filter(pk=conversation.pk) for walk in part]
        for row in page_of(walks, COLUMNS, 1):
            by = part[0].query.order_by[0].removeprefix("-")
            return number, Place(number, None if by == "id" else row[by], row["id"])
    return 0, Place()


def _turned(walk: QuerySet) -> QuerySet:
    """The same walk from its end."""
    names = walk.query.order_by
    return walk.order_by(*(one[1:] if one.startswith("-") else f"-{one}" for one in names))
