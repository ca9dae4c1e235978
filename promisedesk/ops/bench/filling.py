"""Fills a desk with conversations as a shop has them after some years, straight into its tables.

30 % are open or waiting, the rest resolved; three messages each, with their promises,
deliveries, events and search documents. The same rows for the same numbers.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

from django.db import connection, transaction
from django.utils.timezone import now

from promisedesk.agents.models import Agent, Team
from promisedesk.contacts.models import Contact, Identity
from promisedesk.conversations.models import Conversation, Delivery, Inbox, Message
from promisedesk.conversations.verbs import RECEIVED, REPLIED
from promisedesk.core.models import Event
from promisedesk.ops.bench import mails
from promisedesk.promises import policies
from promisedesk.promises.models import Promise
from promisedesk.promises.verbs import KEPT, MADE
from promisedesk.search import indexing, words
from promisedesk.search.models import Document

AGENTS = 20
AT_ONCE = 500  # conversations a transaction
LONG_ONE = 10**8  # the number of the conversation of many messages
MESSAGES = 3
REF = "B{:08d}"
TEXTS = 3000  # letters that are written; more are repeated
YEARS = timedelta(days=730)
STATES = {"open": 20, "waiting": 10, "resolved": 68, "spam": 2}  # percent
OVERDUE = 0.05  # of the open ones
ANSWERED_WITHIN = timedelta(hours=20)


class Shop:
    """The desk that is filled further and further, from where it is."""

    def __init__(self):
        self.agents = [self._agent(number) for number in range(AGENTS)]
        self.inbox = Inbox.objects.get(address=mails.INBOX)
        self.version = policies.policy_of(self.inbox).calendar.version
        self.contacts = list(Contact.objects.order_by("pk"))
        self.filled = Conversation.objects.exclude(ref=REF.format(LONG_ONE)).count()
        chance = random.Random(1)  # noqa: S311  nothing secret
        self.texts = {
            language: [mails.text_of(chance, language) for _number in range(TEXTS)]
            for language in mails.LANGUAGES
        }

    @staticmethod
    def _agent(number: int) -> Agent:
        role = ["admin", "manager"][number] if number < 2 else "agent"
        name, email = mails.name_of(number), f"agent{number}@shop.example"
        if kept := Agent.objects.filter(email=email).first():
            return kept
        agent = Agent.objects.create_user(email, name, role=role)
        if role == "agent":
            agent.teams.add(Team.objects.get_or_create(name="Orders")[0])
        return agent

    def write_a_long_one(self, number: int) -> Conversation:
        """One conversation with so many messages, open and answered in turns."""
        chance = random.Random(7)  # noqa: S311  nothing secret
        one = self._conversation(LONG_ONE, mails.Customers(len(self.contacts)))
        one.state, one.due_at, one.due_since, one.last_at = "waiting", None, None, now()
        one.created_at = now() - timedelta(days=number)
        one.save()
        step = (one.last_at - one.created_at) / number
        written = Message.objects.bulk_create(
            self._message(one, "in" if place % 2 else "out", one.created_at + place * step, chance)
            for place in range(number)
        )
        Delivery.objects.bulk_create(_delivery(each) for each in written if each.direction == "out")
        verbs = {"in": RECEIVED, "out": REPLIED}
        Event.objects.bulk_create(
            Event(
                verb=verbs[each.direction].name, at=each.created_at, by=each.agent,
                data={"message": each.pk}, conversation_id=one.pk, contact_id=one.contact_id,
            )
            for each in written
        )  # fmt: skip
        return one

    def fill(self, count: int) -> None:
        """Add conversations until there are `count`."""
        self._meet(max(1, count // mails.MAILS_A_CUSTOMER))
        customers = mails.Customers(len(self.contacts))
        while self.filled < count:
            together = min(AT_ONCE, count - self.filled)
            with transaction.atomic():
                self._add(range(self.filled, self.filled + together), customers)
            self.filled += together

    @transaction.atomic
    def _meet(self, count: int) -> None:
        numbers = range(len(self.contacts), count)
        new = Contact.objects.bulk_create(
            (
                Contact(name=mails.name_of(number), language=mails.language_of(number))
                for number in numbers
            ),
            batch_size=AT_ONCE,
        )
        Identity.objects.bulk_create(
            (
                Identity(contact=one, kind="email", value=f"customer{number}@mail.example")
                for one, number in zip(new, numbers, strict=True)
            ),
            batch_size=AT_ONCE,
        )
        make_findable(
            "contact",
            (
                (one.pk, None, one.language, "", (one.name, f"customer{number}@mail.example"))
                for one, number in zip(new, numbers, strict=True)
            ),
        )
        self.contacts += new

    def _add(self, numbers: range, customers: mails.Customers) -> None:
        made = [self._conversation(number, customers) for number in numbers]
        conversations = Conversation.objects.bulk_create(made)
        written = [one for each in conversations for one in self._messages(each)]
        messages = Message.objects.bulk_create(written)
        threads = [messages[at : at + MESSAGES] for at in range(0, len(messages), MESSAGES)]
        promises = [
            _promise(*one, self.version) for one in zip(conversations, threads, strict=True)
        ]
        Promise.objects.bulk_create(promises)
        Delivery.objects.bulk_create(
            _delivery(message) for message in messages if message.direction == "out"
        )
        Event.objects.bulk_create(
            event
            for one in zip(conversations, threads, promises, strict=True)
            for event in _events(*one)
        )
        make_findable(
            "message",
            (
                (one.pk, one.conversation_id, one.language, one.text, (one.subject, one.from_name))
                for one in messages
            ),
        )

    def _conversation(self, number: int, customers: mails.Customers) -> Conversation:
        chance = random.Random(number)  # noqa: S311  nothing secret
        contact = self.contacts[customers.draw(chance)]
        state = chance.choices(list(STATES), weights=STATES.values())[0]
        started, due_at = _times(chance, state)
        answered = state != "open"
        last_at = min(now(), started + ANSWERED_WITHIN) if answered else started
        return Conversation(
            ref=REF.format(number),
            subject=mails.subject_of(chance, contact.language),
            state=state,
            inbox=self.inbox,
            contact=contact,
            assignee=chance.choice([None, *self.agents]),
            language=contact.language,
            created_at=started,
            is_unread=chance.random() < 0.3 and not answered,
            due_at=due_at,
            due_since=started if due_at else None,
            sort_at=due_at or last_at,
            last_at=last_at,
            last_is_ours=answered,
            preview=chance.choice(self.texts[contact.language])[20:150].replace("\n", " "),
        )

    def _messages(self, conversation: Conversation) -> list[Message]:
        """The question, the acknowledgement or first answer, and a further word."""
        chance = random.Random(conversation.pk)  # noqa: S311  nothing secret
        last = "in" if conversation.state == "open" else "out"
        directions = ["in", "out", "in"] if last == "in" else ["in", "in", "out"]
        step = (conversation.last_at - conversation.created_at) / (MESSAGES - 1)
        return [
            self._message(conversation, direction, conversation.created_at + place * step, chance)
            for place, direction in enumerate(directions)
        ]

    def _message(self, conversation, direction: str, at: datetime, chance) -> Message:
        is_in = direction == "in"
        contact = conversation.contact
        return Message(
            conversation=conversation,
            direction=direction,
            agent=None if is_in else conversation.assignee or self.agents[0],
            contact=contact if is_in else None,
            from_address="customer@mail.example" if is_in else "",
            from_name=contact.name if is_in else "",
            subject=conversation.subject,
            text=chance.choice(self.texts[contact.language]),
            language=contact.language,
            message_id=f"<{chance.getrandbits(96):x}@shop.example>",
            created_at=at,
        )


def make_findable(kind: str, rows: Iterable[tuple[int, int | None, str, str, tuple]]) -> None:
    """Documents (key, group, language, text, further words), in a few statements for all.

    The words of a text are worked out once: letters are repeated.
    """
    rows = list(rows)
    made = Document.objects.bulk_create(
        (Document(kind=kind, key=key, group=group) for key, group, *_text in rows),
        batch_size=AT_ONCE,
    )
    stems = [
        [*stems_of("\n".join(more), language), *stems_of(text, language)]
        for _key, _group, language, text, more in rows
    ]
    if connection.vendor == "postgresql":
        statements = ["UPDATE search_document SET words = %s::tsvector WHERE id = %s"]
        values = [
            (indexing._as_tsvector(one), document.pk)
            for one, document in zip(stems, made, strict=True)
        ]
    else:
        values = [(document.pk, " ".join(one)) for one, document in zip(stems, made, strict=True)]
        statements = [
            f"INSERT INTO {table} (rowid, words) VALUES (%s, %s)"  # noqa: S608  a name of ours
            for table in indexing.tables_of(kind)
        ]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.executemany(statement, values)


@lru_cache(maxsize=20_000)
def stems_of(text: str, language: str) -> tuple[str, ...]:
    """The words of a text as they are kept."""
    return tuple(words.stems(text, language))


def _times(chance: random.Random, state: str) -> tuple[datetime, datetime | None]:
    """When it began, and when its answer is due if one is owed."""
    if state != "open":
        return now() - timedelta(days=2) - chance.random() * YEARS, None
    if chance.random() < OVERDUE:
        due_at = now() - chance.random() * timedelta(days=2)
    else:
        due_at = now() + timedelta(minutes=30) + chance.random() * timedelta(days=3)
    return min(now(), due_at - timedelta(hours=9)), due_at


def _promise(conversation: Conversation, thread: list[Message], version) -> Promise:
    is_owed = conversation.due_at is not None
    due_at = conversation.due_at or conversation.created_at + timedelta(days=1)
    if not is_owed:
        state = Promise.State.KEPT
    else:
        state = Promise.State.RUNNING if due_at > now() else Promise.State.BROKEN
    return Promise(
        conversation=conversation,
        contact=conversation.contact,
        made_at=conversation.created_at,
        due_at=due_at,
        told_at=conversation.created_at,
        settled_at=None if is_owed else conversation.last_at,
        state=state,
        target="1 working day",
        calendar_version=version,
        time_zone="Europe/Warsaw",
        asked_by=thread[0],
        settled_by=None if is_owed else thread[-1],
    )


def _delivery(message: Message) -> Delivery:
    return Delivery(
        message=message,
        to_address="customer@mail.example",
        state=Delivery.State.SENT,
        created_at=message.created_at,
        sent_at=message.created_at,
        due_at=None,
    )


def _events(conversation: Conversation, thread: list[Message], promise: Promise) -> list[Event]:
    where = {"conversation_id": conversation.pk, "contact_id": conversation.contact_id}
    owed = {"promise": promise.pk, "due_at": promise.due_at.isoformat()}
    verbs = {"in": RECEIVED, "out": REPLIED}
    found = []
    for one in thread:
        data = {"message": one.pk}
        found.append(
            Event(
                verb=verbs[one.direction].name, at=one.created_at, by=one.agent, data=data, **where
            )
        )
    found.append(Event(verb=MADE.name, at=promise.made_at, data=owed, **where))
    if promise.settled_at:
        found.append(Event(verb=KEPT.name, at=promise.settled_at, data=owed, **where))
    return found
