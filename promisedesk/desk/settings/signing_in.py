"""How people sign in: the second factor for everybody, services, and who still has a password."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from promisedesk.agents import factors, passwords, registering
from promisedesk.agents.models import Agent, SignInService
from promisedesk.core.errors import Refused
from promisedesk.core.models import Workspace
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled


class ServiceForm(Styled, forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name on the button"),
        max_length=100,
        widget=forms.TextInput(attrs={"placeholder": "Google Workspace"}),
    )
    issuer = forms.CharField(
        label=gettext_lazy("Issuer"),
        max_length=500,
        widget=forms.TextInput(
            attrs={"placeholder": "https://accounts.google.com", "spellcheck": "false"}
        ),
        help_text=gettext_lazy("The address of the service. It stays: accounts are known by it."),
    )
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
        kept = ("name", "issuer", "client_id")
        super().__init__(data, initial=service and {one: getattr(service, one) for one in kept})
        if service:
            self.fields["issuer"].disabled = True
            self.fields["client_secret"].widget.attrs["placeholder"] = _("set, not shown")


class ChangedServiceForm(ServiceForm):
    is_active = forms.BooleanField(label=gettext_lazy("People can sign in with it"), required=False)

    def __init__(self, data=None, *, service: SignInService):
        super().__init__(data, service=service)
        self.fields["is_active"].initial = service.is_active


@settings_page
def index(request):
    everybody = Agent.objects.filter(is_active=True)
    context = {
        "desk": Workspace.get(),
        "services": SignInService.objects.order_by("name"),
        "are_for_all": passwords.are_for_all(),
        "i_have_one": factors.has(request.user),
        "without": everybody.exclude(
            authenticator__type__in=[factors.Type.TOTP, factors.Type.WEBAUTHN]
        ).order_by("name"),
        "page": "signing-in",
    }
    return render(request, "desk/settings/signing_in.html", context)


@settings_page
@require_POST
def factor(request):
    """Everybody needs a second factor, or everybody may have one."""
    needs = bool(request.POST.get("needed"))
    _try(request, lambda: factors.ask_everybody(needs, by=request.user), _("It is saved."))
    return redirect("desk:settings-signing-in")


@settings_page
@require_POST
def passwords_(request):
    on = bool(request.POST.get("on"))
    _try(request, lambda: registering.switch_passwords(on, by=request.user), _("It is saved."))
    return redirect("desk:settings-signing-in")


def _try(request, deed, says: str) -> None:
    try:
        deed()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, says)


def _way_back(service: SignInService | None) -> str:
    """Where the service sends people back to. Only from PROMISEDESK_URL, never from a request."""
    key = service.key if service else "…"
    path = reverse("openid_connect_callback", args=["key"]).replace("/key/", f"/{key}/")
    return settings.BASE_URL + path


@settings_page
def new(request):
    form = ServiceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            service = registering.add(**form.cleaned_data, by=request.user)
        except Refused as refusal:
            form.add_error("issuer", str(refusal))
        else:
            return redirect("desk:settings-service", service.key)
    context = {"form": form, "page": "signing-in"}
    return render(request, "desk/settings/signing_in_service.html", context)


@settings_page
def edit(request, key):
    service = get_object_or_404(SignInService, key=key)
    form = ChangedServiceForm(request.POST or None, service=service)
    if request.method == "POST" and form.is_valid():
        values = {name: one for name, one in form.cleaned_data.items() if name != "issuer"}
        try:
            registering.change(service, **values, by=request.user)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("It is saved."))
            return redirect("desk:settings-service", service.key)
    context = {
        "form": form,
        "service": service,
        "way_back": _way_back(service),
        "page": "signing-in",
    }
    return render(request, "desk/settings/signing_in_service.html", context)


@settings_page
@require_POST
def test(request, key):
    """Ask the service what it says of itself, now."""
    service = get_object_or_404(SignInService, key=key)
    messages.info(request, registering.test(service.issuer))
    return redirect("desk:settings-service", service.key)


@settings_page
@require_POST
def removal(request, key):
    service = get_object_or_404(SignInService, key=key)
    _try(request, lambda: registering.remove(service, by=request.user), _("It is removed."))
    return redirect("desk:settings-signing-in")
