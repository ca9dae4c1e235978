"""Who looks after a conversation."""

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation
from promisedesk.conversations.verbs import ASSIGNED, TAKEN, UNASSIGNED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record


@transaction.atomic
def assign(conversation: Conversation, to: Agent | None, *, by: Agent) -> bool:
    """Give it to an agent, or to nobody (None). False if it was theirs already.

    Raises Refused when the agent could not see it, or has left.
    """
    row = Conversation.objects.filter(pk=conversation.pk)
    if to is not None and not (to.is_active and row.visible_to(to).exists()):
        raise Refused(
            _("%(name)s cannot see this conversation. Choose somebody of its team.")
            % {"name": to.name}
        )
    if not row.exclude(assignee=to).update(assignee=to):
        return False
    conversation.assignee = to
    if to is None:
        record(UNASSIGNED, by=by, conversation=conversation)
    elif to == by:
        record(TAKEN, by=by, conversation=conversation)
    else:
        record(ASSIGNED, by=by, conversation=conversation, to=to.name)
    return True
