"""The coach in the API: a line as the command takes it, or a conversation the desk knows."""

import pytest

from promisedesk.api.tests.conftest import Caller
from promisedesk.coach import levels

PROMISE = "Hello Clara, we will call you tomorrow at 10."


def test_a_reply_is_read_as_the_command_reads_it(anna):
    answer = anna.post(
        "coach", {"reply": PROMISE, "now": "2026-11-23T14:05", "time_zone": "Europe/Moscow"}
    )
    assert answer.status_code == 200, answer.content
    [promise] = answer.json()["commitments"]
    assert promise["due"] == "2026-11-24T10:00:00+03:00"
    assert set(answer.json()) == {
        "checks", "customer_mood", "reply_tone", "questions", "commitments", "spelling",
    }  # fmt: skip


def test_of_a_conversation_the_desk_knows_the_rest(anna, tea):
    body = {"reply": PROMISE, "conversation": tea.conversation.public_id}
    answer = anna.post("coach", body)
    assert answer.status_code == 200, answer.content
    assert len(answer.json()["commitments"]) == 1


def test_one_of_another_team_is_not_there(cast, tea):
    body = {"reply": PROMISE, "conversation": tea.conversation.public_id}
    assert Caller(cast.boris).post("coach", body).status_code == 404


def test_the_levels_are_the_shops(cast, anna):
    gap = {"reply": "Hello {customer.name}, it left today.", "language": "en"}
    levels.change(levels={"greeting": "off"}, by=cast.ada)
    found = {one["id"]: one["level"] for one in anna.post("coach", gap).json()["checks"]}
    assert "greeting" not in found


@pytest.mark.parametrize(
    "wrong",
    [{}, {"reply": 5}, {"reply": "x", "now": "tea time"}, {"reply": "x", "time_zone": "Mars"}],
)
def test_what_cannot_be_read_says_so(anna, wrong):
    assert anna.post("coach", wrong).status_code == 422
