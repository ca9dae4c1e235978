import threading
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.utils.timezone import now

from promisedesk.api import idempotency
from promisedesk.api.models import IdempotencyKey
from promisedesk.api.tests.conftest import Caller
from promisedesk.cast import Cast
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core import files

NOTE = {"direction": "note", "text": "Once."}


@pytest.fixture
def path(cast):
    return f"conversations/{cast.parcel.public_id}/messages"


def test_the_same_request_again_does_nothing_and_answers_the_same(anna, path):
    first = anna.post(path, NOTE, Idempotency_Key="k1")
    again = anna.post(path, NOTE, Idempotency_Key="k1")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again["Content-Type"].split(";")[0] == first["Content-Type"].split(";")[0]
    assert again["Idempotency-Replayed"] == "true"
    assert Message.objects.count() == 1


def test_another_request_with_the_key_is_refused(anna, cast, path):
    anna.post(path, NOTE, Idempotency_Key="k1")
    assert anna.post(path, NOTE | {"text": "Two."}, Idempotency_Key="k1").status_code == 422
    other = Conversation.objects.create(ref="OTHER222", inbox=cast.help, contact=cast.clara)
    elsewhere = f"conversations/{other.public_id}/messages"
    assert anna.post(elsewhere, NOTE, Idempotency_Key="k1").status_code == 422
    assert Message.objects.count() == 1


def test_keys_of_two_programs_are_two_keys(cast, path):
    for _ in range(2):
        Caller(cast.anna).post(path, NOTE, Idempotency_Key="k1")
    assert Message.objects.count() == 2


def test_what_was_refused_may_be_tried_again(anna, cast, path):
    out = {"direction": "out", "text": "Hello"}
    cast.clara.identities.all().delete()
    assert anna.post(path, out, Idempotency_Key="k1").status_code == 422
    assert not IdempotencyKey.objects.exists()
    cast.clara.identities.create(kind="email", value="clara@customer.example")
    assert anna.post(path, out, Idempotency_Key="k1").status_code == 201


@pytest.mark.parametrize("key", ["", "x" * 256, "ключ", "a\tb"])
def test_a_bad_key_is_refused(anna, path, key):
    assert anna.post(path, NOTE, Idempotency_Key=key).status_code == 400


def test_a_fault_of_ours_leaves_no_key_behind(anna, path, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("disk")

    monkeypatch.setattr("promisedesk.conversations.replying.note", fail)
    response = anna.post(path, NOTE, Idempotency_Key="k1")
    assert response.status_code == 500
    assert "disk" not in response.content.decode()
    monkeypatch.undo()
    assert anna.post(path, NOTE, Idempotency_Key="k1").status_code == 201


@pytest.mark.django_db(transaction=True)
def test_files_lie_on_the_disk_before_the_database_is_held(monkeypatch):
    cast = Cast()
    caller, path = Caller(cast.anna), f"conversations/{cast.parcel.public_id}/messages"
    held = []

    def store(content):
        held.append(connection.in_atomic_block)
        return files_store(content)

    files_store = files.store
    monkeypatch.setattr(files, "store", store)
    body = NOTE | {"attachments": [{"name": "a.txt", "content": "aGk="}]}
    assert caller.post(path, body, Idempotency_Key="k1").status_code == 201
    assert caller.post(path, body, Idempotency_Key="k1")["Idempotency-Replayed"] == "true"
    assert held == [False, False]
    assert Message.objects.get().attachments.count() == 1


def test_keys_are_kept_for_more_than_a_day(anna, path):
    anna.post(path, NOTE, Idempotency_Key="k1")
    IdempotencyKey.objects.update(created_at=now() - timedelta(hours=25))
    assert idempotency.forget_old() == 0
    IdempotencyKey.objects.update(created_at=now() - timedelta(hours=49))
    assert idempotency.forget_old() == 1


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_time_have_one_effect():
    cast = Cast()
    caller = Caller(cast.anna)
    path = f"conversations/{cast.parcel.public_id}/messages"
    gate, answers = threading.Barrier(6), []

    def go():
        own = Caller()
        own.headers = caller.headers
        gate.wait()
        try:
            answers.append(own.post(path, NOTE, Idempotency_Key="k1"))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=go) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert Message.objects.count() == 1
