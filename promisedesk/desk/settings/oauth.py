"""Sign-in services: the shop's app at Google, Microsoft 365 or another provider of mail."""

import re
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.channels.email.models import SignInService
from promisedesk.channels.email.oauth import registering
from promisedesk.core.errors import Refused
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled
from promisedesk.lib.loopback import is_loopback

TENANT = re.compile(r"[A-Za-z0-9.-]{1,100}\Z")


def redirect_uri() -> str:
    """Where providers send people back to. Only from PROMISEDESK_URL, never from a request."""
    return settings.BASE_URL + reverse("desk:settings-oauth-back")


class ServiceForm(Styled, forms.Form):
    """The two values an app has. A secret that is set is never shown again."""

    client_id = forms.CharField(
        label=gettext_lazy("Client ID"),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    client_secret = forms.CharField(
        label=gettext_lazy("Client secret"),
        required=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data=None, *, service: SignInService | None = None):
        self.service = service
        super().__init__(data, initial=self.stored(service) if service else None)
        if service and service.client_secret:
            self.fields["client_secret"].widget.attrs["placeholder"] = _("set, not shown")

    def stored(self, service: SignInService) -> dict:
        return {"client_id": service.client_id}

    def preset(self) -> dict:
        """What the form does not ask for."""
        known = registering.GOOGLE
        return {
            "name": known.name,
            "authorize_url": known.authorize_url,
            "token_url": known.token_url,
            "scope": known.scope,
            "imap_host": known.imap_host,
            "smtp_host": known.smtp_host,
        }

    def values(self) -> dict:
        names = ("client_id", "client_secret")
        return self.preset() | {name: self.cleaned_data[name] for name in names}


class MicrosoftForm(ServiceForm):
    tenant = forms.CharField(
        label=gettext_lazy("Directory (tenant) ID"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=gettext_lazy("Empty if the app is for accounts in any organisation."),
    )
    field_order = ["client_id", "tenant", "client_secret"]

    def stored(self, service):
        tenant = urlsplit(service.authorize_url).path.split("/")[1]
        return super().stored(service) | {"tenant": "" if tenant == "common" else tenant}

    def clean_tenant(self):
        tenant = self.cleaned_data["tenant"].strip()
        if tenant and not TENANT.match(tenant):
            raise forms.ValidationError(_("Copy it from the overview page of the app."))
        return tenant

    def preset(self):
        known, tenant = registering.MICROSOFT, self.cleaned_data["tenant"] or "common"
        return {
            "name": known.name,
            "authorize_url": known.authorize_url.replace("/common/", f"/{tenant}/"),
            "token_url": known.token_url.replace("/common/", f"/{tenant}/"),
            "scope": known.scope,
            "imap_host": known.imap_host,
            "smtp_host": known.smtp_host,
        }


class OtherForm(ServiceForm):
    """Any provider that speaks OAuth 2 and takes its tokens for IMAP and SMTP."""

    KEPT = ("name", "authorize_url", "token_url", "scope", "imap_host", "smtp_host")
    name = forms.CharField(label=gettext_lazy("Name"), max_length=100)
    authorize_url = forms.CharField(
        label=gettext_lazy("Address of the sign-in page"),
        max_length=500,
        widget=forms.TextInput(attrs={"placeholder": "https://login.example.com/authorize"}),
    )
    token_url = forms.CharField(
        label=gettext_lazy("Address for tokens"),
        max_length=500,
        widget=forms.TextInput(attrs={"placeholder": "https://login.example.com/token"}),
    )
    scope = forms.CharField(
        label=gettext_lazy("Scopes"),
        max_length=1000,
        required=False,
        help_text=gettext_lazy("What the app asks for, parted by spaces."),
    )
    imap_host = forms.CharField(
        label=gettext_lazy("Server for incoming mail"),
        max_length=253,
        required=False,
        help_text=gettext_lazy("Empty to leave it to each inbox."),
    )
    smtp_host = forms.CharField(
        label=gettext_lazy("Server for outgoing mail"),
        max_length=253,
        required=False,
        help_text=gettext_lazy("Empty to leave it to each inbox."),
    )
    field_order = ["name", "client_id", "client_secret"]

    def stored(self, service):
        return super().stored(service) | {name: getattr(service, name) for name in self.KEPT}

    def preset(self):
        return {name: self.cleaned_data[name] for name in self.KEPT}


FORMS = {"google": ServiceForm, "microsoft": MicrosoftForm}


@settings_page
def index(request):
    services = {one.key: one for one in SignInService.objects.order_by("name")}
    missing = [preset for key, preset in registering.PRESETS.items() if key not in services]
    context = {"services": services.values(), "missing": missing, **_about_the_way_back()}
    return render(request, "desk/settings/oauth.html", {**context, "page": "oauth"})


def _about_the_way_back() -> dict:
    host = urlsplit(settings.BASE_URL).hostname or ""
    is_fit = settings.IS_HTTPS or host == "localhost" or is_loopback(host)
    return {"redirect_uri": redirect_uri(), "is_way_back_fit": is_fit}


@settings_page
def edit(request, key):
    """Register an app or change it; `new` is one at a provider we know nothing of."""
    service = registering.registered(key)
    if service is None and key not in registering.PRESETS and key != "new":
        raise Http404
    form = FORMS.get(key, OtherForm)(request.POST or None, service=service)
    if request.method == "POST" and form.is_valid():
        try:
            registering.save("" if key == "new" else key, **form.values(), by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The sign-in service is saved and used from now on."))
            return redirect("desk:settings-oauth")
    preset = registering.PRESETS.get(key)
    known = service or preset
    title = known.name if known else _("Another provider")
    context = {"form": form, "title": title, "key": key}
    status = 422 if form.errors else 200
    context |= _about_the_way_back()
    template = "desk/settings/oauth_service.html"
    return render(request, template, {**context, "page": "oauth"}, status=status)


@settings_page
def remove(request, key):
    service = get_object_or_404(SignInService, key=key)
    if request.method == "POST":
        try:
            registering.remove(service, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The sign-in service is removed."))
    return redirect("desk:settings-oauth")
