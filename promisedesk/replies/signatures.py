"""What stands below an answer: the agent's own signature, else the inbox's, else the shop's.

Each may be for one inbox, language, group of customers or occasion. Of those that fit, the one
that says most of these is taken; where two say as much, occasion comes before group, group
before inbox, inbox before language. In the letter a rule stands above and below it (R9).
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation, Inbox, Message
from promisedesk.core.memo import remembered
from promisedesk.core.shop import the_shop
from promisedesk.lib.coach import signing
from promisedesk.promises.models import Promise
from promisedesk.replies import variables
from promisedesk.replies.models import Signature

# What may be filled in: facts of ours only, for a signature stands below every letter.
PLACES = ("agent.name", "agent.first_name", "shop.name", "shop.site", "shop.phone", "inbox.address")
VIP = "vip"  # the group of those who are marked so; every other one is a Contact.segment
SHORTEST_RULE = 20  # columns
Occasion = Signature.Occasion


def signature_for(
    inbox: Inbox,
    agent: Agent | None,
    language: str,
    conversation: Conversation | None = None,
    message: Message | None = None,
) -> str:
    """The lines below an answer in this language; the names of both if nobody wrote any.

    `conversation` says whose customer and which occasion it is, `message` which answer in it
    (one not written yet if None). One query, remembered, and two more only if somebody has
    signatures for occasions. A line with a place that cannot be filled is left out: no
    customer reads {shop.phone}.
    """
    chosen = choose(inbox, agent, language, conversation, message)
    signature = filled(chosen.text, inbox, agent) if chosen else ""
    return signature or "\n".join(filter(None, [agent and agent.name, inbox.name]))


def choose(
    inbox: Inbox,
    agent: Agent | None,
    language: str,
    conversation: Conversation | None = None,
    message: Message | None = None,
) -> Signature | None:
    """Which of those kept fits closest; None if none does."""
    kept = _kept(agent.pk if agent else None, inbox.pk)
    fitting = [one for one in kept if one.language in ("", language)]
    groups = {""} | (_groups(conversation) if conversation else set())
    fitting = [one for one in fitting if one.group.casefold() in groups]
    occasions = {""}
    if conversation and any(one.occasion for one in fitting):
        occasions |= occasions_of(conversation, message)
    fitting = [one for one in fitting if one.occasion in occasions]
    return max(fitting, key=_closeness, default=None)


def _closeness(one: Signature) -> tuple:
    says = (bool(one.occasion), bool(one.group), bool(one.inbox_id), bool(one.language))
    return bool(one.agent_id), sum(says), one.occasion == Occasion.FAULT, says, -one.pk


@remembered(Signature)
def _kept(agent: int | None, inbox: int) -> list[Signature]:
    """Those that may stand below this agent's answers from this inbox."""
    whose = Q(agent=None) | (Q(agent=agent) if agent else Q(pk__in=[]))
    return list(Signature.objects.filter(whose, Q(inbox=None) | Q(inbox=inbox)))


def _groups(conversation: Conversation) -> set[str]:
    contact = conversation.contact
    return {contact.segment.casefold()} | ({VIP} if contact.is_vip else set())


def occasions_of(conversation: Conversation, message: Message | None = None) -> set[str]:
    """What kind of answer this is, or the next one would be. Two queries."""
    before = conversation.messages.filter(direction=Message.Direction.OUT, automatic=False)
    if message is not None:
        before = before.filter(pk__lt=message.pk)
    last = before.order_by("-pk").values_list("created_at", flat=True).first()
    at = message.created_at if message else now()
    found = {Occasion.FURTHER if last else Occasion.FIRST}
    return {
        str(one) for one in found | ({Occasion.FAULT} if _missed(conversation, last, at) else set())
    }


def _missed(conversation: Conversation, last: datetime | None, at: datetime) -> bool:
    """Whether a promise to the customer was broken since our last answer."""
    due = Q(state=Promise.State.BROKEN) | Q(state=Promise.State.RUNNING)
    missed = Promise.objects.filter(due, conversation=conversation, due_at__lte=at)
    missed = missed.exclude(kind=Promise.Kind.RESOLUTION)  # nobody was told of those
    return missed.filter(due_at__gt=last).exists() if last else missed.exists()


def filled(text: str, inbox: Inbox | None, agent: Agent | None) -> str:
    """A signature with its places filled in, without the lines that cannot be."""
    lines = text.strip().splitlines()
    facts = _facts(inbox, agent) if "{" in text else {}
    made = [variables.fill(line, facts) for line in lines]
    return "\n".join(one.text for one in made if not one.missing).strip()


def framed(signature: str) -> str:
    """The same with a rule above and below, as wide as its longest line."""
    lines = signature.splitlines()
    widest = max(map(signing.columns_of, lines), default=0)
    rule = "-" * max(SHORTEST_RULE, min(widest, signing.COLUMNS))
    return "\n".join([rule, *signing.body_of(signature), rule])


def _facts(inbox: Inbox | None, agent: Agent | None) -> dict[str, str]:
    shop = the_shop()
    return {
        "agent.name": agent.name if agent else "",
        "agent.first_name": agent.first_name if agent else "",
        "shop.name": shop.shop_name or (inbox.name if inbox else ""),
        "shop.site": shop.site,
        "shop.phone": shop.phone,
        "inbox.address": inbox.address if inbox else "",
    }
