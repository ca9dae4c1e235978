"""Asking a sign-in service for tokens, and making sense of what it says.

Network: never inside a transaction. What people read of an answer is a code of the
protocol at most: an error page of a stranger could hold anything, our secret too.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils.translation import gettext as _
from oauthlib.oauth2 import OAuth2Error, WebApplicationClient

from promisedesk.channels.email.models import SignInService
from promisedesk.core import web
from promisedesk.core.errors import Refused
from promisedesk.core.patience import within
from promisedesk.core.secretbox import unseal

SECONDS = 15  # for the whole answer
LARGEST = 64 * 1024  # bytes; Microsoft's answers have some 6,000
USUAL_LIFE = timedelta(minutes=30)  # when nothing is said of it; an hour is common
LONGEST_LIFE = 10 * 366 * 86_400  # seconds; a larger number is nonsense
PRINTED = re.compile(r"[\x21-\x7e]+\Z")  # RFC 6750 2.1; a control character would end the field

# RFC 6749 5.2 and OpenID Connect Core 3.1.2.6: only a person can mend these, at the provider.
OVER = {"invalid_grant", "interaction_required", "consent_required", "login_required"}
OUR_APP = {"invalid_client", "unauthorized_client"}


class NoToken(Refused):
    """No access token for now. The text says why, and whether it is tried again."""


class SignInAgain(NoToken):
    """The permission is gone: an account holder has to sign in anew."""


@dataclass(frozen=True)
class Answer:
    """What a sign-in service gave."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)  # empty: the one before stays good
    lives: timedelta
    refresh_lives: timedelta | None  # None: nothing was said of it
    scope: frozenset[str] | None  # None: as asked for
    account: str  # what the provider calls the account, as a label only; may be empty


def exchange(service: SignInService, code: str, verifier: str, redirect_uri: str) -> Answer:
    """Tokens for the code somebody came back with. Raises NoToken, Refused."""
    body = _client(service).prepare_request_body(
        code=code, redirect_uri=redirect_uri, code_verifier=verifier, **_secret(service)
    )
    return _asked(service, body)


def refresh(service: SignInService, refresh_token: str) -> Answer:
    """A new access token, perhaps with a new refresh token. Raises NoToken, Refused."""
    body = _client(service).prepare_refresh_body(
        refresh_token=refresh_token, client_id=service.client_id, **_secret(service)
    )
    return _asked(service, body)


def _client(service: SignInService) -> WebApplicationClient:
    return WebApplicationClient(service.client_id)


def _secret(service: SignInService) -> dict[str, str]:
    secret = unseal(service.client_secret)
    return {"client_secret": secret} if secret else {}


def _asked(service: SignInService, body: str) -> Answer:
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/json",
        "Accept-Encoding": "identity",
    }
    try:
        # A server that sends its header letter by letter would keep `ask` for longer.
        answer = within(
            SECONDS + 2,
            lambda: web.ask(
                service.token_url,
                method="POST",
                body=body.encode(),
                headers=headers,
                largest=LARGEST,
                seconds=SECONDS,
            ),
        )
    except web.NoAnswer as error:
        raise NoToken(_unreachable()) from error
    except TimeoutError as error:
        raise NoToken(_unreachable()) from error
    if answer.status >= 500 or answer.status in (408, 429):
        raise NoToken(
            _("The sign-in service is in trouble itself and is asked again soon: %(status)s")
            % {"status": answer.status}
        )
    return _read(answer.body)


def _unreachable() -> str:
    return _("The sign-in service did not answer. It is asked again soon.")


def not_understood() -> str:
    """What people are told of an answer that makes no sense."""
    return _("The sign-in service said something the desk does not understand.")


def _read(body: bytes) -> Answer:
    try:
        said = WebApplicationClient("").parse_request_body_response(body.decode())
        return _answer(said)
    except OAuth2Error as error:
        raise _refusal(error) from None  # its context would carry the answer into a log
    except (ValueError, TypeError, KeyError, AttributeError, Warning):
        raise NoToken(
            _("The sign-in service said something the desk does not understand.")
        ) from None


def _answer(said: dict) -> Answer:
    access, refresh_token = str(said["access_token"]), str(said.get("refresh_token") or "")
    if not PRINTED.match(access):
        raise ValueError("not a token")
    scope = said.get("scope")
    return Answer(
        access_token=access,
        refresh_token=refresh_token,
        lives=_span(said.get("expires_in")) or USUAL_LIFE,
        refresh_lives=_span(said.get("refresh_token_expires_in")),
        scope=frozenset(scope) if scope else None,
        account=_account(said.get("id_token")),
    )


def _span(seconds: object) -> timedelta | None:
    if not isinstance(seconds, int | float | str):
        return None
    try:
        number = int(seconds)
    except (ValueError, OverflowError):  # JSON as Python reads it knows Infinity
        return None
    return timedelta(seconds=number) if 0 < number < LONGEST_LIFE else None


def _account(id_token: object) -> str:
    """The address in an id_token. Its signature is not checked: it names, it proves nothing."""
    try:
        payload = str(id_token).split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        named = [claims.get("email"), claims.get("preferred_username")]
    except (IndexError, ValueError, AttributeError):
        return ""
    found = [str(one).strip().lower() for one in named if one and "@" in str(one)]
    return next((one for one in found if len(one) <= 320 and one.isprintable()), "")


def _refusal(error: OAuth2Error) -> NoToken:
    if error.error in OVER:
        return SignInAgain(
            _(
                "The desk is no longer let into this mailbox. "
                "Sign in again on the page of the inbox."
            )
        )
    if error.error in OUR_APP:
        return NoToken(
            _(
                "The sign-in service does not accept the desk’s client ID and secret. "
                "Give the right ones in Settings, Sign-in services."
            )
        )
    return NoToken(_("The sign-in service refused: %(code)s") % {"code": _code(error)})


def _code(error: OAuth2Error) -> str:
    """The error's name, with Microsoft's number of it when there is one."""
    name = re.sub(r"[^A-Za-z0-9_.-]", "", str(error.error))[:60] or "error"
    number = re.match(r"AADSTS\d{3,9}", str(error.description or ""))
    return f"{name} {number[0]}" if number else name
