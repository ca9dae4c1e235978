"""Signing in and out, and the one-time links with which people set a password."""

from allauth.account.internal.flows.login import perform_login
from allauth.account.internal.stagekit import clear_login
from allauth.account.models import Login
from allauth.account.views import LoginView
from allauth.core import ratelimit
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from promisedesk.agents import factors, invitations, passwords, people
from promisedesk.agents.adapter import write_failure
from promisedesk.agents.models import SignInService
from promisedesk.agents.verbs import SIGNED_OUT
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.models import Workspace
from promisedesk.desk.demo import accounts
from promisedesk.desk.sign_in import forgotten as letters
from promisedesk.desk.sign_in.forms import ForgottenForm, PasswordForm

BIGGEST_FORM = 64 * 1024  # bytes; nobody's password is larger
TELL_TRIES_FROM = 5  # tries left, when it begins to matter
NOT_LET_IN = {  # by services: agents.services.REFUSED
    "cancelled": gettext_lazy("You left the other page without signing in."),
    "failed": gettext_lazy("Signing in there did not work. Try again, or ask an admin."),
    "unknown": gettext_lazy("Nobody with that address works here. Ask an admin to invite you."),
    "unverified": gettext_lazy(
        "The service has not verified your address, so the desk cannot trust it. Ask an admin."
    ),
}


class SignIn(LoginView):
    """allauth's sign-in with its limits, on a page of ours."""

    template_name = "desk/sign_in/sign_in.html"

    def dispatch(self, request, *args, **kwargs):
        if int(request.META.get("CONTENT_LENGTH") or 0) > BIGGEST_FORM:
            return HttpResponse(_("This form is too large."), status=413)
        if request.method == "GET" and not request.user.is_authenticated:
            clear_login(request)  # whoever comes back from the second step begins anew
        response = super().dispatch(request, *args, **kwargs)
        if response.status_code == 429:
            response = self._come_back_later()
        if hasattr(request, "failed_as"):
            # Runs when the answer is out: its time must not tell who works here.
            response._resource_closers.append(lambda: write_failure(request))
        return response

    def get_context_data(self, **kwargs):
        # Not LoginView's own: it would link to allauth's pages, which do not exist here.
        context = super(LoginView, self).get_context_data(**kwargs)
        left = getattr(self.request, "tries_left", 99)
        shop = Workspace.get()
        return {
            **context,
            "shop": shop,
            "tries_left": left if left <= TELL_TRIES_FROM else None,
            "demo": accounts.shown_on_sign_in(shop),
            "has_no_admin": not people.admins().exists(),
            **_ways_in(),
            "not_let_in": NOT_LET_IN.get(self.request.GET.get("service", "")),
        }

    def _come_back_later(self):
        form = self.get_form_class()()
        context = {"shop": Workspace.get(), "form": form, "is_too_fast": True, **_ways_in()}
        return render(self.request, self.template_name, context, status=429)


def _ways_in() -> dict:
    """How one may sign in besides with a password, and whether everybody has one."""
    return {
        "services": list(SignInService.objects.filter(is_active=True).order_by("name")),
        "has_passkeys": factors.can_have_keys(),
        "has_passwords": passwords.are_for_all(),
    }


@require_POST
def sign_out(request):
    """End this session."""
    if request.user.is_authenticated:
        record(SIGNED_OUT, by=request.user, agent=request.user.pk)
    logout(request)
    return redirect("desk:sign-in")


@never_cache
def forgotten(request):
    """A link by mail if the desk can send mail, else whom to ask. The same for any address."""
    form = ForgottenForm(request.POST or None)
    is_asked = request.method == "POST" and letters.can_mail() and form.is_valid()
    if is_asked and ratelimit.consume(
        request, action="reset_password", key=form.cleaned_data["email"].lower()
    ):
        letters.mail_link(form.cleaned_data["email"])
    context = {
        "form": form,
        "is_asked": is_asked,
        "can_mail": letters.can_mail(),
        "shop": Workspace.get(),
    }
    return render(request, "desk/sign_in/forgotten.html", context)


@never_cache
@sensitive_post_parameters()
def welcome(request, token):
    """Set a password with a one-time link. Looking at it changes nothing."""
    invitation = invitations.find(token)
    form = PasswordForm(request.POST or None)
    shop = Workspace.get()
    if invitation is None:
        return render(request, "desk/sign_in/used_link.html", {"shop": shop}, status=410)
    if request.method == "POST" and form.is_valid():
        try:
            agent = invitations.accept(token, form.cleaned_data["password"])
        except Refused as refusal:
            form.add_error("password", str(refusal))
        else:
            return enter(request, agent)
    context = {"form": form, "invited": invitation.agent, "shop": shop}
    return render(request, "desk/sign_in/welcome.html", context)


def enter(request, agent, to: str = ""):
    """Sign an agent in who came by a link; the second factor is asked for as ever.

    Returns the answer that leads on, to `to` at last. The session gets a new key.
    """
    request.session.flush()  # whatever was put into it before is nobody's
    return perform_login(request, Login(user=agent, redirect_url=to or None))
