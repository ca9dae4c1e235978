"""Rules act once on what happens, in their order, and what goes wrong stays in their log."""

import pytest
from django.db import OperationalError, transaction

from promisedesk.coach import heat
from promisedesk.conversations import actions, assigning, closing, history, replying
from promisedesk.conversations.incoming import IncomingMessage
from promisedesk.conversations.models import Conversation
from promisedesk.core.models import Event
from promisedesk.rules import engine, forgetting, loops, making
from promisedesk.rules.models import Occasion, Rule, Run
from promisedesk.rules.tests.acting import adding, removing, rule, tags_of, work


def newest() -> Conversation:
    return Conversation.objects.latest("pk")


def test_a_rule_acts_on_a_new_conversation(cast):
    made = rule("new", [adding("Returns"), {"do": "assign", "to": cast.anna.public_id}])
    cast.hears("I want my money back", subject="Refund please")
    conversation = newest()
    assert tags_of(conversation) == []  # the mail is in before any rule looked
    work()
    conversation.refresh_from_db()
    assert tags_of(conversation) == ["Returns"]
    assert conversation.assignee == cast.anna
    run = Run.objects.get()
    assert (run.rule, run.outcome, run.error) == (made, "done", "")
    assert [one["do"] for one in run.did] == ["tag", "assign"]
    assert not Occasion.objects.exists()


def test_its_events_name_the_rule(cast):
    made = rule("new", [adding("Returns")], name="Refunds")
    cast.hears(subject="New")
    work()
    event = Event.objects.get(verb="conversation.tagged")
    assert event.by is None
    assert (event.data["rule"], event.data["rule_id"]) == ("Refunds", made.public_id)


def test_only_what_its_conditions_say(cast):
    rule(
        "new",
        [adding("Returns")],
        conditions=[{"field": "subject", "op": "has", "value": "refund"}],
    )
    cast.hears("Where is it", subject="Where is my parcel")
    other = newest()
    cast.hears("Money please", subject="Refund", address="dora@customer.example")
    work()
    assert tags_of(other) == []
    assert tags_of(newest()) == ["Returns"]
    assert Run.objects.count() == 1


def test_nothing_is_written_down_while_no_rule_wants_it(cast, django_assert_num_queries):
    rule("spam", [adding("Spam")])
    cast.hears()  # what active rules want is remembered from here on
    with django_assert_num_queries(0):
        from promisedesk.rules import watching

        watching.notice(Event(verb="message.received", conversation_id=1))
    assert not Occasion.objects.exists()


def test_an_event_that_several_names_fit_is_one_occasion(cast):
    made = rule({"events": ["new", "wrote"]}, [adding("Seen")])
    cast.hears(subject="New")
    work()
    assert Run.objects.filter(rule=made).count() == 1


def test_a_robot_sets_nothing_off(cast):
    rule("wrote", [adding("Seen")])
    cast.hears(is_automatic=True, subject="Away")
    work()
    assert not Run.objects.exists()


def test_history_sets_nothing_off(cast, clock):
    rule({"events": ["new", "wrote"]}, [adding("Seen")])
    rule({"after": "1 minute", "since": "wrote"}, [adding("Late")])
    old = IncomingMessage(
        inbox=cast.help,
        arrived_at=Event().at.replace(year=2020),
        address="old@customer.example",
        subject="Long ago",
        text="Hello",
    )
    with transaction.atomic():
        history.keep(old)
    cast.hears(arrived_at=Event().at.replace(year=2021), address="later@customer.example")
    clock.shift(3600)
    work()
    assert not Run.objects.exists()


def test_rules_look_in_their_order_and_the_last_ends_it(cast):
    rule("new", [adding("First")], name="1")
    rule("new", [adding("Second")], name="2", is_last=True)
    rule("new", [adding("Third")], name="3")
    cast.hears(subject="New")
    work()
    assert tags_of(newest()) == ["First", "Second"]


def test_a_later_rule_sees_what_an_earlier_one_did(cast):
    tagging = rule("new", [adding("Returns")])
    having = {"field": "tag", "op": "is", "value": [tagging.actions[0]["add"][0]]}
    rule("new", [{"do": "team", "to": cast.returns.public_id}], conditions=[having])
    cast.hears(subject="New")
    work()
    assert newest().team == cast.returns


def test_one_refused_action_leaves_the_others_be(cast):
    rule("new", [{"do": "reopen"}, adding("Returns")])
    cast.hears(subject="New")
    work()
    run = Run.objects.get()
    assert run.outcome == "failed"
    assert "Only a resolved conversation" in run.error
    assert [one["do"] for one in run.did] == ["tag"]
    assert tags_of(newest()) == ["Returns"]


def test_a_broken_action_is_logged_and_the_rest_is_done(cast, monkeypatch):
    kind = actions.ACTIONS["note"]

    def breaks(*_args):
        raise ZeroDivisionError

    broken = actions.Kind(kind.label, kind.form, kind.read, breaks, kind.words)
    monkeypatch.setitem(actions.ACTIONS, "note", broken)
    rule("new", [{"do": "note", "text": "Look"}, adding("Returns")])
    message = cast.hears(subject="New")
    work()
    assert "ZeroDivisionError" in Run.objects.get().error
    assert tags_of(message.conversation) == ["Returns"]


def test_a_rule_that_makes_no_sense_any_more_keeps_no_mail_out(cast):
    made = rule("new", [adding("Returns")])
    made.conditions = [{"field": "gone", "op": "is", "value": ["x"]}]
    made.save()
    nonsense = rule("new", [adding("Returns")])
    nonsense.when = {"events": ["gone"]}
    nonsense.save()
    message = cast.hears(subject="New")
    work()
    assert message.pk
    assert Run.objects.get().outcome == "failed"


def test_it_never_acts_twice_on_one_occasion(cast):
    made = rule("new", [{"do": "note", "text": "Look"}])
    cast.hears(subject="New")
    again = Occasion.objects.get()
    work()
    again.pk = None
    again.leased_by = ""
    again.save(force_insert=True)
    work()
    assert Run.objects.filter(rule=made).count() == 1
    assert newest().messages.filter(direction="note").count() == 1


def test_the_last_rule_ends_it_also_when_it_acted_before(cast):
    rule("new", [adding("First")], is_last=True)
    cast.hears(subject="New")
    again = Occasion.objects.get()
    work()
    rule("new", [adding("Second")])
    again.pk = None
    again.leased_by = ""
    again.save(force_insert=True)
    work()
    assert tags_of(newest()) == ["First"]


def test_what_a_dying_database_undid_is_done_again(cast, monkeypatch, clock):
    rule("new", [{"do": "note", "text": "Look"}])
    cast.hears(subject="New")
    real = replying.note

    def note_then_die(*args, **kwargs):
        real(*args, **kwargs)
        raise OperationalError("the server went away")

    monkeypatch.setattr(replying, "note", note_then_die)
    engine.look_at_due()
    assert not Run.objects.exists()
    assert not newest().messages.filter(direction="note").exists()
    assert "went away" in Occasion.objects.get().last_error
    monkeypatch.setattr(replying, "note", real)
    clock.shift(3600)
    work()
    assert newest().messages.filter(direction="note").count() == 1


def test_what_never_works_is_given_up_and_shown(cast, monkeypatch, clock):
    rule("new", [adding("Returns")])
    cast.hears(subject="New")

    def breaks(_occasion):
        raise ValueError("our own mistake")

    monkeypatch.setattr(engine, "look_at", breaks)
    for _try in range(engine.MOST_TRIES):
        engine.look_at_due()
        clock.shift(7200)
    assert not Occasion.objects.exists()
    run = Run.objects.get()
    assert (run.rule, run.outcome) == (None, "failed")
    assert "our own mistake" in run.error


def test_a_rule_resolves_no_unanswered_question(cast):
    made = rule("new", [{"do": "resolve", "because": "We are tired"}])
    assert made.actions == [{"do": "resolve"}]
    cast.hears(subject="New")
    work()
    assert newest().state == "open"
    assert "still waits for an answer" in Run.objects.get().error


def test_two_rules_that_undo_each_other_are_stopped(cast):
    untagging = rule("tagged", [removing("Hot")], name="Cool down")
    tagging = rule("untagged", [adding("Hot")], name="Heat up")
    cast.parcel.due_at = None
    actions.perform(cast.parcel, [adding("Hot")], by=cast.anna)
    work()
    runs = Run.objects.order_by("pk")
    assert [run.outcome for run in runs] == ["done"] * loops.DEEPEST + ["loop"]
    stopped = Rule.objects.exclude(stopped_because="").get()
    assert stopped in (untagging, tagging)
    assert not stopped.is_active
    assert stopped.stopped_because.endswith(cast.parcel.ref)
    assert Event.objects.filter(verb="rule.stopped", conversation_id=cast.parcel.pk).exists()
    assert cast.ada.notices.filter(verb="rule.stopped").count() == 1


def test_a_rule_that_sets_itself_off_is_stopped(cast):
    rule("noted", [{"do": "note", "text": "A note about a note"}])
    replying.note(cast.parcel, "Look here", by=cast.anna)
    work()
    notes = cast.parcel.messages.filter(direction="note").count()
    assert notes == 1 + loops.DEEPEST


def test_many_mails_of_a_stranger_stop_a_rule_for_nobody_else(cast):
    made = rule("wrote", [{"do": "note", "text": "They wrote"}])
    message = cast.hears(subject="New")
    for number in range(loops.MOST_AN_HOUR + 5):
        cast.hears(
            f"And more {number}",
            in_reply_to=message.message_id,
            reply_token=message.conversation.reply_token,
        )
    work()
    made.refresh_from_db()
    assert made.is_active
    notes = message.conversation.messages.filter(direction="note").count()
    assert notes == loops.MOST_AN_HOUR
    assert Run.objects.filter(outcome="loop").count() == 1
    other = cast.hears("Hello", address="dora@customer.example", subject="Other")
    work()
    assert other.conversation.messages.filter(direction="note").count() == 1


def test_a_merged_conversation_is_followed_to_where_its_messages_are(cast):
    rule("new", [adding("Returns")])
    stray = cast.hears(subject="New").conversation
    Conversation.objects.filter(pk=stray.pk).update(merged_into=cast.parcel)
    work()
    assert tags_of(cast.parcel) == ["Returns"]
    assert tags_of(stray) == []


def test_talks_with_suppliers_set_nothing_off(cast):
    rule("wrote", [adding("Returns")])
    side = cast.hears(subject="New").conversation
    Conversation.objects.filter(pk=side.pk).update(parent=cast.parcel)
    work()
    assert not Run.objects.exists()


def test_nobody_but_an_admin_makes_rules(cast):
    from promisedesk.core.errors import Refused

    wording = making.Wording("Mine", {"events": ["new"]}, [], [adding("Returns")])
    for agent in (cast.anna, cast.mona):
        with pytest.raises(Refused):
            making.add(wording, by=agent)
    assert making.add(wording, by=cast.ada).is_active is False


@pytest.mark.parametrize(
    ("when", "actions_", "conditions"),
    [
        ({}, [{"do": "reopen"}], []),
        ({"events": []}, [{"do": "reopen"}], []),
        ({"events": ["nonsense"]}, [{"do": "reopen"}], []),
        ({"after": "soon", "since": "answered"}, [{"do": "reopen"}], []),
        ({"after": "1 day", "since": "nonsense"}, [{"do": "reopen"}], []),
        ({"events": ["new"]}, [], []),
        ({"events": ["new"]}, [{"do": "follow"}], []),
        ({"events": ["new"]}, [{"do": "assign", "to": "me"}], []),
        ({"events": ["new"]}, [{"do": "tell", "whom": "nobody", "text": "x"}], []),
        ({"events": ["new"]}, [{"do": "letter", "texts": {"en": "Hi {nonsense.name}"}}], []),
        ({"events": ["new"]}, [{"do": "letter", "texts": {"en": "By {resolve.by}"}}], []),
        ({"events": ["new"]}, [{"do": "reopen"}],
         [{"field": "assignee", "op": "is", "value": ["me"]}]),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_when_it_is_saved(cast, when, actions_, conditions):
    from promisedesk.core.errors import Refused

    with pytest.raises(Refused):
        making.add(making.Wording("A rule", when, conditions, actions_), by=None)


def test_somebody_is_told(cast):
    rule("assigned", [{"do": "tell", "whom": "assignee", "text": "Please hurry"}], name="Hurry")
    assigning.assign(cast.parcel, cast.anna, by=cast.mona)
    work()
    notice = cast.anna.notices.get(verb="rule.tells")
    assert notice.conversation_id == cast.parcel.pk
    assert notice.data["text"] == "Please hurry"
    assert notice.data["rule"] == "Hurry"


def test_nobody_is_told_of_what_they_may_not_see(cast):
    whom = f"agent:{cast.boris.public_id}"
    rule("resolved", [{"do": "tell", "whom": whom, "text": "Look"}])
    closing.resolve(cast.parcel, by=cast.anna)
    work()
    assert not cast.boris.notices.filter(verb="rule.tells").exists()
    assert Run.objects.get().outcome == "failed"


def test_the_log_is_kept_for_half_a_year(cast, clock):
    rule("new", [adding("Returns")])
    cast.hears(subject="New")
    work()
    clock.shift(86400 * 100)
    cast.hears(subject="Newer", address="dora@customer.example")
    work()
    assert forgetting.forget() == 0
    clock.shift(86400 * 100)
    assert forgetting.forget() == 1
    assert Run.objects.count() == 1


ANGRY = "This is outrageous! You are liars, I have had enough of your useless shop!"


def test_a_rule_can_ask_how_the_customer_feels_though_nobody_has_read_it_yet(cast):
    asks = [{"field": "mood", "op": "is", "value": ["angry"]}]
    rule("wrote", [adding("Angry")], conditions=asks)
    cast.hears("When is it back?", address="dora@customer.example", subject="Kettle")
    cast.hears(ANGRY, subject="No parcel")
    work()
    assert tags_of(newest()) == ["Angry"]
    assert Run.objects.count() == 1


def test_a_rule_can_wait_for_anger(cast):
    rule("heated", [adding("Angry")])
    cast.hears(ANGRY, subject="No parcel")
    heat.read_due()
    work()
    assert tags_of(newest()) == ["Angry"]
