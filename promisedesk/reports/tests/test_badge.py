import pytest
from django.core.cache import cache

from promisedesk.promises import expecting
from promisedesk.promises.models import PromiseManners
from promisedesk.reports import badge
from promisedesk.reports.tests.conftest import DAY, NOON


@pytest.fixture(autouse=True)
def _fresh():
    cache.delete(badge.KEY)


def switch(cast, is_on):
    steps = expecting.steps_of(PromiseManners.get())
    expecting.expect(steps, "", has_badge=is_on, by=cast.ada)


def test_it_is_shown_when_switched_on_and_twenty_were_due(ledger, cast):
    switch(cast, True)
    for number in range(19):
        ledger.promise(NOON - (number + 1) * DAY)
    assert badge.public_percent() is None
    ledger.promise(NOON - DAY, "broken")
    ledger.promise(NOON - DAY, "broken", kind="resolution")
    ledger.promise(NOON - 91 * DAY, "broken")
    ledger.promise(NOON + DAY, "kept")
    cache.delete(badge.KEY)
    assert badge.public_percent() == 95
    switch(cast, False)
    assert badge.public_percent() is None


def test_it_is_rounded_down(ledger, cast):
    switch(cast, True)
    for number in range(200):
        ledger.promise(NOON - DAY, "kept" if number else "broken")
    assert badge.public_percent() == 99
