"""What happens while other processes do not know a new rule yet is looked at afterwards."""

from datetime import timedelta

from promisedesk.conversations.models import Conversation
from promisedesk.core import memo
from promisedesk.core.models import Event
from promisedesk.rules import catching_up, engine, making
from promisedesk.rules.models import Occasion, Run
from promisedesk.rules.tests.acting import adding, removing, tags_of, work


def switched_on(*actions, when=None, **more):
    wording = making.Wording("A rule", when or {"events": ["new"]}, [], list(actions), **more)
    rule = making.add(wording, by=None)
    making.switch_on(rule, by=None)
    return rule


def unnoticed() -> None:
    """As if another process, which has not heard of the rule, had taken the mail in."""
    Occasion.objects.exclude(verb__in=catching_up.VERBS).delete()


def test_a_mail_that_came_before_all_knew_the_rule_is_looked_at(cast, clock):
    cast.hears(subject="Before", address="dora@customer.example")
    switched_on(adding("Returns"))
    cast.hears(subject="In between")
    unnoticed()
    work()
    between, before = Conversation.objects.order_by("-pk")[:2]
    assert tags_of(between) == []
    clock.shift(timedelta(seconds=memo.SECONDS + 2))
    work()
    assert (tags_of(between), tags_of(before)) == (["Returns"], [])
    assert not Occasion.objects.exists()


def test_what_it_has_done_is_not_done_again(cast, clock):
    switched_on(adding("Returns"))
    cast.hears(subject="In between")
    work()
    conversation = Conversation.objects.latest("pk")
    conversation.tags.clear()
    clock.shift(timedelta(seconds=memo.SECONDS + 2))
    work()
    assert tags_of(conversation) == []
    assert Run.objects.count() == 1


def test_a_changed_rule_catches_up_on_what_it_waits_for_now(cast, clock):
    rule = switched_on(removing("Returns"), when={"events": ["spam"]})
    making.change(
        rule, making.Wording("A rule", {"events": ["new"]}, [], [adding("Returns")]), by=None
    )
    cast.hears(subject="In between")
    unnoticed()
    clock.shift(timedelta(seconds=memo.SECONDS + 2))
    work()
    assert tags_of(Conversation.objects.latest("pk")) == ["Returns"]


def test_a_timed_rule_counts_from_what_it_missed(cast, clock):
    switched_on(adding("Late"), when={"since": "wrote", "after": "2 hours"})
    cast.hears(subject="In between")
    unnoticed()
    clock.shift(timedelta(seconds=memo.SECONDS + 2))
    work()
    clock.shift(timedelta(hours=2))
    work()
    assert tags_of(Conversation.objects.latest("pk")) == ["Late"]


def test_a_mail_committed_after_ones_with_higher_numbers_is_looked_at(cast, clock):
    cast.hears(subject="Slow")
    slow, (mail,) = Conversation.objects.latest("pk"), Event.objects.filter(verb="message.received")
    cast.hears(subject="Quick", address="dora@customer.example")
    Event.objects.filter(pk=mail.pk).delete()  # not committed yet
    switched_on(adding("Returns"))
    mail.save(force_insert=True)
    unnoticed()
    clock.shift(catching_up.LONGEST_UNSEEN + timedelta(seconds=1))
    work()
    assert tags_of(slow) == ["Returns"]
    assert tags_of(Conversation.objects.latest("pk")) == []
    assert not Occasion.objects.exists()


def test_what_a_rule_above_has_ended_is_not_caught_up_on(cast, clock):
    switched_on(adding("First"), is_last=True)
    switched_on(adding("Second"))
    cast.hears(subject="In between")
    work()
    clock.shift(timedelta(seconds=memo.SECONDS + 2))
    work()
    assert tags_of(Conversation.objects.latest("pk")) == ["First"]


def test_a_catching_up_that_fails_is_logged_with_its_rule(cast, clock, monkeypatch):
    rule = switched_on(adding("Returns"))
    monkeypatch.setattr(engine, "MOST_TRIES", 0)
    monkeypatch.setattr(engine, "_catch_up", lambda occasion: 1 / 0)
    clock.shift(timedelta(seconds=memo.SECONDS + 2))
    work()
    failed = Run.objects.get()
    assert (failed.rule, failed.name, failed.conversation_id) == (rule, "A rule", engine.NOWHERE)
    assert "ZeroDivisionError" in failed.error
