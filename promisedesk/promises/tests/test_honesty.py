"""What is promised when the team cannot meet the target."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from promisedesk.lib import phrases
from promisedesk.promises import forecasting, honesty
from promisedesk.promises.models import Pace, Promise, PromiseManners
from promisedesk.promises.tests.conftest import MONDAY_NOON

DUE = MONDAY_NOON + timedelta(days=1)
SLOW = {"rates": [[0.5] * 24] * 7, "by_day": 1.0, "by_week": 0.0, "lately": 1.0, "answers": 99}


@pytest.fixture
def backlog(cast):
    for number in range(6):
        cast.hears(f"Question {number}", address=f"someone{number}@customer.example")
    Pace.objects.create(key=forecasting.pool_of(cast.help), data=SLOW)


def choose(offers: str) -> None:
    PromiseManners.objects.update_or_create(pk=1, defaults={"offers": offers})
    PromiseManners.get().save()


def test_by_itself_an_honest_time_is_told_and_the_target_kept_beside(cast, backlog):
    choose("itself")
    promise = Promise.objects.get(asked_by=cast.hears("One more", address="late@customer.example"))
    assert promise.due_at > DUE
    assert promise.target_due_at == DUE
    assert promise.due_at.minute % 15 == 0
    letter = promise.told_by.text
    assert f"{promise.due_at:%H:%M}" in letter


def test_the_contact_page_says_the_same_time_as_the_letter(cast, backlog, client):
    choose("itself")
    cast.help.is_active = True
    page = client.get("/contact/").content.decode()
    promise = Promise.objects.get(asked_by=cast.hears("One more", address="late@customer.example"))
    assert phrases.by_time(promise.due_at, promise.time_zone, "en", MONDAY_NOON) in page


@pytest.mark.parametrize("offers", ["off", "ask"])
def test_otherwise_the_target_is_promised(cast, backlog, offers):
    choose(offers)
    promise = Promise.objects.get(asked_by=cast.hears("One more", address="late@customer.example"))
    assert (promise.due_at, promise.target_due_at) == (DUE, None)


def test_the_team_is_told_what_it_can_keep(cast, backlog):
    offer = honesty.look(cast.help)
    assert offer.ahead == 6
    assert not offer.can_be_kept
    assert offer.honest_at > offer.target_due_at


def test_without_history_nothing_is_guessed(cast):
    choose("itself")
    promise = Promise.objects.get(asked_by=cast.hears("One", address="a@customer.example"))
    assert promise.due_at == DUE
    assert honesty.look(cast.help).can_be_kept


def test_the_pace_is_learned_from_the_ledger(cast, clock):
    assert forecasting.learn_all() == 0
    assert not Pace.objects.exists()


@pytest.mark.parametrize(
    ("at", "said"), [("10:00", "10:00"), ("10:00:01", "10:15"), ("10:14", "10:15")]
)
def test_it_is_said_in_quarters_of_an_hour(at, said):
    at, said = (datetime.fromisoformat(f"2026-11-24T{one}+00:00") for one in (at, said))
    assert honesty.in_quarters(ZoneInfo("Europe/London"), at) == said
