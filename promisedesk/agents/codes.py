"""Proving who one is: by a code, each good once, or a key. What allauth lacks, on top of it."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm, LoginWebAuthnForm
from django.core.exceptions import ValidationError
from django.db import transaction

from promisedesk.agents import tries
from promisedesk.agents.models import Agent
from promisedesk.agents.verbs import CODE_USED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.secretbox import unseal

Type = Authenticator.Type


@transaction.atomic
def matching(agent: Agent, code: str) -> Authenticator | None:
    """The agent's app or recovery codes, if this is a code of theirs not used before."""
    code = "".join(code.split()).replace("-", "")[:20]
    rows = Authenticator.objects.select_for_update().filter(user=agent)
    for row in rows.filter(type=Type.TOTP):
        counter = _counter(unseal(row.data["secret"]), code)
        # RFC 6238 5.2: not a second time, not even by another process or within the same minute.
        if counter is not None and counter > row.data.get("last", 0):
            row.data["last"] = counter
            row.save(update_fields=["data"])
            return row
    for row in rows.filter(type=Type.RECOVERY_CODES):
        if code and row.wrap().validate_code(code):
            record(CODE_USED, by=agent, agent=agent.pk)
            return row
    return None


def _counter(secret: str, code: str) -> int | None:
    for counter in yield_hotp_counters_from_time():
        if format_hotp_value(hotp_value(secret, counter)) == code:
            return counter
    return None


class CodeForm(AuthenticateForm):
    """allauth's form of the second step, with our count of tries and each code once."""

    def clean_code(self) -> str:
        try:
            tries.count(self.user)
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal
        found = matching(self.user, self.cleaned_data["code"])
        if found is None:
            self._emit_authentication_failed(Authenticator(user=self.user, type=Type.TOTP))
            raise get_adapter().validation_error("incorrect_code")
        tries.forget(self.user)
        found.user = self.user
        self.authenticator = found
        return self.cleaned_data["code"]


class Careful:
    """A form mixin: a browser's answer that is nonsense is wrong, and no fault of ours."""

    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise get_adapter().validation_error("incorrect_code") from error


class KeyForm(Careful, AuthenticateWebAuthnForm):
    """A key as the second step."""


class PasskeyForm(Careful, LoginWebAuthnForm):
    """A passkey alone."""
