import pytest

from promisedesk.agents import invitations, passwords, people
from promisedesk.api import tokens
from promisedesk.api.models import Token
from promisedesk.api.tests.conftest import Caller


def test_a_token_is_long_without_blanks_and_kept_as_a_hash_only(cast):
    token = tokens.make(cast.anna, "Order script")
    row = Token.objects.get()
    assert len(token) >= 32
    assert not any(letter.isspace() for letter in token)
    assert token not in str(Token.objects.values())
    assert (row.agent, row.name) == (cast.anna, "Order script")
    assert tokens.find(token) == row


@pytest.mark.parametrize("text", ["", " ", "x", "pd_", "\ud800", "x" * 10**6])
def test_other_texts_find_nothing(cast, text):
    tokens.make(cast.anna, "one")
    assert tokens.find(text) is None


def test_the_stored_hash_opens_nothing(cast):
    tokens.make(cast.anna, "one")
    assert tokens.find(Token.objects.get().token_hash) is None


def test_its_use_is_remembered(anna, cast):
    anna.get("agents")
    assert Token.objects.get().used_at is not None


def test_own_tokens_are_listed_without_what_opens(anna, cast):
    tokens.make(cast.mona, "Mona's script")
    (one,) = anna.get("tokens").json()["items"]
    row = Token.objects.get(agent=cast.anna)
    assert set(one) == {"id", "name", "agent", "created_at", "used_at", "revoked_at"}
    assert (one["id"], one["agent"]["id"]) == (row.public_id, cast.anna.public_id)
    assert anna.get(f"tokens/{row.public_id}").json() == one


def test_an_admin_sees_and_ends_everybodys(anna, cast):
    ada, row = Caller(cast.ada), Token.objects.get(agent=cast.anna)
    assert {one["agent"]["name"] for one in ada.get("tokens").json()["items"]} == {
        "Anna Kowalska", "Ada Field",
    }  # fmt: skip
    assert ada.delete(f"tokens/{row.public_id}").status_code == 204
    assert anna.get("tokens").status_code == 401
    assert ada.delete(f"tokens/{row.public_id}").status_code == 204
    (ended,) = ada.get("tokens", {"is_revoked": "true"}).json()["items"]
    assert ended["id"] == row.public_id
    assert ended["revoked_at"]


def test_somebody_elses_cannot_be_seen_or_ended(anna, cast):
    token = tokens.make(cast.mona, "Mona's script")
    path = f"tokens/{tokens.find(token).public_id}"
    assert (anna.get(path).status_code, anna.delete(path).status_code) == (404, 404)
    assert tokens.find(token)


def test_a_closed_account_has_no_tokens_even_when_it_opens_again(anna, cast):
    people.deactivate(cast.anna, by=cast.ada)
    people.activate(cast.anna, by=cast.ada)
    assert anna.get("agents").status_code == 401


def test_a_new_password_ends_the_tokens_of_its_owner_only(anna, cast):
    mona = Caller(cast.mona)
    cast.anna.set_password("seven quiet rivers")
    cast.anna.save()
    passwords.change(cast.anna, "seven quiet rivers", "rivers of seven hills")
    assert (anna.get("agents").status_code, mona.get("agents").status_code) == (401, 200)


def test_a_password_set_by_a_link_ends_them_too(anna, cast):
    link = invitations.issue(cast.anna, by=cast.ada)
    assert anna.get("agents").status_code == 200
    invitations.accept(link.rstrip("/").rpartition("/")[2], "rivers of seven hills")
    assert anna.get("agents").status_code == 401
