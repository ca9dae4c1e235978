import pytest

from promisedesk.conversations import assigning, closing, deliveries, replying
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event

pytestmark = pytest.mark.django_db
State = Conversation.State


def fresh(conversation):
    return Conversation.objects.get(pk=conversation.pk)


def test_what_is_answered_can_be_resolved_and_opened_again(cast):
    closing.resolve(cast.parcel, by=cast.anna)
    assert fresh(cast.parcel).state == State.RESOLVED
    closing.reopen(cast.parcel, by=cast.anna)
    assert fresh(cast.parcel).state == State.OPEN
    verbs = Event.objects.filter(conversation_id=cast.parcel.pk).order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == [
        "conversation.resolved",
        "conversation.reopened",
    ]


def test_who_still_waits_for_an_answer_is_not_resolved_away(cast):
    conversation = fresh(cast.hears().conversation)
    with pytest.raises(Refused, match="Answer first"):
        closing.resolve(conversation, by=cast.anna)
    message = replying.reply(conversation, "It left.", by=cast.anna)
    closing.resolve(fresh(conversation), by=cast.anna)  # the answer is on its way
    assert fresh(conversation).due_at is not None  # and is owed until it was handed over
    deliveries.sent(message.delivery)
    assert fresh(conversation).due_at is None
    assert fresh(conversation).state == State.RESOLVED


def test_an_answer_that_was_lost_is_none(cast):
    conversation = cast.hears().conversation
    message = replying.reply(conversation, "It left.", by=cast.anna)
    closing.resolve(fresh(conversation), by=cast.anna)
    deliveries.failed(message.delivery, "no such mailbox")
    assert fresh(conversation).state == State.OPEN
    with pytest.raises(closing.Unanswered):
        closing.resolve(fresh(conversation), by=cast.anna)


def test_spam_goes_and_comes_back(cast):
    closing.mark_spam(cast.parcel, by=cast.anna)
    assert fresh(cast.parcel).state == State.SPAM
    closing.not_spam(cast.parcel, by=cast.anna)
    assert fresh(cast.parcel).state == State.OPEN


@pytest.mark.parametrize(
    ("state", "deed"),
    [
        (State.RESOLVED, closing.resolve),
        (State.SPAM, closing.resolve),
        (State.OPEN, closing.reopen),
        (State.SPAM, closing.reopen),
        (State.SPAM, closing.mark_spam),
        (State.OPEN, closing.not_spam),
    ],
)
def test_what_makes_no_sense_is_refused(cast, state, deed):
    cast.parcel.state = state
    cast.parcel.save(update_fields=["state"])
    with pytest.raises(Refused):
        deed(cast.parcel, by=cast.anna)
    assert fresh(cast.parcel).state == state
    assert not Event.objects.filter(conversation_id=cast.parcel.pk).exists()


def test_a_conversation_is_given_to_an_agent_and_put_back(cast):
    assert assigning.assign(cast.parcel, cast.anna, by=cast.mona)
    assert not assigning.assign(cast.parcel, cast.anna, by=cast.mona)
    assert fresh(cast.parcel).assignee == cast.anna
    assert assigning.assign(cast.parcel, None, by=cast.mona)
    assert fresh(cast.parcel).assignee is None
    assert Event.objects.filter(verb__startswith="conversation.").count() == 2


def answered(cast):
    """Clara's question, answered and handed over; and the row as it was read then."""
    conversation = cast.hears().conversation
    answer = replying.reply(conversation, "It left today.", by=cast.anna)
    deliveries.sent(answer.delivery)
    return fresh(conversation), {"in_reply_to": answer.message_id}


def test_a_page_loaded_before_the_next_question_cannot_resolve_it_away(cast):
    stale, thread = answered(cast)
    assert cast.hears("And the kettle?", **thread).conversation == stale
    with pytest.raises(Refused, match="Answer first"):
        closing.resolve(stale, by=cast.anna)
    now_there = fresh(stale)
    assert (now_there.state, now_there.due_at is None) == (State.OPEN, False)


@pytest.mark.parametrize(
    ("state", "deed"),
    [
        (State.SPAM, closing.resolve),
        (State.OPEN, closing.reopen),
        (State.SPAM, closing.mark_spam),
        (State.OPEN, closing.not_spam),
    ],
)
def test_the_second_of_two_who_press_at_once_is_refused(cast, state, deed):
    before = {closing.reopen: State.RESOLVED, closing.not_spam: State.SPAM}.get(deed, State.OPEN)
    Conversation.objects.filter(pk=cast.parcel.pk).update(state=before)
    stale = fresh(cast.parcel)
    Conversation.objects.filter(pk=cast.parcel.pk).update(state=state)
    with pytest.raises(Refused):
        deed(stale, by=cast.anna)
    assert fresh(cast.parcel).state == state


def test_an_answer_from_an_old_page_leaves_the_place_of_what_is_owed(cast):
    stale, thread = answered(cast)
    cast.hears("And the kettle?", **thread)
    replying.reply(stale, "One more thing.", by=cast.anna)
    now_there = fresh(stale)
    assert now_there.sort_at == now_there.due_at


def test_an_answer_from_an_old_page_takes_it_from_nobody(cast):
    conversation = cast.hears().conversation
    stale = fresh(conversation)
    assigning.assign(conversation, cast.anna, by=cast.mona)
    replying.reply(stale, "It left today.", by=cast.mona)
    assert fresh(stale).assignee == cast.anna


def test_it_is_given_to_nobody_who_cannot_see_it(cast):
    with pytest.raises(Refused, match="Boris Reed cannot see"):
        assigning.assign(cast.parcel, cast.boris, by=cast.mona)
    cast.anna.is_active = False
    with pytest.raises(Refused):
        assigning.assign(cast.parcel, cast.anna, by=cast.mona)
    assert fresh(cast.parcel).assignee is None
    assert assigning.assign(cast.parcel, cast.ada, by=cast.mona)
