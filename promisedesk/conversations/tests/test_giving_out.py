"""Who gets what comes in, and what a team was given."""

import threading
from datetime import timedelta

import pytest
from django.db import connections, transaction
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.cast import Cast
from promisedesk.conversations import assigning, giving_out, replying
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event

pytestmark = pytest.mark.django_db


def way(cast, assign_by, *, prefers_known=False):
    """Orders, whose inbox it is, give out like this; and Olga works there too."""
    cast.orders.assign_by, cast.orders.prefers_known = assign_by, prefers_known
    cast.orders.save()
    cast.olga = Agent.objects.create_user("olga@kettleandloom.example", "Olga Nowak")
    cast.olga.teams.add(cast.orders)


def comes(cast, name):
    return cast.hears(f"I am {name}", address=f"{name}@customer.example").conversation.assignee


def test_nobody_gets_anything_unless_it_is_wanted(cast):
    way(cast, "hand")
    assert comes(cast, "zoe") is None


def test_everybody_of_the_team_gets_one_in_turn(cast):
    way(cast, "turns")
    got = [comes(cast, f"c{number}") for number in range(4)]
    assert got == [cast.anna, cast.olga, cast.anna, cast.olga]
    assert Event.objects.filter(verb="conversation.given_out").count() == 4


def test_whoever_has_least_open_gets_the_next(cast):
    way(cast, "load")
    for _number in range(2):
        conversation = cast.hears(address=f"{_number}@customer.example").conversation
        assigning.assign(conversation, cast.anna, by=cast.mona)
    assert [comes(cast, f"c{number}") for number in range(2)] == [cast.olga, cast.olga]


def test_who_takes_none_or_is_full_or_only_writes_notes_gets_none(cast):
    way(cast, "turns")
    Agent.objects.filter(pk=cast.anna.pk).update(takes_new=False)
    assert comes(cast, "zoe") == cast.olga
    Agent.objects.filter(pk=cast.olga.pk).update(capacity=1)
    assert comes(cast, "yan") is None
    Agent.objects.filter(pk=cast.anna.pk).update(takes_new=True, role=Agent.Role.LIGHT)
    assert comes(cast, "xenia") is None


def answers(cast, agent, **fields):
    conversation = cast.hears(**fields).conversation
    replying.reply(conversation, "It left.", by=agent)
    type(cast.clara).objects.filter(pk=conversation.contact_id).update(answered_at=now())
    return conversation


def test_who_answered_a_customer_last_gets_them_again(cast):
    way(cast, "turns", prefers_known=True)
    answers(cast, cast.anna)
    answers(cast, cast.mona)
    for _time in range(2):
        assert cast.hears(subject="Another thing").conversation.assignee == cast.mona
    assert Event.objects.filter(verb="conversation.given_to_known").exists()


def test_whoever_knows_them_but_is_away_does_not_get_them(cast):
    way(cast, "hand", prefers_known=True)
    answers(cast, cast.anna)
    Agent.objects.filter(pk=cast.anna.pk).update(takes_new=False)
    assert cast.hears(subject="Another thing").conversation.assignee is None


def test_spam_is_given_to_nobody(cast):
    way(cast, "turns")
    spam = cast.hears(address="zoe@customer.example", spam_because="a filter").conversation
    assert spam.assignee is None


def test_a_strangers_mail_asks_nothing_more(cast, django_assert_max_num_queries):
    comes(cast, "first")
    with django_assert_max_num_queries(0), transaction.atomic(savepoint=False):
        stranger = type(cast.clara)(answered_at=None)
        assert giving_out.for_new(cast.help, stranger) == (None, False)


def test_a_team_gives_out_what_it_was_given(cast):
    cast.returns.assign_by = "turns"
    cast.returns.save()
    assigning.assign(cast.parcel, cast.anna, by=cast.anna)
    assert assigning.give_to_team(cast.parcel, cast.returns, by=cast.anna)
    assert Conversation.objects.get(pk=cast.parcel.pk).assignee == cast.boris
    assert Conversation.objects.visible_to(cast.boris).filter(pk=cast.parcel.pk).exists()
    assert not assigning.give_to_team(cast.parcel, cast.returns, by=cast.anna)
    assert assigning.give_to_team(cast.parcel, None, by=cast.mona)
    assert Conversation.objects.get(pk=cast.parcel.pk).assignee is None  # he sees it no more


def test_whoever_is_in_the_team_keeps_it(cast):
    cast.anna.teams.add(cast.returns)
    assigning.assign(cast.parcel, cast.anna, by=cast.anna)
    assigning.give_to_team(cast.parcel, cast.returns, by=cast.anna)
    assert Conversation.objects.get(pk=cast.parcel.pk).assignee == cast.anna


def test_a_team_of_nobody_is_given_nothing(cast):
    cast.boris.is_active = False
    cast.boris.save()
    with pytest.raises(Refused, match="Nobody in the team"):
        assigning.give_to_team(cast.parcel, cast.returns, by=cast.mona)


def test_taking_over_tells_the_colleague_why(cast):
    assigning.assign(cast.parcel, cast.anna, by=cast.anna)
    assigning.take_over(cast.parcel, by=cast.mona, note="You are at lunch.")
    parcel = Conversation.objects.get(pk=cast.parcel.pk)
    assert parcel.assignee == cast.mona
    assert parcel.mentions.get().agent == cast.anna
    assert parcel.messages.get().text == "You are at lunch."
    assert not assigning.take_over(parcel, by=cast.mona)


def test_handing_over_tells_whoever_gets_it(cast):
    assigning.hand_over(cast.parcel, cast.anna, by=cast.mona, note="She will call at 4.")
    assert cast.parcel.mentions.get().agent == cast.anna


def test_who_knows_a_customer_is_told_most_often_first(cast):
    answers(cast, cast.anna)
    answers(cast, cast.mona)
    answers(cast, cast.mona)
    known = giving_out.who_knows(cast.parcel)
    assert [(one.agent, one.times) for one in known] == [(cast.mona, 2), (cast.anna, 1)]


@pytest.mark.django_db(transaction=True)
def test_two_workers_give_two_conversations_to_two_people():
    cast = Cast()
    way(cast, "turns")
    Agent.objects.update(last_given_at=now() - timedelta(hours=1))
    got, together = [], threading.Barrier(2)

    def work(name):
        together.wait()
        got.append(comes(cast, name).name)
        connections.close_all()

    workers = [threading.Thread(target=work, args=(f"worker{number}",)) for number in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert sorted(got) == ["Anna Kowalska", "Olga Nowak"]
