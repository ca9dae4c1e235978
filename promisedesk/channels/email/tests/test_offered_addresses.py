"""A better address in an answer is offered for the card, and gives nobody any right before."""

import pytest

from promisedesk.agents.models import Agent
from promisedesk.api.showing import contacts, with_contact_parts
from promisedesk.channels.email.tests.conftest import add_shop, letter, read_everything
from promisedesk.contacts import card
from promisedesk.contacts.models import Contact, Identity
from promisedesk.conversations import replying
from promisedesk.conversations.arriving import take_in
from promisedesk.conversations.models import Message
from promisedesk.core.errors import Refused

pytestmark = pytest.mark.django_db
WORK = "anna.holm@work.example"


@pytest.fixture
def shop(db):
    return add_shop()


@pytest.fixture
def anna(db):
    return Agent.objects.create_user("anna@agents.example", "Anna", role="agent")


@pytest.fixture
def ours(shop, anna):
    """A reply of ours to Clara."""
    asked = get(letter(message_id="<question@c.example>"))
    return replying.reply(asked.conversation, "Where shall we write?", by=anna)


def get(raw: bytes, sender: str = "clara@customer.example") -> Message:
    [arrival] = take_in(raw, source="smtp", recipients=["help@shop.example"], envelope_from=sender)
    read_everything()
    arrival.refresh_from_db()
    return arrival.message


def answers(ours, text: str, **more) -> Message:
    return get(letter(text, more=f"In-Reply-To: {ours.message_id}\n", **more))


def offered() -> list[str]:
    return list(Identity.objects.filter(kind="offered").values_list("value", flat=True))


@pytest.mark.parametrize(
    "text",
    [
        f"Please write to my work address {WORK}",
        f"Пишите лучше на {WORK}",
        f"Proszę pisać na {WORK}",
    ],
)
def test_it_is_offered_and_one_click_puts_it_on_the_card(ours, anna, text):
    message = answers(ours, text)
    assert offered() == [WORK]
    identity = Identity.objects.get(kind="offered")
    card.take_suggestion(identity, by=anna, conversation=message.conversation)
    assert offered() == []
    later = get(letter("Me again", sender=WORK, subject="New"), sender=WORK)
    assert later.contact == message.contact


def test_whoever_has_that_address_is_not_taken_for_the_one_who_said_it(ours, anna):
    said = answers(ours, f"Please use {WORK}")
    stranger = get(letter("Hello", sender=WORK, subject="Mine"), sender=WORK)
    assert stranger.contact != said.contact
    with pytest.raises(Refused, match="by now"):
        card.take_suggestion(Identity.objects.get(kind="offered"), by=anna)
    assert said.contact.identities.get(kind="email").value == "clara@customer.example"


@pytest.mark.parametrize(
    "address",
    ["help@shop.example", "help+tok@shop.example", "anna@agents.example", "dora@known.example",
     "clara@customer.example"],
)  # fmt: skip
def test_ours_and_those_of_known_people_are_not_offered(ours, address):
    get(letter("Hi", sender="dora@known.example", subject="Hi"), sender="dora@known.example")
    answers(ours, f"Please write to {address}")
    assert offered() == []


def test_a_first_mail_a_quotation_and_a_robot_offer_none(ours):
    get(letter(f"Please write to {WORK}", sender="e@f.example", subject="x"), sender="e@f.example")
    answers(ours, f"Thanks.\n\nOn Monday Anna wrote:\n> Please write to {WORK}")
    answers(ours, f"I am away, write to {WORK}")
    Identity.objects.filter(kind="offered").delete()
    get(
        letter(
            f"I am away until Monday. Please write to {WORK}",
            more=f"In-Reply-To: {ours.message_id}\nAuto-Submitted: auto-replied\n",
        )
    )
    assert offered() == []


def test_it_is_offered_once_and_can_be_dismissed(ours):
    answers(ours, f"Please use {WORK}")
    answers(ours, "Or rather use other@work.example")
    assert offered() == [WORK]
    card.dismiss_suggestion(Identity.objects.get(kind="offered"), by=None)
    assert offered() == []


def test_programs_see_a_suggested_e_mail_address(ours):
    message = answers(ours, f"Please use {WORK}")
    [shown] = contacts(with_contact_parts(Contact.objects.filter(pk=message.contact_id)))
    assert {"kind": "email", "value": WORK, "is_suggested": True} in shown["identities"]
    assert shown["address"] == "clara@customer.example"
