"""The owner's choices about promises."""

import pytest

from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises import compensating, handling
from promisedesk.promises.models import PromiseManners


def test_what_is_chosen_is_kept_with_what_it_was(cast):
    assert handling.change(offers="itself", renewal_target="2 working  hours", by=cast.ada)
    manners = PromiseManners.get()
    assert (manners.offers, manners.renewal_target) == ("itself", "2 working hours")
    event = Event.objects.get(verb="manners.changed")
    assert event.data["was"] == {"offers": "ask", "renewal_target": "4 working hours"}
    assert event.data["now"] == {"offers": "itself", "renewal_target": "2 working hours"}


def test_nothing_new_is_no_event(cast):
    assert not handling.change(offers="ask", by=cast.ada)
    assert not Event.objects.filter(verb="manners.changed").exists()


def test_limits_are_what_roles_may_give(cast):
    handling.change(limits={"agent": "20", "manager": "", "admin": None}, currency="pln", by=None)
    assert compensating.currency() == "PLN"
    assert str(compensating.limit_of("agent")) == "20.00"
    assert compensating.limit_of("manager") is None


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"offers": "sometimes"}, "Choose what is promised"),
        ({"notices": "sometimes"}, "Choose when"),
        ({"renewal_target": "soon"}, "Write it like 4 working hours"),
        ({"limits": {"agent": "a lot"}}, "is no amount"),
        ({"currency": "BEADS"}, "is no currency"),
    ],
)
def test_what_makes_no_sense_is_refused_with_words(cast, wrong, says):
    with pytest.raises(Refused, match=says):
        handling.change(by=cast.ada, **wrong)


def test_agents_may_not(cast):
    with pytest.raises(Refused, match="Your role"):
        handling.change(offers="off", by=cast.anna)
