import pytest

from promisedesk.cast import Cast
from promisedesk.replies.signatures import signature_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def test_of_the_agent_then_of_the_language_then_of_the_inbox_then_the_names(cast):
    assert signature_for(cast.help, cast.anna, "pl") == "Anna Kowalska\nKettle & Loom"
    cast.help.signature = "The team"
    assert signature_for(cast.help, cast.anna, "pl") == "The team"
    cast.help.signatures = {"pl": "Pozdrawiamy"}
    assert signature_for(cast.help, cast.anna, "pl") == "Pozdrawiamy"
    assert signature_for(cast.help, cast.anna, "ru") == "The team"
    cast.anna.signature = "Anna"
    assert signature_for(cast.help, cast.anna, "pl") == "Anna"


def test_places_are_filled_and_a_line_that_cannot_be_is_left_out(cast):
    cast.help.signature = "{agent.first_name}, {shop.name}\n{shop.phone}\n{{x}}\n{inbox.address}"
    assert signature_for(cast.help, cast.anna, "en") == (
        "Anna, Kettle & Loom\nhelp@kettleandloom.example"
    )
    cast.help.signature = "{shop.phone}"
    assert signature_for(cast.help, None, "en") == "Kettle & Loom"
