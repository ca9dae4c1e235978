"""Looking up our domains now and then, and keeping what was found for the pages.

A key whose record is there begins to sign, and one whose record went away stops: nobody
has to press anything.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.agents.people import only_admins
from promisedesk.channels.email import domain_records, providers, signing
from promisedesk.channels.email.models import SendingDomain, SigningKey
from promisedesk.conversations.models import Inbox
from promisedesk.core import leases, name_servers
from promisedesk.core.memo import remembered

USUALLY = timedelta(days=1)
OFFLINE = timedelta(minutes=15)  # nobody answered: this machine, not the domain
NOBODY = frozenset(("MX", "SPF", "DMARC"))  # asked for at every look
FIRST_PAUSE, LONGEST_PAUSE = 60, 3600  # seconds between looks while a record is awaited


@remembered(Inbox)
def our_domains() -> tuple[str, ...]:
    """Every domain our letters come from whose records somebody here can set."""
    mail = Inbox.objects.filter(is_active=True, channel="email")
    found = {domain for inbox in mail for domain in domain_records.domains_of(inbox)}
    return tuple(sorted(filter(is_ours_to_set, found)))


def is_ours_to_set(domain: str) -> bool:
    """Whether a domain is in the DNS of the world, and no mail host's own."""
    return name_servers.is_public(domain) and providers.of_address(f"anybody@{domain}") is None


def look_due() -> int:
    """Look up one domain whose time has come; returns how many were looked up."""
    _keep_rows(our_domains())
    for row in leases.claim(SendingDomain.objects.all(), 1):
        with leases.hold(row):
            look_up(row)
        return 1
    return 0


def _keep_rows(domains: tuple[str, ...]) -> None:
    known = set(SendingDomain.objects.values_list("domain", flat=True))
    fresh = [SendingDomain(domain=one) for one in domains if one not in known]
    if fresh:
        SendingDomain.objects.bulk_create(fresh, ignore_conflicts=True)
    gone = known - set(domains)
    if gone:
        SendingDomain.objects.filter(domain__in=gone).delete()


def look_up(row: SendingDomain) -> None:
    """Ask the DNS about a claimed domain, and write down what it said."""
    found = domain_records.ask(row.domain)
    key = SigningKey.objects.filter(domain=row.domain).first()
    if key:
        signing.settle(key, found["dkim"].get(signing.record_name(key)))
    fields = {"due_at": now() + _pause(row, found, key)}
    if not NOBODY.issubset(found["unanswered"]):  # else what was found before is better
        fields |= {"found": found, "looked_at": now()}
    SendingDomain.objects.filter(pk=row.pk).update(**fields)


def _pause(row: SendingDomain, found: dict, key: SigningKey | None) -> timedelta:
    if found["unanswered"]:
        return OFFLINE
    if key and not key.is_on:  # somebody is about to add its record
        return leases.backoff(row.attempts, first=FIRST_PAUSE, longest=LONGEST_PAUSE)
    return USUALLY


@transaction.atomic
def look_again(domain: str, *, by: Agent) -> None:
    """Have a domain looked up as soon as a worker is free."""
    only_admins(by)
    row, _is_new = SendingDomain.objects.get_or_create(domain=domain)
    SendingDomain.objects.filter(pk=row.pk).update(due_at=now(), attempts=0)
