"""Merging, linking, asking suppliers and passing on, from the page of a conversation."""

import re

import pytest

from promisedesk.conversations import replying, siding
from promisedesk.conversations.models import Conversation, Link, Merge
from promisedesk.desk.tests.conversation_page import url
from promisedesk.desk.tests.letters import letter

COURIER = "claims@courier.example"


@pytest.fixture
def tea(cast) -> Conversation:
    return letter(cast, "Tea", text="Where is my tea?").conversation


@pytest.fixture
def kettle(cast) -> Conversation:
    return letter(cast, "Kettle", text="And the kettle?").conversation


def read(client, path) -> str:
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


class TestMerging:
    def test_chosen_looked_at_done_and_taken_apart(self, anna, tea, kettle):
        assert kettle.ref in read(anna, url(tea, "merge/"))
        preview = read(anna, url(tea, f"merge/?with={kettle.public_id}"))
        assert "one answer keeps both" in preview
        done = anna.post(url(tea, "merge/"), {"with": kettle.public_id})
        row = Merge.objects.get()
        assert done["Location"] == url(kettle) + f"?merged={row.public_id}"
        html = read(anna, done["Location"])
        assert "Where is my tea?" in html
        assert "merged conversation" in html
        assert html.count(f'{url(kettle)}merges/{row.public_id}/"') == 3  # toast, line, panel
        back = anna.post(url(kettle, f"merges/{row.public_id}/"), follow=True)
        assert "They are two conversations again." in back.content.decode()
        assert back.redirect_chain[-1][0] == url(tea)

    def test_every_way_to_the_shell_leads_to_the_other(self, anna, tea, kettle):
        anna.post(url(tea, "merge/"), {"with": kettle.public_id})
        for path in (url(tea), f"/conversations/{tea.public_id}/"):
            assert anna.get(path, follow=True).redirect_chain[-1][0] == url(kettle)
        anna.post(url(tea, "note/"), {"text": "Written on the old page"})
        assert kettle.messages.filter(direction="note").exists()
        assert not tea.messages.exists()

    def test_another_customer_needs_a_choice(self, anna, cast, tea):
        other = letter(cast, "Colin", address="colin@c.example").conversation
        assert "different customers" in read(anna, url(tea, f"merge/?with={other.public_id}"))
        anna.post(url(tea, "merge/"), {"with": other.public_id})
        assert not Merge.objects.exists()
        anna.post(url(tea, "merge/"), {"with": other.public_id, "customer": "takes_part"})
        assert other.participants.get().address == "clara@customer.example"

    @pytest.mark.parametrize("asked", ["{ref}", "[#{ref}]", "colin@c.example", "saffron"])
    def test_found_by_reference_address_and_words(self, anna, cast, tea, asked):
        other = letter(
            cast, "Spice", text="Have you saffron?", address="colin@c.example"
        ).conversation
        html = read(anna, url(tea, f"merge/?q={asked.format(ref=other.ref).replace('#', '%23')}"))
        assert f"?with={other.public_id}" in html

    def test_another_team_can_do_none_of_it(self, signed_in, cast, tea, kettle):
        boris = signed_in(cast.boris)
        for rest in ("merge/", "links/", "sides/", "forward/", "other-customer/"):
            assert boris.get(url(tea, rest)).status_code == 404
            assert boris.post(url(tea, rest), {"with": kettle.public_id}).status_code == 404
        assert not Merge.objects.exists()


def test_linked_both_ways_and_the_link_taken_away(anna, tea, kettle):
    anna.post(url(tea, "links/"), {"with": kettle.public_id})
    assert Link.objects.count() == 1
    for one, other in ((tea, kettle), (kettle, tea)):
        assert url(one, f"links/{other.public_id}/") in read(anna, url(one))
    anna.post(url(kettle, f"links/{tea.public_id}/"))
    assert not Link.objects.exists()


def test_the_customer_is_changed_and_the_old_one_kept_informed(anna, tea):
    assert anna.get(url(tea, "other-customer/")).status_code == 200
    anna.post(url(tea, "other-customer/"), {"address": "Dora@d.example", "keep": "1"})
    tea.refresh_from_db()
    assert tea.contact.shown_name == "dora@d.example"
    assert tea.participants.get().address == "clara@customer.example"
    assert replying.answer_address(tea) == "dora@d.example"
    assert "made dora@d.example the customer" in read(anna, url(tea))


class TestBeside:
    def test_asked_answered_and_answered_again_in_the_same_place(self, anna, cast, tea):
        sent = anna.post(
            url(tea, "sides/"), {"to": COURIER, "subject": "Parcel 17", "text": "Where is it?"}
        )
        side = tea.sides.get()
        assert sent["Location"] == url(tea) + f"#side-{side.public_id}"
        cast.hears("Lost in Hull", address=COURIER, reply_token=side.reply_token)
        html = read(anna, url(tea))
        assert "Lost in Hull" in html
        assert "the customer sees nothing of this" in html
        answer = anna.post(url(side, "reply/"), {"text": "Find it."}, follow=True)
        assert answer.redirect_chain[-1][0].startswith(url(tea))
        assert side.messages.filter(text="Find it.").exists()
        assert not tea.messages.filter(text="Find it.").exists()
        anna.post(url(side, "resolution/"))
        side.refresh_from_db()
        assert side.state == "resolved"

    def test_a_talk_stands_open_only_until_its_answer_was_seen(self, anna, cast, tea):
        side = siding.start(tea, COURIER, "Parcel 17", "Where is it?", by=cast.anna)
        there = f'id="side-{side.public_id}"'
        assert f"{there}>" in read(anna, url(tea))
        cast.hears("Lost in Hull", address=COURIER, reply_token=side.reply_token)
        html = read(anna, url(tea))
        assert f"{there} open>" in html
        assert f"Send to {side.contact.shown_name}" in html
        anna.post(url(tea, "read/"))
        html = read(anna, url(tea))
        assert f"{there}>" in html
        assert "Answered" in html

    def test_its_answer_is_among_what_a_page_is_told(self, anna, cast, tea):
        side = siding.start(tea, COURIER, "Parcel 17", "Where is it?", by=cast.anna)
        last = tea.messages.order_by("-pk").values_list("pk", flat=True)[0]
        cast.hears("Lost in Hull", address=COURIER, reply_token=side.reply_token)
        html = read(anna, url(tea, f"live/?after={last}&since=0&seen="))
        assert f'id="side-{side.public_id}"' in html
        assert "Lost in Hull" in html

    def test_what_is_wrong_is_said_and_what_was_typed_stays(self, anna, tea):
        answer = anna.post(
            url(tea, "sides/"),
            {"to": "clara@customer.example", "subject": "P", "text": "My words"},
        )
        assert answer.status_code == 422
        assert "My words" in answer.content.decode()
        assert not tea.sides.exists()

    def test_messages_are_passed_on_with_their_words(self, anna, tea):
        message = tea.messages.filter(direction="in").get()
        assert "Where is my tea?" in read(anna, url(tea, "forward/"))
        anna.post(
            url(tea, "forward/"), {"to": COURIER, "text": "Look", "message": message.public_id}
        )
        assert "Where is my tea?" in tea.sides.get().messages.get().text

    def test_what_the_customer_said_last_is_ticked_at_first(self, anna, cast, tea):
        theirs = tea.messages.get(direction="in")
        replying.reply(tea, "It left.", by=cast.anna)
        html = read(anna, url(tea, "forward/"))
        assert html.count('name="message"') == 3  # the acknowledgement too
        ticked = re.findall(r'name="message" value="([^"]+)" checked', html)
        assert ticked == [theirs.public_id]

    def test_it_is_in_no_list_and_no_search(self, anna, cast, tea):
        side = siding.start(tea, COURIER, "Parcel 17", "Zanzibar?", by=cast.anna)
        for path in ("/inbox/all/", "/inbox/mine/", "/inbox/waiting/"):
            assert side.public_id not in read(anna, path)


def test_the_page_stays_as_cheap_without_any_of_it(anna, cast, tea, django_assert_max_num_queries):
    anna.get(url(tea))
    with django_assert_max_num_queries(25):
        anna.get(url(tea))
