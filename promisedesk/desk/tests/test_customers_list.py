"""The list of customers: who is in it, in which order, how it is looked through."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.contacts import finding, identities
from promisedesk.contacts.models import Contact
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Conversation
from promisedesk.desk.customers import listing


@pytest.fixture(autouse=True)
def _nobody_wrote(cast):
    cast.parcel.delete()


@pytest.fixture
def mona(signed_in, cast):
    return signed_in(cast.mona)


def names(client, query="") -> list[str]:
    answer = client.get(f"/customers/{query}")
    assert answer.status_code == 200
    return [one.name for one in answer.context["lines"]]


def wrote(cast, name: str, *, hours_ago: int = 1, **fields):
    address = f"{name.split()[0].lower()}@c.example"
    at = now() - timedelta(hours=hours_ago)
    said = cast.hears(name=name, address=address, arrived_at=at, **fields)
    Conversation.objects.filter(pk=said.conversation_id).update(last_at=at)
    return said


def many(cast, number: int) -> None:
    """So many customers with two conversations each; by-passes the mail."""
    people = Contact.objects.bulk_create(Contact(name=f"C{place}") for place in range(number))
    start = now() - timedelta(days=90)
    Conversation.objects.bulk_create(
        Conversation(
            ref=f"{half}{place:05}",
            inbox=cast.help,
            contact=contact,
            state=("open", "waiting", "resolved")[place % 3],
            last_at=start + timedelta(minutes=place, days=half),
        )
        for half in (0, 1)
        for place, contact in enumerate(people)
    )


def test_it_tells_who_was_last_in_touch_first(mona, cast):
    wrote(cast, "Colin Hart", hours_ago=3)
    wrote(cast, "Dora Finch", hours_ago=2)
    wrote(cast, "Colin Hart", hours_ago=1, subject="Another thing")
    answer = mona.get("/customers/")
    lines = answer.context["lines"]
    assert [(one.name, one.address, one.open) for one in lines] == [
        ("Colin Hart", "colin@c.example", 2),
        ("Dora Finch", "dora@c.example", 1),
    ]
    assert "2 open" in answer.content.decode()


def test_who_is_important_is_told(mona, cast):
    contact = wrote(cast, "Colin Hart").contact
    Contact.objects.filter(pk=contact.pk).update(is_vip=True, segment="Wholesale")
    html = mona.get("/customers/").content.decode()
    assert ">VIP<" in html
    assert ">Wholesale<" in html


@pytest.mark.parametrize(
    "asked", ["hart", "COLIN", "colin@c.example", "07700 900118", "+44 7700 900118", "7700900118"]
)
def test_it_is_looked_through_by_name_address_and_phone(mona, cast, asked):
    contact = wrote(cast, "Colin Hart").contact
    identities.add(contact, "+447700900118", by=cast.mona, seen=Contact.objects.all())
    wrote(cast, "Dora Finch")
    assert names(mona, f"?q={asked.replace('+', '%2B')}") == ["Colin Hart"]


def test_every_customer_is_on_one_page(mona, cast, monkeypatch):
    monkeypatch.setattr(listing, "A_PAGE", 4)
    many(cast, 10)
    found, query = [], ""
    for _page in range(3):
        answer = mona.get(f"/customers/{query}")
        found += [one.name for one in answer.context["lines"]]
        query = f"?{answer.context['further']}"
    assert found == [f"C{place}" for place in reversed(range(10))]
    assert query == "?"


def test_what_is_found_goes_on_too(mona, cast, monkeypatch):
    monkeypatch.setattr(listing, "A_PAGE", 2)
    for place in range(3):
        finding.find_or_create(f"h{place}@c.example", f"Hart {place}")
    answer = mona.get("/customers/?q=hart")
    assert len(answer.context["lines"]) == 2
    assert names(mona, f"?{answer.context['further']}") == ["Hart 0"]


def test_nonsense_in_the_link_is_the_beginning(mona, cast):
    wrote(cast, "Colin Hart")
    for after in ("x", "~", "~-1", "yesterday~1", f"~{2**70}", "2025-11-18T10:00:00~²"):
        assert names(mona, f"?after={after}") == ["Colin Hart"]


def test_an_agent_finds_only_whom_they_may_see(signed_in, cast):
    returns = inboxes.add_inbox("returns@kettleandloom.example", name="Returns")
    returns.team = cast.returns
    returns.save(update_fields=["team"])
    wrote(cast, "Colin Hart", inbox=returns)
    wrote(cast, "Clara Holm")
    # Of one who wrote to both, only what Anna sees counts.
    wrote(cast, "Dora Finch", hours_ago=9)
    wrote(cast, "Dora Finch", hours_ago=0, inbox=returns, subject="Back")
    anna = signed_in(cast.anna)
    assert names(anna) == ["Clara Holm", "Dora Finch"]
    assert anna.get("/customers/").context["lines"][1].open == 1
    assert names(anna, "?q=colin") == []
    assert names(signed_in(cast.boris)) == ["Dora Finch", "Colin Hart"]
    assert names(signed_in(cast.boris), "?q=colin") == ["Colin Hart"]


def test_who_sends_spam_is_no_customer_but_found(mona, cast):
    said = wrote(cast, "Colin Hart")
    Conversation.objects.filter(pk=said.conversation_id).update(state="spam")
    assert names(mona) == []
    assert names(mona, "?q=colin") == ["Colin Hart"]


def test_a_card_put_into_another_is_gone(mona, cast):
    cast.hears()
    gone = wrote(cast, "Colin Hart").contact
    mona.post(f"/customers/{cast.clara.public_id}/merge/", {"with": gone.public_id})
    assert names(mona) == [cast.clara.name]


def test_an_empty_list_says_what_comes_next(mona, cast):
    assert "Nobody has written yet" in mona.get("/customers/").content.decode()
    assert "Nobody was found." in mona.get("/customers/?q=nobody").content.decode()


@pytest.mark.parametrize("query", ["", "?q=c"])
@pytest.mark.parametrize("who", ["anna", "mona"])
def test_a_long_list_takes_as_many_queries_as_a_short_one(
    signed_in, cast, who, query, django_assert_num_queries, django_assert_max_num_queries
):
    client = signed_in(getattr(cast, who))
    many(cast, 5)
    client.get(f"/customers/{query}")
    with django_assert_max_num_queries(11) as seen:
        client.get(f"/customers/{query}")
    before = len(seen)
    many_more = Contact.objects.count()
    Conversation.objects.all().delete()
    many(cast, 300)
    assert Contact.objects.count() > many_more
    client.get(f"/customers/{query}")  # what is remembered for a while is asked anew
    with django_assert_num_queries(before):
        client.get(f"/customers/{query}")


def test_what_strangers_write_is_text(mona, cast):
    wrote(cast, "<img src=x onerror=alert(1)>", hours_ago=1)
    html = mona.get("/customers/?q=%22%3E%3Cscript%3E").content.decode()
    assert "<script>" not in html.split("<main", 1)[1]
    assert "<img" not in mona.get("/customers/").content.decode()
