from datetime import timedelta

import pytest

from promisedesk.conversations import inboxes, replying
from promisedesk.conversations.models import Conversation
from promisedesk.promises import policies
from promisedesk.promises.models import Promise, PromisePolicy
from promisedesk.promises.tests.conftest import MONDAY_NOON

TUESDAY_NOON = MONDAY_NOON + timedelta(days=1)


def test_a_question_starts_a_promise_by_the_rule_of_its_inbox(cast):
    message = cast.hears()
    promise = Promise.objects.get()
    assert (promise.conversation, promise.contact) == (message.conversation, cast.clara)
    assert (promise.made_at, promise.due_at) == (MONDAY_NOON, TUESDAY_NOON)
    assert (promise.state_now, promise.late_s) == ("running", None)
    assert (promise.target, promise.calendar_version.number) == ("1 working day", 1)
    assert (promise.asked_by, promise.told_at, promise.settled_at) == (message, None, None)


def test_it_counts_from_the_arrival_not_from_the_reading(cast, clock):
    clock.shift(timedelta(hours=3))
    cast.hears(arrived_at=MONDAY_NOON)
    assert Promise.objects.get().due_at == TUESDAY_NOON


def test_the_list_shows_it(cast):
    conversation = Conversation.objects.get(pk=cast.hears().conversation_id)
    assert (conversation.due_at, conversation.due_since) == (TUESDAY_NOON, MONDAY_NOON)
    assert conversation.sort_at == TUESDAY_NOON


def test_a_second_mail_before_the_answer_does_not_move_it(cast, clock):
    first = cast.hears()
    clock.shift(timedelta(hours=3))
    cast.hears("Hello?", reply_token=first.conversation.reply_token)
    assert Promise.objects.get().due_at == TUESDAY_NOON
    assert Conversation.objects.get(pk=first.conversation_id).due_at == TUESDAY_NOON


def test_not_even_after_it_was_broken(cast, clock):
    first = cast.hears()
    clock.move_to(TUESDAY_NOON + timedelta(hours=1))
    cast.hears("HELLO?", reply_token=first.conversation.reply_token)
    assert Promise.objects.get().due_at == TUESDAY_NOON
    assert Promise.objects.get().state_now == "broken"


@pytest.mark.parametrize("fields", [{"is_automatic": True}])
def test_a_robot_is_promised_nothing(cast, fields):
    cast.hears(**fields)
    assert not Promise.objects.exists()


def test_spam_is_promised_nothing(cast):
    Conversation.objects.filter(pk=cast.parcel.pk).update(state="spam")
    cast.hears(reply_token=cast.parcel.reply_token)
    assert not Promise.objects.exists()


def test_an_inbox_without_a_rule_promises_the_usual(cast):
    other = inboxes.add_inbox("returns@kettleandloom.example", name="Returns")
    cast.hears(inbox=other)
    assert Promise.objects.get().target == "1 working day"


def test_looking_at_what_an_inbox_promises_writes_nothing(cast):
    other = inboxes.add_inbox("returns@kettleandloom.example", name="Returns")
    kept = list(PromisePolicy.objects.all())
    usual = policies.policies_of([cast.help, other])[other.pk]
    assert (usual.target, usual.calendar) == ("1 working day", policies.default_calendar())
    cast.hears(inbox=other)
    assert list(PromisePolicy.objects.all()) == kept
    assert Promise.objects.get().policy is None


def test_she_is_told_in_her_own_zone_when_we_know_it(cast):
    cast.clara.time_zone = "Europe/Warsaw"
    cast.clara.save(update_fields=["time_zone"])
    cast.hears()
    assert Promise.objects.get().time_zone == "Europe/Warsaw"


class TestANewRule:
    def test_leaves_what_was_promised(self, cast):
        cast.hears()
        calendar = policies.policy_of(cast.help).calendar
        hours = {day: [["10:00", "11:00"]] for day in ("mon", "thu")}
        policies.change_calendar(calendar, {**calendar.version.data, "hours": hours})
        policies.set_policy(cast.help, calendar=calendar, target="1 working hour")
        promise = Promise.objects.get()
        assert (promise.due_at, promise.target) == (TUESDAY_NOON, "1 working day")
        assert promise.calendar_version.number == 1

    def test_holds_for_the_next_question(self, cast):
        calendar = policies.policy_of(cast.help).calendar
        hours = {day: [["10:00", "11:00"]] for day in ("mon", "thu")}
        policies.change_calendar(calendar, {**calendar.version.data, "hours": hours})
        cast.hears()
        promise = Promise.objects.get()
        assert promise.due_at == MONDAY_NOON.replace(day=30, hour=10)  # Thursday opens, Monday is 1
        assert promise.calendar_version.number == 2

    def test_that_changes_nothing_makes_no_version(self, cast):
        calendar = policies.policy_of(cast.help).calendar
        policies.change_calendar(calendar, dict(calendar.version.data))
        assert calendar.versions.count() == 1


def test_two_conversations_are_two_promises(cast):
    cast.hears()
    cast.hears()
    assert Promise.objects.owed().count() == 2


def test_a_note_of_ours_promises_nothing(cast):
    replying.note(cast.parcel, "Call her by Friday.", by=cast.anna)
    assert not Promise.objects.exists()
