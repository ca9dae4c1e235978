"""How the mail is: each mailbox, what waits to be read and what waits to be sent."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Count, Min
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.conversations.models import Arrival, Delivery, Mailbox
from promisedesk.core.health import DEGRADED, DOWN, OK, Part, part_source
from promisedesk.core.models import Leased

SLOW_AFTER = timedelta(minutes=1)  # overdue by this, a queue falls behind
STUCK_AFTER = timedelta(minutes=10)


@part_source
def mailboxes() -> Iterable[Part]:
    """Each IMAP mailbox; one that fails is its own trouble, not the desk's."""
    boxes = Mailbox.objects.filter(inbox__is_active=True).select_related("inbox")
    for box in boxes.order_by("inbox__address"):
        if box.failing_since:
            yield Part("mailbox", box.inbox.address, DOWN, box.failing_since, box.last_error)
        elif box.due_at and box.due_at < now() - STUCK_AFTER:
            detail = _("It should have been looked at by now. Is the worker running?")
            yield Part("mailbox", box.inbox.address, DEGRADED, box.due_at, detail)
        else:
            yield Part("mailbox", box.inbox.address, OK, box.fetched_at)


@part_source
def queues() -> Iterable[Part]:
    """Mail that waits to be read, and mail that waits to be sent."""
    yield _queue("arrivals", Arrival)
    yield _queue("deliveries", Delivery)


def _queue(name: str, model: type[Leased]) -> Part:
    waiting = model._default_manager.filter(due_at__isnull=False).aggregate(
        count=Count("pk"), oldest=Min("due_at")
    )
    late = now() - waiting["oldest"] if waiting["oldest"] else timedelta(0)
    state = DOWN if late > STUCK_AFTER else DEGRADED if late > SLOW_AFTER else OK
    detail = ngettext("%(count)s mail waits.", "%(count)s mails wait.", waiting["count"])
    since = waiting["oldest"] if state != OK else None
    return Part("queue", name, state, since, detail % {"count": waiting["count"]})
