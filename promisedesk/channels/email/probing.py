"""Trying a mailbox and a mail server, and saying in words what does not work and what to do.

Network, so never inside a transaction. Nothing is changed on the other side and no mail sent.
"""

from __future__ import annotations

import imaplib
import smtplib
import socket
import ssl
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from promisedesk.channels.email import servers
from promisedesk.core import egress
from promisedesk.core.errors import Refused
from promisedesk.lib.server_url import ServerUrl

STEP_TIMEOUT = 8  # seconds for each answer of the server
WHOLE_TIMEOUT = 20  # seconds for the whole test: a person is waiting
CERTIFICATE_EXPIRED = 10  # X509_V_ERR_CERT_HAS_EXPIRED
WRONG_NAME = {62, 64}  # X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH

_workers = ThreadPoolExecutor(max_workers=4, thread_name_prefix="probe")


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


def probe_imap(server: ServerUrl) -> Finding:
    """Sign in to a mailbox and open its folder, read-only."""
    return _within_limits(lambda: _try_imap(server), server)


def probe_smtp(server: ServerUrl) -> Finding:
    """Sign in to an outgoing server, without sending anything."""
    return _within_limits(lambda: _try_smtp(server), server)


def _within_limits(job: Callable[[], Finding], server: ServerUrl) -> Finding:
    language = get_language()

    def speak() -> Finding:
        with override(language):
            try:
                return job()
            except Exception as error:
                return explained(error, server)

    try:
        return _workers.submit(speak).result(WHOLE_TIMEOUT)
    except TookTooLong:
        return explained(TimeoutError(), server)


def _try_imap(server: ServerUrl) -> Finding:
    address = egress.checked_address(server.host, server.port)
    plain = socket.create_connection((address, server.port), STEP_TIMEOUT)
    context = ssl.create_default_context()
    if server.is_tls:
        plain = context.wrap_socket(plain, server_hostname=server.host)
    session = _Imap(plain, server.host)
    try:
        if not server.is_tls:
            _start_tls(session, context)
        try:
            session.login(server.user, server.password)
        except imaplib.IMAP4.error as error:
            raise _not_let_in(server, error) from error
        return _open_folder(session, server.folder or "INBOX")
    finally:
        session.shutdown()


def _start_tls(session: _Imap, context: ssl.SSLContext) -> None:
    if "STARTTLS" not in session.capabilities:
        raise Trouble(
            _("This server offers no encryption, so the password was not sent."),
            _("Choose “TLS from the start”, or ask your provider for the right port."),
        )
    session.starttls(context)


def _open_folder(session: _Imap, folder: str) -> Finding:
    status, found = session.select(f'"{folder}"', readonly=True)
    if status != "OK":
        _status, names = session.list()
        raise Trouble(
            _("Signed in, but there is no folder “%(folder)s”.") % {"folder": folder},
            _("Folders there are: %(names)s.")
            % {"names": ", ".join(_folder_name(line) for line in names[:12] if line)},
        )
    count = int(found[0] or 0)
    return Finding(
        True,
        _("It works: signed in, and the folder “%(folder)s” holds %(count)s mails.")
        % {"folder": folder, "count": count},
    )


def _folder_name(line: bytes | tuple) -> str:
    text = line if isinstance(line, bytes) else line[-1]
    return text.decode("utf-8", "replace").rpartition(' "')[2].strip('"') or "INBOX"


def _try_smtp(server: ServerUrl) -> Finding:
    session = servers.connect(servers.parse_server(str(server), is_trusted=False))
    session.close()
    return Finding(True, _("It works: the server lets us in and takes mail."))


class _Imap(imaplib.IMAP4):
    """IMAP over a connection made already, to an address that was checked."""

    def __init__(self, connection: socket.socket, host: str):
        self._connection = connection
        super().__init__(host, timeout=STEP_TIMEOUT)

    def _create_socket(self, timeout):
        return self._connection


def _not_let_in(server: ServerUrl, error: Exception) -> Trouble:
    return Trouble(
        _("The server is there, but does not accept this user name and password: %(answer)s")
        % {"answer": str(error)[:200]},
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
    if isinstance(error, Refused):
        return Finding(False, str(error))
    if isinstance(error, servers.NotSafe):
        return Finding(False, str(error))
    if isinstance(error, smtplib.SMTPAuthenticationError):
        answer = error.smtp_error
        text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else str(answer)
        return _not_let_in(server, Exception(text)).finding
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
