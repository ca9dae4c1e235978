"""How long things are kept: nothing is deleted until the shop says so, and sees how much."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents import running
from promisedesk.conversations import retention
from promisedesk.core.errors import Refused
from promisedesk.core.models import Workspace
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled

WHAT = {
    "spam": (
        gettext_lazy("Spam"),
        gettext_lazy("Days after its last mail. It can be taken back until then."),
    ),
    "resolved": (
        gettext_lazy("Resolved conversations"),
        gettext_lazy("Days after the last message, with its promises: reports lose them too."),
    ),
    "raw": (
        gettext_lazy("Mails as they came"),
        gettext_lazy("Days. What was written and attached stays; only the mail itself goes."),
    ),
    "events": (
        gettext_lazy("The log"),
        gettext_lazy("Days. Who did what, in conversations and in the settings."),
    ),
}


class RetentionForm(Styled, forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for kind, (label, about) in WHAT.items():
            self.fields[kind] = forms.IntegerField(
                label=label,
                help_text=about,
                required=False,
                min_value=running.LEAST_DAYS[kind],
                max_value=running.MOST_DAYS,
                widget=forms.NumberInput(attrs={"class": "input", "inputmode": "numeric"}),
            )

    def days(self) -> dict[str, int]:
        return {kind: days for kind, days in self.cleaned_data.items() if days is not None}


@settings_page
def edit(request: HttpRequest) -> HttpResponse:
    """The first press shows how much would be deleted; the second, on that page, saves."""
    shop = Workspace.get()
    form = RetentionForm(request.POST or None, initial=shop.retention)
    counted = None
    if request.method == "POST" and form.is_valid():
        days = form.days()
        counted = retention.count(days)
        if not any(counted.values()) or request.POST.get("sure") == _seen(days):
            return _saved(request, form)
    context = {
        "form": form,
        "rows": [
            {"field": form[kind], "number": (counted or {}).get(kind), "is_asked": counted}
            for kind in WHAT
        ],
        "counted": counted,
        "sure": _seen(form.days()) if counted else "",
        "page": "retention",
    }
    return render(request, "desk/settings/retention.html", context)


def _seen(days: dict[str, int]) -> str:
    """What was counted for: other days are counted anew."""
    return ",".join(f"{kind}={number}" for kind, number in sorted(days.items()))


def _saved(request: HttpRequest, form: RetentionForm) -> HttpResponse:
    try:
        running.keep(form.days(), by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Saved. What is older goes in small steps from now on."))
    return redirect("desk:settings-retention")
