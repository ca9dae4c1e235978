"""Trying a mailbox and a mail server, and saying in words what does not work and what to do.

Network, so never inside a transaction. Nothing is changed on the other side and no mail sent.
"""

from __future__ import annotations

import imaplib
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db import connection
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _
from imapclient.exceptions import LoginError

from promisedesk.channels.email import mailboxes, servers
from promisedesk.channels.email.oauth.bearing import Bearer
from promisedesk.core.errors import Refused
from promisedesk.core.patience import within
from promisedesk.lib.server_url import ServerUrl

MOST_FOLDERS = 12  # named when the one asked for is not there
WHOLE_TIMEOUT = 20  # seconds for the whole test: a person is waiting
CERTIFICATE_EXPIRED = 10  # X509_V_ERR_CERT_HAS_EXPIRED
WRONG_NAME = {62, 64}  # X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH


@dataclass(frozen=True)
class Finding:
    """What came of a test. `advice` is empty when all is well."""

    works: bool
    says: str
    advice: str = ""


class Trouble(Exception):
    """A step that failed, with both sentences ready."""

    def __init__(self, says: str, advice: str):
        super().__init__(says)
        self.finding = Finding(False, says, advice)


def probe_imap(server: ServerUrl, bearer: Bearer | None = None) -> Finding:
    """Sign in to a mailbox and open its folder, read-only. `bearer` brings a token instead."""
    return _within_limits(lambda: _try_imap(server, bearer), server)


def probe_smtp(server: ServerUrl, bearer: Bearer | None = None) -> Finding:
    """Sign in to an outgoing server, without sending anything."""
    return _within_limits(lambda: _try_smtp(server, bearer), server)


def _within_limits(job: Callable[[], Finding], server: ServerUrl) -> Finding:
    language = get_language()

    def speak() -> Finding:
        with override(language):
            try:
                return job()
            except Exception as error:
                return explained(error, server)
            finally:
                connection.close()  # of this thread, if a token was asked for

    try:
        return within(WHOLE_TIMEOUT, speak)
    except TimeoutError as error:
        return explained(error, server)


def _try_imap(server: ServerUrl, bearer: Bearer | None) -> Finding:
    try:
        room = mailboxes.sign_in(server, bearer)
    except LoginError as error:
        raise _not_let_in(server, str(error).removeprefix("b").strip("'\"")) from error
    try:
        return _open_folder(room, server.folder or "INBOX")
    finally:
        room.shutdown()


def _open_folder(room: mailboxes.Mailroom, folder: str) -> Finding:
    try:
        found = room.select_folder(folder, readonly=True)
    except imaplib.IMAP4.error as error:
        names = [name for _flags, _delimiter, name in room.list_folders()][:MOST_FOLDERS]
        raise Trouble(
            _("Signed in, but there is no folder “%(folder)s”.") % {"folder": folder},
            _("Folders there are: %(names)s.") % {"names": ", ".join(names)},
        ) from error
    return Finding(
        True,
        ngettext(
            "It works: signed in, and the folder “%(folder)s” holds %(count)s mail.",
            "It works: signed in, and the folder “%(folder)s” holds %(count)s mails.",
            found[b"EXISTS"],
        )
        % {"folder": folder, "count": found[b"EXISTS"]},
    )


def _try_smtp(server: ServerUrl, bearer: Bearer | None) -> Finding:
    place = servers.parse_server(str(server), is_trusted=False)
    session = servers.connect(replace(place, bearer=bearer))
    session.close()
    return Finding(True, _("It works: the server lets us in and takes mail."))


def _not_let_in(server: ServerUrl, answer: str) -> Trouble:
    return Trouble(
        _("The server is there, but does not accept this user name and password: %(answer)s")
        % {"answer": answer[:200]},
        _(
            "Type the password again. Many providers want an app password, made on their "
            "security page, instead of the usual one."
        ),
    )


def explained(error: Exception, server: ServerUrl) -> Finding:
    """An error of any step in words, with what to do about it."""
    place = {"host": server.host, "port": server.port}
    if isinstance(error, Trouble):
        return error.finding
    if isinstance(error, (Refused, servers.NotSafe, mailboxes.Unsafe)):
        return Finding(False, str(error))
    if isinstance(error, smtplib.SMTPAuthenticationError):
        answer = error.smtp_error
        text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else str(answer)
        return _not_let_in(server, text).finding
    if isinstance(error, ssl.SSLCertVerificationError):
        return Finding(False, _certificate_says(error, place), _certificate_advice(error, place))
    if isinstance(error, ssl.SSLError):
        return Finding(
            False,
            _("%(host)s does not speak TLS at port %(port)s.") % place,
            _("Choose “STARTTLS”, or the port for TLS: 993 for IMAP, 465 for SMTP."),
        )
    if isinstance(error, ConnectionRefusedError):
        return Finding(
            False,
            _("%(host)s is there, but nothing listens at port %(port)s.") % place,
            _("Check the port: usually 993 for IMAP, 465 or 587 for SMTP."),
        )
    if isinstance(error, TimeoutError):
        return Finding(
            False,
            _("%(host)s did not answer at port %(port)s in time.") % place,
            _("Check the port, and whether a firewall lets this machine out."),
        )
    if isinstance(error, OSError):
        return Finding(
            False,
            _("The connection to %(host)s, port %(port)s broke.") % place,
            _("Check the port and the kind of encryption, then try again."),
        )
    return Finding(
        False,
        _("%(host)s answered something this desk does not understand at port %(port)s.") % place,
        _("Check that this is the right server and port."),
    )


def _certificate_says(error: ssl.SSLCertVerificationError, place: dict) -> str:
    if getattr(error, "verify_code", 0) == CERTIFICATE_EXPIRED:
        return _("The certificate of %(host)s has expired.") % place
    if getattr(error, "verify_code", 0) in WRONG_NAME:
        return _("The certificate belongs to another name than %(host)s.") % place
    return _("The certificate of %(host)s cannot be trusted.") % place


def _certificate_advice(error: ssl.SSLCertVerificationError, place: dict) -> str:
    if getattr(error, "verify_code", 0) in WRONG_NAME:
        return _("Use the server name your provider gives, not an address or another name of it.")
    return _("Ask whoever runs the server for a valid certificate; then try again.")
