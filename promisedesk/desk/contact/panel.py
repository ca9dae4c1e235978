"""What is known of the customer, beside the conversation."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language_info

from promisedesk.agents.models import Agent
from promisedesk.contacts.models import Contact, Identity
from promisedesk.conversations.models import Conversation
from promisedesk.promises import measures
from promisedesk.promises.measures import Share

EARLIER = 6
SHOWN_PROMISES = 24


@dataclass(slots=True)
class Panel:
    contact: Contact
    emails: list[Identity]
    phones: list[Identity]
    suggested: list[Identity]
    language: str
    kept: Share
    outcomes: list[str]
    earlier: list[Conversation]
    form: object = None  # the card being edited, when something was wrong with it


def panel(conversation: Conversation, agent: Agent) -> Panel:
    """The customer of this conversation, and earlier ones this agent may see. Three queries."""
    contact = conversation.contact
    known = list(contact.identities.order_by("pk"))
    phones = [one for one in known if one.kind == Identity.Kind.PHONE]
    kept, outcomes = measures.word_kept(contact, SHOWN_PROMISES)
    earlier = Conversation.objects.visible_to(agent).filter(contact=contact)
    earlier = earlier.only("public_id", "subject", "state", "last_at")
    return Panel(
        contact=contact,
        emails=[one for one in known if one.kind == Identity.Kind.EMAIL],
        phones=[one for one in phones if not one.is_suggested],
        suggested=[one for one in known if one.is_suggested],
        language=_language_name(conversation.language or contact.language),
        kept=kept,
        outcomes=outcomes,
        earlier=list(earlier.exclude(pk=conversation.pk).order_by("-id")[:EARLIER]),
    )


def _language_name(code: str) -> str:
    try:
        return get_language_info(code)["name_translated"] if code else ""
    except KeyError:
        return code.upper()
