"""Would the offered times have been kept? On generated shops, or on the desk's own ledger.

Each shop is simulated: questions come by the hour of the week, agents answer in the order of
deadlines, and some weeks are bad. Always offering the target is what honest times are held
against.
"""

from __future__ import annotations

import heapq
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from promisedesk.lib import forecasting
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.lib.counting import Span, deadline

START = datetime(2026, 3, 2, tzinfo=UTC)  # a Monday
WEEKS = 20
TARGET = Span.parse("4 working hours")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")


@dataclass(frozen=True)
class Shop:
    """`load`: questions an hour to answers an hour. `bad`: share of weeks with half the team."""

    name: str
    agents: int
    minutes: float  # an answer takes, on average
    load: float
    bad: float


SHOPS = (
    Shop("one person, quiet", 1, 8, 0.6, 0.05),
    Shop("five people, busy", 5, 10, 0.75, 0.1),
    Shop("five people, bad weeks", 5, 10, 0.7, 0.3),
    Shop("five people, too much for them", 5, 10, 0.9, 0.2),
    Shop("ten people, hard weeks", 10, 12, 0.8, 0.25),
)


def measure(seed: int, own: bool) -> dict:
    """Share of times kept: by always offering the target, and by the honest offer."""
    return {"bench": "forecast", "runs": [_of_the_desk()] if own else _generated(seed)}


def _generated(seed: int) -> list[dict]:
    calendar = WorkCalendar.from_json(
        {"time_zone": "Europe/Warsaw", "country": "PL", "region": None}
        | {"hours": {day: [["09:00", "17:00"]] for day in WEEKDAYS}}
    )
    return [_judged(one.name, simulated(one, calendar, seed), calendar) for one in SHOPS]


def _judged(
    name: str,
    history: list[forecasting.Asked],
    calendar: WorkCalendar,
    targets: list[datetime] | None = None,
) -> dict:
    targets = targets or [deadline(calendar, asked, TARGET).due_at for asked, _done in history]
    found: dict[str, Any] = forecasting.share_kept(history, calendar, targets)
    number = found["questions"] or 1
    later = found["later"] or 1
    return {
        "history": name,
        "questions": found["questions"],
        "kept_by_target": round(found["by_target"] / number, 3),
        "kept_by_offer": round(found["by_offer"] / number, 3),
        "offered_later": round(found["later"] / number, 3),
        "later_by_h": round(found["later_by_h"] / later, 1),
    }


def simulated(shop: Shop, calendar: WorkCalendar, seed: int) -> list[forecasting.Asked]:
    """(asked at, answered at) of half a year, in order of asking; the same for the same seed."""
    chance = _chance(f"{seed} {shop.name}")
    asked = list(_questions(shop, chance))
    queue = [(deadline(calendar, at, TARGET).due_at, at) for at in asked]
    answered: dict[datetime, datetime] = {}
    arrivals, waiting, place = queue, [], 0
    last = START + timedelta(weeks=WEEKS)
    for _day, opens, closes in calendar.openings(START):
        if opens >= last:
            break
        staff = max(1, shop.agents // 2) if _is_bad(shop, opens, seed) else shop.agents
        free = [opens] * staff
        while True:
            at = heapq.heappop(free)
            while place < len(arrivals) and arrivals[place][1] <= at:
                heapq.heappush(waiting, arrivals[place])
                place += 1
            if not waiting:  # nobody asks: until the next question
                if place == len(arrivals) or arrivals[place][1] >= closes:
                    heapq.heappush(free, closes)
                    if min(free) >= closes:
                        break
                    continue
                heapq.heappush(free, arrivals[place][1])
                continue
            done = at + timedelta(minutes=chance.expovariate(1 / shop.minutes))
            if at >= closes:
                heapq.heappush(free, at)
                if min(free) >= closes:
                    break
                continue
            answered[heapq.heappop(waiting)[1]] = done
            heapq.heappush(free, done)
    return [(at, answered.get(at)) for at in asked]


def _is_bad(shop: Shop, at: datetime, seed: int) -> bool:
    week = (at - START).days // 7
    return _chance(f"{seed} {shop.name} {week}").random() < shop.bad


def _chance(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311  a simulation that must come out the same


def _questions(shop: Shop, chance: random.Random):
    """Most by day, some at night and at weekends; as many as `load` says on average."""
    a_week = shop.agents * 40 * 60 / shop.minutes * shop.load
    weights = [
        (1.0 if 8 <= hour % 24 < 18 else 0.25) * (1.0 if hour // 24 < 5 else 0.4)
        for hour in range(168)
    ]
    found = set()
    for week in range(WEEKS):
        for hour in chance.choices(range(168), weights, k=round(a_week)):
            moment = timedelta(weeks=week, hours=hour, seconds=chance.random() * 3600)
            found.add(START + moment)
    return sorted(found)


def _of_the_desk() -> dict:
    """The ledger of this desk, as it was lived or imported."""
    from django.utils.timezone import now

    from promisedesk.conversations.models import Inbox
    from promisedesk.promises import forecasting as ledger
    from promisedesk.promises import policies
    from promisedesk.promises.models import Promise

    inboxes = list(Inbox.objects.all())
    if not inboxes:
        return {"history": "this desk", "questions": 0}
    calendar = policies.work_calendar(policies.policy_of(inboxes[0]).calendar.version)
    rows = Promise.objects.filter(kind="answer", renews=None).exclude(state="withdrawn")
    facts = list(rows.order_by("made_at").values_list("made_at", "settled_at", "due_at"))
    facts = [one for one in facts if one[0] < now()][-ledger.MOST :]
    history = [(asked, done) for asked, done, _due in facts]
    return _judged("this desk", history, calendar, [due for *_rest, due in facts])
