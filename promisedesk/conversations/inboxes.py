"""The addresses customers write to, and which of them a mail is for."""

import re
from collections.abc import Iterable

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent, Team
from promisedesk.agents.people import only_admins
from promisedesk.conversations.models import Inbox, Mailbox
from promisedesk.conversations.verbs import INBOX_CHANGED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.memo import remembered
from promisedesk.core.models import LANGUAGES
from promisedesk.core.saying import said
from promisedesk.core.secretbox import seal, unseal
from promisedesk.lib.mail.domains import ascii_host, spellings
from promisedesk.lib.server_url import ServerUrl, ServerUrlError

# Not a judge of addresses: only refuses what cannot be one. `.test` and `.example` may be.
LIKE_AN_ADDRESS = re.compile(r"[^\s@<>,;\x00-\x1f]+@[^\s@<>,;\x00-\x1f]+\Z")


def checked_address(address: str) -> str:
    """The address in lower case. Raises Refused if it cannot be one."""
    address = address.strip().lower()
    if len(address) > 254 or not LIKE_AN_ADDRESS.match(address) or not _can_be_sent_to(address):
        raise Refused(_("“%(address)s” is not an e-mail address.") % {"address": address})
    return address


def _can_be_sent_to(address: str) -> bool:
    try:
        return bool(ascii_host(address.rpartition("@")[2]))
    except UnicodeError:
        return False


@transaction.atomic
def add_inbox(address: str, *, name: str, language: str = "en", smtp_url: str = "") -> Inbox:
    """A new e-mail inbox. One that exists is returned as it is."""
    address = checked_address(address)
    existing = inbox_of(address)
    if existing:
        return existing
    return Inbox.objects.create(
        address=address, name=name.strip() or address, language=language, smtp_url=seal(smtp_url)
    )


def without_token(address: str) -> tuple[str, str]:
    """('help+tea@shop.example', 'token') of 'help+tea+token@…'; '' when there is none.

    The token is what we added last: an inbox's own address may have a + in it.
    """
    local, at, host = address.strip().lower().rpartition("@")
    bare, plus, token = local.rpartition("+")
    return (bare + at + host, token) if plus else (local + at + host, "")


def meanings_of(address: str) -> list[str]:
    """The addresses this one may stand for, in lower case: itself, then with less and less +."""
    found = [address.strip().lower()]
    while (shorter := without_token(found[-1])[0]) != found[-1]:
        found.append(shorter)
    return found


def inbox_of(recipient: str) -> Inbox | None:
    """The inbox an address belongs to: its own, an alias, either with a +token; else None."""
    # A server knows xn--… of магазин.рф only.
    written = [each for meaning in meanings_of(recipient) for each in spellings(meaning)]
    known = {inbox.address: inbox for inbox in Inbox.objects.filter(address__in=written)}
    # Few inboxes: reading their aliases is cheaper than a table for them.
    for inbox in Inbox.objects.exclude(aliases=[]):
        known = dict.fromkeys(inbox.aliases, inbox) | known
    return next((known[each] for each in written if each in known), None)


@remembered(Inbox)
def own_addresses() -> frozenset[str]:
    """Every address that is ours: never acknowledged, never a customer."""
    found: set[str] = set()
    for address, aliases in Inbox.objects.values_list("address", "aliases"):
        for each in [address, *aliases]:
            found.update(spellings(each))
    return frozenset(found)


@transaction.atomic
def change_inbox(
    inbox: Inbox,
    *,
    address: str,
    name: str,
    aliases: Iterable[str] = (),
    language: str,
    team: Team | None,
    by: Agent,
) -> None:
    """Change what an inbox is called and where it is reached. Raises Refused.

    An address or alias may belong to one inbox only: else a mail would not know where to go.
    """
    only_admins(by)
    if language not in dict(LANGUAGES):
        raise Refused(_("Choose one of the languages."))
    address = checked_address(address)
    kept = list(dict.fromkeys(checked_address(alias) for alias in aliases if alias.strip()))
    for each in [address, *kept]:
        owner = inbox_of(each)
        if owner is not None and owner.pk != inbox.pk:
            raise Refused(
                _("%(address)s belongs to the inbox “%(name)s” already.")
                % {"address": each, "name": owner.name}
            )
    inbox.address, inbox.name = address, " ".join(name.split())[:100] or address
    inbox.aliases = [alias for alias in kept if alias != address]
    inbox.language, inbox.team = language, team
    inbox.save(update_fields=["address", "name", "aliases", "language", "team"])
    record(INBOX_CHANGED, by=by, inbox=inbox.name, what="name")


@transaction.atomic
def set_imap(inbox: Inbox, url: str, *, by: Agent | None = None) -> Mailbox | None:
    """Fetch this inbox's mail from imaps://user:password@host/folder; '' stops fetching.

    Another mailbox starts from its beginning: its numbers mean nothing to the old one.
    """
    _only_admins_or_the_desk(by)
    before = Mailbox.objects.filter(inbox=inbox).first()
    record(INBOX_CHANGED, by=by, inbox=inbox.name, what="imap")
    if not url:
        if before:
            before.delete()
        return None
    new = _checked_server(url, ("imaps", "imap"))
    if before is None:
        return Mailbox.objects.create(inbox=inbox, url=seal(str(new)))
    old = ServerUrl.parse(unseal(before.url), ("imaps", "imap"))
    before.url, before.due_at, before.attempts = seal(str(new)), now(), 0
    before.last_error, before.failing_since = "", None
    if (old.host, old.user, old.folder) != (new.host, new.user, new.folder):
        before.uid_validity, before.last_uid = None, 0
    before.save(
        update_fields=[
            "url", "due_at", "attempts", "last_error", "failing_since", "uid_validity", "last_uid",
        ]
    )  # fmt: skip
    return before


@transaction.atomic
def set_smtp(inbox: Inbox, url: str, *, by: Agent | None = None) -> None:
    """Send this inbox's mail by smtps://user:password@host; '' for the common server."""
    _only_admins_or_the_desk(by)
    new = _checked_server(url, ("smtps", "smtp")) if url else ""
    inbox.smtp_url = seal(str(new))
    inbox.save(update_fields=["smtp_url"])
    record(INBOX_CHANGED, by=by, inbox=inbox.name, what="smtp")


def imap_of(inbox: Inbox) -> ServerUrl | None:
    """Where its mail is fetched from, password included; None if it comes by SMTP or pipe."""
    mailbox = Mailbox.objects.filter(inbox=inbox).first()
    return ServerUrl.parse(unseal(mailbox.url), ("imaps", "imap")) if mailbox else None


def smtp_of(inbox: Inbox) -> ServerUrl | None:
    """Its own outgoing server, password included; None if it uses the common one."""
    return ServerUrl.parse(unseal(inbox.smtp_url), ("smtps", "smtp")) if inbox.smtp_url else None


def _only_admins_or_the_desk(by: Agent | None) -> None:
    if by is not None:  # None: the command line of whoever runs the machine
        only_admins(by)


def _checked_server(url: str, schemes: tuple[str, ...]) -> ServerUrl:
    try:
        return ServerUrl.parse(url, schemes)
    except ServerUrlError as error:
        raise Refused(said(error)) from error
