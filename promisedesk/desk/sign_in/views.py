"""Signing in and out, and the one-time links with which people set a password."""

from allauth.account.views import LoginView
from allauth.core import ratelimit
from django.contrib.auth import login, logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from promisedesk.agents import invitations, people
from promisedesk.agents.adapter import remember_device
from promisedesk.core.errors import Refused
from promisedesk.core.models import Workspace
from promisedesk.desk.demo import accounts
from promisedesk.desk.sign_in import forgotten as letters
from promisedesk.desk.sign_in.forms import ForgottenForm, PasswordForm

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
BIGGEST_FORM = 64 * 1024  # bytes; nobody's password is larger
TELL_TRIES_FROM = 5  # tries left, when it begins to matter


class SignIn(LoginView):
    """allauth's sign-in with its limits, on a page of ours."""

    template_name = "desk/sign_in/sign_in.html"

    def dispatch(self, request, *args, **kwargs):
        if int(request.META.get("CONTENT_LENGTH") or 0) > BIGGEST_FORM:
            return HttpResponse(_("This form is too large."), status=413)
        response = super().dispatch(request, *args, **kwargs)
        if response.status_code == 429:
            response = self._come_back_later()
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
        }

    def _come_back_later(self):
        context = {"shop": Workspace.get(), "form": self.get_form_class()(), "is_too_fast": True}
        return render(self.request, self.template_name, context, status=429)


@require_POST
def sign_out(request):
    """End this session."""
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
            response = redirect("desk:today")
            enter(request, agent, response)
            return response
    context = {"form": form, "invited": invitation.agent, "shop": shop}
    return render(request, "desk/sign_in/welcome.html", context)


def enter(request, agent, response) -> None:
    """Sign an agent in who has just proved who they are; the session gets a new key."""
    request.session.flush()  # whatever was put into it before is nobody's
    login(request, agent, backend=BACKEND)
    remember_device(response, agent)
