"""Resolving what customers are silent about: one form for the letter and for the resolving."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from promisedesk.conversations.models import Inbox
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.macros import languages_of
from promisedesk.desk.settings.styled import Styled
from promisedesk.rules import letters, silence
from promisedesk.rules.models import Rule
from promisedesk.rules.silence import Silence


class SilenceForm(Styled, forms.Form):
    name = forms.CharField(label=pgettext_lazy("of a rule", "Name"), max_length=80)
    days = forms.IntegerField(
        label=gettext_lazy("Resolve after so many days of silence"),
        min_value=2,
        max_value=silence.LONGEST,
    )
    before = forms.IntegerField(
        label=gettext_lazy("Write to them so many days before"),
        min_value=1,
        max_value=silence.LONGEST,
    )
    is_working = forms.BooleanField(
        label=gettext_lazy("Count working days of the inbox only"), required=False
    )
    inboxes = forms.MultipleChoiceField(
        label=gettext_lazy("Only in these inboxes"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        inboxes = Inbox.objects.order_by("name").values_list("public_id", "name")
        self.fields["inboxes"].choices = list(inboxes)
        self.languages = languages_of()
        for code in self.languages:
            self.fields[f"text_{code}"] = forms.CharField(
                label=dict(LANGUAGES)[code],
                required=False,
                max_length=letters.LONGEST_TEXT,
                widget=forms.Textarea(attrs={"rows": 10, "class": "textarea", "lang": code}),
            )

    def texts(self) -> list[forms.BoundField]:
        return [self[f"text_{code}"] for code in self.languages]

    def silence(self) -> Silence:
        """What was filled in. After is_valid()."""
        chosen = self.cleaned_data
        return Silence(
            days=chosen["days"],
            before=chosen["before"],
            is_working=chosen["is_working"],
            inboxes=chosen["inboxes"],
            texts={code: chosen[f"text_{code}"] for code in self.languages},
            name=chosen["name"],
        )


@settings_page
def new(request: HttpRequest) -> HttpResponse:
    return _page(request, None, Silence(name=_("Silent customers")))


@settings_page
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    rule = get_object_or_404(Rule, public_id=public_id)
    if silence.partner_of(rule) is None:
        return redirect("desk:settings-rule", rule.public_id)
    return _page(request, rule, silence.read(rule))


def _page(request: HttpRequest, rule: Rule | None, shown: Silence) -> HttpResponse:
    start = {name: getattr(shown, name) for name in ("name", "days", "before", "is_working")}
    start |= {"inboxes": shown.inboxes}
    start |= {f"text_{code}": text for code, text in shown.texts.items()}
    form = SilenceForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            saved = _save(rule, form.silence(), request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The rule is saved."))
            if saved.is_active:
                return redirect("desk:settings-rules")
            return redirect("desk:settings-rule-switch", saved.public_id)
    context = {"rule": rule, "form": form, "place": f"{{{letters.RESOLVE_BY}}}", "page": "rules"}
    status = 422 if form.errors else 200
    return render(request, "desk/settings/rules_silence.html", context, status=status)


def _save(rule: Rule | None, wished: Silence, by) -> Rule:
    if rule is None:
        return silence.add(wished, by=by)
    silence.change(rule, wished, by=by)
    return rule
