"""The dry run tells what would have been, and changes nothing."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from promisedesk.conversations import deliveries, filters, replying
from promisedesk.conversations.models import Delivery
from promisedesk.rules import examples, trying, whens
from promisedesk.rules.tests.acting import adding, rule, tags_of, work

REFUND = [{"field": "subject", "op": "has", "value": ["refund"]}]


def tried(cast, when, conditions=()):
    return trying.try_out(whens.read(when), filters.read(list(conditions)), agent=cast.ada)


def test_it_finds_what_would_have_set_the_rule_off(cast, clock):
    cast.hears("Money", subject="Refund")
    cast.hears("Parcel", subject="Parcel", address="dora@customer.example")
    clock.shift(3600)
    found = tried(cast, {"events": ["new"]}, REFUND)
    assert [one.conversation.subject for one in found.found] == ["Refund"]
    assert (found.times, found.looked, found.is_cut) == (1, 2, False)


def test_it_changes_nothing(cast, clock):
    conversation = cast.hears("Money", subject="Refund").conversation
    with CaptureQueriesContext(
        connection,
    ) as asked:
        tried(cast, {"events": ["new", "wrote"]}, REFUND)
        tried(cast, {"after": "1 minute", "since": "wrote"})
    assert all(one["sql"].startswith("SELECT") for one in asked)
    assert tags_of(conversation) == []


def test_silence_is_found_where_there_was_silence(cast, clock):
    silent, talks = (
        cast.hears(address=f"{name}@customer.example", subject=name).conversation
        for name in ("silent", "talks")
    )
    for one in (silent, talks):
        message = replying.reply(one, "On its way", by=cast.anna)
        deliveries.sent(Delivery.objects.get(message=message))
    clock.shift(3600)
    cast.hears("But when exactly?", reply_token=talks.reply_token, address="talks@customer.example")
    clock.shift(86400 * 4)
    found = tried(cast, {"after": "2 days", "since": "answered"})
    assert [one.conversation.pk for one in found.found] == [silent.pk]


def test_how_many_there_are_now(cast, clock):
    for name in ("a", "b", "c"):
        cast.hears(address=f"{name}@customer.example", subject=name)
        clock.shift(3600)
    counted = trying.try_now(whens.read({"after": "2 hours", "since": "wrote"}), [], agent=cast.ada)
    assert (counted.at_once, counted.later) == (2, 1)


def test_older_than_thirty_days_is_not_looked_at(cast, clock):
    cast.hears(subject="Old")
    clock.shift(86400 * 31)
    cast.hears(subject="New", address="dora@customer.example")
    found = tried(cast, {"events": ["new"]})
    assert [one.conversation.subject for one in found.found] == ["New"]


def test_it_ends_when_there_is_much(cast, monkeypatch):
    monkeypatch.setattr(trying, "MOST_EVENTS", 2)
    for number in range(4):
        cast.hears(address=f"{number}@customer.example", subject="New")
    found = tried(cast, {"events": ["new"]})
    assert (found.looked, found.is_cut) == (2, True)


def test_the_examples_work_as_they_are(cast, clock):
    for key in examples.EXAMPLES:
        made = examples.use(key, by=cast.ada)
        assert not made.is_active
        assert tried(cast, made.when, made.conditions).times == 0
    refund = examples.use("refund", by=cast.ada)
    assert {"do": "team", "to": cast.returns.public_id} in refund.actions


def test_a_timed_rule_leaves_as_many_as_were_counted(cast, clock):
    conversation = cast.hears(subject="New").conversation
    clock.shift(86400)
    when = {"after": "2 hours", "since": "wrote"}
    assert trying.try_now(whens.read(when), [], agent=cast.ada).at_once == 1
    rule(when, [adding("Waits")], also=True)
    work()
    assert tags_of(conversation) == ["Waits"]
