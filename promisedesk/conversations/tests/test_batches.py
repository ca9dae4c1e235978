from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.conversations import assigning, batches, closing
from promisedesk.conversations.models import Batch, Conversation, Tag
from promisedesk.core.errors import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(cast):
    """Three of Clara's, nothing owed."""
    return [
        Conversation.objects.create(ref=f"BATCH{place}", inbox=cast.help, contact=cast.clara)
        for place in range(3)
    ]


def numbers(rows):
    return [row.pk for row in rows]


def fresh(rows):
    return [Conversation.objects.get(pk=row.pk) for row in rows]


def test_each_is_done_by_itself_and_the_refusals_are_told(cast, three):
    Conversation.objects.filter(pk=three[1].pk).update(due_at=now(), state="spam")
    done = batches.perform(numbers(three), [{"do": "resolve"}], by=cast.anna)
    assert done.done == 2
    assert list(done.refused.values()) == [1]
    assert str(done).startswith("2 done. 1 refused: ")
    assert [row.state for row in fresh(three)] == ["resolved", "spam", "resolved"]


def test_everything_can_be_taken_back(cast, three):
    tag, was = Tag.objects.create(name="Refund"), Tag.objects.create(name="Was here")
    three[0].tags.add(was)
    wanted = [
        {"do": "assign", "to": "me"},
        {"do": "tag", "add": [tag.public_id], "remove": [was.public_id]},
        {"do": "snooze", "for": "2 hours"},
        {"do": "read"},
    ]
    done = batches.perform(numbers(three), wanted, by=cast.anna)
    assert done.done == 3
    one = fresh(three)[0]
    assert (one.assignee, one.is_unread, list(one.tags.all())) == (cast.anna, False, [tag])
    assert one.snoozed_until > now()
    assert batches.undo(done.batch, by=cast.anna) == (3, 0)
    for row, tags in zip(fresh(three), ([was], [], []), strict=True):
        assert (row.assignee, row.snoozed_until, row.is_unread) == (None, None, True)
        assert list(row.tags.all()) == tags


def test_after_a_crash_what_was_done_can_be_taken_back(cast, three, monkeypatch):
    perform, asked_for = batches.actions.perform, []

    def breaks_at_the_third(*args, **more):
        asked_for.append(1)
        return perform(*args, **more) if len(asked_for) < 3 else 1 / 0

    monkeypatch.setattr(batches.actions, "perform", breaks_at_the_third)
    with pytest.raises(ZeroDivisionError):
        batches.perform(numbers(three), [{"do": "assign", "to": "me"}], by=cast.anna)
    assert [row.assignee for row in fresh(three)] == [cast.anna, cast.anna, None]
    assert batches.undo(Batch.objects.get(), by=cast.anna) == (2, 0)
    assert [row.assignee for row in fresh(three)] == [None, None, None]


@pytest.mark.parametrize("what", ["resolve", "spam"])
def test_states_come_back_as_they_were(cast, three, what):
    Conversation.objects.filter(pk=three[0].pk).update(state="waiting")
    done = batches.perform(numbers(three), [{"do": what}], by=cast.anna)
    assert batches.undo(done.batch, by=cast.anna) == (3, 0)
    assert [row.state for row in fresh(three)] == ["waiting", "open", "open"]


def test_what_somebody_changed_since_stays(cast, three):
    done = batches.perform(numbers(three), [{"do": "assign", "to": "me"}], by=cast.anna)
    assigning.assign(three[1], cast.mona, by=cast.mona)
    assert batches.undo(done.batch, by=cast.anna) == (2, 1)
    assert [row.assignee for row in fresh(three)] == [None, cast.mona, None]


def test_it_is_taken_back_once_soon_and_by_whoever_did_it(cast, three):
    done = batches.perform(numbers(three), [{"do": "assign", "to": "me"}], by=cast.anna)
    with pytest.raises(Refused):
        batches.undo(done.batch, by=cast.mona)
    Batch.objects.update(created_at=now() - timedelta(days=2))
    done.batch.refresh_from_db()
    with pytest.raises(Refused):
        batches.undo(done.batch, by=cast.anna)
    Batch.objects.update(created_at=now())
    done.batch.refresh_from_db()
    batches.undo(done.batch, by=cast.anna)
    with pytest.raises(Refused):
        batches.undo(done.batch, by=cast.anna)


def test_nobody_changes_what_they_do_not_see(cast, three):
    done = batches.perform(numbers(three), [{"do": "spam"}], by=cast.boris)
    assert done.done == 0
    assert {row.state for row in fresh(three)} == {"open"}


def test_light_agents_and_nonsense_are_refused(cast, three):
    cast.anna.role = "light"
    with pytest.raises(Refused):
        batches.perform(numbers(three), [{"do": "spam"}], by=cast.anna)
    for rows, wanted in ((three, [{"do": "dance"}]), (three, []), ([], [{"do": "spam"}])):
        with pytest.raises(Refused):
            batches.perform(numbers(rows), wanted, by=cast.mona)
    with pytest.raises(Refused):
        batches.perform(range(1000), [{"do": "spam"}], by=cast.mona)


def test_marking_as_unread_is_an_action_too(cast, three):
    batches.perform(numbers(three), [{"do": "read"}], by=cast.anna)
    done = batches.perform(numbers(three[:1]), [{"do": "unread"}], by=cast.anna)
    assert [row.is_unread for row in fresh(three)] == [True, False, False]
    batches.undo(done.batch, by=cast.anna)
    assert not fresh(three)[0].is_unread


def test_a_resolved_one_opened_again_is_resolved_again(cast, three):
    closing.resolve(three[0], by=cast.anna)
    done = batches.perform([three[0].pk], [{"do": "reopen"}], by=cast.anna)
    assert batches.undo(done.batch, by=cast.anna) == (1, 0)
    assert fresh(three)[0].state == "resolved"
