"""Answers for later go exactly once, or are told about."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import now

from promisedesk.agents.models import Notice
from promisedesk.conversations import closing, replying
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.replies import drafting, scheduling, sending
from promisedesk.replies.models import Scheduled
from promisedesk.replies.recipients import Recipients
from promisedesk.replies.sending import Changed, Letter

pytestmark = pytest.mark.django_db
CLARA = "clara@customer.example"


@pytest.fixture
def asked(cast) -> Conversation:
    return cast.hears(message_id="<q@customer.example>").conversation


def put_off(cast, asked, text="It left on Monday.", hours=2, **more) -> Scheduled:
    at = now() + timedelta(hours=hours)
    return scheduling.schedule(asked, Letter(text, **more), at, by=cast.anna)


def time_comes(row: Scheduled) -> Scheduled:
    past = now() - timedelta(seconds=1)
    waits = Scheduled.objects.filter(pk=row.pk, state="waiting")
    assert waits.update(send_at=past, due_at=past) == scheduling.send_due()
    row.refresh_from_db()
    return row


def ours(asked) -> list[str]:
    sent = asked.messages.filter(direction="out", automatic=False)
    return list(sent.values_list("text", flat=True))


def test_it_waits_for_its_time_and_goes_once(cast, asked):
    row = put_off(cast, asked, then=[{"do": "resolve"}])
    assert scheduling.send_due() == 0
    assert ours(asked) == []
    row = time_comes(row)
    assert (row.state, row.due_at, row.message.text) == ("sent", None, "It left on Monday.")
    assert row.message.delivery.to_address == CLARA
    assert row.message.delivery.state == "queued"
    asked.refresh_from_db()
    assert asked.state == "resolved"
    assert scheduling.send_due() == 0
    assert ours(asked) == ["It left on Monday."]


def test_a_crash_before_the_end_leaves_it_to_be_sent_and_after_it_sends_nothing_more(
    cast, asked, monkeypatch
):
    row = put_off(cast, asked)
    past = now() - timedelta(seconds=1)
    Scheduled.objects.filter(pk=row.pk).update(send_at=past, due_at=past)
    with monkeypatch.context() as broken:
        broken.setattr(sending.replying, "enqueue", lambda *args, **more: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            scheduling.send_due()
    row.refresh_from_db()
    assert (row.state, row.leased_by) == ("waiting", "")
    assert row.due_at > now()
    assert ours(asked) == []
    time_comes(row)
    assert ours(asked) == ["It left on Monday."]


def test_the_second_click_puts_it_off_once(cast, asked):
    assert put_off(cast, asked).pk == put_off(cast, asked).pk


def wrote(cast, asked):
    cast.hears("It is here!", in_reply_to="<q@customer.example>")


def answered(cast, asked):
    replying.reply(asked, "I answered.", by=cast.mona)


def by_hand(cast, asked):
    replying.reply(asked, "I answered.", by=cast.anna)


def done(cast, asked):
    closing.resolve(asked, by=cast.anna, because="phone")


def left(cast, asked):
    type(cast.anna).objects.filter(pk=cast.anna.pk).update(is_active=False)


def light(cast, asked):
    type(cast.anna).objects.filter(pk=cast.anna.pk).update(role="light")


def moved(cast, asked):
    cast.anna.teams.clear()


def spam(cast, asked):
    closing.mark_spam(asked, by=cast.mona)


def merged(cast, asked):
    Conversation.objects.filter(pk=asked.pk).update(merged_into=cast.parcel)


def another(cast, asked):
    other = cast.hears(address="bob@x.example", subject="Other").contact
    Conversation.objects.filter(pk=asked.pk).update(contact=other)


@pytest.mark.parametrize(
    ("happened", "why"),
    [
        (wrote, "The customer wrote meanwhile."),
        (answered, "A colleague answered meanwhile."),
        (by_hand, "Whoever wrote it answered meanwhile."),
        (done, "The conversation was resolved meanwhile."),
        (left, "may not answer here any more"),
        (light, "may not answer here any more"),
        (moved, "may not answer here any more"),
        (spam, "among the spam"),
        (merged, "into another one"),
        (another, "is not on the customer’s card any more"),
    ],
)
def test_it_is_stopped_told_and_not_lost(cast, asked, happened, why):
    row = put_off(cast, asked)
    happened(cast, asked)
    before = ours(asked)
    row = time_comes(row)
    assert (row.state, row.due_at) == ("stopped", None)
    assert why in scheduling.why_stopped(row)
    assert ours(asked) == before
    asked.refresh_from_db()
    assert asked.is_unread
    assert Event.objects.filter(verb="reply.later_stopped", conversation_id=asked.pk).exists()
    told = Notice.objects.filter(verb="reply.later_stopped", agent=cast.anna)
    assert told.exists() == (happened is not left)
    assert list(scheduling.shown(asked)) == [row]
    assert scheduling.send_due() == 0
    scheduling.take_back(row, by=cast.mona)
    assert drafting.texts(asked, cast.mona) == {False: "It left on Monday."}
    assert list(scheduling.shown(asked)) == []


def test_a_note_or_a_robot_does_not_stop_it(cast, asked):
    row = put_off(cast, asked)
    replying.note(asked, "Fine.", by=cast.mona)
    cast.hears("I am away", in_reply_to="<q@customer.example>", is_automatic=True)
    assert time_comes(row).state == "sent"


def test_two_put_off_by_one_both_go_and_so_does_one_put_off_after_resolving(cast, asked):
    both = [put_off(cast, asked), put_off(cast, asked, "Is it there?", hours=50)]
    assert [time_comes(row).state for row in both] == ["sent", "sent"]
    asked.refresh_from_db()
    closing.resolve(asked, by=cast.anna)
    assert time_comes(put_off(cast, asked, "How is it?")).state == "sent"


def test_it_can_be_taken_back_moved_and_put_away(cast, asked):
    row = put_off(cast, asked, recipients=Recipients(subject="Yours"))
    later = now() + timedelta(days=2)
    scheduling.change_time(row, later, by=cast.mona)
    row.refresh_from_db()
    assert (row.send_at, row.due_at) == (later, later)
    scheduling.take_back(row, by=cast.anna)
    assert drafting.texts(asked, cast.anna) == {False: "It left on Monday."}
    stale = Scheduled.objects.get(pk=row.pk)
    stale.state = "waiting"  # as a page loaded before knew it
    with pytest.raises(Refused, match="too late"):
        scheduling.take_back(stale, by=cast.anna)
    with pytest.raises(Refused, match="too late"):
        scheduling.change_time(stale, later, by=cast.anna)
    asked.refresh_from_db()
    assert asked.subject == "Yours"


def test_it_stops_at_once_when_the_customer_writes(cast, asked):
    row = put_off(cast, asked)
    wrote(cast, asked)
    row.refresh_from_db()
    assert (row.state, row.due_at) == ("stopped", None)
    assert str(scheduling.why_stopped(row)) == "The customer wrote meanwhile."
    assert Notice.objects.filter(agent=cast.anna, verb="reply.later_stopped").count() == 1


def test_one_that_waits_can_be_given_up_for_good(cast, asked):
    row = put_off(cast, asked)
    scheduling.put_away(row, by=cast.anna)
    assert row.state == "cancelled"
    assert drafting.texts(asked, cast.anna) == {}
    assert Event.objects.filter(verb="reply.later_taken_back").exists()


def test_what_a_worker_has_on_its_hands_is_not_taken_back(cast, asked):
    row = put_off(cast, asked)
    Scheduled.objects.filter(pk=row.pk).update(leased_by="worker")
    with pytest.raises(Refused, match="too late"):
        scheduling.take_back(row, by=cast.anna)
    assert drafting.texts(asked, cast.anna) == {}


def test_what_must_not_be_sent_is_not_put_off(cast, asked):
    with pytest.raises(Refused, match="not filled in"):
        put_off(cast, asked, "Dear {customer.name}")
    with pytest.raises(Refused, match="nothing to send"):
        put_off(cast, asked, " ")
    with pytest.raises(Refused, match="within the next year"):
        put_off(cast, asked, hours=-1)
    with pytest.raises(Refused, match="within the next year"):
        put_off(cast, asked, hours=24 * 400)
    seen = asked.messages.filter(direction="in").get().pk
    replying.note(asked, "Wait.", by=cast.mona)
    with pytest.raises(Changed):
        put_off(cast, asked, last_seen=seen)
    assert not Scheduled.objects.exists()


def test_times_are_offered_by_the_clock_of_the_customer_and_the_shop(cast, asked):
    cast.clara.time_zone = "America/New_York"
    cast.clara.save(update_fields=["time_zone"])
    asked = Conversation.objects.select_related("contact", "inbox").get(pk=asked.pk)
    friday = datetime(2025, 11, 14, 15, 0, tzinfo=UTC)  # open until 18:00
    offered = {one.kind: one.at for one in scheduling.moments(asked, friday)}
    there = ZoneInfo("America/New_York")
    assert offered["hour"] == friday + timedelta(hours=1)
    assert offered["opening"] == datetime(2025, 11, 17, 9, 0, tzinfo=ZoneInfo("Europe/London"))
    assert offered["morning"] == datetime(2025, 11, 15, 9, 0, tzinfo=there)
    assert offered["monday"] == datetime(2025, 11, 17, 9, 0, tzinfo=there)
