"""A heated answer to an angry mail waits: it cools off, or a colleague reads it first."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.agents.models import Notice
from promisedesk.coach import cooling, heat, levels, second_eyes
from promisedesk.coach.models import Cooling
from promisedesk.conversations import closing, merging, replying
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.replies import scheduling
from promisedesk.replies.models import Draft, Scheduled
from promisedesk.replies.sending import Letter

ANGRY = "This is outrageous! You are liars, I have had enough of your useless shop!"
HEATED = "Hello Clara,\n\nYou should have read the instructions. It is your own fault.\n\nAnna"
KIND = "Hello Clara,\n\nI am sorry that it went so wrong. The parcel leaves today.\n\nAnna"


@pytest.fixture
def angry(cast):
    conversation = cast.hears(ANGRY).conversation
    heat.read_due()
    return Conversation.objects.get(pk=conversation.pk)


@pytest.fixture
def jens(cast):
    """A colleague of Anna's."""
    return cast._agent("Jens Dahl", "agent", cast.orders)


def hold(cast, conversation, text=HEATED, **more):
    found = cooling.hold_for(conversation, text)
    row = cooling.put_off(conversation, Letter(text), found, by=cast.anna, **more)
    return Cooling.objects.select_related("letter__agent", "letter__conversation").get(letter=row)


def pass_time(row, **of_row):
    """Until after it cooled off."""
    past = now() - timedelta(seconds=1)
    Scheduled.objects.filter(pk=row.letter_id).update(send_at=past, due_at=past)


def sent(conversation):
    return Message.objects.filter(conversation=conversation, direction="out", automatic=False)


def told(**about):
    found = Notice.objects.filter(**{f"data__{key}": value for key, value in about.items()})
    return {one.agent.first_name for one in found}


def test_a_heated_answer_to_an_angry_mail_is_to_be_held(cast, angry):
    assert cooling.hold_for(angry, HEATED).minutes == 10
    assert cooling.hold_for(angry, KIND) is None
    assert cooling.hold_for(cast.parcel, HEATED) is None


def test_a_mail_the_worker_has_not_read_yet_counts_too(cast):
    conversation = cast.hears(ANGRY).conversation
    assert cooling.hold_for(conversation, HEATED)


def test_nothing_is_held_for_0_minutes(cast, angry):
    levels.change(cooling_minutes=0, by=cast.ada)
    assert cooling.hold_for(angry, HEATED) is None


def test_nor_when_somebody_says_the_customer_is_not_angry(cast, angry):
    heat.deny(angry.messages.get(direction="in"), by=cast.anna)
    assert cooling.hold_for(angry, HEATED) is None


def test_it_waits_until_it_cooled_off_and_then_leaves_once(cast, angry):
    held = hold(cast, angry)
    assert timedelta(minutes=10) <= held.letter.send_at - now() <= timedelta(minutes=12)
    scheduling.send_due()
    assert not sent(angry).exists()
    pass_time(held)
    assert scheduling.send_due() == 1
    assert scheduling.send_due() == 0
    assert sent(angry).get().text == HEATED
    assert Delivery.objects.filter(message__text=HEATED).count() == 1


def test_the_promise_runs_on_while_it_waits(cast, angry):
    due_at = angry.due_at
    hold(cast, angry)
    angry.refresh_from_db()
    assert (angry.state, angry.due_at) == ("open", due_at)
    assert due_at


def test_the_second_click_holds_nothing_twice(cast, angry):
    hold(cast, angry)
    hold(cast, angry)
    assert Scheduled.objects.count() == Cooling.objects.count() == 1


def test_taken_back_it_is_the_very_draft(cast, angry):
    held = hold(cast, angry)
    scheduling.take_back(held.letter, by=cast.anna)
    assert Draft.objects.get(agent=cast.anna).text == HEATED
    pass_time(held)
    scheduling.send_due()
    assert not sent(angry).exists()


def test_its_writer_or_a_manager_may_send_it_before_its_time(cast, angry, jens):
    held = hold(cast, angry)
    with pytest.raises(Refused, match="Only whoever wrote it"):
        cooling.release(held, by=jens)
    cooling.release(held, by=cast.anna)
    scheduling.send_due()
    assert sent(angry).get().agent == cast.anna
    with pytest.raises(Refused, match="too late"):
        cooling.release(held, by=cast.mona)


def test_one_put_off_for_longer_keeps_its_time(cast, angry):
    tomorrow = now() + timedelta(days=1)
    assert hold(cast, angry, send_at=tomorrow).letter.send_at == tomorrow


def test_one_put_off_for_less_cools_off_all_the_same(cast, angry):
    held = hold(cast, angry, send_at=now() + timedelta(minutes=2))
    assert held.letter.send_at == held.until
    with pytest.raises(Refused, match="cools off"):
        cooling.refuse_held(held.letter)


def test_the_customer_writes_meanwhile_and_it_does_not_leave(cast, angry):
    held = hold(cast, angry)
    newest = angry.messages.latest("pk").message_id
    cast.hears("Please, just tell me where it is.", references=[newest])
    held.letter.refresh_from_db()
    assert scheduling.why_stopped(held.letter) == "The customer wrote meanwhile."
    assert cooling.of_letters([held.letter]) == {}
    with pytest.raises(Refused):
        cooling.release(held, by=cast.mona)
    assert told(kind="not_sent") == {"Anna"}


@pytest.fixture
def eyes(cast):
    levels.change(wants_second_eyes=True, by=cast.ada)


def test_a_colleague_is_asked_and_it_never_leaves_by_itself(cast, angry, eyes, jens):
    held = hold(cast, angry)
    assert held.letter.due_at is None
    assert told(kind="second_eyes") == {"Jens", "Mona", "Ada"}
    Scheduled.objects.update(send_at=now() - timedelta(days=3))
    scheduling.send_due()
    assert not sent(angry).exists()


def test_nobody_lets_their_own_go_but_managers(cast, angry, eyes, jens):
    held = hold(cast, angry)
    with pytest.raises(Refused, match="A colleague reads it first"):
        cooling.release(held, by=cast.anna)
    with pytest.raises(Refused, match="too late"):
        scheduling.change_time(held.letter, now() + timedelta(hours=1), by=cast.anna)
    cooling.release(held, by=jens)
    scheduling.send_due()
    message = sent(angry).get()
    assert message.agent == cast.anna
    assert Event.objects.get(verb="reply.released").by == jens


def test_a_manager_may_release_their_own(cast, angry, eyes):
    found = cooling.hold_for(angry, HEATED)
    row = cooling.put_off(angry, Letter(HEATED), found, by=cast.mona)
    cooling.release(Cooling.objects.get(letter=row), by=cast.mona)
    assert scheduling.send_due() == 1
    assert sent(angry).exists()


def test_let_go_it_is_sent_when_its_writer_wanted_it(cast, angry, eyes, jens):
    tomorrow = now() + timedelta(days=1)
    held = hold(cast, angry, send_at=tomorrow)
    cooling.release(held, by=jens)
    held.letter.refresh_from_db()
    assert held.letter.due_at == tomorrow


def test_a_colleague_gives_it_back_with_other_words_and_a_note(cast, angry, eyes, jens):
    held = hold(cast, angry)
    with pytest.raises(Refused, match="take it back"):
        second_eyes.give_back(held, KIND, by=cast.anna)
    second_eyes.give_back(held, KIND, "She has waited for three weeks.", by=jens)
    assert Draft.objects.get(agent=cast.anna).text == KIND
    assert angry.messages.get(direction="note").text == "She has waited for three weeks."
    assert told(is_back=True) == {"Anna"}
    assert not sent(angry).exists()
    with pytest.raises(Refused):
        cooling.release(held, by=jens)


def due_again(held, **fields):
    past = now() - timedelta(seconds=1)
    Cooling.objects.filter(pk=held.pk).update(due_at=past, **fields)
    second_eyes.look_after_due()
    held.refresh_from_db()


def test_when_nobody_reads_it_managers_are_told_and_it_is_neither_sent_nor_lost(
    cast, angry, eyes, jens
):
    held = hold(cast, angry)
    assert held.call_at >= held.until + timedelta(hours=1)
    due_again(held)
    assert told(is_unread=True) == set()
    due_again(held, call_at=now() - timedelta(seconds=1))
    assert told(is_unread=True) == {"Mona", "Ada"}
    assert held.due_at
    assert held.call_at > now()
    held.letter.refresh_from_db()
    assert held.letter.state == "waiting"
    assert not sent(angry).exists()


@pytest.mark.parametrize("what", ["resolved", "answered", "writer left"])
def test_what_is_overtaken_while_it_waits_is_stopped(cast, angry, eyes, jens, what):
    held = hold(cast, angry)
    if what == "resolved":
        closing.resolve(angry, by=cast.mona, because="phone")
    elif what == "answered":
        replying.reply(angry, KIND, by=jens)
    else:
        cast.anna.is_active = False
        cast.anna.save()
    due_again(held)
    held.letter.refresh_from_db()
    assert held.letter.state == "stopped"
    assert held.due_at is None


def test_it_goes_along_when_conversations_are_merged(cast, angry, eyes, jens):
    held = hold(cast, angry)
    merging.merge(angry, cast.parcel, by=cast.mona)
    held = Cooling.objects.select_related("letter__conversation").get(pk=held.pk)
    assert held.letter.conversation == cast.parcel
    cooling.release(held, by=jens)
    scheduling.send_due()
    assert sent(cast.parcel).exists()


def test_what_a_dead_worker_left_is_looked_after_by_the_next(cast, angry, eyes):
    held = hold(cast, angry)
    Cooling.objects.update(leased_by="elsewhere/1/1", leased_until=now() - timedelta(hours=1))
    from promisedesk.core import leases

    leases.rescue()
    due_again(held, call_at=now() - timedelta(seconds=1))
    assert told(is_unread=True) == {"Mona", "Ada"}


def test_letting_it_go_twice_is_told_once(cast, angry, jens):
    levels.change(wants_second_eyes=True, by=cast.ada)
    row = hold(cast, angry)
    cooling.release(row, by=jens)
    cooling.release(row, by=cast.ada)
    assert Event.objects.filter(verb="reply.released").count() == 1
    assert Cooling.objects.get(pk=row.pk).released_by == jens
