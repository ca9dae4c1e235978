"""Signing in for an inbox: away to the provider, back with its answer, and which account it is.

None of these pages needs a token that works: they are where a dead one is mended.
"""

from urllib.parse import urlsplit

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.channels.email.models import SignInService
from promisedesk.channels.email.oauth import granting
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Grant, Inbox
from promisedesk.core.errors import Refused
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.oauth import redirect_uri
from promisedesk.desk.settings.styled import Styled


class AccountForm(Styled, forms.Form):
    user = forms.CharField(
        label=gettext_lazy("Account"),
        max_length=320,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=gettext_lazy(
            "As the provider knows the mailbox, usually its address. For a shared mailbox: "
            "the shared address, not the one you signed in with."
        ),
    )


@settings_page
def sign_in(request, public_id, key):
    """What is about to happen; then away to the provider."""
    inbox = get_object_or_404(Inbox, public_id=public_id)
    service = get_object_or_404(SignInService, key=key)
    if request.method == "POST":
        return redirect(granting.start(inbox, service, redirect_uri(), by=request.user))
    host = urlsplit(service.authorize_url).hostname
    context = {"inbox": inbox, "service": service, "host": host, "page": "inboxes"}
    response = render(request, "desk/settings/oauth_sign_in.html", context)
    # Browsers apply form-action to redirects too, and a provider may pass people on to the
    # sign-in page of their own company.
    origin = service.authorize_url.partition("://")
    response._csp_update = {"form-action": ["https:", f"{origin[0]}://{origin[2].split('/')[0]}"]}
    return response


@settings_page
def back(request):
    """People come here from the provider. Whatever went wrong, the inbox is as it was."""
    pending = None
    try:
        pending = granting.back(request.GET.get("state", ""), by=request.user)
        if "error" in request.GET or not request.GET.get("code"):
            raise Refused(_said_no(request.GET.get("error", "")))
        code = request.GET["code"][:4096]
        granted = granting.finish(pending, code, redirect_uri(), by=request.user)
    except Refused as refusal:
        context = {"why": str(refusal), "pending": pending, "page": "inboxes"}
        return render(request, "desk/settings/oauth_back.html", context, status=422)
    return _welcome(request, pending.inbox, granted)


def _said_no(error: str) -> str:
    if error == "access_denied":
        return _("It was not allowed on the provider’s page.")
    if error in ("redirect_uri_mismatch", "invalid_request"):
        return _("The provider does not know this desk’s redirect address. Add it to the app.")
    return _("The provider broke off the sign-in. Try again, and check the app there.")


def _welcome(request, inbox, granted):
    grant = granted.grant
    if not granted.is_sure:
        if granted.signed_in_as:
            words = _("You signed in as %(who)s. Is the mailbox called as below?")
            messages.warning(request, words % {"who": granted.signed_in_as})
        else:
            messages.warning(request, _("You are signed in. Which account was it?"))
        return redirect("desk:settings-inbox-account", inbox.public_id)
    messages.success(request, _("Signed in as %(who)s.") % {"who": grant.user})
    if grant.user not in [inbox.address, *inbox.aliases]:
        words = _("That is another address than %(address)s: its mail has to arrive there too.")
        messages.warning(request, words % {"address": inbox.address})
    if inboxes.imap_of(inbox) is None:
        return redirect("desk:settings-inbox-account", inbox.public_id)
    return redirect("desk:settings-inbox", inbox.public_id)


@settings_page
def account(request, public_id):
    """Which account the tokens are used for; or forget them."""
    inbox = get_object_or_404(Inbox, public_id=public_id)
    grant = get_object_or_404(Grant, inbox=inbox)
    if request.method == "POST" and "forget" in request.POST:
        granting.take_back(inbox, by=request.user)
        messages.success(request, _("The sign-in is forgotten. Give the servers a password."))
        return redirect("desk:settings-inbox", inbox.public_id)
    form = AccountForm(request.POST or None, initial={"user": grant.user})
    if request.method == "POST" and form.is_valid():
        try:
            granting.use_account(inbox, form.cleaned_data["user"], by=request.user)
        except Refused as refusal:
            form.add_error("user", str(refusal))
        else:
            messages.success(request, _("The account is saved."))
            return redirect("desk:settings-inbox", inbox.public_id)
    has_server = inboxes.imap_of(inbox) is not None
    context = {"inbox": inbox, "form": form, "has_server": has_server}
    status = 422 if form.errors else 200
    template = "desk/settings/oauth_account.html"
    return render(request, template, {**context, "page": "inboxes"}, status=status)
