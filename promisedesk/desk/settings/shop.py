"""The shop itself: what it is called, where it is, what it speaks."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from promisedesk.agents import running
from promisedesk.core.models import LANGUAGES, Workspace
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled
from promisedesk.lib import places


def country_choices():
    return [("", gettext_lazy("No country")), *places.countries(get_language() or "en")]


def zone_choices():
    return [(zone, zone.replace("_", " ")) for zone in places.zones()]


class ShopForm(Styled, forms.ModelForm):
    """Writes only its own fields of the one row."""

    country = forms.ChoiceField(
        label=gettext_lazy("Country"),
        choices=country_choices,
        required=False,
        help_text=gettext_lazy("New calendars get its public holidays."),
    )
    time_zone = forms.ChoiceField(label=gettext_lazy("Time zone"), choices=zone_choices)
    site = forms.URLField(
        label=gettext_lazy("Web site"), required=False, assume_scheme="https", max_length=200
    )

    class Meta:
        model = Workspace
        fields = [
            "shop_name", "site", "phone", "postal_address", "country", "time_zone", "language",
        ]  # fmt: skip
        labels = {
            "shop_name": gettext_lazy("Name of the shop"),
            "phone": gettext_lazy("Phone"),
            "postal_address": gettext_lazy("Postal address"),
            "language": gettext_lazy("Language"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shop_name"].required = True
        self.fields["language"].choices = LANGUAGES


@settings_page
def edit(request):
    form = ShopForm(request.POST or None, instance=Workspace.get())
    if request.method == "POST" and form.is_valid():
        running.change_shop(form.save(commit=False), form.changed_data, by=request.user)
        messages.success(request, _("The shop is saved."))
        return redirect("desk:settings-shop")
    return render(request, "desk/settings/shop.html", {"form": form, "page": "shop"})
