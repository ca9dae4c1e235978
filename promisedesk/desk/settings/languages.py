"""Which languages customers are answered in, and how the team works: two short pages."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents import running
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES, Workspace
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled


class LanguagesForm(Styled, forms.Form):
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Customers are answered in"),
        choices=LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "Whoever writes in another language is answered in that of the inbox."
        ),
    )
    language = forms.ChoiceField(label=gettext_lazy("The shop’s own language"), choices=LANGUAGES)


@settings_page
def languages(request: HttpRequest) -> HttpResponse:
    shop = Workspace.get()
    every = [code for code, _name in LANGUAGES]
    initial = {"languages": shop.languages or every, "language": shop.language}
    form = LanguagesForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            running.speak(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("language", str(refusal))
        else:
            messages.success(request, _("The languages are saved."))
            return redirect("desk:settings-languages")
    context = {"form": form, "page": "languages"}
    return render(request, "desk/settings/languages.html", context)


class HabitsForm(Styled, forms.Form):
    undo_seconds = forms.IntegerField(
        label=gettext_lazy("An answer can be taken back for so many seconds"),
        min_value=0,
        max_value=running.LONGEST_UNDO,
        help_text=gettext_lazy("It leaves afterwards. 0: it leaves at once."),
    )
    tracks_time = forms.BooleanField(
        label=gettext_lazy("People write down how long a conversation took them"), required=False
    )


@settings_page
def habits(request: HttpRequest) -> HttpResponse:
    shop = Workspace.get()
    initial = {"undo_seconds": shop.undo_seconds, "tracks_time": shop.tracks_time}
    form = HabitsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        running.work_like(by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("desk:settings-habits")
    return render(request, "desk/settings/habits.html", {"form": form, "page": "habits"})
