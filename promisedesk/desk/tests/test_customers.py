"""A customer's own page: everything over all channels, edited without scripts."""

import pytest

from promisedesk.contacts import card, finding
from promisedesk.contacts.models import CustomField, Identity, Merge
from promisedesk.conversations import deliveries, inboxes, replying
from promisedesk.core.errors import Refused
from promisedesk.core.models import Unsubscribed
from promisedesk.desk.tests.letters import letter
from promisedesk.promises import given
from promisedesk.promises.models import Promise


@pytest.fixture
def tea(cast):
    return letter(cast, "Tea", text="Where is my tea?").conversation


def page(contact, rest="") -> str:
    return f"/customers/{contact.public_id}/{rest}"


def read(client, path) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_shows_what_was_said_and_promised(anna, cast, tea):
    deliveries.sent(replying.reply(tea, "On its way.", by=cast.anna).delivery)
    html = read(anna, page(cast.clara))
    assert "Tea" in html
    assert "<b>1</b> of 1 kept" in html
    assert "An answer by" in html
    assert page(cast.clara) in read(anna, f"/inbox/all/{tea.public_id}/")


def test_only_who_sees_a_conversation_sees_the_customer(signed_in, cast, tea):
    boris = signed_in(cast.boris)
    for rest in ("", "merge/"):
        assert boris.get(page(cast.clara, rest)).status_code == 404
    for rest in ("", "merge/", "identities/"):
        assert boris.post(page(cast.clara, rest), {"value": "x@y.example"}).status_code == 404
    other = finding.find_or_create("nobody@n.example")
    assert signed_in(cast.anna).get(page(other)).status_code == 404
    assert signed_in(cast.mona).get(page(other)).status_code == 200


def test_the_card_is_edited_with_its_own_fields(anna, cast, tea):
    CustomField.objects.create(of="contact", key="size", names={"": "Size"}, kind="number")
    sent = {"name": "Clara H.", "company": "Holm & Co", "language": "pl", "own-size": "42"}
    assert anna.post(page(cast.clara), sent).status_code == 302
    cast.clara.refresh_from_db()
    assert (cast.clara.company, cast.clara.fields) == ("Holm & Co", {"size": 42})
    wrong = anna.post(page(cast.clara), {"own-size": "large", "name": "Typed"})
    assert wrong.status_code == 422
    assert "Typed" in wrong.content.decode()
    panel = read(anna, f"/inbox/all/{tea.public_id}/")
    assert "Holm &amp; Co" in panel
    assert '<dt>Size</dt><dd dir="auto">42</dd>' in panel


def test_addresses_and_numbers_come_and_go(anna, cast, tea):
    anna.post(page(cast.clara, "identities/"), {"value": "clara@home.example"})
    anna.post(page(cast.clara, "identities/"), {"value": "07700 900118"})
    home = cast.clara.identities.get(value="clara@home.example")
    anna.post(page(cast.clara, f"identities/{home.pk}/"), {"main": "1"})
    html = read(anna, page(cast.clara))
    assert html.index("clara@home.example") < html.index("clara@customer.example")
    assert 'href="tel:+447700900118"' in html
    assert "probably" in html  # the hour in Britain, by the number
    anna.post(page(cast.clara, f"identities/{home.pk}/"))
    assert not cast.clara.identities.filter(value="clara@home.example").exists()


def test_two_cards_become_one_and_two_again(anna, cast, tea):
    work = letter(cast, "From work", address="clara@work.example").conversation
    other = work.contact
    Identity.objects.create(contact=other, kind="phone", value="+447700900118")
    Identity.objects.create(contact=cast.clara, kind="phone", value="+447700900118")
    assert "The same phone number" in read(anna, page(cast.clara))
    assert "clara@work.example" in read(anna, page(cast.clara, "merge/?q=work"))
    anna.post(page(cast.clara, "merge/"), {"with": other.public_id})
    html = read(anna, page(cast.clara))
    assert "clara@work.example" in html
    assert anna.get(page(other))["Location"] == page(cast.clara)
    row = Merge.objects.get()
    anna.post(page(cast.clara, f"merges/{row.public_id}/"))
    assert "From work" not in read(anna, page(cast.clara))


def test_who_wants_no_letters_is_said(anna, cast, tea):
    Unsubscribed.objects.create(address="clara@customer.example")
    assert "Wants no letters but answers" in read(anna, page(cast.clara))
    assert "Wants no letters but answers" in read(anna, f"/inbox/all/{tea.public_id}/")


class TestAnotherTeamsCustomer:
    @pytest.fixture
    def theirs(self, cast):
        """Colin writes to Returns, whom Anna does not see; he is called as Clara is."""
        returns = inboxes.add_inbox("returns@kettleandloom.example", name="Returns")
        returns.team = cast.returns
        returns.save(update_fields=["team"])
        heard = cast.hears("Back", address="colin@c.example", name="Clara Holm", inbox=returns)
        return heard.conversation

    def test_is_not_taken_by_an_address(self, anna, cast, tea, theirs):
        owner = theirs.contact
        anna.post(page(cast.clara, "identities/"), {"value": "colin@c.example"})
        html = read(anna, page(cast.clara))
        assert "which you cannot see" in html
        assert owner.identities.filter(value="colin@c.example").exists()

    def test_is_not_offered_as_the_same_person(self, anna, signed_in, cast, tea, theirs):
        assert "colin@c.example" not in read(anna, page(cast.clara))
        assert "colin@c.example" not in read(anna, page(cast.clara, "merge/"))
        assert "colin@c.example" in read(signed_in(cast.mona), page(cast.clara))

    def test_has_promises_that_are_not_counted(self, anna, cast, tea, theirs):
        type(theirs).objects.filter(pk=theirs.pk).update(contact=cast.clara)
        Promise.objects.filter(conversation=theirs).update(contact=cast.clara)
        assert given.given_to(cast.clara, 9, agent=cast.anna).outcomes == ["running"]
        assert len(given.given_to(cast.clara, 9, agent=cast.mona).outcomes) == 2


def test_a_light_agent_neither_merges_nor_forgets_a_suggestion(signed_in, cast, tea):
    type(cast.anna).objects.filter(pk=cast.anna.pk).update(role="light")
    cast.anna.refresh_from_db()
    light = signed_in(cast.anna)
    assert light.get(page(cast.clara, "merge/")).status_code == 404
    one = Identity.objects.create(
        contact=cast.clara, kind="phone", value="+447700900118", is_suggested=True
    )
    with pytest.raises(Refused):
        card.dismiss_suggestion(one, by=cast.anna)
    assert Identity.objects.filter(pk=one.pk).exists()
