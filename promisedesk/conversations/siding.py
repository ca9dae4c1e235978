"""A talk with a supplier or courier beside a conversation: the customer never sees it.

It is a conversation of its own (`parent` set), with its own customer (the supplier), address
and thread, so nothing of the parent can leak into its letters or the other way round. It is
promised nothing, is in no list, and what comes in makes the parent unread.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.contacts import finding
from promisedesk.conversations import inboxes, replying
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.joint_verbs import (
    MERGED,
    SIDE_ANSWERED,
    SIDE_BEGAN,
    SIDE_STARTED,
    UNMERGED,
)
from promisedesk.conversations.models import LONGEST_SUBJECT, Conversation, Message
from promisedesk.conversations.verbs import GIVEN_TO_TEAM, LEFT_TEAM, RECEIVED, REOPENED
from promisedesk.core.errors import Refused
from promisedesk.core.events import on, record
from promisedesk.core.ids import short_ref

State = Conversation.State


@transaction.atomic
def start(
    parent: Conversation,
    to: str,
    subject: str,
    text: str,
    *,
    by: Agent,
    name: str = "",
    html: str = "",
    files: Iterable[IncomingFile] = (),
    hold_for: timedelta = timedelta(0),
) -> Conversation:
    """Write to somebody about a conversation; what they answer stands beside it.

    Raises Refused for what cannot be written to, for the customer's own addresses and ours,
    without a subject or a text, and beside a side conversation.
    """
    demand(by, Deed.ANSWER)
    parent = Conversation.objects.select_for_update(no_key=True, of=("self",)).get(pk=parent.pk)
    _refuse(parent)
    address = _checked(parent, to)
    subject = " ".join(subject.split())[:LONGEST_SUBJECT]
    if not subject:
        raise Refused(_("Say in a subject what it is about."))
    contact = finding.find_or_create(address, name)
    child = Conversation.objects.create(
        ref=short_ref(),
        subject=subject,
        state=State.WAITING,
        inbox=parent.inbox,
        team=parent.team,
        contact=contact,
        assignee=by,
        language=contact.language or parent.inbox.language,
        parent=parent,
        is_unread=False,
    )
    record(SIDE_BEGAN, by=by, conversation=child, contact=contact, ref=parent.ref)
    replying.reply(child, text, by=by, html=html, files=files, to=address, hold_for=hold_for)
    record(SIDE_STARTED, by=by, conversation=parent, address=address, side=child.public_id)
    return child


def _refuse(parent: Conversation) -> None:
    if parent.parent_id:
        raise Refused(_("This is a talk beside a conversation already. Answer in it."))
    if parent.merged_into_id:
        raise Refused(
            _("This was put into conversation %(ref)s. Write there.")
            % {"ref": parent.merged_into.ref}
        )


def _checked(parent: Conversation, to: str) -> str:
    address = inboxes.checked_address(to)
    if parent.contact.identities.filter(kind="email", value=address).exists():
        raise Refused(
            _("“%(address)s” is the customer’s own address. Answer them instead.")
            % {"address": address}
        )
    if not inboxes.own_addresses().isdisjoint(inboxes.meanings_of(address)):
        raise Refused(
            _("“%(address)s” is an address of this desk. Assign the conversation instead.")
            % {"address": address}
        )
    return address


@on(RECEIVED)
def tell_the_parent(event) -> None:
    """Somebody answered beside a conversation: it is new again, and awake."""
    message: Message = event.about
    side = message.conversation
    if side.parent_id is None or message.automatic:
        return
    parent = Conversation.objects.select_related("merged_into").get(pk=side.parent_id)
    row = Conversation.objects.filter(pk=parent.pk)
    row.update(is_unread=True, snoozed_until=None)
    if row.filter(state=State.RESOLVED, merged_into=None).update(state=State.OPEN):
        record(REOPENED, conversation=parent, contact=parent.contact, at=event.at)
    record(
        SIDE_ANSWERED,
        conversation=parent,
        at=event.at,
        address=message.from_name or message.from_address,
        side=side.public_id,
        side_message=message.public_id,
    )


@on(GIVEN_TO_TEAM)
@on(LEFT_TEAM)
@on(MERGED)
@on(UNMERGED)
def who_sees_it_sees_them(event) -> None:
    """Talks stand where their conversation stands: whoever may not see that sees none of them."""
    parents = [event.conversation_id]
    if event.verb == UNMERGED.name:
        parents.append(event.about.gone.pk)
    sided = Conversation.objects.filter(pk__in=parents, sides__isnull=False).distinct()
    for pk, inbox, team in sided.values_list("pk", "inbox", "team"):
        Conversation.objects.filter(parent=pk).update(inbox=inbox, team=team)
