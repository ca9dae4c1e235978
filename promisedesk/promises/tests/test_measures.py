from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from promisedesk.cast import Cast
from promisedesk.promises import measures
from promisedesk.promises.measures import Share
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db
MONDAY = datetime(2025, 11, 17, tzinfo=UTC)
NOON = MONDAY + timedelta(hours=12)
DAY = timedelta(days=1)


@pytest.fixture
def cast():
    with time_machine.travel(NOON, tick=False):
        yield Cast()


def promise(cast, due_at, state="running", settled_at=None, contact=None, conversation=None):
    return Promise.objects.create(
        conversation=conversation or cast.parcel,
        contact=contact or cast.clara,
        kind=Promise.Kind.COMMITMENT,
        made_at=due_at - DAY,
        due_at=due_at,
        settled_at=settled_at,
        state=state,
        target="1 working day",
        time_zone="Europe/London",
    )


def by_day(days, among=None):
    return list(measures.kept_by_day(MONDAY.date(), days, ZoneInfo("UTC"), among).values())


def test_a_promise_counts_on_the_day_it_was_due_however_early_or_late_the_answer(cast):
    promise(cast, MONDAY + DAY + timedelta(hours=9), "kept", NOON)
    promise(cast, MONDAY + timedelta(hours=9), "broken", NOON)
    assert by_day(2) == [Share(0, 1), Share(1, 1)]


def test_it_is_broken_the_moment_it_is_due_and_running_counts_nowhere(cast):
    promise(cast, NOON)
    promise(cast, NOON + timedelta(seconds=1))
    promise(cast, NOON, "withdrawn")
    assert by_day(1) == [Share(0, 1)]


def test_days_are_cut_in_the_zone_of_the_reader(cast):
    late_evening = MONDAY + timedelta(hours=23, minutes=30)
    promise(cast, late_evening, "kept", NOON)
    cut = measures.kept_by_day(date(2025, 11, 17), 2, ZoneInfo("Europe/Warsaw"))
    assert cut == {date(2025, 11, 17): Share(0, 0), date(2025, 11, 18): Share(1, 1)}


def test_a_hundred_percent_means_every_single_one():
    assert Share(199, 200).percent == 99
    assert Share(3, 3).percent == 100
    assert Share().percent is None


def test_another_teams_promises_are_not_counted(cast):
    promise(cast, NOON, "kept", NOON)
    assert by_day(1, measures.visible_to(cast.anna)) == [Share(1, 1)]
    assert by_day(1, measures.visible_to(cast.mona)) == [Share(1, 1)]
    assert by_day(1, measures.visible_to(cast.boris)) == [Share(0, 0)]
