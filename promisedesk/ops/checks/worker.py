"""The worker, and what waits for it or for people."""

from collections.abc import Iterator

from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.conversations.models import Arrival, Delivery
from promisedesk.core.models import Heartbeat
from promisedesk.ops import health
from promisedesk.ops.checks.finding import FAIL, OK, WARN, Finding


def alive() -> Iterator[Finding]:
    """Somebody does the work, and each part of it goes well."""
    heard = health.last_round()
    if heard is None or heard < now() - health.SILENT_AFTER:
        says = (
            _("No worker has been heard from yet.")
            if heard is None
            else _("The worker was last heard from at %(at)s.")
            % {"at": heard.isoformat(timespec="seconds")}
        )
        do = _("Start it: promisedesk serve, or promisedesk worker")
        yield Finding("worker", FAIL, says, do)
        return
    yield Finding("worker", OK, _("The worker is alive."))
    failing = Heartbeat.objects.filter(round_at__gt=now() - health.SILENT_AFTER)
    for beat in failing.exclude(last_error="").order_by("part"):
        yield Finding(
            "worker-part",
            WARN,
            _("A part of the worker (%(part)s) fails: %(error)s")
            % {"part": beat.part, "error": beat.last_error[:200]},
            _("It is tried again by itself. The log tells more."),
        )


def queues() -> Iterator[Finding]:
    """Work that is due and that nobody does, and letters that failed for good."""
    for one in health.queues():
        if not one.holds:
            do = _("Is the worker running? The log of that part tells more.")
            yield Finding(f"queue-{one.id}", FAIL, f"{one.id}: {one.says}", do)
    failed = Delivery.objects.filter(state=Delivery.State.FAILED, is_automatic=False).count()
    if failed:
        says = ngettext(
            "%(count)s letter could not be delivered.",
            "%(count)s letters could not be delivered.",
            failed,
        )
        do = _("Each shows in its conversation why, and what to do.")
        yield Finding("failed-letters", WARN, says % {"count": failed}, do)


def set_aside() -> Iterator[Finding]:
    """Mails nobody has seen, because they could not be read."""
    count = Arrival.objects.filter(state=Arrival.State.UNREADABLE).count()
    if not count:
        yield Finding("unreadable", OK, _("Every mail that came could be read."))
        return
    says = ngettext(
        "%(count)s mail could not be read and waits for a person.",
        "%(count)s mails could not be read and wait for a person.",
        count,
    )
    do = _("Look at them in the desk, or by GET /api/v1/unreadable.")
    yield Finding("unreadable", WARN, says % {"count": count}, do)
