"""Passing messages of a conversation on to somebody else, with the files that came with them.

What they answer stands beside the conversation (siding.py), never in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils.html import linebreaks
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import siding
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.joint_verbs import PASSED_ON
from promisedesk.conversations.models import Attachment, Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.shop import the_shop
from promisedesk.lib import markdown, phrases

MOST = 50  # messages passed on at once
LONGEST = 100_000  # characters quoted of one message


@transaction.atomic
def forward(
    conversation: Conversation,
    messages: Iterable[Message],
    to: str,
    text: str,
    *,
    by: Agent,
    files: Iterable[IncomingFile] = (),
    with_files: bool = True,
    hold_for: timedelta = timedelta(0),
) -> Conversation:
    """Send these messages to `to` below `text`; the side conversation their answers come to.

    Notes never go. Raises Refused without a message, and as `siding.start`.
    """
    demand(by, Deed.ANSWER)
    chosen = _chosen(conversation, messages)
    if not chosen:
        raise Refused(_("Choose at least one message to pass on. Notes stay here."))
    passed = [*files, *(_files_of(chosen) if with_files else [])]
    subject = "Fwd: " + (conversation.subject or _("(no subject)"))
    theirs = quoted(chosen)
    side = siding.start(
        conversation,
        to,
        subject,
        f"{text.strip()}\n\n{theirs}".strip(),
        by=by,
        # Only our own words have marks: in theirs one could disguise where a link leads.
        html=markdown.as_html(text.strip(), for_letter=True) + linebreaks(theirs, autoescape=True),
        files=passed,
        hold_for=hold_for,
    )
    record(PASSED_ON, by=by, conversation=conversation, address=side.contact.shown_name)
    return side


def _chosen(conversation: Conversation, messages: Iterable[Message]) -> list[Message]:
    wanted = [one.pk for one in messages][:MOST]
    found = conversation.messages.filter(pk__in=wanted).exclude(direction=Message.Direction.NOTE)
    found = found.select_related("agent", "conversation__inbox")
    return list(found.prefetch_related("attachments").order_by("created_at", "pk"))


def quoted(messages: Iterable[Message]) -> str:
    """The messages as they are passed on: who wrote when, and what; oldest first."""
    shop = the_shop()
    return "\n\n".join(_one(message, shop.time_zone, shop.language) for message in messages)


def _one(message: Message, time_zone: str, language: str) -> str:
    lines = [
        _("---------- Forwarded message ----------"),
        _("From: %(who)s") % {"who": _sender(message)},
        _("Date: %(when)s") % {"when": phrases.short_time(message.created_at, time_zone, language)},
        _("Subject: %(subject)s") % {"subject": message.subject},
    ]
    return "\n".join(lines) + "\n\n" + message.text[:LONGEST].strip()


def _sender(message: Message) -> str:
    if message.direction == Message.Direction.OUT:
        return message.conversation.inbox.name
    name, address = message.from_name, message.from_address
    return f"{name} <{address}>" if name and address else name or address


def _files_of(messages: list[Message]) -> list[IncomingFile]:
    return [as_file(one) for message in messages for one in message.attachments.order_by("pk")]


def as_file(one: Attachment) -> IncomingFile:
    """A file that came, to be sent: its bytes are stored already."""
    return IncomingFile(one.name, one.content_type, one.size, one.sha256)
