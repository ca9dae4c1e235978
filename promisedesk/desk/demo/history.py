"""Six weeks of answered questions before the demo's stories, so that reports have something to say.

Written straight into the tables, as nobody reads them one by one; the same rows each time.
Most are answered in time, Monday mornings are busy, and now and then one is missed.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.contacts import finding
from promisedesk.conversations import indexing
from promisedesk.conversations.models import Conversation, Delivery, Inbox, Message
from promisedesk.conversations.verbs import RECEIVED, REPLIED
from promisedesk.core.ids import public_id, short_ref
from promisedesk.core.models import Event
from promisedesk.desk.demo.past_letters import LETTERS, REGULARS
from promisedesk.lib.counting import Span, deadline
from promisedesk.promises import policies
from promisedesk.promises.models import Promise, PromisePolicy
from promisedesk.promises.verbs import BROKEN, KEPT, MADE, MADE_GOOD

DAYS = 42
UP_TO = timedelta(days=4)  # from then on the stories are told
A_DAY = {"en": 3, "ru": 1, "pl": 1}  # questions, on Mondays twice as many
LATE = 0.06
RENEWED = 0.03
# Shares of the target after which answers leave: many soon, some just in time.
PACE = (0.02, 0.05, 0.08, 0.15, 0.25, 0.4, 0.6, 0.8, 0.95)


def tell(people: dict[str, Agent]) -> None:
    """Fill the past of every inbox. Call it before the stories: rows stand in order of time."""
    chance = random.Random(42)  # noqa: S311  nothing secret
    told = [
        _Question(inbox, policies.policy_of(inbox), at, chance, people)
        for inbox in Inbox.objects.order_by("pk")
        for at in _moments(A_DAY[inbox.language], chance)
    ]
    told.sort(key=lambda one: one.asked_at)
    _write(told)


def _moments(a_day: int, chance: random.Random) -> list[datetime]:
    end = now() - UP_TO
    found = []
    for back in range(DAYS):
        day = end - timedelta(days=back)
        often = a_day * (2 if day.weekday() == 0 else 1)
        for _turn in range(often if day.weekday() < 5 or chance.random() < 0.3 else 0):
            hour = chance.triangular(7, 20, 10)
            at = day.replace(hour=0, minute=0, second=0) + timedelta(hours=hour)
            if at < end:
                found.append(at)
    return found


class _Question:
    """One question, its promise and its answer, not yet written down."""

    def __init__(
        self,
        inbox: Inbox,
        policy: PromisePolicy,
        asked_at: datetime,
        chance: random.Random,
        people: dict[str, Agent],
    ):
        self.inbox, self.asked_at, self.policy = inbox, asked_at, policy
        language = inbox.language
        self.agent = people[chance.choice(["anna", "anna", "oleg", "maya"])]
        self.subject, self.text, self.answer = chance.choice(LETTERS[language])
        name, address = chance.choice(REGULARS[language])
        self.contact = finding.find_or_create(address, name, language)
        self.due_at = policies.would_promise(policy, asked_at).due_at
        fate = chance.random()
        self.is_late = fate < LATE
        self.was_due_at = None
        if LATE < fate < LATE + RENEWED:  # a new time was given before the old one came
            self.was_due_at, self.due_at = self.due_at, self.due_at + timedelta(days=2)
        share = 1 + chance.random() if self.is_late else chance.choice(PACE)
        self.answered_at = self._after(share * chance.uniform(0.8, 1.05))
        if not self.is_late:
            self.answered_at = min(self.answered_at, self.due_at)

    def _after(self, share: float) -> datetime:
        """When so much of the target had passed: in opening hours, if it counts those."""
        span = Span.parse(self.policy.target)
        length = 9 * timedelta(hours=1) if span.unit == "day" else span.length
        minutes = max(3, int(share * length.total_seconds() / 60))
        calendar = policies.work_calendar(self.policy.calendar.version)
        worked = Span(minutes, "minute", working=True)
        at = deadline(calendar, self.asked_at, worked).due_at
        return max(at, self.due_at + timedelta(minutes=20)) if self.is_late else at

    def conversation(self) -> Conversation:
        return Conversation(
            ref=short_ref(),
            subject=self.subject,
            state=Conversation.State.RESOLVED,
            inbox=self.inbox,
            contact=self.contact,
            assignee=self.agent,
            language=self.inbox.language,
            created_at=self.asked_at,
            is_unread=False,
            sort_at=self.answered_at,
            last_at=self.answered_at,
            last_is_ours=True,
            preview=self.answer[:100],
        )

    def messages(self, conversation: Conversation) -> list[Message]:
        usual = {
            "conversation": conversation,
            "subject": self.subject,
            "language": self.inbox.language,
        }
        asked = Message(
            direction="in", contact=self.contact, text=self.text, created_at=self.asked_at,
            message_id=f"<{public_id()}@customer.example>", **usual,
        )  # fmt: skip
        answer = Message(
            direction="out", agent=self.agent, text=self.answer, created_at=self.answered_at,
            message_id=f"<{public_id()}@kettleandloom.example>", **usual,
        )  # fmt: skip
        return [asked, answer]

    def promise(self, asked: Message, answer: Message) -> Promise:
        promise = self._promise(asked, self.due_at)
        promise.state = Promise.State.BROKEN if self.is_late else Promise.State.KEPT
        promise.settled_at, promise.settled_by = self.answered_at, answer
        return promise

    def renewed(self, asked: Message) -> Promise | None:
        """The promise before, if a new time was given."""
        if not self.was_due_at:
            return None
        promise = self._promise(asked, self.was_due_at)
        promise.state = Promise.State.WITHDRAWN
        promise.renewed_at = self.was_due_at - timedelta(hours=1)
        return promise

    def _promise(self, asked: Message, due_at: datetime) -> Promise:
        return Promise(
            conversation=asked.conversation,
            contact=self.contact,
            made_at=self.asked_at,
            due_at=due_at,
            told_at=self.asked_at,
            target=self.policy.target,
            policy=self.policy,
            calendar_version=self.policy.calendar.version,
            time_zone=policies.work_calendar(self.policy.calendar.version).time_zone,
            asked_by=asked,
        )


def _write(told: list[_Question]) -> None:
    talks = Conversation.objects.bulk_create(one.conversation() for one in told)
    letters = Message.objects.bulk_create(
        message for one, talk in zip(told, talks, strict=True) for message in one.messages(talk)
    )
    pairs = list(zip(letters[::2], letters[1::2], strict=True))
    Delivery.objects.bulk_create(
        Delivery(
            message=answer, to_address="customer@mail.example", state=Delivery.State.SENT,
            created_at=answer.created_at, sent_at=answer.created_at, due_at=None, attempts=1,
        )
        for _asked, answer in pairs
    )  # fmt: skip
    promises = []
    for one, (asked, answer) in zip(told, pairs, strict=True):
        before, promise = one.renewed(asked), one.promise(asked, answer)
        if before:
            before.save()
            promise.renews, promise.made_at = before, before.renewed_at
        promises.append(promise)
    Promise.objects.bulk_create(promises)
    Event.objects.bulk_create(
        event
        for pair, promise in zip(pairs, promises, strict=True)
        for event in _events(*pair, promise)
    )
    for letter in letters:
        indexing.put(letter)


def _events(asked: Message, answer: Message, promise: Promise) -> list[Event]:
    where = {"conversation_id": asked.conversation_id, "contact_id": promise.contact_id}
    owed = {"promise": promise.pk, "due_at": promise.due_at.isoformat()}
    found = [
        Event(verb=RECEIVED.name, at=asked.created_at, data={"message": asked.pk}, **where),
        Event(verb=MADE.name, at=promise.made_at, data=owed, **where),
    ]
    if promise.state == Promise.State.BROKEN:
        found.append(Event(verb=BROKEN.name, at=promise.due_at, data=owed, **where))
    found.append(
        Event(
            verb=REPLIED.name, at=answer.created_at, by=answer.agent,
            data={"message": answer.pk}, **where,
        )
    )  # fmt: skip
    ended = MADE_GOOD if promise.state == Promise.State.BROKEN else KEPT
    found.append(Event(verb=ended.name, at=answer.created_at, by=answer.agent, data=owed, **where))
    return found
