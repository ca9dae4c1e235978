"""Accounts, API tokens and inboxes."""

from __future__ import annotations

import json
import sys

import click

from promisedesk.config.commands.setting_up import example, with_django


@click.group()
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


@click.group()
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


@click.group()
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
