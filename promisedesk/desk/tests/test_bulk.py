"""Doing one thing to many conversations from the list."""

import re

import pytest
from django.utils.timezone import now

from promisedesk.conversations.models import Batch, Conversation, Tag
from promisedesk.desk.tests.test_inbox import page


@pytest.fixture
def three(cast):
    Conversation.objects.all().delete()
    return [
        Conversation.objects.create(
            ref=f"BULK{place}", inbox=cast.help, contact=cast.clara, subject=f"q{place}"
        )
        for place in range(3)
    ]


def send(client, rows, what, **more):
    data = {"c": [row.public_id for row in rows], "what": what, "next": "/inbox/mine/"} | more
    return client.post("/inbox/batches/", data, follow=True)


def test_every_row_has_a_tick_of_the_form(signed_in, cast, three):
    html = page(signed_in(cast.anna))
    assert len(re.findall(r'class="pick" name="c" value="[\w-]+" form="bulk"', html)) == 3
    assert 'id="bulk"' in html


def test_what_is_ticked_is_resolved_and_brought_back(signed_in, cast, three):
    client = signed_in(cast.anna)
    answer = send(client, three[:2], "resolve")
    assert answer.redirect_chain[0][0] == "/inbox/mine/"
    assert "2 done." in answer.content.decode()
    assert Conversation.objects.filter(state="resolved").count() == 2
    undo = f"/inbox/batches/{Batch.objects.get().public_id}/undo/"
    assert undo in answer.content.decode()
    answer = client.post(undo, {"next": "/inbox/all/"}, follow=True)
    assert "2 put back." in answer.content.decode()
    assert Conversation.objects.filter(state="open").count() == 3


@pytest.mark.parametrize(
    ("what", "asked", "chosen", "became"),
    [
        ("assign", "Give them to", {"agent": "me"}, {"assignee__name": "Anna Kowalska"}),
        ("team", "Give them to the team", {"team": "orders"}, {"team__name": "Orders"}),
        ("tag", "Refund", {"add": "refund"}, {"tags__name": "Refund"}),
        ("snooze", "Put them aside for", {"for": "1 day"}, {"snoozed_until__isnull": False}),
        ("snooze", "Until tomorrow", {"for": "tomorrow"}, {"snoozed_until__gt": now()}),
    ],
)
def test_what_needs_a_choice_asks_for_it_first(signed_in, cast, three, what, asked, chosen, became):
    tag = Tag.objects.create(name="Refund")
    ids = {"orders": cast.orders.public_id, "refund": tag.public_id}
    chosen = {key: ids.get(value, value) for key, value in chosen.items()}
    client = signed_in(cast.anna)
    html = send(client, three, what).content.decode()
    assert asked in html
    assert "3 conversations" in html
    send(client, three, what, **chosen)
    assert Conversation.objects.filter(**became).count() == 3


class TestResolvingWhatIsOwed:
    @pytest.fixture
    def owed(self, three):
        Conversation.objects.filter(pk=three[0].pk).update(
            due_at=now(), due_since=now(), answer_due_at=now()
        )
        return three

    def resolved(self) -> list[str]:
        rows = Conversation.objects.filter(state="resolved").order_by("ref")
        return list(rows.values_list("ref", flat=True))

    def test_why_is_asked_before_anything_is_done(self, signed_in, cast, owed):
        client = signed_in(cast.anna)
        html = send(client, owed, "resolve").content.decode()
        assert "1 customer still waits for an answer" in html
        assert all(f'name="c" value="{row.public_id}"' in html for row in owed)
        assert self.resolved() == []
        send(client, owed, "resolve", because="phone")
        assert self.resolved() == ["BULK0", "BULK1", "BULK2"]
        owed[0].refresh_from_db()
        assert owed[0].resolved_because == "phone"

    def test_a_reason_of_ones_own_or_only_the_others(self, signed_in, cast, owed):
        client = signed_in(cast.anna)
        assert "2 done." in send(client, owed, "resolve", answered_only="1").content.decode()
        assert self.resolved() == ["BULK1", "BULK2"]
        send(client, owed[:1], "resolve", other="We met.")
        owed[0].refresh_from_db()
        assert (owed[0].state, owed[0].resolved_because) == ("resolved", "We met.")


def test_loading_the_page_that_asks_again_leads_to_the_list(signed_in, cast, three):
    answer = signed_in(cast.anna).get("/inbox/batches/")
    assert (answer.status_code, answer["Location"]) == (302, "/inbox/")


def test_all_in_the_view_are_meant_as_they_stand_there(signed_in, cast, three, monkeypatch):
    monkeypatch.setattr("promisedesk.conversations.batches.MOST", 2)
    Conversation.objects.filter(pk=three[0].pk).update(state="waiting")
    send(signed_in(cast.anna), [], "spam", all="1", view="all")
    assert Conversation.objects.filter(state="spam").count() == 2
    assert Conversation.objects.filter(state="waiting").count() == 1


def test_all_that_was_found_are_meant_in_a_search(signed_in, cast, three):
    send(signed_in(cast.anna), [], "spam", all="1", view="search", q="is:open")
    assert Conversation.objects.filter(state="spam").count() == 3


def test_what_another_team_has_stays_as_it_is(signed_in, cast, three):
    send(signed_in(cast.boris), three, "spam")
    assert not Conversation.objects.filter(state="spam").exists()


def test_nothing_chosen_is_said(signed_in, cast, three):
    assert "Choose conversations" in send(signed_in(cast.anna), [], "resolve").content.decode()
    assert "Choose conversations" in send(signed_in(cast.anna), [], "assign").content.decode()


def test_one_goes_back_to_a_list_and_nowhere_else(signed_in, cast, three):
    answer = send(signed_in(cast.anna), three, "spam", next="https://evil.example/")
    assert answer.redirect_chain[0][0] == "/inbox/"


def test_nobody_undoes_what_somebody_else_did(signed_in, cast, three):
    send(signed_in(cast.anna), three, "spam")
    url = f"/inbox/batches/{Batch.objects.get().public_id}/undo/"
    assert signed_in(cast.mona).post(url).status_code == 404


def test_the_priority_of_many_is_asked_for_set_and_put_back(signed_in, cast, three):
    client = signed_in(cast.anna)
    html = send(client, three, "priority").content.decode()
    assert 'name="priority" value="urgent"' in html
    send(client, three, "priority", priority="high")
    assert set(
        Conversation.objects.filter(pk__in=[one.pk for one in three]).values_list(
            "priority", flat=True
        )
    ) == {"high"}
    client.post(f"/inbox/batches/{Batch.objects.get().public_id}/undo/")
    for one in three:
        one.refresh_from_db()
        assert one.priority == "normal"
