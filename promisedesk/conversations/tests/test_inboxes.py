"""Whose inbox an address is, however many + it has."""

import pytest

from promisedesk.channels.email.routing import Addresses
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Inbox

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shop():
    for address, aliases in (
        ("help@shop.example", ["hilfe+de@shop.example"]),
        ("help+tea@shop.example", []),
    ):
        Inbox.objects.create(address=address, name=address, aliases=aliases)


@pytest.mark.parametrize(
    ("recipient", "address"),
    [
        ("help@shop.example", "help@shop.example"),
        ("Help+TOKEN@shop.example", "help@shop.example"),
        ("help+some+words@shop.example", "help@shop.example"),
        ("help+tea@shop.example", "help+tea@shop.example"),
        ("help+tea+token@shop.example", "help+tea@shop.example"),
        ("hilfe+de+token@shop.example", "help@shop.example"),
        ("hilfe@shop.example", None),
        ("+help@shop.example", None),
    ],
)
def test_the_longest_address_of_ours_wins(recipient, address):
    inbox = inboxes.inbox_of(recipient)
    assert (inbox and inbox.address) == address
    at_the_door = Addresses()
    at_the_door.read()
    target = at_the_door.find(recipient)
    assert (target and target.inbox_id) == (inbox and inbox.pk)


def test_the_token_is_what_comes_last():
    assert inboxes.without_token("help+tea+x1@shop.example") == ("help+tea@shop.example", "x1")
    assert inboxes.without_token("help@shop.example") == ("help@shop.example", "")
