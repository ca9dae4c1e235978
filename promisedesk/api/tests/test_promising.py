"""Promises made, moved and settled by programs; and what would be promised, counted."""

from datetime import UTC, datetime, timedelta

import pytest

from promisedesk.conversations import deliveries
from promisedesk.core.models import Event
from promisedesk.promises import breaking, policies
from promisedesk.promises.models import Promise

LATER = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)


def rfc(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")


@pytest.fixture
def path(tea):
    return f"conversations/{tea.conversation.public_id}/promises"


def committed(anna, path, **fields) -> dict:
    body = {"kind": "commitment", "due_at": rfc(LATER), "says": "The refund goes out"} | fields
    answer = anna.post(path, body)
    assert answer.status_code == 201, answer.content
    return answer.json()


def test_a_commitment_is_made_in_ones_own_name(anna, path):
    made = committed(anna, path, deed="refund")
    assert (made["kind"], made["deed"], made["says"]) == (
        "commitment",
        "refund",
        "The refund goes out",
    )
    assert (made["state"], made["due_at"], made["target"]) == ("running", rfc(LATER), "by hand")
    assert made["agent"]["name"] == "Anna Kowalska"
    assert made["renewed_at"] is None
    assert anna.get(f"promises/{made['id']}").json() == made


def test_a_call_back_is_a_call(anna, path):
    assert committed(anna, path, kind="callback", deed="refund")["deed"] == "call"


def test_what_a_rule_promised_has_no_words(anna, tea):
    [one] = anna.get("promises").json()["items"]
    assert (one["deed"], one["says"], one["agent"]) == (None, None, None)
    assert one["target"] == "1 working day"


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "answer"},
        {"due_at": "2020-01-01T10:00:00Z"},
        {"due_at": "2099-01-01T10:00:00"},
        {"deed": "dance"},
        {"by": "me"},
    ],
)
def test_what_makes_no_sense_is_refused(anna, path, wrong):
    answer = anna.post(path, {"kind": "commitment", "due_at": rfc(LATER)} | wrong)
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert not Promise.objects.filter(kind="commitment").exists()


def test_asked_twice_with_one_key_is_promised_once(anna, path):
    body = {"kind": "callback", "due_at": rfc(LATER)}
    one, two = (anna.post(path, body, Idempotency_Key="a") for _time in range(2))
    assert one.json() == two.json()
    assert Promise.objects.filter(kind="callback").count() == 1


def test_done_is_done_once(anna, path):
    made = committed(anna, path)
    told = anna.post(f"promises/{made['id']}/fulfil", {}).json()
    assert (told["state"], told["late_s"]) == ("kept", 0)
    assert anna.post(f"promises/{made['id']}/fulfil", {}).status_code == 422


def test_withdrawn_with_a_reason(anna, path):
    made = committed(anna, path)
    where = f"promises/{made['id']}/withdraw"
    assert anna.post(where, {}).status_code == 422
    assert anna.post(where, {"because": "They found it."}).json()["state"] == "withdrawn"
    event = Event.objects.get(verb="promise.withdrawn")
    assert event.data["reason"] == "They found it."


def test_a_new_time_takes_the_place_of_the_old_one_and_is_told(anna, tea):
    old = Promise.objects.get()
    answer = anna.post(
        f"promises/{old.public_id}/renew", {"due_at": rfc(LATER), "says": "The courier is late."}
    )
    assert answer.status_code == 201, answer.content
    new = answer.json()
    assert (new["renews"], new["due_at"], new["state"]) == (old.public_id, rfc(LATER), "running")
    was = anna.get(f"promises/{old.public_id}").json()
    assert (was["state"], was["renewed_by"]) == ("withdrawn", new["id"])
    assert was["renewed_at"] is not None
    letter = Promise.objects.get(renews=old).told_by
    assert "The courier is late." in letter.text
    deliveries.sent(letter.delivery)
    assert anna.get(f"promises/{new['id']}").json()["told_at"] is not None


def test_a_new_time_may_be_told_otherwise(anna, tea):
    old = Promise.objects.get()
    anna.post(f"promises/{old.public_id}/renew", {"due_at": rfc(LATER), "tell": False})
    assert Promise.objects.get(renews=old).told_by is None


def test_after_it_was_due_the_old_one_stays_broken(anna, tea):
    past = datetime.now(UTC) - timedelta(hours=1)
    Promise.objects.update(due_at=past)
    breaking.break_due()
    old = Promise.objects.get()
    anna.post(f"promises/{old.public_id}/renew", {"due_at": rfc(LATER)})
    assert anna.get(f"promises/{old.public_id}").json()["state"] == "broken"


def test_promises_are_found_by_when_they_are_due_and_who_gave_them(anna, path, cast):
    made = committed(anna, path)
    answer = Promise.objects.get(kind="answer").public_id

    def found(**query):
        return [one["id"] for one in anna.get("promises", query).json()["items"]]

    assert found(due_after=rfc(LATER)) == [made["id"]]
    assert found(due_before=rfc(LATER)) == [answer]
    assert found(agent=cast.anna.public_id) == [made["id"]]
    assert found(agent=cast.boris.public_id) == []
    assert anna.get("promises", {"due_after": "soon"}).status_code == 422


QUESTION = {"from": "2026-11-20T16:00:00Z", "target": "4 working hours"}


def test_a_deadline_is_counted_in_a_calendar_of_the_desk(anna, cast):
    name = policies.default_calendar().name
    for asked in (QUESTION, QUESTION | {"calendar": name}):
        told = anna.post("deadline", asked).json()
        assert told["due_at"] == "2026-11-23T11:00:00Z"
        assert told["counted"] == [
            {"date": "2026-11-20", "from": "16:00", "to": "18:00", "seconds": 7200},
            {"date": "2026-11-23", "from": "09:00", "to": "11:00", "seconds": 7200},
        ]


def test_or_in_one_that_comes_along(anna):
    calendar = {
        "time_zone": "Europe/Moscow",
        "country": "RU",
        "hours": {"sat": [["10:00", "12:00"]]},
    }
    told = anna.post("deadline", QUESTION | {"target": "1 working hour", "calendar": calendar})
    assert told.json()["due_at"] == "2026-11-21T08:00:00Z"


@pytest.mark.parametrize(
    "wrong",
    [
        {"target": "soon"},
        {"from": "yesterday"},
        {"calendar": "no such"},
        {"calendar": "/etc/passwd"},
        {"calendar": {"time_zone": "Europe/Moscow", "hours": {}}},
        {"calendar": 5},
    ],
)
def test_what_cannot_be_counted_is_refused_with_words(anna, wrong):
    answer = anna.post("deadline", QUESTION | wrong)
    assert answer.status_code == 422
    assert answer.json()["detail"]
