"""What came apart is put together, and taken apart again as it was."""

import pytest

from promisedesk.contacts import finding
from promisedesk.conversations import closing, deliveries, joining, replying, splitting
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.promises.models import Promise
from promisedesk.search.models import Document

pytestmark = pytest.mark.django_db
WORK = "clara@work.example"


@pytest.fixture
def ours(cast):
    return replying.reply(cast.parcel, "It left on Monday.", by=cast.anna)


@pytest.fixture
def stray(cast, ours):
    """Somebody answered our letter from another address."""
    return cast.hears("From work", address=WORK, name="C. Holm", in_reply_to=ours.message_id)


def fresh(conversation: Conversation) -> Conversation:
    return Conversation.objects.get(pk=conversation.pk)


def owed_in(conversation) -> list[Promise]:
    return list(Promise.objects.owed().filter(conversation=conversation))


def test_who_is_let_in_brings_what_they_wrote_and_what_is_owed(cast, stray):
    apart = stray.conversation
    promise = Promise.objects.get(conversation=apart)
    joining.let_join(apart, cast.parcel, by=cast.anna)

    assert list(cast.parcel.messages.filter(direction="in")) == [stray]
    assert owed_in(cast.parcel) == [promise]
    parcel = fresh(cast.parcel)
    assert (parcel.state, parcel.due_at, parcel.contact) == ("open", promise.due_at, cast.clara)
    assert (fresh(apart).state, fresh(apart).due_at) == ("resolved", None)
    other = cast.parcel.participants.get()
    assert (other.address, other.state) == (WORK, "approved")
    assert cast.hears("More", address=WORK, reply_token=apart.reply_token).conversation == parcel
    assert Document.objects.filter(kind="message", key=stray.pk).count() == 1


def test_it_can_be_taken_apart_again(cast, stray):
    apart = stray.conversation
    joining.let_join(apart, cast.parcel, by=cast.anna)
    assert joining.take_apart(fresh(cast.parcel), apart.public_id, by=cast.anna) == apart
    assert apart.messages.filter(direction="in").get() == stray
    assert len(owed_in(apart)) == 1
    assert not owed_in(cast.parcel)
    assert fresh(apart).due_at == owed_in(apart)[0].due_at
    assert fresh(cast.parcel).due_at is None
    assert (fresh(apart).state, cast.parcel.participants.get().state) == ("open", "pending")
    with pytest.raises(Refused):
        joining.take_apart(fresh(cast.parcel), apart.public_id, by=cast.anna)


@pytest.mark.parametrize(
    ("then", "state"),
    [
        (deliveries.sent, "waiting"),
        (lambda delivery: None, "waiting"),  # on its way
        (lambda delivery: deliveries.failed(delivery, "550 No"), "open"),
    ],
    ids=["sent", "queued", "failed"],
)
def test_a_question_answered_meanwhile_is_not_open_again(cast, stray, then, state):
    apart = stray.conversation
    joining.let_join(apart, cast.parcel, by=cast.anna)
    then(replying.reply(fresh(cast.parcel), "To you.", by=cast.anna).delivery)
    joining.take_apart(fresh(cast.parcel), apart.public_id, by=cast.anna)
    assert fresh(apart).state == state


def test_nor_one_that_was_resolved_meanwhile(cast, stray):
    apart = stray.conversation
    joining.let_join(apart, cast.parcel, by=cast.anna)
    deliveries.sent(replying.reply(fresh(cast.parcel), "To you.", by=cast.anna).delivery)
    closing.resolve(fresh(cast.parcel), by=cast.anna)
    joining.take_apart(fresh(cast.parcel), apart.public_id, by=cast.anna)
    assert (fresh(apart).state, owed_in(apart)) == ("resolved", [])


def test_of_two_that_owe_an_answer_one_answer_settles_both(cast, ours, stray):
    hers = cast.hears("And?", reply_token=cast.parcel.reply_token)
    joining.let_join(stray.conversation, fresh(cast.parcel), by=cast.anna)
    assert Promise.objects.owed().count() == 2
    soonest = min(Promise.objects.values_list("due_at", flat=True))
    assert fresh(cast.parcel).due_at == soonest
    answer = replying.reply(fresh(cast.parcel), "To both of you.", by=cast.anna)
    deliveries.sent(answer.delivery)
    assert set(Promise.objects.values_list("asked_by", "state")) == {
        (hers.pk, "kept"),
        (stray.pk, "kept"),
    }
    assert fresh(cast.parcel).due_at is None


def test_the_same_person_is_one_contact_with_all_they_wrote(cast, stray):
    finding.find_or_create(WORK).identities.create(kind="phone", value="+447700900118")
    source, apart = stray.contact, stray.conversation
    joining.same_person(apart, cast.parcel, by=cast.anna)

    values = set(cast.clara.identities.values_list("value", flat=True))
    assert values == {"clara@customer.example", WORK, "+447700900118"}
    assert not source.identities.exists()
    assert not source.conversations.exists()
    stray.refresh_from_db()
    assert (stray.conversation, stray.contact) == (cast.parcel, cast.clara)
    assert Promise.objects.get(asked_by=stray).contact == cast.clara
    assert not cast.parcel.participants.exists()
    cast.clara.refresh_from_db()
    assert cast.clara.name == "Clara Holm"


def test_and_two_again_when_it_was_a_mistake(cast, stray):
    source, apart = stray.contact, stray.conversation
    joining.same_person(apart, cast.parcel, by=cast.anna)
    joining.take_apart(fresh(cast.parcel), apart.public_id, by=cast.anna)

    assert source.identities.get().value == WORK
    assert cast.clara.identities.get().value == "clara@customer.example"
    stray.refresh_from_db()
    assert (stray.conversation, stray.contact) == (apart, source)
    assert fresh(apart).contact == source
    assert fresh(cast.parcel).contact == cast.clara
    assert Promise.objects.get(asked_by=stray).contact == source


def test_a_card_with_more_addresses_is_not_swallowed(cast, stray):
    stray.contact.identities.create(kind="email", value="another@person.example")
    with pytest.raises(Refused, match="other addresses"):
        joining.same_person(stray.conversation, cast.parcel, by=cast.anna)
    stray.refresh_from_db()
    assert stray.contact != cast.clara


def test_nothing_opens_a_conversation_among_the_spam(cast, stray):
    closing.mark_spam(cast.parcel, by=cast.anna)
    joining.let_join(stray.conversation, cast.parcel, by=cast.anna)
    assert fresh(cast.parcel).state == "spam"


def test_it_may_be_left_apart(cast, stray):
    joining.leave_apart(stray.conversation, cast.parcel, by=cast.anna)
    assert cast.parcel.participants.get().state == "refused"
    assert stray.conversation.messages.filter(direction="in").exists()


class TestSplitting:
    def test_a_new_matter_becomes_a_conversation_of_its_own(self, cast, ours):
        deliveries.sent(ours.delivery)
        other = cast.hears(
            "Do you sell tea?", subject="RE: Tea", reply_token=cast.parcel.reply_token
        )
        cast.hears("And my parcel?", reply_token=cast.parcel.reply_token)
        new = splitting.split(other, by=cast.anna)

        assert new.messages.get() == other
        assert (new.subject, new.contact, new.state) == ("Tea", cast.clara, "open")
        assert len(owed_in(new)) == len(owed_in(cast.parcel)) == 1
        assert fresh(new).due_at
        assert fresh(cast.parcel).due_at

    def test_what_was_answered_waits_again(self, cast, ours):
        first = cast.hears("Parcel", reply_token=cast.parcel.reply_token)
        answer = replying.reply(fresh(cast.parcel), "Here", by=cast.anna)
        deliveries.sent(answer.delivery)
        other = cast.hears("Tea", subject="Tea", reply_token=cast.parcel.reply_token)
        splitting.split(other, by=cast.anna)
        assert (fresh(cast.parcel).state, fresh(cast.parcel).due_at) == ("waiting", None)
        assert cast.parcel.messages.filter(pk=first.pk).exists()

    def test_an_old_question_that_was_answered_owes_nothing_anew(self, cast, ours):
        old = cast.hears("Tea?", subject="Tea", reply_token=cast.parcel.reply_token)
        cast.hears("Parcel", reply_token=cast.parcel.reply_token)
        answer = replying.reply(fresh(cast.parcel), "Both", by=cast.anna)
        deliveries.sent(answer.delivery)
        new = splitting.split(old, by=cast.anna)
        assert not owed_in(new)

    def test_not_the_only_message_nor_one_of_ours(self, cast, ours):
        only = cast.hears("Parcel", reply_token=cast.parcel.reply_token)
        for message in (only, ours):
            with pytest.raises(Refused):
                splitting.split(message, by=cast.anna)
