"""Who is shown as active is only who answers."""

from datetime import timedelta

from promisedesk.agents.models import Session
from promisedesk.conversations import assigning
from promisedesk.promises import breaking, manning, policies

FIVE_MINUTES = timedelta(minutes=5)


def promise_quickly(cast):
    policies.set_policy(cast.help, calendar=policies.default_calendar(), target="5 minutes")


def is_away(agent) -> bool:
    agent.refresh_from_db()
    return agent.away_since is not None


def test_five_minutes_without_an_answer_make_one_away(cast, clock):
    promise_quickly(cast)
    conversation = cast.hears().conversation
    assigning.assign(conversation, cast.anna, by=cast.mona)
    clock.shift(FIVE_MINUTES)
    assert breaking.break_due() == 1
    assert is_away(cast.anna)


def test_a_day_missed_does_not(cast, clock):
    assigning.assign(cast.hears().conversation, cast.anna, by=cast.mona)
    clock.shift(timedelta(days=2))
    breaking.break_due()
    assert not is_away(cast.anna)


def test_active_is_who_has_a_page_open_and_is_not_away(cast):
    assert not manning.somebody_is_active(cast.help)
    Session.objects.create(agent=cast.boris, key="b")  # of another team
    assert not manning.somebody_is_active(cast.help)
    Session.objects.create(agent=cast.anna, key="a")
    assert manning.somebody_is_active(cast.help)
    assert manning.go_away(cast.anna)
    assert not manning.somebody_is_active(cast.help)
    assert manning.come_back(cast.anna)
    assert not manning.come_back(cast.anna)
    assert manning.somebody_is_active(cast.help)
