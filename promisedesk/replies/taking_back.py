"""Taking a sent answer back as a draft: its words, its files, whom it went to, its macros."""

from django.db import transaction

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import tagging, undoing
from promisedesk.conversations.models import Message, Tag
from promisedesk.core.models import Event
from promisedesk.replies import drafting
from promisedesk.replies.recipients import Recipients
from promisedesk.replies.verbs import WITH_MACROS


@transaction.atomic
def take_back(message: Message, *, by: Agent) -> list[str]:
    """Make it the writer's draft again; the macros it was sent with (public ids), to be ticked.

    The tags they hung on are taken off. Raises Refused as `undoing.take_back`.
    """
    demand(by, Deed.ANSWER)
    conversation, number = message.conversation, message.pk
    taken = undoing.take_back(message, by=by)
    chosen = Recipients(to=taken.to.lower(), copies=taken.copies)
    drafting.restore(conversation, by, taken.text, taken.files, chosen)
    log = Event.objects.filter(conversation_id=conversation.pk, verb=WITH_MACROS.name)
    event = log.filter(data__message=number).first()
    if event is None:
        return []
    tags = Tag.objects.filter(public_id__in=event.data["tags"])
    tagging.remove(conversation, tags, by=by)
    return event.data["macros"]
