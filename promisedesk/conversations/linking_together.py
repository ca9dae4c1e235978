"""Two conversations of one matter that stay two: each tells of the other."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.joint_verbs import LINKED, UNLINKED
from promisedesk.conversations.models import Conversation, Link
from promisedesk.core.errors import Refused
from promisedesk.core.events import record


@transaction.atomic
def link(one: Conversation, other: Conversation, *, by: Agent) -> bool:
    """Link two conversations, both ways. False if they were linked already.

    Raises Refused for one with itself, and for what the agent may not see.
    """
    demand(by, Deed.JOIN)
    one, other = one.merged_into or one, other.merged_into or other
    if one.pk == other.pk:
        raise Refused(_("Choose another conversation: this one cannot be linked with itself."))
    seen = Conversation.objects.visible_to(by).filter(pk__in=[one.pk, other.pk])
    if seen.count() < 2:
        raise Refused(_("You cannot see one of these conversations."))
    _link, is_new = Link.objects.get_or_create(**ordered(one.pk, other.pk), defaults={"by": by})
    if is_new:
        record(LINKED, by=by, conversation=one, ref=other.ref, other=other.public_id)
        record(LINKED, by=by, conversation=other, ref=one.ref, other=one.public_id)
    return is_new


@transaction.atomic
def unlink(one: Conversation, other: Conversation, *, by: Agent) -> None:
    """Take the link away. Raises Refused if there is none."""
    demand(by, Deed.JOIN)
    ours, theirs = _members(one), _members(other)
    between = Q(first__in=ours, second__in=theirs) | Q(first__in=theirs, second__in=ours)
    if not Link.objects.filter(between).delete()[0]:
        raise Refused(_("These conversations are not linked any more."))
    record(UNLINKED, by=by, conversation=one, ref=other.ref)
    record(UNLINKED, by=by, conversation=other, ref=one.ref)


def linked(conversation: Conversation, agent: Agent) -> list[Conversation]:
    """Those it is linked with that this agent may see, the newest first. Two queries.

    What was linked with a conversation that was merged into this one counts, and the other way
    round: the link leads to where the other is now.
    """
    ours = _members(conversation)
    pairs = Link.objects.filter(Q(first__in=ours) | Q(second__in=ours))
    ends = pairs.values_list("first", "first__merged_into", "second", "second__merged_into")
    others = {end for one, into, two, along in ends for end in (into or one, along or two)} - {
        conversation.pk
    }
    if not others:
        return []
    seen = Conversation.objects.visible_to(agent).filter(pk__in=others)
    return list(seen.select_related("contact").order_by("-last_at"))


def _members(conversation: Conversation) -> QuerySet:
    """It, and what was merged into it."""
    both = Q(pk=conversation.pk) | Q(merged_into=conversation)
    return Conversation.objects.filter(both).values("pk")


def ordered(one: int, other: int) -> dict[str, int]:
    """A link is written one way, so that two people cannot write it twice."""
    return {"first_id": min(one, other), "second_id": max(one, other)}
