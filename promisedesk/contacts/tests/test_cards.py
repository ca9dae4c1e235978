"""Two cards of one person become one and two again, and nothing is lost."""

import random

import pytest

from promisedesk.agents.models import Agent
from promisedesk.contacts import card, cards, finding, identities, suggesting
from promisedesk.contacts.models import Contact, CustomField, Identity, Merge
from promisedesk.conversations import participants, replying
from promisedesk.conversations.models import Conversation, Message, Participant
from promisedesk.core.errors import Refused
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db
WORK = "clara@work.example"


@pytest.fixture
def work(cast):
    """Clara again, from her work: another card."""
    return cast.hears("From work", address=WORK, name="Clara H.").contact


def world() -> dict:
    return {
        "cards": set(
            Contact.objects.values_list(
                "pk", "name", "notes", "company", "language", "answered_at", "merged_into"
            )
        ),
        "fields": {one.pk: one.fields for one in Contact.objects.all()},
        "identities": set(Identity.objects.values_list("pk", "contact", "kind", "value")),
        "conversations": set(Conversation.objects.values_list("pk", "contact")),
        "messages": set(Message.objects.values_list("pk", "contact")),
        "promises": set(Promise.objects.values_list("pk", "contact")),
        "participants": set(Participant.objects.values_list("conversation", "address", "state")),
    }


def test_all_of_one_is_on_the_other(cast, work):
    cards.merge(work, cast.clara, by=cast.anna)
    assert finding.by_address(WORK) == cast.clara
    assert not work.conversations.exists()
    assert not Promise.objects.filter(contact=work).exists()
    assert cast.hears("Again", address=WORK).contact == cast.clara
    cast.clara.refresh_from_db()
    assert cast.clara.name == "Clara Holm"
    work.refresh_from_db()
    assert work.merged_into == cast.clara


@pytest.mark.parametrize("by_hand", [False, True])
def test_whoever_stays_is_written_to_where_they_were(cast, work, by_hand):
    own = work.identities.get(value=WORK)
    gone = cast.clara.identities.get(kind="email")  # the older one
    if by_hand:
        identities.make_main(gone, by=cast.anna)
    row = cards.merge(cast.clara, work, by=cast.anna)
    assert work.identities.filter(kind="email").order_by("-is_main", "pk").first() == own
    cards.take_back(row, by=cast.anna)
    gone.refresh_from_db()
    assert gone.is_main is by_hand


def test_taken_back_all_is_as_it_was(cast, work):
    work.notes, cast.clara.notes = "Works at Holm", "Prefers DPD"
    work.save()
    cast.clara.save()
    participants.add(cast.parcel, WORK, by=cast.anna)
    before = world()
    row = cards.merge(work, cast.clara, by=cast.anna)
    cast.clara.refresh_from_db()
    assert cast.clara.notes == "Prefers DPD\n\nWorks at Holm"
    assert not cast.parcel.participants.exists()
    cards.take_back(row, by=cast.anna)
    assert world() == before
    with pytest.raises(Refused):
        cards.take_back(row, by=cast.anna)


def test_what_came_since_goes_by_its_address_and_what_was_changed_stays(cast, work):
    row = cards.merge(work, cast.clara, by=cast.anna)
    theirs = cast.hears("New from work", address=WORK)
    hers = cast.hears("New from home")
    cast.clara.refresh_from_db()
    card.change(cast.clara, notes="Met her", by=cast.anna)
    cards.take_back(row, by=cast.anna)
    theirs.refresh_from_db()
    assert (theirs.contact, theirs.conversation.contact) == (work, work)
    assert Promise.objects.get(asked_by=theirs).contact == work
    assert Conversation.objects.get(pk=hers.conversation_id).contact == cast.clara
    cast.clara.refresh_from_db()
    assert cast.clara.notes == "Met her"


def test_not_with_itself_nor_twice_nor_by_a_light_agent(cast, work):
    with pytest.raises(Refused):
        cards.merge(work, work, by=cast.anna)
    light = Agent.objects.create_user("l@kettleandloom.example", "Lea", role="light")
    with pytest.raises(Refused):
        cards.merge(work, cast.clara, by=light)
    cards.merge(work, cast.clara, by=cast.anna)
    with pytest.raises(Refused):
        cards.merge(work, cast.clara, by=cast.anna)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_merged_and_taken_back_all_is_as_it_was(cast, seed):
    chance = random.Random(seed)
    for number in range(5):
        message = cast.hears(address=f"p{number}@c.example", name=chance.choice(["", "Pia"]))
        person = message.contact
        person.notes = chance.choice(["", "A", "B"])
        person.fields = {"size": number} if chance.random() < 0.5 else {}
        person.save()
        if chance.random() < 0.5:
            other = f"p{chance.randrange(5)}@c.example"
            if not person.identities.filter(value=other).exists():
                participants.add(message.conversation, other, by=cast.anna)
        if chance.random() < 0.5:
            value = chance.choice(["+447700900118", "+447700900119"])
            Identity.objects.create(contact=person, kind="phone", value=value)
    before, done = world(), []
    for _ in range(12):
        awake = list(Contact.objects.filter(merged_into=None))
        undoable = [one for one in done if not Merge.objects.get(pk=one.pk).undone_at]
        if len(awake) > 1 and (not undoable or chance.random() < 0.6):
            done.append(cards.merge(*chance.sample(awake, 2), by=cast.anna))
        else:
            cards.take_back(chance.choice(undoable), by=cast.anna)
        shells = Contact.objects.exclude(merged_into=None)
        assert not Conversation.objects.filter(contact__in=shells).exists()
        assert not Message.objects.filter(contact__in=shells).exists()
    left = [one for one in done if not Merge.objects.get(pk=one.pk).undone_at]
    for one in chance.sample(left, len(left)):
        cards.take_back(one, by=cast.anna)
    after = world()
    for key, value in before.items():
        assert after[key] == value, key


def test_the_same_person_is_offered_and_why(cast, work):
    Identity.objects.create(contact=cast.clara, kind="phone", value="+447700900118")
    phone = finding.find_or_create("other@o.example")
    Identity.objects.create(contact=phone, kind="phone", value="+447700900118")
    namesake = finding.find_or_create("clara.holm@customer.example", "clara holm")
    finding.find_or_create("stranger@s.example", "Clara")
    found = {
        one.contact: str(one.because) for one in suggesting.same_person(cast.clara, Contact.objects)
    }
    assert found == {
        phone: "The same phone number",
        namesake: "The same name, at the same company",
    }
    assert suggesting.same_person(phone, Contact.objects)[0].contact == cast.clara


class TestIdentities:
    def test_added_removed_and_made_the_first(self, cast, work):
        identities.add(cast.clara, " Clara@Home.example ", by=cast.anna)
        identities.add(cast.clara, "07700 900118", by=cast.anna)
        home = cast.clara.identities.get(value="clara@home.example")
        identities.make_main(home, by=cast.anna)
        assert replying.answer_address(cast.parcel) == "clara@home.example"
        identities.remove(cast.clara.identities.get(kind="phone"), by=cast.anna)
        identities.remove(home, by=cast.anna)
        assert cast.clara.identities.get().value == "clara@customer.example"
        with pytest.raises(Refused):
            identities.remove(cast.clara.identities.get(), by=cast.anna)

    @pytest.mark.parametrize("text", ["", "nobody", "a@", "12"])
    def test_what_is_neither_is_refused(self, cast, text):
        with pytest.raises(Refused):
            identities.add(cast.clara, text, by=cast.anna)


class TestCard:
    def test_takes_company_language_zone_and_own_fields(self, cast):
        CustomField.objects.create(of="contact", key="size", names={"": "Size"}, kind="number")
        card.change(
            cast.clara,
            company="Holm & Co",
            language="pl",
            time_zone="Europe/Warsaw",
            fields={"size": "42"},
            by=cast.anna,
        )
        cast.clara.refresh_from_db()
        assert (cast.clara.company, cast.clara.language) == ("Holm & Co", "pl")
        assert cast.clara.fields == {"size": 42}
        assert cast.clara.name == "Clara Holm"

    @pytest.mark.parametrize(
        "wrong", [{"time_zone": "Mars/Base"}, {"language": "xx"}, {"fields": {"none": "1"}}]
    )
    def test_refuses_nonsense(self, cast, wrong):
        with pytest.raises(Refused):
            card.change(cast.clara, by=cast.anna, **wrong)
