"""Care for a desk: its search, its configuration, its speed."""

from __future__ import annotations

import sys

import click

from promisedesk.config.commands.setting_up import example, with_django


@example("promisedesk reindex")
@click.command()
@with_django
def reindex() -> None:
    """Make every message findable anew; the desk may run meanwhile."""
    from promisedesk.conversations import indexing

    done = indexing.reindex(lambda done: click.echo(f"{done} messages", err=True))
    click.echo(f"Done: {done} messages can be found.", err=True)


@example("promisedesk check\npromisedesk check --steps")
@click.command()
@click.option("--steps", is_flag=True, help="List the steps PROMISEDESK_CRASH_AT knows.")
@click.option("--json", "as_json", is_flag=True)
@with_django
def check(steps: bool, as_json: bool) -> None:
    """Find faults of configuration: mailboxes, clocks, disk, migrations, worker alive."""
    from promisedesk.ops import checking

    sys.exit(checking.list_steps(as_json) if steps else checking.check(as_json))


@example("promisedesk bench ingest --mails 1000\npromisedesk bench pages --sizes 1000,10000")
@click.command(context_settings={"ignore_unknown_options": True})
@click.argument(
    "what",
    type=click.Choice(["ingest", "pages", "memory", "live", "promises", "forecast", "coach"]),
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def bench(what: str, arguments: tuple[str, ...]) -> None:
    """Repeatable measurements on generated data, in a folder of their own, printed as JSON."""
    from promisedesk.ops.bench import run

    sys.exit(run(what, list(arguments)))
