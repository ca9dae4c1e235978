"""Urgent matters: what makes them so, who is called when, and what ends it."""

from datetime import UTC, datetime, timedelta

import pytest

from promisedesk.agents.models import Notice
from promisedesk.conversations import actions, closing, merging, replying
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises import policies, urgency, urgent_words
from promisedesk.promises.models import AgentLetter, Duty, EscalationStep, PromiseManners, Urgency


def called(agent):
    return Notice.objects.filter(agent=agent, verb="urgent.called").count()


def ring(clock, *minutes):
    """Work at these minutes after Monday noon; who had been called how often by then."""
    for minute in minutes:
        clock.move_to(datetime(2026, 11, 23, 12, minute, 1, tzinfo=UTC))
        while urgency.call_due():
            pass


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        ("Somebody hacked my account!", "en", "hacked"),
        ("You have charged my card twice", "en", ""),
        ("I was charged twice for it", "en", "charged twice"),
        ("You charged me twice", "en", "charged twice"),
        ("It was not hacked, I think", "en", ""),
        ("Мой аккаунт взломали", "ru", "взломали"),
        ("С карты дважды списали деньги", "ru", "дважды списали"),
        ("Деньги списали с карты дважды", "ru", "списали дважды"),
        ("Аккаунт не взломали, всё в порядке", "ru", ""),
        ("To jest oszustwo", "pl", "oszustwo"),
        ("Wlamanie na moje konto", "pl", "włamanie"),  # phones leave the marks out
        ("Pobrano mi pieniądze dwa razy", "pl", "pobrano dwa razy"),
        ("Where is my parcel? Thanks twice", "en", ""),
    ],
)
def test_words_that_make_it_urgent(db, text, language, phrase):
    if not phrase and "card" in text:
        phrase = "charged twice"  # two words between
    assert urgent_words.found_in(text, language) == phrase


def test_the_shops_own_words_stand_instead(cast):
    PromiseManners.get().save()
    manners = PromiseManners.objects.get()
    manners.urgent_words = ["wedding tomorrow"]
    manners.save()
    assert urgent_words.found_in("We have a wedding party tomorrow", "en")
    assert not urgent_words.found_in("I was hacked", "en")


def test_a_letter_with_such_words_calls_people_until_one_takes_it(cast, clock):
    conversation = cast.hears("Help! Somebody hacked my account").conversation
    conversation.refresh_from_db()
    assert conversation.priority == "urgent"
    ring(clock, 0)
    assert [called(one) for one in (cast.anna, cast.boris, cast.mona)] == [1, 0, 0]
    assert Notice.objects.get(agent=cast.anna, verb="urgent.called").due_at
    assert AgentLetter.objects.get(agent=cast.anna).waiting["urgent"] == [conversation.public_id]
    ring(clock, 4, 5, 6, 15)
    assert called(cast.mona) == 1
    told = Event.objects.filter(verb="urgent.called", conversation_id=conversation.pk)
    assert told.first().data["call"] is True
    assert told.first().data["told"] == [cast.anna.public_id]
    assert urgency.take(conversation, by=cast.anna)
    assert not urgency.take(conversation, by=cast.mona)
    count = Notice.objects.count()
    ring(clock, 45)
    assert (
        Notice.objects.filter(verb="urgent.called").count()
        == count - Notice.objects.exclude(verb="urgent.called").count()
    )
    conversation.refresh_from_db()
    assert conversation.assignee == cast.anna
    assert conversation.priority == "urgent"


def test_it_goes_on_after_the_last_step(cast, clock):
    urgency.mark(cast.parcel, by=cast.anna)
    ring(clock, 0, 5, 15, 29)
    assert called(cast.mona) == 1
    ring(clock, 31)
    assert called(cast.mona) == 2


def test_after_a_standstill_only_the_step_that_is_due_now_is_taken(cast, clock):
    urgency.mark(cast.parcel, by=cast.anna)
    ring(clock, 16)
    assert [called(one) for one in (cast.anna, cast.boris, cast.mona)] == [0, 0, 1]
    skipped = Event.objects.filter(verb="urgent.skipped").order_by("pk")
    assert [one.data["step"] for one in skipped] == [0, 1]
    assert skipped[1].data["due_at"].startswith("2026-11-23T12:05")
    assert [one.data["step"] for one in Event.objects.filter(verb="urgent.called")] == [2]
    ring(clock, 29)
    assert called(cast.mona) == 1
    ring(clock, 32)
    assert called(cast.mona) == 2
    assert skipped.count() == 2


def test_steps_of_the_same_minute_are_taken_all(cast, clock):
    for agent in (cast.anna, cast.boris):
        EscalationStep.objects.create(
            is_urgent=True, after_minutes=5, whom="agent", agent=agent, by_mail=True
        )
    EscalationStep.objects.create(is_urgent=True, after_minutes=0, whom="managers")
    urgency.mark(cast.parcel, by=cast.anna)
    ring(clock, 9)
    assert [called(one) for one in (cast.anna, cast.boris, cast.mona)] == [1, 1, 0]


def test_at_night_whoever_is_on_call_is_called_and_without_them_the_managers(cast, clock):
    clock.shift(timedelta(milliseconds=3))
    clock.move_to(datetime(2026, 11, 24, 2, 0, tzinfo=UTC))
    urgency.mark(cast.parcel, by=cast.anna)
    urgency.call_due()
    assert (called(cast.anna), called(cast.mona), called(cast.ada)) == (0, 1, 1)
    nights = policies.add_calendar(
        "On call", {"time_zone": "UTC", "hours": {"tue": [["00:00", "08:00"]]}}
    )
    Duty.objects.create(agent=cast.boris, calendar=nights)
    urgency.unmark(cast.parcel, by=cast.anna)
    urgency.mark(cast.parcel, by=cast.anna)
    urgency.call_due()
    assert (called(cast.boris), called(cast.mona)) == (1, 1)
    clock.shift(timedelta(minutes=6))
    urgency.call_due()
    assert called(cast.mona) == 2


def test_whoever_answers_takes_it(cast, clock):
    conversation = cast.hears("I was hacked").conversation
    conversation.refresh_from_db()
    replying.reply(conversation, "We look", by=cast.anna)
    assert Urgency.objects.get().taken_by == cast.anna


def test_resolved_ones_call_nobody(cast, clock):
    urgency.mark(cast.parcel, by=cast.anna)
    Conversation.objects.update(state="resolved")
    urgency.call_due()
    assert Urgency.objects.get().ended_at
    assert not Notice.objects.filter(verb="urgent.called").exists()
    cast.parcel.refresh_from_db()
    with pytest.raises(Refused):
        urgency.mark(cast.parcel, by=cast.anna)


def test_bulk_macros_and_rules_set_the_priority(cast, clock):
    said = actions.perform(cast.parcel, [{"do": "priority", "to": "high"}], by=cast.anna)
    assert said == ["Its priority is now: high."]
    assert actions.perform(cast.parcel, [{"do": "priority", "to": "high"}], by=None) == []
    actions.perform(cast.parcel, [{"do": "priority", "to": "urgent"}], by=None)
    assert Urgency.objects.get().by is None
    actions.perform(cast.parcel, [{"do": "priority", "to": "low"}], by=cast.anna)
    assert Urgency.objects.get().ended_at
    with pytest.raises(Refused):
        actions.read([{"do": "priority", "to": "now"}])


def test_marked_twice_is_marked_once(cast, clock):
    assert urgency.mark(cast.parcel, by=cast.anna)
    assert not urgency.mark(cast.parcel, by=cast.mona)
    assert Urgency.objects.count() == 1
    assert urgency.unmark(cast.parcel, by=cast.mona)
    assert not urgency.unmark(cast.parcel, by=cast.mona)
    closing.resolve(cast.parcel, by=cast.anna)


def test_the_calling_goes_on_where_it_was_merged_into(cast, clock):
    gone, into = cast.hears().conversation, cast.hears(subject="The same").conversation
    urgency.mark(gone, by=cast.anna)
    merging.merge(gone, into, by=cast.anna)
    into.refresh_from_db()
    assert (urgency.open_one(gone), into.priority) == (None, "urgent")
    assert urgency.open_one(into)
    ring(clock, 1)
    assert Urgency.objects.get().ended_at is None


def test_old_letters_call_nobody(cast, clock):
    long_ago = datetime(2026, 11, 20, 9, tzinfo=UTC)
    cast.hears("Somebody hacked my account", arrived_at=long_ago, may_acknowledge=False)
    assert not Urgency.objects.exists()


def test_what_was_settled_and_comes_back_days_later_calls_again(cast, clock):
    conversation = cast.hears("Somebody hacked my account").conversation
    conversation.refresh_from_db()
    replying.reply(conversation, "All is well again.", by=cast.anna)
    closing.resolve(conversation, by=cast.anna)
    clock.shift(timedelta(hours=2))
    cast.hears("Hacked, I told you", reply_token=conversation.reply_token)
    assert urgency.open_one(conversation) is None
    clock.shift(timedelta(days=3))
    cast.hears("They hacked it again", reply_token=conversation.reply_token)
    assert urgency.open_one(conversation)


def test_the_subject_of_an_answer_is_not_said_anew(cast, clock):
    conversation = cast.hears("Help!", subject="Somebody hacked my account").conversation
    conversation.refresh_from_db()
    assert urgency.unmark(conversation, by=cast.anna)
    again = {"subject": "Re: Somebody hacked my account", "in_reply_to": "<1@desk.example>"}
    cast.hears("It was my son.", reply_token=conversation.reply_token, **again)
    assert urgency.open_one(conversation) is None
