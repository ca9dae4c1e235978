"""Keeping what an agent has written and not sent yet, so that nothing typed is ever lost."""

from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Conversation
from promisedesk.replies.models import Draft

LONGEST_DRAFT = 200_000


def save(
    conversation: Conversation,
    agent: Agent,
    text: str,
    is_note: bool = False,
    files: list[IncomingFile] | None = None,
) -> Draft | None:
    """Keep this text as the agent's draft; one without text and files is put away (None).

    `files`: those it has now, stored already; None leaves them as they are.
    """
    text = text.replace("\x00", "")[:LONGEST_DRAFT]
    key = {"conversation": conversation, "agent": agent, "is_note": is_note}
    given = {} if files is None else {"files": [_row(one) for one in files]}
    if not text.strip() and not given.get("files"):
        mine = Draft.objects.filter(**key)
        (mine if given else mine.filter(files=[])).delete()
        mine.update(text="", updated_at=now())
        return None
    draft, _made = Draft.objects.update_or_create(**key, defaults={"text": text, **given})
    return draft


def restore(conversation: Conversation, agent: Agent, text: str, files: list[IncomingFile]) -> None:
    """Put a reply that was taken back before what the agent has begun to write since."""
    key = {"conversation": conversation, "agent": agent, "is_note": False}
    begun = Draft.objects.filter(**key).first()
    kept = [_row(one) for one in files]
    if begun:
        text = "\n\n".join(part for part in (text, begun.text) if part.strip())
        kept += [one for one in begun.files if one not in kept]
    Draft.objects.update_or_create(**key, defaults={"text": text[:LONGEST_DRAFT], "files": kept})


def texts(conversation: Conversation, agent: Agent) -> dict[bool, str]:
    """What this agent left here, by is_note: one query for both kinds."""
    return {is_note: draft.text for is_note, draft in drafts(conversation, agent).items()}


def drafts(conversation: Conversation, agent: Agent) -> dict[bool, Draft]:
    """The same with the files that belong to it."""
    found = Draft.objects.filter(conversation=conversation, agent=agent)
    return {draft.is_note: draft for draft in found}


def _row(file: IncomingFile) -> list:
    return [file.name, file.content_type, file.size, file.sha256]


def files_of(draft: Draft) -> list[IncomingFile]:
    """Its files, stored already."""
    return [IncomingFile(*one) for one in draft.files]


def discard(conversation: Conversation, agent: Agent, is_note: bool = False) -> None:
    """Put the draft away: it was sent, or emptied."""
    Draft.objects.filter(conversation=conversation, agent=agent, is_note=is_note).delete()
