"""The second factor: an app with codes, keys and passkeys, and recovery codes.

django-allauth keeps and checks them (allauth.mfa); here is how it behaves in this house, and
what may be done with them. Secrets are sealed with the desk's own key.
"""

import ipaddress
from urllib.parse import urlsplit

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, validate_totp_code
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents import noticing, sessions, tries
from promisedesk.agents.models import Agent
from promisedesk.agents.people import hold_the_desk, only_admins
from promisedesk.agents.verbs import (
    ALL_NEED_IT,
    CODES_MADE,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    FACTOR_RESET,
    NOBODY_NEEDS_IT,
)
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.secretbox import seal, unseal
from promisedesk.core.shop import the_shop

Type = Authenticator.Type
MOST_KEYS = 20


class Factors(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("That did not fit. Try again with a fresh code."),
    }

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)

    def get_totp_issuer(self) -> str:
        return the_shop().shop_name or "Promisedesk"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        # Never from the request's Host, which whoever asks may choose.
        return {"id": _host(), "name": self.get_totp_issuer()}

    def send_notification_mail(self, *args, **kwargs) -> None:
        """Nothing: the audit log has it."""


def _host() -> str:
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def can_have_keys() -> bool:
    """Whether browsers let this desk have passkeys: under https (or localhost), and by a name."""
    try:
        ipaddress.ip_address(_host())
    except ValueError:
        return settings.IS_HTTPS or _host() == "localhost"
    return False


def of(agent: Agent) -> list[Authenticator]:
    """What the agent can show besides a password, recovery codes apart, oldest first."""
    return list(
        Authenticator.objects.filter(user=agent).exclude(type=Type.RECOVERY_CODES).order_by("pk")
    )


def has(agent: Agent) -> bool:
    return bool(of(agent))


def codes_left(agent: Agent) -> int:
    """How many recovery codes are unused."""
    row = Authenticator.objects.filter(user=agent, type=Type.RECOVERY_CODES).first()
    return len(row.wrap().get_unused_codes()) if row else 0


def must_add_one(agent: Agent) -> bool:
    """Whether the desk wants a second factor and this agent has none yet."""
    return the_shop().needs_second_factor and not has(agent)


@transaction.atomic
def add_app(agent: Agent, secret: str, code: str) -> list[str]:
    """Take the app that knows `secret` (Base32), proved by a code of it (RFC 6238).

    Returns recovery codes if these are the first ones, else []. Raises Refused.
    """
    tries.count(agent)
    if not validate_totp_code(secret, code.replace(" ", "")):
        raise Refused(_("That code does not fit. Check that your phone’s clock is right."))
    tries.forget(agent)
    _hold(agent)
    Authenticator.objects.filter(user=agent, type=Type.TOTP).delete()
    TOTP.activate(agent, secret)
    record(FACTOR_ADDED, by=agent, agent=agent.pk, what=_what(Type.TOTP))
    return _first_codes(agent)


@transaction.atomic
def add_key(agent: Agent, name: str, credential: dict) -> list[str]:
    """Take a key or passkey whose answer was checked; returns recovery codes as `add_app`."""
    _hold(agent)
    if Authenticator.objects.filter(user=agent, type=Type.WEBAUTHN).count() >= MOST_KEYS:
        raise Refused(_("That are many keys. Remove one that you do not use first."))
    name = " ".join(name.replace("\x00", "").split())[:60] or _("Passkey")
    WebAuthn.add(agent, name, credential)
    record(FACTOR_ADDED, by=agent, agent=agent.pk, what=name)
    return _first_codes(agent)


@transaction.atomic
def remove(factor: Authenticator, *, by: Agent) -> None:
    """Take one's own away. Raises Refused for the last one when the desk wants one."""
    agent = _hold(by)
    rest = [one for one in of(agent) if one.pk != factor.pk]
    if not rest and the_shop().needs_second_factor:
        raise Refused(_("This desk asks everybody for a second factor. Add another one first."))
    record(FACTOR_REMOVED, by=by, agent=by.pk, what=name_of(factor))
    factor.delete()
    if not rest:
        Authenticator.objects.filter(user=agent).delete()  # recovery codes alone open nothing


@transaction.atomic
def new_codes(agent: Agent) -> list[str]:
    """Fresh recovery codes, shown only now; the old ones end. Raises Refused without a factor."""
    _hold(agent)
    if not has(agent):
        raise Refused(_("Recovery codes need a second factor. Add one first."))
    Authenticator.objects.filter(user=agent, type=Type.RECOVERY_CODES).delete()
    record(CODES_MADE, by=agent, agent=agent.pk)
    return RecoveryCodes.activate(agent).get_unused_codes()


@transaction.atomic
def reset(agent: Agent, *, by: Agent) -> None:
    """Take away all of a colleague's, who lost the phone.

    They are signed out everywhere, and a notice tells them who did it.
    """
    only_admins(by)
    Authenticator.objects.filter(user=agent).delete()
    record(FACTOR_RESET, by=by, to=agent.name, agent=agent.pk)
    noticing.notice([agent], noticing.Kind.FACTOR, FACTOR_RESET, by=by)


@transaction.atomic
def ask_everybody(needs: bool, *, by: Agent) -> None:
    """Switch on or off that nobody works here without a second factor.

    Raises Refused unless the admin has one. Whoever has none is signed out, and adds one at
    the next sign-in, before anything else.
    """
    only_admins(by)
    desk = hold_the_desk()
    if desk.needs_second_factor == needs:
        return
    if needs and not has(by):
        raise Refused(_("Add a second factor of your own first, under “You”."))
    desk.needs_second_factor = needs
    desk.save(update_fields=["needs_second_factor"])
    record(ALL_NEED_IT if needs else NOBODY_NEEDS_IT, by=by)
    if needs:
        bare = Agent.objects.exclude(authenticator__type__in=[Type.TOTP, Type.WEBAUTHN])
        for agent in bare:
            sessions.end_all(agent)


def name_of(factor: Authenticator) -> str:
    return factor.wrap().name if factor.type == Type.WEBAUTHN else str(_what(factor.type))


def _what(kind: str) -> str:
    return _("app with codes") if kind == Type.TOTP else str(Type(kind).label)


def _hold(agent: Agent) -> Agent:
    return Agent.objects.select_for_update().get(pk=agent.pk)


def _first_codes(agent: Agent) -> list[str]:
    if Authenticator.objects.filter(user=agent, type=Type.RECOVERY_CODES).exists():
        return []
    return RecoveryCodes.activate(agent).get_unused_codes()
