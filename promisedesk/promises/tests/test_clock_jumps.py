"""The machine's clock jumps while the worker goes its rounds: back an hour, on by a day, and over
the hour that summer time skips or repeats. Nothing breaks wrongly, nothing is told twice."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from promisedesk.agents.models import Notice
from promisedesk.cast import Cast
from promisedesk.conversations import deliveries, replying
from promisedesk.core.models import Event
from promisedesk.promises import jobs, policies, urgency
from promisedesk.promises.models import Promise, PromiseManners

HOUR = timedelta(hours=1)
ROUNDS = (
    jobs.break_promises,
    jobs.warn_of_promises,
    jobs.remind,
    jobs.call,
    jobs.plan_delay_notices,
    jobs.send_delay_notices,
)
ALWAYS = {day: [["00:00", "24:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}


class Shop:
    """Open all day in Warsaw, four hours for an answer, a delay notice when it is missed."""

    def __init__(self, at: datetime):
        self.traveller = time_machine.travel(at, tick=False)
        self.clock = self.traveller.start()
        policies._read.cache_clear()
        self.cast = Cast()
        data = {"time_zone": "Europe/Warsaw", "hours": ALWAYS}
        calendar = policies.add_calendar("Always", data)
        policies.set_policy(self.cast.help, calendar=calendar, target="4 hours")
        PromiseManners.get().save()
        PromiseManners.objects.update(notices=PromiseManners.Notices.AFTER)
        self.at = at
        self.conversation = self.cast.hears().conversation
        Promise.objects.update(told_at=at)

    def work(self, *moments: timedelta) -> None:
        """A few rounds at each of these moments after the beginning, in this order."""
        for moment in moments:
            self.clock.move_to(self.at + moment)
            for _ in range(4):
                for go in ROUNDS:
                    go()

    def verbs(self) -> list[str]:
        rows = Event.objects.filter(verb__startswith="promise.", data__promise=self.first.pk)
        found = rows.order_by("pk").values_list("verb", flat=True)
        return [verb.removeprefix("promise.") for verb in found]

    @property
    def first(self) -> Promise:
        return Promise.objects.get(renews=None)


@pytest.fixture
def shop(db):
    made = []

    def open_at(at: datetime) -> Shop:
        made.append(Shop(at))
        return made[-1]

    yield open_at
    for one in made:
        one.traveller.stop()


NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def renewals() -> int:
    return Promise.objects.exclude(renews=None).count()


def test_back_an_hour_before_it_is_due_breaks_nothing_and_warns_once(shop):
    one = shop(NOON)
    one.work(3.5 * HOUR, 2.5 * HOUR, 3.9 * HOUR)
    assert one.verbs() == ["made", "due_soon"]
    assert one.first.state_now == "running"
    assert Notice.objects.filter(verb="promise.due_soon").count() == 1
    deliveries.sent(replying.reply(one.conversation, "Here.", by=one.cast.anna).delivery)
    assert (one.first.state, one.first.late_s) == ("kept", 0)


def test_back_an_hour_after_it_was_missed_tells_nobody_twice(shop):
    one = shop(NOON)
    one.work(3.5 * HOUR, 4 * HOUR)
    before = one.verbs(), Notice.objects.count(), renewals()
    assert before[0][:3] == ["made", "due_soon", "broken"]
    assert before[2] == 1
    one.work(3 * HOUR, 3.5 * HOUR, 4 * HOUR, 4.1 * HOUR)
    assert (one.verbs(), Notice.objects.count(), renewals()) == before
    one.clock.move_to(one.at + 3 * HOUR)
    assert one.first.state_now == "broken"
    assert (one.first.late_s or 0) >= 0


def test_on_by_a_day_everything_is_told_once_and_marked_late(shop):
    one = shop(NOON)
    one.work(28 * HOUR, 28 * HOUR)
    assert one.verbs().count("broken") == 1
    assert one.verbs().count("due_soon") == 1
    event = Event.objects.get(verb="promise.broken", data__promise=one.first.pk)
    assert event.at == NOON + 4 * HOUR
    told = list(Notice.objects.filter(verb="promise.broken"))
    assert told
    assert all(row.data.get("late") for row in told)
    assert renewals() <= 1
    seen = Notice.objects.count()
    one.work(28.01 * HOUR)
    assert Notice.objects.count() == seen


def test_an_urgent_matter_is_not_called_for_again_when_the_clock_goes_back(shop):
    one = shop(NOON)
    urgency.mark(one.conversation, by=one.cast.anna)
    one.work(0 * HOUR, 0.1 * HOUR)
    steps = [row.data["step"] for row in Event.objects.filter(verb="urgent.called").order_by("pk")]
    one.work(-1 * HOUR, -0.95 * HOUR)
    again = [row.data["step"] for row in Event.objects.filter(verb="urgent.called").order_by("pk")]
    assert again == steps == [0, 1]
    one.work(0.3 * HOUR)
    later = [row.data["step"] for row in Event.objects.filter(verb="urgent.called").order_by("pk")]
    assert later == [0, 1, 2]


@pytest.mark.parametrize(
    "night",
    [datetime(2026, 3, 28, 23, 30, tzinfo=UTC), datetime(2026, 10, 24, 22, 30, tzinfo=UTC)],
)
def test_four_hours_are_four_hours_in_the_night_the_clocks_change(shop, night):
    one = shop(night)
    assert one.first.due_at == night + 4 * HOUR
    one.work(*(step * HOUR / 2 for step in range(8)))
    assert one.verbs() == ["made", "due_soon"]
    one.work(4 * HOUR)
    assert one.verbs().count("broken") == 1
