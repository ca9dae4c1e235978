"""Answers go out once, to whom their writer saw, and not over what came meanwhile."""

import pytest

from promisedesk.agents.models import Agent
from promisedesk.contacts.models import Identity
from promisedesk.conversations import (
    closing,
    deliveries,
    participants,
    replying,
    siding,
    undoing,
)
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.promises.models import Promise
from promisedesk.replies import sending
from promisedesk.replies.models import Macro
from promisedesk.replies.recipients import Recipients
from promisedesk.replies.sending import Changed, Letter

pytestmark = pytest.mark.django_db
CLARA, WORK = "clara@customer.example", "clara@work.example"


@pytest.fixture
def asked(cast) -> Conversation:
    return cast.hears().conversation


def newest(conversation) -> int:
    return conversation.messages.order_by("-pk").values_list("pk", flat=True).first()


def send(cast, asked, text="It left on Monday.", **more) -> Message:
    return sending.send(asked, Letter(text, **more), by=cast.anna)


def addresses(message) -> list[str]:
    return sorted(one.to_address for one in message.deliveries.all())


def test_nothing_new_nothing_stops(cast, asked):
    assert send(cast, asked, last_seen=newest(asked)).delivery.to_address == CLARA


def test_a_customer_who_wrote_meanwhile_stops_it(cast, asked):
    seen = newest(asked)
    came = cast.hears("Forget it, it is here", message_id="<2@x>", in_reply_to="<q@x>")
    Message.objects.filter(pk=came.pk).update(conversation=asked)
    with pytest.raises(Changed) as stopped:
        send(cast, asked, last_seen=seen)
    assert [one.text for one in stopped.value.came] == ["Forget it, it is here"]
    assert not asked.messages.filter(direction="out", automatic=False).exists()
    assert send(cast, asked, last_seen=newest(asked))


def test_a_colleague_stops_it_and_oneself_does_not(cast, asked):
    seen = newest(asked)
    replying.reply(asked, "It left.", by=cast.anna)
    send(cast, asked, "On Monday.", last_seen=seen)
    replying.note(asked, "Wait with this, please.", by=cast.mona)
    with pytest.raises(Changed):
        send(cast, asked, "By DPD.", last_seen=seen)
    replying.reply(asked, "I answered.", by=cast.mona)
    with pytest.raises(Changed) as stopped:
        send(cast, asked, "By DPD.", last_seen=seen)
    assert len(stopped.value.came) == 2


def test_what_the_desk_told_by_itself_stops_nothing(cast, asked):
    seen = asked.messages.filter(direction="in").get().pk
    assert asked.messages.filter(automatic=True, pk__gt=seen).exists()
    assert send(cast, asked, last_seen=seen)


def test_another_address_than_the_page_said_stops_it(cast, asked):
    with pytest.raises(Changed, match=r"would go to clara@customer\.example now"):
        send(cast, asked, shown_to="somebody@else.example")
    assert send(cast, asked, shown_to=CLARA.upper())


def test_spam_and_what_lies_in_another_conversation_is_not_answered(cast, asked):
    closing.mark_spam(asked, by=cast.anna)
    with pytest.raises(Refused, match="Take it out of the spam"):
        send(cast, asked)
    Conversation.objects.filter(pk=asked.pk).update(state="open", merged_into=cast.parcel)
    with pytest.raises(Refused, match="PARCEL22"):
        send(cast, asked)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Dear {customer.name},", "{customer.name} is not filled in"),
        ("Dear {{ name }}, by {promise.day}", "{{ name }}, {promise.day} are not filled in"),
    ],
)
def test_an_unfilled_variable_stops_reply_and_note(cast, asked, text, named):
    with pytest.raises(Refused, match=named.replace("{", r"\{")):
        send(cast, asked, text)
    with pytest.raises(Refused, match=named.replace("{", r"\{")):
        sending.note(asked, text, by=cast.anna)
    assert not asked.messages.filter(agent=cast.anna).exists()


def test_a_light_agent_writes_notes_only(cast, asked):
    Agent.objects.filter(pk=cast.anna.pk).update(role="light")
    cast.anna.refresh_from_db()
    with pytest.raises(Refused, match="Your role"):
        send(cast, asked)
    assert sending.note(asked, "Seen.", by=cast.anna)


def test_sending_and_resolving_is_one_and_undone_as_one(cast, asked):
    message = sending.send(
        asked,
        Letter("It left.", then=[{"do": "resolve"}]),
        by=cast.anna,
        hold_for=undoing.hold_time(),
    )
    asked.refresh_from_db()
    assert asked.state == "resolved"
    undoing.take_back(message, by=cast.anna)
    asked.refresh_from_db()
    assert (asked.state, asked.assignee) == ("open", None)


def test_sending_and_putting_aside_is_undone_as_one(cast, asked):
    hold = undoing.hold_time()
    letter = Letter("It left.", then=[{"do": "snooze", "for": "3 days"}])
    message = sending.send(asked, letter, by=cast.anna, hold_for=hold)
    asked.refresh_from_db()
    assert asked.snoozed_until is not None
    undoing.take_back(message, by=cast.anna)
    asked.refresh_from_db()
    assert asked.snoozed_until is None


def test_an_action_that_is_refused_sends_nothing(cast, asked):
    with pytest.raises(Refused):
        send(cast, asked, then=[{"do": "team", "to": "nosuchteam"}])
    assert not asked.messages.filter(agent=cast.anna).exists()


def test_what_a_macro_does_is_done_with_the_sending(cast, asked):
    actions = [{"do": "assign", "to": cast.mona.public_id}]
    macro = Macro.objects.create(name="Hand over", texts={"en": "Hello"}, actions=actions)
    send(cast, asked, macros=[macro.public_id])
    asked.refresh_from_db()
    assert asked.assignee == cast.mona


class TestRecipients:
    def test_another_address_of_the_customer(self, cast, asked):
        Identity.objects.create(contact=cast.clara, kind="email", value=WORK)
        message = send(cast, asked, recipients=Recipients(to=WORK))
        assert addresses(message) == [WORK]

    def test_a_new_address_joins_the_card(self, cast, asked):
        assert addresses(send(cast, asked, recipients=Recipients(new_to=WORK))) == [WORK]
        assert cast.clara.identities.filter(kind="email", value=WORK).exists()

    @pytest.mark.parametrize(
        ("address", "why"),
        [
            ("nonsense", "is not an e-mail address"),
            ("help@kettleandloom.example", "an address of this desk"),
            ("bob@other.example", "on the card of Bob"),
        ],
    )
    def test_a_new_address_that_cannot_be_theirs(self, cast, asked, address, why):
        cast.hears(address="bob@other.example", name="Bob", subject="Mine")
        with pytest.raises(Refused, match=why):
            send(cast, asked, recipients=Recipients(new_to=address))
        assert not asked.messages.filter(agent=cast.anna).exists()

    def test_only_those_who_are_ticked_get_copies(self, cast, asked):
        for name in ("ann", "bea"):
            participants.add(asked, f"{name}@x.example", by=cast.anna)
        message = send(cast, asked, recipients=Recipients(copies=["bea@x.example"]))
        assert addresses(message) == ["bea@x.example", CLARA]
        assert addresses(send(cast, asked, "To all.")) == ["ann@x.example", "bea@x.example", CLARA]

    def test_reply_to_all_lets_in_who_was_only_named(self, cast):
        named = [("ann@x.example", "Ann")]
        asked = cast.hears(others=named, subject="With Ann").conversation
        assert addresses(send(cast, asked)) == [CLARA]
        message = send(cast, asked, "To all.", recipients=Recipients(copies=["ann@x.example"]))
        assert addresses(message) == ["ann@x.example", CLARA]

    def test_a_subject_is_changed_and_never_emptied(self, cast, asked):
        assert send(cast, asked, recipients=Recipients(subject="Re: Your throw")).subject == (
            "Your throw"
        )
        assert send(cast, asked, "Two.", recipients=Recipients(subject="  ")).subject == (
            "Your throw"
        )

    def test_what_was_taken_back_knows_to_whom_it_went(self, cast, asked):
        participants.add(asked, "ann@x.example", by=cast.anna)
        hold = undoing.hold_time()
        message = sending.send(asked, Letter("It left."), by=cast.anna, hold_for=hold)
        taken = undoing.take_back(message, by=cast.anna)
        assert (taken.to, taken.copies) == (CLARA, ["ann@x.example"])

    def test_they_are_kept_as_they_were_chosen(self):
        chosen = Recipients(to=WORK, copies=[], subject="Yours")
        assert Recipients.read(chosen.as_json()) == chosen
        assert Recipients.read(["nonsense"]) == Recipients()
        assert Recipients().as_json() == {}


def test_a_reply_and_its_promise_are_settled_by_its_sending_alone(cast, asked):
    message = send(cast, asked)
    asked.refresh_from_db()
    assert asked.due_at is not None
    deliveries.sent(message.delivery)
    asked.refresh_from_db()
    assert asked.due_at is None


def test_a_courier_is_written_to_but_promised_nothing(cast, asked):
    side = siding.start(asked, "post@courier.example", "Lost", "Where is it?", by=cast.anna)
    send(cast, side, "I will call you tomorrow at noon.")
    assert not Promise.objects.filter(kind="commitment").exists()
