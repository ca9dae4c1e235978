"""The log of the rules is kept for half a year: longer than any rule waits for an answer."""

from datetime import timedelta

from django.utils.timezone import now

from promisedesk.rules.models import Run

KEPT = timedelta(days=183)
BATCH = 500


def forget() -> int:
    """Drop some of the oldest runs that are older than that; returns how many."""
    # Along the numbers, so that a long log costs nothing while its oldest line is young.
    oldest = Run.objects.order_by("pk").values_list("pk", "at")[:BATCH]
    old = [pk for pk, at in oldest if at < now() - KEPT]
    return Run.objects.filter(pk__in=old).delete()[0] if old else 0
