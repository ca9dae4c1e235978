"""What the desk would promise, and what the coach would say; neither changes anything."""

from __future__ import annotations

import sys

import click

from promisedesk.config.commands.setting_up import example


@example(
    "promisedesk deadline --calendar hours.json"
    ' --from 2026-11-23T17:30:00+00:00 --target "4 working hours"'
)
@click.command()
@click.option("--calendar", default=None, help="A calendar file (JSON), or a name in the desk.")
@click.option("--from", "start", default=None, help="When the question came, RFC 3339.")
@click.option("--target", default=None, help='A span: "1 working day", "4 working hours".')
@click.option("--json", "as_json", is_flag=True, help="Questions as JSON lines on standard input.")
def deadline(calendar: str | None, start: str | None, target: str | None, as_json: bool) -> None:
    """What would be promised, and how it was counted."""
    from promisedesk.config import deadlines

    sys.exit(deadlines.run(calendar, start, target, as_json))


@example(
    'echo "We will look at it." | promisedesk coach\n'
    'echo \'{"reply": "We will look at it.", "customer": "Where is my parcel?"}\''
    " | promisedesk coach --json"
)
@click.command()
@click.option("--json", "as_json", is_flag=True, help="Replies as JSON lines on standard input.")
def coach(as_json: bool) -> None:
    """What the coach says of a reply on standard input. Exit code 0 whatever it says."""
    from promisedesk.config import coaching

    sys.exit(coaching.run(as_json))
