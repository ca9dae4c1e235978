"""Due rows and their leases, on whichever database the tests run.

Deliveries stand for every kind of due row.
"""

import os
import socket
import subprocess
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.conversations import replying
from promisedesk.conversations.models import Delivery
from promisedesk.core import leases

SOON = timedelta(seconds=45)


def due_rows(number: int) -> list[Delivery]:
    cast = Cast()
    return [replying.reply(cast.parcel, f"{n}", by=cast.anna).delivery for n in range(number)]


def give(delivery: Delivery, owner: str, until=None) -> Delivery:
    Delivery.objects.filter(pk=delivery.pk).update(leased_by=owner, leased_until=until)
    return delivery


def fresh(delivery: Delivery) -> Delivery:
    return Delivery.objects.get(pk=delivery.pk)


@pytest.mark.django_db
class TestOneWorker:
    def test_the_oldest_due_row_is_taken_first(self):
        newer, older = due_rows(2)
        Delivery.objects.filter(pk=older.pk).update(due_at=now() - timedelta(hours=1))
        assert leases.claim(Delivery.objects.all()) == [older]
        assert leases.claim(Delivery.objects.all()) == [newer]
        assert leases.claim(Delivery.objects.all()) == []

    def test_what_is_due_later_or_never_is_left(self):
        later, never = due_rows(2)
        Delivery.objects.filter(pk=later.pk).update(due_at=now() + timedelta(minutes=1))
        Delivery.objects.filter(pk=never.pk).update(due_at=None)
        assert leases.claim(Delivery.objects.all(), 10) == []

    def test_each_claim_counts_as_an_attempt(self):
        (row,) = due_rows(1)
        for attempt in (1, 2):
            (claimed,) = leases.claim(Delivery.objects.all())
            assert claimed.attempts == fresh(row).attempts == attempt
            with leases.hold(claimed):
                assert fresh(row).leased_by == leases.me()
            assert fresh(row).leased_by == ""

    def test_an_error_gives_the_row_back(self):
        (row,) = due_rows(1)
        (claimed,) = leases.claim(Delivery.objects.all())
        with pytest.raises(ZeroDivisionError), leases.hold(claimed):
            raise ZeroDivisionError
        assert fresh(row).leased_by == ""

    def test_only_what_is_held_is_renewed(self):
        held, lost = due_rows(2)
        claimed = leases.claim(Delivery.objects.all(), 2)
        past = now() - timedelta(minutes=5)
        Delivery.objects.update(leased_until=past)
        with leases.hold(next(one for one in claimed if one == held)):
            assert leases.renew() == 1
        assert fresh(lost).leased_until == past

    def test_an_idle_worker_does_not_write(self, django_assert_num_queries):
        with django_assert_num_queries(1) as queries:
            assert leases.claim(Delivery.objects.all()) == []
        assert queries[0]["sql"].startswith("SELECT")


@pytest.mark.django_db
class TestTheDead:
    @pytest.fixture
    def somebody(self):
        """A process of this machine that is not us."""
        with subprocess.Popen(["sleep", "60"]) as process:
            yield process
            process.kill()

    def test_a_row_of_a_dead_process_is_freed(self, somebody):
        (row,) = due_rows(1)
        give(row, leases._owner_of(somebody.pid), now() + SOON)
        somebody.kill()
        somebody.wait()
        assert leases.rescue() == 1
        assert leases.claim(Delivery.objects.all()) == [row]

    def test_a_zombie_counts_as_dead(self, somebody):
        (row,) = due_rows(1)
        give(row, leases._owner_of(somebody.pid), now() + SOON)
        somebody.kill()
        os.waitid(os.P_PID, somebody.pid, os.WEXITED | os.WNOWAIT)  # ended, not yet reaped
        assert leases.rescue() == 1

    def test_a_row_of_a_living_process_stays_whatever_the_clock_says(self, somebody):
        (row,) = due_rows(1)
        give(row, leases._owner_of(somebody.pid), now() - timedelta(days=40))
        assert leases.rescue() == 0
        assert fresh(row).leased_by == leases._owner_of(somebody.pid)

    def test_another_process_with_the_same_number_is_not_the_owner(self, somebody):
        (row,) = due_rows(1)
        give(row, f"{socket.gethostname()}/{somebody.pid}/1", now() + SOON)
        assert leases.rescue() == 1

    @pytest.mark.parametrize(("ago", "freed"), [(timedelta(seconds=1), 1), (-SOON, 0)])
    def test_another_machine_is_dead_when_it_no_longer_renews(self, ago, freed):
        (row,) = due_rows(1)
        give(row, "elsewhere/12/345", now() - ago)
        assert leases.rescue() == freed

    def test_our_own_rows_are_ours_to_give_back(self):
        due_rows(1)
        (row,) = leases.claim(Delivery.objects.all())
        assert leases.rescue() == 0
        with leases.hold(row):
            give(row, leases.me(), now() - SOON)  # renewed too late: still being worked on
            assert leases.rescue() == 0

    def test_a_row_of_ours_that_could_not_be_given_back_is_freed_after_its_lease(self):
        (row,) = due_rows(1)
        give(row, leases.me(), now() - timedelta(seconds=1))
        assert leases.rescue() == 1
        assert leases.claim(Delivery.objects.all()) == [row]


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_each_row_goes_to_one():
    rows = due_rows(20)
    taken: list[int] = []
    start = threading.Barrier(4)

    def work():
        start.wait()
        while claimed := leases.claim(Delivery.objects.all(), 2):
            taken.extend(row.pk for row in claimed)
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == sorted(row.pk for row in rows)


@pytest.mark.parametrize(
    ("attempts", "seconds"),
    [(0, 5), (1, 5), (2, 10), (3, 20), (9, 1280), (10, 1800), (10**6, 1800)],
)
def test_the_pause_doubles_up_to_half_an_hour(attempts, seconds):
    assert leases.backoff(attempts) == timedelta(seconds=seconds)
