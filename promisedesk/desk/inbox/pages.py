"""One page of a view: fifty conversations, and where the next page starts.

A page starts after a place (part, moment, id), not after so many rows: rows that move
meanwhile are neither shown twice nor lost, and the last page costs what the first does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q, QuerySet

from promisedesk.desk.inbox.rows import COLUMNS
from promisedesk.desk.inbox.walks import Part, page_of

PAGE = 50
LARGEST_ID = 2**63 - 1


@dataclass(frozen=True)
class Place:
    """Where a page starts: after this row of this part of the view.

    Without a moment but with an id, in a part that is ordered by ids alone.
    """

    part: int = 0
    at: datetime | None = None
    id: int = 0

    @classmethod
    def parse(cls, text: str) -> Place:
        """The place written in a link; nonsense means the beginning."""
        try:
            part, at, id_ = text.split("_")
            number = int(id_)
            if not 0 <= number <= LARGEST_ID:
                return cls()
            # No database knows a moment that UTC cannot write.
            moment = datetime.fromisoformat(at).astimezone(UTC) if at else None
            return cls(int(part), moment, number)
        except (ValueError, OverflowError):
            return cls()

    def __str__(self) -> str:
        at = f"{self.at:%Y-%m-%dT%H:%M:%S.%f}Z" if self.at else ""
        return f"{self.part}_{at}_{self.id}"

    @property
    def is_beginning(self) -> bool:
        return self.at is None and not self.id


def page(parts: list[Part], start: Place) -> tuple[list[dict], Place | None]:
    """Up to PAGE rows from `start` on, and the place of the next page (None: that was all)."""
    found: list[tuple[int, dict]] = []
    for number, part in enumerate(parts):
        if number < start.part:
            continue
        after = start if number == start.part else Place()
        walks = [beyond(walk, after) for walk in part]
        found += ((number, row) for row in page_of(walks, COLUMNS, PAGE + 1 - len(found)))
        if len(found) > PAGE:
            number, last = found[PAGE - 1]
            by = parts[number][0].query.order_by[0].removeprefix("-")
            at = None if by == "id" else last[by]
            return [row for _part, row in found[:PAGE]], Place(number, at, last["id"])
    return [row for _part, row in found], None


def beyond(walk: QuerySet, after: Place) -> QuerySet:
    """What comes after a place in the order of a walk."""
    if after.is_beginning:
        return walk
    first = walk.query.order_by[0]
    by, further = first.removeprefix("-"), "lt" if first.startswith("-") else "gt"
    if by == "id":
        return walk.filter(**{f"id__{further}": after.id})
    if after.at is None:
        return walk
    same_moment = Q(**{by: after.at, f"id__{further}": after.id})
    return walk.filter(Q(**{f"{by}__{further}": after.at}) | same_moment)
