"""Telling colleagues: a notice for each who may see the conversation."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from promisedesk.agents import noticing
from promisedesk.agents.models import Agent, Team
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.events import Verb, record
from promisedesk.rules.verbs import TELLS, TOLD

ASSIGNEE, MANAGERS = "assignee", "managers"
LONGEST_TEXT = 300
MOST_NAMED = 5  # people in the timeline's sentence


def tell(people: Iterable[Agent], verb: Verb, conversation: Conversation, **data) -> list[Agent]:
    """A notice for each of them who may see the conversation; returns who may."""
    here = Conversation.objects.filter(pk=conversation.pk)
    told = [one for one in people if here.visible_to(one).exists()]
    noticing.notice(told, noticing.Kind.RULE, verb, conversation=conversation, **data)
    return told


def tell_whom(conversation: Conversation, whom: str, text: str, rule: str) -> str:
    """Tell who is meant; returns their names. Raises Refused when that is nobody."""
    told = tell(_people(conversation, whom), TELLS, conversation, rule=rule, text=text)
    if not told:
        raise Refused(_("Nobody was told: none of them may see this conversation."))
    names = ", ".join(one.name for one in told[:MOST_NAMED])
    record(TOLD, conversation=conversation, to=names, text=text)
    return names


def _people(conversation: Conversation, whom: str) -> Iterable[Agent]:
    active = Agent.objects.filter(is_active=True)
    kind, _colon, public_id = whom.partition(":")
    if whom == ASSIGNEE:
        return active.filter(pk=conversation.assignee_id)
    if whom == MANAGERS:
        return active.filter(role__in=[Agent.Role.MANAGER, Agent.Role.ADMIN])
    if kind == "team":
        return active.filter(teams__public_id=public_id)
    return active.filter(public_id=public_id)


def choices() -> list[tuple[str, str]]:
    """Who may be told, for a form."""
    teams = Team.objects.order_by("name").values_list("public_id", "name")
    agents = Agent.objects.filter(is_active=True).order_by("name")
    return [
        (ASSIGNEE, _("Whoever has it")),
        (MANAGERS, _("Managers and admins")),
        *((f"team:{key}", _("Team “%(name)s”") % {"name": name}) for key, name in teams),
        *((f"agent:{key}", name) for key, name in agents.values_list("public_id", "name")),
    ]


def named(whom: str) -> str:
    """Who is meant, in words; '' when they are not there any more."""
    kind, _colon, public_id = whom.partition(":")
    if whom == ASSIGNEE:
        return _("whoever has it")
    if whom == MANAGERS:
        return _("managers and admins")
    model = Team if kind == "team" else Agent
    found = model.objects.filter(public_id=public_id).first()
    return found.name if found else ""
