"""What light agents may do with promises: see them, and nothing else."""

from datetime import timedelta
from decimal import Decimal

import pytest

from promisedesk.agents.models import Agent
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises import (
    committing,
    compensating,
    renewing,
    urgency,
)
from promisedesk.promises.committing import Pledge
from promisedesk.promises.crew import Crew
from promisedesk.promises.models import Promise
from promisedesk.promises.tests.conftest import MONDAY_NOON

LATER = MONDAY_NOON + timedelta(days=2)


@pytest.fixture
def lia(cast):
    lia = Agent.objects.create_user("lia@kettleandloom.example", "Lia Light", role="light")
    lia.teams.add(cast.orders)
    return lia


def test_they_promise_settle_and_give_nothing(cast, lia):
    conversation = cast.hears().conversation
    [owed] = committing.commit(conversation, [Pledge("call", "I'll call you", LATER)], by=cast.anna)
    given = compensating.give(conversation, "gift", Decimal(5), "GBP", "Late", by=cast.ada)
    urgency.mark(conversation, by=cast.anna)
    events = Event.objects.count()
    deeds = [
        lambda: committing.commit(conversation, [Pledge("call", "", LATER)], by=lia),
        lambda: committing.fulfil(owed, by=lia),
        lambda: committing.withdraw(owed, by=lia, because="No"),
        lambda: renewing.renew(owed, LATER + timedelta(days=1), by=lia),
        lambda: compensating.give(conversation, "gift", Decimal(1), "GBP", "Late", by=lia),
        lambda: compensating.take_back(given, by=lia),
        lambda: urgency.take(conversation, by=lia),
        lambda: urgency.unmark(conversation, by=lia),
        lambda: urgency.set_priority(conversation, "low", by=lia),
    ]
    for deed in deeds:
        with pytest.raises(Refused, match="role does not allow"):
            deed()
    assert Event.objects.count() == events
    assert set(Promise.objects.values_list("state", flat=True)) == {"running"}


def test_they_are_neither_warned_nor_called(cast, lia):
    conversation = cast.hears().conversation
    assert lia not in Crew(MONDAY_NOON).team(conversation)
    assert not compensating.may_take_back(
        compensating.give(conversation, "gift", Decimal(5), "GBP", "Late", by=cast.ada), lia
    )
