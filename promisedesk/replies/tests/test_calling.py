"""Writing down a telephone call."""

import pytest

from promisedesk.cast import Cast
from promisedesk.core.models import Event
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
