"""Absences of several days, and the letter that tells customers of them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises import absences, acknowledging, policies
from promisedesk.promises.absences import BadText
from promisedesk.promises.models import Absence, AbsenceTold, Promise

MONDAY, NEXT = date(2026, 11, 23), date(2026, 11, 30)
TEXT = {
    "says": "We are moving to a larger house.",
    "contacts": "Boris, +44 117 496 0011",
    "useful": "Where your parcel is: https://kettleandloom.example/parcels",
}


@pytest.fixture
def plan(cast):
    def planned(place=None, starts_on=MONDAY, returns_on=NEXT, **parts) -> Absence:
        texts = {"en": TEXT | parts}
        return absences.plan(place, starts_on, returns_on, texts, by=cast.ada)

    return planned


def said(letter: Message) -> str:
    """Its words on one line."""
    return " ".join(letter.text.split())


def letters() -> list[Message]:
    return list(Message.objects.filter(automatic=True, direction="out").order_by("pk"))


def test_a_new_question_is_acknowledged_with_the_absence_in_both_shapes(cast, plan):
    plan(cast.help)
    cast.hears()
    letter = letters()[0]
    assert "We are back on Monday 30 November, 9:00 (London time)." in said(letter)
    for words in TEXT.values():
        assert words in said(letter)
    assert "You will have our answer" in letter.text
    html = acknowledging.as_html(letter)
    assert "on Monday 30 November" in html
    assert 'href="https://kettleandloom.example/parcels"' in html
    assert max(map(len, letter.text.splitlines())) <= 70


def test_each_sender_is_told_once(cast, plan):
    plan()
    cast.hears()
    cast.hears(subject="Another matter")
    cast.hears(address="Clara@Customer.example", subject="A third")
    cast.hears(address="other@customer.example", subject="Mine")
    told = ["We are back" in said(one) for one in letters()]
    assert told == [True, False, False, True]
    assert AbsenceTold.objects.count() == Event.objects.filter(verb="absence.told").count() == 2


def test_an_older_conversation_gets_one_letter(cast, clock, plan):
    first = cast.hears(message_id="<a@customer.example>")
    plan(cast.orders)
    for _number in range(2):
        cast.hears(in_reply_to="<a@customer.example>", references="<a@customer.example>")
    assert Conversation.objects.filter(pk=first.conversation_id).get().messages.count() == 5
    _acknowledged, letter = letters()
    assert "We are back on Monday 30 November" in said(letter)
    assert "You will have our answer" not in letter.text
    assert letter.subject.startswith("We are back on Monday 30 November")
    assert Delivery.objects.get(message=letter).is_automatic


@pytest.mark.parametrize("fields", [{"is_automatic": True}, {"may_acknowledge": False}])
def test_robots_and_lists_are_told_nothing(cast, plan, fields):
    cast.hears(message_id="<a@customer.example>")
    plan()
    thread = {"in_reply_to": "<a@customer.example>", "references": "<a@customer.example>"}
    cast.hears(**thread, **fields)
    cast.hears(address="robot@customer.example", **fields)
    assert len(letters()) == 1
    assert not AbsenceTold.objects.exists()


def test_who_had_too_many_letters_is_told_nothing(cast, plan, monkeypatch):
    cast.hears(message_id="<a@customer.example>")
    plan()
    monkeypatch.setattr(acknowledging, "MOST_AN_HOUR", 1)
    cast.hears(in_reply_to="<a@customer.example>", references="<a@customer.example>")
    assert len(letters()) == 1
    assert not AbsenceTold.objects.exists()


def test_it_begins_and_ends_by_itself(cast, clock, plan):
    plan(starts_on=date(2026, 11, 25))
    assert absences.current(cast.help) is None
    clock.move_to(datetime(2026, 11, 25, 0, 0, tzinfo=UTC))
    assert absences.current(cast.help)
    clock.move_to(datetime(2026, 11, 29, 23, 59, tzinfo=UTC))
    assert absences.current(cast.help)
    assert absences.end_due() == 0
    clock.move_to(datetime(2026, 11, 30, 0, 0, tzinfo=UTC))
    assert absences.current(cast.help) is None
    assert absences.end_due() == 1
    assert Event.objects.filter(verb="absence.returned").exists()
    assert absences.end_due() == 0


def test_a_letter_that_waited_until_we_are_back_is_not_sent(cast, clock, plan):
    cast.hears(message_id="<a@customer.example>")
    plan()
    cast.hears(in_reply_to="<a@customer.example>", references="<a@customer.example>")
    letter = letters()[-1]
    assert acknowledging.why_not_now(letter) == ""
    clock.move_to(datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
    assert acknowledging.why_not_now(letter) == "Not sent: we are back."


def test_it_can_be_ended_earlier_once(cast, plan):
    absence = plan()
    absences.end(absence, by=cast.ada)
    assert absences.current(cast.help) is None
    with pytest.raises(Refused, match="ended already"):
        absences.end(absence, by=cast.ada)


def test_of_several_the_inboxs_own_counts(cast, plan):
    plan()
    plan(cast.orders)
    own = plan(cast.help)
    assert absences.current(cast.help) == own
    with pytest.raises(Refused, match="planned for these days"):
        plan(cast.help)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((MONDAY, MONDAY + timedelta(days=1)), "at least two whole days"),
        ((NEXT, MONDAY), "at least two whole days"),
        ((MONDAY, MONDAY + timedelta(days=93)), "At most 92 days"),
        ((MONDAY - timedelta(days=9), MONDAY), "is past"),
    ],
)
def test_days_that_are_no_absence_are_refused(plan, days, words):
    with pytest.raises(Refused, match=words):
        plan(None, *days)


def test_only_admins_plan_one(cast):
    with pytest.raises(Refused, match="role"):
        absences.plan(None, MONDAY, NEXT, {"en": TEXT}, by=cast.mona)


@pytest.mark.parametrize(
    ("parts", "where", "words"),
    [
        ({"says": "I am away and will surely answer."}, "says", "tell customers nothing"),
        ({"contacts": ""}, "contacts", "how else to reach you"),
        ({"contacts": "Write to Help@KettleAndLoom.example"}, "contacts", "Nobody reads this"),
        ({"useful": "Thank you for your patience and understanding."}, "useful", "helps meanwhile"),
    ],
)
def test_a_letter_that_helps_nobody_is_refused_with_the_reason(plan, parts, where, words):
    with pytest.raises(BadText) as refused:
        plan(**parts)
    assert words in refused.value.faults["en"][where]
    assert not Absence.objects.exists()


def test_a_text_is_needed_in_the_language_of_the_inbox(cast):
    with pytest.raises(BadText) as refused:
        absences.plan(None, MONDAY, NEXT, {"ru": TEXT}, by=cast.ada)
    assert list(refused.value.faults) == ["en"]


def test_the_customers_language_and_zone_are_used(cast, plan):
    cast.clara.time_zone = "Asia/Vladivostok"
    cast.clara.save()
    plan()
    cast.hears("Здравствуйте, где моя посылка?", language="ru")
    assert "в понедельник, 30 ноября, в 19:00 (по владивостокскому времени)" in said(letters()[0])


def test_its_days_can_be_closed_in_the_calendar(cast, clock, plan):
    absence = plan()
    assert absences.open_calendars(absence) == [policies.policy_of(cast.help).calendar]
    absences.close_days(absence, by=cast.ada)
    assert absences.open_calendars(absence) == []
    cast.hears()
    assert Promise.objects.get().due_at.date() >= NEXT


def test_without_an_absence_nothing_is_asked_of_the_database(cast, django_assert_num_queries):
    absences.running()
    with django_assert_num_queries(0):
        assert absences.current(cast.help) is None
