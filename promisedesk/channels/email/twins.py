"""Mail that came before: the same bytes again, a list's copy, our own mail coming home.

Only what adds nothing is dropped, and even that stays as an arrival with a link. Different
mails that share a Message-ID are both kept.
"""

from promisedesk.conversations.incoming import IncomingMessage
from promisedesk.conversations.models import Arrival, Message

MOST_LOOKED_AT = 20  # mails with one Message-ID; generators of them reuse it for ever


def find(arrival: Arrival, incoming: IncomingMessage, own: set[str]) -> Message | None:
    """The message this mail already is, or None. Call it in the transaction that writes it."""
    return _same_bytes(arrival) or _same_words(incoming, own)


def _same_bytes(arrival: Arrival) -> Message | None:
    # The rows are locked in one order, so that of two workers with a copy each the second
    # waits for the first and then sees its message.
    copies = (
        Arrival.objects.select_for_update(of=("self",))
        .filter(sha256=arrival.sha256, inbox=arrival.inbox_id)
        .order_by("pk")
        .values_list("pk", "message_id")
    )
    for pk, message_pk in list(copies):
        if pk != arrival.pk and message_pk:
            return Message.objects.get(pk=message_pk)
    return None


def _same_words(incoming: IncomingMessage, own: set[str]) -> Message | None:
    if len(incoming.message_id) < 5:  # "<>" is nobody's id
        return None
    same_id = Message.objects.filter(
        message_id=incoming.message_id[:1000], conversation__inbox=incoming.inbox
    ).order_by("pk")
    for message in same_id[:MOST_LOOKED_AT]:
        if message.direction == Message.Direction.OUT:
            if incoming.address.lower() in own:
                return message
        elif _says_the_same(incoming, message):
            return message
    return None


def _says_the_same(incoming: IncomingMessage, message: Message) -> bool:
    """The direct copy and the one over a list differ in their headers only."""
    return (
        message.from_address == incoming.address[:320]
        and message.text == incoming.text
        and message.quoted_text == incoming.quoted_text
        and sorted(message.attachments.values_list("sha256", flat=True))
        == sorted(file.sha256 for file in incoming.files)
    )
