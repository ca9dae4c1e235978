"""The second step of signing in, and signing in with a passkey alone. allauth's, in our look."""

import json

from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from promisedesk.agents import factors
from promisedesk.agents.adapter import write_failure
from promisedesk.core.models import Workspace


class SecondStep(AuthenticateView):
    """After the password: a code of the app, a recovery code, or a key."""

    template_name = "desk/sign_in/second_step.html"

    def get_context_data(self, **kwargs):
        agent = self.stage.login.user
        kinds = {one.type for one in factors.of(agent)}
        context = {
            "shop": Workspace.get(),
            "form": self.auth_form,
            "key_form": self.webauthn_form,
            "has_app": factors.Type.TOTP in kinds,
            "has_key": factors.Type.WEBAUTHN in kinds,
        }
        if context["has_key"]:
            context["asked"] = json.loads(json.dumps(auth.begin_authentication(agent)))
        return context

    def form_invalid(self, form):
        self.request.failed_as = self.stage.login.user.email
        response = super().form_invalid(form)
        response.status_code = 422
        response._resource_closers.append(lambda: write_failure(self.request))
        return response


@method_decorator(never_cache, name="dispatch")
class Passkey(LoginWebAuthnView):
    """GET: what the browser is asked, as JSON. POST: its answer; a passkey is both factors."""

    def get(self, request, *args, **kwargs):
        return JsonResponse(dict(auth.begin_authentication(user=None)))

    def form_valid(self, form):
        if not form.cleaned_data["credential"].user.is_active:
            return self.form_invalid(form)
        return super().form_valid(form)

    def form_invalid(self, form):
        return redirect("/sign-in/?service=failed")
