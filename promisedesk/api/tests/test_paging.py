import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from promisedesk.conversations.incoming import IncomingMessage, receive
from promisedesk.conversations.models import Conversation


def arrive(cast, count):
    for number in range(count):
        receive(
            IncomingMessage(
                inbox=cast.help,
                arrived_at=now(),
                address=f"customer{Conversation.objects.count()}-{number}@post.example",
                name="Someone",
                subject=f"Question {number}",
                text="How much is the kettle?",
                language="en",
                may_acknowledge=False,
            )
        )


@pytest.mark.parametrize("path", ["conversations", "contacts", "promises", "search"])
def test_pages_miss_and_repeat_nothing_while_rows_arrive(anna, cast, path):
    arrive(cast, 12)
    query = {"limit": 5} | ({"q": "kettle"} if path == "search" else {})
    there = {item["id"] for item in anna.get(path, query | {"limit": 100}).json()["items"]}
    seen, cursor = [], None
    while True:
        page = anna.get(path, query | ({"cursor": cursor} if cursor else {})).json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
        arrive(cast, 2)
    assert len(seen) == len(set(seen))
    assert set(seen) == there


def test_the_newest_come_first(anna, cast):
    arrive(cast, 5)
    times = [item["created_at"] for item in anna.get("conversations").json()["items"]]
    assert times == sorted(times, reverse=True)


@pytest.mark.parametrize(
    "query",
    [
        {"limit": 0},
        {"limit": 101},
        {"limit": "many"},
        {"limit": "9" * 400},
        {"cursor": "nonsense"},
        {"cursor": "ż"},
        {"cursor": ""},
        {"state": "bad"},
        {"sort": "id; DROP TABLE"},
        {"state__in": "open"},
        {"contact__name": "x"},
    ],
)
def test_bad_questions_are_refused_with_a_reason(anna, query):
    response = anna.get("conversations", query)
    assert response.status_code in (400, 422)
    assert response.json()["errors"].keys() == query.keys()


def test_a_cursor_of_another_list_is_refused(anna, cast):
    arrive(cast, 3)
    cursor = anna.get("conversations", {"limit": 1}).json()["next"]
    assert anna.get("contacts", {"cursor": cursor}).status_code == 400


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("conversations", {}),
        ("contacts", {}),
        ("promises", {}),
        ("inboxes", {}),
        ("agents", {}),
        ("search", {"q": "kettle"}),
    ],
)
def test_a_list_asks_as_often_for_three_rows_as_for_twelve(anna, cast, path, query):
    arrive(cast, 3)
    anna.get(path, query)
    with CaptureQueriesContext(
        connection,
    ) as few:
        anna.get(path, query)
    arrive(cast, 9)
    with CaptureQueriesContext(connection) as many:
        anna.get(path, query)
    assert len(many) == len(few) <= 9


def test_the_messages_of_a_conversation_too(anna, cast, tea):
    path = f"conversations/{tea.conversation.public_id}/messages"
    with CaptureQueriesContext(connection) as few:
        anna.get(path)
    for _ in range(5):
        anna.post(path, {"direction": "out", "text": "Soon."})
    with CaptureQueriesContext(connection) as many:
        assert len(anna.get(path).json()["items"]) == 7
    assert len(many) == len(few)


def test_filters_narrow(anna, cast, tea):
    def count(path, **query):
        response = anna.get(path, query)
        assert response.status_code == 200, response.content
        return len(response.json()["items"])

    clara = cast.clara.public_id
    assert count("conversations", state="open") == 2
    assert count("conversations", state="resolved") == 0
    assert count("conversations", contact=clara) == 2
    assert count("conversations", contact="nobody") == 0
    assert count("conversations", inbox=cast.help.public_id, assignee="none") == 2
    assert count("conversations", ref="PARCEL22") == 1
    assert count("promises", contact=clara, state="running", kind="answer") == 1
    assert count("promises", inbox=cast.help.public_id) == 1
    assert count("contacts", address="CLARA@customer.example") == 1
    assert count("contacts", address="nobody@customer.example") == 0
    assert count("search", q="tea", state="open") == 1
    assert count("search", q="tea", state="spam") == 0
    assert count("search", q="") == 0
    messages = f"conversations/{tea.conversation.public_id}/messages"
    assert count(messages, direction="in") == 1
    assert count(messages, automatic="true") == 1
