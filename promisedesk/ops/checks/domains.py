"""What the world's name servers say of our domains. A hint only: nothing is decided by it."""

from collections.abc import Iterator

import dns.exception
import dns.resolver
from django.utils.translation import gettext as _

from promisedesk.conversations.models import Inbox
from promisedesk.ops.checks.finding import OK, WARN, Finding

WITHIN = 3  # seconds for each question
MOST_DOMAINS = 20
# RFC 2606 and 6761: never in the public DNS.
NOT_PUBLIC = ("example", "test", "invalid", "localhost", "local", "internal")


def domains() -> Iterator[Finding]:
    """MX and SPF of each inbox's domain."""
    addresses = Inbox.objects.filter(is_active=True, channel="email")
    names = {one.rpartition("@")[2] for one in addresses.values_list("address", flat=True)}
    for name in sorted(names)[:MOST_DOMAINS]:
        if name.rpartition(".")[2] in NOT_PUBLIC:
            says = _("%(domain)s is a name for tests; it was not looked up.")
            yield Finding(f"dns-{name}", OK, says % {"domain": name})
        else:
            yield _looked_up(name)


def _looked_up(name: str) -> Finding:
    place = {"domain": name}
    try:
        has_mx = bool(answers(name, "MX"))
        has_spf = any(text.strip('"').lower().startswith("v=spf1") for text in answers(name, "TXT"))
    except (dns.exception.DNSException, OSError):
        says = _("%(domain)s could not be looked up.") % place
        return Finding(f"dns-{name}", WARN, says, _("Is this machine offline? Then never mind."))
    if not has_mx:
        says = _("%(domain)s has no MX record: mail to it may not find its way.") % place
        do = _("Add an MX record at your DNS provider, naming the server that takes the mail.")
        return Finding(f"dns-{name}", WARN, says, do)
    if not has_spf:
        says = _("%(domain)s has no SPF record: our letters may be taken for spam.") % place
        do = _("Add a TXT record “v=spf1 …” that names the server sending our letters.")
        return Finding(f"dns-{name}", WARN, says, do)
    return Finding(f"dns-{name}", OK, _("%(domain)s has MX and SPF records.") % place)


def answers(name: str, kind: str) -> list[str]:
    """The records of a name; [] when there are none. Raises DNSException when nobody answers."""
    try:
        found = dns.resolver.resolve(name, kind, lifetime=WITHIN, search=False)
    except (dns.resolver.NoAnswer, dns.resolver.NXDOMAIN):
        return []
    return [record.to_text() for record in found]
