"""Russian: which of a clause's times the verb is promised for."""

from __future__ import annotations

import re
from dataclasses import replace

from .model import Day, When
from .ru_rules import Atom

_ALTERNATIVE = re.compile(
    r"^\s*[,(]?\s*(?:[-–—/]|или|либо|и|максимум|в\s+крайнем\s+случае|самое\s+позднее|край(?:ний\s+срок)?"
    r"|возможно|может\s+быть)\s*,?\s*(?:или|либо|самое\s+позднее|максимум)?\s*[-–—]?\s*$"
)
_SAME = re.compile(r"^\s*(?:[,(:–—-]|то\s+есть|т\.?\s*е\.?)*\s*$")  # "завтра, 24 ноября"


def chosen(
    atoms: list[Atom], verb: tuple[int, int], sentence: str
) -> tuple[list[When], list[Atom]]:
    """The times promised (several where the text says "or") and the atoms they were made of.

    `verb`: from where to where the verb stands; of unconnected times the nearer one counts.
    """
    atoms = [atom for atom in atoms if not atom.is_none]
    weeks = [atom for atom in atoms if atom.is_week]
    days = [atom for atom in atoms if atom.day and not atom.is_week]
    lengths = [atom for atom in atoms if atom.length]
    day_atoms = _connected(days, verb, sentence)
    day_group = _of_week(_said_twice(day_atoms, sentence), weeks)
    clocks = _connected([atom for atom in atoms if atom.at], verb, sentence)
    parts = _connected(
        [a for a in atoms if a.part and a.part != "first_thing_weak"], verb, sentence
    )
    weak = [atom for atom in atoms if atom.part == "first_thing_weak"]
    part = parts[-1].part if parts else "first_thing" if weak and day_group else ""
    at = clocks[-1].at if clocks else None
    if lengths and (not day_group or _is_today(day_group)):
        group = _connected(lengths, verb, sentence)
        return [When(length=each.length, at=at, part=part) for each in group], [
            *group,
            *clocks,
            *parts,
        ]
    if at and part == "evening" and at.hour < 12:
        at = at.replace(hour=at.hour + 12)
    used = [*(day_atoms or weeks), *clocks, *parts]
    if day_group:
        return [When(day=day, at=at, part=part) for day in day_group], used
    return ([When(at=at, part=part)] if at or part else []), used


def is_day_said(when: When) -> bool:
    """Whether a day is named: what "we send" needs to be a promise and not a habit."""
    return bool(when.day)


def with_day(when: When, day: Day | None) -> When:
    """ "We send tomorrow, and write in the evening": the evening of that day."""
    return replace(when, day=day) if day and not when.day and not when.length else when


def _connected(atoms: list[Atom], verb: tuple[int, int], sentence: str) -> list[Atom]:
    """The run of atoms joined by "or" or said twice that is nearest to the verb."""
    runs: list[list[Atom]] = []
    for atom in atoms:
        between = sentence[runs[-1][-1].end : atom.start] if runs else ""
        if runs and (_ALTERNATIVE.match(between) or _SAME.match(between)):
            runs[-1].append(atom)
        else:
            runs.append([atom])
    return min(runs, key=lambda run: _distance(run, verb), default=[])


def _distance(run: list[Atom], verb: tuple[int, int]) -> int:
    if run[0].start >= verb[1]:
        return run[0].start - verb[1]
    return verb[0] - run[-1].end


def _said_twice(run: list[Atom], sentence: str) -> list[Day]:
    """ "Tomorrow, 24 November" is one day, and the date says it best; "tomorrow or Friday" two."""
    days: list[Day] = []
    for n, atom in enumerate(run):
        if n and _SAME.match(sentence[run[n - 1].end : atom.start]):
            if (atom.day and atom.day.kind in ("date", "month_day")) or (
                days[-1].kind not in ("date", "month_day")
                and atom.day
                and days[-1].kind != "offset"
            ):
                days[-1] = atom.day
        elif atom.day:
            days.append(atom.day)
    return days


def _of_week(days: list[Day], weeks: list[Atom]) -> list[Day]:
    week = weeks[0].day if weeks else None
    if not week:
        return days
    kind = "next_week" if week.kind == "next_week_end" else "this_week"
    if days and all(day.kind in ("weekday", "this_week", "next_week") for day in days):
        return [Day(kind, day.n) for day in days]
    return days or [week]


def _is_today(days: list[Day]) -> bool:
    return all(day.kind == "offset" and day.n == 0 for day in days)
