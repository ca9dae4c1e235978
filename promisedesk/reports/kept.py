"""How many promises were kept: by kind, channel, inbox, team, person, day, week and hour.

What counts is said in promises.measures: a promise counts on the day it is due, and the
figures of a past day never change. Two walks along the ledger answer everything; the database
counts, and what belongs together is added up here.

A kept promise is of whoever answered, a missed one of whoever looks after the conversation,
and what somebody promised in their own words is theirs. So nobody is blamed for coming to help.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Case, Count, F, Q, QuerySet, When
from django.db.models.functions import Coalesce

from promisedesk.promises.measures import KEPT, Share, is_broken
from promisedesk.promises.models import Promise
from promisedesk.reports.cuts import TEAM, Cut
from promisedesk.reports.moments import Cell, QuarterHour, cell_of

# A new time was given before the old one came: neither kept nor missed.
RENEWED = Q(state=Promise.State.WITHDRAWN, renewed_at__isnull=False)
# Resolutions are told to nobody: they are the shop's own aim. What was promised in words without
# a letter (on the phone, by a program) was told by whoever promised it.
SAID = Q(kind__in=[Promise.Kind.COMMITMENT, Promise.Kind.CALLBACK], told_by=None)
UNTOLD = Q(told_at=None) & ~Q(kind=Promise.Kind.RESOLUTION) & ~SAID
PERSON = Case(
    When(
        Q(agent__isnull=False) & ~Q(kind__in=[Promise.Kind.ANSWER, Promise.Kind.RESOLUTION]),
        then=F("agent"),
    ),
    When(KEPT, then=Coalesce("settled_by__agent", "conversation__assignee")),
    default=F("conversation__assignee"),
)
OUTCOMES = ("due", "kept", "broken", "renewed", "untold")


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of promises. `untold` are among the kept and broken, `renewed` in neither."""

    kept: int = 0
    broken: int = 0
    renewed: int = 0
    untold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.kept + other.kept,
            self.broken + other.broken,
            self.renewed + other.renewed,
            self.untold + other.untold,
        )

    @property
    def due(self) -> int:
        return self.kept + self.broken

    @property
    def share(self) -> Share:
        return Share(self.kept, self.due)

    @property
    def is_empty(self) -> bool:
        return not (self.kept or self.broken or self.renewed)


@dataclass(frozen=True, slots=True)
class Part:
    """So many promises of one kind, channel, inbox, team and person. Rows by number."""

    kind: str
    channel: str
    inbox: int
    team: int | None
    person: int | None
    tally: Tally


@dataclass(slots=True)
class Kept:
    """A period in figures."""

    parts: list[Part]
    by_cell: dict[Cell, Tally]
    before: Share = field(default_factory=Share)

    @property
    def total(self) -> Tally:
        return sum((part.tally for part in self.parts), Tally())

    def by(self, name: str) -> dict[Hashable, Tally]:
        """The parts added up by "kind", "channel", "inbox", "team" or "person"."""
        return _added((getattr(part, name), part.tally) for part in self.parts)

    def by_time(self, of: Callable[[Cell], Hashable]) -> dict[Hashable, Tally]:
        """Added up by what `of` says of their day and hour, in its order."""
        found = _added((of(cell), tally) for cell, tally in self.by_cell.items())
        return dict(sorted(found.items()))

    def by_day(self) -> dict[date, Tally]:
        return self.by_time(lambda cell: cell.day)

    def by_week(self) -> dict[date, Tally]:
        """By the Monday of the week."""
        return self.by_time(lambda cell: cell.week)

    def by_weekday(self) -> dict[int, Tally]:
        """0 is Monday."""
        return self.by_time(lambda cell: cell.day.weekday())

    def by_hour(self) -> dict[int, Tally]:
        return self.by_time(lambda cell: cell.hour)


def due(cut: Cut, kind: str = "") -> QuerySet[Promise]:
    """The promises that were due in the period, those renewed before it among them."""
    period = cut.period
    found = cut.promises().filter(due_at__gte=period.since, due_at__lt=period.until)
    return found.filter(kind=kind) if kind else found


def of_outcome(promises: QuerySet[Promise], outcome: str) -> QuerySet[Promise]:
    """Those that ended so: one of OUTCOMES. "due" are the kept and the broken."""
    ended = KEPT | is_broken()
    asked = {
        "due": ended,
        "kept": KEPT,
        "broken": is_broken(),
        "renewed": RENEWED,
        "untold": ended & UNTOLD,
    }
    return promises.filter(asked[outcome])


def of_person(promises: QuerySet[Promise], person: int) -> QuerySet[Promise]:
    """Those of an agent by number; NONE: of nobody."""
    return promises.annotate(person_of=PERSON).filter(person_of=person or None)


def measure(cut: Cut, kind: str = "") -> Kept:
    """The figures of the period, of one kind of promises or all. Three queries."""
    rows = due(cut, kind)
    zone = cut.period.zone
    names = {"person": PERSON, "team": TEAM}
    names |= {"channel": F("conversation__channel"), "inbox": F("conversation__inbox")}
    parts = rows.values("kind", **names).annotate(**_counts()).order_by()
    quarters = rows.values(quarter=QuarterHour("due_at")).annotate(**_counts()).order_by()
    by_cell = _added((cell_of(row.pop("quarter"), zone), _tally(row)) for row in quarters)
    return Kept(
        [found for row in parts if not (found := _part(row)).tally.is_empty],
        {cell: tally for cell, tally in by_cell.items() if not tally.is_empty},
        share_of(due(Cut(cut.reader, cut.period.before, cut.channel, cut.inbox, cut.team), kind)),
    )


def share_of(promises: QuerySet[Promise]) -> Share:
    """Kept of those that were due. One query."""
    found = promises.aggregate(
        kept=Count("pk", filter=KEPT), broken=Count("pk", filter=is_broken())
    )
    return Share(found["kept"], found["kept"] + found["broken"])


def _counts() -> dict[str, Count]:
    ended = KEPT | is_broken()
    return {
        "kept": Count("pk", filter=KEPT),
        "broken": Count("pk", filter=is_broken()),
        "renewed": Count("pk", filter=RENEWED),
        "untold": Count("pk", filter=ended & UNTOLD),
    }


def _part(row: dict) -> Part:
    tally = Tally(*(row.pop(name) for name in ("kept", "broken", "renewed", "untold")))
    return Part(**row, tally=tally)


def _tally(row: dict) -> Tally:
    return Tally(**{name: row[name] for name in ("kept", "broken", "renewed", "untold")})


def _added(found: Iterable[tuple[Hashable, Tally]]) -> dict:
    tallies: dict[Hashable, Tally] = defaultdict(Tally)
    for key, tally in found:
        tallies[key] += tally
    return dict(tallies)
