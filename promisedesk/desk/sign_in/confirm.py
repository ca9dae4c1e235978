"""Showing once more that it is you, before what a borrowed browser must not do."""

from allauth.account.internal.flows.login import record_authentication
from django import forms
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from promisedesk.agents import codes, factors, passwords, tries
from promisedesk.agents.fresh import is_ours
from promisedesk.agents.models import SignInService
from promisedesk.agents.passwords import LONGEST_PASSWORD
from promisedesk.core.errors import Refused
from promisedesk.core.models import Workspace


class ConfirmForm(forms.Form):
    password = forms.CharField(max_length=LONGEST_PASSWORD, strip=False, required=False)
    code = forms.CharField(max_length=40, required=False)


@login_required
@never_cache
@sensitive_post_parameters()
def confirm(request):
    """The password or a code; a service for those who have neither."""
    to = request.POST.get("next") or request.GET.get("next", "")
    to = to if is_ours(to) else reverse("desk:me")
    form, trouble = ConfirmForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            _prove(request, **form.cleaned_data)
            return redirect(to)
        except Refused as refusal:
            trouble = str(refusal)
    agent = request.user
    context = {
        "next": to,
        "trouble": trouble,
        "shop": Workspace.get(),
        "has_password": agent.has_usable_password() and passwords.may_open(agent),
        "has_app": any(one.type == factors.Type.TOTP for one in factors.of(agent)),
        "services": SignInService.objects.filter(is_active=True).order_by("name"),
    }
    status = 422 if trouble else 200
    return render(request, "desk/sign_in/confirm.html", context, status=status)


def _prove(request, password: str, code: str) -> None:
    agent = request.user
    tries.count(agent)
    if code:
        if codes.matching(agent, code) is None:
            raise Refused(_("That did not fit. Try again with a fresh code."))
        record_authentication(request, agent, "mfa", type="totp", reauthenticated=True)
    else:
        if not (password and passwords.may_open(agent) and agent.check_password(password)):
            raise Refused(_("The password is not right."))
        record_authentication(request, agent, "password", reauthenticated=True)
    tries.forget(agent)
