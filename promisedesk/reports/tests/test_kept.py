from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from promisedesk.conversations.models import Message
from promisedesk.promises import measures
from promisedesk.reports import kept
from promisedesk.reports.cuts import at_times
from promisedesk.reports.kept import Tally
from promisedesk.reports.moments import Period
from promisedesk.reports.tests.conftest import DAY, HOUR, NOON

WEEK = 7 * DAY
BEGIN = NOON - 13 * DAY


def test_kept_broken_and_renewed_are_counted_apart(ledger):
    ledger.promise(NOON - DAY)
    ledger.promise(NOON - DAY, "broken")
    ledger.promise(NOON, "running")  # due this moment, not yet written down
    ledger.promise(NOON + HOUR, "running")
    ledger.promise(NOON - DAY, "withdrawn")  # spam
    ledger.promise(NOON - DAY, "withdrawn", renewed_at=NOON - 2 * DAY)
    ledger.promise(NOON - DAY, "broken", renewed_at=NOON, told_at=None)
    found = kept.measure(ledger.cut(BEGIN, NOON))
    assert found.total == Tally(kept=1, broken=3, renewed=1, untold=1)
    assert found.total.share.percent == 25


def test_what_was_said_without_a_letter_is_not_never_told(ledger):
    ledger.promise(NOON - DAY, told_at=None)  # its letter could not go
    ledger.promise(NOON - DAY, kind="commitment", told_at=None)  # by a program
    ledger.promise(NOON - DAY, "broken", kind="callback", told_at=None)
    assert kept.measure(ledger.cut(BEGIN, NOON)).total == Tally(kept=2, broken=1, untold=1)


def test_every_figure_has_as_many_promises_behind_it(ledger):
    ledger.promise(NOON - DAY)
    ledger.promise(NOON - DAY, "broken", told_at=None)
    ledger.promise(NOON - DAY, "withdrawn", renewed_at=NOON - 2 * DAY)
    ledger.promise(NOON - HOUR, "broken", kind="resolution", told_at=None)
    ledger.promise(NOON - HOUR, "paused", kind="resolution", told_at=None)
    cut = ledger.cut(BEGIN, NOON)
    total = kept.measure(cut).total
    for outcome in kept.OUTCOMES:
        behind = kept.of_outcome(kept.due(cut), outcome).count()
        assert getattr(total, outcome) == behind, outcome


def test_the_days_are_those_of_the_measures_in_any_zone(ledger):
    for hours in range(0, 13 * 24, 5):
        state = "kept" if hours % 3 else "broken"
        ledger.promise(BEGIN + hours * HOUR + timedelta(minutes=14, seconds=59), state)
    for zone in ("Europe/London", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"):
        cut = ledger.cut(BEGIN - DAY, NOON + DAY, zone=zone)
        plain = measures.kept_by_day(cut.period.first, cut.period.days, ZoneInfo(zone))
        by_day = kept.measure(cut).by_day()
        assert {day: tally.share for day, tally in by_day.items()} == {
            day: share for day, share in plain.items() if share.total
        }


def test_hours_and_weekdays_have_as_many_promises_behind_them_when_clocks_change(ledger):
    spring = NOON.replace(month=3, day=29, hour=0)  # London goes from 1:00 to 2:00
    for quarters in range(-30, 30):
        ledger.promise(spring + quarters * HOUR / 4)
    cut = ledger.cut(spring - 2 * DAY, spring + 2 * DAY, zone="Europe/London")
    found = kept.measure(cut)
    for hour, tally in found.by_hour().items():
        behind = at_times(kept.due(cut), "due_at", cut, hour=hour)
        assert tally.due == behind.count()
    for weekday, tally in found.by_weekday().items():
        behind = at_times(kept.due(cut), "due_at", cut, weekday=weekday)
        assert tally.due == behind.count()
    assert found.by_week().keys() == {date(2026, 3, 23)}


def test_kept_is_of_who_answered_and_missed_of_who_looks_after_it(ledger, cast):
    talk = ledger.talk(assignee=cast.anna)
    answer = Message.objects.create(conversation=talk, direction="out", agent=cast.mona)
    ledger.promise(NOON - DAY, talk=talk, settled_by=answer)
    ledger.promise(NOON - HOUR, "broken", talk=talk, settled_by=answer, settled_at=NOON)
    ledger.promise(NOON - HOUR, "broken", kind="commitment", agent=cast.boris)
    ledger.promise(NOON - HOUR, "broken")
    assert kept.measure(ledger.cut(BEGIN, NOON)).by("person") == {
        cast.mona.pk: Tally(kept=1),
        cast.anna.pk: Tally(broken=1),
        cast.boris.pk: Tally(broken=1),
        None: Tally(broken=1),
    }


def test_by_kind_channel_inbox_and_team(ledger, cast):
    ledger.promise(NOON - DAY)
    ledger.promise(NOON - DAY, kind="callback", talk=ledger.talk(channel="phone"))
    ledger.promise(NOON - DAY, "broken", talk=ledger.talk(team=cast.returns))
    found = kept.measure(ledger.cut(BEGIN, NOON))
    assert found.by("kind") == {"answer": Tally(1, 1), "callback": Tally(1)}
    assert found.by("channel") == {"email": Tally(1, 1), "phone": Tally(1)}
    assert found.by("inbox") == {cast.help.pk: Tally(2, 1)}
    assert found.by("team") == {cast.orders.pk: Tally(2), cast.returns.pk: Tally(0, 1)}
    for part, due in (({"channel": "phone"}, 1), ({"team": cast.returns.pk}, 1)):
        assert kept.measure(ledger.cut(BEGIN, NOON, **part)).total.due == due
    assert kept.measure(ledger.cut(BEGIN, NOON), "callback").total.due == 1


def test_other_teams_promises_are_not_in_it(ledger, cast):
    ledger.promise(NOON - DAY)
    assert kept.measure(ledger.cut(BEGIN, NOON, reader=cast.boris)).total.is_empty
    assert kept.measure(ledger.cut(BEGIN, NOON, reader=cast.anna)).total.due == 1


def test_the_period_before_is_as_long(ledger):
    ledger.promise(BEGIN - DAY, "broken")
    ledger.promise(BEGIN - 14 * DAY, "kept")
    ledger.promise(BEGIN - 15 * DAY, "kept")
    assert kept.measure(ledger.cut(BEGIN, NOON)).before == measures.Share(1, 2)


@pytest.mark.parametrize("days", [1, 6, 7, 8, 30])
def test_weekdays_of_a_period_are_counted(days):
    period = Period(NOON.date(), NOON.date() + (days - 1) * DAY, ZoneInfo("UTC"))
    dates = [day.weekday() for day in period.dates()]
    assert period.weekdays() == [dates.count(number) for number in range(7)]


def test_three_queries_answer_everything_along_the_index(ledger):
    ledger.promise(NOON - DAY)
    cut = ledger.cut(BEGIN, NOON)
    with CaptureQueriesContext(connection) as asked:
        kept.measure(cut)
    assert len(asked) == 3
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # empty tables are read whole if they may be
            cursor.execute("SET LOCAL enable_seqscan = off")
    assert "promise_by_due" in kept.due(cut).explain()
