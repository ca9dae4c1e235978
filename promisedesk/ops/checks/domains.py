"""What the world's name servers say of our domains. A hint only: nothing is decided by it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from promisedesk.channels.email import domain_records, providers
from promisedesk.conversations.models import Inbox
from promisedesk.core import name_servers
from promisedesk.ops.checks.finding import OK, WARN, Finding

MOST_DOMAINS = 20
LEVELS = {domain_records.OK: OK, domain_records.MISSING: WARN, domain_records.UNKNOWN: WARN}


def domains() -> Iterator[Finding]:
    """MX, SPF, DKIM and DMARC of each domain our inboxes write from, asked for now."""
    inboxes = Inbox.objects.filter(is_active=True, channel="email")
    names = {name for inbox in inboxes for name in domain_records.domains_of(inbox)}
    for name in sorted(names)[:MOST_DOMAINS]:
        place = {"domain": name}
        host = providers.of_address(f"anybody@{name}")
        if not name_servers.is_public(name):
            says = _("%(domain)s is a name for tests; it was not looked up.") % place
            yield Finding(f"dns-{name}", OK, says)
        elif host:
            says = _("%(domain)s belongs to %(name)s, who looks after its records.")
            yield Finding(f"dns-{name}", OK, says % {**place, "name": host.name})
        else:
            yield from _looked_up(name)


def _looked_up(name: str) -> Iterator[Finding]:
    found, place = domain_records.ask(name), {"domain": name}
    if found["mx"] is None:
        says = _("%(domain)s could not be looked up.") % place
        yield Finding(f"dns-{name}", WARN, says, _("Is this machine offline? Then never mind."))
        return
    if found["mx"]:
        says = _("%(domain)s has an MX record: %(host)s takes its mail.")
        yield Finding(f"dns-{name}", OK, says % {**place, "host": found["mx"][0]})
    else:
        says = _("%(domain)s has no MX record: mail to it may not find its way.") % place
        do = _("Add an MX record at your DNS provider, naming the server that takes the mail.")
        yield Finding(f"dns-{name}", WARN, says, do)
    for record in domain_records.judge(name, found):
        says = f"{record.kind} {name}: {record.says}"
        yield Finding(f"{record.kind.lower()}-{name}", LEVELS[record.state], says, _do(record))


def _do(record: domain_records.Record) -> str:
    written = f"{record.name} TXT {record.text}" if record.text else ""
    return " ".join(filter(None, (record.advice, written)))
