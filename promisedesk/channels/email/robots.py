"""What machines send us: vacation replies, bounces, receipts, complaints, newsletters.

They are put where they belong and nothing more: no promise, no acknowledgement, no
reopening. One that names a mail of ours says something of that mail's way.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from django.utils.timezone import localdate, now

from promisedesk.channels.email import routing
from promisedesk.contacts import finding
from promisedesk.conversations import deliveries, receipts, threading
from promisedesk.conversations.incoming import IncomingMessage
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.lib.mail import machine_reports as says
from promisedesk.lib.mail import refusals
from promisedesk.lib.mail.machine_reports import MachineReport
from promisedesk.lib.mail.model import AUTO_REPLY, BOUNCE, LIST, REPORT, ParsedMail
from promisedesk.lib.mail.vacations import away_until, is_away

SCANNED = 1024 * 1024  # bytes of a bounce in which the returned header is looked for
MOST_IDS = 50
MOST_FILES = 10  # in which a returned mail may be, when it is nowhere else
REMEMBERED = timedelta(days=14)  # a robot that names no mail answers one of the last ones

_ID = re.compile(
    rb"^[ \t>|]*(?:x-)?(?:original-|failed-)?message-id[ \t]*:\s*(<[^<>\s]{3,998}>)", re.I | re.M
)
_FAILED = re.compile(r"\b5\.\d{1,3}\.\d{1,3}\b")


@dataclass(slots=True)
class About:
    """What a robot's mail concerns: a conversation, and the mail of ours if it names one."""

    conversation: Conversation
    message: Message | None = None


def is_robot(mail: ParsedMail, head: bytes = b"") -> bool:
    """Whether a machine wrote it, and nobody waits for an answer.

    A list passes on what people write, so it is none; a newsletter is one.
    """
    if mail.kind == LIST:
        return _is_newsletter(mail, head)
    return mail.kind in (AUTO_REPLY, BOUNCE, REPORT)


def _is_newsletter(mail: ParsedMail, head: bytes) -> bool:
    """Sent to subscribers. Mail over a group of the shop's own is from its customers:
    such a group names the address they write to, or is one people may write to.
    """
    if not routing.fields(head, "list-unsubscribe"):
        return False
    if routing.fields(head, "list-post") or routing.fields(head, "x-original-sender"):
        return False
    return mail.in_reply_to is None


def marks_of(mail: ParsedMail, report: MachineReport | None) -> list[str]:
    """What to show beside a robot's mail: "away", "away:2026-12-05", "bounce", "read"..."""
    if mail.kind == AUTO_REPLY and is_away(mail.subject, mail.text):
        until = away_until(mail.text, localdate())
        return [f"away:{until.isoformat()}" if until else "away"]
    if report and report.kind and report.kind != says.FAILED:
        return [report.kind]
    return ["bounce"] if mail.kind == BOUNCE else []


def report_of(mail: ParsedMail, raw: bytes) -> MachineReport | None:
    """What a bounce or report says to machines; None for other mail."""
    return says.read_report(raw[:SCANNED]) if mail.kind in (BOUNCE, REPORT) else None


def returned_ids(raw: bytes, mail: ParsedMail | None = None) -> list[str]:
    """The Message-IDs in the mail that a bounce gives back: those below its own header."""
    _head, _gap, body = raw[:SCANNED].replace(b"\r\n", b"\n").partition(b"\n\n")
    found = _ID.findall(body)
    if not found and mail is not None:
        found = _ids_in_what_was_encoded(mail)
    return list(dict.fromkeys(one.decode("ascii", "replace") for one in found))[:MOST_IDS]


def _ids_in_what_was_encoded(mail: ParsedMail) -> list[bytes]:
    texts = [f"{mail.text}\n{mail.quoted_text}".encode()]
    returned = [one for one in mail.attachments if one.content_type.startswith(("message", "text"))]
    texts += [one.read()[:SCANNED].replace(b"\r\n", b"\n") for one in returned[:MOST_FILES]]
    return [found for text in texts for found in _ID.findall(text)]


def about(
    incoming: IncomingMessage, returned: list[str], report: MachineReport | None = None
) -> About | None:
    """What of ours a robot answers, or None.

    Surely so when it names an id of ours or comes to the address with our token: only
    recipients know these. Else by its sender, and then only to be shown there.
    """
    ids = [*returned, incoming.in_reply_to, *incoming.references[-MOST_IDS:]]
    ids = [one for one in dict.fromkeys(ids) if len(one) > 4]
    message = _ours(incoming).filter(message_id__in=ids).order_by("-pk").first() if ids else None
    if message:
        return About(message.conversation, message)
    found = threading.by_token(incoming.reply_token)
    if found and (report is not None or _wrote_to(found, incoming.address)):
        return About(found, _last_sent(incoming, found, report))
    return _by_whom_we_wrote_to(incoming, report)


def _wrote_to(conversation: Conversation, address: str) -> bool:
    """Services mail "your code is ..." to whatever address people give them, also to ours with
    the token of a conversation. That is no answer of anybody in it.
    """
    letters = Delivery.objects.filter(message__conversation=conversation)
    return letters.filter(to_address__iexact=address).exists()


def _ours(incoming: IncomingMessage):
    return Message.objects.filter(
        direction=Message.Direction.OUT, conversation__inbox=incoming.inbox
    ).select_related("conversation__contact")


def _last_sent(
    incoming: IncomingMessage, conversation: Conversation, report: MachineReport | None
) -> Message | None:
    """What a report to our token must mean: the newest mail to the address it names."""
    if report is None or not report.recipient:
        return None
    sent = _ours(incoming).filter(
        conversation=conversation, deliveries__to_address__iexact=report.recipient
    )
    return sent.order_by("-pk").first()


def _by_whom_we_wrote_to(incoming: IncomingMessage, report: MachineReport | None) -> About | None:
    """The newest conversation in which we wrote to the robot's owner: proves nothing, fits well."""
    who = (report.recipient if report else "") or incoming.address
    contact = finding.by_address(who) if who else None
    if contact is None:
        return None
    recent = Conversation.objects.filter(
        contact=contact, inbox=incoming.inbox, last_at__gt=now() - REMEMBERED
    ).order_by("-id")
    for conversation in recent[:5]:
        if conversation.messages.filter(direction=Message.Direction.OUT).exists():
            conversation.contact = contact
            return About(conversation)
    return None


def note(
    mail: ParsedMail, report: MachineReport | None, about: About, incoming: IncomingMessage
) -> None:
    """Write down what a robot says of the mail it names."""
    message = about.message
    if message is None or report is None:
        return
    if report.kind == says.COMPLAINT:
        whom = Delivery.objects.filter(message=message).values_list("to_address", flat=True).first()
        if whom:
            receipts.complain(message, whom, incoming.arrived_at)
    elif report.kind in receipts.WHAT:
        receipts.note(message, report.kind, incoming.arrived_at)
    elif mail.kind == BOUNCE and _is_final(mail, report):
        _note_a_bounce(mail, report, message)


def _note_a_bounce(mail: ParsedMail, report: MachineReport, message: Message) -> None:
    whom = {one.address.lower() for one in mail.bounced}
    sent = list(Delivery.objects.filter(message=message).order_by("is_copy", "pk"))
    back = [one for one in sent if one.to_address.lower() in whom]
    if not back and sent and not sent[0].is_copy:
        back = sent[:1]  # forwarded there: the address that failed is not the one we know
    text = mail.text[: refusals.SCANNED]
    status = report.status or refusals.status_in(text)
    reason = refusals.reason_of(status, report.said or text)
    for delivery in back:
        deliveries.bounced(delivery, report.said[:500], reason)


def _is_final(mail: ParsedMail, report: MachineReport) -> bool:
    """A delay is no failure: the other server goes on trying (RFC 3464 2.3.3)."""
    if report.kind == says.FAILED and not mail.bounced:
        return True
    if mail.bounced:
        return any(one.is_final for one in mail.bounced)
    return bool(_FAILED.search(mail.text[:20_000]))
