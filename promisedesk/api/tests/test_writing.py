import base64

import pytest

from promisedesk.api.tests.conftest import Caller
from promisedesk.conversations import replying
from promisedesk.conversations.models import Conversation, Delivery, Message


@pytest.fixture
def path(tea):
    return f"conversations/{tea.conversation.public_id}/messages"


def test_an_answer_goes_out_and_the_conversation_waits(anna, path, tea):
    response = anna.post(path, {"direction": "out", "text": "Yes, it is."})
    assert response.status_code == 201, response.content
    told = response.json()
    assert (told["direction"], told["text"], told["automatic"]) == ("out", "Yes, it is.", False)
    assert told["author"]["name"] == "Anna Kowalska"
    assert told["delivery"]["state"] in ("queued", "held")
    assert Delivery.objects.get(message__public_id=told["id"]).to_address == tea.from_address
    assert anna.get(path.removesuffix("/messages")).json()["state"] == "waiting"


def test_a_note_stays_here(anna, path):
    told = anna.post(path, {"direction": "note", "text": "Ask Returns."}).json()
    assert (told["direction"], told["delivery"]) == ("note", None)
    assert anna.get(path.removesuffix("/messages")).json()["state"] == "open"


def test_html_from_a_program_is_made_safe_too(anna, path):
    html = "<p>Yes<script>alert(1)</script><img src=x onerror=alert(1)></p>"
    told = anna.post(path, {"direction": "out", "text": "Yes", "html": html}).json()
    stored = Message.objects.get(public_id=told["id"]).html
    assert "script" not in stored
    assert "onerror" not in stored


def test_files_are_attached(anna, path):
    content = bytes(range(256))
    body = {
        "direction": "out",
        "text": "The label.",
        "attachments": [
            {"name": "../../label.pdf", "type": "application/pdf",
             "content": base64.b64encode(content).decode()},
            {"name": "note.txt", "content": ""},
        ],
    }  # fmt: skip
    label, note = anna.post(path, body).json()["attachments"]
    assert (label["name"], label["type"], label["size"]) == ("label.pdf", "application/pdf", 256)
    assert note["type"] == "text/plain"
    assert anna.get(label["url"].removeprefix("/api/v1/")).getvalue() == content


@pytest.mark.parametrize(
    "body",
    [
        {"direction": "out", "text": "Hello {customer.first_name}"},
        {"direction": "out", "text": "Hello", "html": "<p>Hello {{first name}}</p>"},
        {"direction": "note", "text": "Ask {customer.name}"},
    ],
)
def test_what_nobody_filled_in_is_not_sent(anna, path, body):
    before = Message.objects.count()
    response = anna.post(path, body)
    assert response.status_code == 422
    assert "not filled in" in response.json()["detail"]
    assert Message.objects.count() == before


def test_what_a_rule_refuses_is_told_in_its_words(anna, cast, path):
    response = anna.post(path, {"direction": "out", "text": "   "})
    assert response.status_code == 422
    assert response.json()["detail"] == "There is nothing to send yet. Write a few words first."
    assert Message.objects.filter(automatic=False, direction="out").count() == 0


@pytest.mark.parametrize(
    "extra",
    ["author", "agent", "bcc", "to", "smtp_host", "created_at", "automatic", "conversation", "id"],
)
def test_unknown_fields_are_refused_and_nothing_is_written(anna, path, extra):
    before = Message.objects.count()
    response = anna.post(path, {"direction": "note", "text": "Hm.", extra: "x"})
    assert response.status_code == 422
    assert extra in response.json()["errors"]
    assert Message.objects.count() == before


def test_a_conversation_is_given_away_resolved_and_reopened(anna, cast):
    path = f"conversations/{cast.parcel.public_id}"
    told = anna.patch(path, {"assignee": cast.mona.public_id, "state": "resolved"}).json()
    assert (told["assignee"]["name"], told["state"]) == ("Mona Berg", "resolved")
    told = anna.patch(path, {"state": "open"}).json()
    assert (told["assignee"]["name"], told["state"]) == ("Mona Berg", "open")
    assert anna.patch(path, {"assignee": None}).json()["assignee"] is None
    assert anna.patch(path, {"state": "spam"}).json()["state"] == "spam"
    assert anna.patch(path, {"state": "open"}).json()["state"] == "open"
    assert anna.patch(path, {}).status_code == 200


def test_a_refused_change_changes_nothing(anna, cast, tea):
    path = f"conversations/{tea.conversation.public_id}"
    body = {"assignee": cast.anna.public_id, "state": "resolved"}  # an answer is owed
    assert anna.patch(path, body).status_code == 422
    assert anna.get(path).json()["assignee"] is None
    assert anna.patch(path, {"state": "waiting"}).status_code == 422
    assert anna.patch(path, {"assignee": "nobody"}).status_code == 422
    assert anna.patch(path, {"due_at": "2030-01-01T00:00:00Z"}).status_code == 422


def test_a_customer_without_an_address_cannot_be_answered(cast):
    conversation = Conversation.objects.get()
    cast.clara.identities.all().delete()
    response = Caller(cast.anna).post(
        f"conversations/{conversation.public_id}/messages", {"direction": "out", "text": "Hello"}
    )
    assert response.status_code == 422


def test_an_answer_stops_when_somebody_wrote_after_what_the_caller_knows(anna, cast, path, tea):
    known = {"direction": "out", "text": "Yes.", "if_last_message": tea.public_id}
    assert anna.post(path, known).status_code == 201
    replying.note(tea.conversation, "Wait.", by=cast.mona)
    told = anna.post(path, known | {"text": "And more."})
    assert told.status_code == 422
    assert "Nothing was sent yet" in told.json()["detail"]
    assert anna.post(path, known | {"if_last_message": "nosuchmessage"}).status_code == 404


class TestWhatAnAnswerPromises:
    TEXT = "Thank you. I'll call you tomorrow before noon."

    def promised(self, anna, path):
        path = path.removesuffix("messages") + "promises"
        return anna.get(path, {"kind": "commitment"}).json()["items"]

    def test_is_promised_in_the_name_of_whose_token_it_is(self, anna, path):
        assert anna.post(path, {"direction": "out", "text": self.TEXT}).status_code == 201
        [one] = self.promised(anna, path)
        assert (one["deed"], one["agent"]["name"]) == ("call", "Anna Kowalska")
        assert "before noon" in one["says"]
        assert one["told_at"] is None  # it has not left yet

    def test_is_no_promise_when_the_program_says_so(self, anna, path):
        body = {"direction": "out", "text": self.TEXT, "commitments": False}
        assert anna.post(path, body).status_code == 201
        assert self.promised(anna, path) == []

    def test_is_none_in_a_note(self, anna, path):
        anna.post(path, {"direction": "note", "text": self.TEXT})
        assert self.promised(anna, path) == []

    def test_is_promised_once_when_the_request_is_repeated(self, anna, path):
        for _ in range(2):
            anna.post(path, {"direction": "out", "text": self.TEXT}, Idempotency_Key="call-1")
        assert len(self.promised(anna, path)) == 1


def test_a_program_says_who_is_a_vip_and_in_which_segment(cast, anna):
    path = f"contacts/{cast.clara.public_id}"
    cast.hears()
    changed = anna.patch(path, {"is_vip": True, "segment": "Trade"}).json()
    assert (changed["is_vip"], changed["segment"]) == (True, "Trade")
    assert anna.patch(path, {"is_vip": False}).json()["is_vip"] is False
