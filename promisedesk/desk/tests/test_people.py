"""People beside the customer on the page of a conversation: asked about, decided with a click."""

import pytest
from django.db import connection

from promisedesk.conversations import customers, deliveries, participants, replying
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Conversation, Message, Participant
from promisedesk.core import files
from promisedesk.core.errors import Refused
from promisedesk.desk.tests.letters import letter

pytestmark = pytest.mark.django_db
COLIN, WORK = "colin@customer.example", "clara@work.example"


@pytest.fixture
def asked(cast):
    return letter(cast, "Bent frame", others=[(COLIN, "Colin")]).conversation


@pytest.fixture
def stray(cast, asked):
    ours = replying.reply(asked, "We look.", by=cast.anna)
    return letter(
        cast, "Re: Bent frame", address=WORK, name="C. Holm", in_reply_to=ours.message_id
    ).conversation


def page(client, conversation, view="all"):
    return client.get(f"/inbox/{view}/{conversation.public_id}/")


def press(client, conversation, path, **fields):
    return client.post(f"/inbox/all/{conversation.public_id}/{path}", fields, follow=True)


def test_who_is_named_is_asked_about_and_let_in_or_kept_out(anna, cast, asked):
    shown = page(anna, asked).content.decode()
    assert "1 other person is named." in shown
    assert COLIN in shown
    other = asked.participants.get()

    told = press(anna, asked, f"participants/{other.public_id}/", let_in="1").content.decode()
    assert "They take part from now on." in told
    assert "Mail to Clara Holm and 1 other" in told
    assert "Anna Kowalska let colin@customer.example take part" in told
    assert "is named." not in told

    told = press(anna, asked, f"participants/{other.public_id}/").content.decode()
    assert "Kept out" in told
    other.refresh_from_db()
    assert (other.state, other.decided_by) == ("refused", cast.anna)


def test_a_stranger_is_let_join_from_their_own_page(anna, asked, stray):
    shown = page(anna, stray).content.decode()
    assert "takes no part in conversation" in shown
    assert asked.ref in shown
    told = press(anna, stray, "knock/", let_join="1")
    assert told.request["PATH_INFO"] == f"/inbox/all/{asked.public_id}/"
    assert "Take apart again" in told.content.decode()
    assert asked.messages.filter(from_address=WORK).exists()
    assert "Open" in page(anna, stray).content.decode()  # where it went

    told = press(anna, asked, f"joined/{stray.public_id}/").content.decode()
    assert "They are two conversations again." in told
    assert "Take apart again" not in told
    assert stray.messages.filter(from_address=WORK).exists()


def test_letting_a_stranger_in_on_the_other_page_brings_their_letter_too(anna, asked, stray):
    assert "wrote from outside" in page(anna, asked).content.decode()
    other = asked.participants.get(address=WORK)
    press(anna, asked, f"participants/{other.public_id}/", let_in="1")
    assert asked.messages.filter(from_address=WORK).exists()


def test_another_address_of_hers_is_taken_over_and_given_back(anna, cast, asked, stray):
    assert "This is Clara Holm too" in page(anna, stray).content.decode()
    press(anna, stray, "knock/", same_person="1")
    assert cast.clara.identities.filter(value=WORK).exists()
    press(anna, asked, f"joined/{stray.public_id}/")
    assert not cast.clara.identities.filter(value=WORK).exists()


def test_leaving_it_apart_asks_no_more(anna, asked, stray):
    press(anna, stray, "knock/", leave="1")
    assert (
        "takes no part in conversation"
        not in page(anna, stray).content.decode().split('class="event"')[0]
    )
    assert asked.participants.get(address=WORK).state == "refused"


def test_an_address_she_asks_answers_to_is_added_to_her_card(anna, cast, asked):
    letter(cast, "Re: Bent frame", reply_to="clara@home.example", reply_token=asked.reply_token)
    assert "clara@home.example" in page(anna, asked).content.decode()
    press(anna, asked, "address/", address="clara@home.example")
    assert cast.clara.identities.filter(value="clara@home.example").exists()
    assert "asks for answers to" not in page(anna, asked).content.decode()
    assert press(anna, asked, "address/", address="evil@else.example").status_code == 404


def test_an_address_that_is_not_hers_leaves_the_card(anna, cast, asked):
    other = cast.clara.identities.create(kind="email", value="claire@else.example")
    shown = page(anna, asked).content.decode()
    assert "claire@else.example is somebody else’s" in shown
    press(anna, asked, f"contact/addresses/{other.pk}/")
    other.refresh_from_db()
    assert other.contact != cast.clara
    only = cast.clara.identities.get()
    told = press(anna, asked, f"contact/addresses/{only.pk}/").content.decode()
    assert "This is the only address on the card." in told
    assert "is somebody else’s" not in told.split("Customer")[-1]


FORWARD = (
    "For you.\n\n---------- Forwarded message ---------\nFrom: Nora Quist <nora@customer.example>\n"
    "Date: Fri, 20 Nov 2026\nSubject: Broken kettle\nTo: <anna@kettleandloom.example>\n\n"
    "It does not boil."
)


def test_the_original_sender_of_a_forward_is_made_the_customer(anna, cast):
    message = letter(cast, "Fwd: Broken kettle", text=FORWARD, marks=["forwarded"])
    shown = page(anna, message.conversation).content.decode()
    assert "Make Nora Quist the customer" in shown
    told = press(anna, message.conversation, "customer/", message=message.public_id)
    assert "the customer, whose mail clara@customer.example had forwarded" in told.content.decode()
    message.refresh_from_db()
    conversation = Conversation.objects.get(pk=message.conversation_id)
    assert conversation.contact.name == message.contact.name == "Nora Quist"
    assert (conversation.subject, message.text) == ("Broken kettle", "It does not boil.")
    assert message.quoted_text == FORWARD
    assert conversation.promises.get(state="running").contact == conversation.contact
    assert replying.answer_address(conversation) == "nora@customer.example"
    assert "Make Nora" not in page(anna, conversation).content.decode()


def test_who_is_made_the_customer_was_told_nothing_yet(anna, cast):
    marks = ["forwarded", "unverified", "doubt:ours"]
    message = letter(cast, "Fwd: Broken kettle", text=FORWARD, marks=marks)
    was = message.conversation.promises.get()
    deliveries.sent(was.told_by.delivery)
    before = page(anna, message.conversation).content.decode()
    assert "was promised an answer" in before
    assert "The customer was told:" in before
    told = press(anna, message.conversation, "customer/", message=message.public_id)
    shown = told.content.decode()
    assert "was promised an answer" not in shown
    assert "The customer was told:" not in shown
    assert "the customer has not been told yet" in shown
    assert "nothing proves it" not in shown
    was.refresh_from_db()
    now = message.conversation.promises.get(state="running")
    assert (was.state, was.contact, was.told_at is None) == ("withdrawn", cast.clara, False)
    assert (now.contact.name, now.told_at, now.due_at) == ("Nora Quist", None, was.due_at)
    message.refresh_from_db()
    assert message.marks == ["forwarded"]


@pytest.mark.django_db(transaction=True)
def test_the_file_of_an_attached_mail_is_not_read_while_rows_are_locked(cast, monkeypatch):
    raw = b"From: Nora Quist <nora@customer.example>\r\nSubject: Broken kettle\r\n\r\nIt broke."
    attached = IncomingFile("mail.eml", "message/rfc822", len(raw), files.store(raw))
    message = letter(cast, "Fwd: x", text="See.", marks=["forwarded"], files=[attached])
    were_locked, read = [], files.read

    def reading(sha256):
        were_locked.append(connection.in_atomic_block)
        return read(sha256)

    monkeypatch.setattr(files, "read", reading)
    customers.make_customer(message.conversation, message, by=cast.anna)
    assert were_locked == [False]
    assert message.conversation.contact.name == "Nora Quist"


@pytest.mark.parametrize(
    ("subject", "text", "files_beside", "is_asked"),
    [
        ("My order", "Here is what Nora wrote to me.", True, False),
        ("My order", "Here is what Nora wrote to me.", False, False),
        ("Fwd: Broken kettle", "For you.", True, True),
        ("Broken kettle", "", False, True),
    ],
)
def test_a_mail_attached_to_the_customers_own_words_is_no_forward(
    anna, cast, subject, text, files_beside, is_asked
):
    raw = b"From: Nora Quist <nora@customer.example>\r\nSubject: Broken kettle\r\n\r\nIt broke."
    attached = [IncomingFile("mail.eml", "message/rfc822", len(raw), files.store(raw))]
    if files_beside:
        attached.append(IncomingFile("a.txt", "text/plain", 2, files.store(b"Hi")))
    message = letter(cast, subject, text=text, marks=["forwarded"], files=attached)
    shown = page(anna, message.conversation).content.decode()
    assert ("Make Nora Quist the customer" in shown) == is_asked


def test_of_two_clicks_at_once_the_second_changes_nothing(cast):
    message = letter(cast, "Fwd: Broken kettle", text=FORWARD, marks=["forwarded"])
    as_seen = Message.objects.select_related("conversation").get(pk=message.pk)
    customers.make_customer(message.conversation, message, by=cast.anna)
    with pytest.raises(Refused):
        customers.make_customer(as_seen.conversation, as_seen, by=cast.anna)
    assert Message.objects.get(pk=message.pk).quoted_text == FORWARD


def test_a_new_matter_can_be_taken_out(anna, cast, asked):
    other = letter(cast, "Do you sell tea?", text="Tea?", reply_token=asked.reply_token)
    assert "Make it a conversation of its own" in page(anna, asked).content.decode()
    told = press(anna, asked, f"matters/{other.public_id}/")
    assert "This is a conversation of its own now." in told.content.decode()
    other.refresh_from_db()
    assert other.conversation != asked


def test_one_of_several_messages_can_be_taken_out_whatever_its_subject(anna, cast, asked):
    says = "Make it a conversation of its own"
    assert says not in page(anna, asked).content.decode()
    more = letter(cast, asked.subject, text="And tea?", reply_token=asked.reply_token)
    html = page(anna, asked).content.decode()
    assert html.count(f'aria-label="{says}"') == 2
    assert f"matters/{more.public_id}/" in html


def test_a_reply_takes_others_along(anna, cast, asked):
    press(anna, asked, "reply/", text="We look into it.", cc="dora@d.example, erik@e.example")
    message = asked.messages.get(direction="out", automatic=False)
    assert set(message.deliveries.values_list("to_address", "is_copy")) == {
        ("clara@customer.example", False),
        ("dora@d.example", True),
        ("erik@e.example", True),
    }
    assert COLIN not in message.deliveries.values_list("to_address", flat=True)


def test_a_wrong_address_sends_nothing_and_loses_nothing(anna, asked):
    shown = press(anna, asked, "reply/", text="We look into it.", cc="dora@d.example nonsense")
    assert shown.status_code == 422
    content = shown.content.decode()
    assert "“nonsense” is not an e-mail address." in content
    assert 'value="dora@d.example nonsense"' in content
    assert "We look into it." in content
    assert not asked.messages.filter(direction="out", automatic=False).exists()
    assert not asked.participants.filter(address="dora@d.example").exists()


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("doubt:several", "names several senders"),
        ("doubt:name", "shows another address"),
        ("doubt:letters", "only look familiar"),
        ("doubt:ours", "nothing proves it"),
        ("auth:fail", "does not come from where it says"),
    ],
)
def test_doubts_about_a_sender_stand_in_the_message(anna, cast, mark, words):
    message = letter(cast, "Hello", marks=["unverified", mark])
    shown = page(anna, message.conversation).content.decode()
    assert "Not verified" in shown
    assert words in shown


def test_other_teams_decide_nothing(cast, signed_in, asked, stray):
    boris = signed_in(cast.boris)
    other = asked.participants.first()
    for path in (f"participants/{other.public_id}/", "knock/", "customer/", "address/"):
        for one in (asked, stray):
            assert press(boris, one, path, let_in="1").status_code == 404
    assert press(boris, asked, f"joined/{stray.public_id}/").status_code == 404
    assert Participant.objects.filter(state="pending").count() == 2


def test_a_participant_of_another_conversation_is_not_reached_from_this_one(anna, cast, asked):
    elsewhere = participants.add(cast.parcel, "dora@d.example", by=cast.anna)
    assert press(anna, asked, f"participants/{elsewhere.public_id}/").status_code == 404
    elsewhere.refresh_from_db()
    assert elsewhere.state == "approved"
