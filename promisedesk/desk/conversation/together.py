"""What belongs to a conversation and stands beside it: talks, merges, links."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Q

from promisedesk.agents.models import Agent
from promisedesk.conversations.linking_together import linked
from promisedesk.conversations.models import Conversation, Merge, Message
from promisedesk.conversations.models.conversations import of_conversations_seen_by
from promisedesk.desk.conversation.timeline import Said, said

MOST_SHOWN = 100  # messages of all talks beside one conversation


@dataclass(slots=True)
class Side:
    """One talk beside a conversation, ready to be drawn."""

    conversation: Conversation
    messages: list[Said]

    @property
    def is_new(self) -> bool:
        """Somebody there wrote, and nobody has answered since."""
        return self.conversation.state == Conversation.State.OPEN

    @property
    def is_unread(self) -> bool:
        """The same, and nobody has seen it yet."""
        return self.is_new and self.conversation.is_unread


@dataclass(slots=True)
class Together:
    sides: list[Side] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    links: list[Conversation] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.merges or self.links)


def together(conversation: Conversation, agent: Agent) -> Together:
    """All of it. No query where there is nothing; else one to five."""
    found = Together()
    if conversation.has_beside:
        sides = Q(parent=conversation) & of_conversations_seen_by(agent)
        rows = Conversation.objects.filter(sides | Q(merged_into=conversation))
        children = list(rows.select_related("contact", "inbox").order_by("pk"))
        found.sides = _sides([one for one in children if one.parent_id and not one.merged_into_id])
        found.merges = _merges([one for one in children if one.merged_into_id])
    if conversation.has_links:
        found.links = linked(conversation, agent)
    return found


def _merges(shells: list[Conversation]) -> list[Merge]:
    if not shells:
        return []
    rows = Merge.objects.filter(gone__in=shells, undone_at=None).defer("before")
    return list(rows.select_related("gone", "by").order_by("pk"))


def _sides(sides: list[Conversation]) -> list[Side]:
    if not sides:
        return []
    found = Message.objects.filter(conversation__in=sides)
    newest = list(found.order_by("-pk").values_list("pk", flat=True)[:MOST_SHOWN])
    drawn: dict[int, list[Said]] = {one.pk: [] for one in sides}
    by_pk = {one.pk: one for one in sides}
    for pk, message in said(found.filter(pk__in=newest), by_pk):
        drawn[pk].append(message)
    return [Side(one, drawn[one.pk]) for one in sides]
