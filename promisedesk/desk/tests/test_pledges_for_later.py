"""What an answer for later promises: at the time its writer chose, counted from when it leaves."""

from datetime import timedelta

import pytest
import time_machine

from promisedesk.desk.tests.pledging_letter import with_chip
from promisedesk.promises.models import Promise
from promisedesk.promises.tests.conftest import MONDAY_NOON
from promisedesk.replies import scheduling
from promisedesk.replies.models import Scheduled


@pytest.fixture
def clock(db):
    with time_machine.travel(MONDAY_NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def asked(cast, clock):
    return cast.hears().conversation


@pytest.fixture
def client(cast, asked, signed_in):
    return signed_in(cast.anna)


def put_off(client, asked, to: str, at: str = "2026-11-23T15:00", **more):
    posted = with_chip(asked, to) | {"send_at": at, "zone": "UTC"}
    return client.post(f"/inbox/all/{asked.public_id}/reply/", posted | more)


def due(clock, hours: float) -> list:
    clock.shift(timedelta(hours=hours))
    scheduling.send_due()
    found = Promise.objects.filter(kind="commitment")
    return list(found.values_list("due_at", flat=True))


def test_a_changed_time_is_kept_until_it_is_sent(client, asked, clock):
    put_off(client, asked, to="2026-11-25T16:30")
    assert due(clock, 4) == [MONDAY_NOON + timedelta(days=2, hours=4.5)]


def test_unchanged_it_is_counted_from_when_it_leaves(client, asked, clock):
    put_off(client, asked, to="2026-11-24T12:00", at="2026-11-24T09:00")
    assert due(clock, 22) == [MONDAY_NOON + timedelta(days=2)]


def test_a_time_before_it_leaves_is_refused(client, asked, clock):
    page = put_off(client, asked, to="2026-11-23T14:00")
    assert "before it is sent" in page.text
    assert not Scheduled.objects.exists()


def test_a_time_before_a_later_moment_is_refused_too(client, asked, cast, clock):
    put_off(client, asked, to="2026-11-23T16:00")
    row = Scheduled.objects.get()
    with pytest.raises(scheduling.Refused):
        scheduling.change_time(row, MONDAY_NOON + timedelta(hours=5), by=cast.anna)
    scheduling.change_time(row, MONDAY_NOON + timedelta(hours=3.5), by=cast.anna)


def test_what_is_no_promise_any_more_refuses_nothing(client, asked, clock):
    put_off(client, asked, to="2026-11-23T14:00", pledge=[])
    assert Scheduled.objects.get().moved == {}
    assert due(clock, 4) == []
