"""Who is told before a promise is due and after it was missed: once, at work, not in a storm."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from promisedesk.agents.models import Notice
from promisedesk.conversations import assigning
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.lib.counting import Span
from promisedesk.promises import arranging, breaking, chain, policies, reminding, warning
from promisedesk.promises.models import (
    AgentLetter,
    Calendar,
    Duty,
    EscalationStep,
    Promise,
    Reminder,
)

OFFICE = WorkCalendar.from_json({"time_zone": "UTC", "hours": policies.USUAL_HOURS})


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def work():
    """One look of a worker at everything it does about promises."""
    while breaking.break_due():
        pass
    warning.plan_warnings()
    while reminding.tell_due():
        pass


def heard(agent):
    rows = Notice.objects.filter(agent=agent).order_by("pk")
    kinds = ("due_soon", "broken", "escalated")
    return [
        row.data.get("gathered") or row.data["kind"] for row in rows if row.data["kind"] in kinds
    ]


def owed(cast, *, to=None, due_at, made_at=None, address="clara@customer.example"):
    conversation = cast.hears(address=address).conversation
    if to:
        assigning.assign(conversation, to, by=to)
    promise = Promise.objects.get(conversation=conversation)
    Promise.objects.filter(pk=promise.pk).update(
        due_at=at(due_at), made_at=at(made_at) if made_at else promise.made_at
    )
    return conversation


@pytest.mark.parametrize(
    ("made_at", "due_at", "span", "moment"),
    [
        ("2026-11-23T11:00", "2026-11-24T11:00", "1 working hour", "2026-11-24T10:00"),
        ("2026-11-20T11:00", "2026-11-23T09:30", "1 working hour", "2026-11-20T17:30"),
        ("2026-11-20T11:00", "2026-11-21T03:00", "1 working hour", "2026-11-20T17:00"),
        ("2026-11-20T11:00", "2026-11-21T03:00", "2 hours", "2026-11-20T17:00"),  # by the clock
        ("2026-11-23T11:00", "2026-11-23T12:00", "1 working hour", "2026-11-23T11:30"),  # half
        ("2026-11-21T02:00", "2026-11-21T03:00", "1 working hour", None),  # nobody is there
    ],
)
def test_it_is_warned_of_in_opening_hours(made_at, due_at, span, moment):
    promise = Promise(made_at=at(made_at), due_at=at(due_at))
    found = warning.warn_at(promise, OFFICE, Span.parse(span))
    assert found == (at(moment) if moment else None)


@pytest.mark.parametrize("due_at", ["2026-11-30T09:30", "2026-11-28T03:00", "2026-11-27T17:50"])
def test_a_warning_comes_at_its_moment_and_once(cast, clock, due_at):
    owed(cast, to=cast.anna, due_at=due_at)
    promise = Promise.objects.get()
    moment = warning.warn_at(promise, OFFICE, warning.span())
    clock.move_to(moment - timedelta(seconds=5))
    work()
    assert heard(cast.anna) == []
    clock.move_to(moment + timedelta(seconds=5))
    work()
    work()
    assert heard(cast.anna) == ["due_soon"]
    assert heard(cast.mona) == []
    assert Event.objects.filter(verb="promise.due_soon").count() == 1


def test_the_same_day_is_no_time_to_warn_before(cast):
    with pytest.raises(Refused, match="for promises only"):
        arranging.set_warning("same day", by=cast.ada)


def test_what_nobody_has_is_told_to_those_of_the_team_who_take_new_work(cast, clock):
    dora = cast._agent("Dora Nil", "agent", cast.orders)
    dora.takes_new = False
    dora.save()
    owed(cast, due_at="2026-11-23T14:00", made_at="2026-11-20T14:00")
    clock.move_to(at("2026-11-23T13:01"))
    work()
    assert [heard(one) for one in (cast.anna, dora, cast.boris, cast.mona)] == [
        ["due_soon"], [], [], []
    ]  # fmt: skip


def test_a_missed_promise_is_passed_on_step_by_step(cast, clock):
    dora = cast._agent("Dora Nil", "agent", cast.orders)
    conversation = owed(cast, to=cast.anna, due_at="2026-11-23T14:00")
    for minutes, told in [
        (0, [["due_soon", "broken"], [], []]),
        (29, [["due_soon", "broken"], [], []]),
        (31, [["due_soon", "broken"], ["escalated"], []]),
        (121, [["due_soon", "broken"], ["escalated"], ["escalated"]]),
    ]:
        clock.move_to(at("2026-11-23T13:00"))
        if not minutes:
            work()
        clock.move_to(at("2026-11-23T14:00") + timedelta(minutes=minutes, seconds=1))
        work()
        assert [heard(one) for one in (cast.anna, dora, cast.mona)] == told
    said = Event.objects.filter(verb="promise.escalated", conversation_id=conversation.pk)
    assert [event.data["to"] for event in said.order_by("pk")] == [
        "Dora Nil",
        "Mona Berg, Ada Field",
    ]


def test_nobody_is_told_at_night(cast, clock):
    owed(cast, to=cast.anna, due_at="2026-11-24T02:00", made_at="2026-11-24T01:00")
    clock.move_to(at("2026-11-24T02:01"))
    work()
    assert heard(cast.anna) == []
    clock.move_to(at("2026-11-24T09:00"))
    work()
    assert heard(cast.anna) == ["broken"]
    assert "late" not in Notice.objects.get(agent=cast.anna, data__kind="broken").data
    clock.move_to(at("2026-11-24T09:29"))
    work()
    assert heard(cast.mona) == []


def test_what_is_answered_meanwhile_is_told_no_further(cast, clock):
    owed(cast, to=cast.anna, due_at="2026-11-23T14:00")
    clock.move_to(at("2026-11-23T14:00:01"))
    work()
    Promise.objects.update(settled_at=at("2026-11-23T14:10"))
    clock.move_to(at("2026-11-23T17:00"))
    work()
    assert heard(cast.mona) == []
    assert not Reminder.objects.exclude(due_at=None).exists()


def test_whoever_is_on_call_is_told_at_night(cast, clock):
    clock.shift(timedelta(milliseconds=7))  # versions are told apart by when they were made
    nights = policies.add_calendar(
        "Nights", {"time_zone": "UTC", "hours": {"tue": [["00:00", "08:00"]]}}
    )
    Duty.objects.create(agent=cast.boris, calendar=nights)
    EscalationStep.objects.create(after_minutes=10, whom="on_call", by_mail=True, by_hook=True)
    owed(cast, to=cast.anna, due_at="2026-11-24T02:00", made_at="2026-11-24T01:00")
    clock.move_to(at("2026-11-24T02:11"))
    work()
    assert heard(cast.boris) == ["broken"]
    assert AgentLetter.objects.get().agent == cast.boris
    assert Event.objects.get(verb="promise.escalated").data["call"] is True


def test_three_hours_without_a_worker_are_one_summary(cast, clock):
    for number in range(20):
        due_at = at("2026-11-23T13:00") + timedelta(minutes=9 * number)
        owed(cast, to=cast.anna, due_at=due_at.isoformat()[:16], made_at="2026-11-20T13:00",
             address=f"c{number}@customer.example")  # fmt: skip
    clock.move_to(at("2026-11-23T16:00"))
    work()
    work()
    (summary,) = heard(cast.anna)
    assert summary["broken"] == 20
    assert summary["late"] >= 19
    verbs = Event.objects.filter(verb__startswith="promise.").order_by("pk")
    told = list(verbs.exclude(verb="promise.made").values_list("data__promise", "verb"))
    for promise in Promise.objects.all():
        mine = [verb for number, verb in told if number == promise.pk]
        assert mine[:2] == ["promise.due_soon", "promise.broken"]
        assert len(mine) == len(set(mine)) or mine.count("promise.escalated") == 1
    (managers,) = heard(cast.mona)
    assert managers["escalated"] == Reminder.objects.filter(step=2).exclude(done_at=None).count()


def test_a_chain_made_shorter_ends(cast, clock):
    owed(cast, to=cast.anna, due_at="2026-11-23T14:00")
    clock.move_to(at("2026-11-23T14:00:01"))
    work()
    EscalationStep.objects.create(after_minutes=0, whom="assignee")
    clock.move_to(at("2026-11-23T17:00"))
    work()
    assert heard(cast.mona) == []


def test_a_reminder_killed_half_way_is_told_once(cast, clock, monkeypatch):
    owed(cast, to=cast.anna, due_at="2026-11-23T14:00")
    clock.move_to(at("2026-11-23T14:00:01"))
    breaking.break_due()
    (row,) = reminding.leases.claim(Reminder.objects.filter(kind="broken"))
    with transaction.atomic():
        reminding._tell([row.pk])
        transaction.set_rollback(True)  # as a kill before the commit
    assert heard(cast.anna) == []
    Reminder.objects.update(leased_by="")  # as leases.rescue frees it
    work()
    work()
    assert heard(cast.anna).count("broken") == 1


def test_the_usual_chain_counts_in_opening_time():
    friday = at("2026-11-20T17:50")
    moments = [chain.moment_of(step, friday, OFFICE) for step in chain.USUAL]
    assert moments == [friday, at("2026-11-23T09:20"), at("2026-11-23T10:50")]


def test_calendars_of_all_promises_are_asked(cast):
    assert Calendar.objects.count() == 1
    owed(cast, to=cast.anna, due_at="2026-11-23T12:30", made_at="2026-11-20T12:30")
    Promise.objects.update(calendar_version=None)
    work()
    assert heard(cast.anna) == ["due_soon"]


def test_many_of_one_calendar_are_all_warned_of_in_one_look(cast, clock, monkeypatch):
    monkeypatch.setattr(warning, "BATCH", 2)
    for number in range(5):
        owed(cast, due_at="2026-11-23 12:50", address=f"c{number}@customer.example")
    too_short = owed(  # begun a moment ago: not to be warned of yet, and first in the line
        cast, due_at="2026-11-23 12:40", made_at="2026-11-23 11:59", address="d@customer.example"
    )
    Promise.objects.exclude(conversation=too_short).update(made_at=at("2026-11-20 12:00"))
    assert warning.plan_warnings() == 5
    assert warning.plan_warnings() == 0
