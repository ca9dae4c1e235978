"""Rules that wait: counted in opening hours, ended by whoever does what was waited for."""

from datetime import UTC, datetime

import pytest

from promisedesk.agents import running
from promisedesk.conversations import assigning, closing, deliveries, replying, retention
from promisedesk.conversations.models import Conversation, Delivery
from promisedesk.core import memo
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.lib.counting import Span, earlier
from promisedesk.promises import breaking
from promisedesk.rules import making
from promisedesk.rules.models import Occasion, Rule, Run
from promisedesk.rules.tests.acting import adding, rule, tags_of, work


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def answer(cast, conversation, text="It is on its way"):
    """An answer of Anna's that left at once."""
    message = replying.reply(conversation, text, by=cast.anna)
    deliveries.sent(Delivery.objects.get(message=message))
    return message


def asked(cast, **fields) -> Conversation:
    return cast.hears(**{"subject": "New"} | fields).conversation


def silent_for(span: str, **more) -> Rule:
    return rule({"after": span, "since": "answered"}, [adding("Silent")], **more)


def test_it_acts_when_the_customer_was_silent_so_many_working_days(cast, clock):
    silent_for("3 working days")
    conversation = asked(cast)
    answer(cast, conversation)  # Monday noon
    clock.move_to(at("2026-11-26T11:59"))
    assert work() == 0
    clock.move_to(at("2026-11-26T12:00"))
    work()
    assert tags_of(conversation) == ["Silent"]


def test_it_waits_longer_than_the_log_is_kept(cast, clock):
    silent_for("60 days")
    conversation = asked(cast)
    answer(cast, conversation)
    running.keep({"events": 30}, by=cast.ada)
    memo.forget_all()
    clock.shift(86400 * 50)
    while retention.delete_due():
        pass
    clock.shift(86400 * 20)
    work()
    assert tags_of(conversation) == ["Silent"]


def test_an_answer_of_the_customer_ends_it(cast, clock):
    silent_for("2 days")
    conversation = asked(cast)
    answer(cast, conversation)
    clock.shift(3600)
    cast.hears("Thank you, and when exactly?", reply_token=conversation.reply_token)
    clock.shift(86400 * 3)
    work()
    assert tags_of(conversation) == []


def test_silence_counts_from_our_last_answer(cast, clock):
    silent_for("2 days")
    conversation = asked(cast)
    answer(cast, conversation)
    clock.shift(86400)
    answer(cast, conversation, "One thing more")
    clock.shift(86400 * 1.5)
    work()
    assert tags_of(conversation) == []
    clock.shift(86400)
    work()
    assert tags_of(conversation) == ["Silent"]
    assert Run.objects.count() == 1


def test_nobody_is_silent_who_never_got_the_answer(cast, clock):
    silent_for("2 days")
    conversation = asked(cast)
    replying.reply(conversation, "It is on its way", by=cast.anna)  # no server takes it
    clock.shift(86400 * 3)
    work()
    assert tags_of(conversation) == []


def test_a_resolved_conversation_is_not_silent(cast, clock):
    silent_for("2 days")
    conversation = asked(cast)
    answer(cast, conversation)
    closing.resolve(conversation, by=cast.anna)
    clock.shift(86400 * 3)
    work()
    assert tags_of(conversation) == []


def test_nobody_answered_is_counted_from_the_oldest_question(cast, clock):
    rule({"after": "2 hours", "since": "wrote"}, [adding("Waits")])
    conversation = asked(cast)
    clock.shift(3600)
    cast.hears("Hello?", reply_token=conversation.reply_token)
    clock.shift(3600)
    work()
    assert tags_of(conversation) == ["Waits"]
    clock.shift(7200)
    work()
    assert Run.objects.count() == 1


def test_an_answer_ends_the_waiting(cast, clock):
    rule({"after": "2 hours", "since": "wrote"}, [adding("Waits")])
    conversation = asked(cast)
    answer(cast, conversation)
    clock.shift(10800)
    work()
    assert tags_of(conversation) == []
    cast.hears("And now?", reply_token=conversation.reply_token)
    clock.shift(10800)
    work()
    assert tags_of(conversation) == ["Waits"]


def test_unassigned_for_an_hour_tells_the_managers(cast, clock):
    nobody = {"field": "assignee", "op": "is", "value": ["nobody"]}
    doing = [{"do": "tell", "whom": "managers", "text": "Nobody has taken this"}]
    rule({"after": "1 working hour", "since": "came"}, doing, conditions=[nobody])
    asked(cast)
    taken = asked(cast, address="dora@customer.example")
    assigning.assign(taken, cast.anna, by=cast.anna)
    clock.shift(3600)
    work()
    assert cast.mona.notices.filter(verb="rule.tells").count() == 1
    assert not cast.anna.notices.filter(verb="rule.tells").exists()


def test_it_acts_before_the_promise_is_due(cast, clock):
    rule({"before": "1 working hour", "since": "promise"}, [adding("Hurry")])
    conversation = asked(cast)  # promised for Tuesday noon
    other = asked(cast, address="dora@customer.example")
    clock.move_to(at("2026-11-24T10:59"))
    answer(cast, other)
    work()
    assert tags_of(conversation) == []
    clock.move_to(at("2026-11-24T11:00"))
    work()
    assert tags_of(conversation) == ["Hurry"]
    assert tags_of(other) == []


def test_it_acts_when_a_missed_promise_is_still_unanswered(cast, clock):
    rule({"after": "30 minutes", "since": "broken"}, [adding("Late")])
    conversation = asked(cast)
    clock.move_to(at("2026-11-24T12:01"))
    breaking.break_due()
    clock.move_to(at("2026-11-24T12:29"))
    work()
    assert tags_of(conversation) == []
    clock.move_to(at("2026-11-24T12:30"))
    work()
    assert tags_of(conversation) == ["Late"]


def test_given_to_somebody_who_still_has_it(cast, clock):
    rule({"after": "1 hour", "since": "assigned"}, [adding("Sleeps")])
    conversation, other = asked(cast), asked(cast, address="dora@customer.example")
    assigning.assign(conversation, cast.anna, by=cast.mona)
    assigning.assign(other, cast.anna, by=cast.mona)
    clock.shift(1800)
    assigning.assign(other, cast.mona, by=cast.mona)
    clock.shift(1800)
    work()
    assert (tags_of(conversation), tags_of(other)) == (["Sleeps"], [])


def test_switched_on_it_leaves_what_is_here_already_be(cast, clock):
    conversation = asked(cast)
    answer(cast, conversation)
    silent_for("2 days")
    clock.shift(86400 * 3)
    work()
    assert tags_of(conversation) == []


def test_switched_on_for_those_now_it_acts_on_them_too(cast, clock):
    conversations = [asked(cast, address=f"{n}@customer.example") for n in range(3)]
    for one in conversations[:2]:
        answer(cast, one)
    clock.shift(86400)
    answer(cast, conversations[2])
    clock.shift(86400)
    silent_for("2 days", also=True)
    work()
    assert [tags_of(one) for one in conversations] == [["Silent"], ["Silent"], []]
    clock.shift(86400)
    work()
    assert tags_of(conversations[2]) == ["Silent"]


def test_looking_at_what_is_here_goes_on_where_it_was(cast, monkeypatch):
    from promisedesk.rules import planning

    monkeypatch.setattr(planning, "BATCH", 2)
    for number in range(5):
        answer(cast, asked(cast, address=f"{number}@customer.example"))
    silent_for("2 days", also=True)
    work()
    waiting = Occasion.objects.exclude(verb=planning.PLAN)
    assert waiting.count() == 5
    assert not Occasion.objects.filter(verb=planning.PLAN).exists()


def test_switched_on_twice_it_acts_once(cast, clock):
    conversation = asked(cast)
    answer(cast, conversation)
    clock.shift(86400 * 3)
    made = silent_for("2 days", also=True)
    work()
    making.switch_off(made, by=None)
    making.switch_on(made, by=None, also_those_now=True)
    work()
    assert Run.objects.count() == 1


def test_switched_off_meanwhile_it_does_nothing(cast, clock):
    made = silent_for("2 days")
    conversation = asked(cast)
    answer(cast, conversation)
    making.switch_off(made, by=None)
    clock.shift(86400 * 3)
    work()
    assert tags_of(conversation) == []
    assert not Occasion.objects.exists()


def test_a_circle_with_pauses_is_stopped_as_well(cast, clock):
    rule({"after": "1 minute", "since": "assigned"}, [{"do": "assign", "to": "nobody"}])
    rule("unassigned", [{"do": "assign", "to": cast.anna.public_id}])
    assigning.assign(cast.parcel, cast.anna, by=cast.mona)
    for _minute in range(10):
        clock.shift(61)
        work()
    assert Rule.objects.exclude(stopped_because="").count() == 1
    assert Run.objects.count() == 6


BRISTOL = WorkCalendar.from_json(
    {
        "time_zone": "Europe/London",
        "country": None,
        "region": None,
        "hours": {day: [["09:00", "13:00"], ["14:00", "18:00"]]
                  for day in ("mon", "tue", "wed", "thu", "fri")},
        "closed": [],
        "open": {},
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("due_at", "span", "moment"),
    [
        ("2026-11-24T11:00", "1 hour", "2026-11-24T10:00"),
        ("2026-11-24T11:00", "1 working hour", "2026-11-24T10:00"),
        ("2026-11-24T14:30", "1 working hour", "2026-11-24T12:30"),  # over lunch
        ("2026-11-23T09:30", "1 working hour", "2026-11-20T17:30"),  # over the weekend
        ("2026-11-23T09:00", "8 working hours", "2026-11-20T09:00"),
        ("2026-11-23T11:00", "1 working day", "2026-11-20T11:00"),
        ("2026-11-24T11:00", "2 days", "2026-11-22T11:00"),
    ],
)
def test_counting_back_in_opening_hours(due_at, span, moment):
    assert earlier(BRISTOL, at(due_at), Span.parse(span)) == at(moment)
