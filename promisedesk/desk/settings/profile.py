"""One's own name, language, time zone and password, and the list of one's signatures."""

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override, pgettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from promisedesk.agents import passwords, profile, sessions
from promisedesk.agents.passwords import LONGEST_PASSWORD
from promisedesk.agents.rights import Deed, may
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES
from promisedesk.desk.settings import signatures
from promisedesk.desk.settings.shop import zone_choices
from promisedesk.desk.settings.styled import Styled


def _zones():
    return [("", gettext_lazy("As the shop")), *zone_choices()]


class ProfileForm(Styled, forms.Form):
    name = forms.CharField(label=pgettext_lazy("of a person", "Name"), max_length=100)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=LANGUAGES)
    time_zone = forms.ChoiceField(label=gettext_lazy("Time zone"), choices=_zones, required=False)
    has_single_keys = forms.BooleanField(
        label=gettext_lazy("Keys of one letter do things, such as R to reply"),
        required=False,
        help_text=gettext_lazy(
            "Off, letters do nothing outside of texts, which suits speech control. Ctrl+K and "
            "Ctrl+Enter work all the same."
        ),
    )


class OwnPasswordForm(Styled, forms.Form):
    old = forms.CharField(
        label=gettext_lazy("Old password"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=gettext_lazy("New password"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("At least 10 characters. A few words in a row are good."),
    )


def _page(request, form=None, password_form=None, status=200):
    agent = request.user
    initial = {name: getattr(agent, name) for name in ProfileForm.base_fields}
    context = {
        "form": form or ProfileForm(initial=initial),
        "password_form": password_form or OwnPasswordForm(),
        "signatures": signatures.rows_of(agent) if may(agent, Deed.OWN) else None,
        "page": "me",
    }
    return render(request, "desk/settings/profile.html", context, status=status)


@login_required
def edit(request):
    if request.method != "POST":
        return _page(request)
    form = ProfileForm(request.POST)
    if form.is_valid():
        try:
            profile.change(request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            with override(request.user.language):
                messages.success(request, _("Your profile is saved."))
            return redirect("desk:me")
    return _page(request, form=form, status=422)


@login_required
@require_POST
@sensitive_post_parameters()
def password(request):
    form = OwnPasswordForm(request.POST)
    if form.is_valid():
        try:
            passwords.change(request.user, form.cleaned_data["old"], form.cleaned_data["new"])
        except Refused as refusal:
            form.add_error("new", str(refusal))
        else:
            update_session_auth_hash(request, request.user)  # this session stays, others end
            sessions.end_all(request.user, besides=request.session.session_key)
            sessions.begin(request, request.user)
            messages.success(
                request, _("Your password is changed. Everywhere else you are signed out.")
            )
            return redirect("desk:me")
    return _page(request, password_form=form, status=422)
