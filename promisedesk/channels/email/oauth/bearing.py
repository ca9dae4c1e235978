"""Signing in to IMAP and SMTP with a token: XOAUTH2 and OAUTHBEARER (RFC 7628).

A refused token is renewed once and tried in a new session; what is refused then is told as
trouble of the inbox, never of a letter.
"""

from __future__ import annotations

import imaplib
import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from django.utils.timezone import now
from django.utils.translation import gettext as _
from imapclient import IMAPClient
from imapclient.exceptions import LoginError

from promisedesk.channels.email.oauth import registering, tokens
from promisedesk.conversations.models import Grant, Inbox
from promisedesk.core.errors import Refused

Session = TypeVar("Session")
WORDS = 200  # characters of a server's answer worth showing


class Account(Protocol):
    """A server to sign in to, of either kind."""

    @property
    def host(self) -> str: ...

    @property
    def user(self) -> str: ...

    @property
    def password(self) -> str: ...


class NotLetIn(Refused):
    """A token that is good is refused all the same. The text says so."""


@dataclass(frozen=True)
class Bearer:
    """Opens sessions of this inbox with tokens of its grant, as the account `user`."""

    inbox: Inbox
    user: str

    def imap(self, open_session: Callable[[Callable[[IMAPClient], None]], Session]) -> Session:
        """A signed-in session; `open_session` connects and calls what it is given to sign in.

        Raises NotLetIn, tokens.NoToken, and whatever connecting raises.
        """
        return self._signed_in(open_session, _imap_login, LoginError)

    def smtp(self, open_session: Callable[[Callable[[smtplib.SMTP], None]], Session]) -> Session:
        """Likewise for SMTP. A refusal is marked on the grant: a letter alone alarms nobody."""
        try:
            session = self._signed_in(open_session, _smtp_login, smtplib.SMTPAuthenticationError)
        except NotLetIn as error:
            mine = Grant.objects.filter(inbox=self.inbox)
            mine.filter(failing_since=None).update(failing_since=now(), last_error=str(error))
            raise
        # No attempt to ask for a token failed, so the mark was such a refusal; it is over.
        Grant.objects.filter(inbox=self.inbox, failing_since__isnull=False, attempts=0).update(
            failing_since=None, last_error=""
        )
        return session

    def _signed_in(self, open_session, login, refusal: type[Exception]):
        token = tokens.access_token(self.inbox)
        try:
            return open_session(lambda session: login(session, self.user, token))
        except refusal as error:
            other = tokens.access_token(self.inbox, instead_of=token)
            if other == token:
                raise NotLetIn(_not_let_in(error, token)) from error
        try:
            return open_session(lambda session: login(session, self.user, other))
        except refusal as error:
            raise NotLetIn(_not_let_in(error, other)) from error


def bearer_of(inbox: Inbox, server: Account | None) -> Bearer | None:
    """Who signs in to this server of the inbox by token; None if a password does.

    A token is shown to the servers of the service it is from and to no other, whatever
    server somebody types into a form; unless the service leaves its servers to each inbox.
    """
    if server is None or not server.user or server.password:
        return None
    grant = Grant.objects.filter(inbox=inbox).first()
    service = registering.registered(grant.provider) if grant else None
    if service is None:
        return None
    places = [service.imap_host, service.smtp_host]
    if all(places) and server.host not in {place.partition(":")[0] for place in places}:
        return None
    return Bearer(inbox, server.user)


def _imap_login(room: IMAPClient, user: str, token: str) -> None:
    is_common = room.has_capability("AUTH=XOAUTH2") or not room.has_capability("AUTH=OAUTHBEARER")
    answers = iter([_xoauth2(user, token) if is_common else _oauthbearer(user, token)])
    # A second question is the reason of a refusal; it is heard and answered with nothing.
    goodbye = b"" if is_common else b"\x01"
    try:
        room._imap.authenticate(
            "XOAUTH2" if is_common else "OAUTHBEARER", lambda _question: next(answers, goodbye)
        )
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as error:
        raise LoginError(str(error)) from None
    room._cached_capabilities = None  # a server may offer more to whom it knows


def _smtp_login(session: smtplib.SMTP, user: str, token: str) -> None:
    offered = session.esmtp_features.get("auth", "").upper().split()
    is_common = "XOAUTH2" in offered or "OAUTHBEARER" not in offered
    first = (_xoauth2 if is_common else _oauthbearer)(user, token).decode()

    def answer(question: bytes | None = None) -> str:
        return first if not question else ("" if is_common else "\x01")

    try:
        session.auth("XOAUTH2" if is_common else "OAUTHBEARER", answer)
    except smtplib.SMTPAuthenticationError:
        session.close()  # the next try has a session of its own
        raise


def _xoauth2(user: str, token: str) -> bytes:
    """developers.google.com/gmail/imap/xoauth2-protocol"""
    return f"user={_plain(user)}\x01auth=Bearer {token}\x01\x01".encode()


def _oauthbearer(user: str, token: str) -> bytes:
    name = _plain(user).replace("=", "=3D").replace(",", "=2C")  # RFC 5801 4
    return f"n,a={name},\x01auth=Bearer {token}\x01\x01".encode()


def _plain(user: str) -> str:
    if not user.isprintable():
        raise NotLetIn(_("The account’s name has letters it cannot have."))
    return user


def _not_let_in(error: Exception, token: str) -> str:
    said = getattr(error, "smtp_error", None) or str(error)
    said = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    said = " ".join(said.replace(token, "…").removeprefix("b").strip("'\"").split())[:WORDS]
    return _("The mail server does not accept the sign-in: %(answer)s") % {"answer": said}
