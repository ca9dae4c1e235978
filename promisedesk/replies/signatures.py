"""What stands below an answer: the agent's own signature, else the inbox's in their language."""

from __future__ import annotations

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Inbox
from promisedesk.core.shop import the_shop
from promisedesk.replies import variables

# What may be filled in: facts of ours only, for a signature stands below every letter.
PLACES = ("agent.name", "agent.first_name", "shop.name", "shop.site", "shop.phone", "inbox.address")


def signature_for(inbox: Inbox, agent: Agent | None, language: str) -> str:
    """The lines below an answer in this language; the names of both if nobody wrote any.

    A line with a place that cannot be filled is left out: no customer reads {shop.phone}.
    """
    written = (agent.signature if agent else "") or inbox.signatures.get(language, "")
    lines = (written or inbox.signature).strip().splitlines()
    if lines:
        facts = _facts(inbox, agent) if any("{" in line for line in lines) else {}
        made = [variables.fill(line, facts) for line in lines]
        lines = [one.text for one in made if not one.missing]
    signature = "\n".join(lines).strip()
    return signature or "\n".join(filter(None, [agent and agent.name, inbox.name]))


def _facts(inbox: Inbox, agent: Agent | None) -> dict[str, str]:
    shop = the_shop()
    return {
        "agent.name": agent.name if agent else "",
        "agent.first_name": agent.first_name if agent else "",
        "shop.name": shop.shop_name or inbox.name,
        "shop.site": shop.site,
        "shop.phone": shop.phone,
        "inbox.address": inbox.address,
    }
