import base64

import pytest

from promisedesk.api.tests.conftest import Caller
from promisedesk.replies.macros import Wording, add
from promisedesk.replies.models import Macro

HELLO = {"name": "Hello", "texts": {"en": "Hello {customer.first_name|there}"}}


@pytest.fixture
def mona(cast):
    return Caller(cast.mona)


def test_a_macro_is_made_read_changed_and_put_away(cast, mona):
    file = {"name": "terms.txt", "content": base64.b64encode(b"Terms").decode()}
    made = mona.post("macros", HELLO | {"whose": "all", "shortcut": "hi", "files": [file]})
    assert made.status_code == 201, made.content
    id = made.json()["id"]
    assert made.json()["files"][0]["name"] == "terms.txt"
    changed = mona.patch(f"macros/{id}", {"actions": [{"do": "resolve"}]}).json()
    assert (changed["name"], changed["actions"]) == ("Hello", [{"do": "resolve"}])
    assert len(changed["files"]) == 1
    assert mona.delete(f"macros/{id}").status_code == 204
    assert mona.get(f"macros/{id}").json()["is_active"] is False
    assert mona.get("macros", {"is_active": "true"}).json()["items"] == []
    assert mona.patch(f"macros/{id}", {"is_active": True}).json()["is_active"] is True


def test_agents_have_their_own_and_see_no_other_teams(cast, anna):
    for team in (cast.orders, cast.returns):
        add(Wording(team.name, texts={"en": "Hi"}, team=team), by=cast.mona)
    assert [one["name"] for one in anna.get("macros").json()["items"]] == ["Orders"]
    theirs = Macro.objects.get(name="Returns").public_id
    assert anna.get(f"macros/{theirs}").status_code == 404
    assert anna.post("macros", HELLO).status_code == 201
    assert anna.post("macros", HELLO | {"whose": "all"}).status_code == 422
    shared = Macro.objects.get(name="Orders").public_id
    assert anna.patch(f"macros/{shared}", {"name": "Mine"}).status_code == 422
    assert anna.delete(f"macros/{shared}").status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        {"name": ""},
        {"name": "x"},
        HELLO | {"texts": {"de": "Hallo"}},
        HELLO | {"texts": {"en": "{custmer.name}"}},
        HELLO | {"actions": [{"do": "refund"}]},
        HELLO | {"whose": "team", "team": "nobody"},
        HELLO | {"colour": "red"},
    ],
)
def test_what_makes_no_sense_is_a_problem(mona, body):
    assert mona.post("macros", body).status_code == 422
    assert not Macro.objects.exists()


def test_one_key_makes_one_macro(mona):
    for _turn in range(2):
        assert mona.post("macros", HELLO, idempotency_key="once").status_code == 201
    assert Macro.objects.count() == 1


def test_one_is_used_in_a_conversation(cast, anna):
    talk = cast.hears().conversation
    here = f"conversations/{talk.public_id}/macros"
    words = add(Wording("Hello", texts={"en": "Hello {customer.name}"}), by=cast.mona)
    said = anna.post(here, {"macro": words.public_id}).json()
    assert said["text"].startswith("Hello ")
    assert "{" not in said["text"] or said["missing"]
    deeds = add(Wording("Close", actions=[{"do": "follow"}]), by=cast.mona)
    for _turn in range(2):
        done = anna.post(here, {"macro": deeds.public_id}, idempotency_key="once").json()["done"]
        assert len(done) == 1
    deeds.refresh_from_db()
    assert deeds.uses == 1
    assert anna.post(here, {"macro": "none"}).status_code == 404
