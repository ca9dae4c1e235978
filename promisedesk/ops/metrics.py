"""What Prometheus scrapes: read from the database at each scrape, so any web process will do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Max, Min, Q
from django.utils.timezone import now
from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from promisedesk.conversations import health as mail_health
from promisedesk.conversations.models import Arrival, Conversation, Delivery, Mailbox
from promisedesk.core.health import DOWN
from promisedesk.core.models import Alarm, Heartbeat
from promisedesk.ops import health
from promisedesk.promises.models import Promise


def exposition() -> bytes:
    """All metrics as Prometheus' text. Names of people and addresses of customers never occur."""
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    registry.register(_Desk())
    return generate_latest(registry)


class _Desk(Collector):
    def collect(self) -> Iterator[Metric]:
        yield _ready()
        yield from _arrivals()
        yield from _deliveries()
        yield from _promises()
        yield from _conversations()
        yield from _worker()
        yield from _mailboxes()
        yield _alarms()


def _gauge(name: str, says: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily("promisedesk_" + name, says, value=value)


def _labelled(name: str, says: str, label: str, values: dict[str, float]) -> GaugeMetricFamily:
    family = GaugeMetricFamily("promisedesk_" + name, says, labels=[label])
    for key, value in sorted(values.items()):
        family.add_metric([key], value)
    return family


def _age(at: datetime | None) -> float:
    """Seconds since; 0 for what is still to come, or is not there."""
    return max(0.0, (now() - at).total_seconds()) if at else 0.0


def _ready() -> Metric:
    conditions = {one.id: float(one.holds) for one in health.readiness()}
    return _labelled("ready", "Whether each condition of /readyz holds.", "condition", conditions)


def _arrivals() -> Iterator[Metric]:
    waiting = Arrival.objects.filter(state=Arrival.State.WAITING).aggregate(
        count=Count("pk"), oldest=Min("arrived_at")
    )
    yield _gauge("arrivals_waiting", "Mails taken in and not yet read.", waiting["count"])
    yield _gauge(
        "arrivals_oldest_seconds", "Age of the oldest unread mail.", _age(waiting["oldest"])
    )
    unread = Arrival.objects.filter(state=Arrival.State.UNREADABLE).count()
    yield _gauge("unreadable_mails", "Mails that could not be read and wait for people.", unread)


def _deliveries() -> Iterator[Metric]:
    counted = dict(Delivery.objects.values_list("state").annotate(Count("pk")))
    states = {state: counted.get(state, 0) for state in Delivery.State.values}
    yield _labelled("deliveries", "Outgoing mails by state.", "state", states)
    oldest = health.oldest_due(Delivery.objects.all())
    yield _gauge(
        "deliveries_oldest_due_seconds", "How long the oldest letter is due.", _age(oldest)
    )


def _promises() -> Iterator[Metric]:
    running = Promise.objects.in_state("running").count()
    yield _gauge("promises_running", "Promises that are running and not yet due.", running)
    overdue = Promise.objects.owed().filter(due_at__lte=now())
    found = overdue.aggregate(count=Count("pk"), oldest=Min("due_at"))
    yield _gauge("promises_overdue", "Promises past their time and not made good.", found["count"])
    yield _gauge(
        "promises_oldest_overdue_seconds", "How late the latest one is.", _age(found["oldest"])
    )


def _conversations() -> Iterator[Metric]:
    counted = Conversation.objects.aggregate(
        open=Count("pk", filter=Q(state="open")), waiting=Count("pk", filter=Q(state="waiting"))
    )
    yield _labelled("conversations", "Conversations not yet resolved.", "state", counted)


def _worker() -> Iterator[Metric]:
    beats = Heartbeat.objects.values_list("part").annotate(Max("round_at"), Max("work_at"))
    rounds = {part: _age(at) for part, at, _worked in beats}
    worked = {part: _age(at) for part, _at, at in beats if at}
    yield _labelled(
        "worker_round_age_seconds", "Time since a part's last good round.", "part", rounds
    )
    yield _labelled("worker_work_age_seconds", "Time since it last did work.", "part", worked)


def _mailboxes() -> Iterator[Metric]:
    boxes = list(Mailbox.objects.filter(inbox__is_active=True).select_related("inbox"))
    up, failing, silent, listening = {}, {}, {}, {}
    for box in boxes:
        name = box.inbox.address
        up[name] = float(mail_health.part_of(box).state != DOWN)
        failing[name] = _age(box.failing_since)
        silent[name] = _age(box.fetched_at) if box.fetched_at else float("inf")
        listening[name] = float(bool(box.listened_until and box.listened_until > now()))
    yield _labelled("mailbox_up", "Whether an inbox's mailbox is fetched.", "inbox", up)
    says = "How long fetching from an inbox's mailbox has been failing; 0 if it works."
    yield _labelled("mailbox_failing_seconds", says, "inbox", failing)
    says = "Time since the last good look into an inbox's mailbox; +Inf for never."
    yield _labelled("mailbox_last_success_seconds", says, "inbox", silent)
    says = "Whether a connection waits to be told of new mail (IDLE)."
    yield _labelled("mailbox_listening", says, "inbox", listening)


def _alarms() -> Metric:
    count = Alarm.objects.filter(cleared_at=None).count()
    return _gauge("alarms", "Parts of the desk that do not work, as told to the admins.", count)
