"""Taking over old mail, from the command line."""

from pathlib import Path

import click

from promisedesk.channels.email.importing import running
from promisedesk.conversations.inboxes import inbox_of
from promisedesk.conversations.models import ImportRun, Inbox
from promisedesk.core.errors import Refused


def import_mail(kind: str, path: Path, address: str | None) -> dict[str, str | int]:
    """Take over an mbox or maildir, telling on stderr how far it is. Raises Refused."""
    inbox = inbox_of(address) if address else Inbox.objects.order_by("pk").first()
    if inbox is None:
        named = f"there is no inbox {address}" if address else "there is no inbox yet"
        raise Refused(f"The mail has nowhere to go: {named}. Make it with: promisedesk inbox add")
    done = running.run(kind, path, inbox, _tell)
    return {
        "inbox": inbox.address,
        "taken": done.taken,
        "already_there": done.already_there,
        "unreadable": done.unreadable,
        "left_out": done.left_out,
    }


def _tell(progress: ImportRun, whole: int) -> None:
    share = 100 * progress.position // whole if whole else 100
    counts = [f"{progress.taken:,} taken"]
    for number, words in (
        (progress.already_there, "were there already"),
        (progress.left_out, "left out (drafts, spam, thrown away)"),
        (progress.unreadable, "could not be read"),
    ):
        if number:
            counts.append(f"{number:,} {words}")
    click.echo(f"{share:3} %  {', '.join(counts)}", err=True)
