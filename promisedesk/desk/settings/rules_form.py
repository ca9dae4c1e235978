"""Making and changing a rule: when, if, then; said as one sentence, and tried before it is on."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from promisedesk.conversations import actions, filters
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.inbox.saved import (
    Row,
    conditions_of,
    is_any,
    is_any_typed,
    rows_of,
    rows_typed,
)
from promisedesk.desk.settings import rules_fields
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.macros import offered
from promisedesk.desk.settings.rules_fields import DoingForm, OwnForm, RuleForm
from promisedesk.rules import making, silence, stopping, trying, whens
from promisedesk.rules.making import Wording
from promisedesk.rules.models import Rule

MINE = ("mentions", "follower")  # conditions that ask who looks: a rule is nobody


class RuleRow(Row):
    """A condition of a rule, which is nobody: there is no “me” to choose."""

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [one for one in super().choices if one[0] not in ("me", "mine")]


def _ours(rows: list[Row]) -> list[Row]:
    return [RuleRow(row.number, row.field, row.op, row.values) for row in rows]


@settings_page
def new(request: HttpRequest) -> HttpResponse:
    return _page(request, None)


@settings_page
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    rule = get_object_or_404(Rule, public_id=public_id)
    if silence.is_partner(rule):
        rule = get_object_or_404(Rule, public_id=rule.when["of"])
    if silence.partner_of(rule):
        return redirect("desk:settings-rule-silence", rule.public_id)
    return _page(request, rule)


def _page(request: HttpRequest, rule: Rule | None) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    own, rest = rules_fields.parted(rule.actions if rule else [])
    start = {"name": rule.name, "is_last": rule.is_last} if rule else {}
    start |= rules_fields.initial_when(rule.when) if rule else {"events": ["new"]}
    form = RuleForm(sent, initial=start)
    doing = DoingForm.showing(rest, data=sent)
    others = OwnForm(sent, initial=own)
    kept = rule.conditions if rule else []
    rows = _ours(rows_typed(request) if sent else rows_of(kept))
    any_of = is_any_typed(request) if sent else is_any(kept)
    context = {"tried": None, "now": None}
    status = 200
    if sent:
        is_valid = form.is_valid() & doing.is_valid() & others.is_valid()
        try:
            if "save" in sent and is_valid:
                return _saved(
                    request, rule, _wording(form, doing, others, conditions_of(rows, any_of=any_of))
                )
            if "try" in sent:
                context |= _tried(request, form, conditions_of(rows, any_of=any_of))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        status = 422 if "save" in sent or form.non_field_errors() else 200
    context |= {
        "rule": rule,
        "form": form,
        "doing": doing,
        "own": others,
        "rows": rows,
        "is_any": any_of,
        "next": Row(len(rows)),
        "fields": _fields(),
        "says": _said(form, doing, others, _readable(rows, any_of)) if sent else _says(rule),
        "stopped": stopping.in_words(rule.stopped_because) if rule else "",
        "offered": [one for one in offered() if not one[0].startswith("agent.")],
        "clock": Clock.of(request.user),
        "page": "rules",
    }
    if "save" not in (sent or ()):
        form.errors.pop("name", None)  # only looked at so far
    part = _part(request)
    return render(request, f"desk/settings/rule.html{part}", context, status=status)


def _part(request: HttpRequest) -> str:
    """Which part the script asks for: the conditions, or the sentence of the whole rule."""
    if not request.htmx or "save" in request.POST or "try" in request.POST:
        return ""
    return "#sentence" if request.htmx.target == "rule-sentence" else "#conditions"


def _fields() -> list[tuple[str, str]]:
    return [(key, str(one.label)) for key, one in filters.fields().items() if key not in MINE]


def _says(rule: Rule | None) -> str:
    return making.in_words(rule) if rule else ""


def _wording(form: RuleForm, doing: DoingForm, own: OwnForm, conditions: list[dict]) -> Wording:
    return Wording(
        name=form.cleaned_data.get("name", ""),
        when=form.when(),
        conditions=conditions,
        actions=rules_fields.joined(own.actions(), doing.actions()),
        is_last=form.cleaned_data.get("is_last", False),
    )


def _saved(request: HttpRequest, rule: Rule | None, wording: Wording) -> HttpResponse:
    if rule is None:
        rule = making.add(wording, by=request.user)
        messages.success(request, _("The rule is saved. Switch it on when you like it."))
        return redirect("desk:settings-rule", rule.public_id)
    making.change(rule, wording, by=request.user)
    messages.success(request, _("The rule is saved."))
    return redirect("desk:settings-rules")


def _tried(request: HttpRequest, form: RuleForm, typed: list[dict]) -> dict:
    when = whens.read(form.when())
    conditions = filters.read(typed)
    found = {"tried": trying.try_out(when, conditions, agent=request.user)}
    if when.is_timed:
        found["now"] = trying.try_now(when, conditions, agent=request.user)
    return found


def _said(
    form: RuleForm, doing: DoingForm, own: OwnForm, conditions: list[filters.Condition]
) -> str:
    """The rule as it stands in the form, as a sentence."""
    try:
        when = whens.read(form.when())
    except Refused:
        when = None
    is_valid = own.is_valid() & doing.is_valid()
    typed = rules_fields.joined(own.actions(), doing.actions()) if is_valid else []
    return making.sentence(when, filters.in_words(conditions), actions.in_words(typed))


def _readable(rows: list[Row], any_of: bool) -> list[filters.Condition]:
    found: list[filters.Condition] = filters.AnyOf() if any_of else []
    for one in conditions_of(rows, any_of=False):
        try:
            found += filters.read([one])
        except Refused:
            continue
    return found
