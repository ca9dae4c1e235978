"""A new time instead of one that cannot be kept."""

from datetime import timedelta

import pytest

from promisedesk.conversations import deliveries, replying
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises import breaking, committing, delays, renewing
from promisedesk.promises.models import Promise
from promisedesk.promises.tests.conftest import MONDAY_NOON

HOUR = timedelta(hours=1)
DUE = MONDAY_NOON + timedelta(days=1)
LATER = DUE + 4 * HOUR


@pytest.fixture
def conversation(cast):
    return cast.hears().conversation


@pytest.fixture
def promise(conversation):
    return Promise.objects.get()


def answer(cast, conversation):
    deliveries.sent(replying.reply(conversation, "Here it is.", by=cast.anna).delivery)


def states() -> list[tuple[str, int | None]]:
    return [(one.state_now, one.late_s) for one in Promise.objects.order_by("pk")]


def test_before_it_was_due_withdraws_it_and_the_new_one_counts(cast, promise, conversation):
    new = renewing.renew(promise, LATER, by=cast.anna, because="The supplier is closed.")
    promise.refresh_from_db()
    assert (promise.state, promise.renewed_by, promise.due_at) == ("withdrawn", new, DUE)
    assert (new.state, new.due_at, new.asked_by) == ("running", LATER, promise.asked_by)
    assert Conversation.objects.get(pk=conversation.pk).due_at == LATER
    answer(cast, conversation)
    assert states() == [("withdrawn", None), ("kept", 0)]


def test_after_it_was_due_it_stays_broken_and_is_made_good_with_the_new_one(
    cast, clock, promise, conversation
):
    clock.move_to(DUE + HOUR)
    breaking.break_due()
    renewing.renew(promise, LATER, by=cast.anna)
    assert states() == [("broken", 3600), ("running", None)]
    clock.move_to(DUE + 2 * HOUR)
    answer(cast, conversation)
    assert states() == [("broken", 7200), ("kept", 0)]


def log(promise: Promise) -> list[str]:
    rows = Event.objects.filter(data__promise=promise.pk).order_by("pk")
    return [verb.removeprefix("promise.") for verb in rows.values_list("verb", flat=True)]


def test_after_it_was_due_it_is_written_down_as_missed_though_no_worker_looked(
    cast, clock, promise, conversation
):
    clock.move_to(DUE + HOUR)
    new = renewing.renew(promise, LATER, by=cast.anna)
    assert log(promise) == ["made", "due_soon", "broken"]
    assert Event.objects.get(verb="promise.broken").at == DUE
    breaking.break_due()
    assert log(promise) == ["made", "due_soon", "broken"]
    answer(cast, conversation)
    assert log(promise)[-1] == "made_good"
    assert log(new)[-1] == "kept"


def test_every_missed_one_of_a_chain_is_made_good_with_an_event(cast, clock, conversation):
    pledge = committing.Pledge("refund", "The refund is made by noon", DUE)
    (first,) = committing.commit(conversation, [pledge], by=cast.anna)
    clock.move_to(DUE + HOUR)
    second = renewing.renew(first, LATER, by=cast.anna)
    third = renewing.renew(second, LATER + HOUR, by=cast.anna)
    clock.move_to(LATER + 2 * HOUR)
    committing.fulfil(third, by=cast.mona)
    assert log(first)[-2:] == ["broken", "made_good"]
    assert log(second)[-1] == "renewed"  # in time: nothing to make good
    assert log(third)[-2:] == ["broken", "fulfilled_late"]
    event = Event.objects.get(data__promise=first.pk, verb="promise.made_good")
    assert (event.by, event.at) == (cast.mona, LATER + 2 * HOUR)


def test_tells_the_customer_honestly_and_answers_nothing(cast, clock, promise, conversation):
    clock.move_to(DUE + HOUR)
    new = renewing.renew(promise, LATER, by=cast.anna, says="The kettle is still in customs.")
    letter = new.told_by
    assert letter.automatic
    assert "We are sorry" in letter.text
    assert "did not keep our word" in letter.text
    assert "The kettle is still in customs." in letter.text
    assert "16:00" in letter.text
    assert cast.parcel.subject not in letter.subject
    deliveries.sent(letter.delivery)
    new.refresh_from_db()
    assert new.told_at == DUE + HOUR
    assert states() == [("broken", 3600), ("running", None)]


def test_can_be_done_again(cast, promise):
    first = renewing.renew(promise, LATER, by=cast.anna)
    second = renewing.renew(first, LATER + HOUR, by=cast.anna, is_told=False)
    assert [state for state, _late in states()] == ["withdrawn", "withdrawn", "running"]
    assert second.told_by is None


@pytest.mark.parametrize("due_at", [MONDAY_NOON, DUE, MONDAY_NOON + timedelta(days=400)])
def test_refuses_times_that_make_no_sense(cast, promise, due_at):
    with pytest.raises(Refused):
        renewing.renew(promise, due_at, by=cast.anna)
    assert states() == [("running", None)]


def test_is_refused_when_it_was_answered_meanwhile(cast, promise, conversation):
    answer(cast, conversation)
    with pytest.raises(Refused):
        renewing.renew(promise, LATER, by=cast.anna)


@pytest.mark.parametrize(
    ("deed", "was", "will"),
    [
        ("call", "We promised to call you by", "We will call you"),
        ("refund", "We promised you a refund by", "We will make the refund"),
        ("ship", "We promised to send it to you by", "We will send it"),
        ("other", "We promised you something by", "We will have done it"),
        ("answer", "We promised you an answer by", "You will have our answer"),
    ],
)
def test_the_letter_names_what_was_promised(cast, conversation, deed, was, will):
    (first,) = committing.commit(
        conversation, [committing.Pledge(deed, "for the team's eyes", DUE)], by=cast.anna
    )
    text = renewing.renew(first, LATER, by=cast.anna).told_by.text
    assert was in text
    assert will in text
    assert ("an answer" in text) == (deed == "answer")
    assert "for the team" not in text  # what no letter said is said in none


def test_the_letter_recalls_words_that_stood_in_a_letter(cast, conversation):
    letter = replying.reply(conversation, "I will call you tomorrow.", by=cast.anna)
    pledge = committing.Pledge("call", "I will call you tomorrow", DUE)
    (first,) = committing.commit(conversation, [pledge], by=cast.anna, told_by=letter)
    new = renewing.renew(first, LATER, by=cast.anna)
    assert "“I will call you tomorrow”" in new.told_by.text


def test_the_letter_can_be_read_before_it_is_sent(cast, clock, promise):
    assert delays.preview(promise, LATER, by=cast.anna, says="Customs.") == (
        renewing.renew(promise, LATER, by=cast.anna, says="Customs.").told_by.text
    )
