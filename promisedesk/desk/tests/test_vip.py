"""Customers who count more: said on the card, seen in the panel, and promised more."""

from promisedesk.contacts import cards
from promisedesk.contacts.models import Contact
from promisedesk.promises.models import PromisePolicy


def test_it_is_said_on_the_card_and_shown(cast, signed_in):
    anna, conversation = signed_in(cast.anna), cast.hears().conversation
    here = f"/inbox/all/{conversation.public_id}/"
    anna.post(f"{here}contact/", {"is_vip": "yes", "segment": "wholesale"})
    cast.clara.refresh_from_db()
    assert (cast.clara.is_vip, cast.clara.segment) == (True, "wholesale")
    page = anna.get(here).content.decode()
    assert ">VIP</span>" in page
    assert "wholesale" in page


def test_a_card_sent_without_it_leaves_it_as_it_is(cast, signed_in):
    cast.clara.is_vip = True
    cast.clara.save()
    conversation = cast.hears().conversation
    signed_in(cast.anna).post(f"/inbox/all/{conversation.public_id}/contact/", {"name": "Clara"})
    cast.clara.refresh_from_db()
    assert cast.clara.is_vip


def test_policies_can_ask_for_it(cast):
    PromisePolicy.objects.create(
        name="VIP",
        conditions=[{"field": "vip", "op": "is", "value": ["yes"]}],
        target="1 working hour",
    )
    cast.clara.is_vip = True
    cast.clara.save()
    assert cast.hears().conversation.promises.get().target == "1 working hour"
    other = cast.hears(address="tom@customer.example").conversation
    assert other.promises.get().target == "1 working day"


def test_of_two_cards_made_one_either_may_say_so(cast):
    other = Contact.objects.create(name="Clara H.", is_vip=True)
    merge = cards.merge(other, cast.clara, by=cast.anna)
    cast.clara.refresh_from_db()
    assert cast.clara.is_vip
    cards.take_back(merge, by=cast.anna)
    cast.clara.refresh_from_db()
    assert not cast.clara.is_vip
