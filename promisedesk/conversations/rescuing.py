"""Mails that stayed outside: could not be read, or were for nobody here.

They wait until a person decides. What is thrown away leaves the list; its row and bytes stay,
or fetching might take it for a new mail.
"""

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.people import only_admins
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.models import Arrival, Inbox, Mailbox
from promisedesk.conversations.verbs import READ_AGAIN, THROWN_AWAY
from promisedesk.core import leases
from promisedesk.core.errors import Refused
from promisedesk.core.events import record

State = Arrival.State


@transaction.atomic
def read_again(arrival: Arrival, *, by: Agent, inbox: Inbox | None = None) -> None:
    """Have a mail read once more, for `inbox` if it was for nobody.

    Raises Refused if it is in a conversation already, or there is no inbox to put it in.
    """
    demand(by, Deed.RUN)
    inbox = inbox or arrival.inbox
    if _was_never_handed_over(arrival):
        _fetch_again(arrival)
        record(READ_AGAIN, by=by, arrival=arrival.pk)
        return
    if inbox is None:
        raise Refused(_("Choose the inbox this mail belongs to."))
    again = Arrival.objects.filter(
        pk=arrival.pk, state__in=[State.UNREADABLE, State.UNROUTED]
    ).update(state=State.WAITING, inbox=inbox, due_at=now(), attempts=0, last_error="")
    if not again:
        raise Refused(_("This mail is being read already, or is in a conversation."))
    record(READ_AGAIN, by=by, arrival=arrival.pk, inbox=inbox.pk)


def _was_never_handed_over(arrival: Arrival) -> bool:
    """Whether the mail server kept the bytes to itself when the mail was fetched."""
    return arrival.size == 0 and arrival.uid is not None and arrival.mailbox_id is not None


def _fetch_again(arrival: Arrival) -> None:
    """Have the mailbox asked for this one mail once more; what came after it is known.

    Not while it is being fetched from: that writes how far it came over what we ask for.
    """
    box = Mailbox.objects.select_for_update().get(pk=arrival.mailbox_id)
    if box.leased_by and leases.is_alive(box.leased_by, box.leased_until):
        raise Refused(_("Mail is being fetched from this mailbox. Try again in a moment."))
    if box.uid_validity != arrival.uid_validity:
        raise Refused(_("The mailbox was renumbered since: look for this mail there yourself."))
    if not Arrival.objects.filter(pk=arrival.pk, state=State.UNREADABLE).delete()[0]:
        raise Refused(_("This mail is being read already, or is in a conversation."))
    box.last_uid, box.due_at = min(box.last_uid, arrival.uid - 1), now()
    box.attempts = 1  # as after a failure: the next look leaves out what is in already
    box.save(update_fields=["last_uid", "due_at", "attempts"])


@transaction.atomic
def throw_away(arrival: Arrival, *, by: Agent) -> None:
    """Take a mail off the list for good. Only admins; raises Refused if it is not on it."""
    only_admins(by)
    gone = Arrival.objects.filter(
        pk=arrival.pk, state__in=[State.UNREADABLE, State.UNROUTED]
    ).update(state=State.DROPPED, due_at=None)
    if not gone:
        raise Refused(_("This mail is being read already, or is in a conversation."))
    record(THROWN_AWAY, by=by, arrival=arrival.pk)
