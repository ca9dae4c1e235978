"""Counting deadlines, and thousands of promises that fall due within a minute."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from promisedesk.lib.calendars import WorkCalendar
from promisedesk.lib.counting import Span, deadline

SPANS = ("40 working hours", "5 working days", "7 days")  # a week long, each
AIM = 20_000  # deadlines a second of one core
QUESTIONS = 14_000
STEP = timedelta(minutes=37)  # between two questions: all hours and days of a year
CALENDAR = {
    "time_zone": "Europe/Warsaw",
    "country": "PL",
    "region": None,
    "hours": {
        day: [["09:00", "13:00"], ["14:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")
    },
}


def measure(storm: int, database: str) -> dict:
    """Deadlines a second of CPU, and what a storm of due promises costs (0: none)."""
    counted = {span: _a_second(Span.parse(span)) for span in SPANS}
    found = {"bench": "promises", "deadlines_per_cpu_second": counted}
    slow = [f"{span}: fewer than {AIM}" for span, number in counted.items() if number < AIM]
    if storm:
        from promisedesk.ops.bench import storm as storms

        seen = storms.measure(storm, database)
        found["storm"] = seen
        slow += seen.get("problems", [])
    return found | {"problems": slow}


def _a_second(span: Span) -> int:
    calendar = WorkCalendar.from_json(CALENDAR)
    asked = [datetime(2026, 1, 1, tzinfo=UTC) + STEP * number for number in range(QUESTIONS)]
    for at in asked:  # the days are remembered, as in a desk that runs
        deadline(calendar, at, span)
    began = time.process_time()
    for at in asked:
        deadline(calendar, at, span)
    return round(QUESTIONS / (time.process_time() - began))
