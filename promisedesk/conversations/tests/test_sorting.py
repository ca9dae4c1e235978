"""Putting aside, tags, fields, followers, mentions, time: the small abilities of sorting."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.cast import Cast
from promisedesk.contacts import fields
from promisedesk.conversations import (
    closing,
    filling,
    following,
    mentioning,
    replying,
    snoozing,
    tagging,
    timing,
)
from promisedesk.conversations.models import Conversation, Mention
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event, Workspace

pytestmark = pytest.mark.django_db
State = Conversation.State


def fresh(conversation):
    return Conversation.objects.get(pk=conversation.pk)


def happened(conversation):
    found = Event.objects.filter(conversation_id=conversation.pk).order_by("pk")
    return list(found.values_list("verb", flat=True))


# --- putting aside


def test_it_comes_back_by_itself_once(cast):
    snoozing.snooze(cast.parcel, now() + timedelta(hours=1), by=cast.anna)
    assert snoozing.wake_due() == 0
    Conversation.objects.filter(pk=cast.parcel.pk).update(
        snoozed_until=now() - timedelta(seconds=1), is_unread=False
    )
    assert (snoozing.wake_due(), snoozing.wake_due()) == (1, 0)
    assert (fresh(cast.parcel).snoozed_until, fresh(cast.parcel).is_unread) == (None, True)
    assert happened(cast.parcel)[-1] == "conversation.returned"


def test_put_aside_anew_while_a_worker_looked_it_stays_away(cast):
    stale = fresh(cast.parcel)
    stale.snoozed_until = now() - timedelta(seconds=1)
    snoozing.snooze(cast.parcel, now() + timedelta(hours=1), by=cast.anna)
    assert not snoozing._return(stale)
    assert fresh(cast.parcel).snoozed_until is not None


def test_it_comes_back_when_the_customer_writes(cast):
    conversation = cast.hears().conversation
    snoozing.snooze(conversation, now() + timedelta(days=1), by=cast.anna)
    cast.hears("And?", in_reply_to=_answer_id(cast, conversation))
    assert fresh(conversation).snoozed_until is None
    assert "conversation.woken_by_customer" in happened(conversation)


def _answer_id(cast, conversation):
    message = replying.reply(conversation, "Soon.", by=cast.anna)
    return message.message_id


def test_it_is_brought_back_by_hand(cast):
    with pytest.raises(Refused):
        snoozing.wake(cast.parcel, by=cast.anna)
    snoozing.snooze(cast.parcel, now() + timedelta(days=1), by=cast.anna)
    snoozing.wake(cast.parcel, by=cast.anna)
    assert fresh(cast.parcel).snoozed_until is None


@pytest.mark.parametrize("away", [timedelta(0), timedelta(days=-1), timedelta(days=400)])
def test_only_a_time_to_come_within_a_year_will_do(cast, away):
    with pytest.raises(Refused, match="next year"):
        snoozing.snooze(cast.parcel, now() + away, by=cast.anna)


def test_what_is_resolved_is_not_put_aside_and_resolving_ends_it(cast):
    snoozing.snooze(cast.parcel, now() + timedelta(days=1), by=cast.anna)
    closing.resolve(cast.parcel, by=cast.anna)
    assert fresh(cast.parcel).snoozed_until is None
    with pytest.raises(Refused, match="open or waiting"):
        snoozing.snooze(cast.parcel, now() + timedelta(days=1), by=cast.anna)


def test_a_day_later_is_the_same_time_on_the_clock():
    Cast()
    before_summer_time = now().replace(
        year=2027, month=3, day=27, hour=9, minute=0, second=0, microsecond=0
    )
    assert snoozing.after("1 day", before_summer_time).hour == 8  # UTC; 9 in London both days


# --- tags


def test_a_tag_is_one_however_it_is_written(cast):
    vip = tagging.make("  #Срочно ", by=cast.anna)
    assert tagging.make("срочно", by=cast.anna) == vip
    assert vip.name == "Срочно"
    with pytest.raises(Refused):
        tagging.make(" # ", by=cast.anna)


def test_tags_are_hung_on_and_taken_off_once(cast):
    vip, late = tagging.make("VIP", by=cast.anna), tagging.make("Late", by=cast.anna)
    assert tagging.add(cast.parcel, [vip, late], by=cast.anna) == [vip, late]
    assert tagging.add(cast.parcel, [vip], by=cast.anna) == []
    assert tagging.of_rows([cast.parcel.pk]) == {cast.parcel.pk: [late, vip]}
    tagging.put(cast.parcel, [vip], by=cast.anna)
    assert list(cast.parcel.tags.all()) == [vip]
    assert tagging.remove(cast.parcel, [late], by=cast.anna) == []


def test_known_tags_are_found_by_a_part_of_their_name(cast):
    for name in ("Возврат", "Доставка", "Return"):
        tagging.make(name, by=cast.anna)
    tagging.add(cast.parcel, [tagging.find("Доставка")], by=cast.anna)
    assert tagging.known()[0].name == "Доставка"
    assert [one.name for one in tagging.known("возв")] == ["Возврат"]
    tagging.change(tagging.find("Return"), is_active=False, by=cast.ada)
    assert not list(tagging.known("ret"))


def test_a_tag_is_renamed_but_not_to_one_there_is(cast):
    vip, late = tagging.make("VIP", by=cast.anna), tagging.make("Late", by=cast.anna)
    with pytest.raises(Refused, match="already"):
        tagging.change(late, name="vip", by=cast.ada)
    tagging.change(vip, name="V.I.P.", by=cast.ada)
    assert tagging.find("v.i.p.") == vip


# --- fields


def field(cast, name="Order number", kind="text", **options):
    return fields.add("conversation", {"": name}, kind, by=cast.ada, **options)


@pytest.mark.parametrize(
    ("kind", "written", "kept"),
    [
        ("text", "  K 17\n", "K 17"),
        ("number", "1 200,50", 1200.5),
        ("number", "12", 12),
        ("choice", "RED", "Red"),
        ("date", "2026-11-24", "2026-11-24"),
        ("yes_no", "yes", True),
        ("link", "https://shop.example/1", "https://shop.example/1"),
        ("text", "", None),
    ],
)
def test_what_is_filled_in_is_kept_tidy(cast, kind, written, kept):
    made = field(cast, kind=kind, choices=["Red", "Blue"])
    filling.fill(cast.parcel, {made.key: written}, by=cast.anna)
    assert fresh(cast.parcel).fields.get(made.key) == kept


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("number", "many"),
        ("number", "nan"),
        ("choice", "Green"),
        ("date", "24.11."),
        ("yes_no", "perhaps"),
        ("link", "javascript:alert(1)"),
        ("text", ["a"]),
        ("text", "x" * 2000),
    ],
)
def test_what_is_none_is_refused_by_name(cast, kind, written):
    made = field(cast, kind=kind, choices=["Red"])
    with pytest.raises(Refused, match="Order number"):
        filling.fill(cast.parcel, {made.key: written}, by=cast.anna)
    with pytest.raises(Refused, match="no field"):
        filling.fill(cast.parcel, {"nope": "1"}, by=cast.anna)


def test_a_required_field_is_filled_in_before_resolving(cast):
    made = field(cast, is_required=True)
    with pytest.raises(Refused, match="Fill in “Order number” first"):
        closing.resolve(cast.parcel, by=cast.anna)
    filling.fill(cast.parcel, {made.key: "K17"}, by=cast.anna)
    closing.resolve(cast.parcel, by=cast.anna)


def test_a_field_that_depends_is_asked_for_where_it_applies(cast):
    kind = field(cast, "Kind", "choice", choices=["Return", "Question"])
    why = field(cast, "Why", is_required=True, depends_on=kind.key, depends_value="Return")
    assert filling.missing(fresh(cast.parcel)) == []
    filling.fill(cast.parcel, {kind.key: "Return"}, by=cast.anna)
    assert filling.missing(fresh(cast.parcel)) == [why]
    with pytest.raises(Refused, match="asked for by"):
        fields.retire(kind, by=cast.ada)
    with pytest.raises(Refused, match="circle"):
        fields.change(kind, depends_on=why.key, by=cast.ada)


def test_fields_are_ordered_retired_and_brought_back(cast):
    first, second = field(cast, "First"), field(cast, "Second")
    fields.order("conversation", [second.key, first.key], by=cast.ada)
    assert [one.key for one in fields.asked_of("conversation")] == ["second", "first"]
    fields.retire(first, by=cast.ada)
    assert [one.key for one in fields.asked_of("conversation")] == ["second"]
    fields.bring_back(first, by=cast.ada)
    with pytest.raises(Refused, match="role"):
        fields.retire(first, by=cast.anna)
    assert field(cast, "First").key == "first-2"
    assert field(cast, "Номер").key == "field"


# --- people


def test_a_note_mentions_whom_it_names_and_who_may_see_it(cast):
    text = "@Mona, @ada field and @Boris: see mona@shop.example, @nobody"
    note = replying.note(cast.parcel, text, by=cast.anna)
    found = Mention.objects.filter(message=note).order_by("agent__name")
    assert [one.agent for one in found] == [cast.ada, cast.mona]  # Boris cannot see it
    assert mentioning.seen(cast.parcel, by=cast.mona)
    assert not mentioning.seen(cast.parcel, by=cast.mona)


def test_of_two_annas_the_whole_name_says_which(cast):
    other = Agent.objects.create_user("zett@kettleandloom.example", "Anna Zett", role="manager")
    named = mentioning.named_in
    assert named("@Anna Zett?", [cast.anna, other]) == [other]
    assert set(named("@anna?", [cast.anna, other])) == {cast.anna, other}
    assert named("@Annabel", [cast.anna, other]) == []
    assert named("x@Anna", [cast.anna]) == []


def test_following_is_a_thing_of_ones_own(cast):
    assert following.follow(cast.parcel, by=cast.anna)
    assert not following.follow(cast.parcel, by=cast.anna)
    assert list(following.followers(cast.parcel)) == [cast.anna]
    assert following.unfollow(cast.parcel, by=cast.anna)
    assert not following.unfollow(cast.parcel, by=cast.anna)


def test_time_is_kept_where_the_shop_wants_it(cast):
    with pytest.raises(Refused):
        timing.add(cast.parcel, 5, by=cast.anna)
    shop = Workspace.get()
    shop.tracks_time = True
    shop.save()
    spent = timing.add(cast.parcel, 5, by=cast.anna)
    timing.add(cast.parcel, 10, by=cast.mona)
    assert fresh(cast.parcel).seconds_spent == 15 * 60
    with pytest.raises(Refused):
        timing.take_off(spent, by=cast.mona)
    timing.take_off(spent, by=cast.anna)
    assert fresh(cast.parcel).seconds_spent == 10 * 60
    with pytest.raises(Refused):
        timing.add(cast.parcel, 0, by=cast.anna)
