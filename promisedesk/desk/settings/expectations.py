"""What customers expect of answers, with its source; and the badge for the public."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.contrib import messages
from django.forms import BaseFormSet, formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.cache import never_cache

from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled
from promisedesk.lib.counting import Span
from promisedesk.promises import expecting
from promisedesk.promises.expecting import Step
from promisedesk.promises.models import PromiseManners
from promisedesk.reports import badge

UNITS = [
    ("minute", gettext_lazy("minutes")),
    ("hour", gettext_lazy("hours")),
    ("day", gettext_lazy("days")),
]


class StepForm(Styled, forms.Form):
    amount = forms.IntegerField(
        label=gettext_lazy("Answered within"), required=False, min_value=1, max_value=999
    )
    unit = forms.ChoiceField(label=gettext_lazy("Unit of time"), choices=UNITS)
    share = forms.IntegerField(
        label=gettext_lazy("Customers content, percent"),
        required=False,
        min_value=1,
        max_value=100,
    )

    def clean(self):
        given = self.cleaned_data
        if bool(given.get("amount")) != bool(given.get("share")) and not self.errors:
            raise forms.ValidationError(_("Give both the time and the share, or neither."))
        return given

    @property
    def step(self) -> Step | None:
        given = self.cleaned_data
        if not given.get("amount"):
            return None
        return Step(f"{given['amount']} {given['unit']}", given["share"])


Steps = formset_factory(StepForm, extra=0, max_num=expecting.MOST_STEPS, absolute_max=10)


class WaysForm(Styled, forms.Form):
    source = forms.CharField(
        label=gettext_lazy("Where the shares are from"), max_length=300, required=False
    )
    has_badge = forms.BooleanField(
        label=gettext_lazy("Show the public how many promises were kept"), required=False
    )


@settings_page
@never_cache
def edit(request: HttpRequest) -> HttpResponse:
    manners = PromiseManners.get()
    ways = WaysForm(
        request.POST or None,
        initial={"source": manners.expectations_source, "has_badge": manners.has_badge},
    )
    steps = Steps(request.POST or None, initial=_rows(manners), prefix="step")
    is_sent = request.method == "POST" and ways.is_valid() and steps.is_valid()
    if is_sent and _saved(request, steps, ways):
        return redirect("desk:settings-expectations")
    context = {
        "ways": ways,
        "steps": steps,
        "usual_source": expecting.source_of(PromiseManners()),
        "percent": badge.percent(),
        "least": badge.LEAST_DUE,
        "is_shown": badge.public_percent() is not None,
        "snippets": [(name, snippet(code)) for code, name in LANGUAGES],
        "page": "expectations",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/settings/expectations.html", context, status=status)


def _rows(manners: PromiseManners) -> list[dict]:
    """What is set, and an empty row for one more."""
    spans = [(Span.parse(step.within), step.share) for step in expecting.steps_of(manners)]
    rows = [{"amount": span.amount, "unit": span.unit, "share": share} for span, share in spans]
    return [*rows, {"unit": "hour"}][: expecting.MOST_STEPS]


def _saved(request: HttpRequest, steps: BaseFormSet, ways: WaysForm) -> bool:
    given = ways.cleaned_data
    try:
        expecting.expect(
            [form.step for form in steps if form.step],
            given["source"],
            has_badge=given["has_badge"],
            by=request.user,
        )
    except Refused as refusal:
        ways.add_error(None, str(refusal))
        return False
    messages.success(request, _("Saved."))
    return True


def snippet(language: str) -> str:
    """HTML for a page of the shop: the badge in this language, leading to the contact page."""
    base = settings.BASE_URL.rstrip("/")
    with override(language):
        words = _("Promises kept in the last 90 days")
    return str(
        format_html(
            '<a href="{}?language={}"><img src="{}?in={}" alt="{}" height="28"></a>',
            base + reverse("portal:contact"),
            language,
            base + reverse("portal:badge"),
            language,
            words,
        )
    )
