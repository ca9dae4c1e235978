"""What machines send us: vacation replies, bounces, reports.

They are put where they belong and nothing more: no promise, no acknowledgement, no
reopening. A bounce that names a mail of ours marks its delivery.
"""

import re
from dataclasses import dataclass

from promisedesk.conversations import deliveries
from promisedesk.conversations.incoming import IncomingMessage
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.lib.mail.model import AUTO_REPLY, BOUNCE, REPORT, ParsedMail

SCANNED = 1024 * 1024  # bytes of a bounce in which the returned header is looked for
MOST_IDS = 50

_ID = re.compile(rb"^[ \t>]*message-id[ \t]*:\s*(<[^<>\s]{3,998}>)", re.I | re.M)
_FAILED = re.compile(r"\b5\.\d{1,3}\.\d{1,3}\b")


@dataclass(slots=True)
class About:
    """What a robot's mail concerns: a conversation, and the mail of ours if it names one."""

    conversation: Conversation
    message: Message | None = None


def is_robot(mail: ParsedMail) -> bool:
    """Whether a machine wrote it. A list passes on what people write, so it is none."""
    return mail.kind in (AUTO_REPLY, BOUNCE, REPORT)


def returned_ids(raw: bytes) -> list[str]:
    """The Message-IDs in the mail that a bounce gives back: those below its own header."""
    _head, _gap, body = raw[:SCANNED].replace(b"\r\n", b"\n").partition(b"\n\n")
    found = [one.decode("ascii", "replace") for one in _ID.findall(body)]
    return list(dict.fromkeys(found))[:MOST_IDS]


def about(incoming: IncomingMessage, returned: list[str]) -> About | None:
    """The mail of ours that a robot answers, or None. Our ids are known to recipients only."""
    ids = [*returned, incoming.in_reply_to, *incoming.references[-MOST_IDS:]]
    ids = [one for one in dict.fromkeys(ids) if len(one) > 4]
    message = (
        Message.objects.filter(
            message_id__in=ids,
            direction=Message.Direction.OUT,
            conversation__inbox=incoming.inbox,
        )
        .select_related("conversation__contact")
        .order_by("-pk")
        .first()
        if ids
        else None
    )
    if message:
        return About(message.conversation, message)
    if incoming.reply_token:
        found = Conversation.objects.select_related("contact").filter(
            reply_token=incoming.reply_token
        )
        return About(found[0]) if found else None
    return None


def note_a_bounce(mail: ParsedMail, about: About) -> None:
    """Mark the delivery a bounce names, if it says that nobody will try again."""
    if mail.kind != BOUNCE or about.message is None or not _is_final(mail):
        return
    delivery = Delivery.objects.filter(message=about.message).first()
    if delivery:
        who = ", ".join(one.address for one in mail.bounced[:5])
        deliveries.bounced(delivery, who)


def _is_final(mail: ParsedMail) -> bool:
    """A delay is no failure: the other server goes on trying (RFC 3464 2.3.3)."""
    if mail.bounced:
        return any(one.permanent for one in mail.bounced)
    return bool(_FAILED.search(mail.text[:20_000]))
