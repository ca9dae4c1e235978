"""Polish: one time of the pieces that stand in one clause, the latest moment they can mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import time

from .model import Day, When
from .pl_times import Piece

_OR = re.compile(
    r"(?:\b(?:lub|albo|czy|badz|ewentualnie|wzglednie|ostatecznie)\b)|^\s*[-–—]\s*$|^\s+do\s*$"
)


def joined(found: Iterable[Piece], folded: str) -> When | None:
    """One time of the pieces of a clause: the latest moment that they can mean."""
    when, before = None, None
    for piece in found:
        if when is None:
            when = piece.when
        else:
            between = folded[before.end : piece.start] if before else ""
            when = _both(when, piece.when, piece.is_latest or bool(_OR.search(between)))
        before = piece
    return when


def _both(said: When, more: When, is_or: bool) -> When:
    if more.length and more.length.unit == "week" and said.day and said.day.kind == "weekday":
        return When(Day("next_week", said.day.n), None, said.at, said.part)
    if more.length and not (said.day and not is_or):
        if said.length and said.length.unit in ("minute", "hour") and more.length.unit == "day":
            return replace(said, day=None, length=more.length)
        return When(length=more.length, at=said.at, part=said.part)
    if more.length:  # "dziś, w ciągu godziny"; "w środę, za 3 dni"
        return When(length=more.length) if more.length.unit in ("minute", "hour") else said
    if more.day:
        return _with_day(said, more, is_or)
    at, part = said.at, said.part
    if more.at:
        at, part = _in_part(more.at, part), ""
    elif more.part and at and not is_or:
        at = _in_part(at, more.part)
    elif more.part:
        at, part = None, more.part
    return When(said.day, said.length, at, part)


def _in_part(at: time, part: str) -> time:
    """Eight "in the evening" is 20:00."""
    return (
        at.replace(hour=at.hour + 12) if part in ("afternoon", "evening") and at.hour < 12 else at
    )


def _with_day(said: When, more: When, is_or: bool) -> When:
    new = more.day
    if said.length:
        if said.length.unit == "week" and new.kind == "weekday":
            return replace(said, length=None, day=Day("next_week", new.n))
        return replace(more, at=said.at or more.at, part=said.part or more.part)
    if said.day is None:
        at, part = more.at or said.at, more.part or said.part
        return When(day=new, at=at, part="" if at else part)
    day = _one_day(said.day, new, is_or)
    if is_or and day == new:
        return more
    return replace(said, day=day, at=more.at or said.at, part=more.part or said.part)


def _one_day(first: Day, second: Day, is_or: bool) -> Day:
    kinds = {first.kind, second.kind}
    for week, named in (("next_week_end", "next_week"), ("week_end", "this_week")):
        if kinds == {week, "weekday"}:
            return Day(named, first.n if first.kind == "weekday" else second.n)
        if kinds == {week, named}:
            return first if first.kind == named else second
    if is_or:
        return second
    if "offset" in kinds:
        return first if first.kind == "offset" else second
    for sure in ("date", "next_week", "this_week"):
        if sure in kinds:
            return first if first.kind == sure else second
    return second
