"""A shop on Monday 23 November 2026 at noon, and a ledger written by hand."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from promisedesk.cast import Cast
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.ids import short_ref
from promisedesk.promises.models import Promise
from promisedesk.reports.cuts import Cut
from promisedesk.reports.moments import Period

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def cast(db, clock):
    return Cast()


@pytest.fixture
def ledger(cast):
    return Ledger(cast)


class Ledger:
    """Writes promises as they would stand after a while."""

    def __init__(self, cast):
        self.cast = cast

    def talk(self, **fields) -> Conversation:
        usual = {"inbox": self.cast.help, "contact": self.cast.clara, "ref": short_ref()}
        return Conversation.objects.create(**usual | fields)

    def promise(self, due_at, state="kept", *, talk=None, **fields) -> Promise:
        talk = talk or self.talk()
        usual = {
            "kind": "answer",
            "conversation": talk,
            "contact": talk.contact,
            "made_at": due_at - DAY,
            "told_at": due_at - DAY,
            "due_at": due_at,
            "state": state,
            "target": "1 working day",
            "time_zone": "Europe/London",
        }
        if state == "kept":
            usual["settled_at"] = due_at - HOUR
        return Promise.objects.create(**usual | fields)

    def question(self, asked_at, waited=None, *, talk=None, by=None, **fields) -> Promise:
        """Asked then, and answered so long after; None: not yet. Promised within a day."""
        talk = talk or self.talk()
        question = Message.objects.create(conversation=talk, direction="in", created_at=asked_at)
        if waited is not None:
            fields["settled_at"] = asked_at + waited
            fields["settled_by"] = Message.objects.create(
                conversation=talk, direction="out", created_at=asked_at + waited, agent=by
            )
            state = "kept" if waited <= DAY else "broken"
        else:
            state = "running" if asked_at + DAY > NOON else "broken"
        fields = {"made_at": asked_at, "asked_by": question} | fields
        return self.promise(asked_at + DAY, state, talk=talk, **fields)

    def cut(self, first, last=None, *, reader=None, zone="UTC", **more) -> Cut:
        last = last or first
        period = Period(first.date(), last.date(), ZoneInfo(zone))
        return Cut(reader or self.cast.ada, period, **more)
