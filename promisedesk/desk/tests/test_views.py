"""The views beside the plain ones: put aside, mentioned, by inbox, team and tag; other orders."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import now

from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Conversation, Mention, Tag
from promisedesk.desk.inbox.selections import SELECTIONS
from promisedesk.desk.inbox.walks import Reader
from promisedesk.desk.pills import Hours
from promisedesk.desk.tests.test_inbox import headings, page, subjects


@pytest.fixture
def rows(cast):
    """Four conversations of Orders, and the one the cast brings."""
    Conversation.objects.all().delete()

    def one(subject, **fields):
        usual = {"inbox": cast.help, "contact": cast.clara, "ref": subject.upper()[:12]}
        return Conversation.objects.create(subject=subject, **usual | fields)

    return one


def test_what_is_put_aside_leaves_the_work_but_not_what_is_owed(signed_in, cast, rows):
    later = now() + timedelta(days=1)
    rows("asleep", snoozed_until=later, assignee=cast.anna)
    owed = {"due_at": now() - timedelta(hours=1), "sort_at": now() - timedelta(hours=1)}
    rows("asleep and late", snoozed_until=later + timedelta(days=1), **owed)
    rows("slept enough", snoozed_until=now() - timedelta(minutes=1))
    client = signed_in(cast.anna)
    assert subjects(page(client, "all")) == ["slept enough"]
    assert subjects(page(client, "mine")) == []
    assert subjects(page(client, "unassigned")) == ["slept enough"]
    assert subjects(page(client, "overdue")) == ["asleep and late"]
    html = page(client, "snoozed")
    assert subjects(html) == ["asleep", "asleep and late"]
    assert "Until " in html


def test_a_group_says_how_many_of_it_are_put_aside(signed_in, cast, rows):
    owed = {"due_at": now() - timedelta(hours=1), "sort_at": now() - timedelta(hours=1)}
    rows("late", **owed)
    assert "put aside</a>" not in page(signed_in(cast.anna), "all")
    rows("asleep and late", snoozed_until=now() + timedelta(days=1), **owed)
    client = signed_in(cast.anna)
    html = page(client, "all")
    assert 'href="/inbox/overdue/" hx-boost="false">1 more is put aside</a>' in html
    assert "put aside</a>" not in page(client, "overdue")
    assert "put aside</a>" not in client.get("/inbox/all/?sort=newest").content.decode()


def test_side_conversations_and_shells_of_merged_ones_are_in_no_list(signed_in, cast, rows):
    whole = rows("whole")
    rows("side", parent=whole)
    rows("shell", merged_into=whole, state="resolved")
    client = signed_in(cast.mona)
    assert subjects(page(client, "all")) == ["whole"]
    assert subjects(page(client, "resolved")) == []


def test_mentions_are_found_and_those_not_seen_are_counted(signed_in, cast, rows):
    for subject, seen_at in (("old", now()), ("new", None)):
        one = rows(subject, state="resolved")
        note = one.messages.create(direction="note", text="@Anna")
        Mention.objects.create(conversation=one, message=note, agent=cast.anna, seen_at=seen_at)
    rows("other")
    html = page(signed_in(cast.anna), "mentions")
    assert set(subjects(html)) == {"old", "new"}
    assert 'Mentions<span class="n">1</span>' in html
    assert subjects(page(signed_in(cast.boris), "mentions")) == []


def test_by_inbox_team_and_tag(signed_in, cast, rows):
    second = inboxes.add_inbox("returns@kettleandloom.example", name="Returns desk")
    tag = Tag.objects.create(name="Refund")
    rows("plain")
    rows("tagged").tags.add(tag)
    rows("returned", inbox=second)
    rows("given", team=cast.returns)
    client = signed_in(cast.mona)
    assert subjects(page(client, f"inbox-{second.public_id}")) == ["returned"]
    assert subjects(page(client, f"team-{cast.returns.public_id}")) == ["given"]
    html = page(client, f"tag-{tag.public_id}")
    assert subjects(html) == ["tagged"]
    assert "Returns desk" in html
    numbers = client.get("/inbox/numbers/").json()
    assert numbers[f"inbox-{cast.help.public_id}"] == "3"
    assert numbers[f"tag-{tag.public_id}"] == numbers[f"inbox-{second.public_id}"] == "1"


def test_an_inbox_of_another_team_is_no_view(signed_in, cast):
    assert signed_in(cast.boris).get(f"/inbox/inbox-{cast.help.public_id}/").status_code == 404
    assert signed_in(cast.boris).get("/inbox/tag-gone/").status_code == 404


def test_what_is_given_to_a_team_is_seen_by_it_whatever_the_inbox(signed_in, cast, rows):
    rows("ours alone")
    rows("given", team=cast.returns)
    for view in ("all", "unassigned"):
        assert subjects(page(signed_in(cast.boris), view)) == ["given"]
    assert set(subjects(page(signed_in(cast.anna)))) == {"ours alone", "given"}


def test_the_pieces_of_what_an_agent_sees_are_what_they_see(cast, rows, monkeypatch):
    open_to_all = inboxes.add_inbox("all@kettleandloom.example", name="All")
    theirs = inboxes.add_inbox("returns@kettleandloom.example", name="Returns")
    theirs.team = cast.returns
    theirs.save()
    for inbox in (cast.help, open_to_all, theirs):
        for team in (None, cast.orders, cast.returns):
            rows(f"{inbox.pk} {team}", inbox=inbox, team=team)
    for agent in (cast.anna, cast.boris, cast.mona):
        reader = Reader(agent, now(), "UTC", None)
        found = [row.pk for scope in reader.scopes for row in scope]
        assert sorted(found) == sorted(reader.seen.values_list("pk", flat=True))
    monkeypatch.setattr("promisedesk.conversations.models.conversations.MOST_SCOPES", 1)
    reader = Reader(cast.anna, now(), "UTC", None)
    assert len(reader.scopes) == 1
    assert reader.scopes[0].count() == reader.seen.count()


def test_merged_walks_come_in_one_order_page_by_page(signed_in, cast, rows, monkeypatch):
    monkeypatch.setattr("promisedesk.desk.inbox.pages.PAGE", 3)
    second = inboxes.add_inbox("all@kettleandloom.example", name="All")
    for hour in range(8):
        at = now() + timedelta(hours=hour)
        rows(f"q{hour}", inbox=[cast.help, second][hour % 2], due_at=at, sort_at=at)
    client, seen, after = signed_in(cast.anna), [], ""
    for _page in range(3):
        html = page(client, after=after)
        seen += subjects(html)
        after = html.partition('hx-get="/inbox/all/?after=')[2].partition('"')[0]
    assert not after
    assert seen == [f"q{hour}" for hour in range(8)]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["third", "second", "first"]),
        ("oldest", ["first", "second", "third"]),
        ("last", ["second", "third", "first"]),
        ("promise", ["third", "first", "second"]),
        ("nonsense", ["third", "first", "second"]),
    ],
)
def test_lists_are_sorted_on_wish(signed_in, cast, rows, sort, expected):
    at = now()
    for subject, state, hours in (("first", "open", 1), ("second", "waiting", 3)):
        last = at + timedelta(hours=hours)
        rows(subject, state=state, last_at=last, sort_at=last)
    rows("third", due_at=at, sort_at=at, last_at=at + timedelta(hours=2))
    html = page(signed_in(cast.mona), sort=sort)
    assert subjects(html) == expected
    stays = re.search(r'class="conv" href="[^"]*\?sort=', html) is not None
    assert stays == (sort in ("newest", "oldest", "last"))


def test_a_sorted_list_goes_on_where_it_ended(signed_in, cast, rows, monkeypatch):
    monkeypatch.setattr("promisedesk.desk.inbox.pages.PAGE", 2)
    for place in range(5):
        rows(f"q{place}", state=["open", "waiting"][place % 2])
    client = signed_in(cast.mona)
    html, seen = page(client, sort="newest"), []
    for _number in range(3):
        seen += subjects(html)
        link = html.partition('hx-get="')[2].partition('"')[0].replace("&amp;", "&")
        html = client.get(link).content.decode() if link else ""
    assert seen == ["q4", "q3", "q2", "q1", "q0"]
    assert not html


def test_a_view_that_is_gone_shows_its_conversation_beside_all_that_is_open(signed_in, cast):
    html = signed_in(cast.mona).get(f"/inbox/tag-gone/{cast.parcel.public_id}/").content.decode()
    assert "All open" in html
    assert signed_in(cast.mona).get(f"/inbox/no/{cast.parcel.public_id}/").status_code == 404


def test_what_is_sorted_otherwise_stands_under_one_heading(signed_in, cast, rows):
    rows("late", due_at=now() - timedelta(hours=1))
    rows("open")
    assert headings(page(signed_in(cast.mona), sort="newest")) == ["Newest first"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL looks at what is there")
@pytest.mark.parametrize("who", ["anna", "mona"])
def test_no_view_reads_all_that_is_shown_nowhere_else(cast, who):
    """SQLite once began with "has no parent", which is true of nearly every conversation."""
    reader = Reader(getattr(cast, who), now(), "UTC", Hours())
    for selection in SELECTIONS.values():
        for walk in [walk for part in selection.parts(reader) for walk in part]:
            plan = walk.values("pk")[:50].explain()
            assert "SCAN conversations_conversation" not in plan, selection.slug
            assert "parent_id" not in plan, selection.slug
            assert "MULTI-INDEX OR" not in plan.partition("LIST SUBQUERY")[0], selection.slug
