"""The letter that goes out at once: to whom, how often, and what it says."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import translation

from promisedesk.cast import Cast
from promisedesk.contacts import finding
from promisedesk.contacts.models import Identity
from promisedesk.conversations import closing, deliveries, inboxes, replying
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core import memo
from promisedesk.core.models import Workspace
from promisedesk.lib.colours import hex_of
from promisedesk.promises import acknowledging
from promisedesk.promises.models import Promise
from promisedesk.promises.tests.conftest import MONDAY_NOON

VICTIM = "victim@elsewhere.example"


def letters(address: str = "") -> list[Message]:
    found = Message.objects.filter(automatic=True, direction="out").order_by("pk")
    return list(found.filter(deliveries__to_address=address) if address else found)


def both_parts(message: Message) -> str:
    return message.subject + message.text + acknowledging.as_html(message)


class TestToWhom:
    def test_once_an_inquiry(self, cast):
        first = cast.hears(message_id="<q1@customer.example>")
        cast.hears("Hello?", reply_token=first.conversation.reply_token)
        (letter,) = letters()
        assert letter.delivery.to_address == "clara@customer.example"
        assert letter.delivery.is_automatic
        assert letter.delivery.to_name == ""
        assert letter.in_reply_to == letter.references == "<q1@customer.example>"
        assert Promise.objects.get().told_by == letter

    def test_to_reply_to_when_she_asked_for_it(self, cast):
        cast.hears(reply_to="clara@home.example")
        assert letters()[0].delivery.to_address == "clara@home.example"

    @pytest.mark.parametrize(
        "fields",
        [{"may_acknowledge": False}, {"is_automatic": True}, {"address": ""}],
        ids=["the channel says no", "a robot", "nobody"],
    )
    def test_not_to(self, cast, fields):
        cast.hears(**fields)
        assert letters() == []

    @pytest.mark.parametrize(
        "address",
        [
            "help@kettleandloom.example",
            "HELP@kettleandloom.example",
            "hello@kettleandloom.example",
            "help+sometoken@kettleandloom.example",
            "returns@kettleandloom.example",
        ],
    )
    @pytest.mark.parametrize("where", ["address", "reply_to"])
    def test_never_to_an_address_of_ours(self, cast, address, where):
        inboxes.add_inbox("returns@kettleandloom.example", name="Returns")
        cast.help.aliases = ["hello@kettleandloom.example"]
        cast.help.save(update_fields=["aliases"])
        cast.hears(**{where: address})
        assert letters() == []

    def test_not_when_the_answer_was_due_before_the_mail_was_fetched(self, cast, clock):
        late = cast.hears(arrived_at=MONDAY_NOON - timedelta(days=7))
        assert letters() == []
        assert Promise.objects.get(asked_by=late).state_now == "broken"

    def test_the_promise_stands_even_where_no_letter_goes(self, cast):
        cast.hears(may_acknowledge=False)
        assert Promise.objects.get().told_by is None


class TestWhetherItMayStillLeave:
    @pytest.fixture
    def letter(self, cast):
        return cast.hears().conversation.messages.get(automatic=True)

    def test_while_the_promise_runs(self, letter, clock):
        clock.shift(timedelta(hours=5))
        assert acknowledging.why_not_now(letter) == ""

    def test_not_after_the_time_it_tells(self, letter, clock):
        clock.shift(timedelta(days=1))
        assert acknowledging.why_not_now(letter) == "Not sent: the promised time had passed."

    def test_not_after_the_answer(self, cast, letter):
        deliveries.sent(replying.reply(letter.conversation, "Yes.", by=cast.anna).delivery)
        assert "answered meanwhile" in acknowledging.why_not_now(letter)

    def test_not_after_it_was_withdrawn(self, cast, letter):
        closing.mark_spam(letter.conversation, by=cast.anna)
        assert "withdrawn" in acknowledging.why_not_now(letter)


class TestTheCap:
    def test_three_an_hour(self, cast, clock):
        for _ in range(10):
            cast.hears(address=VICTIM)
        assert len(letters(VICTIM)) == 3
        assert Promise.objects.count() == 10
        assert Promise.objects.filter(told_by=None, told_at=None).count() == 7
        clock.shift(timedelta(minutes=61))
        cast.hears(address=VICTIM)
        assert len(letters(VICTIM)) == 4

    def test_five_a_day(self, cast, clock):
        for _ in range(12):
            cast.hears(address=VICTIM)
            clock.shift(timedelta(minutes=31))
        assert len(letters(VICTIM)) == 5
        clock.shift(timedelta(hours=24))
        cast.hears(address=VICTIM)
        assert len(letters(VICTIM)) == 6

    def test_to_one_address_whoever_asks_for_it_and_however_it_is_written(self, cast):
        for number in range(5):
            cast.hears(address=f"{number}@attacker.example", reply_to=VICTIM)
            cast.hears(address=f"{number}@attacker.example", reply_to=VICTIM.upper())
            cast.hears(address=VICTIM)
        assert Delivery.objects.filter(to_address__iexact=VICTIM).count() == 3

    def test_does_not_touch_others(self, cast):
        for number in range(5):
            cast.hears(address=f"{number}@customer.example")
        assert len(letters()) == 5

    def test_answers_of_people_do_not_count(self, cast):
        for _ in range(6):
            replying.reply(cast.parcel, "Yes.", by=cast.anna)
        cast.hears()
        assert len(letters()) == 1


class TestWhatItSays:
    @pytest.mark.parametrize("language", ["en", "ru", "pl"])
    def test_nothing_of_what_the_sender_wrote(self, cast, language):
        words = {
            "subject": "Buy-pills http://evil.example/subject",
            "text": "Cheap-watches http://evil.example/text",
            "name": "Prince Winning http://evil.example/name",
            "quoted_text": "> http://evil.example/quote",
            "signature": "-- http://evil.example/signature",
        }
        cast.hears(address=VICTIM, language=language, **words)
        said = both_parts(letters()[0])
        for part in ("evil.example", "Buy-pills", "Cheap-watches", "Prince", "Winning", VICTIM):
            assert part not in said

    @pytest.mark.parametrize(
        ("language", "subject", "promise"),
        [
            ("en", "by Tue 24 Nov, 12:00", "by Tuesday 24 November, 12:00 (London time)"),
            ("ru", "до вт, 24 ноября, 12:00", "до вторника, 24 ноября, 12:00"),
            ("pl", "do wt. 24 listopada, 12:00", "do wtorku 24 listopada, godz. 12:00"),
        ],
    )
    def test_the_promise_and_the_reference_in_her_language(self, cast, language, subject, promise):
        conversation = cast.hears(language=language).conversation
        (letter,) = letters()
        assert subject in letter.subject
        assert f"[#{conversation.ref}]" in letter.subject
        assert promise in " ".join(letter.text.split())
        assert promise in acknowledging.as_html(letter)
        assert conversation.ref in letter.text
        assert letter.language == language

    def test_a_language_we_cannot_write_becomes_the_inboxes(self, cast):
        cast.help.language = "pl"
        cast.help.save(update_fields=["language"])
        cast.hears(language="fr")
        assert "listopada" in letters()[0].text

    def test_the_language_of_whoever_is_signed_in_does_not_leak_in(self, cast):
        with translation.override("ru"):
            cast.hears(language="en")
        assert "24 November" in letters()[0].text

    @pytest.mark.parametrize("language", ["en", "ru", "pl"])
    def test_lines_are_short(self, cast, language):
        Workspace.objects.update(
            postal_address="The Old Weaving Mill, 12 Long Quay Street, Bristol BS1 4QA, England",
            shop_name="Kettle & Loom and the other very long name of this excellent shop",
        )
        cast.hears(language=language)
        assert max(len(line) for line in letters()[0].text.splitlines()) <= 70

    def test_the_hours_the_help_page_and_the_shop(self, cast, settings):
        Workspace.objects.update(phone="+44 117 496 0123", postal_address="12 Long Quay, Bristol")
        cast.hears()
        (letter,) = letters()
        for words in ("9:00", "18:00", f"{settings.BASE_URL}/help/", "Kettle & Loom", "Long Quay"):
            assert words in letter.text

    def test_a_phone_number_is_asked_for_only_when_none_is_known(self, cast):
        cast.hears()
        Identity.objects.create(contact=cast.clara, kind="phone", value="+441174960123")
        cast.hears()
        first, second = letters()
        assert "phone number" in first.text
        assert "phone number" not in second.text

    @pytest.mark.parametrize(
        ("text", "asks"),
        [
            ("Please call me: 07700 900118.", False),
            ("Где посылка? Мой номер +7 (911) 123-45-67", False),
            ("Мой телефон 8 911 123 45 67", False),
            ("Proszę o telefon, 601 234 567.", False),
            ("My order is 4000123456789, paid on 2026-11-20 14:05.", True),
            ("Tracking RR123456785GB, order #0044123456789", True),
        ],
    )
    def test_a_number_that_was_just_given_is_not_asked_for(self, cast, text, asks):
        cast.hears(text, language="en")
        assert ("reply with your phone number" in letters()[0].text) == asks
        assert ("reply with your phone number" in acknowledging.as_html(letters()[0])) == asks

    def test_by_name_only_to_somebody_we_have_answered(self, cast):
        conversation = cast.hears(name="Clara Holm").conversation
        assert letters()[0].text.startswith("Hello,")
        deliveries.sent(replying.reply(conversation, "It left.", by=cast.anna).delivery)
        cast.hears(name="Somebody Else Entirely")
        assert letters()[-1].text.startswith("Hello Clara Holm,")
        assert "Somebody" not in both_parts(letters()[-1])

    def test_its_ids_are_not_a_robots_to_answer(self, cast):
        letter = (cast.hears(), letters()[0])[1]
        assert letter.message_id.endswith("@kettleandloom.example>")


def test_spam_is_not_acknowledged_when_it_is_taken_back(cast):
    conversation = cast.hears(may_acknowledge=False).conversation
    closing.mark_spam(conversation, by=cast.anna)
    closing.not_spam(conversation, by=cast.anna)
    assert letters() == []
    assert Conversation.objects.get(pk=conversation.pk).due_at


@pytest.mark.django_db(transaction=True)
def test_the_cap_holds_however_many_workers_read_at_once():
    cast = Cast()
    finding.find_or_create(VICTIM)
    start = threading.Barrier(4)

    def work():
        start.wait()
        for _ in range(2):
            cast.hears(address=VICTIM)
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Promise.objects.count() == 8
    assert len(letters(VICTIM)) == 3


def test_the_letter_wears_the_shops_colour(cast):
    Workspace.objects.update(brand_hue=30, brand_colour=150)
    memo.forget_all()
    cast.hears()
    worn = acknowledging.as_html(Message.objects.get(automatic=True, direction="out"))
    assert "#006b6b" not in worn
    assert f"color: {hex_of(0.46, 0.15, 30)}" in worn
    assert "class" in worn  # of what is dark where it is dark


def test_a_language_the_shop_does_not_answer_in_gets_that_of_the_inbox(cast):
    Workspace.objects.update(languages=["en"])
    memo.forget_all()
    cast.hears("Где моя посылка?", language="ru")
    assert Message.objects.get(automatic=True, direction="out").language == "en"
