from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils.module_loading import autodiscover_modules
from django.utils.timezone import now

from promisedesk.api import tokens
from promisedesk.cast import Cast
from promisedesk.conversations.models import Arrival, Mailbox
from promisedesk.core.models import Heartbeat
from promisedesk.core.work import BEAT_EVERY, ROUNDS
from promisedesk.ops import health

ANY_HOST = {"HTTP_HOST": "load-balancer.internal"}


def beat(part="core.rescue_leases", heard=timedelta(0), worked=None):
    worked_at = None if worked is None else now() - worked
    return Heartbeat.objects.create(
        part=part, owner=part, round_at=now() - heard, work_at=worked_at
    )


def arrival(age):
    return Arrival.objects.create(
        source="smtp", sha256="0" * 64, size=1, arrived_at=now() - age, due_at=now() - age
    )


def failing(client):
    answer = client.get("/readyz", **ANY_HOST)
    found = [one["id"] for one in answer.json()["conditions"] if not one["ok"]]
    assert answer.status_code == (503 if found else 200)
    return found


def test_healthz_answers_any_host_without_the_database(client):
    # No mark django_db: a query would be an error here.
    answer = client.get("/healthz", **ANY_HOST)
    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_a_desk_with_a_living_worker_is_ready(client):
    beat()
    assert failing(client) == []
    assert client.get("/readyz").json()["ready"] is True


@pytest.mark.django_db
@pytest.mark.parametrize("heard", [None, timedelta(seconds=61)])
def test_without_a_worker_heard_from_it_is_not_ready(client, heard):
    if heard:
        beat(heard=heard)
    assert failing(client) == ["worker"]


@pytest.mark.django_db
def test_a_worker_that_reads_no_mail_is_red_after_two_minutes(client):
    beat()
    arrival(age=timedelta(seconds=100))
    assert failing(client) == []
    arrival(age=timedelta(seconds=130))
    assert failing(client) == ["arrivals"]


@pytest.mark.django_db
def test_a_long_queue_is_not_red_while_somebody_takes_from_it(client):
    beat("email.read_waiting", worked=timedelta(seconds=5))
    arrival(age=timedelta(minutes=20))
    assert failing(client) == []


@pytest.mark.django_db
def test_a_failing_mailbox_is_not_red(client):
    beat()
    long_ago = now() - timedelta(days=1)
    Mailbox.objects.create(inbox=Cast().help, url="", failing_since=long_ago, due_at=long_ago)
    assert failing(client) == []


@pytest.mark.django_db
def test_a_database_that_lacks_a_migration_is_not_ready(client):
    beat()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'promises'")
    assert failing(client) == ["migrations"]


@pytest.mark.django_db
def test_a_database_that_is_gone_is_told_without_details(client, monkeypatch):
    def gone():
        raise DatabaseError("password of user secret refused")

    monkeypatch.setattr(health, "missing_migrations", gone)
    assert failing(client) == ["database"]
    assert "secret" not in client.get("/readyz").content.decode()


def test_each_queue_names_a_part_the_worker_has():
    autodiscover_modules("jobs")
    assert {part for _rows, part in health.QUEUES.values()} <= set(ROUNDS)


def test_no_round_is_rarer_than_health_waits_for_its_heartbeat():
    autodiscover_modules("jobs")
    longest = health.SILENT_AFTER.total_seconds() - BEAT_EVERY
    assert [one.name for one in ROUNDS.values() if one.every > longest] == []


@pytest.mark.django_db
def test_metrics_tell_what_waits_and_for_how_long(client):
    beat("email.read_waiting", worked=timedelta(seconds=5))
    arrival(age=timedelta(minutes=2))
    cast = Cast()
    Mailbox.objects.create(inbox=cast.help, url="", failing_since=now() - timedelta(hours=1))
    text = client.get("/metrics", HTTP_HOST="localhost:8000").content.decode()
    values = dict(line.rsplit(" ", 1) for line in text.splitlines() if line[0] != "#")
    assert values["promisedesk_arrivals_waiting"] == "1.0"
    assert 120 <= float(values["promisedesk_arrivals_oldest_seconds"]) < 130
    assert values['promisedesk_deliveries{state="queued"}'] == "0.0"
    assert values['promisedesk_ready{condition="worker"}'] == "1.0"
    failing_s = values['promisedesk_mailbox_failing_seconds{inbox="help@kettleandloom.example"}']
    assert 3600 <= float(failing_s) < 3610
    assert values['promisedesk_mailbox_up{inbox="help@kettleandloom.example"}'] == "0.0"
    assert "promisedesk_alarms" in values
    assert float(values["process_resident_memory_bytes"]) > 1e6


@pytest.mark.django_db
@pytest.mark.parametrize(
    "meta",
    [
        {"REMOTE_ADDR": "203.0.113.7"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},  # a proxy on this machine passed it on
        {"HTTP_HOST": "testserver"},  # or one that only kept the public name
        {"HTTP_AUTHORIZATION": "Bearer pd_wrong", "REMOTE_ADDR": "203.0.113.7"},
    ],
)
def test_metrics_are_not_for_strangers(client, meta):
    host = {"HTTP_HOST": "testserver" if "REMOTE_ADDR" in meta else "localhost"}
    answer = client.get("/metrics", **(host | meta))
    assert answer.status_code == 401
    assert b"promisedesk_" not in answer.content


@pytest.mark.django_db
def test_an_admins_token_opens_the_metrics_from_afar_an_agents_does_not(client):
    cast = Cast()

    def ask(agent):
        bearer = {"HTTP_AUTHORIZATION": "Bearer " + tokens.make(agent, "Prometheus")}
        return client.get("/metrics", REMOTE_ADDR="203.0.113.7", **bearer).status_code

    assert (ask(cast.ada), ask(cast.anna)) == (200, 401)
