"""What the palette offers, to whom; and the way to what is due next."""

import pytest

from promisedesk.agents.models import Agent
from promisedesk.conversations import assigning
from promisedesk.desk.tests.letters import letter


@pytest.fixture
def asked(cast):
    return letter(cast, "Where is my throw?").conversation


def part(client, name: str, **query) -> str:
    return client.get("/palette/", query, headers={"x-part": name}).content.decode()


def test_it_offers_views_and_what_one_may_set(cast, signed_in):
    light = Agent.objects.create_user("lia@kettleandloom.example", "Lia Light", role="light")
    shown = part(signed_in(cast.ada), "standing")
    assert 'href="/inbox/mine/"' in shown
    assert 'href="/settings/people/"' in shown
    shown = part(signed_in(light), "standing")
    assert 'href="/settings/people/"' not in shown
    assert 'href="/settings/macros/"' not in shown
    assert 'href="/me/"' in shown


def test_recent_ones_are_only_those_one_may_see(cast, signed_in, asked):
    ids = f"{asked.public_id},nothing-has-this-id"
    assert "Where is my throw?" in part(signed_in(cast.anna), "standing", recent=ids)
    assert "Where is my throw?" not in part(signed_in(cast.boris), "standing", recent=ids)


def test_a_reference_and_a_customer_are_found(cast, signed_in, asked):
    anna = signed_in(cast.anna)
    assert asked.public_id in part(anna, "found", q=asked.ref)
    assert f"/customers/{asked.contact.public_id}/" in part(anna, "found", q="Clara")
    assert asked.public_id not in part(signed_in(cast.boris), "found", q=asked.ref)
    assert part(anna, "found", q=" ").strip() == ""


def test_without_scripts_it_is_a_page(cast, signed_in, asked):
    shown = signed_in(cast.anna).get("/palette/", {"q": "overdue"}).content.decode()
    assert 'href="/inbox/overdue/"' in shown
    assert 'href="/inbox/mine/"' not in shown.split("palette-list")[1].split("</main>")[0]


def test_the_next_one_due_is_ones_own_first(cast, signed_in, asked):
    anna = signed_in(cast.anna)
    assert anna.get("/next/").url == f"/inbox/unassigned/{asked.public_id}/"
    own = letter(cast, "Second question", address="second@x.example").conversation
    assigning.assign(own, cast.anna, by=cast.anna)
    assert anna.get("/next/").url == f"/inbox/mine/{own.public_id}/"


def test_a_light_agent_is_offered_nothing_that_would_be_refused(cast, signed_in, asked):
    light = Agent.objects.create_user("lia@kettleandloom.example", "Lia Light", role="light")
    light.teams.add(cast.orders)
    page = signed_in(light).get(f"/inbox/all/{asked.public_id}/").content.decode()
    assert 'data-key="f"' in page
    for key in "amste":
        assert f'data-key="{key}"' not in page
    assert "/merge/" not in page


def test_keys_of_one_letter_are_switched_off_in_the_profile(cast, signed_in):
    anna = signed_in(cast.anna)
    assert "data-no-keys" not in anna.get("/today/").content.decode()
    form = {"name": "Anna", "language": "en", "time_zone": ""}
    anna.post("/me/", form)
    cast.anna.refresh_from_db()
    assert not cast.anna.has_single_keys
    assert "data-no-keys" in anna.get("/today/").content.decode()
