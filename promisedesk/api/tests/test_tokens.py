import pytest

from promisedesk.api import tokens
from promisedesk.api.models import Token


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
