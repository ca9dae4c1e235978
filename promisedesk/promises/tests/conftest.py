"""A shop in Bristol on Monday 23 November 2026, and a clock that stands still."""

from datetime import UTC, datetime

import pytest
import time_machine

from promisedesk.cast import Cast
from promisedesk.promises import policies

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)  # open Monday to Friday, 9 to 18


@pytest.fixture
def clock():
    """Move it with clock.move_to or clock.shift."""
    with time_machine.travel(MONDAY_NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def cast(db, clock):
    # Versions are read once a process; one that was rolled back had this number and moment too.
    policies._read.cache_clear()
    return Cast()
