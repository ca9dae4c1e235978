"""The web hook of an inbox: making its secret address, its signing key, ending it."""

from __future__ import annotations

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from promisedesk.channels.email.webhooks import hooks
from promisedesk.conversations.models import Inbox
from promisedesk.desk.settings import inboxes
from promisedesk.desk.settings.access import settings_page


@sensitive_post_parameters("key")
@settings_page
def web_hook(request, public_id):
    """`make` shows a new address, this once; `stop` ends it; `key` sets Mailgun's."""
    inbox = get_object_or_404(Inbox, public_id=public_id)
    if request.method == "POST" and "make" in request.POST:
        return inboxes.page(request, inbox, web_hook_url=hooks.make(inbox, by=request.user))
    if request.method == "POST" and "stop" in request.POST:
        hooks.stop(inbox, by=request.user)
        messages.success(request, _("No more mail is taken by the web hook."))
    elif request.method == "POST" and "key" in request.POST:
        hooks.set_signing_key(inbox, request.POST["key"], by=request.user)
        messages.success(request, _("The signing key is saved."))
    return redirect(redirect("desk:settings-inbox", inbox.public_id).url + "#web-hook")
