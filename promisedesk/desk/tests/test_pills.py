"""Pills count as the promise was counted: in opening hours, or by the clock."""

from datetime import UTC, datetime, timedelta

import pytest

from promisedesk.cast import Cast
from promisedesk.desk.clock import Clock
from promisedesk.desk.pills import Hours, pill
from promisedesk.promises import policies

pytestmark = pytest.mark.django_db
SUNDAY = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)  # the shop is closed all day


def pill_on_sunday(cast):
    due = SUNDAY + timedelta(hours=8)
    return pill(
        Hours(),
        Clock("Europe/London", "en", now=SUNDAY),
        inbox_id=cast.help.pk,
        state="open",
        due_at=due,
        due_since=due - timedelta(hours=24),
        last_at=SUNDAY,
    )


def test_a_promise_by_the_clock_is_not_soon_because_the_shop_is_closed():
    cast = Cast()
    policies.set_policy(cast.help, calendar=policies.default_calendar(), target="24 hours")
    assert pill_on_sunday(cast)[:2] == ("ok", "8 h left")


def test_nothing_is_soon_because_the_shop_is_closed():
    assert pill_on_sunday(Cast())[:2] == ("ok", "due 13:00")


def test_a_pill_speaks_by_the_readers_clock():
    cast = Cast()
    hours, due = Hours(), datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
    told = {
        zone: pill(
            hours,
            Clock(zone, "en", now=SUNDAY),
            inbox_id=cast.help.pk,
            state="open",
            due_at=due,
            due_since=SUNDAY,
            last_at=SUNDAY,
        ).words
        for zone in ("Europe/London", "Europe/Moscow")
    }
    assert told == {"Europe/London": "Wed 10:00", "Europe/Moscow": "Wed 13:00"}
