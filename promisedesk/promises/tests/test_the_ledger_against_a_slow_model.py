"""Random days at the desk, and after every step a look at the whole ledger.

The model is a plain list of what happened: which question came when, which answer left and
which came back. From it follows what is owed and what was kept; everything else is a law that
holds whatever happens: no time moves, what is broken stays broken, none is counted twice.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from math import ceil

import pytest
from django.utils.timezone import now

from promisedesk.conversations import (
    assigning,
    closing,
    customers,
    deliveries,
    merging,
    replying,
    splitting,
    undoing,
)
from promisedesk.conversations.models import Conversation, Merge, Message
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises import breaking, committing, policies, renewing
from promisedesk.promises.committing import Pledge
from promisedesk.promises.models import Promise
from promisedesk.promises.tests.conftest import MONDAY_NOON
from promisedesk.replies import calling

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
TARGETS = ("1 working day", "4 working hours", "24 hours", "2 days")
STEPS = 35
COUNTED = ("kept", "broken")
FACTS = ("pk", "kind", "conversation_id", "made_at", "due_at", "state", "settled_at")
FACTS += ("settled_by_id", "renewed_at", "renews_id", "asked_by_id", "told_by_id", "deed")


def due_of(at, target: str):
    """Bristol in November, 9 to 18, Monday to Friday, minute by minute."""
    amount, *working, unit = target.split()
    if not working:
        return at + int(amount) * {"hours": HOUR, "days": DAY}[unit]
    if unit == "day":
        while not is_open(at):
            at = at.replace(second=0) + MINUTE
        at += DAY
        while not is_open(at):
            at += DAY
        return at
    left = int(amount) * 3600
    while left:
        step = min(left, 60 - at.second)
        left -= step if is_open(at) else 0
        at += timedelta(seconds=step)
    return at


def is_open(at) -> bool:
    return at.weekday() < 5 and 9 <= at.hour < 18


@dataclass
class Told:
    """What happened, as a diary would have it."""

    sent: dict[int, object] = field(default_factory=dict)  # answer: when it was handed over
    answers: dict[int, set[int]] = field(default_factory=dict)  # and which questions it answers
    pending: set[int] = field(default_factory=set)
    forgiven: set[int] = field(default_factory=set)  # questions resolved without an answer
    target: dict[int, str] = field(default_factory=dict)  # of a question, when it came


class Walk:
    def __init__(self, seed, cast, clock):
        self.dice, self.cast, self.clock = random.Random(seed), cast, clock
        self.told, self.log = Told(), []
        self.before, self.events = {}, 0
        self.heard, self.target, self.settled = 0, TARGETS[0], None
        self.set_target(TARGETS[0])
        self.hear(None)
        self.look("begin")

    # --- what may happen

    def hear(self, one):
        self.heard += 1
        address = self.dice.choice(["clara", "clara", "cora"]) + "@customer.example"
        thread = {}
        if one is not None and one.merged_into_id is None:
            thread, address = {"reply_token": one.reply_token}, one.contact.identities.first().value
        message = self.cast.hears(f"Question {self.heard}?", address=address, **thread)
        if message.conversation.state != "spam":
            self.told.target[message.pk] = self.target

    def hear_anew(self, one):
        self.hear(None)

    def answer(self, one):
        message = replying.reply(one, "So it is.", by=self.cast.anna)
        self.told.pending.add(message.pk)

    def answer_and_promise(self, one):
        message = replying.reply(one, "I will see.", by=self.cast.anna)
        self.told.pending.add(message.pk)
        deed = self.dice.choice(["answer", "call", "refund"])
        pledge = Pledge(deed, "I will see to it", now() + self.dice.randint(1, 50) * HOUR)
        committing.commit(one, [pledge], by=self.cast.anna, told_by=message)

    def hand_over(self, one):
        waiting = sorted(self.told.pending)
        if waiting:
            number = self.dice.choice(waiting)
            at = now() - self.dice.choice([0, 0, 0, 90]) * timedelta(seconds=1)
            message = Message.objects.get(pk=number)
            at = max(at, message.created_at)
            self.expect_settled(message, at)
            self.answers(message)
            deliveries.sent(message.deliveries.get(is_copy=False), at)
            self.told.pending.discard(number)
            self.told.sent[number] = at

    def bounce(self, one):
        gone = sorted(self.told.sent)
        if gone:
            number = self.dice.choice(gone)
            delivery = Message.objects.get(pk=number).deliveries.filter(is_copy=False).first()
            if delivery:
                place = Message.objects.get(pk=number).conversation
                deliveries.bounced(delivery, "550 nobody here")
                if place.state != "spam":  # nothing is owed there, and nobody looks again
                    self.told.answers[number] -= (theirs := set(self.questions(place)))
                    self.told.forgiven -= {pk for pk in theirs if pk < number}

    def take_back(self, one):
        if self.told.pending:
            number = max(self.told.pending)
            undoing.take_back(Message.objects.get(pk=number), by=self.cast.anna)
            self.told.pending.discard(number)

    def call(self, one):
        message = calling.log(one, "She is content.", by=self.cast.anna)
        self.told.sent[message.pk] = message.created_at
        self.answers(message)

    def call_in_vain(self, one):
        calling.log(one, "", by=self.cast.anna, outcome=calling.MISSED)

    def note(self, one):
        replying.note(one, "The courier lost it.", by=self.cast.boris)

    def acknowledge(self, one):
        for letter in one.messages.filter(automatic=True, direction="out"):
            delivery = letter.deliveries.first()
            if delivery and delivery.state == "queued":
                deliveries.sent(delivery)

    def reassign(self, one):
        assigning.assign(one, self.dice.choice([self.cast.anna, self.cast.boris]), by=self.cast.ada)

    def resolve(self, one):
        try:
            closing.resolve(one, by=self.cast.anna)
        except closing.Unanswered:
            self.told.forgiven |= set(self.questions(one))
            closing.resolve(one, by=self.cast.anna, because="phone")

    def reopen(self, one):
        closing.reopen(one, by=self.cast.anna)
        self.told.forgiven -= set(self.questions(one))

    def spam(self, one):
        closing.mark_spam(one, by=self.cast.anna)

    def no_spam(self, one):
        closing.not_spam(one, by=self.cast.anna)
        self.told.forgiven -= set(self.questions(one))

    def merge(self, one):
        others = self.here().exclude(pk=one.pk)
        if others:
            merging.merge(one, self.dice.choice(others), by=self.cast.ada, customer="takes_part")

    def unmerge(self, one):
        rows = list(Merge.objects.filter(undone_at=None).order_by("pk"))
        if rows:
            merging.take_back(self.dice.choice(rows), by=self.cast.ada)

    def split(self, one):
        theirs = self.questions(one)
        if theirs:
            number = self.dice.choice(theirs)
            splitting.split(Message.objects.get(pk=number), by=self.cast.anna)
            self.told.forgiven.discard(number)

    def renew(self, one):
        owed = Promise.objects.owed().exclude(kind="resolution").order_by("pk")
        if owed:
            due_at = now() + self.dice.randint(1, 60) * HOUR
            renewing.renew(self.dice.choice(owed), due_at, by=self.cast.anna)

    def fulfil(self, one):
        owed = Promise.objects.owed().filter(kind="commitment").order_by("pk")
        if owed:
            committing.fulfil(self.dice.choice(owed), by=self.cast.anna)

    def drop(self, one):
        owed = Promise.objects.owed().filter(kind="commitment").order_by("pk")
        if owed:
            committing.withdraw(self.dice.choice(owed), by=self.cast.anna, because="All is well.")

    def other_customer(self, one):
        address = self.dice.choice(["clara", "cora", "dora"]) + "@customer.example"
        customers.change_customer(one, address, by=self.cast.anna)

    def other_policy(self, one):
        self.set_target(self.dice.choice(TARGETS))

    def other_hours(self, one):
        calendar = policies.default_calendar()
        data = calendar.version.data
        closed = [] if data["closed"] else ["2027-01-04"]  # far away: no promise reaches it
        policies.change_calendar(calendar, {**data, "closed": closed}, by=self.cast.ada)

    def sweep(self, one):
        breaking.break_due()

    def wait(self, one):
        self.clock.shift(self.dice.choice([1, 59, 3600, 5 * 3600, 86_400, 3 * 86_400]))

    def jump_to_a_due_time(self, one):
        later = Promise.objects.filter(due_at__gt=now()).order_by("due_at").first()
        if later:
            self.clock.move_to(later.due_at)

    def set_target(self, target):
        self.target = target
        policies.set_policy(
            self.cast.help,
            calendar=policies.default_calendar(),
            target=target,
            resolution_target="8 working hours",
        )

    # --- the walk

    OFTEN = ("hear", "answer", "hand_over", "wait", "sweep")
    SOMETIMES = (
        "hear_anew", "answer_and_promise", "bounce", "take_back", "call", "call_in_vain", "note",
        "acknowledge", "reassign", "resolve", "reopen", "spam", "no_spam", "merge", "unmerge",
        "split", "renew", "fulfil", "drop", "other_customer", "other_policy", "other_hours",
        "jump_to_a_due_time",
    )  # fmt: skip

    def here(self):
        found = Conversation.objects.filter(merged_into=None, messages__direction="in")
        return found.select_related("contact", "inbox").order_by("pk").distinct()

    def questions(self, one) -> list[int]:
        theirs = one.messages.filter(direction="in", automatic=False)
        return list(theirs.order_by("pk").values_list("pk", flat=True))

    def step(self):
        name = self.dice.choice(self.OFTEN * 3 + self.SOMETIMES)
        one = self.dice.choice(self.here())
        self.settled = None
        self.log.append(f"{now():%a %H:%M:%S} {name} {one.pk}")
        try:
            getattr(self, name)(one)
        except Refused:
            name = "refused"
        self.look(name)

    def answers(self, message):
        theirs = self.questions(message.conversation)
        self.told.answers[message.pk] = {pk for pk in theirs if pk < message.pk}

    def expect_settled(self, answer, at):
        """Every answer owed for a question from before this answer is kept by it, or not."""
        one = answer.conversation_id
        owed = [
            row
            for row in self.before.values()
            if row["kind"] == "answer" and self.is_owed(row) and row["asked_by_id"] < answer.pk
        ]
        places = dict(Message.objects.values_list("pk", "conversation_id"))
        mine = [row for row in owed if places.get(row["asked_by_id"]) == one]
        self.settled = {
            row["pk"]: ("kept" if at <= row["due_at"] else "broken", at, answer.pk) for row in mine
        }

    def is_owed(self, row) -> bool:
        live = row["state"] in ("running", "broken")
        return live and row["settled_at"] is None and row["renewed_at"] is None

    # --- the laws

    def look(self, name):
        self.log[-1:] = [f"{line} ({name})" for line in self.log[-1:]]
        rows = {row["pk"]: row for row in Promise.objects.order_by("pk").values(*FACTS)}
        events = list(Event.objects.filter(pk__gt=self.events, verb__startswith="promise."))
        self.events = max([self.events, *(one.pk for one in events)])
        said = {one.data.get(key) for one in events for key in ("promise", "renews")}
        for pk, row in rows.items():
            was = self.before.get(pk)
            if was is None:
                assert pk in said, "a promise without an event"
                self.is_rightly_made(row, name)
                continue
            self.time_stands(was, row, name)
            self.may_become(was, row, name)
            if row["state"] != was["state"]:
                assert pk in said, f"{was['state']} became {row['state']} without an event"
        if self.settled is not None:
            for pk, expected in self.settled.items():
                row = rows[pk]
                assert (row["state"], row["settled_at"], row["settled_by_id"]) == expected
        self.none_is_counted_twice(rows)
        self.late_is_right()
        self.owed_is_right(rows, name)
        self.before = rows

    def is_rightly_made(self, row, name):
        if row["kind"] != "answer" or row["renews_id"] is not None:
            return
        asked_by = row["asked_by_id"]
        same = [one for one in self.before.values() if one["asked_by_id"] == asked_by]
        same = [one for one in same if one["kind"] == "answer"]
        if same and name != "bounce":
            assert row["due_at"] in {one["due_at"] for one in same}, "promised anew, another time"
        elif name != "bounce":
            target = self.told.target.get(asked_by, self.target)
            if name in ("hear", "hear_anew", "begin"):
                assert row["due_at"] == due_of(row["made_at"], target)

    def time_stands(self, was, row, name):
        assert row["made_at"] == was["made_at"]
        if row["kind"] == "resolution" and was["state"] == "paused":
            assert row["due_at"] >= was["due_at"]
        else:
            assert row["due_at"] == was["due_at"], "a told time moved"

    def may_become(self, was, row, name):
        change = (was["state"], row["state"])
        if was["state"] == row["state"]:
            return
        allowed = {
            ("running", "kept"), ("running", "broken"), ("running", "withdrawn"),
            ("running", "paused"), ("paused", "running"), ("paused", "kept"),
            ("paused", "withdrawn"),
        }  # fmt: skip
        if change == ("broken", "kept"):  # it had left in time, and was written down after
            assert row["settled_at"] <= row["due_at"]
        elif was["state"] == "kept":
            assert name == "bounce"
        else:
            assert change in allowed, change
        if row["state"] == "withdrawn" and was["state"] == "running":
            assert row["due_at"] > now() or row["kind"] == "resolution", "withdrawn though due"

    def none_is_counted_twice(self, rows):
        """A question is kept or missed once, but for a time that was missed and renewed."""
        by_question = defaultdict(list)
        for row in rows.values():
            due = row["state"] == "running" and row["due_at"] <= now()
            is_counted = row["state"] in COUNTED or due
            if row["kind"] == "answer" and is_counted and row["renewed_at"] is None:
                by_question[row["asked_by_id"]].append(row["pk"])
        for question, counted in by_question.items():
            assert len(counted) == 1, f"question {question} counts {len(counted)} times: {counted}"

    def late_is_right(self):
        for one in Promise.objects.all():
            if one.settled_at:
                late = one.settled_at - one.due_at if one.state == "broken" else timedelta(0)
            elif one.due_at > now() or one.state == "withdrawn":
                late = None if one.due_at > now() else timedelta(0)
            else:
                late = timedelta(0) if one.state == "kept" else now() - one.due_at
            expected = late if late is None else ceil(late.total_seconds())
            if one.state_now == "broken" and expected == 0:
                expected = 1
            if one.state == "paused" and expected is not None:
                continue  # it rests; no page shows how late it would be
            assert one.late_s == expected

    def owed_is_right(self, rows, name):
        places = dict(Message.objects.values_list("pk", "conversation_id"))
        for one in self.here():
            theirs = [
                pk
                for pk in self.questions(one)
                if "thanks" not in str(Message.objects.values_list("marks", flat=True).get(pk=pk))
            ]
            answered = set().union(*(self.told.answers[pk] for pk in self.told.sent))
            due = [pk for pk in theirs if pk not in answered | self.told.forgiven]
            owed = [
                row
                for row in rows.values()
                if self.is_owed(row)
                and (
                    places.get(row["asked_by_id"]) == one.pk
                    if row["kind"] == "answer"
                    else row["conversation_id"] == one.pk
                )
            ]
            answers = [row for row in owed if row["kind"] == "answer"]
            if one.state == "spam":
                assert one.due_at is None
                assert not [row for row in answers if row["due_at"] > now()]
                continue
            assert bool(answers) == bool(due), f"{one.pk} owes {answers} for {due}"
            first = min([row["due_at"] for row in owed], default=None)
            assert one.due_at == first, f"listed by {one.due_at}, owed by {first}"
            first = min([row["due_at"] for row in answers], default=None)
            assert one.answer_due_at == first


@pytest.mark.parametrize("seed", range(6))
def test_a_random_week_keeps_every_law(cast, clock, seed):
    walk = Walk(seed, cast, clock)
    for _ in range(STEPS):
        try:
            walk.step()
        except AssertionError as error:
            raise AssertionError("\n".join([*walk.log, str(error)])) from error
    assert Promise.objects.filter(made_at__gte=MONDAY_NOON).exists()
