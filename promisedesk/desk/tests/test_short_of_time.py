"""When the present pace keeps no targets: what Today says, and new times for many at once."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils.html import escape

from promisedesk.conversations import deliveries, inboxes, replying
from promisedesk.conversations.models import Conversation, Message
from promisedesk.promises import forecasting, handling
from promisedesk.promises.models import Pace, Promise, PromiseManners

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DUE = MONDAY_NOON + timedelta(days=1)
SLOW = {"rates": [[1.0] * 24] * 7, "by_day": 1.0, "by_week": 0.0, "lately": 1.0, "answers": 99}


@pytest.fixture(autouse=True)
def clock(db):
    with time_machine.travel(MONDAY_NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def backlog(cast):
    """Twelve questions, which one answer an hour does not do in a day."""
    for number in range(12):
        asked = cast.hears(text=f"Question {number}", address=f"someone{number}@customer.example")
        deliveries.sent(Promise.objects.get(asked_by=asked).told_by.delivery)
    Pace.objects.create(key=forecasting.pool_of(cast.help), data=SLOW)


def page(client, path: str = "/today/") -> str:
    return " ".join(client.get(path).content.decode().split())


def test_who_leads_is_told_and_may_change_it_with_a_press(cast, signed_in, backlog):
    html = page(signed_in(cast.ada))
    assert "Questions asked now are promised for tomorrow, 12:00, but at the present pace" in html
    assert "(12 ahead)" in html
    assert signed_in(cast.ada).post("/today/honest-times/").status_code == 302
    assert PromiseManners.get().offers == "itself"
    assert "at the present pace" not in page(signed_in(cast.ada))


def test_a_manager_reads_it_without_the_button_and_agents_do_not(cast, signed_in, backlog):
    html = page(signed_in(cast.mona))
    assert "at the present pace" in html
    assert "honest-times" not in html
    assert "at the present pace" not in page(signed_in(cast.anna))
    assert signed_in(cast.mona).post("/today/honest-times/").status_code == 403
    assert signed_in(cast.anna).get("/today/new-times/").status_code == 403


@pytest.mark.parametrize("offers", ["off", "itself"])
def test_nobody_is_told_who_did_not_ask(cast, signed_in, backlog, offers):
    handling.change(offers=offers, by=cast.ada)
    assert "at the present pace" not in page(signed_in(cast.ada))


def test_nothing_is_said_where_the_pace_is_unknown_or_keeps_all(cast, signed_in, backlog):
    Pace.objects.all().delete()
    assert "at the present pace" not in page(signed_in(cast.ada))
    Pace.objects.create(
        key=forecasting.pool_of(cast.help), data=SLOW | {"rates": [[50.0] * 24] * 7}
    )
    assert "at the present pace" not in page(signed_in(cast.ada))


def test_new_times_for_all_that_will_be_missed_with_one_press(cast, signed_in, backlog):
    client = signed_in(cast.mona)
    html = page(client, "/today/new-times/")
    offered = re.findall(r'name="give" value="([^"]+)" checked', html)
    assert f"to the {len(offered)} that will not be kept" in page(client)
    assert 0 < len(offered) < 12
    answer = client.post("/today/new-times/", {"give": offered}, follow=True)
    assert f"{len(offered)} customers are given a new time." in answer.content.decode()
    new = Promise.objects.exclude(renews=None)
    assert new.count() == len(offered)
    assert all(one.due_at > DUE and one.renews.state == "withdrawn" for one in new)
    assert len({one.due_at for one in new}) > 1  # one after the other
    assert Message.objects.filter(marks__icontains="delay", agent=cast.mona).count() == len(offered)
    assert "All that is promised can be kept" in page(client, "/today/new-times/")


def test_every_inbox_that_falls_short_is_named_because_the_buttons_act_on_all(
    cast, signed_in, backlog
):
    second = inboxes.add_inbox("second@kettleandloom.example", name="Second")
    second.team = cast.help.team  # the same people, the same pace
    second.save(update_fields=["team"])
    html = page(signed_in(cast.mona))
    assert html.count("at the present pace they are answered") == 2
    assert "<b>Second:</b>" in html
    assert f"<b>{escape(cast.help.name)}:</b>" in html


def test_the_letter_is_read_before_it_goes(cast, signed_in, backlog):
    client = signed_in(cast.mona)
    html = page(client, "/today/new-times/")
    path = re.search(r'href="(/today/new-times/letter/[^"]+)"', html).group(1).replace("&amp;", "&")
    assert "We promised you an answer by" in page(client, path)
    assert "<html" in page(client, path)
    part = client.get(path, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    offered = re.findall(r'name="give" value="([^"]+)" checked', html)
    client.post("/today/new-times/", {"give": offered[:1]})
    sent = Message.objects.get(marks__icontains="delay")
    assert escape(sent.text) in part
    assert signed_in(cast.anna).get(path).status_code == 403


@pytest.mark.parametrize("asked", ["", "promise=x&until=2026-11-30T10:00:00%2B00:00", "until=x"])
def test_no_letter_for_what_is_not_there(cast, signed_in, backlog, asked):
    assert signed_in(cast.mona).get(f"/today/new-times/letter/?{asked}").status_code == 404


@pytest.mark.parametrize("until", ["9999-12-31T23:59:59-10:00", "0001-01-01T00:00:00+10:00"])
def test_no_letter_of_a_time_that_cannot_be_promised(cast, signed_in, backlog, until):
    asked = {"promise": Promise.objects.first().public_id, "until": until}
    assert signed_in(cast.mona).get("/today/new-times/letter/", asked).status_code == 404


def test_all_or_none_are_ticked_by_a_link(cast, signed_in, backlog):
    client = signed_in(cast.mona)
    assert 'name="give"' in page(client, "/today/new-times/?tick=none")
    assert " checked" not in page(client, "/today/new-times/?tick=none")
    assert f"/inbox/all/{Conversation.objects.order_by('pk')[11].public_id}/" in page(
        client, "/today/new-times/"
    )


def test_what_was_answered_meanwhile_is_left_out(cast, signed_in, backlog):
    client = signed_in(cast.mona)
    offered = re.findall(r'value="([^"]+)" checked', page(client, "/today/new-times/"))
    first = Promise.objects.get(public_id=offered[0].split()[0])
    deliveries.sent(replying.reply(first.conversation, "Here.", by=cast.anna).delivery)
    answer = client.post("/today/new-times/", {"give": offered}, follow=True)
    assert "1 was left out" in answer.content.decode()
    assert not Promise.objects.filter(renews=first).exists()


def test_who_was_told_no_time_is_not_written_to(cast, signed_in, backlog):
    Promise.objects.update(told_at=None)
    client = signed_in(cast.mona)
    html = page(client, "/today/new-times/")
    assert "was told no time, and gets no letter" in html
    client.post("/today/new-times/", {"give": re.findall(r'value="([^"]+)" checked', html)})
    assert Promise.objects.exclude(renews=None).exists()
    assert not Message.objects.filter(marks__icontains="delay").exists()


@pytest.mark.parametrize("given", [[], ["nonsense"], ["x 2026-13-01"], ["x 2026-11-30T10:00:00"]])
def test_nothing_ticked_says_so(cast, signed_in, backlog, given):
    answer = signed_in(cast.mona).post("/today/new-times/", {"give": given}, follow=True)
    assert "Tick at least one." in answer.content.decode()


def test_conversations_of_other_teams_are_not_theirs_to_renew(cast, signed_in, backlog):
    some = Promise.objects.first()
    value = f"{some.public_id} {(DUE + timedelta(days=1)).isoformat()}"
    assert signed_in(cast.boris).post("/today/new-times/", {"give": [value]}).status_code == 403
    assert not Conversation.objects.filter(promises__renews=some).exists()
