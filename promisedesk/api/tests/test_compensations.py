"""What customers were given for failures of ours, for programs."""

import json

import pytest

from promisedesk.api import bodies_out
from promisedesk.api.documenting import described
from promisedesk.api.models import WebhookDelivery
from promisedesk.api.tests.conftest import Caller
from promisedesk.core.models import Event
from promisedesk.promises.models import Promise, PromiseManners

GIFT = {"kind": "gift", "cost": "10.50", "says": "A tin of tea"}


@pytest.fixture(autouse=True)
def limits(cast):
    manners = PromiseManners.get()
    manners.limits, manners.currency = {"agent": "20", "manager": ""}, "GBP"
    manners.save()


@pytest.fixture
def path(tea):
    return f"conversations/{tea.conversation.public_id}/compensations"


def test_one_is_given_listed_and_read(anna, path, tea):
    promise = Promise.objects.get()
    answer = anna.post(path, GIFT | {"promise": promise.public_id})
    assert answer.status_code == 201, answer.content
    made = answer.json()
    assert (made["kind"], made["cost"], made["currency"]) == ("gift", "10.50", "GBP")
    assert (made["promise"], made["agent"]["name"]) == (promise.public_id, "Anna Kowalska")
    assert made["contact"]["address"] == "clara@customer.example"
    assert anna.get(f"compensations/{made['id']}").json() == made
    assert anna.get("compensations", {"kind": "gift"}).json()["items"] == [made]
    assert anna.get("compensations", {"taken_back": "true"}).json()["items"] == []


def test_limits_hold_for_programs_too(anna, path):
    assert anna.post(path, GIFT | {"cost": "20.01"}).status_code == 422
    assert anna.post(path, GIFT | {"cost": "1.001"}).status_code == 422
    assert anna.post(path, GIFT | {"promise": "nobodys"}).status_code == 404


def test_only_its_giver_and_managers_take_it_back(anna, cast, path):
    mona = Caller(cast.mona)
    made, hers = anna.post(path, GIFT).json(), mona.post(path, GIFT | {"cost": "1"}).json()
    assert anna.post(f"compensations/{hers['id']}/take-back", {}).status_code == 422
    told = mona.post(f"compensations/{made['id']}/take-back", {})
    assert told.status_code == 200, told.content
    assert told.json()["taken_back_at"]
    assert anna.get("compensations", {"taken_back": "true"}).json()["items"] == [told.json()]


def test_another_teams_are_not_there(anna, cast, path):
    made = anna.post(path, GIFT).json()
    boris = Caller(cast.boris)
    assert boris.get(f"compensations/{made['id']}").status_code == 404
    assert boris.post(f"compensations/{made['id']}/take-back", {}).status_code == 404
    assert boris.get("compensations").json()["items"] == []


def test_webhooks_are_told_of_it_with_its_cost(anna, path):
    made = anna.post(path, GIFT).json()
    event = Event.objects.get(verb="compensation.gift")
    delivery = WebhookDelivery(event_id=event.pk, verb=event.verb)
    body = json.loads(bodies_out.made(delivery)[1])
    assert (body["compensation"]["id"], body["compensation"]["cost"]) == (made["id"], "10.50")


def test_it_is_described(db):
    known = described()
    assert "/api/v1/conversations/{id}/compensations" in known["paths"]
    assert "taken_back_at" in known["components"]["schemas"]["Compensation"]["properties"]
