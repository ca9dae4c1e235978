"""Resolved without an answer, thanked for, opened again: what becomes of what was promised."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.conversations import closing, deliveries, replying, snoozing, thanking
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db
State = Conversation.State


@pytest.fixture
def cast():
    return Cast()


def fresh(conversation):
    return Conversation.objects.get(pk=conversation.pk)


def promise_of(conversation):
    return Promise.objects.filter(conversation=conversation).order_by("-pk").first()


def overdue(conversation):
    ago = now() - timedelta(hours=1)
    Promise.objects.filter(conversation=conversation).update(
        made_at=ago - timedelta(days=1), due_at=ago, state="broken"
    )
    Conversation.objects.filter(pk=conversation.pk).update(due_at=ago)


def answered(cast):
    """Clara's question, answered; and how her next mail answers that."""
    conversation = cast.hears().conversation
    answer = replying.reply(conversation, "It left today.", by=cast.anna)
    deliveries.sent(answer.delivery)
    return conversation, {"in_reply_to": answer.message_id}


def test_a_question_is_resolved_unanswered_only_with_a_reason(cast):
    conversation = cast.hears().conversation
    with pytest.raises(closing.Unanswered):
        closing.resolve(conversation, by=cast.anna)
    closing.resolve(conversation, by=cast.anna, because="phone")
    row = fresh(conversation)
    assert (row.state, row.resolved_because, row.due_at) == (State.RESOLVED, "phone", None)
    assert promise_of(conversation).state == "withdrawn"
    said = Event.objects.get(verb="conversation.resolved_unanswered")
    assert said.data["because"] == "phone"


def test_what_was_missed_stays_missed_but_is_owed_no_more(cast):
    conversation = cast.hears().conversation
    overdue(conversation)
    closing.resolve(conversation, by=cast.anna, because="They came to the shop.")
    promise = promise_of(conversation)
    assert (promise.state, promise.settled_at is None) == ("broken", False)
    assert not Promise.objects.owed().exists()
    assert fresh(conversation).due_at is None


def test_opened_again_the_question_is_owed_from_its_arrival(cast):
    conversation = cast.hears(arrived_at=now() - timedelta(hours=3)).conversation
    closing.resolve(conversation, by=cast.anna, because="phone")
    closing.reopen(fresh(conversation), by=cast.anna)
    owed = Promise.objects.owed().get(conversation=conversation)
    assert owed.made_at == conversation.messages.first().created_at
    assert fresh(conversation).due_at == owed.due_at
    assert fresh(conversation).resolved_because == ""


def test_opened_again_the_letter_that_told_of_it_is_true_again(cast):
    conversation = cast.hears(may_acknowledge=True).conversation
    told = Message.objects.get(conversation=conversation, automatic=True)
    deliveries.sent(told.delivery)
    before = promise_of(conversation)
    assert before.told_at is not None
    closing.resolve(conversation, by=cast.anna, because="phone")
    closing.reopen(fresh(conversation), by=cast.anna)
    again = promise_of(conversation)
    assert again.pk != before.pk
    assert (again.told_at, again.told_by) == (before.told_at, told)


def test_opened_again_what_was_answered_is_owed_nothing(cast):
    conversation, _thread = answered(cast)
    closing.resolve(conversation, by=cast.anna)
    closing.reopen(fresh(conversation), by=cast.anna)
    assert not Promise.objects.owed().exists()


def test_thanks_after_resolving_leaves_it_resolved(cast):
    conversation, thread = answered(cast)
    closing.resolve(conversation, by=cast.anna)
    Conversation.objects.filter(pk=conversation.pk).update(is_unread=False)
    message = cast.hears("Thank you, Anna!\n\nClara", **thread)
    row = fresh(conversation)
    assert message.conversation == conversation
    assert (row.state, row.due_at, row.is_unread) == (State.RESOLVED, None, False)
    assert row.preview.startswith("Thank you")
    assert Promise.objects.count() == 1
    assert not Event.objects.filter(verb="conversation.reopened").exists()


def test_thanks_while_we_wait_owes_nothing_and_wakes_nobody(cast):
    conversation, thread = answered(cast)
    snoozing.snooze(fresh(conversation), now() + timedelta(days=2), by=cast.anna)
    cast.hears("Спасибо!", **thread)
    row = fresh(conversation)
    assert (row.state, row.due_at) == (State.WAITING, None)
    assert row.snoozed_until is not None


def test_one_click_makes_it_a_question_from_its_arrival(cast):
    conversation, thread = answered(cast)
    closing.resolve(conversation, by=cast.anna)
    message = cast.hears("Thanks", arrived_at=now() - timedelta(minutes=5), **thread)
    thanking.reopen(message, by=cast.anna)
    owed = Promise.objects.owed().get()
    assert (owed.asked_by, owed.made_at) == (message, message.created_at)
    assert fresh(conversation).state == State.OPEN
    with pytest.raises(Refused):
        thanking.reopen(message, by=cast.anna)


def test_the_same_while_we_wait(cast):
    conversation, thread = answered(cast)
    message = cast.hears("Thanks", **thread)
    thanking.reopen(message, by=cast.anna)
    assert fresh(conversation).state == State.OPEN
    assert Promise.objects.owed().get().asked_by == message


TELL_US = "Tell us if a new kettle suits you, then we post it today."


@pytest.mark.parametrize(
    ("asked", "said", "is_resolved", "is_thanks"),
    [
        ("Shall we send another?", "Ok, thanks", True, False),
        ("Shall we send another?", "Thanks", True, True),
        ("Shall we send another?", "Thanks", False, False),
        ("It left today.", "Ok, thanks", True, True),
        ("It left today.", "Thanks", False, True),
        (TELL_US, "Sounds good, thanks!", False, False),
        (TELL_US, "Perfect, thank you", False, False),
        (TELL_US, "Хорошо, спасибо", False, False),
        (TELL_US, "Dobrze, dziękuję", False, False),
        (TELL_US, "OK", False, False),
        ("It left today.", "Thanks, but where is it?", True, False),
    ],
)
def test_a_yes_to_what_we_asked_is_no_thanks(cast, asked, said, is_resolved, is_thanks):
    conversation = cast.hears().conversation
    answer = replying.reply(conversation, asked, by=cast.anna)
    deliveries.sent(answer.delivery)
    if is_resolved:
        closing.resolve(fresh(conversation), by=cast.anna)
    cast.hears(said, in_reply_to=answer.message_id)
    assert (fresh(conversation).state != State.OPEN) == is_thanks
    assert Promise.objects.owed().exists() != is_thanks


def test_thanks_among_the_spam_are_owed_nothing(cast):
    conversation, thread = answered(cast)
    message = cast.hears("Thanks", **thread)
    closing.mark_spam(fresh(conversation), by=cast.anna)
    with pytest.raises(Refused):
        thanking.reopen(message, by=cast.anna)
    assert not Promise.objects.owed().exists()


def test_thanks_to_a_question_of_theirs_that_is_open_leaves_it_owed(cast):
    conversation, thread = answered(cast)
    cast.hears("And the kettle?", **thread)
    cast.hears("Thanks!", **thread)
    assert fresh(conversation).state == State.OPEN
    assert Promise.objects.owed().count() == 1


def test_a_file_is_more_than_thanks(cast):
    from promisedesk.conversations.incoming import IncomingFile

    conversation, thread = answered(cast)
    closing.resolve(fresh(conversation), by=cast.anna)
    cast.hears("Thanks", files=[IncomingFile("a.pdf", "application/pdf", 3, "0" * 64)], **thread)
    assert fresh(conversation).state == State.OPEN


def test_an_answer_after_the_thanks_owes_nothing(cast):
    conversation, thread = answered(cast)
    late = replying.reply(conversation, "One more thing.", by=cast.anna)
    cast.hears("Thanks", **thread)
    deliveries.sent(late.delivery)
    assert not Promise.objects.owed().exists()
