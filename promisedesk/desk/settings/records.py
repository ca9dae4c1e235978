"""SPF, DKIM and DMARC of the domains an inbox writes from, and our own key for signing."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.channels.email import domain_looks, domain_records, providers, signing
from promisedesk.channels.email.models import SendingDomain, SigningKey
from promisedesk.conversations.models import Inbox
from promisedesk.core import name_servers
from promisedesk.core.errors import Refused
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.mail_test import STOP_POLLING, inbox_url


def domains_of(inbox: Inbox) -> list[dict]:
    """Each domain an inbox writes from, with how its records stand."""
    return [_domain(inbox, name) for name in domain_records.domains_of(inbox)]


def _domain(inbox: Inbox, name: str) -> dict:
    row = SendingDomain.objects.filter(domain=name).first()
    looks = domain_looks.is_ours_to_set(name)
    is_looked_at = bool(row and row.looked_at)
    return {
        "inbox": inbox,
        "name": name,
        "owner": providers.of_address(f"anybody@{name}"),
        "is_public": name_servers.is_public(name),
        "looks": looks,
        "row": row,
        "is_busy": looks and (row is None or bool(row.leased_by) or row.due_at <= now()),
        "records": domain_records.judge(name, row.found) if looks and is_looked_at else [],
        "key": SigningKey.objects.filter(domain=name).first(),
    }


@settings_page
def domain(request, public_id, name):
    """How a domain's records stand; a POST looks again, makes a key or drops it."""
    inbox = get_object_or_404(Inbox, public_id=public_id)
    if name not in domain_records.domains_of(inbox):
        raise Http404
    if request.method == "POST":
        try:
            _do(request, name)
        except Refused as refusal:
            messages.error(request, str(refusal))
    if not request.htmx:
        return redirect(f"{inbox_url(inbox)}#domain-{name}")
    shown = _domain(inbox, name)
    status = 200 if request.method == "POST" or shown["is_busy"] else STOP_POLLING
    return render(request, "desk/settings/domain.html", {"domain": shown}, status=status)


def _do(request, name: str) -> None:
    wanted = request.POST.get("do")
    if wanted == "make-key":
        signing.make_key(name, by=request.user)
    elif wanted == "drop-key":
        signing.drop_key(name, by=request.user)
        messages.success(request, _("Letters are no longer signed."))
    else:
        domain_looks.look_again(name, by=request.user)
