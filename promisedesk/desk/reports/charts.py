"""Charts as numbers for the template: shares of the width and height, in percent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from promisedesk.desk.today.week import GOAL
from promisedesk.lib import phrases
from promisedesk.reports.kept import Kept, Tally
from promisedesk.reports.moments import Period

WIDTH = 600  # of the drawing; the page stretches it
MOST_DAYS = 62  # longer periods are drawn a week a point
LABELS = 5


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the drawing, from the ground; `number` is what it stands for."""

    x: float
    y: float
    width: float
    height: float
    number: int


@dataclass(frozen=True, slots=True)
class Line:
    """The share kept over time. `floor` is percent at the foot; empty days are left out."""

    path: str
    area: str
    bars: list[Bar]
    most_missed: int
    floor: int
    scale: list[int]
    goal: int
    goal_y: float
    labels: list[str]
    lowest: int
    highest: int
    last: Point | None
    by_week: bool


def line(kept: Kept, period: Period, language: str) -> Line | None:
    """The chart of a period; None where nothing was due."""
    by_week = period.days > MOST_DAYS
    found = kept.by_week() if by_week else kept.by_day()
    slots = _slots(period, by_week)
    places = {slot: (number + 0.5) * WIDTH / len(slots) for number, slot in enumerate(slots)}
    shares = {slot: tally.share.percent for slot, tally in found.items() if tally.due}
    if not shares:
        return None
    floor = _floor(min(shares.values()))
    points = [
        Point(round(places[slot], 1), _y(share, floor)) for slot, share in sorted(shares.items())
    ]
    path = _path(points)
    return Line(
        path=path,
        area=f"{path}V100H{points[0].x}Z",
        bars=_bars(found, places, WIDTH / len(slots)),
        most_missed=max((tally.broken for tally in found.values()), default=0),
        floor=floor,
        scale=[100 - (100 - floor) * part // 4 for part in range(5)],
        goal=GOAL,
        goal_y=_y(GOAL, floor),
        labels=_labels(slots, language),
        lowest=min(shares.values()),
        highest=max(shares.values()),
        last=Point(round(points[-1].x * 100 / WIDTH, 1), points[-1].y),
        by_week=by_week,
    )


def _slots(period: Period, by_week: bool) -> list[date]:
    if not by_week:
        return list(period.dates())
    monday = period.first - timedelta(days=period.first.weekday())
    weeks = (period.last - monday).days // 7 + 1
    return [monday + timedelta(weeks=number) for number in range(weeks)]


def _floor(lowest: int) -> int:
    """Percent at the foot: 80, or as much lower as the worst day needs."""
    return min(80, lowest // 20 * 20)


def _y(share: int, floor: int) -> float:
    return round(100 - (share - floor) * 100 / (100 - floor), 1)


def _path(points: list[Point]) -> str:
    """One point alone is drawn as a short dash."""
    if len(points) == 1:
        return f"M{points[0].x - 4} {points[0].y}h8"
    return "M" + " ".join(f"{one.x} {one.y}" for one in points)


def _bars(found: dict[date, Tally], places: dict[date, float], step: float) -> list[Bar]:
    most = max((tally.broken for tally in found.values()), default=0) or 1
    width = round(step * 0.6, 1)
    return [
        Bar(
            round(places[slot] - width / 2, 1),
            round(100 - tally.broken * 100 / most, 1),
            width,
            round(tally.broken * 100 / most, 1),
            tally.broken,
        )
        for slot, tally in found.items()
        if tally.broken
    ]


def _labels(slots: list[date], language: str) -> list[str]:
    """A few dates from left to right."""
    number = min(LABELS, len(slots))
    chosen = [slots[round(at * (len(slots) - 1) / max(1, number - 1))] for at in range(number)]
    return [phrases.long_date(day, language) for day in chosen]


@dataclass(frozen=True, slots=True)
class HourBar:
    """Promises due in an hour of the day: percent of the highest bar, kept and missed."""

    hour: int
    kept: float
    missed: float
    tally: Tally


def hours(kept: Kept) -> list[HourBar]:
    """A bar for each hour from the first to the last in which anything was due."""
    found = {hour: tally for hour, tally in kept.by_hour().items() if tally.due}
    if not found:
        return []
    most = max(tally.due for tally in found.values())
    return [
        HourBar(
            hour,
            round(tally.kept * 100 / most, 1),
            round(tally.broken * 100 / most, 1),
            tally,
        )
        for hour in range(min(found), max(found) + 1)
        for tally in [found.get(hour, Tally())]
    ]
