"""Who may join a conversation and who only says so, through the SMTP door (S-03, S-04, S-05)."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.channels.email import sending
from promisedesk.channels.email.tests.conftest import add_shop, letter, read_everything
from promisedesk.contacts.models import Contact, Identity
from promisedesk.conversations import joining, participants, replying
from promisedesk.conversations.models import Conversation, Delivery, Message, Participant
from promisedesk.core.memo import forget_all
from promisedesk.core.models import Event
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db(transaction=True)

CLARA, MALLORY, COLIN = "clara@customer.example", "mallory@else.example", "colin@customer.example"
SECRET = "My door code is 4711."
QUESTION = f"Where is my parcel? {SECRET}"


@pytest.fixture
def anna(shop):
    return Agent.objects.create_user("anna@shop.example", "Anna Kowalska")


@pytest.fixture
def hears(door):
    """A mail comes in by SMTP and is read: hears("Hello", sender=...) -> its message."""

    def come_in(text="Hello?", *, to="help@shop.example", envelope="", **fields) -> Message:
        before = set(Message.objects.values_list("pk", flat=True))
        door.send(letter(text, **fields), to=to, sender=envelope or CLARA)
        read_everything()
        forget_all()
        return Message.objects.filter(direction="in").exclude(pk__in=before).get()

    return come_in


@pytest.fixture
def asked(hears):
    """Clara's conversation, in which she wrote something private."""
    return hears(QUESTION, message_id="<first@customer.example>").conversation


@pytest.fixture
def answered(asked, anna):
    """Our letter in it."""
    return replying.reply(asked, "It left on Monday.", by=anna)


def send_all() -> None:
    Delivery.objects.filter(state__in=["queued", "held", "deferred"]).update(
        due_at=now() - timedelta(days=1)
    )
    while sending.send_due():
        pass


def token_address(conversation) -> str:
    return f"help+{conversation.reply_token}@shop.example"


def answers(message_id: str) -> str:
    return f"In-Reply-To: {message_id}\nReferences: {message_id}\n"


# --- S-03: strangers


@pytest.mark.parametrize(
    "claims",
    [
        lambda one, ours: {"subject": f"Re: My parcel [#{one.ref}]"},
        lambda one, ours: {"more": answers("<first@customer.example>")},
        lambda one, ours: {"more": answers(ours.message_id)},
        lambda one, ours: {"to": token_address(one)},
        lambda one, ours: {"to": token_address(one), "more": answers(ours.message_id)},
        lambda one, ours: {"to": token_address(one)[:-14] + "@shop.example"},
    ],
    ids=["reference", "her-id", "our-id", "token", "both", "half-a-token"],
)
def test_a_stranger_gets_a_conversation_of_their_own_and_nothing_of_hers(
    hears, asked, answered, sink, claims
):
    message = hears("Tell me all", sender=f"Clara Holm <{MALLORY}>", **claims(asked, answered))

    assert message.conversation != asked
    assert message.conversation.contact != asked.contact
    assert asked.messages.filter(direction="in").count() == 1
    send_all()
    for mail in sink.letters_to(MALLORY):
        assert SECRET not in mail.as_string()
        assert SECRET not in mail.get_body().get_content()


def test_the_agent_sees_who_knocked_on_both_sides(hears, asked, answered):
    stray = hears("It is me", sender=MALLORY, more=answers(answered.message_id)).conversation
    other = asked.participants.get()
    assert (other.address, other.state, other.came_by) == (MALLORY, "pending", "reply")
    told = Event.objects.get(verb="conversation.stranger")
    assert (told.conversation_id, told.data["ref"]) == (stray.pk, asked.ref)
    told = Event.objects.get(verb="conversation.referred")
    assert (told.conversation_id, told.data["ref"]) == (asked.pk, stray.ref)
    assert joining.referred_to(stray) == asked


def test_somebody_pending_or_kept_out_does_not_come_in_by_writing_again(
    hears, asked, answered, anna
):
    for text in ("Me again", "And again"):
        again = hears(text, sender=MALLORY, more=answers(answered.message_id))
        assert again.conversation != asked
        participants.keep_out(asked.participants.get(), by=anna)


def test_her_other_address_is_hers_with_one_click(hears, asked, answered, anna):
    stray = hears(
        "Me, from work", sender="c.holm@work.example", more=answers(answered.message_id)
    ).conversation
    joining.same_person(stray, asked, by=anna)

    assert asked.messages.filter(text="Me, from work").get().contact == asked.contact
    assert not stray.messages.exists()
    again = hears("And again", sender="c.holm@work.example", to=token_address(asked))
    assert again.conversation == asked
    # The acknowledgement of the stray conversation names an address of its own.
    assert hears("To that", sender=CLARA, to=token_address(stray)).conversation == asked


# --- S-04: people beside the customer


def test_who_is_named_in_to_and_cc_waits_and_gets_nothing(hears, asked, anna, sink):
    hears(
        "With my colleague",
        to=token_address(asked),
        more=f"Cc: Colin <{COLIN}>, help@shop.example, {CLARA}, anna@shop.example\n",
    )
    other = asked.participants.get()
    assert (other.address, other.name, other.state) == (COLIN, "Colin", "pending")

    replying.reply(asked, "It left.", by=anna)
    send_all()
    assert {mail.to for mail in sink.mails} == {CLARA}
    assert not any(mail.letter["Cc"] for mail in sink.mails)


def test_a_spoofed_mail_that_adds_somebody_shows_them_nothing_old(hears, asked, anna, sink):
    hears("Please copy my lawyer", to=token_address(asked), more=f"Cc: {MALLORY}\n")
    participants.let_in(asked.participants.get(), by=anna)
    replying.reply(asked, "As you wish.", by=anna)
    send_all()
    (copy,) = sink.letters_to(MALLORY)
    assert "As you wish." in copy.get_body(["plain"]).get_content()
    for part in copy.iter_parts():
        assert SECRET not in part.get_content()


def test_who_is_let_in_gets_copies_may_write_and_opens_it_again(hears, asked, anna, sink):
    hears("And Colin", to=token_address(asked), more=f"Cc: Colin <{COLIN}>\n")
    participants.let_in(asked.participants.get(), by=anna)
    ours = replying.reply(asked, "It left.", by=anna)
    send_all()
    hers, his = sink.letters_to(CLARA)[-1], sink.letters_to(COLIN)[0]
    assert hers.as_bytes() == his.as_bytes()
    assert (hers["To"], hers["Cc"]) == (f"Clara Holm <{CLARA}>", f"Colin <{COLIN}>")
    assert not Promise.objects.owed().exists()

    his_answer = hears(
        "Thank you, and where is the lid?", sender=f"Colin <{COLIN}>", more=answers(ours.message_id)
    )
    assert his_answer.conversation == asked
    asked.refresh_from_db()
    assert (asked.state, asked.contact.name) == ("open", "Clara Holm")
    assert Promise.objects.owed().get().conversation == asked
    assert (his_answer.contact.name, his_answer.from_address) == ("Colin", COLIN)
    # Our answers still go to the customer.
    assert replying.answer_address(asked) == CLARA


def test_who_was_blind_copied_does_not_become_the_customer(hears, asked):
    before = asked.contact
    reply_all = hears("I was blind copied", sender=COLIN, more=answers("<first@customer.example>"))
    asked.refresh_from_db()
    assert reply_all.conversation != asked
    assert asked.contact == before


@pytest.mark.parametrize("more", ["", "Auto-Submitted: auto-generated\n"])
def test_a_service_that_mails_a_conversations_address_is_no_customer_and_is_not_quoted(
    hears, asked, anna, sink, more
):
    code = hears(
        "Your code is 8472913", sender="noreply@service.example", to=token_address(asked), more=more
    )
    assert code.conversation != asked
    asked.refresh_from_db()
    assert asked.contact.name == "Clara Holm"
    replying.reply(asked, "It left.", by=anna)
    send_all()
    assert not any("8472913" in str(mail.letter) for mail in sink.mails)


def test_forty_people_are_written_down_and_the_rest_counted(hears, asked):
    crowd = ", ".join(f"p{number}@crowd.example" for number in range(50))
    hears("Everybody", to=token_address(asked), more=f"Cc: {crowd}\n")
    assert asked.participants.count() == participants.MOST
    told = Event.objects.get(verb="participant.too_many")
    assert told.data["number"] == 10


# --- S-05: who it says it is from


@pytest.mark.parametrize(
    ("sender", "mark"),
    [
        (f"{CLARA}, {MALLORY}", "doubt:several"),
        (f"Team: {CLARA};", "doubt:several"),
        (f"Clara <{CLARA}>\nFrom: Mallory <{MALLORY}>", "doubt:several"),
        (f'"{CLARA}" <{MALLORY}>', "doubt:name"),
        ("Clara <clara@cust\u043emer.example>", "doubt:letters"),
        ("Clara <clara@xn--custmer-djg.example>", "doubt:letters"),
        ("Anna Kowalska <anna@shop.example>", "doubt:ours"),
        ("Shop <help@shop.example>", "doubt:ours"),
    ],
)
def test_a_from_that_misleads_is_marked_and_is_nobodys_identity(hears, asked, anna, sender, mark):
    people = Contact.objects.filter(pk=asked.contact_id)
    forged = "Authentication-Results: mx.google.com; dmarc=pass header.from=shop.example\n"
    message = hears(
        "I am who I say",
        sender=sender,
        to=token_address(asked),
        more=forged + "X-Promisedesk-Agent: anna@shop.example\nX-Promisedesk-State: resolved\n",
    )
    assert {"unverified", mark} <= set(message.marks)
    assert "auth:pass" not in message.marks
    assert message.conversation != asked
    assert message.agent is None
    assert message.direction == "in"
    assert message.contact != asked.contact
    asked.refresh_from_db()
    assert asked.state == "open"
    assert people.get().identities.count() == 1
    if mark == "doubt:several":
        assert not message.contact.identities.exists()
        assert not Delivery.objects.filter(message__conversation=message.conversation).exists()


def test_the_name_of_another_address_is_no_name(hears, asked):
    message = hears("Hello", sender=f'"{CLARA}" <{MALLORY}>')
    assert (message.from_name, message.contact.name) == ("", "")
    assert message.contact.identities.get().value == MALLORY


def test_an_answer_goes_where_she_is_known_not_where_a_late_mail_says(hears, asked, anna):
    hears("Answer me there", to=token_address(asked), more=f"Reply-To: {MALLORY}\n")
    assert replying.answer_address(asked) == CLARA
    first = hears("A form", sender="forms@site.example", more="Reply-To: nora@home.example\n")
    assert replying.answer_address(first.conversation) == "nora@home.example"


def test_two_people_with_one_name_stay_two(hears, asked):
    hears("Hello", sender="Clara Holm <clara@other.example>")
    assert Contact.objects.filter(name="Clara Holm").count() == 2
    assert Identity.objects.count() == 2


# --- I-08: one mail, two inboxes


def test_one_mail_to_two_inboxes_is_two_conversations_and_one_acknowledgement(door, shop):
    add_shop("returns@shop.example")
    raw = letter(message_id="<both@customer.example>", to="help@shop.example, returns@shop.example")
    door.send(raw, to=["help@shop.example", "returns@shop.example"])
    read_everything()

    first, second = Conversation.objects.order_by("pk")
    assert first.inbox != second.inbox
    assert Delivery.objects.count() == 1
    assert Promise.objects.count() == 2
    told = dict(
        Event.objects.filter(verb="conversation.also_in").values_list(
            "conversation_id", "data__ref"
        )
    )
    assert told == {first.pk: second.ref, second.pk: first.ref}
    assert not Participant.objects.exists()


def test_the_same_words_over_another_way_are_one_inquiry_too(door, shop):
    add_shop("returns@shop.example")
    door.send(letter(message_id="<both@customer.example>"))
    read_everything()
    door.send(
        letter(message_id="<both@customer.example>", more="X-List: copy\n"),
        to="returns@shop.example",
    )
    read_everything()
    assert Conversation.objects.count() == 2
    assert Delivery.objects.count() == 1
