import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from promisedesk.conversations.models import Delivery
from promisedesk.core.errors import Refused
from promisedesk.promises import expecting
from promisedesk.promises.expecting import Step
from promisedesk.promises.models import PromiseManners
from promisedesk.reports import expectations
from promisedesk.reports.cuts import at_times
from promisedesk.reports.tests.conftest import DAY, HOUR, NOON

STEPS = [Step("1 hour", 13), Step("24 hours", 68)]
MONDAY = NOON - 7 * DAY
SECOND = HOUR / 3600


@pytest.fixture
def cut(ledger):
    return ledger.cut(MONDAY, NOON - DAY)  # a whole week


def measured(cut):
    return expectations.measure(cut, STEPS)


def test_an_answer_a_second_late_is_late(ledger, cut):
    ledger.question(MONDAY, HOUR)
    ledger.question(MONDAY, HOUR + SECOND)
    times = measured(cut)
    assert times.every.within[3600] == 1
    assert times.every.within[4 * 3600] == 2


def test_content_are_those_whose_time_was_met(ledger, cut):
    for waited in (HOUR, 2 * HOUR, 24 * HOUR, 30 * HOUR):
        ledger.question(MONDAY, waited)
    times = measured(cut)
    assert times.content(times.every) == 13 * 0.25 + 68 * 0.75
    day, hour = times.won(times.every)
    assert (day.step.within, day.content, day.gain, day.late) == ("24 hours", 71.25, 17, 1)
    assert (hour.step.within, hour.content, hour.late) == ("1 hour", 81, 3)


def test_nothing_is_left_to_win_where_everybody_was_answered_at_once(ledger, cut):
    ledger.question(MONDAY, HOUR / 2)
    times = measured(cut)
    assert times.content(times.every) == 81
    assert times.won(times.every) == []


def test_one_still_waiting_counts_when_it_waited_longer_than_anybody_expects(ledger, cut):
    ledger.question(NOON - DAY - HOUR)
    ledger.question(NOON - 13 * HOUR)  # may still be in time
    every = measured(cut).every
    assert (every.number, every.answered, every.waiting) == (1, 0, 1)


def test_a_new_time_given_to_the_customer_does_not_begin_the_wait_anew(ledger, cut):
    talk = ledger.talk()
    old = ledger.question(MONDAY, talk=talk, renewed_at=MONDAY + 20 * HOUR)
    new = ledger.question(MONDAY + 20 * HOUR, 10 * HOUR, talk=talk, asked_by=old.asked_by)
    [row] = expectations.questions(cut, STEPS)
    assert (row.pk, row.asked_at, row.waited) == (new.pk, MONDAY, 30 * 3600)


def test_a_letter_that_came_back_was_no_answer(ledger, cut):
    talk = ledger.talk()
    lost = ledger.question(MONDAY, HOUR, talk=talk)
    Delivery.objects.create(message=lost.settled_by, to_address="a@b.example", state="bounced")
    ledger.question(MONDAY + 2 * HOUR, HOUR, talk=talk, asked_by=lost.asked_by)
    times = measured(cut)
    assert times.first.within == times.every.within
    assert times.every.number == 1
    assert times.every.within[3600] == 0


def test_closed_without_an_answer_and_spam_are_no_questions(ledger, cut):
    ledger.question(MONDAY, settled_at=MONDAY + HOUR)
    ledger.promise(MONDAY + DAY, "withdrawn", made_at=MONDAY)
    assert measured(cut).every.number == 0


def test_the_first_answer_of_a_talk_and_every_answer(ledger, cut):
    talk = ledger.talk()
    ledger.question(MONDAY, HOUR, talk=talk)
    ledger.question(MONDAY + 3 * HOUR, 5 * HOUR, talk=talk)
    times = measured(cut)
    assert (times.first.number, times.every.number) == (1, 2)
    assert times.first.within[3600] == 1


def test_it_counts_in_the_week_it_was_asked(ledger, cut):
    ledger.question(MONDAY.replace(hour=0) - SECOND, HOUR)
    ledger.question(MONDAY.replace(hour=0), HOUR)
    assert measured(cut).every.number == 1


def test_where_answers_are_missing_is_said_by_the_hours_of_a_weekday(ledger, cut):
    for minutes in (0, 20, 40):
        ledger.question(MONDAY + HOUR * minutes / 60, 2 * HOUR)
        ledger.question(MONDAY + HOUR + HOUR * minutes / 60, HOUR / 2)
    ledger.question(MONDAY + HOUR, 3 * HOUR)
    [need] = measured(cut).needs(STEPS[0])
    assert (need.weekday, need.start, need.end) == (0, 12, 14)
    assert (need.asked, need.in_time, need.more) == (3.5, 1.5, 2)
    assert need.leaving == 1  # at 13:30 and 13:50; the others leave at 14 and later
    day = measured(cut).needs(STEPS[1])
    assert day == []


def test_every_figure_has_as_many_questions_behind_it(ledger, cut):
    for hours in range(60):
        ledger.question(MONDAY + hours * HOUR, hours * HOUR)
    ledger.question(MONDAY)
    times, rows = measured(cut), expectations.questions(cut, STEPS)
    edges = [None, *times.bounds(), None]
    behind = [
        expectations.of_wait(rows, over, within).count()
        for over, within in itertools.pairwise(edges)
    ]
    counted = [times.every.within[bound] for bound in times.bounds()]
    parts = [b - a for a, b in zip([0, *counted], [*counted, times.every.number], strict=True)]
    assert behind == parts
    for (weekday, hour), asked in times.asked_at.items():
        assert at_times(rows, "asked_at", cut, weekday, hour).count() == asked.number


def test_two_queries_answer_everything(ledger, cut):
    with CaptureQueriesContext(connection) as asked:
        measured(cut)
    assert len(asked) == 2


def test_the_usual_shares_stand_where_nothing_is_set(cast):
    assert expecting.steps_of(PromiseManners.get()) == STEPS
    assert "survey" in expecting.source_of(PromiseManners.get())


def test_an_admin_sets_shares_of_the_shops_own(cast):
    steps = [Step("2 days", 20), Step("30 minutes", 40)]
    expecting.expect(steps, "Asked 412 customers", has_badge=True, by=cast.ada)
    manners = PromiseManners.get()
    assert [step.within for step in expecting.steps_of(manners)] == ["30 minutes", "2 days"]
    assert (expecting.source_of(manners), manners.has_badge) == ("Asked 412 customers", True)
    with pytest.raises(Refused):
        expecting.expect(steps, "", has_badge=False, by=cast.mona)


@pytest.mark.parametrize(
    "steps",
    [
        [],
        [Step("soon", 10)],
        [Step("8 working hours", 10)],
        [Step("60 minutes", 10), Step("1 hour", 20)],
        [Step("1 hour", 60), Step("1 day", 60)],
        [Step("1 hour", 0)],
    ],
)
def test_nonsense_is_refused(cast, steps):
    with pytest.raises(Refused):
        expecting.expect(steps, "", has_badge=False, by=cast.ada)
