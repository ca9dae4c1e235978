"""One's own second factor: an app, keys and passkeys, recovery codes."""

import base64
import json

from allauth.mfa.totp.internal.auth import clear_totp_secret, get_totp_secret
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from promisedesk.agents import factors
from promisedesk.agents.fresh import confirmed
from promisedesk.agents.middleware import MUST_ADD
from promisedesk.core.errors import Refused
from promisedesk.core.shop import the_shop
from promisedesk.desk.settings.styled import Styled


class CodeForm(Styled, forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        ),
        help_text=gettext_lazy("The six digits that the app shows now."),
    )


class KeyForm(Styled, forms.Form):
    name = forms.CharField(
        label=pgettext_lazy("of a key", "Name"),
        max_length=60,
        help_text=gettext_lazy("So that you know it later: “my phone”, “blue key”."),
    )
    credential = forms.JSONField(widget=forms.HiddenInput)


@login_required
@never_cache
def index(request):
    agent = request.user
    mine = [(one, factors.name_of(one)) for one in factors.of(agent)]
    context = {
        "mine": mine,
        "has_app": any(one.type == factors.Type.TOTP for one, _name in mine),
        "codes_left": factors.codes_left(agent),
        "can_have_keys": factors.can_have_keys(),
        "must_add": bool(request.session.get(MUST_ADD)),
        "is_wanted": the_shop().needs_second_factor,
        "page": "second-factor",
    }
    return render(request, "desk/settings/second_factor.html", context)


@confirmed
@never_cache
def app(request):
    """An authenticator app: a picture to take with the phone, and a code to prove it."""
    secret = get_totp_secret(regenerate=request.method == "GET")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            codes = factors.add_app(request.user, secret, form.cleaned_data["code"])
        except Refused as refusal:
            form.add_error("code", str(refusal))
        else:
            clear_totp_secret(request)
            return _added(request, codes)
    adapter = factors.Factors()
    picture = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    context = {
        "form": form,
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "picture": "data:image/svg+xml;base64," + base64.b64encode(picture.encode()).decode(),
        "page": "second-factor",
    }
    status = 422 if form.errors else 200
    return render(request, "desk/settings/second_factor_app.html", context, status=status)


@confirmed
@never_cache
def key(request):
    """A passkey or security key; the browser asks for it."""
    form = KeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            credential = form.cleaned_data["credential"]
            auth.parse_registration_response(credential)
            auth.complete_registration(credential)
            codes = factors.add_key(request.user, form.cleaned_data["name"], credential)
        except (ValidationError, KeyError, TypeError, ValueError, AttributeError):
            form.add_error("name", _("The browser did not make a key. Try again."))
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            return _added(request, codes)
    asked = auth.begin_registration(request.user, passwordless=True)
    context = {"form": form, "asked": json.loads(json.dumps(asked)), "page": "second-factor"}
    status = 422 if form.errors else 200
    return render(request, "desk/settings/second_factor_key.html", context, status=status)


def _added(request, codes: list[str]):
    request.session.pop(MUST_ADD, None)
    if codes:
        return _show(request, codes)
    messages.success(request, _("It is added. From now on it is asked for when you sign in."))
    return redirect("desk:second-factor")


def _show(request, codes: list[str]):
    context = {"codes": codes, "page": "second-factor"}
    return render(request, "desk/settings/second_factor_codes.html", context)


@confirmed
@require_POST
@never_cache
def codes(request):
    """New recovery codes, on the page that answers."""
    try:
        return _show(request, factors.new_codes(request.user))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:second-factor")


@confirmed
@require_POST
def removal(request, number):
    factor = next((one for one in factors.of(request.user) if one.pk == number), None)
    if factor is None:
        raise Http404
    try:
        factors.remove(factor, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("It is removed."))
    return redirect("desk:second-factor")
