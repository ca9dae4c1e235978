"""Sorting conversations by the API: the same abilities, the same refusals."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.contacts import fields
from promisedesk.conversations import following, tagging
from promisedesk.conversations.models import Conversation


@pytest.fixture
def path(tea):
    return f"conversations/{tea.conversation.public_id}"


def fresh(tea):
    return Conversation.objects.get(pk=tea.conversation.pk)


def test_all_of_it_is_changed_at_once_and_shown(anna, cast, tea, path):
    vip = tagging.make("VIP", by=cast.anna)
    fields.add("conversation", {"": "Order number"}, by=cast.ada)
    following.follow(tea.conversation, by=cast.mona)
    until = (now() + timedelta(days=1)).replace(microsecond=0)
    answer = anna.send(
        "PATCH",
        path,
        {
            "team": cast.orders.public_id,
            "assignee": cast.anna.public_id,
            "tags": [vip.public_id],
            "fields": {"order-number": "K17"},
            "snoozed_until": until.isoformat(),
        },
    )
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert told["team"]["name"] == "Orders"
    assert told["assignee"]["name"] == "Anna Kowalska"
    assert told["tags"] == [{"id": vip.public_id, "name": "VIP"}]
    assert told["fields"] == {"order-number": "K17"}
    assert [one["name"] for one in told["followers"]] == ["Mona Berg"]
    assert told["snoozed_until"] == until.isoformat().replace("+00:00", "Z")
    back = anna.send("PATCH", path, {"snoozed_until": None, "tags": [], "team": None}).json()
    assert (back["snoozed_until"], back["tags"], back["team"]) == (None, [], None)


def test_an_unanswered_question_is_resolved_with_a_reason(anna, tea, path):
    refused = anna.send("PATCH", path, {"state": "resolved"})
    assert refused.status_code == 422
    assert "Answer first" in refused.json()["detail"]
    told = anna.send("PATCH", path, {"state": "resolved", "because": "phone"}).json()
    assert (told["state"], told["resolved_because"]) == ("resolved", "phone")
    assert told["answer_promise"]["state"] == "withdrawn"
    told = anna.send("PATCH", path, {"state": "open"}).json()
    assert told["resolved_because"] is None
    assert told["answer_promise"]["state"] == "running"


@pytest.mark.parametrize(
    "nonsense",
    [
        {"tags": ["nope"]},
        {"team": "nope"},
        {"fields": {"nope": 1}},
        {"snoozed_until": "2020-01-01T00:00:00Z"},
        {"snoozed_until": "2099-01-01T00:00:00"},
        {"tags": "VIP"},
    ],
)
def test_nonsense_changes_nothing(anna, cast, tea, path, nonsense):
    answer = anna.send("PATCH", path, {"assignee": cast.anna.public_id} | nonsense)
    assert answer.status_code in (400, 422)
    assert fresh(tea).assignee is None


def test_conversations_are_found_by_tag_and_team(anna, cast, tea, path):
    vip = tagging.make("VIP", by=cast.anna)
    assert anna.get("conversations", {"tag": vip.public_id}).json()["items"] == []
    tagging.add(tea.conversation, [vip], by=cast.anna)
    (found,) = anna.get("conversations", {"tag": vip.public_id}).json()["items"]
    assert found["id"] == tea.conversation.public_id
    assert anna.get("conversations", {"team": cast.orders.public_id}).json()["items"] == []


def test_tags_are_made_once_and_changed_by_managers(anna, cast):
    made = anna.post("tags", {"name": "#Damaged"})
    assert made.status_code == 201
    tag = made.json()
    assert tag["name"] == "Damaged"
    assert anna.post("tags", {"name": "damaged"}).status_code == 422
    assert anna.send("PATCH", f"tags/{tag['id']}", {"name": "Broken"}).status_code == 422
    tagging.change(tagging.find("damaged"), is_active=False, by=cast.mona)
    assert anna.get(f"tags/{tag['id']}").json()["is_active"] is False
    assert anna.get("tags", {"is_active": "true"}).json()["items"] == []
