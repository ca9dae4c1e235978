"""The worker killed while promises break, people are told step by step, and customers written to.

Whatever the moment: each promise breaks once, each step is told once and in order, each urgent
step calls once, and a customer gets one delay notice.
"""

import json
import random
import signal
import time

import pytest

from tests.servers import wait_until

pytestmark = pytest.mark.faults
STEPS = [
    "sweep.swept",
    "sweep.committed",
    "remind.claimed",
    "remind.told",
    "remind.done",
    "notice.written",
    "notice.committed",
    "urgent.rung",
    "urgent.called",
]
# Every promise was due `ago` seconds before, the next a little later; all hours are open.
OWE = """
from datetime import timedelta
from django.db import transaction
from django.utils.timezone import now
from promisedesk.agents.models import Agent
from promisedesk.conversations.incoming import IncomingMessage, receive
from promisedesk.conversations.models import Inbox
from promisedesk.promises import policies, urgency
from promisedesk.promises.models import EscalationStep, Promise, PromiseManners, Urgency

inbox = Inbox.objects.first()
always = {day: [["00:00", "24:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
calendar = policies.add_calendar("Always", {"time_zone": "UTC", "hours": always})
policies.set_policy(inbox, calendar=calendar, target="4 hours")
people = [
    Agent.objects.create_user(f"p{n}@shop.example", f"Person {n}", role="agent") for n in range(3)
]
for is_urgent in (False, True):
    for agent in people:
        EscalationStep.objects.create(
            is_urgent=is_urgent, after_minutes=0, whom="agent", agent=agent
        )
PromiseManners.get().save()
PromiseManners.objects.update(notices="after")
for n in range(NUMBER):
    with transaction.atomic():
        one = receive(IncomingMessage(inbox=inbox, arrived_at=now(), text="Where is it?",
            address=f"c{n}@customer.example", subject="Parcel", language="en"))
    due_at = now() + timedelta(seconds=BEGIN + n * APART)
    Promise.objects.filter(conversation=one.conversation).update(
        made_at=due_at - timedelta(hours=4), due_at=due_at, told_at=due_at - timedelta(hours=4)
    )
urgency.mark(one.conversation, by=people[0])
"""
WORK = """
from promisedesk.core import leases
from promisedesk.promises import breaking, owning_up, reminding, urgency
leases.rescue()
for _ in range(8):
    breaking.break_due(), reminding.tell_due(), urgency.call_due()
    owning_up.plan(), owning_up.tell_due()
"""
SEEN = """
import json
from collections import Counter
from promisedesk.agents.models import Agent, Notice
from promisedesk.core.models import Event
from promisedesk.promises.models import Promise, Reminder
heard = {}
for agent in Agent.objects.filter(email__startswith="p"):
    sums = Counter()
    for row in Notice.objects.filter(agent=agent):
        sums.update(row.data.get("gathered") or {row.data["kind"]: 1})
    heard[agent.email] = {kind: sums[kind] for kind in ("broken", "escalated", "urgent")}
log = {}
for event in Event.objects.filter(verb__startswith="promise.").order_by("pk"):
    log.setdefault(event.data["promise"], []).append([event.verb, event.data.get("step")])
calls = Event.objects.filter(verb="urgent.called")
old = Promise.objects.filter(renews=None).values_list("pk", flat=True)
print(json.dumps({
    "log": {number: log[number] for number in old},
    "heard": heard,
    "open": Reminder.objects.filter(promise__in=list(old), due_at__isnull=False).count(),
    "renewed": Promise.objects.exclude(renews=None).count(),
    "called": [one.data["step"] for one in calls.order_by("pk")],
}))
"""


def owe(desk, number: int, begin: float, apart: float) -> None:
    head = f"NUMBER, BEGIN, APART = {number}, {begin}, {apart}\n"
    desk.script(head + OWE)


def seen(desk) -> dict:
    return json.loads(desk.script(SEEN))


def check(told: dict, number: int) -> None:
    """Each once and in order. A delay notice stops the chain: then the later steps are silent."""
    assert len(told["log"]) == number
    for verbs in told["log"].values():
        assert [verb for verb, _step in verbs].count("promise.broken") == 1, verbs
        assert [verb for verb, _step in verbs].count("promise.due_soon") <= 1, verbs
        steps = [step for verb, step in verbs if verb == "promise.escalated"]
        assert steps == sorted(set(steps)), verbs
    assert told["open"] == 0
    assert told["renewed"] == number
    first, *others = told["heard"].values()
    assert first["broken"] == number
    assert [one["broken"] for one in others] == [0, 0]
    escalated = sum(
        verb == "promise.escalated" for log in told["log"].values() for verb, _step in log
    )
    assert sum(one["escalated"] for one in told["heard"].values()) == escalated
    assert told["called"][:3] == [0, 1, 2]
    assert len(told["called"]) == len(set(told["called"]))
    assert sum(one["urgent"] for one in told["heard"].values()) == len(told["called"])


@pytest.fixture(scope="module")
def owing(empty, tmp_path_factory):
    desk = empty.copy(tmp_path_factory.mktemp("owing"))
    with desk:
        owe(desk, 6, -3 * 3600, 1)
        yield desk


@pytest.mark.parametrize("step", STEPS)
def test_the_worker_is_killed_at(step, owing, tmp_path):
    with owing.copy(tmp_path / "desk") as desk:
        desk.settings["CRASH_AT"] = step
        with pytest.raises(AssertionError):  # the process did not come to its end
            desk.script(WORK)
        del desk.settings["CRASH_AT"]
        desk.script(WORK)
        check(seen(desk), 6)


@pytest.mark.faults_long
def test_a_hundred_kills_tell_each_step_once(desk):
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # noqa: T201
    choose = random.Random(seed)
    owe(desk, 100, 2, 1.2)
    for _ in range(100):
        desk.start("worker")
        time.sleep(choose.uniform(0.6, 2.0))  # a start takes the first half second
        desk.parts["worker"].send_signal(signal.SIGKILL)
        desk.kill("worker")
    desk.start("worker")
    wait_until(lambda: _is_done(desk), 180, "the end of the telling")
    check(seen(desk), 100)


def _is_done(desk) -> bool:
    [[renewed]] = desk.rows("SELECT count(*) FROM promises_promise WHERE renews_id IS NOT NULL")
    [[due]] = desk.rows(
        "SELECT count(*) FROM promises_reminder WHERE due_at IS NOT NULL AND kind <> 'warning'"
    )
    return (renewed, due) == (100, 0)
