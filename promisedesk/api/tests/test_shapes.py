"""The objects and their fields are the outside contract: names here are not ours to change."""

import json
from datetime import datetime, timedelta
from typing import get_args

import pytest
from django.db.models.signals import post_init
from django.utils.timezone import now

from promisedesk.api.shapes import UnreadableOut
from promisedesk.contacts import finding
from promisedesk.conversations import assigning, participants, replying
from promisedesk.conversations.models import Arrival
from promisedesk.promises.models import Promise

CONVERSATION = [
    "id",
    "ref",
    "subject",
    "state",
    "snoozed_until",
    "channel",
    "inbox",
    "contact",
    "assignee",
    "language",
    "created_at",
    "answer_promise",
]
PROMISE = [
    "id",
    "kind",
    "conversation",
    "contact",
    "made_at",
    "due_at",
    "told_at",
    "settled_at",
    "state",
    "late_s",
    "renews",
    "renewed_by",
]
MESSAGE = [
    "id",
    "conversation",
    "direction",
    "automatic",
    "channel",
    "author",
    "subject",
    "text",
    "html",
    "quoted_text",
    "signature",
    "attachments",
    "created_at",
    "delivery",
]


def is_rfc3339(text):
    datetime.fromisoformat(text)
    return text.endswith("Z") and "T" in text


def test_a_conversation_has_every_field_of_the_contract(anna, cast, tea):
    assigning.assign(tea.conversation, cast.anna, by=cast.mona)
    one = anna.get(f"conversations/{tea.conversation.public_id}").json()
    assert set(CONVERSATION) <= set(one)
    assert one["id"] == tea.conversation.public_id
    assert one["state"] == "open"
    assert is_rfc3339(one["created_at"])
    assert one["inbox"] == {
        "id": cast.help.public_id,
        "name": "Kettle & Loom",
        "address": "help@kettleandloom.example",
    }
    assert one["contact"]["address"] == "clara@customer.example"
    assert one["assignee"]["name"] == "Anna Kowalska"
    assert set(PROMISE) <= set(one["answer_promise"])
    assert one["answer_promise"]["state"] == "running"
    assert one["answer_promise"]["conversation"] == one["id"]
    assert one["answer_promise"]["late_s"] is None


def test_a_conversation_without_promise_or_assignee_says_null(anna, cast):
    one = anna.get(f"conversations/{cast.parcel.public_id}").json()
    assert one["answer_promise"] is None
    assert one["assignee"] is None


def test_a_message_has_every_field_of_the_contract(anna, tea):
    one = anna.get(f"messages/{tea.public_id}").json()
    assert set(MESSAGE) <= set(one)
    assert one["direction"] == "in"
    assert one["author"]["name"] == "Clara Holm"
    assert (one["quoted_text"], one["signature"]) == ("> before", "Clara")
    assert one["delivery"] is None
    [file] = one["attachments"]
    assert set(file) == {"id", "name", "type", "size", "sha256", "url"}
    assert anna.get(file["url"].removeprefix("/api/v1/")).getvalue() == b"\x89PNG tea"


def test_html_is_made_safe(anna, tea):
    html = anna.get(f"messages/{tea.public_id}").json()["html"]
    assert "Is the tea there?" in html
    assert "script" not in html
    assert "onclick" not in html


def test_an_acknowledgement_is_automatic_and_by_nobody(anna, tea):
    page = anna.get(f"conversations/{tea.conversation.public_id}/messages").json()
    acknowledgement, mail = page["items"]
    assert mail["id"] == tea.public_id
    assert (acknowledgement["direction"], acknowledgement["automatic"]) == ("out", True)
    assert acknowledgement["author"] is None
    assert set(acknowledgement["delivery"]) == {"state", "attempts", "last_error", "sent_at"}


def test_a_promise_is_broken_from_the_moment_it_is_due(anna, tea):
    promise = Promise.objects.get()
    Promise.objects.update(due_at=now() - timedelta(seconds=90))
    one = anna.get(f"promises/{promise.public_id}").json()
    assert one["state"] == "broken"
    assert one["late_s"] >= 90
    assert [p["id"] for p in anna.get("promises", {"state": "broken"}).json()["items"]]
    assert anna.get("promises", {"state": "running"}).json()["items"] == []


def test_a_renewed_promise_names_its_kin(anna, tea):
    old = Promise.objects.get()
    Promise.objects.filter(pk=old.pk).update(state="withdrawn")
    new = Promise.objects.create(
        conversation=old.conversation,
        contact=old.contact,
        made_at=now(),
        due_at=now() + timedelta(hours=1),
        renews=old,
        target="1 hour",
        time_zone="UTC",
    )
    assert anna.get(f"promises/{old.public_id}").json()["renewed_by"] == new.public_id
    assert anna.get(f"promises/{new.public_id}").json()["renews"] == old.public_id
    shown = anna.get(f"conversations/{old.conversation.public_id}").json()["answer_promise"]
    assert shown["id"] == new.public_id


def test_the_answer_promise_is_the_running_one_else_the_latest(anna, tea):
    broken = Promise.objects.get()
    Promise.objects.filter(pk=broken.pk).update(
        state="broken", settled_at=now(), due_at=now() - timedelta(hours=1)
    )
    path = f"conversations/{tea.conversation.public_id}"
    assert anna.get(path).json()["answer_promise"]["state"] == "broken"


def test_a_long_history_of_promises_is_not_loaded_to_show_one(anna, tea):
    first = Promise.objects.get()
    Promise.objects.filter(pk=first.pk).update(state="kept", settled_at=now())
    old = {"conversation": tea.conversation, "contact": tea.conversation.contact, "state": "kept"}
    old |= {"target": "1 working day", "time_zone": "UTC", "settled_at": now()}
    Promise.objects.bulk_create(
        Promise(made_at=now() - timedelta(days=day), due_at=now() - timedelta(days=day), **old)
        for day in range(1, 40)
    )
    loaded = []

    def note(instance, **_):
        loaded.append(instance.pk)

    post_init.connect(note, sender=Promise)
    [one] = anna.get("conversations", {"ref": tea.conversation.ref}).json()["items"]
    post_init.disconnect(note, sender=Promise)
    assert one["answer_promise"]["id"] == first.public_id
    assert loaded == [first.pk]


def test_events_name_rows_by_their_public_ids(anna, cast, tea):
    replying.note(tea.conversation, "Ask Boris.", by=cast.anna)
    items = anna.get(f"conversations/{tea.conversation.public_id}/events").json()["items"]
    assert items[0]["verb"] == "message.noted"
    assert items[0]["by"]["name"] == "Anna Kowalska"
    assert {"message.received", "promise.made"} <= {item["verb"] for item in items}
    received = next(item for item in items if item["verb"] == "message.received")
    assert received["data"]["message"] == tea.public_id
    assert [item["at"] for item in items] == sorted((i["at"] for i in items), reverse=True)


@pytest.mark.parametrize(
    "path", ["conversations", "contacts", "promises", "inboxes", "agents", "unreadable"]
)
def test_every_object_of_a_list_is_readable_by_its_id(anna, tea, unreadable, path):
    page = anna.get(path).json()
    assert set(page) == {"items", "next"}
    assert page["items"]
    for item in page["items"]:
        assert anna.get(f"{path}/{item['id']}").json() == item


def test_no_secret_and_no_row_number_leaves(anna, cast, tea):
    cast.help.smtp_url = "sealed-secret"
    cast.help.save()
    for path in ("inboxes", "agents", "conversations", "contacts", "health"):
        text = json.dumps(anna.get(path).json())
        assert "sealed" not in text
        assert "password" not in text
        assert '"pk"' not in text


def test_an_unreadable_mail_tells_the_reason(anna, unreadable):
    [item] = anna.get("unreadable").json()["items"]
    assert item["reason"] == "It nests too deeply."
    assert item["state"] == "unreadable"


def test_health_lists_every_part(anna, cast):
    told = anna.get("health").json()
    assert told["state"] == "down"  # no worker runs in a test
    assert {part["name"] for part in told["parts"]} >= {"arrivals", "deliveries", "worker"}


def test_a_promise_to_another_person_of_the_conversation_names_them(anna, cast, tea):
    dora = finding.find_or_create("dora@post.example", "Dora Quist")
    Promise.objects.update(contact=dora)
    one = anna.get(f"conversations/{tea.conversation.public_id}").json()
    assert one["contact"]["name"] == "Clara Holm"
    assert one["answer_promise"]["contact"] == {
        "id": dora.public_id,
        "name": "Dora Quist",
        "address": "dora@post.example",
    }


def test_who_else_takes_part_and_their_copies_are_told(anna, cast):
    participants.add(cast.parcel, "colin@c.example", by=cast.anna, name="Colin")
    message = replying.reply(cast.parcel, "It left.", by=cast.anna)
    one = anna.get(f"conversations/{cast.parcel.public_id}").json()
    [other] = one["participants"]
    assert (other["name"], other["address"]) == ("Colin", "colin@c.example")
    assert (other["state"], other["came_by"]) == ("approved", "agent")
    sent = anna.get(f"messages/{message.public_id}").json()
    assert sent["delivery"]["state"] == "queued"
    assert [(one["address"], one["state"]) for one in sent["copies"]] == [
        ("colin@c.example", "queued")
    ]
    assert sent["marks"] == []


@pytest.mark.parametrize("source", Arrival.Source.values)
def test_an_unreadable_mail_is_told_whichever_way_it_came(anna, cast, source):
    Arrival.objects.create(
        source=source, state="unreadable", inbox=cast.help, sha256="0" * 64, size=1, due_at=None
    )
    [one] = anna.get("unreadable").json()["items"]
    assert one["source"] == source


def test_the_ways_a_mail_can_come_are_those_the_contract_lists():
    listed = get_args(UnreadableOut.model_fields["source"].annotation)
    assert set(listed) == set(Arrival.Source.values)
