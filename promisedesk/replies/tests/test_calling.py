"""Writing down a telephone call."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.cast import Cast
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises.committing import Pledge
from promisedesk.replies import calling


@pytest.fixture
def cast(db):
    return Cast()


def taken(conversation) -> list[str]:
    rows = Event.objects.filter(conversation_id=conversation.pk, verb="conversation.taken")
    return [event.by.name for event in rows]


@pytest.mark.parametrize("outcome", [calling.REACHED, calling.MISSED])
def test_whoever_called_has_it_from_then_on_and_the_log_says_so(cast, outcome):
    conversation = cast.hears().conversation
    calling.log(conversation, "She is content.", by=cast.anna, outcome=outcome)
    conversation.refresh_from_db()
    assert conversation.assignee == cast.anna
    assert taken(conversation) == ["Anna Kowalska"]


def test_what_a_colleague_has_stays_theirs(cast):
    conversation = cast.hears().conversation
    calling.log(conversation, "She is content.", by=cast.anna)
    calling.log(conversation, "She is more content.", by=cast.mona)
    conversation.refresh_from_db()
    assert conversation.assignee == cast.anna
    assert taken(conversation) == ["Anna Kowalska"]


@pytest.mark.parametrize(
    ("outcome", "text"), [(calling.REACHED, "I'll call you."), (calling.MISSED, "")]
)
def test_a_double_click_writes_one_call_and_promises_once(cast, outcome, text):
    conversation = cast.hears().conversation
    pledges = [Pledge("call", "I'll call you", now() + timedelta(days=1))]
    for _click in range(2):
        calling.log(conversation, text, by=cast.anna, outcome=outcome, pledges=pledges)
    assert conversation.messages.filter(channel="phone").count() == 1
    assert conversation.promises.filter(kind="commitment").count() == 1
    calling.log(conversation, "Something else.", by=cast.anna)
    assert conversation.messages.filter(channel="phone").count() == 2


def test_light_agents_write_down_no_calls(cast):
    lia = Agent.objects.create_user("lia@kettleandloom.example", "Lia", role="light")
    lia.teams.add(cast.orders)
    with pytest.raises(Refused, match="role does not allow"):
        calling.log(cast.hears().conversation, "We spoke.", by=lia)
