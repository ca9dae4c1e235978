"""Who gets a live stream of the desk's pages, and who loses it."""

import pytest
from django.contrib.sessions.models import Session as Stored

from promisedesk.agents import sessions
from promisedesk.agents.middleware import MUST_ADD
from promisedesk.agents.models import Agent, Session
from promisedesk.desk.live import gate

pytestmark = pytest.mark.django_db


@pytest.fixture
def key(cast, signed_in):
    """Anna's session, signed in and seen."""
    browser = signed_in(cast.anna)
    return browser.session.session_key


def sees_still(visitor: gate.Visitor) -> bool:
    pair = (visitor.key, visitor.agent_id)
    return gate.seen_now([pair])[visitor.key] is not None


def test_a_session_has_a_stream_while_it_lives(cast, key):
    visitor = gate.visitor(key)
    assert visitor.agent_id == cast.anna.pk
    assert sees_still(visitor)
    assert gate.visitor("") is gate.visitor("nobodys") is None


@pytest.mark.parametrize(
    "end",
    [
        lambda key: sessions.end(Session.objects.get(key=key), by=Agent.objects.get(name="Anna")),
        lambda key: Session.objects.filter(key=key).delete(),
        lambda key: Stored.objects.filter(pk=key).delete(),
        lambda key: Agent.objects.filter(sessions__key=key).update(is_active=False),
        lambda key: Agent.objects.filter(sessions__key=key).update(password="!other"),
    ],
    ids=["ended in the list", "its row", "Django's row", "its agent", "another password"],
)
def test_with_the_session_ends_its_stream(cast, key, end):
    visitor = gate.visitor(key)
    Agent.objects.filter(pk=cast.anna.pk).update(name="Anna")
    end(key)
    assert not sees_still(visitor)
    assert gate.visitor(key) is None


def test_who_must_add_a_second_factor_first_hears_nothing(cast, signed_in):
    browser = signed_in(cast.anna)
    session = browser.session
    before = gate.visitor(session.session_key)
    session[MUST_ADD] = True
    session.save()
    assert gate.visitor(session.session_key) is None
    assert not sees_still(before)


def test_asking_for_many_streams_costs_no_more_than_for_one(
    cast, signed_in, django_assert_num_queries
):
    pairs = []
    for agent in (cast.anna, cast.mona, cast.boris):
        one = gate.visitor(signed_in(agent).session.session_key)
        pairs.append((one.key, one.agent_id))
    gate.seen_now(pairs[:1])
    with django_assert_num_queries(5):
        assert all(gate.seen_now(pairs).values())
