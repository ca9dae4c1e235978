"""The parts of a running desk: web, worker, mail receiver, or all at once."""

from __future__ import annotations

import sys

import click

from promisedesk.config.commands.setting_up import Failed, example, with_django
from promisedesk.lib.listen_at import Place
from promisedesk.lib.listen_at import read as read_place

PORT = click.IntRange(1, 65535)


class PlaceType(click.ParamType):
    """Where to listen: PORT, HOST:PORT or unix:/path."""

    name = "[HOST:]PORT|unix:/path"

    def convert(self, value, param, ctx) -> Place:
        if isinstance(value, Place):
            return value
        try:
            return read_place(value)
        except ValueError as error:
            self.fail(f"{value!r}: {error}", param, ctx)


LMTP = click.option(
    "--lmtp", type=PlaceType(), multiple=True, help="Take mail by LMTP there as well."
)


@example("promisedesk serve --port 8000 --smtp-port 2525")
@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=PORT, default=8000, show_default=True, help="Port of the web interface."
)
@click.option(
    "--smtp-port", type=PORT, default=2525, show_default=True, help="Port incoming mail comes to."
)
@click.option("--demo", is_flag=True, help="Fill an empty desk with a demo shop, once.")
@LMTP
@with_django
def serve(host: str, port: int, smtp_port: int, demo: bool, lmtp: tuple[Place, ...]) -> None:
    """Everything in one go: migrates, web, worker, mail receiver. Ctrl-C stops it cleanly."""
    from promisedesk.config import serving

    sys.exit(serving.serve(host, port, smtp_port, demo, lmtp))


@example("promisedesk web --host 0.0.0.0 --port 8000")
@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=PORT, default=8000, show_default=True)
@with_django
def web(host: str, port: int) -> None:
    """The web interface and the API alone; any number at once."""
    from promisedesk.config import serving

    serving.run_web(host, port)


@example("promisedesk worker")
@click.command()
@with_django
def worker() -> None:
    """What happens later: reading mail, sending it, watching promises; any number at once."""
    from promisedesk.config import serving

    serving.run_worker()


@example("promisedesk smtp --port 2525 --lmtp unix:/run/promisedesk/lmtp")
@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=PORT, default=2525, show_default=True)
@LMTP
@with_django
def smtp(host: str, port: int, lmtp: tuple[Place, ...]) -> None:
    """The mail receiver alone; any number at once."""
    from promisedesk.config import serving

    try:
        serving.run_smtp(host, port, lmtp=lmtp)
    except OSError as error:
        raise Failed(f"Cannot listen there: {error}") from error


@example("promisedesk migrate")
@click.command()
@with_django
def migrate() -> None:
    """Bring the database to this version."""
    from promisedesk.config import serving

    serving.migrate(verbose=True)
