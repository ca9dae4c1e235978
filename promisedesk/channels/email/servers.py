"""Outgoing mail servers: which one a delivery uses, and a safe connection to it."""

from __future__ import annotations

import ipaddress
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from promisedesk.channels.email.oauth.bearing import Bearer, bearer_of
from promisedesk.conversations.models import Inbox
from promisedesk.core import egress
from promisedesk.core.saying import said
from promisedesk.core.secretbox import unseal
from promisedesk.lib.mail.domains import ascii_host
from promisedesk.lib.server_url import ServerUrl, ServerUrlError

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
    bearer: Bearer | None = None  # signs in with tokens instead of the password
    greeted_as: str = ""  # what we call ourselves in EHLO; empty: the name of the desk's URL

    @property
    def our_name(self) -> str | None:
        """For EHLO. Without one smtplib asks the DNS for it, at every connection."""
        return self.greeted_as or urlsplit(settings.BASE_URL).hostname

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
    url = unseal(inbox.smtp_url) or settings.SMTP_URL
    if not url:
        raise NoServer(_("Not sent: no mail server set. Set one for this inbox in Settings."))
    try:
        server = parse_server(url, is_trusted=not inbox.smtp_url)
    except ServerUrlError as error:
        raise NoServer(
            _("Not sent: the mail server is not set right. %(why)s") % {"why": said(error)}
        ) from error
    if inbox.smtp_url:  # the common server is nobody's account
        server = replace(server, bearer=bearer_of(inbox, server))
    return replace(server, greeted_as=ascii_host(inbox.address.rpartition("@")[2]))


@cache
def tls_context() -> ssl.SSLContext:
    """Made once a process: reading the system's certificates takes 40 ms, more than a letter."""
    return ssl.create_default_context()


def connect(server: MailServer) -> smtplib.SMTP:
    """A session that is greeted, encrypted where it must be, and signed in.

    Raises NotSafe, OSError, UnicodeError (a name or password of other letters than the
    protocol knows) or smtplib.SMTPException; nothing of a letter was sent then.
    """
    if server.bearer is not None:
        return server.bearer.smtp(lambda login: _signed_in(server, login))
    return _signed_in(server, lambda session: session.login(server.user, server.password))


def _signed_in(server: MailServer, login: Callable[[smtplib.SMTP], object]) -> smtplib.SMTP:
    address = server.host if server.is_trusted else egress.checked_address(server.host, server.port)
    context = tls_context()
    if server.is_implicit_tls:
        session = _Tls(server.host, context, server.our_name)
    else:
        session = smtplib.SMTP(timeout=COMMAND_TIMEOUT, local_hostname=server.our_name)
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
            session = smtplib.SMTP(address, server.port, server.our_name, COMMAND_TIMEOUT)
            session.ehlo_or_helo_if_needed()
    _refuse_in_the_clear(session, server)
    if server.user:
        login(session)
    return session


class _Tls(smtplib.SMTP_SSL):
    """TLS from the start, to a checked address, with the certificate of the name."""

    def __init__(self, name: str, context: ssl.SSLContext, our_name: str | None):
        super().__init__(timeout=COMMAND_TIMEOUT, context=context, local_hostname=our_name)
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
