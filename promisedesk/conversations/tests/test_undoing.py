"""Taking a reply back before it leaves."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.conversations import (
    assigning,
    closing,
    deliveries,
    merging,
    replying,
    undoing,
)
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Attachment, Conversation, Delivery, Message
from promisedesk.core import files, leases
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event, Workspace
from promisedesk.promises.models import Promise
from promisedesk.search.models import Document

pytestmark = pytest.mark.django_db
KEPT = [
    "state", "assignee_id", "preview", "last_at", "last_is_ours", "sort_at", "due_at", "due_since",
]  # fmt: skip


@pytest.fixture
def asked(cast) -> Conversation:
    return cast.hears().conversation


def reply(cast, conversation, text="It left on Monday.", **more) -> Message:
    by = more.pop("by", cast.anna)
    hold = more.pop("hold_for", timedelta(seconds=10))
    return replying.reply(conversation, text, by=by, hold_for=hold, **more)


def looks(conversation) -> dict:
    return Conversation.objects.values(*KEPT).get(pk=conversation.pk)


def test_everything_is_as_if_it_had_not_been_written_but_for_an_event(cast, asked):
    before, promises = looks(asked), list(Promise.objects.values())
    documents = Document.objects.count()
    message = reply(cast, asked)
    assert looks(asked)["state"] == "waiting"
    taken = undoing.take_back(message, by=cast.anna)
    assert taken.text == "It left on Monday."
    assert looks(asked) == before
    assert list(Promise.objects.values()) == promises
    assert not Delivery.objects.filter(is_automatic=False).exists()
    assert not asked.messages.filter(automatic=False, direction="out").exists()
    assert Document.objects.count() == documents
    event = Event.objects.get(verb="message.taken_back")
    assert (event.by, event.conversation_id) == (cast.anna, asked.pk)


def test_its_files_come_back_with_it(cast, asked):
    file = IncomingFile("label.pdf", "application/pdf", 5, files.store(b"label"))
    taken = undoing.take_back(reply(cast, asked, files=[file]), by=cast.anna)
    assert taken.files == [file]
    assert not Attachment.objects.exists()
    assert files.read(file.sha256) == b"label"


@pytest.mark.parametrize("state", ["open", "waiting", "resolved"])
def test_the_conversation_is_in_the_state_it_had(cast, state):
    Conversation.objects.filter(pk=cast.parcel.pk).update(state=state, assignee=cast.boris)
    replying.reply(cast.parcel, "Hello", by=cast.boris)  # what it waits for
    Conversation.objects.filter(pk=cast.parcel.pk).update(state=state)
    undoing.take_back(reply(cast, cast.parcel), by=cast.anna)
    found = Conversation.objects.get(pk=cast.parcel.pk)
    assert (found.state, found.assignee) == (state, cast.boris)


def test_resolved_on_the_strength_of_it_the_conversation_opens_again(cast, asked):
    message = reply(cast, asked)
    closing.resolve(Conversation.objects.get(pk=asked.pk), by=cast.anna)
    undoing.take_back(message, by=cast.anna)
    after = looks(asked)
    assert (after["state"], after["due_at"] is None) == ("open", False)


@pytest.mark.parametrize("into_is_waiting", [False, True])
def test_merged_since_what_is_owed_opens_the_one_conversation(cast, asked, into_is_waiting):
    into = cast.hears(subject="The lid").conversation
    if into_is_waiting:
        deliveries.sent(replying.reply(into, "It left.", by=cast.anna).delivery)
    message = reply(cast, asked)
    merging.merge(asked, into, by=cast.mona)
    undoing.take_back(Message.objects.get(pk=message.pk), by=cast.anna)
    after = looks(into)
    assert (after["state"], after["due_at"] is None) == ("open", False)


def test_what_others_did_since_stays(cast, asked):
    message = reply(cast, asked)
    assigning.assign(Conversation.objects.get(pk=asked.pk), cast.mona, by=cast.ada)
    cast.hears("And the lid?", reply_token=asked.reply_token)
    after = looks(asked)
    assert (after["state"], after["preview"]) == ("open", "And the lid?")
    undoing.take_back(message, by=cast.anna)
    assert looks(asked) == after
    assert after["assignee_id"] == cast.mona.pk


@pytest.mark.parametrize("first", [0, 1])
def test_two_replies_on_their_way_are_taken_back_in_any_order(cast, asked, first):
    before = looks(asked)
    both = [reply(cast, asked), reply(cast, asked, "By courier.")]
    undoing.take_back(both.pop(first), by=cast.anna)
    assert looks(asked)["state"] == "waiting"
    undoing.take_back(both.pop(), by=cast.anna)
    after = looks(asked)
    assert after["state"] == "open"
    assert {name: after[name] for name in ("preview", "last_at")} == {
        name: before[name] for name in ("preview", "last_at")
    }


def test_a_copy_on_its_way_is_too_late_too(cast, asked):
    message = reply(cast, asked)
    copy = replying.enqueue(message, "dora@x.example", hold_for=timedelta(seconds=10))
    Delivery.objects.filter(pk=copy.pk).update(leased_by="elsewhere/1/2")
    with pytest.raises(Refused, match="too late"):
        undoing.take_back(message, by=cast.anna)
    assert Message.objects.filter(pk=message.pk).exists()


def test_once_a_worker_has_it_it_is_too_late(cast, asked):
    message = reply(cast, asked)
    Delivery.objects.update(due_at=now())
    assert leases.claim(Delivery.objects.filter(message=message))
    with pytest.raises(Refused, match="too late"):
        undoing.take_back(message, by=cast.anna)


@pytest.mark.parametrize("state", [one for one in Delivery.State if one != Delivery.State.HELD])
def test_nor_is_one_that_went_further(cast, asked, state):
    message = reply(cast, asked)
    Delivery.objects.filter(message=message).update(state=state)
    with pytest.raises(Refused):
        undoing.take_back(message, by=cast.anna)


def test_an_acknowledgement_waits_for_nobody(asked):
    delivery = asked.messages.get(automatic=True).delivery
    assert delivery.state == Delivery.State.QUEUED


@pytest.mark.parametrize(("wanted", "held"), [(0, 0), (10, 10), (20, 20), (3600, 20)])
def test_it_is_never_held_longer_than_the_promise_of_thirty_seconds_allows(cast, wanted, held):
    shop = Workspace.get()
    shop.undo_seconds = wanted
    shop.save(update_fields=["undo_seconds"])
    assert undoing.hold_time() == timedelta(seconds=held)
