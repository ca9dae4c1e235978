"""Macros that set a tag which was put into another set that one from now on."""

from promisedesk.conversations.merging_tags import TAGS_MERGED, replaced
from promisedesk.core.events import on
from promisedesk.replies.models import Macro


@on(TAGS_MERGED)
def follow(event) -> None:
    old, new = event.data["id"], event.data["into_id"]
    for macro in Macro.objects.all():
        if (actions := replaced(macro.actions, old, new)) is not None:
            Macro.objects.filter(pk=macro.pk).update(actions=actions)
