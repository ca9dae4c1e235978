"""One page of a view: fifty conversations, and where the next page starts.

A page starts after a place (part, moment, id), not after so many rows: rows that move
meanwhile are neither shown twice nor lost, and the last page costs what the first does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q, QuerySet

from promisedesk.desk.inbox.rows import COLUMNS
from promisedesk.desk.inbox.selections import Reader, Selection

PAGE = 50


@dataclass(frozen=True)
class Place:
    """Where a page starts: after this row of this part of the view."""

    part: int = 0
    at: datetime | None = None
    id: int = 0

    @classmethod
    def parse(cls, text: str) -> Place:
        """The place written in a link; nonsense means the beginning."""
        try:
            part, at, id_ = text.split("_")
            # No database knows a moment that UTC cannot write.
            return cls(int(part), datetime.fromisoformat(at).astimezone(UTC), int(id_))
        except (ValueError, OverflowError):
            return cls()

    def __str__(self) -> str:
        return f"{self.part}_{self.at:%Y-%m-%dT%H:%M:%S.%f}Z_{self.id}"


def page(selection: Selection, reader: Reader, start: Place) -> tuple[list[dict], Place | None]:
    """Up to PAGE rows from `start` on, and the place of the next page (None: that was all)."""
    found: list[tuple[int, dict]] = []
    for number, part in enumerate(selection.parts(reader)):
        if number < start.part:
            continue
        after = start if number == start.part else Place()
        missing = PAGE + 1 - len(found)
        rows = _from(part, after).values(*COLUMNS)[:missing]
        found += ((number, row) for row in rows)
        if len(found) > PAGE:
            number, last = found[PAGE - 1]
            at = last[_order_of(selection.parts(reader)[number])[0]]
            return [row for _part, row in found[:PAGE]], Place(number, at, last["id"])
    return [row for _part, row in found], None


def _order_of(part: QuerySet) -> tuple[str, bool]:
    """What a part is ordered by, beside the id, and whether the greatest comes first."""
    first = part.query.order_by[0]
    return first.removeprefix("-"), first.startswith("-")


def _from(part: QuerySet, after: Place) -> QuerySet:
    if after.at is None:
        return part
    by, is_downwards = _order_of(part)
    beyond = "lt" if is_downwards else "gt"
    same_moment = Q(**{by: after.at, f"id__{beyond}": after.id})
    return part.filter(Q(**{f"{by}__{beyond}": after.at}) | same_moment)
