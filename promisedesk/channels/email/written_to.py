"""Which of an inbox's addresses a customer wrote to: the answer comes from the same one."""

from __future__ import annotations

from collections.abc import Iterator

from promisedesk.channels.email import routing
from promisedesk.channels.email.naming import ascii_domain
from promisedesk.conversations.inboxes import meanings_of
from promisedesk.conversations.models import Arrival, Inbox, Message
from promisedesk.core import files
from promisedesk.lib.mail.addresses import read_addresses
from promisedesk.lib.mail.domains import spellings

MOST_NAMED = 100  # addresses of a To line looked at


def own_address(message: Message) -> str:
    """The address a letter of ours is from, as people write it.

    The one the customer last named in To or Cc, or the envelope did; the inbox's main one when
    that says nothing. Inboxes without further addresses cost no query.
    """
    inbox = message.conversation.inbox
    if not inbox.aliases:
        return inbox.address
    ours = {spelling: each for each in _addresses(inbox) for spelling in spellings(each)}
    for named in _named(_last_question(message)):
        for meaning in meanings_of(named):
            if meaning in ours:
                return ours[meaning]
    return inbox.address


def _addresses(inbox: Inbox) -> list[str]:
    return [inbox.address, *inbox.aliases]


def _last_question(letter: Message) -> Message | None:
    asked = letter.conversation.messages.filter(
        direction=Message.Direction.IN, automatic=False, created_at__lte=letter.created_at
    )
    return asked.order_by("-created_at", "-id").first()


def _named(question: Message | None) -> Iterator[str]:
    if question is None:
        return
    head = _head(question.raw_sha256)
    # Before the envelope: a provider delivers what came for an alias to the account's own name.
    for name in ("to", "cc"):
        for value in routing.fields(head, name):
            for one in read_addresses(value, MOST_NAMED):
                yield one.address
    arrivals = Arrival.objects.filter(message=question).exclude(recipient="").order_by("pk")
    yield from arrivals.values_list("recipient", flat=True)[:MOST_NAMED]


def _head(sha256: str) -> bytes:
    try:
        return routing.head_of(files.head(sha256, routing.HEAD))
    except (OSError, ValueError):
        return b""


def as_servers_write_it(message: Message) -> str:
    """The same with its domain in ASCII."""
    return ascii_domain(own_address(message))
