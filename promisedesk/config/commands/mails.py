"""Mail from the command line: delivered through a pipe, shown, taken over from elsewhere."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import click

from promisedesk.config.commands.setting_up import example, set_up, with_django


@example("promisedesk receive --inbox help@shop.example < letter.eml")
@click.command()
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
@click.command()
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
    "promisedesk import mbox old-mail.mbox\n"
    "promisedesk import maildir /var/mail/help --inbox help@shop.example"
)
@click.command("import")
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
