import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils.timezone import now

from promisedesk.conversations import assigning, closing, replying
from promisedesk.conversations.models import Conversation, Delivery
from promisedesk.desk.inbox.pages import Place
from promisedesk.desk.inbox.selections import SELECTIONS
from promisedesk.desk.tests.letters import letter, many
from promisedesk.promises import policies

TUESDAY = datetime(2025, 11, 18, 14, 5, tzinfo=UTC)
EVENINGS = {day: [["17:00", "22:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}


@pytest.fixture(autouse=True)
def _on_a_tuesday():
    with time_machine.travel(TUESDAY, tick=False):
        yield


def page(client, view="all", **query) -> str:
    answer = client.get(f"/inbox/{view}/", query)
    assert answer.status_code == 200
    return answer.content.decode()


def subjects(html: str) -> list[str]:
    return re.findall(r'class="subject"[^>]*>([^<]*)<', html)


def headings(html: str) -> list[str]:
    return re.findall(r'class="due-head"[^>]*>([^<]*?) ?<', html)


def test_strangers_are_sent_to_the_door(client, cast):
    answer = client.get("/inbox/all/")
    assert answer.status_code == 302
    assert "/inbox/all/" in answer["Location"]


def test_the_inbox_opens_with_everything_open(signed_in, cast):
    assert signed_in(cast.anna).get("/inbox/")["Location"] == "/inbox/all/"


def test_another_teams_conversations_are_not_listed(signed_in, cast):
    letter(cast, "Where is my throw?")
    assert "Where is my throw?" in page(signed_in(cast.anna))
    assert "Where is my throw?" not in page(signed_in(cast.boris))
    assert "Where is my throw?" in page(signed_in(cast.mona))


def test_the_nearest_promise_comes_first_and_headings_are_times(signed_in, cast):
    Conversation.objects.all().delete()
    letter(cast, "late", at=TUESDAY - timedelta(days=2), message_id="<1@x>")
    letter(cast, "tomorrow", at=TUESDAY - timedelta(hours=3), message_id="<2@x>")
    letter(cast, "within the hour", at=TUESDAY - timedelta(hours=23, minutes=30))
    letter(cast, "later today", at=TUESDAY - timedelta(hours=21))
    html = page(signed_in(cast.anna))
    assert subjects(html) == ["late", "within the hour", "later today", "tomorrow"]
    assert headings(html) == ["Overdue", "Due within the hour", "Later today", "Tomorrow"]
    assert "3 h left" in html


def test_on_a_sunday_nothing_of_monday_is_due_within_the_hour(signed_in, cast):
    Conversation.objects.all().delete()
    sunday = datetime(2025, 11, 23, 12, 0, tzinfo=UTC)
    by_hand = {"today": timedelta(hours=3), "monday": timedelta(hours=21, minutes=14)}
    for subject, left in by_hand.items():
        one = letter(cast, subject, message_id=f"<{subject}@x>").conversation
        Conversation.objects.filter(pk=one.pk).update(due_at=sunday + left, sort_at=sunday + left)
    with time_machine.travel(sunday, tick=False):
        client = signed_in(cast.anna)
        html = page(client)
        assert subjects(html) == ["today", "monday"]
        assert headings(html) == ["Later today", "Tomorrow"]
        assert subjects(page(client, "due-soon")) == []
        assert re.search(r'Due soon<span class="n"></span>', html)


def test_headings_are_true_and_rows_in_order_when_inboxes_keep_other_hours(signed_in, cast):
    Conversation.objects.all().delete()
    calendar = policies.add_calendar("Evenings", {"time_zone": "UTC", "hours": EVENINGS})
    policies.set_policy(cast.help, calendar=calendar)
    Conversation.objects.all().delete()
    for subject, minutes in (("closing", 200), ("later", 70), ("first", 30)):
        one = letter(cast, subject, message_id=f"<{subject}@x>").conversation
        due = TUESDAY + timedelta(minutes=minutes)
        Conversation.objects.filter(pk=one.pk).update(due_at=due, sort_at=due)
    html = page(signed_in(cast.anna))
    assert subjects(html) == ["first", "later", "closing"]
    assert headings(html) == ["Due within the hour", "Later today"]


def test_what_nothing_was_promised_for_comes_after_what_is_due(signed_in, cast):
    Conversation.objects.all().delete()
    bounce = letter(cast, "Undelivered", message_id="<1@x>").conversation
    letter(cast, "due", message_id="<2@x>")
    Conversation.objects.filter(pk=bounce.pk).update(
        due_at=None, sort_at=TUESDAY - timedelta(days=9)
    )
    for view in ("all", "unassigned"):
        html = page(signed_in(cast.anna), view)
        assert subjects(html) == ["due", "Undelivered"]
        assert headings(html)[-1] == "Nothing promised"


def test_waiting_conversations_follow_the_open_ones(signed_in, cast):
    Conversation.objects.all().delete()
    answered = letter(cast, "answered").conversation
    letter(cast, "open")
    replying.reply(answered, "Here it is.", by=cast.anna)
    Delivery.objects.all().update(state="sent")
    Conversation.objects.filter(pk=answered.pk).update(due_at=None, sort_at=now())
    html = page(signed_in(cast.anna))
    assert subjects(html) == ["open", "answered"]
    assert "Us: Here it is." in html
    assert headings(html)[-1] == "Waiting on customer"


def test_each_view_holds_what_it_says_and_its_count_agrees(signed_in, cast):
    Conversation.objects.all().delete()
    mine = letter(cast, "mine").conversation
    assigning.assign(mine, cast.anna, by=cast.mona)
    letter(cast, "late", at=TUESDAY - timedelta(days=3))
    letter(cast, "soon", at=TUESDAY - timedelta(hours=23, minutes=30))
    done = letter(cast, "done").conversation
    Conversation.objects.filter(pk=done.pk).update(due_at=None, answer_due_at=None)
    done.refresh_from_db()
    closing.resolve(done, by=cast.anna)
    closing.mark_spam(letter(cast, "spam").conversation, by=cast.anna)
    client = signed_in(cast.anna)
    shown = {slug: set(subjects(page(client, slug))) for slug in SELECTIONS}
    assert shown == {
        "mine": {"mine"},
        "unassigned": {"late", "soon"},
        "overdue": {"late"},
        "due-soon": {"soon"},
        "waiting": set(),
        "all": {"late", "soon", "mine"},
        "mentions": set(),
        "snoozed": set(),
        "resolved": {"done"},
        "spam": {"spam"},
    }
    counted = re.findall(r'</svg>([A-Z][\w ]+)<span class="n">([\d+]*)<', page(client))
    assert dict(counted) == {
        "Mine": "1", "Unassigned": "2", "Overdue": "1", "Due soon": "1",
        "Waiting on customer": "0", "All open": "3", "Mentions": "", "Snoozed": "",
        "Resolved": "", "Spam": "",
    }  # fmt: skip


def test_an_answer_that_was_not_handed_over_is_still_owed(signed_in, cast):
    question = letter(cast, "late", at=TUESDAY - timedelta(days=3)).conversation
    replying.reply(question, "Sorry!", by=cast.anna)
    assert "late" in subjects(page(signed_in(cast.anna), "overdue"))


def test_fifty_at_a_time_and_the_next_page_goes_on_where_this_one_ended(signed_in, cast):
    Conversation.objects.all().delete()
    many(cast, 120)
    client = signed_in(cast.anna)
    html, seen = page(client), []
    for expected in (50, 50, 20):
        assert len(subjects(html)) == expected
        seen += subjects(html)
        link = re.search(r'hx-get="[^"]*after=([^"]*)"', html)
        html = page(client, after=link[1]) if link else ""
    assert seen == [f"Question {number}" for number in range(120)]
    assert not html


def test_a_place_that_makes_no_sense_is_the_beginning():
    assert Place.parse("x_y") == Place.parse("") == Place()
    place = Place(1, TUESDAY, 7)
    assert Place.parse(str(place)) == place


@pytest.mark.parametrize("agent", ["anna", "mona"])
def test_a_long_list_takes_as_many_queries_as_a_short_one(
    signed_in, cast, agent, django_assert_num_queries, django_assert_max_num_queries
):
    client = signed_in(getattr(cast, agent))
    many(cast, 60)
    page(client)
    with django_assert_max_num_queries(9) as seen:
        page(client)
    Conversation.objects.all().delete()
    many(cast, 600)
    with django_assert_num_queries(len(seen)):
        page(client)


def test_counting_stops_at_a_thousand(signed_in, cast, monkeypatch):
    monkeypatch.setattr("promisedesk.desk.inbox.counting.MOST_COUNTED", 20)
    many(cast, 30)
    assert '<span class="n">19+</span>' in page(signed_in(cast.mona))


def test_htmx_gets_the_rows_alone(signed_in, cast):
    letter(cast, "Where is my throw?")
    client = signed_in(cast.anna)
    part = client.get("/inbox/all/", headers={"hx-request": "true"}).content.decode()
    assert "Where is my throw?" in part
    assert "<html" not in part


def test_what_strangers_write_is_text(signed_in, cast):
    letter(cast, "<script>alert(1)</script>", name='"><img src=x onerror=alert(2)>', text="<b>hi")
    html = page(signed_in(cast.anna))
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "&lt;b&gt;hi" in html


def test_nobody_without_a_name_is_listed_by_address_or_as_unknown(signed_in, cast):
    letter(cast, "one", address="someone@else.example", name="")
    letter(cast, "two", address="", name="")
    html = page(signed_in(cast.anna))
    assert "someone@else.example" in html
    assert "Unknown sender" in html


def test_other_languages_are_tagged(signed_in, cast):
    letter(cast, "Gdzie jest paczka?", language="pl")
    assert '<span class="lang">PL</span>' in page(signed_in(cast.anna))


def test_empty_views_say_what_is_true(signed_in, cast):
    assert "No promise is late." in page(signed_in(cast.boris), "overdue")


def test_a_view_nobody_made_is_not_found(signed_in, cast):
    assert signed_in(cast.anna).get("/inbox/secret/").status_code == 404


@pytest.mark.parametrize(
    "after",
    [
        "0_0001-01-01T00:00:00+23:59_5",
        "0_9999-12-31T23:59:59-23:59_5",
        "0_2026-01-01_5",
        "0_2026-01-01T00:00:00Z_" + "9" * 30,
        "9" * 5000 + "_2026-01-01T00:00:00Z_1",
        "0_2026-01-01T00:00:00Z_²",
    ],
)
def test_a_page_that_starts_nowhere_is_no_fault_of_ours(signed_in, cast, after):
    assert signed_in(cast.anna).get("/inbox/all/", {"after": after}).status_code == 200


def test_our_answer_is_shown_without_the_marks_of_its_writing(signed_in, cast):
    mine = letter(cast, "Tea").conversation
    replying.reply(mine, "It left **on Monday**, see [here](https://a.example/).", by=cast.anna)
    assert "Us: It left on Monday, see here." in page(signed_in(cast.anna), "waiting")
