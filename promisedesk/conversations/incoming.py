"""A customer's message becomes part of a conversation, whatever channel it came by.

A channel turns what it got into an IncomingMessage; from here on all are alike. The
caller holds the transaction: message, promise and acknowledgement exist together or not.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection

from promisedesk.agents.models import Agent
from promisedesk.contacts import finding
from promisedesk.contacts.models import Contact
from promisedesk.conversations import (
    folding,
    giving_out,
    looking,
    participants,
    spam,
    spam_reasons,
    thanking,
    threading,
)
from promisedesk.conversations.models import (
    LONGEST_SUBJECT,
    Attachment,
    Conversation,
    Inbox,
    Message,
)
from promisedesk.conversations.previews import preview_of
from promisedesk.conversations.subjects import subject_for
from promisedesk.conversations.verbs import (
    MENTIONED_FROM_OUTSIDE,
    RECEIVED,
    REOPENED,
    WOKEN_BY_CUSTOMER,
)
from promisedesk.core import rows
from promisedesk.core.events import Verb, record
from promisedesk.core.ids import short_ref
from promisedesk.lib.thanks import MARK as THANKS


@dataclass(slots=True)
class IncomingFile:
    """A file of an incoming message, stored already (core.files)."""

    name: str
    content_type: str
    size: int
    sha256: str
    content_id: str = ""
    is_inline: bool = False


@dataclass(slots=True)
class IncomingMessage:
    """What a channel hands over. Text is clean: no NUL, no lone surrogates."""

    inbox: Inbox
    arrived_at: datetime
    address: str = ""  # who wrote; empty when the sender is unknown
    name: str = ""
    reply_to: str = ""
    subject: str = ""
    text: str = ""
    html: str = ""
    quoted_text: str = ""
    signature: str = ""
    language: str = ""
    message_id: str = ""
    in_reply_to: str = ""
    references: list[str] = field(default_factory=list)
    reply_token: str = ""  # from the address it was sent to
    raw_sha256: str = ""
    files: list[IncomingFile] = field(default_factory=list)
    channel: str = "email"
    marks: list[str] = field(default_factory=list)  # see Message.marks
    spam_because: str = ""  # the channel took it for spam: see conversations.spam
    is_automatic: bool = False  # a robot wrote it: no promise, no acknowledgement
    may_acknowledge: bool = True
    kind: str = "message"  # message, auto_reply, bounce, list, report
    others: list[tuple[str, str]] = field(default_factory=list)  # in To and Cc, not us
    is_ambiguous: bool = False  # From names nobody for certain: shown, but nobody's identity
    forwarded_by: str = ""  # the agent's address who passed it on, and what they wrote above
    forwarder_says: str = ""


def receive(incoming: IncomingMessage, onto: Conversation | None = None) -> Message:
    """Put the message into its conversation, or start one; tells who listens to RECEIVED.

    `onto` names the conversation a robot's mail is about: a bounce comes from a mail server,
    which takes no part in it.
    """
    if onto is not None:
        contact, conversation, stranger_to = onto.contact, onto, None
    else:
        address = "" if incoming.is_ambiguous else incoming.address
        contact = finding.find_or_create(address, incoming.name, incoming.language)
        conversation, stranger_to = threading.find(incoming, contact)
    if not (incoming.may_acknowledge or incoming.is_automatic):
        # For when it comes out of the spam.
        incoming.marks = [*incoming.marks, spam_reasons.NO_ANSWER]
    because = "" if onto is not None else spam.because(incoming, contact, conversation)
    if because:  # a blocked sender comes in nowhere else
        conversation = stranger_to = None
    if conversation is None:
        conversation = folding.find(incoming, contact, is_spam=bool(because))
    is_new, given, is_known = conversation is None, None, False
    if conversation is None:
        if not because and not incoming.is_automatic:
            given, is_known = giving_out.for_new(incoming.inbox, contact)
        conversation = _start(incoming, contact, because, given)
    else:
        conversation = _locked(conversation)
        if thanking.is_only_thanks(incoming, conversation):
            incoming.marks = [*incoming.marks, THANKS]
    message = write(incoming, conversation, contact)
    # What a robot says of a mail of ours stands there, and moves nothing in the list.
    if not is_new and onto is None:
        for verb in _touch(conversation, message, incoming):
            record(verb, conversation=conversation, contact=contact, at=incoming.arrived_at)
    if given is not None:
        giving_out.tell(conversation, given, is_known=is_known, at=incoming.arrived_at)
    if incoming.others and not incoming.is_automatic:
        participants.take_note(conversation, incoming.others, incoming.arrived_at)
    if stranger_to is not None:
        if incoming.address and not (incoming.is_automatic or incoming.is_ambiguous):
            participants.knocked(
                stranger_to, conversation, incoming.address, incoming.name, incoming.arrived_at
            )
        record(
            MENTIONED_FROM_OUTSIDE,
            conversation=conversation,
            contact=contact,
            at=incoming.arrived_at,
            ref=stranger_to.ref,
            address=incoming.address,
        )
    record(
        RECEIVED,
        conversation=conversation,
        contact=contact,
        at=incoming.arrived_at,
        about=message,
        message=message.pk,
        is_new=is_new,
        may_acknowledge=incoming.may_acknowledge,
    )
    return message


def _start(
    incoming: IncomingMessage, contact: Contact, spam_because: str, given: Agent | None
) -> Conversation:
    return rows.insert(
        Conversation(
            ref=short_ref(),  # taken already, once in ages: the mail is read again with another
            subject=subject_for(incoming),
            state=Conversation.State.SPAM if spam_because else Conversation.State.OPEN,
            spam_because=spam_because,
            channel=incoming.channel,
            inbox=incoming.inbox,
            contact=contact,
            assignee=given,
            language=incoming.language,
            created_at=incoming.arrived_at,
            sort_at=incoming.arrived_at,
            last_at=incoming.arrived_at,
            preview=preview_of(incoming.text, incoming.files),
        )
    )


def write(
    incoming: IncomingMessage,
    conversation: Conversation,
    contact: Contact,
    *,
    is_ours: bool = False,
    agent: Agent | None = None,
) -> Message:
    """The message and its files, as rows. `is_ours`: an old letter from us to the contact."""
    message = rows.insert(
        Message(
            conversation=conversation,
            direction=Message.Direction.OUT if is_ours else Message.Direction.IN,
            automatic=incoming.is_automatic,
            channel=incoming.channel,
            agent=agent,
            contact=None if is_ours else contact,
            from_address="" if is_ours else incoming.address[:320],
            from_name="" if is_ours else incoming.name[:200],
            reply_to="" if is_ours else incoming.reply_to[:320],
            subject=incoming.subject[:LONGEST_SUBJECT],
            text=incoming.text,
            html=incoming.html,
            quoted_text=incoming.quoted_text,
            signature=incoming.signature,
            language=incoming.language,
            message_id=kept_id(incoming.message_id),
            in_reply_to=incoming.in_reply_to[:1000],
            references=" ".join(incoming.references),
            raw_sha256=incoming.raw_sha256,
            marks=incoming.marks,
            created_at=incoming.arrived_at,
        )
    )
    if incoming.files:
        _keep_files(incoming, message)
    return message


def kept_id(message_id: str) -> str:
    """A Message-ID as it is kept: at most 1000 bytes, which is what an index can hold."""
    return message_id.encode()[:1000].decode(errors="ignore")


def _keep_files(incoming: IncomingMessage, message: Message) -> None:
    """Write down which files the message carries; their bytes are stored already."""
    Attachment.objects.bulk_create(
        Attachment(
            message=message,
            name=file.name[:150],
            content_type=file.content_type[:100],
            size=file.size,
            sha256=file.sha256,
            content_id=file.content_id[:300],
            is_inline=file.is_inline,
        )
        for file in incoming.files
    )
    looking.ask_for((file.sha256, file.content_type) for file in incoming.files)


def _locked(conversation: Conversation) -> Conversation:
    """Read again what decides, as it is now: since we found it somebody may have resolved it,
    or merged it into another, which is then returned.

    SQLite has one writer, which we have been from the start of the transaction.
    """
    if not connection.features.has_select_for_update:
        return conversation
    row = Conversation.objects.select_for_update(no_key=True).filter(pk=conversation.pk)
    decides = ("merged_into", "state", "snoozed_until", "due_at", "last_at", "sort_at")
    found = row.values(*decides).get()
    if into := found.pop("merged_into"):
        return _locked(Conversation.objects.select_related("contact", "inbox").get(pk=into))
    for name, value in found.items():
        setattr(conversation, name, value)
    return conversation


def _touch(conversation: Conversation, message: Message, incoming: IncomingMessage) -> list[Verb]:
    """Bring the list's columns up to date; returns what that did: opened it, brought it back.

    Mere thanks do neither: what was resolved stays so, and nobody is called to it.
    """
    State = Conversation.State
    calls = not message.automatic and THANKS not in message.marks
    reopened = conversation.state in (State.WAITING, State.RESOLVED) and calls
    was_resolved = reopened and conversation.state == State.RESOLVED
    woken = conversation.snoozed_until is not None and calls
    conversation.last_at = max(conversation.last_at, message.created_at)
    conversation.preview = preview_of(incoming.text, incoming.files)
    changed = {
        "last_at": conversation.last_at,
        "preview": conversation.preview,
        "last_is_ours": False,
    }
    if THANKS not in message.marks:
        changed["is_unread"] = True
    if reopened:
        conversation.state = changed["state"] = State.OPEN
        conversation.resolved_because = changed["resolved_because"] = ""
    if woken:
        conversation.snoozed_until = changed["snoozed_until"] = None
    if conversation.due_at is None:
        conversation.sort_at = changed["sort_at"] = conversation.last_at
    Conversation.objects.filter(pk=conversation.pk).update(**changed)
    return [*([REOPENED] if was_resolved else []), *([WOKEN_BY_CUSTOMER] if woken else [])]
