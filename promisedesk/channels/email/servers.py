"""Outgoing mail servers: which one a delivery uses, and a safe connection to it."""

from __future__ import annotations

import ipaddress
import smtplib
import ssl
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.translation import gettext as _

from promisedesk.conversations.models import Inbox
from promisedesk.core import egress
from promisedesk.core.secretbox import unseal
from promisedesk.lib.server_url import ServerUrl

COMMAND_TIMEOUT = 60  # seconds; RFC 5321 4.5.3.2 allows five minutes, a lane is not that patient
DOT_TIMEOUT = 600  # seconds after the final dot: shorter ones make duplicates (RFC 5321)


class NoServer(Exception):
    """There is no mail server to send with. The text says what to do."""


class NotSafe(Exception):
    """The connection would show a password or a letter to others. The text says what to do."""


@dataclass(frozen=True)
class MailServer:
    """Where outgoing mail goes. `is_trusted`: set by whoever runs the machine, not in a page."""

    host: str
    port: int
    user: str
    password: str
    is_implicit_tls: bool
    is_trusted: bool

    @property
    def is_loopback(self) -> bool:
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def parse_server(url: str, *, is_trusted: bool) -> MailServer:
    """The server of smtp://[user:pass@]host[:port] or smtps://…"""
    server = ServerUrl.parse(url, ("smtp", "smtps"))
    return MailServer(
        host=server.host,
        port=server.port,
        user=server.user,
        password=server.password,
        is_implicit_tls=server.is_tls,
        is_trusted=is_trusted,
    )


def server_for(inbox: Inbox) -> MailServer:
    """The inbox's own server, else the common one. Raises NoServer."""
    if inbox.smtp_url:
        return parse_server(unseal(inbox.smtp_url), is_trusted=False)
    if settings.SMTP_URL:
        return parse_server(settings.SMTP_URL, is_trusted=True)
    raise NoServer(_("Not sent: no mail server set. Set one for this inbox in Settings."))


@cache
def tls_context() -> ssl.SSLContext:
    """Made once a process: reading the system's certificates takes 40 ms, more than a letter."""
    return ssl.create_default_context()


def connect(server: MailServer) -> smtplib.SMTP:
    """A session that is greeted, encrypted where it must be, and signed in.

    Raises NotSafe, OSError or smtplib.SMTPException; nothing of a letter was sent then.
    """
    address = server.host if server.is_trusted else egress.checked_address(server.host, server.port)
    context = tls_context()
    if server.is_implicit_tls:
        session = _Tls(server.host, context, timeout=COMMAND_TIMEOUT)
    else:
        session = smtplib.SMTP(timeout=COMMAND_TIMEOUT)
        session._host = server.host  # the name STARTTLS checks the certificate against
    code, greeting = session.connect(address, server.port)
    if code != 220:
        session.close()
        raise smtplib.SMTPConnectError(code, greeting)
    session.ehlo_or_helo_if_needed()
    if not server.is_implicit_tls and session.has_extn("starttls"):
        try:
            session.starttls(context=context)
            session.ehlo()
        except ssl.SSLCertVerificationError:
            if server.user or not server.is_loopback:
                raise
            session.close()
            session = smtplib.SMTP(address, server.port, timeout=COMMAND_TIMEOUT)
            session.ehlo_or_helo_if_needed()
    _refuse_in_the_clear(session, server)
    if server.user:
        session.login(server.user, server.password)
    return session


class _Tls(smtplib.SMTP_SSL):
    """TLS from the start, to a checked address, with the certificate of the name."""

    def __init__(self, name: str, context: ssl.SSLContext, timeout: float):
        super().__init__(timeout=timeout, context=context)
        self._name = name

    def _get_socket(self, host, port, timeout):
        plain = smtplib.SMTP._get_socket(self, host, port, timeout)
        return self.context.wrap_socket(plain, server_hostname=self._name)


def _refuse_in_the_clear(session: smtplib.SMTP, server: MailServer) -> None:
    if isinstance(session.sock, ssl.SSLSocket):
        return
    if server.user:
        raise NotSafe(
            _("The mail server offers no encryption, so the password is not sent. Use smtps://.")
        )
    if not server.is_loopback:
        raise NotSafe(
            _("The mail server offers no encryption, so no letter is sent to it. Use smtps://.")
        )
