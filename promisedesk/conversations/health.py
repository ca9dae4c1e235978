"""How the mail is: each mailbox, what waits to be read or sent, and what could not be read."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Count, Max, Min
from django.utils.timezone import now
from django.utils.translation import gettext_lazy, ngettext

from promisedesk.conversations.models import Arrival, Delivery, Mailbox
from promisedesk.core import alarms
from promisedesk.core.health import DEGRADED, DOWN, OK, SILENT_AFTER, Part, part_source
from promisedesk.core.models import Heartbeat, Leased
from promisedesk.core.shop import the_shop

SLOW_AFTER = timedelta(minutes=1)  # overdue by this, a queue falls behind
STUCK_AFTER = timedelta(minutes=10)
FALLING_BEHIND = timedelta(minutes=30)  # that long a queue may be that late while it is worked on
WORKED_BY = {"arrivals": "email.read_waiting", "deliveries": "email.send_due"}  # rounds

alarms.SENTENCES.update(
    {
        "mailbox": gettext_lazy("Mail of %(name)s is not fetched as it should be."),
        "queue arrivals": gettext_lazy("Mail that came in waits, and is not being read."),
        "queue deliveries": gettext_lazy("Letters wait, and are not being sent."),
        "mail unreadable": gettext_lazy("Mails could not be read and wait for a person."),
    }
)


@part_source
def mailboxes() -> Iterable[Part]:
    """Each IMAP mailbox; one that fails is its own trouble, not the desk's."""
    boxes = Mailbox.objects.filter(inbox__is_active=True).select_related("inbox")
    return [part_of(box) for box in boxes.order_by("inbox__address")]


def part_of(box: Mailbox) -> Part:
    """How a mailbox is. Silence counts as much as an error: nobody sees it by itself."""
    name = box.inbox.address
    if box.failing_since:
        return Part("mailbox", name, DOWN, box.failing_since, box.last_error)
    minutes = the_shop().silent_minutes
    silent_since = box.fetched_at or box.due_at
    if silent_since and silent_since < now() - timedelta(minutes=minutes):
        detail = ngettext(
            "For %(count)s minute and more nobody could look into it. Is the worker running?",
            "For %(count)s minutes and more nobody could look into it. Is the worker running?",
            minutes,
        )
        return Part(
            "mailbox", name, DOWN, silent_since, detail % {"count": minutes}, timedelta(minutes=0)
        )
    if box.last_error:
        return Part("mailbox", name, DEGRADED, None, box.last_error)
    return Part("mailbox", name, OK, box.fetched_at)


@part_source
def queues() -> Iterable[Part]:
    """Mail that waits to be read, and mail that waits to be sent."""
    did = dict(Heartbeat.objects.values_list("part").annotate(Max("work_at")))
    yield _queue("arrivals", Arrival, did)
    yield _queue("deliveries", Delivery, did)


def _queue(name: str, model: type[Leased], did: dict[str, datetime | None]) -> Part:
    waiting = model._default_manager.filter(due_at__isnull=False).aggregate(
        count=Count("pk"), oldest=Min("due_at")
    )
    late = now() - waiting["oldest"] if waiting["oldest"] else timedelta(0)
    worked_at = did.get(WORKED_BY[name])
    is_taken = worked_at is not None and worked_at > now() - SILENT_AFTER
    detail = ngettext("%(count)s mail waits.", "%(count)s mails wait.", waiting["count"])
    detail %= {"count": waiting["count"]}
    if is_taken:  # busy is not ill, as long as it does not go on for ever
        state = DEGRADED if late > STUCK_AFTER else OK
        since = waiting["oldest"] if state != OK else None
        return Part("queue", name, state, since, detail, FALLING_BEHIND)
    state = DOWN if late > STUCK_AFTER else DEGRADED if late > SLOW_AFTER else OK
    return Part("queue", name, state, waiting["oldest"] if state != OK else None, detail)


@part_source
def unreadable() -> Iterable[Part]:
    """Mails that wait for a person because no program could read them."""
    waiting = Arrival.objects.filter(state=Arrival.State.UNREADABLE).aggregate(
        count=Count("pk"), newest=Max("arrived_at")
    )
    if not waiting["count"]:
        yield Part("mail", "unreadable", OK)
        return
    detail = ngettext(
        "%(count)s mail could not be read.",
        "%(count)s mails could not be read.",
        waiting["count"],
    )
    yield Part(
        "mail",
        "unreadable",
        DEGRADED,
        waiting["newest"],
        detail % {"count": waiting["count"]},
        timedelta(0),
    )
