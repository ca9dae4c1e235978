"""The tables of the report: a name, its figures, and the address of what is behind them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from promisedesk.agents.models import Agent
from promisedesk.desk.reports import words
from promisedesk.desk.reports.asking import CHANNELS, NOBODY, Asked
from promisedesk.lib import phrases
from promisedesk.promises.models import Promise
from promisedesk.reports.kept import Kept, Tally
from promisedesk.reports.moments import Period


@dataclass(frozen=True, slots=True)
class Row:
    """`query` leads to the list of what is counted here; outcome=kept and so on is added."""

    label: str
    tally: Tally
    query: str
    face: Agent | None = None
    has_share: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """`key` names it in addresses; `about` is its sentence, `head` what its names are."""

    key: str
    title: str
    head: str
    rows: list[Row]
    about: str = ""


def tables(kept: Kept, asked: Asked) -> dict[str, Table]:
    """Every table of promises kept, by its key."""
    made = [
        Table("kinds", _("By kind"), _("Kind"), _kinds(kept, asked)),
        Table("channels", _("By channel"), _("Channel"), _channels(kept, asked)),
        Table("inboxes", _("By inbox"), pgettext("an address", "Inbox"), _inboxes(kept, asked)),
        Table("teams", _("By team"), _("Team"), _teams(kept, asked)),
        Table("people", _("By person"), _("Person"), _people(kept, asked)),
        Table("days", _("By day"), _("Day"), _days(kept, asked)),
        Table("weeks", _("By week"), _("Week"), _weeks(kept, asked)),
        Table("weekdays", _("By weekday"), _("Weekday"), _weekdays(kept, asked)),
        Table("hours", _("By hour"), _("Hour"), _hours(kept, asked)),
    ]
    return {one.key: one for one in made}


def _kinds(kept: Kept, asked: Asked) -> list[Row]:
    return _rows(kept.by("kind"), lambda kind: str(Promise.Kind(kind).label), asked, "kind", str)


def _channels(kept: Kept, asked: Asked) -> list[Row]:

    def name(key: str) -> str:
        return str(CHANNELS.get(key, key))

    return _rows(kept.by("channel"), name, asked, "channel", str)


def _inboxes(kept: Kept, asked: Asked) -> list[Row]:
    """Inboxes the reader does not see, of which a talk was given to their team, have no name."""
    seen = asked.inboxes
    found = {key: tally for key, tally in kept.by("inbox").items() if key in seen}
    rows = _rows(found, lambda key: seen[key].name, asked, "inbox", lambda key: seen[key].public_id)
    return rows


def _teams(kept: Kept, asked: Asked) -> list[Row]:
    found = {key: tally for key, tally in kept.by("team").items()}
    teams = asked.teams
    return _rows(
        found,
        lambda key: teams[key].name if key in teams else _("No team"),
        asked,
        "team",
        lambda key: teams[key].public_id if key in teams else NOBODY,
    )


def _people(kept: Kept, asked: Asked) -> list[Row]:
    """One row a person; those who run nothing see their own alone."""
    found = kept.by("person")
    if not asked.reader.sees_everything:
        found = {asked.reader.pk: found.get(asked.reader.pk, Tally())}
    people = Agent.objects.in_bulk([key for key in found if key])
    rows = [
        Row(
            people[key].name if key else _("Nobody had it"),
            tally,
            asked.link(person=people[key].public_id if key else NOBODY),
            people.get(key),
            has_share=bool(key),  # what nobody has can only be missed
        )
        for key, tally in found.items()
        if not key or key in people
    ]
    return _most_first(rows)


def _days(kept: Kept, asked: Asked) -> list[Row]:
    language = asked.clock.language
    return [
        Row(phrases.short_date(day, language), tally, asked.link(first=day, last=day))
        for day, tally in kept.by_day().items()
    ]


def _weeks(kept: Kept, asked: Asked) -> list[Row]:
    """Weeks begin on Monday; the first and last may be cut by the period."""
    rows = []
    for monday, tally in kept.by_week().items():
        part = _inside(monday, asked.period)
        label = words.of_period(part, asked.clock.language)
        rows.append(Row(label, tally, asked.link(first=part.first, last=part.last)))
    return rows


def _inside(monday, period: Period) -> Period:
    sunday = monday + timedelta(days=6)
    return Period(max(monday, period.first), min(sunday, period.last), period.zone)


def _weekdays(kept: Kept, asked: Asked) -> list[Row]:
    return [
        Row(words.weekday(number), tally, asked.link(weekday=number))
        for number, tally in kept.by_weekday().items()
    ]


def _hours(kept: Kept, asked: Asked) -> list[Row]:
    return [
        Row(f"{words.clock(hour)}–{words.clock(hour + 1)}", tally, asked.link(hour=hour))
        for hour, tally in kept.by_hour().items()
    ]


def _rows(
    found: dict, name: Callable, asked: Asked, param: str, value: Callable[[Hashable], str]
) -> list[Row]:
    return _most_first(
        Row(name(key), tally, asked.link(**{param: value(key)})) for key, tally in found.items()
    )


def _most_first(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (-row.tally.due, row.label))
