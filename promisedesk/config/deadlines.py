"""`promisedesk deadline`: questions in, due times out. Needs the desk only for a name."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

import click

from promisedesk.lib import deadline_json
from promisedesk.lib.calendars import CalendarError, WorkCalendar


@cache
def find_calendar(name: str) -> WorkCalendar:
    """A calendar by file, else by its name in the desk. Raises CalendarError."""
    path = Path(name)
    if path.is_file():
        try:
            return WorkCalendar.from_json(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
            raise CalendarError(f"{name} cannot be read: {error}") from error
    return _calendar_of_the_desk(name)


def _calendar_of_the_desk(name: str) -> WorkCalendar:
    from promisedesk.config.commands.setting_up import set_up

    set_up()
    from django.db import DatabaseError

    from promisedesk.promises import policies
    from promisedesk.promises.models import Calendar

    try:
        calendar = Calendar.objects.select_related("version").filter(name=name).first()
    except DatabaseError:
        calendar = None
    if calendar is None:
        raise CalendarError(f"There is no file and no calendar of the desk called {name!r}.")
    return policies.work_calendar(calendar.version)


def run(calendar: str | None, start: str | None, target: str | None, as_json: bool) -> int:
    """Answer the one question of the options, or with --json each line of standard input."""
    defaults = {"calendar": calendar, "from": start, "target": target}
    defaults = {name: value for name, value in defaults.items() if value is not None}
    if as_json:
        for line in sys.stdin:
            if line.strip():
                answer = deadline_json.answer_line(line, defaults, find_calendar)
                click.echo(json.dumps(answer, ensure_ascii=False))
        return 0
    missing = [f"--{name}" for name in ("calendar", "from", "target") if name not in defaults]
    if missing:
        raise click.UsageError("Missing " + ", ".join(missing) + ".")
    found = deadline_json.answer({}, defaults, find_calendar)
    if "error" in found:
        click.echo(found["error"], err=True)
        return 1
    click.echo(f"Due {found['due_at']}")
    for piece in found["counted"]:
        click.echo(f"  {piece['date']}  {piece['from']} to {piece['to']}  {piece['seconds']} s")
    return 0
