"""Whose conversation a forward is: that of whoever wrote the mail, not of who passed it on.

Only an agent's forward that surely came from them opens it so by itself; for any other an
agent says it with one click (docs/decisions/0011).
"""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.addresses import sign_in_addresses
from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.contacts import finding
from promisedesk.conversations import inboxes, indexing, participants, replying
from promisedesk.conversations.incoming import IncomingFile, IncomingMessage, preview_of
from promisedesk.conversations.joint_verbs import CUSTOMER_SET
from promisedesk.conversations.models import (
    LONGEST_SUBJECT,
    Attachment,
    Conversation,
    Message,
)
from promisedesk.conversations.verbs import CUSTOMER_CHANGED, FORWARDED_BY
from promisedesk.core import files
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.lib.mail import authentication, forwards, senders
from promisedesk.lib.mail.forwards import Original
from promisedesk.lib.mail.large import LARGE, is_ordinary
from promisedesk.lib.mail.model import FORWARDED
from promisedesk.lib.mail.reading import read_mail

# About whoever sent the forward, not about the customer.
OF_THE_SENDER = {
    senders.UNVERIFIED, senders.SEVERAL, senders.NAME, senders.LETTERS, senders.OURS,
    authentication.PASS, authentication.FAIL,
}  # fmt: skip


def original_of(
    subject: str,
    text: str,
    attached: list[IncomingFile] | list[Attachment],
    *,
    is_agents: bool,
) -> Original | None:
    """The mail that a forward passes on, of somebody who is neither the desk nor an agent.

    `is_agents`: an agent sent it, or somebody who says so.
    """
    found = forwards.original_in(text, subject)
    if found is None and is_attached(subject, text, attached, is_agents=is_agents):
        found = _attached(next(one for one in attached if _is_mail(one)), text)
    if found is None or is_ours(found.sender.address):
        return None
    return found


def is_attached(
    subject: str,
    text: str,
    attached: list[IncomingFile] | list[Attachment],
    *,
    is_agents: bool,
) -> bool:
    """Whether a mail passes on the one mail attached to it.

    A customer may attach a mail to what they say themselves: theirs is a forward only if the
    subject says so, or nothing else is in it.
    """
    if sum(map(_is_mail, attached)) != 1:
        return False
    is_all = len(attached) == 1 and not text.strip()
    return is_agents or is_all or forwards.is_forward_subject(subject)


def _is_mail(file: IncomingFile | Attachment) -> bool:
    return file.content_type == "message/rfc822"


def _attached(file: IncomingFile | Attachment, above: str) -> Original | None:
    if file.size > LARGE:
        return None
    try:
        raw = files.read(file.sha256)
    except FileNotFoundError:
        return None
    return forwards.original_of(read_mail(raw), above) if is_ordinary(raw) else None


def is_ours(address: str) -> bool:
    """Whether it is an address of the desk, or one an agent signs in with."""
    own = not inboxes.own_addresses().isdisjoint(inboxes.meanings_of(address))
    return own or address.lower() in sign_in_addresses()


def of_the_original(incoming: IncomingMessage, original: Original) -> None:
    """Make an agent's forward the customer's message. Its raw bytes stay those that came."""
    incoming.forwarded_by, incoming.forwarder_says = incoming.address.lower(), original.above
    incoming.address, incoming.name = original.sender.address, original.sender.name
    incoming.reply_to = original.reply_to.address if original.reply_to else ""
    incoming.subject = original.subject or incoming.subject
    incoming.quoted_text, incoming.text, incoming.signature = incoming.text, original.text, ""
    # Ids of the forward name talks of agents.
    incoming.in_reply_to, incoming.references, incoming.reply_token = "", [], ""
    incoming.others, incoming.may_acknowledge = [], False  # they wrote elsewhere, long ago


def note_forwarder(message: Message, incoming: IncomingMessage) -> None:
    """Write down who passed this mail on, and what they wrote above it. In the transaction."""
    agent = Agent.objects.filter(email__iexact=incoming.forwarded_by).first()
    record(
        FORWARDED_BY,
        by=agent,
        conversation=message.conversation,
        contact=message.contact,
        at=incoming.arrived_at,
        address=message.from_address,
    )
    if agent and incoming.forwarder_says:
        replying.note(message.conversation, incoming.forwarder_says, by=agent)


def offered(message: Message) -> Original | None:
    """Whose mail this message passes on, if an agent may want to make them the customer."""
    if FORWARDED not in message.marks or message.direction != Message.Direction.IN:
        return None
    is_agents = is_ours(message.from_address)
    attached = list(message.attachments.all())
    found = original_of(message.subject, message.text, attached, is_agents=is_agents)
    if found and found.sender.address.lower() != message.from_address.lower():
        return found
    return None


def make_customer(conversation: Conversation, message: Message, *, by: Agent) -> None:
    """The sender of the forwarded mail is the customer of this conversation.

    Raises Refused if the message passes nothing on, or is not all they have to say here.
    """
    demand(by, Deed.JOIN)
    original = offered(message)  # a file is read and taken apart: not in the transaction
    _make_customer(conversation, message, original, by)


@transaction.atomic
def _make_customer(
    conversation: Conversation, message: Message, original: Original | None, by: Agent
) -> None:
    Conversation.objects.select_for_update(no_key=True).get(pk=conversation.pk)
    # Somebody else may have done it since: they are the customer already.
    is_as_read = conversation.messages.filter(pk=message.pk, from_address=message.from_address)
    if original is None or not is_as_read.exists():
        raise Refused(_("No mail of somebody else was found in this message."))
    others = conversation.messages.exclude(pk=message.pk)
    if others.filter(automatic=False).exclude(direction=Message.Direction.NOTE).exists():
        raise Refused(_("This conversation went on already. Write to them anew instead."))
    was = message.from_address
    contact = finding.find_or_create(
        original.sender.address, original.sender.name, conversation.language
    )
    _write(message, original, contact)
    subject = (original.subject or conversation.subject)[:LONGEST_SUBJECT]
    Conversation.objects.filter(pk=conversation.pk).update(
        contact=contact, subject=subject, preview=preview_of(original.text)
    )
    conversation.refresh_from_db()
    message.conversation = conversation
    indexing.put(message)
    record(
        CUSTOMER_CHANGED,
        by=by,
        conversation=conversation,
        contact=contact,
        address=original.sender.address,
        was=was,
    )


def _write(message: Message, original: Original, contact) -> None:
    message.contact = contact
    message.from_address, message.from_name = original.sender.address, original.sender.name[:200]
    message.reply_to = original.reply_to.address if original.reply_to else ""
    message.subject = original.subject[:LONGEST_SUBJECT]
    message.marks = [one for one in message.marks if one not in OF_THE_SENDER]
    # All of the forward stays on the page, folded.
    message.quoted_text, message.text, message.signature = message.text, original.text, ""
    message.save(
        update_fields=[
            "contact", "from_address", "from_name", "reply_to", "subject", "quoted_text", "text",
            "signature", "marks",
        ]
    )  # fmt: skip


@transaction.atomic
def change_customer(
    conversation: Conversation, address: str, *, by: Agent, name: str = "", keep: bool = False
) -> None:
    """Whoever has this address is the customer of this conversation, known before or not.

    `keep`: who was it until now takes part from now on. What was written stays by whom it was
    written. Raises Refused for what cannot be written to, for ours, and for the same customer.
    """
    demand(by, Deed.JOIN)
    address = inboxes.checked_address(address)
    if is_ours(address):
        raise Refused(_("“%(address)s” is one of our own addresses.") % {"address": address})
    rows = Conversation.objects.select_for_update(no_key=True, of=("self",))
    was = rows.select_related("contact").get(pk=conversation.pk).contact
    contact = finding.find_or_create(address, name)
    if contact.pk == was.pk:
        raise Refused(_("%(name)s is the customer already.") % {"name": was.shown_name})
    Conversation.objects.filter(pk=conversation.pk).update(contact=contact)
    conversation.contact = contact
    theirs = contact.identities.filter(kind="email").values_list("value", flat=True)
    conversation.participants.filter(address__in=list(theirs)).delete()
    _keep_informed(conversation, was, keep, by)
    record(
        CUSTOMER_SET,
        by=by,
        conversation=conversation,
        contact=contact,
        address=address,
        was=was.shown_name,
    )


def _keep_informed(conversation: Conversation, was, keep: bool, by: Agent) -> None:
    mail = was.identities.filter(kind="email").order_by("-is_main", "pk").first()
    if keep and mail:
        participants.add(conversation, mail.value, by=by, name=was.name)
