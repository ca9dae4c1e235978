"""Giving out by itself what comes in, or what a team was given.

Whoever answered this customer last comes first (X9), else it goes in turn or to who has the
least to do, as the team or inbox says. One choice at a time for the whole desk: else two
workers would give two conversations to the same person. Chosen in the transaction that
writes the conversation, so that none is ever seen half given.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.db.models import (
    Case,
    Count,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils.timezone import now

from promisedesk.agents.models import Agent, AssignBy, Team
from promisedesk.agents.rights import Deed, may
from promisedesk.contacts.models import Contact
from promisedesk.conversations import seeing
from promisedesk.conversations.models import Conversation, Inbox, Message
from promisedesk.conversations.verbs import GIVEN_OUT, GIVEN_TO_KNOWN
from promisedesk.core import locks
from promisedesk.core.events import record
from promisedesk.core.memo import remembered

CONVERSATIONS_LOOKED_AT = 20
ANSWERS_LOOKED_AT = 50  # of one customer, the newest: who knows them now, not years ago


class Knows(NamedTuple):
    """Somebody (by name only) who answered this customer before, and how often of late."""

    agent: Agent
    times: int


def can_answer(agent: Agent) -> bool:
    """Whether conversations can be given to them at all."""
    return may(agent, Deed.ANSWER)


def for_new(inbox: Inbox, contact: Contact) -> tuple[Agent | None, bool]:
    """(who gets a new conversation of this inbox, whether as they know the customer).

    As its team says; one without a team, as itself. No query for a stranger where nothing is
    given out. Call it in the transaction that writes the conversation.
    """
    way: Team | Inbox = inbox if inbox.team_id is None else _team(inbox.team_id)
    knows_them = way.prefers_known and contact.answered_at is not None
    if not knows_them and way.assign_by == AssignBy.HAND:
        return None, False
    if way.assign_by != AssignBy.HAND:
        locks.hold_until_commit("giving out")
    candidates = _available(seeing.who_answers_in(inbox))
    known = _who_knows(contact, candidates) if knows_them else None
    if inbox.team_id is not None:  # managers see it too, but it is the work of the team
        candidates = candidates.filter(teams=inbox.team_id)
    chosen = known or _next_of(candidates, way.assign_by)
    return _gave(chosen), known is not None


@remembered(Team)
def _team(number: int) -> Team:
    return Team.objects.get(pk=number)


def to_somebody_of(conversation: Conversation, team: Team) -> Agent | None:
    """Give a conversation that is nobody's to one of this team, as the team gives out.

    None when the team leaves it to its people, or nobody is free. Call it in a transaction.
    """
    locks.hold_until_commit("giving out")
    candidates = _available(seeing.who_answers(conversation).filter(teams=team))
    known = _who_knows(conversation.contact, candidates) if team.prefers_known else None
    chosen = _gave(known or _next_of(candidates, team.assign_by))
    if chosen is None:
        return None
    row = Conversation.objects.filter(pk=conversation.pk, assignee=None)
    if row.update(assignee=chosen):
        conversation.assignee = chosen
        tell(conversation, chosen, is_known=known is not None)
    return chosen


def tell(
    conversation: Conversation, to: Agent, *, is_known: bool, at: datetime | None = None
) -> None:
    """Write down that the desk gave it to them, and why."""
    verb = GIVEN_TO_KNOWN if is_known else GIVEN_OUT
    record(verb, conversation=conversation, at=at, to=to.name, agent=to.pk)


def who_knows(conversation: Conversation, limit: int = 3) -> list[Knows]:
    """The colleagues who answered this customer of late, the most often first.

    Only those who may see this conversation. One query.
    """
    colleagues = seeing.who_answers(conversation).order_by().values("pk")
    answers = _answers(_newest_of(conversation.contact)).filter(agent__in=colleagues)
    columns = ("agent", "agent__public_id", "agent__name")
    counted = answers.values(*columns).annotate(times=Count("pk")).order_by("-times", "agent__name")
    return [
        Knows(Agent(pk=pk, public_id=public_id, name=name), times)
        for pk, public_id, name, times in counted.values_list(*columns, "times")[:limit]
    ]


def _newest_of(contact: Contact) -> QuerySet:
    """The numbers of their newest conversations."""
    theirs = Conversation.objects.filter(contact=contact).order_by("-pk")
    return theirs.values("pk")[:CONVERSATIONS_LOOKED_AT]


def _answers(conversations) -> QuerySet[Message]:
    found = Message.objects.filter(
        conversation__in=conversations, direction=Message.Direction.OUT, automatic=False
    )
    return found.exclude(channel="phone", marks__icontains="call:missed")  # nobody took it


def _newest_answers(contact: Contact) -> dict[int, int]:
    """How often each agent (number) answered them of late, whoever did so last at the front."""
    numbers = list(_newest_of(contact).values_list("pk", flat=True))
    answers = _answers(numbers)
    # By time, not number: along the index of threads, never through all messages backwards.
    newest = answers.exclude(agent=None).order_by("-created_at", "-pk")
    times: dict[int, int] = {}
    for agent in newest.values_list("agent", flat=True)[:ANSWERS_LOOKED_AT]:
        times[agent] = times.get(agent, 0) + 1
    return times


def _who_knows(contact: Contact, candidates: QuerySet[Agent]) -> Agent | None:
    """Of the candidates who answered this customer last, on whatever channel."""
    seen = _newest_answers(contact)
    if not seen:
        return None
    free = {one.pk: one for one in candidates.filter(pk__in=seen)}
    return next((free[pk] for pk in seen if pk in free), None)


def _available(agents: QuerySet[Agent]) -> QuerySet[Agent]:
    """Those of them who take new ones and have room: `load` is what they have open."""
    agents = agents.filter(takes_new=True).annotate(load=_load())
    return agents.filter(Q(capacity=0) | Q(load__lt=F("capacity")))


def _load() -> Combinable:
    """How much each agent has open, counted along the two indexes of what is somebody's."""
    theirs = Conversation.objects.filter(
        assignee=OuterRef("pk"), state=Conversation.State.OPEN, snoozed_until=None
    )
    owing, rest = theirs.filter(due_at__isnull=False), theirs.filter(due_at=None)
    return _number_of(owing) + _number_of(rest)


def _number_of(rows: QuerySet) -> Coalesce:
    counted = rows.order_by().values("assignee").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _next_of(candidates: QuerySet[Agent], assign_by: str) -> Agent | None:
    """Whose turn it is, or who has the least to do; who was given something longest ago."""
    if assign_by == AssignBy.HAND:
        return None
    never_first = Case(
        When(last_given_at=None, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    turn = [never_first, "last_given_at", "pk"]
    return candidates.order_by(*(["load", *turn] if assign_by == AssignBy.LOAD else turn)).first()


def _gave(chosen: Agent | None) -> Agent | None:
    if chosen is not None:
        Agent.objects.filter(pk=chosen.pk).update(last_given_at=now())
    return chosen
