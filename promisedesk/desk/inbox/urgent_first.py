"""What is urgent stands on top of every list that goes by promises, whatever was promised.

There are few: their numbers are remembered, so a page without any costs nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence

from promisedesk.desk.inbox.rows import COLUMNS
from promisedesk.desk.inbox.walks import Part, page_of
from promisedesk.promises import urgency

MOST = 20


def on_top(parts: Sequence[Part], found: list[dict]) -> tuple[list[dict], list[dict]]:
    """(the urgent ones of a view, the rows of its page without them)."""
    numbers = urgency.urgent_ones()
    if not numbers:
        return [], found
    top: dict[int, dict] = {}
    for part in parts:
        walks = [walk.filter(pk__in=numbers) for walk in part]
        top |= {row["id"]: row for row in page_of(walks, COLUMNS, MOST)}
    rows = sorted(top.values(), key=lambda row: (row["due_at"] or row["sort_at"], row["id"]))
    shown = {row["id"] for row in rows[:MOST]}  # the others stay where their promise puts them
    return rows[:MOST], [row for row in found if row["id"] not in shown]
