"""The JSON of `promisedesk coach` and of the API: a reply in, what the coach says of it out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from django.utils import translation

from promisedesk.coach import words
from promisedesk.lib import coach
from promisedesk.lib.coach import CHECKS, Draft, Level, Reading, level_of
from promisedesk.lib.coach.draft import LANGUAGES
from promisedesk.lib.coach.subjecting import marks_of

log = structlog.get_logger("promisedesk.coach")
EARLIEST, LATEST = datetime(1900, 1, 1), datetime(2200, 1, 1)  # beyond, sums of dates overflow
HALVES = re.compile("[\ud800-\udfff]")
TEXTS = ("reply", "customer", "subject", "language", "now", "time_zone")


class LineError(ValueError):
    """Not a line to be read; the text tells a person how to write one."""


def answer_line(text: str) -> dict[str, Any]:
    """What the coach says of one line `{reply, customer, subject, language, now, time_zone,
    late}`; any may be missing or empty. `{error}` for a bad line."""
    try:
        line = json.loads(text)
        draft = draft_of(line)
    except LineError as error:
        return {"error": str(error)}
    except (ValueError, RecursionError):
        return {"error": "This line is not JSON. Write one object a line: {“reply”: “…”, …}."}
    try:
        with translation.override(draft.spoken or "en"):
            return answer(coach.read(draft))
    except Exception as error:  # a fault of ours; the lines after it are read all the same
        log.exception("a reply could not be read")
        return {"error": f"The coach failed at this line: {type(error).__name__}: {error}"}


def draft_of(line: object) -> Draft:
    """The draft of one line. Raises LineError."""
    if not isinstance(line, Mapping):
        raise LineError("A line is one object: {“reply”: “…”, …}.")
    for name in TEXTS:
        if not isinstance(line.get(name) or "", str):
            raise LineError(f"“{name}” must be a text.")
    if not isinstance(line.get("late") or False, bool):
        raise LineError("“late” must be true or false.")
    reply, customer, subject = (_text(line.get(name)) for name in ("reply", "customer", "subject"))
    language = (line.get("language") or "").lower()[:2]
    is_answer = bool((customer or "").strip()) or bool(marks_of(subject or "")[0])
    return Draft(
        reply=reply or "",
        customer=customer or "",
        subject=_as_sent(subject, is_answer),
        language=language if language in LANGUAGES else "",
        now=_moment(line.get("now") or "", line.get("time_zone") or "UTC"),
        is_late=bool(line.get("late")),
        is_answer=is_answer,
    )


def _as_sent(subject: str | None, is_answer: bool) -> str | None:
    """With the "Re:" that the desk puts in front of an answer's subject, if it has none."""
    if not subject or not subject.strip() or not is_answer or marks_of(subject)[0]:
        return subject
    return f"Re: {subject}"


def _text(value: str | None) -> str | None:
    """Half an emoji, as some programs write it, counts as one character and is none."""
    return None if value is None else HALVES.sub("\ufffd", value)


def _moment(wall: str, zone_name: str) -> datetime:
    """A wall-clock time in a zone; the present where none is given. Raises LineError."""
    try:
        zone = ZoneInfo(zone_name)
    except (KeyError, ValueError, OSError) as error:  # OSError: a folder of zones, "Europe"
        raise LineError(f"There is no time zone “{zone_name[:60]}”.") from error
    if not wall:
        return datetime.now(UTC).astimezone(zone)
    try:
        moment = datetime.fromisoformat(wall)
    except ValueError as error:
        raise LineError(f"“{wall[:40]}” is no time. Write it like 2026-11-23T14:05.") from error
    if not EARLIEST < moment.replace(tzinfo=None) < LATEST:
        raise LineError(f"“{wall[:40]}” is no time of ours.")
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


def answer(reading: Reading, levels: Mapping[str, Level] | None = None) -> dict[str, Any]:
    """A reading as JSON, in the language that is active. `levels`: the shop's own, by check."""
    levels = levels or {}
    found = [
        {
            "id": one.check,
            "level": str(level_of(one, levels.get(one.check, CHECKS[one.check].usual))),
            "say": words.say(one),
            "spans": [list(span) for span in one.spans],
        }
        for one in reading.findings
    ]
    passed = [
        {"id": name, "level": str(Level.PASS), "say": str(words.NAMES[name]), "spans": []}
        for name in reading.passed
    ]
    return {
        "checks": found + passed,
        "customer_mood": str(reading.mood),
        "reply_tone": str(reading.tone),
        "questions": [{"text": one.text, "answered": one.is_answered} for one in reading.questions],
        "commitments": [
            {"text": one.text, "due": one.due_at.isoformat(), "kind": one.kind}
            for one in reading.commitments
        ],
        "spelling": [
            {"word": one.word, "start": one.start, "suggestions": list(one.suggestions)}
            for one in reading.misspelt
        ],
    }
