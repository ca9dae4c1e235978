"""What can be done as data, and the abilities behind it."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.contacts import fields
from promisedesk.conversations import actions, tagging
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused

pytestmark = pytest.mark.django_db


def fresh(conversation):
    return Conversation.objects.get(pk=conversation.pk)


def test_a_list_of_actions_is_done_in_order_and_told(cast):
    vip = tagging.make("VIP", by=cast.anna)
    fields.add("conversation", {"": "Order number"}, by=cast.ada)
    done = actions.perform(
        cast.parcel,
        [
            {"do": "assign", "to": "me"},
            {"do": "tag", "add": [vip.public_id]},
            {"do": "field", "key": "order-number", "value": " K-17 "},
            {"do": "note", "text": "Looks urgent."},
            {"do": "follow"},
            {"do": "snooze", "for": "2 hours"},
        ],
        by=cast.anna,
    )
    parcel = fresh(cast.parcel)
    assert parcel.assignee == cast.anna
    assert list(parcel.tags.all()) == [vip]
    assert parcel.fields == {"order-number": "K-17"}
    assert parcel.followers.get().agent == cast.anna
    assert timedelta(hours=1) < parcel.snoozed_until - now() <= timedelta(hours=2)
    assert len(done) == 6
    assert done[1] == "Added the tags: VIP."


def test_all_of_it_or_nothing(cast):
    with pytest.raises(Refused, match="opened again"):
        actions.perform(cast.parcel, [{"do": "assign", "to": "me"}, {"do": "reopen"}], by=cast.anna)
    assert fresh(cast.parcel).assignee is None


@pytest.mark.parametrize(
    "nonsense",
    [
        {"do": "assign"},
        "assign",
        [{"do": "fly"}],
        [{"do": "assign"}],
        [{"do": "tag"}],
        [{"do": "tag", "add": "vip"}],
        [{"do": "snooze"}],
        [{"do": "snooze", "for": "soon"}],
        [{"do": "snooze", "for": "2 working days"}],
        [{"do": "snooze", "until": "2026-11-24T10:00:00"}],
        [{"do": "field", "key": "nope", "value": 1}],
        [{"do": "note", "text": "  "}],
        [{"do": "follow"}] * 21,
    ],
)
def test_nonsense_is_refused_before_anything_is_done(nonsense):
    with pytest.raises(Refused):
        actions.read(nonsense)


def test_actions_read_as_sentences(cast):
    vip = tagging.make("VIP", by=cast.anna)
    said = actions.in_words(
        [
            {"do": "assign", "to": cast.boris.public_id},
            {"do": "team", "to": cast.returns.public_id},
            {"do": "tag", "add": [vip.public_id]},
            {"do": "snooze", "for": "3 days"},
            {"do": "resolve", "because": "phone"},
            {"do": "gone for good"},
        ]
    )
    assert said == (
        "Give it to Boris Reed. Give it to the team “Returns”. Add the tags: VIP. "
        "Put it aside for 3 days. "
        "Resolve it, also without an answer: Answered by phone or in person. "
        "Something that cannot be done any more."
    )


def test_a_light_agent_does_no_sorting(cast):
    cast.anna.role = Agent.Role.LIGHT
    for one in ({"do": "assign", "to": "me"}, {"do": "snooze", "for": "1 day"}, {"do": "resolve"}):
        with pytest.raises(Refused, match="role"):
            actions.perform(cast.parcel, [one], by=cast.anna)
    actions.perform(cast.parcel, [{"do": "note", "text": "I saw it."}], by=cast.anna)


def test_the_desk_itself_may(cast):
    assert actions.perform(cast.parcel, [{"do": "resolve"}], by=None) == ["Resolved."]
    with pytest.raises(Refused, match="nobody"):
        actions.perform(cast.parcel, [{"do": "assign", "to": "me"}], by=None)


def test_what_is_done_already_says_nothing(cast):
    again = [{"do": "assign", "to": "me"}, {"do": "follow"}]
    assert len(actions.perform(cast.parcel, again, by=cast.anna)) == 2
    assert actions.perform(cast.parcel, again, by=cast.anna) == []
