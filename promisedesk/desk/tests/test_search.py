"""Searching: words, operators in three languages, and only what one may see."""

import re

import pytest
from django.utils.timezone import now

from promisedesk.contacts import card, finding
from promisedesk.conversations import assigning, closing, replying
from promisedesk.conversations.models import Conversation, Tag
from promisedesk.desk.tests.letters import letter
from promisedesk.desk.tests.test_inbox import subjects


def plain(html: str) -> str:
    return html.replace("<mark>", "").replace("</mark>", "")


@pytest.fixture
def look(signed_in, cast):
    """Which conversations somebody finds, by subject."""

    def find(query, agent=None, **more):
        client = signed_in(agent or cast.anna)
        answer = client.get("/inbox/search/", {"q": query} | more)
        assert answer.status_code == 200
        return subjects(plain(answer.content.decode()))

    return find


@pytest.fixture
def letters(cast):
    Conversation.objects.all().delete()
    return {
        "kettle": letter(cast, "Kettle", text="Where is my kettle, order KL-2291?"),
        "paczka": letter(
            cast, "Paczka", text="Gdzie są moje paczki?", language="pl", name="Ewa Król",
            address="ewa@poczta.example", message_id="<2@x>",
        ),
        "посылка": letter(
            cast, "Посылка", text="Где мои посылки?", language="ru", name="Иван Котов",
            address="ivan@pochta.example", message_id="<3@x>",
        ),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kettles", ["Kettle"]),
        ("посылок", ["Посылка"]),
        ("paczkę", ["Paczka"]),
        ("KL-2291", ["Kettle"]),
        ("2291 where", ["Kettle"]),
        ("from:ewa", ["Paczka"]),
        ("from:ewa@poczta.example", ["Paczka"]),
        ("от:иван", ["Посылка"]),
        ("od:Król paczki", ["Paczka"]),
        ("from:ewa kettle", []),
        ("to:help@kettleandloom.example kettle", ["Kettle"]),
        ("language:ru", ["Посылка"]),
        ("język:polski", ["Paczka"]),
        ("is:resolved", []),
        ("is:unread is:open kettle", ["Kettle"]),
        ("before:2020-01-01 kettle", []),
        ("after:2020-01-01 kettle", ["Kettle"]),
        ("after:today kettle", ["Kettle"]),
        ("до:01.01.2020 kettle", []),
        ('subject:"kettle"', ["Kettle"]),
        ("has:attachment", []),
        ("-has:attachment kettle", ["Kettle"]),
        ("kettle -order", []),
        ("kettle -lamp", ["Kettle"]),
        ('"my kettle"', ["Kettle"]),
        ('"kettle my"', []),
        ("inbox:nowhere kettle", []),
        ("assignee:me", []),
        ("-language:ru -language:pl", ["Kettle"]),
    ],
)
def test_words_and_operators_find_their_conversations(look, letters, query, found):
    assert look(query) == found


def test_a_reference_is_found_whole_or_by_its_beginning(look, letters):
    ref = letters["kettle"].conversation.ref
    assert look(ref) == look(ref[:5].lower()) == ["Kettle"]


def test_people_states_and_tags(cast, look, letters):
    kettle = letters["kettle"].conversation
    Tag.objects.create(name="Wrong size").conversations.add(kettle)
    assigning.assign(kettle, cast.anna, by=cast.mona)
    Conversation.objects.filter(pk=kettle.pk).update(due_at=now())
    for query in ('tag:"wrong size"', "tag:wrong", "метка:size", "is:mine", "assignee:anna",
                  "assignee:me", "is:overdue", "просрочено kettle is:overdue"[11:]):  # fmt: skip
        assert look(query) == ["Kettle"], query
    assert set(look("is:unassigned")) == {"Paczka", "Посылка"}
    assert look("is:mine", cast.mona) == []
    paczka = letters["paczka"].conversation
    Conversation.objects.filter(pk=paczka.pk).update(due_at=None)
    paczka.refresh_from_db()
    closing.resolve(paczka, by=cast.anna, because="test")
    assert look("is:resolved") == look("jest:zakończone") == ["Paczka"]
    assert set(look("is:open")) == {"Kettle", "Посылка"}
    assert len(look("is:open is:resolved")) == 3


@pytest.mark.parametrize(
    "query", ["colour:kettle", "https://kettle", "14:05", "kettle:", ":", "-", '"', "::"]
)
def test_what_is_no_operator_is_words(look, letters, query):
    look(query)


def test_what_was_not_understood_is_said(signed_in, cast, letters):
    html = signed_in(cast.anna).get("/inbox/search/", {"q": "colour:red tag:gone"}).content.decode()
    assert "“colour:” is no operator" in html
    assert "Nothing is known as “gone” here." in html


def test_another_teams_letters_are_not_found_but_notes_are(cast, look, letters):
    replying.note(letters["kettle"].conversation, "The courier lost it.", by=cast.anna)
    assert look("courier") == ["Kettle"]
    assert look("courier", cast.boris) == look("kettle", cast.boris) == []
    assert look("is:open", cast.boris) == []
    Conversation.objects.filter(pk=letters["kettle"].conversation_id).update(team=cast.returns)
    assert look("courier", cast.boris) == ["Kettle"]


def test_each_conversation_comes_once_page_by_page(signed_in, cast, letters, monkeypatch):
    monkeypatch.setattr("promisedesk.desk.inbox.finding.PAGE", 2)
    monkeypatch.setattr("promisedesk.conversations.searching.AT_ONCE", 3)
    for place in range(3):
        for key in ("kettle", "paczka", "посылка"):
            replying.note(letters[key].conversation, f"lamp {place}", by=cast.anna)
    client, seen, url = signed_in(cast.anna), [], "/inbox/search/?q=lamp"
    for _page in range(4):
        html = client.get(url).content.decode() if url else ""
        seen += subjects(html)
        link = re.search(r'hx-get="(/inbox/search/[^"]*after=[^"]*)"', html)
        url = link[1].replace("&amp;", "&") if link else ""
    assert not url
    assert seen == ["Посылка", "Paczka", "Kettle"]


def test_what_is_found_is_marked_and_strangers_words_stay_text(signed_in, cast, letters):
    letter(cast, "<b>Lamps</b>", text="x " * 60 + "<script>alert(1)</script> two lamps & more",
           message_id="<9@x>")  # fmt: skip
    html = signed_in(cast.anna).get("/inbox/search/", {"q": "lamp"}).content.decode()
    assert "two <mark>lamps</mark> &amp; more" in html
    assert "&lt;b&gt;<mark>Lamps</mark>&lt;/b&gt;" in html
    assert "<script>alert" not in html
    assert re.search(r'class="preview"[^>]*>… ', html)


def test_a_side_conversation_is_found_as_its_parent(cast, look, letters):
    parent = letters["kettle"].conversation
    side = Conversation.objects.create(
        ref="SIDE2222", inbox=cast.help, contact=cast.clara, parent=parent, subject="To the courier"
    )
    replying.note(side, "Supplier says Tuesday", by=cast.anna)
    assert look("supplier") == ["Kettle"]


def test_customers_are_found_by_name_address_and_phone(signed_in, cast, letters):
    ivan = finding.by_address("ivan@pochta.example")
    card.change(ivan, name="Иван Котов", notes="", phone="+44 7700 900118", by=cast.anna)
    client = signed_in(cast.anna)
    for query in ("Котов", "ivan@poch", "+44 7700 900118", "07700 900118"[1:], "7700900118"):
        html = client.get("/inbox/search/", {"q": query}).content.decode()
        assert "found-customer" in html, query
        assert "from:ivan%40pochta.example" in html
    html = signed_in(cast.boris).get("/inbox/search/", {"q": "Котов"}).content.decode()
    assert "found-customer" not in html


def test_a_conversation_opens_beside_what_was_found(signed_in, cast, letters):
    one = letters["kettle"].conversation.public_id
    client = signed_in(cast.anna)
    html = client.get("/inbox/search/", {"q": "kettle"}).content.decode()
    link = f"/inbox/search/{one}/?q=kettle"
    assert link in html
    assert 'value="kettle"' in client.get(link).content.decode()


@pytest.mark.parametrize("after", ["x", "-1", "9" * 40, "0_2026-01-01T00:00:00Z_1"])
def test_a_page_that_starts_nowhere_is_no_fault_of_ours(look, letters, after):
    look("kettle", after=after)
    look("is:open", after=after)


def test_an_empty_search_says_what_can_be_typed(look, letters, signed_in, cast):
    html = signed_in(cast.anna).get("/inbox/search/").content.decode()
    assert "Type words, a name" in html
    assert "is:overdue" in html


def test_a_search_takes_few_queries(signed_in, cast, letters, django_assert_max_num_queries):
    client = signed_in(cast.anna)
    client.get("/inbox/search/?q=kettle")
    with django_assert_max_num_queries(12):
        client.get("/inbox/search/?q=kettle")
