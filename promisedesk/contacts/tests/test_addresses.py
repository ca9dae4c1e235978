import pytest
from django.utils.timezone import now

from promisedesk.contacts import addresses
from promisedesk.contacts.models import Identity

pytestmark = pytest.mark.django_db


def also(contact, value):
    return Identity.objects.create(contact=contact, kind="email", value=value)


def test_her_other_addresses_are_those_letters_did_not_come_back_from(cast):
    also(cast.clara, "clara@work.example")
    also(cast.clara, "clara@old.example")
    addresses.mark_doubtful("Clara@Old.example ", now())
    assert addresses.other_addresses(cast.clara, but="CLARA@customer.example") == [
        "clara@work.example"
    ]
    assert addresses.other_addresses(cast.clara, but="clara@work.example") == [
        "clara@customer.example"
    ]


def test_the_first_time_a_letter_came_back_is_kept(cast):
    first = now()
    addresses.mark_doubtful("clara@customer.example", first)
    addresses.mark_doubtful("clara@customer.example", now())
    assert cast.clara.identities.get().doubtful_since == first
    addresses.mark_doubtful("nobody@nowhere.example", now())


def test_whoever_writes_from_an_address_can_be_reached_there_again(cast):
    addresses.mark_doubtful("clara@customer.example", now())
    cast.hears()
    assert cast.clara.identities.get().doubtful_since is None
