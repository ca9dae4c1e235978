"""Keeping what an agent has written and not sent yet, so that nothing typed is ever lost.

A draft is one agent's. What a colleague left lying is shown to whoever goes on with the
conversation, and becomes theirs when they take it over.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.prepared import prepared
from promisedesk.replies.models import Draft
from promisedesk.replies.recipients import Recipients

LONGEST_DRAFT = 200_000
LEFT_AFTER = timedelta(minutes=1)  # without a key pressed; before it, somebody is writing


class Overtaken(Refused):
    """The same agent wrote on elsewhere: in another tab, on another device."""

    def __init__(self, draft: Draft):
        super().__init__(_("You wrote on in another window. Which text should stay?"))
        self.draft = draft


@transaction.atomic
def save(
    conversation: Conversation,
    agent: Agent,
    text: str,
    is_note: bool = False,
    files: list[IncomingFile] | None = None,
    recipients: Recipients | None = None,
    seen: str | None = None,
) -> Draft | None:
    """Keep this text as the agent's draft; one without text and files is put away (None).

    `files`: those it has now, stored already; None leaves them as they are, as for `recipients`.
    `seen`: the `version` the writer went on from; raises Overtaken if there is a later one that
    says something else. None writes over whatever is there.
    """
    text = text.replace("\x00", "")[:LONGEST_DRAFT]
    key = {"conversation": conversation, "agent": agent, "is_note": is_note}
    given: dict = {} if files is None else {"files": [_row(one) for one in files]}
    if recipients is not None:
        given["recipients"] = recipients.as_json()
    mine = Draft.objects.filter(**key)
    if seen is not None:
        _refuse_overtaken(mine.select_for_update().first(), text, seen)
    if not text.strip() and not given.get("files"):
        (mine if "files" in given else mine.filter(files=[])).delete()
        mine.update(text="", updated_at=now())
        return None
    draft, _made = Draft.objects.update_or_create(**key, defaults={"text": text, **given})
    return draft


def _refuse_overtaken(there: Draft | None, text: str, seen: str) -> None:
    if there and there.text.strip() and version(there) != seen and there.text != text:
        raise Overtaken(there)


def version(draft: Draft | None) -> str:
    """Which state of a draft this is, to tell later whether it was changed since; '' for none."""
    return draft.updated_at.isoformat() if draft else ""


def restore(
    conversation: Conversation,
    agent: Agent,
    text: str,
    files: list[IncomingFile],
    recipients: Recipients | None = None,
) -> None:
    """Put a reply that was taken back before what the agent has begun to write since."""
    key = {"conversation": conversation, "agent": agent, "is_note": False}
    begun = Draft.objects.filter(**key).first()
    kept = [_row(one) for one in files]
    given = {} if recipients is None else {"recipients": recipients.as_json()}
    if begun:
        text = "\n\n".join(part for part in (text, begun.text) if part.strip())
        kept += [one for one in begun.files if one not in kept]
    fields = {"text": text[:LONGEST_DRAFT], "files": kept, **given}
    Draft.objects.update_or_create(**key, defaults=fields)


@transaction.atomic
def take_out(conversation: Conversation, agent: Agent, sentence: str) -> bool:
    """Take a sentence that the desk put there out of this agent's draft; False if it stands
    there no more, or was reworded."""
    mine = Draft.objects.filter(conversation=conversation, agent=agent, is_note=False)
    draft = mine.select_for_update().first()
    if draft is None or not sentence or sentence not in draft.text:
        return False
    parts = [part.strip("\n") for part in draft.text.split(sentence, 1)]
    draft.text = "\n\n".join(part for part in parts if part)
    draft.save()
    return True


def texts(conversation: Conversation, agent: Agent) -> dict[bool, str]:
    """What this agent left here, by is_note: one query for both kinds."""
    return {is_note: draft.text for is_note, draft in drafts(conversation, agent).items()}


def drafts(conversation: Conversation, agent: Agent) -> dict[bool, Draft]:
    """The same with the files that belong to it."""
    return drafts_of(all_here(conversation), agent)


def all_here(conversation: Conversation) -> list[Draft]:
    """Everybody's drafts in a conversation: one query for all that a page asks."""
    return _all_here(conversation.pk)


@prepared
def _all_here(conversation: int) -> QuerySet[Draft]:
    found = Draft.objects.filter(conversation_id=conversation).select_related("agent")
    return found.order_by("updated_at")


def drafts_of(found: list[Draft], agent: Agent) -> dict[bool, Draft]:
    """An agent's own among them, by is_note."""
    return {draft.is_note: draft for draft in found if draft.agent_id == agent.pk}


def left_by_others(found: list[Draft], agent: Agent, at: datetime | None = None) -> list[Draft]:
    """Answers that colleagues began and left lying, the newest last. Notes are their own."""
    long_ago = (at or now()) - LEFT_AFTER
    return [
        draft
        for draft in found
        if draft.agent_id != agent.pk
        and not draft.is_note
        and (draft.text.strip() or draft.files)
        and (draft.updated_at <= long_ago or not draft.agent.is_active)
    ]


@transaction.atomic
def adopt(draft: Draft, *, by: Agent) -> None:
    """Go on with what a colleague left: it stands before one's own words, and is theirs no more.

    Raises Refused if it is gone: sent, or adopted by somebody else.
    """
    demand(by, Deed.ANSWER)
    found = Draft.objects.select_for_update().filter(pk=draft.pk).first()
    if found is None or found.is_note:
        raise Refused(_("This draft is not here any more. Perhaps it was sent meanwhile."))
    mine = Draft.objects.filter(conversation=found.conversation_id, agent=by, is_note=False)
    begun = mine.first()
    chosen = (begun and begun.recipients) or found.recipients
    restore(found.conversation, by, found.text, files_of(found), Recipients.read(chosen))
    found.delete()


def _row(file: IncomingFile) -> list:
    return [file.name, file.content_type, file.size, file.sha256]


def rows_of(files: list[IncomingFile]) -> list[list]:
    """Files as a draft and a letter for later keep them."""
    return [_row(one) for one in files]


def files_of(draft) -> list[IncomingFile]:
    """The files of such a row, stored already."""
    return [IncomingFile(*one) for one in draft.files]


def discard(conversation: Conversation, agent: Agent, is_note: bool = False) -> None:
    """Put the draft away: it was sent, or emptied."""
    Draft.objects.filter(conversation=conversation, agent=agent, is_note=is_note).delete()
