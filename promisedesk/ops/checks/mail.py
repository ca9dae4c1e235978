"""Servers mail is sent by and fetched from: connected and signed in to, nothing sent."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.channels.email import probing, servers
from promisedesk.channels.email.oauth import watching
from promisedesk.channels.email.oauth.bearing import bearer_of
from promisedesk.conversations.models import Grant, Inbox, Mailbox
from promisedesk.core import health
from promisedesk.core.secretbox import unseal
from promisedesk.lib.server_url import ServerUrl
from promisedesk.ops.checks.finding import FAIL, OK, WARN, Finding


def common_server() -> Iterator[Finding]:
    """The mail server of the settings."""
    without_own = Inbox.objects.filter(is_active=True, smtp_url="")
    if not settings.SMTP_URL:
        if without_own.exists():
            yield Finding(
                "smtp",
                WARN,
                _("No mail server is set: letters of some inboxes wait and are not sent."),
                _("Set PROMISEDESK_SMTP_URL, or a server for each inbox in Settings."),
            )
        return
    server = servers.parse_server(settings.SMTP_URL, is_trusted=True)
    try:
        servers.connect(server).close()
    except Exception as error:
        found = probing.explained(error, ServerUrl.parse(settings.SMTP_URL))
        yield _failed("smtp", _("Outgoing mail"), found)
    else:
        says = _("The mail server %(host)s takes our letters.") % {"host": server.host}
        yield Finding("smtp", OK, says)


def inbox_servers() -> Iterator[Finding]:
    """Each inbox's own mail server."""
    for inbox in Inbox.objects.filter(is_active=True).exclude(smtp_url="").order_by("address"):
        server = ServerUrl.parse(unseal(inbox.smtp_url))
        found = probing.probe_smtp(server, bearer_of(inbox, server))
        name = f"smtp-{inbox.address}"
        title = _("Outgoing mail of %(inbox)s") % {"inbox": inbox.address}
        yield (
            Finding(name, OK, f"{title}: {found.says}")
            if found.works
            else _failed(name, title, found)
        )


def mailboxes() -> Iterator[Finding]:
    """Each mailbox mail is fetched from, and when that last went well."""
    boxes = Mailbox.objects.filter(inbox__is_active=True).select_related("inbox")
    for box in boxes.order_by("inbox__address"):
        server = ServerUrl.parse(unseal(box.url))
        found = probing.probe_imap(server, bearer_of(box.inbox, server))
        name = f"imap-{box.inbox.address}"
        title = _("Mailbox of %(inbox)s") % {"inbox": box.inbox.address}
        if found.works:
            yield Finding(name, OK, f"{title}: {found.says} {_last_success(box)}")
        else:
            failed = _failed(name, title, found)
            yield Finding(name, FAIL, f"{failed.says} {_last_success(box)}", failed.do)


def sign_ins() -> Iterator[Finding]:
    """Each inbox that signs in by token: whether it still may, and for how long."""
    grants = Grant.objects.filter(inbox__is_active=True).select_related("inbox")
    for grant in grants.order_by("inbox__address"):
        part = watching.part_of(grant)
        title = _("Sign-in of %(inbox)s") % {"inbox": grant.inbox.address}
        if part.state == health.OK:
            yield Finding(f"sign-in-{part.name}", OK, _("%(title)s: it works.") % {"title": title})
        else:
            level = FAIL if part.state == health.DOWN else WARN
            do = _("Open the inbox in Settings and sign in again.")
            yield Finding(f"sign-in-{part.name}", level, f"{title}: {part.detail}", do)


def _last_success(box: Mailbox) -> str:
    if box.fetched_at is None:
        return _("Nothing was fetched from it yet.")
    minutes = int((now() - box.fetched_at).total_seconds() // 60)
    return _("Last fetched %(minutes)s minutes ago.") % {"minutes": minutes}


def _failed(name: str, title: str, found: probing.Finding) -> Finding:
    return Finding(name, FAIL, f"{title}: {found.says}", found.advice)
