"""What is promised to whom: policies that look one after another, then the inboxes' own."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.conversations import filters
from promisedesk.conversations.models import Inbox
from promisedesk.core.errors import Refused
from promisedesk.desk.inbox.saved import (
    Row,
    conditions_of,
    is_any,
    is_any_typed,
    rows_of,
    rows_typed,
)
from promisedesk.desk.settings import promise_choices
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.rules_form import MINE, RuleRow
from promisedesk.desk.settings.styled import Styled
from promisedesk.desk.settings.target_field import TargetField
from promisedesk.lib import phrases
from promisedesk.promises import choosing_policies, policies
from promisedesk.promises.choosing_policies import Wording
from promisedesk.promises.models import Calendar, PromisePolicy

PRESETS = {
    "hour": ("1 working hour", gettext_lazy("Within an hour")),
    "same-day": ("same day", gettext_lazy("Same day")),
    "day": ("1 working day", gettext_lazy("One working day")),
}
AS_OWN = gettext_lazy("as the inbox’s own")


class PolicyForm(Styled, forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=100)
    hours = forms.ChoiceField(
        label=gettext_lazy("Asked when"), choices=PromisePolicy.Hours.choices, required=False
    )
    target = TargetField(label=gettext_lazy("The first answer"), required=False)
    next_target = TargetField(label=gettext_lazy("Every further answer"), required=False)
    resolution_target = TargetField(
        label=gettext_lazy("The whole matter settled"),
        required=False,
        help_text=gettext_lazy("For the team; it rests while you wait for the customer."),
    )
    callback_target = TargetField(label=gettext_lazy("Calling back"), required=False)
    calendar = forms.ModelChoiceField(
        label=gettext_lazy("Opening hours"),
        queryset=Calendar.objects.order_by("name"),
        required=False,
        empty_label=AS_OWN,
    )
    rounds_to = forms.TypedChoiceField(
        label=gettext_lazy("Told to customers"),
        choices=promise_choices.ROUNDINGS,
        coerce=int,
        required=False,
        empty_value=0,
        help_text=gettext_lazy("The promise itself is rounded, so it is never later than said."),
    )

    def __init__(self, *args, initial: dict | None = None, none: object = AS_OWN, **kwargs):
        super().__init__(*args, initial=initial, **kwargs)
        for name in choosing_policies.TARGETS:
            chosen = (initial or {}).get(name, "")
            self.fields[name].choices = promise_choices.targets_or_none(chosen, none)


@settings_page
def index(request: HttpRequest) -> HttpResponse:
    found = PromisePolicy.objects.filter(inbox=None).select_related("calendar")
    inboxes = list(Inbox.objects.order_by("name"))
    promised = policies.policies_of(inboxes)
    own = [
        {"inbox": inbox, "policy": promised[inbox.pk], "says": _spans(promised[inbox.pk])}
        for inbox in inboxes
    ]
    context = {
        "rows": [{"policy": one, "if": _conditions(one), "says": _spans(one)}
                 for one in found.order_by("position", "pk")],
        "own": own,
        "presets": [(key, says) for key, (_target, says) in PRESETS.items()],
        "page": "policies",
    }  # fmt: skip
    return render(request, "desk/settings/policies.html", context)


def _conditions(policy: PromisePolicy) -> str:
    said = [str(PromisePolicy.Hours(policy.hours).label)] if policy.hours else []
    try:
        said += [filters.in_words(read)] if (read := filters.read(policy.conditions)) else []
    except Refused as refusal:
        said.append(str(refusal))
    return " · ".join(said)


def _spans(policy: PromisePolicy) -> list[tuple[str, str]]:
    """(what, how soon) that it says itself, in words."""
    labels = {
        "target": _("First answer"),
        "next_target": _("Further answers"),
        "resolution_target": _("Settled"),
        "callback_target": _("Call back"),
    }
    said = [(labels[one], getattr(policy, one)) for one in labels if getattr(policy, one)]
    found = [(what, promise_choices.in_words(span)) for what, span in said]
    if policy.calendar and policy.inbox_id is None:
        found.append((_("Opening hours"), policy.calendar.name))
    return found


@settings_page
def new(request: HttpRequest) -> HttpResponse:
    return _page(request, None)


@settings_page
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    return _page(request, get_object_or_404(PromisePolicy, public_id=public_id, inbox=None))


def _page(request: HttpRequest, policy: PromisePolicy | None) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    names = ("name", "hours", "rounds_to", "calendar", *choosing_policies.TARGETS)
    start = {name: getattr(policy, name) for name in names} if policy else {}
    form = PolicyForm(sent, initial=start)
    kept = policy.conditions if policy else []
    rows = rows_typed(request) if sent else rows_of(kept)
    rows = [RuleRow(one.number, one.field, one.op, one.values) for one in rows]
    any_of = is_any_typed(request) if sent else is_any(kept)
    status = 200
    if sent and "save" in sent:
        status = 422
        if form.is_valid():
            try:
                conditions = conditions_of(rows, any_of=any_of)
                facts = {name: form.cleaned_data[name] for name in names}
                wording = Wording(conditions=conditions, **facts)
                if policy:
                    wording.is_active = policy.is_active
                    choosing_policies.change(policy, wording, by=request.user)
                else:
                    choosing_policies.add(wording, by=request.user)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(
                    request, _("The policy is saved. Promises made before stay as they are.")
                )
                return redirect("desk:settings-policies")
    fields = [(key, str(one.label)) for key, one in filters.fields().items() if key not in MINE]
    context = {
        "policy": policy,
        "form": form,
        "rows": rows,
        "is_any": any_of,
        "next": Row(len(rows)),
        "fields": fields,
        "page": "policies",
    }
    part = "#conditions" if request.htmx and "save" not in request.POST and sent else ""
    return render(request, f"desk/settings/policy.html{part}", context, status=status)


@settings_page
@require_POST
def place(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let it look before or after its neighbour, or switch it on or off, or remove it."""
    policy = get_object_or_404(PromisePolicy, public_id=public_id, inbox=None)
    asked = request.POST.get("do", "")
    try:
        if asked == "remove":
            choosing_policies.remove(policy, by=request.user)
            messages.success(request, _("The policy is removed. Promises made by it stay."))
        elif asked in ("up", "down"):
            choosing_policies.move(policy, up=asked == "up", by=request.user)
        else:
            _switch(policy, on=asked == "on", by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:settings-policies")


def _switch(policy: PromisePolicy, *, on: bool, by) -> None:
    names = ("name", "hours", "rounds_to", "calendar", "conditions", *choosing_policies.TARGETS)
    facts = {name: getattr(policy, name) for name in names}
    choosing_policies.change(policy, Wording(is_active=on, **facts), by=by)


@settings_page
def own(request: HttpRequest, public_id: str) -> HttpResponse:
    """What an inbox promises by itself: all of its targets; `preset` sets the first answer."""
    inbox = get_object_or_404(Inbox, public_id=public_id)
    policy = policies.policy_of(inbox)
    names = ("calendar", "rounds_to", *choosing_policies.TARGETS)
    start = {name: getattr(policy, name) for name in names} | {"name": inbox.name}
    form = PolicyForm(request.POST or None, initial=start, none=_("none"))
    form.fields["target"].choices = promise_choices.targets_with(policy.target)
    form.fields["calendar"].empty_label = None
    del form.fields["name"], form.fields["hours"]
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        preset = PRESETS.get(request.POST.get("preset", ""))
        try:
            policies.set_policy(
                inbox,
                calendar=cleaned["calendar"] or policy.calendar,
                target=preset[0] if preset else cleaned["target"],
                next_target=cleaned["next_target"],
                resolution_target=cleaned["resolution_target"],
                callback_target=cleaned["callback_target"],
                rounds_to=cleaned["rounds_to"],
                by=request.user,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, _("The policy is saved. Promises made before stay as they are.")
            )
            return redirect("desk:settings-policies")
    terms = policies.terms_of(policy)
    context = {
        "inbox": inbox,
        "form": form,
        "presets": [(key, says) for key, (_target, says) in PRESETS.items()],
        "hours": phrases.format_hours(terms.calendar.hours, get_language()),
        "page": "policies",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/settings/policy_own.html", context, status=status)
