"""Rules that were stopped, as parts on the page of health: so the admins are told by letter too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from promisedesk.core import alarms
from promisedesk.core.health import DEGRADED, Part, part_source
from promisedesk.core.memo import remembered
from promisedesk.rules import stopping
from promisedesk.rules.models import Rule

alarms.SENTENCES["rule"] = _("The rule “%(name)s” was stopped: it went in circles.")


@part_source
def stopped_rules() -> Iterable[Part]:
    """One part for each rule that was stopped, until somebody changes it or leaves it off."""
    for name, because, at in _stopped():
        detail = stopping.in_words(because)
        yield Part("rule", name, DEGRADED, at, detail, patience=timedelta(0))


@remembered(Rule)
def _stopped() -> tuple[tuple[str, str, datetime], ...]:
    rules = Rule.objects.exclude(stopped_because="").order_by("changed_at")
    return tuple(rules.values_list("name", "stopped_because", "changed_at"))
