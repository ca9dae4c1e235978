"""The page of a conversation: what it says, its news, its card, what it costs."""

import re

import pytest

from promisedesk.conversations import deliveries, replying
from promisedesk.conversations.models import Delivery
from promisedesk.desk.tests.conversation_page import read, url
from promisedesk.desk.tests.letters import many
from promisedesk.lib import phrases
from promisedesk.promises.models import Promise

HTMX = {"hx-request": "true"}


def test_the_page_says_who_was_promised_what_and_shows_the_letter(anna, asked):
    Promise.objects.update(told_at=asked.created_at)
    html = read(anna, asked)
    assert re.search(r"<b>Clara Holm</b> was promised an answer <b[^>]*>by ", html)
    assert "<p dir=auto>where is it?</p>" in html
    assert "Promised an answer by" in html
    assert 'id="list"' in html


def test_another_team_finds_nothing(signed_in, cast, asked):
    boris = signed_in(cast.boris)
    assert boris.get(url(asked)).status_code == 404
    for rest in ("reply/", "note/", "draft/", "read/", "assignee/", "resolution/", "spam/"):
        assert boris.post(url(asked, rest), {"text": "Hello"}).status_code == 404, rest
    assert boris.get(url(asked, "news/")).status_code == 404
    assert boris.get(f"/conversations/{asked.public_id}/").status_code == 404
    assert asked.messages.filter(agent=cast.boris).count() == 0


def test_htmx_gets_the_panes_and_a_title_but_not_the_list(anna, asked):
    html = read(anna, asked, headers=HTMX)
    assert "<title>Where is my throw? · Promisedesk</title>" in html
    assert 'id="conversation"' in html
    assert 'id="list"' not in html


def test_reading_changes_nothing_until_the_page_says_it_was_opened(anna, asked):
    read(anna, asked)
    asked.refresh_from_db()
    assert asked.is_unread
    assert anna.get(url(asked, "read/")).status_code == 405
    anna.post(url(asked, "read/"))
    asked.refresh_from_db()
    assert not asked.is_unread


def test_a_letter_that_left_is_shown_on_the_open_page_without_touching_the_composer(
    anna, cast, asked
):
    replying.reply(asked, "Here it is.", by=cast.anna)
    html = anna.get(url(asked)).content.decode()
    asks = re.search(r'hx-get="([^"]*/news/[^"]*)"', html)[1].replace("&amp;", "&")
    assert anna.get(asks).status_code == 204
    for one in Delivery.objects.filter(message__conversation=asked):
        deliveries.sent(one)
    answer = anna.get(asks)
    html = answer.content.decode()
    assert answer["HX-Reswap"] == "none"
    assert "Handed over" in html
    assert 'id="promised" hx-swap-oob="true"' in html
    assert "textarea" not in html
    again = re.search(r'hx-get="([^"]*/news/[^"]*)"', html)[1].replace("&amp;", "&")
    assert again != asks
    assert anna.get(again).status_code == 204


def test_the_promise_bar_says_when_the_customer_does_not_know_yet(anna, asked):
    assert "the customer has not been told yet" in anna.get(url(asked)).content.decode()
    deliveries.sent(Delivery.objects.get(message__conversation=asked))
    html = anna.get(url(asked)).content.decode()
    assert "was promised an answer" in html
    assert "has not been told" not in html


def test_times_in_events_stay_true_on_other_days(anna, asked):
    html = read(anna, asked)
    due = Promise.objects.get(conversation=asked).due_at
    said = phrases.short_time(due, "UTC", "en")
    assert f"Promised an answer by {said} · <time" in html


def test_news_are_counted_without_ones_own(anna, cast, asked):
    last = asked.messages.order_by("-pk").first().pk
    assert anna.get(url(asked, f"news/?after={last}")).status_code == 204
    replying.note(asked, "mine", by=cast.anna)
    assert anna.get(url(asked, f"news/?after={last}")).status_code == 204
    replying.note(asked, "hers", by=cast.mona)
    assert "1 new message" in anna.get(url(asked, f"news/?after={last}")).content.decode()


def test_the_acknowledgement_is_shown_as_automatic(anna, asked):
    html = read(anna, asked)
    assert "Automatic mail" in html
    assert "data-automatic" in html


def test_earlier_messages_are_a_click_away(anna, cast, asked, monkeypatch):
    monkeypatch.setattr("promisedesk.desk.conversation.timeline.NEWEST", 2)
    for number in range(4):
        replying.note(asked, f"note {number}", by=cast.mona)
    html = read(anna, asked)
    assert "note 3" in html
    assert "note 1" not in html
    assert "note 1" in anna.get(url(asked, "?all")).content.decode()


def test_the_longest_conversation_is_read_in_pages(anna, cast, asked, monkeypatch):
    monkeypatch.setattr("promisedesk.desk.conversation.timeline.NEWEST", 2)
    monkeypatch.setattr("promisedesk.desk.conversation.timeline.MOST", 3)
    for number in range(8):
        replying.note(asked, f"note {number}.", by=cast.mona)

    def shown(query):
        html = anna.get(url(asked, query)).content.decode()
        earlier = re.search(r'href="[^"]*(\?(?:all|before=\d+))"', html)
        return re.findall(r"note \d", html), earlier and earlier[1], html

    pages, query = [], ""
    while query is not None:
        notes, query, html = shown(query)
        pages.append(notes)
    assert pages[0] == ["note 6", "note 7"]
    assert pages[1:4] == [
        ["note 5", "note 6", "note 7"], ["note 2", "note 3", "note 4"], ["note 0", "note 1"],
    ]  # fmt: skip
    assert "Show the newest messages" in html
    newest = asked.messages.order_by("-pk").first()
    assert f"news/?after={newest.pk}" in html  # nothing of this page's future is new


@pytest.mark.parametrize("after", ["²", "9" * 5000, "9" * 30, "-1", "x", "٣"])
def test_news_after_nonsense_are_no_fault_of_ours(anna, cast, asked, after):
    assert anna.get(url(asked, "news/"), {"after": after}).status_code in (200, 204)
    assert anna.get(url(asked), {"before": after}).status_code == 200


def test_how_we_kept_our_word_to_this_customer(anna, cast, asked):
    Promise.objects.create(
        conversation=cast.parcel,
        contact=cast.clara,
        kind="commitment",
        made_at="2020-01-01T00:00Z",
        due_at="2020-01-02T00:00Z",
        settled_at="2020-01-01T12:00Z",
        state="kept",
        target="1 day",
        time_zone="UTC",
    )
    assert "<b>1</b> of 1" in read(anna, asked)
    assert "Where is my parcel?" in read(anna, asked)


def test_the_form_of_the_card_comes_when_it_is_opened(anna, asked):
    assert "Save the card" not in read(anna, asked)
    form = anna.get(url(asked, "contact/"), headers={"HX-Request": "true"})
    assert form.content.decode().startswith("<form")
    assert "Save the card" in form.content.decode()
    page = anna.get(url(asked, "contact/"))  # where no script runs
    assert page.status_code == 200
    assert "Save the card" in page.content.decode()


def test_the_card_is_edited_in_place_and_a_bad_phone_keeps_what_was_typed(anna, cast, asked):
    card = {"name": "Clara H.", "notes": "Prefers DPD", "phone": "soon"}
    answer = anna.post(url(asked, "contact/"), card)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "is no phone number" in html
    assert "Prefers DPD" in html
    anna.post(url(asked, "contact/"), card | {"phone": "+447700900118"})
    assert "+447700900118" in read(anna, asked)


def test_a_suggested_number_is_one_click_from_the_card(anna, signed_in, cast, asked):
    identity = asked.contact.identities.create(
        kind="phone", value="+447700900118", is_suggested=True
    )
    assert "Add to the card" in read(anna, asked)
    address = url(asked, f"contact/phones/{identity.pk}/")
    assert signed_in(cast.boris).post(address, {"keep": "1"}).status_code == 404
    anna.post(address, {"keep": "1"})
    identity.refresh_from_db()
    assert not identity.is_suggested


def test_an_address_a_letter_gave_is_one_click_from_the_card(anna, asked):
    identity = asked.contact.identities.create(
        kind="offered", value="clara@work.example", is_suggested=True
    )
    assert "A letter gave the address" in read(anna, asked)
    anna.post(url(asked, f"contact/phones/{identity.pk}/"), {"keep": "1"})
    assert asked.contact.identities.filter(kind="email", value="clara@work.example").exists()
    assert "A letter gave the address" not in read(anna, asked)


def test_a_link_from_elsewhere_finds_its_view(anna, asked):
    assert anna.get(f"/conversations/{asked.public_id}/")["Location"] == url(asked)


def test_opening_costs_as_many_queries_in_a_big_desk(
    anna, cast, asked, django_assert_num_queries, django_assert_max_num_queries
):
    many(cast, 60)
    read(anna, asked)
    with django_assert_max_num_queries(18) as seen:
        read(anna, asked)
    for number in range(12):
        replying.note(asked, f"note {number}", by=cast.mona)
    with django_assert_num_queries(len(seen)):
        read(anna, asked)
