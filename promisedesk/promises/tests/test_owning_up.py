"""Customers learn by themselves that we are late: once, at work, with a time that holds."""

from datetime import UTC, datetime, timedelta

import pytest

from promisedesk.conversations import deliveries, inboxes, replying
from promisedesk.conversations.models import Conversation, Inbox, Message
from promisedesk.core import leases, memo
from promisedesk.promises import (
    breaking,
    forecasting,
    handling,
    new_times,
    owning_up,
    policies,
    reminding,
    renewing,
)
from promisedesk.promises.models import Pace, Promise, Reminder
from promisedesk.promises.tests.conftest import MONDAY_NOON

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
DUE = MONDAY_NOON + timedelta(days=1)
SLOW = {"rates": [[0.5] * 24] * 7, "by_day": 1.0, "by_week": 0.0, "lately": 1.0, "answers": 99}


@pytest.fixture
def before(cast):
    handling.change(notices="before", by=cast.ada)


@pytest.fixture
def after(cast):
    handling.change(notices="after", by=cast.ada)


def asked(cast, **fields) -> Promise:
    """A question whose promise was told."""
    promise = Promise.objects.get(asked_by=cast.hears(**fields))
    deliveries.sent(promise.told_by.delivery)
    promise.refresh_from_db()
    return promise


def work() -> None:
    """One look of a worker."""
    while breaking.break_due():
        pass
    while reminding.tell_due():
        pass
    owning_up.plan()
    while owning_up.tell_due():
        pass


def letters() -> list[Message]:
    return list(Message.objects.filter(marks__icontains="delay").order_by("pk"))


def test_shortly_before_it_would_be_missed(cast, clock, before):
    promise = asked(cast)
    clock.move_to(DUE - 31 * MINUTE)
    work()
    assert not letters()
    clock.move_to(DUE - 30 * MINUTE)
    work()
    work()
    promise.refresh_from_db()
    assert (promise.state, promise.renewed_by.due_at) == ("withdrawn", DUE + 210 * MINUTE)
    [letter] = letters()
    assert "It takes longer than that. We are sorry." in letter.text
    assert letter.agent is None


def test_when_it_was_missed_and_not_before(cast, clock, after):
    promise = asked(cast)
    clock.move_to(DUE - MINUTE)
    work()
    assert not letters()
    clock.move_to(DUE + MINUTE)
    work()
    promise.refresh_from_db()
    assert (promise.state, promise.renewed_by.due_at) == ("broken", DUE + 4 * HOUR + MINUTE)
    assert "did not keep our word" in letters()[0].text


def test_nobody_is_told_unless_the_owner_wants_it(cast, clock):
    asked(cast)
    clock.move_to(DUE + MINUTE)
    work()
    assert not letters()


def test_chosen_and_taken_back_before_the_letter_was_written(cast, clock, after):
    asked(cast)
    clock.move_to(DUE + MINUTE)
    work_without_telling = [breaking.break_due(), reminding.tell_due(), owning_up.plan()]
    assert work_without_telling[-1] == 1
    handling.change(notices="off", by=cast.ada)
    owning_up.tell_due()
    assert not letters()
    assert not Reminder.objects.filter(kind="notice").exists()


def test_who_was_never_told_a_time_is_not_told_another(cast, clock, after):
    cast.hears()
    clock.move_to(DUE + MINUTE)
    work()
    assert not letters()


def test_nobody_is_told_while_an_answer_is_on_its_way(cast, clock, after):
    promise = asked(cast)
    clock.move_to(DUE + MINUTE)
    answer = replying.reply(promise.conversation, "Here it is.", by=cast.anna)
    work()
    assert not letters()
    deliveries.sent(answer.delivery)
    clock.shift(2 * HOUR)
    work()
    assert not letters()


@pytest.mark.parametrize("state", ["spam", "resolved", "waiting"])
def test_only_where_we_owe_an_answer(cast, clock, after, state):
    promise = asked(cast)
    Conversation.objects.filter(pk=promise.conversation_id).update(state=state)
    clock.move_to(DUE + MINUTE)
    work()
    assert not letters()


def test_robots_get_none(cast, clock, after):
    promise = asked(cast)
    Message.objects.filter(pk=promise.asked_by_id).update(automatic=True)
    clock.move_to(DUE + MINUTE)
    work()
    promise.refresh_from_db()
    assert not letters()
    assert promise.renewed_at is None


def test_in_opening_hours_alone(cast, clock, after):
    promise = asked(cast)
    evening = datetime(2026, 11, 24, 17, 59, tzinfo=UTC)
    Promise.objects.filter(pk=promise.pk).update(due_at=evening)
    clock.move_to(evening + 5 * MINUTE)
    work()
    assert not letters()
    clock.move_to(datetime(2026, 11, 25, 9, 0, 5, tzinfo=UTC))
    work()
    clock.shift(5 * timedelta(seconds=1))
    work()
    assert len(letters()) == 1


def test_missed_once_more_goes_up_the_chain_and_not_to_the_customer(cast, clock, after):
    promise = asked(cast)
    clock.move_to(DUE + MINUTE)
    work()
    new = Promise.objects.get(renews=promise)
    deliveries.sent(new.told_by.delivery)
    clock.move_to(new.due_at + MINUTE)
    work()
    assert len(letters()) == 1
    higher = Reminder.objects.get(promise=new, kind="escalation", step=1)
    assert higher.due_at is not None or higher.done_at
    work()
    assert Reminder.objects.filter(promise=new, kind="escalation", step=1).count() == 1


def test_what_a_person_promised_anew_may_be_owned_up_to(cast, clock, after):
    promise = asked(cast)
    new = renewing.renew(promise, DUE + HOUR, by=cast.anna)
    deliveries.sent(new.told_by.delivery)
    clock.move_to(DUE + HOUR + MINUTE)
    work()
    assert len(letters()) == 2
    assert Promise.objects.filter(renews=new).exists()


def test_the_honest_time_is_promised_where_the_pace_is_known(cast, clock, after):
    for number in range(3):
        asked(cast, text=f"Question {number}", address=f"someone{number}@customer.example")
    Pace.objects.create(key=forecasting.pool_of(cast.help), data=SLOW)
    clock.move_to(DUE + MINUTE)
    work()
    dues = list(
        Promise.objects.exclude(renews=None).order_by("pk").values_list("due_at", flat=True)
    )
    assert len(dues) == 3
    assert dues == sorted(set(dues))
    assert all(due_at.minute % 15 == 0 for due_at in dues)
    assert dues[0] > DUE + 4 * HOUR


def test_no_answer_is_promised_for_a_day_that_was_closed_since(cast, clock, after):
    promise = asked(cast)
    Pace.objects.create(key=forecasting.pool_of(cast.help), data=SLOW)
    calendar = promise.calendar_version.calendar
    closed = [f"2026-11-{day}" for day in (24, 25, 26, 27)]
    policies.change_calendar(calendar, {**calendar.version.data, "closed": closed}, by=cast.ada)
    (honest,) = new_times.honest_times([promise], DUE + MINUTE).values()
    assert honest >= datetime(2026, 11, 30, tzinfo=UTC)
    clock.move_to(DUE + MINUTE)
    new = renewing.renew(promise, honest, by=None)
    assert new.calendar_version == calendar.version != promise.calendar_version


def test_the_honest_time_is_in_the_hours_of_its_own_inbox(cast, clock):
    """One team, two inboxes: the pace is learned in hours in which the other is closed."""
    night = inboxes.add_inbox("night@kettleandloom.example", name="By night", language="en")
    hours = {day: [["20:00", "22:00"]] for day in ("mon", "tue", "wed")}
    data = {**policies.default_calendar().version.data, "hours": hours}
    policies.set_policy(night, calendar=policies.add_calendar("Evenings", data))
    Inbox.objects.filter(pk=night.pk).update(team=cast.orders)
    promise = asked(cast, inbox=Inbox.objects.get(pk=night.pk))
    Pace.objects.create(key=forecasting.pool_of(cast.help), data=SLOW)
    (honest,) = new_times.honest_times([promise], DUE + MINUTE).values()
    assert honest == datetime(2026, 11, 24, 20, tzinfo=UTC)


def test_whoever_was_renewed_twice_stands_where_they_first_stood(cast):
    first = asked(cast)
    later = asked(cast)
    again = renewing.renew(first, later.due_at + HOUR, by=None, is_told=False)
    last = renewing.renew(again, later.due_at + 2 * HOUR, by=None, is_told=False)
    Promise.objects.filter(pk=later.pk).update(due_at=first.due_at + MINUTE)
    (line,) = new_times.lines().values()
    assert [one.number for one in line] == [last.pk, later.pk]
    assert [one.stands_by for one in line] == [first.due_at, first.due_at + MINUTE]


def test_many_inboxes_are_asked_about_as_one(cast, django_assert_num_queries):
    Pace.objects.create(key=forecasting.pool_of(cast.help), data=SLOW)
    asked(cast)
    parts = ("conversation__inbox", "calendar_version__calendar__version")
    promise = Promise.objects.select_related(*parts).get()
    for number in range(5):
        one = inboxes.add_inbox(f"shop{number}@kettleandloom.example", name="Shop", language="en")
        policies.set_policy(one, calendar=policies.default_calendar())
    memo.forget_all()
    with django_assert_num_queries(4):  # paces, the line, inboxes, their policies
        assert new_times.honest_times([promise], DUE + MINUTE)


def test_a_worker_killed_half_way_is_followed_by_another_that_tells_once(
    cast, clock, after, monkeypatch
):
    asked(cast)
    clock.move_to(DUE + MINUTE)
    breaking.break_due()
    reminding.tell_due()
    owning_up.plan()
    [claimed] = leases.claim(Reminder.objects.filter(kind="notice"))  # and dies
    assert owning_up.tell_due() == 0
    Reminder.objects.filter(pk=claimed.pk).update(
        leased_by="elsewhere/1/1", leased_until=MONDAY_NOON
    )
    leases.rescue()
    work()
    work()
    assert len(letters()) == 1


def test_several_hundred_at_once_in_batches(cast, clock, after):
    for number in range(owning_up.BATCH + 5):
        asked(cast, text=f"Question {number}", address=f"someone{number}@customer.example")
    clock.move_to(DUE + MINUTE)
    while breaking.break_due():
        pass
    while reminding.tell_due():
        pass
    owning_up.plan()
    assert owning_up.tell_due() == owning_up.BATCH
    assert owning_up.tell_due() == 5
    assert len(letters()) == owning_up.BATCH + 5
