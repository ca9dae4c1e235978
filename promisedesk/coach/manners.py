"""What this shop does about heat, as it is asked for again and again."""

from __future__ import annotations

from typing import NamedTuple

from promisedesk.coach.models import CoachManners
from promisedesk.core.memo import remembered


class Manners(NamedTuple):
    """`cooling_minutes` 0: nothing is held."""

    cooling_minutes: int
    wants_second_eyes: bool
    calls_lead: bool


@remembered(CoachManners)
def manners() -> Manners:
    """At most some seconds old."""
    row = CoachManners.get()
    return Manners(row.cooling_minutes, row.wants_second_eyes, row.calls_lead)
