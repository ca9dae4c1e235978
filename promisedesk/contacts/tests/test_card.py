import pytest

from promisedesk.contacts import card
from promisedesk.contacts.models import Identity
from promisedesk.core.errors import Refused

pytestmark = pytest.mark.django_db


def phones(contact):
    return list(contact.identities.filter(kind="phone").values_list("value", "is_suggested"))


def suggest(contact, value="+447700900118"):
    return Identity.objects.create(contact=contact, kind="phone", value=value, is_suggested=True)


def test_the_card_takes_a_name_notes_and_a_phone_as_dialled_at_home(cast):
    card.change(
        cast.clara, name=" Clara H. ", notes="Prefers DPD", phone="07700 900118", by=cast.anna
    )
    cast.clara.refresh_from_db()
    assert (cast.clara.name, cast.clara.notes) == ("Clara H.", "Prefers DPD")
    assert phones(cast.clara) == [("+447700900118", False)]


def test_a_phone_that_is_none_is_refused_and_nothing_is_written(cast):
    with pytest.raises(Refused, match="no phone number"):
        card.change(cast.clara, name="Other", notes="", phone="tomorrow", by=cast.anna)
    cast.clara.refresh_from_db()
    assert cast.clara.name == "Clara Holm"


def test_a_suggested_number_is_taken_over(cast):
    card.take_suggestion(suggest(cast.clara), by=cast.anna)
    assert phones(cast.clara) == [("+447700900118", False)]


def test_writing_a_suggested_number_by_hand_takes_it_over(cast):
    suggest(cast.clara)
    card.change(cast.clara, name="Clara", notes="", phone="+447700900118", by=cast.anna)
    assert phones(cast.clara) == [("+447700900118", False)]


def test_a_dismissed_number_is_forgotten_but_a_kept_one_stays(cast):
    identity = suggest(cast.clara)
    card.take_suggestion(identity, by=cast.anna)
    card.dismiss_suggestion(identity, by=cast.anna)
    assert phones(cast.clara) == [("+447700900118", False)]
    other = suggest(cast.clara, "+447700900119")
    card.dismiss_suggestion(other, by=cast.anna)
    assert len(phones(cast.clara)) == 1
