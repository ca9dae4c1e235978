"""A storm of one sender is one conversation with a counter; nobody is lost in it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import now

from promisedesk.contacts.models import Contact
from promisedesk.conversations import closing, folding, inboxes
from promisedesk.conversations.incoming import IncomingFile, IncomingMessage
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core import health
from promisedesk.core.models import Event
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db
ROBOT = "alarm@machine.example"
TEXT = "The kettle sensor in hall nine has failed again."
THINGS = ("mugs", "kettles", "throws", "towels", "lamps", "rugs", "bowls", "plates", "spoons",
          "chairs", "tables", "clocks", "books")  # fmt: skip


def of(address: str):
    return Conversation.objects.filter(contact__identities__value=address)


def acknowledgements(address: str) -> int:
    return Delivery.objects.filter(to_address=address, is_automatic=True).count()


def test_twenty_equal_mails_are_one_conversation_and_the_different_one_is_seen(cast):
    for n in range(20):
        cast.hears(TEXT, address=ROBOT, subject="Alarm", message_id=f"<{n}@machine.example>")
    cast.hears("Do you sell spare sensors?", address=ROBOT, subject="A question")

    different, storm = of(ROBOT).order_by("-id")
    assert (storm.folded, storm.messages.filter(direction="in").count()) == (19, 20)
    assert (different.folded, different.subject) == (0, "A question")
    assert Promise.objects.filter(conversation=storm).count() == 1
    assert Promise.objects.filter(conversation=different).count() == 1
    assert acknowledgements(ROBOT) == 2
    assert storm.messages.filter(marks__icontains=folding.ALIKE).count() == 19


@pytest.mark.parametrize(
    "text",
    [TEXT.upper(), TEXT.replace(" ", "\n"), f"  {TEXT}\n\n"],
    ids=["other case", "other lines", "other edges"],
)
def test_alike_is_said_by_the_words(cast, text):
    cast.hears(TEXT, address=ROBOT, subject="Alarm")
    cast.hears(text, address=ROBOT, subject="ALARM", quoted_text="> what you wrote")
    assert of(ROBOT).get().folded == 1


def test_the_same_words_under_another_subject_are_another_question(cast):
    for n in range(4):
        cast.hears("Where is it? I have waited for a week.", subject=f"Order {'abcd'[n]}")
    assert of("clara@customer.example").exclude(pk=cast.parcel.pk).count() == 4


def test_a_person_who_asks_three_things_has_three_conversations(cast):
    for text in ("Where is my parcel?", "Do you have green mugs?", "How do I return a throw?"):
        cast.hears(text)
    assert of("clara@customer.example").exclude(pk=cast.parcel.pk).count() == 3
    assert Promise.objects.count() == 3


def test_two_orders_are_two_questions_though_only_the_number_differs(cast):
    cast.hears("Where is my order 4711? It should be here.")
    cast.hears("Where is my order 4712? It should be here.")
    assert of("clara@customer.example").exclude(pk=cast.parcel.pk).count() == 2


def test_a_counting_robot_is_found_out(cast):
    for n in range(30):
        cast.hears(f"Disk {n} of the machine is full.", address=ROBOT, subject=f"Disk {n}")
    conversations = of(ROBOT)
    assert conversations.count() == folding.MOST_NEARLY
    assert sum(one.folded for one in conversations) == 30 - folding.MOST_NEARLY
    assert Message.objects.filter(from_address=ROBOT).count() == 30


@pytest.mark.parametrize("text", ["Hello?", "", "4711"])
def test_a_text_of_few_letters_says_nothing_without_its_subject(cast, text):
    cast.hears(text, subject="My parcel")
    cast.hears(text, subject="Green mugs")
    cast.hears(text, subject="Green mugs")
    assert sorted(of("clara@customer.example").values_list("subject", "folded"))[:2] == [
        ("Green mugs", 1),
        ("My parcel", 0),
    ]


def test_other_files_are_another_mail(cast):
    def with_file(sha256):
        file = IncomingFile("label.pdf", "application/pdf", 5, sha256)
        cast.hears("Please see the attached label.", files=[file], address=ROBOT)

    for sha256 in ("a" * 64, "b" * 64, "b" * 64):
        with_file(sha256)
    assert sorted(of(ROBOT).values_list("folded", flat=True)) == [0, 1]


def test_a_form_that_writes_for_many_people_keeps_them_apart(cast):
    for n in range(15):
        cast.hears("Where is my parcel?", address="form@shop.example", reply_to=f"{n}@c.example")
    assert of("form@shop.example").count() == 15
    assert Delivery.objects.filter(is_automatic=True).count() == 15


def test_equal_mails_of_different_people_stay_apart(cast):
    for n in range(20):
        cast.hears("Your shop is down!", address=f"{n}@customer.example")
    assert Conversation.objects.exclude(pk=cast.parcel.pk).count() == 20


def test_a_liar_with_ever_new_words_fills_a_few_rows_and_no_more(cast):
    for n in range(60):
        words = " ".join(THINGS[(n // 13**k) % 13] for k in range(3))
        cast.hears(f"We have received your kind letter about {words}.", address=ROBOT,
                   subject=words)  # fmt: skip
    assert of(ROBOT).count() == folding.MOST_APART
    newest = of(ROBOT).order_by("-id").first()
    assert newest.folded == 60 - folding.MOST_APART
    assert Message.objects.filter(from_address=ROBOT, direction="in").count() == 60
    assert acknowledgements(ROBOT) == 3
    assert Event.objects.filter(verb="conversation.storm").count() == 1
    assert Promise.objects.filter(conversation__in=of(ROBOT)).count() == folding.MOST_APART


def test_after_an_hour_it_is_a_new_question(cast):
    at = now() - timedelta(hours=3)
    cast.hears(TEXT, arrived_at=at)
    cast.hears(TEXT, arrived_at=at + timedelta(minutes=61))
    cast.hears(TEXT, arrived_at=at + timedelta(minutes=100))
    found = of("clara@customer.example").exclude(pk=cast.parcel.pk).order_by("id")
    assert list(found.values_list("folded", flat=True)) == [0, 1]


def test_one_that_was_resolved_opens_again(cast):
    first = cast.hears(TEXT, may_acknowledge=False).conversation
    Promise.objects.update(state="kept", settled_at=now())
    Conversation.objects.filter(pk=first.pk).update(due_at=None, answer_due_at=None)
    closing.resolve(first, by=cast.anna)
    cast.hears(TEXT)
    first.refresh_from_db()
    assert (first.state, first.folded) == ("open", 1)
    assert Promise.objects.owed().filter(conversation=first).count() == 1


def test_what_equals_a_spam_of_this_sender_goes_there(cast):
    spam = cast.hears("Buy our pills at once.", address=ROBOT).conversation
    closing.mark_spam(spam, by=cast.anna)
    cast.hears("Buy our pills at once.", address=ROBOT)
    cast.hears("Where is the parcel I ordered?", address=ROBOT)
    assert sorted(of(ROBOT).values_list("state", "folded")) == [("open", 0), ("spam", 1)]


def test_what_equals_a_mail_that_only_a_filter_called_spam_is_seen(cast):
    forged = cast.hears(TEXT, spam_because="X-Spam-Flag").conversation
    honest = cast.hears(TEXT).conversation
    assert (forged.state, honest.state) == ("spam", "open")
    assert Promise.objects.filter(conversation=honest).count() == 1
    assert cast.hears(TEXT).conversation == honest
    assert cast.hears(TEXT, spam_because="X-Spam-Flag").conversation == forged


def test_a_storm_does_not_drag_a_question_into_the_spam(cast):
    for thing in THINGS[: folding.MOST_APART]:
        one = cast.hears(f"Buy our wonderful {thing} now.", address=ROBOT).conversation
        if thing != "rugs":
            closing.mark_spam(one, by=cast.anna)
    message = cast.hears("Honestly, where is the parcel that I ordered?", address=ROBOT)
    assert message.conversation.state == "open"


def test_another_inbox_is_another_matter(cast):
    returns = inboxes.add_inbox("returns@kettleandloom.example", name="Returns")
    cast.hears(TEXT)
    assert cast.hears(TEXT, inbox=returns).conversation.inbox == returns


def test_looking_for_alike_costs_a_known_sender_one_query(cast, django_assert_num_queries):
    Conversation.objects.update(last_at=now() - timedelta(hours=2))
    contact = Contact.objects.get(pk=cast.clara.pk)
    incoming = IncomingMessage(inbox=cast.help, arrived_at=now(), address="clara@customer.example")
    with django_assert_num_queries(1 + (connection.vendor == "postgresql")):
        assert folding.find(incoming, contact) is None


def test_a_storm_is_told_to_those_who_look_after_the_desk(cast):
    def told():
        return [part for part in health.parts() if part.kind == "storm"]

    for _ in range(20):
        message = cast.hears(TEXT, address=ROBOT, name="<b>Evil</b>")
    assert told() == []
    cast.hears(TEXT, address=ROBOT)
    (part,) = told()
    assert message.conversation.ref in part.detail
    assert "Evil" not in part.detail + part.name
    Conversation.objects.update(last_at=now() - timedelta(hours=2))
    assert told() == []
