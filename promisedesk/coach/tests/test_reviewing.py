"""An answer is read with what the desk knows around it, and by the shop's levels."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.coach import leaving, levels, reviewing
from promisedesk.coach.models import Dismissal
from promisedesk.conversations import replying, undoing
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises.models import Promise
from promisedesk.replies import scheduling
from promisedesk.replies.models import Scheduled
from promisedesk.replies.sending import Letter


@pytest.fixture
def conversation(cast):
    cast.hears("Where is my parcel?", subject="My parcel")
    return Conversation.objects.latest("pk")


def test_the_coach_is_told_what_the_desk_knows(cast, conversation):
    draft = reviewing.draft_of(conversation, cast.anna, "Hello", attachments=2)
    assert draft.customer == "Where is my parcel?"
    assert (draft.subject, draft.adds_re) == ("My parcel", True)
    assert draft.customer_name == conversation.contact.name
    assert draft.agent_name == cast.anna.name
    assert (draft.is_answer, draft.has_written_before, draft.is_late) == (True, False, False)
    assert draft.sender.rpartition("@")[2] in draft.own_domains
    assert draft.now.tzinfo is not None
    assert draft.attachments == 2


def test_only_what_came_since_our_last_answer_is_to_be_answered(cast, conversation):
    replying.reply(conversation, "On its way.", by=cast.anna)
    cast.hears("And the lid?", references=[conversation.messages.latest("pk").message_id])
    draft = reviewing.draft_of(conversation, cast.anna, "Hello")
    assert draft.customer == "And the lid?"
    assert draft.has_written_before


def test_it_knows_that_we_are_late(cast, conversation):
    conversation.answer_due_at = now() - timedelta(minutes=1)
    assert reviewing.draft_of(conversation, cast.anna, "Hello").is_late


def test_it_knows_that_a_promise_was_missed_since_our_last_answer(cast, conversation):
    calm = "Hello Clara,\n\nyour parcel is with the courier and comes on Friday."
    assert not reviewing.draft_of(conversation, cast.anna, calm).at_fault
    missed = Promise.objects.filter(conversation=conversation)
    assert missed.update(due_at=now() - timedelta(minutes=1))
    read = reviewing.review(conversation, cast.anna, calm)
    assert "apology.fault" in [one.finding.code for one in read.hints]
    replying.reply(conversation, f"{calm} Sorry for the wait.", by=cast.anna)
    assert not reviewing.draft_of(conversation, cast.anna, calm).at_fault


def test_another_order_than_theirs_stops_the_letter(cast, conversation):
    cast.hears("My order KL-20871 is late. When will it come?", subject="Late")
    about = Conversation.objects.latest("pk")
    read = reviewing.review(about, cast.anna, "Hello Clara,\n\nyour order KL-20999 left today.")
    assert [one.finding.check for one in read.stops] == ["names"]
    read = reviewing.review(about, cast.anna, "Hello Clara,\n\nyour order KL-20871 left today.")
    assert read.stops == []


def test_names_of_other_customers_are_known(cast, conversation):
    cast.hears("Hi", address="dora@customer.example", name="Dora Lind", subject="Lamp")
    other = Conversation.objects.latest("pk")
    replying.reply(other, "Dear Dora, yes.", by=cast.anna)
    assert "Dora Lind" in reviewing.draft_of(conversation, cast.anna, "Hello").other_names


def test_a_gap_stops_the_letter_whatever_is_said(cast, conversation):
    read = reviewing.review(conversation, cast.anna, "Hello {customer.company}, it left today.")
    with pytest.raises(leaving.Stopped):
        leaving.refuse_stopped(read, "it must go")


def test_a_stop_lets_go_for_a_reason_that_is_kept(cast, conversation):
    levels.change(levels={"greeting": "stop"}, by=cast.ada)
    read = reviewing.review(conversation, cast.anna, "It left today and comes tomorrow.")
    assert [one.finding.check for one in read.stops] == ["greeting"]
    with pytest.raises(leaving.Stopped, match="The coach stops it"):
        leaving.refuse_stopped(read)
    leaving.refuse_stopped(read, "They know us")
    message = replying.reply(conversation, "It left today and comes tomorrow.", by=cast.anna)
    leaving.note_overruled(conversation, message, read, "They know us", by=cast.anna)
    kept = Dismissal.objects.get()
    assert (kept.message, kept.agent, kept.reason) == (message, cast.anna, "They know us")
    assert Event.objects.get(verb="coach.overruled").data["reason"] == "They know us"


def test_a_hint_put_aside_is_not_shown_again_until_it_is_sent(cast, conversation):
    text = "It left today and comes tomorrow."
    read = reviewing.review(conversation, cast.anna, text)
    hint = next(one for one in read.hints if one.finding.check == "greeting")
    with pytest.raises(Refused, match="Say why"):
        leaving.put_aside(conversation, hint, " ", by=cast.anna)
    leaving.put_aside(conversation, hint, "We speak all day", by=cast.anna)
    again = reviewing.review(conversation, cast.anna, text)
    assert [one.finding.check for one in again.dismissed] == ["greeting"]
    assert "greeting" not in [one.finding.check for one in again.hints]
    message = replying.reply(conversation, text, by=cast.anna)
    assert Dismissal.objects.get().message == message
    later = reviewing.review(conversation, cast.anna, text)
    assert later.dismissed == []


def test_what_is_put_aside_holds_for_whoever_did_it(cast, conversation):
    text = "It left today and comes tomorrow."
    read = reviewing.review(conversation, cast.anna, text)
    hint = next(one for one in read.hints if one.finding.check == "greeting")
    leaving.put_aside(conversation, hint, "We speak all day", by=cast.anna)
    assert reviewing.review(conversation, cast.boris, text).dismissed == []
    replying.reply(conversation, "Hello Clara, tomorrow.", by=cast.boris)
    assert Dismissal.objects.get().message is None


def test_a_stop_overruled_for_a_letter_sent_later_holds_for_that_letter_alone(cast, conversation):
    text = "Hello Clara,\n\nthe money went to the card 4111 1111 1111 1111."
    read = reviewing.review(conversation, cast.anna, text)
    row = scheduling.schedule(conversation, Letter(text), now() + timedelta(hours=1), by=cast.anna)
    leaving.note_overruled(conversation, None, read, "They know us", by=cast.anna)
    assert reviewing.review(conversation, cast.anna, text).stops == []  # taken back, say
    past = now() - timedelta(seconds=1)
    Scheduled.objects.filter(pk=row.pk).update(send_at=past, due_at=past)
    assert scheduling.send_due() == 1
    assert Dismissal.objects.get().message == conversation.messages.get(direction="out", text=text)
    again = reviewing.review(conversation, cast.anna, text)
    assert [one.finding.check for one in again.stops] == ["secrets"]


def test_a_secret_that_is_put_aside_is_kept_by_its_last_digits(cast, conversation):
    text = "Hello Clara,\n\nthe money went to the card 4111 1111 1111 1111."
    (hint,) = reviewing.review(conversation, cast.anna, text).stops
    leaving.put_aside(conversation, hint, "They know us", by=cast.anna)
    kept = Dismissal.objects.get().words
    assert kept.startswith("•••• •••• •••• 1111 #")
    assert "4111" not in hint.key
    assert reviewing.review(conversation, cast.anna, text).stops == []
    for other in ("4012 8888 8888 1881", "4000 0000 0006 1111"):
        read = reviewing.review(conversation, cast.anna, text.replace("4111 1111 1111 1111", other))
        assert [one.finding.check for one in read.stops] == ["secrets"], other


def test_a_second_password_is_not_put_aside_with_the_first(cast, conversation):
    text = "Hello Clara,\n\nyour password: Kettle77!x is set."
    (hint,) = reviewing.review(conversation, cast.anna, text).stops
    leaving.put_aside(conversation, hint, "It is for one day", by=cast.anna)
    assert "Kettle77" not in Dismissal.objects.get().words
    both = f"{text} And the other password: Loom88?y too."
    read = reviewing.review(conversation, cast.anna, both)
    assert [one.excerpt for one in read.stops] == ["Loom88?y"]


def test_no_secret_is_kept_with_a_hint_about_a_whole_sentence(cast, conversation):
    card = "4111 1111 1111 1111"
    text = f"Hello Clara,\n\nit went to the card {card} today {'and it went there again ' * 20}."
    read = reviewing.review(conversation, cast.anna, text)
    longs = [one for one in read.hints if one.finding.check == "sentences"]
    assert longs
    assert all(card not in one.about for one in longs)


def test_reasons_come_back_with_a_letter_that_is_taken_back(cast, conversation):
    text = "Hello Clara,\n\nthe money went to the card 4111 1111 1111 1111."
    read = reviewing.review(conversation, cast.anna, text)
    message = replying.reply(conversation, text, by=cast.anna, hold_for=timedelta(seconds=20))
    leaving.note_overruled(conversation, message, read, "They asked for it", by=cast.anna)
    undoing.take_back(message, by=cast.anna)
    assert Dismissal.objects.get().reason == "They asked for it"
    assert reviewing.review(conversation, cast.anna, text).stops == []


def _open(about, agent, text):
    hints = reviewing.review(about, agent, text).hints
    return [one for one in hints if one.finding.check == "questions"]


def test_of_several_open_questions_one_is_put_aside(cast, conversation):
    cast.hears(
        "When will my lamp arrive? Does the shade come in blue? What does the return cost?",
        subject="Three things",
    )
    about = Conversation.objects.latest("pk")
    text = "Hello Clara, thank you for your message."
    still_open = _open(about, cast.anna, text)
    assert len({one.key for one in still_open}) == 3
    leaving.put_aside(about, still_open[0], "Answered on the phone", by=cast.anna)
    again = _open(about, cast.anna, text)
    assert [one.key for one in again] == [one.key for one in still_open[1:]]


def test_a_check_that_is_off_is_not_made(cast, conversation):
    levels.change(levels={"greeting": "off"}, by=cast.ada)
    read = reviewing.review(conversation, cast.anna, "It left today.")
    assert "greeting" not in [one.finding.check for one in read.hints]
