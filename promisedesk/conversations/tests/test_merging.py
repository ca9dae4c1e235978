"""Two conversations become one and two again, in any order, and nothing is lost."""

import random

import pytest

from promisedesk.agents.models import Agent
from promisedesk.contacts import finding
from promisedesk.conversations import closing, deliveries, inboxes, merging, participants, replying
from promisedesk.conversations.linking_together import linked, ordered
from promisedesk.conversations.merge_facts import facts_of
from promisedesk.conversations.models import (
    Conversation,
    Follower,
    Link,
    Mention,
    Merge,
    Message,
    Tag,
    TimeSpent,
)
from promisedesk.core.errors import Refused
from promisedesk.promises.models import Promise
from promisedesk.search.models import Document

pytestmark = pytest.mark.django_db
COLIN = "colin@c.example"


@pytest.fixture
def two(cast):
    """Clara asks of her parcel, then of her tea: (tea, parcel)."""
    parcel = cast.hears("Where is my parcel?", message_id="<parcel@c.example>").conversation
    tea = cast.hears("And my tea?", subject="Tea", message_id="<tea@c.example>").conversation
    return tea, parcel


@pytest.fixture
def other(cast):
    """Colin asks too."""
    return cast.hears("Colin asks", address=COLIN, name="Colin").conversation


def fresh(conversation):
    return Conversation.objects.get(pk=conversation.pk)


def owed_in(conversation):
    return list(Promise.objects.owed().filter(conversation=conversation))


def world() -> dict:
    """Everything that un-merging must give back."""
    return {
        "facts": {one.pk: facts_of(one) for one in Conversation.objects.all()},
        "sums": set(Conversation.objects.values_list("pk", "folded", "seconds_spent")),
        "ranks": set(Conversation.objects.values_list("pk", "due_at", "due_since", "merged_into")),
        "parents": set(Conversation.objects.values_list("pk", "parent")),
        "messages": set(Message.objects.values_list("pk", "conversation", "contact")),
        "found": set(Document.objects.values_list("kind", "key", "group")),
        "mentions": set(Mention.objects.values_list("pk", "conversation")),
        "links": {
            one.pk: {other.pk for other in linked(one, Agent.objects.get(role="admin"))}
            for one in Conversation.objects.filter(merged_into=None)
        },
        "times": set(TimeSpent.objects.values_list("pk", "conversation")),
        "promises": set(
            Promise.objects.values_list("pk", "conversation", "state", "due_at", "contact")
        ),
    }


def test_all_of_it_stands_in_the_other_and_the_shell_is_empty(cast, two):
    tea, parcel = two
    merging.merge(tea, parcel, by=cast.anna)
    assert parcel.messages.count() == 4  # two questions, two acknowledgements
    tea = fresh(tea)
    assert (tea.merged_into, tea.state, tea.due_at) == (parcel, "resolved", None)
    assert not tea.messages.exists()
    assert Document.objects.filter(group=parcel.pk).count() == 2


def test_whoever_answers_a_letter_of_the_shell_comes_to_the_other(cast, two):
    tea, parcel = two
    ours = replying.reply(tea, "Tea comes.", by=cast.anna)
    merging.merge(tea, parcel, by=cast.anna)
    assert cast.hears("a", in_reply_to=ours.message_id).conversation == parcel
    assert cast.hears("b", reply_token=tea.reply_token).conversation == parcel
    assert cast.hears("c", in_reply_to="<tea@c.example>").conversation == parcel


def test_also_when_they_were_in_different_inboxes(cast, two):
    tea, _parcel = two
    returns = inboxes.add_inbox("returns@kettleandloom.example", name="Returns")
    sent = cast.hears("Back", inbox=returns, message_id="<back@c.example>")
    merging.merge(sent.conversation, tea, by=cast.mona)
    answer = cast.hears("More", inbox=returns, in_reply_to="<back@c.example>")
    assert answer.conversation == tea


def test_taken_back_all_is_as_it_was(cast, two):
    before = world()
    row = merging.merge(*two, by=cast.anna)
    merging.take_back(row, by=cast.anna)
    assert world() == before
    with pytest.raises(Refused):
        merging.take_back(row, by=cast.anna)


class TestPromises:
    def test_the_earliest_is_the_one_owed_and_no_time_moves(self, cast, two):
        tea, parcel = two
        times = dict(Promise.objects.values_list("pk", "due_at"))
        earliest = min(owed_in(tea) + owed_in(parcel), key=lambda one: (one.due_at, one.pk))
        merging.merge(parcel, tea, by=cast.anna)
        assert owed_in(tea) == [earliest]
        assert fresh(tea).due_at == earliest.due_at
        assert dict(Promise.objects.values_list("pk", "due_at")) == times

    def test_one_answer_keeps_both(self, cast, two):
        tea, parcel = two
        merging.merge(parcel, tea, by=cast.anna)
        deliveries.sent(replying.reply(fresh(tea), "Both.", by=cast.anna).delivery)
        assert set(Promise.objects.values_list("state", flat=True)) == {"kept"}
        assert fresh(tea).due_at is None

    def test_what_is_broken_stays_broken(self, cast, two):
        tea, parcel = two
        Promise.objects.filter(conversation=tea).update(state="broken")
        row = merging.merge(tea, parcel, by=cast.anna)
        assert Promise.objects.filter(state="broken").count() == 1
        merging.take_back(row, by=cast.anna)
        assert owed_in(tea)[0].state == "broken"

    def test_a_letter_on_its_way_when_it_was_merged_keeps_its_promise(self, cast, two):
        tea, parcel = two
        promise = owed_in(tea)[0]
        delivery = replying.reply(tea, "Tea comes.", by=cast.anna).delivery
        merging.merge(tea, parcel, by=cast.anna)
        deliveries.sent(delivery)  # the worker had read it before
        promise.refresh_from_db()
        assert promise.state == "kept"

    def test_the_spam_takes_back_what_was_promised_in_both(self, cast, two):
        tea, parcel = two
        merging.merge(tea, parcel, by=cast.anna)
        closing.mark_spam(fresh(parcel), by=cast.anna)
        assert not Promise.objects.owed().exists()


class TestWhatCameSince:
    def test_goes_by_what_it_answers(self, cast, two):
        tea, parcel = two
        row = merging.merge(tea, parcel, by=cast.anna)
        of_tea = cast.hears("Tea!", in_reply_to="<tea@c.example>", message_id="<tea2@c.example>")
        then = cast.hears("And then", in_reply_to="<tea2@c.example>")
        of_parcel = cast.hears("Parcel!", in_reply_to="<parcel@c.example>")
        done = merging.take_back(row, by=cast.anna)
        assert (done.went, done.stayed) == (2, 1)
        assert {of_tea, then} <= set(tea.messages.all())
        assert of_parcel in parcel.messages.all()
        assert fresh(tea).preview == "And then"

    def test_goes_by_who_wrote_it_when_it_answers_nothing(self, cast, two, other):
        _tea, parcel = two
        row = merging.merge(other, parcel, by=cast.anna, customer=merging.TAKES_PART)
        more = cast.hears("More", address=COLIN, reply_token=parcel.reply_token)
        assert more.conversation == parcel
        merging.take_back(row, by=cast.anna)
        assert more in other.messages.all()
        assert not parcel.participants.exists()

    def test_answers_and_notes_stay_unless_they_answer_its_mail(self, cast, two):
        tea, parcel = two
        row = merging.merge(tea, parcel, by=cast.anna)
        answer = replying.reply(fresh(parcel), "Both.", by=cast.anna)  # to the newest: tea
        note = replying.note(fresh(parcel), "Hm", by=cast.anna)
        merging.take_back(row, by=cast.anna)
        assert answer in tea.messages.all()
        assert note in parcel.messages.all()
        assert fresh(tea).state == "waiting"

    def test_a_new_question_is_promised_where_it_belongs(self, cast, two):
        tea, parcel = two
        row = merging.merge(tea, parcel, by=cast.anna)
        deliveries.sent(replying.reply(fresh(parcel), "Both.", by=cast.anna).delivery)
        asked = cast.hears("Which tea?", in_reply_to="<tea@c.example>")
        merging.take_back(row, by=cast.anna)
        assert [one.asked_by for one in owed_in(tea)] == [asked]
        assert not owed_in(parcel)
        assert (fresh(tea).state, bool(fresh(tea).due_at)) == ("open", True)

    def test_what_people_changed_since_stays(self, cast, two):
        tea, parcel = two
        tag = Tag.objects.create(name="Urgent")
        tea.tags.add(tag)
        row = merging.merge(tea, parcel, by=cast.anna)
        assert list(parcel.tags.all()) == [tag]
        Conversation.objects.filter(pk=parcel.pk).update(assignee=cast.boris)
        merging.take_back(row, by=cast.anna)
        assert not parcel.tags.exists()
        assert (fresh(parcel).assignee, list(tea.tags.all())) == (cast.boris, [tag])


class TestDifferentCustomers:
    def test_nobody_takes_part_without_a_word(self, cast, two, other):
        with pytest.raises(Refused, match="Colin"):
            merging.merge(other, two[0], by=cast.anna)

    def test_who_takes_part_gets_copies_but_nothing_older(self, cast, two, other):
        tea, _parcel = two
        merging.merge(other, tea, by=cast.anna, customer=merging.TAKES_PART)
        person = tea.participants.get()
        assert (person.address, person.state) == (COLIN, "approved")
        assert person.created_at > tea.messages.order_by("-pk").first().created_at
        answer = replying.reply(fresh(tea), "To both", by=cast.anna)
        assert {one.to_address for one in answer.deliveries.all()} == {
            "clara@customer.example",
            COLIN,
        }

    def test_who_is_kept_apart_gets_nothing_and_writes_beside(self, cast, two, other):
        tea, _parcel = two
        closing.resolve(other, by=cast.anna, because="phone")
        merging.merge(other, tea, by=cast.anna, customer=merging.APART)
        assert not tea.participants.exists()
        answer = replying.reply(fresh(tea), "To Clara", by=cast.anna)
        assert [one.to_address for one in answer.deliveries.all()] == ["clara@customer.example"]
        more = cast.hears("More", address=COLIN, reply_token=other.reply_token)
        assert more.conversation not in (tea, other)

    def test_nobody_is_kept_apart_who_is_owed_an_answer(self, cast, two, other):
        tea, _parcel = two
        with pytest.raises(Refused, match="Colin is owed an answer"):
            merging.merge(other, tea, by=cast.anna, customer=merging.APART)
        closing.resolve(other, by=cast.anna, because="phone")
        merging.merge(other, tea, by=cast.anna, customer=merging.APART)
        deliveries.sent(replying.reply(fresh(tea), "To Clara", by=cast.anna).delivery)
        assert not Promise.objects.filter(contact=other.contact, state="kept").exists()

    @pytest.mark.parametrize("how", [merging.APART, merging.TAKES_PART])
    def test_who_was_in_copy_comes_along_only_with_the_customer(self, cast, two, other, how):
        tea, _parcel = two
        participants.add(other, "dora@d.example", by=cast.anna)
        other.participants.create(address="eve@e.example", came_by="cc")
        closing.resolve(other, by=cast.anna, because="phone")
        row = merging.merge(other, tea, by=cast.anna, customer=how)
        came = set(tea.participants.values_list("address", flat=True))
        assert came == (set() if how == merging.APART else {COLIN, "dora@d.example"})
        merging.take_back(row, by=cast.anna)
        assert not tea.participants.exists()
        assert other.participants.count() == 2

    def test_who_was_kept_out_stays_out(self, cast, two):
        tea, parcel = two
        person = participants.add(parcel, COLIN, by=cast.anna)
        participants.keep_out(person, by=cast.anna)
        participants.add(tea, COLIN, by=cast.anna)
        merging.merge(tea, parcel, by=cast.anna)
        assert parcel.participants.get().state == "refused"


class TestRefusals:
    def test_not_with_itself_nor_twice_nor_into_a_shell(self, cast, two):
        tea, parcel = two
        with pytest.raises(Refused):
            merging.merge(tea, tea, by=cast.anna)
        merging.merge(tea, parcel, by=cast.anna)
        for gone, into in ((tea, parcel), (parcel, tea)):
            with pytest.raises(Refused, match="merged"):
                merging.merge(gone, into, by=cast.anna)

    def test_only_what_the_agent_sees_and_may_join(self, cast, two):
        with pytest.raises(Refused):
            merging.merge(*two, by=cast.boris)
        light = Agent.objects.create_user("l@kettleandloom.example", "Lea", role="light")
        light.teams.add(cast.orders)
        with pytest.raises(Refused):
            merging.merge(*two, by=light)

    def test_no_spam(self, cast, two):
        closing.mark_spam(two[0], by=cast.anna)
        with pytest.raises(Refused, match="spam"):
            merging.merge(*two, by=cast.anna)

    def test_nobody_writes_into_a_shell(self, cast, two):
        tea, parcel = two
        merging.merge(tea, parcel, by=cast.anna)
        for write in (replying.reply, replying.note):
            with pytest.raises(Refused, match=parcel.ref):
                write(fresh(tea), "Hello", by=cast.anna)


class TestChains:
    def test_the_first_can_be_taken_out_of_the_last(self, cast, two):
        tea, parcel = two
        third = cast.hears("Third").conversation
        before = world()
        first = merging.merge(tea, parcel, by=cast.anna)
        second = merging.merge(parcel, third, by=cast.anna)
        assert fresh(tea).merged_into == third
        assert cast.hears("x", reply_token=tea.reply_token, is_automatic=True).conversation == third
        Message.objects.order_by("-pk").first().delete()
        merging.take_back(first, by=cast.anna)
        assert fresh(tea).merged_into is None
        assert fresh(parcel).merged_into == third
        merging.take_back(second, by=cast.anna)
        after = world()
        after["found"] = before["found"]
        assert after["messages"] == before["messages"]
        assert after["promises"] == before["promises"]

    def test_taken_out_and_merged_anew_it_does_not_follow_the_old_one(self, cast, two):
        tea, parcel = two
        third = cast.hears("Third").conversation
        first = merging.merge(tea, parcel, by=cast.anna)
        second = merging.merge(parcel, third, by=cast.anna)
        merging.take_back(first, by=cast.anna)
        merging.merge(fresh(tea), fresh(third), by=cast.anna)
        merging.take_back(second, by=cast.anna)
        assert fresh(tea).merged_into == third
        assert parcel.messages.filter(direction="in").count() == 1
        assert third.messages.filter(direction="in").count() == 2


def _mess(cast, chance, conversations):
    """Conversations with a bit of everything."""
    agents = [cast.anna, cast.mona, cast.ada]
    tags = [Tag.objects.create(name=f"Tag {number}") for number in range(4)]
    for one in conversations:
        one.tags.add(*chance.sample(tags, chance.randint(0, 3)))
        for agent in chance.sample(agents, chance.randint(0, 2)):
            Follower.objects.create(conversation=one, agent=agent)
        if chance.random() < 0.6:
            note = replying.note(one, "Look", by=cast.anna)
            Mention.objects.create(conversation=one, message=note, agent=cast.mona)
        if chance.random() < 0.6:
            TimeSpent.objects.create(conversation=one, agent=cast.anna, seconds=60)
            Conversation.objects.filter(pk=one.pk).update(seconds_spent=60)
        if chance.random() < 0.5:
            who = "dora@d.example" if one == conversations[-1] else COLIN
            participants.add(one, chance.choice([who, "dora@d.example"]), by=cast.anna)
        if chance.random() < 0.4:
            deliveries.sent(replying.reply(fresh(one), "Here.", by=cast.anna).delivery)
        if chance.random() < 0.3 and fresh(one).due_at is None:
            closing.resolve(fresh(one), by=cast.anna)
        fields = {"order": str(one.pk)} if chance.random() < 0.5 else {}
        Conversation.objects.filter(pk=one.pk).update(
            fields=fields, assignee=chance.choice([None, *agents]), is_unread=chance.random() < 0.5
        )
        other = chance.choice(conversations)
        if other.pk != one.pk:
            Link.objects.get_or_create(**ordered(one.pk, other.pk))


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_merged_and_taken_back_in_whatever_order_all_is_as_it_was(cast, seed):
    chance = random.Random(seed)
    conversations = [cast.hears().conversation for _ in range(4)]
    colins = cast.hears("Colin asks", address=COLIN, name="Colin").conversation
    _mess(cast, chance, [*conversations, colins])
    before, number = world(), Message.objects.count()
    done: list[Merge] = []
    for _ in range(14):
        awake = list(Conversation.objects.filter(merged_into=None).exclude(pk=cast.parcel.pk))
        undoable = [one for one in done if not Merge.objects.get(pk=one.pk).undone_at]
        if len(awake) > 1 and (not undoable or chance.random() < 0.6):
            gone, into = chance.sample(awake, 2)
            how = chance.choice([merging.TAKES_PART, merging.APART])
            if fresh(gone).due_at:  # who is owed an answer is not kept apart
                how = merging.TAKES_PART
            done.append(merging.merge(gone, into, by=cast.anna, customer=how))
        elif undoable:
            merging.take_back(chance.choice(undoable), by=cast.anna)
        assert Message.objects.count() == number
        shells = Conversation.objects.exclude(merged_into=None)
        assert not Message.objects.filter(conversation__in=shells).exists()
        assert not shells.filter(merged_into__merged_into__isnull=False).exists()
    left = [one for one in done if not Merge.objects.get(pk=one.pk).undone_at]
    chance.shuffle(left)
    for one in left:
        merging.take_back(one, by=cast.anna)
    after = world()
    for key, value in before.items():
        assert after[key] == value, key


def test_a_contact_without_any_address_makes_no_participant(cast, two):
    nobody = cast.hears("Who am I", address="").conversation
    merging.merge(nobody, two[0], by=cast.anna, customer=merging.TAKES_PART)
    assert not two[0].participants.exists()
    assert finding.by_address("") is None
