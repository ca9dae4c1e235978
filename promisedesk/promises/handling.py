"""How a shop handles its promises: honest times, delay notices, and what may be given."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.core.choosing import choose
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.saying import said
from promisedesk.lib import money
from promisedesk.lib.counting import Span, SpanError
from promisedesk.promises.handling_verbs import MANNERS_CHANGED
from promisedesk.promises.models import PromiseManners

Role = Agent.Role
ROLES = (Role.AGENT, Role.MANAGER, Role.ADMIN)  # who may give a compensation


@transaction.atomic
def change(*, by: Agent | None, **chosen: object) -> bool:
    """Set `offers`, `notices`, `renewal_target`, `limits` or `currency`; what is not given stays.
    False if all of it was so already.

    `limits`: by role, "20.00", "" for any sum, None for the usual. Raises Refused for a choice
    there is none of, and for what is no span, no amount or no currency.
    """
    demand(by, Deed.RUN)
    changed = choose(PromiseManners.to_change(), chosen, _CHECKS)
    if changed:
        record(MANNERS_CHANGED, by=by, **changed)
    return bool(changed)


def _offers(value: object) -> str:
    if value not in PromiseManners.Offers.values:
        raise Refused(_("Choose what is promised when the target cannot be met."))
    return str(value)


def _notices(value: object) -> str:
    if value not in PromiseManners.Notices.values:
        raise Refused(_("Choose when a delay notice is sent."))
    return str(value)


def _target(value: object) -> str:
    try:
        return str(Span.parse(value))
    except SpanError as error:
        raise Refused(said(error)) from error


def _limits(value: object) -> dict[str, str]:
    assert isinstance(value, Mapping)
    return {str(role): checked_amount(value[role]) for role in ROLES if value.get(role) is not None}


def checked_amount(text: str) -> str:
    """A limit as it is kept: "20.00", or "" for any sum. Raises Refused."""
    if not text.strip():
        return ""
    amount = money.read(text)
    if amount is None:
        raise Refused(_("“%(text)s” is no amount. Write it like 20.00.") % {"text": text[:40]})
    return str(amount)


def checked_currency(value: object) -> str:
    """The code of a currency, or "" for the shop’s own. Raises Refused."""
    code = str(value).strip().upper()
    if code and not money.is_currency(code):
        raise Refused(_("“%(text)s” is no currency. Write it like EUR.") % {"text": code[:40]})
    return code


_CHECKS = {
    "offers": _offers,
    "notices": _notices,
    "renewal_target": _target,
    "limits": _limits,
    "currency": checked_currency,
}
