"""Handing mail over, once. The one moment nobody can be sure of is marked before it comes.

Between the final dot and the server's answer a mail may have arrived or not (RFC 1047).
That a delivery is there is committed before the dot; whoever finds it so sends the same
bytes with the same Message-ID once more, and the agent sees "may have arrived twice".
"""

from __future__ import annotations

import re
import smtplib
import ssl
import time
from datetime import datetime

import structlog
from django.db import DatabaseError, OperationalError, connection, transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.channels.email import lanes, letters, pace, servers, sessions
from promisedesk.channels.email.naming import ascii_domain
from promisedesk.conversations import deliveries, linking, unsubscribing
from promisedesk.conversations.models import Delivery, Inbox, Message
from promisedesk.core import leases
from promisedesk.core.crash import Step
from promisedesk.core.errors import Refused
from promisedesk.lib.mail import refusals
from promisedesk.promises import acknowledging
from promisedesk.rules import letters as letters_of_rules

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
SOON = 1  # seconds; what took longer to come to DATA may be no longer true
HANGING_UP = 421  # RFC 5321 3.8: the server closes the session
PAUSE = 0.2  # seconds before writing it down is tried again; longer each time
WRITES = 4  # times a handing over is tried to be written down, before it is left in doubt


class ReplyCode(Exception):
    """The server answered a command with a 4xx or 5xx."""

    def __init__(self, code: int, text: bytes | str):
        self.code = code
        super().__init__(f"{code} {_decoded(text)}")

    @property
    def is_final(self) -> bool:
        return self.code >= 500 and self.code not in SIGN_IN_CODES

    @property
    def is_too_large(self) -> bool:
        return refusals.is_too_large(self.code, str(self))

    @property
    def reason(self) -> str:
        """Why, in a word of lib.mail.refusals."""
        return refusals.reason_of(refusals.status_in(str(self)), str(self))


class TooLate(Exception):
    """An automatic letter is no longer true. The text says why it is not sent."""


class Unwanted(Exception):
    """The customer wants no such letter. The text says so."""


def send_due() -> int:
    """Take one due delivery and try it; returns how many were tried.

    One whose mail server has its share of the lanes is given back, and another taken.
    """
    due = Delivery.objects.select_related(
        "message__conversation__inbox", "message__conversation__contact", "message__agent"
    )
    while True:
        full = lanes.full()
        may = due.exclude(message__conversation__inbox__in=full) if full else due
        taken = leases.claim(may, 1)
        if not taken:
            sessions.close_idle()
            return 0
        with leases.hold(taken[0]):
            if _try(taken[0]):
                return 1


def _try(delivery: Delivery) -> bool:
    """Try it, and write down what came of it. False if it was not its server's turn."""
    CLAIMED.reached()
    try:
        _hand_over(delivery)
    except (lanes.Full, pace.NotYet):
        deliveries.given_back(delivery)
        return False
    except TooLate as error:
        deliveries.dropped(delivery, str(error))
    except Unwanted as error:
        deliveries.failed(delivery, str(error))
    except servers.NoServer as error:
        deliveries.held(delivery, str(error))
    except ReplyCode as error:
        if error.is_too_large and linking.link_instead(delivery):
            deliveries.again(delivery)
        elif error.is_final:
            deliveries.failed(delivery, said(error), error.reason)
        else:
            deliveries.deferred(delivery, said(error))
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
    return True


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


def _hand_over(delivery: Delivery) -> None:
    _refuse_too_late(delivery)
    inbox = delivery.message.conversation.inbox
    server = servers.server_for(inbox)
    place = lanes.place_of(server)
    with lanes.lane_to(server, inbox.pk):
        _wait_for_the_turn(place, inbox)
        if delivery.in_doubt_at:
            deliveries.was_in_doubt(delivery)
        raw = _built(delivery)
        BUILT.reached()
        if delivery.state != Delivery.State.QUEUED:  # which nobody need see change
            deliveries.sending(delivery)
        try:
            _talk(server, delivery, raw)
        except Exception as error:
            _learn(place, error)
            raise
        lanes.has_answered(place)
        pace.took_it(place)


def _wait_for_the_turn(place: lanes.Place, inbox: Inbox) -> None:
    try:
        pace.take_turn(place, pace.limit_of(inbox))
    except pace.NotYet as wait:
        lanes.rest(place, wait.seconds)
        raise


def _learn(place: lanes.Place, error: Exception) -> None:
    """What a failure says of the server, beside what it says of the letter."""
    code, words = _code_of(error)
    if code:
        lanes.has_answered(place)
    elif _is_silence(error):
        lanes.was_silent(place)
    if pace.is_too_many(code, words):
        lanes.rest(place, pace.slow_down(place))


def _talk(server: servers.MailServer, delivery: Delivery, raw: bytes) -> None:
    """One letter over one session, which is kept for the next if all went well."""
    began = time.monotonic()
    session, is_used = _session(server)
    try:
        CONNECTED.reached()
        raw = _fitting(session, delivery, raw)
        try:
            _sender(session, delivery, raw)
        except (ReplyCode, OSError, smtplib.SMTPException) as error:
            if not is_used or (isinstance(error, ReplyCode) and error.is_final):
                raise
            # It may have had enough of this session, not of us: nothing was sent yet.
            session = _session(server, sessions.anew)
            _sender(session, delivery, raw)
        _recipient(session, delivery)
        RECIPIENT_TAKEN.reached()
        if time.monotonic() - began > SOON:
            _refuse_too_late(delivery)
        taken_at = _data(session, delivery, raw)
    except (TooLate, Unwanted):
        sessions.keep()
        raise
    except ReplyCode as error:
        (sessions.close if error.code == HANGING_UP else sessions.keep)()
        raise
    except BaseException:
        sessions.drop()
        raise
    sessions.keep()
    _write_down(delivery, taken_at)


def _fitting(session: smtplib.SMTP, delivery: Delivery, raw: bytes) -> bytes:
    """The letter, with links instead of files if the server takes no letter so large."""
    offered = session.esmtp_features.get("size", "")
    largest = int(offered) if offered.isdecimal() else 0  # RFC 1870: 0 is no limit
    if largest and len(raw) > largest and linking.link_instead(delivery):
        return _built(delivery)
    return raw


def _session(server: servers.MailServer, how=None):
    try:
        return how(server) if how else sessions.open_to(server)
    except UnicodeError as error:
        raise servers.NoServer(
            _("Not sent: the name, user or password of the mail server has letters it cannot have.")
        ) from error


def _refuse_too_late(delivery: Delivery) -> None:
    if delivery.is_automatic and (why := _why_not_now(delivery.message)):
        raise TooLate(why)
    if why := unsubscribing.why_not(delivery.message, delivery.to_address):
        raise Unwanted(why)


def _why_not_now(message: Message) -> str:
    return acknowledging.why_not_now(message) or letters_of_rules.why_not_now(message)


def _built(delivery: Delivery) -> bytes:
    try:
        return letters.raw_of(delivery)
    except OSError as error:
        why = error.strerror or str(error)
        raise Refused(
            _("The desk cannot read or write its own files: %(why)s") % {"why": why}
        ) from error


def _sender(session: smtplib.SMTP, delivery: Delivery, raw: bytes) -> None:
    own, to = letters.sender_of(delivery), ascii_domain(delivery.to_address)
    options = [f"SIZE={len(raw)}"] if session.has_extn("size") else []
    if letters.goes_as_utf8(delivery):
        _refuse_without_utf8(session, own, to)
        options.append("SMTPUTF8")
        session.command_encoding = "utf-8"
    # An acknowledgement has no sender to answer to: no robot can answer it back (RFC 3834).
    _expect(session.mail("" if delivery.is_automatic else own, options), 250)


def _recipient(session: smtplib.SMTP, delivery: Delivery) -> None:
    _expect(session.rcpt(ascii_domain(delivery.to_address)), 250, 251)


def _refuse_without_utf8(session: smtplib.SMTP, own: str, to: str) -> None:
    if session.has_extn("smtputf8"):
        return
    if not own.isascii():  # ours to mend, so the letter waits
        raise Refused(
            _(
                "The mail server cannot send from %(address)s: it does not know such letters "
                "(SMTPUTF8). Use another server, or give the inbox another address."
            )
            % {"address": own}
        )
    raise ReplyCode(
        553, _("the mail server cannot send to an address with such letters (SMTPUTF8)")
    )


def _data(session: smtplib.SMTP, delivery: Delivery, raw: bytes) -> datetime:
    """Everything from DATA to the server's yes; returns when it came."""
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
    taken_at = now()  # before any waiting for the database: this is what keeps a promise
    ANSWERED.reached()
    return taken_at


def _write_down(delivery: Delivery, taken_at: datetime) -> None:
    """Tell what was sent; again if the database was busy or broke a deadlock at our cost.

    Raises OperationalError when it fails to the last: the delivery stays in doubt.
    """
    for attempt in range(WRITES):
        try:
            if attempt == 0 or not _is_written(delivery):
                deliveries.sent(delivery, taken_at)
            return
        except OperationalError as error:
            log.warning("could not write down what was sent", attempt=attempt, error=str(error))
            if attempt == WRITES - 1:
                raise
            connection.close()  # the next query gets a new one
            time.sleep(PAUSE * (attempt + 1))


def _is_written(delivery: Delivery) -> bool:
    """Whether the commit went through after all, and only the word of it was lost."""
    return Delivery.objects.filter(pk=delivery.pk, state=Delivery.State.SENT).exists()


def _expect(answer: tuple[int, bytes], *codes: int) -> None:
    if answer[0] not in codes:
        raise ReplyCode(*answer)


def _code_of(error: Exception) -> tuple[int, str]:
    """The reply code of a refusal and its words; (0, "") when there was none."""
    if isinstance(error, ReplyCode):
        return error.code, str(error)
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code, _decoded(error.smtp_error)
    return 0, ""


def _decoded(words: bytes | str) -> str:
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else words


def _is_silence(error: Exception) -> bool:
    """smtplib tells of a time-out as of a hang-up."""
    return isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError)


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
        words = _decoded(error.smtp_error)
        return _("The mail server said: %(answer)s") % {
            "answer": f"{error.smtp_code} {words}"[:500]
        }
    if _is_silence(error):
        return _("The mail server did not answer in time. It is tried again by itself.")
    if isinstance(error, smtplib.SMTPServerDisconnected | ConnectionResetError):
        return _("The mail server hung up. It is tried again by itself.")
    if isinstance(error, ConnectionRefusedError):
        return _("Nothing answers at the mail server’s address and port. Check both.")
    if isinstance(error, OSError):
        return _("The mail server cannot be reached: %(why)s") % {"why": error.strerror or error}
    return str(error) or type(error).__name__
