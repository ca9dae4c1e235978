"""Senders that are always spam, and senders that never are, as people set them."""

from __future__ import annotations

import re

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.people import only_admins
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import SpamRule
from promisedesk.conversations.verbs import SENDER_FORGOTTEN, SENDER_RULED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.memo import remembered
from promisedesk.lib.mail.domains import spellings

_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]*\Z")


def find(address: str) -> SpamRule | None:
    """The rule about a sender: its address first, then its domain, then those above it."""
    rules = _rules()
    if not rules or not address:
        return None
    address = address.lower()
    domain = address.rpartition("@")[2]
    while domain:
        found = rules.get(address) or rules.get(domain)
        if found:
            return found
        domain = domain.partition(".")[2]
    return None


@remembered(SpamRule)
def _rules() -> dict[str, SpamRule]:
    return {each: rule for rule in SpamRule.objects.all() for each in spellings(rule.pattern)}


@transaction.atomic
def put(pattern: str, *, is_spam: bool, by: Agent) -> SpamRule:
    """Take an address or domain for spam from now on, or never. Raises Refused.

    Any agent may rule on an address; a whole domain is for admins.
    """
    pattern = pattern.strip().lower().removeprefix("*").removeprefix("@")
    if "@" in pattern:
        pattern = inboxes.checked_address(pattern)
    elif _DOMAIN.match(pattern) and len(pattern) <= 253:
        only_admins(by)
    else:
        raise Refused(_("“%(text)s” is neither an address nor a domain.") % {"text": pattern[:100]})
    if is_spam:
        _refuse_ours(pattern)
    rule, _made = SpamRule.objects.update_or_create(
        pattern=pattern, defaults={"is_spam": is_spam, "added_by": by}
    )
    record(SENDER_RULED, by=by, pattern=pattern, is_spam=is_spam)
    return rule


def _refuse_ours(pattern: str) -> None:
    for own in inboxes.own_addresses():
        domain = own.rpartition("@")[2]
        if pattern in (own, domain) or domain.endswith("." + pattern):
            raise Refused(_("“%(text)s” is an address of ours.") % {"text": pattern})


@transaction.atomic
def remove(rule: SpamRule, *, by: Agent) -> None:
    """Forget the rule; what it put among the spam stays there. Raises Refused."""
    only_admins(by)
    rule.delete()
    record(SENDER_FORGOTTEN, by=by, pattern=rule.pattern)
