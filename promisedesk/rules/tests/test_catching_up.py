"""What happens while other processes do not know a new rule yet is looked at afterwards."""

from datetime import timedelta

from promisedesk.conversations.models import Conversation
from promisedesk.core import memo
from promisedesk.rules import catching_up, making
from promisedesk.rules.models import Occasion, Run
from promisedesk.rules.tests.acting import adding, removing, tags_of, work


def switched_on(*actions, when=None):
    wording = making.Wording("A rule", when or {"events": ["new"]}, actions=list(actions))
    rule = making.add(wording, by=None)
    making.switch_on(rule, by=None)
    return rule


def unnoticed() -> None:
    """As if another process, which has not heard of the rule, had taken the mail in."""
    Occasion.objects.exclude(verb=catching_up.CATCH_UP).delete()


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
