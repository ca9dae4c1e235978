import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from promisedesk.conversations import assigning
from promisedesk.conversations.models import Conversation
from promisedesk.desk.clock import Clock
from promisedesk.desk.tests.letters import letter
from promisedesk.desk.today.axis import Axis, axis_of
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.promises.models import Promise

TUESDAY = datetime(2025, 11, 18, 14, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = 24 * HOUR
CLOCK = Clock("Europe/London", "en", TUESDAY)
SHOP = WorkCalendar.from_json(
    {"time_zone": "Europe/London", "hours": {day: [["09:00", "18:00"]] for day in ("mon", "tue")}}
)


@pytest.fixture(autouse=True)
def _on_a_tuesday():
    with time_machine.travel(TUESDAY, tick=False):
        yield


def page(client, **query) -> str:
    answer = client.get("/today/", query)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def due(cast, name: str, at: datetime, *, agent=None, **fields) -> Promise:
    """A promise to somebody called `name`, due then."""
    conversation = letter(cast, name, name=name, address=f"{len(name)}@x.example").conversation
    Promise.objects.filter(conversation=conversation).delete()
    if agent:
        assigning.assign(conversation, agent, by=cast.mona)
    owed = at if fields.get("settled_at") is None else None
    Conversation.objects.filter(pk=conversation.pk).update(due_at=owed, due_since=at - DAY)
    return Promise.objects.create(
        conversation=conversation,
        contact=conversation.contact,
        made_at=at - DAY,
        due_at=at,
        target="1 working day",
        time_zone="Europe/London",
        **fields,
    )


def test_the_front_door_leads_to_today(signed_in, cast):
    assert signed_in(cast.anna).get("/")["Location"] == "/today/"


def test_strangers_are_sent_to_sign_in(client, cast):
    assert client.get("/today/").status_code == 302


def test_a_day_without_promises_says_so(signed_in, cast):
    html = page(signed_in(cast.anna))
    assert "Tuesday 18 November" in html
    assert "Nothing is due today" in html
    assert "No promise has come due yet" in html


def test_the_head_says_how_many_are_late_and_how_many_are_left(signed_in, cast):
    due(cast, "Sarah", TUESDAY - 3 * HOUR, agent=cast.anna)
    due(cast, "Old Piotr", TUESDAY - 30 * HOUR)
    due(cast, "Hannah D", TUESDAY + HOUR, agent=cast.anna)
    html = page(signed_in(cast.anna))
    assert "2 promises are late." in html
    assert "1 more is due today, we close at 18:00." in html
    assert "2 left, <span" in html


def test_when_nothing_is_left_it_says_when_the_next_one_is(signed_in, cast):
    due(cast, "Grace", TUESDAY + 20 * HOUR)
    assert "The next one is tomorrow, 10:05." in page(signed_in(cast.anna))


def test_a_lane_for_each_who_has_some_ones_own_first_nobodys_last(signed_in, cast):
    due(cast, "of mona", TUESDAY + HOUR, agent=cast.mona)
    due(cast, "of nobody", TUESDAY + HOUR)
    due(cast, "of anna!", TUESDAY + HOUR, agent=cast.anna)
    html = page(signed_in(cast.mona))
    lanes = re.findall(r'class="truncate" title="([^"]*)"', html)
    assert lanes == ["Mona Berg", "Anna Kowalska", "Unassigned"]
    only_me = page(signed_in(cast.mona), who="me")
    assert re.findall(r'class="truncate" title="([^"]*)"', only_me) == ["Mona Berg"]


def test_another_teams_promises_are_not_here(signed_in, cast):
    due(cast, "Sarah", TUESDAY + HOUR)
    assert "Sarah" in page(signed_in(cast.anna))
    assert "Sarah" not in page(signed_in(cast.boris))


def test_the_next_one_is_ones_own_latest_then_what_nobody_has(signed_in, cast):
    due(cast, "nobody's", TUESDAY - HOUR)
    mine = due(cast, "mine", TUESDAY + HOUR, agent=cast.anna)
    html = page(signed_in(cast.anna))
    link = re.search(r'btn-primary" href="([^"]*)"', html)[1]
    assert link == f"/inbox/mine/{mine.conversation.public_id}/"


def test_kept_and_missed_are_counted_on_the_day_they_were_due(signed_in, cast):
    kept = {"state": "kept", "settled_at": TUESDAY - 5 * HOUR}
    due(cast, "a", TUESDAY - 4 * HOUR, **kept)
    due(cast, "bb", TUESDAY - 4 * HOUR, state="broken", settled_at=TUESDAY - HOUR)
    due(cast, "ccc", TUESDAY - 28 * HOUR, **kept)
    html = page(signed_in(cast.anna))
    assert "50% <small>today" in html
    assert "66% <small>in seven days" in html
    assert "1 kept" in html
    assert "1 answered late" in html


def test_a_full_day_takes_as_many_queries_as_an_empty_one(
    signed_in, cast, django_assert_num_queries, django_assert_max_num_queries
):
    client = signed_in(cast.anna)
    due(cast, "Sarah", TUESDAY + HOUR, agent=cast.anna)
    page(client)
    with django_assert_max_num_queries(10) as seen:
        page(client)
    for number in range(2, 12):
        due(cast, "x" * number, TUESDAY + HOUR, agent=cast.anna)
    with django_assert_num_queries(len(seen)):
        page(client)


def test_what_was_promised_in_words_stands_in_the_lane_of_who_gave_their_word(signed_in, cast):
    said = {"kind": "commitment", "deed": "call", "says": "I will call before four"}
    due(cast, "Sarah", TUESDAY + HOUR, agent=cast.anna, **said)
    Promise.objects.update(agent=cast.mona)
    html = page(signed_in(cast.ada))
    assert re.findall(r'class="truncate" title="([^"]*)"', html) == ["Mona Berg"]
    assert 'title="Sarah: I will call before four"' in html
    assert "#i-phone" in html
    assert "Call: “I will call before four” · Mona Berg" in html
    assert "Mona Berg" in page(signed_in(cast.mona), who="me")


def test_what_one_promised_in_words_stands_once_beneath_the_timeline(signed_in, cast):
    said = {"kind": "commitment", "deed": "call", "says": "I will call before four"}
    due(cast, "Sarah", TUESDAY + HOUR, agent=cast.anna, **said)
    Promise.objects.update(agent=cast.anna)
    for who in (cast.anna, cast.ada):
        assert page(signed_in(who)).count("Call: “I will call before four”") == 1


def test_what_is_late_says_what_to_do_and_offers_a_new_time(signed_in, cast):
    old = due(cast, "Old", TUESDAY - 3 * DAY, agent=cast.anna)
    call = due(
        cast, "Today", TUESDAY - HOUR, agent=cast.anna, kind="callback", deed="call", says=""
    )
    html = page(signed_in(cast.anna))
    for promise in (old, call):
        assert f"/promises/{promise.public_id}/renewal/" in html
    assert ">Call</a>" in html
    assert ">Answer</a>" in html


def test_a_promise_that_was_renewed_is_not_owed_beside_the_new_one(signed_in, cast):
    old = due(cast, "Sarah", TUESDAY - HOUR, agent=cast.anna, state="broken")
    Promise.objects.update(renewed_at=TUESDAY)
    Promise.objects.create(
        conversation=old.conversation,
        contact=old.contact,
        made_at=TUESDAY,
        due_at=TUESDAY + HOUR,
        renews=old,
        target="by hand",
        time_zone="Europe/London",
    )
    Conversation.objects.filter(pk=old.conversation_id).update(due_at=TUESDAY + HOUR)
    html = page(signed_in(cast.anna))
    assert "1 more is due today" in html
    assert "is late" not in html


def test_the_ruler_goes_from_opening_to_closing_and_further_if_needed():
    axis = axis_of(SHOP, CLOCK, [])
    assert (axis.labels(CLOCK)[0], axis.last_label(CLOCK), axis.hours) == ("9:00", "18:00", 9)
    late_evening = TUESDAY.replace(hour=20, minute=30)
    assert axis_of(SHOP, CLOCK, [late_evening]).last_label(CLOCK) == "21:00"
    yesterday = TUESDAY - timedelta(days=1)
    assert axis_of(SHOP, CLOCK, [yesterday]).hours == 9


def test_the_end_of_the_ruler_has_room_for_one_label():
    day = Axis(TUESDAY.replace(hour=0, minute=0), 23)
    assert day.labels(CLOCK)[20:] == ["20:00", "", ""]
    at_closing = Clock("UTC", "en", now=TUESDAY.replace(hour=17, minute=40))
    assert axis_of(SHOP, at_closing, []).last_label(at_closing) == ""


def test_a_blocks_right_edge_is_its_deadline_and_a_late_one_reaches_to_now():
    axis = Axis(TUESDAY.replace(hour=9, minute=0), 9)
    assert axis.block(TUESDAY.replace(hour=16, minute=0)) == (68, 85)
    assert axis.block(TUESDAY.replace(hour=11, minute=0), until=TUESDAY) == (25, 62)
    start, end = axis.block(TUESDAY - timedelta(days=2), until=TUESDAY)
    assert (start, end) == (1, 62)
    assert axis.mark(TUESDAY.replace(hour=18, minute=0)) == (107, 109)
    assert axis.share(TUESDAY) == "56.5%"


def test_conversations_of_strangers_without_names_go_by_address(signed_in, cast):
    due(cast, "x", TUESDAY + HOUR)
    contact = Conversation.objects.get(subject="x").contact
    contact.name = ""
    contact.save()
    assert "1@x.example" in page(signed_in(cast.anna))


def test_the_length_of_the_red_tells_how_late_it_is(signed_in, cast):
    due(cast, "Just late", TUESDAY - timedelta(minutes=5), agent=cast.anna)
    due(cast, "An hour late", TUESDAY - timedelta(minutes=40), agent=cast.anna)
    due(cast, "Since noon late", TUESDAY - 2 * HOUR, agent=cast.anna)
    html = page(signed_in(cast.anna))
    found = dict(
        re.findall(r'title="([^":]+): [^"]+ late" data-late="part" style="[^"]*--late:(\d+)%', html)
    )
    assert set(found) == {"Just late", "An hour late"}
    assert int(found["Just late"]) < int(found["An hour late"])
