"""Who may do what: the one policy behind pages, API, live stream, search and files.

Two questions, never mixed. *Which rows* an agent sees is asked of the rows
(`Conversation.objects.visible_to`); *what they may do* with what they see is asked here. A
newcomer would get wrong: abilities ask, not pages, so that no door can forget to.
"""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.core.errors import Refused


class Deed(StrEnum):
    NOTE = "note"  # write notes, mention, follow
    ANSWER = "answer"  # write to customers and suppliers
    SORT = "sort"  # assign, tag, fill in fields, snooze, resolve, spam
    JOIN = "join"  # merge, split, link, change the customer; and take it back
    CARD = "card"  # change a customer's card
    OWN = "own"  # macros and views of one's own
    SHARE = "share"  # macros and views for a team or everybody
    EXPORT = "export"
    LOOK_AT_SETTINGS = "look_at_settings"
    RUN = "run"  # change settings, people, inboxes, rules


_LIGHT = {Deed.NOTE}
_AGENT = _LIGHT | {Deed.ANSWER, Deed.SORT, Deed.JOIN, Deed.CARD, Deed.OWN}
_MANAGER = _AGENT | {Deed.SHARE, Deed.EXPORT, Deed.LOOK_AT_SETTINGS}
DEEDS: dict[str, frozenset[Deed]] = {
    Agent.Role.LIGHT: frozenset(_LIGHT),
    Agent.Role.AGENT: frozenset(_AGENT),
    Agent.Role.MANAGER: frozenset(_MANAGER),
    Agent.Role.ADMIN: frozenset(Deed),
}


def may(agent: Agent | None, deed: Deed) -> bool:
    """Whether an agent may do such a thing at all. None is the desk itself, which may."""
    return agent is None or (agent.is_active and deed in DEEDS.get(agent.role, ()))


def demand(agent: Agent | None, deed: Deed) -> None:
    """Raises Refused, with words for the person, unless they may."""
    if not may(agent, deed):
        raise Refused(
            _("Your role does not allow this. Ask an admin of your desk for another role.")
        )
