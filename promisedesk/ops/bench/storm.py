"""Thousands of promises due within one minute: all are marked, and told to the team, in time.

Each is a conversation that nobody answered. They fall due one after another over SPREAD
seconds, while a real worker runs; half of them have somebody who looks after them.
"""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from promisedesk.ops.bench.desk import desk

HEAD_START = 15  # seconds: the worker is up before the first is due
SPREAD = 60.0
PATIENCE = 300
AT_ONCE = 1000
ALWAYS = {
    day: [["00:00", "24:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
}  # people are told whenever this is measured


def measure(promises: int = 10_000, database: str = "sqlite") -> dict:
    """How late the last promise was marked and told, what it cost, and how many notices it made.

    A problem is reported when marking or telling took longer than a minute after the last was
    due, or when a person got more than a few notices or letters.
    """
    with desk(database) as here:
        from django.db import connections

        from promisedesk.ops.bench import filling, ingest

        ingest.prepare()
        shop = filling.Shop()
        first = _fill(shop, promises)
        last = first + timedelta(seconds=SPREAD)
        connections.close_all()
        worker = here.start("-m", "promisedesk", "worker")
        worker.mark()
        seen = _wait(last)
        used = worker.used()
        here.stop(worker)
        found = _found(promises) | {
            "bench": "promises storm",
            "database": database.partition(":")[0],
            "promises": promises,
            "due_within_s": SPREAD,
            "marked_s_after_the_last_was_due": seen["marked"],
            "told_s_after_the_last_was_due": seen["told"],
            "cpu_s": round(used["cpu"] + used["database"], 1),
        }
        return found | {"problems": _problems(found)}


def _fill(shop, promises: int) -> datetime:
    """Write the conversations and what is owed in them; when the first is due."""
    from django.db import transaction
    from django.utils.timezone import now

    from promisedesk.agents.models import Team
    from promisedesk.contacts.models import Contact
    from promisedesk.promises import policies
    from promisedesk.promises.models import EscalationStep

    team = Team.objects.get(name="Orders")
    calendar = policies.add_calendar("Always", {"time_zone": "UTC", "hours": ALWAYS})
    EscalationStep.objects.create(after_minutes=0, whom="assignee", by_mail=True)
    agents = [agent for agent in shop.agents if agent.role == "agent"]
    contacts = Contact.objects.bulk_create(Contact(name=f"C {n}") for n in range(promises))
    # Filling itself takes a while: what is due is set at the end, from then on.
    for start in range(0, promises, AT_ONCE):
        with transaction.atomic():
            some = contacts[start : start + AT_ONCE]
            _write(shop.inbox, team, agents, some, start, calendar.version)
    first = now() + timedelta(seconds=HEAD_START)
    _make_due(first, promises)
    return first


def _write(inbox, team, agents, contacts, start: int, version) -> None:
    from django.utils.timezone import now

    from promisedesk.conversations.models import Conversation
    from promisedesk.promises.models import Promise, Reminder

    rows = Conversation.objects.bulk_create(
        Conversation(
            ref=f"S{start + place:07d}",
            subject="Where is it?",
            inbox=inbox,
            contact=contact,
            team=team,
            assignee=agents[place % len(agents)] if place % 2 else None,
        )
        for place, contact in enumerate(contacts)
    )
    made_at, later = now() - timedelta(days=1), now() + timedelta(days=1)
    made = Promise.objects.bulk_create(
        Promise(
            conversation=row, contact=row.contact, made_at=made_at, due_at=later,
            target="1 day", calendar_version=version, time_zone="UTC",
        )
        for row in rows
    )  # fmt: skip
    # They were warned of before: only what happens when they are missed is measured.
    Reminder.objects.bulk_create(
        Reminder(promise=one, kind="warning", was_due_at=made_at, done_at=made_at, due_at=None)
        for one in made
    )


def _make_due(first: datetime, promises: int) -> None:
    from django.db import transaction

    from promisedesk.promises.models import Promise

    rows = list(Promise.objects.order_by("pk").only("pk"))
    for place, row in enumerate(rows):
        row.due_at = first + timedelta(seconds=SPREAD * place / promises)
    with transaction.atomic():
        Promise.objects.bulk_update(rows, ["due_at"], batch_size=500)


def _wait(last: datetime) -> dict[str, float | None]:
    """Seconds after the last was due until all were marked, and until all were told."""
    from django.utils.timezone import now

    from promisedesk.promises.models import Promise, Reminder

    seen: dict[str, float | None] = {"marked": None, "told": None}
    deadline = time.monotonic() + PATIENCE
    running = Promise.objects.filter(state="running")
    all_of_them = Promise.objects.count()
    told = Reminder.objects.filter(kind="broken").exclude(done_at=None)
    while time.monotonic() < deadline and seen["told"] is None:
        time.sleep(0.5)
        after = round((now() - last).total_seconds(), 1)
        if seen["marked"] is None and after > 0 and not running.exists():
            seen["marked"] = after
        if seen["marked"] is not None and told.count() >= all_of_them:
            seen["told"] = after
    return seen


def _found(promises: int) -> dict:
    from django.db.models import Count, F, Max

    from promisedesk.agents.models import Notice
    from promisedesk.core.models import Event
    from promisedesk.promises.models import AgentLetter, Reminder

    told = Reminder.objects.filter(kind="broken").exclude(done_at=None)
    late = sorted(
        (done - due).total_seconds() for done, due in told.values_list("done_at", "promise__due_at")
    )
    people = Notice.objects.values("agent").annotate(n=Count("pk")).order_by()
    events = Event.objects.filter(verb="promise.broken")
    return {
        "events": events.count(),
        "told_late_s_p50": round(late[len(late) // 2], 1) if late else None,
        "told_late_s_worst": round(late[-1], 1) if late else None,
        "people": people.count(),
        "notices_of_one_person_most": max((row["n"] for row in people), default=0),
        "promises_counted_for_one_most": max(
            (sum(row.data.get("gathered", {"one": 1}).values()) for row in Notice.objects.all()),
            default=0,
        ),
        "letters_to_one_person_most": AgentLetter.objects.aggregate(
            most=Max(F("number") + 1)
        )["most"]
        or 0,
    }  # fmt: skip


def _problems(found: dict) -> list[str]:
    problems = []
    for what in ("marked", "told"):
        after = found[f"{what}_s_after_the_last_was_due"]
        if after is None or after > 60:
            problems.append(f"not all were {what} within a minute")
    if found["events"] != found["promises"]:
        problems.append("not each has its event")
    if found["notices_of_one_person_most"] > 10 or found["letters_to_one_person_most"] > 2:
        problems.append("a storm of notices or letters")
    return problems
