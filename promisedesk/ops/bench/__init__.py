"""`promisedesk bench`: repeatable measurements on generated data, printed as JSON.

Each run has a data folder of its own and measures the real programs as child processes,
in CPU time of the whole process tree: wall times on a shared machine say little.
Nothing here is imported before the environment of the run is set: settings are read once.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from promisedesk.ops.bench import machine


def run(what: str, arguments: list[str]) -> int:
    """Measure `what` (a key of COMMANDS) with its own options; prints JSON. The exit code."""
    before = machine.parses_a_second()
    try:
        found = COMMANDS[what].main(arguments, prog_name=f"bench {what}", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    if not isinstance(found, dict):  # --help was asked for
        return 0
    pace = {"parses_per_cpu_second": [before, machine.parses_a_second()]}
    click.echo(json.dumps({"machine": machine.described() | pace, **found}, indent=2))
    return 1 if found.get("problems") else 0


@click.command(epilog="Example:  promisedesk bench ingest --mails 1000 --database postgres")
@click.option("--mails", default=1000, show_default=True, help="How many are sent.")
@click.option("--connections", default=8, show_default=True, help="SMTP sessions at a time.")
@click.option("--per-connection", default=10, show_default=True, help="Mails sent in a session.")
@click.option(
    "--database",
    default="sqlite",
    show_default=True,
    help="sqlite, postgres (a cluster of its own), or the postgres:// URL of an empty database.",
)
@click.option("--profile", is_flag=True, help="Tell where reading spends its time instead.")
def of_ingest(**options) -> dict:
    """Mail in by SMTP, until each is a conversation with a promise, findable, acknowledged."""
    from promisedesk.ops.bench import ingest

    return ingest.measure(**options)


@click.command(epilog="Example:  promisedesk bench pages --sizes 1000,10000")
@click.option("--sizes", default="1000,10000,100000", show_default=True, help="Conversations.")
@click.option("--messages", help="Sizes in messages instead: three are a conversation.")
@click.option("--requests", default=100, show_default=True, help="Of each page and size.")
@click.option("--database", default="sqlite", show_default=True, help="As for ingest.")
@click.option(
    "--keep",
    type=click.Path(file_okay=False, resolve_path=True),
    help="A folder for the filled desks: used again next time, for a day or so. Sizes are asked "
    "in turns, one request each.",
)
@click.option("--in-turns", is_flag=True, hidden=True, help="Asks when it is told to.")
def of_pages(sizes: str, messages: str | None, **options) -> dict:
    """The pages agents look at all day, asked of a real web process by HTTP.

    The inbox, a view with a filter, searches, a conversation, and one of 200 messages.
    """
    from promisedesk.ops.bench import pages

    wanted = [int(one) for one in (messages or sizes).split(",")]
    if messages:
        wanted = [max(1, one // 3) for one in wanted]
    return pages.measure(wanted, **options)


@click.command(epilog="Example:  promisedesk bench memory --mails 1000")
@click.option(
    "--mails", "count", default=1000, show_default=True, help="Sent before the second look."
)
def of_memory(**options) -> dict:
    """Memory of the whole running desk, and how soon it answers after a cold start."""
    from promisedesk.ops.bench import memory

    return memory.measure(**options)


@click.command(epilog="Example:  promisedesk bench live --streams 200 --mails 50")
@click.option("--streams", default=200, show_default=True, help="Open at a time.")
@click.option("--mails", "count", default=50, show_default=True, help="Sent one after another.")
def of_live(**options) -> dict:
    """Open streams: memory of each, and from a mail's acceptance to its event at the streams."""
    from promisedesk.ops.bench import live

    return live.measure(**options)


@click.command(epilog="Example:  promisedesk bench promises --storm 10000")
@click.option("--storm", default=10_000, show_default=True, help="Due in a minute; 0: none.")
@click.option("--database", default="sqlite", show_default=True, help="As for ingest.")
def of_promises(**options) -> dict:
    """Deadlines counted a second, and many promises that fall due at once."""
    from promisedesk.ops.bench import promises

    return promises.measure(**options)


@click.command(epilog="Example:  promisedesk bench forecast --seed 7")
@click.option("--seed", default=1, show_default=True, help="Of the generated shops.")
@click.option("--own", is_flag=True, help="The ledger of this desk instead, imported or lived.")
def of_forecast(**options) -> dict:
    """Whether offered times would have been kept, against always offering the target."""
    from promisedesk.ops.bench import forecast

    return forecast.measure(**options)


@click.command(epilog="Example:  promisedesk bench coach --show 5")
@click.option(
    "--set",
    "outside",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An outside set: lines of `promisedesk coach --json` with labels customer_mood, "
    "reply_tone, questions, good or expect beside.",
)
@click.option("--rounds", default=200, show_default=True, help="Letters timed a language; 0: none.")
@click.option("--show", default=0, show_default=True, help="Examples of each kind of miss.")
@click.option("--seed", default=1, show_default=True, help="Of the letters timed.")
def of_coach(**options) -> dict:
    """The coach: CPU time, memory, and how right it is on labelled letters."""
    from promisedesk.ops.bench import coach

    return coach.measure(**options)


COMMANDS = {
    "ingest": of_ingest,
    "pages": of_pages,
    "memory": of_memory,
    "live": of_live,
    "promises": of_promises,
    "forecast": of_forecast,
    "coach": of_coach,
}
