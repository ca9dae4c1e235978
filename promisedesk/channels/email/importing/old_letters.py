"""An old mail as history keeps it: who wrote to whom, and when it really was."""

from __future__ import annotations

from collections.abc import Set
from datetime import UTC, datetime, timedelta

from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.channels.email import robots, routing, senders
from promisedesk.conversations.inboxes import inbox_of
from promisedesk.conversations.incoming import IncomingFile, IncomingMessage
from promisedesk.conversations.models import Inbox
from promisedesk.lib.mail import subjects
from promisedesk.lib.mail.headers import decode_words, read_date
from promisedesk.lib.mail.model import Address, ParsedMail
from promisedesk.lib.mail.sanitising import PICTURES, shows_remote_pictures

OLDEST = datetime(1982, 1, 1, tzinfo=UTC)  # RFC 822 was to come; what says less has no clock
SKEW = timedelta(days=1)  # what zones and wrong clocks may make of "now"
# What Google Takeout writes above a mail, in the languages of our shops.
RUBBISH_LABELS = {
    "spam", "trash", "drafts", "draft", "chat", "спам", "корзина", "черновики", "чаты",
    "kosz", "wersje robocze", "szkice", "czat",
}  # fmt: skip


def is_rubbish(head: bytes) -> bool:
    """Whether the old mail program had thrown it away or never sent it."""
    labels = " ".join(routing.fields(head, "x-gmail-labels"))
    if not labels:
        return False
    found = {one.strip(' "').lower() for one in decode_words(labels).split(",")}
    return bool(found & RUBBISH_LABELS)


def written_at(head: bytes, mail: ParsedMail, noted_at: datetime | None) -> datetime:
    """When it came: as the last server noted, else its own Date, else what the store says."""
    stamps = routing.fields(head, "received")[:1]
    came = read_date(stamps[0].rpartition(";")[2].strip()) if stamps else None
    for at in (came, mail.date, noted_at):
        if at is not None and OLDEST <= at <= now() + SKEW:
            return min(at, now())
    return now()


def inbox_for(mail: ParsedMail, head: bytes, fallback: Inbox) -> Inbox:
    """The inbox it was written to or from; `fallback` if it names none of ours."""
    for target in routing.targets_in(head):
        found = Inbox.objects.filter(pk=target.inbox_id).first()
        if found:
            return found
    return (mail.sender and inbox_of(mail.sender.address)) or fallback


def as_history(
    mail: ParsedMail,
    head: bytes,
    inbox: Inbox,
    own: Set[str],
    at: datetime,
    sha256: str,
    stored: list[IncomingFile],
) -> tuple[IncomingMessage, bool]:
    """(the letter, whether we wrote it). Its `address` is the customer's either way."""
    is_ours = bool(mail.sender) and mail.sender.address.lower() in own
    other = _addressee(mail, own) if is_ours else mail.sender
    letter = IncomingMessage(
        inbox=inbox,
        arrived_at=at,
        address=other.address if other else "",
        name=other.name if other else "",
        reply_to=mail.reply_to.address if mail.reply_to and not is_ours else "",
        subject=subjects.without_marks(mail.subject) or mail.subject,
        text=mail.text,
        html=mail.html,
        quoted_text=mail.quoted_text,
        signature=mail.signature,
        language=mail.language or "",
        message_id=mail.message_id or "",
        in_reply_to=mail.in_reply_to or "",
        references=mail.references,
        raw_sha256=sha256,
        files=stored,
        marks=_marks_of(mail, head, own, is_ours),
        is_automatic=robots.is_robot(mail),
        may_acknowledge=False,
        kind=mail.kind,
    )
    return letter, is_ours


def _marks_of(mail: ParsedMail, head: bytes, own: Set[str], is_ours: bool) -> list[str]:
    """As for mail that comes in; a file from outside proves nothing of who wrote it."""
    doubts = [] if is_ours else senders.marks_of(head, mail, None, own)
    return [*mail.marks, *doubts, *([PICTURES] if shows_remote_pictures(mail.html) else [])]


def _addressee(mail: ParsedMail, own: Set[str]) -> Address | None:
    others = (one for one in [*mail.to, *mail.cc] if one.address.lower() not in own)
    return next(others, None)


def writer(mail: ParsedMail, agents: dict[str, Agent]) -> Agent | None:
    """Which of our people wrote it, by name as the sender's name says it."""
    name = mail.sender.name.strip().lower() if mail.sender else ""
    return agents.get(name) if name else None
