"""The shop's logo and colour, as customers and colleagues see them before they sign in."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents import running
from promisedesk.agents.people import only_admins
from promisedesk.core import branding
from promisedesk.core.errors import Refused
from promisedesk.core.models import Workspace
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled
from promisedesk.lib import pictures
from promisedesk.lib.colours import MOST_CHROMA


class AppearanceForm(Styled, forms.Form):
    field_class = ""
    hue = forms.IntegerField(label=gettext_lazy("Colour"), min_value=0, max_value=360)
    colour = forms.IntegerField(
        label=gettext_lazy("How strong it is"), min_value=0, max_value=MOST_CHROMA
    )
    logo = forms.FileField(label=gettext_lazy("Logo"), required=False)
    no_logo = forms.BooleanField(label=gettext_lazy("No logo"), required=False)

    def clean_logo(self):
        file = self.cleaned_data["logo"]
        if file and file.size > pictures.LARGEST:
            raise forms.ValidationError(_("This picture is too large."))
        return file


@settings_page
def edit(request: HttpRequest) -> HttpResponse:
    shop = Workspace.get()
    hue, colour = branding.colour_of(shop)
    form = AppearanceForm(
        *((request.POST, request.FILES) if request.method == "POST" else ()),
        initial={"hue": hue, "colour": colour},
    )
    if request.method == "POST" and form.is_valid():
        hue, colour = form.cleaned_data["hue"], form.cleaned_data["colour"]
        try:
            _save(form, request.user)
        except Refused as refusal:
            form.add_error("logo", str(refusal))
        else:
            messages.success(request, _("The appearance is saved."))
            return redirect("desk:settings-appearance")
    context = {
        "form": form,
        "logo": branding.logo_url(shop),
        "hue": hue,
        "colour": colour,
        "most": MOST_CHROMA,
        "page": "appearance",
    }
    return render(request, "desk/settings/appearance.html", context)


def _save(form: AppearanceForm, by) -> None:
    only_admins(by)
    cleaned = form.cleaned_data
    logo = "" if cleaned["no_logo"] else None
    if cleaned["logo"]:
        logo = running.drawn_logo(cleaned["logo"].read())
    running.look(hue=cleaned["hue"], colour=cleaned["colour"], logo=logo, by=by)
