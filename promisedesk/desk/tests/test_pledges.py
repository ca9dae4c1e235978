"""Promises in what an agent writes: shown as chips, and kept track of once it is sent."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from promisedesk.conversations.models import Message
from promisedesk.desk.tests.pledging_letter import TEXT, with_chip
from promisedesk.promises import policies
from promisedesk.promises.models import Promise
from promisedesk.promises.tests.conftest import MONDAY_NOON
from promisedesk.replies import pledging

TOMORROW_NOON = MONDAY_NOON + timedelta(days=1)


@pytest.fixture(autouse=True)
def clock(db):
    with time_machine.travel(MONDAY_NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def client(cast, signed_in):
    return signed_in(cast.anna)


@pytest.fixture
def asked(cast):
    return cast.hears().conversation


@pytest.fixture
def here(asked):
    return f"/inbox/all/{asked.public_id}/"


def commitments() -> list[tuple]:
    found = Promise.objects.filter(kind="commitment").order_by("due_at")
    return [(one.deed, one.due_at) for one in found]


def test_a_chip_says_what_is_promised_and_by_when(client, here):
    html = client.post(f"{here}pledges/", {"text": TEXT}).content.decode()
    assert "Tue 24 Nov, 12:00" in html
    assert "<b>Call</b>" in html
    assert Promise.objects.filter(kind="commitment").count() == 0


def test_what_promises_nothing_has_no_chip(client, here):
    text = "Please send us the photos by Friday. The courier comes tomorrow."
    assert "pledge-chip" not in client.post(f"{here}pledges/", {"text": text}).content.decode()


def test_sent_it_lives_with_the_letter_that_says_so(client, here):
    client.post(f"{here}reply/", {"text": TEXT})
    assert commitments() == [("call", TOMORROW_NOON)]
    promise = Promise.objects.get(kind="commitment")
    assert promise.told_by == Message.objects.get(direction="out", automatic=False)
    assert "before noon" in promise.says


def test_without_its_tick_it_is_none(client, here, asked):
    key = pledging.found_in(asked, TEXT)[0].key
    client.post(f"{here}reply/", {"text": TEXT, "pledge_seen": [key]})
    assert commitments() == []


def test_its_time_can_be_changed(client, here, asked):
    client.post(f"{here}reply/", with_chip(asked, "2026-11-24T15:30", "Europe/Warsaw"))
    assert commitments() == [("call", TOMORROW_NOON + timedelta(hours=2.5))]


@pytest.mark.parametrize("at", ["0026-11-24T15:30", "9999-12-31T23:59"])
def test_a_slip_of_the_year_is_refused_and_the_letter_stays(client, here, asked, at):
    posted = with_chip(asked, at, "America/New_York")
    for more in ({}, {"send_at": "2026-11-23T15:00", "zone": "UTC"}):
        answer = client.post(f"{here}reply/", posted | more)
        assert answer.status_code == 422
        assert "before noon" in answer.content.decode()
    call = client.post(f"{here}call/", posted | {"outcome": "reached"})
    assert call.status_code == 422
    assert not Message.objects.filter(direction="out", automatic=False).exists()


def test_the_time_is_the_customers(client, here, cast):
    cast.clara.time_zone = "Asia/Vladivostok"
    cast.clara.save()
    client.post(f"{here}reply/", {"text": TEXT})
    assert commitments() == [("call", TOMORROW_NOON - timedelta(hours=10))]


def test_a_note_promises_nothing(client, here):
    client.post(f"{here}note/", {"text": TEXT})
    assert commitments() == []


def test_what_was_decided_is_there_again_when_the_sending_was_stopped(client, here, asked, cast):
    key = pledging.found_in(asked, TEXT)[0].key
    posted = {
        "text": TEXT,
        "pledge_seen": [key],
        f"pledge_at_{key}": "2026-11-24T15:30",
        "shown_to": "nobody@x.example",
        "last_seen": "0",
    }
    answer = client.post(f"{here}reply/", posted)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'<input type="hidden" name="pledge_seen" value="{key}">' in page
    assert f'<input type="hidden" name="pledge_at_{key}" value="2026-11-24T15:30">' in page
    assert commitments() == []


def test_working_days_are_those_of_the_inbox_and_its_holidays(cast, asked):
    data = {"time_zone": "Europe/London", "country": "GB", "hours": policies.USUAL_HOURS}
    policies.set_policy(asked.inbox, calendar=policies.add_calendar("London", data))
    before_christmas = datetime(2026, 12, 23, 12, tzinfo=UTC)
    text = "We will send it within 2 working days."
    [one] = pledging.found_in(asked, text, before_christmas)
    assert one.pledge.due_at.date() == date(2026, 12, 29)  # 25 and 28 are holidays
