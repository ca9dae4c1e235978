"""Mails that stayed outside: could not be read, or were for nobody here. Nothing is deleted."""

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Arrival, Inbox
from promisedesk.conversations.verbs import READ_AGAIN
from promisedesk.core.errors import Refused
from promisedesk.core.events import record

State = Arrival.State


@transaction.atomic
def read_again(arrival: Arrival, *, by: Agent, inbox: Inbox | None = None) -> None:
    """Have a mail read once more, for `inbox` if it was for nobody.

    Raises Refused if it is in a conversation already, or there is no inbox to put it in.
    """
    inbox = inbox or arrival.inbox
    if inbox is None:
        raise Refused(_("Choose the inbox this mail belongs to."))
    again = Arrival.objects.filter(
        pk=arrival.pk, state__in=[State.UNREADABLE, State.UNROUTED]
    ).update(state=State.WAITING, inbox=inbox, due_at=now(), attempts=0, last_error="")
    if not again:
        raise Refused(_("This mail is being read already, or is in a conversation."))
    record(READ_AGAIN, by=by, arrival=arrival.pk, inbox=inbox.pk)
