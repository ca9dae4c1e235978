"""Handing mail over, once. The one moment nobody can be sure of is marked before it comes.

Between the final dot and the server's answer a mail may have arrived or not (RFC 1047).
That a delivery is there is committed before the dot; whoever finds it so sends the same
bytes with the same Message-ID once more, and the agent sees "may have arrived twice".
"""

from __future__ import annotations

import re
import smtplib
import ssl

import structlog
from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext as _

from promisedesk.channels.email import letters, servers
from promisedesk.conversations import deliveries
from promisedesk.conversations.models import Delivery
from promisedesk.core import leases
from promisedesk.core.crash import Step
from promisedesk.core.errors import Refused

log = structlog.get_logger("promisedesk.sending")
AT_LINE_START = re.compile(rb"(?m)^\.")

CLAIMED = Step("send.claimed", "a worker took the delivery")
BUILT = Step("send.built", "the mail is built and stored, nothing is sent")
CONNECTED = Step("send.connected", "the session is open, before MAIL")
RECIPIENT_TAKEN = Step("send.rcpt", "after RCPT, before DATA")
IN_DATA = Step("send.in-data", "the mail is out but the final dot")
MARKED = Step("send.marked", "marked as in doubt, before the dot")
DOTTED = Step("send.dotted", "after the dot, before the answer is read")
ANSWERED = Step("send.answered", "the server took it, before that is written down")
WRITTEN = Step("send.written", "sent, and written down")

# Sign-in troubles are ours, not the letter's: it waits until somebody mends them.
SIGN_IN_CODES = {530, 534, 535, 538}


class ReplyCode(Exception):
    """The server answered a command with a 4xx or 5xx."""

    def __init__(self, code: int, text: bytes | str):
        self.code = code
        text = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        super().__init__(f"{code} {text}")

    @property
    def is_final(self) -> bool:
        return self.code >= 500 and self.code not in SIGN_IN_CODES


def send_due() -> int:
    """Take one due delivery and try it; returns how many were tried."""
    due = Delivery.objects.select_related(
        "message__conversation__inbox", "message__conversation__contact", "message__agent"
    )
    for delivery in leases.claim(due, 1):
        with leases.hold(delivery):
            _try(delivery)
        return 1
    return 0


def _try(delivery: Delivery) -> None:
    CLAIMED.reached()
    inbox = delivery.message.conversation.inbox
    try:
        if delivery.in_doubt_at:
            deliveries.was_in_doubt(delivery)
        server = servers.server_for(inbox)
        _hand_over(delivery, server)
    except servers.NoServer as error:
        deliveries.held(delivery, str(error))
    except ReplyCode as error:
        (deliveries.failed if error.is_final else deliveries.deferred)(delivery, said(error))
    except (servers.NotSafe, Refused, OSError, smtplib.SMTPException) as error:
        _put_off(delivery, said(error))
    except DatabaseError as error:
        log.warning("the database failed while sending", delivery=delivery.pk, error=str(error))
        connection.close()  # the next query gets a new one
        _put_off(delivery, _("The desk’s database was away. It is tried again by itself."))
    except Exception as error:
        # A letter that cannot be built must not stop the others, nor be tried for ever.
        log.exception("a letter could not be sent", delivery=delivery.pk)
        if delivery.attempts >= 5:
            deliveries.failed(delivery, said(error))
        else:
            _put_off(delivery, said(error))
    else:
        WRITTEN.reached()


@transaction.atomic
def _put_off(delivery: Delivery, error: str) -> None:
    """Later again. After the dot without an answer it stays marked as in doubt."""
    # What was set here may have been rolled back, and what failed may have been committed.
    delivery.refresh_from_db(fields=["state", "in_doubt_at"])
    if delivery.state == Delivery.State.SENT:
        return
    doubt = delivery.in_doubt_at
    deliveries.deferred(delivery, error)
    if doubt and delivery.state == Delivery.State.DEFERRED:
        delivery.in_doubt_at = doubt
        delivery.save(update_fields=["in_doubt_at"])


def _hand_over(delivery: Delivery, server: servers.MailServer) -> None:
    raw = letters.raw_of(delivery)
    BUILT.reached()
    delivery.state = Delivery.State.SENDING
    delivery.save(update_fields=["state"])
    session = servers.connect(server)
    try:
        CONNECTED.reached()
        _envelope(session, delivery, raw)
        RECIPIENT_TAKEN.reached()
        _data(session, delivery, raw)
        deliveries.sent(delivery)
    finally:
        _goodbye(session)


def _envelope(session: smtplib.SMTP, delivery: Delivery, raw: bytes) -> None:
    # An acknowledgement has no sender to answer to: no robot can answer it back (RFC 3834).
    sender = "" if delivery.is_automatic else delivery.message.conversation.inbox.address
    options = [f"SIZE={len(raw)}"] if session.has_extn("size") else []
    if not delivery.to_address.isascii():
        if not session.has_extn("smtputf8"):
            raise ReplyCode(
                553, _("the mail server cannot send to an address with such letters (SMTPUTF8)")
            )
        options.append("SMTPUTF8")
        session.command_encoding = "utf-8"
    _expect(session.mail(sender, options), 250)
    _expect(session.rcpt(delivery.to_address), 250, 251)


def _data(session: smtplib.SMTP, delivery: Delivery, raw: bytes) -> None:
    _expect(session.docmd("DATA"), 354)
    session.send(AT_LINE_START.sub(b"..", raw))
    if not raw.endswith(b"\r\n"):
        session.send(b"\r\n")
    IN_DATA.reached()
    deliveries.in_doubt(delivery)
    MARKED.reached()
    session.sock.settimeout(servers.DOT_TIMEOUT)
    session.send(b".\r\n")
    DOTTED.reached()
    _expect(session.getreply(), 250)
    ANSWERED.reached()


def _expect(answer: tuple[int, bytes], *codes: int) -> None:
    if answer[0] not in codes:
        raise ReplyCode(*answer)


def _goodbye(session: smtplib.SMTP) -> None:
    try:
        session.sock.settimeout(5)
        session.quit()
    except (OSError, AttributeError, smtplib.SMTPException):
        session.close()


def said(error: Exception) -> str:
    """An error as an agent can read it, without secrets."""
    if isinstance(error, ReplyCode):
        return _("The mail server said: %(answer)s") % {"answer": str(error)[:500]}
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return _("The mail server refused the password. Check user and password of the inbox.")
    if isinstance(error, ssl.SSLCertVerificationError):
        return _("The certificate of the mail server is not valid: %(why)s") % {
            "why": error.verify_message
        }
    if isinstance(error, smtplib.SMTPResponseException):
        words = error.smtp_error
        words = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
        return _("The mail server said: %(answer)s") % {
            "answer": f"{error.smtp_code} {words}"[:500]
        }
    # smtplib tells of a time-out as of a hang-up.
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return _("The mail server did not answer in time. It is tried again by itself.")
    if isinstance(error, smtplib.SMTPServerDisconnected | ConnectionResetError):
        return _("The mail server hung up. It is tried again by itself.")
    if isinstance(error, ConnectionRefusedError):
        return _("Nothing answers at the mail server’s address and port. Check both.")
    if isinstance(error, OSError):
        return _("The mail server cannot be reached: %(why)s") % {"why": error.strerror or error}
    return str(error) or type(error).__name__
