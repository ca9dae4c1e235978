"""Keeping what an agent has written and not sent yet, so that nothing typed is ever lost."""

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation
from promisedesk.replies.models import Draft

LONGEST_DRAFT = 200_000


def save(
    conversation: Conversation, agent: Agent, text: str, is_note: bool = False
) -> Draft | None:
    """Keep this text as the agent's draft; an empty one is put away (None)."""
    text = text.replace("\x00", "")[:LONGEST_DRAFT]
    if not text.strip():
        discard(conversation, agent, is_note)
        return None
    draft, _made = Draft.objects.update_or_create(
        conversation=conversation, agent=agent, is_note=is_note, defaults={"text": text}
    )
    return draft


def texts(conversation: Conversation, agent: Agent) -> dict[bool, str]:
    """What this agent left here, by is_note: one query for both kinds."""
    drafts = Draft.objects.filter(conversation=conversation, agent=agent)
    return dict(drafts.values_list("is_note", "text"))


def discard(conversation: Conversation, agent: Agent, is_note: bool = False) -> None:
    """Put the draft away: it was sent, or emptied."""
    Draft.objects.filter(conversation=conversation, agent=agent, is_note=is_note).delete()
