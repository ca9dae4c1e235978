"""The one program, `promisedesk`. Every command says what it does, with an example.

Exit codes: 0 done, 1 failed, 2 used wrongly; `receive` has its own (75: try again later).
Django is loaded by the commands that need it, after the settings were found good.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
from functools import wraps
from pathlib import Path

import click

from promisedesk.config.environment import SettingsError, read_environment
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


class Failed(click.ClickException):
    """The command could not do it; the message says why and what to do."""

    exit_code = 1


def set_up(port: int | None = None) -> None:
    """Load Django, or end with what is wrong with the settings.

    `port` is where the web interface will be: links say so unless PROMISEDESK_URL is set.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "promisedesk.config.settings")
    try:
        if "url" not in read_environment().model_fields_set and port:
            os.environ["PROMISEDESK_URL"] = f"http://localhost:{port}"
        os.umask(0o027)  # what the desk writes is for its own user and group
        import django

        gc.disable()  # what is imported stays: looking through it again and again takes 0.1 s
        try:
            django.setup()
            gc.freeze()
        finally:
            gc.enable()
    except SettingsError as error:
        raise Failed(str(error)) from error
    except OSError as error:
        raise Failed(f"The data folder cannot be used: {error}. Set PROMISEDESK_DATA.") from error


def with_django(command):
    """Run the command with Django loaded; refusals and a missing database end it with words."""

    @wraps(command)
    def run(*args, **kwargs):
        set_up(kwargs.get("port") if command.__name__ in ("serve", "web") else None)
        from django.db import DatabaseError

        from promisedesk.core.errors import Refused

        try:
            return command(*args, **kwargs)
        except Refused as error:
            raise Failed(str(error)) from error
        except DatabaseError as error:
            raise Failed(
                f"The database cannot be used: {error}\nIs it up? Did you run: promisedesk migrate"
            ) from error

    return run


def example(text: str):
    """Put an example below a command's help."""

    def add(command):
        command.epilog = "\b\nExample:\n" + "\n".join("  " + line for line in text.splitlines())
        return command

    return add


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="promisedesk")
def main() -> None:
    """A customer-service desk that tells each customer when the answer will come."""


@example("promisedesk serve --port 8000 --smtp-port 2525")
@main.command()
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
@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=PORT, default=8000, show_default=True)
@with_django
def web(host: str, port: int) -> None:
    """The web interface and the API alone; any number at once."""
    from promisedesk.config import serving

    serving.run_web(host, port)


@example("promisedesk worker")
@main.command()
@with_django
def worker() -> None:
    """What happens later: reading mail, sending it, watching promises; any number at once."""
    from promisedesk.config import serving

    serving.run_worker()


@example("promisedesk smtp --port 2525 --lmtp unix:/run/promisedesk/lmtp")
@main.command()
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
@main.command()
@with_django
def migrate() -> None:
    """Bring the database to this version."""
    from promisedesk.config import serving

    serving.migrate(verbose=True)


@example("promisedesk receive --inbox help@shop.example < letter.eml")
@main.command()
@click.option("--inbox", default=None, help="The inbox it is for; else found in the mail.")
def receive(inbox: str | None) -> None:
    """Take one mail from standard input (pipe delivery). 0: safely stored. 75: try again later."""
    # Whatever goes wrong before the mail is stored, the mail server must keep it (sysexits).
    try:
        set_up()
        from promisedesk.channels.email import pipe

        code = pipe.receive(sys.stdin.buffer, inbox)
    except Exception as error:
        click.echo(f"Not stored, try again later: {error}", err=True)
        code = 75
    except click.ClickException as error:
        click.echo(f"Not stored, try again later: {error.message}", err=True)
        code = 75
    sys.exit(code)


@example("promisedesk read letter.eml --json")
@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file, in order.")
def read(files: tuple[str, ...], as_json: bool) -> None:
    """Show what the desk makes of mails, touching no data."""
    from promisedesk.lib.mail.large import read_mail_file
    from promisedesk.lib.mail.reading import read_mail
    from promisedesk.lib.mail.report import as_read_json

    failed = False
    for name in files:
        with tempfile.TemporaryDirectory(prefix="promisedesk-read-") as folder:
            try:
                mail = read_mail_file(Path(name), Path(folder))
            except OSError as error:
                failed = True
                click.echo(f"{name}: {error.strerror}", err=True)
                mail = read_mail(b"")
                mail.problems = [f"cannot read the file: {error.strerror}"]
        found = as_read_json(mail, name)
        if as_json:
            click.echo(json.dumps(found, ensure_ascii=not _is_unicode(name)).encode())
        else:
            _show_mail(found, mail.marks)
    sys.exit(1 if failed else 0)


def _is_unicode(name: str) -> bool:
    """A file name need not be text; the JSON then says its bytes by escapes."""
    return not any("\ud800" <= char <= "\udfff" for char in name)


def _show_mail(found: dict, marks: list[str]) -> None:
    rows = {
        "File": found["file"].encode("utf-8", "replace").decode(),
        "From": _person(found["from"]),
        "To": ", ".join(map(_person, found["to"])),
        "Subject": found["subject"],
        "Date": found["date"],
        "Kind": found["kind"],
        "Bounced": ", ".join(
            f"{one['address']} ({'for good' if one['permanent'] else 'for now'})"
            for one in found["bounced"]
        ),
        "Marks": ", ".join(marks),
        "Language": found["language"],
        "Files": ", ".join(f"{one['name']} ({one['size']} B)" for one in found["attachments"]),
        "Problems": "; ".join(found["problems"]),
    }
    for name, value in rows.items():
        if value:
            click.echo(f"{name + ':':10} {value}")
    click.echo("\n" + (found["text"] or "(no text)"))
    for title in ("quoted_text", "signature"):
        if found[title]:
            click.echo(f"\n--- {title.replace('_', ' ')} ---\n{found[title]}")
    click.echo()


def _person(one: dict) -> str:
    return f"{one['name'] or ''} <{one['address'] or 'unknown'}>".strip()


@example(
    "promisedesk deadline --calendar hours.json"
    ' --from 2026-11-23T17:30:00+00:00 --target "4 working hours"'
)
@main.command()
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
@main.command()
@click.option("--json", "as_json", is_flag=True, help="Replies as JSON lines on standard input.")
def coach(as_json: bool) -> None:
    """What the coach says of a reply on standard input. Exit code 0 whatever it says."""
    from promisedesk.config import coaching

    sys.exit(coaching.run(as_json))


@main.group()
def user() -> None:
    """Accounts of the people who answer."""


@example("promisedesk user add anna@shop.example --name 'Anna Kowalska' --role agent")
@user.command("add")
@click.argument("email")
@click.option("--name", required=True)
@click.option("--role", type=click.Choice(["admin", "manager", "agent", "light"]), required=True)
@click.option("--password-stdin", is_flag=True, help="Read the password, one line, from stdin.")
@with_django
def user_add(email: str, name: str, role: str, password_stdin: bool) -> None:
    """Make an account, or change the one with this address."""
    from promisedesk.config import accounts

    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else None
    accounts.add_user(email, name, role, password)


@main.group()
def token() -> None:
    """Keys for programs that use the API."""


@example("promisedesk token add anna@shop.example --name 'Shop system' > token.txt")
@token.command("add")
@click.argument("email")
@click.option("--name", required=True, help="What will use it.")
@with_django
def token_add(email: str, name: str) -> None:
    """Make an API token acting as this agent. It is shown once, alone on standard output."""
    from promisedesk.config import accounts

    click.echo(accounts.add_token(email, name))


@example("promisedesk token list\npromisedesk token list --json")
@token.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a token.")
@with_django
def token_list(as_json: bool) -> None:
    """Every API token, the newest first, never the secret itself."""
    from promisedesk.config import accounts

    for one in accounts.list_tokens():
        if as_json:
            click.echo(json.dumps(one, ensure_ascii=False))
        else:
            ended = f"revoked {one['revoked_at']}" if one["revoked_at"] else "good"
            used = f"used {one['used_at']}" if one["used_at"] else "never used"
            click.echo(f"{one['id']}  {one['agent']}  {one['name']}  {used}  {ended}")


@example("promisedesk token revoke 3nGk0s8yQv6Tq1xZbW9rLw")
@token.command("revoke")
@click.argument("id")
@with_django
def token_revoke(id: str) -> None:
    """End an API token at once, for good. ID is the first column of: promisedesk token list"""
    from promisedesk.config import accounts

    accounts.revoke_token(id)
    click.echo(f"{id}: revoked", err=True)


@main.group()
def inbox() -> None:
    """Addresses customers write to."""


@example(
    "promisedesk inbox add help@shop.example --name 'Kettle & Loom' --language en --country GB \\\n"
    '  --time-zone Europe/London --hours "Mon-Fri 09:00-18:00" --target "1 working day"'
)
@inbox.command("add")
@click.argument("address")
@click.option("--name", required=True, help="Shown to customers as the sender.")
@click.option("--language", type=click.Choice(["en", "ru", "pl"]), default="en", show_default=True)
@click.option("--country", default=None, help="For public holidays: GB, RU, PL … Default: none.")
@click.option("--time-zone", default="UTC", show_default=True)
@click.option("--hours", default="Mon-Fri 09:00-18:00", show_default=True)
@click.option("--target", default="1 working day", show_default=True)
@click.option("--imap", default=None, help="imaps://user@host/FOLDER to fetch from.")
@click.option("--imap-password-stdin", is_flag=True)
@click.option("--smtp", default="", help="smtp(s)://user:pass@host:port to send by.")
@click.option("--json", "as_json", is_flag=True)
@with_django
def inbox_add(address: str, imap_password_stdin: bool, as_json: bool, **options) -> None:
    """An e-mail inbox. One that exists is left as it is."""
    from promisedesk.config import accounts

    password = sys.stdin.readline().rstrip("\r\n") if imap_password_stdin else ""
    made, is_new = accounts.add_inbox(address, imap_password=password, **options)
    if as_json:
        found = {"id": made.public_id, "address": made.address, "name": made.name, "new": is_new}
        click.echo(json.dumps(found, ensure_ascii=False))
    else:
        click.echo(f"{made.address}: {'added' if is_new else 'was there already'}", err=True)


@example(
    "promisedesk import mbox old-mail.mbox\n"
    "promisedesk import maildir /var/mail/help --inbox help@shop.example"
)
@main.command("import")
@click.argument("kind", type=click.Choice(["mbox", "maildir"]))
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--inbox", default=None, help="For mails that name none of ours. Default: the first.")
@click.option("--json", "as_json", is_flag=True, help="The outcome as one JSON object.")
@with_django
def import_history(kind: str, path: Path, inbox: str | None, as_json: bool) -> None:
    """Take over old mail as history: own times, threads kept, nothing sent to anybody.

    Stopped at any moment, the same command goes on where it was; what is there already is
    left as it is.
    """
    from promisedesk.config import history

    outcome = history.import_mail(kind, path, inbox)
    if as_json:
        click.echo(json.dumps(outcome, ensure_ascii=False))


@example("promisedesk reindex")
@main.command()
@with_django
def reindex() -> None:
    """Make every message findable anew; the desk may run meanwhile."""
    from promisedesk.conversations import indexing

    done = indexing.reindex(lambda done: click.echo(f"{done} messages", err=True))
    click.echo(f"Done: {done} messages can be found.", err=True)


@example("promisedesk check\npromisedesk check --steps")
@main.command()
@click.option("--steps", is_flag=True, help="List the steps PROMISEDESK_CRASH_AT knows.")
@click.option("--json", "as_json", is_flag=True)
@with_django
def check(steps: bool, as_json: bool) -> None:
    """Find faults of configuration: mailboxes, clocks, disk, migrations, worker alive."""
    from promisedesk.ops import checking

    sys.exit(checking.list_steps(as_json) if steps else checking.check(as_json))


@example("promisedesk bench ingest --mails 1000\npromisedesk bench pages --sizes 1000,10000")
@main.command(context_settings={"ignore_unknown_options": True})
@click.argument(
    "what",
    type=click.Choice(["ingest", "pages", "memory", "live", "promises", "forecast", "coach"]),
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def bench(what: str, arguments: tuple[str, ...]) -> None:
    """Repeatable measurements on generated data, in a folder of their own, printed as JSON."""
    from promisedesk.ops.bench import run

    sys.exit(run(what, list(arguments)))
