"""Conditions as database conditions on conversations, one function a kind of field.

Everything is a column of the row, or an EXISTS beside it: no join can show a conversation
twice, and a list keeps walking along its index.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_
from zoneinfo import ZoneInfo

from django.db.models import Case as CaseWhen
from django.db.models import Exists, F, FloatField, Model, OuterRef, Q, TextField, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.db.models.lookups import (
    Exact,
    GreaterThan,
    GreaterThanOrEqual,
    IContains,
    IsNull,
    LessThan,
    Regex,
)

from promisedesk.agents.models import Agent, Team
from promisedesk.contacts.indexing import KIND as CUSTOMER
from promisedesk.contacts.models import Contact
from promisedesk.conversations.filter_fields import ADDED_PROMISES
from promisedesk.conversations.models import (
    Attachment,
    Conversation,
    Follower,
    Inbox,
    Mention,
    Tag,
)
from promisedesk.conversations.moods import CALM
from promisedesk.core.memo import remembered
from promisedesk.core.shop import the_shop
from promisedesk.lib.counting import LENGTHS, Span
from promisedesk.search.finding import groups, keys

SOON = timedelta(hours=1)
NOTHING = Q(pk__in=())
NUMBER = r"^-?[0-9]{1,15}([.][0-9]{1,9})?$"


class Asker:
    """Who asks, and when: "me" is this agent; None is the desk, of whom nobody is "me"."""

    def __init__(self, agent: Agent | None, at: datetime):
        self.agent, self.at = agent, at

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo((self.agent and self.agent.time_zone) or the_shop().time_zone)


def is_any(ways: Callable[[str, Asker], Q]):
    """A condition that holds if any of its values does."""

    def query(op: str, values: Sequence[str], asker: Asker) -> Q:
        found = reduce(or_, (ways(value, asker) for value in values), NOTHING)
        return ~found if op == "is_not" else found

    return query


# Not of customers: who listens to their rows makes every new one dearer (core.rows).
@remembered(Agent, Team, Tag, Inbox)
def _number(model: type[Model], public_id: str) -> int | None:
    return model.objects.filter(public_id=public_id).values_list("pk", flat=True).first()


def column(name: str):
    """Values are what the column holds."""

    def query(op: str, values: Sequence[str], asker: Asker) -> Q:
        found = Q(**{f"{name}__in": list(values)})
        return ~found if op == "is_not" else found

    return query


def promise(value: str, asker: Asker) -> Q:
    if value in ADDED_PROMISES:
        return ADDED_PROMISES[value](asker.at)
    return {
        "none": Q(due_at=None),
        "running": Q(due_at__gt=asker.at),
        "overdue": Q(due_at__lte=asker.at),
        "due_soon": Q(due_at__gt=asker.at, due_at__lt=asker.at + SOON),
    }[value]


def assignee(value: str, asker: Asker) -> Q:
    if value == "nobody":
        return Q(assignee=None)
    return Q(assignee=who) if (who := _agent(value, asker)) else NOTHING


def _agent(value: str, asker: Asker) -> int | None:
    if value == "me":
        return asker.agent and asker.agent.pk
    return _number(Agent, value)


def team(value: str, asker: Asker) -> Q:
    if value == "none":
        return Q(team=None)
    if value == "mine":
        return Q(team__in=asker.agent.teams.values("pk")) if asker.agent else NOTHING
    return _of(Team, "team", value)


def inbox(value: str, asker: Asker) -> Q:
    return _of(Inbox, "inbox", value)


def _of(model: type[Model], field: str, value: str) -> Q:
    number = _number(model, value)
    return Q(**{field: number}) if number else NOTHING


def tag(value: str, asker: Asker) -> Q:
    number = _number(Tag, value)
    through = Conversation.tags.through.objects
    return _beside(through.filter(tag=number)) if number else NOTHING


def _beside(rows) -> Q:
    # Rows of a tag or a person are few beside all conversations: they are gone through first.
    return Q(pk__in=rows.values("conversation"))


def mentions(value: str, asker: Asker) -> Q:
    who = _agent(value, asker)
    return _beside(Mention.objects.filter(agent=who)) if who else NOTHING


def follower(value: str, asker: Asker) -> Q:
    who = _agent(value, asker)
    return _beside(Follower.objects.filter(agent=who)) if who else NOTHING


def mood(value: str, asker: Asker) -> Q:
    # Angry people are few beside all: they are gone through first.
    if value == CALM:
        return Q(mood=None)
    return Q(pk__in=Conversation.objects.filter(mood=value).values("pk"))


def vip(value: str, asker: Asker) -> Q:
    # VIPs are few beside all customers: they are gone through first.
    theirs = Q(contact__in=Contact.objects.filter(is_vip=True).values("pk"))
    return theirs if value == "yes" else ~theirs


def segment(value: str, asker: Asker) -> Q:
    return Q(contact__in=Contact.objects.filter(segment=value).values("pk"))


def unread(value: str, asker: Asker) -> Q:
    return Q(is_unread=value == "yes")


def snoozed(value: str, asker: Asker) -> Q:
    asleep = Q(snoozed_until__gt=asker.at)
    # Spelt out: the negation of a comparison with nothing is not true.
    return asleep if value == "yes" else Q(snoozed_until=None) | Q(snoozed_until__lte=asker.at)


def has_file(value: str, asker: Asker) -> Q:
    files = Attachment.objects.filter(message__conversation=OuterRef("pk"), is_inline=False)
    return Q(Exists(files)) if value == "yes" else ~Q(Exists(files))


def customer(op: str, values: Sequence[str], asker: Asker) -> Q:
    """By public id (is), or by words of the name, the company or an address (has)."""
    if op in ("is", "is_not"):
        known = Contact.objects.filter(public_id__in=values)
        found = Q(contact__in=list(known.values_list("pk", flat=True)))
    else:
        ways = (keys(value, kinds=(CUSTOMER,)) for value in values)
        found = reduce(or_, (Q(contact__in=way) for way in ways), NOTHING)
    return ~found if op in ("is_not", "has_not") else found


def words(op: str, values: Sequence[str], asker: Asker) -> Q:
    """By the words of its messages, in any form."""
    found = reduce(or_, (Q(pk__in=groups(value)) for value in values), NOTHING)
    return ~found if op == "has_not" else found


def subject(op: str, values: Sequence[str], asker: Asker) -> Q:
    ways = (way for value in values for way in _spellings(value))
    found = reduce(or_, (Q(subject__icontains=way) for way in ways), NOTHING)
    return ~found if op == "has_not" else found


def _spellings(words: str) -> set[str]:
    """SQLite knows large and small letters in ASCII only."""
    return {words} if words.isascii() else {words, words.lower(), words.upper(), words.capitalize()}


def moment(name: str):
    """Dates are days in the asker's zone, or exact moments; spans end now."""

    def query(op: str, values: Sequence[str], asker: Asker) -> Q:
        (value,) = values
        if op in ("within", "older"):
            since = asker.at - span_of(value)
            return Q(**{f"{name}__gte" if op == "within" else f"{name}__lt": since})
        return Q(**{f"{name}__gte" if op == "after" else f"{name}__lt": _start(value, asker)})

    return query


def span_of(text: str) -> timedelta:
    """ "3 days" as a length; raises SpanError."""
    span = Span.parse(text)
    return span.amount * LENGTHS[span.unit]


def _start(text: str, asker: Asker) -> datetime:
    if len(text) <= len("2025-11-18"):
        return datetime.combine(date.fromisoformat(text), time(), asker.zone)
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=asker.zone)


def custom(path: str, key: str, kind: str):
    """By what was filled in: compared as text, numbers as numbers."""
    said = Cast(KeyTextTransform(key, F(path)), TextField())

    def query(op: str, values: Sequence[str], asker: Asker) -> Q:
        if op in ("filled", "empty"):
            is_empty = Q(IsNull(said, True)) | Q(Exact(said, Value("")))
            return is_empty if op == "empty" else ~is_empty
        found = reduce(or_, (Q(_compared(said, op, value, kind)) for value in values), NOTHING)
        # What nobody filled in is not it either.
        return Q(IsNull(said, True)) | ~found if op == "is_not" else found

    return query


def _compared(said, op: str, value: str, kind: str):
    if op == "has":
        return IContains(said, Value(value))
    if kind == "number":
        number = CaseWhen(
            When(Regex(said, Value(NUMBER)), then=Cast(said, FloatField())), default=None
        )
        return {"more": GreaterThan, "less": LessThan}.get(op, Exact)(number, Value(float(value)))
    if kind == "yes_no":
        # SQLite tells true as 1 or true by version and cast; PostgreSQL says true.
        yes = reduce(or_, (Q(Exact(said, Value(one))) for one in ("true", "1", "yes")))
        return yes if value == "yes" else ~yes
    return {"after": GreaterThanOrEqual, "before": LessThan}.get(op, Exact)(said, Value(value))


QUERIES = {
    "state": column("state"),
    "channel": column("channel"),
    "language": column("language"),
    "priority": column("priority"),
    "mood": is_any(mood),
    "vip": is_any(vip),
    "segment": is_any(segment),
    "promise": is_any(promise),
    "assignee": is_any(assignee),
    "team": is_any(team),
    "tag": is_any(tag),
    "inbox": is_any(inbox),
    "mentions": is_any(mentions),
    "follower": is_any(follower),
    "is_unread": is_any(unread),
    "is_snoozed": is_any(snoozed),
    "has_file": is_any(has_file),
    "customer": customer,
    "words": words,
    "subject": subject,
    "created": moment("created_at"),
    "last": moment("last_at"),
    "due": moment("due_at"),
}
