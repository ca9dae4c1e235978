"""Mail that came before: the same bytes again, a list's copy, our own mail coming home.

Only what adds nothing is dropped, and even that stays as an arrival with a link. Different
mails that share a Message-ID are both kept.
"""

from collections.abc import Iterable, Set

from promisedesk.conversations.incoming import IncomingMessage, kept_id
from promisedesk.conversations.models import Arrival, Message

MOST_LOOKED_AT = 20  # mails with one Message-ID; generators of them reuse it for ever
SHORTEST_ID = 5  # "<>" is nobody's id


class Known:
    """What is known already of a batch of mails: two questions for all of them.

    Make it in the transaction that writes them. The rows of equal bytes are locked in one
    order, so that of two workers with a copy each the second waits for the first, and then
    sees its message.
    """

    def __init__(self, mails: Iterable[tuple[Arrival, IncomingMessage]], own: Set[str]):
        mails, self._own = list(mails), own
        copies = (
            Arrival.objects.select_for_update(of=("self",))
            .filter(sha256__in={arrival.sha256 for arrival, _incoming in mails})
            .order_by("pk")
            .values_list("inbox_id", "sha256", "message_id")
        )
        self._messages = {(inbox, sha): pk for inbox, sha, pk in copies if pk}
        ids = {_id_of(incoming) for _arrival, incoming in mails} - {""}
        self._ids = set(
            Message.objects.filter(message_id__in=ids).values_list("message_id", flat=True)
        )

    def find(self, arrival: Arrival, incoming: IncomingMessage) -> Message | None:
        """The message this mail already is, or None."""
        pk = self._messages.get((arrival.inbox_id, arrival.sha256))
        if pk:
            return Message.objects.get(pk=pk)
        if _id_of(incoming) in self._ids:
            return _same_words(incoming, self._own)
        return None

    def elsewhere(self, arrival: Arrival, incoming: IncomingMessage) -> Message | None:
        """The message that this mail became in another inbox, or None."""
        for (inbox, sha256), pk in self._messages.items():
            if sha256 == arrival.sha256 and inbox != arrival.inbox_id:
                return Message.objects.select_related("conversation__inbox").get(pk=pk)
        if _id_of(incoming) in self._ids:
            return _same_words_elsewhere(incoming)
        return None

    def add(self, arrival: Arrival, incoming: IncomingMessage, message: Message) -> None:
        """A mail of this batch became a message: the next may be its twin."""
        self._messages[arrival.inbox_id, arrival.sha256] = message.pk
        self._ids.add(_id_of(incoming))


def _id_of(incoming: IncomingMessage) -> str:
    return kept_id(incoming.message_id) if len(incoming.message_id) >= SHORTEST_ID else ""


def _same_words(incoming: IncomingMessage, own: Set[str]) -> Message | None:
    if not _id_of(incoming):
        return None
    same_id = Message.objects.filter(
        message_id=_id_of(incoming), conversation__inbox=incoming.inbox
    ).order_by("pk")
    for message in same_id[:MOST_LOOKED_AT]:
        if message.direction == Message.Direction.OUT:
            if incoming.address.lower() in own:
                return message
        elif _says_the_same(incoming, message):
            return message
    return None


def _same_words_elsewhere(incoming: IncomingMessage) -> Message | None:
    same_id = Message.objects.filter(
        message_id=_id_of(incoming), direction=Message.Direction.IN
    ).exclude(conversation__inbox=incoming.inbox)
    newest = same_id.select_related("conversation__inbox").order_by("-pk")[:MOST_LOOKED_AT]
    return next((one for one in newest if _says_the_same(incoming, one)), None)


def _says_the_same(incoming: IncomingMessage, message: Message) -> bool:
    """The direct copy and the one over a list differ in their headers only."""
    return (
        message.from_address == incoming.address[:320]
        and message.text == incoming.text
        and message.quoted_text == incoming.quoted_text
        and sorted(message.attachments.values_list("sha256", flat=True))
        == sorted(file.sha256 for file in incoming.files)
    )
