"""The event log, read as it grows. What is committed late must not be lost."""

import threading

import pytest
from django.db import connection, connections, transaction
from django.utils.translation import gettext_lazy as _

from promisedesk.core import feed
from promisedesk.core.events import VERBS, Verb, record
from promisedesk.core.models import Event

pytestmark = pytest.mark.django_db(transaction=True)
HAPPENED = VERBS.get("test.happened") or Verb("test.happened", _("It happened"))


def happen(number: int) -> Event:
    return record(HAPPENED, number=number)


def read_on(place, limit=feed.BATCH):
    """(numbers, the place after them) of all that is new."""
    numbers, is_all = [], False
    while not is_all:
        page = feed.page(place, limit=limit)
        numbers += [event.data["number"] for event in page.events]
        place, is_all = page.next, page.is_all
    return numbers, place


class Elsewhere(threading.Thread):
    """Another process that records an event, and commits when it is told to."""

    def __init__(self, number: int):
        super().__init__(daemon=True)
        self.number, self.has_written, self.may_commit = (
            number,
            threading.Event(),
            threading.Event(),
        )
        self.start()
        assert self.has_written.wait(20)

    def run(self) -> None:
        with transaction.atomic():
            happen(self.number)
            self.has_written.set()
            self.may_commit.wait(20)
        connections.close_all()

    def commit(self) -> None:
        self.may_commit.set()
        self.join(20)


def test_a_reader_hears_what_comes_after_its_place_each_once_in_order():
    happen(1)
    place = feed.now()
    assert read_on(place) == ([], place)
    for number in (2, 3, 4):
        happen(number)
    numbers, place = read_on(place, limit=2)
    assert numbers == [2, 3, 4]
    happen(5)
    assert read_on(place)[0] == [5]


def test_every_event_is_a_place_to_resume_at():
    place = feed.now()
    for number in range(5):
        happen(number)
    page = feed.page(place, limit=3)
    happen(5)
    for index, after in enumerate(page.places):
        again = feed.Place.parse(str(after))
        assert again == after
        assert read_on(again)[0] == list(range(index + 1, 6))


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer")
def test_a_lower_number_committed_later_is_not_lost():
    place = feed.now()
    late = Elsewhere(1)
    happen(2)
    numbers, place = read_on(place)
    assert numbers == [2]
    other = Elsewhere(3)
    happen(4)
    page = feed.page(place)
    assert [event.data["number"] for event in page.events] == [4]
    late.commit()
    assert read_on(feed.Place.parse(str(page.next)))[0] == [1]
    other.commit()
    numbers, end = read_on(place)
    assert sorted(numbers) == [1, 3, 4]
    assert read_on(end)[0] == []


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer")
def test_a_long_transaction_holds_nobody_up_and_resuming_within_a_page_loses_nothing():
    place = feed.now()
    long = Elsewhere(0)
    for number in (1, 2, 3):
        happen(number)
    first = feed.page(place, limit=2)
    assert [event.data["number"] for event in first.events] == [1, 2]
    long.commit()  # its number is below those read already
    happen(4)
    assert read_on(feed.Place.parse(str(first.places[0])))[0] == [2, 3, 0, 4]
    assert read_on(first.next)[0] == [3, 0, 4]


def test_two_readers_meet_at_one_place():
    start = feed.now()
    happen(1)
    _numbers, here = read_on(start)
    happen(2)
    happen(3)
    there = feed.now()
    happen(4)
    page = feed.page(here, until=there)
    assert [event.data["number"] for event in page.events] == [2, 3]
    assert page.is_all
    assert read_on(page.next)[0] == [4]


NONSENSE = ["", "1", "x~1", "0~", "0~-1", "0~1:2", "0~9:8:", "0~1~2~3~4", "~" * 9000]


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_no_place(text):
    assert feed.Place.parse(text) is None


def test_a_place_ahead_of_the_database_or_of_before_a_restore_is_unknown():
    happen(1)
    place = str(feed.now())
    assert feed.Place.parse(place)
    ahead = "0~999999999" + (":999999999:" if connection.vendor == "postgresql" else "")
    assert feed.Place.parse(ahead) is None
    feed.begin_era()
    assert feed.Place.parse(place) is None
    assert feed.Place.parse(str(feed.now()))


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite knows no transactions")
def test_rows_of_another_cluster_are_old_rows():
    happen(1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_event SET txid = '99999999999'")
    before = str(feed.now())
    feed.settle()
    assert feed.Place.parse(before) is None
    place = feed.now()
    happen(2)
    assert read_on(place)[0] == [2]
