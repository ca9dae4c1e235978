"""The shop's rules: a list in their order, with a switch each, and what they did lately."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.db.models import Count, Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.conversations import filters
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.settings.access import settings_page
from promisedesk.rules import examples, making, silence, stopping, trying, watching
from promisedesk.rules.models import Rule, Run

LATELY = timedelta(days=7)


@settings_page
def index(request: HttpRequest) -> HttpResponse:
    rules = list(Rule.objects.all())
    second = {rule.when["of"]: rule for rule in rules if silence.is_partner(rule)}
    ran = _ran()
    rows = [
        {
            "rule": rule,
            "says": making.in_words(rule),
            "second": second.get(rule.public_id),
            "stopped": stopping.in_words(rule.stopped_because),
            "is_timed": (when := watching.when_of(rule)) is not None and when.is_timed,
            **ran.get(rule.pk, {}),
        }
        for rule in rules
        if not silence.is_partner(rule)
    ]
    context = {
        "rows": rows,
        "examples": examples.EXAMPLES.values(),
        "clock": Clock.of(request.user),
        "page": "rules",
    }
    return render(request, "desk/settings/rules.html", context)


def _ran() -> dict[int, dict]:
    """The last run of each rule, and how many there were lately."""
    lately = Q(at__gt=now() - LATELY)
    found = Run.objects.exclude(rule=None).values("rule").order_by()
    counted = found.annotate(
        last=Max("at"),
        times=Count("pk", filter=lately),
        failed=Count("pk", filter=lately & ~Q(outcome=Run.Outcome.DONE)),
    )
    return {row.pop("rule"): row for row in counted}


@settings_page
def switch(request: HttpRequest, public_id: str) -> HttpResponse:
    """Switch a rule; for one that waits, first ask about what is here already."""
    rule = get_object_or_404(Rule, public_id=public_id)
    if request.method == "POST":
        return _switch(request, rule)
    when = watching.when_of(rule)
    if rule.is_active or when is None or not when.is_timed:
        return redirect("desk:settings-rules")
    try:
        conditions = filters.read(rule.conditions)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:settings-rule", rule.public_id)
    context = {
        "rule": rule,
        "says": making.in_words(rule),
        "now": trying.try_now(when, conditions, agent=request.user),
        "is_pair": silence.partner_of(rule) is not None,
        "page": "rules",
    }
    return render(request, "desk/settings/rules_switch.html", context)


def _switch(request: HttpRequest, rule: Rule) -> HttpResponse:
    is_on, also = request.POST.get("on") == "1", request.POST.get("also") == "1"
    try:
        if silence.partner_of(rule):
            silence.switch(rule, on=is_on, by=request.user, also_those_now=also)
        elif is_on:
            making.switch_on(rule, by=request.user, also_those_now=also)
        else:
            making.switch_off(rule, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        said = _("“%(name)s” is on.") if is_on else _("“%(name)s” is off.")
        messages.success(request, said % {"name": rule.name})
    return redirect("desk:settings-rules")


@settings_page
@require_POST
def move(request: HttpRequest, public_id: str) -> HttpResponse:
    """One place up or down."""
    rule = get_object_or_404(Rule, public_id=public_id)
    making.move(rule, up=request.POST.get("way") == "up", by=request.user)
    return redirect("desk:settings-rules")


@settings_page
@require_POST
def removal(request: HttpRequest, public_id: str) -> HttpResponse:
    rule = get_object_or_404(Rule, public_id=public_id)
    if silence.partner_of(rule):
        silence.remove(rule, by=request.user)
    else:
        making.remove(rule, by=request.user)
    messages.success(request, _("The rule “%(name)s” is gone.") % {"name": rule.name})
    return redirect("desk:settings-rules")


@settings_page
@require_POST
def example(request: HttpRequest) -> HttpResponse:
    """Begin with an example: it is made, off, and opened to be looked at."""
    try:
        rule = examples.use(request.POST.get("key", ""), by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:settings-rules")
    messages.success(request, _("Here it is, switched off. Look through it and try it first."))
    return redirect("desk:settings-rule", rule.public_id)
