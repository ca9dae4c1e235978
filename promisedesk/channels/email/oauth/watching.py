"""How the grants are: what fails, and what will end unless somebody signs in anew."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.channels.email.oauth import tokens
from promisedesk.conversations.models import Grant
from promisedesk.core.health import DEGRADED, DOWN, OK, Part, part_source

WARN_BEFORE = timedelta(days=7)  # a weekend and a short holiday lie within


@part_source
def sign_ins() -> Iterable[Part]:
    """Each inbox that signs in by token."""
    grants = Grant.objects.filter(inbox__is_active=True).select_related("inbox")
    for grant in grants.order_by("inbox__address"):
        yield part_of(grant)


def part_of(grant: Grant) -> Part:
    """One grant as a part of the desk. A hiccup while the last token is good is no outage."""
    name = grant.inbox.address
    if grant.failing_since:
        is_asking = grant.due_at is not None and grant.attempts > 0
        has_token = grant.access_ends_at is not None and grant.access_ends_at > now()
        since, words = grant.failing_since, grant.last_error
        if is_asking and has_token:
            return Part("sign-in", name, DEGRADED, since, words, patience=tokens.AHEAD)
        return Part("sign-in", name, DOWN, since, words)
    if words := ends_soon(grant):
        return Part("sign-in", name, DEGRADED, grant.ends_at - WARN_BEFORE, words)
    return Part("sign-in", name, OK, grant.refreshed_at)


def ends_soon(grant: Grant) -> str:
    """Words about a grant that dies within days; '' if none does."""
    if grant.ends_at is None or grant.ends_at - now() > WARN_BEFORE:
        return ""
    # Whole and without a count: an alarm stores it, and pages say it again in their language.
    return _("The permission to use this mailbox ends soon. Sign in again before %(day)s") % {
        "day": grant.ends_at.date().isoformat()
    }
