"""Answering the customer, and notes among ourselves.

A reply and its delivery are written in one transaction; a worker hands it over later.
Only the handing over keeps a promise, so nothing here touches one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import looking, participants
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Attachment, Conversation, Delivery, Message
from promisedesk.conversations.previews import preview_of_ours
from promisedesk.conversations.verbs import NOTED, REPLIED
from promisedesk.core import rows
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.ids import public_id
from promisedesk.lib.mail.authentication import PASS
from promisedesk.lib.mail.domains import ascii_host

LONGEST_TEXT = 200_000
NEWEST_NAMED = 40  # ids of a thread looked at; hardly more fit into a header


def new_message_id(conversation: Conversation) -> str:
    """An unguessable id for a mail of ours, fixed when it is written (RFC 5322 3.6.4)."""
    host = ascii_host(conversation.inbox.address.rpartition("@")[2])
    return f"<{public_id()}@{host}>"


def answer_address(conversation: Conversation) -> str:
    """Where an answer goes: the last Reply-To or From of the customer. '' if there is none.

    What other people in the conversation write does not turn our answers to them, nor does a
    Reply-To that appears on the way: only one that the customer came with, an address known
    to be theirs, or one in a mail that is surely from them.
    """
    last = (
        _of_the_customer(conversation)
        .order_by("-created_at", "-id")
        .values_list("reply_to", "from_address", "marks")
        .first()
    )
    if last:
        reply_to, sender, marks = last
        wished = reply_to and (PASS in marks or _is_theirs(conversation, reply_to))
        return reply_to if wished else sender
    mails = conversation.contact.identities.filter(kind="email")
    identity = mails.order_by("-is_main", "pk").first()
    return identity.value if identity else ""


def _of_the_customer(conversation: Conversation) -> QuerySet[Message]:
    written = conversation.messages.filter(direction=Message.Direction.IN, automatic=False)
    by_them = Q(contact=conversation.contact_id) | Q(contact=None)
    return written.filter(by_them).exclude(from_address="")


def _is_theirs(conversation: Conversation, address: str) -> bool:
    first = _of_the_customer(conversation).order_by("created_at", "id").first()
    if first.reply_to == address:
        return True
    mails = conversation.contact.identities.filter(kind="email", value=address.lower())
    return mails.exists()


@transaction.atomic
def reply(
    conversation: Conversation,
    text: str,
    *,
    by: Agent,
    html: str = "",
    files: Iterable[IncomingFile] = (),
    hold_for: timedelta = timedelta(0),
    to: str = "",
    with_copies: bool = True,
    copies: Collection[str] | None = None,
    then: Iterable[str] = (),
) -> Message:
    """Answer the customer: the message, queued to be sent after `hold_for` (undo time).

    Those who take part get copies, unless not `with_copies`; only `copies` of them, if given
    (addresses in lower case). `to`: another address of the customer than the one they wrote
    from. `then`: what is done with it besides (names of conversations.actions), to be undone
    together. Makes the conversation `waiting`. Raises Refused when there is nothing to say, or
    nobody to say it to.
    """
    demand(by, Deed.ANSWER)
    text = _checked(text)
    to = to or answer_address(conversation)
    if not to:
        raise Refused(
            _("This customer has no e-mail address. Add one to their card, then send again.")
        )
    was = _state_of(conversation)
    _refuse_closed(was)
    message = _write(conversation, text, Message.Direction.OUT, by, html, files)
    enqueue(message, to, conversation.contact.name, hold_for=hold_for)
    for other in participants.approved(conversation) if with_copies else []:
        is_wanted = copies is None or other.address in copies
        if is_wanted and other.address != to.lower():
            enqueue(message, other.address, other.name, hold_for=hold_for, is_copy=True)
    State = Conversation.State
    changed = {"state": State.WAITING, "last_is_ours": True, "is_unread": False}
    changed |= {"preview": preview_of_ours(text), "last_at": message.created_at}
    _update(conversation, **changed)
    _take_place(conversation, message.created_at, by)
    record(
        REPLIED,
        by=by,
        conversation=conversation,
        contact=conversation.contact,
        about=message,
        message=message.pk,
        was=was,
        then=list(then),
    )
    return message


@transaction.atomic
def note(
    conversation: Conversation, text: str, *, by: Agent | None, files: Iterable[IncomingFile] = ()
) -> Message:
    """Leave a note that no customer sees. Raises Refused when it is empty."""
    demand(by, Deed.NOTE)
    _refuse_shell(_state_of(conversation))
    message = _write(conversation, _checked(text), Message.Direction.NOTE, by, "", files)
    record(NOTED, by=by, conversation=conversation, about=message, message=message.pk)
    return message


def enqueue(
    message: Message,
    to_address: str,
    to_name: str = "",
    *,
    hold_for: timedelta = timedelta(0),
    is_automatic: bool = False,
    is_copy: bool = False,
) -> Delivery:
    """Put a written message on its way. Call it in the transaction that wrote the message.

    `is_copy`: to somebody beside the customer.
    """
    return rows.insert(
        Delivery(
            message=message,
            to_address=to_address[:320],
            to_name=to_name[:200],
            state=Delivery.State.HELD if hold_for else Delivery.State.QUEUED,
            due_at=now() + hold_for,
            is_automatic=is_automatic,
            is_copy=is_copy,
        )
    )


def references_for(conversation: Conversation) -> tuple[str, str]:
    """(In-Reply-To, References) of our next mail (RFC 5322 3.6.4), at most about 1,500 characters.

    The first id stays, for mail programs that thread by it; the oldest after it go. What a
    robot sent us is no part of the talk: a bounce is in nobody's mailbox.
    """
    In, Note = Message.Direction.IN, Message.Direction.NOTE
    talk = conversation.messages.exclude(message_id="").exclude(direction=Note)
    ids = talk.exclude(direction=In, automatic=True).values_list("message_id", flat=True)
    newest_first = ids.order_by("-created_at", "-id")
    last_in = newest_first.filter(direction=In).first()
    first, newest = ids.order_by("created_at", "id")[:1], newest_first[:NEWEST_NAMED]
    kept = list(dict.fromkeys([*first, *reversed(newest)]))
    while len(kept) > 2 and sum(len(one) + 1 for one in kept) > 1500:
        del kept[1]
    return last_in or (kept[-1] if kept else ""), " ".join(kept)


def _checked(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if not text:
        raise Refused(_("There is nothing to send yet. Write a few words first."))
    if len(text) > LONGEST_TEXT:
        raise Refused(_("This text is too long for a letter. Attach it as a file instead."))
    return text


def _write(
    conversation: Conversation,
    text: str,
    direction: str,
    by: Agent | None,
    html: str = "",
    files: Iterable[IncomingFile] = (),
    at: datetime | None = None,
) -> Message:
    is_out, files = direction == Message.Direction.OUT, list(files)
    in_reply_to, references = references_for(conversation) if is_out else ("", "")
    message = Message.objects.create(
        conversation=conversation,
        direction=direction,
        agent=by,
        subject=conversation.subject,
        text=text,
        html=html,
        language=conversation.language,
        message_id=new_message_id(conversation) if is_out else "",
        in_reply_to=in_reply_to,
        references=references,
        created_at=at or now(),
    )
    Attachment.objects.bulk_create(
        Attachment(
            message=message,
            name=file.name[:150],
            content_type=file.content_type[:100],
            size=file.size,
            sha256=file.sha256,
        )
        for file in files
    )
    looking.ask_for((file.sha256, file.content_type) for file in files)
    return message


def _state_of(conversation: Conversation) -> dict[str, str | None]:
    """What a reply changes and `undoing` gives back, as the row has it now.

    Nobody merges it away before what is written has its place: it would stay in the shell.
    """
    row = Conversation.objects.select_for_update(no_key=True).get(pk=conversation.pk)
    # Not joined: PostgreSQL locks the newest row, but joins it with what was there before.
    is_same = conversation.assignee_id == row.assignee_id
    assignee = conversation.assignee if is_same else row.assignee
    return {
        "state": row.state,
        "assignee": assignee and assignee.public_id,
        "snoozed_until": row.snoozed_until and row.snoozed_until.isoformat(),
        "merged_into": row.merged_into and row.merged_into.ref,
    }


def _refuse_shell(was: dict[str, str | None]) -> None:
    if was["merged_into"]:
        raise Refused(
            _("This was put into conversation %(ref)s. Write there.") % {"ref": was["merged_into"]}
        )


def _refuse_closed(was: dict[str, str | None]) -> None:
    _refuse_shell(was)
    if was["state"] == Conversation.State.SPAM:
        raise Refused(_("This is among the spam. Take it out of the spam to answer."))


def _update(conversation: Conversation, **changed) -> None:
    for name, value in changed.items():
        setattr(conversation, name, value)
    Conversation.objects.filter(pk=conversation.pk).update(**changed)


def _take_place(conversation: Conversation, at: datetime, by: Agent) -> None:
    """Move it up unless something is owed, and give it to `by` unless it is somebody's.

    Asked of the row itself: since the page was loaded a mail or a colleague may have come.
    """
    row = Conversation.objects.filter(pk=conversation.pk)
    row.filter(due_at=None).update(sort_at=at)
    row.filter(assignee=None).update(assignee=by)
    conversation.refresh_from_db(fields=["due_at", "due_since", "sort_at", "assignee"])
