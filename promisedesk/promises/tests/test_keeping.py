"""When a promise is kept, when it is not, and what comes next."""

from datetime import timedelta

import pytest

from promisedesk.conversations import closing, deliveries, replying
from promisedesk.conversations.models import Conversation, Delivery
from promisedesk.core.models import Event
from promisedesk.promises import breaking
from promisedesk.promises.models import Promise
from promisedesk.promises.tests.conftest import MONDAY_NOON

HOUR = timedelta(hours=1)
DUE = MONDAY_NOON + timedelta(days=1)


@pytest.fixture
def question(cast):
    return cast.hears()


@pytest.fixture
def conversation(question):
    return question.conversation


def answer(cast, conversation, text="It left on Monday."):
    return replying.reply(conversation, text, by=cast.anna)


def hand_over(message):
    deliveries.sent(message.delivery)


def promises() -> list[tuple[str, int | None]]:
    return [(one.state_now, one.late_s) for one in Promise.objects.order_by("pk")]


def verbs() -> list[str]:
    found = Event.objects.filter(verb__startswith="promise.").order_by("pk")
    return [verb.removeprefix("promise.") for verb in found.values_list("verb", flat=True)]


class TestKept:
    def test_not_by_the_click_but_by_the_handing_over(self, cast, clock, conversation):
        clock.shift(HOUR)
        message = answer(cast, conversation)
        assert promises() == [("running", None)]
        clock.shift(HOUR)
        hand_over(message)
        assert promises() == [("kept", 0)]
        promise = Promise.objects.get()
        assert (promise.settled_at, promise.settled_by) == (MONDAY_NOON + 2 * HOUR, message)
        assert verbs() == ["made", "kept"]

    def test_until_the_very_last_moment(self, cast, clock, conversation):
        message = answer(cast, conversation)
        clock.move_to(DUE)
        hand_over(message)
        assert promises() == [("kept", 0)]

    def test_not_by_a_note(self, cast, conversation):
        replying.note(conversation, "The courier lost it.", by=cast.anna)
        assert promises() == [("running", None)]

    def test_not_by_the_acknowledgement_which_only_tells(self, conversation, clock):
        clock.shift(timedelta(seconds=3))
        hand_over(conversation.messages.get(automatic=True))
        promise = Promise.objects.get()
        assert (promise.state, promise.settled_at) == ("running", None)
        assert promise.told_at == MONDAY_NOON + timedelta(seconds=3)
        assert verbs() == ["made", "told"]

    def test_not_by_an_answer_that_came_back(self, cast, conversation):
        deliveries.failed(answer(cast, conversation).delivery, "550 no such person")
        assert promises() == [("running", None)]

    def test_not_twice(self, cast, conversation):
        message = answer(cast, conversation)
        hand_over(message)
        hand_over(answer(cast, conversation, "And one thing more."))
        assert promises() == [("kept", 0)]
        assert Promise.objects.get().settled_by == message

    def test_takes_it_from_the_list(self, cast, conversation):
        hand_over(answer(cast, conversation))
        row = Conversation.objects.get(pk=conversation.pk)
        assert (row.due_at, row.due_since, row.sort_at) == (None, None, row.last_at)

    def test_makes_her_somebody_we_have_answered(self, cast, conversation):
        message = answer(cast, conversation)
        cast.clara.refresh_from_db()
        assert cast.clara.answered_at is None
        hand_over(message)
        cast.clara.refresh_from_db()
        assert cast.clara.answered_at == MONDAY_NOON


class TestBroken:
    def test_from_the_moment_it_is_due_whether_or_not_a_worker_looked(self, conversation, clock):
        clock.move_to(DUE - timedelta(seconds=1))
        assert promises() == [("running", None)]
        clock.move_to(DUE)
        assert promises() == [("broken", 1)]  # begun seconds count
        clock.shift(timedelta(seconds=90))
        assert promises() == [("broken", 90)]
        assert Promise.objects.in_state("broken").count() == 1
        assert Promise.objects.in_state("running").count() == 0

    def test_is_written_down_once_at_the_time_it_broke(self, conversation, clock):
        clock.move_to(DUE + HOUR)
        assert breaking.break_due() == 1
        assert breaking.break_due() == 0
        assert Promise.objects.get().state == "broken"
        assert Event.objects.get(verb="promise.broken").at == DUE

    @pytest.mark.parametrize("worker_looked", [True, False])
    def test_a_late_answer_makes_it_good_and_it_stays_broken(
        self, cast, clock, conversation, worker_looked
    ):
        clock.move_to(DUE + HOUR)
        if worker_looked:
            breaking.break_due()
        hand_over(answer(cast, conversation))
        clock.shift(timedelta(days=9))
        breaking.break_due()
        assert promises() == [("broken", 3600)]
        assert Promise.objects.get().settled_at == DUE + HOUR
        assert verbs()[-1] == "made_good"
        assert Conversation.objects.get(pk=conversation.pk).due_at is None

    def test_an_answer_written_in_time_and_handed_over_late_is_late(
        self, cast, clock, conversation
    ):
        message = answer(cast, conversation)
        clock.move_to(DUE + timedelta(seconds=2))
        hand_over(message)
        assert promises() == [("broken", 2)]

    def test_by_less_than_a_second_is_late_by_one(self, cast, clock, conversation):
        message = answer(cast, conversation)
        clock.move_to(DUE + timedelta(milliseconds=1))
        hand_over(message)
        assert promises() == [("broken", 1)]

    def test_not_by_an_answer_that_left_in_time_and_was_written_down_after(
        self, cast, clock, conversation
    ):
        message = answer(cast, conversation)
        clock.move_to(DUE + timedelta(seconds=2))
        breaking.break_due()
        deliveries.sent(message.delivery, DUE - timedelta(seconds=1))
        assert promises() == [("kept", 0)]
        assert verbs()[-1] == "kept"

    def test_a_clock_that_jumps_back_mends_nothing(self, conversation, clock):
        clock.move_to(DUE + HOUR)
        breaking.break_due()
        clock.move_to(MONDAY_NOON)
        assert promises() == [("broken", None)]


class TestTheNextOne:
    def test_starts_with_her_next_mail_after_the_answer(self, cast, clock, conversation):
        hand_over(answer(cast, conversation))
        clock.shift(2 * HOUR)
        cast.hears("And the lid?", reply_token=conversation.reply_token)
        assert promises() == [("kept", 0), ("running", None)]
        assert Promise.objects.last().made_at == MONDAY_NOON + 2 * HOUR

    def test_is_not_acknowledged_again(self, cast, conversation):
        hand_over(answer(cast, conversation))
        cast.hears("And the lid?", reply_token=conversation.reply_token)
        assert conversation.messages.filter(automatic=True).count() == 1

    def test_starts_with_a_mail_written_while_ours_was_on_its_way(self, cast, clock, conversation):
        message = answer(cast, conversation)
        clock.shift(timedelta(seconds=20))
        between = cast.hears("And the lid?", reply_token=conversation.reply_token)
        assert promises() == [("running", None)]
        clock.shift(timedelta(seconds=20))
        hand_over(message)
        assert promises() == [("kept", 0), ("running", None)]
        following = Promise.objects.last()
        assert following.asked_by == between
        assert following.made_at == MONDAY_NOON + timedelta(seconds=20)
        assert Conversation.objects.get(pk=conversation.pk).due_at == following.due_at

    def test_is_settled_only_by_an_answer_written_after_it(self, cast, clock, conversation):
        first, second = answer(cast, conversation), answer(cast, conversation, "By courier.")
        clock.shift(HOUR)
        cast.hears("And the lid?", reply_token=conversation.reply_token)
        hand_over(first)
        hand_over(second)
        assert promises() == [("kept", 0), ("running", None)]
        clock.shift(HOUR)
        hand_over(answer(cast, conversation, "The lid too."))
        assert promises() == [("kept", 0), ("kept", 0)]

    def test_does_not_start_with_a_mail_that_a_faster_answer_was_to(
        self, cast, clock, conversation
    ):
        greylisted = answer(cast, conversation)
        clock.shift(HOUR)
        cast.hears("And the lid?", reply_token=conversation.reply_token)
        clock.shift(HOUR)
        hand_over(answer(cast, conversation, "The lid too."))
        clock.shift(HOUR)
        hand_over(greylisted)
        assert promises() == [("kept", 0)]
        assert Conversation.objects.get(pk=conversation.pk).due_at is None

    def test_starts_with_a_mail_fetched_after_ours_was_written_however_old_it_is(
        self, cast, clock, conversation
    ):
        clock.shift(HOUR)
        message = answer(cast, conversation)
        arrived = MONDAY_NOON + timedelta(minutes=30)
        late = cast.hears("The lid?", arrived_at=arrived, reply_token=conversation.reply_token)
        clock.shift(timedelta(seconds=10))
        hand_over(message)
        assert promises() == [("kept", 0), ("running", None)]
        following = Promise.objects.last()
        assert (following.asked_by, following.made_at) == (late, arrived)

    def test_does_not_start_with_what_a_robot_of_hers_wrote(self, cast, conversation):
        message = answer(cast, conversation)
        cast.hears("I am away", reply_token=conversation.reply_token, is_automatic=True)
        hand_over(message)
        assert promises() == [("kept", 0)]


class TestSpam:
    def test_withdraws_what_runs(self, cast, conversation):
        closing.mark_spam(conversation, by=cast.anna)
        assert promises() == [("withdrawn", None)]
        assert Conversation.objects.get(pk=conversation.pk).due_at is None
        assert verbs() == ["made", "withdrawn"]

    def test_leaves_broken_what_was_broken(self, cast, clock, conversation):
        clock.move_to(DUE + HOUR)
        closing.mark_spam(conversation, by=cast.anna)
        assert [state for state, _late in promises()] == ["broken"]

    def test_promises_nothing_when_an_answer_leaves_that_was_on_its_way(
        self, cast, clock, conversation
    ):
        message = answer(cast, conversation)
        clock.shift(HOUR)
        cast.hears("Cheap watches", reply_token=conversation.reply_token)
        closing.mark_spam(Conversation.objects.get(pk=conversation.pk), by=cast.anna)
        hand_over(message)
        assert promises() == [("withdrawn", None)]
        assert Conversation.objects.get(pk=conversation.pk).due_at is None

    def test_what_was_broken_is_made_good_by_an_answer_that_was_on_its_way(
        self, cast, clock, conversation
    ):
        message = answer(cast, conversation)
        clock.move_to(DUE + HOUR)
        closing.mark_spam(Conversation.objects.get(pk=conversation.pk), by=cast.anna)
        hand_over(message)
        assert promises() == [("broken", 3600)]
        assert Promise.objects.get().settled_by == message

    def test_taken_back_promises_again_from_the_true_arrival(self, cast, clock, conversation):
        closing.mark_spam(conversation, by=cast.anna)
        clock.shift(2 * HOUR)
        closing.not_spam(conversation, by=cast.anna)
        assert [state for state, _late in promises()] == ["withdrawn", "running"]
        assert Promise.objects.last().due_at == DUE
        assert Conversation.objects.get(pk=conversation.pk).due_at == DUE

    def test_taken_back_after_it_was_due_is_broken(self, cast, clock, conversation):
        closing.mark_spam(conversation, by=cast.anna)
        clock.move_to(DUE + HOUR)
        closing.not_spam(conversation, by=cast.anna)
        assert promises()[-1] == ("broken", 3600)

    def test_taken_back_when_all_was_answered_promises_nothing(self, cast, clock, conversation):
        clock.shift(HOUR)
        hand_over(answer(cast, conversation))
        closing.mark_spam(conversation, by=cast.anna)
        closing.not_spam(conversation, by=cast.anna)
        assert promises() == [("kept", 0)]


class TestAnAnswerThatCameBack:
    """docs/decisions/0014"""

    @pytest.fixture
    def sent(self, cast, clock, conversation):
        clock.shift(HOUR)
        message = answer(cast, conversation)
        hand_over(message)
        clock.shift(HOUR)
        return message

    def test_has_kept_nothing_and_is_owed_by_the_same_hour(self, sent):
        deliveries.bounced(sent.delivery, "clara@customer.example")
        assert promises() == [("running", None)]
        conversation = Conversation.objects.get(pk=sent.conversation_id)
        assert (conversation.state, conversation.due_at) == ("open", DUE)
        assert verbs()[-1] == "undone"

    def test_is_broken_when_it_comes_back_after_the_hour(self, sent, clock):
        clock.move_to(DUE + HOUR)
        deliveries.bounced(sent.delivery, "clara@customer.example")
        assert promises() == [("broken", 3600)]

    def test_takes_the_place_of_what_was_promised_since(self, cast, sent, conversation):
        cast.hears("And the lid?", reply_token=conversation.reply_token)
        deliveries.bounced(sent.delivery, "clara@customer.example")
        assert promises() == [("running", None), ("withdrawn", None)]

    def test_is_settled_by_the_next(self, cast, sent, conversation):
        deliveries.bounced(sent.delivery, "clara@customer.example")
        hand_over(answer(cast, conversation, "Once more."))
        assert promises() == [("kept", 0)]

    def test_opens_what_was_resolved(self, cast, sent):
        closing.resolve(Conversation.objects.get(pk=sent.conversation_id), by=cast.anna)
        deliveries.bounced(Delivery.objects.get(message=sent), "clara@customer.example")
        assert Conversation.objects.get(pk=sent.conversation_id).state == "open"

    def test_is_not_owed_when_another_arrived(self, cast, sent, conversation):
        hand_over(answer(cast, conversation, "By courier."))
        deliveries.bounced(sent.delivery, "clara@customer.example")
        assert promises() == [("kept", 0)]

    def test_is_not_owed_to_spam(self, cast, sent):
        closing.mark_spam(Conversation.objects.get(pk=sent.conversation_id), by=cast.anna)
        deliveries.bounced(sent.delivery, "clara@customer.example")
        assert promises() == [("kept", 0)]
