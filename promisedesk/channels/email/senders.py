"""Who a mail is from, as far as anybody can tell, and who else it names."""

from __future__ import annotations

from collections.abc import Set

from promisedesk.agents.addresses import sign_in_addresses
from promisedesk.channels.email import routing
from promisedesk.conversations import customers
from promisedesk.conversations.incoming import IncomingMessage
from promisedesk.conversations.models import Mailbox
from promisedesk.core.memo import remembered
from promisedesk.core.secretbox import unseal
from promisedesk.lib.mail import authentication, forwards, senders
from promisedesk.lib.mail.model import FORWARDED, ParsedMail
from promisedesk.lib.server_url import ServerUrl


def marks_of(head: bytes, mail: ParsedMail, mailbox: int | None, own: Set[str]) -> list[str]:
    """What to know of the sender: doubts, and what the own server of `mailbox` found out."""
    if mail.sender is None:
        return []
    doubts = senders.doubts(routing.fields(head, "from"), mail.sender)
    verdict = ""
    if mailbox and senders.SEVERAL not in doubts:
        host = _host_of(mailbox)
        verdict = authentication.found(head.decode("latin-1"), host, mail.sender)
    address = mail.sender.address.lower()
    if verdict != authentication.PASS and (address in own or address in sign_in_addresses()):
        doubts.append(senders.OURS)
    if doubts or verdict == authentication.FAIL:
        doubts = [senders.UNVERIFIED, *(one for one in doubts if one != senders.UNVERIFIED)]
    return [*doubts, verdict] if verdict else doubts


@remembered(Mailbox)
def _host_of(mailbox: int) -> str:
    url = Mailbox.objects.filter(pk=mailbox).values_list("url", flat=True).first()
    return ServerUrl.parse(unseal(url), ("imaps", "imap")).host if url else ""


def name_of(mail: ParsedMail, marks: list[str]) -> str:
    """The display name; not one that passes for another address."""
    return mail.sender.name if mail.sender and senders.NAME not in marks else ""


def others_of(mail: ParsedMail) -> list[tuple[str, str]]:
    """Everybody a mail names in To and Cc."""
    return [(one.address, one.name) for one in (*mail.to, *mail.cc)]


def passes_on(incoming: IncomingMessage) -> None:
    """Mark a forward; one that surely comes from an agent becomes the original sender's mail."""
    is_agents = incoming.address.lower() in sign_in_addresses()
    if not _looks_forwarded(incoming, is_agents):
        return
    if FORWARDED not in incoming.marks:
        incoming.marks = [*incoming.marks, FORWARDED]
    if not is_agents or authentication.PASS not in incoming.marks:
        return
    original = customers.original_of(
        incoming.subject, incoming.text, incoming.files, is_agents=True
    )
    if original:
        customers.of_the_original(incoming, original)


def _looks_forwarded(incoming: IncomingMessage, is_agents: bool) -> bool:
    """Quickly: most mails are none."""
    return (
        FORWARDED in incoming.marks
        or forwards.is_forward_subject(incoming.subject)
        or customers.is_attached(
            incoming.subject, incoming.text, incoming.files, is_agents=is_agents
        )
        or forwards.announces_one(incoming.text)
    )
