"""The share of promises kept that a shop shows to the public, if it wants to."""

from __future__ import annotations

from datetime import timedelta

from django.core.cache import cache
from django.utils.timezone import now

from promisedesk.core.memo import remembered
from promisedesk.promises.models import Promise, PromiseManners
from promisedesk.reports.kept import share_of

DAYS = 90
LEAST_DUE = 20  # fewer say nothing
KEPT_FOR = 600  # seconds a figure is shown before it is counted anew
KEY = "reports.badge"


def public_percent() -> int | None:
    """Percent of the promises kept that were due in the last 90 days, rounded down.

    None: not to be shown, as it is switched off or fewer than 20 were due. Resolutions are left
    out: customers were never promised them.
    """
    return percent() if _is_shown() else None


def percent() -> int | None:
    """The same, whether or not it is switched on. At most one query in ten minutes."""
    found = cache.get(KEY)
    if found is None:
        found = _counted()
        cache.set(KEY, found, KEPT_FOR)
    return None if found < 0 else found


@remembered(PromiseManners)
def _is_shown() -> bool:
    return PromiseManners.objects.filter(has_badge=True).exists()


def _counted() -> int:
    at = now()
    due = Promise.objects.filter(due_at__gte=at - timedelta(days=DAYS), due_at__lt=at)
    share = share_of(due.exclude(kind=Promise.Kind.RESOLUTION))
    return share.percent if share.total >= LEAST_DUE else -1
