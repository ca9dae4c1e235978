"""An angry mail is seen as one: read after it came in, marked, denied, told to who leads."""

from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from promisedesk.agents.models import Notice
from promisedesk.coach import heat, levels
from promisedesk.coach.models import MoodToRead
from promisedesk.conversations import closing, filters, merging, moods, replying, splitting
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event

ANGRY = "This is outrageous! You are liars, I have had enough of your useless shop!"
ANGRIER = "Still nothing. You are thieves and this is disgusting, I will go to my lawyer!"
CALM = "Hello, could you tell me when the blue kettle is back? Thank you."


@pytest.fixture
def heard(cast):
    """A mail comes in, and the worker has read it."""

    number = count()

    def hear(text, **more):
        known = {"message_id": f"<{next(number)}@customer.example>"}
        message = cast.hears(text, **known | more)
        heat.read_due()
        message.refresh_from_db()
        message.conversation.refresh_from_db()
        return message

    return hear


def again(message):
    return {"references": [message.message_id]}


def told(kind):
    return {one.agent.first_name for one in Notice.objects.filter(data__kind=kind)}


def test_an_angry_mail_is_marked_when_the_worker_has_read_it(cast):
    message = cast.hears(ANGRY)
    assert MoodToRead.objects.filter(message=message).exists()
    assert heat.read_due() == 1
    message.refresh_from_db()
    assert moods.said(message.marks) == "angry"
    assert Conversation.objects.get(pk=message.conversation_id).mood == "angry"
    assert Event.objects.get(verb="message.heated").data["message"] == message.pk
    assert not MoodToRead.objects.exists()


def test_one_that_cannot_be_read_keeps_no_other_waiting(cast, monkeypatch):
    readable = heat.mood.mood_of

    def failing_at_calm(text, language):
        if CALM in text:
            raise ZeroDivisionError
        return readable(text, language)

    monkeypatch.setattr(heat.mood, "mood_of", failing_at_calm)
    cast.hears(CALM)
    message = cast.hears(ANGRY)
    assert heat.read_due() == 2
    message.refresh_from_db()
    assert moods.said(message.marks) == "angry"
    assert not MoodToRead.objects.exists()


def test_coming_in_costs_one_row_and_no_reading(cast):
    cast.hears(CALM)
    with CaptureQueriesContext(connection) as seen:
        cast.hears(ANGRY)
    about = [one["sql"] for one in seen if "moodtoread" in one["sql"]]
    assert len(about) == 1
    assert about[0].startswith("INSERT")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ANGRY, "en"),
        ("Это просто возмутительно! Вы обманщики, верните деньги, иначе я подам в суд!", "ru"),
        ("To jest skandal! Jesteście oszustami, oddajcie mi pieniądze albo idę do sądu!", "pl"),
    ],
)
def test_it_is_read_in_the_language_of_the_mail(heard, text, language):
    assert heard(text, language=language).conversation.mood == "angry"


def test_a_calm_mail_is_left_alone(heard):
    message = heard(CALM)
    assert message.marks == []
    assert message.conversation.mood is None
    assert heat.shown(message, message.conversation) is None
    assert not MoodToRead.objects.exists()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Can it still go to 8 Clifton Wood Road, BS8 4TW?", "en"),
        ("Czy len gniecie się bardziej niż bawełna?", "pl"),
    ],
)
def test_post_codes_and_linen_are_no_insults(heard, text, language):
    assert heard(text, language=language).conversation.mood is None


def test_robots_and_spam_are_not_read(cast):
    cast.hears(ANGRY, is_automatic=True)
    cast.hears(ANGRIER, spam_because="words")
    assert not MoodToRead.objects.exists()


def test_what_was_no_spam_is_read_then(cast, heard):
    message = heard(ANGRY, spam_because="words", address="new@customer.example")
    assert message.conversation.state == "spam"
    closing.not_spam(message.conversation, by=cast.ada)
    heat.read_due()
    message.conversation.refresh_from_db()
    assert message.conversation.mood == "angry"


def test_the_words_that_made_it_so_are_told_with_advice(heard):
    message = heard(ANGRY)
    shown = heat.shown(message, message.conversation)
    assert shown.words
    assert all(one in message.text for one in shown.words)
    assert shown.advice == ("respond", "recognise", "relieve", "resolve")


def test_a_subject_alone_may_be_angry_but_not_the_one_we_answered_with(heard):
    first = heard("Order 1182.", subject="YOU ARE LIARS AND THIEVES!!!")
    assert first.conversation.mood == "angry"
    second = heard(
        "Thank you, it came.", subject="Re: YOU ARE LIARS AND THIEVES!!!", **again(first)
    )
    assert moods.said(second.marks) == "calm"


def test_a_line_after_it_does_not_calm_it_but_an_answer_and_a_calm_mail_do(cast, heard):
    first = heard(ANGRY)
    heard("P.S. The order is 1182.", **again(first))
    conversation = Conversation.objects.get(pk=first.conversation_id)
    assert conversation.mood == "angry"
    replying.reply(conversation, "I see, and I am sorry.", by=cast.anna)
    conversation.refresh_from_db()
    assert conversation.mood == "angry"
    heard("Thank you, that helps a lot.", **again(first))
    conversation.refresh_from_db()
    assert conversation.mood is None


def test_somebody_may_say_that_it_is_not_angry(cast, heard):
    message = heard(ANGRY)
    heat.deny(message, by=cast.anna)
    message.refresh_from_db()
    assert moods.said(message.marks) == "calm"
    assert Conversation.objects.get(pk=message.conversation_id).mood is None
    with pytest.raises(Refused):
        heat.deny(message, by=cast.anna)


def test_views_and_rules_can_ask_for_it(heard):
    angry = heard(ANGRY).conversation
    calm = heard(CALM, address="dora@customer.example").conversation

    def matching(op, value):
        data = [{"field": "mood", "op": op, "value": value}]
        return {one for one in (angry, calm) if filters.matching(filters.read(data), one)}

    assert matching("is", ["angry"]) == {angry}
    assert matching("is", ["calm", "unhappy"]) == {calm}
    assert matching("is_not", ["angry"]) == {calm}


def test_two_in_a_row_call_who_leads_once(cast, heard):
    first = heard(ANGRY)
    assert told("flare") == set()
    heard(ANGRIER, **again(first))
    assert told("flare") == {"Mona", "Ada"}
    heard("You are all idiots! Disgusting liars!", **again(first))
    assert Event.objects.filter(verb="conversation.flared").count() == 1


def test_our_answer_between_them_does_not_end_the_flare_but_a_calm_mail_does(cast, heard):
    first = heard(ANGRY)
    replying.reply(first.conversation, "It left today.", by=cast.anna)
    heard(ANGRIER, **again(first))
    assert Event.objects.filter(verb="conversation.flared").count() == 1
    heard(CALM, **again(first))
    heard(ANGRY + " Again!", **again(first))
    assert Event.objects.filter(verb="conversation.flared").count() == 1
    heard(ANGRIER + " Again!", **again(first))
    assert Event.objects.filter(verb="conversation.flared").count() == 2


def test_nobody_is_called_where_the_shop_does_not_want_it(cast, heard):
    levels.change(calls_lead=False, by=cast.ada)
    first = heard(ANGRY)
    heard(ANGRIER, **again(first))
    assert told("flare") == set()


def test_the_mood_goes_with_its_messages(cast, heard):
    angry = heard(ANGRY).conversation
    calm = heard(CALM, subject="Kettle").conversation
    calm = calm if calm.pk != angry.pk else cast.parcel
    merge = merging.merge(angry, calm, by=cast.mona)
    calm.refresh_from_db()
    assert calm.mood == "angry"
    merging.take_back(merge, by=cast.mona)
    calm.refresh_from_db()
    angry.refresh_from_db()
    assert (calm.mood, angry.mood) == (None, "angry")


def test_a_matter_taken_out_takes_its_mood_along(cast, heard):
    first = heard(CALM)
    second = heard(ANGRY, **again(first))
    new = splitting.split(second, by=cast.mona)
    new.refresh_from_db()
    first.conversation.refresh_from_db()
    assert (new.mood, first.conversation.mood) == ("angry", None)


def test_what_a_dead_worker_left_is_read_by_the_next(cast, monkeypatch):
    cast.hears(ANGRY)

    def dies(*_args):
        raise SystemError("gone")

    with monkeypatch.context() as patched:
        patched.setattr(heat, "_mark", dies)
        with pytest.raises(SystemError):
            heat.read_due()
    assert MoodToRead.objects.exists()
    assert not Event.objects.filter(verb="message.heated").exists()
    assert heat.read_due() == 1
    assert Event.objects.filter(verb="message.heated").count() == 1
