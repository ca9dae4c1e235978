"""Accounts, tokens and inboxes from the command line: what the wizard does, without pages."""

from dataclasses import replace

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from promisedesk.agents.models import Agent
from promisedesk.api import tokens
from promisedesk.api.models import Token
from promisedesk.channels.email import providers
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Inbox, Mailbox
from promisedesk.core.errors import Refused
from promisedesk.core.secretbox import seal
from promisedesk.lib.calendars import CalendarError, parse_hours
from promisedesk.lib.opening_hours import week_as_json
from promisedesk.lib.server_url import ServerUrl, ServerUrlError
from promisedesk.promises import policies
from promisedesk.promises.models import Calendar


@transaction.atomic
def add_user(email: str, name: str, role: str, password: str | None) -> Agent:
    """Make the account, or give the one that exists this name, role and password."""
    email = inboxes.checked_address(email)
    agent = Agent.objects.filter(email=email).first() or Agent(email=email)
    agent.name, agent.role, agent.is_active = name, role, True
    if password is not None:
        try:
            validate_password(password, agent)
        except ValidationError as error:
            raise Refused(" ".join(error.messages)) from error
        agent.set_password(password)
    elif agent.pk is None:
        agent.set_unusable_password()
    agent.save()
    if password is not None:
        tokens.revoke_all_of(agent.pk)  # whoever had one may have had the old password
    return agent


def add_token(email: str, name: str) -> str:
    """A fresh API token of this agent, in clear, for the only time."""
    agent = Agent.objects.filter(email=email.strip().lower(), is_active=True).first()
    if agent is None:
        raise Refused(f"There is no account {email}. Make one with: promisedesk user add")
    return tokens.make(agent, name)


def list_tokens() -> list[dict[str, str | None]]:
    """Every API token, newest first, with its agent's address; times in RFC 3339."""
    return [
        {
            "id": row.public_id,
            "name": row.name,
            "agent": row.agent.email,
            "created_at": row.created_at.isoformat(timespec="seconds"),
            "used_at": row.used_at and row.used_at.isoformat(timespec="seconds"),
            "revoked_at": row.revoked_at and row.revoked_at.isoformat(timespec="seconds"),
        }
        for row in Token.objects.select_related("agent").order_by("-pk")
    ]


def revoke_token(public_id: str) -> None:
    """End this token; once more changes nothing. Raises Refused if there is none."""
    token = Token.objects.filter(public_id=public_id).first()
    if token is None:
        raise Refused(f"There is no token {public_id}. See them with: promisedesk token list")
    tokens.revoke(token)


@transaction.atomic
def add_inbox(
    address: str,
    *,
    name: str,
    language: str,
    country: str | None,
    time_zone: str,
    hours: str,
    target: str,
    imap: str | None,
    imap_password: str,
    smtp: str,
) -> tuple[Inbox, bool]:
    """(the inbox, True) with its calendar and promise; (it, False) if the address exists."""
    existing = inboxes.inbox_of(inboxes.checked_address(address))
    if existing:
        return existing, False
    try:
        week = week_as_json(parse_hours(hours))
    except CalendarError as error:
        raise Refused(f"--hours: {error}") from error
    if imap_password and not imap:
        imap, smtp = _known_servers(address, imap_password, smtp)
    inbox = inboxes.add_inbox(address, name=name, language=language)
    if smtp:
        inboxes.set_smtp(inbox, smtp)
    calendar = _calendar_like(
        inbox.address,
        {"time_zone": time_zone, "country": country, "region": None, "hours": week,
         "closed": [], "open": {}},
    )  # fmt: skip
    policies.set_policy(inbox, calendar=calendar, target=target)
    if imap:
        Mailbox.objects.create(inbox=inbox, url=seal(_with_password(imap, imap_password)))
    return inbox, True


def _known_servers(address: str, password: str, smtp: str) -> tuple[str, str]:
    """(IMAP, SMTP) of a big mail host, from the address alone; `smtp` stays if it was given."""
    provider = providers.of_address(address)
    if provider is None or provider.imap is None or provider.smtp is None:
        raise Refused(
            f"The mail servers of {address} are not known. Name them with --imap and --smtp."
        )
    found = provider.imap.for_account(address, "imap", password)
    return str(found), smtp or str(provider.smtp.for_account(address, "smtp", password))


def _calendar_like(name: str, data: dict) -> Calendar:
    """A calendar that says this already, else a new one by this name."""
    data = policies.checked_calendar(data)
    for calendar in Calendar.objects.select_related("version"):
        if calendar.version and calendar.version.data == data:
            return calendar
    return policies.add_calendar(name, data)


def _with_password(url: str, password: str) -> str:
    try:
        server = ServerUrl.parse(url, ("imaps", "imap"))
    except ServerUrlError as error:
        raise Refused(f"--imap: {error}") from error
    if not server.user:
        raise Refused("--imap: Name the user, like imaps://user@mail.example.com")
    return str(replace(server, password=password or server.password))
