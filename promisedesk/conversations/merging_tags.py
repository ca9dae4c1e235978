"""Two tags that mean one thing become one. Not to be taken back, so the page asks twice."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.models import Conversation, SavedView, Tag
from promisedesk.core.errors import Refused
from promisedesk.core.events import Verb, record

TAGS_MERGED = Verb("tag.merged", gettext_lazy("%(by)s put the tag “%(tag)s” into “%(into)s”"))
Through = Conversation.tags.through


@transaction.atomic
def merge(tag: Tag, into: Tag, *, by: Agent) -> int:
    """Hang `into` on all that has `tag`, which is no more; returns on how many.

    Views ask for `into` from now on; rooms above hear of it by TAGS_MERGED and do likewise.
    """
    demand(by, Deed.RUN)
    if tag.pk == into.pk:
        raise Refused(_("Choose another tag to put it into."))
    had = Through.objects.filter(tag=tag)
    number = had.count()
    both = Through.objects.filter(tag=into).values("conversation_id")
    had.exclude(conversation_id__in=both).update(tag=into)
    for view in SavedView.objects.all():
        if (conditions := replaced(view.conditions, tag.public_id, into.public_id)) is not None:
            SavedView.objects.filter(pk=view.pk).update(conditions=conditions)
    facts = {"id": tag.public_id, "into_id": into.public_id}
    record(TAGS_MERGED, by=by, tag=tag.name, into=into.name, **facts)
    tag.delete()
    return number


def replaced(data: Any, old: str, new: str) -> Any:
    """JSON with one id instead of another, each once in a list; None when it was not there."""
    made = _with(data, old, new)
    return None if made == data else made


def _with(data: Any, old: str, new: str) -> Any:
    if isinstance(data, dict):
        return {key: _with(value, old, new) for key, value in data.items()}
    if isinstance(data, list):
        made = [_with(one, old, new) for one in data]
        texts_only = all(isinstance(one, str) for one in made)
        return list(dict.fromkeys(made)) if texts_only else made
    return new if data == old else data
