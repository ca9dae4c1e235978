"""Sums of money in the reader's language, and what a customer was given to make it good."""

from datetime import UTC, datetime, timedelta

from django import template
from django.utils.timezone import now
from django.utils.translation import get_language

from promisedesk.lib import money as amounts
from promisedesk.promises import compensating
from promisedesk.promises.models import Compensation

MOST_SHOWN = 20
EVER = datetime(1970, 1, 1, tzinfo=UTC)
register = template.Library()


@register.filter
def money(amount, currency):
    """{{ cost|money:"GBP" }}: "£20.00"."""
    return amounts.said(amount, currency, get_language() or "en")


@register.simple_tag(takes_context=True)
def given_to(context, contact):
    """{% given_to contact as given %}: rows, totals (currency, sum) and kinds (name, number, sum,
    currency). Two queries."""
    found = compensating.given_to(contact, context["request"].user)
    rows = list(found[:MOST_SHOWN])
    costs = compensating.costs(EVER, now() + timedelta(days=1), found) if rows else {}
    kinds = [
        (Compensation.Kind(kind).label, number, total, currency)
        for currency, some in costs.items()
        for kind, (number, total) in some.items()
    ]
    totals = [
        (currency, sum(total for _number, total in some.values()))
        for currency, some in costs.items()
    ]
    return {"rows": rows, "totals": totals, "kinds": kinds}
